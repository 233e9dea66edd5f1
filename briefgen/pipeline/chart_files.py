"""The charts of a brief as files of their own, for reuse: an SVG and its figures as a CSV.

Input: a brief, its drawn charts, all facts. Output: names below `charts/` with their content. It
draws nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.brief import Brief, Chart
from briefgen.chart import Picture
from briefgen.fact import Fact


def chart_files(
    stem: str, brief: Brief, pictures: Mapping[str, Picture], facts: Iterable[Fact]
) -> dict[str, bytes]:
    """Return the files of each chart, named by brief and number: charts/民营经济-1.svg."""
    from briefgen.charts.table import chart_csv

    known = {fact.id: fact for fact in facts}
    made: dict[str, bytes] = {}
    for block in brief.blocks:
        if isinstance(block, Chart):
            name = f"charts/{stem}-{block.number}"
            made[f"{name}.svg"] = pictures[block.spec.id].svg
            made[f"{name}.csv"] = chart_csv(block.spec, known, brief.language)
    return made
