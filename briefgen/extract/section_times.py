"""Headings, and first words of paragraphs, that say what time the text below them is about.

Input: a `Context`. Output: of each paragraph the heading that says its time, and whether a heading
is one of what is to be done. It reads no figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.extract.context import Context
from briefgen.extract.plan_articles import LOOKED_BACK
from briefgen.extract.quick import compiled
from briefgen.extract.section_years import GIVEN_IN
from briefgen.extract.times import Anchor, anchor_of

_HOW = "(?:怎么|如何|怎样|这样|这么)干"  # 2024，我们这样干
_FUTURE_HEADING = re.compile(
    r"未来[五三5]年|今后[五三5]年|工作安排|工作打算|工作计划|下一步|主要目标|发展目标|预期目标|工作建议|重点工作|重点任务|目标任务"
    f"|{_HOW}"
)
# 二、2023年主要工作, of a report given as the year begins
_WORK_OF_YEAR = re.compile(
    "(?:(?P<year>20[0-9]{2})年|今年)的?(?:政府|全[区县市省州])?(?:主要|中心|各项)?(?:工作|任务|举措)"
    "(?:思路|要点|部署|打算|意见|建议|重点|任务)?(?=\\s|$|[（(])"
)
_PAST_HEADING = re.compile(r"回顾|成就|成效|总结|完成情况|数读|数说|过去")
_BLANK = " \u3000\n"
BRACKET = "【"  # heads a page's part
_YEAR_HAS_BEGUN = 4  # the last month in which reports set out the work of their year


def is_of_plans(section: str, anchor: Anchor) -> bool:
    """Return whether a heading that says its time is one of plans, for an article of `anchor`."""
    if _PAST_HEADING.search(section):
        return False
    section = GIVEN_IN.sub("", section)
    years = [int(y) for y in re.findall(r"20[0-9]{2}", section)]
    ahead = _FUTURE_HEADING.search(section) is not None
    ahead = ahead or _is_years_work(section, anchor)
    return ahead and (not years or max(years) > (anchor.closed_year or 0))


def _is_years_work(section: str, anchor: Anchor) -> bool:
    """Return whether a heading names the work of a year that is to come or has just begun."""
    told = _WORK_OF_YEAR.search(section)
    if told is None or anchor.year is None:
        return False
    if told["year"] is not None and int(told["year"]) > anchor.year:
        return True
    return (anchor.month or 12) <= _YEAR_HAS_BEGUN


def _is_preface(words: str) -> bool:
    """Return whether a paragraph without figures opens a review of five years."""
    return _LOOKS_BACK.match(words) is not None and re.search("[0-9]", words) is None


def _is_over(current: str, lead: str) -> bool:
    """Return whether a paragraph's first words end what `current` says of the time."""
    if _SETS_AIMS.match(current) is not None:
        return LOOKED_BACK.match(lead) is not None
    return _LOOKS_BACK.match(current) is not None and _ONE_YEAR.match(lead) is not None


_LOOKS_AHEAD = re.compile(r"(?:今后|未来)[五三5]年[，,]?.{0,12}(?:目标|总体要求)")
# 我们对今后五年的发展提出了具体目标: what the paragraphs behind tell is to be reached
_SETS_AIMS = re.compile(
    r"[^。；]{0,60}(?:今后|未来)[五5]年[^。；0-9]{0,16}(?:提出|确定|明确|制定|设定)[^。；0-9]{0,16}(?:目标|任务)。"
)
_LOOKS_BACK = re.compile(r"[—\-\s]*(?:过去的?五年|五年来|这五年)[，,]")
_ONE_YEAR = re.compile(r"(?:刚刚)?(?:过去的)?(?:一年|20[0-9]{2}年)")
_SAYS_TIME = compiled(
    r"20[0-9]{2}年|今年的?(?:主要|重点|中心)?(?:工作|任务)|[未今]?[来后]?[五三5]年|十[一二三四五]五|工作安排|下一步|回顾|成就|目标|打算|数读|数说|工作建议|过去"
    f"|{_HOW}"
)


# 今年经济社会发展的主要预期目标是：…, and the points behind that say how they are to be reached
_AIMS_OF_YEAR = re.compile(
    "[^。；0-9]{0,30}(?P<year>今年|明年|20[0-9]{2}年)[^。；0-9]{0,24}(?:预期目标|主要目标|奋斗目标|工作目标)[^。；0-9]{0,6}[是为：:，]"
)
_POINT = re.compile(
    "(?:[（(]?[一二三四五六七八九十0-9]+[）)、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[—●■◆]"
    "|实现(?:上述|以上|这些)目标|(?:为此|我们将|重点|着力|聚焦|围绕|坚持|突出|紧扣|紧盯|锚定|加快|大力|全力|全面|深入|持续|扎实|进一步|强化|推[动进]))"
)


def is_aims_of_year(section: str | None) -> bool:
    """Return whether what stands for a heading says that a paragraph told the aims of a year."""
    return section is not None and _AIMED.fullmatch(section) is not None


_AIMED = re.compile("20[0-9]{2}年预期目标")


@dataclass(slots=True)
class _Aims:
    """Whether paragraphs, read in order, are points of the aims of a year that one before sets."""

    now: int | None
    section: str | None = None

    def read(self, words: str) -> str | None:
        """Go on to the next paragraph; return what stands for a heading over it, or None."""
        if (aims := _AIMS_OF_YEAR.match(words)) is not None and self.now is not None:
            year = {"今年": f"{self.now}年", "明年": f"{self.now + 1}年"}.get(
                aims["year"], aims["year"]
            )
            self.section = f"{year}预期目标" if int(year[:4]) >= self.now else None
        elif self.section is not None and _POINT.match(words) is None:
            self.section = None
        return self.section


def sections_of(context: Context) -> tuple[str | None, ...]:
    """Return, a paragraph, the last heading before it that says what time it is about.

    Stacked headings count as one: 数读 / 五年成就 / 感受清河成长.
    """
    found: list[str | None] = []
    current: str | None = None
    article = -1
    stacked = ""
    aims = _Aims(anchor_of(context.document.source.published).year)
    for paragraph in context.document.paragraphs:
        if paragraph.article != article:
            article, current, aims.section = paragraph.article, None, None
        if paragraph.role.value == "heading":
            words = context.text[paragraph.start : paragraph.end]
            stacked = f"{stacked} {words}".strip()
            if _SAYS_TIME.search(words):
                current = stacked
            elif words.startswith(BRACKET):
                current = None  # 【代表委员说】 behind 【2024，我们这样干】
        else:
            stacked = ""
            lead = context.text[paragraph.start : min(paragraph.end, paragraph.start + 30)]
            whole = context.text[paragraph.start : paragraph.end]
            if _LOOKS_AHEAD.match(lead) or _is_preface(whole):
                current = lead
            elif (ahead := _SETS_AIMS.match(whole)) is not None:
                current = ahead.group()
            elif current is not None and _is_over(current, lead):
                current = None
            if (aimed := aims.read(whole.lstrip(_BLANK))) is not None:
                found.append(aimed)
                continue
        found.append(current)
    return tuple(found)
