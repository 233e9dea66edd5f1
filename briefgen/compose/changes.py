"""What changed since the last issue: figures that are new, told otherwise, or gone.

Input: a theme's facts now and then. Output: list entries. It does not say why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.brief import Block, Cite, Paragraph, ParagraphRole, Run, Runs, Text, Value
from briefgen.compose.sentences import Speaker, sentence
from briefgen.compose.weights import is_rhetorical, is_unnamed
from briefgen.fact import Fact, Level
from briefgen.telling import figure, time_text

_MOST_NAMED = 5  # figures named in one entry


@dataclass(frozen=True, slots=True)
class Previous:
    """The issue before this one: its number, and its facts as far as they belong to a theme."""

    number: int
    facts: tuple[Fact, ...]


def changes(facts: Sequence[Fact], previous: Previous, speaker: Speaker) -> list[Block]:
    """Return what is new, changed and gone among the area's figures; or that nothing is.

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
    unchanged = (Value(str(len(same)), same),)
    if told:
        lead = speaker.say("changes_since", number=number, count=unchanged)
    else:
        lead = speaker.say("changes_none", number=number, count=unchanged)
    return [Paragraph(ParagraphRole.ITEM, sentence([runs])) for runs in (lead, *told)]


def _by_measure(facts: Sequence[Fact]) -> dict[tuple[object, ...], Fact]:
    return {
        (f.source, f.indicator, f.scope, f.kind, f.period, f.published): f
        for f in facts
        if not (f.is_statement or is_unnamed(f) or is_rhetorical(f)) and f.level is Level.DISTRICT
    }


def _differ(one: Fact, other: Fact) -> bool:
    return (one.values, one.unit, one.qualifiers) != (other.values, other.unit, other.qualifiers)


def _entry(macro: str, items: Sequence[Runs], facts: Sequence[Fact], speaker: Speaker) -> Runs:
    runs: list[Run] = []
    for number, item in enumerate(items[:_MOST_NAMED]):
        runs += [Text("、")] if number else []
        runs += item
    count = (Value(str(len(items)), tuple(f.id for f in facts)),)
    return speaker.say(macro, count=count, more=len(items) > _MOST_NAMED, told=tuple(runs))


def _told(fact: Fact, speaker: Speaker, *, cite: bool) -> Runs:
    value = (Value(figure(fact), (fact.id,)),)
    time = (Value(time_text(fact), (fact.id,)),)
    runs = speaker.say("changes_figure", name=fact.indicator, value=value, time=time)
    return (*runs, Cite((fact.id,))) if cite else runs


def _pair(old: Fact, new: Fact, speaker: Speaker) -> Runs:
    before = (Value(figure(old), (new.id,)),)
    after = (Value(figure(new), (new.id,)),)
    runs = speaker.say("changes_pair", name=new.indicator, before=before, after=after)
    return (*runs, Cite((new.id,)))
