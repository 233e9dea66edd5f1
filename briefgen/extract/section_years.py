"""The year that the headings above a paragraph say it is about.

Input: a `Document`. Output: a year a paragraph, or None. It reads no time within prose.
"""

from __future__ import annotations

import re

from briefgen.document import Document, Paragraph, Role
from briefgen.printed_date import date_line

_YEARISH = re.compile(
    r"(?<![0-9０-９])(20[0-9]{2}|19[0-9]{2})(?=年(?![0-9]{1,2}月[0-9]{1,2}日)|$|[\s，])"
)
_REVIEW = re.compile("^(?!.*(?:目标|任务|打算|安排)).*(?:回顾|成就|成效|总结)")
_FIVE_TOO = re.compile(
    "年[^，。；]{0,8}[和及与暨][^，。；]{0,4}(?:“?十[一二三四五]五|(?:过去|五|5)[一-龥]?年)"
    "|(?:“?十[一二三四五]五”?|五年)[^，。；规]{0,8}[和及与暨][^，。；]{0,4}[0-9]{4}年"
)
_AHEAD = re.compile("下一?步|下一?阶段|打算|今后|未来")
_NO_YEAR = 0
# 清河区2024年政府工作报告 is given in 2024, and reports on the year before
GIVEN_IN = re.compile("[0-9]{4}年[^，。；]{0,12}工作报告")
_RANKS = (
    re.compile("第[一二三四五六七八九十]+[部分篇章]|[一二三四五六七八九十]{1,3}、|[壹贰叁肆]"),
    re.compile("[（(][一二三四五六七八九十]{1,3}[）)]"),
    re.compile(r"[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)]|[①-⑳]"),
)


def heading_year(heading: str | None) -> int | None:
    """Return the one year that a heading names (2022年工作回顾), None for none or two.

    2025年工作回顾和“十四五”发展成就 reviews five years too: nobody says which of both is meant.
    """
    if heading and _REVIEW.search(heading) and _FIVE_TOO.search(heading):
        return None
    years = {int(y) for y in _YEARISH.findall(heading or "")}
    return years.pop() if len(years) == 1 else None


def section_years(document: Document) -> tuple[int | None, ...]:
    """Return a year a paragraph: of its heading, else of one above that it stands under.

    一、2023年工作回顾 holds for （一） and （二） below it, up to 二、; where no heading
    names a year the article's title may. What is to come (三、下一步打算) is not of the year that
    the report is on.
    """
    found: list[int | None] = []
    above: list[tuple[int, int | None]] = []  # rank and year of the headings that hold
    article, seen = -1, None
    published = document.source.published

    def is_printed(heading: str) -> bool:
        told = date_line(heading)
        if published is None or told is None:
            return False
        return published.startswith(told) or told.startswith(published)

    for paragraph in document.paragraphs:
        if paragraph.article != article:
            article, above, seen = paragraph.article, [], None
        words = document.text[paragraph.start : paragraph.end]
        for heading in _new_headings(paragraph, words, seen):
            rank = _rank(heading)
            while above and above[-1][0] >= rank:
                above.pop()
            told = None if is_printed(heading) else heading_year(heading)
            above.append((rank, _NO_YEAR if told is None and _AHEAD.search(heading) else told))
        seen = paragraph.heading
        year = next((y for _, y in reversed(above) if y is not None), None)
        found.append(_title_year(document, paragraph) if year is None else year or None)
    return tuple(found)


def _new_headings(paragraph: Paragraph, words: str, seen: str | None) -> list[str]:
    """Return the headings that begin at the paragraph: itself, or its own first words."""
    if paragraph.role is Role.HEADING:
        return [words]
    return [paragraph.heading] if paragraph.heading and paragraph.heading != seen else []


def _rank(heading: str) -> int:
    """Return 1 for 一、, 2 for （一）, 3 for 1.; 0 for a heading without a number."""
    return next((i for i, rank in enumerate(_RANKS, 1) if rank.match(heading.strip())), 0)


def _title_year(document: Document, paragraph: Paragraph) -> int | None:
    if not document.articles:
        return None
    title = document.articles[paragraph.article].title
    return None if GIVEN_IN.search(title) else heading_year(title)
