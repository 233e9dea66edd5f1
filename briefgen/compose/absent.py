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
) -> list[Block]:
    """Return in one entry what is missing: expected measures, a target, an earlier value."""
    told: list[Runs] = []
    own = [f for f in facts if f.level is Level.DISTRICT and not f.is_statement]
    known = lexicon.theme(theme)
    missing = [e.name for e in (known.expected if known else ()) if not _is_given(e, own)]
    if missing:
        told.append(speaker.say("not_given", names="、".join(missing)))
    if not any(f.kind is Kind.TARGET for f in own):
        told.append(speaker.say("no_target"))
    single = dict.fromkeys(
        m.lead.indicator
        for m in live
        if not m.is_course
        and m.has_figure
        and m.lead.level is Level.DISTRICT
        and m.lead.kind in (Kind.SHARE, Kind.LEVEL)
        and lexicon.indicator(short_name(m.lead))
        and not any(f.kind in (Kind.GROWTH, Kind.CHANGE) for f in m.facts)
    )
    if single:
        told.append(speaker.say("no_earlier", names="、".join(list(single)[:_MOST_SINGLE])))
    return [Paragraph(ParagraphRole.ITEM, sentence(told))] if told else []


def _is_given(expected: Expected, facts: Sequence[Fact]) -> bool:
    """Return whether a figure that has happened tells the expected measure."""
    return any(
        f.kind is not Kind.TARGET
        and all(word in f.indicator for word in expected.words)
        and (not expected.unit or f.unit == expected.unit)
        for f in facts
    )
