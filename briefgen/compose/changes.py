"""What changed since the last issue: figures and deeds that are new, told otherwise, or gone.

Input: a theme's facts now and then. Output: list entries. It does not say why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.brief import COUNTED, Block, Cite, Paragraph, ParagraphRole, Run, Runs, Text, Value
from briefgen.compose.sentences import Speaker, sentence
from briefgen.compose.weights import is_rhetorical, is_unnamed
from briefgen.fact import Fact, Kind, Level
from briefgen.telling import figure, time_text

_MOST_NAMED = 4  # figures named of a sort
_EVENTS = frozenset({Kind.HONOUR, Kind.MILESTONE})


@dataclass(frozen=True, slots=True)
class Previous:
    """The issue before this one: its number, and its facts as far as they belong to a theme."""

    number: int
    facts: tuple[Fact, ...]


def changes(facts: Sequence[Fact], previous: Previous, speaker: Speaker) -> list[Block]:
    """Return what is new, changed and gone among the area's figures and deeds, or that nothing is.

    Nothing new is a note, which needs no heading.

    A figure is changed where the same measure, scope, report and time has another value: a new
    report with another value is news, no change of the old.
    """
    now, then = _by_measure(facts), _by_measure(previous.facts)
    number = (Value(str(previous.number), ()),)
    new = [f for key, f in now.items() if key not in then]
    gone = [f for key, f in then.items() if key not in now]
    changed = [(then[key], f) for key, f in now.items() if key in then and _differ(f, then[key])]
    told: list[Runs] = []
    if new:
        items = [_told(f, speaker, cite=True) for f in new]
        told.append(_entry("changes_new", items, new, speaker))
    if changed:
        items = [_pair(old, fact, speaker) for old, fact in changed]
        told.append(_entry("changes_changed", items, [f for _, f in changed], speaker))
    if gone:
        items = [_told(f, speaker, cite=False) for f in gone]
        told.append(_entry("changes_gone", items, gone, speaker))
    altered = {f.id for f in (*new, *(f for _, f in changed))}
    same = tuple(f.id for f in now.values() if f.id not in altered)
    unchanged = (Value(str(len(same)), same, COUNTED),)
    lead = speaker.say("changes_since" if told else "changes_none", number=number)
    rest = [speaker.say("changes_rest", count=unchanged)] if told and same else []
    role = ParagraphRole.ITEM if told else ParagraphRole.NOTE
    return [Paragraph(role, sentence([*told, *rest], lead))]


def _by_measure(facts: Sequence[Fact]) -> dict[tuple[object, ...], Fact]:
    """Return the area's figures, honours and events by what makes one of two issues the same."""
    return {
        (f.source, f.clause if f.is_statement else f.indicator, f.scope, f.kind, f.period): f
        for f in facts
        if (f.kind in _EVENTS if f.is_statement else not (is_unnamed(f) or is_rhetorical(f)))
        and f.level is Level.DISTRICT
    }


def _differ(one: Fact, other: Fact) -> bool:
    return (one.values, one.unit, one.qualifiers) != (other.values, other.unit, other.qualifiers)


def _entry(macro: str, items: Sequence[Runs], facts: Sequence[Fact], speaker: Speaker) -> Runs:
    runs: list[Run] = []
    for number, item in enumerate(items[:_MOST_NAMED]):
        runs += [Text("、")] if number else []
        runs += item
    count = (Value(str(len(items)), tuple(f.id for f in facts), COUNTED),)
    return speaker.say(macro, count=count, more=len(items) > _MOST_NAMED, told=tuple(runs))


def _told(fact: Fact, speaker: Speaker, *, cite: bool) -> Runs:
    if fact.is_statement:
        runs = speaker.say("changes_event", name=_named(fact))
        return (*runs, Cite((fact.id,))) if cite else runs
    value = (Value(figure(fact), (fact.id,)),)
    time = (Value(time_text(fact), (fact.id,)),)
    runs = speaker.say("changes_figure", name=_named(fact), value=value, time=time)
    return (*runs, Cite((fact.id,))) if cite else runs


def _named(fact: Fact) -> Runs:
    """Return the measure's name, a value: it may hold a figure of its own (世界500强企业)."""
    return (Value(fact.indicator, (fact.id,)),)


def _pair(old: Fact, new: Fact, speaker: Speaker) -> Runs:
    before = (Value(figure(old), (old.id,)),)
    after = (Value(figure(new), (new.id,)),)
    runs = speaker.say("changes_pair", name=_named(new), before=before, after=after)
    return (*runs, Cite((new.id,)))
