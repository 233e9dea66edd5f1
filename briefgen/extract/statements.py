"""Statements: facts that need no number, each with the words that say it.

Input: a `Context`. Output: honours, milestones, plans, measures, problems, quotes and standings as
`Fact`s in the order of the text, quotes verbatim from the raw text. It reads no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.document import Area, Paragraph, Role
from briefgen.extract.context import Context
from briefgen.extract.elsewhere import flag_of, or_elsewhere
from briefgen.extract.grounding import fact_id
from briefgen.extract.honour_lists import HonourLists
from briefgen.extract.lacks import note_troubles
from briefgen.extract.periods import Told, period_at
from briefgen.extract.plan_articles import is_of_plan, plan_articles
from briefgen.extract.section_times import BRACKET, is_aims_of_year, sections_of
from briefgen.extract.short_bodies import Scope
from briefgen.extract.speakers import Speech, SpeechReader
from briefgen.extract.statement_clauses import Outlook, split_clauses
from briefgen.extract.statement_joins import Draft, Judged, join_clauses
from briefgen.extract.statement_lexicon import VerbLexicon, load_verbs
from briefgen.extract.statement_rules import judge
from briefgen.extract.statement_subjects import Subjects
from briefgen.extract.statement_themes import OPENING, themes_told
from briefgen.extract.statement_titles import short_title, title_of
from briefgen.extract.themes import Themes
from briefgen.extract.times import anchor_of, heading_year
from briefgen.extract.unreal import is_unreal
from briefgen.fact import LISTED, Fact, Kind, Level, Status

_Read = tuple[Paragraph, Outlook]
_TOGETHER = 64  # paragraphs
_READ = frozenset({Role.PROSE, Role.ITEM})
_LONGEST_PANEL_HEADING = 14
_LONGEST_LEAD = 60
_LAST_MONTH = 12
_SHORTEST_QUOTE = 5
# 产城融合加速推进。 over a paragraph's figures
_LEAD_SENTENCE = re.compile(
    r"(?:——|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[一二三四五六七八九十]是)?"
    r"(?:[^，。；\d]{1,6}(?:年来|以来)，(?:我们)?[^，。；]{2,16}，|坚持[^，。；\d]{2,14}，)?[^，。；\d“]{2,12}"
    "(?:(?:加速|加快|提速|快速|深入|扎实|持续|不断|稳步|显著|明显|有序|纵深|全面)"
    "(?:推进|改善|提升|增进|增强|优化|升级|转化|加快|稳定|显现|完善|向好|发展|构建|形成|推动|深化|拓展|壮大|提速)"
    "|(?:取得|得到|进入|迈上|实现|呈现|跃上|展现|开创)了?新[^，。；]{2,4})。(?=.{12})"
)
_DASHED = re.compile("——[^，。；\\d“]{4,12}。(?=.{12})")  # ——稳住了经济基本盘。完成…
_POINT = re.compile(
    r"[（(一二三四五六七八九十](?:(?<=[（(])[一二三四五六七八九十]+[）)]|(?<![（(])[一二三四五六七八九十]*(?:是|、))[^，。；：\d“]{4,14}。"
    "(?![（(]?[一二三四五六七八九十]+(?:是|、|[）)]))(?=[^。\n]{5})"
)
_POINTS_BACK = re.compile("其(?![中他次余实])|此[外举]?(?!次)|这(?!里|座|条|片|家)|它")
_NATION = re.compile(
    r"国家|全国|中国(?![^”]*案例)|国务院|中央|中宣部|[\u4e00-\u9fff]{2,6}部(?:等|、|公布|发布|评|授|认定|命名)"
)
_PROVINCE = re.compile(
    r"全省|省级|自治区|[\u4e00-\u9fff]{2}省(?![委政])|[^省]省[政委]|省[\u4e00-\u9fff]{0,6}(?:厅|局)|我省"
)
_CITY = re.compile(r"全市|市级|市政府|市委|我市")
_DISTRICT = re.compile(r"区级|区政府|区委|县级|县政府|全区|全县")


def find_statements(context: Context) -> tuple[Fact, ...]:
    """Return the statements of the document, in the order of the text.

    Paragraphs take each step together, some at a time: one paragraph after the other takes a fifth
    longer, as the processor then has to fetch the code of all steps for each.
    """
    reader = _Reader(context)
    read = tuple(_read_with(context, reader.verbs))
    batches = (read[at : at + _TOGETHER] for at in range(0, len(read), _TOGETHER))
    return tuple(fact for batch in batches for fact in reader.read(batch))


def _read_with(context: Context, verbs: VerbLexicon) -> Iterator[_Read]:
    """Yield the paragraphs that are read, each with what its place says of it."""
    ahead = False
    article = 0
    sections = sections_of(context)
    coming = _headings(context)  # an untitled article bears the name of its first heading
    anchor = anchor_of(context.document.source.published)
    over = anchor.closed_year or 0
    running = anchor.month is not None and over < (anchor.year or 0) and anchor.month < _LAST_MONTH
    for at, paragraph in enumerate(context.document.paragraphs):
        ahead = ahead and paragraph.article == article
        ahead, article = _lies_ahead(context, paragraph, verbs, ahead), paragraph.article
        aimed = is_aims_of_year(sections[at])
        if paragraph.role not in _READ:
            coming.discard(context.text[paragraph.start : paragraph.end].strip())
            continue
        past = 0 < (context.section_years[at] or 0) <= over
        heading = paragraph.heading if paragraph.heading not in coming else None
        troubles = heading is not None and _OF_TROUBLES.search(heading) is not None
        panel = _holds_plans(heading, verbs) and not _is_told_after(heading or "", over)
        tasks = heading is not None and _TASKS.match(heading) is not None
        planned = panel and not tasks
        yield (
            paragraph,
            Outlook(ahead or aimed or (panel and tasks), planned, past, troubles, running),
        )


class _Reader:
    """What is stated in paragraphs, which are to come in their order."""

    def __init__(self, context: Context) -> None:
        self.verbs = load_verbs()
        self._context = context
        self._speech = SpeechReader(context.document)
        self._subjects = Subjects(context, self.verbs)
        self._honours = HonourLists(context, self._subjects)
        self._planned = plan_articles(context)

    def read(self, batch: Sequence[_Read]) -> list[Fact]:
        """Return the statements of some paragraphs, in the order of the text."""
        context = self._context
        parts = tuple(self._parts(batch))
        titles = [self._title(part) for _, part in parts]
        whose = [self._whose(part) for _, part in parts]
        periods = [
            self._honours.periods.get(part.start) or _period(context, part) for _, part in parts
        ]
        themes = [
            themes_told(context, paragraph, _titled(part), title, scope)
            for (paragraph, part), title, scope in zip(parts, titles, whose, strict=True)
        ]
        facts = [
            _made(context, paragraph, part, title, scope, period, told)
            for (paragraph, part), title, scope, period, told in zip(
                parts, titles, whose, periods, themes, strict=True
            )
        ]
        kept = (fact for fact in facts if not _lost_its_subject(fact))
        return sorted(kept, key=lambda fact: (fact.start, fact.end))

    def _parts(self, batch: Sequence[_Read]) -> Iterator[tuple[Paragraph, Draft | Speech]]:
        """Yield what is claimed and what is said in some paragraphs."""
        document = self._context.document
        said = [self._speech.speech_of(paragraph) for paragraph, _ in batch]
        rows = [
            split_clauses(document, paragraph, told, self.verbs, outlook)
            for (paragraph, outlook), told in zip(batch, said, strict=True)
        ]
        judged = [tuple((clause, judge(clause, self.verbs)) for clause in row) for row in rows]
        for (paragraph, outlook), told, row in zip(batch, said, judged, strict=True):
            drafts = self._drafts(paragraph, outlook, row)
            yield from ((paragraph, draft) for draft in drafts)
            yield from ((paragraph, part) for part in told if _is_said(part))

    def _drafts(
        self, paragraph: Paragraph, outlook: Outlook, row: tuple[Judged, ...]
    ) -> tuple[Draft, ...]:
        """Return what a paragraph claims, from its clauses and what was judged of each."""
        context = self._context
        drafts = join_clauses(row, self.verbs)
        hard = {draft.main.sentence for draft in drafts if draft.kind is Kind.PROBLEM}
        clauses = (clause for clause, _ in row)
        note_troubles(context, clauses, hard, under_heading=outlook.troubles)
        if paragraph.article in self._planned:
            drafts = tuple(_as_planned(context, draft) for draft in drafts)
        drafts = _without_headings(context, paragraph, drafts, self.verbs)
        drafts = self._honours.with_listed_honours(paragraph, drafts)
        return tuple(draft for draft in drafts if not _is_unreal(context, draft))

    def _title(self, part: Draft | Speech) -> str:
        text = self._context.text
        if isinstance(part, Draft):
            return title_of(text, part, self.verbs)
        return short_title(text[part.start : part.end])

    def _whose(self, part: Draft | Speech) -> Scope:
        if not isinstance(part, Draft):
            return self._subjects.of_speaker(part.speaker, part.start)
        if (listed := self._honours.whose.get(part.start)) is not None:
            return listed
        whose, clause = self._subjects.subject_of(part), self._context.clause_at(part.main.start)
        return whose if clause is None else or_elsewhere(self._context, clause, whose)


# a report's part, whose sentences list one task after another, and no panel: 二、2020年工作安排
_TASKS = re.compile("[一二三四五六七八九十]+、[^，。]{0,8}(?:安排|工作|任务)$")
_REACHED = re.compile("[再迈登跃又]上(?:了?新)?台阶")  # 产业实力再上台阶 over what was done
_TASKS_OF_YEAR = re.compile("年(?:重点|主要)?(?:工作|目标)(?:任务)?")
_OF_TROUBLES = re.compile(
    "(?:存在|面临)的?(?:主要|突出)?(?:问题|困难|不足|挑战|短板)"
    "|(?:问题|困难|不足|短板)[和与](?:问题|困难|不足|短板|挑战|差距)|(?:主要|突出)(?:问题|困难|短板)$"
)


def _headings(context: Context) -> set[str]:
    """Return the words of the document's headings."""
    paragraphs = context.document.paragraphs
    return {context.text[p.start : p.end].strip() for p in paragraphs if p.role not in _READ}


def _as_planned(context: Context, draft: Draft) -> Draft:
    """Return what an article on a plan lists as the plan that it is."""
    clause = context.clause_at(draft.start)
    acts = draft.kind in (Kind.MILESTONE, Kind.MEASURE)
    if not acts or clause is None or not is_of_plan(context, clause):
        return draft
    return replace(draft, kind=Kind.PLAN, status=Status.PLANNED)


# 区保健院入围全国百佳提名，但最终未能入选
_BUT_NOT = re.compile("[，,](?:但|却|可惜|最终|遗憾)[^，。；]{0,8}(?:未|没|落选|无缘|失之交臂)")


def _is_unreal(context: Context, draft: Draft) -> bool:
    """Return whether a draft is only supposed, asked or heard of, or a candidacy that failed."""
    if draft.status is Status.CANDIDATE and _BUT_NOT.match(context.text, draft.end) is not None:
        return True
    clause = context.clause_at(draft.start)
    if clause is None or is_unreal(context, clause):
        return clause is not None
    return _WISHED.match(context.text, draft.start, draft.main.end) is not None


# 建议建立账款清偿台账: nobody has, nor will
_WISHED = re.compile("(?:同时|并|还|也|会议)*(?:建议|呼吁|希望|期盼|盼望)(?!.{0,4}的)[^，]{4}")


def _is_said(part: Speech) -> bool:
    """Return whether quoted words can stand on their own: not “管！”."""
    return part.direct and part.end - part.start >= _SHORTEST_QUOTE


def _lost_its_subject(fact: Fact) -> bool:
    """Return whether a clause speaks of something told before it, and nobody says of what.

    其首款车型下线 stands where its firm is known; an honour is told by its name.
    """
    known = fact.level is not Level.DISTRICT or fact.kind in (Kind.HONOUR, Kind.QUOTE)
    return not known and _POINTS_BACK.match(fact.clause) is not None


def _lies_ahead(context: Context, paragraph: Paragraph, verbs: VerbLexicon, ahead: bool) -> bool:
    """Return whether a report has come to what is to be done: 二、2024年工作打算.

    A heading, its paragraph's own first words too, or the short paragraph that leads in
    (…重点做好以下九方面工作：) says so, and a heading of what was done takes it back; one that
    names both (总结和打算) says nothing.
    """
    words = context.text[paragraph.start : paragraph.end].rstrip("　 \n")
    if paragraph.heading and words.startswith(paragraph.heading):
        words = paragraph.heading  # 五、2024年工作打算。（一）… in one paragraph
    elif len(words) > _LONGEST_LEAD or (
        paragraph.role in _READ and not words.endswith(("：", ":"))
    ):
        return ahead
    begins, over = verbs.ahead.search(words), verbs.over.search(words)
    ahead = ahead and not words.startswith(BRACKET)  # each such heading opens a part of its own
    closed = anchor_of(context.document.source.published).closed_year or 0
    dated = begins and (_TASKS_OF_YEAR.fullmatch(begins[0]) or begins[0].endswith("干"))
    if dated and _is_told_after(words, closed):
        return False
    if bool(begins) == bool(over):
        return ahead
    return begins is not None


def _is_told_after(heading: str, closed: int) -> bool:
    """Return whether a heading names a year up to `closed`, the last over: 一、2019年主要工作
    in January 2020."""
    return 0 < (heading_year(heading) or 0) <= closed


def _holds_plans(heading: str | None, verbs: VerbLexicon) -> bool:
    """Return whether a panel under `heading` lists plans: 未来五年, 综合实力上台阶, “八个新”任务.

    A long heading is a report's, whose sentences say themselves what is to come.
    """
    if heading is None or len(heading) > _LONGEST_PANEL_HEADING:
        return False
    reached = verbs.over.search(heading) or _REACHED.search(heading)
    return bool(verbs.heading.search(heading)) and not reached


def _titled(part: Draft | Speech) -> Draft | Speech:
    """Return a listed honour without its date and who gave it, which tell no theme."""
    if not isinstance(part, Draft) or not part.is_listed:
        return part
    return part.over(part.main.start, part.main.end)


def _period(context: Context, part: Draft | Speech) -> Told:
    told = period_at(context, part.start, part.end)
    plan = isinstance(part, Draft) and part.kind is Kind.PLAN
    if plan and (told[1] or _is_over(told[0], context.document.source.published)):
        return None, False, None  # a plan is not of the year that is reported on
    return told


def _made(
    context: Context,
    paragraph: Paragraph,
    part: Draft | Speech,
    title: str,
    whose: Scope,
    period: Told,
    themes: Themes,
) -> Fact:
    document = context.document
    kind = part.kind if isinstance(part, Draft) else Kind.QUOTE
    status = part.status if isinstance(part, Draft) else None
    at = context.clause_at(part.main.start if isinstance(part, Draft) else part.start)
    start, end = document.offsets.raw_span(part.start, part.end)
    quote, clause = document.source.raw[start:end], context.text[part.start : part.end]
    return Fact(
        id=fact_id(document.source.name, start, end, quote),
        source=document.source.name,
        start=start,
        end=end,
        quote=quote,
        kind=kind,
        indicator=title,
        scope=whose[0],
        level=whose[1],
        themes=themes[0],
        article=document.articles[paragraph.article].title if document.articles else "",
        published=document.source.published,
        status=status,
        speaker=part.main.speaker if isinstance(part, Draft) else part.speaker,
        award_level=award_level(clause, context.area) if kind is Kind.HONOUR else None,
        period=period[0],
        period_inferred=period[1],
        period_alt=period[2],
        topic=themes[1],
        flags=(
            *(("wrapped",) if "\n" in quote else ()),
            *((LISTED,) if isinstance(part, Draft) and part.is_listed else ()),
            *(() if at is None else flag_of(context, at, *whose)),
        ),
        clause=clause,
    )


def _is_point(text: str, points: list[tuple[int, int]], draft: Draft, verbs: VerbLexicon) -> bool:
    """Return whether a plan is only the name of a point: 一是提升产业能级。加快…。二是…."""
    inside = any(start <= draft.start and draft.end <= end for start, end in points)
    return inside and verbs.concrete.search(text, draft.start, draft.end) is None


def _without_headings(
    context: Context, paragraph: Paragraph, drafts: tuple[Draft, ...], verbs: VerbLexicon
) -> tuple[Draft, ...]:
    """Return the drafts that are more than a report's heading: （六）…，乡村振兴稳步推进。

    二是坚持开展“千企大走访”活动。 names what is done.
    """
    if not drafts:
        return ()
    text, span = context.text, (paragraph.start, paragraph.end)
    lead, opening = _LEAD_SENTENCE.match(text, *span), OPENING.match(text, *span)
    alone = lead.end() if lead is not None else 0
    dashed = _DASHED.match(text, *span)
    headed = dashed.end() if dashed is not None else 0
    begun = opening.end() if opening is not None and "“" not in opening[0] else 0
    plans = any(draft.kind is Kind.PLAN for draft in drafts)
    points = [point.span() for point in _POINT.finditer(text, *span)] if plans else []
    return tuple(
        draft
        for draft in drafts
        if draft.end > alone
        and not (draft.end < headed and draft.kind in (Kind.MEASURE, Kind.MILESTONE))
        and not (draft.end <= begun and draft.status is Status.STARTED)
        and not (draft.kind is Kind.PLAN and _is_point(text, points, draft, verbs))
    )


def _is_over(period: str | None, published: str | None) -> bool:
    """Return whether `period` ends in a year before the report's."""
    if period is None or published is None:
        return False
    return period.rpartition("/")[2][:4] < published[:4]


def award_level(clause: str, area: Area) -> str | None:
    """Return who awards the honour in `clause`: 国家, 省, 市 or 区; None where it does not say."""
    if _NATION.search(clause):
        return "国家"
    if _PROVINCE.search(clause):
        return "省"
    if _CITY.search(clause):
        return "市"
    if area.region and area.region.rstrip("省市") in clause:
        return "省" if area.region.endswith(("省", "自治区")) else "市"
    return "区" if _DISTRICT.search(clause) else None
