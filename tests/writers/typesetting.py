"""What is wrong with how a page is set, found in the finished file: clreq and GB/T 15834.

Every rule yields findings, in words; a well-set file has none. The rules are written from the
standards and not from the code that they judge: they share no constant with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from pdf_lines import Char, Leaves, Row, Set

FORBIDDEN_START = "，。、；：？！）》〉」』】〕”’…—·％%‰℃～!?,.;:)]}"
FORBIDDEN_END = "（《〈「『【〔“‘￥$([{"
_CLOSING = "，。、；：）》〉」』】〕”’"  # ink in the left half
_OPENING = "（《〈「『【〔“‘"  # ink in the right half
_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBER = re.compile(r"[A-Za-z0-9]")
_UNIT = re.compile(
    r"个百分点|百分点|[%％‰℃万亿元家户个人名所栋倍年月日亩宗条项件次]|公里|平方|公顷|立方|千瓦"
)
_HOOKED = "f"  # its hook hangs over what comes next
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH_UNIT = re.compile(rf"\s*(?:thousand|million|billion|yuan|percentage|km|m²|m³|{_MONTHS})\b")
_WIDE = 0.8  # of the size: a character broader than that is full width
_REFERENCE = re.compile(r"〔[^〕]*〕")
SLACK = 0.6  # points


@dataclass(frozen=True, slots=True)
class Column:
    """The type area of a page, in points."""

    left: float
    right: float
    bottom: float
    top: float


def findings(leaves: Leaves, column: Column) -> list[str]:
    """Return what is wrong with a file."""
    return [
        *(f for block in leaves.blocks for f in of_block(block)),
        *beyond_margins(leaves, column),
        *lonely_headings(leaves),
    ]


def of_block(block: Set) -> Iterator[str]:
    """Yield what is wrong inside one block."""
    for above, below in pairwise(block.rows):
        yield from _edges(above, below)
        yield from _parted_numbers(above, below)
    for row in block.rows:
        yield from _loose_marks(row)
        yield from _touching_scripts(row, block.role)
    yield from _lonely_lines(block)
    if block.role.startswith("H"):
        yield from _unbalanced(block)


# --- line ends --------------------------------------------------------------------------------


def _edges(above: Row, below: Row) -> Iterator[str]:
    ended, begun = above.text.rstrip(), below.text.lstrip()
    if begun[:1] and begun[0] in FORBIDDEN_START:
        yield f"a line begins with {begun[0]}: {begun[:12]}"
    if ended[-1:] and ended[-1] in FORBIDDEN_END:
        yield f"a line ends with {ended[-1]}: {ended[-12:]}"


def _parted_numbers(above: Row, below: Row) -> Iterator[str]:
    ended, begun = above.text.rstrip(), below.text
    if not re.search(r"\d[\d.,]*[余多几]?[万亿]*$", ended):
        return
    if re.match(r"[\d.,%]", begun) and ended[-1].isdigit():
        yield f"a number is parted: {ended[-8:]}|{begun[:8]}"
    elif _UNIT.match(begun) or _ENGLISH_UNIT.match(begun):
        yield f"a number is parted from its unit: {ended[-8:]}|{begun[:8]}"


# --- spaces -----------------------------------------------------------------------------------


def _loose_marks(row: Row) -> Iterator[str]:
    """Yield marks that touch and take two ems: of 。” and ）（ one gives up half of its own.

    What counts is the step from Chinese to Chinese, or to a mark that closes, in the same line,
    which justification widens.
    """
    pairs = [p for p in pairwise(row.chars) if _is_wide(p[0]) and _is_wide(p[1])]
    steps = {id(p[0]): (p[1].x0 - p[0].x0) / p[0].size for p in pairs}
    plain = [
        steps[id(one)]
        for one, two in pairs
        if _HAN.match(one.text) and (_HAN.match(two.text) or two.text in _CLOSING)
    ]
    usual = median(plain) if plain else 1.0
    for one, two in pairs:
        closed = one.text in _CLOSING and two.text in _CLOSING + _OPENING
        opened = one.text in _OPENING and two.text in _OPENING
        squeezed = usual - steps[id(one)]
        if one.size == two.size and (closed or opened) and not 0.4 < squeezed < 0.6:
            yield f"{one.text}{two.text} are not squeezed: by {squeezed:.2f} em"


def _touching_scripts(row: Row, role: str) -> Iterator[str]:
    """Yield a number or a word in Latin letters that sticks to Chinese, or half a space off."""
    for one, two in pairwise(row.chars):
        mixed = (_HAN.match(one.text) and _NUMBER.match(two.text)) or (
            _NUMBER.match(one.text) and _HAN.match(two.text)
        )
        if mixed:
            gap = (two.x0 - one.x1) / min(one.size, two.size)
            is_blank = gap > 0.8  # an ideographic space, or a tab
            if not (0.05 < gap < 0.3 or is_blank) and not (role == "P" and abs(gap) < 0.01):
                yield f"{one.text}{two.text}: {gap:.2f} em between the scripts"


def _is_wide(char: Char) -> bool:
    return char.x1 - char.x0 > _WIDE * char.size


# --- the shape of paragraphs ------------------------------------------------------------------


def _lonely_lines(block: Set) -> Iterator[str]:
    shares = block.shares()
    if len(shares) > 1 and 1 in shares.values():
        yield f"a single line stands alone on a page: {block.text[:12]}"
    last = block.rows[-1]
    words = re.sub(r"\W", "", _REFERENCE.sub("", last.text))
    if len(block.rows) > 1 and len(words) == 1 and _HAN.match(words):
        yield f"one character stands on the last line: {block.rows[-2].text[-6:]}|{last.text}"


def _unbalanced(block: Set) -> Iterator[str]:
    """Yield a title whose lines are neither 梯形 nor 菱形, or of which one is a mere rest."""
    widths = [row.chars[-1].x1 - row.chars[0].x0 for row in block.rows]
    if len(widths) < 2 or len(widths) > 5:
        return
    em = block.rows[0].chars[0].size
    if block.rows[0].chars[0].x0 > block.rows[1].chars[0].x0 + 1.5 * em:
        return  # 公文: a heading in the text is indented and wraps like a paragraph
    by_sense = block.rows[-2].text.rstrip().endswith(("，", ",", "；", ";"))
    least = 0.35 if by_sense and widths[-1] == min(widths) else 0.4
    if min(widths) < least * max(widths):
        yield f"a line of a title is too short: {[row.text for row in block.rows]}"
    for before, here, after in zip(widths, widths[1:], widths[2:], strict=False):
        if here < min(before, after) - 2.2 * em:
            yield f"a title is narrow in the middle: {[row.text for row in block.rows]}"


# --- the page ---------------------------------------------------------------------------------


def beyond_margins(leaves: Leaves, column: Column) -> Iterator[str]:
    """Yield what has its ink outside the type area."""
    for block in leaves.blocks:
        for row in block.rows:
            drawn = [char for char in row.chars if not char.text.isspace()]
            first, last = drawn[0], drawn[-1]
            left = first.x0 + (first.size / 2 if first.text in _OPENING else 0.0)
            right = last.x1 - (last.size / 2 if last.text in _CLOSING and _is_wide(last) else 0.0)
            right -= 0.1 * last.size * (last.text in _HOOKED)
            if left < column.left - SLACK or right > column.right + SLACK:
                yield f"{left:.1f} to {right:.1f} is outside the margins: {row.text[:20]}"
            if not column.bottom - SLACK < row.y < column.top + SLACK:
                yield f"{row.y:.1f} is above or below the type area: {row.text[:20]}"
    for char in leaves.figures:
        if char.x0 < column.left - SLACK or char.x1 > column.right + SLACK:
            yield f"a word of a chart stands outside the margins: {char.text}"


def lonely_headings(leaves: Leaves) -> Iterator[str]:
    """Yield headings after which a page ends, or with a single line of a longer paragraph."""
    for heading, follower in pairwise(b for b in leaves.blocks if b.role != "Lbl"):
        if not heading.role.startswith("H"):
            continue
        page, rows = heading.rows[-1].page, follower.rows
        beside = sum(row.page == page for row in rows)
        if beside < min(2, len(rows)):
            yield f"a heading stands alone at the foot of a page: {heading.text}"
        if len(heading.shares()) > 1:
            yield f"a heading is parted by a page: {heading.text}"


def unheaded_pages(leaves: Leaves, heads: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield pages on which cells of a table stand without its head; `heads` are those of all."""
    runs = groupby(leaves.blocks, key=lambda block: block.role in ("TH", "TD"))
    tables = [list(cells) for is_table, cells in runs if is_table]
    for cells, head in zip(tables, heads, strict=True):
        filled = {row.page for block in cells for row in block.rows} - {cells[0].rows[0].page}
        for page in sorted(filled):
            said = "".join(c.text for c in leaves.aside if c.page == page and not c.text.isspace())
            if "".join("".join(head).split()) not in said:
                yield f"page {page + 1} holds cells and no head"


_UNPARTED = re.compile(r"[（《“‘【]*[\dA-Za-z][\dA-Za-z.,，&%~～—-]*[^\d，。；]{0,3}")


def ragged(block: Set, column: Column) -> Iterator[str]:
    """Yield lines of justified prose that end short of the right margin, though they need not.

    A line may, where it would be spread by more than 0.3 em because a long figure comes next.
    """
    for row, after in pairwise(block.rows):
        drawn = [char for char in row.chars if not char.text.isspace()]
        last = drawn[-1]
        edge = last.x1 - (last.size / 2 if last.text in _CLOSING and _is_wide(last) else 0.0)
        hole = column.right - edge
        if hole < 1.0:
            continue
        match = _UNPARTED.match(after.text)
        next_width = after.chars[match.end() - 1].x1 - after.chars[0].x0 if match else 0.0
        if hole < 0.3 * last.size * len(drawn) / 2 or next_width < hole:
            yield f"{hole:.1f} points are left: {row.text[-12:]}|{after.text[:8]}"
