"""What one more brief costs: seconds of drawing, Word, PDF and audit, in a warm process.

Input: this project's articles and the standard template. Output: a small table, theme by theme. It
writes no issue, judges nothing, and leaves out what a run pays once (imports, reading, composing).

    .venv/bin/python scripts/bench_briefs.py [--rounds 5]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from briefgen.audit.account import account_for
from briefgen.brief import Brief, Chart
from briefgen.chart import Picture
from briefgen.charts.draw import draw_chart
from briefgen.config import load_project
from briefgen.pipeline import Order, compose_briefs, open_style, read_project
from briefgen.writers.pdf import write_pdf
from briefgen.writers.template import Style
from briefgen.writers.word import write_word

ROOT = Path(__file__).resolve().parent.parent
_AS_OF = date(2023, 3, 1)
_STAGES = ("marks", "png", "word", "pdf", "audit")


def _charts(brief: Brief, style: Style, raster: bool) -> Mapping[str, Picture]:
    width = style.sheet.width_mm - style.sheet.left_mm - style.sheet.right_mm
    specs = [block.spec for block in brief.blocks if isinstance(block, Chart)]
    return {
        spec.id: draw_chart(spec, width * 72 / 25.4, style.charts, raster=raster) for spec in specs
    }


def measure(brief: Brief, style: Style) -> tuple[float, ...]:
    """Return the seconds of each stage of _STAGES for one brief in both formats."""
    at = [perf_counter()]
    _charts(brief, style, raster=False)
    at.append(perf_counter())
    pictures = _charts(brief, style, raster=True)
    at.append(perf_counter())
    word = write_word(brief, style, pictures)
    at.append(perf_counter())
    pdf = write_pdf(brief, style, pictures)
    at.append(perf_counter())
    account_for(brief, word, pdf, ())
    at.append(perf_counter())
    return tuple(b - a for a, b in pairwise(at))


def main() -> int:
    """Measure every brief several times, print the medians, and return 0."""
    parser = argparse.ArgumentParser(description="seconds that one more brief costs")
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    project = load_project(ROOT)
    style = open_style(project)
    narrative = (style.narratives["zh"], "narrative.zh.j2", "")
    briefs = compose_briefs(project, read_project(project), Order(), narrative, _AS_OF)
    measure(briefs[0], style)  # warm: fonts and matplotlib are loaded once a process
    print("".join(f"{head:>9}" for head in ("figures", *_STAGES, "whole", "pdf only")), " theme")
    for brief in briefs:
        runs = [measure(brief, style) for _ in range(rounds)]
        marks, drawn, word, pdf, audit = (
            median(run[i] for run in runs) for i in range(len(_STAGES))
        )
        count = sum(isinstance(block, Chart) for block in brief.blocks)
        png, whole = drawn - marks, drawn + word + pdf + audit
        seconds = (marks, png, word, pdf, audit, whole, marks + pdf + audit)
        print(f"{count:>9}" + "".join(f"{s:>9.3f}" for s in seconds), "", brief.theme, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
