"""What is said again: the same figure in one report or in two, an honour told twice, an old rank.

Input: facts. Output: those that a brief tells, or what stands for what. It joins nothing and words
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from briefgen.compose.weights import NAMED
from briefgen.compose.wording import short_name
from briefgen.fact import Fact, Kind, Level, Relation, RelationType
from briefgen.lexicon import Lexicon
from briefgen.telling import states_period

_HOW = re.compile("如期|按期|正式|顺利|成功|已经|投用|投入使用")  # …如期建成; …建成投用


def same_figure(fact: Fact) -> tuple[object, ...]:
    """Return what two tellings of one figure in one source have in common."""
    return (fact.source, fact.indicator, fact.scope, fact.kind, fact.values)


def same_everywhere(fact: Fact) -> tuple[object, ...]:
    """Return what two tellings of one figure of a stated time have in common, whoever tells it."""
    if not states_period(fact):
        return same_figure(fact)
    return (fact.period, fact.indicator, fact.scope, fact.kind, fact.values, fact.qualifiers)


def told_again(
    facts: Sequence[Fact], lexicon: Lexicon, first: Collection[str] = ()
) -> dict[str, Fact]:
    """Return, by their ids, the figures that another report tells of the same stated time, each
    with the one that stands for it: one whose id is among the `first`, the one told with its growth
    or its rank, else the newest.

    全年实际利用外资2.84亿美元 in a report and in the bulletin is one figure.
    """
    hung = {r.to for f in facts for r in f.relations if r.type in _HANGING}
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        own = fact.level is Level.DISTRICT and not (fact.is_statement or fact.speaker)
        if own and states_period(fact):
            known = lexicon.indicator(fact.indicator) or lexicon.indicator(short_name(fact))
            name = known.name if known else short_name(fact)  # 外贸进出口增速: 进出口总额
            kind = Kind.LEVEL if fact.kind is Kind.COUNT else fact.kind
            key = (name, fact.unit, fact.scope, fact.period, kind, fact.values, fact.qualifiers)
            groups.setdefault(key, []).append(fact)
    again: dict[str, Fact] = {}
    for group in groups.values():
        if len({f.source for f in group}) > 1:
            best = max(group, key=lambda f: (f.id in first, f.id in hung, f.published or ""))
            again |= {f.id: best for f in group if f.source != best.source}
    return again | _changes_again([f for f in facts if f.id not in again])


def _changes_again(facts: Sequence[Fact]) -> dict[str, Fact]:
    """Return the changes that stand alone in one report and beside their figure in another, under
    a longer name: 水质比例提高7.5个百分点; 水质面积比例64.2%，比上年提高7.5个百分点."""
    changes = [
        f for f in facts if f.kind is Kind.CHANGE and f.level is Level.DISTRICT and states_period(f)
    ]
    beside = [f for f in changes if any(r.type is RelationType.GROWTH_OF for r in f.relations)]
    return {
        f.id: other
        for f in changes
        for other in beside
        if f not in beside
        and (f.source, f.unit) != (other.source, other.unit)
        and (f.values, f.unit, f.period) == (other.values, other.unit, other.period)
        and set(f.indicator) <= set(other.indicator)
    }


def retied(fact: Fact, again: Mapping[str, Fact]) -> Fact:
    """Return a fact whose ties to figures told again are ties to those that stand for them."""
    if not any(r.to in again for r in fact.relations):
        return fact
    ties = (Relation(r.type, again[r.to].id if r.to in again else r.to) for r in fact.relations)
    return replace(fact, relations=tuple(ties))


_HANGING = frozenset({RelationType.GROWTH_OF, RelationType.RANK_OF})


def without_repeats(facts: Sequence[Fact]) -> list[Fact]:
    """Return `facts` less what is only said again.

    A figure: same source, measure and value. An honour or a project that an earlier report
    told is not new (claims 3); a plan stands as the newest report words it.
    """
    seen: set[tuple[object, ...]] = set()
    out = []
    for fact in facts:
        if fact.is_statement or same_figure(fact) not in seen:
            seen.add(same_figure(fact))
            out.append(fact)
    told = sorted((f for f in out if f.is_statement), key=lambda f: f.published or "")
    plans = [f for f in told if f.kind is Kind.PLAN]
    again = {f.id for f in _said_before([f for f in told if f.kind is not Kind.PLAN])}
    again |= {f.id for f in _said_before(plans[::-1])}
    return [f for f in out if f.id not in again]


def without_superseded(
    facts: Sequence[Fact], canonical: Mapping[str, str] | None = None
) -> list[Fact]:
    """Return `facts` less the ranks that a newer report tells just the same of the same measure."""

    def subject(fact: Fact) -> str:
        name = fact.indicator
        for alias, indicator in (canonical or {}).items():
            name = name.replace(alias, indicator)
        return name

    newest: dict[tuple[object, ...], str] = {}
    for f in facts:
        key = (subject(f), f.scope, f.values)
        newest[key] = max(newest.get(key, ""), f.published or "")
    return [
        f
        for f in facts
        if f.kind is not Kind.RANK or newest[(subject(f), f.scope, f.values)] == (f.published or "")
    ]


def _said_before(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts that one before them in the list already tells."""
    out = []
    for at, fact in enumerate(facts):
        names = set(NAMED.findall(fact.clause)) if fact.kind is Kind.HONOUR else set()
        for before in facts[:at]:
            shared = names & set(NAMED.findall(before.clause))
            if before.kind is fact.kind and (shared or _alike(before.clause, fact.clause)):
                out.append(fact)
                break
    return out


def _alike(one: str, other: str) -> bool:
    """Return whether the shorter clause's character pairs stand, four in five, in the longer."""
    short, long = sorted((_pairs(one), _pairs(other)), key=len)
    return len(short & long) >= 0.8 * len(short)


def _pairs(text: str) -> set[str]:
    plain = re.sub(r"\W", "", _HOW.sub("", text))
    return {plain[i : i + 2] for i in range(len(plain) - 1)}
