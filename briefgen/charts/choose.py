"""Which charts a theme deserves: a table of rules, each of which knows when its chart is right.

Input: a theme's facts, the series of several reports, the area. Output: at most four `ChartSpec`s,
the one that says most first, and none where no figures belong together. It draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefgen.chart import ChartSpec
from briefgen.charts.courses import from_to, lines, pairs, targets
from briefgen.charts.groups import bars, shares
from briefgen.charts.milestones import timeline
from briefgen.charts.rates import growth
from briefgen.charts.sight import Candidate, Sight, look_at, main_share
from briefgen.charts.wholes import progress, stacked, summed
from briefgen.document import Area
from briefgen.fact import Fact, Series

Rule = Callable[[Sight], Iterator[Candidate]]

RULES: tuple[Rule, ...] = (
    pairs,  # one measure, two reports
    lines,  # one measure, three reports or more
    progress,  # a whole, and the part that is done
    bars,  # counts of one subject group
    shares,  # shares of different wholes
    stacked,  # a ratio whose terms make one whole
    summed,  # parts that add up to their whole
    growth,  # rates of one period
    from_to,  # a change whose start is told
    targets,  # a target beside the latest figure
    timeline,  # dated milestones
)
MOST = 4


def choose_charts(
    facts: Sequence[Fact], series: Sequence[Series], area: Area, theme: str
) -> tuple[ChartSpec, ...]:
    """Return the charts of one theme: at most four, the one that says most first.

    A chart is shown only under a theme that one of its facts names first: counts of firms do not
    stand under 民营经济 because they are firms (claims 10). One whose facts are mostly shown
    already is left out.
    """
    sight = look_at(facts, series, area, theme)
    known = {f.id: f for f in (*facts, *(f for s in series for f in s.facts))}
    ranked: list[tuple[int, float, ChartSpec]] = []
    for rule in RULES:
        found = []
        for candidate in rule(sight):
            drawn = [known[i] for i in candidate.spec.fact_ids]
            share = 1.0 if sight.of_all else main_share(drawn, theme)
            if share > 0:
                found.append((candidate.weight + 10 * share, candidate.spec))
        found = _newest(found, known)
        found.sort(key=lambda pair: (-pair[0], pair[1].id))
        # a second chart by the same rule stands behind the first ones of all others
        ranked += [(turn, -weight, spec) for turn, (weight, spec) in enumerate(found)]
    ranked.sort(key=lambda entry: (*entry[:2], entry[2].id))
    return _without_repeats([spec for _, _, spec in ranked])


def _newest(
    found: Sequence[tuple[float, ChartSpec]], known: Mapping[str, Fact]
) -> list[tuple[float, ChartSpec]]:
    """Return, of charts of one rule that show the same measures, those of the newest report."""
    best: dict[frozenset[tuple[str, str]], str] = {}
    told = []
    for weight, spec in found:
        drawn = [known[i] for i in spec.fact_ids]
        measures = frozenset((f.indicator, f.scope) for f in drawn)
        day = max((f.published or "" for f in drawn), default="")
        best[measures] = max(day, best.get(measures, ""))
        told.append((weight, spec, measures, day))
    return [(weight, spec) for weight, spec, measures, day in told if best[measures] == day]


def _without_repeats(specs: Sequence[ChartSpec]) -> tuple[ChartSpec, ...]:
    chosen: list[ChartSpec] = []
    shown: set[str] = set()
    for spec in specs:
        ids = set(spec.fact_ids)
        if len(chosen) < MOST and 2 * len(ids & shown) <= len(ids):
            chosen.append(spec)
            shown |= ids
    return tuple(chosen)
