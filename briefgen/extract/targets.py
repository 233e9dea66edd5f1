"""Which figures are planned or promised, not reached.

Input: a `Context` and a figure's place. Output: whether it is a target, and the expectation it is
told with (预计). It looks at the clause, its sentence, the headings above and the times told.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context
from briefgen.extract.periods import time_of
from briefgen.extract.plan_articles import (
    AIMED,
    LOOKED_BACK,
    SETS_OUT,
    is_of_plan,
    lists_works,
    plan_articles,
    tasks_alone,
)
from briefgen.extract.quick import compiled
from briefgen.extract.section_times import is_of_plans, sections_of
from briefgen.extract.times import TimeRole, TimeSpan, anchor_of

_EXPECTED = re.compile(r"预计|有望|可望|预期(?!目标|寿命)")
# a sentence without these plans nothing: all are found at once, at one look through the text (each
# alternative of AIMED, _AIM_BEHIND, _CALLED_AIM and _CALLS_FOR holds one of them)
_MAY_AIM = re.compile(
    "力争|目标|任务|争取|确保|预算|拟|计划|将|要|努力|剑指|瞄准|冲刺|规划|设计|后|届时|原|提出"
)
_MAY_EXPECT = re.compile("预计|预期|有望|可望")
_AIM_BEHIND = re.compile(
    "的(?:发展|工作|奋斗|预期|总体)?(?:目标|任务)(?:$|仍|还|尚|任务|[有存]|需|压力|面临|难度|十分|非常|较为)"
)  # 确定了发展烟叶6万亩的目标
_STRIVES = re.compile("奋力|全力|努力|冲刺|朝着|向着|锚定|[盯紧]{2}|围绕|聚焦|咬定")
_CALLED_AIM = re.compile(
    "(?:这些|以上|上述)?(?:均|都)?[是为](?:[^，。；0-9]{0,12}的?)(?:主要|总体|预期|奋斗|发展|工作|约束性)*目标"
)
_LOOKS_ON = re.compile("展望(?:未来|新|今后|下一|“?十|20)")
WITHIN_YEAR = frozenset(("全年", "年内", "年末", "年底"))  # of a plan: of the year that runs
# 今年，清河区将实施改造项目2个；打造口袋公园4处；…: one 将 for the whole list
_LISTS_PLANS = re.compile("(?:今年|明年|年内|下一步)，?[^，；。0-9]{0,8}将(?!于|在)")
_CALLS_FOR = re.compile(
    "(?<![^，；：。“\n])(?:我们|各级|各部门|各地|全区上下|全县上下|一|二|三|四|五|六|是)*要(?=坚持|深化|统筹|守护|增进|推动|推进|加快|加强|深入|持续"
    "|全面|着力|抓好|做好|聚焦|紧扣|突出|强化|优化|完善|落实|把|在|进一步|大力|切实|始终|扎实|全力|积极|不断|更加|牢牢|坚定"
    "|围绕|高标准|高质量|高水平|高品质|培育|壮大|提升|打造|建设|实施|办好|改善|保障|发展|守牢|筑牢|巩固|拓展|激发|释放|扩大|稳住|稳定)"
)
# …；1至6月，完成小区改造12个: the list has ended
_TOLD_SINCE = re.compile("[0-9]月|半年|季度|目前|截至|已|去年|上年|[0-9]{4}年|现")
# 2022年将完成1146户，到5月底，已建成…，入住…: what follows 已 is reached
# 县委书记魏某要求，年内完成6个党组织整顿
_DEMANDS = re.compile("(?!按照?|根据|遵照|落实|贯彻)[^，。；“”]{2,20}(?:要求|强调|部署)，(?!已)")
_MAY_DEMAND = re.compile("要求|强调|部署|实事")
_BY_THEN = compiled(
    "[，,](?:目前|截至|现)?已经?(?=建|完|搬|开|投|实|竣|签|达|有)"
    "|实际(?!上)|[，,](?:目前|截至目前|现有)|[只仅](?=完成|建成|实现|达到?|种|入驻|引进|新增)|，完成$"
)
_MONTH = re.compile("([0-9]{4})-([0-9]{2}|H1|Q[123])")
_PART_ENDS = {"H1": 6, "Q1": 3, "Q2": 6, "Q3": 9}
_REACHED = compiled(
    r"(?:已|已经|目前|截至|累计(?!达到$)|现有|去年|先后|完成了|实现了|建成了|推出了|确定了|出台了|印发了|(?<![为除])了$)"
)


_BOUND = 4  # characters of 不得少于, which a figure begins with
# each year's or day's least is a rule, no aim: 每天锻炼不少于1小时
_LEAST = re.compile(
    "(?<![每日周])(?:新增|新建|培育|引进|新开工|开工|完成|实施|打造|建成|全年|年内)(?:(?!每)[^，。；]){0,16}不(?:得)?[少低]于"
)
# 到年底，17个乡镇将实现网格全覆盖: the towns are there already
_COVERED = re.compile(
    "[0-9]+[^，。；0-9]{2,12}?(?:将|要|力争)?(?:全部|全面|均|都)?实现[^，。；0-9]{0,14}全覆盖"
)


def expectation(words: str) -> str | None:
    """Return the word of expectation in the words before a figure (预计), or None."""
    match = _EXPECTED.search(words)
    return match.group() if match else None


class TargetJudge:
    """Tells targets in one document; headings are read once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        anchor = self._anchor = anchor_of(context.document.source.published)
        self._year, self._now = anchor.closed_year, anchor.year
        self._month = anchor.month or 12
        self._sections = sections_of(context)
        self._setting_out: dict[int, bool] = {}  # sentences, each looked through once
        self._plans = tasks_alone(context, self._year) if self._month <= 2 else frozenset()
        self._planned = _planned_paragraphs(context)
        self._aiming = context.sentences_with(_MAY_AIM)
        self._demanding = context.sentences_with(_MAY_DEMAND)
        self._expecting = context.sentences_with(_MAY_EXPECT)
        self._called = _called_aims(context, self._aiming)
        self._of_plans = plan_articles(context)
        self._ahead = tuple(t.start for t in context.stated if self._is_ahead(t))
        self._set_out: dict[int, int | None] = {}  # where each paragraph sets out its plans

    def section(self, clause: Clause) -> str | None:
        """Return the heading that says what time the part of the text is about, or None."""
        return self._sections[clause.paragraph]

    def may_expect(self, clause: Clause) -> bool:
        """Return whether a word of expectation stands in the sentence of `clause`."""
        return clause.sentence in self._expecting

    def aim_behind(self, clause: Clause) -> Clause | None:
        """Return the last clause of the sentence if it calls what is told before an aim, or None.

        失业率控制在5.5%左右，财政收入增长3%，是今年的预期目标。
        """
        last = self._called.get(clause.sentence)
        return None if last is clause else last

    def is_target(self, clause: Clause, at: int) -> bool:
        """Return whether the figure at clean `at` in `clause` is planned or promised."""
        context, text = self._context, self._context.text
        sentence = context.sentences[clause.sentence]
        aims = clause.sentence in self._aiming
        words = text[clause.start : at]
        if _COVERED.match(text, at):
            return False
        strives = aims and _STRIVES.search(words) is not None
        if strives and text.find("目标", at, clause.end) >= 0:
            return True  # 奋力实现地区生产总值突破千亿元目标
        if aims and (self._is_aimed(words) or _AIM_BEHIND.search(text, at, clause.end)):
            return True
        if self._future_time(sentence, at) or self.aim_behind(clause) is not None:
            return True
        if text.startswith("展望", sentence.start) and _LOOKS_ON.match(text, sentence.start, at):
            return not self._past_time(clause, at)
        article = context.paragraph_of(clause).article
        planned = (
            self._begun(clause, at)
            or (aims and self._aimed_before(sentence, clause, at))
            or (aims and self._called_for(sentence, clause, at))
            or self._at_least(sentence, at)
            or article in self._plans
            or (self._listed_for_year(clause) and not self._over_before(clause, at))
            or (article in self._of_plans and is_of_plan(context, clause))
            or self._demanded(sentence, clause)
            or (self._planned_section(clause) and not self._past_time(clause, at))
        )
        return planned and _REACHED.search(words) is None

    def _at_least(self, sentence: Sentence, at: int) -> bool:
        """Return whether the sentence sets a least for the year: 全年新开工项目不少于30个."""
        text = self._context.text
        least = _LEAST.search(text, sentence.start, at + _BOUND)
        if least is None or _TOLD_SINCE.search(text, sentence.start, at) is not None:
            return False
        return _EXPECTED.search(text, sentence.start, at) is None

    def _is_aimed(self, words: str) -> bool:
        """Return whether `words` before a figure aim at it: 原定新增1500个，只建成620个 has 620."""
        aimed = [m.end() for m in AIMED.finditer(words)]
        return bool(aimed) and _BY_THEN.search(words, aimed[-1]) is None

    def _demanded(self, sentence: Sentence, clause: Clause) -> bool:
        if clause.sentence not in self._demanding:
            return False
        text = self._context.text
        if _DEMANDS.match(text, sentence.start, clause.start) is not None:
            return True
        return lists_works(text, sentence, clause)

    def _aimed_before(self, sentence: Sentence, clause: Clause, at: int) -> bool:
        """Return whether an aim told before `clause` in its sentence holds for clean `at`."""
        text = self._context.text
        earlier = text[sentence.start : clause.start]
        listed = _LISTS_PLANS.match(earlier)
        if listed is None or _TOLD_SINCE.search(text, sentence.start + listed.end(), at):
            earlier = earlier.rpartition("；")[2]
        # 原定两年的工程一年完成，整治河道46公里: what was planned once says nothing of what follows
        aimed = [m.end() for m in AIMED.finditer(earlier) if earlier[m.start()] != "原"]
        return (
            bool(aimed)
            and _BY_THEN.search(earlier + text[clause.start : at], aimed[-1] + 1) is None
            and not self._past_time(clause, at)
            and not self._told_of_past(sentence.start + aimed[-1], at)
        )

    def _called_for(self, sentence: Sentence, clause: Clause, at: int) -> bool:
        """Return whether the figure is in a list of what is to be done: 会议强调，要增进民生福祉，
        新增学位4500个."""
        text = self._context.text
        called = _CALLS_FOR.search(text, sentence.start, at)
        if called is None or _TOLD_SINCE.search(text, called.end(), at) is not None:
            return False
        return not self._past_time(clause, at)

    def _planned_section(self, clause: Clause) -> bool:
        section = self._sections[clause.paragraph]
        return section is not None and is_of_plans(section, self._anchor)

    def _future_time(self, sentence: Sentence, at: int) -> bool:
        """Return whether a year to come is named before: 到2025年，地区生产总值达到1000亿元."""
        first = bisect_left(self._ahead, sentence.start)
        return first < len(self._ahead) and self._ahead[first] < at

    def _is_ahead(self, time: TimeSpan) -> bool:
        """Return whether a stated time lies after what an article of this date reports on."""
        if self._year is None or time.value is None:
            return False
        if self.is_over(time.value) or self._is_running(time.value):
            return False  # 截至6月底, told in July; 十四五期间, told in 2023
        year = int(time.value.rpartition("/")[2][:4])
        later = self._now is not None and year > self._now  # 明年
        return later or year > self._year + 1 or (time.deadline and year > self._year)

    def is_over(self, value: str) -> bool:
        """Return whether a month of the year of publication lies before the publication."""
        last = _MONTH.match(value.rpartition("/")[2])
        if last is None or self._now != int(last.group(1)):
            return False
        month = last.group(2)
        return (_PART_ENDS.get(month) or int(month)) <= self._month

    def _is_running(self, value: str) -> bool:
        """Return whether a span of years has begun before the year of publication."""
        first, slash, last = value.partition("/")
        return (
            bool(slash) and self._year is not None and int(first[:4]) < self._year < int(last[:4])
        )

    def _begun(self, clause: Clause, at: int) -> bool:
        """Return whether the time is the year that has just begun: 2021年, told in January."""
        if self._year is None or self._now is None or self._year >= self._now or self._month > 2:
            return False
        time = time_of(self._context, clause, at)
        if time is None or time.value != str(self._now):
            return False
        start = self._context.sentences[clause.sentence].start
        here = time.start >= start  # 2023年，…。全区2.28万户…: that is no plan
        if here or self._sections[clause.paragraph] is not None:
            return True
        return self._sets_out(clause, time.start)

    def _sets_out(self, clause: Clause, at: int) -> bool:
        """Return whether the sentence at `at` speaks of the year to come: 今年我区将主动适应…."""
        told = self._context.clause_at(at)
        if told is None or told.paragraph != clause.paragraph:
            return False
        if told.sentence not in self._setting_out:
            sentence = self._context.sentences[told.sentence]
            found = SETS_OUT.search(self._context.text[sentence.start : sentence.end])
            self._setting_out[told.sentence] = found is not None
        return self._setting_out[told.sentence]

    def _told_of_past(self, start: int, at: int) -> bool:
        """Return whether the last time told in `[start, at)` is past: 车间投产后，去年产值增长26%，
        达到21亿元."""
        told = [t.value for t in self._context.stated_in(start, at) if t.value is not None]
        if not told:
            return False
        return int(told[-1].rpartition("/")[2][:4]) <= (self._year or 0) or self.is_over(told[-1])

    def _listed_for_year(self, clause: Clause) -> bool:
        return clause.paragraph in self._planned or self._goes_on(clause)

    def _goes_on(self, clause: Clause) -> bool:
        """Return whether an earlier sentence of the paragraph sets out what this one lists.

        今年要推进均衡布局。将建成学校6所。新增床位1000张: planned, up to a word that looks back.
        """
        if clause.paragraph not in self._set_out:
            paragraph = self._context.paragraph_of(clause)
            found = _SETS_OUT_HERE.search(self._context.text, paragraph.start, paragraph.end)
            self._set_out[clause.paragraph] = found.end() if found is not None else None
        since = self._set_out[clause.paragraph]
        start = self._context.sentences[clause.sentence].start
        if since is None or since > start:
            return False
        return LOOKED_BACK.search(self._context.text, since, clause.end) is None

    def _over_before(self, clause: Clause, at: int) -> bool:
        """Return whether the sentence says before `at` a time that is over: 1至6月，改造12个."""
        start = self._context.sentences[clause.sentence].start
        for time in self._context.stated_in(start, at):
            if time.value is None or self._context.text[time.start : time.end] in WITHIN_YEAR:
                continue
            if int(time.value.rpartition("/")[2][:4]) <= (self._year or 0):
                return True
            if self.is_over(time.value):
                return True
        return False

    def _past_time(self, clause: Clause, at: int) -> bool:
        if self._year is None:
            return False
        times = self._context.times_in(clause.start, at)
        stated = [t.value for t in times if t.role is TimeRole.STATED and t.value is not None]
        return bool(stated) and all(int(v.rpartition("/")[2][:4]) <= self._year for v in stated)


def _called_aims(context: Context, aiming: frozenset[int]) -> dict[int, Clause]:
    """Return, by their sentences, the clauses that call an aim what their sentence tells."""
    called: dict[int, Clause] = {}
    for sentence in aiming:
        last = context.clauses[context.first_clause[sentence + 1] - 1]
        if _CALLED_AIM.fullmatch(context.text, last.start, last.end):
            called[sentence] = last
    return called


_SETS_OUT_HERE = re.compile(
    "(?:今年|明年|年内|下一?步|接下来)，?[^。；0-9“”]{0,12}(?:将|要)(?![求素闻害在于])"
)
# 今年，清河区将改造小区20个。…: what the paragraphs behind list is planned likewise
_SETS_WORKS = re.compile("[^。；0-9]{0,24}(?:今年|明年|年内)，?[^。；0-9]{0,12}将(?!于|在)")


# 清河区定下这些具体目标：
_LISTS_AIMS = compiled(
    "(?:今年|明年|新一年|新的一年)[^。]{0,40}(?:目标清单|任务清单|有哪些新?(?:目标|任务|打算)|怎么[做干])"
    "|(?:今年|明年|未来|定下|提出|确定|明确|锚定)[^。；]{0,40}(?:目标|任务)[^，。；]{0,8}[：:]$"
    "|(?:今年|明年|20[0-9]{2}年)[^。0-9]{0,14}(?:民生|惠民|民心|政府)[^。0-9]{0,4}(?:实事|工程)(?:项目)?(?:清单)?"
    "(?:已|正式|新鲜)*(?:确定|公布|出炉|发布|揭晓|敲定)(?!后|的|以来|了)"
)


# 全年完成投资1400亿元 in a list of aims is one of them
_AIMS_OVER = re.compile("去年|上年|同比|以来|目前|截至|回顾|成效|(?:增长|完成|实现|建成)了|荣获")


def _planned_paragraphs(context: Context) -> frozenset[int]:
    """Return the paragraphs that go on with the works that one before sets out for the year.

    A heading, or a paragraph that looks back, ends them.
    """
    planned: set[int] = set()
    article, going, aims = -1, False, False  # aims go on under headings
    for index, paragraph in enumerate(context.document.paragraphs):
        if paragraph.article != article:
            article, going, aims = paragraph.article, False, False
        going = aims or (going and paragraph.role.value != "heading")
        over = _AIMS_OVER if aims else LOOKED_BACK
        if over.search(context.text, paragraph.start, paragraph.end) is not None:
            going = aims = False
        elif _LISTS_AIMS.search(context.text, paragraph.start, paragraph.end) is not None:
            going = aims = True
        elif _SETS_WORKS.match(context.text, paragraph.start, paragraph.end) is not None:
            going = True
        if going:
            planned.add(index)
    return frozenset(planned)
