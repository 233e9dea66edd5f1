"""A chart as a part of a brief: what it says and shows, and the same once drawn.

Input: the rules of charts, which choose, and the drawing, which fills. Output: what both writers
lay. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


class ChartKind(StrEnum):
    """The forms a chart may take; each has its own rule for when it is right."""

    PAIRS = "pairs"  # one indicator, two reports: two bars, the earlier one faded
    BARS = "bars"  # counts of one subject group, sorted horizontal bars
    SHARES = "shares"  # shares of different wholes, dots on 0 to 100 %
    STACKED = "stacked"  # parts of one whole, one bar
    PROGRESS = "progress"  # a whole and the part that is done, one bar
    LINE = "line"  # three or more dates of one indicator
    TARGET = "target"  # a target beside the latest comparable figure
    TIMELINE = "timeline"  # dated milestones


class Tone(StrEnum):
    """How sure and how new a value is; each tone looks different, in greyscale too."""

    ACTUAL = "actual"
    EARLIER = "earlier"
    EXPECTED = "expected"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart: `label` names it, `shown` is what is printed beside it (近1万家)."""

    label: str
    value: Decimal
    shown: str
    fact_ids: tuple[str, ...]
    tone: Tone = Tone.ACTUAL
    group: str = ""  # the panel or series it belongs to; empty where there is one


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """What a chart says and shows; on a time line a point's value is its date's ordinal day."""

    id: str
    kind: ChartKind
    title: str  # the message, at most 22 characters
    subtitle: str  # measure, unit, place, period
    unit: str
    points: tuple[Point, ...]
    note: str = ""
    source: str = ""  # the source line, drawn below by the writers
    alt: str = ""  # the text alternative: message, values, units

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """Return the ids of all facts shown, each once, in order."""
        return tuple(dict.fromkeys(i for p in self.points for i in p.fact_ids))


def map_spec(spec: ChartSpec, change: Callable[[str], str]) -> ChartSpec:
    """Return the chart with `change` applied to every string that it prints or reads aloud."""
    points = (
        replace(p, label=change(p.label), shown=change(p.shown), group=change(p.group))
        for p in spec.points
    )
    return replace(
        spec,
        title=change(spec.title),
        subtitle=change(spec.subtitle),
        unit=change(spec.unit),
        note=change(spec.note),
        source=change(spec.source),
        alt=change(spec.alt),
        points=tuple(points),
    )


# --- drawn charts -----------------------------------------------------------------------------

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A path in points from the lower left: `("M"|"L", (x, y))`, `("C", six)`, `("Z", ())`."""

    path: tuple[tuple[str, tuple[float, ...]], ...]
    fill: Colour | None
    line: Colour | None
    width: float
    dash: tuple[float, ...] = ()
    alpha: float = 1.0
    clip: tuple[float, float, float, float] | None = None  # x, y, width, height


@dataclass(frozen=True, slots=True)
class Words:
    """Text at a baseline point, rotated counter-clockwise by `angle` degrees."""

    text: str
    x: float
    y: float
    size: float
    face: str  # key of a packaged font face
    colour: Colour
    angle: float = 0.0


class PlotKind(StrEnum):
    """The charts that an office program draws itself."""

    BARS = "bars"  # horizontal, side by side
    LINE = "line"
    STACKED = "stacked"  # one horizontal bar


@dataclass(frozen=True, slots=True)
class PlotMark:
    """A point with the colours of its bar or marker."""

    point: Point
    fill: Colour
    edge: Colour


@dataclass(frozen=True, slots=True)
class PlotSeries:
    """A row of marks, one a category."""

    name: str
    marks: tuple[PlotMark, ...]
    colour: Colour


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart as categories and series; `sizes` are those of title, subtitle and labels."""

    kind: PlotKind
    categories: tuple[str, ...]
    series: tuple[PlotSeries, ...]
    ink: Colour
    grey: Colour
    axis: Colour
    sizes: tuple[float, float, float]  # points


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart drawn once: vector strokes and words for the PDF, a PNG of the same for Word.

    `svg` holds the same marks as a file of their own; `plot` the chart as an office program draws
    it, None where that would show it wrongly.
    """

    width: float  # points
    height: float
    marks: tuple[Stroke | Words, ...]
    png: bytes
    svg: bytes = b""
    plot: Plot | None = None
