"""How far apart the characters of Chinese text stand: squeezed marks and gaps.

Input: text with the advance width and the size of every character. Output: `Measured`, the place of
every character on one endless line. It breaks nothing and knows no font.

Rules: W3C clreq (Requirements for Chinese Text Layout). All lengths are points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

OPENING = "（《「『【〈〔〖“‘"  # full-width, the ink in the right half
CLOSING = "，。、；：？！）》」』】〉〕〗”’"  # full-width, the ink in the left half
HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = "A-Za-z0-9\u00a0\u00aa-\u00b6\u00b8-\u02af\u0370-\u052f#&'\"*+/<=>@\\\\^_`|~%.$-"
WORD = re.compile(rf"[{_LATIN}]+(?:’[{_LATIN}]+)*")  # one Latin word, a figure among them
_LATIN_RUN = re.compile("[!-~]+")  # 25,000 and months, keep their comma: blanks are widened
DASH_RULE = re.compile(r"—{2,}|…{2,}|\.{3,}|-{2,}")

HAN_LATIN_GAP_EM = 0.1


@dataclass(frozen=True, slots=True)
class Measured:
    """Text with the place of every character on one endless line.

    `kerns[i]` is the space (or, negative, the squeeze) before character i, `left[i]` the place
    where it begins. `slots[i]` counts the gaps up to character i that justification may widen:
    all but those in a word, in a dash, and between Han and Latin.
    """

    text: str
    widths: Sequence[float]
    sizes: Sequence[float]
    kerns: Sequence[float]
    left: Sequence[float]
    slots: Sequence[int]

    def may_widen(self, at: int) -> bool:
        """Return whether justification may widen the gap before character `at`."""
        return self.slots[at] > self.slots[at - 1]


_CLOSED = re.compile(rf"[{CLOSING}](?=[{CLOSING}{OPENING}])")
_OPENED = re.compile(rf"(?<=[{OPENING}])[{OPENING}]")
_MIXED = re.compile(rf"(?<=[{HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%‰])(?=[{HAN}])")
_CLOSED_LATIN = re.compile(r"[）〕》】”’](?=[ .,;:])")
_OPENED_LATIN = re.compile(r"(?<= )[（〔《【“‘]")
_CURLY = re.compile("[‘’“”]")
_CHINESE = re.compile(f"[{HAN}]")
# district’s, “Made in Qinghe”: quotation marks of Latin text, drawn by full-width glyphs
_LATIN_CLOSE = re.compile(r"(?<=[A-Za-z0-9.,!?%)])[’”](?=[\sA-Za-z.,;:!?)]|$)")
LATIN_OPEN = re.compile(r"(?:(?<=[\s(A-Za-z])|^)[‘“](?=[A-Za-z0-9])")
INK_EM = {"’": 0.28, "”": 0.47, "‘": 0.28, "“": 0.47}


def measure(text: str, widths: Sequence[float], sizes: Sequence[float]) -> Measured:
    """Return `text` with its punctuation squeezed and its Latin words set off.

    A full-width mark that touches another gives up the half that holds no ink: 〔1a〕。 and ）（.
    Between Han and Latin stands a tenth of an em. Both are clreq's. Beside a blank or a mark of
    English the empty half goes too: the blank is enough.
    """
    kerns = [0.0] * (len(text) + 1)
    for match in _CLOSED.finditer(text):
        kerns[match.end()] -= blank_half(widths, sizes, match.start())
    for match in _OPENED.finditer(text):
        kerns[match.start()] -= blank_half(widths, sizes, match.start())
    for match in _MIXED.finditer(text):
        at = match.start()
        kerns[at] += HAN_LATIN_GAP_EM * min(sizes[at - 1], sizes[at])
    _trim_by_blanks(text, widths, sizes, kerns)
    _trim_latin_quotes(text, widths, sizes, kerns)
    ends = accumulate(w + k for w, k in zip(widths, kerns[1:], strict=True))
    slots = [0] + [1] * (len(text) - 1) if text else []
    for pattern in (WORD, DASH_RULE, _LATIN_RUN):
        for match in pattern.finditer(text):
            start, end = match.span()
            slots[start + 1 : end] = [0] * (end - start - 1)
    for match in _MIXED.finditer(text):
        slots[match.start()] = 0
    return Measured(text, widths, sizes, kerns, [0.0, *ends], list(accumulate(slots)))


def unspaced(text: str, widths: Sequence[float], sizes: Sequence[float]) -> Measured:
    """Return `text` with every character at its own width, nothing squeezed and no gap added."""
    kerns = [0.0] * (len(text) + 1)
    return Measured(
        text, widths, sizes, kerns, list(accumulate(widths, initial=0.0)), list(range(len(text)))
    )


def _trim_by_blanks(
    text: str, widths: Sequence[float], sizes: Sequence[float], kerns: list[float]
) -> None:
    """Take the empty half of a mark of Chinese beside a blank of English: said “清河”, and."""
    if not _CHINESE.search(text):
        return
    for match in _CLOSED_LATIN.finditer(text):
        kerns[match.end()] -= blank_half(widths, sizes, match.start())
    for match in _OPENED_LATIN.finditer(text):
        at = match.start()  # no mark begins before its blank: who extracts the text would move it
        kerns[at] -= min(blank_half(widths, sizes, at), widths[at - 1])


def _trim_latin_quotes(
    text: str, widths: Sequence[float], sizes: Sequence[float], kerns: list[float]
) -> None:
    """Take the blank from full-width quotation marks in a text without Chinese: district’s."""
    if not _CURLY.search(text) or _CHINESE.search(text):
        return
    for pattern, side in ((_LATIN_CLOSE, 1), (LATIN_OPEN, 0)):
        for match in pattern.finditer(text):
            at = match.start()
            if blank_half(widths, sizes, at):
                kerns[at + side] -= widths[at] - INK_EM[text[at]] * sizes[at]


def blank_half(widths: Sequence[float], sizes: Sequence[float], at: int) -> float:
    """Return the half of a full-width mark that holds no ink; 0 where the mark is narrow."""
    return widths[at] / 2 if widths[at] > 0.8 * sizes[at] else 0.0
