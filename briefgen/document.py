"""The first vocabulary: a source as it was read, and the document that cleaning makes of it.

All offsets are half-open and count code points. A document's `text` is clean; `offsets` leads every
clean character back to the raw text. Nothing here reads a file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from briefgen.errors import Notice


@dataclass(frozen=True, slots=True)
class Source:
    """One file of `seeds/`, decoded (a BOM dropped), with what `sources.toml` says about it."""

    name: str
    raw: str
    sha256: str  # of the file's bytes
    title: str | None = None
    publisher: str | None = None
    place: str | None = None
    published: str | None = None  # "2023", "2023-01" or "2023-01-20"; None: not known
    estimated: bool = False  # the date is not printed on the source
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Runs of `(clean start, raw start, length)`, in clean order, that cover the clean text."""

    runs: tuple[tuple[int, int, int], ...]

    def raw_index(self, clean_index: int) -> int:
        """Return the raw offset of the clean character at `clean_index`."""
        # (n + 1,) sorts before every run that begins at n + 1: no key need be asked for each run
        at = bisect_right(self.runs, (clean_index + 1,)) - 1
        clean, raw, length = self.runs[at]
        if not clean <= clean_index < clean + length:
            raise IndexError(clean_index)
        return raw + clean_index - clean

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span from the first to the last character of clean `[start, end)`.

        Only valid where the clean span is not empty; characters that cleaning dropped inside it
        (a line break, say) are inside the raw span too.
        """
        at = bisect_right(self.runs, (start + 1,)) - 1
        clean, raw, length = self.runs[at]
        if clean <= start and end <= clean + length:  # most spans lie within one run
            return raw + start - clean, raw + end - clean
        return self.raw_index(start), self.raw_index(end - 1) + 1


class Role(StrEnum):
    """What a paragraph is on its page."""

    HEADING = "heading"
    PROSE = "prose"
    ITEM = "item"  # one line of a list or of a panel of figures
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    FURNITURE = "furniture"  # advertisements, stray page furniture


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A span of the clean text with its role, the heading above it and its article's index."""

    start: int
    end: int
    role: Role
    heading: str | None
    article: int


@dataclass(frozen=True, slots=True)
class Article:
    """One of the articles on a page: its title as printed, and its span in the clean text."""

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A source made readable: the clean text, the way back, paragraphs and articles in order."""

    source: Source
    text: str
    offsets: OffsetMap
    paragraphs: tuple[Paragraph, ...]
    articles: tuple[Article, ...]
    notices: tuple[Notice, ...] = ()


_KIND_OF_AREA = re.compile("(?:(?:[\u4e00-\u9fff]族)?自治[州县旗]|[区县市省州])$")


@dataclass(frozen=True, slots=True)
class Area:
    """The area that articles are about: its name, its other names, the area above, bodies within.

    A figure whose subject is one of `entities` is that body's own and never the area's.
    """

    place: str  # 清河区
    aliases: tuple[str, ...] = ()  # 清河
    region: str | None = None  # what 全市 or 全省 means
    entities: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Return its names: the place with and without its kind (青山区, 青山), and the aliases."""
        bare = _KIND_OF_AREA.sub("", self.place)
        return frozenset((self.place, *self.aliases, *([bare] if len(bare) > 1 else [])))
