"""The lines of a finished PDF by PDFium: where each character stands, block by block.

A block is an element of the structure; its characters are those of its marked contents, so that
neighbours in other columns never pass for one line.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium
from pdf_tree import Key, Node, wordless_tree_of

_NONE = -1


@dataclass(frozen=True, slots=True)
class Char:
    """A character: its place from the page's lower left, its advance from `x0` to `x1`."""

    text: str
    page: int
    x0: float
    x1: float
    y: float
    size: float


@dataclass(slots=True)
class Row:
    """A line of a block."""

    chars: list[Char]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def page(self) -> int:
        return self.chars[0].page

    @property
    def y(self) -> float:
        return self.chars[0].y


@dataclass(slots=True)
class Set:
    """A block as it was set: its role and its lines."""

    role: str
    rows: list[Row] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(row.text for row in self.rows)

    def shares(self) -> dict[int, int]:
        """Return how many lines stand on each page."""
        found: dict[int, int] = {}
        for row in self.rows:
            found[row.page] = found.get(row.page, 0) + 1
        return found


@dataclass(slots=True)
class Leaves:
    """All that is read of a file: blocks in reading order, and what is no part of the structure."""

    blocks: list[Set]
    figures: list[Char]
    aside: list[Char]
    pages: int


BLOCKS = re.compile(r"H\d|P|LBody|Lbl|TH|TD|Caption|BibEntry|Note|Figure")
_INLINE = ("Link", "Reference", "Span")


def leaves_of(file: bytes) -> Leaves:
    """Return the blocks of a finished file with their lines."""
    chars = _characters(file)
    tree = wordless_tree_of(file)
    blocks: list[Set] = []
    figures: list[Char] = []
    for node in tree.nodes():
        if not BLOCKS.fullmatch(node.role):
            continue
        own = [char for key in _own(node) for char in chars.get(key, ())]
        if node.role == "Figure":
            figures += own
        elif own:
            blocks.append(Set(node.role, list(_rows(own))))
    aside = [char for key, found in chars.items() if key[1] == _NONE for char in found]
    return Leaves(blocks, figures, aside, len(tree.file.pages))


def _own(node: Node) -> Iterator[Key]:
    """Yield the contents of a block without those of blocks in it."""
    for kid in node.kids:
        if not isinstance(kid, Node):
            yield kid
        elif kid.role in _INLINE:
            yield from _own(kid)


def _rows(chars: list[Char]) -> Iterator[Row]:
    row: list[Char] = []
    for char in chars:
        if row and (char.page != row[0].page or abs(char.y - row[0].y) > 0.7 * row[0].size):
            yield Row(row)
            row = []
        if row or not char.text.isspace():
            row.append(char)
    if row:
        yield Row(row)


def _characters(file: bytes) -> dict[Key, list[Char]]:
    """Return the characters of each marked content; those of none have the number -1."""
    found: dict[Key, list[Char]] = {}
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    document = pypdfium2.PdfDocument(file)
    for number, page in enumerate(document):
        text = page.get_textpage()
        numbers: dict[int, int] = {}
        for at in range(text.count_chars()):
            if pdfium.FPDFText_IsGenerated(text, at):
                continue
            pdfium.FPDFText_GetCharOrigin(text, at, x, y)
            pdfium.FPDFText_GetLooseCharBox(text, at, box)
            item = pdfium.FPDFText_GetTextObject(text, at)
            address = ctypes.addressof(item.contents)
            if address not in numbers:
                numbers[address] = pdfium.FPDFPageObj_GetMarkedContentID(item)
            size = pdfium.FPDFText_GetFontSize(text, at)
            char = chr(pdfium.FPDFText_GetUnicode(text, at))
            made = Char(char, number, x.value, box.right, y.value, size)
            found.setdefault((number, numbers[address]), []).append(made)
    return found
