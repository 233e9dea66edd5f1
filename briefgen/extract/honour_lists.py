"""Honours that stand in a list by their titles alone: 荣誉 over 1. 全国绿化模范县.

Input: a `Context`, a paragraph and the drafts of its sentences. Output: a draft for each entry, and
whose it is. What an entry looks like is `honours`' matter.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.document import Paragraph
from briefgen.extract.context import Context
from briefgen.extract.periods import Told
from briefgen.extract.statement_clauses import Clause, mask
from briefgen.extract.statement_joins import Draft
from briefgen.extract.statement_names import WE, Scope, named, without_area
from briefgen.extract.statement_openings import without_time
from briefgen.extract.statement_subjects import Subjects
from briefgen.fact import Kind, Level, Status
from briefgen.honours import ListedHonour, divides, entries_of, heads_over, lead_of

# 全国文明村 under the list of a county is of a village that nobody names, 学校荣誉 of a school
_LOWER = re.compile(
    "(?:村|镇|乡(?<!之乡)|街道|社区|企业|公司|集团|合作社|[学校院]|校园|班组|窗口|号(?<!称号)|岗|团委|党组织|支部)[”》]?$"
)
# what names nobody: 我校荣誉, 城市荣誉, 科技工作荣誉
_GENERIC = re.compile(
    "(?:[我本该]?(?:学校|[校院村镇乡]|企业|公司|单位|集团|合作社|街道|社区|医院))?"
    "|城市|县域|城区|综合|党建|经济|科技|教育|文化|旅游|卫生|农业|生态|.*(?:工作|建设|方面|领域|系统|事业)"
)
# 清河中学简介: of whom a whole article is
_ABOUT = re.compile(
    "([\u4e00-\u9fff]{2,20}?(?:村|镇|乡|街道|社区|公司|集团|合作社|[中小大]学|学校|学院|医院|厂))(?:简介|介绍|概况|情况|工作|[0-9]|$)"
)
_WON = re.compile("(?:先后|曾|已|累计|荣|被)*(?:获|评为|授予)")
_SPAN = re.compile("((?:19|20)[0-9]{2})年?[-—–~～至]+((?:19|20)[0-9]{2})(?![0-9])")
_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


class HonourLists:
    """The lists of honours of one document.

    `whose` and `periods` say of each honour made, by its start, whose it is and when it was won.
    """

    def __init__(self, context: Context, subjects: Subjects) -> None:
        self.whose: dict[int, Scope] = {}
        self.periods: dict[int, Told] = {}
        self._context = context
        self._subjects = subjects
        paragraphs = context.document.paragraphs
        words = [self._words(paragraph) for paragraph in paragraphs]
        over = heads_over(words)
        self._heads = {paragraphs[at].start: paragraphs[head] for at, head in over.items()}
        self._leads = {head.start for head in self._heads.values()} - self._heads.keys()
        # 荣誉, 2021年, 全国文明县城: the year is of what follows; it may stand behind its title too
        self._by_years = {
            paragraphs[head].start
            for head in over.values()
            if _YEAR.match(below := "".join(words[head + 1 : head + 2])) and divides(below)
        }

    def with_listed_honours(
        self, paragraph: Paragraph, drafts: tuple[Draft, ...]
    ) -> tuple[Draft, ...]:
        """Return `drafts`, or one of each honour where the paragraph holds their titles alone.

        What leads in to them (先后获得：) claims nothing.
        """
        if paragraph.start in self._leads:
            return ()
        head = self._heads.get(paragraph.start)
        if head is None:
            return drafts
        words = self._words(paragraph)
        made = [(_draft(words, paragraph.start, entry), entry.who) for entry in entries_of(words)]
        for draft, who in made:
            whose = self._winner(draft, who, head)
            if whose is not None:
                self.whose[draft.start] = whose
                self.periods[draft.start] = self._period(draft, paragraph.heading or "", head)
        return tuple(draft for draft, _ in made if draft.start in self.whose)

    def _words(self, paragraph: Paragraph) -> str:
        return self._context.text[paragraph.start : paragraph.end]

    def _winner(self, draft: Draft, who: str, head: Paragraph) -> Scope | None:
        """Return whose an honour is: of whom its entry names, or of whom the head of its list.

        None where that would be the area, and it is no honour of an area.
        """
        lead, whose = lead_of(self._words(head))
        name = who or without_time(whose).lstrip("，")
        if not _GENERIC.fullmatch(name):
            return self._named(name, draft.start)
        won = _WON.search(lead)
        title = draft.main.text
        if won is not None:  # 恒远机械深耕主业，先后获得：
            main = _clause(lead, head.start, (lead.rfind("，") + 1, len(lead)))
            verb = head.start + won.start(), head.start + won.end()
            draft = replace(draft, main=main, verb=verb)
        found = self._subjects.subject_of(draft)
        about = _ABOUT.match(self._context.document.articles[head.article].title)
        if found[1] is Level.DISTRICT and about is not None:
            return self._named(about[1], draft.start)
        return None if found[1] is Level.DISTRICT and self._is_lower(name or title) else found

    def _named(self, name: str, at: int) -> Scope:
        """Return the body of that name, or the area; 清河机械 is a firm, be it known or not."""
        area = self._context.area
        found = named(self._context, name, at)
        if found is not None and found[1] is Level.ENTITY:
            return found
        ours = WE.match(name) or name.startswith(area.place) or not without_area(name, area)
        return (area.place, Level.DISTRICT) if ours else (name, Level.ENTITY)

    def _is_lower(self, words: str) -> bool:
        lower = _LOWER.search(words)
        return lower is not None and not self._context.area.place.endswith(lower[0])

    def _period(self, draft: Draft, heading: str, head: Paragraph) -> Told:
        """Return when an honour was won, as its entry says (2022 省级园林城区) or what heads it.

        The year that an article is of says nothing of its list of honours.
        """
        own = self._context.text[draft.start : draft.end]
        if (span := _SPAN.search(own)) is not None:
            return f"{span[1]}/{span[2]}", False, None
        for time in self._context.stated_in(draft.start, draft.end):
            return time.value, False, time.alt
        parted = heading if head.start in self._by_years and divides(heading) else ""
        for words in (own, parted, lead_of(self._words(head))[0]):
            if (year := _YEAR.search(words)) is not None:
                return year[0], False, None
        return None, False, None


def _draft(words: str, at: int, entry: ListedHonour) -> Draft:
    (start, end), title = entry.span, _clause(words, at, entry.title)
    verb = title.start, title.start
    return Draft(at + start, at + end, Kind.HONOUR, Status.AWARDED, verb, title)


def _clause(words: str, at: int, span: tuple[int, int]) -> Clause:
    """Return a part of the paragraph `words` that begins at clean `at`, as a clause."""
    start, end = span
    text = words[start:end]
    return Clause(
        start=at + start,
        end=at + end,
        text=text,
        masked=mask(text),
        sentence=0,
        future=False,
        modal=False,
        time=False,
        speaker=None,
        panel=False,
        troubled=False,
    )
