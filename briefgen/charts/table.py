"""A chart's figures as a file for a spreadsheet: values, units, hedges, periods, sources, fact ids.

Input: a `ChartSpec` and the facts that it shows. Output: the bytes of a .csv. It adds no figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from briefgen.chart import ChartKind, ChartSpec, Point, Tone
from briefgen.fact import Fact
from briefgen.spreadsheet import Cell, csv_bytes
from briefgen.telling import report_text, time_text

_HEADS = {
    "zh": "图题、组别、名称、数值、单位、写法、限定、性质、时期、报道、来源、事实编号",
    "en": "chart、group、label、value、unit、shown、hedge、kind、period、report、source、fact ids",
}
_TONES = {
    "zh": {
        Tone.ACTUAL: "实际",
        Tone.EARLIER: "前期",
        Tone.EXPECTED: "预计、目标或界限",
        Tone.DERIVED: "推算",
    },
    "en": {
        Tone.ACTUAL: "actual",
        Tone.EARLIER: "earlier",
        Tone.EXPECTED: "expected, target or bound",
        Tone.DERIVED: "derived",
    },
}


def chart_csv(spec: ChartSpec, facts: Mapping[str, Fact], language: str = "zh") -> bytes:
    """Return one row a point, in the order drawn; a date of a time line is written as one."""
    known = language if language in _HEADS else "zh"
    rows = [_row(spec, point, facts, _TONES[known]) for point in spec.points]
    return csv_bytes(_HEADS[known].split("、"), rows)


def _row(
    spec: ChartSpec, point: Point, facts: Mapping[str, Fact], tones: Mapping[Tone, str]
) -> list[Cell]:
    told = [facts[i] for i in point.fact_ids if i in facts]
    dated = spec.kind is ChartKind.TIMELINE
    value: Cell = point.value
    if dated:  # no more of the date than is stated: 2022-05
        stated = (f.period for f in told if f.period)
        value = next(stated, date.fromordinal(int(point.value)).isoformat())

    def each(read: Callable[[Fact], str]) -> str:
        return "；".join(dict.fromkeys(filter(None, (read(f) for f in told))))

    return [
        spec.title,
        point.group,
        point.label,
        value,
        "" if dated else spec.unit or _unit_of(told),
        point.shown,
        each(lambda f: "、".join(f.qualifiers)),
        tones[point.tone],
        each(time_text),
        each(lambda f: report_text(f.published)),
        each(lambda f: f.article or f.source),
        "；".join(point.fact_ids),
    ]


def _unit_of(told: Iterable[Fact]) -> str:
    """Return the unit of a point in a chart of several units: that of its facts."""
    return next((f.unit for f in told if f.unit), "")
