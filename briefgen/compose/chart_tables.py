"""The figures of a chart as a small table under it, where the brief prints them nowhere else.

Input: blocks whose `Cite`s still hold fact ids. Output: the same blocks, with a table after each
chart that needs one. It changes no chart. A time line is words and dates already: it needs none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefgen.brief import Block, Chart, Cite, Runs, SourceList, Table, Value, block_runs
from briefgen.chart import ChartKind, ChartSpec, Point, Tone

_WIDTHS = (60, 26, 14)
_HALVES = (26, 15, 9) * 2
_LONG = 5  # rows that stand below each other; more stand in two halves, side by side


def with_chart_tables(blocks: Sequence[Block], head: tuple[str, ...]) -> Iterator[Block]:
    """Yield the blocks; `head` holds the words for name, figure and reference, as first, second and
    last, which a table of all figures has too."""
    told = _told(blocks)
    for block in blocks:
        yield block
        if isinstance(block, Chart) and _needs_table(block.spec, told):
            yield _table(block.spec, (head[0], head[1], head[-1]))


def _told(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the ids of the facts whose words stand in text, cards or tables."""
    return frozenset(
        i
        for block in blocks
        if not isinstance(block, Chart | SourceList)
        for runs in block_runs(block)
        for run in runs
        if isinstance(run, Value)
        for i in run.fact_ids
    )


def _needs_table(spec: ChartSpec, told: frozenset[str]) -> bool:
    return spec.kind is not ChartKind.TIMELINE and not all(_is_told(p, told) for p in spec.points)


def _is_told(point: Point, told: frozenset[str]) -> bool:
    return set(point.fact_ids) <= told


def _table(spec: ChartSpec, head: tuple[str, str, str]) -> Table:
    derived = _DERIVED.search(spec.note)
    formula = derived[1] if derived else None
    rows = tuple(_row(p, formula if p.tone is Tone.DERIVED else None) for p in spec.points)
    if len(rows) <= _LONG:
        return Table(head, rows, _WIDTHS, spec.title)
    half = (len(rows) + 1) // 2
    pairs = zip_longest(rows[:half], rows[half:], fillvalue=((),) * len(head))
    return Table(head * 2, tuple((*left, *right) for left, right in pairs), _HALVES, spec.title)


_DERIVED = re.compile("推算：(.+?)。")


def _row(point: Point, formula: str | None) -> tuple[Runs, ...]:
    ids = point.fact_ids
    name = f"{point.group} {point.label}" if point.group else point.label
    return (Value(name, ids),), (Value(point.shown, ids, formula),), (Cite(ids),)
