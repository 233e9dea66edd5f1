"""The overview: every theme in a paragraph, its best figure, one chart; two pages.

Input: `Material`. Output: a `Brief`. It tells no fact twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.brief import Block, Brief, Paragraph, ParagraphRole, Runs, Text
from briefgen.chart import ChartSpec
from briefgen.compose import blocks as make
from briefgen.compose.frame import (
    charts_of,
    doubts_of,
    finished,
    most_telling,
    section,
    summary,
    title_of,
)
from briefgen.compose.material import Material, base_of
from briefgen.compose.messages import Message, gather_messages
from briefgen.compose.outlook import is_expired, outlook
from briefgen.compose.problems import is_problem
from briefgen.compose.prose import prose
from briefgen.compose.room import MOST_OF_OVERVIEW, ROOMS, Room, fitting
from briefgen.compose.sentences import Speaker
from briefgen.fact import Fact, Kind
from briefgen.telling import EXPECTED, states_period

_TOLD = 2  # messages of a theme
_POINTS = 6
_CARDS = 3
_AIMS = 2
_LAPSED = 3  # the briefs of the themes tell them all
_LONGEST = 60  # characters of a message that a paragraph of few sentences has room for


def compose_overview(theme: str, material: Material, charts: Sequence[ChartSpec]) -> Brief:
    """Return the overview: each theme's best figure and a paragraph; every fact once; two pages."""
    measured = replace(material, narrator=material.measure or material.narrator)
    size, brief = fitting(lambda room: _composed(theme, measured, charts, room), MOST_OF_OVERVIEW)
    return _composed(theme, material, charts, size) if material.measure else brief


def _composed(theme: str, material: Material, charts: Sequence[ChartSpec], size: Room) -> Brief:
    """Return the overview with as many lapsed plans and reports of the same as `size` cites."""
    speaker = material.speaker()
    words = material.narrator.word
    told, aims = _by_theme(material, size.echoes)
    best = [next((m for m in found if m.has_figure), found[0]) for found in told.values()]
    themes = {id(m): name for name, found in told.items() for m in found}
    points = sorted(best, key=lambda m: (not m.has_figure, -m.weight))[:_POINTS]
    everything = [m for found in told.values() for m in found]
    shown = [f for m in everything for f in (*m.facts, *m.echoes)]
    known = frozenset(f.id for f in shown)
    drawn = most_telling(charts, points, known, MOST_DRAWN if size != ROOMS[0] else None)
    expired = [m for m in aims if is_expired(m, material.as_of)]
    lapsed = sorted(expired, key=lambda m: -m.weight)[: min(_LAPSED, size.cases)]
    live = sorted((m for m in aims if m not in expired), key=lambda m: -m.weight)[
        : min(_AIMS, size.cases)
    ]
    aimed = outlook(live, material.facts, material.sources, material.lexicon, speaker)
    body: list[Block] = [
        *summary(points, sorted(best, key=lambda m: -m.weight), material, _CARDS),
        *section(words("headings", "progress"), _paragraphs(told, points, speaker)),
        *charts_of(drawn[:1], material.facts, speaker),
        *section(words("headings", "outlook"), aimed),
        *section(
            words("headings", "doubts"),
            doubts_of(shown, everything, lapsed, material, of_all=True),
        ),
    ]
    return finished(theme, title_of(theme, points, themes, speaker.measuring), body, material)


MOST_DRAWN = 6  # values of a chart, where two pages are short of room
_WHOLE = "地区生产总值"  # what every other figure of an area is seen beside


_FIRST = 20.0  # more than any other message has before it


def _whole_first(messages: Sequence[Message], material: Material) -> list[Message]:
    """Return the messages, that which tells what the area's economy comes to heavier than all
    others: by its figure they are read."""

    def is_whole(message: Message) -> bool:
        lead = material.lexicon.indicator(message.lead.indicator)
        come = states_period(message.lead) and not set(message.lead.qualifiers) & set(EXPECTED)
        return lead is not None and lead.name == _WHOLE and come and not message.is_outlook

    first = next((m for m in messages if is_whole(m)), None)
    return [replace(m, weight=m.weight + _FIRST) if m is first else m for m in messages]


def _by_theme(material: Material, most: int) -> tuple[dict[str, list[Message]], list[Message]]:
    """Return what is told under each theme, figures first, and the targets in figures of all."""
    used: set[str] = set()
    told: dict[str, list[Message]] = {}
    aims: list[Message] = []
    speaker = material.speaker()
    for name in material.themes:
        own = material.current(
            [f for f in material.facts if f.id not in used and _is_of(f, name, material)]
        )
        found = gather_messages(own, material.within(own), name, material.lexicon, material.themes)
        usable = [
            replace(make.shortened(m, speaker), echoes=m.echoes[:most])
            for m in found
            if not (m.is_case or m.apart or m.lead.speaker or is_problem(m))
            and not material.leaves_winner_out(m)
        ]
        usable = _whole_first(usable, material)
        aims += [m for m in usable if m.is_outlook and m.has_target]
        topics = {id(m): m.lead.topic for m in usable}
        sure = [m for m in usable if not (m.is_outlook or material.contests(m))]
        short = [m for m in sure if sum(len(f.clause) for f in m.facts) <= 3 * _LONGEST]
        chosen = make.pick_points(short, topics, speaker, _TOLD)
        if chosen:
            told[name] = chosen
            spans = [(f.source, f.start, f.end) for m in chosen for f in m.facts]
            used |= {f.id for f in material.facts if _is_within(f, spans)}
    return told, aims


def _is_within(fact: Fact, spans: Sequence[tuple[str, int, int]]) -> bool:
    """Return whether the words that tell the fact have been told, be it for another theme's."""
    return any(fact.source == s and a <= fact.start and fact.end <= b for s, a, b in spans)


def _is_of(fact: Fact, theme: str, material: Material) -> bool:
    """Return whether the fact is told under the theme: its first one, or the one it names; a growth
    and a rank under that of their figure."""
    base = base_of(fact)
    fact = next((f for f in material.facts if f.id == base), fact)
    named = [t for t in fact.themes if t in fact.clause] if fact.is_statement else []
    own = named[:1] or list(fact.themes[:1])
    if material.only_counts_firms(fact):
        own = list(fact.themes[1:2])
    return own == [theme] and fact.kind is not Kind.QUOTE


def _paragraphs(
    told: dict[str, list[Message]], points: Sequence[Message], speaker: Speaker
) -> list[Block]:
    """Return a paragraph a theme: one message that no key point tells, unless there is no other."""
    blocks: list[Block] = []
    for name, found in told.items():
        messages = ([m for m in found if m not in points] or found)[:1]
        runs: Runs = (Text(f"{name}。", strong=True), *prose(messages, speaker, short=True))
        blocks.append(Paragraph(ParagraphRole.ITEM, runs))
    return blocks
