"""Time expressions, resolved against the source's date and the years told before them.

Input: a `Document`. Output: `TimeSpan`s in order, with a period in wire form where one is stated.
It does not decide which period a figure has: `periods` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.document import Document
from briefgen.extract.section_years import heading_year as heading_year
from briefgen.extract.time_roles import (
    ATTRIBUTE,
    FOR_LATER,
    OF_CONTEST,
    OF_NUMBER,
    SETS_AIM,
    SINCE_BEGUN,
    is_of_title,
    role_of,
)
from briefgen.extract.time_roles import SINCE_FOUNDING as SINCE_FOUNDING
from briefgen.extract.time_roles import TimeRole as TimeRole
from briefgen.extract.time_values import FROM_TODAY, NUMBER, RESOLVERS, Running
from briefgen.extract.time_values import Anchor as Anchor
from briefgen.extract.time_values import anchor_of as anchor_of
from briefgen.extract.time_values import period as period
from briefgen.values import value_class


@value_class(frozen=True, slots=True)
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
    open: bool = False  # 去年 in a source without a date: no year told before stands for it
    inferred: bool = False  # 去年以来…，全年新增2.5万户: which year is meant is not written


_Y = r"(?P<{}>[0-9０-９]{{4}}|[一二][〇零一二三四五六七八九]{{3}})"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_TO = r"(?:至|到|—|–|-|－|~|～)"
_PART = (
    r"(?P<{0}>前三季度|[一三]季报|半年报|上半年|下半年|第?[一二三四1-4]季度|(?:前|头)(?:[一二两三四五六七八九十]|1?[0-9])个月"
    r"|(?:[1一]{1}|{N}月?){TO}{N}月份?)"
)


def _part(name: str) -> str:
    return _PART.replace("{0}", name).replace("{N}", NUMBER).replace("{TO}", _TO)


_RELATIVE = (
    r"(?:去年|今年|前年|明年|后年|上年|本年|当年|同年|次年|上一年|过去一年|过去的一年|一年来)"
)
_COUNT = r"(?:[一二两三四五六七八九十]{1,2}|[0-9]{1,2})"
# Where an expression may begin: a quick look that saves trying all of them at every character.
# (what must follow the first character stands behind it: a search for one of so many is quick)
_BEGINS = re.compile(
    "[去今前明后本当同过近这未最头第半“昨截如迄至日多历几一二两三四五六七八九十全上下次年接目现长新0-9０-９]"
    "(?:(?<=[0-9０-９])(?:[0-9０-９]{0,3}+"
    "(?:[年月季]|个月|[-—–至到－~～][0-9０-９〇零一二三四五六七八九十]{1,4}[年月])"
    "|(?<=2)0[0-9]{2}[-./])"
    "|(?<![0-9０-９])(?:(?<=[去今前明后本当同过近这未最头第半“昨截如迄])"
    "|(?<=至)今|(?<=日)前|(?<=多)年|(?<=历)年|(?<=几)(?:年|多年)"
    "|(?<=[一二两三四五六七八九十])[年季月至到—–－~～〇零一二三四五六七八九十-]"
    "|(?<=全)年|(?<=上)[年半一月季]|(?<=下)[半一]|(?<=次)[年日]|(?<=年)[末底初内]|(?<=接)下|(?<=目)前"
    "|(?<=现)在|(?<=长)期|(?<=新)时))"
)
# those that begin with a year: one look saves trying each of them elsewhere
_OF_A_YEAR = "|".join(
    (
        rf"(?P<yy>{_Y.format('y1')}年?{_TO}{_Y.format('y2')}年)",
        rf"(?P<span_of>{_Y.format('ya')}年(?P<ma>{NUMBER})月(?:(?P<da>{_DAY})日)?{_TO}"
        rf"{_Y.format('yb')}年(?P<mb>{NUMBER})月(?:(?P<db>{_DAY})日)?)",
        rf"(?P<iso>(?<![0-9.])(?P<yi>20[0-9]{{2}})(?P<si>[-./])(?P<mi>1[0-2]|0?[1-9])"
        rf"(?P=si)(?P<di>{_DAY})(?![0-9.]))",
        rf"(?P<ymd>{_Y.format('y3')}年(?P<m3>{NUMBER})月(?P<d3>{_DAY})日"
        rf"(?:{_TO}(?:(?P<m3b>{NUMBER})月)?(?P<d3b>{_DAY})日)?)",
        rf"(?P<yp>{_Y.format('y4')}年度?的?{_part('p4')})",
        rf"(?P<ym>{_Y.format('y5')}年(?P<m5>{NUMBER})月份?(?:底|末|初)?)",
        rf"(?P<y>(?<![0-9０-９]){_Y.format('y6')}年(?:度|末|底|初|全年|间)?(?!期|生(?![产态活物育均猪])))",
    )
)
_TIME = re.compile(
    "|".join(
        (
            f"(?=[0-9０-９一二])(?:{_OF_A_YEAR})",
            rf"(?P<rmd>(?P<r7>{_RELATIVE})(?P<m7>{NUMBER})月(?P<d7>{_DAY})日"
            rf"(?:{_TO}(?:(?P<m7b>{NUMBER})月)?(?P<d7b>{_DAY})日)?)",
            rf"(?P<rp>(?P<r8>{_RELATIVE})的?{_part('p8')})",
            rf"(?P<rm>(?P<r9>{_RELATIVE})(?P<m9>{NUMBER})月份?(?:底|末|初)?)",
            rf"(?P<r>(?P<r10>{_RELATIVE})(?:全年|同期|年?末|年?底|年?初)?)",
            rf"(?P<span>(?P<dir>过去的?这?|近|这|未来|今后|接下来|下一个|(?<![学提])前|最近)(?P<n11>{_COUNT})年"
            r"(?:来|间|里|以来|多来)?|(?P<n12>五)年(?:来|间|成就|以来|里)"
            rf"|(?<![0-9十])(?P<n13>{_COUNT})年(?:来|间|(?=累计)|(?<![续每第满期命龄头]..)(?<![续每第满期命龄头].)"
            "(?=(?:增加|减少|增长|下降)[0-9]))(?!，?[一二]))",
            r"(?P<plan>“?十(?P<p14>[一二三四五六])五”?(?P<e14>期?末|收官)?(?:规划)?(?:以来|期间|时期)?)",
            rf"(?P<md>(?<![0-9])(?P<m15>{NUMBER})月(?P<d15>{_DAY})日"
            rf"(?:{_TO}(?:(?P<m15b>{NUMBER})月)?(?P<d15b>{_DAY})日)?)",
            rf"(?P<p>(?<![0-9]){_part('p16')})",
            rf"(?P<m>(?<![0-9个半])(?P<m17>{NUMBER})月(?:份|底|末|初)?(?![份0-9一]))",
            r"(?P<year_of>全年|年末|年底|年初|(?<![一二两三四五六七八九十几0-9])年内|本年度)",
            r"(?P<same>当天|当日|同日|当月|次日)",
            r"(?P<near>本月|上月|本季度|上季度)",
            r"(?P<yesterday>昨日|昨天)",
            r"(?P<today>今天|今日)",
            r"(?P<asof>截至目前|截止目前|截至|截止|目前|当前|如今|现在|迄今|至今)",
            r"(?P<vague>近日|日前|近期|近年来?|近来|长期以来|多年来|[几多]年下来|几年间|新时代以来|历年)",
        )
    )
)
# 截至2025年, 提高到今年的84%: reached, and no aim
_ROSE_TO = re.compile(
    "截至$|(?:提高|增加|增长|上升|下降|降低?|扩大|减少|缩小|提升|[升增降减跌扩涨]|恢复)[到至]$"
)
_EXPECTED = re.compile("(?:预计|预期|力争|有望|计划|定于|[拟将])[于在]?$")  # 计划今年10月投产


_IN_A_MONTH = (
    "m",
    "rm",
    "ym",
    "md",
    "rmd",
    "ymd",
)  # 6月底前投用: what follows is no matter of June


def find_times(document: Document, years: Sequence[int | None]) -> tuple[TimeSpan, ...]:
    """Return the time expressions of all paragraphs in order, spans in the clean text.

    `years`: of each paragraph, as the headings above it say.
    """
    anchor = anchor_of(document.source.published)
    found: list[TimeSpan] = []
    for paragraph, home in zip(document.paragraphs, years, strict=True):
        running = Running(year=home)
        found.extend(_in_span(document.text, paragraph.start, paragraph.end, anchor, running))
    return tuple(found)


def _in_span(
    text: str, start: int, end: int, anchor: Anchor, running: Running
) -> Iterator[TimeSpan]:
    at = start
    while (begins := _BEGINS.search(text, at, end)) is not None:
        match = _TIME.match(text, begins.start(), end)
        if match is None:
            at = begins.start() + 1
        else:
            yield _resolved(text, match, anchor, running)
            at = match.end()


def _resolved(text: str, match: re.Match[str], anchor: Anchor, running: Running) -> TimeSpan:
    kind = match.lastgroup or ""  # the alternative: its group closes behind those within it
    if kind == "m" and not running.told and _is_just_over(text, match, anchor):
        running.year = anchor.year  # a report on 2019, of July 2020: 截至6月底仍有1500万元未追回
    value, alt = RESOLVERS[kind](match, anchor, running)
    start, end = match.span()
    role = role_of(text, start, end, kind)
    unknown = anchor.year is None and value is None and kind in FROM_TODAY
    if unknown and role is TimeRole.STATED:
        running.year = running.month = running.day = running.since = None
    since = text.startswith(("以来", "起", "开始"), end)
    since = since or (role is TimeRole.STATED and SINCE_BEGUN.match(text, end) is not None)
    if since and value is not None and kind != "span" and "/" not in value and anchor.told:
        opens = f"{value}-01" if value == str(anchor.year) and anchor.month else value
        value = f"{opens}/{anchor.told}"  # 今年以来, told in June: 2025-01/2025-06
    of_noun = ATTRIBUTE.match(text, end) is not None or is_of_title(text, start, end)
    if role is TimeRole.STATED and value and kind not in ("span", "plan") and not of_noun:
        _remember(value, running)
    deadline = text[max(0, start - 1) : start] in ("到", "至") or text[
        max(0, start - 2) : start
    ] in ("到“",)
    deadline = deadline and _ROSE_TO.search(text, max(0, start - 3), start) is None
    local = OF_NUMBER.match(text, end) is not None or of_noun
    local = local or (kind in _IN_A_MONTH and text.startswith(("前", "之前", "以前"), end))
    local = local or (kind in _IN_A_MONTH and text.startswith(("单日", "当日"), end))
    local = local or OF_CONTEST.match(text, end) is not None
    local = local or match.group() == "当月"
    local = local or (kind == "year_of" and SETS_AIM.match(text, end) is not None)
    local = local or FOR_LATER.search(text[max(0, start - 10) : start]) is not None
    expected = _EXPECTED.search(text, max(0, start - 3), start) is not None
    expected = expected or (kind == "year_of" and text.startswith(("有望", "预计", "力争"), end))
    running.since = int(value[:4]) if since and value is not None else running.since
    inferred = kind == "year_of" and running.since is not None
    return TimeSpan(
        start, end, role, value, alt, deadline, since, local, expected, unknown, inferred
    )


_UP_TO = ("截至", "截止", "截至到", "截止到")


def _is_just_over(text: str, match: re.Match[str], anchor: Anchor) -> bool:
    """Return whether a month up to whose end is counted ended in the two months before the report:
    its year is the report's, whatever year the heading names."""
    month = match.group("m17")
    if not match.group().endswith(("底", "末")) or not month.isdigit() or anchor.month is None:
        return False
    before = text[max(0, match.start() - 3) : match.start()].endswith(_UP_TO)
    return before and 0 <= anchor.month - int(month) <= 2


_LAST_MONTH = {"H1": 6, "H2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}  # of which 当月 is told


def _remember(value: str, running: Running) -> None:
    last = value.rpartition("/")[2]
    parts = last.split("-")
    running.year, running.told = int(parts[0]), True
    month = parts[1] if len(parts) > 1 else ""
    running.month = int(month) if month.isdigit() else _LAST_MONTH.get(month)
    running.day = int(parts[2]) if len(parts) > 2 else None
