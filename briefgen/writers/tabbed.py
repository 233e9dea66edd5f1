"""Where the pieces of a line with tabs stand, for both writers.

Input: the measured pieces between the tabs, the stops and the width. Output: the row and the place
of each. A piece that does not fit beside the one before it goes to its stop on the next row; one
that is wider than a row is broken as a paragraph is. It draws nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.writers.linebreak import Line, break_lines
from briefgen.writers.linespace import Measured
from briefgen.writers.template_model import ParagraphFormat, TabStop, TemplateParagraph

_CLEAR_EM = 0.5  # between two tabbed pieces, at least
_SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two tabs: pictures of a width in all, then words."""

    text: Measured
    pictures_pt: float = 0.0

    @property
    def width(self) -> float:
        """Return the width of pictures and words on one line."""
        return self.pictures_pt + self.text.left[-1]


@dataclass(frozen=True, slots=True)
class Spot:
    """One line of a piece: its row, counted from 0, and where it begins from the column's left.

    Pictures of the piece stand before its first line. `at_stop` is false for a piece that begins
    at the left of a row instead.
    """

    piece: int
    row: int
    left: float
    line: Line
    is_first: bool
    at_stop: bool


def place_pieces(
    paragraph: TemplateParagraph, pieces: Sequence[Piece], width: float
) -> tuple[Spot, ...]:
    """Return where each line of the pieces stands in a column of `width`, in order."""
    fmt = paragraph.format
    stops = stops_within(paragraph.tabs, width)
    right = width - fmt.right_pt
    row, at = 0, first_left(fmt)
    spots: list[Spot] = []
    for number, piece in enumerate(pieces):
        left: float | None = at
        if number:
            clear = _CLEAR_EM * fmt.size_pt if at > 0 else 0.0
            step = paragraph.default_tab_pt
            usual = TabStop((at // step + 1) * step, "left")
            nearest = next((s for s in stops if s.position_pt > at + 0.01), usual)
            left = _at_stop(nearest, piece.width)
            if piece.width and not _fits(left, piece.width, at + clear, right):
                row += any(pieces[spot.piece].width for spot in spots)
                own = stops[min(number, len(stops)) - 1] if stops else None
                left = None if own is None else _at_stop(own, piece.width)
        if number and piece.width and not _fits(left, piece.width, 0.0, right):
            left = None
        made = _lines(number, row, left, piece, fmt, right)
        row, at = made[-1].row, made[-1].left + made[-1].line.width
        at += piece.pictures_pt if len(made) == 1 else 0.0
        spots += made
    return tuple(spots)


def stops_within(tabs: Sequence[TabStop], width: float) -> list[TabStop]:
    """Return the stops of a column; one beyond its right edge counts as one at that edge."""
    stops = {min(s.position_pt, width): TabStop(min(s.position_pt, width), s.align) for s in tabs}
    return [stops[at] for at in sorted(stops)]


def first_left(fmt: ParagraphFormat) -> float:
    """Return where the first line of a paragraph begins."""
    return fmt.left_pt - fmt.hanging_pt + fmt.first_line_chars * fmt.size_pt


def _at_stop(stop: TabStop, wide: float) -> float:
    """Return where a piece of `wide` begins at a stop."""
    return stop.position_pt - wide * {"center": 0.5, "right": 1.0}.get(stop.align, 0.0)


def _fits(left: float | None, wide: float, least: float, right: float) -> bool:
    return left is not None and left >= least - 0.01 and left + wide <= right + _SLACK


def _lines(
    number: int, row: int, left: float | None, piece: Piece, fmt: ParagraphFormat, right: float
) -> list[Spot]:
    """Return the lines of a piece that begins at `left`, or at the left of its row."""
    begin, end = fmt.left_pt if left is None else left, len(piece.text.text)
    lines: Sequence[Line] = ()
    if begin + piece.width > right + _SLACK:
        room = max(right - begin - piece.pictures_pt, fmt.size_pt)
        lines = break_lines(piece.text, room, max(right - fmt.left_pt, fmt.size_pt))
    return [
        Spot(number, row + at, fmt.left_pt if at else begin, line, not at, left is not None)
        for at, line in enumerate(lines or [Line(0, end, end, 0.0, piece.text.left[-1])])
    ]
