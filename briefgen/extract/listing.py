"""Figures that stand in a list: what they share, and which of them only tell a size.

Input: the text and the quantities or drafts of a clause. Output: drafts renamed or hedged as their
list says. It reads no clause by itself: `figures` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.extract.drafts import Draft, Mention
from briefgen.extract.phrases import Grammar, read_right
from briefgen.extract.quantities import Quantity
from briefgen.fact import Kind
from briefgen.numerals import bounds_of

# 先后跨越2万亿元、3万亿元大关: nobody says when each was passed
STEPS = re.compile(
    r"(?:先后|相继|连续|接连|连|再)?(?:跨越|突破|迈上|跃上|站上|跨过|迈过)[^，。；、]{2,10}(?:、[^，。；、]{2,10})+"
    r"(?:大关|台阶|关口)"
)
_SIZED_SUM = re.compile(
    "(?:的)?(?:工业|产业|重大)?(?:项目|企业|工程)(?:完成|实现|计划|累计|总)*(?:投资|产值|营收|税收)额?(?:达到?)?"
)
_SIZED_NOUN = re.compile(
    "(?:的)?(?:[\u4e00-\u9fff]{0,4}?)(?:企业|产业集群|集群|楼宇?|县|镇|村|园区)"
)
_SIZED_SHARE = re.compile(
    r"的[^，、；]{0,8}?(?:占比|比重|比例|占[^，、；]{0,10})(?:达到?|为|超过)?"
)
_SIZED = re.compile(
    r"(?:的)?[^，、；的]{0,6}(?:项目|企业|工程|单位|村|镇|乡镇|农户|商户)(?:达到?|有|增至)?"
)

TAIL = re.compile(
    r"(?:增加值|产值|总产值|收入|面积|产量|投资|支出|销售额|零售额|人口|人均可支配收入|覆盖率|参保率|指数"
    r"|排放量|总里程|里程|出栏量?|存栏量?|余额|总额|(?:保险)?参保人数|税收|比重|就业率|合格率|达标率|入园率|床位数?)$"
)
_AGED = re.compile(r"岁(?:及?以[上下])?")
_OF_AN_AGE = re.compile(r"(?:及?以[上下]|以内)?(?:的?[\u4e00-\u9fff]|、(?=[0-9-]+岁))(?<![和与及])")
_SURVEYED = re.compile("人口(?:变动)?(?:情况)?抽样")

SECTORS = re.compile(
    r"(?:第?一(?:产业)?、第?二(?:产业)?[、和]第?三(?:次)?产业|三次产业|一二三产业)(?P<tail>.*?)(?:的?同比|的|年均|比上年)?$"
)
AND = re.compile("、|和(?![谐平美睦])|与(?!会)|以及|(?<![惠涉普遍危])及(?![率格时以])")
COMPARED_WITH = re.compile(
    r"(?:[比较]|(?P<how>[高低快慢])[于出]|领先)(?P<places>全[国省市州区县][^、和，]{0,4}[、和与]全[国省市州区县][^、和，]{0,4})$"
)


def as_hedged(text: str, draft: Draft, first: Draft) -> Draft:
    """Return the draft with the hedge that its list says once: 分别突破1500亿元、1200亿元."""
    quantity, told = draft.quantity, first.quantity
    between = text[told.end : quantity.start]
    shared = tuple(h for h in told.hedges if text.endswith(h, 0, told.numeral.start))
    if quantity.hedges or not shared or re.fullmatch("[、和与及]", between) is None:
        return draft
    low, high = bounds_of(quantity.numeral.value, shared)
    return replace(draft, quantity=replace(quantity, hedges=shared, low=low, high=high))


EARN_SO_MUCH = re.compile(
    "(?P<who>村集体|社区|乡镇|村社)(?:经济|经营性?)?收入(?:全部|均|都)?.{0,4}"
)
RATE_OF_THEM = re.compile(
    "(?P<who>[\u4e00-\u9fff（）]{2,8}?)(?:水质)?(?:[\u4e00-\u9fff]{2}率(?:均|已|稳定)?(?:连续[^，]{1,4}年)?"
    "(?:达到?|为|在|实现|保持在?)?"
    "|(?:审批|办理)?(?:时限|时间|收入|产值|税收|利润)(?:平均)?(?:压缩|压减|缩短|增长|下降|提高))$"
)
DONE_OF_THEM = re.compile(
    "(?P<who>[\u4e00-\u9fff]{2,12}?)(?:已|均|全部)*(?:整改|办结|解决|化解|销号|处置|办理|落实|完成)"
    "(?:完成|到位|销号)?(?:了|达)?$"
)
LED_BY = re.compile("以[^，。；0-9、]{2,16}为[^，。；0-9、]{2,4}、")
_SIZED_THINGS = re.compile("(?:的)?[\u4e00-\u9fff]{0,4}(?:项目|企业|工程)(?=[，。；]|$)")
_OVER_SUM = re.compile("(?:超过?|突破|过|达到?)$")
_SIZED_KIND = re.compile(
    "(?:的)?[^，、；0-9]{0,8}(?:企业|项目|集群|园区|公司|单位|镇|村)(?:达到?|[仅只已共]?有|[仅只]|增至|(?:增加|发展|增长)到|突破)?"
)


_EARNING = re.compile(
    "[0-9][万多余]*(?:户|人|个村)(?:[^，。；0-9]{0,8})收入(?:超过|超|过|达到?|突破)?$"
)
_OF_THOSE_LEFT = re.compile("的(?:仅|只|还|有|占|剩|村|农户|贫困户)")


def _says_who_earns(text: str, quantity: Quantity) -> bool:
    """Return whether a sum of money only tells which households are counted."""
    since = max(0, quantity.start - 24)
    earns = text.find("收入", since, quantity.start) >= 0
    if earns and _EARNING.search(text, since, quantity.start) is not None:
        return True
    below = text.endswith(("低于", "高于"), 0, quantity.start)
    return below and _OF_THOSE_LEFT.match(text, quantity.end) is not None


def _sizes_alone(text: str, quantity: Quantity) -> bool:
    """Return whether a sum only tells a size, whatever follows: 招引10亿元以上农业项目."""
    if _SIZED_THINGS.match(text, quantity.end) and quantity.hedges[-1:] == ("以上",):
        return True
    if _DIGIT.search(quantity.numeral.text):
        return False
    if text.endswith(("个", "座"), 0, quantity.start):
        return True  # 接连跨越两个万亿元台阶
    return _SIZED_NOUN.match(text, quantity.end) is not None  # 营业收入超千亿元企业从2家增加到4家


def is_size_class(text: str, quantity: Quantity, later: Quantity | None) -> bool:
    """Return whether the figure only tells which things are counted: 10亿元以上项目9个."""
    if text.startswith("级", quantity.end) and not text.startswith("以上", quantity.end + 1):
        return True
    if quantity.dimension != "money":
        return False
    if _sizes_alone(text, quantity):
        return True
    if later is None:
        return False
    between = text[quantity.end : later.start]
    if _SIZED_SHARE.fullmatch(between) is not None:
        return True  # 村集体经营性收入20万元以上的村占比达到70%
    if _SIZED_SUM.fullmatch(between) is not None:
        return True  # 10亿元以上项目完成投资46.5亿元
    if later.dimension != "count":
        return False
    if _OVER_SUM.search(text, max(0, quantity.start - 8), quantity.numeral.start) and (
        _SIZED_KIND.fullmatch(text[quantity.end : later.start]) is not None
    ):
        return True  # 年营收超50亿元的民营企业达到5家
    if not quantity.hedges or quantity.hedges[-1] not in ("以上", "以下"):
        return False
    return between in ("", "的") or _SIZED.fullmatch(between) is not None  # 50万元以上的6个


_DIGIT = re.compile("[0-9]")
_LIFE_GROWS = re.compile("(?:提高|提升|增加|上升|升|增|延长|增长)[到至]")
_PERSONS_AGE = re.compile("(?:今年|现年|时年|年仅|年近|年满|已经?)$")


# 比全省（7.7%）和全国平均水平（7.0%）分别高0.7、1.4个百分点: theirs
_THEIRS = re.compile("[比较与和、]全[国省市州区县](?:平均)?(?:水平)?[（(]$")
# 比2021年实收面积519.24万亩略减
# 分别居全省34个类区县第1位、第2位: among how many
_AMONG_THOSE = re.compile(
    "个(?:[^，。；、0-9]{0,8}[区县市州]|[^，。；、0-9]{1,3}[（(][^（()）]{1,6}[)）])第[0-9一二三四五六七八九十]"
)
_COUNTED_AMONG = frozenset("区县市类州地设")
_LITTLE = frozenset("略小稍有微指任")
_THAN_THIS = re.compile("(?:指标|任务)?(?:略|小幅|稍|有所|微)(?:增|减|升|降|涨|跌)")


def _is_compared(text: str, quantity: Quantity) -> bool:
    """Return whether the figure is another place's or another year's, told to compare with."""
    before, after = text[quantity.start - 1 : quantity.start], text[quantity.end : quantity.end + 1]
    if before in ("（", "("):
        since = max(0, quantity.start - 12)
        return _THEIRS.search(text, since, quantity.start) is not None
    if text.startswith("全", quantity.numeral.start - 2) and after in _COUNTED_AMONG:
        return _AMONG_THOSE.match(text, quantity.end - 1) is not None
    return after in _LITTLE and _THAN_THIS.match(text, quantity.end) is not None


def is_attribute(text: str, quantity: Quantity) -> bool:
    """Return whether the figure only says who is meant or what is compared with: 60岁及以上人口,
    张明今年35岁, 比全省（7.7%）高."""
    if _is_compared(text, quantity):
        return True
    if quantity.dimension == "money" and _says_who_earns(text, quantity):
        return True  # 4000户收入过万元，低于4160元的仅剩下1700户
    if text.endswith("年产", 0, quantity.start) and _YEARLY.match(text, quantity.end) is not None:
        return True  # 年产8000吨辣酱生产线等深加工项目2个
    if quantity.unit == "层" and _STOREYS.match(text, quantity.end) is not None:
        return True  # 11层住宅楼10栋, 自家的三层小楼
    if quantity.unit == "岁":
        aged = _PERSONS_AGE.search(text, max(0, quantity.start - 3), quantity.start)
        if _LIFE_GROWS.match(text, quantity.end) is not None:
            return False  # 人均预期寿命从79.1岁提高到80.6岁
        return aged is not None or _OF_AN_AGE.match(text, quantity.end) is not None
    return quantity.unit == "‰" and _SURVEYED.match(text, quantity.end) is not None


_YEARLY = re.compile("[^，。；0-9]{2,30}(?:项目|工程|生产线|装置)\\s?[0-9]+\\s?[个条套]")
_STOREYS = re.compile("[\u4e00-\u9fff]{0,6}[楼房](?=[0-9])|(?:小|洋|小洋|木|砖|自建|老)[楼房]")
_PER_HEADS = re.compile("每(?:百|千|万|十万|百万)人口?拥有")  # 每万人拥有私营企业和个体工商户


_SECTOR_ALONE = re.compile("第?[一二]")
_SECTOR_LAST = re.compile("第?[二三]产业")


def members(head: str, between: re.Pattern[str] = AND) -> list[str]:
    """Return the nouns of a list with the measure that the last one says for all.

    化学需氧量、氨氮排放量; 城镇和农村居民收入; 0-17岁、18-59岁、60岁及以上户籍人口.
    """
    nouns = [n for n in between.split(head) if n]
    if len(nouns) < 2:
        return nouns
    last = nouns[-1]
    if (sector := _SECTOR_LAST.match(last)) is not None:  # 第二、第三产业占生产总值的比重
        return [n + last[sector.end() - 2 :] if _SECTOR_ALONE.fullmatch(n) else n for n in nouns]
    if (head_of := _PER_HEADS.match(nouns[0])) is not None:
        nouns[1:] = [n if _PER_HEADS.match(n) else head_of.group() + n for n in nouns[1:]]
        return nouns
    if _AGED.search(nouns[0]) and (aged := _AGED.search(last)):
        return [n if n is last else n + last[aged.end() :] for n in nouns]
    if nouns[0] in _HALVES and last[:2] in _HALVES:
        return [n + last[2:] if n in _HALVES else n for n in nouns]
    if last in ("收入", "总收入", "综合收入") and (tour := _TOUR.match(nouns[0])) is not None:
        nouns[-1] = tour.group() + last  # 旅游接待人数和收入
    if (thing := _DONE_THING.match(last)) is not None:
        return [n + thing["thing"] if _DONE_ALONE.fullmatch(n) else n for n in nouns]
    tail = TAIL.search(last)
    end = tail.group() if tail else ""
    if (kinds := _KINDS.match(last)) is not None and end:
        nouns[-1] = kinds.group("own")  # 荔枝、脐橙、石斛三大特色产业面积
        end = "产业" + end if kinds.group("kind").startswith("产业") else end
    return [n if TAIL.search(n) or _MEASURE.search(n) else _with_end(n, end) for n in nouns]


def _with_end(noun: str, end: str) -> str:
    """Return the noun with the list's measure: 工伤, 失业保险 with 保险参保人数."""
    return noun + (end.removeprefix("保险") if noun.endswith("保险") else end)


_DONE = "(?:新?(?:开工|竣工|签约|引进|投产|落地|认定|培育|增)|续建|在建|完工|新建|改建|扩建)"
_DONE_ALONE = re.compile(_DONE)
_DONE_THING = re.compile(_DONE + "(?P<thing>[^，]{4,})")  # 新开工、新竣工亿元以上工业项目
_TOUR = re.compile("[^，]{0,6}?旅游")
_KINDS = re.compile("(?P<own>.{2,}?)(?:等)?[两二三四五六七八九十0-9]+(?:大|个|类)(?P<kind>.+)$")
_MEASURE = re.compile("(?:[总产]值|GDP|额|率|人数|人次|数量|(?:接待|入境|过夜)游客)$")
_HALVES = ("城镇", "农村", "城市", "乡村")


_PAIR = re.compile(
    r"(?P<first>[^（）()，、]{2,8})[（(](?P<second>[^（）()，、]{2,8})[）)](?P<noun>.{2,})"
)


def paired_names(head: str, between: str) -> list[str]:
    """Return the names of 国家级（省级）技术中心12（56）个, none where the brackets say no pair."""
    match = _PAIR.fullmatch(head) if between in ("（", "(") else None
    return (
        [] if match is None else [match["first"] + match["noun"], match["second"] + match["noun"]]
    )


TURNS = re.compile("，(?:进一步)?(?:优化|调整|演变|转变|变化|变|改善)[^，。；0-9]{0,6}[为到至]")


_OF_THOSE = re.compile(r"的[^，、；]{2,16}?(?:达到?|超过|突破|实现|为|在)")


def is_part_of_those(text: str, quantity: Quantity, later: Quantity | None) -> bool:
    """Return whether the figure tells of how many the next holds: 三分之二的村收入10万元以上."""
    if later is None or quantity.dimension != "rate" or later.dimension in ("rate", "rank"):
        return False
    bound = bool(later.hedges) and later.hedges[-1] in ("以上", "以下", "以内")
    return bound and _OF_THOSE.fullmatch(text[quantity.end : later.start]) is not None


def packed_until(text: str, here: Sequence[Quantity]) -> int | None:
    """Return the index of the last figure that stands side by side with the first.

    They share the noun behind: 195户500人搬迁协议. None where the first stands alone.
    """
    last = 0
    for first, second in pairwise(here):
        if text[first.end : second.start].strip() not in ("", "共"):
            break
        last += 1
    return last or None


_SIZE = re.compile(
    "(?:全长|总长|总长度|总面积|总建筑面积|建筑面积|占地|占地面积|总投资)(?:约|近|超|达)?"
)
_SIZED_THING = re.compile("的(?P<thing>[^，。；、0-9的和及与]{2,16})")


def sized_thing(text: str, quantity: Quantity, later: Quantity) -> str | None:
    """Return the thing that is counted and measured at once: 3条全长60公里的景观大道, or None."""
    if quantity.dimension != "count" or later.dimension == "count":
        return None
    if _SIZE.fullmatch(text, quantity.end, later.start) is None:
        return None
    thing = _SIZED_THING.match(text, later.end)
    return None if thing is None else thing["thing"]


_AGAINST_PLACE = re.compile(
    "较(?:全[国省市州区县](?:平均)?(?:水平)?(?P<how>[高低快慢])?"
    "|(?P<time>上半年|前?[一二三]季度|[上去]年|[0-9]{4}年|1?[0-9]月份?))$"
)
_RATE_END = re.compile("(?:同比|年均)?(?:增速|增幅)$")


def renamed(draft: Draft, noun: str, before: Draft | None) -> Draft:
    """Return the draft as a figure of `noun`; a ranking keeps the area that its list says once."""
    name = draft.indicator
    listed = before is not None and before.kind is draft.kind is Kind.RANK
    if before is not None and listed and before.indicator.startswith(before.base):
        return replace(draft, indicator=noun + before.indicator[len(before.base) :], base=noun)
    than = _AGAINST_PLACE.search(noun) if draft.kind is Kind.CHANGE else None
    if than is not None:
        verb = draft.verb if than["time"] else draft.verb[:1] or "高"
        base = _RATE_END.sub("", noun[: than.start()])
        if than["how"]:
            draft, verb = replace(draft, verb=than["how"]), ""
        return replace(draft, indicator=noun + verb, base=base, tie=None, tied=None)
    suffix = name[len(draft.base) :] if name.startswith(draft.base) else ""
    suffix = "" if _RATE_END.search(noun) and suffix.endswith("增速") else suffix
    if noun.endswith("比重") and draft.quantity.unit == "%" and draft.kind is Kind.LEVEL:
        draft = replace(draft, kind=Kind.SHARE)
    if _RATE_END.search(noun) and draft.quantity.unit == "%" and draft.kind is Kind.LEVEL:
        draft = replace(draft, kind=Kind.GROWTH)
    return replace(draft, indicator=noun + suffix, base=noun, tie=None, tied=None)


_PLACE_BESIDE = re.compile(r"[、，和与]\s*(?P<place>全[国省市州区县](?:平均)?(?:水平)?)")
_PLACE = re.compile("全[国省市州区县](?:平均)?(?:水平)?$")


def place_beside(mention: Mention, previous: Draft) -> Draft | None:
    """Return the second of two differences: 高于全国1.1个、全市0.4个百分点."""
    beside = _PLACE_BESIDE.fullmatch(mention.left)
    named = _PLACE.search(previous.indicator)
    if beside is None or named is None or previous.kind is not Kind.CHANGE:
        return None
    if mention.quantity.unit != "个百分点":
        return None
    name = previous.indicator[: named.start()] + beside["place"]
    return replace(previous, quantity=mention.quantity, indicator=name)


def used_behind(draft: Draft | None, right: str, grammar: Grammar) -> int:
    """Return how many characters behind the figure its name took: 25个国家、210个城市."""
    after = "" if draft is None else read_right(right, grammar)
    if draft is None or not after or after not in right or after not in draft.indicator[-20:]:
        return 0
    end = right.find(after) + len(after)
    return end if right[end : end + 1] in ("", "、", "和", "及", "与") else 0
