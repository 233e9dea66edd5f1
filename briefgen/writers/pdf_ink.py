"""The pen: the one place where text, rules, backgrounds and pictures become page content.

Input: set text, shapes and where they stand (points from the lower left of the page). Output: PDF
operators on a reportlab canvas. It decides nothing about layout.

Everything that a reader reads passes `Pen.line`, with the element of the structure that it belongs
to; everything that is only looked at passes the other methods and is an artifact. Marked content (a
tagged PDF) is written here and nowhere else.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

from reportlab.lib.utils import ImageReader

from briefgen.chart import Colour, Stroke
from briefgen.writers.linebreak import Line
from briefgen.writers.linespace import Measured
from briefgen.writers.pdf_fonts import DocumentFonts
from briefgen.writers.pdf_structure import Area, Box, Content, Element, Spot
from briefgen.writers.pdf_text import Look, SetText

_NONE = 0.0005  # shorter than a thousandth of a point: not worth an operator


class Pen:
    """Draws on the current page of a reportlab canvas with the fonts of its document."""

    def __init__(self, canvas: Any, fonts: DocumentFonts) -> None:
        self.canvas = canvas
        self.spots: dict[str, Spot] = {}  # where links lead: the first place of each anchor
        self._fonts = fonts
        self._outlines = 0
        self._level = -1
        self._page = 0
        self._mcid = 0
        self._is_open = False  # inside a figure or an artifact: nothing is marked again

    def _emit(self, *operators: str) -> None:
        self.canvas._code.extend(operators)

    def finish_page(self) -> None:
        """Close the page; what is drawn next stands on a new one."""
        self.canvas.showPage()
        self._page += 1
        self._mcid = 0

    # --- what is read -------------------------------------------------------------------------

    def line(
        self,
        text: SetText,
        line: Line,
        x: float,
        y: float,
        element: Element | None = None,
        *,
        angle: float = 0.0,
        goes_on: bool = False,
    ) -> None:
        """Draw one line of set text with its baseline at `y`, its left edge at `x`.

        It is part of `element`; where that is None, of the open figure or an artifact. `goes_on`
        parts it by a space from what follows.
        """
        if line.end <= line.start:
            return
        turn = "1 0 0 1"
        if angle:
            a, b = cos(radians(angle)), sin(radians(angle))
            turn = f"{_n(a)} {_n(b)} {_n(-b)} {_n(a)}"
        out = ["BT", f"{turn} {_n(x + line.lead)} {_n(y)} Tm"]
        here = rise = 0.0
        owner: Element | None = None
        since, is_marked = line.start, not self._is_open
        for start, end, look in text.pieces(line.start, line.end):
            font = self._fonts.font(look.face)
            now = look.element or element
            if is_marked and (start == line.start or now is not owner):
                if start > line.start:
                    out.append("EMC")
                    self._click_on(owner, text, line, since, start, x, y)
                box = _box_of(text, line, start, end, x, y)
                out.append(self._opening(now, element, box[0], box[3]))
                owner, since = now, start
            out.append(f"/{font.name} {_n(look.size)} Tf {_rgb(look.colour)} rg")
            if look.rise != rise:
                rise = look.rise
                out.append(f"{_n(rise)} Ts")
            for string in strings(text.measured, line, start, end):
                if string.x != here:
                    out.append(f"{_n(string.x - here)} 0 Td")
                    here = string.x
                out.append(_shown(text.text, string, look, font.encode))
        if goes_on or line.end < line.next:  # words are parted for who hears them
            out.append(f"<{font.encode(' ')}> Tj")
        if rise:
            out.append("0 Ts")
        out.append("EMC ET" if is_marked else "ET")
        self._click_on(owner, text, line, since, line.end, x, y)
        self._emit(" ".join(out))

    def _click_on(
        self,
        owner: Element | None,
        text: SetText,
        line: Line,
        start: int,
        end: int,
        x: float,
        y: float,
    ) -> None:
        """Let a click on the characters `[start, end)` count, if they are a link."""
        if owner is not None and owner.link is not None:
            self.click(owner, _box_of(text, line, start, end, x, y))

    def click(self, link: Element, box: Box) -> None:
        """Let a click on a box of the page follow a link."""
        link.kids.append(Area(self._page, box))

    def _opening(
        self, owner: Element | None, block: Element | None, left: float, top: float
    ) -> str:
        """Return the operator that begins the content of `owner`, an element in or of `block`."""
        if owner is None:
            return _ARTIFACT
        if block is not None and owner is not block:
            block.adopt(owner)
        owner.kids.append(Content(self._page, self._mcid))
        for element in (owner, block):
            for name in () if element is None else element.anchors:
                self.spots.setdefault(name, Spot(self._page, left, top))
        self._mcid += 1
        return f"/{owner.role} <</MCID {self._mcid - 1}>> BDC"

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Draw what no one needs to have read out: `kind` is Header or Footer, or a repetition."""
        self._emit(f"/Artifact <</Type/Pagination{kind and '/Subtype/' + kind}>> BDC")
        self._is_open = True
        yield
        self._is_open = False
        self._emit("EMC")

    def mark(self, level: int, title: str, top: float) -> None:
        """Add an entry to the outline that leads to `top` on the current page."""
        self._outlines += 1
        self._level = min(level, self._level + 1)
        name = f"h{self._outlines}"
        self.canvas.bookmarkPage(name, fit="XYZ", left=0, top=top, zoom=0)
        self.canvas.addOutlineEntry(title, name, level=self._level, closed=False)

    # --- what is only looked at ---------------------------------------------------------------

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle whose lower left corner is at `x`, `y`."""
        self._aside(f"{_rgb(colour)} rg {_n(x)} {_n(y)} {_n(width)} {_n(height)} re f")

    def _aside(self, operators: str) -> None:
        self._emit(operators if self._is_open else f"{_ARTIFACT} {operators} EMC")

    def rule(
        self, x0: float, y0: float, x1: float, y1: float, width: float, colour: Colour
    ) -> None:
        """Draw a straight rule."""
        self._aside(
            f"{_rgb(colour)} RG {_n(width)} w [] 0 d 0 J {_n(x0)} {_n(y0)} m {_n(x1)} {_n(y1)} l S"
        )

    def stroke(self, mark: Stroke) -> None:
        """Draw a path of a chart in the coordinates that `shifted` set."""
        paint = _PAINT.get((mark.fill is not None, mark.line is not None and mark.width > 0))
        if paint is None or not mark.path:
            return
        out = ["q"]
        if mark.clip:
            out.append(" ".join(map(_n, mark.clip)) + " re W n")
        if mark.fill is not None:
            out.append(f"{_rgb(mark.fill)} rg")
        if mark.line is not None:
            out.append(f"{_rgb(mark.line)} RG {_n(mark.width)} w 0 J 0 j")
            out.append(f"[{' '.join(map(_n, mark.dash))}] 0 d")
        for step, points in mark.path:
            out.append(" ".join([*map(_n, points), _STEPS[step]]))
        self._emit(out[0])
        if mark.alpha < 1:
            self._alpha(mark.alpha)
        self._emit(" ".join([*out[1:], paint, "Q"]))
        if mark.alpha < 1:
            self._alpha(1.0)

    def _alpha(self, alpha: float) -> None:
        self.canvas.setFillAlpha(alpha)
        self.canvas.setStrokeAlpha(alpha)

    @contextmanager
    def figure(self, element: Element | None, box: Box, scale: float = 1.0) -> Iterator[None]:
        """Draw a figure with coordinates of its own, the origin at the lower left of its box.

        Its words and strokes are all one content of `element`; without one it is an artifact.
        """
        is_marked = not self._is_open
        if is_marked:
            self._emit(self._opening(element, element, box[0], box[3]))
            self._is_open = True
        if element is not None:
            element.attributes |= {"BBox": box, "Placement": "Block"}
        self._emit(f"q {_n(scale)} 0 0 {_n(scale)} {_n(box[0])} {_n(box[1])} cm")
        yield
        self._emit("Q")
        if is_marked:
            self._is_open = False
            self._emit("EMC")

    def image(self, blob: bytes, width: float, height: float) -> None:
        """Draw a picture of the template in the figure that is open."""
        self.canvas.drawImage(ImageReader(io.BytesIO(blob)), 0, 0, width, height, mask="auto")


_ARTIFACT = "/Artifact BMC"
_ABOVE, _BELOW = 0.88, 0.14  # of a size: how far a click beside the baseline still counts


def _box_of(text: SetText, line: Line, start: int, end: int, x: float, y: float) -> Box:
    """Return the box of the characters `[start, end)` of a line whose left edge is at `x`."""
    measured = text.measured
    zero = x + line.lead - measured.left[line.start] - line.spread * measured.slots[line.start]
    left = zero + measured.left[start] + line.spread * measured.slots[start]
    right = zero + measured.left[end] - measured.kerns[end] + line.spread * measured.slots[end - 1]
    size = measured.sizes[start]
    return left, y - _BELOW * size, right, y + _ABOVE * size


_STEPS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_PAINT = {(True, True): "B", (True, False): "f", (False, True): "S"}


def _n(number: float) -> str:
    """Return a number as PDF writes it, to a thousandth."""
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _rgb(colour: Iterable[float]) -> str:
    return " ".join(map(_n, colour))


@dataclass(frozen=True, slots=True)
class _String:
    """Characters `[start, end)` that one operator shows, `x` from the line's first character on.

    Between them lies an even `gap`; `shifts` are the offsets before which another space or squeeze
    is added to it. One at `start` itself pulls the first character towards the string before.
    """

    start: int
    end: int
    x: float
    gap: float
    shifts: tuple[tuple[int, float], ...]


_LETTER_SPACING_EM = 0.1  # wider gaps in one operator are read as spaces


def strings(text: Measured, line: Line, start: int, end: int) -> Iterator[_String]:
    """Yield the characters `[start, end)` of a line, all of one look, in as few strings as can be.

    Programs that read a PDF guess spaces from gaps: PDFium sees one where a gap within an operator
    is wider than half a space. A line spread wider than that is parted into even runs, which it
    takes for letter-spacing however wide they are.
    """
    if line.spread > _LETTER_SPACING_EM * text.sizes[start]:
        yield from _even_runs(text, line, start, end)
        return
    wide = 2 * (text.slots[end - 1] - text.slots[start]) >= end - start
    even = line.spread if wide else 0.0
    gaps = ((i, _gap(text, line, i) - even) for i in range(start + 1, end))
    shifts = [*_pull(text, line, start), *((i, gap) for i, gap in gaps if abs(gap) > _NONE)]
    yield _string(text, line, start, end, even, shifts)


def _even_runs(text: Measured, line: Line, start: int, end: int) -> Iterator[_String]:
    """Yield a string for each run of even gaps, and one for each squeezed pair of marks.

    Up to a sixth of an em between two operators is no space; an overlap of two would be one.
    """
    at, kind = start, None
    shifts = _pull(text, line, start)
    for i in range(start + 1, end):
        gap = _gap(text, line, i)
        if gap < -_NONE:
            if kind is not None and kind >= 0:
                yield _string(text, line, at, i - 1, kind, shifts)
                at, shifts = i - 1, []
            kind = -1.0
            shifts.append((i, gap))
        elif kind is None:
            kind = gap
        elif kind != gap:
            yield _string(text, line, at, i, kind, shifts)
            at, kind, shifts = i, None, []
    yield _string(text, line, at, end, kind or 0.0, shifts)


def _pull(text: Measured, line: Line, start: int) -> list[tuple[int, float]]:
    """Return the squeeze before the first character of a look, if there is one."""
    squeezed = start > line.start and text.kerns[start] < 0
    return [(start, _gap(text, line, start))] if squeezed else []


def _string(
    text: Measured, line: Line, start: int, end: int, gap: float, shifts: list[tuple[int, float]]
) -> _String:
    x = text.left[start] - text.left[line.start]
    x += line.spread * (text.slots[start] - text.slots[line.start])
    if shifts and shifts[0][0] == start:
        x -= shifts[0][1]
    return _String(start, end, x, max(gap, 0.0), tuple(shifts))


def _gap(text: Measured, line: Line, at: int) -> float:
    return text.kerns[at] + (line.spread if text.may_widen(at) else 0.0)


def _shown(content: str, string: _String, look: Look, encode: Callable[[str], str]) -> str:
    """Return the operators that show a string; shifts are in thousandths of the size."""
    spacing, size = f"{_n(string.gap + look.tracking)} Tc ", look.size
    if not string.shifts:
        return f"{spacing}<{encode(content[string.start : string.end])}> Tj"
    parts, at = [], string.start
    for offset, shift in string.shifts:
        if offset > at:
            parts.append(f"<{encode(content[at:offset])}>")
        parts.append(_n(-1000 * shift / size))
        at = offset
    parts.append(f"<{encode(content[at : string.end])}>")
    return f"{spacing}[{''.join(parts)}] TJ"
