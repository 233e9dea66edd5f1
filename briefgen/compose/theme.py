"""One theme's brief out of facts, series, conflicts and charts: which sections, in which order.

Input: `Material`, the same for every theme of a run. Output: a `Brief`. It draws nothing, formats
nothing and looks at no clock: the day from which the brief looks is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.brief import Block, Brief, Paragraph, ParagraphRole
from briefgen.chart import ChartSpec
from briefgen.compose import blocks as make
from briefgen.compose.absent import absent
from briefgen.compose.annex import holds
from briefgen.compose.belonging import is_named
from briefgen.compose.cases import case_items, find_cases
from briefgen.compose.changes import changes
from briefgen.compose.frame import (
    charts_of,
    doubts_of,
    finished,
    most_telling,
    section,
    summary,
    table_of,
    title_of,
)
from briefgen.compose.material import Material, Previous
from briefgen.compose.messages import Message, gather_messages
from briefgen.compose.outlook import is_expired, outlook
from briefgen.compose.problems import is_problem, problems
from briefgen.compose.room import MOST_LINES, Room, fitting
from briefgen.compose.topics import by_topic, topic_of
from briefgen.compose.weights import is_concrete, is_intended, is_routine
from briefgen.fact import Fact, Kind, Level
from briefgen.lexicon import Lexicon

_MOST_POINTS = 6
_FEW_POINTS = 3
_FEW_PLANS = 3
_SHORT_COURSE = 4  # reports of one measure that a table lists one by one
_LITTLE = 8  # messages that need no sub-topics


def compose_theme(theme: str, material: Material, charts: Sequence[ChartSpec]) -> Brief:
    """Return the brief of one theme: as long as its facts need, and no longer than four pages."""
    measured = replace(material, narrator=material.measure or material.narrator)
    size, brief = fitting(lambda room: _composed(theme, measured, charts, room), MOST_LINES)
    return _composed(theme, material, charts, size) if material.measure else brief


def _composed(theme: str, material: Material, charts: Sequence[ChartSpec], size: Room) -> Brief:
    """Return the brief of one theme with as much in it as `size` has room for."""
    facts = material.current(material.of_theme(theme))
    speaker = material.speaker()
    words = material.narrator.word
    newest = max((s.published or "" for s in material.sources), default="")
    messages = gather_messages(
        facts, material.within(facts), theme, material.lexicon, material.themes
    )
    expired = [m for m in messages if is_expired(m, material.as_of)]
    named = [m for m in messages if not (m in expired or material.points_at_winner(m))]
    live = [replace(m, echoes=m.echoes[: size.echoes]) for m in named]
    sure = [make.shortened(m, speaker) for m in live if not material.contests(m)]
    sure = [m for m in sure if not is_problem(m)]  # no key point or card of progress
    topics = {id(m): topic_of(m, theme, material.lexicon) for m in sure}
    cases = find_cases([m for m in live if m.is_case or not (m.lead.speaker or m.is_outlook)])
    common = material.settled(_common(live, cases))
    little = _is_little(common)
    pointed = [m for m in sure if not (little and m.is_outlook)]  # said once, under the outlook
    pointed = [m for m in pointed if not material.leaves_winner_out(m)]
    room = _FEW_POINTS if little else _MOST_POINTS
    points = make.pick_points(pointed, topics, speaker, room)
    drawn = charts_of(most_telling(charts[: size.charts], points), facts, speaker)
    body: list[Block] = [
        *_changes(theme, facts, material),
        *summary(points, sure, material),
        *drawn[:1],  # the first chart stands on the first page, the others with the text
        *section(words("headings", "progress"), _progress(theme, common, material, size.told)),
        *drawn[1:],
        *section(words("headings", "cases"), case_items(cases, speaker, size.cases)),
        *section(words("headings", "problems"), problems(live, speaker, newest)),
        *section(words("headings", "outlook"), _outlook(theme, live, material, little)),
        *table_of(theme, _listed(facts, cases, material), material, size.rows),
        *section(words("headings", "doubts"), doubts_of(facts, messages, expired, material)),
        *section(
            words("headings", "absent"),
            absent(theme, facts, live, material.lexicon, speaker, material.facts),
        ),
    ]
    return finished(theme, title_of(theme, points, topics, speaker.measuring), body, material)


def _changes(theme: str, facts: Sequence[Fact], material: Material) -> list[Block]:
    """Return what changed since the last issue, where there was one."""
    if material.previous is None:
        return []
    then = material.belonging(material.previous.facts, theme)
    told = changes(facts, Previous(material.previous.number, then), material.speaker())
    if any(isinstance(b, Paragraph) and b.role is ParagraphRole.NOTE for b in told):
        return told
    return section(material.narrator.word("headings", "changes"), told)


def _common(live: Sequence[Message], cases: dict[str, list[Message]]) -> list[Message]:
    """Return what was done, less what is told of a body and stands with its case."""
    apart = {id(m) for told in cases.values() for m in told}
    return [
        m
        for m in live
        if not (m.is_outlook or m.lead.speaker or id(m) in apart or is_problem(m))
        and (not m.is_case or m.is_built)
    ]


def _progress(theme: str, common: Sequence[Message], material: Material, most: int) -> list[Block]:
    """Return what was done, by sub-topic; a theme of little without them."""
    topics = by_topic(common, theme, material.lexicon)
    if _is_little(common):
        topics = {"": [m for topic in topics.values() for m in topic]}
    return make.progress(topics, material.speaker(), room=most)


def _is_little(common: Sequence[Message]) -> bool:
    """Return whether a theme has so little that nothing of it should be said twice."""
    return sum(1 for m in common if not is_routine(m.lead)) <= _LITTLE


def _substantial(theme: str, plans: Sequence[Message], lexicon: Lexicon) -> list[Message]:
    """Return the plans that say what is to be done; where they are few, also those that at least
    name the theme's matter (就业更加充分更高质量); the first one where there is nothing else."""
    concrete = [m for m in plans if is_concrete(m.lead)]
    named = [m for m in plans if m not in concrete and is_named(m.lead.clause, theme, lexicon)]
    named = [m for m in named if not m.lead.clause.endswith("战略")]  # 深入实施创新驱动战略
    return [*concrete, *named[: max(_FEW_PLANS - len(concrete), 0)]] or list(plans[:1])


def _outlook(theme: str, live: Sequence[Message], material: Material, little: bool) -> list[Block]:
    """Return targets before plans, each in order of weight; nobody's wish in quoted words."""
    plans = [m for m in live if m.is_outlook and not m.is_case and m.lead.speaker is None]
    plans.sort(key=lambda m: (not m.has_target, -m.weight))
    plans = _substantial(theme, plans, material.lexicon)
    each = 2 if little else 3
    return outlook(
        plans, material.facts, material.sources, material.lexicon, material.speaker(), each=each
    )


def _listed(
    facts: Sequence[Fact], cases: dict[str, list[Message]], material: Material
) -> list[Fact]:
    """Return the facts of the area, and of the bodies that have a case; of a long course its ends:
    the points between them stand under its chart."""
    bodies = {m.lead.scope for told in cases.values() for m in told}
    planned = [f for f in facts if f.is_statement and is_intended(f)]
    aside = {f.id for f in facts if f.kind is not Kind.TARGET and any(holds(p, f) for p in planned)}
    courses = [s.facts for s in material.series if len(s.facts) > _SHORT_COURSE]
    aside |= {f.id for course in courses for f in course[1:-1]}
    own = [f for f in facts if f.level is not Level.ENTITY or f.scope in bodies]
    return [f for f in own if f.is_statement or f.id not in aside]
