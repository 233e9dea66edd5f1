"""Spans of quoted words and names, looked up by ascending places.

Input: sorted spans of a text. Output: the span around a place. It does not find the spans.
"""

from __future__ import annotations


class Marks:
    """Quoted spans in order, asked for ascending positions."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans
        self._count = len(spans)
        self._at = 0

    def around(self, start: int) -> tuple[int, int] | None:
        """Return the quoted span that holds `start`, or None."""
        while self._at < self._count and self._spans[self._at][1] <= start:
            self._at += 1
        if self._at == self._count:
            return None
        for low, high in self._spans[self._at : self._at + 3]:
            if low <= start < high:
                return low, high
        return None
