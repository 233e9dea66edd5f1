"""Lines into paragraphs: which line goes on in the next one.

Input: lines. Output: for each line, whether it continues the paragraph above it. Newspapers set
narrow columns, and copying keeps each line of them; most other sources have one paragraph a line.
It does not say what a paragraph is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import quantiles

from briefgen.clean.characters import HAN
from briefgen.clean.lines import BARE_DATELINE, LARGE_GAP, Line, Look, has_stop
from briefgen.clean.panels import panel_joints
from briefgen.honours import heads_over

_SENTENCE = 10  # characters; fewer make a heading rather than an open sentence
_WIDEST_COLUMN = 64.0  # characters; a longer line was not wrapped by a column
_SLACK = 0.15  # how much shorter than its column a full line may be
_INDENT = 2.0  # characters that open a paragraph in print and get lost in copying
_ALONE = frozenset({Look.MARKDOWN, Look.CAPTION, Look.CREDIT, Look.BYLINE, Look.ROW})
_OPENS = frozenset({Look.BULLET, Look.DATELINE, *_ALONE})

# a line that begins like this goes on with what stands above it, however large the gap
_MID_SENTENCE = re.compile(
    rf"的|等(?!级|待)|以?及|了(?!解)|[，。、；：！？…）”’》」%]|[{HAN}][，、；。](?!.{{0,3}}、)"
)
_GLUED = re.compile(r"[，。、；：！？…）”’》」%]")
# 推动高质量发展 综合实力稳步提升: no sentence has a space between two such parts
_HEADLINE = re.compile(rf"[{HAN}“”]{{4,}} +[{HAN}“”]{{4,}}(?: +[{HAN}“”]{{4,}})*")
_HALF_RATIO = re.compile(r"[0-9][：:]$")  # 三次产业结构调整为2.6：⏎48.8：48.6
# 年均增长⏎6.9%: a verb that needs a figure, and the figure, or the verb's figure after its subject
_VERB = (
    "增长|下降|增加|减少|提高|提升|扩大|达到?|突破|超过?|约|近|为|至|到|完成|实现|新增|累计|共"
    "|占|比重|保持在"
)
_WANTS_FIGURE = re.compile(rf"(?:{_VERB})$")
_FIGURE = re.compile(r"[0-9][0-9.,]*(?!年|月|日|[0-9.,、．])")
_CHANGED = re.compile(rf"(?:年均|同比|调整)?(?:{_VERB})[0-9]")
_CLOSES = re.compile(r"[”》）]")
_LATIN = re.compile(r"[A-Za-z]")
_CREDITED = re.compile(r"摄|供图")
# and one that begins like this may well open a paragraph
_OPENING = re.compile(
    r"近年来|近日|日前|今年|去年|目前|当前|同时|此外|下一步|未来|接下来|据了解|据悉|据介绍|如今|与此同时"
    r"|截至|为了|会议|当天|连日来|[0-9]{4}年|[0-9]{1,2}月|——|各位"
)


@dataclass(slots=True)
class _Paragraph:
    """What is known of the paragraph that is still open."""

    look: Look
    first: int
    lines: int = 0
    length: int = 0
    commas: int = 0
    stops: int = 0
    quotes: int = 0
    sealed: bool = False

    def take(self, line: Line) -> None:
        text = line.text
        self.lines += 1
        self.length += len(text)
        self.commas += text.count("，")
        self.stops += sum(map(text.count, "。！？；…"))
        self.quotes += sum(map(text.count, "“《（")) - sum(map(text.count, "”》）"))


@dataclass(slots=True)
class _Block:
    """Lines without a blank one between: their column's width, and whether it wrapped them."""

    start: int
    end: int
    width: float = 0.0
    wrapped: bool = False
    has_stop: bool = False
    runs_on: bool = False
    last: Line | None = None
    panel: frozenset[int] = field(default_factory=frozenset)


def continued(lines: list[Line]) -> list[bool]:
    """Return for each line whether it continues the paragraph of the line above it."""
    blocks = _blocks(lines)
    block_of = [block for block in blocks for _ in range(block.start, block.end)]
    airy = _is_airy(lines)
    indents = _uses_indents(lines)
    parallel = _parallel(lines)
    listed = heads_over([line.text for line in lines])
    flags = []
    paragraph: _Paragraph | None = None
    for index, line in enumerate(lines):
        block = block_of[index]
        joined = (
            paragraph is not None
            and index not in parallel
            and index not in listed
            and not (indents and line.indented and line.gap == 0)
            and _goes_on(paragraph, lines[index - 1], line, block, block_of[index - 1])
        )
        if indents and not joined and paragraph is not None and not line.indented:
            joined = _fills(lines[index - 1], line, block) and not paragraph.sealed
        if paragraph is None or not joined:
            paragraph = _Paragraph(line.look, index)
        paragraph.take(line)
        paragraph.sealed = _is_sealed(paragraph, line, airy)
        if index in block.panel and index not in listed:
            joined = True
        flags.append(joined)
    return flags


def _uses_indents(lines: list[Line]) -> bool:
    """Return whether paragraphs open with an indent that the source kept."""
    inner = [line for line in lines if line.gap == 0]
    opened = sum(line.indented for line in lines)
    return opened >= 2 and sum(not line.indented for line in inner[1:]) >= 2


def _parallel(lines: list[Line]) -> frozenset[int]:
    """Return the indexes of lines built like the two beside them: items of a list.

    深入推动科技创新，形成竞争新优势⏎加快产业优化升级，构筑产业新高地⏎着力深化改革开放，激活发展新动能
    """
    found: set[int] = set()
    for i in range(2, len(lines)):
        shapes = {_shape(line.text) for line in lines[i - 2 : i + 1]}
        if len(shapes) == 1 and None not in shapes and not (lines[i].gap or lines[i - 1].gap):
            found |= {i - 1, i}
    return frozenset(found)


def _shape(text: str) -> tuple[int, int] | None:
    """Return the length and the place of the only mark of a two-part line, else None."""
    marks = _MARK.findall(text)
    return (len(text), text.index("，")) if marks == ["，"] and text[-1] != "，" else None


_MARK = re.compile(r"[，。；：！？、…]")


def _is_airy(lines: list[Line]) -> bool:
    """Return whether large gaps are the rule, so that they say nothing about pictures."""
    gaps = [line.gap for line in lines if line.gap]
    return 2 * sum(gap >= LARGE_GAP for gap in gaps) >= max(1, len(gaps))


def _is_sealed(paragraph: _Paragraph, line: Line, airy: bool) -> bool:
    """Return whether nothing may be joined to the paragraph: a heading, a caption, a credit."""
    if paragraph.look in _ALONE:
        return True
    below_a_picture = line.gap >= LARGE_GAP and not airy
    return paragraph.lines == 1 and below_a_picture and not paragraph.stops


def _blocks(lines: list[Line]) -> list[_Block]:
    starts = [i for i, line in enumerate(lines) if i == 0 or line.gap]
    blocks = [_Block(a, b) for a, b in pairwise([*starts, len(lines)])]
    for block in blocks:
        own = lines[block.start : block.end]
        block.has_stop = any(has_stop(line.text) for line in own)
        block.width = _column_width(own)
        block.last = own[-1]
    widths = sorted({block.width for block in blocks if _shows_wrapping(block, lines)})
    for block in blocks:
        at = bisect_left(widths, block.width - 2 * _INDENT)
        block.wrapped = at < len(widths) and widths[at] <= block.width + 2 * _INDENT
    for block, below in pairwise(blocks):
        block.runs_on = _runs_on(block, below, lines)
    for block in blocks:
        own = lines[block.start : block.end]
        if not block.has_stop and not block.runs_on:
            block.panel = frozenset(block.start + joint for joint in panel_joints(own))
    return blocks


def _runs_on(block: _Block, below: _Block, lines: list[Line]) -> bool:
    """Return whether the block's last sentence goes on below a blank line, in the same column."""
    last, first = lines[block.end - 1], lines[below.start]
    return (
        block.wrapped
        and below.wrapped
        and below.has_stop
        and first.gap == 1
        and first.look is Look.PLAIN
        and not last.closed
        and abs(block.width - below.width) <= _INDENT
        and _is_full(last, below, opens=False)
    )


def _column_width(lines: list[Line]) -> float:
    """Return the width of the column that would have wrapped the lines."""
    widths = [line.width for line in lines]
    return quantiles(widths, n=4)[2] if len(widths) > 4 else max(widths)


def _shows_wrapping(block: _Block, lines: list[Line]) -> bool:
    """Return whether the block's own lines prove a column: they break off at one width."""
    inner = lines[block.start : block.end - 1]
    if not block.has_stop or not inner or block.width > _WIDEST_COLUMN:
        return False
    opening = inner[0].start
    inner = [line for line in inner if line.look is not Look.ROW]
    wide = sum(line.width > 1.3 * block.width for line in inner)
    broken = [line for line in inner if not line.closed]
    full = sum(_is_full(line, block, opens=line.start == opening) for line in broken)
    return full >= 2 and full >= 0.6 * len(broken) and wide <= 0.1 * len(inner)


def _is_full(line: Line, block: _Block, *, opens: bool) -> bool:
    """Return whether the line fills its column; one that opens a paragraph may be indented."""
    return line.width + (_INDENT if opens else 0) >= block.width * (1 - _SLACK)


def _goes_on(paragraph: _Paragraph, above: Line, line: Line, block: _Block, before: _Block) -> bool:
    if line.gap == 0 and _is_open_by_form(paragraph, above, line):
        return True
    if paragraph.sealed or line.look in _OPENS:
        return False
    # a block without a full stop is a list, unless a paragraph from above runs through it
    prose = block.has_stop or block.runs_on or paragraph.first < block.start
    wrapped = block.wrapped and prose
    full = line.gap == 0 and wrapped and _is_full(above, block, opens=paragraph.lines == 1)
    if line.look is Look.NUMBERED:
        return full and not above.closed and _is_prose(paragraph)
    if line.gap == 0 and _GLUED.match(line.text):
        return True
    if above.ended:
        return wrapped and _fills(above, line, block)
    if full:
        return not _is_headline(paragraph, above, line, block)
    if above.text.endswith(("；", "：")):
        return False
    if before.runs_on and line.gap and paragraph.lines > 1:
        return True
    return _reads_on(paragraph, line, block)


def _is_open_by_form(paragraph: _Paragraph, above: Line, line: Line) -> bool:
    """Return whether the line above cannot be all: a bare dateline, half a ratio or caption."""
    if line.look is Look.CAPTION:
        return paragraph.look is Look.CAPTION and not _CREDITED.search(above.text)
    if paragraph.lines == 1 and BARE_DATELINE.fullmatch(above.text):
        return line.look is Look.PLAIN
    if _HALF_RATIO.search(above.text):
        return line.text[0].isdecimal()
    if paragraph.commas and _LATIN.match(line.text) and _LATIN.match(above.text[-1]):
        return True
    wants = _WANTS_FIGURE.search(above.text) and _FIGURE.match(line.text)
    return bool(wants or (not above.closed and _CHANGED.match(line.text)))


def _fills(above: Line, line: Line, block: _Block) -> bool:
    """Return whether a full stop merely happened to stand at the line's end.

    The line fills its column, and the next one does too, so that it opens no indented paragraph.
    """
    if not block.wrapped or line.gap or above.width < block.width - 1:
        return False
    return line is block.last or line.width >= block.width - _INDENT + 0.5


def _is_headline(paragraph: _Paragraph, above: Line, line: Line, block: _Block) -> bool:
    """Return whether the line above is a heading that happens to fill a narrow column."""
    if paragraph.lines > 1 or paragraph.commas + paragraph.stops:
        return False
    if _HEADLINE.fullmatch(above.text):
        return True
    return bool(_OPENING.match(line.text)) and not _is_full(above, block, opens=False)


def _is_prose(paragraph: _Paragraph) -> bool:
    return paragraph.commas + paragraph.stops > 0 or paragraph.lines > 1


def _reads_on(paragraph: _Paragraph, line: Line, block: _Block) -> bool:
    """Return whether the sentence that stands open goes on: 市值已 … 增长10余倍。"""
    if paragraph.quotes > 0 and paragraph.length >= _SENTENCE:
        return _CLOSES.search(line.text) is not None
    if not _is_prose(paragraph):
        return False
    if _MID_SENTENCE.match(line.text):
        return paragraph.length >= _SENTENCE
    if not block.has_stop or line.gap >= LARGE_GAP:
        return False
    if paragraph.stops and paragraph.length >= _SENTENCE:
        return True
    if paragraph.first == 0 or _OPENING.match(line.text):
        return False
    short = len(line.text) <= 25
    return paragraph.length >= 30 or (paragraph.commas >= 2 and paragraph.length >= 16 and short)
