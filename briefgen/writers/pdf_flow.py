"""What a page is filled with: flowables that know their height, can be split and draw themselves.

Input: set text and formats. Output: flowables. It knows no block of a brief and no page.

The protocol is platypus's (height, split, draw, space before and after, keep with next); the code
is ours: the number of pages must be known before the first is drawn, a heading has to stay with two
lines of what follows rather than with all of it, and nothing may ever raise LayoutError.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefgen.writers.linebreak import Line
from briefgen.writers.pdf_ink import Pen
from briefgen.writers.pdf_structure import Element
from briefgen.writers.pdf_text import (
    SetText,
    baseline,
    break_text,
    colour_of,
    line_left,
)
from briefgen.writers.tabbed import first_left
from briefgen.writers.template import Border, ParagraphFormat

SLACK = 0.01
_LABEL_GAP_EM = 0.15  # between a label that is wider than its margin and the text
MIN_LINES = 2  # widows and orphans: never fewer lines of a paragraph on a page


class Flowable(ABC):
    """Something that fills the column; lengths in points, `top` counted from the page's bottom."""

    before: float = 0.0
    after: float = 0.0
    adds_space: bool = False  # the space after it is added to the space before what follows
    keep_with_next: bool = False
    element: Element | None = None  # of the structure; what has none is an artifact

    @property
    def box(self) -> Prose | None:
        """Return the paragraph whose shading and rules it has, None where it has none."""
        return None

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height in a column of `width`, without the space before and after."""

    @abstractmethod
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw with the left edge at `x` and the upper edge at `top`."""

    def split(self, width: float, room: float) -> tuple[Flowable, Flowable] | None:
        """Return a part no higher than `room` and the rest, or None where there is none."""
        del width, room
        return None


def space_between(above: Flowable, below: Flowable) -> float:
    """Return the space between two flowables: the larger of what each asks for, as in Word.

    ECMA-376 17.3.1.33: the space is the largest requested by the two paragraphs.
    """
    if above.adds_space:
        return above.after + below.before
    return max(above.after, below.before)


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry of the document's outline; level 0 is the highest."""

    level: int
    title: str


class Prose(Flowable):
    """A paragraph in a format: lines, an optional label in its margin, its shading and rules."""

    def __init__(
        self,
        text: SetText,
        fmt: ParagraphFormat,
        *,
        label: SetText | None = None,
        glue: Mapping[str, int] | None = None,
        outline: Outline | None = None,
        min_lines: int = MIN_LINES,
        element: Element | None = None,
        label_element: Element | None = None,
    ) -> None:
        self.text = text
        self.element = element
        self.label_element = label_element or element
        self.fmt = fmt
        self.label = label
        self.glue = glue
        self.outline = outline
        self.min_lines = min_lines
        self.before = fmt.space_before_pt
        self.after = fmt.space_after_pt
        self.adds_space = fmt.adds_space
        self.keep_with_next = fmt.keep_with_next
        self._lines: tuple[Line, ...] | None = None
        self._width = -1.0
        self._is_rest = False
        self.open_above = False  # joined to a paragraph of the same rules above or below
        self.open_below = False
        self.least = 0.0  # the least height, where a neighbour in the row is higher

    @property
    def box(self) -> Prose:
        """Return the paragraph itself."""
        return self

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines in a column of `width`; those of a split part stay as they are."""
        if self._lines is None or (width != self._width and not self._is_rest):
            self._lines = break_text(
                self.text, self.fmt, width, first_left=self._first_left(), glue=self.glue
            )
            self._width = width
        return self._lines

    def _first_left(self) -> float:
        if self.label is None:
            return first_left(self.fmt)
        hang = first_left(self.fmt)
        words = self.label.text
        # in line with the text its space parts it from a figure: 6. 2023, not 6.2023
        end = len(words.rstrip() if self.fmt.hanging_pt else words)
        wide = self.label.measured.left[end] - self.label.lead()
        return max(self.fmt.left_pt, hang + wide + _LABEL_GAP_EM * self.fmt.size_pt)

    def height(self, width: float) -> float:
        """Return the height of all lines at the format's pitch, with room for its rules."""
        count = max(1, len(self.lines(width)))  # an empty paragraph is a blank line, as in Word
        tall = count * self.fmt.line_pt + self.edge("top") + self.edge("bottom")
        return max(tall, self.least)

    def edge(self, side: str) -> float:
        """Return the height that a rule on `side` ("top" or "bottom") takes with its space."""
        border = self._border(side)
        return 0.0 if border is None else border.width_pt + border.space_pt

    def _border(self, side: str) -> Border | None:
        if side == "top" and self.open_above:
            return self.fmt.border_between
        if side == "bottom" and self.open_below:
            return None
        border: Border | None = getattr(self.fmt, f"border_{side}")
        return border

    def split(self, width: float, room: float) -> tuple[Flowable, Flowable] | None:
        """Return the lines that `room` holds and the rest, never fewer than `min_lines` each."""
        lines = self.lines(width)
        spare = room - self.edge("top") - self.edge("bottom") + SLACK
        fit = min(int(spare // self.fmt.line_pt), len(lines) - self.min_lines)
        if fit < self.min_lines:
            return None
        return self._part(lines[:fit], width, 0), self._part(lines[fit:], width, 1)

    def _part(self, lines: tuple[Line, ...], width: float, at: int) -> Prose:
        part = Prose(
            self.text,
            self.fmt,
            label=None if at else self.label,
            outline=None if at else self.outline,
            min_lines=self.min_lines,
            element=self.element,
            label_element=self.label_element,
        )
        part._lines, part._width, part._is_rest = lines, width, True
        part.before = 0.0 if at else self.before
        part.after = self.after if at else 0.0
        part.keep_with_next = bool(at) and self.keep_with_next
        part.open_above = not at and self.open_above
        part.open_below = bool(at) and self.open_below
        return part

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw shading and rules, then label and lines."""
        lines = self.lines(width)
        self.draw_box(pen, x, top, width, self.height(width))
        y = top - self.edge("top") - baseline(self.fmt)
        if self.outline is not None:
            pen.mark(self.outline.level, self.outline.title, top)
        if self.label is not None:
            hang = first_left(self.fmt)
            pen.line(
                self.label,
                self.label.one_line(trimmed=True),
                x + hang,
                y,
                self.label_element,
                goes_on=not self.label.text[-1:].isspace(),
            )
        for line in lines:
            left = line_left(self.fmt, line, width, self._first_left())
            pen.line(self.text, line, x + left, y, self.element)
            y -= self.fmt.line_pt

    def draw_box(self, pen: Pen, x: float, top: float, width: float, height: float) -> None:
        """Draw the shading and the rules around the paragraph; rules stay inside its height."""
        fmt, bottom = self.fmt, top - height
        out = [0.0 if b is None else b.space_pt + b.width_pt for b in _sides(fmt)]
        x0 = x + min(fmt.left_pt, fmt.left_pt - fmt.hanging_pt) - out[0]
        x1 = x + width - fmt.right_pt + out[1]
        if fmt.shading is not None:
            pen.fill(x0, bottom, x1 - x0, height, colour_of(fmt.shading))
        for border, y, turn in (
            (self._border("top"), top, -0.5),
            (self._border("bottom"), bottom, 0.5),
        ):
            if border is not None:
                at = y + turn * border.width_pt
                pen.rule(x0, at, x1, at, border.width_pt, colour_of(border.colour))
        for border, edge, turn in zip(_sides(fmt), (x0, x1), (0.5, -0.5), strict=True):
            if border is not None:
                at = edge + turn * border.width_pt
                pen.rule(at, top, at, bottom, border.width_pt, colour_of(border.colour))


def _sides(fmt: ParagraphFormat) -> tuple[Border | None, Border | None]:
    return fmt.border_left, fmt.border_right


def join_boxes(items: Sequence[Flowable]) -> None:
    """Open the rules between neighbours that share their box, as Word does."""
    for above, below in pairwise(items):
        one, two = above.box, below.box
        if one is None or two is None:
            continue
        if _box(one.fmt) == _box(two.fmt) and is_boxed(one.fmt):
            one.open_below = two.open_above = True


def is_boxed(fmt: ParagraphFormat) -> bool:
    """Return whether a paragraph has a rule on any side."""
    return (fmt.border_top, fmt.border_bottom, *_sides(fmt)) != (None,) * 4


def _box(fmt: ParagraphFormat) -> tuple[object, ...]:
    rules = (fmt.border_top, fmt.border_bottom, fmt.border_between, *_sides(fmt))
    return (fmt.left_pt - fmt.hanging_pt, fmt.right_pt, fmt.shading, *rules)


class Space(Flowable):
    """Empty height; it vanishes at the top of a page."""

    def __init__(self, height: float) -> None:
        self.before = height

    def height(self, width: float) -> float:
        """Return nothing: the space is all before it."""
        del width
        return 0.0

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Stack(Flowable):
    """Flowables one below the other; where a page ends they are parted, and never before that.

    With `whole` a stack that fits on a page of its own is not parted at all.
    """

    def __init__(self, items: Sequence[Flowable], *, whole: bool = False) -> None:
        self.items = tuple(items)
        self.whole = whole
        self.before = self.items[0].before if self.items else 0.0
        self.after = self.items[-1].after if self.items else 0.0
        self.adds_space = bool(self.items) and self.items[-1].adds_space
        self.keep_with_next = bool(self.items) and self.items[-1].keep_with_next

    def height(self, width: float) -> float:
        """Return the height of all items with the space between them."""
        return sum(item.height(width) for item in self.items) + sum(self._gaps())

    def _gaps(self) -> list[float]:
        return [space_between(above, below) for above, below in pairwise(self.items)]

    def split(self, width: float, room: float) -> tuple[Flowable, Flowable] | None:
        """Return the items that `room` holds and the rest; the last may itself be split."""
        if self.whole:
            return None
        gaps, used, cut = [0.0, *self._gaps()], 0.0, None
        for at, item in enumerate(self.items):
            used += gaps[at]
            tall = item.height(width)
            if used + tall > room + SLACK:
                parts = item.split(width, room - used)
                if parts is not None:
                    first, rest = parts
                    return self._of((*self.items[:at], first)), self._of(
                        (rest, *self.items[at + 1 :])
                    )
                return None if cut is None else self._cut(cut)
            used += tall
            if not item.keep_with_next and at + 1 < len(self.items):
                cut = at + 1
        return None

    def _of(self, items: Sequence[Flowable]) -> Stack:
        return Stack(items)

    def _cut(self, at: int) -> tuple[Flowable, Flowable]:
        return self._of(self.items[:at]), self._of(self.items[at:])

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the items downwards."""
        gaps = [0.0, *self._gaps()]
        for gap, item in zip(gaps, self.items, strict=False):  # an empty stack has no gap
            top -= gap
            item.draw(pen, x, top, width)
            top -= item.height(width)

    def released(self, width: float, room: float) -> tuple[Flowable, ...]:
        """Return the items in smaller groups: what is left to do where not even a page holds them.

        Of a chain the last that `room` holds goes with what follows it: a heading with its text.
        """
        groups = chained(self.items)
        if len(groups) > 1:
            return tuple(groups)
        firsts = [self._of(self.items[:n]) for n in range(1, len(self.items))]
        held = sum(first.height(width) <= room + SLACK for first in firsts)
        return self._cut(held - 1) if held > 1 else self.items


def chained(items: Sequence[Flowable]) -> list[Flowable]:
    """Return the flowables with each that keeps with the next joined to it."""
    out: list[Flowable] = []
    chain: list[Flowable] = []
    for item in items:
        chain.append(item)
        if not item.keep_with_next:
            out.append(chain[0] if len(chain) == 1 else Stack(chain))
            chain = []
    return [*out, *chain]
