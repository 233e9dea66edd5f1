"""Stated periods as spans of days that can be put in order.

Input: a period in the wire form (`2022`, `2022-05`, `2021-06-30`, `2022-Q1`, `2022-H1`,
`2016/2021`). Output: where it ends and how long it is. It reads no Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?")


@dataclass(frozen=True, slots=True)
class Span:
    """A period: its last day as text that sorts (`2022-06-30`), and its length as a word."""

    last: str
    length: str  # "year", "half", "quarter", "month", "day", or "2016/2021" for a range


def span_of(period: str | None) -> Span | None:
    """Return the span of a period, or None for a form that is not in the list above."""
    first, slash, last = (period or "").partition("/")
    if slash:
        begin, end = span_of(first), span_of(last)
        return None if begin is None or end is None else Span(end.last, f"{first}/{last}")
    match = _FORM.fullmatch(first)
    if match is None:
        return None
    year, quarter, half, month, day = match.groups()
    # the last day need only sort: 31 stands for the end of every month
    if quarter:
        return Span(f"{year}-{int(quarter) * 3:02}-31", "quarter")
    if half:
        return Span(f"{year}-{int(half) * 6:02}-31", "half")
    if day:
        return Span(f"{year}-{month}-{day}", "day")
    return Span(f"{year}-{month}-31", "month") if month else Span(f"{year}-12-31", "year")
