"""Messages as running text: who reported it is said once a group, a stated period stands alone.

Input: `Message`s and a `Speaker`. Output: `Runs`. It does not choose what is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.brief import Cite, Run, Runs, Text, Value, plain_text
from briefgen.compose.messages import Message
from briefgen.compose.sentences import Speaker, sentence
from briefgen.fact import Fact
from briefgen.telling import report_text, since_text, states_period

_MAX_PHRASES = 4  # in one sentence
_TIME = re.compile(r"(?:过去|未来|截至)?[\d年月日—第一二三四五六七八九季度上下半]+(?:以来|底)?")
_BEGINS_WITH_TIME = re.compile(
    r"(?:截至)?\d{4}年|[过未今近][去来后]?[一二三四五六七八九十几数\d]*年"
)
_PREPOSITION = re.compile("^[a-z]+ ")
_LEADS = ("lead", "lead_again", "lead_more")  # 据…报道，; 另据…报道，; …报道还提到，
_NEAR = 2  # characters between two clauses of one sentence of the source


def stands_alone(message: Message) -> bool:
    """Return whether the message's own time says when it was: no report need be named.

    A time that runs up to the report (2022年以来) or has two readings (过去五年) leans on it.
    """
    told = [f for f in message.facts if not f.is_statement] or [message.lead]
    return all(states_period(f) and since_text(f) is None for f in told)


def by_report(messages: Iterable[Message]) -> dict[str, list[Message]]:
    """Return messages under the report that tells them, newest report first, in order of place."""
    told: dict[str, list[Message]] = {}
    for message in messages:
        told.setdefault(report_text(message.facts[-1].published), []).append(message)
    newest = sorted(told, key=lambda r: told[r][0].facts[-1].published or "", reverse=True)
    return {report: sorted(told[report], key=_place) for report in newest}


def _place(message: Message) -> tuple[str, int]:
    return (message.facts[0].source, message.facts[0].start)


def prose(messages: Iterable[Message], speaker: Speaker, *, short: bool = False) -> Runs:
    """Return messages as running text, the heaviest message's group first.

    A measure that several reports tell is a sentence of its own; what states its own period stands
    alone; the rest is led in by its report, once.
    """
    found = list(messages)
    groups: list[tuple[str, list[Message]]] = [("", [m]) for m in found if m.is_course]
    rest = [m for m in found if not m.is_course]
    alone = by_report(m for m in rest if stands_alone(m)).values()
    groups += [("", _figures_first(told)) for told in alone]
    leaning = by_report(m for m in rest if not stands_alone(m)).items()
    groups += [(report, _figures_first(told)) for report, told in leaning]
    top = max(groups, key=lambda g: max(m.weight for m in g[1]), default=None)
    groups.sort(key=lambda g: (g is not top, not g[1][0].is_course, g[0] != "", -_newest(g[1])))
    runs: list[Run] = []
    led = 0
    for report, told in groups:
        lead: Runs = ()
        if report:
            words = (Value(report, (told[0].facts[-1].id,)),)
            lead = speaker.say(_LEADS[min(led, len(_LEADS) - 1)], report=words)
            led += 1
        said = speaker.brief_phrase if short else speaker.phrase
        runs += _group(told, said, lead)
    return tuple(runs)


def _figures_first(told: Sequence[Message]) -> list[Message]:
    """Return messages in order of place, those without figures that stand before the first figure,
    and not in one sentence with it, behind all others."""
    first = next((at for at, m in enumerate(told) if m.has_figure), 0)
    while first and _is_near(told[first - 1], told[first]):
        first -= 1
    return [*told[first:], *told[:first]]


def _newest(told: Sequence[Message]) -> int:
    """Return the month of the newest report as a number that only compares."""
    return max(
        int("".join(filter(str.isdigit, m.facts[-1].published or ""))[:6] or 0) for m in told
    )


def _group(told: Sequence[Message], said_by: Callable[[Message], Runs], lead: Runs) -> Runs:
    """Return a group's messages in sentences of four phrases at most.

    Under a report's lead, what has no time of its own is parted from what has one, after which it
    would be read into that time (2022年以来，…；建成投用…); the heaviest stands on the first side.
    """
    said = _distinct([(m, said_by(m)) for m in told])
    parts = [said]
    if lead:
        first = _is_timed(max(said, key=lambda pair: pair[0].weight)[1])
        alike = [pair for pair in said if _is_timed(pair[1]) == first]
        others = [pair for pair in said if _is_timed(pair[1]) != first]
        parts = [alike, others] if first else [[*alike, *others]]
    runs: list[Run] = []
    for part in (p[at : at + _MAX_PHRASES] for p in parts for at in range(0, len(p), _MAX_PHRASES)):
        near = [_is_near(one, other) for (one, _), (other, _) in pairwise(part)]
        runs += sentence(_same_time_once([phrase for _, phrase in part]), lead, near)
        lead = ()
    return tuple(runs)


def case_prose(messages: Sequence[Message], speaker: Speaker) -> Runs:
    """Return what is told of one body as running text, report by report, in order of time."""
    runs: list[Run] = []
    for report, told in reversed(by_report(messages).items()):
        lead: Runs = ()
        if not all(stands_alone(m) for m in told):
            lead = speaker.say("lead", report=(Value(report, (told[0].facts[-1].id,)),))
        runs += _group(told, speaker.phrase, lead)
    return tuple(runs)


_Said = tuple[Message, Runs]


def _is_timed(phrase: Runs) -> bool:
    """Return whether a phrase begins with a time, of ours or of the source's (过去五年，…)."""
    return _BEGINS_WITH_TIME.match(_PREPOSITION.sub("", plain_text(phrase))) is not None


def _parted_time(phrase: Runs) -> tuple[str, Runs]:
    """Return the time that a phrase begins with, or an empty text, and the runs after it.

    English words put a preposition before it (in 2022, …).
    """
    at = 1 if isinstance(phrase[0], Text) and _PREPOSITION.fullmatch(phrase[0].text) else 0
    time = phrase[at] if at < len(phrase) else phrase[0]
    if not isinstance(time, Value) or not _TIME.fullmatch(time.text):
        return "", phrase
    return time.text, phrase[at + 1 :]


_YEAR_OPENS = re.compile(r"(\d{4}年)(?:全年)?(?![\d末底初度])")


def _year_in_words(phrase: Runs) -> tuple[str, Runs]:
    """Return the year that a phrase's own words begin with (2023年完成造林5万亩), or an empty text,
    and the runs without it."""
    first = phrase[0]
    year = _YEAR_OPENS.match(first.text) if isinstance(first, Value) else None
    if year is None or not isinstance(first, Value) or len(first.text) < len(year.group()) + 2:
        return "", phrase
    return year.group(1), (replace(first, text=first.text[year.end() :]), *phrase[1:])


def _is_near(one: Message, other: Message) -> bool:
    """Return whether two messages are clauses of one sentence: a comma is enough between them."""
    before, after = one.facts[-1], other.facts[0]
    return before.source == after.source and 0 <= after.start - before.end < _NEAR


def _same_time_once(phrases: Sequence[Runs]) -> list[Runs]:
    """Return phrases of one sentence, a time that the one before began with not said again."""
    out: list[Runs] = []
    before = ""
    for phrase in phrases:
        time, rest = _parted_time(phrase)
        if not time:
            time, rest = _year_in_words(phrase)
        again = bool(time) and time == before and not plain_text(rest).startswith(("末", "底"))
        if again and isinstance(rest[0], Text):
            rest = (Text(rest[0].text.lstrip("，, ")), *rest[1:])
        out.append(rest if again else phrase)
        before = time
    return out


def _distinct(phrases: Iterable[_Said]) -> list[_Said]:
    seen: dict[str, _Said] = {}
    for message, phrase in phrases:
        words = "".join(r.text for r in phrase if not isinstance(r, Cite))
        seen.setdefault(words, (message, phrase))
    return list(seen.values())


def key_point(message: Message, speaker: Speaker) -> Runs:
    """Return the message as one sentence that also says when it was, or when it was reported."""
    phrase = speaker.brief_phrase(message)
    fact: Fact = message.facts[-1]
    reported = report_text(fact.published).removesuffix("报道")
    said = reported in plain_text(phrase)  # 2022年5月梳理问题118个，已办结73个
    if not (message.is_course or stands_alone(message) or said):
        report = (Value(report_text(fact.published), (fact.id,)),)
        phrase = speaker.say("reported", phrase=phrase, report=report)
    return sentence([phrase])
