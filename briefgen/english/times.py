"""Times in English: 2023年1月 as January 2023, 2022年上半年 as the first half of 2022.

Input: periods in the wire form, or Chinese text with a date. Output: English words. It resolves no
relative time: that is done before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.english.numbers import CHINESE_COUNTS, count_word

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_PARTS = {
    "Q1": "the first quarter of",
    "Q2": "the second quarter of",
    "Q3": "the third quarter of",
    "Q4": "the fourth quarter of",
    "H1": "the first half of",
    "H2": "the second half of",
}
_MONTH = re.compile(r"\d{4}-\d\d")
_DATE = re.compile(
    r"(?P<y>\d{4})年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)?"
    r"(?:(?:至|到|—|-)(?:(?P<y2>\d{4})年)?(?:(?P<m2>\d{1,2})月)?(?:(?P<d2>\d{1,2})日)?)?"
    r"(?P<since>以来|开始|起)?"
)


_COUNT = r"([一二两三四五六七八九十几数]|\d{1,2})"
_PASSED = re.compile(f"(?:近|过去|最近){_COUNT}年(?:来|间|里|以来)?|{_COUNT}年(?:来|间)(?!自)")
_COMING = re.compile(f"(?:未来|今后){_COUNT}年")
# spans that a statement opens with, which the brief has said before it
SPANS_SAID = re.compile(
    f"^(?:(?:近|过去|最近)?{_COUNT}年[来间]?以?来?|近年来?|多年来)[，,]?(?![度\\d])"
)


def _how_many(count: str) -> str:
    if count in ("几", "数"):
        return "several"
    return count_word(CHINESE_COUNTS.get(count) or int(count))


def day_words(wire: str) -> str:
    """Return `2023-01-20` as 20 January 2023, `2023-01` as January 2023, `2023` as 2023."""
    year, *rest = wire.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return " ".join([*(str(int(d)) for d in rest[1:]), month, year])


def period_words(wire: str) -> str:
    """Return a stated period: the first half of 2022, 2016–2021, October 2022 to February 2023."""
    first, slash, last = wire.partition("/")
    if slash and len(first) == len(last) == len("2021"):
        return f"{first}–{last}"
    if slash and len(first) == len(last) == len("2021-12-24") and first[:7] == last[:7]:
        return f"{int(first[8:])}–{day_words(last)}"
    if slash and _MONTH.fullmatch(first) and _MONTH.fullmatch(last) and first[:5] == last[:5]:
        return f"{_MONTHS[int(first[5:]) - 1]} to {day_words(last)}"  # January to April 2025
    if slash:
        return f"{period_words(first)} to {period_words(last)}"
    year, _, part = wire.partition("-")
    return f"{_PARTS[part]} {year}" if part in _PARTS else day_words(wire)


def at_period(wire: str) -> str:
    """Return a stated period with its preposition: in 2022, on 27 December 2021, from … to …."""
    first, slash, last = wire.partition("/")
    if slash and len(first) == len(last) == len("2021-12-24") and first[:7] == last[:7]:
        if int(last[8:]) - int(first[8:]) == 1:
            return f"on {period_words(wire)}"
        return f"from {int(first[8:])} to {day_words(last)}"
    if slash:
        return f"from {period_words(first)} to {period_words(last)}"
    day = re.fullmatch(r"\d{4}-\d\d-\d\d", first) is not None
    return f"{'on' if day else 'in'} {period_words(wire)}"


def time_words(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield the date that begins at `start` of a Chinese clause: in 2022, since October 2022."""
    if (span := _PASSED.match(text, start)) is not None:
        yield span.end(), f"over the past {_how_many(span[1] or span[2])} years"
    if (span := _COMING.match(text, start)) is not None:
        yield span.end(), f"over the next {_how_many(span[1])} years"
    if (month := _SAME_YEAR.match(text, start)) is not None:
        yield month.end(), f"{_month_alone(month)} of that year"
    if (month := _MONTH_ALONE.match(text, start)) is not None:
        yield month.end(), _month_alone(month)
    match = _DATE.match(text, start)
    if match is None:
        return
    first = _wire(match["y"], match["m"], match["d"])
    if match["since"] and not match["d2"]:
        yield match.end(), f"since {day_words(first)}"
    elif match["d2"] or match["m2"]:
        last = _wire(match["y2"] or match["y"], match["m2"] or match["m"], match["d2"])
        yield match.end(), at_period(f"{first}/{last}")
    else:
        yield match.end(), at_period(first)


# 6月底前, 10月中旬: a month whose year the text has said before
_MONTH_ALONE = re.compile(
    r"(?<!\d)(?<!年)(?P<m>1[0-2]|[1-9])月(?P<part>底|末|初|上旬|中旬|下旬)?(?P<by>之?前)?(?![\d至到—-])"
)
_SAME_YEAR = re.compile("当年" + _MONTH_ALONE.pattern)
_PARTS_OF_MONTH = {"底": "the end of ", "末": "the end of ", "初": "early ", "上旬": "early ",
                   "中旬": "mid-", "下旬": "late "}  # fmt: skip


def _month_alone(match: re.Match[str]) -> str:
    month = _MONTHS[int(match["m"]) - 1]
    part = _PARTS_OF_MONTH.get(match["part"] or "", "")
    if match["by"]:
        return f"{'by' if match['part'] else 'before'} {part}{month}"
    return f"{'at' if part.startswith('the') else 'in'} {part}{month}"


def _wire(year: str, month: str | None, day: str | None) -> str:
    return "-".join([year, *(f"{int(p):02}" for p in (month, day) if p)])


# --- times as a brief prints them in Chinese ------------------------------------------------------

_YEARS = "零一二三四五六七八九"
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SPAN = re.compile(r"(过去|未来)([一二三四五六七八九数])年")
_WIRE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?|第([一二三四])季度|([上下])半年)?")


def printed_time(text: str) -> str | None:
    """Return a time that a Chinese brief prints in English, None for any other words.

    2023年1月报道 is `January 2023 report`, 2021年（推定） `2021 (inferred)`.
    """
    if (note := re.fullmatch("(.+)（(.+)）", text)) is not None:
        time, added = printed_time(note[1]), printed_time(note[2])
        added = "inferred" if note[2] == "推定" else added
        return f"{time} ({added})" if time and added else None
    if text == "未注明日期的报道":
        return "undated report"
    if "、" in text:
        told = [printed_time(part) for part in text.split("、")]
        return ", ".join(t for t in told if t) if all(told) else None
    if text.endswith("报道"):
        time = printed_time(text.removesuffix("报道"))
        return f"{time} report" if time else None
    if (until := re.fullmatch("截至(.+?)(底)?", text)) is not None:
        time = printed_time(until[1])
        return f"by {'the end of ' if until[2] else ''}{time}" if time else None
    if text.endswith("以来"):
        time = printed_time(text.removesuffix("以来"))
        return f"since {time}" if time else None
    return _bare_time(text)


_DAYS = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日[—至-](?:\1年)?(?:\2月)?(\d{1,2})日")
_AHEAD = re.compile(r"(?:未来|今后)([一二两三四五六七八九十]|\d{1,2})年")
_PLAN = re.compile("“?十([四五六七])五”?(?:时期|期间|末)?")
_BY = re.compile(r"到(\d{4})年(底|末)?")


def _horizon(text: str) -> str | None:
    """Return until when a plan runs: 今后三年, “十四五”时期, 到2025年底."""
    if (ahead := _AHEAD.fullmatch(text)) is not None:
        count = CHINESE_COUNTS.get(ahead[1]) or int(ahead[1])
        return f"next {_NUMBERS[count] if count < len(_NUMBERS) else count} years"
    if (plan := _PLAN.fullmatch(text)) is not None:
        return f"the {CHINESE_COUNTS[plan[1]] + 10}th Five-Year Plan period"
    if (by := _BY.fullmatch(text)) is not None:
        return f"by {'the end of ' if by[2] else ''}{by[1]}"
    return None


def _bare_time(text: str) -> str | None:
    if (horizon := _horizon(text)) is not None:
        return horizon
    if (span := _SPAN.fullmatch(text)) is not None:
        count = "several" if span[2] == "数" else _NUMBERS[_YEARS.index(span[2])]
        return f"{'past' if span[1] == '过去' else 'next'} {count} years"
    if (years := re.fullmatch(r"(\d{4})—(\d{4})年", text)) is not None:
        return f"{years[1]}–{years[2]}"
    if (months := re.fullmatch(r"(\d{4})年(\d{1,2})—(\d{1,2})月", text)) is not None:
        ends_in = [f"{months[1]}-{int(month):02}" for month in months.groups()[1:]]
        return period_words("/".join(ends_in))
    if (days := _DAYS.fullmatch(text)) is not None:
        wires = [f"{days[1]}-{int(days[2]):02}-{int(day):02}" for day in (days[3], days[4])]
        return period_words("/".join(wires))
    if (ends := re.fullmatch("(.+年.*)[—至](.+年.*)", text)) is not None:
        first, last = _bare_time(ends[1]), _bare_time(ends[2])
        return f"{first} to {last}" if first and last else None
    if (wire := _WIRE.fullmatch(text)) is None:
        return None
    year, month, day, quarter, half = wire.groups()
    if quarter or half:
        part = f"Q{_YEARS.index(quarter)}" if quarter else ("H1" if half == "上" else "H2")
        return period_words(f"{year}-{part}")
    return period_words(_wire(year, month, day))
