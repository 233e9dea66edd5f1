"""Who begins a clause: the area, its organs, or a body, work or firm by its name.

Input: a `Context` and one of its clauses. Output: a name and its `Level`, or None where the clause
begins with anything else. It does not decide whose a statement is.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context
from briefgen.extract.quick import compiled, firsts, repeated
from briefgen.extract.statement_bodies import MEANING, is_name, meant_by, told_before
from briefgen.extract.statement_lexicon import VerbLexicon, without_adverbs
from briefgen.extract.statement_names import (
    BODY,
    BY_TRADE,
    HAN,
    ORGAN,
    QUARTER_OF,
    TRADES,
    WE,
    WORK,
    Scope,
    organ_of,
    within,
    without_area,
)
from briefgen.extract.statement_people import People
from briefgen.fact import Level

_HEAD = (
    r"(?:如今|现在|今天|今日)的|(?:自|从|到|在)?(?:\d{4}年度?|去年|今年|明年|当天|当日|近日|日前|目前|当前|如今|今后|未来|过去|近年来?|\d{1,2}月|年初|年底|年内|[上下本]月|下周|"
    r"\d{1,2}日|[一二三四五六七八九十\d]+年|以来|开始|期间|上午|下午|下一步|接下来)+[，,]?"
    r"|其中|例如|如(?=[\u4e00-\u9fff]{2,3}[区县镇乡])|同时|此外|随后|随即|然后|还有|据了解|记者了解到|[一二三四五六七八九]是"
    r"|位于[^，]{1,20}?的|地处[^，]{1,20}?的|作为[^，]{1,30}?的|(?:预计|有望|可望|力争|计划)(?:今年|明年)?(?:\d{1,2}月)?(?:[年月]?底|年内|[上中下]旬)?"
    r"|(?:园区|辖区|区内|本地|当地)企业(?=[\u4e00-\u9fff]{4})|(?:总|计划|概算)?投资(?:额|约|近|超|达)*[\d.,]+[万亿]*余?元的?"
)
_AT_HEAD, _BEGINS = repeated(_HEAD), firsts(_HEAD)
OBJECT = compiled(
    r"(?:与|同|针对|对|将|把|(?<!成)为|被|在|(?<![位由关对属])于|(?<![镇乡道])向(?![阳东西南北前]|[\u4e00-\u9fff](?:镇|乡|村|街道|社区))|从|由|就|因|获|以(?![东西南北上下来及内外])|按照|围绕|协助|帮助|联合(?!会|体|国|大学)|携手|会同|牵手|结合|完成|举全|通过|依托|借助|运用)"
)
# 由镇党委牵头，成立了…
_LED = re.compile("^由(?=[^，]{2,12}(?:牵头|主导|发起)$)")
_BODY_FIRST = re.compile(rf"{HAN}{{2,20}}?{BODY}(?![\u4e00-\u9fff]?[级化])")
_WORK_ACTS = "[将已正要现被]|计划|入选|获评|在20"
_FIRST_WORK = re.compile(rf"({HAN}{{3,20}}?{WORK}|{HAN}{{2}}景区)(?={_WORK_ACTS})")
_MAY_BE_BODY, _MAY_BE_WORK = compiled(BODY), compiled(_WORK_ACTS)  # quick looks
_FIRST_PARK = re.compile(
    rf"({HAN}{{2,16}}?(?:产业园|科创园|科技园|工业园|示范园|孵化园|生态园))(?=榜上|获|入选|入围|成|建|将|已|是|被|位于|积极|围绕|聚焦|$)"
)
_THIS_HEAD = re.compile(
    r"(?:该|这[个座条])[\u4e00-\u9fff]{0,4}?(?:开发区|园区|项目|工程|公司|中心|[镇乡村校院园])"
)
PUBLIC_BODY = re.compile(
    "[区县市](?:文化馆|图书馆|博物馆|美术馆|档案馆|剧团|妇幼保健院|疾控中心|人民医院|中医院|融媒体中心|供销社)"
)
_TOWN_NAMED_SO = re.compile("街道|社区|小区|镇|乡|村")  # 清河街道 is no 清河区
# what an area does: 江州市深入实施…
_ACTS_SO = re.compile(
    "(?:以(?![东西南北上下])|近年来?|目前|已|将|还|正|正在|先后|积极|大力|持续|深入|全面|扎实|创新|坚持|聚焦|围绕|推行|推进|推动|推出|实施|开展|建立|出台|印发|启动|打造|构建|加快|成功)"
)
_PROVINCE_FIRST = re.compile(
    "([\u4e00-\u9fff]{2}省)(?![委政级道内外直会]|[\u4e00-\u9fff]{2,6}[市州区县])"
)
# 成立了云山种植合作社，建立…机制: the cooperative's
_COOPERATIVE = re.compile("(?:注册)?(?:成立|创办)了?([\u4e00-\u9fff（）]{4,24}合作社)$")
_NOBODY = compiled(  # all of them, or what was built new
    r"所有|全部|每[个一]|各|一些|许多|多个|\d|新(?:[建增改开设签引]|培育|认定|入库|招引)|[改扩建](?!.镇|.村|.社)"
)
_SHORT_NAME = re.compile("[\u4e00-\u9fff]{2,6}")
_GENERIC = re.compile(
    "[的了和与及等是也又再都各每全并]|首次|老城|新城|新区|工作|问题|体系|格局|水平|能力|质量|条件|设施|成果|机制|作用|力度|步伐|面貌|优势|特色|品牌|效应|动能|主体|要素"
    "|一批|多个|部分|相关|我们|他们|大家|先后|以及|目标|任务|项目|工程|道路|大桥|名单|建设|发展|大学|学院|平台|服务|改造|片区|厂房|专家|智慧|增长|交流|组织|队伍|代表"
)
_TRADE = re.compile(f"(?<=[\u4e00-\u9fff]{{2}})(?:{TRADES})$")
_SHORT_FIRM = re.compile(
    f"{BY_TRADE}(?=将|是|已|在|从|自|专注|深耕|主营|致力|拥有|凭借|研制|目前|依托|坚持|通过|成为|生产|主要|研发|投产|入选|获评|荣获|(?:今年|去年|上半年|实现|完成)*(?:营业收入|营收|净利润|手持订单)|因(?:厂房|用地|场地|资金)不足)"
)
# 宏远食品引进的生产线, 宏远食品总部大楼
_MADE_BY = re.compile(
    f"{BY_TRADE}(?:(?:自主|新近?)?(?:引进|投资|建设|研发|生产|打造|开发|研制|建成)[^，的]{{0,4}}的|总部|新厂|厂房|车间|生产线|智能工厂|研发中心|(?:主导|牵头|参与|联合|独家|独立|自主)$)"
)
_VILLAGE_OF = re.compile("[\u4e00-\u9fff]{1,5}?(?<![乡农])村(?!民|庄|民委)")
# a body of the area named right behind it: 清河区柳岸镇依托…
_INNER = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:镇|乡|街道|(?<=大)街|村|社区|有限公司|集团|合作社)(?![村镇级民化经])"
)
_PARK = re.compile(
    r"(?:经济技术|高新技术产业|经济|工业|产业|现代|高新)*(?:开发区|园区|高新区|经开区|工业园|产业园|集中区)(?!内|企业|的)"
)


# with which the words begin that the area, its organs or a body told before are spoken of by
OPENING = MEANING | frozenset("区县市州我全各会大双")


class Openings:
    """Who begins the clauses of one document."""

    def __init__(self, context: Context, verbs: VerbLexicon) -> None:
        self._context = context
        self.people = People(context)
        self._verbs = verbs

    def begins(self, clause: Clause) -> Scope | None:
        """Return the body that `clause` begins with, or None."""
        area = self._context.area
        words = without_time(self._context.clause_text(clause).lstrip("”’据"))
        words = _LED.sub("", words) if words.startswith("由") else words
        if words[:1] in OPENING or words.startswith(area.place[:-1]):
            spoken = self._spoken_of(words, clause.start)
            if spoken is not None:
                return spoken
        if area.region and _is_of_above(words, area.region):
            return area.region, Level.ENTITY
        above = _PROVINCE_FIRST.match(words) if words[2:3] == "省" else None
        if above is not None:
            return above[1], Level.ENTITY
        bare = without_area(words, area)
        if bare != words and (words.startswith(area.place) or not _TOWN_NAMED_SO.match(bare)):
            return _within(words, bare) or (area.place, Level.DISTRICT)
        if words.startswith(area.entities):
            name = max((e for e in area.entities if words.startswith(e)), key=len)
            village = _VILLAGE_OF.match(words, len(name)) if name.endswith("镇") else None
            return name + (village[0] if village else ""), Level.ENTITY
        founded = _COOPERATIVE.match(words) if words.endswith("合作社") else None
        if founded is not None and is_name(founded[1]):
            return founded[1], Level.ENTITY
        if _NOBODY.match(words) or self.acts(words):
            return None
        person = self.people.body_of(words, clause.start)
        return person or self._first_body(words)

    def _spoken_of(self, words: str, at: int) -> Scope | None:
        """Return the area or the body told before that `words` begin with, or None.

        区政府, 我们 and 全区 are the area's; 该镇 and 公司 stand for a name.
        """
        organ = ORGAN.match(organ_of(words, self._context.area))
        if organ is not None:
            return organ[1], Level.DISTRICT
        head = _THIS_HEAD.match(words) if words[:1] in ("该", "这") else None
        told = told_before(self._context, head[0], at) if head else None
        told = told or meant_by(self._context, words, at)
        if told is None and WE.match(words):
            return self._context.area.place, Level.DISTRICT
        return told

    def _first_body(self, words: str) -> Scope | None:
        """Return the body or work of any name that `words` begin with, or None."""
        public = PUBLIC_BODY.match(words)
        if public is not None:
            return public[0], Level.ENTITY
        body = _BODY_FIRST.match(words) if _MAY_BE_BODY.search(words, 2) else None
        if body and not OBJECT.search(body.group()) and "了" not in body.group():
            name = _closed(body.group().rsplit("的", 1)[-1], words, body.end())
            part = QUARTER_OF.match(words, body.end())
            if part is not None and name.endswith(("街道", "乡")):
                return name + part[0], Level.ENTITY
            if name.endswith(self._context.area.place):
                return self._context.area.place, Level.DISTRICT  # 江州市清河县以…
            if is_name(name):
                return within(name, self._context.area), Level.ENTITY
        park = _FIRST_PARK.match(words) if "园" in words else None
        if park is not None and is_name(park[1]) and not OBJECT.search(park[1]):
            return park[1], Level.ENTITY
        short = _SHORT_FIRM.match(words)
        if short is not None and self.is_firm(short[1]):
            return short[1], Level.ENTITY
        work = _FIRST_WORK.match(words) if _MAY_BE_WORK.search(words, 4) else None
        if work and not OBJECT.search(work[1]):
            return self.maker_of(work[1]) or (work[1].rsplit("的", 1)[-1], Level.DISTRICT)
        return None

    def maker_of(self, words: str) -> Scope | None:
        """Return the firm by its short name whose line, works or seat `words` begin with."""
        made = _MADE_BY.match(words)
        firm = made is not None and self.is_firm(made[1])
        return (made[1], Level.ENTITY) if firm and made is not None else None

    def is_short_firm(self, name: str) -> bool:
        """Return whether `name` is a firm's that ends with its trade: 宏远科技."""
        return _TRADE.search(name) is not None and self.is_firm(name)

    def is_firm(self, name: str) -> bool:
        """Return whether `name` may be a firm's: three to six characters, no word of the genre."""
        if not _SHORT_NAME.fullmatch(name) or _GENERIC.search(name) or self.acts(name) > 1:
            return False
        name = _TRADE.sub("", name)
        return not self._context.lexicon.keyword_index.tells(name)

    def does(self, clause: Clause) -> bool:
        """Return whether `clause` begins with what is done, without saying who does it."""
        words = without_time(self._context.clause_text(clause))
        return self._verbs.verb.match(without_adverbs(words, self._verbs)) is not None

    def acts(self, words: str) -> int:
        """Return how many characters of a verb or an adverb `words` begin with."""
        acts = self._verbs.acts.get(words[:1])
        match = None if acts is None else acts.match(words)
        return 0 if match is None else match.end()


def _is_of_above(words: str, region: str) -> bool:
    """Return whether `words` begin with what the city above does: 江州市推行…."""
    return words.startswith(region) and _ACTS_SO.match(words, len(region)) is not None


def _closed(name: str, words: str, end: int) -> str:
    """Return `name`, which ends at `end` of `words`, with the bracket that it leaves open."""
    opened = name.count("（") > name.count("）") and words.startswith("）", end)
    return f"{name}）" if opened else name


def without_time(words: str) -> str:
    """Return `words` from behind a time, a 其中 or a 位于…的 that they begin with."""
    head = _AT_HEAD.match(words) if words[:1] in _BEGINS else None
    return words[head.end() :] if head else words


def _within(words: str, bare: str) -> Scope | None:
    """Return the body right behind the area's name in `words`, of which `bare` is the rest.

    清河区柳岸镇依托… is the town's, 清河县工业园区以… the park's by its whole name.
    """
    park = _PARK.match(bare)
    if park is not None:
        return words[: len(words) - len(bare) + park.end()], Level.ENTITY
    inner = _INNER.match(bare)
    if inner is None or OBJECT.search(inner[0]) or not is_name(inner[0]):
        return None
    part = QUARTER_OF.match(bare, inner.end())
    if part is not None and inner[0].endswith(("街道", "镇", "乡")) and is_name(inner[0] + part[0]):
        return inner[0] + part[0], Level.ENTITY
    firm = inner[0].endswith(("公司", "集团", "合作社")) and words[-len(bare) - 1] not in "区县市"
    return (words[: -len(bare)] if firm else "") + inner[0], Level.ENTITY
