"""A chart as an office program draws it itself, so that it can be edited there: a `Plot`.

Input: a `ChartSpec` and its look. Output: categories and series with their colours, or None for a
chart that only a picture shows rightly. It writes no file format.
"""

from __future__ import annotations

from itertools import pairwise

from briefgen.chart import ChartKind, ChartSpec, Colour, Plot, PlotKind, PlotMark, PlotSeries, Point
from briefgen.charts.bars import groups_of, number
from briefgen.charts.lines import places
from briefgen.charts.look import Look
from briefgen.charts.parts import part_colour

_BARS = frozenset((ChartKind.PAIRS, ChartKind.BARS, ChartKind.TARGET))
_PARTS = frozenset((ChartKind.STACKED, ChartKind.PROGRESS))
_EVEN = 0.02  # how far from even the dates of a line may stand, as a share of the line


def plot_of(spec: ChartSpec, look: Look) -> Plot | None:
    """Return the chart as series, or None where an office program would draw it wrongly.

    So measures of several units stay apart, as pictures do, and dates that lie unevenly: an axis of
    names would set them at equal steps.
    """
    if not all(abs(number(point)) < 1e15 for point in spec.points):  # a sheet keeps 15 digits
        return None
    if spec.kind in _BARS:
        return _bars(spec, look)
    if spec.kind in _PARTS:
        return _parts(spec, look)
    return _lines(spec, look) if spec.kind is ChartKind.LINE else None


def _bars(spec: ChartSpec, look: Look) -> Plot | None:
    groups = groups_of(spec.points)
    if len(groups) > 1 and not spec.unit:
        return None
    names = tuple(f"{p.group} {p.label}" if len(groups) > 1 else p.label for p in spec.points)
    marks = tuple(_mark(p, look.palette[0], look) for p in spec.points)
    series = PlotSeries(spec.subtitle or spec.title, marks, look.palette[0])
    return _plot(PlotKind.BARS, names, (series,), look)


def _parts(spec: ChartSpec, look: Look) -> Plot | None:
    """Return each part as a series of one bar; its name says its figure, as small parts cannot."""
    groups = groups_of(spec.points)
    if len(groups) > 1:
        return None
    one_hue = spec.kind is ChartKind.PROGRESS
    colours = [part_colour(look, at, one_hue) for at in range(len(spec.points))]
    series = tuple(
        PlotSeries(f"{p.label} {p.shown}", (_mark(p, colour, look),), colour)
        for p, colour in zip(spec.points, colours, strict=True)
    )
    return _plot(PlotKind.STACKED, (groups[0][0],), series, look)


def _lines(spec: ChartSpec, look: Look) -> Plot | None:
    groups = groups_of(spec.points)
    names = tuple(dict.fromkeys(p.label for p in spec.points))
    whole = all(tuple(p.label for p in points) == names for _, points in groups)
    steps = [b - a for a, b in pairwise(places(names))]
    if not whole or len(names) < 2 or max(steps) - min(steps) > _EVEN:
        return None
    series = []
    for at, (group, points) in enumerate(groups):
        colour = look.palette[at % len(look.palette)]
        marks = tuple(_mark(p, colour, look) for p in points)
        series.append(PlotSeries(group or spec.subtitle or spec.title, marks, colour))
    return _plot(PlotKind.LINE, names, tuple(series), look)


def _mark(point: Point, colour: Colour, look: Look) -> PlotMark:
    return PlotMark(point, look.fill(colour, point.tone), colour)


def _plot(
    kind: PlotKind, names: tuple[str, ...], series: tuple[PlotSeries, ...], look: Look
) -> Plot:
    sizes = (look.title, look.subtitle, look.label)
    return Plot(kind, names, series, look.ink, look.grey, look.axis, sizes)
