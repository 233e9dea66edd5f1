"""The words that a chart prints about a fact: its figure, its time, what two figures make.

Input: facts. Output: Chinese text that says no more than the source does. It chooses nothing, and
knows no place and no indicator.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefgen.fact import Fact, Kind
from briefgen.numerals import read_number, write_number

TITLE_LIMIT = 22  # characters

_BEFORE = (
    "不少于|不低于|不高于|不超过|超过了|突破了|超过|突破|接近|大约|约为|不足|不到|至少|最多"
    "|将近|约|近|超|逾|过"
)
_AFTER = "以上|以下|左右|以内|之内|上下"
EXPECTED = ("预计", "预期", "有望", "力争", "目标", "计划", "拟", "将")
# 超过7.8万户 and 95%以上 only bound a value; 近1万家 and 5000余户 stand close to it
_BOUNDS = frozenset(
    re.findall(
        r"\S+",
        "超过 超过了 突破 突破了 超 逾 破 不低于 不少于 至少 以上 不超过 不足 不到 最多 以下 以内",
    )
)
_PLAIN = frozenset(("达", "达到"))  # 科技型企业达1600家: a verb, no hedge
_COUNTERS = "个月|个百分点|平方公里|平方米|名|位|人|家|户|个|项|条|所|栋|台|辆|口|倍"
_RATE_TAIL = re.compile(
    r"(?:同比|年均|环比|比上年|较上年)?(?:实际|名义)?(?:增速|增长率|增长|增幅)$"
)
_NOISE = re.compile(r"[\s“”\"'‘’（）()《》]")


def dense(text: str) -> str:
    """Return `text` without white space: an article breaks lines inside words."""
    return "".join(text.split())


def plain_name(name: str) -> str:
    """Return a name without quotation marks, brackets and blanks: names are compared so."""
    return _NOISE.sub("", name)


def rate_name(fact: Fact) -> str:
    """Return what grows, without the words for growth: 地区生产总值 of 地区生产总值年均增速."""
    return _RATE_TAIL.sub("", fact.indicator) or fact.indicator


# --- figures ----------------------------------------------------------------------------------


def hedges(fact: Fact) -> tuple[str, ...]:
    """Return the fact's hedges; 达 is only a verb."""
    return tuple(q for q in fact.qualifiers if q not in _PLAIN)


def is_exact(fact: Fact) -> bool:
    """Return whether the figure is told without hedge, bound or expectation."""
    plain = fact.low is None and fact.high is None and not hedges(fact)
    return plain and not is_expected(fact)


def is_expected(fact: Fact) -> bool:
    """Return whether the figure is a target or an expectation, not something that happened."""
    return fact.kind is Kind.TARGET or any(q.startswith(EXPECTED) for q in fact.qualifiers)


def is_bound(fact: Fact) -> bool:
    """Return whether the figure only says that the value lies above or below it."""
    return any(q in _BOUNDS for q in fact.qualifiers)


def figure(fact: Fact) -> str:
    """Return the figure as printed: hedge, number, magnitude, unit (近1万家, 35000多个)."""
    printed = _printed(fact) or f"{dense(fact.number_text or '')}{_unit_after(fact)}"
    ahead = [q for q in fact.qualifiers if q in EXPECTED[:4] and q not in printed]
    return "".join(ahead) + printed


def _printed(fact: Fact) -> str:
    """Return hedge, number and unit as they stand in the clause; empty where they do not."""
    if fact.number_start is None or fact.number_text is None:
        return ""
    clause, number = dense(fact.clause or fact.quote), dense(fact.number_text)
    at = len(dense(fact.quote[: fact.number_start - fact.start]))
    if clause[at : at + len(number)] != number:
        at = clause.find(number)
        if at < 0 or clause.count(number) > 1:
            return ""
    before = re.search(f"(?:{_BEFORE})$", clause[:at])
    unit = re.escape(fact.unit) if fact.unit else "(?!)"
    after = re.match(f"[余多几]?(?:{unit}|{_COUNTERS})?(?:{_AFTER})?", clause[at + len(number) :])
    text = number + (after.group() if after else "")
    if text == number:  # 近12万学生: the unit is not written
        text += _unit_after(fact)
    return (before.group() if before else "") + text


def _unit_after(fact: Fact) -> str:
    unit, number = fact.unit or "", fact.number_text or ""
    bare = number.endswith(unit) or "翻" in number or (unit == "%" and not _has_digit(number))
    return "" if bare or fact.kind in (Kind.RANK, Kind.RATIO) else unit


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def start_figure(fact: Fact) -> str:
    """Return the starting value of a from-to fact as printed, with its unit."""
    start = fact.start_value
    if start is None:
        raise ValueError(f"{fact.id} tells no start")
    text = dense(fact.quote[max(start.start - fact.start, 0) : max(start.end - fact.start, 0)])
    if read_number(text) != (start.value,):
        return write_number(start.value, fact.unit or "")
    return text if text.endswith(fact.unit or "") else text + (fact.unit or "")


# --- time -------------------------------------------------------------------------------------

_PARTS = {
    "Q1": "第一季度",
    "Q2": "第二季度",
    "Q3": "第三季度",
    "Q4": "第四季度",
    "H1": "上半年",
    "H2": "下半年",
}
_DIGITS = "零一二三四五六七八九"


def day_text(wire: str) -> str:
    """Return `2023-01-20` as 2023年1月20日, `2023-01` as 2023年1月, `2023` as 2023年."""
    parts = [int(p) for p in wire.split("-")]
    return "".join(f"{n}{u}" for n, u in zip(parts, "年月日", strict=False))


def report_text(published: str | None) -> str:
    """Return how a report is named by its date: 2023年1月报道, or 未注明日期的报道."""
    return f"{day_text(published)}报道" if published else "未注明日期的报道"


def period_text(wire: str) -> str:
    """Return a stated period in words: 2022年上半年, 2016—2021年, 2022年10月—2023年2月."""
    if "/" in wire:
        first, last = wire.split("/", 1)
        if len(first) == len(last) == 4:
            return f"{first}—{last}年"
        return f"{period_text(first)}—{period_text(last)}"
    year, _, part = wire.partition("-")
    return f"{year}年{_PARTS[part]}" if part in _PARTS else day_text(wire)


def states_period(fact: Fact) -> bool:
    """Return whether the source itself states the fact's period, in one reading."""
    return fact.period is not None and not fact.period_inferred and fact.period_alt is None


def time_text(fact: Fact) -> str:
    """Return the stated period, else the report's date: an inferred year is never printed."""
    if states_period(fact):
        return period_text(fact.period or "")
    if fact.period is not None and fact.period_alt is not None and not fact.period_inferred:
        years = int(fact.period[-4:]) - int(fact.period[:4])
        told = _DIGITS[years] if 0 < years < 10 else "数"
        return f"过去{told}年（{report_text(fact.published)}）"
    return report_text(fact.published)


# --- derived figures --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """What lies between two exact figures: its direction, its size in words, its formula."""

    rises: bool
    size: str  # 约2.5个百分点
    formula: str  # 53.16%－50.7%


def change_between(first: Fact, last: Fact) -> Change | None:
    """Return the change from `first` to `last`; None where it is nil or drowned in rounding.

    It has no more digits than the coarser figure and says 约 where that rounds it (claims 11); the
    change of a % is in 个百分点, whatever the kind.
    """
    exact = last.value - first.value
    step = max(_step(first), _step(last))
    rounded = (abs(exact) / step).quantize(Decimal(1)) * step
    if rounded == 0:
        return None
    unit = "个百分点" if last.unit == "%" else last.unit or ""
    about = "约" if rounded != abs(exact) else ""
    formula = f"{figure(last)}－{figure(first)}"
    return Change(exact > 0, about + write_number(rounded, unit), formula)


_WRITTEN = re.compile(r"[\d,，]+(?:[.．](?P<fraction>\d+))?(?P<scale>[百千万亿]*)")


def _step(fact: Fact) -> Decimal:
    """Return the unit of the last digit printed: 0.1 of 50.7%, 100 of 8.63万, 1 of 1600."""
    match = _WRITTEN.match(dense(fact.number_text or ""))
    if match is None:
        return Decimal(1)
    scale = read_number(f"1{match['scale']}")
    return (scale[0] if scale else Decimal(1)).scaleb(-len(match["fraction"] or ""))


# --- titles -----------------------------------------------------------------------------------


def first_fitting(candidates: Sequence[str]) -> str:
    """Return the first candidate of at most 22 characters, or the shortest of all."""
    fitting = [c for c in candidates if len(c) <= TITLE_LIMIT]
    return fitting[0] if fitting else min(candidates, key=len)
