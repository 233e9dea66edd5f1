"""Stated periods as spans of days that can be put in order.

Input: a period in the wire form (`2022`, `2022-05`, `2021-06-30`, `2022-Q1`, `2022-H1`,
`2016/2021`). Output: where it begins and ends, and how long it is. It reads no Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_FORM = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?")


@dataclass(frozen=True, slots=True)
class Span:
    """A period: its first and last day as text that sorts (`2022-06-30`), its length as a word.

    What is equally long and begins in the same month of its year, 1—11月 of two years say, has the
    same length.
    """

    first: str
    last: str
    length: str  # "year", "half", "quarter", "month", "day", "01/11+11" for a range

    @property
    def months(self) -> int:
        """Return how many months are begun in the span."""
        years = int(self.last[:4]) - int(self.first[:4])
        return 12 * years + int(self.last[5:7]) - int(self.first[5:7]) + 1


def span_of(period: str | None) -> Span | None:
    """Return the span of a period, or None for a form that is not in the list above."""
    first, slash, last = (period or "").partition("/")
    if slash:
        begin, end = span_of(first), span_of(last)
        if begin is None or end is None:
            return None
        whole = Span(begin.first, end.last, "")
        return replace(whole, length=f"{first[5:]}/{last[5:]}+{whole.months}")
    match = _FORM.fullmatch(first)
    if match is None:
        return None
    year, quarter, half, month, day = match.groups()
    if day:
        return Span(first, first, "day")
    length = "quarter" if quarter else "half" if half else "month" if month else "year"
    count = {"quarter": 3, "half": 6, "month": 1, "year": 12}[length]
    end_month = count * int(quarter or half or month or 1)
    # the last day need only sort: 31 stands for the end of every month
    return Span(f"{year}-{end_month - count + 1:02}-01", f"{year}-{end_month:02}-31", length)
