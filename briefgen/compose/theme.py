"""One theme's brief, and the overview of all, out of facts, series, conflicts and charts.

Input: `Material`, the same for every theme of a run. Output: a `Brief`. It draws nothing, formats
nothing and looks at no clock: the day from which the brief looks is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefgen.brief import (
    Block,
    Brief,
    Chart,
    ChartSpec,
    Cite,
    Heading,
    KeyPoints,
    Masthead,
    Paragraph,
    ParagraphRole,
    Run,
    Runs,
    Text,
    Value,
    plain_text,
)
from briefgen.compose import annex
from briefgen.compose import blocks as make
from briefgen.compose.citations import cite
from briefgen.compose.messages import Message, gather_messages
from briefgen.compose.narrator import Narrator
from briefgen.compose.sentences import Speaker, change_of, sentence
from briefgen.compose.wording import short_name
from briefgen.document import Area, Source
from briefgen.fact import Conflict, Fact, Kind, Level, Series
from briefgen.lexicon import Lexicon
from briefgen.telling import day_text, figure, period_text, report_text, since_text, states_period

_TITLE_ROOM = 40
_FIRMS = ("家", "户")  # what firms are counted in
_TELLING_WEIGHT = 3  # a keyword of this weight names its theme


@dataclass(frozen=True, slots=True)
class Material:
    """All that a run knows; `themes` are in the project's order."""

    area: Area
    as_of: date
    masthead: Masthead
    themes: tuple[str, ...]
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    series: tuple[Series, ...]
    conflicts: tuple[Conflict, ...]
    narrator: Narrator
    lexicon: Lexicon

    def of_theme(self, theme: str) -> tuple[Fact, ...]:
        """Return the facts that belong to `theme`, in order of source and place.

        A fact that has it as its second theme only where the lexicon gives its measure to the
        theme, or else its own words name the theme: a count of firms is no figure of the private
        economy because firms are counted (claims 10).
        """
        words = [
            k.text
            for t in self.lexicon.themes
            if t.name == theme
            for k in t.keywords
            if k.weight >= _TELLING_WEIGHT
        ]

        def tells(fact: Fact) -> bool:
            if fact.is_statement:
                return False  # told once, under its own theme
            if fact.kind is Kind.COUNT and fact.unit in _FIRMS:
                return any(word in fact.indicator for word in words)
            known = self.lexicon.indicator(short_name(fact))
            if known is not None and known.themes:
                return theme in known.themes[:2] and known.themes[0] in fact.themes
            return any(word in fact.clause + fact.indicator for word in words)

        return tuple(
            f
            for f in self.facts
            if f.themes[:1] == (theme,) or (theme in f.themes[:2] and tells(f))
        )

    def contests(self, message: Message) -> bool:
        """Return whether reports word what the message tells differently, or print it with a slip:
        it is told with its doubt then, and is no key point."""
        ids = {f.id for f in message.facts}
        slips = {f.meant or f.indicator for f in self.facts if "source_slip" in f.flags}
        if message.lead.indicator in slips:
            return True
        return any(ids & {f.id for f in c.facts} for c in self.conflicts)

    def current(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Return `facts` less the older values of a series that `facts` do not hold whole: an old
        value is never told without the newer."""
        own = {f.id for f in facts}
        old = {
            f.id
            for s in self.series
            if not all(member.id in own for member in s.facts)
            for f in s.facts[:-1]
        }
        return tuple(f for f in facts if f.id not in old)


def compose_theme(theme: str, material: Material, charts: Sequence[ChartSpec]) -> Brief:
    """Return the brief of one theme: as long as its facts need, and no longer."""
    facts = material.current(material.of_theme(theme))
    speaker = _speaker(material)
    messages = gather_messages(facts, _within(material.series, facts), theme, material.lexicon)
    expired = [m for m in messages if make.is_expired(m, material.as_of)]
    live = [m for m in messages if m not in expired]
    done = [m for m in live if not m.is_outlook]
    words = material.narrator.word
    body: list[Block] = []
    sure = [m for m in live if not material.contests(m)]
    points = make.pick_points(sure)
    body += _summary(points, sure, speaker)
    drawn = _charts(charts, facts, speaker)
    body += drawn[:1]
    cases = make.find_cases([m for m in live if m.lead.speaker is None])
    apart = {id(m) for told in cases.values() for m in told}
    common = [m for m in done if not m.is_case and id(m) not in apart and m.lead.speaker is None]
    topics = {t.name for own in material.lexicon.themes if own.name == theme for t in own.topics}
    body += _section(words("headings", "progress"), make.progress(common, speaker, topics))
    body += drawn[1:]  # the first chart stands on the first page, the others with the text
    body += _section(words("headings", "cases"), make.case_items(cases, speaker))
    plans = make.outlook(_plans(live), speaker)
    body += _section(words("headings", "outlook"), plans)
    bodies = {m.lead.scope for told in cases.values() for m in told}
    listed = [f for f in facts if f.level is not Level.ENTITY or f.scope in bodies]
    body += _figures(theme, listed, material)
    body += _section(words("headings", "doubts"), _doubts(facts, expired, material, speaker))
    absent = _absent(facts, live, material, speaker)
    body += _section(words("headings", "absent"), absent)
    return _finished(theme, _title(theme, points, speaker), body, material)


def compose_overview(theme: str, material: Material, charts: Sequence[ChartSpec]) -> Brief:
    """Return the overview: each theme's best figure and a paragraph; every fact once."""
    speaker = _speaker(material)
    words = material.narrator.word
    used: set[str] = set()
    best: list[Message] = []
    aims: list[Message] = []
    paragraphs: list[Block] = []
    for name in material.themes:
        first = [f for f in material.facts if f.themes[:1] == (name,) and f.id not in used]
        own = material.current(first)
        messages = gather_messages(own, _within(material.series, own), name, material.lexicon)
        messages = tuple(m for m in messages if not m.is_case and m.lead.speaker is None)
        aims += [m for m in messages if m.is_outlook and m.has_target]
        told = [m for m in messages if not (m.is_outlook or material.contests(m))][:3]
        if not told:
            continue
        used |= {f.id for m in told for f in m.facts}
        best += [m for m in told if m.has_figure][:2]
        head = next((h for m in told if m.has_figure and (h := make.headline(m, speaker))), ())
        heading: Runs = (Text(name), Text("："), *head) if head else (Text(name),)
        paragraphs.append(Heading(2, heading))
        paragraphs.append(Paragraph(ParagraphRole.BODY, make.prose(told, speaker)))
    points = sorted(best, key=lambda m: -m.weight)
    leading = list({m.lead.themes[0]: m for m in reversed(points)}.values())[::-1][:6]
    body: list[Block] = []
    body += _summary(leading, points, speaker)
    body += _charts(charts[:1], material.facts, speaker)
    body += _section(words("headings", "progress"), paragraphs)
    body += _section(words("headings", "outlook"), make.outlook(aims, speaker))
    leads = {m.lead.id for m in points}
    shown = [f for f in material.facts if f.id in leads]
    body += _figures(theme, shown, material)
    body += _section(words("headings", "doubts"), _doubts(shown, (), material, speaker))
    return _finished(theme, _title(theme, leading, speaker), body, material)


def _summary(points: Sequence[Message], carded: Sequence[Message], speaker: Speaker) -> list[Block]:
    """Return the key points and the cards, each where there is something to say."""
    words = speaker.narrator.word
    said = tuple(make.key_point(m, speaker) for m in points)
    box = [KeyPoints(words("headings", "points"), said)] if said else []
    headline = make.cards(carded, speaker, words("headings", "cards"))
    return [*box, *([headline] if headline else [])]


# --- parts ----------------------------------------------------------------------------------------


def _speaker(material: Material) -> Speaker:
    return Speaker(material.narrator, {material.area.place, *material.area.aliases})


def _within(series: Sequence[Series], facts: Sequence[Fact]) -> list[Series]:
    own = {f.id for f in facts}
    return [s for s in series if all(f.id in own for f in s.facts)]


def _section(title: str, content: Sequence[Block]) -> list[Block]:
    return [Heading(1, (Text(title),)), *content] if content else []


def _plans(messages: Sequence[Message]) -> list[Message]:
    """Return targets before plans, each in order of weight; nobody's wish in quoted words."""
    plans = [m for m in messages if m.is_outlook and not m.is_case and m.lead.speaker is None]
    return sorted(plans, key=lambda m: (not m.has_target, -m.weight))


def _charts(charts: Sequence[ChartSpec], facts: Sequence[Fact], speaker: Speaker) -> list[Block]:
    known = {f.id: f for f in facts}
    out: list[Block] = []
    for number, spec in enumerate(charts, 1):
        shown = [known[i] for i in spec.fact_ids if i in known]
        reports = dict.fromkeys(report_text(f.published) for f in shown)
        told = (Value("、".join(reports), tuple(f.id for f in shown)),)
        source = (*speaker.say("chart_source", reports=told), Cite(tuple(f.id for f in shown)))
        spec = replace(spec, source=plain_text(told))
        out.append(Chart(number, spec, source))
    return out


def _figures(theme: str, facts: Sequence[Fact], material: Material) -> list[Block]:
    summary = plain_text(material.narrator.say("table_summary", theme=theme))
    table = annex.table(facts, _speaker(material), theme, summary)
    return _section(material.narrator.word("headings", "table"), [table] if table else [])


def _doubts(
    facts: Sequence[Fact], expired: Sequence[Message], material: Material, speaker: Speaker
) -> list[Block]:
    own = {f.id for f in facts}
    conflicts = [c for c in material.conflicts if all(f.id in own for f in c.facts)]
    aliases = {s.indicator: s.aliases for s in _within(material.series, facts) if s.aliases}
    items = annex.doubts(facts, conflicts, expired, aliases, speaker)
    undated = [f for f in facts if not f.is_statement and not states_period(f) and f.published]
    figures = [f for f in facts if not f.is_statement]
    if len(undated) > len(figures) / 2:
        ids = tuple(dict.fromkeys(f.id for f in undated))
        reports = "、".join(sorted({report_text(f.published) for f in undated}))
        runs = speaker.say("doubt_period", reports=(Value(reports, ids),))
        items.append(Paragraph(ParagraphRole.ITEM, (*runs, Text("。"))))
    return items


def _absent(
    facts: Sequence[Fact], live: Sequence[Message], material: Material, speaker: Speaker
) -> list[Block]:
    """Return what a reader would look for and no report gives (claims 16)."""
    told: list[Runs] = []
    if not any(f.kind is Kind.TARGET and f.level is Level.DISTRICT for f in facts):
        told.append(speaker.say("no_target"))
    single = [
        m.lead.indicator
        for m in live
        if m.series is None
        and m.has_figure
        and m.lead.level is Level.DISTRICT
        and m.lead.kind in (Kind.SHARE, Kind.LEVEL)
        and material.lexicon.indicator(short_name(m.lead))
        and not any(f.kind in (Kind.GROWTH, Kind.CHANGE) for f in m.facts)
    ][:3]
    if single:
        told.append(speaker.say("no_earlier", names="、".join(dict.fromkeys(single))))
    return [Paragraph(ParagraphRole.ITEM, sentence(told))] if told else []


def _title(theme: str, points: Sequence[Message], speaker: Speaker) -> str:
    """Return a title that says the theme's two main figures, or plainly names the theme."""
    parts: list[str] = []
    for message in points:
        if not message.has_figure or message.is_outlook:
            continue
        words = _short(message, speaker, 20)
        if words and len("，".join([*parts, words])) <= _TITLE_ROOM and len(parts) < 2:
            parts.append(words)
    return "，".join(parts) or plain_text(speaker.say("plain_title", theme=theme))


def _short(message: Message, speaker: Speaker, most: int) -> str:
    if message.series is not None and message.series.unit == "%":
        first, last = message.series.facts[0], message.series.facts[-1]
        if first.value != last.value:
            words = plain_text(
                speaker.say(
                    "rise_title",
                    name=message.series.indicator,
                    rises=last.value > first.value,
                    change=change_of(message.series),
                )
            )
            return words if len(words) <= most + 8 else ""
    words = plain_text(make.headline(message, speaker, most))
    lead = message.lead
    when = ""
    if states_period(lead):
        when = since_text(lead) or period_text(lead.period or "")
    named = f"{when}{short_name(lead)}{figure(lead)}"
    plain = message.lead.kind in (Kind.LEVEL, Kind.SHARE, Kind.COUNT) and len(named) <= most
    return words or (named if plain and "source_slip" not in message.lead.flags else "")


def _finished(theme: str, title: str, body: Sequence[Block], material: Material) -> Brief:
    facts = {f.id: f for f in material.facts}
    marked, listing = cite(body, facts, material.sources, material.narrator)
    cited = {e.title for e in listing.entries}
    sources = [s for s in material.sources if (s.title or s.name) in cited]
    words = material.narrator.word("headings", "sources")
    end = _section(words, [listing]) if listing.entries else []
    subject = material.narrator.say("subject", theme=theme, place=material.area.place)
    return Brief(
        theme=theme,
        language="zh",
        title=title,
        masthead=material.masthead,
        coverage=_coverage(sources, material.narrator),
        blocks=(*marked, *end),
        subject=plain_text(subject),
        keywords=(material.area.place, theme),
    )


def _coverage(sources: Sequence[Source], narrator: Narrator) -> Runs:
    dates = sorted({s.published for s in sources if s.published})
    if not dates:
        return ()
    names = tuple(s.name for s in sources)

    def told(text: str) -> tuple[Run, ...]:
        return (Value(text, names),)

    last = told(day_text(dates[-1][:7])) if dates[-1][:7] != dates[0][:7] else ()
    return narrator.say(
        "coverage", first=told(day_text(dates[0][:7])), last=last, count=told(str(len(sources)))
    )
