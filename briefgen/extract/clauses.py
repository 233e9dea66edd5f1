"""Clean text as paragraphs, sentences and clauses.

Input: a `Document`. Output: `Sentence`s and `Clause`s with spans in the clean text. It does not
look for figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.document import Document
from briefgen.values import value_class


@value_class(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the clean text, closing mark included, and its paragraph's index."""

    index: int
    start: int
    end: int
    paragraph: int


@value_class(frozen=True, slots=True)
class Clause:
    """A clause: its span without the closing mark, that mark, its sentence's and paragraph's index.

    Blanks at both ends are outside. `close` is "" at the end of a paragraph without a mark.
    """

    index: int
    start: int
    end: int
    close: str
    sentence: int
    paragraph: int


# A comma or colon between digits belongs to the number: 1,600家 and 2.6：48.8：48.6
# (what a mark is to have around it stands behind the mark: a search for one of so many is quick)
_CLOSE = re.compile(
    r"[。！？!?；;\n—…，,：:](?:(?<=[。！？!?；;\n])|(?<=—)—|(?<=…)…*|(?<![0-9０-９].)(?<=[，,])"
    r"|(?<=[，,：:])(?![0-9０-９])|(?<=[0-9０-９]，)(?![0-9０-９]{3}(?![0-9０-９])))"
)
_LONGEST = 400  # characters of a clause: text without marks is cut, so that work stays linear
_LAST_HAN = re.compile(r"[\u4e00-\u9fff](?=[^\u4e00-\u9fff]*$)")
_SENTENCE_END = frozenset("。！？!?\n")


def split_clauses(document: Document) -> tuple[tuple[Sentence, ...], tuple[Clause, ...]]:
    """Return the sentences and the clauses of all paragraphs, in order."""
    sentences: list[Sentence] = []
    clauses: list[Clause] = []
    text = document.text
    for number, paragraph in enumerate(document.paragraphs):
        start = at = paragraph.start
        for stop, after in _stops(text, paragraph.start, paragraph.end):
            close, words = text[stop:after], text[at:stop].lstrip()
            if words:
                begin = stop - len(words)
                end = begin + len(words.rstrip())
                clauses.append(Clause(len(clauses), begin, end, close, len(sentences), number))
            at = after
            if close[:1] in _SENTENCE_END or at >= paragraph.end or at - start > _LONGEST * 6:
                sentences.append(Sentence(len(sentences), start, at, number))
                start = at
    return tuple(sentences), tuple(clauses)


def open_bracket(text: str, start: int, at: int) -> int:
    """Return where a bracket opens in `text[start:at]` that nothing there closes, or -1."""
    opens = max(text.rfind("（", start, at), text.rfind("(", start, at))
    closes = max(text.rfind("）", start, at), text.rfind(")", start, at))
    return opens if opens > closes else -1


def _stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where clauses of `[start, end)` end, and where their closing marks do."""
    at = start
    for match in _CLOSE.finditer(text, start, end):
        stop, after = match.span()
        while stop - at >= _LONGEST:
            at = _cut(text, at, at + _LONGEST)
            yield at, at
        yield stop, after
        at = after
    while end - at > _LONGEST:
        at = _cut(text, at, at + _LONGEST)
        yield at, at
    if at < end:
        yield end, end


def _cut(text: str, start: int, limit: int) -> int:
    """Return where a clause without a closing mark ends before `limit`: between two words."""
    at = max(text.rfind(mark, start + 1, limit) for mark in "、 和")
    if at <= start:
        word = _LAST_HAN.search(text, limit - 60, limit)
        at = word.end() if word else limit
    return at
