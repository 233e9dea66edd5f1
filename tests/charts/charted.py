"""Facts that the chart tests are made of.

`figures.jsonl` holds 60 figures of the five articles in seeds/, annotated by hand (not by our own
extractor), in the wire form. Facts made by `fact` are invented: 清河区 does not exist.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from briefgen.chart import ChartKind, ChartSpec
from briefgen.charts.choose import choose_charts
from briefgen.document import Area
from briefgen.fact import Fact, Kind, Level, Series

AREA = Area("清河区", ("清河",), "江北市", ("石桥镇", "清河科技公司"))
REAL_AREA = Area("北碚区", ("北碚",), "重庆市")
THEME = "科技创新"


def real_facts() -> tuple[Fact, ...]:
    """Return the annotated figures of the five articles."""
    lines = (Path(__file__).parent / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Fact.from_wire(json.loads(line)) for line in lines)


def real_series() -> tuple[Series, ...]:
    """Return the three measures that two of the articles tell."""
    by_id = {f.id: f for f in real_facts()}

    def series(name: str, unit: str, first: str, last: str, *aliases: str) -> Series:
        return Series(name, unit, (by_id[first], by_id[last]), aliases)

    return (
        series("森林覆盖率", "%", "s000-012", "s001-017"),
        series("人均公园绿地面积", "平方米", "s000-013", "s001-018"),
        series(
            "全社会研发经费投入强度",
            "%",
            "s000-008",
            "s001-024",
            "全社会研发投入占地区生产总值比重",
        ),
    )


_PLACES: dict[str, int] = {}


def fact(name: str, shown: str, unit: str = "家", **changes: Any) -> Fact:
    """Return an invented figure of 清河区; facts of one source follow each other in one list."""
    source = changes.get("source", "a.txt")
    at = changes.pop("at", None)
    start = _PLACES.get(source, 0) if at is None else at
    after = "" if unit == "%" and shown.endswith("%") else unit
    quote = changes.pop("quote", f"{name}{shown}{after}")
    _PLACES[source] = start + len(quote) + 1
    place = quote.rfind(shown)
    digits = shown.replace("%", "").replace("万", "") or "0"
    value = Decimal(digits) * (10000 if "万" in shown else 1)
    made = Fact(
        id=f"{source[0]}-{name}-{shown}-{unit}",
        source=source,
        start=start,
        end=start + len(quote),
        quote=quote,
        kind=Kind.COUNT,
        indicator=name,
        scope="清河区",
        level=Level.DISTRICT,
        themes=(THEME,),
        article="清河区的一年",
        published="2023-01",
        values=(value,),
        number_start=start + place if place >= 0 else None,
        number_end=start + place + len(shown) if place >= 0 else None,
        number_text=shown,
        unit=unit,
        period="2022",
        period_inferred=True,
        clause=quote,
    )
    return replace(made, **changes)


def told(first: Fact, last: Fact) -> Series:
    """Return the series of two facts, the earlier one from a report of December 2021."""
    earlier = replace(
        first, source="e.txt", id="e" + first.id, published=first.published
        if first.published != "2023-01" else "2021-12",
    )  # fmt: skip
    return Series(last.indicator, last.unit or "", (earlier, last))


def charts(facts: Sequence[Fact], *series: Series, theme: str = THEME) -> tuple[ChartSpec, ...]:
    """Return the charts of invented facts."""
    own = [*facts, *(f for s in series for f in s.facts)]
    return choose_charts(own, series, AREA, theme)


def kinds(specs: Sequence[ChartSpec]) -> list[ChartKind]:
    """Return the kinds of charts in order."""
    return [s.kind for s in specs]
