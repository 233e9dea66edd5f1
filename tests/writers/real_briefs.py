"""The briefs of this repository's own project, composed and drawn once for all tests of writers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from sample_brief import sample_brief, sample_pictures

from briefgen.brief import Brief, Chart, Picture
from briefgen.charts.draw import draw_chart
from briefgen.config import load_project
from briefgen.pipeline import Order, compose_briefs, read_project
from briefgen.writers.pdf import write_pdf
from briefgen.writers.template import Style, load_style

ROOT = Path(__file__).parents[2]
STYLES = tuple(sorted(path.parent.name for path in ROOT.glob("templates/*/brief.docx")))
FACTS = b'{"id": "f1"}\n{"id": "f2"}\n'
_AS_OF = date(2023, 3, 1)


@cache
def style_of(name: str) -> Style:
    """Return a style of the repository."""
    return load_style(ROOT / "templates" / name)


@cache
def real_briefs(style: str) -> tuple[Brief, ...]:
    """Return the briefs of all themes and the overview, in the sentences of a style."""
    project = load_project(ROOT)
    memory = project.settings.model_copy(update={"database": "sqlite://"})
    project = project.model_copy(update={"settings": memory})
    narrative = style_of(style).narratives["zh"], f"{style}/narrative.zh.j2"
    return compose_briefs(project, read_project(project), Order(), narrative, _AS_OF)


def drawn(brief: Brief, width: float) -> Mapping[str, Picture]:
    """Return the drawn charts of a brief for a column of `width` points."""
    specs = [block.spec for block in brief.blocks if isinstance(block, Chart)]
    return {spec.id: draw_chart(spec, width, raster=False) for spec in specs}


def column(style: Style) -> float:
    """Return the width of a style's column in points."""
    sheet = style.sheet
    return (sheet.width_mm - sheet.left_mm - sheet.right_mm) * 72 / 25.4


@cache
def finished(style_name: str) -> dict[str, tuple[Brief, bytes]]:
    """Return all briefs of this repository, and the invented one, in a style."""
    style = style_of(style_name)
    made = {b.theme: (b, drawn(b, column(style))) for b in real_briefs(style_name)}
    made["清河"] = (sample_brief(), sample_pictures(sample_brief()))
    return {
        name: (brief, write_pdf(brief, style, pictures, FACTS))
        for name, (brief, pictures) in made.items()
    }
