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

from briefgen.writers.linespace import (
    CLOSING,
    DASH_RULE,
    HAN,
    LATIN_OPEN,
    OPENING,
    WORD,
    Measured,
    blank_half,
)

NO_START = "，。、；：？！）》」』】〉〕〗”’…—·％%‰℃～!?,.;:)]}•々〞〟"
NO_END = "（《「『【〈〔〖“‘〝￥$¥№([{"
_MARKS = "\u0300-\u036f\u200d\ufe00-\ufe0f"  # never parted from the character before

LOOSE_EM = 0.08  # a line spread wider than this between its characters is worth another try
RAGGED_EM = 0.25  # a line that would be spread wider than this is left ragged
_SLACK = 1e-6

# --- what stays together ----------------------------------------------------------------------

_DIGITS = r"[0-9０-９]+(?:[.．,:：/][0-9０-９]+|，[0-9]{3}(?![0-9]))*"
_FIGURE = rf"{_DIGITS}[%％‰]?(?:[-+－＋−–—~～×÷=＝]{{1,2}}{_DIGITS})*"
_HEDGE = (
    "预计|预期|大约|将近|接近|超过|突破|达到|高达|不到|不足|不少于|不低于|至少|最多|"
    "约|近|超|逾|达|共|计|仅|第|前|每"
)
_UNITS = (
    "个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千瓦时|千瓦|人民币|"
    "美元|港元|欧元|人次|户次|小时|分钟|周年|年度|个月|月份|季度|世纪"
)
_CHINESE_DIGITS = "〇零一二三四五六七八九十百"
# 清河区约近1万家企业、2.5万余户、增长6.9个百分点以上: hedge, figure, magnitude, unit, hedge
_NUMBER = (
    rf"(?:{_HEDGE}){{0,2}}[-+－＋−±]?{_FIGURE}(?:[余多几]?(?:万亿|亿|万|千|百))?[余多]?"
    rf"(?:[%％‰℃°]+|{_UNITS}|[{HAN}])?(?:左右|以上|以下|以内|余)?"
)
_WHOLE = re.compile(
    rf"[0-9]{{1,2}}月[0-9]{{1,2}}日|{_NUMBER}"
    rf"|第[{_CHINESE_DIGITS}]+[{HAN}]|[{_CHINESE_DIGITS}]{{4}}年|十几[万亿]?[{HAN}]"
)
_REFERENCE = re.compile(r"〔[^〔〕\s]{1,60}〕")  # stays with what stands before: 1600家〔1a〕
_NOT_BEFORE = re.compile(rf"[{re.escape(NO_START)}{_MARKS}]+|\s+")
_NOT_AFTER = re.compile(rf"[{re.escape(NO_END)}]+\s*")
_SOFT = re.compile(r"[、，,/._&=?;:\\-]")  # a box too wide for any line is first opened here


def break_offsets(text: str) -> list[int]:
    """Return the offsets before which a line may begin, in order, `len(text)` included."""
    size = len(text)
    free = bytearray(b"\1") * (size + 1)
    for pattern in (_WHOLE, WORD, DASH_RULE):
        for match in pattern.finditer(text):
            start, end = match.span()
            free[start + 1 : end] = bytes(end - start - 1)
    for pattern in (_REFERENCE, _NOT_BEFORE):
        for match in pattern.finditer(text):
            start, end = match.span()
            free[start:end] = bytes(end - start)
    for match in _NOT_AFTER.finditer(text):
        start, end = match.span()
        free[start + 1 : end + 1] = bytes(end - start)
    return [i for i in range(1, size) if free[i]] + ([size] if size else [])


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
    elif len(cuts) > 2 and (_runt(boxes, cuts[-2]) or _is_loose(boxes, cuts, first_width, width)):
        cuts = _best(boxes, cuts, first_width, width)
    return tuple(
        _line(boxes, i, j, width if i else first_width, justify and j < len(boxes.offsets) - 1)
        for i, j in pairwise(cuts)
    )


def _boxes(text: Measured, offsets: list[int]) -> _Boxes:
    content = text.text
    lefts, rights, ends = [], [], []
    for offset in offsets:
        lead = 0.0
        if offset < len(content) and content[offset] in OPENING:
            lead = _lead(text, offset)
        lefts.append(text.left[offset] + lead)
        end = offset
        while end and content[end - 1].isspace():
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


def _offsets_that_fit(text: Measured, width: float) -> list[int]:
    """Return where boxes begin, the end included; a box wider than a line is opened."""
    offsets = [0]
    for offset in break_offsets(text.text):
        start = offsets[-1]
        if text.left[offset] - text.left[start] > width:
            offsets.extend(_opened(text, start, offset, width))
        offsets.append(offset)
    return offsets


def _opened(text: Measured, start: int, end: int, width: float) -> list[int]:
    """Return offsets inside an over-long box: after soft marks, else wherever a line is full."""
    inside: list[int] = []
    content = text.text
    while text.left[end] - text.left[start] > width:
        limit = bisect_right(text.left, text.left[start] + width, start + 1, end) - 1
        limit = max(limit, start + 1)
        soft = [
            i
            for i in range(start + 1, limit + 1)
            if _SOFT.match(content[i - 1]) and not _forbidden(content, i)
        ]
        legal = [i for i in range(start + 1, limit + 1) if not _forbidden(content, i)]
        start = (soft or legal or [limit])[-1]
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


def _is_loose(boxes: _Boxes, cuts: list[int], first_width: float, width: float) -> bool:
    return any(
        _looseness(boxes, i, j, width if i else first_width) > LOOSE_EM
        for i, j in pairwise(cuts[:-1])
    )


_VISIBLE = re.compile(rf"[^\s{re.escape(NO_START)}{re.escape(NO_END)}]")


def _runt(boxes: _Boxes, i: int) -> float:
    """Return what a last line from box `i` costs: much where one character stands alone.

    With a reference after it (度〔1a〕。) a character is not quite alone.
    """
    words = boxes.text.text[boxes.offsets[i] :]
    if len(words) > 70:
        return 0.0
    alone = _REFERENCE.sub("", words)
    if len(_VISIBLE.findall(alone)) > 1:
        return 0.0
    return _RUNT_COST if alone == words else _RUNT_COST / 30


_WINDOW = 10  # how many boxes before the fullest boundary are tried as a line's end
_RUNT_COST = 1.0


def _best(boxes: _Boxes, cuts: list[int], first_width: float, width: float) -> list[int]:
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
        line_width = width if i else first_width
        full = _fill(boxes, i, line_width + _SLACK)
        for j in range(max(i + 1, full - _WINDOW), full + 1):
            price = cost[i] + _price(boxes, i, j, line_width)
            if j not in cost or price < cost[j]:
                cost[j], came[j] = price, i
    path = [last]
    while path[-1]:
        path.append(came[path[-1]])
    path.reverse()
    return path if len(path) <= len(cuts) + 1 else cuts


def _price(boxes: _Boxes, i: int, j: int, width: float) -> float:
    if j == len(boxes.offsets) - 1:
        return _runt(boxes, i) if i else 0.0
    return (_looseness(boxes, i, j, width) / LOOSE_EM) ** 2 * 0.01 + 1e-4


_TITLE_LINES = 6  # a longer text is no title: its lines are not made alike
_GLUED = 0.12  # parting a pair of characters costs as much as a line this share too short
_AFTER_STOP = re.compile(r"[\s，。、；：？！）》」』】〉〕〗”’]")


def _balance(boxes: _Boxes, cuts: list[int], width: float, glue: Mapping[str, int]) -> list[int]:
    """Return as many lines as `cuts` has, of like length, broken where a word ends.

    民营经济占清河区一半，｜难题清单化解决: after a comma rather than inside 清单.
    """
    count, last = len(cuts) - 1, len(boxes.offsets) - 1
    mean = min(width, (boxes.rights[last] - boxes.lefts[0]) / count)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for _ in range(count):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for i, (price, path) in best.items():
            if i == last:
                continue
            for j in range(i + 1, _fill(boxes, i, width + _SLACK) + 1):
                off = (boxes.rights[j] - boxes.lefts[i] - mean) / width
                total = price + off * off + _parting(boxes, j, glue)
                if j not in reached or total < reached[j][0]:
                    reached[j] = total, (*path, j)
        best = reached
    return list(best[last][1]) if last in best else cuts


def _parting(boxes: _Boxes, j: int, glue: Mapping[str, int]) -> float:
    at, content = boxes.offsets[j], boxes.text.text
    if at >= len(content) or _AFTER_STOP.match(content[at - 1]):
        return 0.0
    return _GLUED**2 * (0.3 + min(glue.get(content[at - 1 : at + 1], 0), 6))


def _line(boxes: _Boxes, i: int, j: int, width: float, justify: bool) -> Line:
    start, end = boxes.offsets[i], max(boxes.ends[j], boxes.offsets[i])
    natural = boxes.rights[j] - boxes.lefts[i]
    spread, gaps = 0.0, _gaps(boxes, i, j)
    if justify and gaps and _looseness(boxes, i, j, width) <= RAGGED_EM:
        spread = max(0.0, width - natural) / gaps
    lead = boxes.text.left[start] - boxes.lefts[i]
    return Line(start, end, boxes.offsets[j], lead, natural, spread)
