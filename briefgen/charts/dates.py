"""A time line of dated milestones, one under the other in order of time.

Input: points whose `shown` is the date and whose `label` says what happened. Output: a `Body`. The
distance between two dates is not to scale: the dates themselves are printed.
"""

from __future__ import annotations

from briefgen.chart import ChartSpec, Tone
from briefgen.charts.bars import leading
from briefgen.charts.letters import widest, wrap
from briefgen.charts.look import Look
from briefgen.charts.sheet import Sheet

_ROW_GAP = 5.0
_AXIS = 14.0


class DatesBody:
    """A date, a dot on a line, and the words of what happened; hollow where it is not yet done."""

    def __init__(self, spec: ChartSpec, look: Look, width: float) -> None:
        self._points = spec.points
        limit = width * 0.3
        self._dates = [wrap(p.shown, look.bold, look.label, limit) for p in spec.points]
        self._date = max(widest(d, look.bold, look.label) for d in self._dates)
        self._x = self._date + 2 * _AXIS
        self._said = [wrap(p.label, look.family, look.label, width - self._x) for p in spec.points]
        line = leading(look.label)
        self._heights = [
            max(len(d), len(s)) * line + _ROW_GAP
            for d, s in zip(self._dates, self._said, strict=True)
        ]
        self.height = sum(self._heights) - _ROW_GAP

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw the dates below `top`."""
        look, line = sheet.look, leading(sheet.look.label)
        x = self._date + _AXIS
        dots, y = [], top - line / 2
        for height in self._heights:
            dots.append(y)
            y -= height
        sheet.path([(x, dots[0]), (x, dots[-1])], look.axis, 0.9)
        colour = look.palette[0]
        for index, (point, dot) in enumerate(zip(self._points, dots, strict=True)):
            hollow = point.tone in (Tone.EXPECTED, Tone.DERIVED)
            fill = (1.0, 1.0, 1.0) if hollow else colour
            sheet.mark(x, dot, colour, fill, size=look.marker - 0.5)
            above = dot + line / 2
            sheet.lines(self._dates[index], self._date, above, look.label, line, bold=True,
                        anchor=1.0)  # fmt: skip
            sheet.lines(self._said[index], self._x, above, look.label, line)
