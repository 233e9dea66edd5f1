"""The rule for growth rates side by side: those of one list, or averages over the same years.

Input: a `Sight`. Output: candidates. No rate is computed here, and none is drawn that is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.chart import ChartKind, Point
from briefgen.charts.groups import ENOUGH_TO_LEAD, MOST_BARS, OPEN, superlatives
from briefgen.charts.sight import Candidate, Sight, grouped, make_spec, panels, times_of, tone_of
from briefgen.charts.wording import is_bound, is_expected, rate_name
from briefgen.fact import Fact, Kind
from briefgen.telling import figure, time_text

_PACE = re.compile("年均|同比|环比|比上年|较上年")
_HARM = re.compile("事故|死亡|伤亡|火灾|灾害|案件|发案")  # no rate beside those of an economy
_NEXT = 60  # characters between two rates of one list: ，民间投资增长3.6%，占全部投资的48.5%；


def growth(sight: Sight) -> Iterator[Candidate]:
    """Yield bars for growth rates that one list tells of one period (claims 6, 12; charts 6).

    年均 beside 年均, 同比 beside 同比; within a year a rate without a word for its pace
    (其中，民间投资增长3.6%) goes with the list that it stands in. Of a year, rates far apart
    make no chart, and a long list is cut by sub-topic; averages over the same years belong together
    wherever they stand. 增长10余倍 is no rate, and one rate alone makes no chart.
    """
    rates = [f for f in sight.figures if _is_rate(f) and f.period is not None]
    means = [f for f in rates if _pace(f) == "年均"]
    for panel in (means, *panels([f for f in rates if _pace(f) != "年均"], _NEXT)):
        for same in grouped(
            panel, _source, lambda f: f.scope, lambda f: f.period, time_text, _pace
        ):
            for told in [same] if len(same) <= MOST_BARS else grouped(same, lambda f: f.topic):
                if 2 <= len(told) <= MOST_BARS and _pace(told[0]):
                    yield _grown(sorted(told, key=lambda f: (-f.value, f.start)))


def _source(fact: Fact) -> str:
    return fact.source


def _is_rate(fact: Fact) -> bool:
    plain = fact.kind is Kind.GROWTH and fact.unit == "%" and len(fact.values) == 1
    return plain and not is_expected(fact) and not _HARM.search(fact.indicator)


def _pace(fact: Fact) -> str:
    match = _PACE.search(fact.indicator) or _PACE.search(fact.clause or fact.quote)
    if match is None:
        return "" if "/" in (fact.period or "/") else "同比"
    return re.sub("[比较]上年", "同比", match.group())


def _grown(told: Sequence[Fact]) -> Candidate:
    points = [Point(rate_name(f), f.value, _rate(f), (f.id,), tone_of(f)) for f in told]
    pace = _pace(told[0]) if all(_PACE.search(f.clause or f.quote) for f in told) else ""
    first = min(told, key=lambda f: f.start)  # of a list the total is told first
    top = told[0] if len(told) >= ENOUGH_TO_LEAD and told[0].value > 0 else first
    verb = "增长" if top.value >= 0 else ""
    lead = f"{rate_name(top)}{pace}{verb}{_rate(top)}"
    fastest = superlatives(told, f"{lead}，所列最快") if top is told[0] else ()
    spec = make_spec(
        ChartKind.BARS,
        [*fastest, lead, f"{rate_name(top)}{_rate(top)}"],
        f"{pace}增速，%；{top.scope}；{times_of(told)}",
        "%",
        points,
        OPEN if any(is_bound(f) for f in told) else "",
    )
    return Candidate(spec, 64 + len(told))


def _rate(fact: Fact) -> str:
    """Return the rate as printed; a decline says so, for its figure is printed without a sign."""
    shown = figure(fact)
    return f"下降{shown}" if fact.value < 0 and not re.search("[-－−降减]", shown) else shown
