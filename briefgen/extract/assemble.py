"""Drafts of figures as facts: period, scope, themes, raw offsets, ids, relations, the gate.

Input: a `Context` and `Draft`s. Output: `Fact`s in order of place, and the drafts that the gate
refused. It reads no grammar: what a figure measures is decided before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from briefgen.extract.context import Context
from briefgen.extract.drafts import Draft
from briefgen.extract.elsewhere import flag_of
from briefgen.extract.entity_titles import titled
from briefgen.extract.expectations import expected_of
from briefgen.extract.festivals import holiday_of
from briefgen.extract.grounding import fact_id, why_ungrounded
from briefgen.extract.lacks import is_lack
from briefgen.extract.periods import PART_OF_YEAR, Told, is_until, period_in, time_of
from briefgen.extract.reviews import SUMMED, over_years, reached, up_to
from briefgen.extract.scope import scope_of
from briefgen.extract.short_bodies import Scope
from briefgen.extract.slips import flags_of
from briefgen.extract.targets import WITHIN_YEAR, TargetJudge, expectation
from briefgen.extract.themes import Themes, themes_of
from briefgen.extract.times import Anchor, TimeRole, TimeSpan, anchor_of, heading_year
from briefgen.fact import LACKING, Fact, Kind, Level, Relation, RelationType, Start
from briefgen.number_values import read_number

_PLAN_ENDS = re.compile("十[一二三四五]五”?(?:规划)?(?:期末|末|收官)")


def assemble_figures(
    context: Context, drafts: Sequence[Draft]
) -> tuple[tuple[Fact, ...], tuple[tuple[Draft, str], ...]]:
    """Return the grounded facts of `drafts`, and each refused draft with the gate's reason."""
    judge = TargetJudge(context)
    raw = context.document.source.raw
    made: list[Fact | None] = []
    refused: list[tuple[Draft, str]] = []
    # each step for all of them: one draft after the other takes longer, as with statements
    kinds = [_kind(context, judge, draft) for draft in drafts]
    told = [
        _of_time(draft.when) if draft.when is not None else _period(context, judge, draft, kind)
        for draft, kind in zip(drafts, kinds, strict=True)
    ]
    scopes = [_own_scope(context, draft) for draft in drafts]
    for draft, kind, period, scope in zip(drafts, kinds, told, scopes, strict=True):
        tied = None if draft.tied is None else made[draft.tied]
        scope = _scope(context, draft, scope, tied)
        fact = _as_then(_fact(context, judge, draft, kind, period, scope, tied), draft, tied)
        reason = why_ungrounded(raw, fact, context.lexicon)
        if reason is not None:
            refused.append((draft, f"not grounded: {reason}"))
        made.append(fact if reason is None else None)
    return _same_events([fact for fact in made if fact is not None]), tuple(refused)


def _as_then(fact: Fact, draft: Draft, change: Fact | None) -> Fact:
    """Return a rank or a rise with the time of the change that it follows.

    从2018年的10.5万元增长至2021年的13.8万元，居全省第4位: in 2021.
    """
    if change is None or "均" in draft.adverb:
        return fact
    of_section = "/" in (fact.period or "") and "/" not in (change.period or "")
    if not fact.period_inferred and not (of_section and draft.kind is Kind.GROWTH):
        return fact  # in a part on 五年来 the change still says its own years
    if change.start_value is None or change.period_inferred or change.period is None:
        return fact
    return replace(fact, period=change.period, period_inferred=False, period_alt=change.period_alt)


def _ties(draft: Draft, tied: Fact | None, own_id: str) -> tuple[Relation, ...]:
    """Return the tie to the fact that the draft names, none where that one was refused."""
    if draft.tie is None or tied is None or tied.id == own_id:
        return ()
    return (Relation(draft.tie, tied.id),)


def _same_events(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts with figures that stand side by side tied: 完成195户500人搬迁协议签订."""
    out = list(facts)
    for number, fact in enumerate(out[1:], 1):
        before = out[number - 1]
        if _side_by_side(before, fact):
            tie = Relation(RelationType.SAME_EVENT, before.id)
            out[number] = replace(fact, relations=(*fact.relations, tie))
    return tuple(out)


def _side_by_side(before: Fact, fact: Fact) -> bool:
    """Return whether two amounts are of one thing: 改造小区86个、210万平方米."""
    if fact.kind not in _AMOUNTS or before.kind not in _AMOUNTS:
        return False
    if fact.number_start is None or before.number_end is None:
        return False
    if fact.start != before.start or not 0 < fact.number_start - before.number_end <= 2:
        return False
    words = fact.quote[: fact.number_start - fact.start]
    apart = _APART.search(words, before.number_end - fact.start) is not None
    return not apart or (fact.unit != before.unit and "分别" not in words)


_AMOUNTS = frozenset({Kind.COUNT, Kind.LEVEL})
_APART = re.compile("[、，和与及（(]")  # 分别为12个、15个: two things


def _fact(
    context: Context,
    judge: TargetJudge,
    draft: Draft,
    kind: Kind,
    told: Told,
    whose: Scope,
    tied: Fact | None,
) -> Fact:
    quantity, clause = draft.quantity, draft.clause
    numeral = quantity.numeral
    document = context.document
    begin, stop = draft.from_clause.start, max(clause.end, numeral.end)
    start, end = document.offsets.raw_span(begin, stop)
    number_start, number_end = document.offsets.raw_span(numeral.start, numeral.end)
    raw = document.source.raw
    values = tuple(-v for v in numeral.values) if draft.negative else numeral.values
    expected = expected_of(context, judge, draft, kind)
    scope, level = whose
    name = draft.indicator
    if tied is not None and level is Level.DISTRICT and tied.level is Level.ENTITY:
        # 某镇产值增长8%，全区增长5%: no growth of 某镇
        name, tied = name.removeprefix(tied.scope), None
    indicator = titled(name, scope, level, told)
    if kind is not Kind.TARGET and (holiday := holiday_of(context, clause, numeral.start)):
        indicator = holiday + indicator if not indicator.startswith(holiday) else indicator
    paragraph = context.paragraph_of(clause)
    body = "" if level is Level.DISTRICT else scope
    themes, topic = _themes(context, draft, context.heading_over(paragraph), indicator, body)
    low, high = (None, None) if draft.negative else (quantity.low, quantity.high)
    quote, words, hedges = raw[start:end], context.text[begin:stop], quantity.hedges
    own_id = fact_id(document.source.name, number_start, number_end, quote)
    return Fact(
        id=own_id,
        source=document.source.name,
        start=start,
        end=end,
        quote=quote,
        kind=kind,
        indicator=indicator,
        scope=scope,
        level=level,
        themes=themes,
        article=document.articles[paragraph.article].title if document.articles else "",
        published=document.source.published,
        values=values,
        number_start=number_start,
        number_end=number_end,
        number_text=raw[number_start:number_end],
        low=low,
        high=high,
        start_value=_start(context, draft),
        unit=quantity.unit,
        relations=_ties(draft, tied, own_id),
        qualifiers=tuple(dict.fromkeys((expected, *hedges) if expected else hedges)),
        period=told[0],
        period_inferred=told[1],
        period_alt=told[2],
        topic=topic,
        flags=(
            *flags_of(draft, quote, words, kind, values, doubtful=context.doubtful),
            *_until(context, draft),
            *flag_of(context, clause, scope, level),
            *((LACKING,) if kind is not Kind.TARGET and is_lack(context, clause) else ()),
        ),
        meant=draft.meant,
        clause=words,
    )


def _own_scope(context: Context, draft: Draft) -> Scope:
    """Return the figure's subject; members of a session are the session's."""
    clause = draft.clause
    if draft.place:
        return draft.place, Level.ENTITY
    if "委员" in draft.indicator or "代表" in draft.indicator:
        body = _MEMBERS.search(context.text, clause.start, clause.end)
        if body is not None:
            return body.group("body"), Level.EVENT
    return scope_of(context, clause, draft.quantity.numeral.start, draft.indicator)


def _scope(context: Context, draft: Draft, own: Scope, tied: Fact | None) -> Scope:
    """Return the figure's `own` subject; a growth or a rank that names nobody is of whom the figure
    is that it goes with."""
    clause = draft.clause
    given = draft.place or own[1] is not Level.DISTRICT
    if (
        not given
        and clause is not draft.from_clause
        and tied is not None
        and tied.level is Level.ENTITY
    ):
        words = context.text[clause.start : draft.quantity.start]
        if not any(name in words for name in ("全", *context.area.names)):
            return tied.scope, tied.level  # 某博物馆接待观众12万人次，同比增长18.3%
    return own


_MEMBERS = re.compile(r"(?:参加|出席)(?P<body>[区县市省州](?:政协|人大))")


def _themes(
    context: Context, draft: Draft, heading: str | None, indicator: str, whose: str
) -> Themes:
    """Return the themes of the quote; where its words speak for none, of the sentence around it."""
    sentence = context.sentences[draft.clause.sentence]
    begin, stop = draft.from_clause.start, max(draft.clause.end, draft.quantity.numeral.end)
    words = context.without_area(context.text[begin:stop])
    title, lexicon = _title(context, draft), context.lexicon
    around = partial(context.around, sentence)
    return themes_of(words, heading, indicator, lexicon, around, title, whose)


def _title(context: Context, draft: Draft) -> str:
    articles = context.document.articles
    title = articles[context.paragraph_of(draft.clause).article].title if articles else ""
    return context.without_area(title)


def _until(context: Context, draft: Draft) -> tuple[str, ...]:
    """Return the flag of an amount that is counted up to its day: 截至5月底."""
    amount = draft.kind in (Kind.COUNT, Kind.LEVEL, Kind.SHARE, Kind.RATIO)
    time = time_of(context, draft.clause, draft.quantity.end) if amount else None
    return ("counted_up",) if time is not None and is_until(context, time) else ()


def _start(context: Context, draft: Draft) -> Start | None:
    if draft.start is None:
        return None
    numeral = draft.start.numeral
    start, end = context.document.offsets.raw_span(numeral.start, numeral.end)
    return Start(numeral.values, start, end)


_FIXED = frozenset({Kind.DURATION, Kind.RATIO})  # as such never a target


def _kind(context: Context, judge: TargetJudge, draft: Draft) -> Kind:
    fixed = draft.kind in _FIXED
    if not fixed and judge.is_target(draft.clause, draft.quantity.start):
        words = context.text[draft.clause.start : draft.quantity.start]
        later = "达产" in words or "投产后" in words or "建成后" in words
        begun = context.sentences[draft.clause.sentence].start
        later = later or "达产后" in context.text[begun : draft.clause.start]
        if expectation(words) is None or later or draft.kind in (Kind.GROWTH, Kind.CHANGE):
            return Kind.TARGET
    return draft.kind


_OF_ANOTHER = frozenset({Kind.GROWTH, Kind.CHANGE, Kind.RANK})  # of the figure before it
_ONCE_BUILT = re.compile("达产|投产后|建成后")


def _of_time(time: TimeSpan) -> Told:
    return time.value, time.inferred, time.alt


def _period(context: Context, judge: TargetJudge, draft: Draft, kind: Kind) -> Told:
    """Return the period of a figure: told, else that of the section, else assumed.

    A level within 过去五年 is that of its last year: 道路通车里程达2189公里.
    """
    sentence = context.sentences[draft.clause.sentence]
    if kind is Kind.TARGET and _ONCE_BUILT.search(context.text[sentence.start : sentence.end]):
        return None, False, None  # 项目达产后预计…: nobody says when
    if "年均" in draft.adverb and (between := _between(context, draft)) is not None:
        return between
    told = period_in(context, draft.clause, draft.quantity.end)
    named = draft.from_clause
    goes_on = named is not draft.clause and draft.kind in _OF_ANOTHER
    if goes_on and not context.stated_in(draft.clause.start, draft.clause.end):
        told = period_in(context, named, named.end)  # 当月增加值增长12%，高于全市3.3个百分点
    if (behind := judge.aim_behind(draft.clause)) is not None:
        told = period_in(context, behind, behind.end)
    if "年均" in draft.adverb and told[0] is not None and "/" not in told[0]:
        told = (
            _span_told(context, draft, int(told[0][:4])) or told
        )  # 十五五时期…，到2030年…，年均增长10%
    section = judge.section(draft.clause)
    if (years := over_years(context, section, draft, told)) is not None:
        told = years
    if section and PART_OF_YEAR.search(section):
        section = None  # 2023年前三季度经济运行情况: not of the year
    if section is not None and (told[1] or _is_silent(context, draft)):
        told = _of_section(context, section, kind, draft) or told
    if kind is Kind.TARGET and (running := _this_year(context, draft)) is not None:
        return running, told[1], None
    if kind is Kind.TARGET and (told[1] or _is_of_before(context, judge, draft, told)):
        return None, False, None
    spans = told[2] is not None or _runs_to_its_day(draft, told)
    if spans and kind is not Kind.TARGET and reached(context, draft):
        return (told[0] or "").rpartition("/")[2], True, None
    return told if kind is Kind.TARGET else _of_five_years(context, draft, told)


def _of_five_years(context: Context, draft: Draft, told: Told) -> Told:
    """Return the five years of an average rate where the text is on them, else `told`."""
    average = "年均" in draft.adverb or "年平均" in draft.adverb
    average = average or (draft.kind is Kind.CHANGE and "年均增速" in draft.indicator)
    if not average or told[0] is None or "/" in told[0]:
        return told
    words = context.text[draft.clause.start : draft.quantity.start]
    if len(told[0]) == 4 and (mean := _MEAN_OF_YEARS.search(words)) is not None:
        (years,) = read_number(mean["years"])
        return f"{int(told[0]) - int(years)}/{told[0]}", told[1], None
    sentence = context.sentences[draft.clause.sentence]
    ends = _PLAN_ENDS.search(context.text, sentence.start, sentence.end) is not None
    if not (context.of_five_years or ends):
        return told
    year = int(told[0][:4])
    return f"{year - 5}/{year}", True, f"{year - 4}/{year}"


_MEAN_OF_YEARS = re.compile("(?P<years>[两三四五六七八九十])年(?:来|间)?年均")  # 三年年均增长14.6%
_SINCE = re.compile("[0-9]{4}/[0-9]{4}-[0-9]{2}")  # “十四五”以来，光伏装机达96万千瓦
_TOTAL = ("总量", "总数", "保有量", "存量")


def _runs_to_its_day(draft: Draft, told: Told) -> bool:
    """Return whether a span ends on the day an amount reached is of: 今年以来…人才总量突破18万."""
    since = _SINCE.fullmatch(told[0] or "") is not None
    total = "/" in (told[0] or "") and draft.indicator.endswith(_TOTAL)
    return total or (since and draft.quantity.dimension != "money")


_FROM = re.compile("[由从]$")
_TELLING = (TimeRole.BASE, TimeRole.STATED)


def _between(context: Context, draft: Draft) -> Told | None:
    """Return the years of an average rate: 由2020年的20亿元升至2024年的286亿元，年均增长90%."""
    start = context.sentences[draft.clause.sentence].start
    told = [t for t in context.times_in(start, draft.quantity.start) if t.role in _TELLING]
    if len(told) != 2 or any(len(t.value or "") != 4 for t in told):
        return None
    first, last = told
    begun = _FROM.search(context.text, start, first.start) is not None
    years = f"{first.value}/{last.value}"
    return (years, False, None) if begun and (first.value or "") < (last.value or "") else None


def _is_silent(context: Context, draft: Draft) -> bool:
    """Return whether no time that is told holds for the figure."""
    return time_of(context, draft.clause, draft.quantity.end) is None


def _this_year(context: Context, draft: Draft) -> str | None:
    """Return the running year where a bare 全年 is told of what is planned for it, else None."""
    time = time_of(context, draft.clause, draft.quantity.end)
    anchor = anchor_of(context.document.source.published)
    if time is None or anchor.year is None or time.value != str(anchor.closed_year):
        return None
    return str(anchor.year) if context.text[time.start : time.end] in WITHIN_YEAR else None


def _is_of_before(context: Context, judge: TargetJudge, draft: Draft, told: Told) -> bool:
    """Return whether a past time of an earlier sentence holds for no aim: 去年…。力争新增…."""
    time = time_of(context, draft.clause, draft.quantity.end)
    year = anchor_of(context.document.source.published).closed_year
    if time is None or told[0] is None or year is None:
        return False
    earlier = time.start < context.sentences[draft.clause.sentence].start
    return earlier and (
        int(told[0].rpartition("/")[2][:4]) <= year or judge.is_over(told[0])
    )  # 上半年…。朝着投资突破200亿元目标迈进


def _span_told(context: Context, draft: Draft, year: int) -> Told | None:
    """Return the span of years that the sentence or its paragraph names before the figure."""
    paragraph = context.paragraph_of(draft.clause)
    for start in (context.sentences[draft.clause.sentence].start, paragraph.start):
        times = context.times_in(start, draft.quantity.start)
        spans = [t for t in times if t.role is TimeRole.STATED and "/" in (t.value or "")]
        spans = [t for t in spans if len(t.value or "") == 9]
        if spans:  # 六年来，…。2016年达到1156亿元；总产值年均增长19.2%
            return up_to(year, spans[-1].value or "", spans[-1].alt)
    return None


def _of_section(context: Context, section: str, kind: Kind, draft: Draft) -> Told | None:
    match = re.search(r"(未来|今后)?的?(?:五|(?<![0-9])5)年", section)
    anchor: Anchor = anchor_of(context.document.source.published)
    if match is None and (year := heading_year(section)) is not None:
        early = anchor.year is not None and year > anchor.year and kind is not Kind.TARGET
        return None if early else (str(year), False, None)
    if match is None or anchor.closed_year is None:
        return None
    end = anchor.closed_year
    if match.group(1):
        return f"{end}/{end + 5}", True, f"{end + 1}/{end + 5}"
    if kind in (Kind.LEVEL, Kind.COUNT, Kind.RATIO, Kind.RANK):
        if SUMMED.search(draft.indicator) is not None and not reached(context, draft):
            return f"{end - 5}/{end}", True, f"{end - 4}/{end}"
        return str(end), True, None
    return f"{end - 5}/{end}", False, f"{end - 4}/{end}"
