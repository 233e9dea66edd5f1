"""One bar cut into the parts of a whole, or into what is done and what is left.

Input: the points of a chart and its width. Output: a `Body`. It adds nothing up: whether the parts
make a whole is settled where the chart is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.chart import ChartKind, ChartSpec, Colour, Point, Tone
from briefgen.charts.bars import BarsBody, groups_of, leading, number
from briefgen.charts.letters import balanced, widest
from briefgen.charts.look import Look, mix
from briefgen.charts.sheet import Sheet
from briefgen.errors import DataError

_BAR = 24.0
_LEADER = 9.0
_LABEL_GAP = 10.0
_LEAST_LABEL = 46.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the bar from `start` to `end` points, with the lines of its label at `x`."""

    point: Point
    start: float
    end: float
    name: tuple[str, ...]
    shown: tuple[str, ...]
    x: float
    width: float


def spread(
    wanted: Sequence[float], widths: Sequence[float], limit: float, gap: float = _LABEL_GAP
) -> list[float]:
    """Return left edges near `wanted`, in order, at least `gap` apart, all inside [0, limit]."""
    at: list[float] = []
    edge = 0.0
    for left, width in zip(wanted, widths, strict=True):
        at.append(max(left, edge))
        edge = at[-1] + width + gap
    edge = limit
    for index in range(len(at) - 1, -1, -1):
        at[index] = max(min(at[index], edge - widths[index]), 0.0)
        edge = at[index] - gap
    return at


def part_colour(look: Look, index: int, one_hue: bool) -> Colour:
    """Return the colour of a part: parts beyond the palette take its hues again, paler."""
    if one_hue:
        return look.palette[0]
    count = len(look.palette)
    hue = look.palette[index % count]
    return hue if index < count else mix(hue, 0.6)


class PartsBody:
    """One segmented bar a group, names and figures below it, led to their parts by fine lines."""

    def __init__(self, spec: ChartSpec, look: Look, width: float) -> None:
        self._look = look
        self._width = width
        self._one_hue = spec.kind is ChartKind.PROGRESS
        self._bars = [
            (balanced(name, look.bold, look.label, width) if name else (), self._segments(points))
            for name, points in groups_of(spec.points)
        ]
        self.height = sum(self._bar_height(*bar) for bar in self._bars) + 12.0 * (
            len(self._bars) - 1
        )

    def _segments(self, points: Sequence[Point]) -> list[Segment]:
        values = [number(p) for p in points]
        whole = sum(values)
        if min(values) < 0 or whole <= 0:
            raise DataError("the parts of a whole are not negative, and not all zero")
        cuts, total = [0.0], 0.0
        for value in values:
            total += value
            cuts.append(total / whole * self._width)
        names, shown = self._labels(points)
        look = self._look
        widths = [
            max(widest(n, look.family, look.label), widest(s, look.bold, look.label))
            for n, s in zip(names, shown, strict=True)
        ]
        at = spread(cuts[:-1], widths, self._width)
        return [
            Segment(p, cuts[i], cuts[i + 1], names[i], shown[i], at[i], widths[i])
            for i, p in enumerate(points)
        ]

    def _labels(
        self, points: Sequence[Point]
    ) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
        """Return the lines of names and figures, wrapped only where they do not fit."""
        look, share = self._look, self._width / len(points) - _LABEL_GAP

        def lines(limit: float) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
            return (
                [balanced(p.label, look.family, look.label, limit) for p in points],
                [balanced(p.shown, look.bold, look.label, limit) for p in points],
            )

        names, shown = lines(1e9)
        total = sum(
            max(widest(n, look.family, look.label), widest(s, look.bold, look.label)) + _LABEL_GAP
            for n, s in zip(names, shown, strict=True)
        )
        return (names, shown) if total <= self._width + _LABEL_GAP else lines(share)

    def _bar_height(self, title: tuple[str, ...], segments: Sequence[Segment]) -> float:
        line = leading(self._look.label)
        label = max(len(s.name) + len(s.shown) for s in segments) * line
        return line * len(title) + (4.0 if title else 0.0) + _BAR + _LEADER + label

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw the bars below `top`."""
        line = leading(sheet.look.label)
        for title, segments in self._bars:
            under = top - line * len(title) - (4.0 if title else 0.0)
            sheet.lines(title, 0.0, top, sheet.look.label, line, bold=True)
            self._paint_bar(sheet, segments, under)
            top -= self._bar_height(title, segments) + 12.0

    def _paint_bar(self, sheet: Sheet, segments: Sequence[Segment], top: float) -> None:
        look, low = sheet.look, top - _BAR
        for index, part in enumerate(segments):
            colour, tone = part_colour(look, index, self._one_hue), part.point.tone
            wide = part.end - part.start
            inset = 0.0 if tone is Tone.ACTUAL else look.edge / 2
            sheet.bar(
                part.start + inset, low + inset, max(wide - 2 * inset, 0.0), _BAR - 2 * inset,
                colour, tone,
            )  # fmt: skip
            if index:  # a white gap, unless it would eat up a part that is hardly seen
                gap = min(1.4, wide / 3, (part.start - segments[index - 1].start) / 3)
                sheet.path([(part.start, low), (part.start, top)], (1.0, 1.0, 1.0), gap)
        for part in segments:
            self._paint_label(sheet, part, low)

    def _paint_label(self, sheet: Sheet, part: Segment, low: float) -> None:
        look, line = sheet.look, leading(sheet.look.label)
        at = min(max(part.x + 0.5, part.start + 0.5), max(part.end - 0.5, part.start))
        sheet.path([(at, low - 1), (part.x + 0.5, low - _LEADER + 1)], look.axis, 0.7)
        below = low - _LEADER
        sheet.lines(part.name, part.x, below, look.label, line)
        sheet.lines(part.shown, part.x, below - line * len(part.name), look.label, line, bold=True)


def parts_body(spec: ChartSpec, look: Look, width: float) -> PartsBody | BarsBody:
    """Return one segmented bar, or bars one under the other where the labels would not fit."""
    most = max(len(points) for _, points in groups_of(spec.points))
    if width / most - _LABEL_GAP < _LEAST_LABEL:
        return BarsBody(spec, look, width)
    return PartsBody(spec, look, width)
