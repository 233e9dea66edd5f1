"""A brief in the manner of a style: its sections numbered, its headline figures as a table.

Input: a brief and what `style.toml` says. Output: a brief with the same words and figures, for both
writers. It chooses no fact and changes no sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.brief import Block, Brief, Cards, Heading, KeyPoints, SourceList, Table, Text
from briefgen.writers.style_settings import StyleSettings
from briefgen.writers.wording import chinese_number

_CARD_COLUMNS = (5, 3, 6)
_MANY_QUOTES = 10
WHOLE_ROWS = 6  # a table of no more rows is not parted between two pages


@dataclass(frozen=True, slots=True)
class Turns:
    """What Word's pages take over from the PDF's, being near to them but no more than near.

    `closed_up`: lines are closer, to end a page earlier. `for_columns`: the heading of a list in
    columns begins a page, though the page before has room for it.
    """

    closed_up: bool = False
    for_columns: bool = False


def arrange(brief: Brief, settings: StyleSettings) -> Brief:
    """Return the brief with its blocks as the style wants them."""
    blocks = tuple(made for block in brief.blocks for made in _shown(block, settings, brief))
    if settings.numbered_headings and brief.language == "zh":
        blocks = tuple(_numbered(blocks))
    return replace(brief, blocks=blocks)


def _shown(block: Block, settings: StyleSettings, brief: Brief) -> Iterator[Block]:
    if not isinstance(block, Cards) or settings.cards == "cards":
        yield block
    elif settings.cards == "table" and block.cards:
        if block.title:
            yield Heading(1, (Text(block.title),))
        head = settings.cards_head.get(brief.language, settings.cards_head["zh"])
        rows = tuple(((Text(card.label),), card.value, card.note) for card in block.cards)
        yield Table(head, rows, _CARD_COLUMNS, block.title or brief.title)


def source_columns(block: SourceList, settings: StyleSettings) -> int:
    """Return in how many columns the sources stand: a few quotes are easier to read in one."""
    quotes = sum(len(entry.quotes) for entry in block.entries)
    return settings.source_columns if quotes >= _MANY_QUOTES else 1


def _numbered(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks with 一、二、 before each section: GB/T 9704's first level."""
    count = 0
    for block in blocks:
        mark = f"{chinese_number(count + 1)}、"
        if isinstance(block, Heading) and block.level == 1:
            count += 1
            yield replace(block, runs=(Text(mark), *block.runs))
        elif isinstance(block, KeyPoints | Cards) and block.title:
            count += 1
            yield replace(block, title=mark + block.title)
        else:
            yield block
