"""Rows of cells: data tables whose head repeats, and the cards of headline figures.

Input: set cells and the look of tables. Output: flowables. It does not know what a cell says.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import accumulate

from briefgen.writers.arrange import WHOLE_ROWS
from briefgen.writers.column_widths import column_widths
from briefgen.writers.linebreak import widest_box
from briefgen.writers.pdf_flow import Flowable, Prose, Space, Stack
from briefgen.writers.pdf_ink import Pen
from briefgen.writers.pdf_text import colour_of
from briefgen.writers.template import Border, TableLook

_SLACK = 0.01
_SPLIT_ABOVE = 150.0  # a row higher than this may be parted between two pages
_WHOLE_BELOW = 240.0  # unless it is higher than this
_REST_ROWS = 3  # that no fewer rows stand on the next page
_REPEAT_BELOW = 200.0  # a head higher than this does not stand on every page


class Row(Flowable):
    """Cells side by side at the relative `shares` of the column's width."""

    def __init__(
        self,
        cells: Sequence[Flowable],
        shares: Sequence[float],
        *,
        gap: float = 0.0,
        padding: tuple[float, float, float] = (0.0, 0.0, 0.0),
    ) -> None:
        self.cells = tuple(cells)
        self.shares = tuple(shares)
        self.gap = gap  # between two cells
        self.padding = padding  # of each cell: at the sides, above, below

    def _columns(self, width: float) -> list[tuple[float, float]]:
        """Return left edge and width of each cell's text."""
        room = width - self.gap * (len(self.cells) - 1)
        whole = sum(self.shares) or 1.0
        widths = [room * share / whole for share in self.shares]
        lefts = accumulate((w + self.gap for w in widths), initial=0.0)
        side = self.padding[0]
        return [
            (left + side, max(w - 2 * side, 1.0)) for left, w in zip(lefts, widths, strict=False)
        ]

    def height(self, width: float) -> float:
        """Return the height of the highest cell with its padding."""
        pairs = zip(self.cells, self._columns(width), strict=True)
        return max((c.height(w) for c, (_, w) in pairs), default=0.0) + sum(self.padding[1:])

    def split(self, width: float, room: float) -> tuple[Row, Row] | None:
        """Return the row's upper part and the rest: each cell is parted where it is too high."""
        inside = room - sum(self.padding[1:])
        upper: list[Flowable] = []
        lower: list[Flowable] = []
        for cell, (_, w) in zip(self.cells, self._columns(width), strict=True):
            if cell.height(w) <= inside + _SLACK:
                upper.append(cell)
                lower.append(Space(0.0))
                continue
            parts = cell.split(w, inside)
            if parts is None:
                return None
            upper.append(parts[0])
            lower.append(parts[1])
        return self._of(upper), self._of(lower)

    def _of(self, cells: Sequence[Flowable]) -> Row:
        return Row(cells, self.shares, gap=self.gap, padding=self.padding)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the cells from left to right, each from the upper edge."""
        for cell, (left, w) in zip(self.cells, self._columns(width), strict=True):
            cell.draw(pen, x + left, top - self.padding[1], w)


def fitted_shares(
    rows: Sequence[Sequence[Prose]], shares: Sequence[float], width: float, side: float
) -> list[float]:
    """Return the widths of columns by what their cells need; `side` is the padding of a cell."""
    cells, least = [], [0.0] * len(shares)
    for row in rows:
        edges = [2 * side + cell.fmt.left_pt + cell.fmt.right_pt + _SLACK for cell in row]
        cells.append([c.text.width() + edge for c, edge in zip(row, edges, strict=True)])
        words = [widest_box(c.text.measured) + edge for c, edge in zip(row, edges, strict=True)]
        least = [max(pair) for pair in zip(least, words, strict=True)]
    return column_widths(cells, least, shares, width)


class Table(Flowable):
    """A head and rows under it; where a page ends the head is drawn again on the next.

    A rule takes its width above its row, and the last one below it, as in Word.
    """

    adds_space = True  # a table of Word's has no space of its own: what follows it holds both

    def __init__(
        self, head: Row | None, rows: Sequence[Row], look: TableLook, *, goes_on: bool = False
    ) -> None:
        self.head = head
        self.rows = tuple(rows)
        self.look = look
        self.goes_on = goes_on  # its head stands on an earlier page: here it is a repetition

    def _head_height(self, width: float) -> float:
        if self.head is None:
            return 0.0
        return _thickness(self.look.rule_top) + self.head.height(width)

    def _over(self, at: int) -> Border | None:
        """Return the rule above a row below the head."""
        if at:
            return self.look.rule_row
        return self.look.rule_top if self.head is None else self.look.rule_head

    def _row_height(self, at: int, width: float) -> float:
        return _thickness(self._over(at)) + self.rows[at].height(width)

    def height(self, width: float) -> float:
        """Return the height of the head and all rows, with their rules."""
        rows = sum(self._row_height(at, width) for at in range(len(self.rows)))
        return self._head_height(width) + rows + _thickness(self.look.rule_bottom)

    def split(self, width: float, room: float) -> tuple[Flowable, Flowable] | None:
        """Return the rows that `room` holds and the rest; a very high row is itself parted."""
        if self._is_small(width):
            return None
        used, count = self._head_height(width) + _thickness(self.look.rule_bottom), 0
        for at in range(len(self.rows)):
            tall = self._row_height(at, width)
            if used + tall > room + _SLACK:
                break
            used, count = used + tall, count + 1
        high = self.rows[count] if count < len(self.rows) else None
        if high is not None and high.height(width) > _SPLIT_ABOVE:
            parts = high.split(width, room - used - _thickness(self._over(count)))
            if parts is not None:
                upper, lower = (*self.rows[:count], parts[0]), (parts[1], *self.rows[count + 1 :])
                return self._of(upper, width, 0), self._of(lower, width, 1)
        lack = _REST_ROWS - (len(self.rows) - count)
        if 0 < lack < _REST_ROWS and count - lack >= _REST_ROWS:
            count -= lack  # no row or two stand alone on the next page
        if count < min(self._least(width), len(self.rows)):
            return None
        return self._of(self.rows[:count], width, 0), self._of(self.rows[count:], width, 1)

    def _is_small(self, width: float) -> bool:
        few = len(self.rows) <= WHOLE_ROWS and not self.goes_on
        return few and self.height(width) < _WHOLE_BELOW

    def _least(self, width: float) -> int:
        """Return how many rows may stand at the foot of a page: one only where it is no mere line,
        or where the page holds nothing else, so that the table has to be parted somewhere."""
        is_high = bool(self.rows) and self.rows[0].height(width) > _SPLIT_ABOVE
        return 1 if self.goes_on or is_high else 2

    def _of(self, rows: Sequence[Row], width: float, at: int) -> Table:
        head = self.head if not at or self._head_height(width) <= _REPEAT_BELOW else None
        made = Table(head, rows, self.look, goes_on=self.goes_on or bool(at))
        made.before = 0.0 if at else self.before
        made.after = self.after if at else 0.0
        return made

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw tint and rules, then the words."""
        look, y = self.look, top
        rows = [(row, self._over(at)) for at, row in enumerate(self.rows)]
        if self.head is not None:
            rows.insert(0, (self.head, look.rule_top))
            if look.head_fill is not None:
                tall = self._head_height(width)
                pen.fill(x, top - tall, width, tall, colour_of(look.head_fill))
        for row, over in rows:
            y = _rule(pen, over, x, y, width)
            with pen.artifact() if row is self.head and self.goes_on else nullcontext():
                row.draw(pen, x, y, width)
            y -= row.height(width)
        _rule(pen, look.rule_bottom, x, y, width)


def _thickness(border: Border | None) -> float:
    return 0.0 if border is None else border.width_pt


def _rule(pen: Pen, border: Border | None, x: float, top: float, width: float) -> float:
    """Draw a rule below `top` and return its lower edge."""
    if border is not None:
        y = top - border.width_pt / 2
        pen.rule(x, y, x + width, y, border.width_pt, colour_of(border.colour))
    return top - _thickness(border)


class CardRow(Flowable):
    """Cards side by side: label, figure and note each begin at one height in all of them.

    They are drawn card by card, so that whoever extracts the text reads each as a whole. `columns`
    is how many cards have room in the row: a shorter row stands under the columns of the first.
    """

    adds_space = True

    def __init__(self, cards: Sequence[Sequence[Prose]], gap: float, columns: int) -> None:
        self.cards = tuple(tuple(card) for card in cards)
        self.gap = gap
        self.columns = columns

    def _card_width(self, width: float) -> float:
        return (width - self.gap * (self.columns - 1)) / self.columns

    def _levels(self, width: float) -> list[float]:
        """Return the height of the highest label, figure and note."""
        room = self._card_width(width)
        return [max(item.height(room) for item in level) for level in zip(*self.cards, strict=True)]

    def height(self, width: float) -> float:
        """Return the sum of the heights of labels, figures and notes."""
        return sum(self._levels(width))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw card by card; the rules of a card go on where its neighbour is higher."""
        levels, room = self._levels(width), self._card_width(width)
        for at, card in enumerate(self.cards):
            y = top
            for item, tall in zip(card, levels, strict=True):
                item.least = tall
                item.draw(pen, x + at * (room + self.gap), y, room)
                y -= tall

    def split(self, width: float, room: float) -> tuple[Flowable, Flowable] | None:
        """Return None for cards of any usual size; cards higher than a page become paragraphs."""
        if self.height(width) < _CARD_LIMIT:
            return None
        return Stack([item for card in self.cards for item in card]).split(width, room)


_CARD_LIMIT = 400.0
