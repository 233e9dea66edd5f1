"""Captions that a layout program put down twice, over each other.

Input: one line. Output: the spans of its second copies. It does not touch a sentence.
"""

from __future__ import annotations

import re

from briefgen.clean.traced import Span

_LONGEST = 120
_SQUARE = re.compile(r"(\S+?)\1")
_WORD = re.compile(r"\S+")
_PROOF = 4  # different characters in a half that cannot repeat by chance


def doubled_spans(line: str) -> list[Span]:
    """Return the spans of second copies where every word of `line` stands twice, else nothing.

    清河新城蓝天清河新城蓝天 摄摄//张三张三 reads 清河新城蓝天 摄/张三. 高高兴兴 is a word: some
    half must hold four different characters.
    """
    if len(line) > _LONGEST or line.isascii():
        return []
    spans: list[Span] = []
    proven = False
    for word in _WORD.finditer(line):
        at = word.start()
        while at < word.end():
            square = _SQUARE.match(line, at, word.end())
            if square is None:
                return []
            half = square.end(1) - at
            spans.append((at + half, at + 2 * half))
            proven = proven or len(set(square[1])) >= _PROOF
            at += 2 * half
    return spans if proven else []
