"""Text that remembers where each of its characters stood in the raw text.

Input: raw text, and edits. Output: `Traced`. Only two edits exist, so that the way back is exact:
to drop characters, and to put one character in the place of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Run = tuple[int, int, int]  # clean start, raw start, length
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Traced:
    """A text and its runs of `(clean start, raw start, length)`, as in `OffsetMap`."""

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def of(cls, raw: str) -> Traced:
        """Return `raw` as it stands."""
        return cls(raw, ((0, 0, len(raw)),) if raw else ())

    def without(self, spans: Iterable[Span]) -> Traced:
        """Return the text without `spans`, which are in order and do not overlap."""
        kept = _complement(spans, len(self.text))
        if len(kept) == 1 and kept[0] == (0, len(self.text)):
            return self
        text = "".join(self.text[start:end] for start, end in kept)
        return Traced(text, tuple(_cut(self.runs, kept)))

    def dropping(self, pattern: re.Pattern[str]) -> Traced:
        """Return the text without the matches of `pattern`."""
        return self.without(match.span() for match in pattern.finditer(self.text))

    def replacing(self, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> Traced:
        """Return the text with each match of `pattern` put through `new`, which keeps lengths."""
        return self.with_text(pattern.sub(new, self.text))

    def with_text(self, text: str) -> Traced:
        """Return `text` in the place of this text, character for character."""
        if len(text) != len(self.text):
            raise ValueError("an edit in place must keep the length")
        return Traced(text, self.runs)


def _complement(spans: Iterable[Span], length: int) -> list[Span]:
    kept = []
    at = 0
    for start, end in spans:
        if start > at:
            kept.append((at, start))
        at = max(at, end)
    if at < length:
        kept.append((at, length))
    return kept


def _cut(runs: tuple[Run, ...], kept: list[Span]) -> Iterable[Run]:
    """Yield the runs of the text that is left when only the spans `kept` stay."""
    clean = 0
    pending: Run | None = None
    index = 0
    for start, end in kept:
        at = start
        while at < end:
            while runs[index][0] + runs[index][2] <= at:
                index += 1
            old, raw, length = runs[index]
            size = min(end, old + length) - at
            piece = (clean, raw + at - old, size)
            if pending is None:
                pending = piece
            elif pending[1] + pending[2] == piece[1]:
                pending = (pending[0], pending[1], pending[2] + size)
            else:
                yield pending
                pending = piece
            clean += size
            at += size
    if pending is not None:
        yield pending
