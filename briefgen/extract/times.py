"""Time expressions, resolved against the source's date and the years told before them.

Input: a `Document`. Output: `TimeSpan`s in order, with a period in wire form where one is stated.
It does not decide which period a figure has: `periods` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.document import Document
from briefgen.extract.time_roles import ATTRIBUTE, FOR_LATER, OF_NUMBER, role_of
from briefgen.extract.time_roles import SINCE_FOUNDING as SINCE_FOUNDING
from briefgen.extract.time_roles import TimeRole as TimeRole
from briefgen.numerals import read_number


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression at clean `[start, end)`; `value` is its period, None where none follows.

    `alt` is the second reading of 过去五年; `deadline` marks 到2025年; `since` marks 以来.
    """

    start: int
    end: int
    role: TimeRole
    value: str | None
    alt: str | None = None
    deadline: bool = False
    since: bool = False
    local: bool = False  # 增加到2020年的510亿元: holds for its own clause alone
    expected: bool = False  # 预计2021年突破700亿元: what follows has happened, this has not
    inferred: bool = False  # 去年以来…，全年新增2.5万户: which year is meant is not written


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative times start from; None where it is not known."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def told(self) -> str | None:
        """Return the anchor as a period."""
        if self.year is None:
            return None
        return period(self.year, self.month, self.day)

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


def anchor_of(published: str | None) -> Anchor:
    """Return the anchor of a date of publication: "2023", "2023-01" or "2023-01-20"."""
    if not published:
        return Anchor(None)
    return Anchor(*(int(p) for p in published.split("-")))


_Y = r"(?P<{}>[0-9０-９]{{4}}|[一二][〇零一二三四五六七八九]{{3}})"
_N = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_TO = r"(?:至|到|—|–|-|－|~|～)"
_PART = (
    r"(?P<{0}>前三季度|[一三]季报|半年报|上半年|下半年|第?[一二三四1-4]季度|(?:前|头)(?:[一二三四五六七八九十]|1?[0-9])个月"
    r"|(?:[1一]{1}|{N}月?){TO}{N}月份?)"
)


def _part(name: str) -> str:
    return _PART.replace("{0}", name).replace("{N}", _N).replace("{TO}", _TO)


_RELATIVE = (
    r"(?:去年|今年|前年|明年|后年|上年|本年|当年|同年|次年|上一年|过去一年|过去的一年|一年来)"
)
_COUNT = r"(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})"
_TIME = re.compile(
    "|".join(
        (
            rf"(?P<yy>{_Y.format('y1')}年?{_TO}{_Y.format('y2')}年)",
            rf"(?P<ymd>{_Y.format('y3')}年(?P<m3>{_N})月(?P<d3>{_DAY})日"
            rf"(?:{_TO}(?:(?P<m3b>{_N})月)?(?P<d3b>{_DAY})日)?)",
            rf"(?P<yp>{_Y.format('y4')}年度?的?{_part('p4')})",
            rf"(?P<ym>{_Y.format('y5')}年(?P<m5>{_N})月份?(?:底|末|初)?)",
            rf"(?P<y>(?<![0-9０-９]){_Y.format('y6')}年(?:度|末|底|初|全年|间)?(?!期|[生]))",
            rf"(?P<rmd>(?P<r7>{_RELATIVE})(?P<m7>{_N})月(?P<d7>{_DAY})日"
            rf"(?:{_TO}(?:(?P<m7b>{_N})月)?(?P<d7b>{_DAY})日)?)",
            rf"(?P<rp>(?P<r8>{_RELATIVE})的?{_part('p8')})",
            rf"(?P<rm>(?P<r9>{_RELATIVE})(?P<m9>{_N})月份?(?:底|末|初)?)",
            rf"(?P<r>(?P<r10>{_RELATIVE})(?:全年|同期|年?末|年?底|年?初)?)",
            rf"(?P<span>(?P<dir>过去的?这?|近|这|未来|今后|接下来|下一个|(?<!学)前|最近)(?P<n11>{_COUNT})年"
            r"(?:来|间|里|以来|多来)?|(?P<n12>五)年(?:来|间|成就|以来|里)"
            rf"|(?<![0-9十])(?P<n13>{_COUNT})年(?:来|间|(?=累计))(?!，?[一二]))",
            r"(?P<plan>“?十(?P<p14>[一二三四五六])五”?(?P<e14>期?末|收官)?(?:规划)?(?:以来|期间|时期)?)",
            rf"(?P<md>(?<![0-9])(?P<m15>{_N})月(?P<d15>{_DAY})日"
            rf"(?:{_TO}(?:(?P<m15b>{_N})月)?(?P<d15b>{_DAY})日)?)",
            rf"(?P<p>(?<![0-9]){_part('p16')})",
            rf"(?P<m>(?<![0-9个半])(?P<m17>{_N})月(?:份|底|末|初)?(?![份0-9一]))",
            r"(?P<year_of>全年|年末|年底|年初|年内|本年度)",
            r"(?P<same>当天|当日|同日|当月|本月|上月|次日)",
            r"(?P<today>昨日|今天|今日|昨天)",
            r"(?P<asof>截至目前|截止目前|截至|截止|目前|当前|如今|现在|迄今|至今)",
            r"(?P<vague>近日|日前|近期|近年来?|近来|长期以来|多年来|[几多]年下来|几年间|新时代以来|历年)",
        )
    )
)
# 截至2025年, 提高到今年的84%: reached, and no aim
_ROSE_TO = re.compile("截至$|(?:提高|增加|增长|上升|下降|降低?|扩大|减少|缩小|提升|升|恢复)[到至]$")
_YEARISH = re.compile(
    r"(?<![0-9０-９])(20[0-9]{2}|19[0-9]{2})(?=年(?![0-9]{1,2}月[0-9]{1,2}日)|$|\s)"
)


@dataclass(slots=True)
class _Running:
    """The year, month and day told last, within a paragraph."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    since: int | None = None  # the year of 去年以来


def find_times(document: Document) -> tuple[TimeSpan, ...]:
    """Return the time expressions of all paragraphs in order, spans in the clean text."""
    anchor = anchor_of(document.source.published)
    found: list[TimeSpan] = []
    for paragraph in document.paragraphs:
        home = heading_year(paragraph.heading)
        if home is None and document.articles:
            home = heading_year(document.articles[paragraph.article].title)
        running = _Running(year=home)
        found.extend(_in_span(document.text, paragraph.start, paragraph.end, anchor, running))
    return tuple(found)


def heading_year(heading: str | None) -> int | None:
    """Return the one year that a heading names (2022年工作回顾), None for none or two."""
    years = {int(y) for y in _YEARISH.findall(heading or "")}
    return years.pop() if len(years) == 1 else None


def _in_span(
    text: str, start: int, end: int, anchor: Anchor, running: _Running
) -> Iterator[TimeSpan]:
    at = start
    while (match := _TIME.search(text, at, end)) is not None:
        yield _resolved(text, match, anchor, running)
        at = match.end()


def _resolved(text: str, match: re.Match[str], anchor: Anchor, running: _Running) -> TimeSpan:
    kind = match.lastgroup or ""
    kind = next(k for k, v in match.groupdict().items() if v is not None and k in _RESOLVERS)
    value, alt = _RESOLVERS[kind](match, anchor, running)
    start, end = match.span()
    role = role_of(text, start, end, kind)
    since = text.startswith(("以来", "起", "开始"), end)
    if since and value is not None and kind != "span" and "/" not in value and anchor.told:
        opens = f"{value}-01" if value == str(anchor.year) and anchor.month else value
        value = f"{opens}/{anchor.told}"  # 今年以来, told in June: 2025-01/2025-06
    if role is TimeRole.STATED and value is not None and kind not in ("span", "plan"):
        _remember(value, running)
    deadline = text[max(0, start - 1) : start] in ("到", "至") or text[
        max(0, start - 2) : start
    ] in ("到“",)
    deadline = deadline and _ROSE_TO.search(text, max(0, start - 3), start) is None
    local = OF_NUMBER.match(text, end) is not None or ATTRIBUTE.match(text, end) is not None
    local = local or FOR_LATER.search(text[max(0, start - 10) : start]) is not None
    expected = text[max(0, start - 2) : start] in ("预计", "预期", "力争", "有望")
    running.since = int(value[:4]) if since and value is not None else running.since
    inferred = kind == "year_of" and running.since is not None
    return TimeSpan(start, end, role, value, alt, deadline, since, local, expected, inferred)


def _remember(value: str, running: _Running) -> None:
    last = value.rpartition("/")[2]
    parts = last.split("-")
    running.year = int(parts[0])
    running.month = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else None
    running.day = int(parts[2]) if len(parts) > 2 else None


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
    ends = [_int(n) for n in re.findall(_N, part)]
    if len(ends) != 2 or None in ends:
        return None
    return f"{period(year, ends[0])}/{period(year, ends[1])}"


def _relative_year(word: str, anchor: Anchor, running: _Running) -> int | None:
    if word in ("当年", "同年", "本年"):
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


def _month_year(month: int, anchor: Anchor, running: _Running) -> int | None:
    """Return the year of a bare month: the year told before, else the latest such month."""
    if running.year is not None:
        return running.year
    if anchor.year is None:
        return None
    return anchor.year - (anchor.month is not None and month > anchor.month)


def _yy(m: re.Match[str], _a: Anchor, _r: _Running) -> _Value:
    return f"{_year(m['y1'])}/{_year(m['y2'])}", None


def _ymd(m: re.Match[str], _a: Anchor, _r: _Running) -> _Value:
    year, month, day = _year(m["y3"]), _int(m["m3"]) or 1, _int(m["d3"]) or 1
    return _days(year, month, day, _int(m["m3b"]), _int(m["d3b"])), None


def _yp(m: re.Match[str], _a: Anchor, _r: _Running) -> _Value:
    return _part_of(_year(m["y4"]), m["p4"]), None


def _ym(m: re.Match[str], _a: Anchor, _r: _Running) -> _Value:
    return period(_year(m["y5"]), _int(m["m5"])), None


def _y(m: re.Match[str], _a: Anchor, _r: _Running) -> _Value:
    return period(_year(m["y6"])), None


def _rmd(m: re.Match[str], a: Anchor, r: _Running) -> _Value:
    year = _relative_year(m["r7"], a, r)
    if year is None:
        return None, None
    month, day = _int(m["m7"]) or 1, _int(m["d7"]) or 1
    return _days(year, month, day, _int(m["m7b"]), _int(m["d7b"])), None


def _rp(m: re.Match[str], a: Anchor, r: _Running) -> _Value:
    return _part_of(_relative_year(m["r8"], a, r), m["p8"]), None


def _rm(m: re.Match[str], a: Anchor, r: _Running) -> _Value:
    year = _relative_year(m["r9"], a, r)
    return (None if year is None else period(year, _int(m["m9"]))), None


def _r(m: re.Match[str], a: Anchor, r: _Running) -> _Value:
    year = _relative_year(m["r10"], a, r)
    return (None if year is None else period(year)), None


def _span(m: re.Match[str], a: Anchor, _r: _Running) -> _Value:
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


def _plan(m: re.Match[str], _a: Anchor, _r: _Running) -> _Value:
    """Resolve a five-year plan: 十三五 is 2016/2020, its end 2020."""
    number = 10 + (_int(m["p14"]) or 0)
    end = 1955 + 5 * number
    return (period(end) if m["e14"] else f"{end - 4}/{end}"), None


def _md(m: re.Match[str], a: Anchor, r: _Running) -> _Value:
    month, day = _int(m["m15"]) or 1, _int(m["d15"]) or 1
    year = _month_year(month, a, r)
    if year is None:
        return None, None
    return _days(year, month, day, _int(m["m15b"]), _int(m["d15b"])), None


def _p(m: re.Match[str], a: Anchor, r: _Running) -> _Value:
    return _part_of(r.year or a.year, m["p16"]), None


def _m(m: re.Match[str], a: Anchor, r: _Running) -> _Value:
    month = _int(m["m17"]) or 1
    year = _month_year(month, a, r)
    return (None if year is None else period(year, month)), None


def _year_of(_m: re.Match[str], a: Anchor, r: _Running) -> _Value:
    year = r.since or r.year or a.closed_year
    hoped = _m.string[max(0, _m.start() - 2) : _m.start()] in ("预计", "力争", "有望", "确保")
    year = a.year if hoped and r.year is None else year
    return (None if year is None else period(year)), None


def _same(_m: re.Match[str], _a: Anchor, r: _Running) -> _Value:
    return (None if r.year is None else period(r.year, r.month, r.day)), None


def _nothing(_m: re.Match[str], _a: Anchor, _r: _Running) -> _Value:
    return None, None


_RESOLVERS = {
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
    "today": _nothing,
    "asof": _nothing,
    "vague": _nothing,
}
