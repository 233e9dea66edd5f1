"""Horizontal bars: one panel of counts, a target beside the latest figure, or pairs in panels.

Input: the points of a chart and its width. Output: a `Body` that knows its height and paints
itself, never a bar that begins elsewhere than at zero.
Panels whose units are the same share one scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.chart import ChartKind, ChartSpec, Point
from briefgen.charts.letters import balanced, clean, widest, width, wrap
from briefgen.charts.look import Look
from briefgen.charts.sheet import Sheet
from briefgen.errors import DataError

GAP = 7.0  # points between a label and its bar, and between a bar and its figure
_BAR = 15.0  # thickness of a bar
ROW_GAP = 8.0
_PANEL_GAP = 20.0
_LEAST_BAR = 40.0  # the longest bar of a panel is never shorter than this
_TITLE_GAP = 4.0


def leading(size: float) -> float:
    """Return the distance between two baselines of type of this size."""
    return size * 1.34


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: the lines of its name and of its figure, and its height with the gap below."""

    point: Point
    label: tuple[str, ...]
    shown: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Scale:
    """From a value to points: the axis lies `zero` points right of the plot's left edge."""

    low: float
    high: float
    left: float  # room for the figures of negative bars
    length: float  # points from low to high

    def at(self, value: float) -> float:
        """Return how far right of the plot's left edge a value lies."""
        span = self.high - self.low
        return self.left + (0.0 if span == 0 else (value - self.low) / span * self.length)


def number(point: Point) -> float:
    """Return the value as a float; raise DataError where no bar can be that long."""
    value = float(point.value) if point.value.is_finite() else float("inf")
    if abs(value) == float("inf"):
        raise DataError(f"{point.label}: {point.value} cannot be drawn")
    return value


def rows_of(points: Sequence[Point], look: Look, label_limit: float, plot: float) -> list[Row]:
    """Return the rows of a panel, names wrapped to `label_limit`, figures to leave a bar."""
    rows = []
    for point in points:
        label = balanced(point.label, look.family, look.label, label_limit) if label_limit else ()
        shown = wrap(point.shown, look.bold, look.label, max(plot - _LEAST_BAR - 2 * GAP, 40.0))
        lines = max(len(label), len(shown))
        rows.append(
            Row(point, label, shown, max(_BAR, leading(look.label) * lines) + ROW_GAP),
        )
    return rows


def natural_width(points: Sequence[Point], look: Look) -> float:
    """Return the width of the longest name on one line, in points."""
    return max(width(clean(p.label), look.family, look.label) for p in points)


def scale_of(rows: Sequence[Row], values: Sequence[float], look: Look, plot: float) -> Scale:
    """Return the scale over `values` that leaves room for every row's figure beside its bar."""
    low, high = min(0.0, *values), max(0.0, *values)

    def room(negative: bool) -> float:
        chosen = [r.shown for r in rows if (number(r.point) < 0) is negative]
        return max((widest(s, look.bold, look.label) + GAP for s in chosen), default=0.0)

    left, right = room(True), room(False)
    return Scale(low, high, left, max(plot - left - right, 8.0))


def paint_rows(sheet: Sheet, rows: Sequence[Row], x: float, top: float, scale: Scale) -> None:
    """Draw bars, their figures and the zero line; the plot's left edge lies at `x`."""
    look, colour = sheet.look, sheet.look.palette[0]
    height = sum(r.height for r in rows)
    y = height
    for row in rows:
        middle, value = y - (row.height - ROW_GAP) / 2, number(row.point)
        start, end = sorted((x + scale.at(0.0), x + scale.at(value)))
        low = top - height + middle - _BAR / 2
        sheet.bar(start, low, end - start, _BAR, colour, row.point.tone)
        at, anchor = (start - GAP + 2, 1.0) if value < 0 else (end + GAP - 2, 0.0)
        line = leading(look.label)
        block = top - height + middle + line * len(row.shown) / 2
        sheet.lines(row.shown, at, block, look.label, line, bold=True, anchor=anchor)
        y -= row.height
    zero = x + scale.at(0.0)
    sheet.path([(zero, top - height + ROW_GAP - 2), (zero, top + 2)], look.axis, 0.8)


def paint_labels(sheet: Sheet, rows: Sequence[Row], x: float, top: float) -> None:
    """Print the names of rows at `x`, each in the middle of its bar."""
    line = leading(sheet.look.label)
    for row in rows:
        middle = top - (row.height - ROW_GAP) / 2
        sheet.lines(row.label, x, middle + line * len(row.label) / 2, sheet.look.label, line)
        top -= row.height


def groups_of(points: Sequence[Point]) -> list[tuple[str, list[Point]]]:
    """Return the points by group, groups in the order of their first point."""
    groups: dict[str, list[Point]] = {}
    for point in points:
        groups.setdefault(point.group, []).append(point)
    return list(groups.items())


@dataclass(frozen=True, slots=True)
class Panel:
    """One group of rows under its title, with the scale it is drawn on."""

    title: tuple[str, ...]
    rows: tuple[Row, ...]
    scale: Scale

    def title_height(self, look: Look) -> float:
        """Return the height of the title with the gap below it."""
        return leading(look.label) * len(self.title) + _TITLE_GAP if self.title else 0.0

    @property
    def height(self) -> float:
        """Return the height of the rows, without the gap under the last one."""
        return sum(r.height for r in self.rows) - ROW_GAP


class BarsBody:
    """Panels of bars; several panels stand side by side where all have the same row names."""

    def __init__(self, spec: ChartSpec, look: Look, width_pt: float) -> None:
        self._look = look
        self._width = width_pt
        groups = groups_of(spec.points)
        names = {tuple(p.label for p in points) for _, points in groups}
        side_by_side = spec.kind is ChartKind.PAIRS and len(names) == 1 and len(groups) > 1
        self._label = self._label_width(spec.points)
        self._columns = self._columns_of(groups) if side_by_side else 1
        self._panels = self._panels_of(spec, groups)
        lines = [self._panels[i : i + self._columns] for i in range(0, len(groups), self._columns)]
        self._lines = [self._even(line) for line in lines]
        self.height = sum(self._line_height(line) for line in self._lines) + 10.0 * (
            len(self._lines) - 1
        )

    def _label_width(self, points: Sequence[Point]) -> float:
        return min(natural_width(points, self._look), self._width * 0.36) + 0.5

    def _columns_of(self, groups: Sequence[tuple[str, list[Point]]]) -> int:
        """Return how many panels fit side by side, each with a bar that can be seen."""
        look = self._look
        need = max(
            width(clean(p.shown), look.bold, look.label) for _, points in groups for p in points
        )
        room = self._width - self._label - GAP
        for columns in (len(groups), 3, 2):
            fits = (room - _PANEL_GAP * (columns - 1)) / columns >= need + 2 * GAP + _LEAST_BAR
            if columns <= min(len(groups), 4) and fits and len(groups) % columns == 0:
                return columns
        return 1

    @property
    def _plot(self) -> float:
        room = self._width - self._label - GAP - _PANEL_GAP * (self._columns - 1)
        return room / self._columns

    def _panels_of(self, spec: ChartSpec, groups: Sequence[tuple[str, list[Point]]]) -> list[Panel]:
        look, every = self._look, [number(p) for p in spec.points]
        all_rows = rows_of(spec.points, look, self._label, self._plot)
        panels = []
        for name, points in groups:
            rows = rows_of(points, look, self._label, self._plot)
            shared = bool(spec.unit)
            values = every if shared else [number(p) for p in points]
            scale = scale_of(all_rows if shared else rows, values, look, self._plot)
            limit = self._plot if self._columns > 1 else self._width
            title = balanced(name, look.bold, look.label, limit) if name else ()
            panels.append(Panel(title, tuple(rows), scale))
        return panels

    def _even(self, line: list[Panel]) -> list[Panel]:
        """Return panels of one line with rows of the same heights, so that names fit all."""
        heights = [max(p.rows[i].height for p in line) for i in range(len(line[0].rows))]
        return [
            Panel(
                p.title,
                tuple(
                    Row(r.point, r.label, r.shown, h) for r, h in zip(p.rows, heights, strict=True)
                ),
                p.scale,
            )
            for p in line
        ]

    def _line_height(self, line: list[Panel]) -> float:
        return max(p.title_height(self._look) for p in line) + line[0].height

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw the panels below `top`."""
        for line in self._lines:
            under = top - max(p.title_height(sheet.look) for p in line)
            paint_labels(sheet, line[0].rows, 0.0, under)
            for index, panel in enumerate(line):
                x = self._label + GAP + index * (self._plot + _PANEL_GAP)
                at = x if self._columns > 1 else 0.0
                size = sheet.look.label
                above = under + panel.title_height(sheet.look)
                sheet.lines(panel.title, at, above, size, leading(size), bold=True)
                paint_rows(sheet, panel.rows, x, under, panel.scale)
            top -= self._line_height(line) + 10.0
