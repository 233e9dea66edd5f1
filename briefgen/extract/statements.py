"""Statements: facts that need no number, each with the words that say it.

Input: a `Context`. Output: honours, milestones, plans, measures, problems, quotes and standings as
`Fact`s in the order of the text, quotes verbatim from the raw text. It reads no figures.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.document import Area, Paragraph, Role
from briefgen.extract.context import Context
from briefgen.extract.elsewhere import flag_of, or_elsewhere
from briefgen.extract.grounding import fact_id
from briefgen.extract.lacks import note_troubles
from briefgen.extract.periods import period_at
from briefgen.extract.plan_articles import is_of_plan, plan_articles
from briefgen.extract.quick import compiled
from briefgen.extract.speakers import Speech, SpeechReader
from briefgen.extract.statement_clauses import Outlook, split_clauses
from briefgen.extract.statement_joins import Draft, join_clauses
from briefgen.extract.statement_lexicon import VerbLexicon, load_verbs
from briefgen.extract.statement_rules import judge
from briefgen.extract.statement_subjects import Subjects
from briefgen.extract.statement_titles import short_title, title_of
from briefgen.extract.themes import themes_of
from briefgen.extract.times import anchor_of, heading_year
from briefgen.extract.unreal import is_unreal
from briefgen.fact import Fact, Kind, Level, Status

_READ = frozenset({Role.PROSE, Role.ITEM})
_LONGEST_PANEL_HEADING = 14
_LONGEST_LEAD = 60
_SHORTEST_QUOTE = 5
_STOP = re.compile("[。；]")
_REACH = 400  # characters of a sentence before and behind a statement that tell its theme
_OPENING = re.compile(
    r"[（(]?[一二三四五六七八九十]+(?:[）)、.．]|是)[^。；：，\d]{4,16}(?:[，、][^。；：，\d]{2,16})*[。；：]"
)
# 产城融合加速推进。 over a paragraph's figures
_LEAD_SENTENCE = re.compile(
    r"(?:——|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[一二三四五六七八九十]是)?"
    r"(?:[^，。；\d]{1,6}(?:年来|以来)，(?:我们)?[^，。；]{2,16}，|坚持[^，。；\d]{2,14}，)?[^，。；\d“]{2,12}"
    "(?:(?:加速|加快|提速|快速|深入|扎实|持续|不断|稳步|显著|明显|有序|纵深|全面)"
    "(?:推进|改善|提升|增进|增强|优化|升级|转化|加快|稳定|显现|完善|向好|发展|构建|形成|推动|深化|拓展|壮大|提速)"
    "|(?:取得|得到|进入|迈上|实现|呈现|跃上|展现|开创)了?新[^，。；]{2,4})。(?=.{12})"
)
_POINT = re.compile(
    r"[（(一二三四五六七八九十](?:(?<=[（(])[一二三四五六七八九十]+[）)]|(?<![（(])[一二三四五六七八九十]*(?:是|、))[^，。；：\d“]{4,14}。"
    "(?![（(]?[一二三四五六七八九十]+(?:是|、|[）)]))(?=[^。\n]{5})"
)
_POINTS_BACK = re.compile("其(?![中他次余实])|此[外举]?(?!次)|这(?!里|座|条|片|家)|它")
_DWELLINGS = ("镇", "乡", "街道", "社区", "小区", "居民区", "村")
# 访青木镇党委书记李某 over a page says nothing of party work
_OFFICERS = compiled("(?:党委|党工委|党支部|党总支|党组|[区县市镇乡]委)?副?书记")
_RURAL = "城乡融合"
_NATION = re.compile(
    r"国家|全国|中国(?![^”]*案例)|国务院|中央|中宣部|[\u4e00-\u9fff]{2,6}部(?:等|、|公布|发布|评|授|认定|命名)"
)
_PROVINCE = re.compile(
    r"全省|省级|自治区|[\u4e00-\u9fff]{2}省(?![委政])|[^省]省[政委]|省[\u4e00-\u9fff]{0,6}(?:厅|局)|我省"
)
_CITY = re.compile(r"全市|市级|市政府|市委|我市")
_DISTRICT = re.compile(r"区级|区政府|区委|县级|县政府|全区|全县")


def find_statements(context: Context) -> tuple[Fact, ...]:
    """Return the statements of the document, in the order of the text."""
    verbs = load_verbs()
    speech = SpeechReader(context.document)
    subjects = Subjects(context, verbs)
    found: list[Fact] = []
    ahead = False
    article = 0
    coming = _headings(context)  # an untitled article bears the name of its first heading
    over = anchor_of(context.document.source.published).closed_year or 0
    planned = plan_articles(context)
    for at, paragraph in enumerate(context.document.paragraphs):
        ahead = ahead and paragraph.article == article
        ahead, article = _lies_ahead(context, paragraph, verbs, ahead), paragraph.article
        if paragraph.role not in _READ:
            coming.discard(context.text[paragraph.start : paragraph.end].strip())
            continue
        past = 0 < (context.section_years[at] or 0) <= over
        heading = paragraph.heading if paragraph.heading not in coming else None
        troubles = heading is not None and _OF_TROUBLES.search(heading) is not None
        panel = _holds_plans(heading, verbs) and not _is_told_after(heading or "", over)
        tasks = heading is not None and _TASKS.match(heading) is not None
        plans = Outlook(ahead or (panel and tasks), panel and not tasks, past, troubles)
        said = speech.speech_of(paragraph)
        clauses = split_clauses(context.document, paragraph, said, verbs, plans)
        drafts = join_clauses(tuple((clause, judge(clause, verbs)) for clause in clauses), verbs)
        hard = {draft.main.sentence for draft in drafts if draft.kind is Kind.PROBLEM}
        note_troubles(context, clauses, hard, under_heading=troubles)
        if paragraph.article in planned:
            drafts = tuple(_as_planned(context, d) for d in drafts)
        drafts = _without_headings(context, paragraph, drafts, verbs)
        drafts = tuple(d for d in drafts if not _is_unreal(context, d))
        facts = [_fact(context, paragraph, draft, verbs, subjects) for draft in drafts]
        facts = [fact for fact in facts if not _lost_its_subject(fact)]
        facts += [_quote(context, paragraph, part, subjects) for part in said if _is_said(part)]
        found.extend(sorted(facts, key=lambda fact: (fact.start, fact.end)))
    return tuple(found)


# a report's part, whose sentences list one task after another, and no panel: 二、2020年工作安排
_TASKS = re.compile("[一二三四五六七八九十]+、[^，。]{0,8}(?:安排|工作|任务)$")
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
    return clause is not None and is_unreal(context, clause)


def _is_said(part: Speech) -> bool:
    """Return whether quoted words can stand on their own: not “管！”."""
    return part.direct and part.end - part.start >= _SHORTEST_QUOTE


def _lost_its_subject(fact: Fact) -> bool:
    """Return whether a clause speaks of something told before it, and nobody says of what.

    其首款车型下线 stands where its firm is known; an honour is told by its name.
    """
    known = fact.level is not Level.DISTRICT or fact.kind is Kind.HONOUR
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
    closed = anchor_of(context.document.source.published).closed_year or 0
    if begins and _TASKS_OF_YEAR.fullmatch(begins[0]) and _is_told_after(words, closed):
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
    return bool(verbs.heading.search(heading)) and not verbs.over.search(heading)


def _fact(
    context: Context, paragraph: Paragraph, draft: Draft, verbs: VerbLexicon, subjects: Subjects
) -> Fact:
    title = title_of(context.text, draft, verbs)
    whose = subjects.subject_of(draft)
    return _made(context, paragraph, draft, title, draft.main.speaker, whose)


def _quote(context: Context, paragraph: Paragraph, said: Speech, subjects: Subjects) -> Fact:
    words = context.text[said.start : said.end]
    whose = subjects.of_speaker(said.speaker, said.start)
    return _made(context, paragraph, said, short_title(words), said.speaker, whose)


def _made(
    context: Context,
    paragraph: Paragraph,
    part: Draft | Speech,
    title: str,
    speaker: str | None,
    whose: tuple[str, Level],
) -> Fact:
    document = context.document
    kind = part.kind if isinstance(part, Draft) else Kind.QUOTE
    status = part.status if isinstance(part, Draft) else None
    at = context.clause_at(part.start)
    if at is not None and isinstance(part, Draft):
        whose = or_elsewhere(context, at, whose)
    start, end = document.offsets.raw_span(part.start, part.end)
    quote, clause = document.source.raw[start:end], context.text[part.start : part.end]
    period, inferred, alt = period_at(context, part.start, part.end)
    if kind is Kind.PLAN and (inferred or _is_over(period, document.source.published)):
        period, inferred, alt = None, False, None  # a plan is not of the year that is reported on
    themes, topic = _themes(context, paragraph, part, title, whose[0])
    rural = whose[0].endswith("村") or (len(themes) < 2 and whose[0].endswith(("镇", "乡")))
    if whose[1] is Level.ENTITY and rural and _RURAL not in themes:
        themes = (*themes[:1], _RURAL)
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
        themes=themes,
        article=document.articles[paragraph.article].title if document.articles else "",
        published=document.source.published,
        status=status,
        speaker=speaker,
        award_level=award_level(clause, context.area) if kind is Kind.HONOUR else None,
        period=period,
        period_inferred=inferred,
        period_alt=alt,
        topic=topic,
        flags=(
            *(("wrapped",) if "\n" in quote else ()),
            *(() if at is None else flag_of(context, at, *whose)),
        ),
        clause=clause,
    )


def _themes(
    context: Context, paragraph: Paragraph, part: Draft | Speech, title: str, whose: str
) -> tuple[tuple[str, ...], str | None]:
    """Return the themes of a statement and its sub-topic.

    A clause of which no more than a weak word tells (建设, 项目) is of its sentence's theme. The
    short sentence that opens a report's paragraph (（二）产业平台建设加快。) is a heading too.
    A town's or a quarter's own name says nothing: 柳岸镇慰问老人 is livelihood.
    """
    text, lexicon = context.text, context.lexicon
    clause = context.without_area(_of_all_themes(text[part.start : part.end], context))
    title = context.without_area(title)
    if whose.endswith(_DWELLINGS):
        clause, title = clause.replace(whose, ""), title.replace(whose, "")
    heading = _above(context, paragraph)
    if lexicon.keyword_index.tells(clause):
        named = _of_all_themes(title, context)
        return themes_of(clause, heading, named, lexicon, whose=whose)
    told = themes_of(_sentence(context, paragraph, part), heading, "", lexicon)
    return told if told[0] else _of_paragraph(context, paragraph, heading)


def _above(context: Context, paragraph: Paragraph) -> str:
    """Return what stands over a paragraph's statements: its heading, its first short sentence."""
    known: dict[int, str] = context.remembered[_above]
    if paragraph.start not in known:
        opening = _OPENING.match(context.text, paragraph.start, paragraph.end)
        above = context.heading_over(paragraph)
        above = _OFFICERS.sub("", above) if "书记" in above else above
        known[paragraph.start] = above + (opening[0] if opening else "")
    return known[paragraph.start]


def _sentence(context: Context, paragraph: Paragraph, part: Draft | Speech) -> str:
    """Return the words of the sentence around `part`, as far as they lie within reach."""
    text = context.text
    since = max(paragraph.start, part.start - _REACH)
    until = min(paragraph.end, part.end + _REACH)
    first = max(text.rfind(mark, since, part.start) for mark in "。；\n") + 1
    stop = _STOP.search(text, part.end, until)
    return context.without_area(text[max(first, since) : stop.start() if stop else until])


def _of_paragraph(
    context: Context, paragraph: Paragraph, heading: str
) -> tuple[tuple[str, ...], str | None]:
    """Return the themes of a whole paragraph, told once for all its statements."""
    known: dict[int, tuple[tuple[str, ...], str | None]] = context.remembered[_of_paragraph]
    if paragraph.start not in known:
        words = context.text[paragraph.start : paragraph.end]
        known[paragraph.start] = themes_of(words, heading, "", context.lexicon)
    return known[paragraph.start]


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
    lead, opening = _LEAD_SENTENCE.match(text, *span), _OPENING.match(text, *span)
    alone = lead.end() if lead is not None else 0
    begun = opening.end() if opening is not None and "“" not in opening[0] else 0
    plans = any(draft.kind is Kind.PLAN for draft in drafts)
    points = [point.span() for point in _POINT.finditer(text, *span)] if plans else []
    return tuple(
        draft
        for draft in drafts
        if draft.end > alone
        and not (draft.end <= begun and draft.status is Status.STARTED)
        and not (draft.kind is Kind.PLAN and _is_point(text, points, draft, verbs))
    )


def _of_all_themes(clause: str, context: Context) -> str:
    """Return `clause` without the names of themes where it names three: it is of none of them."""
    index = context.lexicon.keyword_index
    named = index.named(clause)
    if len(named) < 3:
        return clause
    for place in named:
        clause = clause.replace(index.names[place], "")
    return clause


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
