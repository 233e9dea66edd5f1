"""Whom a statement is about: the subject of its verb.

Input: a `Context` and a draft. Output: a name and its `Level`: the area, a body within it, or a
project by its own name. A list with 等 is the area's (甲、乙等项目开工), and so is a clause whose
subject is left out, unless a body was named in its sentence. It reads no figures.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause as ContextClause
from briefgen.extract.context import Context
from briefgen.extract.statement_bodies import (
    last_firm,
    last_place,
    meant_by,
    place_ending,
    told_before,
)
from briefgen.extract.statement_clauses import Clause, after_modal
from briefgen.extract.statement_joins import Draft
from briefgen.extract.statement_lexicon import VerbLexicon
from briefgen.extract.statement_names import (
    BODY,
    HAN,
    ORGAN,
    WE,
    WORK,
    Scope,
    full_village,
    named,
    organ_of,
    within,
    without_area,
)
from briefgen.fact import Kind, Level

_BODY_FIRST = re.compile(rf"{HAN}{{2,20}}?{BODY}(?![\u4e00-\u9fff]?[级化])")
_FIRM = re.compile(r"[\u4e00-\u9fff（）()]{2,20}?(?:有限公司|股份公司|集团|合作社)")
_PARK_OF = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:产业园|科创园|科技园|工业园|孵化园|示范园)(?!区)")
_VILLAGE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道))?[\u4e00-\u9fff]{1,10}?(?:镇|村|社区|街道|学校|小学|中学|医院)(?!委|长)"
)
_AT_HEAD = re.compile(
    r"^(?:(?:自|从|到|在)?(?:\d{4}年度?|去年|今年|明年|当天|当日|近日|日前|目前|当前|如今|今后|未来|过去|近年来?|\d{1,2}月|年初|年底|年内|"
    r"\d{1,2}日|[一二三四五六七八九十\d]+年|以来|开始|期间|上午|下午|下一步|接下来)+[，,]?"
    r"|其中|例如|同时|此外|随后|随即|然后|还有|据了解|记者了解到|[一二三四五六七八九]是"
    r"|位于[^，]{1,20}?的|地处[^，]{1,20}?的|作为[^，]{1,30}?的|(?:预计|有望|可望|力争|计划)(?:今年|明年)?(?:[年月]底|年内)?"
    r"|(?:园区|辖区|区内|本地|当地)企业(?=[\u4e00-\u9fff]{4})|(?:总|计划|概算)?投资(?:额|约|近|超|达)*[\d.,]+[万亿]*余?元的?)+"
)
_OBJECT = re.compile(
    r"(?:与|同|对|将|把|为|被|在|(?<![位由关对属])于|向(?![阳东西南北前])|从|由|就|因|获|以(?![东西南北上下来及内外])|按照|围绕|协助|携手|会同|牵手|结合|完成|举全)"
)
_GOES_ON = re.compile("同时|此外|还|并(?!且?不)")  # 园区将…。同时，还将…
_FIRST_NAME = re.compile(rf"({HAN}{{2,24}}?(?:{BODY}|{WORK}))(?:已|现|共)")
_LED_BY = re.compile(rf"([\u4e00-\u9fff]{{2,20}}?(?:{BODY}|{WORK}))(?=[（(]|不负|脱颖|凭借|也)")
_FIRST_WORK = re.compile(rf"({HAN}{{3,20}}?{WORK})(?=[将已正要现]|计划)")
_THIS_HEAD = re.compile(
    r"(?:该|这[个座条])[\u4e00-\u9fff]{0,4}?(?:开发区|园区|项目|工程|公司|中心|[镇乡村校院园])"
)
_QUARTER_OF = re.compile("[\u4e00-\u9fff]{2,5}?(?:社区|村)(?![民庄级委])")
_BUILT_NEW = re.compile("新[建增改开设签引]|[改扩建](?!.镇|.村|.社)")
_ALL = re.compile(r"所有|全部|每[个一]|各|一些|许多|多个|\d")
# what firms do: 甲齿轮建成国内首条生产线
_OF_FIRMS = re.compile("建成|建起|成为|自主研发|研制|投产|上市|发布|获评|入选|荣获")
_SHORT_NAME = re.compile("[\u4e00-\u9fff]{2,6}")
_GENERIC = re.compile(
    "[的了和与及等是也又再都各每全并]|首次|老城|新城|新区|工作|问题|体系|格局|水平|能力|质量|条件|设施|成果|机制|作用|力度|步伐|面貌|优势|特色|品牌|效应|动能|主体|要素"
    "|一批|多个|部分|相关|我们|他们|大家|先后|以及|目标|任务|项目|工程|道路|大桥|名单"
)
# the trade that ends a firm's short name is no word of a theme there
_TRADES = (
    "科技|智能|生物|食品|生态|文旅|教育|医疗|数字|股份|集团|技术|电器|电子|机械|塑机|材料|新材|药业|制药|机床|重工"
    "|环保|农业|能源|光电|化工|汽车|电气|仪器|仪表|机电|香料|实业|齿轮|动力|医药|服饰|纺织|酒业|乳业|装备|铝业|精密"
)
_TRADE = re.compile(f"(?<=[\u4e00-\u9fff]{{2}})(?:{_TRADES})$")
# 甲香料将本土资源转化成效益; but 现代农业已成…
_SHORT_FIRM = re.compile(
    f"(?!现代|传统|智慧|特色|先进|高端|新型|设施|都市|高效|绿色)([\u4e00-\u9fff]{{2,4}}(?:{_TRADES}))"
    "(?=将|是|已|在|从|自|目前|依托|坚持|通过|成为|生产|主要|研发|投产|入选|获评|荣获)"
)
_HELPED = re.compile(
    r"(?:解决了?|协助|帮助|指导|为|对)(?P<firm>[\u4e00-\u9fff]{3,6}?)(?=因|招聘|申报|与[^，]{2,14}牵线|投前|估值|厂房|用地难|用工难|融资难|原材料)"
)
_VILLAGE_OF = re.compile("[\u4e00-\u9fff]{1,5}?村(?!民|庄|民委)")
_LIST = re.compile("[^，]*(?:、|等)")
_TRAILING = re.compile(
    r"(?:进行得|将|要|已经?|正在?|还|也|均|都|分别|成功|先后|顺利|正式|如期|圆满|全面|整体|全部|有序|连续|最近|近日|及时"
    r"|积极|大力|共|同|就|、|全线|被|首次|再次|并|又|才|就|共计|一举|双双|也)+$"
)


# a body of the area named right behind it: 清河区柳岸镇依托…
_INNER = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:镇|乡|街道|村|社区|有限公司|集团|合作社)(?![村镇级民化经])"
)
_PARK = re.compile(
    r"(?:经济技术|高新技术产业|经济|工业|产业|现代|高新)*(?:开发区|园区|高新区|经开区|工业园|产业园|集中区)(?!内|企业|的)"
)
_UNNAMED = re.compile(
    r"[们了着过每]|[各全该本这那其](?!椒)|\d+[余多万]*(?:个|家|所|座|名|亩|次|户|条|岁|年|月|日|里|%)"
    r"|深入|走进|通盘|涉及|带动|依托|覆盖|惠及|发动|辖区|部分|不少|众多|多个|周边|附近|一个|一家|首个|首家|预计|驻点|携手|联合|牵手|会同|邀请|来自"
    r"|(?:典型|示范|重点|自然|行政|贫困|合并|薄弱|老|新型|城市|智慧)(?:村|社区|镇|乡|学校|医院)$"
)


_PROBLEM_VERB = re.compile("存在|面临|遇到|遭遇|反映")
# 甲科技、乙技术等四家企业入选…
_AND_OTHERS = re.compile(
    r"等?(?:\d+|[一二两三四五六七八九十几多]+)?[余多]?[家个所]?(?:企业|单位|公司|学校|项目)?$"
)


# what may go on behind a semicolon, and what a whole paragraph may be about
_GOING_ON = ("公司", "集团", "合作社", "厂", "镇", "乡", "村", "街道", "社区", "园区", "区", "政府")
_TOPICS = ("公司", "集团", "合作社", "村", "社区")


_WON_BY_FIRMS = re.compile(
    "专精特新|小巨人|单项冠军|瞪羚|独角兽|高新技术企业|科技型企业|绿色工厂|智能工厂|数字化车间|龙头企业|老字号|驰名商标"
)
# 获评全省特色乡村的大召村
_BEHIND = re.compile("的([\u4e00-\u9fff]{2,10}(?:镇|村|社区|公司|集团|学校|小学|中学|医院))$")
_WON_BY_VILLAGES = re.compile(
    "(?:美丽|休闲|宜居|文明|传统|森林|生态|示范|重点|特色)+(?:乡)?村(?!镇)"
)


class Subjects:
    """Whom the statements of one document are about; what clauses name is read once."""

    def __init__(self, context: Context, verbs: VerbLexicon) -> None:
        self._context = context
        self._verbs = verbs
        self._acts = (
            verbs.anchor,
            verbs.adverb,
            verbs.tail,
            verbs.lead,
            *(group.pattern for group in verbs.groups),
        )
        # by clause: the subject named last in its sentence, up to that clause
        self._named: dict[int, Scope | None] = {}
        self._topics: dict[int, Scope | None] = {}  # by the start of a paragraph

    def subject_of(self, draft: Draft) -> Scope:
        """Return the subject of `draft` and its level."""
        context, verbs = self._context, self._verbs
        clause = draft.main
        before = context.text[clause.start : max(draft.verb[0], clause.start)]
        modal = after_modal(clause.text, clause.masked, verbs)
        if not before and modal:
            before = clause.text[:modal]
        if draft.kind is Kind.PROBLEM:
            firm = _FIRM.search(clause.text)
            first = _PROBLEM_VERB.search(clause.text)
            before = firm.group() if firm else clause.text[: first.start()] if first else ""
            before = re.sub(r"^(?:了解到|反映|走访)", "", before)
        own = _noun(before, clause, verbs)
        found = self._whose(own, draft)
        if found is None and not own:
            found = self._led_by(draft) or self._inherited(draft)
        if found is None or found[0] == context.area.place:
            found = self._object_of(draft) or found
        found = self._winner(draft, own, found)
        found = self._helped(draft) or found
        return self._in_full(found, clause.start) or (context.area.place, Level.DISTRICT)

    def _winner(self, draft: Draft, own: str, found: Scope | None) -> Scope | None:
        """Return who won an honour that no area wins, where its clause names nobody.

        今年，入选国家级专精特新“小巨人”企业 is of the firm told before, not of the area.
        """
        nobody = found is None or found[0] == self._context.area.place
        if draft.kind is not Kind.HONOUR or own:
            return found
        won = self._context.text[draft.verb[0] : draft.end]
        behind = _BEHIND.search(won)
        if behind is not None and _proper(behind[1]):
            return behind[1], Level.ENTITY
        if not nobody:
            return found
        if _WON_BY_FIRMS.search(won):
            return last_firm(self._context, draft.start) or found
        if _WON_BY_VILLAGES.search(won):
            return last_place(self._context, "村", draft.start) or found
        return found

    def _led_by(self, draft: Draft) -> Scope | None:
        """Return whom the clause before speaks of: 三金路（柳岸至云台）不负众望，榜上有名."""
        if draft.kind is not Kind.HONOUR or draft.start >= draft.main.start:
            return None
        led = self._context.text[draft.start : draft.main.start].rstrip("，,")
        name = _LED_BY.match(without_area(re.split("[，,]", led)[-1], self._context.area))
        return named(self._context, name[1], draft.start) if name else None

    def _in_full(self, found: Scope | None, at: int) -> Scope | None:
        """Return a village with the town that it was told with: 云台村, once 柳岸镇云台村."""
        if found is None or not found[0].endswith("村"):
            return found
        return full_village(self._context, found[0], at), found[1]

    def _whose(self, own: str, draft: Draft) -> Scope | None:
        """Return the name that `own` is, or whom it means: 该镇, a firm by its short name."""
        context = self._context
        at = draft.main.start
        found = told_before(context, own, at) or meant_by(context, own, at)
        found = found or named(context, own, at)
        verb = context.text[draft.verb[0] : draft.verb[1]]
        if found is not None:
            # 甲中心、乙产业园落户, 甲中心落户清河: here
            lands = verb == "落户" and ("、" in own or self._here(draft.verb[1]))
            return (context.area.place, Level.DISTRICT) if lands else found
        own = without_area(within(own, context.area), context.area)
        listed = draft.kind is Kind.HONOUR and "、" in own
        if listed:
            own = _AND_OTHERS.sub("", own)
        parts = own.split("、")
        single = len(own) > 2 and _OF_FIRMS.search(verb) is not None
        if (listed or single) and all(map(self._is_proper, parts)):
            return (own if len(parts) < 3 else "、".join(parts[:2]) + "等"), Level.ENTITY
        at_head = _FIRST_NAME.match(own)
        return named(context, at_head[1], at) if at_head else None

    def _here(self, at: int) -> bool:
        area = self._context.area
        return self._context.text.startswith((area.place, *area.aliases), at)

    def _is_proper(self, name: str) -> bool:
        """Return whether `name` may be a firm's: three to six characters, no word of the genre."""
        if not _SHORT_NAME.fullmatch(name) or _GENERIC.search(name):
            return False
        name = _TRADE.sub("", name)
        themes = self._context.lexicon.themes
        return not any(k.text in name for t in themes for k in t.keywords if len(k.text) > 1)

    def _object_of(self, draft: Draft) -> Scope | None:
        """Return the body or place that the area's act is for.

        推进云台山生态修复 is of 云台山, 解决甲齿轮因疫情受阻问题 of the firm; a list is the area's.
        """
        context, clause = self._context, draft.main
        text = context.text[draft.start : clause.end]
        entities = "|".join(sorted(map(re.escape, context.area.entities), key=lambda e: -len(e)))
        if entities:
            base = re.search(f"(?:^|，|,)以((?:{entities})(?:、(?:{entities}))*)为", text)
            if base is not None:
                return base[1], Level.ENTITY
            whole = re.compile(f"环?((?:{entities})(?:[\u4e00-\u9fff]{{0,6}}(?:保护区|名胜区))?)")
            for found in whole.finditer(clause.text):
                lead = clause.text[
                    after_modal(clause.text, clause.masked, self._verbs) : found.start()
                ]
                rest = clause.text[found.end() :]
                if self._only_acts(lead) and not _LIST.match(rest):
                    return found[1], Level.ENTITY
        return None

    def _helped(self, draft: Draft) -> Scope | None:
        """Return the firm that is helped: 成功解决甲齿轮因疫情运输受阻问题 is of 甲齿轮."""
        helped = _HELPED.search(draft.main.text)
        if helped is not None and self._is_proper(helped["firm"]):
            return helped["firm"], Level.ENTITY
        return None

    def _only_acts(self, words: str) -> bool:
        """Return whether `words` are verbs and adverbs only, behind the area's name if any."""
        rest = without_area(_AT_HEAD.sub("", words).lstrip("，"), self._context.area)
        rest = re.sub("^举全[区县市]之力", "", rest)
        while rest:
            act = next((m for a in self._acts if (m := a.match(rest)) and m.end()), None)
            if act is None:
                return False
            rest = rest[act.end() :]
        return bool(words)

    def _inherited(self, draft: Draft) -> Scope | None:
        """Return the body that begins an earlier clause of the same sentence, or None.

        A sentence that goes on (同时，还将…) goes on with the one before it, and one that begins
        without a subject, with the village or firm that its paragraph opens with.
        """
        clause = draft.main
        here = self._context.clause_at(clause.start)
        if here is None:
            return None
        last = here.index if here.start < clause.start else here.index - 1
        first = self._context.first_clause[here.sentence]
        goes_on = _GOES_ON.match(self._context.clause_text(self._context.clauses[first]))
        if goes_on and here.sentence and self._same_paragraph(first):
            first = self._context.first_clause[here.sentence - 1]
        told = self._last_begun(first, last)
        if told is None:
            return self._topic(here)
        won = draft.kind is Kind.HONOUR
        return told if won or not self._is_closed(told, first, last) else None

    def _last_begun(self, first: int, last: int) -> Scope | None:
        """Return the body that begins the last of the clauses `first` to `last` that names one."""
        at = last
        while at >= first and at not in self._named:
            found = self._begins(self._context.clauses[at])
            if found is not None:
                self._named[at] = found
                break
            at -= 1
        told = self._named[at] if at >= first else None
        self._named.update(dict.fromkeys(range(at + 1, last + 1), told))
        return told

    def _is_closed(self, told: Scope, first: int, last: int) -> bool:
        """Return whether a semicolon ends what is told of a work: 云台小学投入使用；新建公园."""
        closed = any(c.close in {"；", ";"} for c in self._context.clauses[first : last + 1])
        return closed and told[0] != self._context.area.place and not told[0].endswith(_GOING_ON)

    def _topic(self, here: ContextClause) -> Scope | None:
        """Return the village or firm that the paragraph of `here` opens with, or None."""
        paragraph = self._context.document.paragraphs[here.paragraph]
        if paragraph.start not in self._topics:
            first = self._context.clause_at(paragraph.start)
            found = None
            while first is not None and first.close in {"，", ","} and found is None:
                found = self._begins(first)
                if first.index + 1 >= len(self._context.clauses):
                    break
                first = self._context.clauses[first.index + 1]
            if found is None and first is not None:
                found = self._begins(first)
            entity = found is not None and found[0].endswith(_TOPICS)
            self._topics[paragraph.start] = found if entity else None
        return self._topics[paragraph.start]

    def _same_paragraph(self, first: int) -> bool:
        clauses = self._context.clauses
        return first > 0 and clauses[first].paragraph == clauses[first - 1].paragraph

    def _begins(self, clause: ContextClause) -> Scope | None:
        """Return the body that `clause` begins with, or None."""
        area = self._context.area
        words = _AT_HEAD.sub("", self._context.clause_text(clause).lstrip("”’据"))
        organ = ORGAN.match(organ_of(words, area))
        if organ is not None:
            return organ[1], Level.DISTRICT
        head = _THIS_HEAD.match(words)
        told = told_before(self._context, head[0], clause.start) if head else None
        if told is not None:
            return told
        meant = meant_by(self._context, words, clause.start)
        if meant is not None:
            return meant
        if WE.match(words):
            return area.place, Level.DISTRICT
        bare = without_area(words, area)
        if bare != words:
            return _within(words, bare) or (area.place, Level.DISTRICT)
        known = [e for e in area.entities if words.startswith(e)]
        if known:
            name = max(known, key=len)
            village = _VILLAGE_OF.match(words, len(name)) if name.endswith("镇") else None
            return name + (village[0] if village else ""), Level.ENTITY
        if (
            _ALL.match(words)
            or _BUILT_NEW.match(words)
            or any(act.match(words) for act in self._acts)
        ):
            return None
        return self._first_body(words)

    def _first_body(self, words: str) -> Scope | None:
        """Return the body or work of any name that `words` begin with, or None."""
        body = _BODY_FIRST.match(words)
        if body and not _OBJECT.search(body.group()):
            name = body.group().rsplit("的", 1)[-1]
            part = _QUARTER_OF.match(words, body.end())
            if part is not None and name.endswith(("街道", "乡")):
                return part[0], Level.ENTITY
            if _proper(name):
                return name, Level.ENTITY
        short = _SHORT_FIRM.match(words)
        if short is not None and self._is_proper(short[1]):
            return short[1], Level.ENTITY
        work = _FIRST_WORK.match(words)
        if work and not _OBJECT.search(work[1]):
            return work[1], Level.DISTRICT
        return None


def _within(words: str, bare: str) -> Scope | None:
    """Return the body right behind the area's name in `words`, of which `bare` is the rest.

    清河区柳岸镇依托… is the town's, 清河县工业园区以… the park's by its whole name.
    """
    park = _PARK.match(bare)
    if park is not None:
        return words[: len(words) - len(bare) + park.end()], Level.ENTITY
    inner = _INNER.match(bare)
    if inner is None or not _proper(inner[0]):
        return None
    firm = inner[0].endswith(("公司", "集团", "合作社")) and words[-len(bare) - 1] not in "区县市"
    return (words[: -len(bare)] if firm else "") + inner[0], Level.ENTITY


def _proper(name: str) -> bool:
    """Return whether a body's name at the head of a clause is one: not 涉及6个社区, 通盘全镇."""
    if name.endswith(("镇", "乡", "村", "社区", "街道")):
        return place_ending(name) is not None and _UNNAMED.search(name) is None
    return _UNNAMED.search(name) is None


def speaker_scope(context: Context, speaker: str, at: int) -> Scope:
    """Return the body whose officer speaks (某村党支部书记), the area for anybody else."""
    bodies = [e for e in context.area.entities if e in speaker]
    if bodies:
        body = max(bodies, key=len)
        return full_village(context, body, at), Level.ENTITY
    speaker = speaker.removeprefix("来自")
    inner = speaker.partition(context.area.place)[2]
    speaker = inner if _VILLAGE.match(inner) else speaker
    firm = _FIRM.search(speaker) or _PARK_OF.match(speaker) or _VILLAGE.match(speaker)
    return (
        (within(firm.group(), context.area), Level.ENTITY)
        if firm
        else (context.area.place, Level.DISTRICT)
    )


def _noun(before: str, clause: Clause, verbs: VerbLexicon) -> str:
    """Return the noun phrase at the head of `before`, without time, adverbs and objects."""
    modal = after_modal(clause.text, clause.masked, verbs)
    text = before[: modal - 1] if 0 < modal <= len(before) else before
    text = _AT_HEAD.sub("", text).strip("，, ")
    cut = _OBJECT.search(text)
    text = text[: cut.start()] if cut else text
    return _TRAILING.sub("", text)
