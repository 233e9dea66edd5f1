"""Bodies that prose names once and then means: 该村, 镇党委, 公司, 这里, or nothing at all.

Input: a `Context` and a place in its text. Output: the name told before, as a `Scope`. It reads no
predicates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefgen.extract.context import Context
from briefgen.extract.statement_lexicon import load_verbs
from briefgen.extract.statement_names import Scope, within, without_area
from briefgen.fact import Level

_BACK = 600  # characters in which the name is looked for
_PLACES = ("街道", "社区", "小区", "居民区", "镇", "乡", "村")
_NO_PLACE = {  # where the ends of places' names end none
    "镇": "(?!级)",
    "乡": "(?<!家乡)(?![村镇亲土愁])",
    "村": "(?<![农乡]村)(?![民庄级落居务委口务容镇])",
}
_PLACE_ENDS = {end: re.compile(end + _NO_PLACE.get(end, "")) for end in _PLACES}
# what stands before a place's name and is no part of it: 学员们深入…, 全国示范村…, 柳岸镇…
_BEFORE_NAME = re.compile(
    r"(?<![镇乡道])向(?!.$)|[的在到起于和与及是有对从由为被把将给抵访让了着过驻至经内里全各该本此每这那其们以老个]"
    r"|(?<=[\u4e00-\u9fff])(?:镇|乡|街道|县|区|市|省|州|旗|村)|(?:走|推|引|挺|改|促|迈|跟|先|搬|开)进|(?:进|深|走|步|驶|搬|迁|融|纳)入|示范|重点|典型|走近|今天|昨天|当天|走|来|首批|先进|帮助|协助|指导"
    r"|模范|部分|周边|联合|带领|组织|驻点|行政|自然|贫困|薄弱|特色|美丽|文明|山区|通盘|新型|兄弟|更新|改造|建设|服务|打造|整治|推进|深入|惠及|覆盖|涉及|发动|帮扶|成立"
)
# 全国生态村, 省级文明镇: a title, and no name
_TITLED_SO = re.compile("(?:全国|国家|全省|全市|省级|市级|十佳|最美|宜居)[\u4e00-\u9fff]{0,6}$")
_KIND_OF_PLACE = re.compile("..[强名重]$")  # 教育强镇
_CAUSES = frozenset("让使把将给")  # 让居民感受社区温暖
_LONGEST_STEM = 5
_LONGEST_BEFORE = 14  # characters before 村 that are looked at
_LONGEST_PLACE = _LONGEST_BEFORE + max(map(len, _PLACES))
_UNNAMED = re.compile(
    r"^农民|^家住|^住在|成功|撤[县市镇乡]|^农业龙头|[们了着过每]|[各全该本这那其](?!椒)|\d+[余多万]*(?:个|家|所|座|名|亩|次|户|条|岁|年|月|日|里|%)"
    r"|网格|[上下本历一]届|传递|营造|维护|凝聚|融入|守护|激活|参与|扎根|点亮|擦亮|丰富|满足|盘活|助力|赋能|谈到|说起|提起|提到|说到|聚焦|围绕|成立|提升|来到|着力|分别|领导|坚持|推动|推进"
    r"|深入|走进|通盘|涉及|带动|依托|覆盖|惠及|发动|辖区|部分|不少|众多|多个|周边|附近|一个|一家|首个|首家|预计|驻点|携手|联合|牵手|会同|邀请|来自"
    r"|(?:典型|示范|重点|自然|行政|贫困|合并|薄弱|老|新型|城市|智慧)(?:村|社区|镇|乡|学校|医院)$"
)
_FIRM_END = r"(?:有限责任公司|股份有限公司|有限公司|公司|集团(?!）)|合作社|厂(?![房区商家]))"
_FIRM_NAME = re.compile(rf"[\u4e00-\u9fffA-Za-z（）()]{{2,24}}?{_FIRM_END}")
_LEAD_OF_FIRM = re.compile(
    r"^.*(?:[的在到于与和为对由向了]|位于|走进|走访|参观|来到|引进|建成|成立|组建|创办|注册|领办|支持|帮助|服务|如今|近日|今年|去年)(?=.{4})"
)
_NO_FIRM = re.compile(
    r"^(?:各|全|这|走进|入驻|该|这家|本|一家|某|多家|两家|几家|龙头|上市|国有|子|分|总|母)"
)
_AND_FIRM = re.compile("[和与及](?:合作社|公司|企业|集团)$")  # 李某和合作社
_WORK_NAME = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z（）()·]{3,30}?"
    r"(?:产业园|示范园|科技园|园区|公园|基地|景区|广场|街区|片区|生态园|生态圈|创业园|水库|中心|湿地|(?:图书|博物|科技|文化|美术|规划|纪念|体育|展览)馆)"
)
_AT = re.compile(r"^(?:近日|目前|如今|记者)?(?:在|位于|走进|来到|步入|从|对于|作为|随着)")
_OF_PLACE = re.compile(
    r"(?P<end>镇|乡|村|街道|社区|小区)"
    r"(?:党委|党工委|党总支|党支部|政府|两委|“两委”|里|上|集体|委会|干部|居委会|内|业主|服务站|工作站"
    r"|(?=$|“|还|先后|通过|将|积极|也|在|依托|打造|创新|以|把|建立|开展|组建|推出|推行|成立|设立|引进))"
)
_WHOLE = re.compile("全(?P<end>镇|乡|村|街道|社区)")
# 党总支搭建平台: of the place whose branch was named before
_OF_BRANCH = re.compile(
    "(?P<branch>党总支|党支部|居委会|村委会|业委会)(?!书记|副|成员|主任|的|、|和|与)"
)
# 基地采取订单模式: the base named before
_OF_WORK = re.compile(
    r"(?P<what>基地|景区|学校|医院|文化馆|图书馆|博物馆|联盟)"
    r"(?=围绕|聚焦|通过|将|以|已|还|先后|积极|依托|打造|创新|建立|开展|组建|推出|推行|成立|设立|引进|采取|采用|坚持)"
)
_OF_FIRM = re.compile(
    r"(?:该|这家)?(?:公司|企业|集团|合作社)(?!家|主(?![动要营导打])|们|和|与|、|反映|在[^，]{1,8}存在)"
)
_THIS = re.compile(r"(?:该|这个|这座|这条|这一)(?P<what>[\u4e00-\u9fff]{1,6})")
# 该镇17个村, 该镇目前
_THIS_BODY = re.compile(
    r"该(?P<what>镇|乡|村|街道|社区|小区|公司|企业|集团|合作社)(?=\d|目前|现|还|将|党|积极|$)"
)
_OF_PARK = re.compile(r"(?:园区|产业园)(?!内?企业|、|和|与|主任|党)")
_PARK_NAME = re.compile(
    r"[\u4e00-\u9fffA-Za-z（）()·]{2,20}?(?:产业园|工业园区?|科技园|科创园|示范园|孵化园|园区|开发区|高新区|经开区)"
)
_HERE = re.compile(r"这里|此地|此处|这片|这座|这条")


def place_ending(words: str) -> str | None:
    """Return the village or town that `words` end with, None where that is no name.

    学员们深入云台村 gives 云台村; 全国民主法治示范村, 通盘全镇 and 涉及6个社区 give None.
    """
    return _place_at_end(words[-_LONGEST_PLACE:])


_SOME_YEAR = frozenset(("去年", "今年", "当年", "每年", "全年", "前年"))  # 去年村集体收入…


@lru_cache(maxsize=1024)  # a text names its places again and again
def _place_at_end(words: str) -> str | None:
    end = next((e for e in _PLACES if words.endswith(e)), None)
    if end is None or words.endswith(("农村", "乡村", "家乡", "城乡")):
        return None
    stem = words[: -len(end)][-_LONGEST_BEFORE:]
    stem = re.split(r"[^\u4e00-\u9fff]", stem)[-1]
    if _TITLED_SO.search(stem) or _KIND_OF_PLACE.search(stem):
        return None
    cut = max((m.end() for m in _BEFORE_NAME.finditer(stem)), default=0)
    if stem[max(0, cut - 1) : cut] in _CAUSES:
        return None
    stem = stem[cut:]
    named = 2 <= len(stem) <= _LONGEST_STEM and not (_is_act(stem) or stem in _SOME_YEAR)
    return stem + end if named else None


def _is_act(stem: str) -> bool:
    """Return whether `stem` begins with a verb: 增强社区归属感 names no quarter."""
    verbs = load_verbs()
    found = (p.match(stem) for p in (verbs.tail, verbs.anchor, verbs.adverb))
    return any(match is not None and match.end() > 1 for match in found)


def is_name(name: str) -> bool:
    """Return whether a body's name at the head of a clause is one: not 涉及6个社区, 通盘全镇."""
    if name.endswith(("镇", "乡", "村", "社区", "街道")):
        return place_ending(name) is not None and _UNNAMED.search(name) is None
    return _UNNAMED.search(name) is None


def told_before(context: Context, own: str, at: int) -> Scope | None:
    """Return the last name told before `at` that 该镇, 该产业园 or 这座公园 stands for, or None."""
    if _BARE_BODY.fullmatch(own) is not None:
        here = context.clause_at(at)
        since = at if here is None else context.paragraph_of(here).start
        return _last_named(context, own, at, since)  # 在青山林场，…。今年，林场完成…
    this = own[:1] in ("该", "这")
    match = (_THIS_BODY.match(own) or _THIS.fullmatch(own)) if this else None
    if match is None or context.area.place.endswith(match["what"]):
        return None
    if match["what"] in _PLACES:
        return last_place(context, match["what"], at)
    if match["what"] in {"公司", "企业", "集团", "合作社"}:
        return last_firm(context, at)
    if match["what"] == "街":  # of a street office or of one that is named 东大街
        return last_place(context, "街道", at) or _last_named(context, "大街", at)
    return _last_named(context, match["what"], at)


_BARE_BODY = re.compile(
    "林场|农场|茶场|牧场|水库|博物馆|图书馆|科技馆|动物园|植物园|景区|湿地公园|合作社"
)


def _last_named(context: Context, end: str, at: int, since: int = 0) -> Scope | None:
    """Return the last name told before `at`, from `since` on, that ends in `end`, or None."""
    told = context.text[max(since, at - _BACK) : at]
    named = rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,26}}?{end}"
    names = [_AT.sub("", m[0]) for m in re.finditer(named, told)]
    names = [name for name in names if not name.startswith(("该", "这"))]
    whole = without_area(within(names[-1], context.area), context.area) if names else ""
    return (whole, Level.ENTITY) if whole else None


def _last_branch(context: Context, branch: str, at: int) -> Scope | None:
    """Return the place whose `branch` (党总支, 居委会) was named last before `at`, or None."""
    told = context.text[max(0, at - _BACK) : at]
    for match in reversed(list(re.finditer(branch, told))):
        name = place_ending(told[: match.start()])
        if name is not None and without_area(name, context.area):
            return name, Level.ENTITY
    return None


# 居民说, 村民说: of the quarter or village named before
_WHOSE_PEOPLE = {"村民": ("村",), "居民": ("社区", "居民区", "小区"), "业主": ("小区",)}


def home_of(context: Context, speaker: str, at: int) -> Scope | None:
    """Return the village or quarter told before that 村民李某 or 居民李某 lives in, or None."""
    ends = _WHOSE_PEOPLE.get(speaker[:2], ())
    homes = (last_place(context, end, at) for end in ends)
    return next((home for home in homes if home is not None), None)


def last_place(context: Context, end: str, at: int) -> Scope | None:
    """Return the last village (town, quarter) named before `at`, by the `end` of its name."""
    told = context.text[max(0, at - _BACK) : at]
    for match in reversed(list(_PLACE_ENDS[end].finditer(told))):
        name = place_ending(told[: match.end()])
        if name is not None and without_area(name, context.area):
            return name, Level.ENTITY
    return None


def last_firm(context: Context, at: int) -> Scope | None:
    """Return the last firm named before `at` in the same article, or None."""
    told = context.text[max(0, at - _BACK) : at]
    for name in reversed(list(_firms(told))):
        return within(name, context.area), Level.ENTITY
    return None


def _firms(told: str) -> Iterator[str]:
    for match in _FIRM_NAME.finditer(told):
        name = _LEAD_OF_FIRM.sub("", match[0])
        if len(name) > 4 and not _NO_FIRM.match(name) and not _AND_FIRM.search(name):
            yield name


def meant_by(context: Context, words: str, at: int) -> Scope | None:
    """Return the body told before that the first of `words` means: 镇党委, 公司, 这里; or None."""
    if words[:1] not in MEANING:
        return None
    place = _OF_PLACE.match(words) or _WHOLE.match(words)
    if place is not None and not context.area.place.endswith(place["end"]):
        return last_place(context, place["end"], at)
    branch = _OF_BRANCH.match(words)
    if branch is not None:
        return _last_branch(context, branch["branch"], at)
    if _OF_FIRM.match(words):
        return last_firm(context, at)
    if (work := _OF_WORK.match(words)) is not None:
        return _last_named(context, work["what"], at)
    if _OF_PARK.match(words) and not context.area.place.endswith("园区"):
        return last_park(context, at)
    return last_work(context, at) if _HERE.match(words) else None


# with which the words begin that mean a body: a quick look, most clauses begin otherwise
MEANING = frozenset("镇乡村街社小全党居业基景学医文图博联该这公企集合园产此")


def last_park(context: Context, at: int) -> Scope | None:
    """Return the last park named before `at`, or None: 园区 alone, 各园区 and 该园区 name none."""
    told = context.text[max(0, at - _BACK) : at]
    for match in reversed(list(_PARK_NAME.finditer(told))):
        name = _LEAD_OF_FIRM.sub("", _AT.sub("", match[0]))
        name = within(_of_area(name, context), context.area)
        if len(name) > 4 and not _NO_FIRM.match(name):
            return name, Level.ENTITY
    return None


def last_work(context: Context, at: int) -> Scope | None:
    """Return the last park, base or hall named in the sentence before `at`, or None."""
    first = context.text.rfind("\n", 0, at) + 1
    told = context.text[max(first, at - 200) : at]
    names = [_AT.sub("", m[0]) for m in _WORK_NAME.finditer(told)]
    names = [_of_area(name, context) for name in names]
    return (names[-1], Level.ENTITY) if names else None


def _of_area(name: str, context: Context) -> str:
    """Return `name` from behind the area's full name: 江州市清河区云台产业园 is 云台产业园."""
    here = name.rpartition(context.area.place)[2]
    return here if len(here) > 3 else name
