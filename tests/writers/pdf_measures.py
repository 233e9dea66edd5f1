"""What stands where in a PDF, as PDFium sees it: letters with face, size, colour; shapes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Letter:
    """A printed character; lengths in points from the upper left of its page.

    `x` is where it begins and `base` its baseline; `left` and `right` are the edges of its ink.
    """

    page: int
    char: str
    x: float
    base: float
    left: float
    right: float
    ink_top: float
    ink_bottom: float
    size: float
    font: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Shape:
    """A rule or a filled area; lengths in points from the upper left of its page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    colour: Colour
    is_rule: bool
    width: float  # of a rule


def letters_of(file: bytes) -> list[Letter]:
    """Return every printed character in reading order."""
    return [
        letter
        for number, page in enumerate(pypdfium2.PdfDocument(file))
        for letter in _letters(number, page)
    ]


def _letters(number: int, page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text, high = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, at))
        if char.isspace() or pdfium.FPDFText_IsGenerated(text, at):
            continue
        left, bottom, right, top = text.get_charbox(at)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        yield Letter(
            page=number,
            char=char,
            x=x.value,
            base=high - y.value,
            left=left,
            right=right,
            ink_top=high - top,
            ink_bottom=high - bottom,
            size=pdfium.FPDFText_GetFontSize(text, at),
            font=_font(text, at),
            colour=_fill(text, at),
        )


def _font(text: pypdfium2.PdfTextPage, at: int) -> str:
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text, at, buffer, 200, flags)
    return buffer.raw[: max(size - 1, 0)].decode("utf-8", "replace").partition("+")[2]


def _fill(text: pypdfium2.PdfTextPage, at: int) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text, at, *parts)
    return parts[0].value, parts[1].value, parts[2].value


def shapes_of(file: bytes) -> list[Shape]:
    """Return every rule and filled area of the pages, none of those inside charts."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(file)):
        high = page.get_height()
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
            left, bottom, right, top = item.get_bounds()
            filled, stroked = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(item, filled, stroked)
            parts, width = [ctypes.c_uint() for _ in range(4)], ctypes.c_float()
            ask = pdfium.FPDFPageObj_GetStrokeColor
            ask = ask if stroked.value else pdfium.FPDFPageObj_GetFillColor
            ask(item, *parts)
            pdfium.FPDFPageObj_GetStrokeWidth(item, width)
            colour = parts[0].value, parts[1].value, parts[2].value
            box = left, high - top, right, high - bottom
            found.append(Shape(number, *box, colour, bool(stroked.value), width.value))
    return found


def pictures_of(file: bytes) -> list[tuple[float, float]]:
    """Return width and height of each picture, in points."""
    found = []
    for page in pypdfium2.PdfDocument(file):
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
            left, bottom, right, top = item.get_bounds()
            found.append((right - left, top - bottom))
    return found


def lines_of(letters: list[Letter], size: float) -> list[list[Letter]]:
    """Return the letters of one size line by line, from top to bottom and left to right."""
    rows: dict[tuple[int, int], list[Letter]] = {}
    for letter in letters:
        if abs(letter.size - size) < 0.01:
            rows.setdefault((letter.page, round(letter.base)), []).append(letter)
    return [sorted(rows[key], key=lambda one: one.x) for key in sorted(rows)]


def find(letters: list[Letter], words: str) -> Letter:
    """Return the first letter of `words`, which must stand in the file."""
    text = "".join(letter.char for letter in letters)
    at = text.find(words)
    assert at >= 0, f"{words} is not printed"
    return letters[at]
