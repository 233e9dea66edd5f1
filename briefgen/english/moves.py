"""How far a measure moved, and against what: up 2% year on year, 38% on the same period of 2019.

Input: facts of growth and change. Output: their words in English. The base of a comparison is the
one that stands beside the figure; that of another figure of the sentence is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefgen.fact import Fact, Kind

# what a change's name ends with: 优良天数比例上升
FALLS = re.compile(
    "(?:放缓|放慢|减慢|减少|下降|降低|缩小|收窄|压缩|压减|回落|缩短|下跌|后移|退后)$"
)
PLACES = re.compile("(?:排名|位次|名次)(?:上升|前移|提升|提高|跃升|前进|下降|后移|退后|下滑)?$")
# 为企业减税1.37亿元: the amount of a cut, and no fall of it
_AMOUNT = re.compile(
    "(?:减税|降费|减税降费|减负|让利|减免|退税|缓税|缓缴|免租|减租|降本|节约|节省)(?:资金|成本|金额|规模|额)?$"
)
# 城镇化率高于全省平均水平: what it is higher than
THAN = re.compile(
    "(?P<what>.{2,}?)(?P<way>高于|高出|快于|多于|优于|领先于?|低于|慢于|少于)(?P<whom>.{1,14})"
)
# 增加值增速比全市平均水平高
THAN_BEHIND = re.compile(
    "(?P<what>.{2,}?)[比较](?P<whom>全[国省市区县旗].{0,4}?|[^比]{2,8}?平均水平?)(?P<way>高|低|快|慢|多|少)出?"
)


def than(indicator: str) -> re.Match[str] | None:
    """Return what an indicator is measured against: 高于全省平均水平, 比全省平均水平高."""
    return THAN.fullmatch(indicator) or THAN_BEHIND.fullmatch(indicator)


LOWER = ("低于", "慢于", "少于", "低", "慢", "少")
_BASES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"[比较与](\d{4})年(?:的)?同期"), lambda m: f" on the same period of {m[1]}"),
    (re.compile(r"[比较与](\d{4})年(?:末|底)"), lambda m: f" on the end of {m[1]}"),
    (re.compile(r"[比较与](\d{4})年"), lambda m: f" on {m[1]}"),
    (re.compile(r"[比较与]“?十([一二三四])五”?(?:规划)?(?:时期|期间)?(末)?"), lambda m: _plan(m)),
    (re.compile("[比较](?:上年|去年)(?:末|底)"), " on the end of the previous year"),
    (re.compile("[比较]年初"), " since the beginning of the year"),
    (re.compile("[比较]上半年"), " on the first half of the year"),
    (re.compile("[比较]一季度"), " on the first quarter"),
    (re.compile("[比较]前三季度"), " on the first three quarters"),
    (re.compile("[比较](?:五|5)年前"), " on five years before"),
    (re.compile("[比较](?:三|3)年前"), " on three years before"),
    (re.compile("[比较](?:十|10)年前"), " on ten years before"),
    (re.compile("[比较](?:上季度|上一季度)|环比"), " on the previous period"),
    (re.compile("[比较]上月"), " on the previous month"),
    (re.compile("年均"), " a year on average"),
    (re.compile("同比|[比较与](?:上年|去年|上一年)"), " year on year"),
)
_PLANS = {"一": 11, "二": 12, "三": 13, "四": 14}


def _plan(match: re.Match[str]) -> str:
    period = f"the {_PLANS[match[1]]}th Five-Year Plan period"
    return f" on the end of {period}" if match[2] else f" on {period}"


def own_words(fact: Fact) -> str:
    """Return the part of a clause in which the figure itself stands, between two commas."""
    parts = re.split("[，,；;]", "".join((fact.clause or fact.quote).split()))
    number = "".join((fact.number_text or "").split())
    beside = re.compile(rf"(?<![\d.]){re.escape(number)}")
    return next((p for p in parts if number and beside.search(p)), "")


def pace(fact: Fact) -> str:
    """Return what a growth is measured against: year on year, on the same period of 2019.

    The words beside the figure count before those of its measure, and these before its sentence's.
    """
    beside = own_words(fact)
    if fact.kind is Kind.CHANGE and not _base_in(beside):
        return ""
    return _base_in(beside) or _base_in(fact.indicator) or _base_in(fact.clause, shared=True)


def _base_in(text: str, *, shared: bool = False) -> str:
    """Return the base that `text` tells; one that figures may share names no year of its own."""
    for pattern, told in _BASES:
        if shared and not isinstance(told, str):
            continue
        if (match := pattern.search(text)) is not None:
            return told if isinstance(told, str) else told(match)
    return ""


def is_amount(fact: Fact) -> bool:
    """Return whether a change is an amount of its own: a tax cut of so much."""
    return fact.kind is Kind.CHANGE and _AMOUNT.search(fact.indicator) is not None


def is_margin(fact: Fact) -> bool:
    """Return whether a change is a distance between two measures: 高于全省平均水平1.5个百分点."""
    return fact.kind is Kind.CHANGE and than(fact.indicator) is not None


def in_places(fact: Fact) -> bool:
    """Return whether a change counts the places of a ranking: 位次上升2位."""
    return fact.kind is Kind.CHANGE and PLACES.search(fact.indicator) is not None


def falls(fact: Fact) -> bool:
    """Return whether the measure went down, by its sign or by its word (差距缩小)."""
    down = bool(fact.values) and fact.values[0] < 0
    return down or (fact.kind is Kind.CHANGE and FALLS.search(fact.indicator) is not None)


def start_hedge(fact: Fact) -> str:
    """Return the hedge of the start of a from-to fact: 由不足5万元, 由100余家; none is empty."""
    if fact.start_value is None:
        return ""
    at, end = fact.start_value.start - fact.start, fact.start_value.end - fact.start
    if not 0 <= at < end <= len(fact.quote):
        return ""
    before = re.search("(?:不足|不到|超过|超|逾|近|约)$", fact.quote[:at])
    after = re.match("余|多|左右|以上", fact.quote[end:])
    return before[0] if before else after[0] if after else ""
