"""The sections of a brief: messages put into key points, cards, progress, table and doubts.

Input: `Message`s in order of weight and a `Speaker`. Output: blocks whose `Cite`s still hold fact
ids. The order of sections is decided in `theme` and `overview`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

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
from briefgen.compose.messages import Message, is_minor, is_unnamed
from briefgen.compose.sentences import Speaker, change_of, sentence
from briefgen.compose.wording import clause_text, short_name
from briefgen.fact import Fact, Kind, Level, RelationType
from briefgen.telling import figure, period_end, report_text, states_period, time_text

_CARD_KINDS = frozenset({Kind.SHARE, Kind.LEVEL, Kind.COUNT, Kind.GROWTH, Kind.RATIO, Kind.CHANGE})
_MAX_PHRASES = 4  # in one sentence
_TIME = re.compile(r"[\d年月日—第一二三四季度上下半]+(?:以来)?")


def by_report(messages: Iterable[Message]) -> dict[str, list[Message]]:
    """Return messages under the report that tells them, newest report first, in order of place."""
    told: dict[str, list[Message]] = {}
    for message in messages:
        told.setdefault(report_text(message.facts[-1].published), []).append(message)
    newest = sorted(told, key=lambda r: told[r][0].facts[-1].published or "", reverse=True)
    return {
        report: sorted(told[report], key=lambda m: (m.facts[-1].source, m.facts[-1].start))
        for report in newest
    }


def prose(messages: Iterable[Message], speaker: Speaker) -> Runs:
    """Return messages as running text: each report led in once, at most four phrases a sentence."""
    runs: list[Run] = []
    found = list(messages)
    series = [m for m in found if m.series is not None]
    if series:
        runs += sentence([speaker.phrase(m) for m in series])
    for report, told in by_report(m for m in found if m.series is None).items():
        ids = (told[0].facts[-1].id,)
        lead = speaker.say("lead", report=(Value(report, ids),))
        phrases = _distinct(speaker.phrase(m) for m in told)
        for at in range(0, len(phrases), _MAX_PHRASES):
            told_once = _same_time_once(phrases[at : at + _MAX_PHRASES])
            runs += sentence(told_once, lead if at == 0 else ())
    return tuple(runs)


def _same_time_once(phrases: Sequence[Runs]) -> list[Runs]:
    """Return phrases of one sentence, a time that the one before began with not said again."""
    out: list[Runs] = []
    before = ""
    for phrase in phrases:
        time = (
            phrase[0].text
            if isinstance(phrase[0], Value) and _TIME.fullmatch(phrase[0].text)
            else ""
        )
        again = bool(time) and time == before and len(phrase) > 1
        rest = phrase[1:]
        if again and isinstance(rest[0], Text):
            rest = (Text(rest[0].text.lstrip("，")), *rest[1:])
        out.append(rest if again else phrase)
        before = time
    return out


def _distinct(phrases: Iterable[Runs]) -> list[Runs]:
    seen: dict[str, Runs] = {}
    for phrase in phrases:
        words = "".join(r.text for r in phrase if not isinstance(r, Cite))
        seen.setdefault(words, phrase)
    return list(seen.values())


def key_point(message: Message, speaker: Speaker) -> Runs:
    """Return the message as one sentence that also says when it was reported."""
    if message.series is not None:
        return sentence([speaker.phrase(message)])
    fact = message.facts[-1]
    report = (Value(report_text(fact.published), (fact.id,)),)
    lead = speaker.say("outlook" if message.is_outlook else "lead", report=report)
    return sentence([speaker.phrase(message)], lead)


def pick_points(messages: Sequence[Message], limit: int = 6) -> list[Message]:
    """Return at most `limit` messages for the summary: figures first, then honours, then a plan."""
    usable = [
        m
        for m in messages
        if not m.is_case
        and m.lead.speaker is None
        and "source_slip" not in m.lead.flags
        and (m.lead.is_statement or not is_minor(m.lead))
    ]
    done = [m for m in usable if not m.is_outlook]
    figures = [m for m in done if m.has_figure]
    honours = [m for m in done if not m.has_figure and m.lead.kind is Kind.HONOUR]
    others = [m for m in done if not m.has_figure and m.lead.kind is not Kind.HONOUR]
    plans = sorted((m for m in usable if m.is_outlook), key=lambda m: (not m.has_target, -m.weight))
    chosen = figures[: limit - 2] + honours[:1] + plans[:1]
    spare = figures[limit - 2 :] + honours[1:2] + others
    chosen += spare[: limit - len(chosen)]
    return sorted(chosen[:limit], key=lambda m: (m.is_outlook, not m.has_figure, -m.weight))


def cards(
    messages: Sequence[Message], speaker: Speaker, title: str, limit: int = 6
) -> Cards | None:
    """Return headline figures of the area itself, or None where there are fewer than two."""
    chosen: list[Card] = []
    names: set[str] = set()
    for message in messages:
        fact = _card_fact(message)
        if fact is None or len(chosen) == limit or is_minor(fact):
            continue
        name = message.series.indicator if message.series else short_name(fact)
        if name in names:
            continue
        names.add(name)
        chosen.append(_card(message, fact, name, speaker))
    if len(chosen) % 3 == 1 and len(chosen) > 3:
        chosen.pop()
    return Cards(title, tuple(chosen)) if len(chosen) > 1 else None


def _card_fact(message: Message) -> Fact | None:
    if message.series is not None:
        return message.series.facts[-1]
    fit = [
        f
        for f in sorted(message.facts, key=lambda f: f.number_start or 0)
        if f.kind in _CARD_KINDS
        and f.level is Level.DISTRICT
        and len(short_name(f)) <= 22
        and not is_unnamed(f)
        and (re.search(r"\d", figure(f)) or f.kind is Kind.CHANGE)
    ]
    first = next((f for f in fit if f.kind is not Kind.GROWTH), None) or (fit[0] if fit else None)
    return None if first is None or "source_slip" in first.flags else first


def _card(message: Message, fact: Fact, name: str, speaker: Speaker) -> Card:
    value = card_value(fact, speaker)
    note: list[Run] = [Value(time_text(fact), (fact.id,)), Cite((fact.id,))]
    if message.series is not None:
        note += [Text("；"), *_change_note(message, speaker)]
    for other in message.facts:
        ties = {r.type for r in other.relations if r.to == fact.id}
        if RelationType.GROWTH_OF in ties or RelationType.RANK_OF in ties:
            note += [Text("；"), Value(_tail(other), (other.id,)), Cite((other.id,))]
    return Card(name, value, tuple(note))


def card_value(fact: Fact, speaker: Speaker) -> Runs:
    """Return the figure as a card or a table shows it: a growth with its direction, a change with
    its start."""
    shown = (Value(figure(fact), (fact.id,)),)
    if fact.kind is Kind.CHANGE and fact.start_value is not None:
        start = f"{fact.start_value.value:f}{fact.unit if fact.unit == '%' else ''}"
        return speaker.say("from_to", first=(Value(start, (fact.id,)),), last=shown)
    if fact.kind is Kind.GROWTH and fact.unit == "%":
        yearly = "年均" in fact.indicator or "年均" in fact.clause
        return speaker.say("growth_value", yearly=yearly, falls=fact.values[0] < 0, figure=shown)
    return shown


def _tail(fact: Fact) -> str:
    """Return what a growth or a rank adds to its base: 同比增长39%, 居全市第一."""
    if fact.kind is Kind.RANK:
        place = fact.clause.rsplit("，", 1)[-1]
        for verb in ("位居", "位列", "保持", "居", "列", "排名"):
            if verb in place:
                return place[place.rindex(verb) :]
        return figure(fact)
    clause = clause_text(fact)
    return clause.rsplit("，", 1)[-1]


def _change_note(message: Message, speaker: Speaker) -> Runs:
    assert message.series is not None
    first, last = message.series.facts[0], message.series.facts[-1]
    report = (Value(report_text(first.published), (first.id,)),)
    change = change_of(message.series) if first.value != last.value else ()
    rises = last.value > first.value
    note = speaker.say("change_note", report=report, rises=rises, change=change)
    return (*note, Cite((first.id,)))


# --- progress -----------------------------------------------------------------------------------


def progress(
    messages: Sequence[Message],
    speaker: Speaker,
    own: Collection[str],
    limit: int = 5,
    room: int = 8,
) -> list[Block]:
    """Return headings and prose by sub-topic, the heaviest first; at most `limit` sub-topics.

    A message stands under its sub-topic where that is one of the theme's `own`, else under others.
    """
    other = speaker.narrator.word("headings", "other")
    topics: dict[str, list[Message]] = {}
    for message in messages:
        topic = message.lead.topic
        topics.setdefault(topic if topic in own and topic else other, []).append(message)
    for topic in [t for t in topics if len(topics[t]) == 1 and not topics[t][0].has_figure]:
        topics.setdefault(other, []).extend(topics.pop(topic) if topic != other else ())
    ranked = sorted(topics, key=lambda t: (t == other, -_mass(topics[t])))
    kept, rest = ranked[:limit], ranked[limit:]
    if rest:
        left = [m for t in rest for m in topics[t]]
        topics[other] = sorted(topics.get(other, []) + left, key=lambda m: -m.weight)
        kept = [*[t for t in kept if t != other][: limit - 1], other]
    blocks: list[Block] = []
    for topic in kept:
        told = topics[topic][:room]
        headed = () if topic == other else told
        blocks.append(Heading(2, _topic_heading(topic, headed, speaker, numbered=len(blocks) // 2)))
        blocks.append(Paragraph(ParagraphRole.BODY, prose(told, speaker)))
    return blocks


def _mass(messages: Sequence[Message]) -> float:
    return sum(m.weight for m in messages[:3])


_ORDER = "一二三四五六七八九十"


def _topic_heading(topic: str, told: Sequence[Message], speaker: Speaker, numbered: int) -> Runs:
    best = next((m for m in told if m.has_figure), None)
    words = headline(best, speaker) if best else ()
    return speaker.say("topic", mark=_ORDER[numbered], name=topic, words=words)


def headline(message: Message, speaker: Speaker, most: int = 22) -> Runs:
    """Return the message's main figure in at most `most` characters, or nothing at all."""
    if message.series is not None:
        fact = message.series.facts[-1]
        runs: Runs = (Value(f"{message.series.indicator}{figure(fact)}", (fact.id,)),)
    else:
        fact = message.lead
        runs = tuple(r for r in speaker.phrase(message, cite=False))
    return runs if len(plain_text(runs)) <= most else ()


# --- cases, outlook, table, doubts ----------------------------------------------------------------


_GUEST = re.compile("商会|协会|代表团|考察团")  # a visitor is no case
_TELLING = frozenset(
    {Kind.DURATION, Kind.LEVEL, Kind.GROWTH, Kind.SHARE, Kind.TARGET, Kind.CHANGE, Kind.RANK}
)


def find_cases(messages: Sequence[Message]) -> dict[str, list[Message]]:
    """Return what is told of the firms, villages and schools worth a case, the weightiest first.

    Worth one is a body with a figure that is more than a count, or with two messages at least.
    """
    bodies: dict[str, list[Message]] = {}
    for message in messages:
        if message.lead.level is Level.ENTITY and not _GUEST.search(message.lead.scope):
            core = _core_name(message.lead.scope)
            same = next((b for b in bodies if core in b or _core_name(b) in message.lead.scope), "")
            bodies.setdefault(same or message.lead.scope, []).append(message)
    return {
        max((m.lead.scope for m in told), key=len): told
        for told in bodies.values()
        if any(m.is_case for m in told) and (_tells(told) or _adds_up(told))
    }


def _tells(told: Sequence[Message]) -> bool:
    """Return whether a figure of the body is more than a count or a span of time."""
    return any(f.kind in _TELLING for m in told if m.is_case for f in m.facts)


def _adds_up(told: Sequence[Message]) -> bool:
    """Return whether the body did something that is told with its figures (48天, 195户500人)."""
    figures = [f for m in told if m.is_case for f in m.facts if not f.is_statement]
    return len(figures) > 1 and any(f.is_statement for m in told for f in m.facts)


def _core_name(body: str) -> str:
    """Return a body's name without its legal form, as a later sentence calls it."""
    return re.sub(r"（.*?）|\(.*?\)|(?:有限责任|股份有限|有限)?公司$|集团$", "", body)[-6:]


def case_items(
    cases: Mapping[str, Sequence[Message]], speaker: Speaker, limit: int = 3
) -> list[Block]:
    """Return one list entry a body: its name, then what is told of it."""
    blocks: list[Block] = []
    for body, told in list(cases.items())[:limit]:
        runs = (Text(f"{body}。", strong=True), *prose(told[:4], speaker.about(body)))
        blocks.append(Paragraph(ParagraphRole.ITEM, runs))
    return blocks


def outlook(messages: Sequence[Message], speaker: Speaker, limit: int = 6) -> list[Block]:
    """Return targets and plans, report by report: what is intended, never as if it were done."""
    blocks: list[Block] = []
    for report, told in by_report(messages[:limit]).items():
        lead = speaker.say("outlook", report=(Value(report, (told[0].facts[-1].id,)),))
        phrases = _distinct(speaker.phrase(m) for m in told)
        blocks.append(Paragraph(ParagraphRole.ITEM, sentence(phrases, lead)))
    return blocks


def is_expired(message: Message, as_of: date) -> bool:
    """Return whether every plan of the message had to be done before `as_of`."""
    return message.is_outlook and all(
        states_period(f) and period_end(f.period or "") < as_of for f in message.facts
    )
