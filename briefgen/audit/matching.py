"""Where the words of a brief stand in the passages of a file.

Input: phrases without blanks, and passages. Output: which characters which phrase covers. It knows
page breaks and running numbers; it does not know which phrases a brief has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.audit.expected import Expected, Phrase
from briefgen.audit.passages import Passage

Span = tuple[int, int]
Cover = list[Phrase | None]

_PAGE_GAP = 260  # characters of header, footer and table head that may part two halves
# 428 is not the 428 of 428亿, of 428.5, of 1428 or of 428 million
_GROWS = re.compile(r"[余多几]?[万亿]|[%％‰]|[.,]?\d")
_SCALE = re.compile("thousand|million|billion|trillion")  # behind a blank, too
_PAGE = re.compile(
    r"第(\d{1,3})页|共(\d{1,3})页|[Pp]age(\d{1,3})(?:of(\d{1,3}))?|[-–—](\d{1,3})[-–—]"
    r"|(\d{1,3})[/／](\d{1,3})|(\d{1,3})of(\d{1,3})"
)
_LABEL = re.compile(r"(图|表|Figure|Chart|Table)$")


def cover_of(phrases: Sequence[Phrase], passage: Passage) -> Cover:
    """Return, for each character of `passage.tight`, the longest phrase that it stands in."""
    cover: Cover = [None] * len(passage.tight)
    for phrase in sorted(phrases, key=lambda p: (-len(p.text), p.text)):
        for start in _places(phrase.text, passage):
            for i in range(start, start + len(phrase.text)):
                cover[i] = cover[i] or phrase
    return cover


def stands_in(text: str, passages: Sequence[Passage]) -> bool:
    """Return whether words stand in one passage, or begin on a page and end on the next."""
    if any(next(_places(text, passage), None) is not None for passage in passages):
        return True
    return any(
        next(_halves(text, pages), None) is not None
        for pages in pairwise(passages)
        if pages[0].goes_on
    )


def missing_from(
    required: Sequence[str], extras: Sequence[str], passages: Sequence[Passage]
) -> list[str]:
    """Return what is required and not there, each as often as it is lacking.

    Each piece takes its place, the longest first, so that `2022年` in a sentence does not stand for
    a cell `2022年`. `extras` take theirs where they have one.
    """
    free = [bytearray(b"\1") * len(passage.tight) for passage in passages]
    lacking = []
    pieces = [(text, True) for text in required] + [(text, False) for text in extras]
    for text, must in sorted(pieces, key=lambda piece: -len(piece[0])):
        if not _take(text, passages, free) and must:
            lacking.append(text)
    return lacking


def _take(text: str, passages: Sequence[Passage], free: list[bytearray]) -> bool:
    """Take one free place of `text`, on one page or over the break between two."""
    for passage, left in zip(passages, free, strict=True):
        for start in _places(text, passage):
            if left.count(1, start, start + len(text)) == len(text):
                left[start : start + len(text)] = bytes(len(text))
                return True
    return any(
        _take_halves(text, pages, places)
        for pages, places in zip(pairwise(passages), pairwise(free), strict=True)
        if pages[0].goes_on
    )


def _take_halves(
    text: str, pages: tuple[Passage, Passage], free: tuple[bytearray, bytearray]
) -> bool:
    for at, to, cut in _halves(text, pages):
        spans = slice(at, at + cut), slice(to, to + len(text) - cut)
        if 0 in free[0][spans[0]] or 0 in free[1][spans[1]]:
            continue
        for left, span in zip(free, spans, strict=True):
            left[span] = bytes(span.stop - span.start)
        return True
    return False


def _halves(text: str, pages: tuple[Passage, Passage]) -> Iterator[tuple[int, int, int]]:
    """Yield where `text` ends a line of a page and goes on with a line of the next, and its cut."""
    first, second = pages
    for cut in range(len(text) - 1, 0, -1):
        at = first.tight.rfind(text[:cut], max(0, len(first.tight) - cut - _PAGE_GAP))
        to = second.tight.find(text[cut:], 0, len(text) - cut + _PAGE_GAP)
        if at >= 0 and to >= 0 and _breaks(first, at + cut) and _breaks(second, to):
            yield at, to, cut


def half_of(
    phrases: Sequence[Phrase], passages: Sequence[Passage], number: int, span: Span
) -> Phrase | None:
    """Return the phrase that a page break cuts, and that the number at `span` stands in."""
    passage = passages[number]
    if not passage.goes_on:
        return None
    before = passages[number - 1] if number else None
    after = passages[number + 1] if number + 1 < len(passages) else None
    figure = passage.tight[slice(*span)]
    for phrase in phrases:
        at = phrase.text.find(figure)
        while at >= 0:
            if after and _goes_on(phrase.text, at, passage, span, after):
                return phrase
            if before and _comes_from(phrase.text, at + len(figure), passage, span, before):
                return phrase
            at = phrase.text.find(figure, at + 1)
    return None


def is_running(
    expected: Expected, passages: Sequence[Passage], number: int, raw: Span, span: Span
) -> bool:
    """Return whether a number only counts: charts, key points, sources, pages, marks of an axis."""
    passage = passages[number]
    figure = passage.tight[slice(*span)]
    line, column = _line_of(passage.text, raw[0])
    if set(line.split()) <= expected.ticks:
        return True
    if not figure.isdecimal():
        return False
    count = int(figure)
    if label := _LABEL.search(passage.tight, 0, span[0]):
        is_table = label[1] in ("表", "Table")
        return 0 < count <= expected.tables if is_table else count in expected.charts
    begins = not line[:column].strip() and count <= expected.running
    if begins and _counts(expected, passage.tight[span[1] :], count):
        return True
    return _is_page(passage, len(passages), line, span)


def _counts(expected: Expected, follows: str, count: int) -> bool:
    """Return whether a number at the beginning of a line is that of the words after it."""
    bare = follows.lstrip(".．、)）:：")
    known = [number for words, number in expected.starts if bare.startswith(words)]
    return count in known if known else bare != follows


def _is_page(passage: Passage, pages: int, line: str, span: Span) -> bool:
    """Return whether a number is that of a page; in Word those are fields, which are not read."""
    figure = passage.tight[slice(*span)]
    if not passage.goes_on or len(figure) > 3 or not 0 < int(figure) <= pages:
        return False
    if re.fullmatch(r"\W*\d{1,3}\W*", line):
        return True
    return any(
        found.span(group) == span
        for found in _PAGE.finditer(passage.tight)
        for group in range(1, _PAGE.groups + 1)
    )


# --- places -----------------------------------------------------------------------------------


def _places(text: str, passage: Passage) -> Iterator[int]:
    """Yield where words stand in a passage and are not part of a larger number."""
    start = passage.tight.find(text) if text else -1
    while start >= 0:
        if _is_own(passage, start, start + len(text)):
            yield start
        start = passage.tight.find(text, start + 1)


def _is_own(passage: Passage, start: int, end: int) -> bool:
    """Return whether no digit, point or magnitude beside `[start, end)` makes another number.

    What a blank or a line break parts, in a table's neighbouring cells say, is another number.
    """
    tight, at = passage.tight, passage.at
    if start and tight[start].isdecimal() and at[start] == at[start - 1] + 1:
        if tight[start - 1].isdecimal():
            return False
        if tight[start - 1] in ".," and start > 1 and tight[start - 2].isdecimal():
            return False
    if tight[end - 1].isdecimal() and _SCALE.match(tight, end):
        return False
    if end < len(tight) and tight[end - 1].isdecimal() and at[end] == at[end - 1] + 1:
        return _GROWS.match(tight, end) is None
    return True


def _breaks(passage: Passage, i: int) -> bool:
    """Return whether a line ends before character `i` of the tight text."""
    if i in (0, len(passage.tight)):
        return True
    between = passage.text[passage.at[i - 1] + 1 : passage.at[i]]
    return "\n" in between or "\r" in between


def _goes_on(text: str, at: int, passage: Passage, span: Span, after: Passage) -> bool:
    """Return whether `text`, whose character `at` is at the span, ends on the next page."""
    begun = span[0] - at
    if begun < 0 or not passage.tight.startswith(text[:at], begun):
        return False
    end = span[0] + _alike(text[at:], passage.tight[span[0] :])
    rest = text[end - begun :]
    to = after.tight.find(rest, 0, len(rest) + _PAGE_GAP)
    near = len(passage.tight) - end <= _PAGE_GAP
    whole = end >= span[1] and near and bool(rest)
    return whole and to >= 0 and _breaks(passage, end) and _breaks(after, to)


def _comes_from(text: str, end: int, passage: Passage, span: Span, before: Passage) -> bool:
    """Return whether `text`, whose character `end` follows the span, began on the page before."""
    if not passage.tight.startswith(text[end:], span[1]):
        return False
    start = span[1] - _alike(text[:end][::-1], passage.tight[: span[1]][::-1])
    first = text[: end - (span[1] - start)]
    at = before.tight.rfind(first, max(0, len(before.tight) - len(first) - _PAGE_GAP))
    whole = start <= span[0] and start <= _PAGE_GAP and bool(first)
    return whole and at >= 0 and _breaks(passage, start) and _breaks(before, at + len(first))


def _alike(first: str, second: str) -> int:
    """Return how many characters two texts begin with alike."""
    count = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        count += 1
    return count


def _line_of(text: str, at: int) -> tuple[str, int]:
    """Return the line that character `at` stands in, and its column there."""
    start = max(text.rfind(mark, 0, at) for mark in "\r\n") + 1
    ends = [e for mark in "\r\n" if (e := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))], at - start
