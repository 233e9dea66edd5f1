"""Facts from a document: figures and statements, each with the words that ground it.

Input: a `Document`, the lexicon, the area it is about. Output: an `Extraction`: facts, every
numeral that became none with its reason, notices. It reads no file and knows no place.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from briefgen.document import Area, Document
from briefgen.errors import Notice, NoticeKind
from briefgen.extract.assemble import assemble_figures
from briefgen.extract.context import Context, make_context
from briefgen.extract.drafts import Draft
from briefgen.extract.figures import FigureReader
from briefgen.extract.grounding import why_ungrounded
from briefgen.extract.quantities import Rejected, find_quantities
from briefgen.extract.statements import find_statements
from briefgen.fact import Fact
from briefgen.lexicon import Lexicon
from briefgen.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Abstention:
    """A numeral at raw `[start, end)` that became no fact, and why."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: facts in order of place, abstentions in order, notices."""

    facts: tuple[Fact, ...]
    abstentions: tuple[Abstention, ...]
    notices: tuple[Notice, ...]


def extract_facts(document: Document, lexicon: Lexicon, area: Area) -> Extraction:
    """Return the facts of `document`, every numeral accounted for.

    A numeral is in a fact (as its number, or as the start of a from-to) or among the abstentions.
    """
    with _uncollected():
        return _extract(document, lexicon, area)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let no search for cycles run: a big text makes millions of objects, and none of them.

    Looking through them again and again takes an eighth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _extract(document: Document, lexicon: Lexicon, area: Area) -> Extraction:
    context = make_context(document, lexicon, area)
    quantities, rejected = find_quantities(context)
    raw = document.source.raw
    # before the figures, some of which stand among the problems that they tell
    statements = tuple(s for s in find_statements(context) if why_ungrounded(raw, s) is None)
    reader = FigureReader(context)
    reader.read(quantities)
    figures, refused = assemble_figures(context, reader.drafts)
    lost = [(q.numeral, why) for q, why in reader.refused]
    lost += [(n, why) for draft, why in refused for n in _numerals(draft)]
    facts = sorted((*figures, *statements), key=_place)
    return Extraction(tuple(facts), _abstentions(context, rejected, lost), _notices(document))


def _place(fact: Fact) -> tuple[int, int, str]:
    return (fact.start if fact.number_start is None else fact.number_start, fact.end, fact.id)


def _numerals(draft: Draft) -> tuple[Numeral, ...]:
    start = () if draft.start is None else (draft.start.numeral,)
    return (*start, draft.quantity.numeral)


def _abstentions(
    context: Context, rejected: tuple[Rejected, ...], lost: list[tuple[Numeral, str]]
) -> tuple[Abstention, ...]:
    """Return the abstentions in order of place, with raw offsets."""
    found = []
    for numeral, reason in [*((r.numeral, r.reason) for r in rejected), *lost]:
        start, end = context.document.offsets.raw_span(numeral.start, numeral.end)
        found.append(Abstention(start, end, context.document.source.raw[start:end], reason))
    return tuple(sorted(found, key=lambda a: (a.start, a.end)))


def _notices(document: Document) -> tuple[Notice, ...]:
    if document.source.published is not None:
        return ()
    return (
        Notice(
            NoticeKind.PERIOD,
            "the source has no date: 去年, 今年 and the like stay open",
            path=document.source.name,
            hint='give it one in sources.toml: published = "2023-01"',
        ),
    )
