"""Festivals and holidays that a figure is of: 今年国庆假期，全县共接待游客46.8万人次.

Input: a `Context`, a clause and a place in it. Output: the holiday's name, or "". It dates none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context

_HOLIDAY = re.compile(
    '[“"]?(?P<name>(?:国庆|中秋|春节|元旦|清明|五一|端午|劳动节|双1[12]|双十[一二]|暑期|寒假|暑假)'
    '(?:[、”"]*(?:国庆|中秋|五一|春节))?)[”"]?(?P<span>(?:小长假|长假|假期|假日|黄金周|购物节|档|期间|节)*)'
    "|(?<=[，。；\\n])(?P<bare>(?:小长假|长假|假期|假日|黄金周)(?:期间)?)(?=，)"
)
_REACH = 300  # characters that a holiday holds along a paragraph
_FAR = 1500  # characters back to the name of 假期期间
_NAMED = re.compile("国庆|中秋|春节|元旦|清明|五一|端午|劳动节|双1[12]|双十|暑期|寒假|暑假")
_MARKS = str.maketrans("", "", '“”"、')


def holiday_of(context: Context, clause: Clause, at: int) -> str:
    """Return the holiday that holds for clean `at`, up to the next time told in its paragraph.

    A name that is only part of another word (春节前开工) says when something is to be done.
    """
    if not _holidays(context):
        return ""
    since = max(context.paragraph_of(clause).start, at - _REACH)
    told = [m for m in _within(context, since, at) if m.end() <= at and _holds(context, m)]
    if not told:
        return ""
    last = told[-1]
    times = context.stated_in(last.end(), at)
    if any(not t.local or clause.start <= t.start for t in times):
        return ""
    name = last["name"]
    if name is None:
        near = _within(context, last.start() - _FAR, last.start())
        before = [m for m in near if m["name"]]
        return _called(before[-1]) if before else ""
    return _called(last)


def _holidays(context: Context) -> tuple[re.Match[str], ...]:
    """Return every holiday that the text names, looked for once."""
    known: dict[int, tuple[re.Match[str], ...]] = context.remembered.setdefault(holiday_of, {})
    if 0 not in known:
        named = _NAMED.search(context.text) is not None
        known[0] = tuple(_HOLIDAY.finditer(context.text)) if named else ()
    return known[0]


def _within(context: Context, start: int, end: int) -> Sequence[re.Match[str]]:
    """Return the holidays that begin in clean `[start, end)`."""
    every = _holidays(context)
    first = bisect_left(every, start, key=re.Match.start)
    return every[first : bisect_left(every, end, first, key=re.Match.start)]


def _holds(context: Context, match: re.Match[str]) -> bool:
    """Return whether the holiday opens what follows: its clause ends, or 期间 follows."""
    if match["bare"]:
        return True
    after = context.text[match.end() : match.end() + 1]
    return bool(match["span"]) or after in ("，", ",")


def _called(match: re.Match[str]) -> str:
    name = match["name"].translate(_MARKS).replace("11", "十一").replace("12", "十二")
    span = re.sub("期间$", "", match["span"] or "") or "期间"
    return name + ("假期" if span in ("假日", "节") and not name.endswith("节") else span)
