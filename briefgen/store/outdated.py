"""Figures that a newer report carries on: 1—10月, once a report tells 1—11月.

Input: facts, and the lexicon's word on which names mean one measure. Output: the facts that still
hold, in their order. It compares no values: what they make together are series and conflicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefgen.fact import Fact, Kind, RelationType, Series, Status
from briefgen.lexicon.model import Lexicon
from briefgen.store.periods import Span, span_of
from briefgen.store.series import canonical, is_expectation

_KINDS = frozenset({Kind.LEVEL, Kind.COUNT, Kind.SHARE, Kind.GROWTH, Kind.CHANGE, Kind.RATIO})
_AMOUNTS = frozenset({Kind.LEVEL, Kind.COUNT, Kind.SHARE})
_HANGING = frozenset({RelationType.GROWTH_OF, RelationType.PART_OF, RelationType.RANK_OF})


def without_outdated(
    facts: Sequence[Fact], series: Iterable[Series], lexicon: Lexicon
) -> tuple[Fact, ...]:
    """Return `facts` less those that a newer report carries on, and what hangs on them.

    The newer figure is of the same measure and the same body, over a stated time that ends later
    and is as long at least: January to November carries on January to October, and November
    October; no month carries on a year. A figure whose time nobody states is carried on by one of
    a time after its report, and what was expected of a year by what the year turned out to be. What
    a series holds is told beside its newest, unless that is carried on itself: nine months of two
    years say nothing beside the two years.
    """
    groups: dict[tuple[object, ...], list[tuple[Fact, Span | None]]] = defaultdict(list)
    for fact in facts:
        if fact.kind in _KINDS and fact.status in (None, Status.DONE) and fact.published:
            span = None if fact.period_inferred else span_of(fact.period)
            groups[_measure(fact, lexicon)].append((fact, span))
    passed = {
        fact.id
        for group in groups.values()
        for fact, span in group
        if any(_carries_on(fact, span, *other) for other in group)
    }
    kept = {f.id for s in series if s.facts[-1].id not in passed for f in s.facts}
    old = passed - kept
    old |= {f.id for s in series for f in s.facts} - kept
    hanging = {f.id: {r.to for r in f.relations if r.type in _HANGING} for f in facts}
    return tuple(f for f in facts if f.id in kept or not ({f.id} | hanging[f.id]) & old)


def _measure(fact: Fact, lexicon: Lexicon) -> tuple[object, ...]:
    kind = Kind.LEVEL if fact.kind in _AMOUNTS else fact.kind
    return canonical(fact, lexicon), fact.unit, fact.scope, kind, len(fact.values)


def _carries_on(fact: Fact, span: Span | None, newer: Fact, its_span: Span | None) -> bool:
    """Return whether `newer` tells of a later time what `fact` tells of `span`."""
    reported = fact.published or ""
    if its_span is None or (newer.published or "") < reported:
        return False
    if span == its_span and is_expectation(fact) and not is_expectation(newer):
        return True
    if newer.published == reported:
        return False
    if span is None:
        return its_span.last > reported and newer.values != fact.values  # the same is said again
    return its_span.last > span.last and its_span.months >= span.months
