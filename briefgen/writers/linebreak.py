"""Where the lines of a Chinese paragraph end, and how far apart its characters stand.

Input: measured text. Output: lines, as spans of the text with the space that justifies them. It
knows no font, no page and no drawing.

Rules: W3C clreq (Requirements for Chinese Text Layout) and GB/T 15834-2011; the sentences that
stand for a rule are invented (清河区). All lengths are points, all offsets half-open code points.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from briefgen.writers.breakpoints import NO_END, NO_START, REFERENCE, break_offsets
from briefgen.writers.linespace import (
    CLOSING,
    LATIN_OPEN,
    OPENING,
    Measured,
    blank_half,
)

LOOSE_EM = 0.08  # a line spread wider than this between its characters is worth another try
GAPING_EM = 0.15  # a figure may part from its hedge rather than spread a line wider than this
RAGGED_EM = 0.33  # a line that would be spread wider than this is left ragged
RAGGED_LATIN_EM = 0.35  # the same between words, where each blank is spread on both sides
_SLACK = 1e-6

_SOFT = re.compile(r"[、，,/._&=?;:\\-]")  # a box too wide for any line is first opened here

# --- breaking ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """The characters `[start, end)` that a line draws; spaces at its end are not drawn.

    `next` is where the line after it begins. `lead` (never positive) moves the first character, an
    opening mark, so that its ink begins at the edge. `width` is the natural width of the line,
    `spread` what justification adds to each gap that may be widened.
    """

    start: int
    end: int
    next: int
    lead: float
    width: float
    spread: float = 0.0


@dataclass(frozen=True, slots=True)
class _Boxes:
    """What stays whole: `offsets[k]` begins box k; `lefts` and `rights` are a line's edges there.

    A line of the boxes i to j-1 reaches from `lefts[i]` to `rights[j]`; it draws `ends[j]`.
    """

    text: Measured
    offsets: list[int]
    lefts: list[float]
    rights: list[float]
    ends: list[int]


def break_lines(
    text: Measured,
    first_width: float,
    width: float,
    *,
    justify: bool = False,
    balanced: bool = False,
    glue: Mapping[str, int] | None = None,
) -> tuple[Line, ...]:
    """Return the lines of `text`, none wider than `first_width` (the first) or `width`.

    `balanced` makes lines of like length (titles); `glue` counts how often two characters stand
    side by side in the whole brief, and pairs that often do are not parted in a balanced text.
    """
    if not text.text.strip():
        return ()
    boxes = _boxes(text, _offsets_that_fit(text, min(first_width, width)))
    cuts = _greedy(boxes, first_width, width)
    if balanced and 2 < len(cuts) <= _TITLE_LINES + 1:
        cuts = _balance(boxes, cuts, width, glue or {})
    elif len(cuts) > 2:
        room = _Room(first_width, width, justify)
        cuts = _mended(boxes, cuts, room)
        if room.worst(boxes, cuts) > GAPING_EM:
            boxes, cuts = _unhedged(boxes, cuts, room)
    return tuple(
        _line(boxes, i, j, width if i else first_width, justify and j < len(boxes.offsets) - 1)
        for i, j in pairwise(cuts)
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """How wide the lines of a paragraph may be, and whether all but the last are filled."""

    first: float
    rest: float
    justify: bool

    def width(self, i: int) -> float:
        """Return the width of the line that begins at box `i`."""
        return self.rest if i else self.first

    def worst(self, boxes: _Boxes, cuts: list[int]) -> float:
        """Return the looseness of the loosest line, in ems; ragged text has none."""
        if not self.justify:
            return 0.0
        return max(_looseness(boxes, i, j, self.width(i)) for i, j in pairwise(cuts[:-1]))


def _mended(boxes: _Boxes, cuts: list[int], room: _Room) -> list[int]:
    """Return better cuts where a line is loose or a single character stands on the last one."""
    if _runt(boxes, cuts[-2]) or room.worst(boxes, cuts) > LOOSE_EM:
        return _best(boxes, cuts, room)
    return cuts


def _unhedged(boxes: _Boxes, cuts: list[int], room: _Room) -> tuple[_Boxes, list[int]]:
    """Return boxes in which figures stand without their hedges, where that closes a gap.

    数字经济增加值｜达到1200亿元以上 leaves a hole that 数字经济增加值达到｜1200亿元以上 does not.
    """
    least = min(room.first, room.rest)
    freed = _boxes(boxes.text, _offsets_that_fit(boxes.text, least, hedged=False))
    better = _mended(freed, _greedy(freed, room.first, room.rest), room)
    if len(better) > 2 and room.worst(freed, better) >= room.worst(boxes, cuts):
        return boxes, cuts
    return freed, better


def widest_box(text: Measured) -> float:
    """Return the width of the widest piece of `text` that no line may part."""
    offsets = [0, *break_offsets(text.text, hedged=False)]
    return max((text.left[j] - text.left[i] for i, j in pairwise(offsets)), default=0.0)


def _boxes(text: Measured, offsets: list[int]) -> _Boxes:
    content = text.text
    lefts, rights, ends = [], [], []
    for offset in offsets:
        lead = 0.0
        if offset < len(content) and content[offset] in OPENING:
            lead = _lead(text, offset)
        lefts.append(text.left[offset] + lead)
        end = offset
        # a wide blank ends a paragraph on purpose: 右空一字
        while end and content[end - 1].isspace() and content[end - 1 :] != "\u3000":
            end -= 1
        right = text.left[end] - text.kerns[end] if end else 0.0
        if end and content[end - 1] in CLOSING:
            right -= _tail(text, end - 1)
        rights.append(right)
        ends.append(end)
    return _Boxes(text, offsets, lefts, rights, ends)


def _lead(text: Measured, at: int) -> float:
    """Return how far the ink of an opening mark at a line's start stands from its left edge."""
    if text.kerns[at] < -_SLACK and LATIN_OPEN.match(text.text, at):  # “Made in Qinghe”
        return -text.kerns[at]
    return blank_half(text.widths, text.sizes, at)


def _tail(text: Measured, at: int) -> float:
    return blank_half(text.widths, text.sizes, at)


def _offsets_that_fit(text: Measured, width: float, *, hedged: bool = True) -> list[int]:
    """Return where boxes begin, the end included; a box wider than a line is opened."""
    offsets = [0]
    firm: set[int] | None = None
    for offset in break_offsets(text.text, hedged=hedged):
        start = offsets[-1]
        if text.left[offset] - text.left[start] > width:
            if firm is None:
                firm = set(break_offsets(text.text, hedged=False))
            offsets.extend(_opened(text, start, offset, width, firm))
        offsets.append(offset)
    return offsets


def _opened(text: Measured, start: int, end: int, width: float, firm: set[int]) -> list[int]:
    """Return offsets inside an over-long box: before or after a hedge (those of `firm`), after
    soft marks, else wherever a line is full."""
    inside: list[int] = []
    content = text.text
    while text.left[end] - text.left[start] > width:
        limit = bisect_right(text.left, text.left[start] + width, start + 1, end) - 1
        limit = max(limit, start + 1)
        hedges = [i for i in range(start + 1, min(limit, end - 1) + 1) if i in firm]
        soft = [
            i
            for i in range(start + 1, limit + 1)
            if _SOFT.match(content[i - 1]) and not _forbidden(content, i)
        ]
        legal = [i for i in range(start + 1, limit + 1) if not _forbidden(content, i)]
        start = (hedges or soft or legal or [limit])[-1]
        if start >= end:
            break
        inside.append(start)
    return inside


def _forbidden(content: str, at: int) -> bool:
    """Return whether a line must not begin at `at`, were it in an over-long box."""
    before, after = content[at - 1], content[at]
    figures = before.isdigit() and (after.isdigit() or after in ".,")
    return after in NO_START or before in NO_END or figures or (before in ".," and after.isdigit())


def _limit(i: int, first_width: float, width: float) -> float:
    return (width if i else first_width) + _SLACK


def _fill(boxes: _Boxes, i: int, limit: float) -> int:
    """Return the last box boundary that a line from box `i` may reach; at least the next one."""
    j = bisect_right(boxes.rights, boxes.lefts[i] + limit, i + 1) - 1
    return max(j, i + 1)


def _greedy(boxes: _Boxes, first_width: float, width: float) -> list[int]:
    cuts, last = [0], len(boxes.offsets) - 1
    while cuts[-1] < last:
        cuts.append(_fill(boxes, cuts[-1], _limit(cuts[-1], first_width, width)))
    return cuts


def _gaps(boxes: _Boxes, i: int, j: int) -> int:
    """Return how many gaps of the line from box `i` to boundary `j` may be widened."""
    start, end = boxes.offsets[i], boxes.ends[j]
    return boxes.text.slots[end - 1] - boxes.text.slots[start] if end > start else 0


def _looseness(boxes: _Boxes, i: int, j: int, width: float) -> float:
    """Return the space that each gap of a justified line would gain, in ems."""
    spare = width - (boxes.rights[j] - boxes.lefts[i])
    em = boxes.text.sizes[boxes.offsets[i]]
    return max(0.0, spare) / em / max(1, _gaps(boxes, i, j))


_VISIBLE = re.compile(r"\w")  # no mark


def _runt(boxes: _Boxes, i: int) -> float:
    """Return what a last line from box `i` costs: much where one character stands alone.

    With a reference after it (度〔1a〕。) a character is not quite alone.
    """
    words = boxes.text.text[boxes.offsets[i] :]
    if len(words) > 70:
        return 0.0
    alone = REFERENCE.sub("", words)
    if len(_VISIBLE.findall(alone)) > 1:
        return 0.0
    return _RUNT_COST if alone == words else _RUNT_COST / 2


_WINDOW = 10  # how many boxes before the fullest boundary are tried as a line's end
_RUNT_COST = 1.0
_RAGGED_COST = 0.5  # a line that stays ragged looks like the last one


def _best(boxes: _Boxes, cuts: list[int], room: _Room) -> list[int]:
    """Return the cuts with the least looseness squared and no lonely last character.

    Every line may end at one of a few boundaries up to the fullest; no more lines than `cuts` has
    plus one are made. 清河区新增市场主体｜2.5万户 is loose where 主体｜2.5万户 is not.
    """
    last = len(boxes.offsets) - 1
    cost: dict[int, float] = {0: 0.0}
    came: dict[int, int] = {}
    for i in range(last):
        if i not in cost:
            continue
        full = _fill(boxes, i, room.width(i) + _SLACK)
        for j in range(max(i + 1, full - _WINDOW), full + 1):
            price = cost[i] + _price(boxes, i, j, room)
            if j not in cost or price < cost[j]:
                cost[j], came[j] = price, i
    path = [last]
    while path[-1]:
        path.append(came[path[-1]])
    path.reverse()
    return path if len(path) <= len(cuts) + 1 else cuts


def _price(boxes: _Boxes, i: int, j: int, room: _Room) -> float:
    if j == len(boxes.offsets) - 1:
        return _runt(boxes, i) if i else 0.0
    width = room.width(i)
    if not room.justify:
        return ((width - boxes.rights[j] + boxes.lefts[i]) / width) ** 2 * 0.05 + 1e-4
    loose = _looseness(boxes, i, j, width)
    ragged = loose > RAGGED_LATIN_EM and _is_latin(boxes, i, j)
    return (loose / LOOSE_EM) ** 2 * 0.01 + ragged * _RAGGED_COST + 1e-4


def _is_latin(boxes: _Boxes, i: int, j: int) -> bool:
    """Return whether blanks between words are all that is spread, each on both sides."""
    blanks = boxes.text.text.count(" ", boxes.offsets[i], boxes.ends[j])
    return _gaps(boxes, i, j) <= 2 * blanks


_TITLE_LINES = 6  # a longer text is no title: its lines are not made alike
_GLUED = 0.12  # parting a pair of characters costs as much as a line this share too short
# how many times that it costs to end a line where no mark stands: a word surely ends at a blank,
# after a figure (400余名｜党建指导员) and before a quotation; what a figure tells stays before it
_IN_WORDS, _AT_WORD, _AT_BLANK, _BEFORE_FIGURE = 4.0, 1.5, 1.2, 7.0
_AFTER_STOP = re.compile(r"[;:.,，。、；：？！）》」』】〉〕〗”’]")


def _balance(boxes: _Boxes, cuts: list[int], width: float, glue: Mapping[str, int]) -> list[int]:
    """Return as many lines as `cuts` has, of like length, broken where a word ends.

    民营经济占清河区一半，｜难题清单化解决: after a comma rather than inside 清单. Lines grow, then
    shrink (梯形 or 菱形, GB/T 9704 7.3.1): one much wider again after one that shrank costs dearly.
    """
    count, last = len(cuts) - 1, len(boxes.offsets) - 1
    mean = min(width, (boxes.rights[last] - boxes.lefts[0]) / count)
    em = boxes.text.sizes[0]
    best: dict[_Shape, tuple[float, tuple[int, ...]]] = {(0, 0.0, False): (0.0, (0,))}
    for _ in range(count):
        reached: dict[_Shape, tuple[float, tuple[int, ...]]] = {}
        for (i, before, shrank), (price, path) in best.items():
            if i == last:
                continue
            for j in range(i + 1, _fill(boxes, i, width + _SLACK) + 1):
                wide = boxes.rights[j] - boxes.lefts[i]
                if wide < mean / 2 and j < last:
                    continue
                short = _SHORT if wide < _LEAST * mean else 0.0
                off = (wide - mean) / width
                total = price + off * off + short + _parting(boxes, j, glue)
                total += _HOURGLASS if shrank and wide > before + 2 * em else 0.0
                shape = j, wide, count > 2 and (shrank or 0 < wide < before - em)
                if shape not in reached or total < reached[shape][0]:
                    reached[shape] = total, (*path, j)
        best = reached
    ends = [found for (j, _, _), found in best.items() if j == last]
    return list(min(ends)[1]) if ends else cuts


_Shape = tuple[int, float, bool]  # where a line ends, its width, whether one shrank before
_HOURGLASS = 0.5
_LEAST, _SHORT = 0.55, 0.5  # of the mean: a line no longer than that is a mere rest


def _parting(boxes: _Boxes, j: int, glue: Mapping[str, int]) -> float:
    at, content = boxes.offsets[j], boxes.text.text
    if at >= len(content) or _AFTER_STOP.match(content[:at].rstrip()[-1:]):
        return 0.0
    return _GLUED**2 * _strain(boxes, j, glue)


def _strain(boxes: _Boxes, j: int, glue: Mapping[str, int]) -> float:
    at, content = boxes.offsets[j], boxes.text.text
    if content[at].isdigit():
        return _BEFORE_FIGURE
    if content[at - 1].isspace():
        return _AT_BLANK
    if content[at] in OPENING or any(c.isdigit() for c in content[boxes.offsets[j - 1] : at]):
        return _AT_WORD
    return _IN_WORDS + min(glue.get(content[at - 1 : at + 1], 0), 6)


def _line(boxes: _Boxes, i: int, j: int, width: float, justify: bool) -> Line:
    start, end = boxes.offsets[i], max(boxes.ends[j], boxes.offsets[i])
    natural = boxes.rights[j] - boxes.lefts[i]
    spread, gaps = 0.0, _gaps(boxes, i, j)
    most = RAGGED_LATIN_EM if _is_latin(boxes, i, j) else RAGGED_EM
    if justify and gaps and _looseness(boxes, i, j, width) <= most:
        spread = max(0.0, width - natural) / gaps
    lead = boxes.text.left[start] - boxes.lefts[i]
    return Line(start, end, boxes.offsets[j], lead, natural, spread)
