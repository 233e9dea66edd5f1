"""Periods of time expressions, one resolver a kind: 去年 goes by the day of publication.

Input: a match of `times`, the source's date, the year, month and day told last. Output: the period
in wire form, and its second reading. It finds no expressions and keeps no state.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from briefgen.numerals import read_number

NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative times start from; None where it is not known."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def told(self) -> str | None:
        """Return the anchor's month as a period: what lasts since a year is not told by the day."""
        if self.year is None:
            return None
        return period(self.year, self.month)

    @property
    def closed_year(self) -> int | None:
        """Return the last year that an article of this date can look back on as a whole.

        An article of December speaks of its own year, one of January to March of the year before.
        """
        if self.year is None:
            return None
        late = self.month is not None and self.month >= 11
        return self.year if late else self.year - 1


def period(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return a period in wire form: 2021, 2021-06 or 2021-06-30."""
    parts = [f"{year:04d}"] + [f"{p:02d}" for p in (month, day) if p is not None]
    return "-".join(parts)


@lru_cache(maxsize=64)
def anchor_of(published: str | None) -> Anchor:
    """Return the anchor of a date of publication: "2023", "2023-01" or "2023-01-20"."""
    if not published:
        return Anchor(None)
    return Anchor(*(int(p) for p in published.split("-")))


@dataclass(slots=True)
class Running:
    """The year, month and day told last, within a paragraph."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    since: int | None = None  # the year of 去年以来
    told: bool = False  # the year, by the text itself


# --- one resolver a kind ----------------------------------------------------------------------

_Value = tuple[str | None, str | None]


def _int(text: str | None) -> int | None:
    if text is None:
        return None
    values = read_number(text)
    return int(values[0]) if values else None


def _year(text: str) -> int:
    values = read_number(text)
    return int(values[0])


def _days(year: int, month: int, day: int, month2: int | None, day2: int | None) -> str:
    first = period(year, month, day)
    if day2 is None:
        return first
    later = month2 or (month if day2 >= day else month % 12 + 1)
    return f"{first}/{period(year + (later < month), later, day2)}"


def _part_of(year: int | None, part: str) -> str | None:
    if year is None:
        return None
    if "前三季度" in part:
        return f"{year}-01/{year}-09"
    if part.endswith("季报"):
        return f"{year}-Q{_int(part[0])}"
    if "上半年" in part or part == "半年报":
        return f"{year}-H1"
    if "下半年" in part:
        return f"{year}-H2"
    if part.endswith("季度"):
        return f"{year}-Q{_int(part.removeprefix('第')[0])}"
    if part.endswith("个月"):
        return f"{year}-01/{period(year, _int(part[1:-2]))}"
    ends = [_int(n) for n in re.findall(NUMBER, part)]
    if len(ends) != 2 or None in ends:
        return None
    return f"{period(year, ends[0])}/{period(year, ends[1])}"


def _relative_year(word: str, anchor: Anchor, running: Running) -> int | None:
    if word == "当年":
        return running.year  # 当年最难的时候: nobody says when
    if word in ("同年", "本年"):
        return running.year or anchor.year
    if word == "次年":
        return None if running.year is None else running.year + 1
    if anchor.year is None:
        return None
    if word in ("过去一年", "过去的一年", "一年来"):
        return anchor.closed_year
    # A bulletin of 2022 that is out in March 2023 means 2021 by 上年
    if word in ("上年", "上一年") and running.year is not None and running.year < anchor.year:
        return running.year - 1
    steps = {"去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1, "后年": 2}
    return anchor.year + steps.get(word, 0)


_TO_COME = re.compile("(?:将|拟|预计|计划|有望|争取|力争|定|可望)[于在到]?$")


def _month_year(m: re.Match[str], month: int, anchor: Anchor, running: Running) -> int | None:
    """Return the year of a bare month: the next such month of what is to come (将于9月投产), else
    the year told before, else the latest such month."""
    coming = _TO_COME.search(m.string, max(0, m.start() - 4), m.start()) is not None
    if coming and anchor.year is not None and anchor.month is not None:
        return anchor.year + (month < anchor.month)
    if running.year is not None:
        return running.year
    if anchor.year is None:
        return None
    return anchor.year - (anchor.month is not None and month > anchor.month)


def _yy(m: re.Match[str], _a: Anchor, _r: Running) -> _Value:
    return f"{_year(m['y1'])}/{_year(m['y2'])}", None


def _ymd(m: re.Match[str], _a: Anchor, _r: Running) -> _Value:
    year, month, day = _year(m["y3"]), _int(m["m3"]) or 1, _int(m["d3"]) or 1
    return _days(year, month, day, _int(m["m3b"]), _int(m["d3b"])), None


def _yp(m: re.Match[str], _a: Anchor, _r: Running) -> _Value:
    return _part_of(_year(m["y4"]), m["p4"]), None


def _ym(m: re.Match[str], _a: Anchor, _r: Running) -> _Value:
    return period(_year(m["y5"]), _int(m["m5"])), None


def _y(m: re.Match[str], _a: Anchor, _r: Running) -> _Value:
    return period(_year(m["y6"])), None


def _rmd(m: re.Match[str], a: Anchor, r: Running) -> _Value:
    year = _relative_year(m["r7"], a, r)
    if year is None:
        return None, None
    month, day = _int(m["m7"]) or 1, _int(m["d7"]) or 1
    return _days(year, month, day, _int(m["m7b"]), _int(m["d7b"])), None


def _rp(m: re.Match[str], a: Anchor, r: Running) -> _Value:
    return _part_of(_relative_year(m["r8"], a, r), m["p8"]), None


def _rm(m: re.Match[str], a: Anchor, r: Running) -> _Value:
    year = _relative_year(m["r9"], a, r)
    return (None if year is None else period(year, _int(m["m9"]))), None


def _r(m: re.Match[str], a: Anchor, r: Running) -> _Value:
    year = _relative_year(m["r10"], a, r)
    return (None if year is None else period(year)), None


def _span(m: re.Match[str], a: Anchor, _r: Running) -> _Value:
    """Resolve 过去五年 and 未来五年; the base year comes first, the other reading is alt.

    Told in December 2021 or January 2022: 过去五年 is 2016/2021 (2017/2021), 未来五年 2021/2026.
    """
    count = _int(m["n11"] or m["n12"] or m["n13"])
    if a.year is None or count is None or a.closed_year is None:
        return None, None
    early = a.month is None or a.month <= 6
    base = a.year - 1 if early else a.year
    if m["dir"] in ("未来", "今后", "接下来", "下一个"):
        return f"{base}/{base + count}", f"{base + 1}/{base + count}"
    end = a.closed_year if early and (a.month is None or a.month <= 3) else a.year
    if count == 1:
        return period(end), None
    return f"{end - count}/{end}", f"{end - count + 1}/{end}"


def _plan(m: re.Match[str], a: Anchor, _r: Running) -> _Value:
    """Resolve a five-year plan: 十三五 is 2016/2020, its end 2020.

    “十三五”以来 goes on until the report, be that within its years or after them.
    """
    number = 10 + (_int(m["p14"]) or 0)
    end = 1955 + 5 * number
    if m["plan"].endswith("以来") and a.year is not None and a.year >= end - 4:
        return f"{end - 4}/{a.told}", None
    return (period(end) if m["e14"] else f"{end - 4}/{end}"), None


def _md(m: re.Match[str], a: Anchor, r: Running) -> _Value:
    month, day = _int(m["m15"]) or 1, _int(m["d15"]) or 1
    year = _month_year(m, month, a, r)
    if year is None:
        return None, None
    return _days(year, month, day, _int(m["m15b"]), _int(m["d15b"])), None


def _p(m: re.Match[str], a: Anchor, r: Running) -> _Value:
    told = _part_of(r.year or a.year, m["p16"])
    bare = r.year is None and told is not None and _to_come(told, a)
    if bare and a.year is not None and _PLANS_IT.match(m.string, m.end()) is None:
        told = _part_of(a.year - 1, m["p16"])  # 前三季度, told in January
    return told, None


_PLANS_IT = re.compile("[^。；]{0,24}(?:力争|有望|确保|将|要|计划|拟|争取|完成招标|启动)")


def _to_come(value: str, anchor: Anchor) -> bool:
    """Return whether a part of half a year or more lies ahead of one of the first months."""
    if anchor.month is None or anchor.month > 3:
        return False
    if value.endswith(("-H1", "-H2")):
        return True
    last = value.partition("/")[2].rpartition("-")[2]
    return last.isdigit() and int(last) >= 6


def _m(m: re.Match[str], a: Anchor, r: Running) -> _Value:
    month = _int(m["m17"]) or 1
    year = _month_year(m, month, a, r)
    return (None if year is None else period(year, month)), None


_HOPED = re.compile("[^，。；0-9]{0,14}(?:力争|有望|确保)")  # 全年地区生产总值力争增长7%以上


_AIMED = re.compile("[^，。；]{2,30}的(?:目标|任务|计划)")


def _year_of(_m: re.Match[str], a: Anchor, r: Running) -> _Value:
    year = r.since or r.year or a.closed_year
    if _m["year_of"] == "年内" and r.year is None:
        return (None if a.year is None else period(a.year)), None
    hoped = _m.string[max(0, _m.start() - 2) : _m.start()] in ("预计", "力争", "有望", "确保")
    hoped = hoped or _HOPED.match(_m.string, _m.end()) is not None
    # 全年完成生产总值140亿元的目标仍需努力, told in October
    running = a.month is not None and 4 <= a.month <= 11
    hoped = hoped or (running and _AIMED.match(_m.string, _m.end()) is not None)
    year = a.year if hoped and r.year is None else year
    return (None if year is None else period(year)), None


def _same(m: re.Match[str], _a: Anchor, r: Running) -> _Value:
    if m["same"] == "次日" and r.day is not None:
        return _day_after(Anchor(r.year, r.month, r.day), 1), None
    return (None if r.year is None else period(r.year, r.month, r.day)), None


def _near(m: re.Match[str], a: Anchor, _r: Running) -> _Value:
    """Resolve 上月 and 上季度 from the month of publication: 上月, told in January, is December."""
    if a.year is None or a.month is None:
        return None, None
    size = 3 if m["near"].endswith("季度") else 1
    at = a.year * 12 + a.month - 1
    at -= at % size + (size if m["near"][0] == "上" else 0)
    year, month = divmod(at, 12)
    return (period(year, month + 1) if size == 1 else f"{year}-Q{month // 3 + 1}"), None


def _yesterday(_m: re.Match[str], a: Anchor, _r: Running) -> _Value:
    return _day_after(a, -1), None


def _day_after(told: Anchor, days: int) -> str | None:
    if told.year is None or told.month is None or told.day is None:
        return None
    try:
        return (date(told.year, told.month, told.day) + timedelta(days)).isoformat()
    except ValueError:  # 2月30日
        return None


def _span_of(m: re.Match[str], _a: Anchor, _r: Running) -> _Value:
    first = period(_year(m["ya"]), _int(m["ma"]), _int(m["da"]))
    return f"{first}/{period(_year(m['yb']), _int(m['mb']), _int(m['db']))}", None


def _iso(m: re.Match[str], _a: Anchor, _r: Running) -> _Value:
    return period(int(m["yi"]), int(m["mi"]), int(m["di"])), None


def _nothing(_m: re.Match[str], _a: Anchor, _r: Running) -> _Value:
    return None, None


# what only the day of publication makes a date of: 去年, 今年5月, 过去五年, 昨日
FROM_TODAY = frozenset(
    (
        "rmd",
        "rp",
        "rm",
        "r",
        "span",
        "md",
        "p",
        "m",
        "year_of",
        "same",
        "near",
        "yesterday",
        "today",
    )
)

RESOLVERS: dict[str, Callable[[re.Match[str], Anchor, Running], _Value]] = {
    "yy": _yy,
    "ymd": _ymd,
    "yp": _yp,
    "ym": _ym,
    "y": _y,
    "rmd": _rmd,
    "rp": _rp,
    "rm": _rm,
    "r": _r,
    "span": _span,
    "plan": _plan,
    "md": _md,
    "p": _p,
    "m": _m,
    "year_of": _year_of,
    "same": _same,
    "near": _near,
    "span_of": _span_of,
    "iso": _iso,
    "yesterday": _yesterday,
    "today": _nothing,
    "asof": _nothing,
    "vague": _nothing,
}
