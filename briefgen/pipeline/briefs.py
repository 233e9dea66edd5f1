"""From facts to briefs: what is said, in words that can be printed.

Input: a `Reading` and an `Order`. Output: `Brief`s, the number and date of the issue still open. It
writes no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefgen.brief import Brief, Masthead, map_text
from briefgen.config import Project
from briefgen.errors import DataError, Notice, NoticeKind, UsageError
from briefgen.pipeline.orders import OVERVIEW, Order, Reading
from briefgen.pipeline.reading import area_of, lexicon_of


def compose_briefs(
    project: Project, reading: Reading, order: Order, narrative: tuple[str, str], as_of: date
) -> tuple[Brief, ...]:
    """Return the ordered briefs, number and date of the issue still open.

    Raises UsageError where a theme is asked for that the project does not have.
    """
    from briefgen.charts.choose import choose_charts
    from briefgen.compose.narrator import Narrator
    from briefgen.compose.theme import Material, compose_overview, compose_theme
    from briefgen.store.series import find_conflicts, find_series

    lexicon = lexicon_of(project)
    themes = tuple(t.name for t in lexicon.themes)
    wanted = _wanted(order.themes, themes)
    material = Material(
        area=area_of(project),
        as_of=as_of,
        masthead=Masthead(
            project.settings.name, **project.masthead.model_dump(exclude={"number", "date"})
        ),
        themes=themes,
        sources=reading.sources,
        facts=reading.facts,
        series=find_series(reading.facts, lexicon),
        conflicts=find_conflicts(reading.facts, lexicon),
        narrator=Narrator(*narrative),
        lexicon=lexicon,
    )
    briefs = []
    for name in wanted:
        facts = reading.facts if name == OVERVIEW else material.of_theme(name)
        if not facts:
            continue
        charts = choose_charts(facts, material.series, material.area, name)
        compose = compose_overview if name == OVERVIEW else compose_theme
        briefs.append(compose(name, material, charts))
    if not briefs:
        raise DataError(
            f"no fact about {'、'.join(wanted)}",
            path=project.seeds,
            hint="add articles to this folder, or ask for other themes",
        )
    return tuple(briefs)


def _wanted(asked: Sequence[str], themes: Sequence[str]) -> tuple[str, ...]:
    known = (*themes, OVERVIEW)
    for name in asked:
        if name not in known:
            raise UsageError(f"no theme {name!r}", hint=f"themes: {'、'.join(known)}")
    return tuple(dict.fromkeys(asked)) or known


def printable_briefs(briefs: Sequence[Brief]) -> tuple[tuple[Brief, ...], tuple[Notice, ...]]:
    """Return the briefs with 〓 for what no packaged font can print, and a notice that names it."""
    from briefgen.clean.characters import without_invisible
    from briefgen.fonts import replace_missing

    missing: dict[str, None] = {}

    def printable(text: str) -> str:
        shown, gone = replace_missing(without_invisible(text))
        missing.update(dict.fromkeys(gone))
        return shown

    shown = tuple(map_text(brief, printable) for brief in briefs)
    notices = tuple(
        Notice(
            NoticeKind.GLYPH,
            f"no font has the character {char!r} (U+{ord(char):04X}); it prints as 〓",
            hint="replace it in the source, or install a font that has it",
        )
        for char in missing
    )
    return shown, notices
