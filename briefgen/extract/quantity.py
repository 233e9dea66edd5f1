"""A figure's number with its unit and its hedges, as the readers of clauses take it.

Input: a numeral that stands for a figure, and the unit that was found for it. Output: a `Quantity`.
It does not judge whether a numeral is a figure: `quantities` does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefgen.numerals import Numeral, bounds_of
from briefgen.values import value_class


@value_class(frozen=True, slots=True)
class Quantity:
    """A numeral with its unit in the clean text: `[start, end)` holds hedges and unit too.

    `unit` is the unit as recorded (名 is 人), `written` as printed; `dimension` is the lexicon's.
    """

    numeral: Numeral
    start: int
    end: int
    unit: str
    written: str
    dimension: str
    hedges: tuple[str, ...]
    low: Decimal | None
    high: Decimal | None


@value_class(frozen=True, slots=True)
class Rejected:
    """A numeral that is no figure, with the reason in one word."""

    numeral: Numeral
    reason: str


AFTER_UNIT = re.compile(r"(?:以上|以下|以内|左右|上下|多|余)(?!边|样|元化|家|个|次|层|种|方)")
AFTER_UNIT_BEGINS = frozenset("以左上多余")
PER = re.compile(
    r"[/／每](?:人|户|平方公里|平方千米|公顷|斤|千瓦时|日|天|年|月|小时|平方米|亩|吨|公里|立方米|万人|百人|千人|秒|公斤)"
)
PER_BEGINS = frozenset("/／每")


def quantity_of(
    text: str, numeral: Numeral, end: int, unit: str, written: str, dimension: str
) -> Quantity:
    """Return the quantity with the hedges before the numeral and behind its unit."""
    hedges = list(numeral.hedges)
    after = AFTER_UNIT.match(text, end) if text[end : end + 1] in AFTER_UNIT_BEGINS else None
    if after is not None and after.group() not in hedges:
        hedges.append(after.group())
    if after is not None:
        end = after.end()
    if written == "个多月" and "多" not in hedges:
        hedges.append("多")
    start = numeral.start
    for hedge in hedges:
        if text.endswith(hedge, 0, start):
            start -= len(hedge)
            break
    kept = tuple(hedges)
    low, high = numeral.low, numeral.high
    if kept and len(numeral.values) == 1 and low is None and high is None:
        low, high = bounds_of(numeral.values[0], kept)
    return Quantity(numeral, start, end, unit, written, dimension, kept, low, high)


def bounded(quantity: Quantity, hedge: str) -> Quantity:
    """Return `quantity` with a hedge that the words before it say: 失业率低于5%."""
    hedges = (hedge, *quantity.hedges)
    low, high = bounds_of(quantity.numeral.value, hedges)
    return replace(quantity, hedges=hedges, low=low, high=high)


def with_unit(quantity: Quantity, unit: str) -> Quantity:
    """Return `quantity` with the unit that the from-to fact's other end states."""
    return replace(quantity, unit=unit)
