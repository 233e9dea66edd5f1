"""What every brief has around its text: title, summary, charts, annex, sources.

Input: chosen messages and `Material`. Output: blocks, and the finished `Brief` with its references.
It chooses no message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.brief import (
    COUNTED,
    Block,
    Brief,
    Chart,
    Cite,
    Heading,
    KeyPoints,
    Paragraph,
    ParagraphRole,
    Run,
    Runs,
    Text,
    Value,
    plain_text,
)
from briefgen.chart import ChartSpec
from briefgen.compose import annex
from briefgen.compose import blocks as make
from briefgen.compose.cautions import cautions
from briefgen.compose.chart_tables import with_chart_tables
from briefgen.compose.citations import cite
from briefgen.compose.material import Material
from briefgen.compose.messages import Message
from briefgen.compose.narrator import Narrator
from briefgen.compose.outcomes import outcome
from briefgen.compose.outlook import lead_of, said_once, setting_of
from briefgen.compose.prose import key_point
from briefgen.compose.sentences import Speaker, change_of, sentence, tail_of
from briefgen.compose.wording import short_name
from briefgen.document import Source
from briefgen.fact import Fact, Kind, Level
from briefgen.telling import day_text, figure, report_text, stated_text, states_period

_TITLE_ROOM = 40
_PAIR_ROOM = 32
_ROOM = 22  # of one message beside another; the first figure stands alone where it is longer
_MOST_REPORTS = 4  # that a chart's source line names one by one


def summary(
    points: Sequence[Message], carded: Sequence[Message], material: Material, most_cards: int = 6
) -> list[Block]:
    """Return the key points and at most so many cards, each where there is something to say."""
    speaker, words = material.speaker(), material.narrator.word
    said = tuple(_point(m, material, speaker) for m in points)
    box = [KeyPoints(words("headings", "points"), said)] if said else []
    headline = make.cards(carded, speaker, material.lexicon, words("headings", "cards"), most_cards)
    return [*box, *([headline] if headline else [])]


def _point(message: Message, material: Material, speaker: Speaker) -> Runs:
    """Return a key point; a plan's with who set it and until when."""
    if not message.is_outlook:
        return key_point(message, speaker)
    raw = {s.name: s.raw for s in material.sources}
    lead = message.lead
    setting = setting_of(lead, material.facts, raw[lead.source])
    said = said_once(message, setting, speaker)
    return sentence([said], lead_of(lead, setting, speaker))


def section(title: str, content: Sequence[Block]) -> list[Block]:
    """Return the content under its heading, or nothing where there is no content."""
    return [Heading(1, (Text(title),)), *content] if content else []


def most_telling(
    charts: Sequence[ChartSpec],
    points: Sequence[Message],
    known: frozenset[str] = frozenset(),
    most: int | None = None,
) -> list[ChartSpec]:
    """Return the charts, one that shows the first key point first, then one whose figures are all
    told; of more than `most` values, which cite as many reports, only behind the others."""

    def place(spec: ChartSpec) -> tuple[bool, int, bool]:
        shown = frozenset(spec.fact_ids)
        told = (at for at, m in enumerate(points) if shown & {f.id for f in m.facts})
        wide = most is not None and len(spec.points) > most
        return wide, next(told, len(points)), not shown <= known

    return sorted(charts, key=place)


def charts_of(charts: Sequence[ChartSpec], facts: Sequence[Fact], speaker: Speaker) -> list[Block]:
    """Return numbered charts, each with its source line and references."""
    known = {f.id: f for f in facts}
    out: list[Block] = []
    for number, spec in enumerate(charts, 1):
        shown = [known[i] for i in spec.fact_ids if i in known]
        told = _reports(shown, speaker)
        source = (*speaker.say("chart_source", reports=told), Cite(tuple(f.id for f in shown)))
        spec = replace(spec, source=plain_text(told))
        out.append(Chart(number, spec, source))
    return out


def _reports(shown: Sequence[Fact], speaker: Speaker) -> Runs:
    """Return the reports of facts by their dates; of many the first, the last, and how many there
    are."""
    ids = tuple(dict.fromkeys(f.id for f in shown))
    days = sorted({f.published for f in shown if f.published})
    if len(days) <= _MOST_REPORTS or any(f.published is None for f in shown):
        names = dict.fromkeys(report_text(f.published) for f in shown)
        return (Value("、".join(names), ids),)
    first, last = ((Value(day_text(day[:7]), ids),) for day in (days[0], days[-1]))
    each = tuple({f.source: f.id for f in shown}.values())  # one fact a report: as many as counted
    count = (Value(str(len(each)), each, COUNTED),)
    return speaker.say("reports_between", first=first, last=last, count=count)


def table_of(theme: str, facts: Sequence[Fact], material: Material, most: int) -> list[Block]:
    """Return the table of at most so many figures under its heading."""
    told = plain_text(material.narrator.say("table_summary", theme=theme))
    table = annex.table(facts, material.speaker(), theme, told, most)
    if table is None:
        return []
    content: list[Block] = [table]
    if left := annex.untold(facts, theme, most):
        ids = tuple(f.id for f in left)
        count = (Value(str(len(left)), ids, COUNTED),)
        content.append(Paragraph(ParagraphRole.NOTE, material.narrator.say("more", count=count)))
    return section(material.narrator.word("headings", "table"), content)


def doubts_of(
    facts: Sequence[Fact],
    messages: Sequence[Message],
    expired: Sequence[Message],
    material: Material,
    *,
    of_all: bool = False,
) -> list[Block]:
    """Return what must be checked: slips, conflicts, names, lapsed plans, undated figures.

    The overview `of_all` leaves names and undated figures to the briefs of the themes.
    """
    speaker = material.speaker()
    own = {f.id for f in facts}
    conflicts = [c for c in material.conflicts if all(f.id in own for f in c.facts)]
    aliases = {s.indicator: s.aliases for s in material.within(facts) if s.aliases}
    for message in messages:
        for echo in message.echoes:
            told = next((f for f in message.facts if f.values == echo.values), message.lead)
            if echo.indicator != told.indicator and echo.kind is not Kind.GROWTH:
                aliases[told.indicator] = (*aliases.get(told.indicator, ()), echo.indicator)
    lapsed = [(m, outcome(m, material.facts, material.lexicon)) for m in expired]
    if of_all:
        return annex.doubts(facts, conflicts, lapsed, {}, speaker)
    items = annex.doubts(facts, conflicts, lapsed, aliases, speaker)
    items += [
        Paragraph(ParagraphRole.ITEM, (*runs, Text("。")))
        for runs in cautions(facts, material.facts, material.lexicon, speaker)
    ]
    figures = [f for f in annex.listed(facts) if f.level is Level.DISTRICT]
    undated = [f for f in figures if not states_period(f) and f.published]
    if len(undated) > len(figures) / 2:
        undated.sort(key=lambda f: f.published or "")
        runs = speaker.say("doubt_period", reports=_reports(undated, speaker))
        items.append(Paragraph(ParagraphRole.ITEM, (*runs, Text("。"))))
    return items


def title_of(
    theme: str, points: Sequence[Message], topics: Mapping[int, str | None], speaker: Speaker
) -> str:
    """Return a title that says the theme's two main messages, or plainly names the theme.

    Figures go before what was achieved, and the second part is of another sub-topic where there is
    one that is short enough.
    """
    first_figure = next((m for m in points if m.has_figure), None)
    told = [
        (m, w)
        for m in points
        if not m.is_outlook
        and (w := _short(m, speaker, _PAIR_ROOM if m is first_figure else _ROOM))
    ]
    told.sort(key=lambda pair: not pair[0].has_figure)
    if not told:
        return plain_text(speaker.say("plain_title", theme=theme))
    first, words = told[0]
    words = _short(first, speaker, _ROOM) or words
    whole = _short(first, speaker, _PAIR_ROOM)
    if first.is_compared and "，" in words:
        return words
    if len(whole) > len(words) and "，" in whole:
        return whole  # two figures that the source ties say more than two of different matters
    rest = sorted(told[1:], key=lambda p: topics.get(id(p[0])) == topics.get(id(first)))
    for message, more in rest:
        if states_period(message.lead) != states_period(first.lead):
            continue  # 2017年技术合同成交额32亿元，高新技术企业102家: not of 2017
        more = _without_same_year(words, more)
        if len(f"{words}，{more}") <= _TITLE_ROOM:
            return f"{words}，{more}"
    return words


def _without_same_year(words: str, more: str) -> str:
    """Return `more` without the year that `words` begin with too: 2023年…，…."""
    year = re.match(r"\d{4}年(?!\d)", words)
    return more.removeprefix(year.group()) if year else more


def _short(message: Message, speaker: Speaker, most: int) -> str:
    """Return a message in at most `most` characters, a rise in a few more; else ""."""
    if message.series is not None and message.is_compared_at_last:
        last = message.series.facts[-1]
        grown = next(f for f in message.facts if f.kind in (Kind.GROWTH, Kind.CHANGE))
        words = f"{stated_text(last)}{message.series.indicator}{figure(last)}，{tail_of(grown)}"
        if len(words) <= most + 10:
            return words
    elif message.series is not None and message.series.unit == "%":
        first, last = message.series.facts[0], message.series.facts[-1]
        placed = next((f for f in message.facts if f.kind is Kind.RANK), None)
        if placed is not None:
            words = f"{message.series.indicator}{figure(last)}，{tail_of(placed)}"
            if len(words) <= most + 8:
                return words
        if first.value != last.value:
            rises, change = last.value > first.value, change_of((first, last))
            name = message.series.indicator
            words = plain_text(speaker.say("rise_title", name=name, rises=rises, change=change))
            return words if len(words) <= most + 8 else ""
    words = plain_text(make.headline(message, speaker, most))
    lead = message.lead
    when = ""
    if states_period(lead):
        when = stated_text(lead)
    named = f"{when}{short_name(lead)}{figure(lead)}"
    plain = lead.kind in (Kind.LEVEL, Kind.SHARE, Kind.COUNT) and len(named) <= most
    return words or (named if plain else "")


def finished(theme: str, title: str, body: Sequence[Block], material: Material) -> Brief:
    """Return the brief with references in place of fact ids, and its sources at the end."""
    facts = {f.id: f for f in material.facts}
    whole = tuple(with_chart_tables(body, material.narrator.words("table_head")))
    marked, listing = cite(whole, facts, material.sources, material.narrator)
    cited = {e.title for e in listing.entries}
    sources = [s for s in material.sources if (s.title or s.name) in cited]
    words = material.narrator.word("headings", "sources")
    end = section(words, [listing]) if listing.entries else []
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
    guessed = [s for s in sources if s.estimated and s.published]

    def told(text: str) -> tuple[Run, ...]:
        return (Value(text, names),)

    last = told(day_text(dates[-1][:7])) if dates[-1][:7] != dates[0][:7] else ()
    months = dict.fromkeys(day_text(m) for m in sorted({s.published or "" for s in guessed}))
    return narrator.say(
        "coverage",
        first=told(day_text(dates[0][:7])),
        last=last,
        count=told(str(len(sources))),
        estimated=len(guessed) == len(sources),
        some=told("、".join(months)) if 0 < len(guessed) < len(sources) else (),
    )
