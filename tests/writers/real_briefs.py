"""The briefs of this repository's own project, composed and drawn once for all tests of writers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from sample_brief import sample_brief, sample_pictures

from briefgen.brief import Brief, Chart
from briefgen.chart import Picture
from briefgen.charts.draw import draw_chart
from briefgen.config import load_project
from briefgen.pipeline import Order, plan_issue
from briefgen.pipeline.orders import LANGUAGES
from briefgen.writers.pdf import write_pdf
from briefgen.writers.template import Style, load_style

ROOT = Path(__file__).parents[2]
STYLES = tuple(sorted(path.parent.name for path in ROOT.glob("templates/*/brief.docx")))
KINDS = tuple((style, language) for style in STYLES for language in LANGUAGES)
FACTS = b'{"id": "f1"}\n{"id": "f2"}\n'


@cache
def style_of(name: str, language: str = "zh") -> Style:
    """Return a style of the repository, with the template of a language."""
    return load_style(ROOT / "templates" / name).of(language)


@cache
def real_briefs(style: str, language: str = "zh") -> tuple[Brief, ...]:
    """Return the briefs of all themes and the overview, in a style and a language."""
    project = load_project(ROOT)
    memory = project.settings.model_copy(update={"database": "sqlite://"})
    project = project.model_copy(update={"settings": memory})
    order = Order(style=style, as_of=date(2023, 3, 1), languages=(language,))
    return plan_issue(project, order, date(2023, 3, 1)).briefs


def drawn(brief: Brief, width: float) -> Mapping[str, Picture]:
    """Return the drawn charts of a brief for a column of `width` points."""
    specs = [block.spec for block in brief.blocks if isinstance(block, Chart)]
    return {spec.id: draw_chart(spec, width, raster=False) for spec in specs}


def column(style: Style) -> float:
    """Return the width of a style's column in points."""
    sheet = style.sheet
    return (sheet.width_mm - sheet.left_mm - sheet.right_mm) * 72 / 25.4


@cache
def finished(style_name: str, language: str = "zh") -> dict[str, tuple[Brief, bytes]]:
    """Return all briefs of this repository in a style and a language, and the invented one."""
    style = style_of(style_name, language)
    briefs = real_briefs(style_name, language)
    made = {brief.theme: (brief, drawn(brief, column(style))) for brief in briefs}
    if language == "zh":
        made["清河"] = (sample_brief(), sample_pictures(sample_brief()))
    return {
        name: (brief, write_pdf(brief, style, pictures, FACTS))
        for name, (brief, pictures) in made.items()
    }
