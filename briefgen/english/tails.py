"""Which figures of a run are told behind which: A was 3, up 2%, ranked eighth, up 2 places.

Input: the facts of one run. Output: their order, what each is told of, the time that goes with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefgen.english.grammar import parse
from briefgen.english.measures import bare_measure
from briefgen.english.moves import in_places, is_amount, is_margin, own_words
from briefgen.english.phrase import Form, listed, told
from briefgen.english.times import at_period
from briefgen.english.words import Words
from briefgen.fact import Fact, Kind
from briefgen.numerals import find_numerals
from briefgen.telling import figure, states_period


def is_to_come(fact: Fact) -> bool:
    """Return whether an amount is told with a time after its report: 投资1亿元的项目将于9月投产."""
    later = _last_month(fact.period or "") > (fact.published or "9999")[:7]
    return fact.kind is not Kind.TARGET and not fact.qualifiers and states_period(fact) and later


_LAST_MONTHS = {"H1": "06", "H2": "12", "Q1": "03", "Q2": "06", "Q3": "09", "Q4": "12"}


def _last_month(period: str) -> str:
    """Return the month in which a period begins, of a half or a quarter its last: 2022-06."""
    first = period.partition("/")[0]
    year, _, part = first.partition("-")
    return f"{year}-{_LAST_MONTHS[part]}" if part in _LAST_MONTHS else first[:7]


def base_of(fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """Return what a growth, a rank or a change is told behind: 研发强度3.42%，提高0.27个百分点."""
    tied = next((f for f in facts for r in fact.relations if r.to == f.id), None)
    if tied is not None or fact.kind is not Kind.CHANGE or fact.start_value is not None:
        return tied
    if is_amount(fact) or is_margin(fact):
        return None
    bare = _placed(fact.indicator) if in_places(fact) else bare_measure(fact.indicator)
    if bare == fact.indicator:
        return None
    return next((f for f in facts if f.indicator == bare and f.kind is not Kind.TARGET), None)


def _placed(indicator: str) -> str:
    """Return the ranking that a change of places is of: 总量全市排名 of 总量全市排名上升."""
    return re.sub(
        "(?<=[名次])(?:上升|前移|提升|提高|跃升|前进|下降|后移|退后|下滑)$", "", indicator
    )


def with_tails(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts with each rate behind what it is of: A was 3, up 2%, and B 5, up 4%."""
    moved = (Kind.GROWTH, Kind.CHANGE)
    bases = {f.id: base for f in facts if f.kind in moved and (base := base_of(f, facts))}
    told: list[Fact] = []
    for fact in (f for f in facts if f.id not in bases):
        told += [fact, *(f for f in facts if f.id in bases and bases[f.id].id == fact.id)]
    return [*told, *(f for f in facts if f not in told)]


def when_said(fact: Fact, said: str) -> str:
    """Return the fact's time where the Chinese words told it within their clause."""
    period = fact.period or ""
    if not period or "/" in period or period[:4] not in said:
        return ""
    if fact.period_inferred:
        return f" in {period[:4]} (inferred)" if "（推定）" in said else ""
    return f" {at_period(period)}" if states_period(fact) else ""


def named_figure(fact: Fact) -> str:
    """Return name and figure as a Chinese brief puts a slip right: 市场主体8.63万户."""
    return f"{fact.meant or fact.indicator}{figure(fact)}"


def names_it(text: str, fact: Fact) -> bool:
    """Return whether words name the measure of a rank."""
    core = re.sub("(?:全市|中心城区|主城都市区中心城区)?排名$", "", fact.indicator)
    return core[:4] in text


# 其中9家建成投产: what some of them have done
_SOME = re.compile(r"其中[，,]?(?:已有)?\d+[家个户项条座名人](?:已)?(?P<deed>[^\d，。]{2,12})")


def some_of_these(fact: Fact, words: Words) -> str | None:
    """Return what some of those counted before have done: 其中9家建成投产 (were completed)."""
    match = _SOME.fullmatch(own_words(fact))
    if match is None or fact.kind is not Kind.COUNT:
        return None
    deed = parse(match["deed"], words, deed=True)
    if deed is None or deed.cat != "VP" or deed.kept:
        return None
    return listed([told(p, Form.PAST, plural=True) for p in deed.predicates])


def inner_figures(facts: Sequence[Fact], known: Iterable[Fact]) -> list[Fact]:
    """Return the figures that stand within the quotes of `facts`, in order of place."""
    told = [
        f
        for f in known
        if not f.is_statement
        and any(f.source == o.source and o.start <= f.start and f.end <= o.end for o in facts)
    ]
    return sorted(told, key=lambda f: (f.source, f.number_start or 0))


def tells_no_more(text: str, facts: Sequence[Fact], numbers: Sequence[Fact]) -> bool:
    """Return whether a standing is told by its figures: 增加值增长8.3%，高于全市平均1.2个百分点."""
    standing = all(f.kind is Kind.STANDING for f in facts if f.is_statement)
    printed = [n for n in find_numerals(text) if n.arabic]  # 百 of 百分点 is none
    return standing and 0 < len(numbers) == len(printed)
