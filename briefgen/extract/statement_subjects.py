"""Whom a statement is about: the subject of its verb.

Input: a `Context` and a draft. Output: a name and its `Level`: the area, a body within it, or a
project by its own name. A list with 等 is the area's (甲、乙等项目开工), and so is a clause whose
subject is left out, unless a body was named in its sentence. It reads no figures.
"""

from __future__ import annotations

import re

from briefgen.extract.context import Context
from briefgen.extract.quick import compiled
from briefgen.extract.statement_bodies import (
    is_name,
    last_firm,
    last_place,
    meant_by,
    told_before,
)
from briefgen.extract.statement_clauses import Clause, after_modal
from briefgen.extract.statement_joins import Draft
from briefgen.extract.statement_lexicon import VerbLexicon, without_adverbs
from briefgen.extract.statement_names import (
    BODY,
    HAN,
    WORK,
    Scope,
    full_village,
    named,
    within,
    without_area,
)
from briefgen.extract.statement_openings import (
    OBJECT,
    Openings,
    without_time,
)
from briefgen.extract.statement_people import officers_body
from briefgen.extract.statement_speakers import FIRM, speaker_scope
from briefgen.extract.statement_topics import Topics
from briefgen.fact import Kind, Level

_GOES_ON = re.compile("同时|此外|还|并(?!且?不)")  # 园区将…。同时，还将…
_FIRST_NAME = re.compile(rf"({HAN}{{2,24}}?(?:{BODY}|{WORK}))(?:已|现|共)")
_LED_BY = re.compile(rf"([\u4e00-\u9fff]{{2,20}}?(?:{BODY}|{WORK}))(?=[（(]|不负|脱颖|凭借|也)")
# what firms do: 甲齿轮建成国内首条生产线
_OF_FIRMS = re.compile(
    "建成|建起|成为|自主研发|研制|投产|上市|挂牌|登陆|主导|牵头|发布|获评|入选|荣获"
)
_HELPED = re.compile(
    r"(?:解决了?|协助|帮助|指导|为|对)(?P<firm>[\u4e00-\u9fff]{3,6}?)(?=因|招聘|申报|与[^，]{2,14}牵线|投前|估值|厂房|用地难|用工难|融资难|原材料)"
)
_LIST = re.compile("[^，]*(?:、|等)")
_ON_SITE = re.compile("(?:在|走进|来到)([\u4e00-\u9fff]{3,20})[，,]")
_MADE_THERE = re.compile("自主(?:研发|研制|开发|设计)的")
_BUILDING = re.compile("[一二三四]期|(?:标准)?厂房|主体|车间|生产线|[综教住][合学院]楼")
_TRAILING = re.compile(
    r"(?:进行得|恢复|开[园馆街业]|即?将|要|已经?|正在?|还|也|均|都|分别|成功|先后|顺利|正式|如期|圆满|拎包|焕新|全面|整体|全部|有序|连续|最近|近日|及时"
    r"|积极|相继|陆续|大力|率先|实现|基本|共|同|就|、|全线|被|首次|再次|并|又|才|就|共计|一举|双双|也|目前|现已?|今年|去年|第?[一二三四]季度|[上下]半年|年内|计划|打算|近年来?|近日|日前|彻底|真正|最终|终于|逐渐|坚持|始终|\d{1,2}月[份底初]?|连续[\d一二三四五六七八九十两]+(?:年|届|次|个季度)|第[一二三四五六七八九十]次|持续|不断|着力|深入|扎实|切实|充分|广泛|主动|创新|进一步|探索)+$"
)


# 标志着云台科创园投用, 恢复古镇…: what an act is for is no subject
_VERB_FIRST = re.compile(
    "力[促争]|加[快速]|促成|争取|确保|(?:全力|大力|强力|有力|统筹|一体|协同)*(?:推进|推动|深化|统筹)|新(?:增|建|培育|引进|签约|招引|认定|入库)|是|帮助|协助|促成|实施|标志|意味着|引来|引进|恢复|修复|保护|迎来|成为|见证"
)
# 综合实力稳居全市园区第一方阵: what it is first of is no subject
# 县政府与江州大学共建的研究院揭牌: the institute
_MADE_WITH = re.compile(
    "[^，、]{0,12}(?:[与和同由从])[^，的]{2,24}(?:共建|合建|合作|联合|共同|牵头|引进|投资|建设|承建|打造|创办|运营|研发|设立|组建|成立)[^，的]{0,4}的(?=[^，的、]{3,20}$)"
)
_RANKS = compiled("(?:稳|位|跃|高)?居(?![民住])|位列|走在|处于|跻身|稳坐|名列|成为")
_PROBLEM_VERB = re.compile("存在|面临|遇到|遭遇|反映")
# 甲科技、乙技术等四家企业入选…
_AND_OTHERS = re.compile(
    r"等?(?:\d+|[一二两三四五六七八九十几多]+)?[余多]?[家个所]?(?:企业|单位|公司|学校|项目)?$"
)


_OURS = re.compile("^我[区县市]的(?=.{3})")  # 我区的宏远公司
# 开发的产品填补了空白 is of the firm told before
_FIRMS_THING = re.compile(
    f"{_MADE_THERE.pattern}|[一二三四]期|(?:[^，]{{0,12}}的)?(?:多[项款种])?(?:“[^”]{{1,8}}”)?(?:综合实力|经济总量|竞争力|影响力|知名度|美誉度|产品|技术|专利|工艺|生产线|车间|市场占有率|订单|装备|设备)"
)
_SOME_FIRMS = re.compile(
    "(?:部分|一些|有的|不少|许多|众多|个别|少数|多家|[0-9]+家)[^，。；]{0,6}企业"
)
_AREAS_OWN = re.compile("“[^“”]{2,16}”(?:行动|工程|计划|活动|机制)[^，。；]{0,8}累计")
# 全镇建立…, 片区成立…: of the town that is spoken of
_WITHIN = re.compile("全(?:镇|村|乡|街道|社区)|片区$|各(?:村|社区|网格)|[村镇乡][里内上]$|村集体")
_WHEN = re.compile("^(?:去年|今年|近年来|近日|目前|[0-9]{4}年(?:[0-9]{1,2}月)?)[，,]?")
_OWN_FIRM = ("企业", "公司", "集团", "我们公司", "我们企业")
_STAGE = re.compile("[二三四]期(?!的)")
_STAGED = re.compile("(?:^|[，；、])([\u4e00-\u9fffA-Za-z0-9“”]{3,24}?)(?:项目|工程)?[一二三]期")
_SHORT_FIRM = 7  # characters of a firm's short name
_WON_BY_FIRMS = re.compile(
    "专精特新|小巨人|单项冠军|瞪羚|独角兽|高新技术企业|科技型企业|绿色工厂|智能工厂|数字化车间|龙头企业|老字号|驰名商标"
)
# 获评全省特色乡村的大召村
_BEHIND = re.compile("的([\u4e00-\u9fff]{2,10}(?:镇|村|社区|公司|集团|学校|小学|中学|医院))$")
_COUNTED = re.compile("村[0-9]+[余多]?个|[0-9]+[余多]?个[^，、]*村")  # the area has so many
_WON_BY_VILLAGES = re.compile(
    "(?:美丽|休闲|宜居|文明|传统|森林|生态|示范|重点|特色)+(?:乡)?村(?!镇)"
)


_FIRMS_OWN = re.compile("([\u4e00-\u9fff]{2,8}?(?:公司|集团))(?=[\u4e00-\u9fff“]{3})")
# 李某成立了云山合作社: of what is founded
_FOUNDED = re.compile("了?([\u4e00-\u9fff（）]{4,24}(?:合作社|公司|临时党委))$")
_OWNERS = (
    "公司",
    "集团",
    "合作社",
    "村",
    "社区",
    "居民区",
    "小区",
    "镇",
    "乡",
    "街道",
    "园区",
    "学校",
)
# an officer of the area or of what stands above it
_OF_AREA = compiled(
    "[区县市省州](?:委|政府|人大|政协|长|[\u4e00-\u9fff]{1,8}(?:局|办|中心|委|部|会|院))|副?[区县市]长|代表|委员|教授|专家"
)


# 获评全省先进县: the county's, whoever was told before
_WON_BY_AREAS = re.compile(
    "(?:示范|先进|优秀|百强|十强|模范|生态|园林|卫生|文明|健康|双拥|试点|达标|强|名|大)([县区市])”?$"
)
# 荣获全国双拥模范城“三连冠”, whatever school was told before
_WON_BY_TOWNS = re.compile(
    "(?:双拥模范|文明|卫生|园林|森林|健康|环保模范|历史文化名)(?:县?城[市区]?|县)(?![^，]*(?:村|镇|社区|单位|校园|家庭|标兵))"
)
_YEAR_LAST = re.compile(r"(?:在|于)?(?:20\d\d年|[去前今]年)$")
_THING = re.compile(
    "^“[^”]{2,8}”$|"
    "^[\u4e00-\u9fff]{2,4}[县市区旗]$|[谷城港园湖泉洞滩岭峡瀑溪寨堡林山河江岛茶酒米果桃梨橙柚柑枣瓜椒莲面粉油菜菇菌药鱼虾蟹鸭鸡猪羊牛肉腿蜜糖核楼塔寺祠庙墓宫桥街巷窑戏剧舞馆站所院厦区带谣歌曲]”?$"
    "|旧址|遗址|故居|湿地|技艺|夜市|书屋|广场|中心|网络|基地|品牌|景点|民宿|药材|水果|草堂|书院|公园|集群|链群|大道|线路"
)
_NO_THING = compiled(
    "[的等个家我全各其该本了]|工作|机制|模式|做法|经验|案例|改革|数|率|水平|质量|环境|地区|社区|辖区|城区|校区|累计|先后"
)
_LISTED = re.compile("——|[（(][一二三四五六七八九十]{1,3}[）)]")


class Subjects:
    """Whom the statements of one document are about; what clauses name is read once."""

    def __init__(self, context: Context, verbs: VerbLexicon) -> None:
        self._context = context
        self._verbs = verbs
        self._openings = Openings(context, verbs)
        names = "|".join(sorted(map(re.escape, context.area.entities), key=lambda e: -len(e)))
        self._base = re.compile(f"(?:^|，|,)以((?:{names})(?:、(?:{names}))*)为") if names else None
        self._place = re.compile(
            f"环?((?:{names})(?:[\u4e00-\u9fff]{{0,6}}(?:保护区|名胜区))?)" if names else "(?!)"
        )
        self._topics = Topics(context, self._openings)

    def subject_of(self, draft: Draft) -> Scope:
        """Return the subject of `draft` and its level; the area's for what no body within wins."""
        found = self._subject_of(draft)
        return (self._context.area.place, Level.DISTRICT) if self._carried(found, draft) else found

    def _carried(self, found: Scope, draft: Draft) -> bool:
        """Return whether a body was carried on into a report's next listed paragraph."""
        clause = self._context.clause_at(draft.start) if found[1] is Level.ENTITY else None
        if clause is None:
            return False
        paragraph = self._context.paragraph_of(clause)
        text, start, end = self._context.text, paragraph.start, paragraph.end
        return _LISTED.match(text, start) is not None and text.find(found[0][-4:], start, end) < 0

    def _subject_of(self, draft: Draft) -> Scope:
        context, verbs = self._context, self._verbs
        clause = draft.main
        before = context.text[clause.start : max(draft.verb[0], clause.start)]
        modal = after_modal(clause.text, clause.masked, verbs)
        if not before and modal:
            before = clause.text[:modal]
        if self._is_of_many(clause, draft.kind):
            return context.area.place, Level.DISTRICT
        if draft.kind is Kind.PROBLEM:
            firm = FIRM.search(clause.text)
            first = _PROBLEM_VERB.search(clause.text)
            before = firm.group() if firm else clause.text[: first.start()] if first else ""
            before = re.sub(r"^(?:了解到|反映|走访)", "", before)
        own = _noun(before, clause, verbs)
        found = self._whose(own, draft) if own else None
        found = found or self._on_site(clause)
        if found is None and (not own or _FIRMS_THING.match(own) or _WITHIN.match(own)):
            found = self._led_by(draft) or self._inherited(draft)
        if found is None or found[0] == context.area.place:
            found = self._object_of(draft) or found
        if found is None and own:
            found = self._topics.goes_on(clause)
        found = self._founded(draft, found) or self._winner(draft, own, found)
        found = self._helped(draft) or found
        return self._in_full(found, clause.start) or (context.area.place, Level.DISTRICT)

    def _is_of_many(self, clause: Clause, kind: Kind) -> bool:
        """Return whether firms that nobody names have the problem (部分企业反映，融资难突出), or
        what the area does wins the honour (“千名干部联千企”行动…，获评典型案例)."""
        if kind not in (Kind.HONOUR, Kind.PROBLEM):
            return False
        here = self._context.clause_at(clause.start)
        start = clause.start if here is None else self._context.sentences[here.sentence].start
        if kind is Kind.HONOUR:
            return _AREAS_OWN.match(self._context.text, start, clause.end) is not None
        return _SOME_FIRMS.search(self._context.text, start, clause.end) is not None

    def _on_site(self, clause: Clause) -> Scope | None:
        """Return the park that a building stands in, or the firm that made what it is of.

        在明光产业园，一期厂房已经封顶; 在天元电机公司，自主研发的电机实现量产.
        """
        if _BUILDING.match(clause.text) is None and _MADE_THERE.match(clause.text) is None:
            return None
        here = self._context.clause_at(clause.start)
        start = clause.start if here is None else self._context.sentences[here.sentence].start
        site = _ON_SITE.match(self._context.text, start)
        if site is None or site.end() != clause.start or not is_name(site[1]):
            return None
        return site[1], Level.ENTITY

    def of_speaker(self, speaker: str, at: int) -> Scope:
        """Return whose the words of `speaker` at clean `at` are.

        Of the body whose officer speaks; of the village or firm that the text speaks of, where a
        villager, a worker or a guest does; of the area, where its officers do.
        """
        whose = speaker_scope(self._context, speaker, at)
        here = self._context.clause_at(at)
        whose = self._in_full(whose, at) or whose
        if whose[1] is not Level.DISTRICT or here is None or _OF_AREA.search(speaker):
            return whose
        topic = self._openings.people.body_of(speaker, at) or self._topics.before(here)
        return self._in_full(topic, at) or whose

    def _founded(self, draft: Draft, found: Scope | None) -> Scope | None:
        """Return the cooperative or firm that somebody of no body of its own founds."""
        text = self._context.text
        if found is not None or text[slice(*draft.verb)] not in {"成立", "创办", "组建"}:
            return None
        body = _FOUNDED.fullmatch(text, draft.verb[1], draft.end)
        own = body is not None and is_name(body[1]) and body[1][0] not in "区县市省"
        return (body[1], Level.ENTITY) if own and body is not None else None

    def _winner(self, draft: Draft, own: str, found: Scope | None) -> Scope | None:
        """Return who won an honour that no area wins, where its clause names nobody.

        今年，入选国家级专精特新“小巨人”企业 is of the firm told before, not of the area.
        """
        place = self._context.area.place
        nobody = found is None or found[0] == place
        if draft.kind is not Kind.HONOUR:
            return found
        if own:
            return (self._thing(own) if nobody else None) or found
        won = self._context.text[draft.verb[0] : draft.end]
        area = _WON_BY_AREAS.search(won)
        if (area and area[1] == place[-1:]) or _WON_BY_TOWNS.search(won):
            return place, Level.DISTRICT
        behind = _BEHIND.search(won)
        if behind is not None and is_name(behind[1]):
            return behind[1], Level.ENTITY
        firms = _WON_BY_FIRMS.search(won) is not None
        if firms and (opens := self._short_firm_before(draft.start)) is not None:
            return opens
        if not nobody:
            return found
        if firms:
            return last_firm(self._context, draft.start) or found
        if _WON_BY_VILLAGES.search(won) and _COUNTED.search(won) is None:
            return last_place(self._context, "村", draft.start) or found
        return found

    def _short_firm_before(self, at: int) -> Scope | None:
        """Return the firm by its short name that opens the sentence: 去年，蓝原机电投入…，获评…."""
        here = self._context.clause_at(at)
        if here is None:
            return None
        opening = _WHEN.sub(
            "", self._context.text[self._context.sentences[here.sentence].start : at]
        )
        names = (opening[:size] for size in range(_SHORT_FIRM, 2, -1))
        name = next((n for n in names if self._openings.is_short_firm(n)), None)
        return (name, Level.ENTITY) if name is not None else None

    def _thing(self, own: str) -> Scope | None:
        """Return the product, place or site that won by its own name: 云雾茶, 云台山、柳岸古街."""
        area = self._context.area
        own = _YEAR_LAST.sub("", within(own, area))
        names = [without_area(name, area) for name in own.split("、")]
        if not all(1 < len(name) < 15 for name in names) or not _THING.search(names[-1]):
            return None
        if any(_NO_THING.search(name) or self._openings.acts(name) > 1 for name in names):
            return None
        whole = own if len(names) < 3 else "、".join(own.split("、")[:2]) + "等"
        return whole, Level.ENTITY

    def _led_by(self, draft: Draft) -> Scope | None:
        """Return whom the clause before speaks of: 三金路（柳岸至云台）不负众望，榜上有名."""
        if draft.kind is not Kind.HONOUR or draft.start >= draft.main.start:
            return None
        led = self._context.text[draft.start : draft.main.start].rstrip("，,")
        name = _LED_BY.match(without_area(re.split("[，,]", led)[-1], self._context.area))
        return named(self._context, name[1], draft.start) if name else None

    def _in_full(self, found: Scope | None, at: int) -> Scope | None:
        """Return a village with the town that it was told with: 云台村, once 柳岸镇云台村."""
        if found is None or not found[0].endswith(("村", "社区", "居民区", "小区")):
            return found
        return full_village(self._context, found[0], at), found[1]

    def _whose(self, own: str, draft: Draft) -> Scope | None:
        """Return the name that `own` is, or whom it means: 该镇, a firm by its short name."""
        context = self._context
        at = draft.main.start
        speaking = self._speaks_of_own(own, draft.main) or self._stage_of(own, draft.main)
        if speaking is not None:
            return speaking
        found = told_before(context, own, at) or meant_by(context, own, at)
        found = found or self._openings.people.body_of(own, at) or named(context, own, at)
        verb = context.text[draft.verb[0] : draft.verb[1]]
        if found is not None:
            # 甲中心、乙产业园落户, 甲中心落户清河: here
            lands = verb == "落户" and ("、" in own or self._here(draft.verb[1]))
            return (context.area.place, Level.DISTRICT) if lands else found
        bare = without_area(within(own, context.area), context.area)
        made = map(self._openings.maker_of, (own, bare))  # 清河重工自主研制的…
        if (maker := next(filter(None, made), None)) is not None:
            return maker
        own = bare
        listed = draft.kind is Kind.HONOUR and "、" in own
        if listed:
            own = _AND_OTHERS.sub("", own)
        parts = own.split("、")
        officer = officers_body(context, own, at)
        if officer is not None:
            return officer
        single = len(own) > 2 and _OF_FIRMS.search(verb) is not None
        if (listed or single) and all(len(p) > 2 and self._is_winner(p) for p in parts):
            return (own if len(parts) < 3 else "、".join(parts[:2]) + "等"), Level.ENTITY
        if draft.kind is Kind.HONOUR and self._openings.is_short_firm(own):
            return own, Level.ENTITY  # 金沅轴承上榜…
        owner, of, _ = own.partition("的")  # 云桥社区的改造工作: the quarter's
        if of and owner.endswith(_OWNERS) and is_name(owner):
            return named(context, owner, at)
        if of and self._openings.is_short_firm(owner):
            return owner, Level.ENTITY  # 三聚科技的涂层
        firm = _FIRMS_OWN.match(own)
        if firm is not None and is_name(firm[1]):
            return firm[1], Level.ENTITY  # 华山公司高原蓄电池获…
        at_head = _FIRST_NAME.match(own)
        return named(context, at_head[1], at) if at_head else None

    def _speaks_of_own(self, own: str, clause: Clause) -> Scope | None:
        """Return the firm whose officer says what 企业 or 公司 does: 甲汽车工程师说，企业将…."""
        if clause.speaker is None or not own.startswith(_OWN_FIRM):
            return None
        found = speaker_scope(self._context, clause.speaker, clause.start)
        return found if found[1] is Level.ENTITY else None

    def _stage_of(self, own: str, clause: Clause) -> Scope | None:
        """Return the work whose first stage the sentence names: 甲科技城一期投用，二期正在施工."""
        here = self._context.clause_at(clause.start) if _STAGE.match(own) else None
        if here is None:
            return None
        start = self._context.sentences[here.sentence].start
        stages = _STAGED.findall(self._context.text[start : clause.start])
        name = without_time(stages[-1]) if stages else ""
        return (name, Level.DISTRICT) if len(name) > 2 else None

    def _is_winner(self, name: str) -> bool:
        return FIRM.fullmatch(name) is not None or self._openings.is_firm(name)

    def _here(self, at: int) -> bool:
        area = self._context.area
        return self._context.text.startswith((area.place, *area.aliases), at)

    def _object_of(self, draft: Draft) -> Scope | None:
        """Return the body or place that the area's act is for.

        推进云台山生态修复 is of 云台山, 解决甲齿轮因疫情受阻问题 of the firm; a list is the area's.
        """
        clause = draft.main
        if self._base is None:
            return None
        base = self._base.search(self._context.text[draft.start : clause.end])
        if base is not None:
            return base[1], Level.ENTITY
        for found in self._place.finditer(clause.text):
            modal = after_modal(clause.text, clause.masked, self._verbs)
            listed = _LIST.match(clause.text, found.end())
            if self._only_acts(clause.text[modal : found.start()]) and not listed:
                return found[1], Level.ENTITY
        return None

    def _helped(self, draft: Draft) -> Scope | None:
        """Return the firm that is helped: 成功解决甲齿轮因疫情运输受阻问题 is of 甲齿轮."""
        helped = _HELPED.search(draft.main.text)
        if helped is not None and self._openings.is_firm(helped["firm"]):
            return helped["firm"], Level.ENTITY
        return None

    def _only_acts(self, words: str) -> bool:
        """Return whether `words` are verbs and adverbs only, behind the area's name if any."""
        rest = without_area(without_time(words).lstrip("，"), self._context.area)
        rest = re.sub("^举全[区县市]之力", "", rest)
        while rest:
            length = self._openings.acts(rest)
            if length == 0:
                return False
            rest = rest[length:]
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
        if goes_on and here.sentence and self._topics.same_paragraph(first):
            first = self._context.first_clause[here.sentence - 1]
        told = self._topics.last_begun(first, last)
        if told is None:
            return self._topics.before(here)
        won = draft.kind is Kind.HONOUR
        if not won and self._topics.acts_after(told, here):
            return None
        return told if won or not self._topics.is_closed(told, first, last) else None


# 由甲公司研发的机器人完成海试
_BY_WHOM = re.compile("^由(?=[\u4e00-\u9fff]{2,20}?(?:研发|研制|开发|生产|制造|打造|投资|建设)的)")


def _noun(before: str, clause: Clause, verbs: VerbLexicon) -> str:
    """Return the noun phrase at the head of `before`, without time, adverbs and objects."""
    if not before:
        return ""
    modal = after_modal(clause.text, clause.masked, verbs)
    text = before[: modal - 1] if 0 < modal <= len(before) else before
    text = without_time(text).strip("，, ")
    text = _BY_WHOM.sub("", _OURS.sub("", text))
    made = _MADE_WITH.match(text)
    text = text[made.end() :] if made else text
    cut = OBJECT.search(text)
    text = text[: cut.start()] if cut else text
    rank = _RANKS.search(text)
    text = text[: rank.start()] if rank else text
    text = _TRAILING.sub("", text)
    if _VERB_FIRST.match(text) or (len(text) < 2 and text not in {"他", "她"}):
        return ""
    bare = without_adverbs(text, verbs)
    return text if bare and not verbs.tail.match(bare) else ""  # 着力完善…: nobody is named
