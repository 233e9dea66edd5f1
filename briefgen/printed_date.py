"""The date that is printed on a source: 2024年3月12日 清河日报, 发布时间：2024-03-12, 2024年4月.

Input: text. Output: the date in wire form. It reads lines that are a date and its credits, never
a date in a sentence: what a text tells of is not when it was printed.
"""

from __future__ import annotations

import re
from datetime import date

_HEAD, _TAIL = 12, 4  # printed lines at the top and at the foot among which a date is looked for
_CHRONICLE = 3  # dates on lines of their own
_LONGEST = 60  # characters of a line of credits
_DATE = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2}|19[0-9]{2})\s?[年./-]\s?(?P<month>0?[1-9]|1[0-2])(?![0-9])"
    r"\s?(?:月|(?=[./-]))\s?(?:[./-]?\s?(?P<day>0?[1-9]|[12][0-9]|3[01])(?![0-9])\s?日?)?"
)
# who prints: 清河日报, 清河发布, 清河融媒
_OUTLET = (
    r"[^，。；：:]{2,20}(?:报|网|社|刊|台|客户端|局|府|委|管委会|委员会|办公室|发布|融媒|融媒体|融媒体中心|公众号|在线|新闻"
    r"|杂志)"
)
# what may stand before and after the date on its line
_BEFORE = re.compile(
    r"(?:[^，。；：:（(]{2,30}(?:报告|公报|讲话)(?=\s*[（(]))?[\s（(【\[*#>|—-]*(?:(?:发布|更新|发表|刊发|印发|成文)?(?:时间|日期)\s?[:：]?\s*|(?:"
    + _OUTLET
    + r"|来源[:：]\s?\S{1,20}|记者[:：]?\s?\S{2,12}|作者[:：]\s?\S{2,12})"
    r"[》）)\s|]*){0,3}\s*"
)
_AFTER = re.compile(
    r"[\s）)】\]*|]*(?:$|星期|周[一二三四五六日]|第\s?\d+\s?[版期]|[0-2]?\d[:：][0-5]\d|来源|记者|作者|编辑|责编|通讯员|字号|"
    + _OUTLET
    + r"(?:(?:本报|首席|见习|特约|全媒体)*(?:记者|通讯员)|\s|$|[）)》])|在[^，。；]{4,40}上[）)]?$)"
)


def printed_date(text: str) -> str | None:
    """Return the date of the first line that is a date with its credits: `2024-03-12`, `2024-03`.

    Looked for at the top of the text, then at its foot; None where there is none, or where the
    text is a chronicle: lines of three dates and more.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    dates = {i: found for i, line in enumerate(lines) if (found := date_line(line)) is not None}
    edges = [*range(_HEAD), *range(len(lines) - _TAIL, len(lines))]
    chronicle = len(set(dates.values())) >= _CHRONICLE
    return None if chronicle else next((dates[i] for i in edges if i in dates), None)


def date_line(line: str) -> str | None:
    """Return the date of a line that holds nothing but a date and credits, else None."""
    if len(line) > _LONGEST or (match := _DATE.search(line)) is None:
        return None
    before, after = line[: match.start()], line[match.end() :]
    if not _BEFORE.fullmatch(before) or not _AFTER.match(after):
        return None
    year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")
