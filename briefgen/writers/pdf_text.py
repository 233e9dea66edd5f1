"""Runs of a brief as set text: faces, sizes and colours chosen, characters measured.

Input: runs and the paragraph formats of a style. Output: `SetText`, which the breaker can break and
the pen can draw. Source text is only ever measured and encoded here, never parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from briefgen.brief import Cite, Run, Runs
from briefgen.fonts import face_for, replace_missing, runs_by_face
from briefgen.writers.linebreak import Line, break_lines
from briefgen.writers.linespace import OPENING, Measured, blank_half, measure, unspaced
from briefgen.writers.pdf_fonts import load_face
from briefgen.writers.pdf_links import Part
from briefgen.writers.pdf_structure import Element
from briefgen.writers.template import REFERENCE, ParagraphFormat
from briefgen.writers.template_fields import printable

Colour = tuple[float, float, float]
_RAISE = 0.33  # of the size of the text around it: how high a raised reference stands
_RAISED_SIZE = 0.66
_CENTRE = 0.55  # of the difference in size: sets a smaller mark in the middle of its line
_LATIN = re.compile(r"[!-~\u00a1-\u024f]+")  # what Word sets in the Latin font of a style


@dataclass(frozen=True, slots=True)
class Look:
    """How characters of one piece are drawn; `rise` lifts them above the baseline.

    `element` is the inline element of the structure that they are, such as a link.
    """

    face: str
    size: float
    colour: Colour
    rise: float = 0.0
    tracking: float = 0.0  # added to the width of each character
    element: Element | None = None


@dataclass(frozen=True, slots=True)
class SetText:
    """Measured text with its looks: `looks[k]` holds from `starts[k]` to `starts[k + 1]`."""

    measured: Measured
    starts: tuple[int, ...]
    looks: tuple[Look, ...]

    @property
    def text(self) -> str:
        """Return the words as they are drawn."""
        return self.measured.text

    def pieces(self, start: int, end: int) -> Iterable[tuple[int, int, Look]]:
        """Yield `(start, end, look)` for each piece of one look in `[start, end)`."""
        at = max(0, bisect_left(self.starts, start + 1) - 1)
        while at < len(self.looks) and self.starts[at] < end:
            yield max(start, self.starts[at]), min(end, self.starts[at + 1]), self.looks[at]
            at += 1

    def width(self) -> float:
        """Return the width of the text on one line."""
        return self.measured.left[-1] if self.text else 0.0

    def one_line(self, *, trimmed: bool = False) -> Line:
        """Return the whole text as one line, however wide; `trimmed` to the ink of a first mark."""
        end = len(self.text)
        lead = -self.lead() if trimmed else 0.0
        return Line(0, end, end, lead, self.width() + lead)

    def lead(self) -> float:
        """Return the blank before the ink of an opening mark that the text begins with."""
        if not self.text or self.text[0] not in OPENING:
            return 0.0
        return blank_half(self.measured.widths, self.measured.sizes, 0)


def _whole(run: Run) -> list[Part]:
    return [(run.text, None)]


def set_pieces(pieces: Iterable[tuple[str, Look]], *, evenly: bool = False) -> SetText:
    """Return pieces of `(text, look)` as one set text; each goes to a face that has its glyphs.

    `evenly` sets every character at its own width, nothing squeezed and no gap added: the words
    of a chart, which were measured so when it was drawn, and a large figure with its unit.
    """
    texts: list[str] = []
    looks: list[Look] = []
    starts, at = [], 0
    widths: list[float] = []
    sizes: list[float] = []
    for text, look in pieces:
        clean, _ = replace_missing(printable(text))
        for key, part in runs_by_face(clean, look.face):
            shown = look if key == look.face else replace(look, face=key)
            ems, size, more = load_face(key).widths, look.size, look.tracking
            widths += [ems[char] * size + more for char in part]
            sizes += [size] * len(part)
            texts.append(part)
            looks.append(shown)
            starts.append(at)
            at += len(part)
    measured = (unspaced if evenly else measure)("".join(texts), widths, sizes)
    return SetText(measured, (*starts, at), tuple(looks))


def set_runs(
    runs: Runs,
    formats: Mapping[str, ParagraphFormat],
    name: str,
    *,
    parts: Callable[[Run], list[Part]] = _whole,
    evenly: bool = False,
) -> SetText:
    """Return the runs of a brief in the format called `name`; references in their own format.

    `parts` tells which inline elements of the structure the words of a run are.
    """
    fmt = formats[name]
    pieces: list[tuple[str, Look]] = []
    for run in runs:
        for text, element in parts(run):
            pieces += [
                (t, replace(k, element=element)) for t, k in _run_looks(run, text, formats, fmt)
            ]
    return set_pieces(pieces, evenly=evenly)


def _run_looks(
    run: Run, text: str, formats: Mapping[str, ParagraphFormat], fmt: ParagraphFormat
) -> list[tuple[str, Look]]:
    if not isinstance(run, Cite):
        return looks_of(text, fmt, strong=run.strong)
    mark = reference_format(formats, fmt)
    lift = 0.0 if mark.raised else (fmt.size_pt - mark.size_pt) * _CENTRE
    return [(t, replace(k, rise=k.rise + lift)) for t, k in looks_of(text, mark)]


def reference_format(
    formats: Mapping[str, ParagraphFormat], fmt: ParagraphFormat
) -> ParagraphFormat:
    """Return the format of a reference mark; it is never larger than the words it stands by."""
    found = formats.get(REFERENCE)
    if found is None or found.size_pt >= fmt.size_pt:
        return fmt if found is None else replace(found, size_pt=fmt.size_pt)
    return found


def looks_of(text: str, fmt: ParagraphFormat, *, strong: bool = False) -> list[tuple[str, Look]]:
    """Return `text` as pieces with their looks, in a paragraph's or a reference's format."""
    return look_pieces(
        text,
        fmt.east_asian,
        fmt.latin,
        fmt.bold or strong,
        fmt.size_pt,
        fmt.colour,
        raised=fmt.raised,
        tracking=fmt.tracking_pt,
    )


def look_pieces(
    text: str,
    east_asian: str,
    latin: str,
    bold: bool,
    size: float,
    colour: str,
    *,
    raised: bool = False,
    tracking: float = 0.0,
) -> list[tuple[str, Look]]:
    """Return `text` as pieces with their looks: Latin in the Latin font, the rest in the other."""
    rise = size * _RAISE if raised else 0.0
    size = size * _RAISED_SIZE if raised else size
    han_key = _face_key(east_asian, bold)
    latin_key = _face_key(latin, bold) if latin else han_key
    han = Look(han_key, size, colour_of(colour), rise, tracking)
    if latin_key == han_key:
        return [(text, han)] if text else []
    roman = Look(latin_key, size, han.colour, rise, tracking)
    pieces, at = [], 0
    for match in _LATIN.finditer(text):
        pieces += [(text[at : match.start()], han), (match[0], roman)]
        at = match.end()
    pieces.append((text[at:], han))
    return [piece for piece in pieces if piece[0]]


@lru_cache(maxsize=256)
def _face_key(font_name: str, bold: bool) -> str:
    return face_for(font_name, bold).key


@lru_cache(maxsize=256)
def colour_of(hexadecimal: str) -> Colour:
    """Return the red, green and blue of six hexadecimal digits, each from 0 to 1."""
    digits = hexadecimal if re.fullmatch("[0-9A-Fa-f]{6}", hexadecimal) else "000000"
    red, green, blue = (round(int(digits[at : at + 2], 16) / 255, 4) for at in (0, 2, 4))
    return red, green, blue


# --- paragraphs -------------------------------------------------------------------------------


def break_text(
    text: SetText,
    fmt: ParagraphFormat,
    width: float,
    *,
    first_left: float,
    glue: Mapping[str, int] | None = None,
) -> tuple[Line, ...]:
    """Return the lines of a paragraph in a column of `width`; indents are the format's.

    `first_left` is where the first line begins. Centred text and titles are balanced.
    """
    rest = max(width - fmt.left_pt - fmt.right_pt, fmt.size_pt)
    first = max(width - first_left - fmt.right_pt, fmt.size_pt)
    return break_lines(
        text.measured,
        first,
        rest,
        justify=fmt.align == "justify",
        balanced=glue is not None,
        glue=glue,
    )


def line_left(fmt: ParagraphFormat, line: Line, width: float, first_left: float) -> float:
    """Return where a line begins from the column's left edge, for the format's alignment."""
    left = fmt.left_pt if line.start else first_left
    spare = width - fmt.right_pt - left - line.width
    if fmt.align == "center":
        return left + spare / 2
    return left + spare if fmt.align == "right" else left


def baseline(fmt: ParagraphFormat) -> float:
    """Return how far the baseline lies below the top of a line of the format's pitch."""
    return (fmt.line_pt - fmt.size_pt) / 2 + 0.88 * fmt.size_pt
