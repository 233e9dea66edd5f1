"""Whether two figures for the same thing can both be true.

Input: two facts. Output: yes or no. It does not ask whether they are about the same thing.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from briefgen.fact import Fact

_DIGITS = re.compile(r"\d+(?:\.(\d+))?")


def agree(first: Fact, second: Fact) -> bool:
    """Return whether both may be true: equal, one rounded from the other, or within its bounds."""
    if first.values == second.values:
        return True
    if len(first.values) != 1 or len(second.values) != 1:
        return False
    if _is_bounded(first) or _is_bounded(second):
        return _overlap(first, second)
    return _rounds_to(first, second) or _rounds_to(second, first)


def _is_bounded(fact: Fact) -> bool:
    return fact.low is not None or fact.high is not None


def _overlap(first: Fact, second: Fact) -> bool:
    low_1, high_1 = _bounds(first)
    low_2, high_2 = _bounds(second)
    too_low = high_1 is not None and low_2 is not None and high_1 < low_2
    too_high = low_1 is not None and high_2 is not None and low_1 > high_2
    return not (too_low or too_high)


def _bounds(fact: Fact) -> tuple[Decimal | None, Decimal | None]:
    return (fact.low, fact.high) if _is_bounded(fact) else (fact.value, fact.value)


def _rounds_to(exact: Fact, rounded: Fact) -> bool:
    """Return whether `rounded` is `exact` printed with fewer digits: 8.63万 as 8.6万."""
    step = _last_digit(rounded)
    if step is None or (finer := _last_digit(exact)) is None or finer >= step:
        return False
    return (exact.value / step).quantize(Decimal(1), ROUND_HALF_UP) * step == rounded.value


def _last_digit(fact: Fact) -> Decimal | None:
    """Return what one more in the last printed digit is worth: 1000 in 8.6万; None if unknown."""
    match = _DIGITS.search((fact.number_text or "").replace(",", ""))
    if match is None or not (shown := Decimal(match[0])):
        return None
    magnitude = abs(fact.value) / shown
    return magnitude.scaleb(-len(match[1] or ""))
