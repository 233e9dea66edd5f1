"""What changed since the last issue: figures and deeds that are new, told otherwise, or gone.

Input: a theme's facts now and then. Output: list entries. It does not say why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.brief import COUNTED, Block, Cite, Paragraph, ParagraphRole, Run, Runs, Text, Value
from briefgen.compose.blocks import card_value
from briefgen.compose.material import Previous
from briefgen.compose.sentences import Speaker, sentence
from briefgen.compose.weights import is_rhetorical, is_unnamed
from briefgen.compose.wording import grows, short_name
from briefgen.fact import Fact, Kind, Level
from briefgen.telling import figure, time_text

_MOST_NAMED = 4  # figures named of a sort
_EVENTS = frozenset({Kind.HONOUR, Kind.MILESTONE})


def changes(facts: Sequence[Fact], previous: Previous, speaker: Speaker) -> list[Block]:
    """Return what is new, changed and gone among the area's figures and deeds, or that nothing is.

    Nothing new is a note, which needs no heading.

    A figure is changed where the same measure, scope, report and time has another value: a new
    report with another value is news, no change of the old. News stands beside the newest figure
    of the same measure that the last issue had; what a newer report carries on is not gone.
    """
    now, then = _by_measure(facts), _by_measure(previous.facts)
    before, newest = _newest(then.values()), _newest(now.values())
    number = (Value(str(previous.number), ()),)
    new = [f for key, f in now.items() if key not in then]
    gone = [f for key, f in then.items() if key not in now and not _is_newer(_at(newest, f), f)]
    changed = [(then[key], f) for key, f in now.items() if key in then and _differ(f, then[key])]
    told: list[Runs] = []
    if new:
        items = [_news(f, _at(before, f), speaker) for f in new]
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


_Newest = dict[tuple[object, ...], Fact]


def _newest(facts: Iterable[Fact]) -> _Newest:
    """Return the newest figure of each measure of a body; of one report, the last that it tells."""
    newest: _Newest = {}
    for fact in sorted(facts, key=lambda f: (f.published or "", f.start)):
        if not fact.is_statement:
            newest[_measure(fact)] = fact
    return newest


def _at(newest: _Newest, fact: Fact) -> Fact | None:
    return None if fact.is_statement else newest.get(_measure(fact))


def _measure(fact: Fact) -> tuple[object, ...]:
    return fact.indicator, fact.scope, fact.kind, fact.unit


def _is_newer(other: Fact | None, fact: Fact) -> bool:
    return other is not None and (other.published or "") > (fact.published or "")


def _differ(one: Fact, other: Fact) -> bool:
    return (one.values, one.unit, one.qualifiers) != (other.values, other.unit, other.qualifiers)


def _entry(macro: str, items: Sequence[Runs], facts: Sequence[Fact], speaker: Speaker) -> Runs:
    runs: list[Run] = []
    for number, item in enumerate(items[:_MOST_NAMED]):
        runs += [Text("、")] if number else []
        runs += item
    count = (Value(str(len(items)), tuple(f.id for f in facts), COUNTED),)
    return speaker.say(macro, count=count, more=len(items) > _MOST_NAMED, told=tuple(runs))


def _news(fact: Fact, before: Fact | None, speaker: Speaker) -> Runs:
    """Return what is new, beside what the last issue had where a newer report carries it on."""
    if before is None or not _is_newer(fact, before):
        return _told(fact, speaker, cite=True)
    runs = speaker.say(
        "changes_before",
        name=_measured(fact),
        value=card_value(fact, speaker),
        time=(Value(time_text(fact), (fact.id,)),),
        before=card_value(before, speaker),
        since=(Value(time_text(before), (before.id,)),),
        grown=grows(before),
    )
    return (*runs, Cite((fact.id,)))


def _told(fact: Fact, speaker: Speaker, *, cite: bool) -> Runs:
    if fact.is_statement:
        runs = speaker.say("changes_event", name=_named(fact))
        return (*runs, Cite((fact.id,))) if cite else runs
    value, time = card_value(fact, speaker), (Value(time_text(fact), (fact.id,)),)
    runs = speaker.say("changes_figure", name=_measured(fact), value=value, time=time)
    return (*runs, Cite((fact.id,))) if cite else runs


def _named(fact: Fact) -> Runs:
    """Return the measure's name, a value: it may hold a figure of its own (世界500强企业)."""
    return (Value(fact.indicator, (fact.id,)),)


def _measured(fact: Fact) -> Runs:
    """Return the name in front of a card's value: 民间投资, where the value is 增长4.2%."""
    name = short_name(fact) if grows(fact) and fact.unit == "%" else fact.indicator
    return (Value(name, (fact.id,)),)


def _pair(old: Fact, new: Fact, speaker: Speaker) -> Runs:
    before = (Value(figure(old), (old.id,)),)
    after = (Value(figure(new), (new.id,)),)
    runs = speaker.say("changes_pair", name=_named(new), before=before, after=after)
    return (*runs, Cite((new.id,)))
