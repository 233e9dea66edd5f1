"""A line through three or more dates of one indicator, or of up to four.

Input: points in order of time; a label that begins with a year sets the place, else all stand
equally far apart. Output: a `Body`. The axis may begin above zero: a quarter of the height is left
below the lowest point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefgen.chart import ChartSpec, Point, Tone
from briefgen.charts.bars import groups_of, leading, number
from briefgen.charts.letters import balanced, clean, width
from briefgen.charts.look import Look
from briefgen.charts.parts import spread
from briefgen.charts.sheet import Sheet

_PLOT = 96.0
_BELOW = 0.28  # of the height: kept free below the lowest point
_ABOVE = 0.16
_DATE = re.compile(r"(\d{4})年?(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_MARKERS = ("o", "s", "^", "D")


Box = tuple[float, float, float, float]  # left, low, right, high


def _apart(a: Box, b: Box) -> bool:
    return a[2] + 3 < b[0] or b[2] + 3 < a[0] or a[3] < b[1] or b[3] < a[1]


def places(labels: Sequence[str]) -> list[float]:
    """Return where labels stand from 0 to 1: by their dates if all begin with one, else evenly."""
    dates = [_DATE.match(label) for label in labels]
    if len(labels) == 1:
        return [0.5]
    if all(dates):
        days = [int(m[1]) * 372.0 + int(m[2] or 7) * 31.0 + int(m[3] or 15) for m in dates if m]
        if all(a < b for a, b in pairwise(days)):
            return [(d - days[0]) / (days[-1] - days[0]) for d in days]
    return [i / (len(labels) - 1) for i in range(len(labels))]


class LinesBody:
    """Lines with a marker at each date; the figure stands above its marker where there is room."""

    def __init__(self, spec: ChartSpec, look: Look, width_pt: float) -> None:
        self._look = look
        self._groups = groups_of(spec.points)
        self._labels = list(dict.fromkeys(p.label for p in spec.points))
        if len(self._groups) == 1:  # equal names stay two dates
            self._labels = [p.label for p in spec.points]
        # beside the last marker stand name and figure of each line: no legend
        several = len(self._groups) > 1
        limit = width_pt * 0.36
        self._ends = {name: self._end_of(name, p, limit) for name, p in self._groups if several}
        ends = [width(t, look.bold, look.label) for e in self._ends.values() for t in e]
        self._right = max(ends) + 10.0 if several else 0.0
        stack = sum(len(e) for e in self._ends.values()) * leading(look.label)
        self._plot = max(_PLOT, stack)
        self._inset = 26.0
        self._length = width_pt - 2 * self._inset - self._right + (20.0 if self._right else 0.0)
        self._at = [self._inset + p * self._length for p in places(self._labels)]
        limit = max(self._length / max(len(self._labels) - 1, 1) - 8.0, 30.0)
        self._names = [balanced(t, look.family, look.small, limit) for t in self._labels]
        self._foot = 6.0 + leading(look.small) * max(len(n) for n in self._names)
        self._width = width_pt
        self.height = self._plot + self._foot

    def _end_of(self, name: str, points: Sequence[Point], limit: float) -> tuple[str, ...]:
        """Return the lines of a line's name and last figure, as they stand beside its end."""
        look = self._look
        return balanced(f"{name} {points[-1].shown}", look.bold, look.label, limit)

    def _y(self, value: float) -> float:
        values = [number(p) for _, points in self._groups for p in points]
        low, high = min(values), max(values)
        room = self._plot * (1 - _BELOW - _ABOVE)
        return self._plot * _BELOW + (
            room / 2 if high == low else (value - low) / (high - low) * room
        )

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw the lines below `top`."""
        look, floor = sheet.look, top - self._plot
        sheet.path([(0.0, floor), (self._width - self._right, floor)], look.axis, 0.8)
        self._paint_dates(sheet, floor)
        for index, (_, points) in enumerate(self._groups):
            colour = look.palette[index % len(look.palette)]
            xs = self._places_of(points)
            ys = [floor + self._y(number(p)) for p in points]
            sheet.path(list(zip(xs, ys, strict=True)), colour, look.line)
            for x, y, point in zip(xs, ys, points, strict=True):
                hollow = point.tone in (Tone.EXPECTED, Tone.DERIVED)
                fill = (1.0, 1.0, 1.0) if hollow else colour
                sheet.mark(x, y, colour, fill, size=look.marker, shape=_MARKERS[index % 4])
        if len(self._groups) == 1:
            self._paint_figures(sheet, self._groups[0][1], floor)
        else:
            self._paint_ends(sheet, floor)

    def _places_of(self, points: Sequence[Point]) -> list[float]:
        if len(self._groups) == 1:
            return self._at
        return [self._at[self._labels.index(p.label)] for p in points]

    def _paint_dates(self, sheet: Sheet, floor: float) -> None:
        look = sheet.look
        edge = -1.0
        for x, name in zip(self._at, self._names, strict=True):
            sheet.path([(x, floor), (x, floor - 3)], look.axis, 0.8)
            half = max(width(n, look.family, look.small) for n in name) / 2
            middle = min(max(x, half), self._width - half)
            if middle - half > edge:  # a date that would touch the last one is left to the table
                sheet.lines(name, middle, floor - 5, look.small, leading(look.small),
                            colour=look.grey, anchor=0.5)  # fmt: skip
                edge = middle + half + 4.0

    def _paint_figures(self, sheet: Sheet, points: Sequence[Point], floor: float) -> None:
        """Print figures beside their markers; first, last and extremes win where room is short."""
        look = sheet.look
        values = [number(p) for p in points]
        ends = {0, len(points) - 1}
        extremes = {values.index(max(values)), values.index(min(values))}
        taken: list[Box] = []
        for index in sorted(
            range(len(points)), key=lambda i: (i not in ends, i not in extremes, i)
        ):
            shown = clean(points[index].shown)
            wide = width(shown, look.bold, look.label)
            free = [
                box
                for box in self._boxes(index, values, wide)
                if not self._crosses(box, values) and all(_apart(box, other) for other in taken)
            ]
            if free:
                taken.append(free[0])
                x, y = free[0][0], floor + free[0][1] + 0.12 * look.label
                sheet.words(shown, x, y, look.label, bold=True)

    def _boxes(self, index: int, values: Sequence[float], wide: float) -> list[Box]:
        """Return where a figure may stand, best first: away from the line, then above, below."""
        look, x, y = self._look, self._at[index], self._y(values[index])
        before = values[index - 1] if index else values[index]
        after = values[index + 1] if index + 1 < len(values) else values[index]
        off = look.marker / 2 + 3.0
        above, below = y + off, y - off - look.label
        shifts = [
            (0.5, above),
            (0.5, below),
            (1.0, above),
            (0.0, above),
            (1.0, below),
            (0.0, below),
        ]
        if before < values[index] < after:
            shifts.insert(0, (1.0, above))
        elif before > values[index] > after:
            shifts.insert(0, (0.0, above))
        elif min(before, after) >= values[index] and before != after:
            shifts.insert(0, (0.5, below))
        lefts = [(min(max(x - s * wide, 0.0), self._width - wide), low) for s, low in shifts]
        return [(left, low, left + wide, low + look.label) for left, low in lefts]

    def _crosses(self, box: Box, values: Sequence[float]) -> bool:
        """Return whether the line or a marker runs through a box."""
        ys = [self._y(v) for v in values]
        radius = self._look.marker / 2
        for x, y in zip(self._at, ys, strict=True):
            if not _apart(box, (x - radius, y - radius, x + radius, y + radius)):
                return True
        for (x0, y0), (x1, y1) in pairwise(zip(self._at, ys, strict=True)):
            for step in range(33):
                x, y = x0 + (x1 - x0) * step / 32, y0 + (y1 - y0) * step / 32
                if box[0] - 1 < x < box[2] + 1 and box[1] - 1 < y < box[3] + 1:
                    return True
        return box[1] < 1.0

    def _paint_ends(self, sheet: Sheet, floor: float) -> None:
        """Print each line's name and last figure right of it, moved apart where they touch."""
        look, line = sheet.look, leading(sheet.look.label)
        order = sorted(self._groups, key=lambda g: number(g[1][-1]))
        ends = [self._ends[name] for name, _ in order]
        heights = [line * len(e) for e in ends]
        wanted = [
            self._y(number(points[-1])) - high / 2
            for (_, points), high in zip(order, heights, strict=True)
        ]
        lows = spread(wanted, heights, self._plot, 0.0)
        x = self._width - self._right + 8.0
        for end, low, high in zip(ends, lows, heights, strict=True):
            sheet.lines(end, x, floor + low + high, look.label, line, bold=True)
