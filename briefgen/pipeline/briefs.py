"""From facts to briefs: what is said, in words that can be printed.

Input: a `Reading` and an `Order`. Output: `Brief`s, the number and date of the issue still open. It
writes no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefgen.brief import Brief, Masthead, SourceList, map_text
from briefgen.config import Project
from briefgen.document import Source
from briefgen.errors import DataError, Notice, NoticeKind, UsageError
from briefgen.fact import Fact
from briefgen.pipeline.orders import OVERVIEW, English, Order, Reading
from briefgen.pipeline.reading import area_of, english_of, lexicon_of


def compose_briefs(
    project: Project,
    reading: Reading,
    order: Order,
    narrative: tuple[str, str, str],
    as_of: date,
    last: tuple[int, Sequence[Fact]] | None = None,
    measure: tuple[str, str, str] | None = None,
) -> tuple[Brief, ...]:
    """Return the ordered briefs, number and date of the issue still open.

    What is chosen by its length is measured in the words of `measure`, else of `narrative`.
    `last` is the number of the issue before and its facts; with it each brief says what changed.

    Raises UsageError where a theme is asked for that the project does not have.
    """
    from briefgen.charts.choose import choose_charts
    from briefgen.compose.material import (
        Material,
        Previous,
        with_named_bodies,
        with_orders,
        with_present_problems,
        with_speakers,
    )
    from briefgen.compose.narrator import Narrator
    from briefgen.compose.overview import compose_overview
    from briefgen.compose.theme import compose_theme
    from briefgen.compose.wider import of_the_area
    from briefgen.store.outdated import without_outdated
    from briefgen.store.series import find_conflicts, find_series

    lexicon = lexicon_of(project)
    themes = tuple(t.name for t in lexicon.themes)
    wanted = _wanted(order.themes, themes)
    facts = with_speakers(_without_guessed_days(reading.facts, reading.sources))
    facts = with_named_bodies(facts)
    facts = with_present_problems(with_orders(facts, reading.sources))
    facts = of_the_area(facts, area_of(project))
    series, conflicts = find_series(facts, lexicon), find_conflicts(facts, lexicon)
    facts = without_outdated(facts, series, lexicon)
    held = {f.id for f in facts}
    series = tuple(s for s in series if held.issuperset(f.id for f in s.facts))
    material = Material(
        area=area_of(project),
        as_of=as_of,
        masthead=Masthead(
            project.settings.name, **project.masthead.model_dump(exclude={"number", "date"})
        ),
        themes=themes,
        sources=tuple(_titled(_without_guessed_day(s), facts) for s in reading.sources),
        facts=facts,
        series=series,
        conflicts=conflicts,
        narrator=Narrator(*narrative),
        lexicon=lexicon,
        measure=Narrator(*measure) if measure else None,
        previous=last and Previous(last[0], _without_guessed_days(last[1], reading.sources)),
    )
    briefs = []
    for name in wanted:
        own = facts if name == OVERVIEW else material.of_theme(name)
        if not own:
            continue
        charts = choose_charts(own, material.series, material.area, name)
        compose = compose_overview if name == OVERVIEW else compose_theme
        brief = compose(name, material, charts)
        if any(isinstance(block, SourceList) for block in brief.blocks):
            briefs.append(brief)  # one that cites nothing tells nothing: only that an assembly met
    if not briefs:
        raise DataError(
            f"no fact about {'、'.join(wanted)}",
            path=project.seeds,
            hint="add articles to this folder, or ask for other themes",
        )
    return tuple(briefs)


def _titled(source: Source, facts: Sequence[Fact]) -> Source:
    """Return a source with the title that its one article bears, where the user gave none."""
    borne = {f.article for f in facts if f.source == source.name and f.article}
    return source if source.title or len(borne) != 1 else replace(source, title=borne.pop())


def _without_guessed_day(source: Source) -> Source:
    """Return a source whose date is no finer than a month where it is an estimate: nobody knows the
    day, and a report of 22 February would be printed as if somebody did."""
    if not (source.estimated and source.published):
        return source
    return replace(source, published=source.published[: len("2023-02")])


def _without_guessed_days(facts: Sequence[Fact], sources: Sequence[Source]) -> tuple[Fact, ...]:
    """Return `facts` with the dates of estimated reports told to the month at most."""
    guessed = {s.name for s in sources if s.estimated}
    return tuple(
        replace(f, published=f.published[: len("2023-02")])
        if f.source in guessed and f.published
        else f
        for f in facts
    )


def english_briefs(
    project: Project, reading: Reading, briefs: Sequence[Brief], told: Sequence[Fact]
) -> tuple[tuple[Brief, ...], English]:
    """Return briefs that were composed around the English narrative in English, and how much of
    them has no English; `told` are the facts that they may tell."""
    from briefgen.english.whole import EnglishNames, tell_in_english

    facts = {f.id: f for f in _without_guessed_days(told, reading.sources)}
    given = project.english
    own = EnglishNames(given.name, given.organ, given.editor)
    lexicon, words, area = lexicon_of(project), english_of(project), area_of(project)
    made = [tell_in_english(b, facts, lexicon, words, area, own) for b in briefs]
    reports = [report for _, report in made]
    total = English(
        sum(r.statements for r in reports),
        sum(r.in_chinese for r in reports),
        sum(r.measures for r in reports),
        sum(r.unnamed for r in reports),
    )
    return tuple(brief for brief, _ in made), total


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
