"""What every extractor looks at: a document with its clauses and its time expressions.

Input: a document, the lexicon, the area. Output: a frozen `Context` with look-ups by place. It
extracts nothing itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

from briefgen.characters import DAMAGED, has_unseen
from briefgen.document import Area, Document, Paragraph
from briefgen.extract.body_shapes import Names, names_for
from briefgen.extract.clauses import Clause, Sentence, split_clauses
from briefgen.extract.quick import compiled
from briefgen.extract.section_years import section_years
from briefgen.extract.times import TimeRole, TimeSpan, find_times
from briefgen.lexicon import Lexicon

_T = TypeVar("_T")
_article, _sentence, _start = map(attrgetter, ("article", "sentence", "start"))
Held = tuple[tuple[TimeSpan, ...], TimeSpan | None]


_CONGRESS = re.compile("(?:中国共产党|中共)[^，。；]{0,24}代表大会|党代会(?:报告)?")
_CLOSES = re.compile(
    "[\\s　]*(?:(?:总的|总体)来?看|但(?:也|还)?(?:要|应当?)看到|在(?:看到|肯定)(?:成绩|成效)的同时"
    "|(?:同时|但|当然)?，?(?:我们)?(?:也|还|更)?(?:要|应当?|必须)?(?:清醒|深刻)地?(?:认识|看)到)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """A document ready for extraction; all spans index its clean text, half-open.

    What many figures ask for is remembered: `speaking`, the last clause up to one that names
    somebody; `holding`, the times stated in a clause, and before it; `remembered`, what each
    function found that is asked `once_each`.
    """

    document: Document
    text: str  # the clean text
    lexicon: Lexicon
    area: Area
    names: Names  # shapes of bodies' names in articles about the area
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]
    times: tuple[TimeSpan, ...]
    clause_starts: tuple[int, ...]
    time_starts: tuple[int, ...]
    stated: tuple[TimeSpan, ...]  # of the times, those that state when
    stated_starts: tuple[int, ...]
    vague_starts: tuple[int, ...]  # of 近日, 近年来
    now_starts: tuple[int, ...]  # of 目前, 截至目前
    first_clause: tuple[int, ...]  # of each sentence; len(clauses) at the end
    openings: tuple[tuple[Paragraph, ...], ...]  # the first paragraphs of each article
    firms: Mapping[str, int]  # full names of firms in the text, in order of their first mention
    firm_lengths: tuple[int, ...]  # of those names
    firm_parts: Mapping[str, str]  # three characters within a firm's name → the first such firm
    section_years: tuple[int | None, ...]  # of each paragraph, as the headings above it say
    telling_names: tuple[str, ...]  # the area's, where they hold a word of a theme: 平湖 is no lake
    of_five_years: bool  # whether the text speaks of five years at all
    doubtful: bool  # whether the raw text holds what prints nothing, or what nobody can name
    speaking: dict[int, int | None] = field(default_factory=dict, compare=False)
    holding: dict[int, Held] = field(default_factory=dict, compare=False)
    remembered: defaultdict[object, dict[int, Any]] = field(
        default_factory=lambda: defaultdict(dict), compare=False
    )

    def clause_at(self, position: int) -> Clause | None:
        """Return the clause that `position` lies in, or the last before it; None before all."""
        at = bisect_right(self.clause_starts, position) - 1
        return self.clauses[at] if at >= 0 else None

    def without_area(self, words: str) -> str:
        """Return `words` without the area's own name where that would speak for a theme."""
        for name in self.telling_names:
            words = words.replace(name, "")
        return words

    def around(self, sentence: Sentence) -> str:
        """Return the words of `sentence` as they may speak for a theme."""
        return self.without_area(self.text[sentence.start : sentence.end])

    def clause_text(self, clause: Clause) -> str:
        """Return the words of `clause`."""
        return self.text[clause.start : clause.end]

    def clauses_of(self, sentence: int) -> tuple[Clause, ...]:
        """Return the clauses of the sentence with index `sentence`."""
        return self.clauses[self.first_clause[sentence] : self.first_clause[sentence + 1]]

    def sentences_with(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """Return the indexes of the sentences in which a match of `pattern` begins.

        One look through the whole text takes a fifth of the time of one for each sentence.
        """
        starts = [sentence.start for sentence in self.sentences]
        found, at = set(), 0
        while (match := pattern.search(self.text, at)) is not None:
            at = match.start() + 1
            if (last := bisect_right(starts, match.start()) - 1) >= 0:
                found.add(last)
                at = max(at, self.sentences[last].end)
        return frozenset(found)

    def speaks_of(self, pattern: re.Pattern[str], sentence: int) -> bool:
        """Return whether a match of `pattern` begins in the sentence with this index.

        For words that few sentences hold: the first to be asked about looks through all the text.
        """
        # by its id: a pattern's hash reads all of it, each time
        known: dict[int, frozenset[int]] = self.remembered[id(pattern)]
        if not known:
            known[0] = self.sentences_with(pattern)
        return sentence in known[0]

    def heading_over(self, paragraph: Paragraph) -> str:
        """Return the heading that `paragraph` stands under, "" where it closes the whole report.

        同时，我们也清醒认识到，发展不平衡不充分 under 五、民生福祉 is not of that alone, and what a
        party congress is told is not of the party alone.
        """
        if not paragraph.heading:
            return ""
        closes = _CLOSES.match(self.text, paragraph.start, paragraph.end)
        heading = paragraph.heading
        if "代表大会" in heading or "党代会" in heading:
            heading = _CONGRESS.sub("", heading)
        return "" if closes is not None else self.without_area(heading)

    def paragraph_of(self, clause: Clause) -> Paragraph:
        """Return the paragraph that holds `clause`."""
        return self.document.paragraphs[clause.paragraph]

    def paragraphs_of(self, article: int) -> Sequence[Paragraph]:
        """Return the paragraphs of the article with this index, which stand side by side."""
        every = self.document.paragraphs
        first = bisect_left(every, article, key=_article)
        return every[first : bisect_right(every, article, first, key=_article)]

    def firms_in(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Yield where full names of firms begin in `[start, end)`, and those that end there too."""
        for mark in _FIRM_END.finditer(self.text, start, end):
            for length in self.firm_lengths:
                at = mark.end() - length
                if at >= start and (name := self.text[at : mark.end()]) in self.firms:
                    yield at, name

    def times_in(self, start: int, end: int) -> tuple[TimeSpan, ...]:
        """Return the time expressions that begin in `[start, end)`."""
        first = bisect_left(self.time_starts, start)
        return self.times[first : bisect_left(self.time_starts, end, first)]

    def stated_in(self, start: int, end: int) -> tuple[TimeSpan, ...]:
        """Return the times that state when and begin in `[start, end)`."""
        first = bisect_left(self.stated_starts, start)
        return self.stated[first : bisect_left(self.stated_starts, end, first)]

    def is_now_in(self, start: int, end: int) -> bool:
        """Return whether 目前 or the like begins in `[start, end)`."""
        at = bisect_left(self.now_starts, start)
        return at < len(self.now_starts) and self.now_starts[at] < end

    def is_vague_in(self, start: int, end: int) -> bool:
        """Return whether 近日 or the like begins in `[start, end)`."""
        at = bisect_left(self.vague_starts, start)
        return at < len(self.vague_starts) and self.vague_starts[at] < end


_Part = TypeVar("_Part", Clause, Sentence)
_UNKNOWN: Any = object()


def once_each(find: Callable[[Context, _Part], _T]) -> Callable[[Context, _Part], _T]:
    """Return `find` with what it finds remembered for each clause, or sentence, of a context.

    A subject is asked for by each figure of its clause, and by those that it flows to.
    """

    @wraps(find)
    def found(context: Context, part: _Part) -> _T:
        known: dict[int, _T] = context.remembered[find]
        told: _T = known.get(part.index, _UNKNOWN)
        if told is _UNKNOWN:
            told = known[part.index] = find(context, part)
        return told

    return found


def _telling_names(area: Area, lexicon: Lexicon) -> tuple[str, ...]:
    names = {area.place, area.place[:-1], *area.aliases}
    telling = (n for n in names if len(n) > 1 and lexicon.keyword_index.find_words(n))
    return tuple(sorted(telling, key=lambda n: (-len(n), n)))


_FIRM_END = re.compile("有限责任公司|股份有限公司|有限公司|集团公司")  # of a firm's full name
_LONGEST = 22  # characters of a firm's name before its end
_FIRM = re.compile(
    r"(?:^|(?<=[，。；、“”：—（(\s对于与和向为对由年月日的]))"
    rf"([\u4e00-\u9fffA-Za-z（）()]{{4,{_LONGEST}}}?(?:{_FIRM_END.pattern}))"
)


def _firms(text: str) -> tuple[str, ...]:
    """Return the full names of firms in `text`, in the order of their first mention."""
    first = _FIRM_END.search(text)
    if first is None:
        return ()
    named = _FIRM.finditer(text, max(0, first.start() - _LONGEST))
    return tuple(dict.fromkeys(_bare_firm(match.group(1)) for match in named))


def _bare_firm(name: str) -> str:
    """Return a firm's name without the words before it: 了解到清河天元科技有限公司."""
    name = re.sub(r"^.*(?:高新区|新区|开发区|经开区|园区|[产创工]业园|科技园)(?=.{6,})", "", name)
    name = re.sub(
        r"^(?:记者|近日)*(?:走访|走进|参观|考察|服务|对接|联系|帮助|协助|会见|支持|引进)", "", name
    )
    return re.sub(r"^.*[到了为与和对由向在于是的](?=.{6,})", "", name)


_FIVE_YEARS = compiled(r"五年|(?<![0-9])5年")
_OPENING = 6  # paragraphs, headings among them


def _openings(document: Document) -> tuple[tuple[Paragraph, ...], ...]:
    """Return the first paragraphs of each article."""
    found: list[list[Paragraph]] = [[] for _ in range(max(1, len(document.articles)))]
    for paragraph in document.paragraphs:
        if paragraph.article < len(found) and len(found[paragraph.article]) < _OPENING:
            found[paragraph.article].append(paragraph)
    return tuple(tuple(f) for f in found)


def _parts(firms: Sequence[str]) -> dict[str, str]:
    """Return the firm that its short name means: 天元科 of 清河天元科技有限公司."""
    found: dict[str, str] = {}
    for firm in firms:
        for at in range(len(firm) - 2):
            if firm[at : at + 2] != firm[:2]:
                found.setdefault(firm[at : at + 3], firm)
    return found


def make_context(document: Document, lexicon: Lexicon, area: Area) -> Context:
    """Return the context of `document`."""
    sentences, clauses = split_clauses(document)
    years = section_years(document)
    times = find_times(document, years)
    stated = tuple(
        t for t in times if t.role is TimeRole.STATED and (t.value is not None or t.open)
    )
    of_clauses = tuple(map(_sentence, clauses))
    first = (bisect_left(of_clauses, index) for index in range(len(sentences) + 1))
    firms = _firms(document.text)
    return Context(
        document=document,
        text=document.text,
        lexicon=lexicon,
        area=area,
        names=names_for(area, lexicon.verbs),
        sentences=sentences,
        clauses=clauses,
        times=times,
        clause_starts=tuple(map(_start, clauses)),
        time_starts=tuple(map(_start, times)),
        stated=stated,
        stated_starts=tuple(map(_start, stated)),
        vague_starts=tuple(t.start for t in times if t.role is TimeRole.VAGUE),
        now_starts=tuple(t.start for t in times if t.role is TimeRole.AS_OF),
        first_clause=tuple(first),
        openings=_openings(document),
        firms={firm: order for order, firm in enumerate(firms)},
        firm_lengths=tuple(sorted(set(map(len, firms)))),
        firm_parts=_parts(firms),
        section_years=years,
        telling_names=_telling_names(area, lexicon),
        of_five_years=_FIVE_YEARS.search(document.text) is not None,
        doubtful=has_unseen(document.source.raw) or DAMAGED.search(document.source.raw) is not None,
    )
