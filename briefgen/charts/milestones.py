"""The rule for a time line: statements of a theme whose dates the sources themselves state.

Input: a `Sight`. Output: at most one candidate. It gives no statement a date, and no plan a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from briefgen.chart import ChartKind, Point
from briefgen.charts.sight import Candidate, Sight, make_spec, times_of
from briefgen.fact import Fact, Kind, Level, Status
from briefgen.lexicon.model import plain_name
from briefgen.telling import dense, period_text, states_period

_KINDS = frozenset({Kind.MILESTONE, Kind.HONOUR, Kind.MEASURE})
_HAPPENED = frozenset({Status.DONE, Status.AWARDED, Status.SIGNED, Status.STARTED})
_FEWEST = 3
_MOST = 8
_NAME = 3  # characters of a body's name that must stand in the words about it
_LONGEST = 48  # characters: a claim is never cut, a longer one is left to the text
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")
_OPENING = re.compile(
    r"^(?:自|从|于)?(?:\d{4}年|今年|去年)?\d{1,2}月(?:\d{1,2}日)?(?:[至到—–-]\d{1,2}(?:月\d{1,2})?日?)?"
    r"(?:起|开始|以来|，|,|、)*"
)
_MERE_MEETING = re.compile("召开.{0,16}会议$|主持召开|列席|审议|视察|调研")
_RELATIVE = re.compile(
    "^[她他它]们?|^[这那此][里处]|去年|今年|明年|目前|近日|日前|最近|同时|此外|其中|随后|随即"
)


def timeline(sight: Sight) -> Iterator[Candidate]:
    """Yield a time line where at least three statements carry a stated date (claims 1, 2, 5).

    A date counts where the source gives the month, in the clause or before it in its sentence
    (今年5月，为…，全区上下开展…). Plans are left out, for whether they are past depends on the day
    of the issue; so are quoted words, statements about one body that do not name it, and meetings
    of which nothing is told but that they were held.
    """
    told: dict[tuple[str, str], Fact] = {}
    for fact in sight.sound:
        if _is_dated(fact) and (words := _words(fact)):
            told.setdefault(((fact.period or "")[:10], plain_name(words)), fact)
    facts = sorted(told.values(), key=lambda f: (f.period or "", f.source, f.start))[-_MOST:]
    if len(facts) < _FEWEST:
        return
    own = _own_name(sight)
    points = [Point(own.sub("", _words(f)), _ordinal(f), _day(f), (f.id,)) for f in facts]
    since = period_text((facts[0].period or "")[:7])
    spec = make_spec(
        ChartKind.TIMELINE,
        [f"{since}以来{len(facts)}项有日期的进展"],
        f"按原文写明的日期；{sight.area.place}；{times_of(facts, by_report=True)}",
        "",
        points,
    )
    yield Candidate(spec, 48)


def _is_dated(fact: Fact) -> bool:
    stated = states_period(fact) and (fact.level is not Level.ENTITY or _names_itself(fact))
    days = (fact.period or "").split("/")
    return (
        stated
        and fact.kind in _KINDS
        and fact.status in _HAPPENED
        and all(_DAY.fullmatch(day) for day in days)
    )


def _own_name(sight: Sight) -> re.Pattern[str]:
    """Return what a time line of the area need not say: 清河区全区上下大力开展…."""
    names = "|".join(map(re.escape, (sight.area.place, *sight.area.aliases)))
    return re.compile(
        f"^(?:{names})?[全我][区县市旗州]上下|^(?:{names})(?=举行|召开|开展|启动|印发|出台)"
    )


def _names_itself(fact: Fact) -> bool:
    """Return whether the words name the body: 腾海 of 江北腾海工贸有限公司 in 腾海工贸完成摘牌."""
    words = plain_name(_words(fact))
    body = plain_name(fact.scope or "")
    return any(body[i : i + _NAME] in words for i in range(len(body) - _NAME + 1))


def _day(fact: Fact) -> str:
    """Return the date in words; a span inside one month as 2021年12月27—30日.

    What began and goes on when it is reported (自2022年10月开始) has no end of its own.
    """
    first, _, last = (fact.period or "").partition("/")
    if last and fact.status is Status.STARTED and last == fact.published:
        return f"{period_text(first)}起"
    if len(last) == 10 and last[:7] == first[:7]:
        return f"{period_text(first).removesuffix('日')}—{period_text(last).partition('月')[2]}"
    return period_text(fact.period or "")


def _ordinal(fact: Fact) -> Decimal:
    year, month, *day = (int(p) for p in (fact.period or "").split("/")[0].split("-"))
    return Decimal(date(year, month, day[0] if day else 1).toordinal())


def _words(fact: Fact) -> str:
    """Return the clause without the date that it opens with; empty where it cannot stand alone."""
    text = _OPENING.sub("", dense(fact.clause or fact.quote)).strip("，,、；。：")
    dull = len(text) > _LONGEST or _RELATIVE.search(text) or _MERE_MEETING.search(text)
    return "" if dull else text
