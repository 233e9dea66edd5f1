"""Whom a clause is about: the area of the article, one body within it, or one occasion.

Input: a `Context` and a span of its clean text. Output: the subject's name and its `Level`. Bodies
are known from the project's gazetteer and by the ends of their names (公司, 镇); a body that is
only mentioned as an object (与……大学合作) is no subject.
"""

from __future__ import annotations

import re

from briefgen.extract.body_names import (
    MANY,
    counts_others,
    lists_deeds,
)
from briefgen.extract.clause_subjects import Opening, named_by, opening_of, several, shaped
from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context, once_each
from briefgen.extract.elsewhere import or_elsewhere
from briefgen.extract.features import feature_body
from briefgen.extract.firm_heads import OFFICES, head_of_firm, quoted_head
from briefgen.extract.firms_told import firm_told, is_said_for_firm
from briefgen.extract.flow_ends import (
    PUBLIC,
    is_honoured_aside,
    stays_in_its_sentence,
    was_built,
)
from briefgen.extract.persons import PERSON, is_person
from briefgen.extract.project_bodies import HUB_ENDS, IN_TRANSIT, honoured_of, project_of
from briefgen.extract.short_bodies import (
    TRADES,
    Scope,
    entered_body,
    one_of_those,
    speakers_body,
)
from briefgen.fact import Level


def scope_of(context: Context, clause: Clause, start: int, measure: str = "") -> Scope:
    """Return the subject of what stands at clean `start` in `clause`, and its level.

    `measure` is the indicator if there is one: 净利润 stays with its firm, and a known measure of
    areas (市场主体) does not flow to it from a mountain or a school named before.
    """
    return or_elsewhere(context, clause, _scope_of(context, clause, start, measure))


def _scope_of(context: Context, clause: Clause, start: int, measure: str) -> Scope:
    area = (context.area.place, Level.DISTRICT)
    if is_person(context.text, clause.start, clause.end):
        return PERSON, Level.ENTITY
    opening = opening_of(context, clause)
    named = opening.own or shaped(context, clause, opening, max(start, clause.start + 1))
    if named is not None:
        return named
    meant = _meant(context, clause, opening) or honoured_of(context, clause)
    if meant is not None:
        return meant
    speaking = _last_speaking(context, clause.index - 1, clause.paragraph)
    if speaking is not None and (firm := _firm_of_sentence(context, clause, speaking)) is not None:
        return firm
    words = context.clause_text(clause)
    flowing = _flowing(context, clause, opening, speaking, words + measure)
    if flowing is None:
        flowing = feature_body(context, context.paragraph_of(clause).article)
    afar = speaking is None or context.clauses[speaking].sentence != clause.sentence
    if flowing is None:
        nobody = True
    elif flowing[1] is Level.DISTRICT:
        nobody = afar
    else:
        nobody = flowing[0].endswith(_AREAL)  # 在青山产业园，总投资43亿元的…项目已开工
    if nobody and (project := project_of(context, clause, words)) is not None:
        return project
    if flowing is None:
        no_name = _is_nameless(context, clause, speaking)
        return ("公司", Level.ENTITY) if no_name else area  # nobody says which
    if _is_not_its_own(context, clause, flowing[0], measure):
        return area
    areal = flowing[0].endswith(_AREAL) or _in_one_breath(context, clause, flowing[0])
    areal = areal or (flowing[0].endswith(HUB_ENDS) and IN_TRANSIT.search(measure) is not None)
    return flowing if areal or not _of_areas(context, measure) else area


def _meant(context: Context, clause: Clause, opening: Opening) -> Scope | None:
    """Return the body that a clause means without its name: a speaker's, a firm, the country."""
    if opening.told is not None:
        return opening.told
    if not opening.of_firm and not _may_mean(context, context.sentences[clause.sentence]):
        return None
    if (spoken := speakers_body(context, clause)) is not None:
        return spoken
    named = one_of_those(context, clause) or entered_body(context, clause)
    if named is not None:
        return named
    if opening.of_firm and (firm := firm_told(context, clause)) is not None:
        return firm
    if _FOR_FIRM.search(context.text, clause.start, clause.end) is not None:
        return firm_told(context, clause)  # “这颗轴承去年为公司带来1.2亿元的销售收入。”
    if (quoted := quoted_head(context, clause)) is not None:
        return quoted
    if is_said_for_firm(context, clause):
        return firm_told(context, clause)
    if (firm := head_of_firm(context, clause)) is not None:
        return firm
    start = context.sentences[clause.sentence].start
    if context.text.startswith("据国家统计局", start) and _OF_NATION.match(context.text, start):
        return "全国", Level.ENTITY
    in_nation = context.text.startswith("全国", clause.start)
    if in_nation and _IN_NATION.match(context.text, clause.start):
        return "全国", Level.ENTITY  # 全国259个镇入选名单
    return None


# one of these stands in each sentence that means a body without its name, if nobody is quoted
_MEANS = re.compile(f"其中|进入|入驻|落户|{OFFICES}|据国家统计局|全国|[为给替]公司")


@once_each
def _may_mean(context: Context, sentence: Sentence) -> bool:
    """Return whether clauses of `sentence` may mean a body without its name: most cannot."""
    text, paragraph = context.text, context.document.paragraphs[sentence.paragraph]
    if any(text.find(mark, paragraph.start, paragraph.end) >= 0 for mark in "“”"):
        return True
    return _MEANS.search(text, sentence.start, sentence.end) is not None


_FOR_FIRM = re.compile("[为给替]公司(?=带来|创造|增加|节省|节约|贡献)")
_OF_NATION = re.compile("据国家统计局[^，。]{0,6}(?:数据|统计|公布|发布)")
_IN_NATION = re.compile("全国(?:共有?)?[0-9]")
_AREAL = ("镇", "乡", "村", "街道", "社区", "区", "县", "市", "园", "新城", "组团")


def _in_one_breath(context: Context, clause: Clause, firm: str) -> bool:
    """Return whether the clause's own sentence speaks of the firm: 天元公司…，研发投入占比5.8%.

    By its name, or as 公司 (公司总经理说，公司每年…，拥有发明专利58件).
    """
    if not firm.endswith(("公司", "集团", "厂")):
        return False
    before = context.text[context.sentences[clause.sentence].start : clause.start]
    told = before.rfind(firm)
    if told >= 0:
        return "；" not in before[told:]
    said = (c for c in context.clauses_of(clause.sentence) if c.index < clause.index)
    return "；" not in before and any(opening_of(context, c).of_firm for c in said)


def _of_areas(context: Context, measure: str) -> bool:
    if _of_firms(context, measure):
        return False
    if measure.startswith(_FOR_SO_MANY):
        return True  # 每千人口执业医师3.1人 is of no hospital
    return context.lexicon.indicator_at_start(measure) is not None


# 农村居民人均可支配收入, 城乡居民收入比: no village has those of others
_OF_MANY_PLACES = re.compile("农村居民|城镇居民|城乡|常住人口城镇化率")
_OTHER_FIRMS = re.compile(
    "[^，。；]{0,8}[0-9余多]+[家户][^，。；]{0,4}企业|全[区县市州省]|“[^“”]{2,16}”(?:行动|工程|计划|活动|机制)"
)
_FIRM_ENDS = re.compile(f"(?:公司|集团|厂|{TRADES})$")
_OTHER_BODY = re.compile(
    "[^，。；：0-9的]{2,14}(?:实验室|研究院|产业园|园区|开发区|试验区|片区|保税区)(?![内里中])"
)


def _is_not_its_own(context: Context, clause: Clause, body: str, measure: str) -> bool:
    """Return whether a village or a firm told before has nothing to do with what `clause` measures:
    甲公司出口茶叶1260吨。…，42家企业缺工1300余人; 石桥村收入500万元。农村居民人均可支配收入…."""
    if body.endswith(("村", "社区")):
        return _OF_MANY_PLACES.match(measure) is not None
    first = context.clauses[context.first_clause[clause.sentence]].start
    firm = _FIRM_ENDS.search(body) is not None
    if not (firm or body.endswith("港")) or body in context.text[first : clause.end]:
        return False
    if _OTHER_BODY.match(context.text, first, clause.end) is not None:
        return True  # 甲公司…。海洋实验室获批…，引进团队5个
    return firm and _OTHER_FIRMS.match(context.text, clause.start, clause.end) is not None


_FOR_SO_MANY = (
    "每百人",
    "每千人",
    "每万人",
    "每十万人",
    "每百户",
    "每千名老",
    "每千名人",
    "每万名",
)


def _of_firms(context: Context, words: str) -> bool:
    """Return whether `words` hold a measure that only a firm has: 净利润."""
    return any(word in words for word in context.lexicon.verbs.firm_measure)


def _flowing(
    context: Context, clause: Clause, opening: Opening, at: int | None, words: str
) -> Scope | None:
    """Return the subject that flows into `clause` from the clauses before it in its paragraph.

    `at` is the last of them that names a subject or speaks of its firm.
    A semicolon may close an entry of a list: 公司营收…；实现净利润… goes on with the firm, but a
    school that was built does not own what comes next (校区建成…；建成80公里道路).
    """
    if at is None or context.clauses[at].sentence != clause.sentence:
        begun = _officer_speaks(context, context.sentences[clause.sentence])
        if begun is not None and begun <= clause.start:
            return None  # 市政务服务局局长邹某介绍，企业诉求按时办结率99.2%
    while at is not None and at >= clause.index - _REACH:
        before = context.clauses[at]
        found = named_by(context, before)
        if found is not None:
            if found[1] is Level.DISTRICT:
                return found
            return None if _ends_before(context, before, clause, found[0], words) else found
        told = firm_told(context, before)
        if told is not None:
            return told
        at = _last_speaking(context, at - 1, clause.paragraph)
    of_firm = words.startswith(_SAYS_FIRM) or opening.of_firm
    if of_firm or (words.startswith("项目") and _of_firms(context, words)):
        return firm_told(context, clause)
    return None


def _ends_before(context: Context, before: Clause, clause: Clause, body: str, words: str) -> bool:
    """Return whether `body`, the subject of `before`, owns nothing of what `clause` tells."""
    if body.endswith((*PUBLIC, *MANY)) and counts_others(context, clause):
        return True  # 城西中学正在施工，清河小学等4所学校正在装修
    here = before.sentence == clause.sentence
    goes_on = _GOES_ON.match(context.text, clause.start, clause.end) is not None
    if not here and not goes_on:
        if several(context, before):
            return True  # 甲实验室揭牌，乙研究院落户。研发占比达到4.5%: the area's
        if stays_in_its_sentence(context, before, body):
            return True
    if not here and lists_deeds(context, clause, goes_on):
        return True
    closes = (c.close for c in context.clauses[before.index : clause.index])
    crossed = any(close in ("；", ";") for close in closes)
    if (crossed or not here) and is_honoured_aside(context, before):
        return True  # 创成示范村5个，石桥村入选全国示范村。垃圾分类覆盖城区
    return crossed and was_built(context, before) and not _of_firms(context, words)


_OFFICER = re.compile(
    "(?:局|委|办|政府|部|区|县|市)(?:党组|党委|常务)?副?(?:局长|主任|书记|部长|区长|县长|市长)"
    "[\u4e00-\u9fff]{2,4}(?:说|介绍|表示|告诉记者|介绍说)，"
)


@once_each
def _officer_speaks(context: Context, sentence: Sentence) -> int | None:
    """Return where in `sentence` an officer of the area begins to speak, None where none does."""
    told = _OFFICER.search(context.text, sentence.start, sentence.end)
    return None if told is None else told.end()


def _last_speaking(context: Context, at: int, paragraph: int) -> int | None:
    """Return the last clause at or before `at` that names a subject or speaks of its firm.

    Looked for within the paragraph with this index, and once for each clause.
    """
    known, clauses = context.speaking, context.clauses
    passed: list[int] = []
    found: int | None = None
    while at >= 0 and clauses[at].paragraph == paragraph:
        if at in known:
            found = known[at]
            break
        passed.append(at)
        opening = opening_of(context, clauses[at])
        named = opening.own or opening.told or opening.of_firm
        if named or (opening.bodies and named_by(context, clauses[at])):
            found = at
            break
        at -= 1
    for index in passed:
        known[index] = found
    return found


_GOES_ON = re.compile("(?:该|全|本)?(?:院|校|馆|站|行)|医院|学校|其中|目前|现有|累计接")
_REACH = 40  # clauses that a subject may flow along a paragraph


_SAYS_FIRM = ("公司", "企业", "我们", "该公司", "这家", "该企业", "“公司", "“我们", "“企业")
_A_FIRM = re.compile("公司(?![制化债法数0-9]|注册|登记|总数)")


def _firm_of_sentence(context: Context, clause: Clause, speaking: int) -> Scope | None:
    """Return the firm that an earlier clause of the sentence speaks of: 公司产值达…，研发占比….

    `speaking` is the last clause before that speaks of anybody. None where it speaks of no firm,
    or stands in another sentence.
    """
    before = context.clauses[speaking]
    if before.sentence != clause.sentence or not opening_of(context, before).of_firm:
        return None
    return firm_told(context, before)


def _is_nameless(context: Context, clause: Clause, speaking: int | None) -> bool:
    """Return whether the sentence speaks of a firm that nobody names: 公司每年…，拥有专利127件.

    `speaking` is the last clause before that speaks of anybody.
    """
    text = context.text
    if _A_FIRM.match(text, opening_of(context, clause).first) is not None:
        return True
    if speaking is None or context.clauses[speaking].sentence != clause.sentence:
        return False
    return _A_FIRM.match(text, opening_of(context, context.clauses[speaking]).first) is not None
