"""Small print in columns side by side, filled one after the other and as high as each other.

Input: flowables and a number of columns. Output: one flowable that a page may part. It sets no
text.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.writers.column_widths import GUTTER_PT
from briefgen.writers.pdf_flow import Flowable
from briefgen.writers.pdf_ink import Pen
from briefgen.writers.pdf_pages import Page, paginate

_STEP_PT = 1.0  # as near as the columns' height is looked for


class Columns(Flowable):
    """Flowables in `count` columns of equal width; the last may be the shorter one."""

    def __init__(self, items: Sequence[Flowable], count: int) -> None:
        self.items = tuple(items)
        self.count = count
        self.before = self.items[0].before if self.items else 0.0
        self.after = self.items[-1].after if self.items else 0.0
        self._filled: tuple[float, float, tuple[Page, ...]] | None = None

    def column_width(self, width: float) -> float:
        """Return the width of a column, in points."""
        return (width - (self.count - 1) * GUTTER_PT) / self.count

    def _pages(self, width: float, high: float) -> tuple[Page, ...]:
        """Return the columns of that height, as many as it takes."""
        above = self.before  # it stands above all columns, so it is no part of the first
        return paginate(
            self.items, self.column_width(width), lambda n: high + (above if n == 1 else 0.0)
        )

    def _tall(self, columns: Sequence[Page], width: float) -> float:
        """Return the height of the highest column."""
        wide = self.column_width(width)
        lows = [
            placed.drop + placed.flowable.height(wide) - (self.before if at == 0 else 0.0)
            for at, column in enumerate(columns)
            for placed in column
        ]
        return max(lows, default=0.0)

    def _balanced(self, width: float) -> tuple[float, tuple[Page, ...]]:
        """Return the least height that `count` columns hold everything in, and these columns."""
        if self._filled is None or self._filled[0] != width:
            low, high = 0.0, self._tall(self._pages(width, float("inf")), width)
            while high - low > _STEP_PT:
                middle = (low + high) / 2
                made = self._pages(width, middle)
                fits = len(made) <= self.count and self._tall(made, width) <= middle + _STEP_PT
                low, high = (low, middle) if fits else (middle, high)
            columns = self._pages(width, high)
            self._filled = width, self._tall(columns, width), columns
        return self._filled[1], self._filled[2]

    def height(self, width: float) -> float:
        """Return the height of the highest column."""
        return self._balanced(width)[0]

    def split(self, width: float, room: float) -> tuple[Flowable, Flowable] | None:
        """Return columns as high as `room`, and what is left for the next page."""
        made = self._pages(width, room)
        here, rest = made[: self.count], made[self.count :]
        alone = any(column and column[-1].flowable.keep_with_next for column in here)
        if not rest or alone or self._tall(here, width) > room + _STEP_PT:
            return None  # a source's title does not stand at the foot of a column
        return self._of(here), self._of(rest)

    def _of(self, columns: Sequence[Page]) -> Columns:
        return Columns([placed.flowable for column in columns for placed in column], self.count)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw column after column."""
        wide = self.column_width(width)
        for at, column in enumerate(self._balanced(width)[1]):
            start = top + (self.before if at == 0 else 0.0)
            for placed in column:
                left = x + at * (wide + GUTTER_PT)
                placed.flowable.draw(pen, left, start - placed.drop, wide)
