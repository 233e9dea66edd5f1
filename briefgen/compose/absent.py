"""What a theme's reader would look for and no report gives (claims 16).

Input: a theme's facts and what the lexicon says its reader expects. Output: list entries. It fills
no gap.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief import Block, Paragraph, ParagraphRole, Runs
from briefgen.compose.messages import Message
from briefgen.compose.sentences import Speaker, sentence
from briefgen.compose.wording import short_name
from briefgen.fact import Fact, Kind, Level
from briefgen.lexicon import Expected, Lexicon

_MOST_SINGLE = 3


def absent(
    theme: str,
    facts: Sequence[Fact],
    live: Sequence[Message],
    lexicon: Lexicon,
    speaker: Speaker,
    everything: Sequence[Fact] = (),
) -> list[Block]:
    """Return in one entry what is missing: expected measures, a target, an earlier value.

    `everything` are the facts of all themes: what stands under another theme is not missing.
    """
    told: list[Runs] = []
    own = [f for f in facts if f.level is Level.DISTRICT and not f.is_statement]
    known = lexicon.theme(theme)
    given = [f for f in (*facts, *everything) if f.level is Level.DISTRICT and not f.is_statement]
    expected = known.expected if known else ()
    missing = [e.name for e in expected if not _is_given(e, given, lexicon)]
    if missing:
        told.append(speaker.say("not_given", names="、".join(missing)))
    if not any(f.kind is Kind.TARGET for f in own):
        told.append(speaker.say("no_target"))
    single = dict.fromkeys(
        m.lead.indicator
        for m in live
        if not (m.is_course or m.echoes)  # what two reports tell alike is no single value
        and m.has_figure
        and m.lead.level is Level.DISTRICT
        and m.lead.kind in (Kind.SHARE, Kind.LEVEL)
        and lexicon.indicator(short_name(m.lead))
        and not any(f.kind in (Kind.GROWTH, Kind.CHANGE) for f in m.facts)
        and not any(_is_another(f, m.lead, lexicon) for f in given)
    )
    if single:
        told.append(speaker.say("no_earlier", names="、".join(list(single)[:_MOST_SINGLE])))
    return [Paragraph(ParagraphRole.ITEM, sentence(told))] if told else []


def _is_another(fact: Fact, single: Fact, lexicon: Lexicon) -> bool:
    """Return whether a figure tells the measure of `single` of another time, or in another report,
    be it not comparable with it."""
    when = (fact.period, fact.published) != (single.period, single.published)
    same = lexicon.same_measure(fact.indicator, single.indicator)
    return when and same and fact.unit == single.unit and fact.kind is not Kind.TARGET


def _is_given(expected: Expected, facts: Sequence[Fact], lexicon: Lexicon) -> bool:
    """Return whether a figure that has happened tells the expected measure, by its name, by the
    lexicon's (规模以上工业增加值: 规上工业增加值; 党员总数: 党员) or in its clause
    (22家企业获评高新技术企业)."""
    meant, plain = lexicon.indicator(expected.name), expected.words == (expected.name,)

    def said(fact: Fact) -> str:
        short = short_name(fact)
        known = lexicon.indicator(short)
        named = fact.indicator.replace(short, known.name) if known else ""
        return f"{fact.indicator} {known.name if known else ''} {named} {fact.clause}"

    return any(
        f.kind is not Kind.TARGET
        and (
            expected.is_said_in(said(f))
            or (plain and meant is not None and lexicon.indicator(short_name(f)) is meant)
        )
        and expected.is_counted_in(f.unit)
        for f in facts
    )
