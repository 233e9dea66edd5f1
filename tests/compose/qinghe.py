"""Facts, sources and material about 清河区, a district invented for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from briefgen.brief import Brief, Masthead, block_runs, plain_text
from briefgen.compose.material import Material
from briefgen.compose.narrator import Narrator
from briefgen.compose.theme import compose_theme
from briefgen.document import Area, Source
from briefgen.fact import Conflict, Fact, Kind, Level, Series
from briefgen.lexicon import load_lexicon

NARRATIVE = Path(__file__).parents[2] / "templates" / "standard" / "narrative.zh.j2"
THEMES = ("生态人文", "民营经济")


def a_fact(quote: str, number: str | None = None, **given: Any) -> Fact:
    """Return a fact with this quote, told by the report of January 2024 unless given."""
    at = quote.find(number) if number else None
    plain: dict[str, Any] = {
        "id": f"f{abs(hash((quote, number, given.get('published')))) % 10**10}",
        "source": "a.txt",
        "start": 0,
        "end": len(quote),
        "quote": quote,
        "clause": quote,
        "kind": Kind.LEVEL if number else Kind.MILESTONE,
        "indicator": quote[:at] if number else quote,
        "scope": "清河区",
        "level": Level.DISTRICT,
        "themes": ("民营经济",),
        "article": "清河新貌",
        "published": "2024-01",
        "number_text": number,
        "number_start": at,
        "number_end": at + len(number) if at is not None and number else None,
        "period_inferred": True,
        "values": (Decimal("1"),) if number else (),
    }
    made = plain | given
    if "start" in given and "end" not in given:
        made["end"] = given["start"] + len(quote)
    if "start" in given and made["number_start"] is not None:
        shift = given["start"]
        made["number_start"] += shift
        made["number_end"] += shift
    return Fact(**made)


def material(
    facts: Sequence[Fact],
    series: Sequence[Series] = (),
    conflicts: Sequence[Conflict] = (),
    as_of: date = date(2024, 6, 1),
) -> Material:
    """Return material whose sources hold each fact's quote at its own place."""
    names = sorted({(f.source, f.published) for f in facts})
    sources = tuple(
        Source(
            name, _raw([f for f in facts if f.source == name]), "", f"报道{name}", None, None, day
        )
        for name, day in names
    )
    return Material(
        area=Area("清河区", ("清河",)),
        as_of=as_of,
        masthead=Masthead("清河简报"),
        themes=THEMES,
        sources=sources,
        facts=tuple(facts),
        series=tuple(series),
        conflicts=tuple(conflicts),
        narrator=Narrator(NARRATIVE.read_text("utf-8"), str(NARRATIVE)),
        lexicon=load_lexicon(),
    )


def _raw(facts: Sequence[Fact]) -> str:
    text = [" "] * max(f.end for f in facts)
    for f in facts:
        text[f.start : f.end] = f.quote
    return "".join(text)


def brief_of(facts: Sequence[Fact], **given: Any) -> Brief:
    """Return the brief on 民营经济 made of `facts`."""
    return compose_theme("民营经济", material(facts, **given), ())


def words_of(brief: Brief) -> str:
    """Return everything the brief prints, a line a run of text."""
    return "\n".join(plain_text(runs) for block in brief.blocks for runs in block_runs(block))
