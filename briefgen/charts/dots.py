"""Shares of different wholes as dots, each on a line of its own from 0 to 100 %.

Input: points in percent. Output: a `Body`. The lines are never added up or stacked.
"""

from __future__ import annotations

from briefgen.chart import ChartSpec, Point, Tone
from briefgen.charts.bars import (
    GAP,
    ROW_GAP,
    leading,
    natural_width,
    number,
    paint_labels,
    rows_of,
)
from briefgen.charts.letters import widest
from briefgen.charts.look import Look
from briefgen.charts.sheet import Sheet
from briefgen.errors import DataError

_TICKS = (0, 25, 50, 75, 100)
_FOOT = 19.0
_FIGURE_GAP = 12.0
_ROOMY = 130.0  # points: a shorter rail has room for 0 and 100 % only


class DotsBody:
    """One rail a share, its dot at the value, its figure right of the rail."""

    def __init__(self, spec: ChartSpec, look: Look, width_pt: float) -> None:
        for point in spec.points:
            if not 0 <= number(point) <= 100:
                raise DataError(f"{point.label}: {point.value} is no share from 0 to 100")
        label = min(natural_width(spec.points, look), width_pt * 0.42) + 0.5
        self._x = label + 2 * GAP
        plot = width_pt - self._x
        self._rows = rows_of(spec.points, look, label, plot)
        figures = max(widest(r.shown, look.bold, look.label) for r in self._rows)
        self._length = max(plot - figures - _FIGURE_GAP, 40.0)
        self._rails = sum(r.height for r in self._rows) - ROW_GAP
        self.height = self._rails + _FOOT

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw the rails below `top`."""
        look, low, line = sheet.look, top - self._rails, leading(sheet.look.label)
        paint_labels(sheet, self._rows, 0.0, top)
        y = self._rails
        for row in self._rows:
            middle = y - (row.height - ROW_GAP) / 2
            self._paint_share(sheet, row.point, low + middle)
            x = self._x + self._length + _FIGURE_GAP
            block = low + middle + line * len(row.shown) / 2
            sheet.lines(row.shown, x, block, look.label, line, bold=True)
            y -= row.height
        for tick in _TICKS if self._length > _ROOMY else (0, 100):
            x = self._x + self._length * tick / 100
            sheet.path([(x, low - 2), (x, low - 5)], look.axis, 0.7)
            text = f"{tick}%" if tick in (0, 100) else str(tick)
            sheet.words(text, x, low - 7 - look.small, look.small, colour=look.grey, anchor=0.5)

    def _paint_share(self, sheet: Sheet, point: Point, y: float) -> None:
        look, colour, start = sheet.look, sheet.look.palette[0], self._x
        end = start + self._length * number(point) / 100
        dashed = point.tone in (Tone.EXPECTED, Tone.DERIVED)
        sheet.path([(start, y), (start + self._length, y)], look.grid, 4.0)
        sheet.path([(start, y), (end, y)], colour, look.line, dashed=dashed)
        sheet.mark(end, y, colour, look.fill(colour, point.tone), size=look.marker + 1)
