"""The cards of headline figures as a table of a Word document.

Input: cards, and what writes a paragraph in a named style. Output: a table for each row of
cards, one cell a card.
It does not choose what a card says.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from docx.oxml.ns import qn

from briefgen.brief import Card, Cards, Runs, Text, plain_text
from briefgen.writers.template_model import Border, Style
from briefgen.writers.word_lines import break_title
from briefgen.writers.word_parts import (
    Element,
    described,
    element,
    set_size,
    shares,
    table,
)
from briefgen.writers.wording import breadth, card_rows

_GAP = 240  # twips between cards
_SURE = 0.95  # of the room: another Sans may be a little broader
_SMALLEST_FIGURE = 11.0  # points
_PARTS = ("Card Label", "Card Value", "Card Note")
Write = Callable[[str, Runs], Element]


def card_tables(block: Cards, style: Style, write: Write) -> Iterator[Element]:
    """Yield a table for each row of cards; `write` makes a paragraph of a named style.

    After a table of several rows LibreOffice leaves headings alone at the foot of a page, where a
    later table goes on over one: so each row is a table, and all keep with each other.

    Where the styles of a card have nothing but a rule at their left, it is the cell's: as long for
    all cards of a row.
    """
    arranged, rule = card_rows(block.cards), _rule(style)
    columns, width = len(arranged[0]), round(style.sheet.text_pt * 20) + _GAP
    room = (width / columns - _GAP) / 20
    size = _figure_size(block.cards, style, room)
    for at, row in enumerate(arranged):
        labels = [_label(card, style, write, room) for card in row]
        most = max(lines for _, lines in labels)
        for label, lines in labels:
            _pad(label, style, most - lines)
        pairs = zip(row, labels, strict=True)
        cells = [(label, *_figure(card, style, write, size)) for card, (label, _) in pairs]
        made = table(
            [cells], shares([1] * columns, width), properties=_properties(row, block, width)
        )
        if rule is not None:
            _move_rule(made, rule)
        if at + 1 < len(arranged):
            _keep(made)
        yield made


def _properties(row: Sequence[Card], block: Cards, width: int) -> list[Element]:
    margins = [("top", 40), ("left", 0), ("bottom", 100), ("right", _GAP)]
    return [
        element("tblW", w=str(width), type="dxa"),
        element("tblInd", w="0", type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(side, w=str(w), type="dxa") for side, w in margins)),
        *described(block.title, "、".join(card.label for card in row)),
    ]


def _keep(cards: Element) -> None:
    """Keep a row of cards with what follows it."""
    for paragraph in cards.iter(qn("w:p")):
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _rule(style: Style) -> Border | None:
    """Return the rule at the left of all three parts of a card, where there is no other."""
    formats = [style.formats[name] for name in _PARTS]
    bare = [replace(fmt, border_left=None) for fmt in formats]
    others = any(f.border_top or f.border_bottom or f.border_right or f.shading for f in bare)
    rules = {fmt.border_left for fmt in formats}
    return None if others or len(rules) > 1 else rules.pop()


def _move_rule(cards: Element, rule: Border) -> None:
    side = {"val": "single", "sz": str(round(rule.width_pt * 8)), "space": "0"}
    for cell in cards.iter(qn("w:tcPr")):
        cell.append(element("tcBorders", element("left", **side, color=rule.colour)))
    for look in cards.iter(qn("w:pPr")):
        look.insert_element_before(
            element("pBdr", element("left", val="nil")),
            *(f"w:{tag}" for tag in ("shd", "tabs", "spacing", "ind", "jc", "rPr")),
        )


def _figure_size(cards: Sequence[Card], style: Style, room: float) -> float:
    """Return the size of all figures: the style's, or less so that each stands on one line."""
    look = style.formats["Card Value"]
    inside = room - look.left_pt - look.right_pt
    broad = max(breadth(plain_text(card.value)) for card in cards)
    size = min(look.size_pt, _SURE * inside / max(broad, 1.0))
    return max(math.floor(size * 2) / 2, _SMALLEST_FIGURE)


def _label(card: Card, style: Style, write: Write, room: float) -> tuple[Element, int]:
    """Return the label and the number of its lines, which end where it says: no guess is needed."""
    made = write("Card Label", (Text(card.label),))
    break_title(made, style.formats["Card Label"], room, {})
    return made, 1 + sum(1 for _ in made.iter(qn("w:br")))


def _pad(label: Element, style: Style, lack: int) -> None:
    """Leave room below a label that is `lack` lines shorter than its neighbours'."""
    if lack:
        fmt = style.formats["Card Label"]
        after = fmt.space_after_pt + lack * fmt.line_pt
        label.get_or_add_pPr().get_or_add_spacing().set(qn("w:after"), str(round(after * 20)))


def _figure(card: Card, style: Style, write: Write, size: float) -> Iterator[Element]:
    """Yield the figure, set at `size`, and its note."""
    value = write("Card Value", card.value)
    usual = style.formats["Card Value"]
    if size != usual.size_pt:
        pitch = round(20 * usual.line_pt * size / usual.size_pt)
        value.get_or_add_pPr().get_or_add_spacing().set(qn("w:line"), str(pitch))
        for run in value.iter(qn("w:r")):
            set_size(run.get_or_add_rPr(), size)
    yield value
    if plain_text(card.note):
        yield write("Card Note", card.note)
