"""Whom a clause is about: the area of the article, one body within it, or one occasion.

Input: a `Context` and a span of its clean text. Output: the subject's name and its `Level`. Bodies
are known from the project's gazetteer and by the ends of their names (公司, 镇); a body that is
only mentioned as an object (与……大学合作) is no subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefgen.document import Area
from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context
from briefgen.fact import Level
from briefgen.lexicon import Verbs

Scope = tuple[str, Level]


def scope_at(context: Context, start: int, end: int, measure: str = "") -> Scope:
    """Return the subject of what stands at clean `[start, end)` and its level.

    `measure` is the indicator if there is one: 净利润 stays with its firm, and a known measure of
    areas (市场主体) does not flow to it from a mountain or a school named before.
    """
    clause = context.clause_at(start)
    area = (context.area.place, Level.DISTRICT)
    if clause is None:
        return area
    own = subject_in(context, clause.start, max(start, clause.start + 1), clause.end)
    if own is not None:
        return own
    if (told := _told_before(context, clause)) is not None:
        return told
    if (spoken := _speakers_body(context, clause)) is not None:
        return spoken
    if _of_firm(context, clause):
        firm = _speakers_firm(context, clause) or _last_firm(context, clause.start)
        if firm is not None:
            return firm
    if (firm := _firm_of_sentence(context, clause)) is not None:
        return firm
    flowing = _flowing(context, clause, context.text[clause.start : end] + measure)
    if flowing is None or (_of_areas(context, measure) and not flowing[0].endswith(_AREAL)):
        return area
    return flowing


_WHOLE = re.compile(r"[“]?(?:全|该|我)(?P<end>镇|乡|村|街道|社区|校|院|园)(?![级里于区])")
# a body told by the end of its name alone, and the ends that its whole name may have
_BY_END = {
    "村": ("村",),
    "园": ("园", "园区", "开发区", "高新区", "经开区", "集中区", "基地"),
    "院": ("医院", "卫生院", "研究院", "学院"),
    "校": ("学校", "小学", "中学", "学院", "大学"),
    "合作社": ("合作社",),
}
_SHORT_FOR = re.compile(
    "(?:这家|该)?(?:(?P<area>(?:高新|新|开发|经开|经济开发|集中|综保|度假|景)区|新城)|(?P<park>园区|产业园|园内)"
    "|(?P<village>村里|村民|村内|村上)|(?P<hospital>医院)|(?P<school>学校)|(?P<coop>合作社))"
    "(?![\u4e00-\u9fff]{0,3}(?:级|医院|学校))"
)
_FAR = 600  # characters back to the whole name


def _told_before(context: Context, clause: Clause) -> Scope | None:
    """Return the body that 全镇, 该村 or 高新区 at the clause's beginning means: the last such name.

    A 高新区 that is nowhere named in full is still no district: 高新区产值增长5%.
    """
    head = _HEAD.match(context.text, clause.start, clause.end)
    first = head.end() if head else clause.start
    if (match := _WHOLE.match(context.text, clause.start, clause.end)) is not None:
        end = match.group("end")
        ends = _BY_END.get(end, (end,))
        return None if context.area.place.endswith(end) else _last_named(context, clause, ends)
    short = _SHORT_FOR.match(context.text, first, clause.end)
    if short is None or context.area.place.endswith(short.group(short.lastgroup or 0)):
        return None
    if (area := short["area"]) is not None:
        return _last_named(context, clause, (area,)) or _alone(context, short, clause)
    kinds = {"park": "园", "village": "村", "hospital": "院", "school": "校", "coop": "合作社"}
    return _last_named(context, clause, _BY_END[kinds[short.lastgroup or ""]])


def _alone(context: Context, short: re.Match[str], clause: Clause) -> Scope | None:
    """Return 高新区 itself where no whole name stands before, if it acts or owns: 高新区的产值."""
    after = _names(context).act.match(context.text, short.end(), clause.end)
    owns = context.text.startswith("的", short.end())
    known = short["area"] not in ("景区", "新区", "新城", "度假区", "集中区")
    return (short["area"], Level.ENTITY) if known and (owns or after is not None) else None


def _last_named(context: Context, clause: Clause, ends: tuple[str, ...]) -> Scope | None:
    names, found = _names(context), None
    since = max(0, clause.start - _FAR, _article_start(context, clause))
    for name in names.shape.finditer(context.text, since, clause.start):
        whole = _FROM.sub("", _WENT.sub("", name.group()))
        if not whole.endswith(ends):
            core = _ENDED.match(whole)
            whole = core.group() if core is not None else whole
        proper = whole.endswith(ends) and not whole.startswith("全") and _is_name(whole, names)
        if proper and whole not in ends and whole != context.area.place:
            found = whole, Level.ENTITY
    return found


def _article_start(context: Context, clause: Clause) -> int:
    article = context.paragraph_of(clause).article
    opening = context.openings[article] if article < len(context.openings) else ()
    return max(0, opening[0].start - 40) if opening else 0


_FROM = re.compile("^.*[从在对向据由]")  # 记者从清河高新区获悉
_ENDED = re.compile("[\u4e00-\u9fff]{2,8}?(?:村|镇|乡|社区|街道|园区)(?=党|村委|居委|人民政府)")
_SAID = re.compile(
    "(?P<body>[\u4e00-\u9fff]{2,12}?(?:村|社区|镇|乡|街道|园区|开发区|高新区|合作社|公司|集团|医院|学校|小学|中学|景区|农场|林场))"
    "(?:党支部|党总支|党委|村委会|居委会|管委会|理事会)?(?:第一|副|党委|支部|驻村|常务)*"
    "(?:书记|主任|经理|总经理|董事长|理事长|负责人|院长|校长|场长|镇长|乡长|队长|创始人|厂长|社长)[\u4e00-\u9fff]{0,4}?"
    "(?:说|介绍|表示|告诉记者|介绍说)$"
)


def _speakers_body(context: Context, clause: Clause) -> Scope | None:
    """Return the body of one who says 我们: 石桥村党支部书记张明说，“我们这里有4000亩杏树."""
    paragraph = context.paragraph_of(clause)
    opened = context.text.rfind("“", paragraph.start, clause.start + 1)
    if opened < 0 or "”" in context.text[opened : clause.start]:
        return None
    if not re.search("我们|咱们|咱村|我村", context.text[opened : clause.end]):
        return None
    before = context.text[max(paragraph.start, opened - 50) : opened].rstrip("，：:, ")
    match = _SAID.search(before)
    if match is None:
        return None
    body = re.sub("^.*(?:据|，|。)", "", match["body"])
    return (body, Level.ENTITY) if _is_name(body, _names(context)) else None


_WENT = re.compile("^(?:走进|来到|走访|步入)")
_AREAL = ("镇", "乡", "村", "街道", "社区", "区", "县", "市", "园", "新城", "组团")
_SESSION_ENDS = "政协|人大常委会|纪委监委|人代会"
_SESSION = re.compile(f"[区县市省州]?(?:{_SESSION_ENDS})")


def _of_areas(context: Context, measure: str) -> bool:
    if any(word in measure for word in context.lexicon.verbs.firm_measure):
        return False
    return context.lexicon.indicator_pattern.match(measure) is not None if measure else False


def _flowing(context: Context, clause: Clause, words: str) -> Scope | None:
    """Return the subject that flows into `clause` from the clauses before it in its paragraph.

    A semicolon may close an entry of a list: 公司营收…；实现净利润… goes on with the firm, but a
    school that was built does not own what comes next (校区建成…；建成80公里道路).
    """
    firm = any(word in words for word in context.lexicon.verbs.firm_measure)
    at = _last_speaking(context, clause.index - 1, clause.paragraph)
    while at is not None and at >= clause.index - _REACH:
        before = context.clauses[at]
        found = _named_by(context, before)
        if found is not None:
            if found[1] is Level.DISTRICT:
                return found
            goes_on = _GOES_ON.match(context.text, clause.start, clause.end) is not None
            here = before.sentence == clause.sentence
            if not here and not goes_on and found[0].endswith(_PUBLIC):
                return None  # 市人民医院被评为…。建设保障性住房4.5万套: the area does
            closes = (c.close for c in context.clauses[at : clause.index])
            crossed = any(close in ("；", ";") for close in closes)
            built = crossed and _BUILT.search(context.clause_text(before)) is not None
            return found if firm or not built else None
        told = _speakers_firm(context, before) or _last_firm(context, before.start)
        if told is not None:
            return told
        at = _last_speaking(context, at - 1, clause.paragraph)
    of_firm = words.startswith(_SAYS_FIRM) or _of_firm(context, clause)
    if of_firm or (firm and words.startswith("项目")):
        return _speakers_firm(context, clause) or _last_firm(context, clause.start)
    return None


def _last_speaking(context: Context, at: int, paragraph: int) -> int | None:
    """Return the last clause at or before `at` that names a subject or speaks of its firm.

    Looked for within the paragraph with this index, and once for each clause.
    """
    known, passed = context.speaking, []
    found: int | None = None
    while at >= 0 and context.clauses[at].paragraph == paragraph:
        if at in known:
            found = known[at]
            break
        clause = context.clauses[at]
        passed.append(at)
        if _named_by(context, clause) or _of_firm(context, clause):
            found = at
            break
        at -= 1
    known.update(dict.fromkeys(passed, found))
    return found


def _named_by(context: Context, clause: Clause) -> Scope | None:
    """Return the subject that `clause` names, looked for once."""
    if clause.index not in context.subjects:
        found = subject_in(context, clause.start, clause.end, clause.end)
        found = found or _told_before(context, clause)
        context.subjects[clause.index] = found
    return context.subjects[clause.index]


_PUBLIC = ("医院", "卫生院", "图书馆", "博物馆", "水库", "车站", "机场", "银行")
_GOES_ON = re.compile("(?:该|全|本)?(?:院|校|馆|站|行)|医院|学校|其中|目前|现有|累计接")
_REACH = 40  # clauses that a subject may flow along a paragraph
_BUILT = re.compile(
    r"(?:顺利|正式|如期)?(?:建成|投用|开工|竣工|通车|落成|启用|开园|揭牌|完工)(?:投用|使用)?$"
)


_SAYS_FIRM = ("公司", "企业", "我们", "该公司", "这家", "该企业", "“公司", "“我们", "“企业")
_OF_THE_FIRM = ("公司", "“公司", "该公司", "这家", "该企业")
_SPOKEN_BY = re.compile(
    r"”[^。；”“]{0,6}?(?P<firm>[\u4e00-\u9fffA-Za-z（）()]{4,24}?(?:公司|集团|厂|合作社))"
    r"(?:党委书记|董事长|总经理|副总|负责人|创始人|相关|行政|技术|生产|理事长|厂长|有关)"
)


def _of_firm(context: Context, clause: Clause) -> bool:
    """Return whether the clause speaks of a firm told before: 2021年公司实现产值…."""
    head = _HEAD.match(context.text, clause.start, clause.end)
    at = head.end() if head else clause.start
    return context.text.startswith(_OF_THE_FIRM, at)


def _speakers_firm(context: Context, clause: Clause) -> Scope | None:
    """Return the firm whose officer is quoted: “公司销售收入已达6.8亿元。”某公司总经理说."""
    paragraph = context.paragraph_of(clause)
    close = context.text.find("”", clause.start, paragraph.end)
    opened = context.text.rfind("“", paragraph.start, clause.end)
    if close < 0 or opened < 0 or "”" in context.text[opened : clause.start]:
        return None
    match = _SPOKEN_BY.match(context.text, close, paragraph.end)
    return (match.group("firm"), Level.ENTITY) if match else None


def _firm_of_sentence(context: Context, clause: Clause) -> Scope | None:
    """Return the firm that an earlier clause of the sentence speaks of: 公司产值达…，研发占比….

    None where the sentence speaks of none, or of the area in between.
    """
    at = _last_speaking(context, clause.index - 1, clause.paragraph)
    if at is None or (before := context.clauses[at]).sentence != clause.sentence:
        return None
    if not _of_firm(context, before):
        return None
    return _speakers_firm(context, before) or _last_firm(context, before.start)


def _last_firm(context: Context, before: int) -> Scope | None:
    window = context.text[max(0, before - 800) : before]
    if "公司" not in window:
        return None
    told = max(((window.rfind(f), f) for f in context.firms), default=(-1, ""))
    return (told[1], Level.ENTITY) if told[0] >= 0 else None


def subject_in(context: Context, start: int, upto: int, end: int) -> Scope | None:
    """Return the subject named in clean `[start, upto)` of a clause that ends at `end`, or None."""
    text, names = context.text, _names(context)
    if (located := _located(text, start, end, names)) is not None:
        return located
    head = _HEAD.match(text, start, end)
    first = head.end() if head else start
    if (own := names.own.match(text, first, end)) is not None:
        # 清河区小学 is a school, 清河区建成 is the district
        whole = names.shape.match(text, first, end)
        if whole is None or whole.end() <= own.end() or not _is_name(whole.group(), names):
            return context.area.place, Level.DISTRICT
    if (short := _short_name(context, first, end)) is not None:
        return short
    if (example := _EXAMPLE.match(text, start, end)) is not None:
        return example["quoted"] or example["body"], Level.ENTITY
    if (village := _short_village(context, first, end)) is not None:
        return village
    if names.ends.search(text, first, max(upto, first)) is None:
        return None
    for match in names.body.finditer(text, first, max(upto, first)):
        lead = text[first : match.start()]
        if _OBJECT.search(lead) or not _SUBJECT_LEAD.fullmatch(lead):
            continue
        if match.lastgroup == "listed":
            return _coordinated(context, match)
        if _is_name(match.group(), names) and _acts(context, match.end(), end, names):
            return match.group(), Level.ENTITY
        core = names.core.match(text, match.start(), match.end())
        if core is not None and core.end() < match.end() and _is_name(core.group(), names):
            return core.group(), Level.ENTITY  # 山阳村距离镇上15公里: the village, not 山阳村距离镇
    return None


def _coordinated(context: Context, match: re.Match[str]) -> Scope:
    """Return the body, or the area where two share the predicate (甲园区、乙城区新增车位)."""
    after = context.text[match.end() : match.end() + 8]
    if after[:1] == "、" or after.startswith("等"):
        return context.area.place, Level.DISTRICT
    return match.group(), Level.ENTITY


def _acts(context: Context, at: int, end: int, names: _Names) -> bool:
    """Return whether a predicate follows the name: 清河中学建成, not 清河大学创新生态圈."""
    text = context.text
    if (work := names.act.match(text, at, end)) is not None and _OF_A_WORK.match(text, work.end()):
        return False  # 区中医医院扩建项目有序推进: the project does
    if text[at - 2 : at] in (
        "公司",
        "集团",
        "商会",
        "协会",
        "医院",
        "中学",
        "小学",
        "学校",
        "街道",
        "社区",
    ):
        if _AND_OTHERS.match(text, at):
            return False  # 区中医医院及医疗次中心相继投入使用: of two, neither owns what follows
        return (
            not text[at].isdigit() or text[at - 1] in "司团会"
        )  # 青木商会80余家企业考察, not 小学42所
    if text[at - 1] in "镇村" and not text[at].isdigit():
        return True
    if at >= end or text[at] in "，（( “里内的":
        return True
    if text[at].isdigit():  # 普通中学28所
        return False
    return work is not None


def _is_name(text: str, names: _Names) -> bool:
    """Return whether `text` is a proper name: 市级重点实验室 and 参与贫困村 are none."""
    if _SESSION.fullmatch(text):
        return True
    if text.endswith(("党支部", "党总支", "临时党委")) and text[:1] not in "我全各":
        return True
    proper = _KIND_ENDS.sub("", text)
    if _KIND_ALONE.fullmatch(proper) or _ONLY_TIME.fullmatch(proper):
        return False  # 产业园, 去年高新区
    if _COMMON.search(proper) or names.verb.search(proper if proper != text else text[:-1]):
        return False
    return not text.endswith(_COMMON_ENDS)


_CALLED = re.compile("([\u4e00-\u9fff]{2,4})(?:公司|集团)")


def _short_name(context: Context, first: int, end: int) -> Scope | None:
    """Return the firm whose full name holds the clause's first words (天元科技)."""
    called = _CALLED.match(context.text, first, min(end, first + 8))
    if called is not None:  # 双木公司 is 江州双木竹业有限公司
        part = called.group(1)
        window = context.text[max(0, first - 2000) : first]
        whole = (
            next((f for f in context.firms if part in f and f in window), None)
            if part in window
            else None
        )
        if whole is not None:
            return whole, Level.ENTITY
    firm = context.firm_parts.get(context.text[first : min(end, first + 3)])
    return None if firm is None else (firm, Level.ENTITY)


_EXAMPLE = re.compile("以(?P<body>[^，。；“”]{2,16}?)(?:“(?P<quoted>[^“”]{2,12})”)?为例")
_VILLAGES = ("村", "社区", "镇", "乡")


def _short_village(context: Context, first: int, end: int) -> Scope | None:
    """Return the village whose name without 村 begins the clause: 李家湾80户村民搬进了新居."""
    text = context.text
    for length in (4, 3, 2):
        short = text[first : min(end, first + length)]
        follows = text[first + length : first + length + 1].isdigit()
        if (
            len(short) < length
            or not follows
            or short in (context.area.place, *context.area.aliases)
        ):
            continue
        for suffix in _VILLAGES:
            whole = short + suffix
            near = text.rfind(whole, max(0, first - 1000), first) >= 0
            if near and _is_name(whole, _names(context)):
                return whole, Level.ENTITY
    return None


def _located(text: str, first: int, end: int, names: _Names) -> Scope | None:
    """Return the body of 位于新城的天元科技发布一季报."""
    match = _PLACED.match(text, first, end)
    if match is None:
        return None
    whole = names.shape.match(text, match.end(), end)
    if whole is not None and _is_name(whole.group(), names):
        return whole.group(), Level.ENTITY
    act = names.act.search(text, match.end() + 2, end)
    name = text[match.end() : act.start()] if act else ""
    return (name, Level.ENTITY) if 3 <= len(name) <= 16 and "区" not in name[:1] else None


_AND_OTHERS = re.compile("(?<=[院校学道区])(?:及|和|、)(?!.{0,12}(?:合作|签|联合|共建))")
_OF_A_WORK = re.compile("(?:工程|项目|改造|建设)")
_HEAD = re.compile(
    r"(?:截至目前|截止目前|到目前为止|走进|来到|步入|漫步|同时|此外|目前|如今|其中|例如|比如|随后|而|对于|在|位于|据了解|自?去年以来|近年来|今年|去年|"
    r"(?:自|从)?[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[0-9一二三四五六七八九十]{1,3}年来|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}月|、|“|”|的)*"
)
_OBJECT = re.compile(
    r"[与和同向为对给把将被从以]|联合|支持|帮助|对接|协助|走访|来到|来自|参观|考察"
)
_SUBJECT_LEAD = re.compile(r"(?:[^，。；]{0,14}(?:的|旁|下|内|里))?")
_SELF = (
    "全区",
    "我区",
    "全县",
    "我县",
    "全市",
    "我市",
    "全省",
    "我省",
    "全域",
    "全州",
    "县域内",
    "区域内",
    "区委",
    "区政府",
)


_COMMON = re.compile(
    r"距离|毗邻|相距|三甲|二甲|[的了着过将把被对与及在从以有等各全我本其该这那每某到于]|(?<!华)为|和(?![平谐顺美睦])|向(?!阳)|新(?=的|建|设|增|引|成立|改|型|入驻|落户|开工|签约|注册|认定)|[国省市区县]级|重点|贫困|行政|建制|"
    r"标准|[0-9０-９]|中小|重要|一批|示范|示点|优质|高等|公办|民办|普惠|农村|乡村|街镇|乡镇|美丽|特色|文明|平安"
)
_KIND_ENDS = re.compile(
    "(?:有限责任公司|股份有限公司|有限公司|(?:经济|高新)?(?:技术)?(?:产业)?开发区|经开区|高新区|新区|新城|综保区|保税区"
    "|工业集中区|集中区|产业集聚区|集聚区|(?:工业|产业|科技|物流|示范|创业)?园区?|中学|小学|中心)$"
)
# 产业集聚区, 专业园区: a kind, and no name
_KIND_ALONE = re.compile(
    "(?:产业|工业|经济|农业|科技|物流|电子商务|专业|现代|特色|文化|创意|技术|高新|示范|全部|多个|重点)*"
)
_ONLY_TIME = re.compile("(?:去年|今年|目前|当前|全年|如今|现在|近年来?|同时|其中|此外)+")
_COMMON_ENDS = ("农村", "乡村", "街道办", "全村", "中小学", "小城镇", "城镇", "商场超市")
_PLACED = re.compile(r"(?:走进|来到|在|走访)?(?:位于|坐落于|地处|身处)[^，。；的]{2,24}的")


@dataclass(frozen=True, slots=True)
class _Names:
    """Patterns of names: the area's own, bodies (listed or by shape), and what may follow one.

    `ends` finds what every body's name holds: a quick look before `body` tries every character.
    """

    own: re.Pattern[str]
    body: re.Pattern[str]
    shape: re.Pattern[str]
    ends: re.Pattern[str]
    core: re.Pattern[str]
    act: re.Pattern[str]
    verb: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@lru_cache(maxsize=8)
def _compiled(area: Area, verbs: Verbs) -> _Names:
    ends = _any(verbs.entity_suffix)
    shape = (
        rf"[\u4e00-\u9fa5A-Za-z（）()]{{2,16}}?(?:{ends})(?:[\u4e00-\u9fff]{{0,5}}?(?:{ends}))?"
        r"(?<!乡(?=[村镇亲土愁]))(?<!村(?=[民庄级委落居镇]))(?<!镇(?=[级村街]))"
    )
    listed = rf"(?P<listed>{_any(area.entities)})|" if area.entities else ""
    acts = [w for w in (*verbs.predicate, *verbs.acquire) if len(w) > 1]
    more = (
        r"|是|位于|地处|有|已|共|现|自|年|今|去|全年|累计|目前|先后|因|也|再|又|每|平均|党员|营业|发布|签"
        r"|投资|总|把|将|以|通过|坚持|聚焦|围绕|立足|依托|按照|积极|大力|着力|全力|持续|不断|充分|初步|成功|启动|覆盖"
    )
    return _Names(
        own=re.compile(_any((area.place, *area.aliases, *_SELF))),
        body=re.compile(f"{listed}(?P<shape>{_SESSION.pattern}|{shape})"),
        shape=re.compile(shape),
        ends=re.compile(f"{_any((*area.entities, *verbs.entity_suffix))}|{_SESSION_ENDS}"),
        core=re.compile(r"[\u4e00-\u9fa5]{2,8}?(?:村|社区|镇|街道)(?=距离|毗邻|相距|紧邻)"),
        act=re.compile(f"{_any(acts)}{more}"),
        verb=re.compile(_any(w for w in acts if w not in ("发展", "服务", "建设", "科技", "生产"))),
    )


def _names(context: Context) -> _Names:
    return _compiled(context.area, context.lexicon.verbs)
