"""The back of a brief: the table of all figures, and what a reader must check before using them.

Input: facts, conflicts and lapsed plans. Output: blocks whose `Cite`s still hold fact ids. It picks
no key point and no card: `blocks` does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from briefgen.brief import (
    Block,
    Cite,
    Paragraph,
    ParagraphRole,
    Run,
    Runs,
    Table,
    Text,
    Value,
    plain_text,
)
from briefgen.compose.blocks import TAILED, card_value, tails
from briefgen.compose.clause_words import held_of
from briefgen.compose.messages import Message
from briefgen.compose.repeats import same_everywhere, same_figure, without_superseded
from briefgen.compose.sentences import Speaker, tail_of
from briefgen.compose.weights import (
    has_bare_name,
    is_attribute,
    is_bare,
    is_done_since,
    is_intended,
    is_rhetorical,
    is_routine,
    is_unnamed,
)
from briefgen.compose.wording import printed_text
from briefgen.fact import Conflict, Fact, Kind, Level
from briefgen.telling import COUNTED_UP, dense, report_text, states_period, time_text


def table(
    facts: Sequence[Fact], speaker: Speaker, theme: str, summary: str, limit: int = 24
) -> Table | None:
    """Return figures as rows: indicator, value, time, scope, reference; or None without any. Of
    more than `limit` the newest stay.

    A growth or a rank stands in the row of its base; a scope is a column of its own where most rows
    are about others than one body, and else stands behind the names of these.
    """
    rows: dict[tuple[object, ...], tuple[Runs, ...]] = {}
    for same in _newest(facts, theme, limit)[0]:
        f = max(same, key=lambda f: len(list(tails(f, facts))))
        with_ties = [f, *tails(f, facts)]
        value: list[Run] = list(card_value(f, speaker))
        for other in with_ties[1:]:
            value += [Text("，"), Value(tail_of(other), (other.id,))]
        ids = tuple(t.id for t in (*with_ties, *(o for o in same if o is not f)))
        time = (Value(time_text(f), (f.id,)),)
        rows[same_figure(f)] = (
            _row_name(f, speaker),
            tuple(value),
            time,
            (Text(f.scope),),
            (Cite(ids),),
        )
    if not rows:
        return None
    head, widths = speaker.narrator.words("table_head"), (30, 21, 22, 18, 9)
    scopes = Counter(plain_text(row[_SCOPE]) for row in rows.values())
    body, count = scopes.most_common(1)[0]
    if len(scopes) > 1 and count <= _MAINLY * len(rows):
        return Table(head, tuple(rows.values()), widths, summary)
    told = [_with_body(row, body, speaker) for row in rows.values()]
    narrow = tuple(_without_scope(row) for row in told)
    return Table(_without_scope(head), narrow, (38, 25, 27, 10), summary)


def untold(facts: Sequence[Fact], theme: str, limit: int = 24) -> list[Fact]:
    """Return one fact for each figure that the table has no row for."""
    return [same[0] for same in _newest(facts, theme, limit)[1]]


def _newest(
    facts: Sequence[Fact], theme: str, limit: int
) -> tuple[list[list[Fact]], list[list[Fact]]]:
    """Return the figures of the newest reports, at most `limit`, and the others, each with its
    like."""
    alike: dict[tuple[object, ...], list[Fact]] = {}
    for f in listed(facts, theme):
        alike.setdefault(same_everywhere(f), []).append(f)
    order = sorted(alike, key=lambda key: alike[key][0].published or "", reverse=True)
    chosen = frozenset(order[:limit])
    told = [same for key, same in alike.items() if key in chosen]
    return told, [same for key, same in alike.items() if key not in chosen]


_Cell = TypeVar("_Cell")
_FULL = 16  # rows after which other bodies' figures are left to their cases
_SCOPE = 3  # the column of the scope
_MAINLY = 0.5  # of the rows: what one body has more than is what the table is about


def _with_body(row: tuple[Runs, ...], body: str, speaker: Speaker) -> tuple[Runs, ...]:
    """Return the row with its scope behind its name where it is another than `body`."""
    name, scope = row[0], row[_SCOPE]
    if plain_text(scope) == body:
        return row
    return (speaker.say("of_body", name=name, scope=scope), *row[1:])


def _without_scope(row: tuple[_Cell, ...]) -> tuple[_Cell, ...]:
    return (*row[:_SCOPE], *row[_SCOPE + 1 :])


def listed(facts: Sequence[Fact], theme: str = "") -> list[Fact]:
    """Return the figures that a table lists: the area's before others', the theme's own first.

    Left out are what stands in the row of its base, what a plan only counts (4个山门), figures of
    papers and attendance, and the same figure without its time where it is told with it.
    """
    known = {f.id for f in facts}
    old = {f.id for f in facts} - {f.id for f in without_superseded(facts)}
    planned = [f for f in facts if f.is_statement and is_intended(f)]
    figures = [
        f
        for f in facts
        if not (f.is_statement or f.kind is Kind.DURATION or is_unnamed(f) or is_rhetorical(f))
        and not (is_bare(f) or is_routine(f) or is_attribute(f) or has_bare_name(f) or f.id in old)
        and not (f.speaker and f.level is Level.DISTRICT)
        and not any(r.to in known and r.type in TAILED for r in f.relations)
        and (f.kind is Kind.TARGET or not any(holds(p, f) for p in planned))
        and not is_done_since(f, facts)
        and not (held_of(f.clause) and any(_is_of_year(o, f) for o in facts))
    ]
    dated = {same_figure(f) for f in figures if states_period(f)}
    told = {same_figure(f): f for f in reversed(figures)}
    kept = [
        f
        for f in figures
        if (states_period(f) or same_figure(f) not in dated) and told[same_figure(f)] is f
    ]
    area = [f for f in kept if f.level is Level.DISTRICT]
    area.sort(key=lambda f: f.themes[:1] != (theme,))
    return [*area, *[f for f in kept if f not in area][: max(0, _FULL - len(area))]]


def holds(plan: Fact, fact: Fact) -> bool:
    """Return whether a figure stands inside the words of a plan: 4个山门 is no figure that is."""
    return plan.source == fact.source and plan.start <= fact.start and fact.end <= plan.end


def _is_of_year(fact: Fact, floor: Fact) -> bool:
    """Return whether a figure is that of the year beside which a floor is told that has been kept
    for years (粮食总产量786.5亿斤，连续11年稳定在750亿斤以上)."""
    return fact is not floor and fact.indicator == floor.indicator and holds(floor, fact)


def _row_name(fact: Fact, speaker: Speaker) -> Runs:
    name: Runs = (Text(fact.meant or fact.indicator),)
    if fact.kind is Kind.TARGET:
        name = speaker.say("aimed", name=name)
    return speaker.say("doubted", phrase=name) if "source_slip" in fact.flags else name


def doubts(
    facts: Sequence[Fact],
    conflicts: Sequence[Conflict],
    expired: Sequence[tuple[Message, Fact | None]],
    aliases: Mapping[str, tuple[str, ...]],
    speaker: Speaker,
) -> list[Block]:
    """Return what a reader must check before using it: slips, conflicts, aliases, lapsed plans."""
    items = [_slip(f, speaker) for f in facts if _SLIPS.keys() & {*f.flags}]
    items += [_conflict(conflict, speaker) for conflict in conflicts]
    items += [_completed(f, speaker) for f in facts if _leaves_subject_out(f)][:_MOST_COMPLETED]
    items += _open_parts(facts, speaker)
    if aliases:
        pairs = [speaker.say("alias_pair", name=n, others="”“".join(o)) for n, o in aliases.items()]
        told = tuple(run for n, pair in enumerate(pairs) for run in ((Text("；"),) * (n > 0), pair))
        items.append(speaker.say("doubt_alias", told=tuple(r for runs in told for r in runs)))
    items += [_lapsed(message, result, speaker) for message, result in expired]
    return [Paragraph(ParagraphRole.ITEM, (*runs, Text("。"))) for runs in items]


def _lapsed(message: Message, result: Fact | None, speaker: Speaker) -> Runs:
    """Return a plan whose time is over beside what a later report tells of it, if one does."""
    phrase = speaker.phrase(message, cite=False)
    ids = tuple(f.id for f in message.facts)
    report = (Value(report_text(message.facts[-1].published), ids[-1:]),)
    if result is None:
        return (*speaker.say("doubt_expired", phrase=phrase, report=report), Cite(ids))
    other = (Value(report_text(result.published), (result.id,)),)
    told = card_value(result, speaker)
    if result.is_statement:
        told = (Value(f"“{printed_text(result)}”", (result.id,)),)
    said = speaker.say("doubt_met", phrase=phrase, report=report, result=told, other=other)
    return (*said, Cite((*ids, result.id)))


_MOST_COMPLETED = 3
_NAMED_ENOUGH = 0.75


# what the flags of a doubtful print are told by; the first that a fact bears
_SLIPS = {
    "over_100": "doubt_over_all",
    "over_whole": "doubt_over_whole",
    "source_slip": "doubt_slip",
    "doubled_word": "doubt_doubled",
    "damaged": "doubt_damaged",
}


def _slip(fact: Fact, speaker: Speaker) -> Runs:
    macro = next(told for flag, told in _SLIPS.items() if flag in fact.flags)
    named = {"meant": fact.meant or fact.indicator} if macro == "doubt_slip" else {}
    quote = (Value(printed_text(fact), (fact.id,)),)
    return (*speaker.say(macro, quote=quote, **named), Cite((fact.id,)))


def _leaves_subject_out(fact: Fact) -> bool:
    """Return whether a share's own words do not say of what it is one: …，税收占比75%."""
    if fact.kind is not Kind.SHARE or {*fact.flags} - {COUNTED_UP} or fact.number_text is None:
        return False
    before, _, after = dense(fact.clause).partition(dense(fact.number_text))
    own = re.split("[，,；;]", before)[-1]
    if own.endswith("把"):
        own += re.split("[，,；;]", after)[0]  # 把70%以上的财政支出投向民生领域
    if own.startswith("占") or "贡献" in fact.indicator or re.match("其中.{2,}占$", own):
        return False  # …，占地区生产总值的比重为3.12%; 总数达412家，其中民营企业占97.1%
    name = re.sub(r"[\s“”的]", "", fact.indicator)
    return sum(c in own for c in name) < _NAMED_ENOUGH * len(name)


def _completed(fact: Fact, speaker: Speaker) -> Runs:
    own = re.split("[，,；;]", printed_text(fact))[-1]
    quote = (Value(own, (fact.id,)),)
    return (*speaker.say("doubt_subject", quote=quote, meant=fact.indicator), Cite((fact.id,)))


def _open_parts(facts: Sequence[Fact], speaker: Speaker) -> list[Runs]:
    """Return, for two counts of what is new in one clause, that nobody says whether one is part of
    the other (新增市场主体2.5万户、民营企业5000余户; claims 6)."""
    found: dict[tuple[str, int, int], list[Fact]] = {}
    for f in facts:
        if f.kind is Kind.COUNT and f.indicator.startswith("新增") and f.level is Level.DISTRICT:
            found.setdefault((f.source, f.start, f.end), []).append(f)
    items: list[Runs] = []
    for told in found.values():
        tied = {r.to for f in told for r in f.relations} & {f.id for f in told}
        if len(told) == 2 and not tied and told[0].unit == told[1].unit:
            ids = tuple(f.id for f in told)
            said = speaker.say("doubt_parts", one=told[0].indicator, other=told[1].indicator)
            items.append((*said, Cite(ids)))
    return items


def _conflict(conflict: Conflict, speaker: Speaker) -> Runs:
    told: list[Run] = []
    for fact in conflict.facts:
        report = (Value(report_text(fact.published), (fact.id,)),)
        quote = (Value(printed_text(fact), (fact.id,)),)
        told += [Text("、")] if told else []
        said = speaker.say("told", quote=quote, report=report, speaker=fact.speaker or ())
        told += [*said, Cite((fact.id,))]
    if conflict.reason == "value":
        name = conflict.facts[0].indicator
        return speaker.say("doubt_value", name=name, told=tuple(told))
    return speaker.say("doubt_wording", told=tuple(told))
