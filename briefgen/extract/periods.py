"""The period of a clause or a figure, from the times told in it and before it.

Input: a `Context` and a span of its clean text. Output: the period in wire form, whether it is
inferred, and the second reading if there is one. It finds no time expressions: `times` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.document import Paragraph, Role
from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context
from briefgen.extract.short_bodies import TRADES
from briefgen.extract.times import TimeSpan, anchor_of, period

_REACH = 2000  # characters that a year may flow along a paragraph

Told = tuple[str | None, bool, str | None]


def find_periods(context: Context) -> tuple[TimeSpan, ...]:
    """Return every time expression of the clean text, resolved, in order."""
    return context.times


def period_at(context: Context, start: int, end: int) -> Told:
    """Return `(period, inferred, alt)` for what stands at clean `[start, end)`.

    Looked for in the clause, in the clauses before it in its sentence, in the sentences before it
    in its paragraph, in the heading and the article's title; else the year that the source's date
    suggests, inferred. All None where the source has no date and tells none.
    """
    clause = context.clause_at(start)
    return assumed_period(context) if clause is None else period_in(context, clause, end)


def period_in(context: Context, clause: Clause, end: int) -> Told:
    """Return the period of what ends at clean `end` in `clause`, as `period_at` does."""
    if (time := time_of(context, clause, end)) is not None:
        return time.value, time.inferred, time.alt
    if _is_vague(context, clause):
        return assumed_period(context)
    if (part := _part_reported(context, clause)) is not None:
        return part
    if (told := context.section_years[clause.paragraph]) is not None:
        year = anchor_of(context.document.source.published).year
        if year is None or told <= year:  # 2022年民生实事清单出炉, told in 2021: not of what is
            return period(told), False, None
    return assumed_period(context)


PART_OF_YEAR = re.compile(
    "[0-9]{4}年(?:前?第?[一二三四1-4]季度|[上下]半年|[0-9]{1,2}(?:[-—至][0-9]{1,2})?月(?![0-9]))"
)
_MONTH = re.compile("[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_PART = re.compile(r"[0-9]{4}-(?:H[12]|Q[1-4]|01/[0-9]{4}-[0-9]{2})")
# 清河区10月份经济运行情况: a title that names the month that it reports on
_OF_MONTH = re.compile("份?[^，。；]{0,10}(?:运行|情况|公报|快报|[简通月]报|简讯|数据|形势|分析)")


def _part_reported(context: Context, clause: Clause) -> Told | None:
    """Return the part of the year that the whole article reports on, or None.

    It is stated where a heading names it with its year (2023年前三季度经济情况), else inferred.

    今年前三季度，经济运行总体平稳 in its first words holds for the paragraphs below that name no
    time of their own.
    """
    article = context.paragraph_of(clause).article
    opening = context.openings[article] if article < len(context.openings) else ()
    if not opening or clause.start < opening[-1].end:
        return _part_told(context, opening, clause)
    known: dict[int, Told | None] = context.remembered[_part_reported]
    if article not in known:  # the same for all clauses below the opening
        known[article] = _part_told(context, opening, clause)
    return known[article]


def _part_told(context: Context, opening: Sequence[Paragraph], clause: Clause) -> Told | None:
    """Return the part of the year that the first paragraphs of an article tell before `clause`."""
    for paragraph in opening:
        if paragraph.start > clause.start:
            return None
        for time in context.stated_in(paragraph.start, min(paragraph.end, clause.end)):
            if _PART.fullmatch(time.value or "") or _is_titled(context, paragraph, time):
                words = context.text[time.start : time.end]
                headed = paragraph.role is Role.HEADING and PART_OF_YEAR.match(words) is not None
                return time.value, not headed, None
            if len(time.value or "") == 4:
                return None
    return None


def _is_titled(context: Context, paragraph: Paragraph, time: TimeSpan) -> bool:
    """Return whether a heading says of the month at `time` that it is reported on."""
    month = len(time.value or "") == len("2024-10") and _MONTH.fullmatch(time.value or "")
    return (
        paragraph.role is Role.HEADING
        and month is not None
        and _OF_MONTH.match(context.text, time.end) is not None
    )


def assumed_period(context: Context) -> Told:
    """Return the year that an article of this date reports on by convention, inferred."""
    anchor = anchor_of(context.document.source.published)
    if anchor.year is None or anchor.closed_year is None:
        return None, False, None
    if anchor.month is not None and 4 <= anchor.month <= 10:
        return period(anchor.year, anchor.month), True, None
    return period(anchor.closed_year), True, None


def time_of(context: Context, clause: Clause, end: int) -> TimeSpan | None:
    """Return the stated time that holds for what ends at `end` in `clause`, or None."""
    held = context.holding.get(clause.index)
    if held is None:
        found = context.stated_in(clause.start, clause.end)
        held = context.holding[clause.index] = found, _told_before(context, clause)
    within, earlier = held
    if not within:
        return earlier
    for time in reversed(within):
        if time.start < end:
            return time
    return within[0]  # 确定了8项2022年度民生实事项目: the year stands behind the figure


def is_before(context: Context, clause: Clause, end: int) -> bool:
    """Return whether what ends at `end` is told of the time before a year that is over:
    2015年以前，全县茶园只有2万亩 says nothing of 2015."""
    time = time_of(context, clause, end)
    if time is None or context.text[time.end : time.end + 1] not in _BEFORE_BEGINS:
        return False
    if _BEFORE.match(context.text, time.end) is None:
        return False
    return _is_over(context, time)


def _is_over(context: Context, time: TimeSpan) -> bool:
    """Return whether the year of `time` is before that of the report; nobody knows: it is not."""
    year = anchor_of(context.document.source.published).year
    return year is not None and time.value is not None and int(time.value[:4]) < year


_BEFORE = re.compile("年?(?:以前|之前|前(?![后三五十0-9列]))")
_BEFORE_BEGINS = frozenset("年以之前")


def _told_before(context: Context, clause: Clause) -> TimeSpan | None:
    """Return the stated time that flows into `clause` from its sentence or its paragraph."""
    sentence, paragraph = context.sentences[clause.sentence], context.paragraph_of(clause)
    since = max(paragraph.start, sentence.start - _REACH)
    times = context.stated_in(since, clause.start)
    if not times:
        return None
    for told in reversed(times):
        if told.start < sentence.start:
            break
        if told.local:
            continue
        if context.is_now_in(told.end, clause.end) and _is_past_year(context, told):
            return None  # 2016年成立合作社，如今发展到296户
        return told
    if _is_vague(context, clause) or context.is_now_in(sentence.start, clause.end):
        return None
    if _is_said(context, sentence.start, clause):
        return None
    # 到2027年…。改造老旧小区90个: the aim ends there; 预计2021年…。产业结构调整为…: so does that
    times = tuple(time for time in times if time.start < sentence.start)
    if not times or context.text.startswith(_GOES_ON, clause.start):
        return None  # 2023年，收入达4.2亿元。公司正投资1.8亿元: now
    flowing = (t for t in reversed(times) if not _ends_with_sentence(context, t, clause))
    if _ADDED_UP.search(context.text, _first_word(context, sentence.start), clause.end):
        # 过去五年，…。2020年达到612亿元。累计实施项目486个: in the five years, or nobody says when
        every = tuple(flowing)
        growing = _GROWN_SINCE.search(context.text, clause.start, clause.end) is not None
        years = (t for t in every if not (growing or _is_inner_year(context, t)))
        last = next((t for t in every if _SPAN.match(t.value or "")), next(years, None))
    else:
        last = next(flowing, None)
        if last is not None and _SPAN.match(times[0].value or "") and _counted_to(context, last):
            last = times[0]  # 五年来，…。截至年末，收入年均增长5%。实施项目40个: in the five years
    if last is None or _mixed_since(last, times) or _ends_today(context, last):
        return None
    return last


def _ends_today(context: Context, time: TimeSpan) -> bool:
    """Return whether the sentence of a past year goes on to today, where the next begins:
    2016年，企业欠款；如今，收入16.8亿元。全县企业468家."""
    clause = context.clause_at(time.start)
    if clause is None or not _is_past_year(context, time):
        return False
    return context.is_now_in(time.end, context.sentences[clause.sentence].end)


def _is_said(context: Context, start: int, clause: Clause) -> bool:
    """Return whether a sentence from `start` is somebody's words up to the end of `clause`.

    2021年以来，发展露营经济。“平均一天就有600多台车！”书记说: as it is when he speaks.
    """
    if context.text[start : start + 1] != "“":
        return False
    end = context.text.find("”", start)  # “四好农村路”建成80公里 is only a name
    return end < 0 or end >= clause.end - 1


def _is_past_year(context: Context, time: TimeSpan) -> bool:
    dated = len(time.value or "") in (len("2016"), len("2016-05"))
    return dated and _is_over(context, time)


_SPAN = re.compile("[0-9]{4}/[0-9]{4}")  # 过去五年, “十四五”以来
_GROWN_SINCE = re.compile("累计(?:实际)?(?:下降|降低|增长|提高|减少|增加)")
_ADDED_UP = re.compile(
    "[累先共由从](?:(?<=累)计(?!接)|(?<=先)后|(?<=共)(?<![公一]共)(?!有|同|享|建|青|产|服务|交)"
    "|(?<=[由从])[0-9.]+[^，]{1,8}[到至为])"
)
_GOES_ON = (
    "现有",
    "全区现有",
    "全县现有",
    "全市现有",
    "正",
    "公司正",
    "企业正",
    "目前",
    "园区正",
    "全区正",
    "全县正",
)


_DIGIT = re.compile("[0-9]")
_AS_IT_IS = re.compile("现有|目前|拥有|现已|已有")


def _is_aside(context: Context, time: TimeSpan) -> bool:
    """Return whether a year is told aside of how things stand: 现有企业53家，去年产值248亿元."""
    clause = context.clause_at(time.start)
    if clause is None or not _is_inner_year(context, time):
        return False
    start = context.sentences[clause.sentence].start
    if _AS_IT_IS.search(context.text, start, time.start) is not None:
        return True
    if _DIGIT.search(context.text, start, time.start) is None:
        return False  # 园区入驻企业912家，去年营收386亿元。小镇集聚基金417支: as they are
    return not context.stated_in(start, time.start)


def _is_inner_year(context: Context, time: TimeSpan) -> bool:
    """Return whether a year is told within a sentence, of its own clause: …，2024年达到48650元."""
    return len(time.value or "") == 4 and context.text[time.start - 1 : time.start] in "，,、；"


def _first_word(context: Context, start: int) -> int:
    return start + (context.text[start : start + 1] in "，,")


def _ends_with_sentence(context: Context, time: TimeSpan, clause: Clause) -> bool:
    """Return whether what is told at `time` says nothing of the sentences behind it.

    An aim, an expectation, a stock counted up to a day; a month or a day in which one thing
    happened (去年9月，完成首单贷款。岭头乡种植…1.3万亩); what somebody says within quotes.
    """
    if _stays_there(context, time) or (time.since and _goes_elsewhere(context, time, clause)):
        return True
    if _OF_ALL.match(context.text, _start_of(context, clause)) and _is_of_firm(context, time):
        return True  # 北岳重工上半年营收31亿元。全区48万户家庭用上了平台
    text = context.text
    if text.find("”", time.end, clause.start) < 0:
        return False
    opened = text.rfind("“", max(0, clause.start - _REACH), time.start)
    return opened >= 0 and text.find("”", opened, time.start) < 0


def _stays_there(context: Context, time: TimeSpan) -> bool:
    """Return whether the words of a time hold it in its sentence; looked at once for each time."""
    known: dict[int, bool] = context.remembered[_stays_there]
    if time.start not in known:
        known[time.start] = (
            time.deadline
            or time.local
            or time.expected
            or _MONTH.fullmatch(time.value or "") is not None
            or _is_aside(context, time)
            or _is_to_come(context, time)
            or _of_honour(context, time)  # 2014年至2016年，该县连续3年获得表彰。实施工程180个
            or context.text.startswith("明年", time.start)  # 明年上马二期。苹果面积32.5万亩
        )
    return known[time.start]


# a sentence of the area's: 全区48万户…, “千名干部联千企”行动累计…
_OF_ALL = re.compile("全[区县市州]|“[^“”]{2,16}”(?:行动|工程|计划|活动|平台|机制)")
_FIRM_BEGINS = re.compile(f"(?:[^，。；]{{2,16}}(?:公司|集团)|[^，。；]{{2,4}}(?:{TRADES}))$")


def _start_of(context: Context, clause: Clause) -> int:
    return context.sentences[clause.sentence].start


def _is_of_firm(context: Context, time: TimeSpan) -> bool:
    """Return whether the sentence of a time begins with a firm: 北岳重工今年上半年营收31亿元."""
    clause = context.clause_at(time.start)
    if clause is None:
        return False
    before = context.text[_start_of(context, clause) : time.start]
    return _FIRM_BEGINS.fullmatch(before) is not None


_WILL = re.compile(
    "将(?:正式|全面|陆续)?(?:投[用入产]|启用|开[工学园业通]|建成|完[成工]|交付|竣工)"
)
_SINCE_A_MONTH = re.compile("[0-9]{4}-[0-9]{2}/")


def _is_to_come(context: Context, time: TimeSpan) -> bool:
    """Return whether a time's sentence tells what will be: 今年秋季，新校区将投用。巩固率99%."""
    clause = context.clause_at(time.start)
    if clause is None or time.since or not time.value or _is_over(context, time):
        return False
    end = context.sentences[clause.sentence].end
    return _WILL.search(context.text, time.end, end) is not None


def _goes_elsewhere(context: Context, time: TimeSpan, clause: Clause) -> bool:
    """Return whether the sentence of `clause` goes to another place than what has been done since
    a month: 3月以来，举办招聘会27场。在明光产业园，一期厂房已经封顶."""
    start = context.sentences[clause.sentence].start
    since_month = _SINCE_A_MONTH.match(time.value or "") is not None
    return since_month and context.text.startswith(("在", "走进", "来到"), start)


_HONOURS = re.compile(
    "(?:获得?|荣获|被[^，。；]{0,8}?授予|被评为|被命名为)[^，。；]{0,24}?(?:表彰|称号|荣誉|奖|先进|示范县|均衡县)"
)


def _of_honour(context: Context, time: TimeSpan) -> bool:
    """Return whether the sentence of a time tells only an honour, at that time."""
    clause = context.clause_at(time.start)
    if clause is None:
        return False
    sentence = context.sentences[clause.sentence]
    return time.start - sentence.start < 2 and (
        _HONOURS.search(context.text, time.end, min(sentence.end, time.end + 50)) is not None
    )


def _mixed_since(time: TimeSpan, times: Sequence[TimeSpan]) -> bool:
    """Return whether a part of a year (前三季度) is followed by another year's own figure."""
    if _PART.fullmatch(time.value or "") is None:
        return False
    later = (t for t in times if t.start > time.start and t.value is not None)
    return any(t.local and (t.value or "")[:4] != (time.value or "")[:4] for t in later)


def _counted_to(context: Context, time: TimeSpan) -> bool:
    """Return whether the time is the end of a year up to which something is told: 截止年末."""
    until = context.text.endswith(("截至", "截止", "截止到", "截至到"), 0, time.start)
    return until and len(time.value or "") == len("2024")


def is_until(context: Context, time: TimeSpan) -> bool:
    """Return whether what is told at `time` counts up to it: 截至5月底, 6月末."""
    text = context.text
    until = text.endswith(("截至", "截止", "截至今年", "截止到"), 0, time.start)
    return until or text.endswith(("月末", "月底"), time.start, time.end)


def _is_vague(context: Context, clause: Clause) -> bool:
    """Return whether the sentence up to the end of `clause` says only 近日 or 近年来."""
    sentence = context.sentences[clause.sentence]
    return context.is_vague_in(sentence.start, clause.end) and not context.stated_in(
        sentence.start, clause.end
    )
