"""Whom a sentence without a subject goes on with: its clauses before, its paragraph, its article.

Input: a `Context` and its `Openings`. Output: a name and its `Level`, or None. It does not decide
whose a statement is that names somebody itself.
"""

from __future__ import annotations

import re

from briefgen.document import Paragraph, Role
from briefgen.extract.clauses import Clause as ContextClause
from briefgen.extract.context import Context
from briefgen.extract.statement_clauses import Clause
from briefgen.extract.statement_names import Scope
from briefgen.extract.statement_openings import Openings
from briefgen.fact import Level

# what may go on behind a semicolon, and what a whole paragraph may be about
_GOING_ON = ("公司", "集团", "合作社", "厂", "镇", "乡", "村", "街道", "社区", "园区", "区", "政府")
_TOPICS = (
    "公司",
    "集团",
    "合作社",
    "村",
    "社区",
    "居民区",
    "小区",
    "镇",
    "乡",
    "街道",
    "大街",
    "公寓",
)


# 综保区封关运行，举办商会大会: what was built or opened does not act
_WAS_BUILT = re.compile(
    "(?:建成|投用|使用|启用|封顶|揭牌|挂牌|开业|开园|开馆|开放|营业|开工|动工|竣工|完工|通车|开通|运行|运营|亮相|落成|投产|开建|交付)$"
)
_WON = re.compile("获评|获批|入选|入围|荣获|列入|列为|评为|命名|认定|上榜|晋升")
_AREA_ACTS = re.compile(
    "(?:成功|先后|还|并|同时)*(?:举办|承办|举行|召开|出台|印发|签订|签署|组建|设立|实施|开展|推进|启动|完成|新建|推广|推行|建立|探索|与[^，]{2,20}签)"
)


_LISTS = ("、", "和", "与", "及", "等")


class Topics:
    """Whom the clauses of one document speak of; each is read once."""

    def __init__(self, context: Context, openings: Openings) -> None:
        self._context = context
        self._openings = openings
        # by clause: the subject named last in its sentence, up to that clause
        self._named: dict[int, Scope | None] = {}
        self._topics: dict[int, Scope | None] = {}  # by the start of a paragraph
        self._left: dict[int, Scope | None] = {}  # by sentence: whom those before it speak of
        self._articles: dict[int, Scope | None] = {}
        # what the area itself does: 全区…; not 清河区柳岸镇…
        own = "|".join(map(re.escape, (context.area.place, *context.area.aliases)))
        inner = "(?![^，。；]{2,10}(?:镇|乡|街道|村|社区|公司))"
        self._of_area = re.compile(rf"(?:^|[。；，\n])(?:{own}|全[区县市]|我[区县市]){inner}")

    def last_begun(self, first: int, last: int) -> Scope | None:
        """Return the body that begins the last of the clauses `first` to `last` that names one."""
        at = last
        while at >= first and at not in self._named:
            found = self._openings.begins(self._context.clauses[at])
            if found is not None:
                self._named[at] = found
                break
            at -= 1
        told = self._named[at] if at >= first else None
        self._named.update(dict.fromkeys(range(at + 1, last + 1), told))
        return told

    def goes_on(self, clause: Clause) -> Scope | None:
        """Return the town or firm that `clause` goes on with, which names a thing of no name.

        该镇推动教联体建设，城乡居民医疗保险实现全覆盖: the town's.
        """
        here = self._context.clause_at(clause.start)
        if here is None:
            return None
        first = self._context.first_clause[here.sentence]
        told = self.last_begun(first, here.index - 1) if here.index > first else None
        if told is None or self._listed(told, first, here.index - 1):
            return None
        if self.acts_after(told, here):
            return None
        return told if self._is_topic(told) else None

    def before(self, here: ContextClause) -> Scope | None:
        """Return whom the sentences before that of `here` speak of, or its article."""
        told = self._left_by(here)
        if told is not None and self._only_won(told, here):
            told = None
        return told if told is not None else self._topic(here)

    def _only_won(self, told: Scope, here: ContextClause) -> bool:
        """Return whether `here` is an act of the area behind what `told` only won or opened:
        柳岸镇入围全国强镇。推广“一户一田”改革."""
        text, clauses = self._context.text, self._context.clauses
        if not here.sentence or not _AREA_ACTS.match(text, here.start, here.end):
            return False
        last = clauses[self._context.first_clause[here.sentence] - 1]
        words = text[last.start : last.end]
        paragraph = self._context.paragraph_of(here)
        won = _WON.search(words) or _WAS_BUILT.search(words)
        won = won if words.startswith(told[0]) else None
        return won is not None and told != self._opening_of(paragraph)

    def acts_after(self, told: Scope, here: ContextClause) -> bool:
        """Return whether `here` is an act of the area, told after that `told` was built."""
        text, clauses = self._context.text, self._context.clauses
        if not _AREA_ACTS.match(text, here.start, here.end):
            return False
        first = self._context.first_clause[here.sentence]
        words = (text[c.start : c.end] for c in reversed(clauses[first : here.index]))
        named = next((w for w in words if told[0] in w), "")
        return _WAS_BUILT.search(named) is not None

    def is_closed(self, told: Scope, first: int, last: int) -> bool:
        """Return whether a semicolon ends what is told of a work: 云台小学投入使用；新建公园."""
        closed = any(c.close in {"；", ";"} for c in self._context.clauses[first : last + 1])
        return closed and told[0] != self._context.area.place and not told[0].endswith(_GOING_ON)

    def same_paragraph(self, first: int) -> bool:
        clauses = self._context.clauses
        return first > 0 and clauses[first].paragraph == clauses[first - 1].paragraph

    def _left_by(self, here: ContextClause) -> Scope | None:
        """Return whom the sentences before that of `here` speak of last, in its paragraph.

        柳岸镇…。一方面，完善…: a town, a firm; None where no body begins any of them.
        """
        firsts = self._context.first_clause
        sentence, walked = here.sentence, []
        told: Scope | None = None
        while sentence not in self._left:
            walked.append(sentence)
            first = firsts[sentence]
            if not sentence or not self.same_paragraph(first):
                break
            sentence -= 1
            told = self.last_begun(firsts[sentence], first - 1)
            if told is not None and self._listed(told, firsts[sentence], first - 1):
                told = None
                break  # 甲公司、乙公司等发言。要…: of none of them
            if told is not None and (told[1] is Level.DISTRICT or self._is_topic(told)):
                break
            told = None
        else:
            told = self._left[sentence]
        self._left.update(dict.fromkeys(walked, told))
        return told

    def _listed(self, told: Scope, first: int, last: int) -> bool:
        """Return whether `told` is one of several that the clauses `first` to `last` name."""
        clauses = self._context.clauses
        words = self._context.text[clauses[first].start : clauses[last].end]
        at = words.find(told[0])
        while at >= 0 and not words.startswith(_LISTS, at + len(told[0])):
            at = words.find(told[0], at + 1)
        return at >= 0

    def _is_topic(self, told: Scope) -> bool:
        return told[0].endswith(_TOPICS) or self._openings.is_short_firm(told[0])

    def _topic(self, here: ContextClause) -> Scope | None:
        """Return the village or firm that the paragraph of `here` opens with, or its article's."""
        paragraph = self._context.document.paragraphs[here.paragraph]
        own = self._opening_of(paragraph)
        return own or self._articles_topic(paragraph)

    def _opening_of(self, paragraph: Paragraph) -> Scope | None:
        """Return the village or firm that `paragraph` opens with, or None."""
        if paragraph.start not in self._topics:
            first = self._context.clause_at(paragraph.start)
            found, opens = None, first.index if first is not None else 0
            while first is not None and first.close in {"，", ","} and found is None:
                found = self._openings.begins(first)
                if first.index + 1 >= len(self._context.clauses) or self._openings.does(first):
                    break  # 举办文化节，…，柳岸镇夜市开街: nobody's, and not the town's
                first = self._context.clauses[first.index + 1]
            if found is None and first is not None:
                found = self._openings.begins(first)
            entity = found is not None and self._is_topic(found)
            if found is not None and first is not None:
                entity = entity and not self._listed(found, opens, first.index)
            self._topics[paragraph.start] = found if entity else None
        return self._topics[paragraph.start]

    def _articles_topic(self, paragraph: Paragraph) -> Scope | None:
        """Return the town, village or firm that the article of `paragraph` opens with, or None.

        An article that speaks of the area itself (全区…, 清河区…) has no such topic.
        """
        if paragraph.article not in self._articles:
            every = self._context.paragraphs_of(paragraph.article)
            inner = [p for p in every if p.role is Role.PROSE]
            told = self._context.text[inner[0].start : inner[-1].end] if inner else ""
            topic = self._opening_of(inner[0]) if inner else None
            self._articles[paragraph.article] = None if self._of_area.search(told) else topic
        return self._articles[paragraph.article]
