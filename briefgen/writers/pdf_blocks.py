"""The blocks of a brief as flowables, in the named formats of the style.

Input: blocks and drawn charts. Output: flowables, in order: the same words as the Word writer's,
which is why both take their few own words from `wording`. It places nothing on a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import floor

from briefgen.brief import (
    Block,
    Card,
    Cards,
    Chart,
    Heading,
    KeyPoints,
    Paragraph,
    ParagraphRole,
    Quote,
    Runs,
    SourceList,
    Table,
    Text,
    plain_text,
)
from briefgen.chart import Picture, Stroke, Words
from briefgen.errors import BriefgenError
from briefgen.writers import pdf_grid
from briefgen.writers.arrange import source_columns
from briefgen.writers.pdf_columns import Columns
from briefgen.writers.pdf_flow import Flowable, Outline, Prose, Stack, is_boxed, join_boxes
from briefgen.writers.pdf_ink import Pen
from briefgen.writers.pdf_links import Citations, note_ident, quote_anchor
from briefgen.writers.pdf_structure import (
    Box,
    Element,
    Link,
    Structure,
    TableElements,
    list_item,
)
from briefgen.writers.pdf_text import Look, SetText, looks_of, set_pieces, set_runs
from briefgen.writers.template import ParagraphFormat, Style
from briefgen.writers.template_fields import printable
from briefgen.writers.wording import (
    NUMERAL_PT,
    card_rows,
    chart_source_runs,
    key_point_label,
    quote_runs,
    source_title_runs,
)

_ROLES: Mapping[ParagraphRole, str] = {
    ParagraphRole.BODY: "Body Text",
    ParagraphRole.LEAD: "Lead",
    ParagraphRole.ITEM: "List Bullet",
    ParagraphRole.NOTE: "Note",
}
_HEADING_LINES = 9  # a heading of less than twice as many lines is never parted by a page
_CARD_GAP_PT = 12.0
_CARD_ROW_GAP_PT = 9.0
_AFTER_GRID_PT = 6.0
_LEAST_VALUE = 0.6  # a long figure in a card is set smaller, down to this, before it wraps


@dataclass(frozen=True, slots=True)
class BlockSetter:
    """What blocks need to become flowables; `width` and `height` are those of the type area."""

    style: Style
    pictures: Mapping[str, Picture]
    language: str
    glue: Mapping[str, int]
    width: float
    height: float
    structure: Structure
    cites: Citations

    def flowables(self, block: Block) -> Iterator[Flowable]:
        """Yield the flowables of a block."""
        match block:
            case Heading(level, runs):
                yield self._heading(level, runs)
            case Paragraph(role, runs):
                yield self._paragraph(role, runs)
            case KeyPoints():
                yield from self._key_points(block)
            case Cards():
                yield from self._cards(block)
            case Chart():
                yield from self._chart(block)
            case Table():
                yield from self._table(block)
            case SourceList():
                yield from self._in_columns(block)

    # --- paragraphs ---------------------------------------------------------------------------

    def _format(self, name: str) -> ParagraphFormat:
        return self.style.formats[name]

    def _set(
        self, name: str, runs: Runs, fmt: ParagraphFormat | None = None, *, evenly: bool = False
    ) -> SetText:
        formats = self.style.formats if fmt is None else {**self.style.formats, name: fmt}
        parts = partial(self.cites.parts, beside=runs)
        return set_runs(runs, formats, name, parts=parts, evenly=evenly)

    def _prose(self, name: str, runs: Runs, element: Element, *, min_lines: int = 2) -> Prose:
        return Prose(
            self._set(name, runs), self._format(name), min_lines=min_lines, element=element
        )

    def _heading(self, level: int, runs: Runs) -> Prose:
        level = min(max(level, 1), 2)
        place = self.structure.heading(level)
        made = self._prose(f"Heading {level}", runs, place, min_lines=_HEADING_LINES)
        # a heading set like a paragraph, its first line indented, is not made of like lines
        made.glue = None if made.fmt.first_line_chars else self.glue
        made.outline = Outline(level - 1, printable(plain_text(runs)))
        return made

    def _paragraph(self, role: ParagraphRole, runs: Runs) -> Prose:
        name = _ROLES[role]
        item = role is ParagraphRole.ITEM
        label, body = self.structure.item() if item else (None, self.structure.add("P"))
        made = self._prose(name, runs, body)
        if made.fmt.bullet:
            look = replace(self._format("Heading 1"), size_pt=made.fmt.size_pt, bold=False)
            made.label = set_pieces(looks_of(made.fmt.bullet + " ", look))
            made.label_element = label or body
        return made

    # --- blocks -------------------------------------------------------------------------------

    def _key_points(self, block: KeyPoints) -> Iterator[Flowable]:
        items: list[Prose] = []
        place = self.structure.aside()
        if block.title:
            title = place.add(self.structure.aside_role())
            items.append(self._prose("Key Points Title", (Text(block.title),), title))
        entries = place.add("L", ListNumbering="Decimal")
        fmt = self._format("Key Point")
        # larger than the words, so that no reader takes 2. before 2023年 for one number
        numeral = replace(self._format("Key Points Title"), size_pt=fmt.size_pt + NUMERAL_PT)
        for position, point in enumerate(block.points, 1):
            label, body = list_item(entries)
            made = self._prose("Key Point", point, body)
            hangs = fmt.hanging_pt > 0
            words = key_point_label(position, self.language, hangs=hangs) + " " * hangs
            made.label = set_pieces(looks_of(words, numeral if hangs else fmt))
            made.label_element = label
            items.append(made)
        join_boxes(items)
        if items and is_boxed(fmt):
            yield Stack(items, whole=True)
        else:
            yield from items

    def _cards(self, block: Cards) -> Iterator[Flowable]:
        if block.title:
            yield self._heading(1, (Text(block.title),))
        entries = self.structure.add("L", ListNumbering="None")
        rows = card_rows(block.cards)
        most = max((len(row) for row in rows), default=1)
        room = (self.width - _CARD_GAP_PT * (most - 1)) / most
        size = min((self._value_size(card, room) for card in block.cards), default=1.0)
        for at, row in enumerate(rows):
            made = pdf_grid.CardRow([self._card(c, size, entries) for c in row], _CARD_GAP_PT, most)
            made.before = _CARD_ROW_GAP_PT if at else 0.0
            made.keep_with_next = at + 1 < len(rows)
            made.after = 0.0 if made.keep_with_next else _AFTER_GRID_PT
            yield made

    def _value_size(self, card: Card, room: float) -> float:
        """Return how much smaller a figure must be set to stand on one line."""
        wide = self._set("Card Value", card.value, evenly=True).width()
        fmt = self._format("Card Value")
        inside = room - fmt.left_pt - fmt.right_pt - _CARD_GAP_PT  # air between two figures
        return min(1.0, max(_LEAST_VALUE, inside / wide)) if wide else 1.0

    def _card(self, card: Card, size: float, entries: Element) -> tuple[Prose, ...]:
        fmt = self._format("Card Value")
        value = replace(
            fmt,
            size_pt=floor(fmt.size_pt * size * 2) / 2,
            line_pt=floor(fmt.line_pt * size * 2) / 2,
        )
        figure = self._set("Card Value", card.value, value, evenly=True)
        label, body = list_item(entries)
        items = (
            self._prose("Card Label", (Text(card.label),), label, min_lines=1),
            Prose(figure, value, min_lines=1, element=body.add("P")),
            self._prose("Card Note", card.note, body.add("P"), min_lines=1),
        )
        join_boxes(items)
        return items

    def _chart(self, block: Chart) -> Iterator[Flowable]:
        picture = self.pictures.get(block.spec.id)
        if picture is None:
            raise BriefgenError(f"the chart {block.spec.id!r} has not been drawn")
        place = self.structure.add("Div")
        figure = place.add("Figure")
        figure.alt = printable(block.spec.alt) or printable(block.spec.title)
        said = chart_source_runs(block, self.language)
        source = self._prose("Chart Source", said, place.add("Caption"))
        links = self.cites.chart_links(block.spec)
        drawn = Drawing(picture, self.height - 4 * source.fmt.line_pt, figure, links)
        title = self._format("Chart Title")
        drawn.before, drawn.after = title.space_before_pt, title.space_after_pt
        yield Stack([drawn, source], whole=True)

    def _table(self, block: Table) -> Iterator[Flowable]:
        look = self.style.table
        padding = (look.padding_pt, look.padding_top_pt, look.padding_bottom_pt)
        shares = block.widths or [1] * len(block.head)
        elements = TableElements(self.structure, printable(block.summary))

        def row(name: str, cells: tuple[Runs, ...], row_elements: list[Element]) -> list[Prose]:
            pairs = zip(cells, row_elements, strict=True)
            return [self._prose(name, cell, element) for cell, element in pairs]

        words = tuple((Text(words),) for words in block.head)
        cells = [row("Table Head", words, elements.head(len(words)))]
        cells += [row("Table Cell", said, elements.row(len(said))) for said in block.rows]
        widths = pdf_grid.fitted_shares(cells, shares, self.width, look.padding_pt)
        head, *rows = (pdf_grid.Row(made, widths, padding=padding) for made in cells)
        table = pdf_grid.Table(head, rows, look)
        table.after = _AFTER_GRID_PT
        yield table

    def _in_columns(self, block: SourceList) -> Iterator[Flowable]:
        count, made = source_columns(block, self.style.settings), list(self._sources(block))
        yield from made if count == 1 else [Columns(made, count)]

    def _sources(self, block: SourceList) -> Iterator[Flowable]:
        entries = self.structure.add("L", ListNumbering="None")
        for entry in block.entries:
            place = entries.add("LI").add("LBody")
            runs = source_title_runs(entry, self.language)
            keys = [quote.key for quote in entry.quotes]
            title = self._hung("Source Title", runs, keys, place.add("BibEntry"))
            title.keep_with_next = bool(entry.quotes)
            yield title
            for quote in entry.quotes:
                yield self._quote(quote, place.add("Note"))

    def _quote(self, quote: Quote, note: Element) -> Prose:
        note.ident = note_ident(quote.key)
        note.anchors = (quote_anchor(quote.key),)
        note.language = "" if self.language == "zh" else "zh-CN"  # what was said stays Chinese
        return self._hung("Source Quote", quote_runs(quote, self.language), (quote.key,), note)

    def _hung(self, name: str, runs: Runs, keys: Sequence[str], place: Element) -> Prose:
        """Return a paragraph whose key stands in its margin where the style has one."""
        fmt, back = self._format(name), partial(self.cites.entry_parts, keys=keys)
        if not fmt.hanging_pt:
            return Prose(set_runs(runs, self.style.formats, name, parts=back), fmt, element=place)
        words = (Text(plain_text(runs[1:2]).lstrip()), *runs[2:])
        label = set_runs(runs[:1], self.style.formats, name, parts=back)
        return Prose(set_runs(words, self.style.formats, name), fmt, label=label, element=place)


class Drawing(Flowable):
    """A drawn chart, its strokes and words replayed; scaled down where it is too large."""

    keep_with_next = True

    def __init__(
        self, picture: Picture, highest: float, element: Element, links: Mapping[str, Link]
    ) -> None:
        self.picture = picture
        self.element: Element = element
        self.links = links  # of the figures shown, by their words
        self.highest = highest

    def _scale(self, width: float) -> float:
        picture = self.picture
        return min(1.0, width / picture.width, self.highest / picture.height)

    def height(self, width: float) -> float:
        """Return the height of the picture at its scale."""
        return self.picture.height * self._scale(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw every mark in order."""
        scale, tall = self._scale(width), self.height(width)
        box = (x, top - tall, x + self.picture.width * scale, top)
        with pen.figure(self.element, box, scale):
            for mark in self.picture.marks:
                if isinstance(mark, Stroke):
                    pen.stroke(mark)
                    continue
                look = Look(mark.face, mark.size, mark.colour)
                words = set_pieces([(mark.text, look)], evenly=True)
                pen.line(words, words.one_line(), mark.x, mark.y, angle=mark.angle, goes_on=True)
                if mark.text in self.links and not mark.angle:
                    link = self.element.add("Link")
                    link.link = self.links[mark.text]
                    pen.click(link, _box_of(mark, words.width(), box, scale))


def _box_of(mark: Words, width: float, box: Box, scale: float) -> Box:
    """Return where on the page words of a chart stand whose box is `box`."""
    left, base = box[0] + mark.x * scale, box[1] + mark.y * scale
    return left, base - 0.14 * mark.size * scale, left + width * scale, base + mark.size * scale
