"""The blocks of a brief as flowables, in the named formats of the style.

Input: blocks and drawn charts. Output: flowables, in order: the same words as the Word writer's,
which is why both take their few own words from `wording`. It places nothing on a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
    Picture,
    Runs,
    SourceList,
    Stroke,
    Table,
    Text,
    plain_text,
)
from briefgen.errors import BriefgenError
from briefgen.writers import pdf_grid
from briefgen.writers.pdf_flow import Flowable, Outline, Prose, Stack, is_boxed, join_boxes
from briefgen.writers.pdf_ink import Pen
from briefgen.writers.pdf_text import Look, SetText, looks_of, set_pieces, set_runs
from briefgen.writers.template import ParagraphFormat, Style
from briefgen.writers.template_fields import printable
from briefgen.writers.wording import (
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
_NUMERAL_PT = 2.5
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
                yield from self._sources(block)

    # --- paragraphs ---------------------------------------------------------------------------

    def _format(self, name: str) -> ParagraphFormat:
        return self.style.formats[name]

    def _set(self, name: str, runs: Runs) -> SetText:
        return set_runs(runs, self.style.formats, name)

    def _prose(self, name: str, runs: Runs, *, min_lines: int = 2) -> Prose:
        return Prose(self._set(name, runs), self._format(name), min_lines=min_lines)

    def _heading(self, level: int, runs: Runs) -> Prose:
        level = min(max(level, 1), 2)
        name = f"Heading {level}"
        outline = Outline(level - 1, printable(plain_text(runs)))
        fmt = self._format(name)
        # a heading set like a paragraph, its first line indented, is not made of like lines
        glue = None if fmt.first_line_chars else self.glue
        return Prose(self._set(name, runs), fmt, glue=glue, outline=outline)

    def _paragraph(self, role: ParagraphRole, runs: Runs) -> Prose:
        name = _ROLES[role]
        made = self._prose(name, runs)
        if made.fmt.bullet:
            look = replace(self._format("Heading 1"), size_pt=made.fmt.size_pt, bold=False)
            made.label = set_pieces(looks_of(made.fmt.bullet + " ", look))
        return made

    # --- blocks -------------------------------------------------------------------------------

    def _key_points(self, block: KeyPoints) -> Iterator[Flowable]:
        items: list[Prose] = []
        if block.title:
            items.append(self._prose("Key Points Title", (Text(block.title),)))
        fmt = self._format("Key Point")
        # larger than the words, so that no reader takes 2. before 2023年 for one number
        numeral = replace(self._format("Key Points Title"), size_pt=fmt.size_pt + _NUMERAL_PT)
        for position, point in enumerate(block.points, 1):
            hangs = fmt.hanging_pt > 0
            words = key_point_label(position, self.language, hangs=hangs) + " " * hangs
            label = set_pieces(looks_of(words, numeral if hangs else fmt))
            items.append(Prose(self._set("Key Point", point), fmt, label=label))
        join_boxes(items)
        if items and is_boxed(fmt):
            yield Stack(items, whole=True)
        else:
            yield from items

    def _cards(self, block: Cards) -> Iterator[Flowable]:
        if block.title:
            yield self._heading(1, (Text(block.title),))
        rows = card_rows(block.cards)
        most = max((len(row) for row in rows), default=1)
        room = (self.width - _CARD_GAP_PT * (most - 1)) / most
        size = min((self._value_size(card, room) for card in block.cards), default=1.0)
        for at, row in enumerate(rows):
            made = pdf_grid.CardRow([self._card(card, size) for card in row], _CARD_GAP_PT)
            made.before = _CARD_ROW_GAP_PT if at else 0.0
            made.keep_with_next = at + 1 < len(rows)
            made.after = 0.0 if made.keep_with_next else _AFTER_GRID_PT
            yield made

    def _value_size(self, card: Card, room: float) -> float:
        """Return how much smaller a figure must be set to stand on one line."""
        wide = set_runs(card.value, self.style.formats, "Card Value", evenly=True).width()
        fmt = self._format("Card Value")
        inside = room - fmt.left_pt - fmt.right_pt - _CARD_GAP_PT  # air between two figures
        return min(1.0, max(_LEAST_VALUE, inside / wide)) if wide else 1.0

    def _card(self, card: Card, size: float) -> tuple[Prose, ...]:
        fmt = self._format("Card Value")
        value = replace(fmt, size_pt=floor(fmt.size_pt * size * 2) / 2)
        formats = {**self.style.formats, "Card Value": value}
        items = (
            self._prose("Card Label", (Text(card.label),), min_lines=1),
            Prose(set_runs(card.value, formats, "Card Value", evenly=True), value, min_lines=1),
            self._prose("Card Note", card.note, min_lines=1),
        )
        join_boxes(items)
        return items

    def _chart(self, block: Chart) -> Iterator[Flowable]:
        picture = self.pictures.get(block.spec.id)
        if picture is None:
            raise BriefgenError(f"the chart {block.spec.id!r} has not been drawn")
        source = self._prose("Chart Source", chart_source_runs(block, self.language))
        drawn = Drawing(picture, self.height - 4 * source.fmt.line_pt)
        title = self._format("Chart Title")
        drawn.before, drawn.after = title.space_before_pt, title.space_after_pt
        yield Stack([drawn, source], whole=True)

    def _table(self, block: Table) -> Iterator[Flowable]:
        look = self.style.table
        padding = (look.padding_pt, look.padding_top_pt, look.padding_bottom_pt)
        shares = block.widths or [1] * len(block.head)

        def row(name: str, cells: tuple[Runs, ...]) -> pdf_grid.Row:
            made = [self._prose(name, cell, min_lines=1) for cell in cells]
            return pdf_grid.Row(made, shares, padding=padding)

        head = row("Table Head", tuple((Text(words),) for words in block.head))
        table = pdf_grid.Table(head, [row("Table Cell", cells) for cells in block.rows], look)
        table.after = _AFTER_GRID_PT
        yield table

    def _sources(self, block: SourceList) -> Iterator[Flowable]:
        for entry in block.entries:
            title = self._prose("Source Title", source_title_runs(entry, self.language))
            title.keep_with_next = bool(entry.quotes)
            yield title
            for quote in entry.quotes:
                yield self._keyed("Source Quote", quote_runs(quote))

    def _keyed(self, name: str, runs: Runs) -> Prose:
        """Return a paragraph whose first run, a reference, stands in its margin."""
        fmt = self._format(name)
        if not fmt.hanging_pt:
            return self._prose(name, runs)
        words = self._set(name, (Text(plain_text(runs[1:2]).lstrip()), *runs[2:]))
        return Prose(words, fmt, label=self._set(name, runs[:1]))


class Drawing(Flowable):
    """A drawn chart, its strokes and words replayed; scaled down where it is too large."""

    keep_with_next = True

    def __init__(self, picture: Picture, highest: float) -> None:
        self.picture = picture
        self.highest = highest

    def _scale(self, width: float) -> float:
        picture = self.picture
        return min(1.0, width / picture.width, self.highest / picture.height)

    def height(self, width: float) -> float:
        """Return the height of the picture at its scale."""
        return self.picture.height * self._scale(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw every mark in order."""
        pen.shift(x, top - self.height(width), self._scale(width))
        for mark in self.picture.marks:
            if isinstance(mark, Stroke):
                pen.stroke(mark)
            else:
                look = Look(mark.face, mark.size, mark.colour)
                words = set_pieces([(mark.text, look)], evenly=True)
                pen.line(words, words.one_line(), mark.x, mark.y, mark.angle)
        pen.unshift()
