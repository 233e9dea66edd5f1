"""Targets and plans: who set them, until when, and how far it still is where that can be said.

Input: messages about what is intended, the sources and all facts. Output: list entries, a setter
each. A plan is never told as if it were done, a setter or a horizon only where a source has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefgen.brief import Block, Cite, Paragraph, ParagraphRole, Runs, Value
from briefgen.compose.messages import Message
from briefgen.compose.sentences import Speaker, sentence
from briefgen.document import Source
from briefgen.fact import Fact, Kind
from briefgen.lexicon import Lexicon, Nature
from briefgen.telling import (
    COUNTED_UP,
    change_between,
    day_text,
    dense,
    figure,
    period_end,
    period_text,
    report_text,
    span_words,
    states_period,
    time_text,
)

_MEETING = re.compile(
    "召开(?P<held>[^，。；]{2,20}?(?:会议|大会|全会|推进会|座谈会))"
    "|(?P<body>[^，。；]{2,24}?)(?:召开|举行)(?P<kind>会议)"
    "|(?P<named>[^，。；]{2,24}?(?:代表大会|党代会|全会|大会|会议))(?:隆重|胜利|在\\w{1,8})?(?:召开|举行|开幕)"
)
# 会议强调，要…: what follows was said there, until somebody else speaks or the report goes on
_ORDERED = re.compile("(?:会议|大会|全会)(?:还|明确|同时)*(指出|强调|提出|要求|明确|部署)")
# 市委十四届八次全会提出，到2026年…: the plan's own sentence names who set it
_SAID_THERE = re.compile(
    "(?P<name>[^，。；“”]{2,24}?(?:全会|党代会|代表大会|规划|纲要|方案))(?P<verb>提出|明确|要求)[，,]?"
)
_SENTENCE = 120  # characters before a plan in which its own sentence begins
_OTHERWISE = re.compile("本报讯|据了解|负责人|记者|近日|下一步|接下来|今年以来|去年以来|表示|告诉")
_HORIZON = re.compile(
    "(?:未来|今后)[五三十两二35]+年|“?十[四五六]五”?(?:时期|期间|末)|到20[2-9]\\d年(?:底|末)?"
)
_PAST = re.compile("成就|成效|成绩|过去|回顾|数说")
_LINE = 20  # characters of a line that heads others


@dataclass(frozen=True, slots=True)
class Setting:
    """Who set a plan (the fact that tells of the meeting, its name, the verb), and until when."""

    meeting: Fact | None = None
    name: str = ""
    verb: str = ""
    horizon: str = ""


def setting_of(fact: Fact, facts: Sequence[Fact], raw: str) -> Setting:
    """Return who set the plan `fact` and until when, as far as its own article says so.

    `facts` are all facts of the run, `raw` is the text of the fact's source.
    """
    before = dense(raw[max(0, fact.start - _SENTENCE) : fact.start])
    said = _SAID_THERE.search(re.split("[。！？]", before)[-1])
    horizon = span_words(fact) or _heading_horizon(raw, fact.start)
    if states_period(fact) and fact.period:
        horizon = period_text(fact.period)
    if said:
        return Setting(None, said["name"], said["verb"], horizon)
    meetings = [
        f
        for f in facts
        if (f.source, f.article) == (fact.source, fact.article)
        and f.kind is Kind.MILESTONE
        and f.end <= fact.start
        and _MEETING.search(f.clause)
    ]
    if not meetings:
        return Setting(horizon=horizon)
    last = max(meetings, key=lambda f: f.start)
    ordered = list(_ORDERED.finditer(between := dense(raw[last.end : fact.start])))
    if not ordered or _OTHERWISE.search(between, ordered[0].start()):
        return Setting(horizon=horizon)
    return Setting(last, _meeting_name(last.clause), ordered[-1].group(1), horizon)


def _meeting_name(clause: str) -> str:
    """Return the meeting as its report calls it: 中共清河区第十三次代表大会, 区委常委会会议."""
    match = _MEETING.search(re.sub(r"^[\d年月日至—]+[，,]?", "", clause))
    if match is None:
        return ""
    return match["held"] or match["named"] or f"{match['body']}{match['kind']}"


def _heading_horizon(raw: str, at: int) -> str:
    """Return the horizon of the nearest short line above that names a time: 未来五年; "" for a past
    one or for none."""
    for line in reversed(raw[:at].splitlines()):
        words = dense(line)
        if not words or len(words) > _LINE or re.search("[，。；]", words):
            continue
        if _PAST.search(words):
            return ""
        if found := _HORIZON.match(words):
            return found.group() if words == found.group() or not words[-1].isalnum() else ""
    return ""


def outlook(
    messages: Sequence[Message],
    facts: Sequence[Fact],
    sources: Sequence[Source],
    lexicon: Lexicon,
    speaker: Speaker,
    limit: int = 6,
    each: int = 3,
) -> list[Block]:
    """Return targets and plans, a list entry for each setter and horizon, at most `limit` in all
    and `each` of one setter's."""
    raw = {s.name: s.raw for s in sources}
    entries: dict[tuple[object, ...], list[tuple[Message, Setting]]] = {}
    told = 0
    for message in messages:
        setting = setting_of(message.lead, facts, raw[message.lead.source])
        said = (setting.name, report_text(message.lead.published), setting.horizon)
        entry = entries.setdefault(said, [])
        whole = sum(len(e) for key, e in entries.items() if key[:2] == said[:2])
        if whole < each and told < limit:
            entry.append((message, setting))
            told += 1
    items: dict[tuple[object, ...], Runs] = {}
    for (*setter, _), entry in sorted(entries.items(), key=lambda e: not e[0][2]):
        if entry:
            phrases = [
                (*said_once(m, s, speaker), *distance(m, facts, lexicon, speaker)) for m, s in entry
            ]
            before = items.get(tuple(setter), ())
            lead = lead_of(entry[0][0].lead, entry[0][1], speaker, again=bool(before))
            items[tuple(setter)] = (*before, *sentence(phrases, lead))
    return [Paragraph(ParagraphRole.ITEM, runs) for runs in items.values()]


def said_once(message: Message, setting: Setting, speaker: Speaker) -> Runs:
    """Return a plan's phrase without the horizon that the words before it have said
    (2025年的目标任务包括：2025年将…)."""
    runs = speaker.phrase(message, timed=False)
    first = runs[0]
    if not setting.horizon or not isinstance(first, Value):
        return runs
    time = f"^(力争|确保|计划)?(?:到|在)?{re.escape(setting.horizon)}(?:全年)?[，,]?(?:将要?|要)?"
    words = re.sub(time, r"\1", first.text)
    return (replace(first, text=words), *runs[1:]) if words else runs


def lead_of(fact: Fact, setting: Setting, speaker: Speaker, *, again: bool = False) -> Runs:
    """Return the words before a plan: who set it or which report tells it, and its horizon.

    `again` where the same setter or report has just been named.
    """
    horizon: Runs = (Value(setting.horizon, (fact.id,)),) if setting.horizon else ()
    if again:
        return speaker.say("outlook_again", horizon=horizon)
    if setting.name:
        meeting = setting.meeting or fact
        day = meeting.period if setting.meeting and states_period(meeting) else ""
        day = (day or "")[:7] if "/" in (day or "") else day or ""
        time: Runs = (Value(day_text(day), (meeting.id,)),) if day else ()
        return speaker.say(
            "outlook_set",
            time=time,
            setter=(Value(setting.name, (meeting.id,)),),
            verb=setting.verb,
            horizon=horizon,
        )
    report = (Value(report_text(fact.published), (fact.id,)),)
    return speaker.say("outlook", report=report, horizon=horizon)


_BOUNDS = frozenset(
    {"突破", "超过", "以上", "达到", "达", "不低于", "不少于", "超", "力争", "确保"}
)
_LOWER = frozenset({"突破", "超过", "以上", "不低于", "不少于", "超"})
_PLAIN = frozenset({"达", "达到"})
# counted anew every year
_ANEW = re.compile("新增|净增|新建|新开工|引进|签约|合同|改造|建成|完成|发放|培训")
_ACTUAL = frozenset({Kind.LEVEL, Kind.COUNT, Kind.SHARE})


def distance(message: Message, facts: Sequence[Fact], lexicon: Lexicon, speaker: Speaker) -> Runs:
    """Return how far a target still is, where it and an exact figure are comparable (claims 13).

    Nothing where the figure is only expected, a bound, or in doubt, and nothing for a multiple
    whose base nobody gives (翻番, claims 12).
    """
    target = message.lead
    if _ANEW.search(target.indicator):
        return ()  # 签约400亿元 in 2024: the 365亿元 of 2023 are no way towards it
    plain = target.kind is Kind.TARGET and len(target.values) == 1 and target.unit != "倍"
    if not plain or not set(target.qualifiers) <= _BOUNDS:
        return ()
    actual = [
        f
        for f in facts
        if f.kind in _ACTUAL
        and (f.scope, f.unit, f.level) == (target.scope, target.unit, target.level)
        and lexicon.same_measure(f.indicator, target.indicator)
        and len(f.values) == 1
        and set(f.qualifiers) <= _PLAIN
        and not ({*f.flags} - {COUNTED_UP} or f.low is not None or f.high is not None)
        and _is_whole(f, lexicon)
    ]
    newest = max(actual, key=lambda f: (f.published or "", f.period or ""), default=None)
    change = change_between(newest, target) if newest else None
    if newest is None or change is None or not change.rises:
        return ()
    report = (Value(time_text(newest), (newest.id,)),)
    lacks = (Value(change.size, (newest.id, target.id), change.formula),)
    least = bool(_LOWER & set(target.qualifiers))
    value = (Value(figure(newest), (newest.id,)),)
    far = speaker.say("distance", report=report, value=value, least=least, change=lacks)
    return (*far, Cite((newest.id,)))


def _is_whole(fact: Fact, lexicon: Lexicon) -> bool:
    """Return whether a figure is a stock, or an amount of a whole year: nine months of a flow are
    not to be measured by a yearly target."""
    known = lexicon.indicator(fact.indicator)
    if known is not None and known.nature is Nature.FLOW:
        return states_period(fact) and len(fact.period or "") == len("2024")
    return known is not None


def is_expired(message: Message, as_of: date) -> bool:
    """Return whether every plan of the message had to be done before `as_of`."""
    return message.is_outlook and all(
        states_period(f) and period_end(f.period or "") < as_of and _looks_ahead(f)
        for f in message.facts
    )


def _looks_ahead(fact: Fact) -> bool:
    """Return whether the fact's time ends no sooner than its report came out: a month before it
    (今年5月被提名) is no time by which something had to be done."""
    end = period_end(fact.period or "").isoformat()
    published = fact.published or ""
    return len(fact.period or "") == len("2024") or end[: len(published)] >= published
