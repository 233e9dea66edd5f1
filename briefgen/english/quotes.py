"""Quotation marks by what stands in them: straight around English, full-width around Chinese.

Input: English text. Output: the same text. The packaged faces have “ and ” as wide as a Chinese
character, which is right around Chinese and tears English apart. Chinese text is left as it is.
"""

from __future__ import annotations

import re

_HAN = re.compile("[\u3400-\u9fff〇]")


def straight_quotes(text: str) -> str:
    """Return `text` with \" for the marks around English; a text that is Chinese is not changed."""
    spans = _outermost(text)
    outside = "".join(text[a:b] for a, b in _gaps(spans, len(text)))
    if _HAN.search(outside):
        return text
    out = list(text)
    for start, end in spans:
        inner = text[start + 1 : end - 1]
        if not _HAN.search(inner):
            out[start] = out[end - 1] = '"'
            for at in range(start + 1, end - 1):
                out[at] = "'" if out[at] in "“”" else out[at]
    return "".join(out)


def _outermost(text: str) -> list[tuple[int, int]]:
    """Return the spans of quotations, marks included, that stand in no other."""
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for at, char in enumerate(text):
        if char == "“":
            start = at if depth == 0 else start
            depth += 1
        elif char == "”" and depth:
            depth -= 1
            if depth == 0:
                spans.append((start, at + 1))
    return spans


def _gaps(spans: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    edges = [0, *(edge for span in spans for edge in span), size]
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
