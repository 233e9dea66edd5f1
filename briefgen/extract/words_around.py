"""Amounts that the words around them name alone: 100%达标, 80万人民, 是2010年的1.9倍.

Input: a `Mention` and the noun before it. Output: a `Draft`, or None where the phrases left and
right must be read, as `amounts` does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.extract.amount_drafts import amount_named
from briefgen.extract.changes import base_or_carried
from briefgen.extract.completing import TOTALS
from briefgen.extract.doings import doing_of
from briefgen.extract.drafts import Desk, Draft, Mention
from briefgen.extract.naming import tidy
from briefgen.extract.phrases import read_left, read_right
from briefgen.extract.unit_words import PEOPLE
from briefgen.fact import Kind
from briefgen.numerals import Form

_CROWD = frozenset(("人民", "群众", "儿女", "百姓", "父老乡亲", "市民", "人口"))
_AGAINST = re.compile(
    r"^[，、]?(?:为|是|占|相当于|完成)(?:([^，、占]{2,14}?)的|(全?年度?(?:计划|目标)(?:任务)?))(?:约|近|超过)?$"
)
_MORE_THAN = re.compile(
    "[，、]?(?:为|是|相当于)(?!.*(?:计划|任务|目标|预算|指标))"
)  # 为正常保有量的104%
# 在建项目486个，完成投资占全部投资的62.3%
_ITS_SHARE = re.compile("[，、]?(?P<what>完成投资占[^，、]{2,12}?)的")
# 人均GDP仅为全市平均水平的72%
_LIKE_MEAN = re.compile(
    "(?P<what>[^，]{2,20}?)(?:仅|只|约|已|还|大约)*(?:为|是|有|相当于|达到?)"
    "(?P<than>全[国省市州区县]?(?:平均(?:水平|数|值)?|水平)|[^，、的]{0,4}平均(?:水平|数|值)?)的(?:约|近|不到|不足)?"
)
# 人均地区生产总值只有全省的58%
_LIKE_WIDER = re.compile(
    "(?P<what>[^，]{0,12}(?:[人户亩地]均|平均)[^，]{2,12}?|[^，]{2,12}?[率度])"
    "(?:仅|只|约|已|还|大约)*(?:为|是|有|相当于|达到?)(?P<than>全[国省市州])的(?:约|近|不到|不足)?"
)
_PART_OF_WIDER = re.compile(
    "(?P<what>[^，]{2,16}?)(?:仅|只|约)?(?:为|是)(?P<than>全[国省市州])的"
)  # 茶叶产量为全省的58%
# 煤炭产量超过全国总量的四分之一
_THEY = re.compile(
    "(?:全部|全面|均|都|已|如期|顺利|精准|稳定|成功)*(?P<did>(?:没有|尚未|未)?(?:迁入|搬入|搬进|搬出|住进|入住|受益|参与|参加|脱贫|返乡|享受|报名|通过|摘帽)"
    "[^，。；、0-9”]{0,6})(?=[，。；、”]|$)"
)
_TO_AIM = re.compile("完成了?((?:计划|年度|全年|预期)?(?:目标任务|目标|任务))$")
_OF_WHOLE = re.compile(
    "(?P<part>.{3,}?)(?:仅|只)?(?P<hedge>超过|接近|占)(?P<whole>全[国市省球世][^，的]{0,6})的$"
)
_MET = re.compile("达标|覆盖|合格|办结|完成")


def from_words_around(desk: Desk, mention: Mention, noun: str) -> Draft | None:
    """Return a figure that the words around it name alone: 100%达标, 80万人民, 占全市的62%."""
    quantity, right = mention.quantity, mention.right
    if quantity.dimension == "area" and _LAND.match(right) and not noun.strip("在这那该一片块座"):
        return amount_named(desk, mention, Kind.LEVEL, "面积")  # 这片35平方公里的土地上
    if quantity.unit == "倍" and (times := _times_as_much(desk, mention)) is not None:
        return times
    if quantity.dimension == "money" and (work := _costly(noun, right)):
        return amount_named(desk, mention, Kind.LEVEL, work)
    if quantity.written in _HEADS and (who := _who_are_they(desk, mention, noun)):
        return amount_named(desk, mention, Kind.COUNT, who + quantity.written + "数")
    aim = _TO_AIM.search(mention.left) if quantity.unit == "%" else None
    if aim is not None:
        return amount_named(desk, mention, Kind.LEVEL, aim.group(1) + "完成率")
    if quantity.unit == "%" and noun and (met := _MET.match(right)) is not None:
        return amount_named(desk, mention, Kind.LEVEL, f"{tidy(noun)}{met.group()}率")
    if quantity.unit == "人" and not quantity.written and (people := PEOPLE.match(right)):
        return _crowd(desk, mention, people, noun)
    rate = quantity.unit in ("%", "成") or quantity.numeral.form is Form.FRACTION
    told = _rate_from_words(desk, mention, noun) if rate else None
    return told or _capacity(desk, mention)


def _rate_from_words(desk: Desk, mention: Mention, noun: str) -> Draft | None:
    """Return a share that the words around it name: 占全市的62%, 仅为全市平均水平的72%."""
    quantity = mention.quantity
    owned = mention.left.endswith("的")
    if owned and (beyond := _OF_WHOLE.match(noun + "的")) is not None:
        hedges = (beyond["hedge"],) if beyond["hedge"] != "占" else ()
        told = replace(mention, quantity=replace(quantity, hedges=(*hedges, *quantity.hedges)))
        name = f"{tidy(beyond['part'])}占{beyond['whole']}比重"
        return amount_named(desk, told, Kind.SHARE, name)
    if quantity.unit == "%" and (said := _SAY_SO.match(mention.right)) is not None:
        return amount_named(desk, mention, Kind.SHARE, f"{said['who']}{said['what']}占比")
    if (listed := _covered_too(desk, mention)) is not None:
        return listed
    if (used := _used_for(desk, mention, noun)) is not None:
        return used
    sized = _SIZED_PART.search(mention.left) if desk.memory.base else None
    if sized is not None:
        named = f"{desk.memory.base}{sized.group(1)}占比"
        return amount_named(desk, mention, Kind.SHARE, named, desk.carried(mention.clause))
    like = _LIKE_MEAN.fullmatch(mention.left) or _LIKE_WIDER.fullmatch(mention.left)
    if like is not None:
        what = tidy(desk.bare(like["what"]))
        return amount_named(desk, mention, Kind.LEVEL, f"{what}相当于{like['than']}比例")
    if quantity.unit == "%" and (part := _PART_OF_WIDER.fullmatch(mention.left)) is not None:
        name = f"{tidy(desk.bare(part['what']))}占{part['than']}比重"
        return amount_named(desk, mention, Kind.SHARE, name)
    its = _ITS_SHARE.fullmatch(mention.left) if quantity.unit == "%" else None
    if its is not None and desk.memory.base:
        named = f"{desk.memory.base}{its['what']}比重"
        return amount_named(desk, mention, Kind.SHARE, named, desk.carried(mention.clause))
    against = _AGAINST.search(mention.left) if quantity.unit in ("%", "成") else None
    if against is not None and desk.memory.base:
        whole = against.group(1) or against.group(2)
        named = f"{desk.memory.base}占{whole}比重"
        if quantity.numeral.values[0] > 100 and _MORE_THAN.match(against.group()):
            named = f"{desk.memory.base}相当于{whole}比例"
        return amount_named(desk, mention, Kind.SHARE, named, desk.carried(mention.clause))
    return None


# 43%的企业反映订单减少
_SAY_SO = re.compile(
    "的(?P<who>[\u4e00-\u9fff]{2,6}?)"
    "(?P<what>(?:反映|认为|表示|希望|选择|看好|感到|计划)[^，。；0-9]{2,16})"
)
_HEADS = ("户", "人")
_EARN = re.compile(
    "(?:年|人均)?(?:纯|可支配)?收入(?:超过?|过|低于|高于|达到?)[0-9.]*[万千]*元(?:以上)?(?=$|[，。；])"
)
_EARN_LESS = re.compile(
    "(?P<what>(?:收入)?(?:低于|高于|超过|不足)[0-9.]+万?元)的?(?:仅|只|还)*(?:剩下?|有)$"
)


def _who_are_they(desk: Desk, mention: Mention, noun: str) -> str:
    """Return what those counted did or earn: 24.5万人迁入新居, 4000户收入过万元; "" for others."""
    text, quantity = desk.context.text, mention.quantity
    if (led := _led_on(desk, mention, noun)) != "":
        return led
    if noun in ("", "仍", "还", "尚") and (moved := _THEY.match(mention.right)) is not None:
        return moved["did"].replace("没有", "未")  # 仍有1.9万人没有脱贫
    if (behind := _EARN.match(text, quantity.end, mention.clause.end)) is not None:
        return behind.group()
    before = _EARN_LESS.search(text[mention.clause.start : quantity.start])
    if before is None:
        return ""
    return before["what"] if before["what"].startswith("收入") else "收入" + before["what"]


_LED_TO = re.compile(
    "(?:[、和及][0-9.]+[万千]?[余多]?[户人])?(?P<did>(?:稳定|持续)?(?:增收致富|增收|致富|就业|脱贫|务工|创业|受益))(?=$|[，。；、])"
)


def _led_on(desk: Desk, mention: Mention, noun: str) -> str:
    """Return what those counted are led to, else "": 带动7万户、26万人增收 is 带动增收 of both."""
    listed = mention.previous is not None and mention.left.strip() in ("、", "和", "及")
    before = mention.previous.indicator if mention.previous is not None and listed else noun
    if not noun.endswith("带动") and not (listed and before.startswith("带动")):
        return ""
    to = _LED_TO.match(desk.context.text, mention.quantity.end, mention.clause.end)
    return "" if to is None else "带动" + to["did"]


# 引进总投资20亿元的新型电池项目: the project's, whatever was done with it
_COSTS = re.compile(
    "(?:^|引进|引入|签约|落地|招引|新?开工|实施|落户|引来|加快|推进|推动|加快推进|加快建设|抓好|力促|确保)(?:落地|落户|了)?(?P<sum>计划总投资|总投资|投资)(?:额)?$"
)
_WORK_OF_COST = re.compile(
    "的?(?P<what>[^，。；、的0-9等]{4,24}?(?:项目|工程|小镇|园|基地|中心))"
    "(?=建设(?=[，。；]|$)|[，。；、]|$|[0-9]{1,2}月|已|均|正在|目前|被|投入使用|投用|投产|建成|开工|竣工|落地|落户|签约|启动|顺利|正式|如期)"
)


def _costly(noun: str, right: str) -> str:
    """Return the name of what the one project told behind it costs, "" for others."""
    work = _WORK_OF_COST.match(right)
    told = _COSTS.search(noun) if work is not None else None
    return work["what"] + told["sum"] if work is not None and told is not None else ""


_GOES_TO = re.compile(
    "(?:的)?(?P<what>[收利][\u4e00-\u9fff]{1,3})?归(?P<who>[^，。；、0-9属]{2,10})"
)


# 每年销售额的3%用于研发; 80%的增量来自高新技术产品
_USED_FOR = re.compile(
    "(?:的)?(?P<what>[^，。；、0-9的用来]{0,8}?)(?:主要|直接)?(?P<how>用于|来自|源自|投向|流向)(?:于)?(?P<who>[^，。；0-9]{2,20})"
)
# 将销售收入的8%以上投入研发
_PUT_INTO = re.compile("(?:将|把|拿出)(?P<what>[^，。；、0-9]{2,10})的(?:约|近|超过?)?$")
_INTO = re.compile(
    "(?:以上|左右)?(?:投入到?|用于|用作|搞|投向)(?P<who>[^，。；0-9]{2,10})(?=$|[，。；])"
)
_SAVES = re.compile("(?P<act>节省|节约|节支)(?:了|近|约)?$")  # 为企业节省40%的成本
_WHAT_SAVED = re.compile("的?(?P<what>[\u4e00-\u9fff]{2,8})(?=$|[，。；、”])")


def _used_for(desk: Desk, mention: Mention, noun: str) -> Draft | None:
    """Return the share that goes to or comes from something, or what is saved."""
    if mention.quantity.unit == "%" and (owns := _GOES_TO.match(mention.right)) is not None:
        what = tidy(owns["what"] or noun or _what_is_shared(desk, mention))
        return amount_named(desk, mention, Kind.SHARE, f"{what}归{owns['who']}占比")
    put, into = _PUT_INTO.search(mention.left), _INTO.match(mention.right)
    if put is not None and into is not None:
        name = f"{into['who']}投入占{put['what']}比重"
        return amount_named(desk, mention, Kind.SHARE, name.replace("投入投入", "投入"))
    if (to := _USED_FOR.match(mention.right)) is not None:
        what = re.sub("^(?:公司|企业|这些|这部分)?(?:每年)?(?=.{2})", "", tidy(to["what"] or noun))
        share = f"{what}{to['how']}{to['who']}占比"
        return amount_named(desk, mention, Kind.SHARE, share) if what else None
    saved, thing = _SAVES.search(mention.left), _WHAT_SAVED.match(mention.right)
    if not mention.quantity.unit or saved is None or thing is None:
        return None
    return amount_named(desk, mention, Kind.LEVEL, saved["act"] + thing["what"])


def _covered_too(desk: Desk, mention: Mention) -> Draft | None:
    """Return the second share of a list under the first's verb: 覆盖100%的村、97%的贫困户."""
    before, after = mention.previous, read_right(mention.right, desk.grammar)
    if before is None or mention.left.strip(" ") not in ("、", "和") or not after:
        return None
    if not mention.right.startswith("的") or before.quantity.unit != mention.quantity.unit:
        return None
    text = desk.context.text
    first = text[before.quantity.end : mention.quantity.start].strip("的、和 ")
    if len(first) < 2 or not before.indicator.endswith(first):
        return None
    name = before.indicator.removesuffix(first) + after
    return replace(before, quantity=mention.quantity, indicator=name, base=name)


def _what_is_shared(desk: Desk, mention: Mention) -> str:
    """Return 收益 of 收益60%归村集体，20%归农户."""
    base, named = desk.memory.base, desk.memory.clause
    near = named is not None and named.sentence == mention.clause.sentence
    return base.partition("归")[0] if near and "归" in base else ""


# 村集体经营性收入全部达5万元以上，高于10万元的占80%
_SIZED_PART = re.compile(
    "^((?:高于|低于|超过)?[0-9.]+[万亿]?元(?:以上|以下)?)的(?:占比?|占到)(?:达到?|为|超过)?$"
)
_LAND = re.compile("的(?:这片)?(?:土地|热土|沃土|大地|山水|版图)(?:上|里|中|间)?")
_AS_MUCH = re.compile("(?:是|为|相当于|达到?)(?P<than>[^，。；：是为的]{2,14}?)的(?:约|近|超过)?$")


def _times_as_much(desk: Desk, mention: Mention) -> Draft | None:
    """Return how often one amount holds another: 249.1亿元，是“十五”期末的1.9倍.

    分别是2011年的1.4倍和1.9倍: the second is compared with the same.
    """
    before = mention.previous
    listed = mention.left.strip() in ("、", "和", "与")
    if listed and before is not None and before.indicator.endswith("倍数"):
        named = replace(before, quantity=mention.quantity, clause=mention.clause)
        return replace(named, from_clause=mention.clause)
    than = _AS_MUCH.search(mention.left)
    if than is None:
        return None
    reading = read_left(mention.left[: than.start()], desk.grammar)
    noun = tidy(desk.bare(reading.noun))
    base, start = base_or_carried(desk, mention.clause, "" if noun in TOTALS else noun)
    if not base:
        return None
    base += noun if noun in TOTALS else ""  # 年均增长12%，总量是2010年的2.2倍
    named = amount_named(desk, mention, Kind.LEVEL, base, start)
    return replace(named, indicator=f"{base}相当于{than['than']}倍数")


def _crowd(desk: Desk, mention: Mention, who: re.Match[str], doing: str) -> Draft:
    """Return people counted without a unit; 80万清河人民 is a round figure of speech.

    7.3万农村人口 and 4.7万务工人员随迁子女 are some of them.
    """
    noun, kind = who["noun"], who["kind"]
    moved = doing if re.search("搬迁|安置|脱贫|转移|覆盖|惠及|服务", doing) else ""
    if moved or (kind and kind not in desk.own):
        clause, some = mention.clause, tidy(moved + without_own(desk, kind) + noun)
        return Draft(mention.quantity, clause, clause, Kind.COUNT, some, some)
    crowd = noun in _CROWD
    place = f"{desk.context.area.place}人口"
    place = noun if noun == "人口" else place
    name = place if crowd else doing_of(noun, mention.right) + "人数"
    clause = mention.clause
    return Draft(mention.quantity, clause, clause, Kind.COUNT, name, name, rhetorical=crowd)


def without_own(desk: Desk, noun: str) -> str:
    """Return `noun` without 全区 at its end: 清理核实全区20宗2500亩闲置土地."""
    if not noun.endswith(desk.own):
        return noun
    own = next(n for n in desk.own if noun.endswith(n))
    return noun if noun.endswith("占" + own) else noun.removesuffix(own)


_CAPACITIES = frozenset(("吨", "千瓦", "兆瓦", "千瓦时", "兆瓦时", "立方米"))
_OF_WORKS = re.compile(
    "的?(?P<thing>[\u4e00-\u9fff、]{2,14}?)(?:等[\u4e00-\u9fff]{0,6}?)?(?P<works>项目|工程|生产线|基地|电站|装置|[处理水热电]{1,2}厂)"
)
_EACH_YEAR = re.compile("(?P<each>[年日](?:处理|产))(?:约|近|超)?$")
_IS_BUILT = re.compile(
    "(?:建设|新建|开工|建成|投产|实施|推进|引进|签约|投资|竣工|扩建|落户|的|、|，|^)$"
)


def _capacity(desk: Desk, mention: Mention) -> Draft | None:
    """Return what works are built for, told within their name: 建设年产10万吨锂电材料等项目.

    Nothing is made by it yet: 锂电材料项目年产能. No later figure is of it.
    """
    if mention.quantity.unit not in _CAPACITIES:
        return None
    works = _OF_WORKS.match(mention.right)
    if works is None or desk.grammar.predicate.search(works["thing"], 1) is not None:
        return None
    each = _EACH_YEAR.search(mention.left)
    if each is None and _IS_BUILT.search(mention.left) is None:
        return None
    how = "规模" if each is None else each["each"] + ("能力" if "处理" in each["each"] else "能")
    name = works["thing"] + works["works"]
    return replace(amount_named(desk, mention, Kind.LEVEL, name + how), base="")
