"""The gate: a fact exists only where its words and its number stand in the raw text.

Input: a raw text and a `Fact`. Output: whether the fact is grounded, and why not. It never mends
or matches fuzzily: what does not hold is refused.
"""

from __future__ import annotations

from decimal import Decimal

from briefgen.fact import Fact, Kind
from briefgen.numerals import read_number


def why_ungrounded(raw: str, fact: Fact) -> str | None:
    """Return why `fact` is refused, or None where it is grounded.

    `raw[start:end]` must be the quote, the number's own characters must lie in it and read as the
    stored values again; a decline may be stored negative. The start of a from-to fact likewise.
    """
    if not 0 <= fact.start < fact.end <= len(raw) or raw[fact.start : fact.end] != fact.quote:
        return "quote"
    if fact.is_statement:
        return None if fact.number_text is None else "number"
    if fact.number_start is None or fact.number_end is None or fact.number_text is None:
        return "number"
    if not fact.start <= fact.number_start < fact.number_end <= fact.end:
        return "place"
    if raw[fact.number_start : fact.number_end] != fact.number_text:
        return "number"
    if not _same(read_number(fact.number_text), fact.values, fact.kind):
        return "value"
    start = fact.start_value
    if start is not None and (start.value,) != read_number(raw[start.start : start.end]):
        return "start"
    return None


def _same(read: tuple[Decimal, ...], stored: tuple[Decimal, ...], kind: Kind) -> bool:
    """Return whether the values agree: 下降3.2% is stored as -3.2 in a growth or a change."""
    if read == stored and stored:
        return True
    signed = kind in (Kind.GROWTH, Kind.CHANGE, Kind.TARGET)
    return signed and bool(stored) and tuple(-v for v in read) == stored
