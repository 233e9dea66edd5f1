"""The pen: the one place where text, rules, backgrounds and pictures become page content.

Input: set text, shapes and where they stand (points from the lower left of the page). Output: PDF
operators on a reportlab canvas. It decides nothing about layout.

Everything that a reader reads passes `Pen.line`; everything that is only looked at passes the other
methods. Marked content (a tagged PDF) has to be written here and nowhere else.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

from reportlab.lib.utils import ImageReader

from briefgen.brief import Colour, Stroke
from briefgen.writers.linebreak import Line
from briefgen.writers.linespace import Measured
from briefgen.writers.pdf_fonts import DocumentFonts
from briefgen.writers.pdf_text import Look, SetText

_NONE = 0.0005  # shorter than a thousandth of a point: not worth an operator


class Pen:
    """Draws on the current page of a reportlab canvas with the fonts of its document."""

    def __init__(self, canvas: Any, fonts: DocumentFonts) -> None:
        self.canvas = canvas
        self._fonts = fonts
        self._marks = 0
        self._level = -1

    def _emit(self, *operators: str) -> None:
        self.canvas._code.extend(operators)

    # --- what is read -------------------------------------------------------------------------

    def line(self, text: SetText, line: Line, x: float, y: float, angle: float = 0.0) -> None:
        """Draw one line of set text with its baseline at `y`, its left edge at `x`."""
        if line.end <= line.start:
            return
        turn = "1 0 0 1"
        if angle:
            a, b = cos(radians(angle)), sin(radians(angle))
            turn = f"{_n(a)} {_n(b)} {_n(-b)} {_n(a)}"
        out = ["BT", f"{turn} {_n(x + line.lead)} {_n(y)} Tm"]
        here = rise = 0.0
        for start, end, look in text.pieces(line.start, line.end):
            font = self._fonts.font(look.face)
            out.append(f"/{font.name} {_n(look.size)} Tf {_rgb(look.colour)} rg")
            if look.rise != rise:
                rise = look.rise
                out.append(f"{_n(rise)} Ts")
            for string in strings(text.measured, line, start, end):
                if string.x != here:
                    out.append(f"{_n(string.x - here)} 0 Td")
                    here = string.x
                out.append(_shown(text.text, string, look, font.encode))
        if rise:
            out.append("0 Ts")
        out.append("ET")
        self._emit(" ".join(out))

    def mark(self, level: int, title: str, top: float) -> None:
        """Add an entry to the outline that leads to `top` on the current page."""
        self._marks += 1
        self._level = min(level, self._level + 1)
        name = f"h{self._marks}"
        self.canvas.bookmarkPage(name, fit="XYZ", left=0, top=top, zoom=0)
        self.canvas.addOutlineEntry(title, name, level=self._level, closed=False)

    # --- what is only looked at ---------------------------------------------------------------

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle whose lower left corner is at `x`, `y`."""
        self._emit(f"{_rgb(colour)} rg {_n(x)} {_n(y)} {_n(width)} {_n(height)} re f")

    def rule(
        self, x0: float, y0: float, x1: float, y1: float, width: float, colour: Colour
    ) -> None:
        """Draw a straight rule."""
        self._emit(
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

    def shift(self, x: float, y: float, scale: float) -> None:
        """Begin a figure with coordinates of its own, the origin at `x`, `y`; see `unshift`."""
        self._emit(f"/Figure BMC q {_n(scale)} 0 0 {_n(scale)} {_n(x)} {_n(y)} cm")

    def unshift(self) -> None:
        """End the figure that `shift` began."""
        self._emit("Q EMC")

    def image(self, blob: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture of the template with its lower left corner at `x`, `y`."""
        self.canvas.drawImage(ImageReader(io.BytesIO(blob)), x, y, width, height, mask="auto")


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
