"""Reviews of several years: what is added up in them is of all the years, not of the last.

Input: a `Context`, a draft and the time found for it. Output: the span of years, or None. It finds
no times and knows no sections: `periods` and `targets` do.
"""

from __future__ import annotations

import re

from briefgen.extract.context import Context
from briefgen.extract.drafts import Draft
from briefgen.extract.periods import Told, time_of
from briefgen.extract.times import anchor_of
from briefgen.fact import Kind
from briefgen.lexicon import Nature

# what a section on five years adds up: 建成保障性住房, 累计减少贫困人口
SUMMED = re.compile(
    "新增|新建|建成|改造|累计|化解|减少|搬迁|引进|培育|脱贫|出列|发放|创建|净增|新改建"
)
_DONE = re.compile(
    "新增|新[改扩]*建|建成|改造|累计|化解|引进|引入|新?入驻|培育|发放|创建|净增|完成|实施|举办|承办|吸引|接待|转化|投入|签约|落地|上市|获批"
    "|办理|解决|开展|打造|硬化|拆除|修建|整治|清理|植树|绿化|征收|搬迁|安置|组织|修缮|维修|新认定|晋升|争取"
)
_AT_ITS_END = re.compile("(?:达到?|突破|超过|[增升降]?[至到]|调整为|总量为?)(?:每[人户月年亩])*$")
_SUMS_UP = re.compile(
    "(?<!金)(?:投[入资]|支出|发放|救助|减免|拨付|兑现|争取)[^，。；0-9]{0,4}累计(?:已)?(?:达到?|超过?|突破)$"
)
# what is so on one day, whatever span it is told in: 每千名老年人养老床位, 人均公园绿地面积
_OF_A_DAY = re.compile(
    "^每[百千万]|^人均[^，]*(?:面积|里程|床位)$|(?:低保|保障|供养|补助)标准$"
    "|(?<!新增)(?:规划|占地|辖区|建成区)面积$"
)
_SPAN = re.compile("[0-9]{4}/[0-9]{4}")
_YEAR = re.compile("[0-9]{4}")
_FIVE_YEARS = re.compile("(?<![未今])[来后]?的?(?:五|(?<![0-9])5)年")
_AHEAD = re.compile("未来|今后|目标|打算|安排")
_AMOUNTS = frozenset({Kind.COUNT, Kind.LEVEL})


def reached(context: Context, draft: Draft) -> bool:
    """Return whether the figure is a level at the end of a span: 过去五年…，达到785亿元."""
    if draft.kind not in (Kind.LEVEL, Kind.COUNT, Kind.SHARE, Kind.RATIO, Kind.RANK):
        return False
    words = context.text[max(0, draft.quantity.start - 8) : draft.quantity.numeral.start]
    if _SUMS_UP.search(words) is not None:
        return False  # 五年来，教育投入累计达94.7亿元
    if _AT_ITS_END.search(words) is not None or _OF_A_DAY.search(draft.indicator) is not None:
        return True
    known = context.lexicon.indicator(draft.indicator)
    named = known is not None and known.name == draft.indicator  # 选派党建指导员 is a deed
    return named and known is not None and known.nature is Nature.STOCK


def over_years(context: Context, section: str | None, draft: Draft, told: Told) -> Told | None:
    """Return the years that a review adds up to the figure, None where it is of its own time.

    过去五年，…。2021年，收入7.9亿元。引进项目19个: in the five years, though a year was told since.
    A rise told with its start (由4家增长到24家) is of all the years too.
    """
    if told[0] is None or _YEAR.fullmatch(told[0]) is None:
        return None
    clause, at = draft.clause, draft.quantity.end
    begins = context.sentences[clause.sentence].start
    time = time_of(context, clause, at)
    if time is None or time.start >= begins or reached(context, draft):
        return None
    words = context.text[clause.start : draft.quantity.start]
    summed = draft.kind in _AMOUNTS and _DONE.search(words) is not None
    if not summed and draft.start is None:
        return None
    paragraph = context.paragraph_of(clause)
    first = context.stated_in(paragraph.start, begins)[:1]
    if first and _SPAN.fullmatch(first[0].value or "") is not None:
        return up_to(int(told[0]), first[0].value or "", first[0].alt)
    closed = anchor_of(context.document.source.published).closed_year
    past = section is not None and _FIVE_YEARS.search(section) and not _AHEAD.search(section)
    if not past or closed is None:
        return None
    return f"{closed - 5}/{closed}", False, f"{closed - 4}/{closed}"


def up_to(year: int, span: str, alt: str | None) -> Told:
    """Return the span, one year earlier where it runs past the year last told: 过去五年 of a report
    of April that tells the year before."""
    first, last = (int(y) for y in span.split("/"))
    if last - year != 1:
        return span, False, alt
    earlier = None if alt is None else "/".join(str(int(y) - 1) for y in alt.split("/"))
    return f"{first - 1}/{last - 1}", False, earlier
