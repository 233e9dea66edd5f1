"""What a time expression does in its clause: it states, compares, or only says 近日.

Input: the text and the span of a time expression. Output: its `TimeRole`. It resolves no dates.
"""

from __future__ import annotations

import re
from enum import StrEnum


class TimeRole(StrEnum):
    """What a time expression does in its clause."""

    STATED = "stated"  # 2022年5月
    BASE = "base"  # 比上年: what is compared with
    AS_OF = "as_of"  # 截至目前
    VAGUE = "vague"  # 近日, 近年来


SINCE_FOUNDING = ("成立", "创办", "建校", "建院", "建区", "创刊")
# 向社会公开征集2023年候选项目: the year is the project's, not the collecting's
FOR_LATER = re.compile("(?:征集|谋划|筹备|编制|审议|部署|制定|安排|票决)《?[^，。；《]{0,4}$")
# 在2022年度全省营商环境评估中，列第7位: the year is the contest's
OF_CONTEST = re.compile(
    "(?:度)?[^，。；0-9]{2,24}(?:评估|评价|考核|测评|评比|排行榜?|榜单|监测)(?:中|里|上)?，"
)
_TITLED = re.compile("(?:[评定名选]为|获评|荣获|获得?|授予|入选|列入|入围|上榜)[“《]?$")
OF_NUMBER = re.compile(r"的(?:约|近)?[0-9０-９]")
ATTRIBUTE = re.compile(
    r"(?:[从由在][^，。；0-9]{1,6})?(?:落户|成立|创办|入驻|引进|投产|建成|毕业|返乡|投用|启用)的"
    r"[^，。；0-9]{1,12}(?:，|占地|总投资|总?建筑面积)"
)  # 这家2019年落户的企业，; 去年从外地引进的零部件企业，; 去年投用的新院区占地156亩
_OPENS_PLAN = re.compile(
    r"”?(?:规划)?(?:实施)?的?(?:开局|收官|起步|关键|承上启下|攻坚|第[一二三四五])[^，。；]{0,4}年"
)
_OF_A_LIST = re.compile("度?[^，。；“”《》]{2,24}(?:名单|榜单|百强|目录|清单)[”》]")
_ENTERED = re.compile("(?:[列纳写]入|编入|编制|融入)(?:了)?(?:国家|省级?|市级?|全[国省市])?$")
_PLAN_TASK = re.compile(
    "”?(?:规划)?(?:的|确定的)?[^，。；0-9]{0,8}(?:目标任务|任务|目标|指标)(?!(?:为|是|达))"
)
_OPENED_WELL = re.compile(
    "”?(?:规划)?(?:实现了?)?(?:的)?(?:良好|精彩|圆满|顺利)?(?:开局|起步|收官)(?!年)"
)
_RECORD = re.compile("(?:以来)?的?(?:历史|同期)*(?:新高|新低|最[高好低大快优多])")
_MADE, _AND = frozenset("创为是"), frozenset("和与、")
_THAN_BOTH = re.compile(
    "[比较](?:(?:[0-9]{4}年|[上去前]年|前?[一二三]季度|上半年|1?[0-9]月份?)[和与、])+$"
)
_SINCE_THEN = re.compile("[^，。；0-9以起]{2,16}以来")
# 2020年启动建设以来，累计完成投资380亿元
SINCE_BEGUN = re.compile(
    "[^，。；0-9以起]{0,8}?(?:启动|开工|开建|建设|创建|成立|实施|运营|运行|开放|投用|投产|设立|建成|落户|开展|推行)以来"
)
# “鹤企贷”推出一年来: no calendar year
_BEGUN_SO_LONG = re.compile(
    "(?:推出|上线|启动|实施|运行|运营|开展|成立|开业|投用|投产|试点|落地|推行|挂牌|组建|创建|建成|开通|开园)一年来"
)
SETS_AIM = re.compile("(?:目标|任务|计划)(?:是|为|定为)(?=[0-9])")
_FOUNDED = ("成立于", "建于", "创办于", "创建于", "创立于", "生于", "毕业于", "落户于")
_AS_MUCH = re.compile("(?:恢复[到至]|相当于|[是为])$")
_SHARE_OF = re.compile(r"(?:同期)?(?:水平)?的[0-9.]+[%％]")
_MEASURED_BY = (
    "平均汇率",
    "汇率",
    "相比",
    "全年水平",
    "水平",
    "不变价",
    "可比价",
)  # 2300元（2010年不变价）
_ALIKE = ("持平", "基本持平", "大体持平", "相当", "基本相当", "一致", "相同", "大致相当")
_TIMES_OF = re.compile(r"的?(?:同期)?的?[0-9.]+[多余]?倍")


def is_of_title(text: str, start: int, end: int) -> bool:
    """Return whether a year is part of an honour's name: 被评为2021年度示范区 dates no more."""
    of_year = text[end - 1] == "度" or text.startswith("度", end)
    return of_year and _TITLED.search(text, max(0, start - 6), start) is not None


def role_of(text: str, start: int, end: int, kind: str) -> TimeRole:
    if kind in ("asof", "today"):
        return TimeRole.AS_OF  # 今天，他创办的企业有员工4600人: no matter of the year told before
    if kind == "vague" or (kind == "r" and _BEGUN_SO_LONG.search(text, max(0, start - 4), end)):
        return TimeRole.VAGUE
    if kind == "year_of" and text.startswith(("目标", "任务", "计划", "预期", "预算"), end):
        sets = SETS_AIM.match(text, end) is not None  # 全年目标是4万吨; 完成全年目标的65.2%
        return TimeRole.STATED if sets else TimeRole.BASE
    if _only_names(text, start, end, kind):
        return TimeRole.BASE
    if kind in ("plan", "span") and _OPENS_PLAN.match(text, end):
        return TimeRole.BASE  # 2026年是“十五五”开局之年
    opened = kind == "plan" and _OPENED_WELL.match(text, end)
    if opened or (text.endswith(("自", "从"), 0, start) and _SINCE_THEN.match(text, end)):
        return TimeRole.BASE  # 实现了“十四五”良好开局, 自1995年10月开发区启动建设以来
    before = text[max(0, start - 2) : start]
    if kind == "span" and before.endswith(SINCE_FOUNDING):
        return TimeRole.BASE  # 商会成立22年来
    if before[-1:] in ("比", "较") or before.endswith(("相比", "同比")):
        return TimeRole.BASE
    if _AS_MUCH.search(text[max(0, start - 3) : start]) and _SHARE_OF.match(text, end):
        return TimeRole.BASE  # 恢复到2019年的112%
    if text[max(0, start - 3) : start].endswith(_FOUNDED) or _TIMES_OF.match(text, end):
        return TimeRole.BASE  # 成立于2015年，是2015年的2.3倍
    if before[-1:] in ("从", "由") and not text.startswith(("以来", "起", "开始"), end):
        return TimeRole.BASE  # 从2019年的86亿元增加到152亿元: where the change starts
    return TimeRole.BASE if _is_measure(text, start, end) else TimeRole.STATED


def _only_names(text: str, start: int, end: int, kind: str) -> bool:
    """Return whether the time is part of a name or of what is compared with, and says no when."""
    if text.startswith(("的总和", "总和", "的总量"), end):
        return True  # 超过前十年的总和
    if text[start - 1 : start] in _MADE and _RECORD.match(text, end) is not None:
        return True  # 增长9.5%、创2014年以来新高
    if kind == "plan" and _ENTERED.search(text, max(0, start - 8), start) is not None:
        return True  # 江州铁路列入国家“十三五”规划
    if text.endswith(("排到", "排到了", "排至"), 0, start):
        return True  # 订单排到了三季度
    if text[start - 1 : start] in "“《" and _OF_A_LIST.match(text, end) is not None:
        return True  # “2025年省重点项目名单”中
    return kind == "plan" and _PLAN_TASK.match(text, end) is not None  # “十四五”改造任务的80%


def _is_measure(text: str, start: int, end: int) -> bool:
    """Return whether the figure is measured by the time: 与2019年相比, 去年同期, 2010年不变价."""
    if text[start - 1 : start] in _AND and _THAN_BOTH.search(text, max(0, start - 16), start):
        return True  # 增幅比一季度和上半年分别提高0.3和0.2个百分点
    if "同期" in text[start : end + 2] or text.startswith(_MEASURED_BY, end):
        return True
    if text[start - 1 : start] not in ("与", "和", "同"):
        return False
    return "相比" in text[end : end + 4] or text.startswith((*_ALIKE, "比，", "比,"), end)
