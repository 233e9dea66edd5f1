"""How much of a theme a brief has room for, and how much a brief fills.

Input: a composed brief. Output: its length in lines of the standard style's page. It lays out
nothing: what a page really holds, the writers know, and the estimate leaves them a margin.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from briefgen.brief import (
    Block,
    Brief,
    Cards,
    Chart,
    Heading,
    KeyPoints,
    Runs,
    SourceList,
    Table,
    block_runs,
    plain_text,
)


@dataclass(frozen=True, slots=True)
class Room:
    """At most how many messages a sub-topic, table rows, charts, cases, and other reports that say
    the same are cited."""

    told: int = 7
    rows: int = 24
    charts: int = 9
    cases: int = 3
    echoes: int = 9


# widest first: of much that is told, what weighs least goes first, the newest stays
ROOMS = (
    Room(),
    Room(told=6, rows=20, charts=4, echoes=1),
    Room(told=5, rows=16, charts=3, echoes=0),
    Room(told=4, rows=12, charts=2, echoes=0),
    Room(told=3, rows=8, charts=2, cases=2, echoes=0),
    Room(told=2, rows=6, charts=1, cases=1, echoes=0),
)
MOST_LINES = 180  # of four pages
MOST_OF_OVERVIEW = 75  # of two
_MARGIN = 0.92  # of them once something is cut: charts and tables leave ends of pages empty
_LINE = 44  # Chinese characters
_COLUMN = 23  # of a line of the sources, which stand in two columns


def lines_of(brief: Brief) -> float:
    """Return about how many lines the brief fills."""
    return sum(map(_lines, brief.blocks))


def _lines(block: Block) -> float:
    match block:
        case Heading(level):
            return 2.4 if level == 1 else 1.7
        case KeyPoints(_, points):
            return 2.5 + sum(_wrapped(p) for p in points)
        case Cards(_, cards):
            return 2.0 + 4.5 * ceil(len(cards) / 3)
        case Chart():
            return 13.0
        case Table(_, rows):
            return 2.0 + 1.3 * len(rows)
        case SourceList(entries):
            narrow = sum(
                0.4 + _wrapped(runs, _COLUMN)
                for e in entries
                for runs in block_runs(SourceList((e,)))
            )
            return narrow * 0.4
        case _:
            return sum(0.3 + _wrapped(runs) for runs in block_runs(block))


def _wrapped(runs: Runs, line: int = _LINE) -> int:
    wide = sum(0.5 if c.isascii() else 1.0 for c in plain_text(runs))
    return ceil(wide / line)


def fitting(compose: Callable[[Room], Brief], most: float) -> tuple[Room, Brief]:
    """Return the widest room whose brief fills at most so many lines, else the last, and that
    brief."""
    brief = compose(ROOMS[0])
    if lines_of(brief) <= most:
        return ROOMS[0], brief
    for size in ROOMS[1:]:
        brief = compose(size)
        if lines_of(brief) <= most * _MARGIN:
            break
    return size, brief
