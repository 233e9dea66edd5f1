"""When a phrase's own time must be said, and what it need not say twice.

Input: facts and the runs of a phrase. Output: runs whose time is said once. It words no figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.brief import Runs, Value
from briefgen.fact import Fact, Kind
from briefgen.telling import span_words, states_period

_A_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")


_AMOUNTS = (Kind.LEVEL, Kind.COUNT, Kind.SHARE)


def is_of_another_time(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Return whether an amount is of another time than what the phrase told first
    (2023年成交额186亿元；今年前三季度已完成171亿元), or a rate of another part of the year
    (9月增长5.1%，1—9月累计增长6.4%)."""
    first = min(facts, key=number_place)
    if fact.kind is Kind.GROWTH and states_period(fact) and states_period(first):
        parts = "-" in (fact.period or "") and "-" in (first.period or "")
        return parts and fact.period != first.period
    own = fact.kind in _AMOUNTS and states_period(fact) and not fact.relations
    return own and fact is not first and (not states_period(first) or fact.period != first.period)


def without_year(runs: Runs) -> Runs:
    """Return `runs` without 全年 at their beginning, 年末 as 末, before which a year is said."""
    first = runs[0]
    if not isinstance(first, Value):
        return runs
    return (replace(first, text=re.sub("^[全当]年|^年(?=末|底)", "", first.text)), *runs[1:])


def without_span(runs: Runs) -> Runs:
    """Return `runs` without their own 五年, before which 过去五年 is said (五年累计, 五年提高)."""
    first = runs[0]
    if not isinstance(first, Value):
        return runs
    return (replace(first, text=_SPAN_AGAIN.sub("", first.text)), *runs[1:])


_SPAN_AGAIN = re.compile(
    "^[两三四五十]年(?=累计|共|来)|(?<=[\u4e00-\u9fff])[两三四五十]年(?=提高|增长|上升|下降|增加)"
)


def yearly(words: str, fact: Fact) -> str:
    """Return `words` with the span before 年均 that the source gives a growth: a level of one year
    stands before it (达到785亿元，过去五年年均增长6.1%)."""
    span = span_words(fact) if fact.kind is Kind.GROWTH else None
    if not span or "年均" not in words or re.search("过去|年来|五”", words):
        return words
    return words.replace("年均", f"{span}年均", 1)


def with_span(words: str, told: Sequence[Fact], facts: Sequence[Fact]) -> str:
    """Return `words` that tell `told` with the span of their yearly growth, unless the phrase of
    `facts` begins with its span."""
    if span_words(min(facts, key=number_place)):
        return words
    return next((w for f in told if (w := yearly(words, f)) != words), words)


def dated_within(runs: Runs, period: str) -> Runs | None:
    """Return `runs` with the year put where they name the period's month, or None where they do
    not (一期项目已于6月投产)."""
    first = runs[0]
    month = _A_MONTH.fullmatch(period)
    if month is None or not isinstance(first, Value):
        return None
    named = re.compile(rf"(?<![\d年—至])(?={int(month['month'])}月)")
    if not named.search(first.text):
        return None
    text = named.sub(f"{month['year']}年", first.text, count=1)
    return (replace(first, text=text), *runs[1:])


def number_place(fact: Fact) -> int:
    return fact.number_start or fact.start
