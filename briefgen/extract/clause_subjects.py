"""What the words of one clause name as its subject: the area, a body by its full or short name.

Input: a `Context` and a clause. Output: its `Opening`, and the body whose name stands in it. What
flows into it from the clauses before is decided in `scope`.
"""

from __future__ import annotations

import re

from briefgen.extract.body_names import PLACE_IN_IT, acts, is_name, subject_start
from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context, once_each
from briefgen.extract.project_bodies import HUB, NAMED_SIGHT, SIGHT
from briefgen.extract.short_bodies import Scope, placed_body, short_body, told_before
from briefgen.fact import Level
from briefgen.values import value_class

_OF_THE_FIRM = ("公司", "“公司", "该公司", "这家", "该企业")


@value_class(frozen=True, slots=True)
class Opening:
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
def opening_of(context: Context, clause: Clause) -> Opening:
    """Return the opening of `clause`, read once for all its figures and all that follow it."""
    text, first = context.text, subject_start(context, clause)
    return Opening(
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
    if (hub := HUB.match(text, first, end)) is not None:
        return hub.group(), Level.ENTITY
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


def shaped(context: Context, clause: Clause, opening: Opening, upto: int) -> Scope | None:
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


@once_each
def named_by(context: Context, clause: Clause) -> Scope | None:
    """Return the subject that `clause` names."""
    return named_in(context, clause) or opening_of(context, clause).told


def named_in(context: Context, clause: Clause) -> Scope | None:
    """Return the subject whose name, in full or short, stands in `clause`."""
    opening = opening_of(context, clause)
    return opening.own or shaped(context, clause, opening, clause.end)


def several(context: Context, clause: Clause) -> bool:
    """Return whether the sentence of `clause` tells of several bodies, a clause each."""
    told = {
        found[0]
        for c in context.clauses_of(clause.sentence)
        if (found := named_in(context, c)) is not None and found[1] is Level.ENTITY
    }
    return len(told) > 1
