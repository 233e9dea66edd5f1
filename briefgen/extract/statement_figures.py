"""What a clause claims beside its figure: 建成80公里农村路 is one, 引进甲园等6个载体 names more.

Input: a clause with its quoted names blanked and where its verb stands. Output: where the claim
stops, or that the figure is all. It judges no kind and no status.
"""

from __future__ import annotations

import re

from briefgen.extract.quick import compiled
from briefgen.fact import Status

# a figure with its unit; no part of a date, an ordinal or a name (15号线, 第27次)
FIGURE = compiled(
    r"(?<![第A-Za-z\d.])\d[\d.,]*[万亿千百]*[余多]?"
    r"(?![年月日号届次期线时级\d.A-Za-z])"
)
# 41个项目建成投产 counts; 甲、乙等99个项目建成投用 names
_COUNTED = re.compile(
    r"^(?!.*[、□]|.*等)[^、]{0,12}?(?<![第\d.])\d+[余多]?(?:个(?!月|季度)|条|家|所|座|户|项|件|宗)"
)
# 举行了甲公司等14个项目的集中开工仪式
_HELD_EVENT = re.compile("(?:举行|举办|召开)了?[^，]*(?:仪式|大会|论坛|推介会|对接会)$")
# 集中开工8个项目、签约10个项目
_COUNTED_WORKS = re.compile(
    r"\d+[余多]?(?:个|条|家|所|座|户|项|件|宗)[\u4e00-\u9fff]{0,6}?(?:项目|工程)?(?:$|[、（(])"
)
# 两地先后有28个项目集中开工或签约
_OF_A_NUMBER = re.compile(r"有\d+[余多]?个[^，、]{0,10}$")
# 签约亿元以上项目27个、投资规模112亿元
_ONLY_COUNT = re.compile(
    r"[^、，]{0,16}?(?<![第\d.])\d[\d.,]*[万亿千百]*[余多]?(?![年月日])"
    r"(?:平方米|平方公里|立方米|[\u4e00-\u9fff]{1,2})(?:$|[、（(])"
)
# 新建改造4家卫生服务中心; 选派120名干部担任服务员 says what for
_COUNTS_FIRST = re.compile(
    r"(?!\d+[余多]?[名位人][^，、]{2,12}(?:担任|进驻|驻|赴|下沉|到[^，]{2}))"
    r"(?:完成|改造|提升|新建|了)*\d+(?![\d年.])"
)
_HELD_TIMES = re.compile(r"\d[余多]?(?:场次?|场|人?次|期)$")  # 开展惠民演出120余场
_TIMES_END = frozenset("场次期")
# 引进总投资3亿元的锂盐项目 names what it brought
_INVESTED = re.compile("了?(?:总?投资|计划投资)[^，、]{2,10}元的[^，、]{3,}")
# 引进云山产业园等6个载体 names what it counts
_NAMED_FIRST = re.compile("了?[^，、]{4,}等")
# 建成核心区120平方公里的基础设施: the figure describes
_DESCRIBES = re.compile("(?:平方公里|万?平方米|公里|亩|[\u4e00-\u9fff])的[\u4e00-\u9fff]{4,}$")
# 提升社区服务水平 names nothing that is done
_IN_GENERAL = re.compile(
    "(?:提升|提高|增强|改善|优化|改进|创新|强化|狠抓|加强)[^，□]*"
    "(?:水平|质量|能力|素质|效率|质效|力度|意识|形象|效能|理念|落实)$"
)
_ENDS_IN_MONEY = compiled(
    r"(?<!第)\d[\d.,]*[万亿千百]*[余多]?(?:元|美元|%|个百分点)$"
)  # 争取资金13.69亿元


def event_told(masked: str, verb: tuple[int, int], status: Status | None) -> int | None:
    """Return where the event of `verb` is told to, None where its figure is all that it tells.

    建成80公里农村路 and 41个项目建成投产 are figures; 聚集了甲研究院、乙中心、20余家企业 tells two
    names before its figure.
    """
    start, after = verb
    if _HELD_EVENT.search(masked, start):
        return len(masked)
    lead = masked[:start]
    if (
        _ONLY_COUNT.match(masked, after)
        or _COUNTED_WORKS.match(masked, after)
        or _OF_A_NUMBER.search(lead)
    ):
        return None
    founded = masked[start:after] in {"成立", "组建"}
    if status is not Status.SIGNED and not founded and _COUNTED.search(lead):
        return None
    return _before_figure(masked, after) if status is Status.DONE else len(masked)


def _before_figure(masked: str, after: int) -> int | None:
    """Return where what is done is told to: up to the figure at the end of a list."""
    figure = FIGURE.search(masked, after)
    if figure is None or _INVESTED.match(masked, after):
        return len(masked)
    if _NAMED_FIRST.fullmatch(masked[after : figure.start()]):
        return len(masked)
    if _DESCRIBES.match(masked, figure.end()):
        return len(masked)
    listed = max(masked.rfind(mark, after, figure.start()) for mark in "、和及")
    return None if listed < 0 else listed


def measure_told(masked: str, verb: tuple[int, int]) -> bool:
    """Return whether a measure is more than its figure and names what it does."""
    start, after = verb
    if _HELD_EVENT.search(masked, start):
        return True
    return not (
        _ONLY_COUNT.match(masked, after)
        or (masked[-1:] in _TIMES_END and _HELD_TIMES.search(masked))
        or _ENDS_IN_MONEY.search(masked, after)
        or _IN_GENERAL.match(masked, start)
        or _COUNTS_FIRST.match(masked, after)
    )
