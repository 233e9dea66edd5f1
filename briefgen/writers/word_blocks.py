"""The blocks of a brief as elements of a Word document, by the named styles of the template.

Input: a brief's blocks and its drawn charts. Output: paragraphs and tables, in order. It does not
open or save a file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.parts.document import DocumentPart
from docx.shared import Length, Pt

from briefgen.brief import (
    Block,
    Cards,
    Chart,
    Heading,
    KeyPoints,
    Paragraph,
    ParagraphRole,
    Runs,
    SourceList,
    Table,
    Text,
    plain_text,
)
from briefgen.chart import Picture, Plot
from briefgen.errors import BriefgenError
from briefgen.writers.arrange import WHOLE_ROWS
from briefgen.writers.breakpoints import ENGLISH_FIGURE
from briefgen.writers.column_widths import column_widths
from briefgen.writers.template_fields import printable
from briefgen.writers.template_model import REFERENCE, TABLE, ParagraphFormat, Style
from briefgen.writers.word_cards import card_tables
from briefgen.writers.word_charts import ChartFonts, add_chart, chart_inline
from briefgen.writers.word_lines import tab_for_blank
from briefgen.writers.word_links import Links
from briefgen.writers.word_parts import (
    Element,
    described,
    element,
    gap,
    paragraph,
    run,
    set_lower,
    set_size,
    shares,
    tab,
    table,
)
from briefgen.writers.word_pictures import add_svg
from briefgen.writers.wording import (
    NUMERAL_PT,
    breadth,
    chart_source_runs,
    key_point_label,
    quote_runs,
    source_title_runs,
)

ROLES: Mapping[ParagraphRole, str] = {
    ParagraphRole.BODY: "Body Text",
    ParagraphRole.LEAD: "Lead",
    ParagraphRole.ITEM: "List Bullet",
    ParagraphRole.NOTE: "Note",
}
_BELOW = {Table: 6.0, Cards: 2.0}  # points of space below a block's table
_FIRST_SHAPE = 5000  # ids above those that a template's own pictures get
_TITLE_ROOM = 14.0  # points that a chart of Word's own needs more than a drawn one
_SURE = 1.04  # of the breadth: another font may be a little broader
# what no line parts, roughly: 1 September 2021 is one word, 清 is one
_WORDS = re.compile(rf"{ENGLISH_FIGURE.pattern}|[^\s\u3000-\uffef]+|[^\s]")
_LONG_CELL = 900  # characters; a longer row may split, or it would not fit a page


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """What blocks need to become elements: style, style ids, the part that holds the pictures."""

    style: Style
    ids: Mapping[str, str]
    part: DocumentPart
    pictures: Mapping[str, Picture]
    language: str
    links: Links
    editable_charts: bool = False

    @property
    def text_twips(self) -> int:
        """Return the width between the margins."""
        return round(self.style.sheet.text_pt * 20)

    def write_all(self, blocks: Iterable[Block]) -> Iterator[Element]:
        """Yield all blocks; the space below a table is that above the paragraph that follows."""
        below, above = 0.0, None
        for block in blocks:
            for made in self.write(block):
                self._fit_marks(made)
                is_table = made.tag == qn("w:tbl")
                if below and is_table:
                    yield gap(self.ids["Note"], below, keep_next=block is above)
                elif below:
                    set_lower(made, below + self._space_above(made))
                below, above = (_BELOW[type(block)] if is_table else 0.0), block
                yield made
        if below:  # a document does not end with a table
            yield gap(self.ids["Note"], below)

    def _space_above(self, made: Element) -> float:
        return self._format_of(made).space_before_pt

    def _format_of(self, made: Element) -> ParagraphFormat:
        name = next(name for name, style_id in self.ids.items() if style_id == made.style)
        return self.style.formats[name]

    def _fit_marks(self, made: Element) -> None:
        """Set references no larger than the words that they stand by."""
        mark = self.style.formats[REFERENCE]
        for place in made.iter(qn("w:p")):
            size = self._format_of(place).size_pt
            for used in place.iter(qn("w:rStyle")) if size < mark.size_pt else ():
                if used.val == self.ids[REFERENCE]:
                    set_size(used.getparent(), size)

    def write(self, block: Block) -> Iterator[Element]:
        """Yield the paragraphs and tables of a block."""
        match block:
            case Heading(level, runs):
                yield self._paragraph(f"Heading {min(max(level, 1), 2)}", runs)
            case Paragraph(role, runs):
                yield self._paragraph(ROLES[role], runs)
            case KeyPoints():
                yield from self._key_points(block)
            case Cards():
                yield from self._cards(block)
            case Chart():
                yield from self._chart(block)
            case Table():
                yield self._table(block)
            case SourceList():
                yield from self._sources(block)

    def _paragraph(self, name: str, runs: Runs, keep_next: bool | None = None) -> Element:
        return paragraph(self.ids[name], self.links.runs(runs), keep_next=keep_next)

    def _plain(self, name: str, text: str) -> Element:
        return paragraph(self.ids[name], [run(text)] if text else [])

    @property
    def _is_boxed(self) -> bool:
        """Return whether the summary is a box, which no page may cut; plain text may go on."""
        look = self.style.formats["Key Point"]
        rules = look.border_left, look.border_right, look.border_top, look.border_bottom
        return look.shading is not None or any(rules)

    def _key_points(self, block: KeyPoints) -> Iterator[Element]:
        """Yield the box: its tint and rules are those of the styles, its paragraphs one group."""
        if block.title:
            yield self._plain("Key Points Title", block.title)
        for position, point in enumerate(block.points, 1):
            yield paragraph(
                self.ids["Key Point"],
                [*self._key_point_label(position), *self.links.runs(point)],
                keep_next=position < len(block.points) if self._is_boxed else None,
            )

    def _key_point_label(self, position: int) -> list[Element]:
        """Return the number of a key point, in the margin as in the PDF: large, in the accent."""
        fmt = self.style.formats["Key Point"]
        if not fmt.hanging_pt:
            return [run(key_point_label(position, self.language, hangs=False))]
        number = run(key_point_label(position, self.language), strong=True)
        colour = self.style.formats["Key Points Title"].colour
        number.rPr.append(element("color", val=colour))
        set_size(number.rPr, fmt.size_pt + NUMERAL_PT)
        return [number, tab()]

    def _cards(self, block: Cards) -> Iterator[Element]:
        if block.title:
            yield self._plain("Heading 1", block.title)
        if block.cards:
            yield from card_tables(block, self.style, self._paragraph)

    def _chart(self, block: Chart) -> Iterator[Element]:
        picture = self.pictures.get(block.spec.id)
        if picture is None:
            raise BriefgenError(f"the chart {block.spec.id!r} has not been drawn")
        plot = picture.plot if self.editable_charts else None
        inline = (
            self._inline(block, picture) if plot is None else self._native(block, picture, plot)
        )
        # the style's own pitch would cut the picture off: single spacing grows with it
        single = element("spacing", line="240", lineRule="auto")
        drawing = element("r", element("drawing", inline))
        yield paragraph(self.ids["Chart Title"], [drawing], keep_next=True, extra=[single])
        if plot is not None and block.spec.note:  # a picture holds its note
            note = [run(block.spec.note)]
            yield paragraph(
                self.ids["Chart Source"],
                note,
                keep_next=True,
                extra=[element("spacing", after="0")],
            )
        yield self._paragraph("Chart Source", chart_source_runs(block, self.language))

    def _inline(self, block: Chart, picture: Picture) -> Element:
        relation, _ = self.part.get_or_add_image(io.BytesIO(picture.png))
        size = self._size(picture)
        name = f"chart{block.number}.png"
        inline = CT_Inline.new_pic_inline(_FIRST_SHAPE + block.number, relation, name, *size)
        if picture.svg:
            add_svg(self.part, inline, picture.svg)
        return self._told(inline, block)

    def _native(self, block: Chart, picture: Picture, plot: Plot) -> Element:
        look = self.style.formats["Chart Source"]
        fonts = ChartFonts(look.latin, look.east_asian)
        relation = add_chart(self.part, block.spec, plot, fonts)
        wide, high = self._size(picture)
        size = wide, high + Pt(_TITLE_ROOM)
        inline = chart_inline(relation, size, _FIRST_SHAPE + block.number)
        return self._told(inline, block)

    def _size(self, picture: Picture) -> tuple[Length, Length]:
        scale = min(1.0, self.text_twips / 20 / picture.width)
        return Pt(picture.width * scale), Pt(picture.height * scale)

    def _told(self, inline: Element, block: Chart) -> Element:
        """Return the drawing with its name and what a screen reader says of it."""
        title = printable(block.spec.title)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # left out, LibreOffice takes 9 points and cuts the right edge
        inline.docPr.set("name", f"chart{block.number}")
        inline.docPr.set("descr", printable(block.spec.alt) or title)
        inline.docPr.set("title", title)
        return inline

    def _table(self, block: Table) -> Element:
        head = [(self._plain("Table Head", words),) for words in block.head]
        # few rows stand on one page, and no row alone at its foot or at the head of the next one
        last = len(block.rows) - 1
        firm = {*range(last)} if last < WHOLE_ROWS else {0, last - 2, last - 1}
        rows = [
            [(self._paragraph("Table Cell", cell, at in firm or None),) for cell in row]
            for at, row in enumerate(block.rows)
        ]
        splits = [any(len(plain_text(cell)) > _LONG_CELL for cell in row) for row in block.rows]
        properties = [
            element("tblStyle", val=self.ids[TABLE]),
            element("tblW", w=str(self.text_twips), type="dxa"),
            element("tblLayout", type="fixed"),
            element(
                "tblLook",
                val="0020",
                firstRow="1",
                lastRow="0",
                firstColumn="0",
                lastColumn="0",
                noHBand="1",
                noVBand="1",
            ),
            *described(block.summary, block.summary),
        ]
        return table(
            [head, *rows],
            self._columns(block),
            properties=properties,
            heads=1,
            splits=[False, *splits],
        )

    def _columns(self, block: Table) -> list[int]:
        """Return the widths of a table's columns in twips, by what their cells need, roughly."""
        side = 2 * self.style.table.padding_pt
        head = [tuple((Text(words),) for words in block.head)]
        cells: list[list[float]] = []
        least = [0.0] * len(block.head)
        for name, rows in (("Table Head", head), ("Table Cell", list(block.rows))):
            size = self.style.formats[name].size_pt * _SURE
            for row in rows:
                texts = [plain_text(cell) for cell in row]
                cells.append([breadth(text) * size + side for text in texts])
                for at, text in enumerate(texts):
                    longest = max(map(breadth, _WORDS.findall(text)), default=0.0)
                    least[at] = max(least[at], longest * size + side)
        total = self.style.sheet.text_pt
        widths = column_widths(cells, least, block.widths or [1] * len(least), total)
        return shares([round(20 * wide) for wide in widths], self.text_twips)

    def _sources(self, block: SourceList) -> Iterator[Element]:
        for entry in block.entries:
            title = self.links.of_entry(entry, source_title_runs(entry, self.language))
            yield self._hung("Source Title", title, keep_next=bool(entry.quotes))
            for quote in entry.quotes:
                told = self.links.of_quote(quote.key, quote_runs(quote, self.language))
                yield self._hung("Source Quote", told)

    def _hung(self, name: str, runs: list[Element], keep_next: bool | None = None) -> Element:
        """Return a paragraph whose key hangs in the margin, where its style has one."""
        made = paragraph(self.ids[name], runs, keep_next=keep_next)
        if self.style.formats[name].hanging_pt:
            tab_for_blank(made)
        return made
