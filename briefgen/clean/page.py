"""A page: the steps of cleaning in their order.

Input: a `Source`. Output: its `Document`. Every step here drops characters or puts one in the place
of one; what paragraphs are is said in roles.py, where articles begin in articles.py.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.clean.articles import find_articles
from briefgen.clean.characters import fold_characters, fold_punctuation
from briefgen.clean.doubling import doubled_spans
from briefgen.clean.lines import Line, split_lines
from briefgen.clean.roles import find_roles
from briefgen.clean.spacing import drop_stray_spaces, trim_lines
from briefgen.clean.traced import Span, Traced
from briefgen.clean.wrapping import continued
from briefgen.document import Document, OffsetMap, Source

_MOST_ROUNDS = 12
_LATIN = re.compile(r"[A-Za-z]")


def clean_source(source: Source) -> Document:
    """Return the source's document: its clean text, one paragraph a line, and the way back.

    A clean character is its raw character, or the one that stands for it: full-width digits,
    letters and % are ASCII, any space is a plain one, any line break a line feed (a space where it
    parted two Latin words), ASCII , : ; ? ! ( ) beside Chinese characters are full-width. Blank
    lines between paragraphs stay, three at most. Cleaning a clean text gives it back.
    """
    text, notices = fold_characters(Traced.of(source.raw))
    split = _Splitter()
    doubled: set[int] = set()
    for _ in range(_MOST_ROUNDS):
        before = text.text
        text = _clean_once(text, doubled, split)
        if text.text == before:
            break
    offsets = OffsetMap(text.runs)
    lines = split.lines_of(text.text)
    once = frozenset(i for i, line in enumerate(lines) if _holds(offsets, line, doubled))
    paragraphs, articles = find_articles(lines, find_roles(lines, once), source)
    return Document(
        source=source,
        text=text.text,
        offsets=offsets,
        paragraphs=paragraphs,
        articles=articles,
        notices=tuple(replace(notice, path=source.name) for notice in notices),
    )


class _Splitter:
    """Splits texts into lines; a text that has not changed since the last time, only once."""

    def __init__(self) -> None:
        self._text = ""
        self._lines: list[Line] = []

    def lines_of(self, text: str) -> list[Line]:
        """Return the lines of `text` that are not blank."""
        if text != self._text:
            self._text, self._lines = text, split_lines(text)
        return self._lines


def _clean_once(text: Traced, doubled: set[int], split: _Splitter) -> Traced:
    text = fold_punctuation(text)
    text = _drop_second_copies(text, doubled, split)
    text = trim_lines(_join_lines(text, split))
    return drop_stray_spaces(text)


def _drop_second_copies(text: Traced, doubled: set[int], split: _Splitter) -> Traced:
    """Return the text with doubled captions once; their raw places are added to `doubled`."""
    offsets = OffsetMap(text.runs)
    spans: list[Span] = []
    for line in split.lines_of(text.text):
        copies = doubled_spans(line.text)
        if copies:
            doubled.add(offsets.raw_index(line.start))
            spans.extend((line.start + a, line.start + b) for a, b in copies)
    return text.without(spans)


def _holds(offsets: OffsetMap, line: Line, raw_places: set[int]) -> bool:
    return bool(raw_places) and offsets.raw_index(line.start) in raw_places


def _join_lines(text: Traced, split: _Splitter) -> Traced:
    """Return the text with one paragraph a line; a line break between Latin words is a space."""
    lines = split.lines_of(text.text)
    spans: list[Span] = []
    pieces: list[str] = []
    at = 0
    for above, line, joined in zip(lines, lines[1:], continued(lines)[1:], strict=False):
        if not joined:
            continue
        latin = bool(_LATIN.match(above.text[-1]) and _LATIN.match(line.text[0]))
        if latin:
            pieces += (text.text[at : above.end], " ")
            at = above.end + 1
        spans.append((above.end + latin, line.start))
    pieces.append(text.text[at:])
    return text.with_text("".join(pieces)).without(spans)
