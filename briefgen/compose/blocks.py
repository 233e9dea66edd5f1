"""The head and the middle of a brief: key points chosen, cards, progress by sub-topic.

Input: `Message`s in order of weight and a `Speaker`. Output: blocks whose `Cite`s still hold fact
ids. The order of sections is decided in `theme` and `overview`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.brief import (
    Block,
    Card,
    Cards,
    Cite,
    Heading,
    Paragraph,
    ParagraphRole,
    Run,
    Runs,
    Text,
    Value,
    plain_text,
)
from briefgen.compose.joined import join_lists
from briefgen.compose.messages import Message
from briefgen.compose.prose import prose
from briefgen.compose.sentences import Speaker, change_of, is_counted, report_or_period, tail_of
from briefgen.compose.weights import (
    has_bare_name,
    is_bare,
    is_inner,
    is_minor,
    is_routine,
    is_unnamed,
    is_visit,
    leans_back,
)
from briefgen.compose.wording import grows, short_name
from briefgen.fact import Fact, Kind, Level, RelationType
from briefgen.lexicon import Lexicon
from briefgen.telling import (
    EXPECTED,
    figure,
    start_figure,
    stated_text,
    states_period,
    time_text,
)

_CARD_KINDS = frozenset({Kind.SHARE, Kind.LEVEL, Kind.COUNT, Kind.GROWTH, Kind.RATIO, Kind.CHANGE})
_LONG_POINT = 70  # characters of a phrase that is no key point any more
_AGAIN = 1.5  # what the second message of a sub-topic loses, when key points are chosen
_MOST_FIGURES = 4  # of six key points, where there are honours and plans too


def pick_points(
    messages: Sequence[Message], topics: Mapping[int, str | None], speaker: Speaker, limit: int = 6
) -> list[Message]:
    """Return at most `limit` messages for the summary, most important first, the plan last.

    One after another the heaviest is taken, a sub-topic that has one already weighs less, so that
    a theme of two halves (生态, 人文) is told by both. At most four figures where there is an
    honour, and one plan or target at least. Figures of one list are one key point.
    """
    usable = [m for m in messages if _is_point(m, speaker)]
    usable, topics = join_lists(usable, topics, lambda m: _fits(m, speaker))
    done = [m for m in usable if not m.is_outlook]
    plans = sorted((m for m in usable if m.is_outlook), key=lambda m: (not m.has_target, -m.weight))
    figures = [m for m in done if m.has_figure]
    honours = [m for m in done if not m.has_figure and m.lead.kind is Kind.HONOUR]
    room = limit - len(plans[:1])
    least = min(len(honours), 1)
    chosen: list[Message] = []
    taken: dict[str | None, int] = {}

    def worth(message: Message) -> float:
        return message.weight - _AGAIN * taken.get(topics.get(id(message)), 0)

    while len(chosen) < room and (left := [m for m in done if m not in chosen]):
        told = [m for m in chosen if m in figures]
        honoured = [m for m in chosen if m in honours]
        if len(told) >= _MOST_FIGURES and len(honoured) < least:
            left = [m for m in left if m in honours]
        best = max(left, key=worth)
        chosen.append(best)
        topic = topics.get(id(best))
        taken[topic] = taken.get(topic, 0) + 1
    return [*sorted(chosen, key=lambda m: (not m.has_figure, -m.weight)), *plans[:1]]


def shortened(message: Message, speaker: Speaker) -> Message:
    """Return a message that is too long for a key point as its main figure with what is tied to it
    (地区生产总值, its growth and rank, without those of three sectors)."""
    lead = message.lead
    if message.is_course or lead.is_statement or _fits(message, speaker):
        return message
    grown = {r.to for r in lead.relations if r.type is RelationType.GROWTH_OF}
    lead = next((f for f in message.facts if f.id in grown), lead)  # 6.72万户 before its 11.8%
    kept = {lead.id, *(f.id for f in tails(lead, message.facts))}
    return replace(message, facts=tuple(f for f in message.facts if f.id in kept))


def _fits(message: Message, speaker: Speaker) -> bool:
    return len(plain_text(speaker.measuring.phrase(message, cite=False))) <= _LONG_POINT


def _is_point(message: Message, speaker: Speaker) -> bool:
    lead = message.lead
    if message.is_case or message.apart or lead.speaker or lead.level is Level.ENTITY:
        return False
    if any("source_slip" in f.flags for f in message.facts) or is_routine(lead):
        return False
    if leans_back(message.facts[0]):
        return False
    if not lead.is_statement and is_minor(lead):
        return False
    if all(has_bare_name(f) for f in message.facts):
        return False
    return message.series is not None or _fits(message, speaker)


# --- cards ----------------------------------------------------------------------------------------


def cards(
    messages: Sequence[Message], speaker: Speaker, lexicon: Lexicon, title: str, limit: int = 6
) -> Cards | None:
    """Return headline figures of the area itself, or None where there are fewer than two.

    A message's second figure weighs less than its first, and so does a measure that nobody knows
    by its name.
    """
    ranked: list[tuple[float, Message, Fact, str]] = []
    for message in messages:
        for turn, fact in enumerate(_card_facts(message)):
            name = message.series.indicator if message.series else short_name(fact)
            known = message.series is not None or lexicon.measure(name) is not None
            ranked.append(
                (message.weight - 2.0 * turn - (0 if known else 3.0), message, fact, name)
            )
    ranked.sort(key=lambda row: -row[0])
    chosen: dict[str, Card] = {}
    # 地区生产总值286.4亿元 and 经济总量由178.9亿元增加到286.4亿元
    said: set[tuple[object, ...]] = set()
    for _, message, fact, name in ranked:
        known_as = lexicon.indicator(name)
        figure_told = (known_as.name if known_as else name, fact.values, fact.unit, fact.period)
        if name not in chosen and figure_told not in said and len(chosen) < limit:
            chosen[name] = _card(message, fact, name, speaker)
            said.add(figure_told)
    shown = list(chosen.values())
    if len(shown) % 3 == 1 and len(shown) > 3:
        shown.pop()
    return Cards(title, tuple(shown)) if len(shown) > 1 else None


def _card_facts(message: Message) -> list[Fact]:
    """Return the figures of a message that may stand on a card, the one that says most first."""
    if message.series is not None:
        return [message.series.facts[-1]]
    if message.is_outlook or message.apart or message.lead.speaker:
        return []
    fit = [
        f
        for f in sorted(message.facts, key=lambda f: f.number_start or 0)
        if f.kind in _CARD_KINDS
        and f.level is Level.DISTRICT
        and len(short_name(f)) <= 22
        and not (
            is_unnamed(f)
            or is_minor(f)
            or has_bare_name(f)
            or leans_back(f)
            or (is_inner(f) and f is not message.lead)
            or "source_slip" in f.flags
        )
        and (re.search(r"\d", figure(f)) or f.kind is Kind.CHANGE)
    ]
    based = {r.to for f in message.facts for r in f.relations if r.type in TAILED}
    grown = {f.id for f in fit if any(r.to in {b.id for b in fit} for r in f.relations)}
    turns = (Kind.GROWTH, Kind.CHANGE)
    plain = [f for f in fit if not (f.kind in turns and f.id in grown)]
    return sorted(plain, key=lambda f: (f.kind is Kind.GROWTH, f.id not in based))


TAILED = frozenset({RelationType.GROWTH_OF, RelationType.RANK_OF})


def _card(message: Message, fact: Fact, name: str, speaker: Speaker) -> Card:
    value = card_value(fact, speaker)
    note: list[Run] = [Value(time_text(fact), (fact.id,)), Cite((fact.id,))]
    if message.series is not None and not message.is_compared_at_last:
        note += [Text("；"), *_change_note(message, speaker)]
    for other in tails(fact, message.facts):
        note += [Text("；"), Value(tail_of(other), (other.id,)), Cite((other.id,))]
    return Card(name, value, tuple(note))


def tails(fact: Fact, others: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the growth and the rank that the source ties to `fact`."""
    for other in others:
        if any(r.to == fact.id and r.type in TAILED for r in other.relations):
            yield other


def card_value(fact: Fact, speaker: Speaker) -> Runs:
    """Return the figure as a card or a table shows it: a growth with its direction, a change with
    its start."""
    shown = (Value(figure(fact), (fact.id,)),)
    if fact.kind is Kind.CHANGE and fact.start_value is not None:
        return speaker.say("from_to", first=(Value(start_figure(fact), (fact.id,)),), last=shown)
    if grows(fact) and fact.unit == "%":
        yearly = "年均" in fact.indicator or "年均" in fact.clause
        printed = figure(fact)
        ahead = next((word for word in EXPECTED if printed.startswith(word)), "")
        shown = (Value(printed.removeprefix(ahead), (fact.id,)),)
        grown = speaker.say("growth_value", yearly=yearly, falls=fact.values[0] < 0, figure=shown)
        return (Value(ahead, (fact.id,)), *grown) if ahead else grown  # 预计增长15%
    return shown


def _change_note(message: Message, speaker: Speaker) -> Runs:
    first, last = message.ends
    report = (Value(report_or_period(first), (first.id,)),)
    change = change_of((first, last)) if first.value != last.value else ()
    rises = last.value > first.value
    counted = is_counted(last)
    note = speaker.say("change_note", report=report, rises=rises, counted=counted, change=change)
    return (*note, Cite((first.id,)))


# --- progress -------------------------------------------------------------------------------------

_ORDER = "一二三四五六七八九十"
_LIGHT = 7.0  # a statement below this weight is told only where the sub-topic has little else
_FEW = 3
_LITTLE = 6  # messages of a sub-topic beside which a visit is news


def progress(
    topics: Mapping[str, Sequence[Message]],
    speaker: Speaker,
    limit: int = 5,
    room: int = 7,
) -> list[Block]:
    """Return headings and prose by sub-topic, at most `limit` of them and `room` messages each.

    What stands under an empty name comes last, under 其他进展, or has no heading where it is all.
    """
    blocks: list[Block] = []
    number = 0
    for topic, messages in topics.items():
        told = _worth_telling(messages)[:room]
        if not told or (topic and number == limit):
            continue
        if topic == "" and number:
            other = speaker.narrator.word("headings", "other")
            blocks.append(
                Heading(2, speaker.say("topic", mark=_ORDER[number], name=other, words=()))
            )
        if topic:
            blocks.append(Heading(2, _topic_heading(topic, told, speaker, numbered=number)))
            number += 1
        blocks.append(Paragraph(ParagraphRole.BODY, prose(told, speaker)))
    return blocks


def _worth_telling(messages: Sequence[Message]) -> list[Message]:
    """Return the messages that are progress: no attendance, no bare noun, nothing light beside
    what weighs more."""
    plain = [m for m in messages if not (is_routine(m.lead) or is_bare(m.lead))]
    if len(plain) <= _LITTLE:
        plain += [m for m in messages if m not in plain and is_visit(m.lead)]
    heavy = [m for m in plain if m.has_figure or m.weight >= _LIGHT]
    return heavy if len(heavy) >= _FEW else plain


def _topic_heading(topic: str, told: Sequence[Message], speaker: Speaker, numbered: int) -> Runs:
    words = next((h for m in told if m.has_figure and (h := _heading_figure(m, speaker))), ())
    if not words:
        honour = next((m for m in told if m.lead.kind is Kind.HONOUR), None)
        words = headline(honour, speaker) if honour else ()
    return speaker.say("topic", mark=_ORDER[numbered], name=topic, words=words)


def _heading_figure(message: Message, speaker: Speaker) -> Runs:
    """Return the message's headline, or its main figure alone where that is too long."""
    if (words := headline(message, speaker)) or message.is_course or message.contested:
        return words
    lead = message.lead
    doubtful = any("source_slip" in f.flags for f in message.facts) or leans_back(message.facts[0])
    known = lead.kind in _HEADING_KINDS or (lead.kind is Kind.GROWTH and states_period(lead))
    plain = known and not (is_minor(lead) or doubtful)
    if not plain or lead.level is not Level.DISTRICT or lead.speaker:
        return ()
    named: Runs = (Value(f"{short_name(lead)}{figure(lead)}", (lead.id,)),)
    if lead.kind is Kind.GROWTH:
        named = speaker.phrase(replace(message, facts=(lead,)), cite=False)
    elif states_period(lead):
        when = stated_text(lead)
        comma = len(lead.period or "") > len("2022-Q1") or when.startswith("截至")
        named = speaker.say(
            "dated", time=(Value(when, (lead.id,)),), phrase=named, to_the_day=comma
        )
    return named if len(plain_text(named)) <= _LONGEST_HEADING else ()


_LONGEST_HEADING = 30
_HEADING_KINDS = frozenset({Kind.LEVEL, Kind.SHARE, Kind.COUNT})


def headline(message: Message, speaker: Speaker, most: int = 24) -> Runs:
    """Return the message's main figure in at most `most` characters, or nothing at all."""
    if message.series is not None:
        fact = message.series.facts[-1]
        runs: Runs = (Value(f"{message.series.indicator}{figure(fact)}", (fact.id,)),)
    elif message.apart or any("source_slip" in f.flags for f in message.facts):
        return ()  # in doubt: no heading
    elif (
        (not message.lead.is_statement and is_minor(message.lead))
        or has_bare_name(message.lead)
        or leans_back(message.facts[0])
    ):
        return ()
    else:
        shown = plain_text(speaker.measuring.phrase(message, cite=False))
        return speaker.phrase(message, cite=False) if len(shown) <= most else ()
    return runs if len(plain_text(runs)) <= most else ()
