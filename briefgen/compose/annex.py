"""The back of a brief: the table of all figures, and what a reader must check before using them.

Input: facts, conflicts and lapsed plans. Output: blocks whose `Cite`s still hold fact ids. It picks
no key point and no card: `blocks` does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
)
from briefgen.compose.blocks import card_value
from briefgen.compose.messages import Message, is_rhetorical, is_unnamed, same_figure
from briefgen.compose.sentences import Speaker
from briefgen.compose.wording import clause_text
from briefgen.fact import Conflict, Fact, Kind, Level
from briefgen.telling import report_text, states_period, time_text


def table(
    facts: Sequence[Fact], speaker: Speaker, theme: str, summary: str, limit: int = 20
) -> Table | None:
    """Return all figures as rows: indicator, value, time, scope, reference; or None without any."""
    figures = [
        f
        for f in facts
        if not (f.is_statement or f.kind is Kind.DURATION or is_unnamed(f) or is_rhetorical(f))
    ]
    chosen = sorted(
        figures, key=lambda f: (f.level is not Level.DISTRICT, f.themes[:1] != (theme,))
    )[:limit]
    dated = {same_figure(f) for f in chosen if states_period(f)}
    rows: dict[tuple[object, ...], tuple[Runs, ...]] = {}
    for f in chosen:
        if same_figure(f) in dated and not states_period(f):
            continue
        ids = (f.id,)
        row: tuple[Runs, ...] = (
            _row_name(f, speaker),
            card_value(f, speaker),
            (Value(time_text(f), ids),),
            (Text(f.scope),),
            (Cite(ids),),
        )
        rows.setdefault(same_figure(f), row)
    if not rows:
        return None
    head = speaker.narrator.words("table_head")
    return Table(head, tuple(rows.values()), (34, 20, 22, 14, 10), summary)


def _row_name(fact: Fact, speaker: Speaker) -> Runs:
    name: Runs = (Text(fact.meant or fact.indicator),)
    if fact.kind is Kind.TARGET:
        name = speaker.say("aimed", name=name)
    return speaker.say("doubtful", name=name) if "source_slip" in fact.flags else name


def doubts(
    facts: Sequence[Fact],
    conflicts: Sequence[Conflict],
    expired: Sequence[Message],
    aliases: Mapping[str, tuple[str, ...]],
    speaker: Speaker,
) -> list[Block]:
    """Return what a reader must check before using it: slips, conflicts, aliases, lapsed plans."""
    items: list[Runs] = []
    for fact in facts:
        if "source_slip" in fact.flags:
            quote = (Value(clause_text(fact), (fact.id,)),)
            items.append(
                (
                    *speaker.say("doubt_slip", quote=quote, meant=fact.meant or fact.indicator),
                    Cite((fact.id,)),
                )
            )
    for conflict in conflicts:
        items.append(_conflict(conflict, speaker))
    for name, others in aliases.items():
        items.append(speaker.say("doubt_alias", name=name, others="”“".join(others)))
    for message in expired:
        phrase = speaker.phrase(message, cite=False)
        ids = tuple(f.id for f in message.facts)
        report = (Value(report_text(message.facts[-1].published), ids[-1:]),)
        items.append((*speaker.say("doubt_expired", phrase=phrase, report=report), Cite(ids)))
    return [Paragraph(ParagraphRole.ITEM, (*runs, Text("。"))) for runs in items]


def _conflict(conflict: Conflict, speaker: Speaker) -> Runs:
    told: list[Run] = []
    for fact in conflict.facts:
        report = (Value(report_text(fact.published), (fact.id,)),)
        quote = (Value(clause_text(fact), (fact.id,)),)
        told += [Text("、")] if told else []
        said = speaker.say("told", quote=quote, report=report, speaker=fact.speaker or ())
        told += [*said, Cite((fact.id,))]
    if conflict.reason == "value":
        name = conflict.facts[0].indicator
        return speaker.say("doubt_value", name=name, told=tuple(told))
    return speaker.say("doubt_wording", told=tuple(told))
