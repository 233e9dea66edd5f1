"""Whom a clause is about: the area of the article, one body within it, or one occasion.

Input: a `Context` and a span of its clean text. Output: the subject's name and its `Level`. Bodies
are known from the project's gazetteer and by the ends of their names (公司, 镇); a body that is
only mentioned as an object (与……大学合作) is no subject.
"""

from __future__ import annotations

import re

from briefgen.extract.body_names import (
    MANY,
    PLACE_IN_IT,
    acts,
    counts_others,
    is_name,
    lists_deeds,
    subject_start,
)
from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context, once_each
from briefgen.extract.elsewhere import or_elsewhere
from briefgen.extract.features import feature_body
from briefgen.extract.firms_told import firm_told
from briefgen.extract.flow_ends import (
    PUBLIC,
    is_honoured_aside,
    stays_in_its_sentence,
    was_built,
)
from briefgen.extract.persons import PERSON, is_person
from briefgen.extract.project_bodies import NAMED_SIGHT, SIGHT, honoured_of, project_of
from briefgen.extract.short_bodies import (
    Scope,
    entered_body,
    head_of_firm,
    one_of_those,
    placed_body,
    quoted_head,
    short_body,
    speakers_body,
    told_before,
)
from briefgen.fact import Level
from briefgen.values import value_class


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
    opening = _opening(context, clause)
    named = opening.own or _shaped(context, clause, opening, max(start, clause.start + 1))
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
    nobody = flowing is None or (afar and flowing[1] is Level.DISTRICT)
    if nobody and (project := project_of(context, clause, words)) is not None:
        return project
    if flowing is None:
        no_name = _A_FIRM.match(context.text, opening.first) is not None
        return ("公司", Level.ENTITY) if no_name else area  # nobody says which
    areal = flowing[0].endswith(_AREAL) or _in_one_breath(context, clause, flowing[0])
    return flowing if areal or not _of_areas(context, measure) else area


def _meant(context: Context, clause: Clause, opening: _Opening) -> Scope | None:
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
_MEANS = re.compile(
    "其中|进入|入驻|落户|创始人|董事长|总经理|总裁|首席执行官|合伙人|据国家统计局|全国|[为给替]公司"
)


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
    return "；" not in before and any(_opening(context, c).of_firm for c in said)


def _of_areas(context: Context, measure: str) -> bool:
    if _of_firms(context, measure):
        return False
    if measure.startswith(_FOR_SO_MANY):
        return True  # 每千人口执业医师3.1人 is of no hospital
    return context.lexicon.indicator_at_start(measure) is not None


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
    context: Context, clause: Clause, opening: _Opening, at: int | None, words: str
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
        found = _named_by(context, before)
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
        if _several(context, before):
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
        opening = _opening(context, clauses[at])
        named = opening.own or opening.told or opening.of_firm
        if named or (opening.bodies and _named_by(context, clauses[at])):
            found = at
            break
        at -= 1
    for index in passed:
        known[index] = found
    return found


@once_each
def _named_by(context: Context, clause: Clause) -> Scope | None:
    """Return the subject that `clause` names."""
    return _named_in(context, clause) or _opening(context, clause).told


def _named_in(context: Context, clause: Clause) -> Scope | None:
    """Return the subject whose name, in full or short, stands in `clause`."""
    opening = _opening(context, clause)
    return opening.own or _shaped(context, clause, opening, clause.end)


def _several(context: Context, clause: Clause) -> bool:
    """Return whether the sentence of `clause` tells of several bodies, a clause each."""
    told = {
        found[0]
        for c in context.clauses_of(clause.sentence)
        if (found := _named_in(context, c)) is not None and found[1] is Level.ENTITY
    }
    return len(told) > 1


_GOES_ON = re.compile("(?:该|全|本)?(?:院|校|馆|站|行)|医院|学校|其中|目前|现有|累计接")
_REACH = 40  # clauses that a subject may flow along a paragraph


_SAYS_FIRM = ("公司", "企业", "我们", "该公司", "这家", "该企业", "“公司", "“我们", "“企业")
_A_FIRM = re.compile("公司(?![制化债法数0-9]|注册|登记|总数)")
_OF_THE_FIRM = ("公司", "“公司", "该公司", "这家", "该企业")


def _firm_of_sentence(context: Context, clause: Clause, speaking: int) -> Scope | None:
    """Return the firm that an earlier clause of the sentence speaks of: 公司产值达…，研发占比….

    `speaking` is the last clause before that speaks of anybody. None where it speaks of no firm,
    or stands in another sentence.
    """
    before = context.clauses[speaking]
    if before.sentence != clause.sentence or not _opening(context, before).of_firm:
        return None
    return firm_told(context, before)


@value_class(frozen=True, slots=True)
class _Opening:
    """What the first words of a clause say of its subject, which begins at `first`.

    `own` is the body or the area that they name, `told` the body named before that
    they mean (该村); `of_firm`: they speak of a firm told before; `bodies`: the clause holds what
    every body's name ends with.
    """

    first: int
    own: Scope | None
    told: Scope | None
    of_firm: bool
    bodies: bool


@once_each
def _opening(context: Context, clause: Clause) -> _Opening:
    """Return the opening of `clause`, read once for all its figures and all that follow it."""
    text, first = context.text, subject_start(context, clause)
    return _Opening(
        first,
        _at_its_start(context, clause, first),
        told_before(context, clause, first),
        text.startswith(_OF_THE_FIRM, first),  # 2021年公司实现产值…
        context.names.ends.search(text, first, clause.end) is not None,
    )


def _at_its_start(context: Context, clause: Clause, first: int) -> Scope | None:
    """Return the subject that the first words of `clause` name: a place, the area, a short name."""
    text, names, end = context.text, context.names, clause.end
    if (located := placed_body(text, clause.start, end, names)) is not None:
        return located
    own = names.own.match(text, first, end)
    if own is not None and _WIDER_LIST.match(text, first, end) is not None:
        own = None  # 在全市10个开发区中排名第一
    if own is not None:
        # 清河区小学 is a school, 清河区建成 is the district
        whole = names.shape.match(text, first, end)
        if whole is None and PLACE_IN_IT.match(text, own.end(), end) is not None:
            return None  # 清河县九瀑峡4A级旅游景区
        if (sight := SIGHT.match(text, own.end(), end)) is not None:
            return own.group() + sight.group(), Level.ENTITY  # 清河古城景区单日接待量最高达8万人次
        if whole is None or whole.end() <= own.end() or not is_name(whole.group(), names):
            return context.area.place, Level.DISTRICT
        if whole.group().endswith(_PARKS) and _MEASURED.match(text, whole.end(), end) is not None:
            return whole.group(), Level.ENTITY  # 清河高新区规上工业总产值达186亿元
    if (sight := NAMED_SIGHT.match(text, first, end)) is not None:
        return sight.group(), Level.ENTITY  # 云台山国家森林公园接待游客突破200万人次
    return short_body(context, clause, first)


_PARKS = (
    "综保区",
    "保税区",
    "保税物流中心",
    "高新区",
    "经开区",
    "开发区",
    "园区",
    "产业园",
    "新区",
    "新城",
    "科学城",
)
_MEASURED = re.compile(
    "规上|规模以上|工业|税收|产值|营商环境|市场主体|研发|进出口|固定资产|地区生产|累计"
)
_WIDER_LIST = re.compile(
    "全[市省国州][^，。；]{0,14}?(?:中(?![心学])[^，。；]{0,4}(?:排|居|位|列|名)|排名|位居|第[一二三0-9])"
)


def _shaped(context: Context, clause: Clause, opening: _Opening, upto: int) -> Scope | None:
    """Return the body whose name stands in `clause` before clean `upto`, or None."""
    if not opening.bodies:
        return None
    text, names, end, first = context.text, context.names, clause.end, opening.first
    upto = max(upto, first)
    if names.ends.search(text, first, upto) is None:
        return None
    for match in names.body.finditer(text, first, upto):
        if text.startswith("”", match.end()):
            continue  # “党建富民强村”工程
        lead = text[first : match.start()]
        if _OBJECT.search(lead) or not _SUBJECT_LEAD.fullmatch(lead):
            continue
        if match.lastgroup == "listed":
            return _village_of(context, match, end) or _coordinated(context, match)
        if _AND_MORE.match(text, match.end(), end) is not None:
            return context.area.place, Level.DISTRICT  # 青木镇等6个乡镇污水处理厂
        owns = match.group().endswith(_PARKS) and _MEASURED.match(text, match.end(), end)
        if is_name(match.group(), names) and (owns or acts(context, match.end(), end, names)):
            return match.group(), Level.ENTITY
        core = names.core.match(text, match.start(), match.end())
        if core is not None and core.end() < match.end() and is_name(core.group(), names):
            return core.group(), Level.ENTITY  # 山阳村距离镇上15公里: the village, not 山阳村距离镇
        settled = match.group().rpartition("的")[2]
        if settled.endswith(_SETTLED) and is_name(settled, names) and settled != match.group():
            return settled, Level.ENTITY  # 2023年落户的天元食品有限公司，投资3.6亿元
        firm = _FIRM_OF.match(match.group())
        if firm is not None and is_name(firm.group(), names):
            return firm.group(), Level.ENTITY  # 天元科技有限公司的生产车间
    return None


_FIRM_TAILS = ("公司", "集团", "厂", "合作社")
_SETTLED = (*_FIRM_TAILS, "医院")  # 去年投用的县人民医院占地156亩
_FIRM_OF = re.compile("[^的]{2,20}?(?:有限责任公司|股份有限公司|有限公司|集团)(?=的)")


_VILLAGE = re.compile("[\u4e00-\u9fff]{2,4}?(?:村|社区)(?![民庄级委干集支])")


def _village_of(context: Context, match: re.Match[str], end: int) -> Scope | None:
    """Return the village named right behind its town: 柳岸镇桥头村, not 柳岸镇 alone."""
    if not match.group().endswith(("镇", "乡", "街道")):
        return None
    village = _VILLAGE.match(context.text, match.end(), end)
    if village is None or not is_name(village.group(), context.names):
        return None
    return match.group() + village.group(), Level.ENTITY


def _coordinated(context: Context, match: re.Match[str]) -> Scope:
    """Return the body, or the area where two share the predicate (甲园区、乙城区新增车位)."""
    after = context.text[match.end() : match.end() + 8]
    if after[:1] == "、" or after.startswith("等"):
        return context.area.place, Level.DISTRICT
    return match.group(), Level.ENTITY


# 青木镇等6个乡镇; 县人民医院、疾控中心等一批项目
_AND_MORE = re.compile(
    "(?:[^，。；]{0,10}、[^，。；]{2,40})?等(?:一批|地|[0-9]+|[两二三四五六七八九十]+[个家所座条处])"
)
_OBJECT = re.compile(
    r"[与和同向为对给把将被从以]|联合|支持|帮助|对接|协助|走访|来到|来自|参观|考察"
)
_SUBJECT_LEAD = re.compile(
    r"(?:[^，。；]{0,14}(?:的|旁|下|内|里)|[^，。；的]{2,12}(?:[经高]开区|高新区|开发区|新区|园区?|新城|[镇乡县市]|街道))?"
)
