"""Tabs of a template in the Word document, so that its pieces stand where the PDF's do.

Input: the template, open in Word's words, and what a brief gives for its fields. Output: the same
document with line breaks before the pieces that do not fit beside their neighbours, and no stop
beyond the right margin. Word would run such a piece on into the one before it, and set what stands
at a stop beyond the margin outside the paper. It fills no field.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn

from briefgen.brief import Brief
from briefgen.writers.linespace import measure
from briefgen.writers.tabbed import Piece, Spot, place_pieces
from briefgen.writers.template_fields import BODY, fields_in, fill
from briefgen.writers.template_model import Paragraphs, Style, TemplateParagraph
from briefgen.writers.word_parts import Element, element
from briefgen.writers.wording import character_breadth

_SURE = 1.05  # of a breadth: another font may be a little broader


def part_tabs(document: Document, brief: Brief, style: Style) -> None:
    """Break the lines of a template, not yet filled, where a tabbed piece begins a new row."""
    for unit, paragraph in _pairs(document, style):
        tabs = [t for t in unit.iter(qn("w:tab")) if t.getparent().tag == qn("w:r")]
        filled = fill(paragraph, brief) if tabs else None
        if filled is not None and len(tabs) == sum(run.tab for run in filled.runs):
            _break(tabs, place_pieces(filled, list(_pieces(filled)), style.sheet.text_pt))


def pull_in_stops(root: Element, style: Style) -> None:
    """Move the tab stops of styles or paragraphs that lie beyond the margin to it."""
    edge = round(20 * style.sheet.text_pt)
    for stops in root.iter(qn("w:tabs")):
        beyond = [stop for stop in stops if int(stop.get(qn("w:pos"), "0")) > edge]
        for stop in beyond:
            stop.set(qn("w:pos"), str(edge))
        for stop in beyond[:-1]:
            stops.remove(stop)


def _pairs(document: Document, style: Style) -> Iterator[tuple[Element, TemplateParagraph]]:
    """Yield the template's paragraphs in the document with what was read of each."""
    section = document.sections[0]
    parts: list[tuple[Element, Paragraphs | None]] = [
        (section.header._element, style.header),
        (section.footer._element, style.footer),
        (section.first_page_header._element, style.first_header),
        (section.first_page_footer._element, style.first_footer),
        (section.even_page_header._element, style.even_header),
        (section.even_page_footer._element, style.even_footer),
    ]
    yield from _masthead_and_foot(document.element.body, style)
    for root, paragraphs in parts:
        yield from zip(_units(root), paragraphs or (), strict=False)


def _masthead_and_foot(body: Element, style: Style) -> Iterator[tuple[Element, TemplateParagraph]]:
    units = list(_units(body))
    texts = ["".join(t.text or "" for t in unit.iter(qn("w:t"))) for unit in units]
    place = next(at for at, text in enumerate(texts) if BODY in fields_in(text))
    yield from zip(units[:place], style.masthead, strict=True)
    yield from zip(units[place + 1 :], style.foot, strict=False)  # an anchor may end them


def _units(root: Element) -> Iterator[Element]:
    """Yield the paragraphs; a table, whose cells are no lines with tabs, counts by its rows."""
    for item in root:
        if item.tag == qn("w:tbl"):
            yield from (element("tr") for _ in item.iterchildren(qn("w:tr")))
        elif item.tag == qn("w:p"):
            yield item


def _pieces(paragraph: TemplateParagraph) -> Iterator[Piece]:
    """Yield what stands between the tabs, as broad as Word may set it."""
    text, widths, sizes, pictures = "", list[float](), list[float](), 0.0
    for run in (*paragraph.runs, None):
        if run is None or run.tab:
            yield Piece(measure(text, widths, sizes), pictures)
            text, widths, sizes, pictures = "", [], [], 0.0
            continue
        pictures += run.picture.width_pt if run.picture else 0.0
        shown = "00" if run.field else run.text
        text += shown
        breadths = (character_breadth(char) * run.size_pt + run.tracking_pt for char in shown)
        widths += [breadth * _SURE for breadth in breadths]
        sizes += [run.size_pt] * len(shown)


def _break(tabs: list[Element], spots: tuple[Spot, ...]) -> None:
    """Put a break before each piece that begins a row; at its stop it keeps its tab."""
    rows = {spot.piece: spot.row for spot in spots}  # where each piece ends
    for spot in spots:
        if not spot.is_first or not spot.piece or spot.row == rows[spot.piece - 1]:
            continue
        tab = tabs[spot.piece - 1]
        tab.addprevious(element("br"))
        if not spot.at_stop:
            tab.getparent().remove(tab)
        for _ in range(spot.piece - 1 if spot.at_stop else 0):
            tab.addprevious(element("tab"))
