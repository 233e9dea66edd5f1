"""Amounts: what a count, a level or a share is of.

Input: a `Mention` with the reading of its left side, and the document's `Desk`. Output: a `Draft`,
or None where no rule names the figure. Growth and rankings are read elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.extract.amount_drafts import amount_named
from briefgen.extract.amount_names import may_be_share, mended_name, object_of
from briefgen.extract.changes import added, noun_before
from briefgen.extract.clauses import Clause
from briefgen.extract.completing import (
    BARE_MEASURE,
    BEYOND,
    TOTALS,
    completed,
    done_part,
    funds_beside,
    industry_of,
    owner,
    share_before,
    spent_on,
)
from briefgen.extract.doings import brought, doing_of, need_met, served_by, size_of
from briefgen.extract.drafts import Desk, Draft, Mention
from briefgen.extract.kinds_told import class_of, loan_of, tried
from briefgen.extract.naming import count_name, tidy
from briefgen.extract.phrases import Reading, read_right
from briefgen.extract.places import handed_out, place_told
from briefgen.extract.quantities import Quantity
from briefgen.extract.short_bodies import firm_like
from briefgen.extract.words_around import from_words_around, without_own
from briefgen.fact import Kind

_MEASURE = re.compile(
    r"(?:额|资金|投资|面积|里程|收入|产值|总量|产量|余额|总值|支出|长度|规模|量|税|税金|利润|营收|资产|人口|费|率|价|值|数)$"
)
_GENERIC = re.compile(
    r"(?:累计|总|计划|完成|概算){0,2}(?:总)?投[资入](?:额|资金)?|惠及(?:居民|群众|农户|人口|住户)|(?:总)?(?:建筑)?面积"
    r"|到位资金|投资规模|涉及[\u4e00-\u9fff]{2}|受益[\u4e00-\u9fff]{2}"
)
_WHOLE = re.compile(r"改造|项目|工程|建设|治理|整治|更新")
_BARE_SHARE = re.compile(r"(?:税收|就业|投资|进出口|产值|企业数量|利润|研发投入)占比")
_ECONOMY = re.compile(r"民营经济|非公(?:有制)?经济|数字经济|县域经济|民营企业|中小企业")
# what a list says once for all its members: 改造雨水管网23公里、燃气管网54公里
_NEW = re.compile(
    r"新增、改造|新增|新发展|新开工|新开通|新入库|新获批|新招引|新登记|新注册|新种植?|新栽植?|下辖|新建改造|新建改扩?建|新改扩?建|改扩建|新建|建成|新培育|新引进|新认定|新签约|改造|淘汰|关停|整治|修复|治理|拆除"
    r"|实际(?:使用|利用|到位)|发放|培育|引进|打造|推广|安装|查处|购置|种植|疏浚|(?:平均)?每[百千万]+人口?(?:拥有)?"
)
_THIS_FIGURE = re.compile("(?:这一|这个|该)(?:数字|指标|数据|比例|数值|比重)|目标|任务")
_THIS = re.compile("在?[这那该]一?[片座个条块方里]?")


def read_amount(desk: Desk, mention: Mention, reading: Reading, noun: str) -> Draft | None:
    """Return a count, a level or a share with its name, its part-whole relation if it is told."""
    quantity = mention.quantity
    if (around := from_words_around(desk, mention, noun)) is not None:
        return around
    if noun and (placed := _of_place(desk, mention, noun)) is not None:
        return placed
    noun = "" if _is_only_scope(desk, mention, noun) else noun
    noun = desk.memory.base if _THIS_FIGURE.fullmatch(noun) and desk.memory.base else noun
    if quantity.dimension in _COUNTED and noun.endswith(("新增", "净增")):
        more = _NEWLY.match(noun)
        if more is not None and not read_right(mention.right, desk.grammar):
            if _A_DAY.fullmatch(more["thing"]) and _goes_on(desk, mention):
                return added(desk, mention, more["thing"] + more["added"])  # 1.6万户，日均新增44户
            name = more["added"] + tidy(more["thing"])
            draft = amount_named(desk, mention, _kind_of(quantity, name, mention.left), name)
            return replace(draft, base=tidy(more["thing"]))  # 亿元楼新增6幢，达到88幢
    if noun in _ADDING and _goes_on(desk, mention):
        return added(desk, mention, noun)
    name = _name(desk, mention, reading, noun)
    name = mended_name(mention, name)
    start: Clause | None = None
    if name.startswith("占") and desk.memory.base and may_be_share(quantity):
        return _share(desk, mention, name)
    if (
        name.endswith("占比")
        and _BARE_SHARE.fullmatch(name)
        and (kin := _ECONOMY.match(desk.memory.base))
    ):
        name, start = kin.group() + name, desk.carried(mention.clause)
    name = _with_list_verb(desk, mention, name + class_of(desk, mention, name), noun)
    alike = _counted_alike(desk, mention)
    told = object_of(name, desk.memory.base if alike is None else alike.base)
    if told is None:
        told, start = _in_full(desk, mention, name, start)
    else:
        start = desk.carried(mention.clause) if alike is None else alike.clause
    if not told:
        return None
    if quantity.unit == "%" and _OF_WIDER.search(told):
        told += "比重"  # 进出口规模占全国4.54%
    return amount_named(desk, mention, _kind_of(quantity, told, mention.left), told, start)


def _of_place(desk: Desk, mention: Mention, noun: str) -> Draft | None:
    """Return an amount of a part of the area that a list names: 分县区看，西湖县52.3万人."""
    told = place_told(desk, mention, noun) or handed_out(desk, mention.clause, noun)
    if told is None or read_right(mention.right, desk.grammar):
        return None
    kind = _kind_of(mention.quantity, told[1], mention.left)
    return replace(amount_named(desk, mention, kind, told[1]), place=told[0])


_OF_WIDER = re.compile("(?<=..)(?<!市)占[^占，]{2,14}(?<![重例比率度])$")
_NEWLY = re.compile("(?P<thing>[^，]{2,12})(?P<added>新增|净增)$")
_A_DAY = re.compile("[日月年周]均")
_COUNTED = ("count", "area", "length")
_ADDING = ("新增", "净增", "新设", "新登记", "新注册")


def _goes_on(desk: Desk, mention: Mention) -> bool:
    """Return whether a bare 新增 counts what was told before: 市场主体达8.2万户，新增2.5万户."""
    named, last = desk.memory.clause, desk.drafts[-1] if desk.drafts else None
    near = named is not None and named.sentence == mention.clause.sentence
    same = last is not None and last.quantity.dimension == mention.quantity.dimension
    alone = not read_right(mention.right, desk.grammar)
    return near and same and alone and mention.quantity.dimension == "count"


def _in_full(
    desk: Desk, mention: Mention, name: str, start: Clause | None
) -> tuple[str, Clause | None]:
    """Return a name with what the sentence told before, and the clause where the quote begins."""
    meant = share_before(desk, mention)
    whole = completed(desk, mention, name) if meant is None else meant
    if mention.quantity.unit == "个百分点" and desk.drafts:
        beyond = _RATE_LEADS.sub("", whole)
        if BEYOND.match(beyond):  # 增长13.5%，高于农村居民收入增幅5.2个百分点
            whole = desk.drafts[-1].indicator + beyond
    if whole in ("同口径", "可比口径") and desk.memory.base:
        return f"{desk.memory.base}（{whole}）", desk.carried(mention.clause)
    if not whole:
        part = done_part(desk, mention)
        return (part, desk.carried(mention.clause)) if part else _inherited(desk, mention)
    if (product := loan_of(desk, mention, whole)) != "":
        whole = product + whole  # 12家银行推出“信易贷”，截至9月末贷款余额47.2亿元
    elif len(whole) == 2 and (trial := tried(desk, mention)):
        whole = trial + whole  # 启动职业伤害保障试点以来，参保已达144.7万人
    elif (industry := industry_of(desk, mention.clause, whole)) != "":
        whole = industry + whole
    elif BARE_MEASURE.fullmatch(whole):
        whole = owner(desk, mention.clause) + whole
    elif _GENERIC.fullmatch(whole):
        spent = spent_on(desk, mention, whole)
        here = spent if mention.quantity.end < mention.clause.end else ""
        for_what = here or _whole(desk, whole, mention.clause) or spent
        whole = for_what + whole
    elif (got := funds_beside(mention, whole)) is not None:
        whole = got
    return whole, start if whole == name else desk.carried(mention.clause)


_RATE_LEADS = re.compile("^(?:增速|增幅)")
_ASPECTS = re.compile("[0-9一二三四五六七八九十]+个?(?:方面|大类|类|领域)$")  # 督察5方面21项问题
_BATCH = re.compile(
    "^[^，]{0,4}?(?:新|首|又|第)[一二三四五六七八九十]?[轮批](?:次|的)?$"
)  # 新一轮20项工程
_GETS = re.compile("(?:获得|得到|领到|拿到|收到|领取|支付)(?:了|近|约)?$")
_PART_REACHED = re.compile(
    "(?:覆盖|带动|惠及|涉及|吸纳|生产|提供|解决|整合|流转|盘活)(?:了)?(?:全[村镇乡县区市])?$"
)
_AMONG = re.compile("[^其集]中$")
_BETWEEN = re.compile("之?间$|[周沿]边$|范围内$")
_TAKES = re.compile("流转|租用|盘活|改造|整合|利用|建设|新建|建成")
_GREW_FROM = re.compile("([^，]{2,12}?)[由从][^，0-9]{2,14}(?:发展|增加|增长|扩大|提高|提升)到$")
_AND = re.compile("[^，、]{2}(?:和|以及|(?<![惠涉普遍危])及)$")
_OVERALL = re.compile(
    "(?:^|设立|建设|实施|引进|打造|成立|启动|一[个座条])(总(?:盘子|库容|装机容量|规模|投资额?|面积|建筑面积|里程|长度?))$"
)


_WON_BY = re.compile("(?:的)?[\u4e00-\u9fff]{2,10}?(?=位居|位列|排名|名列|居|列)")
_BEFELL = re.compile("(?P<what>(?:受到|获得?|荣获|获评|被)[^，。；、0-9]{2,18})(?=$|[，。；、])")
_WITH = re.compile("^(?:其中)?[^，]{2,10}以$")


def _name(desk: Desk, mention: Mention, reading: Reading, noun: str) -> str:
    """Return the name that the phrases left and right of the figure give, "" for none."""
    after = read_right(mention.right, desk.grammar)
    if _WITH.search(noun) and (won := _WON_BY.match(mention.right)) is not None:
        return won.group()  # 恒盛纺织以86.5亿元营业收入位居第9位
    if mention.quantity.written == "次" and (what := _BEFELL.match(mention.right)) is not None:
        return what["what"]  # 累计5次受到国务院专项激励
    around = mention.left, after, mention.right
    told = served_by(*around) or size_of(*around)
    told = told or (need_met(*around) if mention.quantity.dimension == "count" else None)
    told = told or brought(mention.left, mention.right)
    if told is not None:
        return told
    part = mention.right.startswith("的") and may_be_share(mention.quantity)
    if part and after and _PART_REACHED.search(noun) is not None:
        return re.sub("全[村镇乡县区市]$", "", tidy(noun)) + after  # 特色产业覆盖97%的贫困户
    if mention.right.startswith("的") and noun:
        overall = _OVERALL.search(noun) if 2 <= len(after) <= 16 else None
        after = after + overall.group(1) if overall else ""
        noun = "" if after else noun  # 总规模50亿元的产业投资基金
    noun = "" if after and _AMONG.search(noun) else noun  # 27个行业大类中18个行业
    head = without_own(desk, noun)
    head = _ASPECTS.sub("", head) if after else head
    head = "" if after and _BATCH.search(head) else head
    if mention.right.startswith("的") and _GETS.search(mention.left):
        return read_right(mention.right, desk.grammar) or head  # 可获得1500元的土地流转费
    if mention.left.endswith("到") and (vague := _GREW_FROM.match(mention.left)) is not None:
        return tidy(desk.bare(vague.group(1)))  # 客房从最初的几间发展到14间
    if after and _AND.search(mention.left):
        head = ""  # 意味着老城和3个集镇需要搬迁
    if mention.quantity.dimension != "count":
        if after and spent_on(desk, mention, head):
            return head  # 投入2320万元改善业务用房
        return tidy(_measured(desk, head, reading, after))
    acquired = reading.acquired or desk.grammar.acquire.search(head) is not None
    done = doing_of(after, mention.right)
    name = count_name(head, reading, done, acquired)
    return name if name == done != after else tidy(name)


def _measured(desk: Desk, head: str, reading: Reading, after: str) -> str:
    """Return the name of a measured amount: 2500亩闲置土地, 首开区20万平方米标准厂房."""
    if after and reading.attributive and _BETWEEN.search(head) is not None:
        verb = _TAKES.match(head)
        return (verb.group() if verb is not None else "") + after  # 流转两基地间的500亩土地
    if not after or reading.attributive:
        return head or after
    if head.endswith(_GROUNDS) and _PUT_TO.match(after) is not None:
        return head  # 流转土地1800亩发展稻虾共作
    if reading.acquired or desk.grammar.acquire.search(head) or len(head) <= 1:
        return count_name(head, reading, after, acquired=True)
    return head if _MEASURE.search(head) else head + after


_GROUNDS = (
    "土地",
    "耕地",
    "荒地",
    "林地",
    "农田",
    "稻田",
    "荒山",
    "山地",
    "水面",
    "池塘",
    "撂荒地",
)
_PUT_TO = re.compile("发展|种植|养殖|栽[种植]|用于|打造|建设|经营|试种|建成|建起")
_REACHED_LANDS = re.compile("(?:产品)?(?:出口|远销|销往|覆盖)到?(?:国家|地区|省).*$")


def _share(desk: Desk, mention: Mention, name: str) -> Draft:
    """Return a share of what was told before: …经费支出36.8亿元，占地区生产总值的5.08%."""
    whole = re.sub(r"的?(?:比重|比例|比)?为?$", "", name)
    base, of = desk.memory.base, desk.memory.last
    reach = _REACHED_LANDS.search(base)  # 灯具产业产品出口到130个国家，占全国灯具出口额的四分之一
    base = base[: reach.start()] if reach is not None and reach.start() > 2 else base
    part = desk.drafts[of] if of is not None else None
    if whole in ("占", "占比") and part is not None and part.base == base and part.tied is not None:
        whole = f"占{desk.drafts[part.tied].base}"  # 预算收入21.7亿元，其中税收14.9亿元，占比68.7%
    named = base + ("占比" if whole in ("占", "占比") else f"{whole}比重")
    return amount_named(desk, mention, Kind.SHARE, named, desk.carried(mention.clause))


def _with_list_verb(desk: Desk, mention: Mention, name: str, noun: str) -> str:
    """Return `name` with the verb that its list shares: 新增市场主体2.5万户、民营企业5000余户."""
    memory, previous = desk.memory, mention.previous
    listed = previous is not None and mention.left.strip()[:1] in ("、", "和", "及", "与")
    if listed and name in TOTALS:
        return name  # 新增企业28家、总数达到216家
    counted = mention.quantity.dimension in ("count", "area", "length")
    bare = name == noun or (not noun and counted)
    if previous is not None and listed and name and bare and memory.verb:
        if desk.grammar.verbs.match(name):
            return name  # 签约项目28个、开工项目15个
        if previous.quantity.dimension == mention.quantity.dimension:
            return name if name.startswith(memory.verb) else memory.verb + name
        return name
    verb = _NEW.match(name)
    memory.verb = verb.group() if verb else ""
    return name


def _counted_alike(desk: Desk, mention: Mention) -> Draft | None:
    """Return the last figure of the sentence that is counted in this one's unit, where another
    unit stands between, else None: 改造小区30个，涉及居民3750户，已开工22个."""
    unit, counted = mention.quantity.unit, mention.quantity.dimension == "count"
    told = [d for d in desk.drafts[-4:] if d.clause.sentence == mention.clause.sentence]
    if not counted or not told or told[-1].quantity.unit == unit:
        return None
    return next((d for d in reversed(told) if d.quantity.unit == unit), None)


def _is_people_beside(desk: Desk, mention: Mention) -> bool:
    """Return whether bare 人 stand behind other things: 辖42个行政村，3.6万人."""
    last = desk.drafts[-1] if desk.drafts else None
    near = last is not None and last.clause.sentence == mention.clause.sentence
    counted = mention.quantity.written == "人" and not mention.left.strip("，、共有 ")
    return near and counted and last is not None and last.base.endswith("村")


def _inherited(desk: Desk, mention: Mention) -> tuple[str, Clause]:
    """Return the indicator told before: …年均增长6.9%，预计2021年突破700亿元."""
    base = desk.memory.base
    if not base or _is_far(desk, mention):
        return noun_before(desk, mention.clause)
    if _is_people_beside(desk, mention):
        return "人口", mention.clause
    if mention.left.strip().endswith("占"):
        return f"{base}占比", desk.carried(mention.clause)
    aside = mention.left.rstrip().endswith(("（", "("))
    if aside and mention.quantity.dimension == "money":  # 经费投入强度达5.09%（36.55亿元）
        base = re.sub(r"(?:(?<=投入)强度|强度|占比|比重|率)$", "", base)
    return base, desk.carried(mention.clause)


def _is_far(desk: Desk, mention: Mention) -> bool:
    """Return whether the last figure is of another sentence and of another kind of unit: a share,
    then 39座中已有31座."""
    named, last = desk.memory.clause, desk.drafts[-1] if desk.drafts else None
    if named is None or last is None or named.sentence == mention.clause.sentence:
        return False
    return last.quantity.dimension != mention.quantity.dimension


def _whole(desk: Desk, name: str, clause: Clause) -> str:
    """Return what a bare 投资 or 惠及居民 belongs to: 老旧小区改造152栋，累计投资3亿元."""
    named, whole = desk.memory.clause, desk.memory.whole
    if named is None or named.sentence != clause.sentence:
        return ""
    if whole.startswith("招商"):
        return "招商"
    if whole.endswith(("投资", "面积", "资金")):
        return ""  # 这个项目总投资6.3亿元，总建筑面积14.6万平方米
    fits = _WHOLE.search(whole) is not None or name.startswith("涉及") or whole.endswith("企业")
    return whole if fits and len(whole) <= 16 else ""


def _is_only_scope(desk: Desk, mention: Mention, noun: str) -> bool:
    """Return whether `noun` only says whose figure it is: 青木商会80余家企业."""
    if _THIS.fullmatch(noun):
        return True  # 这片35平方公里的土地
    if noun == firm_like(desk.context, mention.clause):
        return True
    firm = noun.endswith("公司") and noun in desk.context.firms
    if firm or noun in desk.context.area.entities:
        return True
    if len(noun) < 2 or not read_right(mention.right, desk.grammar):
        return False  # 拥有体育协会26个: they are counted
    since = max(0, mention.clause.start - 1000)
    if desk.context.text.find(f"{noun}村", since, mention.clause.start) >= 0:
        return True  # 李家湾80户村民, behind 李家湾村
    if len(noun) > 2 and _HAMLET.search(noun):
        return not desk.grammar.acquire.search(noun)  # 李家庄803户村民搬进新居
    return len(noun) > 4 and noun.endswith(("商会", "协会", "有限公司"))


_HAMLET = re.compile("(?<![乡农全国政困明心范民个])村$|庄$|社区$|(?<![集乡城村])镇$|园区$")


def _kind_of(quantity: Quantity, name: str, left: str) -> Kind:
    if quantity.dimension == "ratio":
        return Kind.RATIO
    if quantity.unit in ("个百分点", "个千分点"):
        return Kind.CHANGE  # 快于城镇居民2.3个百分点
    if may_be_share(quantity):
        if _RATE_OF_GROWTH.search(name):
            return Kind.GROWTH  # GDP年均增速预计将达到5%
        share = _TELLS_SHARE.search(name + left[-8:])
        return Kind.SHARE if share else Kind.LEVEL
    return Kind.COUNT if quantity.dimension == "count" else Kind.LEVEL


_TELLS_SHARE = re.compile("占|比重|占比|比例|份额")
_RATE_OF_GROWTH = re.compile("(?:增速|增幅|涨幅)$")
