"""Where a line of a Word document may not end, and where a title's must.

Input: paragraphs as they stand in the document. Output: the same paragraphs with breaks and
no-break blanks in them. It changes no word. Word breaks lines by its own rules, which know neither
that 80 belongs to km nor where a word of a title ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from docx.oxml.ns import qn

from briefgen.writers.breakpoints import ENGLISH_FIGURE
from briefgen.writers.linebreak import break_lines
from briefgen.writers.linespace import measure
from briefgen.writers.template_model import ParagraphFormat
from briefgen.writers.word_parts import Element, element, words
from briefgen.writers.wording import character_breadth

_SURE = 0.95  # of the room: another font may be a little broader
_NO_BREAK = "\u00a0"


def close_up(space: Element, wide: ParagraphFormat, close: ParagraphFormat) -> None:
    """Set the `w:spacing` of a style to closer lines and paragraphs, where it has any of its own.

    A pitch that follows the font, and a space that follows the lines, stay.
    """
    wanted = {"before": close.space_before_pt, "after": close.space_after_pt}
    if space.get(qn("w:lineRule")) in ("exact", "atLeast") and close.line_pt != wide.line_pt:
        space.set(qn("w:line"), str(round(20 * close.line_pt)))
    for side, points in wanted.items():
        if space.get(qn(f"w:{side}")) and not space.get(qn(f"w:{side}Lines")):
            space.set(qn(f"w:{side}"), str(round(20 * points)))


def break_title(
    paragraph: Element, fmt: ParagraphFormat, room_pt: float, glue: Mapping[str, int]
) -> None:
    """Put a break at the end of each line of a title that needs several, where words end.

    The lines are those of the PDF as far as the fonts agree; `room_pt` is the width between the
    margins.
    """
    pieces = list(_texts(paragraph))
    text = "".join(piece.text or "" for piece in pieces)
    widths = [character_breadth(char) * fmt.size_pt + fmt.tracking_pt for char in text]
    measured = measure(text, widths, [fmt.size_pt] * len(text))
    room = _SURE * (room_pt - fmt.left_pt - fmt.right_pt)
    lines = break_lines(measured, room, room, balanced=True, glue=glue)
    starts = list(accumulate((len(piece.text or "") for piece in pieces), initial=0))
    for line in reversed(lines[:-1]):
        at = bisect_right(starts, line.next) - 1
        _cut(pieces[min(at, len(pieces) - 1)], line.end - starts[at], line.next - starts[at])


def _cut(piece: Element, end: int, begin: int) -> None:
    """Part a text in two lines: up to `end`, and from `begin` on."""
    text = piece.text
    piece.addnext(words(text[begin:]))
    piece.addnext(element("br"))
    piece.text = text[: max(end, 0)]


def tab_for_blank(paragraph: Element) -> None:
    """Put a tab in place of the blank after a key, so that its text begins where its lines do."""
    for piece in _texts(paragraph):
        if (piece.text or "").startswith(" "):
            piece.text = piece.text[1:]
            piece.addprevious(element("tab"))
            return


def hold_figures(root: Element) -> None:
    """Let no line of English end between a figure and its magnitude, its unit or its month."""
    for paragraph in root.iter(qn("w:p")):
        pieces = list(_texts(paragraph))
        text = "".join(piece.text or "" for piece in pieces)
        held = list(text)
        for match in ENGLISH_FIGURE.finditer(text):
            start, end = match.span()
            held[start:end] = match[0].replace(" ", _NO_BREAK)
        if held != list(text):
            at = 0
            for piece in pieces:
                size = len(piece.text or "")
                piece.text = "".join(held[at : at + size])
                at += size


def _texts(paragraph: Element) -> Iterator[Element]:
    return (piece for piece in paragraph.iter(qn("w:t")))
