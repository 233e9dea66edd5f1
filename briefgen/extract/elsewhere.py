"""Places that are not the area's: the country, the province or the city above it, a neighbour, a
county that it helps. What is told of them is never the area's.

Input: a `Context` and a clause. Output: the place that the clause tells of, or None. It names no
body within the area: `scope` does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.document import Area
from briefgen.extract.body_names import is_name, subject_start
from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context, once_each
from briefgen.extract.drafts import Draft
from briefgen.extract.persons import PERSON, is_person
from briefgen.extract.short_bodies import Scope
from briefgen.fact import ELSEWHERE, Level

_OWN = ""  # the clause speaks of the area itself
_PROVINCE = (
    "北京|天津|上海|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南"
    "|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾"
)
_CITY = (
    "石家庄|太原|沈阳|大连|长春|哈尔滨|南京|苏州|杭州|宁波|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙"
    "|广州|深圳|佛山|东莞|南宁|海口|成都|贵阳|昆明|拉萨|西安|兰州|西宁|银川|乌鲁木齐"
)
_ABROAD = (
    "全球|发达国家|美国|日本|德国|英国|法国|韩国|越南|印度|俄罗斯|欧盟|欧洲|泰国|新加坡|加拿大|澳大利亚|巴西"
    "|省城|省会|(?:长江|黄河|珠江|淮河)(?:全?流域|干流)|世界(?=平均|人均|范围|上)|中国(?=占|的|人均|平均|每年|目前|全年|[0-9])|国内(?=市场规模|平均|同行业)"
)
# what levels are above an area, by the end of its name
_LEVELS = {"省": "", "市": "省", "州": "省", "盟": "省"}
_BELOW = "省市州盟"
# no place, or one of many: 高新区, 城市, 百强县
_NO_NAME = re.compile(
    "(?:[发新园景社小城片库山地灾牧林矿校院厂港税范验作能心护游假住活业聚集产植殖辖街专战军特政困老郊市县"
    "禁限置中共公务展赛营行湾闲乐源两各]区|[城上超夜门楼股入集本我各地县省都花早房面应菜汇债两新成个跨]市"
    "|[困强点范百十大小个州郊市各两跨区]县|[级点贸]市|(?:自贸|综保|物流|仓储|教学|高教|科教|缓冲|引领|样板|先导|领航|试点"
    "|承接|联动|带动|共享|禁养|限养|风貌|文化|生态|居民|起步|首开|启动|沿[江海河湖线]|滨[江海河湖]|沉陷|[滞行蓄分]洪|温泉"
    "|高开|空港|临[空港]|自治|[农工商牧林]业|农村|商[圈贸]|医[疗养]|康养|文旅|旅居|研[发学]|办公|会展|博览|双创|创客|金融|总部"
    "|集中|飞地|安置|棚户|老旧|低洼|风险|受灾|重灾|污染|水源|涵养|石漠)区)$"
)
_LEAD = re.compile("^.*[在从到对为和与向往及是将]")
# 组建县融资担保公司, 投入县财政资金: what a verb does, no county's name
_DEED = re.compile(
    "(?:推行|试行|实行|探索|健全|完善|理顺|压实|投入|争取|组建|新建|完成|实现|推动|支持|帮助|协助|服务|配合|开展|举办|承办|获得|荣获|入选|通过|创建|成立|设立|建立|统筹"
    "|整合|安排|下达|下?拨|改造|扩建|撤销|调整|优化|提[升高]|增加|减少|新增|引进|落实|加强|深化|推进|全面|积极|大力|共同|联合"
    "|组织|协调|指导|督促|打造|培育|建设|发展|加快|启动|实施|制定|出台|印发|发布|召开|参加|出席|当选|[兼原时现历]任|先后|累计"
    "|[总合共]计|包括|涉及|覆盖|惠及|辐射|带动|促进|保障|确保|力争|强化|坚持|深入|持续|不断|向上|对上|及时|[国省市区]级)$"
)
_FUNCTION = re.compile(
    "[全我本各该其这那每两几多年月日中和与及等为在是有的从到对将被把让向由个于司业副一二三四五六七八九十总均]"
)
_NEAR = "(?:邻近|相邻|毗邻|隔壁|兄弟|上游|下游|对口(?:帮扶|支援|协作))的?"
_ITS_TEXT = re.compile(
    "(?:同样[是为][^，。；0-9]{2,12}?的|而|但|且|则|同期|其中|不过|相比之下|要知道|据?悉|[“（])*"
)
# what these and the patterns of a place set beside the area's own begin with: few clauses do
_LEADS = frozenset("而但且则同其不相要据悉“（")
_SETS_BESIDE = frozenset("约是相远高超多少低")
_BORDERS = frozenset("与和同对")
_WIDE = frozenset("全我")
# 全市实现“村村通公交” is what the city has come to; 全市首个 is not
_ACTS = re.compile(
    "(?:已|共|也|均|都|累计|全面|率先|成功|首次|陆续|正式)*"
    "(?:实现|建成|完成|启动|开工|开展|实施|推行|建立|出台|印发|召开|举行|举办|形成|新增|新建)"
)
_OF_VILLAGE = re.compile(
    "[^，。；全村]{0,4}(?:全[村镇乡]|村里|村上|村集体|该[村镇乡]|我们[村镇乡])"
)
_POINTS = frozenset("当那该")
# 全国文明城市, 全省首个, 浙江商会, 上海大学: no figures of the place
_OF_HONOUR = re.compile(
    "示范|文明|卫生|先进|优秀|强[县镇区市村企]|[0-9百十]强|十佳|百佳|劳|模范|重点|保护|试点|名[村镇城优]|特色|知名|级(?!市)|称号|[“《]|第|首|前"
    "|最|唯一|排名|排位|位居|居|各|冠军|标杆|典型|样板|领先|奖|乡村旅游|榜|驰名|著名|代表|委员|双拥|品牌|地理|性|份额|市场占"
    "|统一|一体|两会|仅有|少有|率先|同类|范围|青少年|青年|劳动|爱国|职业|技能|运动|锦标|大赛|比赛|竞赛|论坛|博览|会议|现场会"
)
_NO_SUBJECT = re.compile(
    "商|籍|客|[^，]{0,4}(?:大学|学院|银行|医院|游客|专家|协会|学会|教授|院士|总部|专线|高速|方向|口岸|港口|市场(?!规模)|订单)"
    "|[值场级域容直属间块位别划]|民(?!营|政)|内(?!资)|外(?!资|贸)|城(?!镇|乡)"
    "|[市省县区]?[委政]|人大|法院|检察|局|路|大道|街|等|三角|经济带|冬奥|世博|时间|投资者|人[，民员口]?$|[到至往]"
)
# 浙江一家企业来投资3亿元: here, and not there
_COMES = re.compile(
    "落户|来|(?:^|的|企业|公司|集团|客商|老板)投资$|入驻|签约|捐|赴|前往|援|帮扶|协作(?!资金)|联合|合作"
)
_FIRMS_COME = re.compile("(?:企业|公司|集团|项目|机构|院所|高校)[^，]{0,4}(?:落户|入驻|签约|落地)")
_AND_MORE = re.compile(
    f"(?:、(?:{_PROVINCE}|{_CITY}|{_ABROAD})[省市]?)+(?:[两三四五六七八九十几]省)?"
)
# 放眼全国，…; 从全省看，…
_LOOKS_AT = re.compile("(?:放眼|纵观|环顾|从|就)(?P<who>[全我][国省市州])(?:范围)?[来而]?[看言]?")
_THERE = re.compile("当地|那里|那儿|该[县区市省州]")
_WITH_HELP = re.compile("在[^，。；]*下")  # 在清河区的帮助下，…
_AMONG = re.compile(
    "[0-9]+[^，。；0-9]{1,12}中[^，。；]{0,6}[第排居列名]"
)  # 在全市10个开发区中排名第一
_RANKED = re.compile("排名|排位|位居|位列|名列|第[0-9一二三四五六七八九十]")
_WHO = re.compile("[\u4e00-\u9fff]{2,12}?(?=去年|今年|上年|上半年|一年|年|接待|有|的|拥有|实现|达)")
_FIGURE = re.compile("[0-9.]+(?![0-9.年月日届号旬时])")
_ALONE = 4  # characters that a name in a clause of its own may have behind a province's
_REACH = 400  # characters back to the place that 当地 means


def elsewhere(context: Context, clause: Clause) -> str | None:
    """Return the place outside the area that `clause` tells of, or None."""
    return _told(context, context.sentences[clause.sentence]).get(clause.index)


def or_elsewhere(context: Context, clause: Clause, whose: Scope) -> Scope:
    """Return `whose`, or the place outside or the person that `clause` tells of.

    A body that only flows into the clause gives way to a place that the clause names.
    """
    outside = elsewhere(context, clause)
    if outside is None:
        return whose
    flows = whose[1] is Level.DISTRICT or whose[0] not in context.clause_text(clause)
    named = outside == PERSON or whose[1] is Level.DISTRICT or _named(context, clause)
    return (outside, Level.ENTITY) if flows and named else whose


def flag_of(context: Context, clause: Clause, scope: str, level: Level) -> tuple[str, ...]:
    """Return the flag of a fact that `elsewhere` gave its scope: no brief on the area tells it."""
    outside = level is Level.ENTITY and scope != PERSON and elsewhere(context, clause) == scope
    return (ELSEWHERE,) if outside else ()


def without_place(context: Context, draft: Draft) -> str:
    """Return what `draft` measures, without a place outside: 全国占比15%，清河区为20%."""
    bare = draft.base.removeprefix(elsewhere(context, draft.clause) or "-")
    return bare if len(bare) > 1 else draft.base


@once_each
def _told(context: Context, sentence: Sentence) -> dict[int, str]:
    """Return, by clause, the place that it names or that flows on: 全国茶园4900万亩，产量330万吨.

    It flows only from the first of a sentence's figures, up to the area's own name; that of the
    country, of the province or the city above not beyond a semicolon.
    """
    text = context.text
    found: dict[int, str] = {}
    told: str | None = None
    own = False  # whether a figure is the area's, as all are that name nobody behind it
    for clause in context.clauses_of(sentence.index):
        start, end = clause.start, clause.end
        named = _named(context, clause)
        if named == _OWN and told == PERSON and text[start] == "在":
            named = PERSON  # 26岁的裁缝揣着3000元，在清河老街租下12平方米
        if told == PERSON and _OF_VILLAGE.match(text, start, end) is not None:
            told = None  # 村民李国强说，去年全村接待游客12万人次
        if named:
            told = found[clause.index] = named
        elif own:
            continue
        elif named is None and told is not None and _RANKED.search(text, start, end) is None:
            found[clause.index] = told
        elif _FIGURE.search(text, start, end) is not None:
            own = True
        elif named == _OWN:
            told = None
        if own:
            told = None
    return found


@once_each
def _named(context: Context, clause: Clause) -> str | None:
    """Return the place outside that `clause` names as its subject, `_OWN` where the area's name
    stands in it, None where it names neither."""
    text, end = context.text, clause.end
    if text[end - 1] == "下" and _WITH_HELP.fullmatch(text, clause.start, end) is not None:
        return None
    number = _FIGURE.search(text, clause.start, end)
    upto = end if number is None else number.start()
    shapes = _shapes(context)
    opens = text[clause.start]
    if (
        number is not None
        and opens in _SETS_BESIDE
        and shapes.beside.match(text, clause.start, end)
    ):
        before = context.clauses[clause.index - 1] if clause.index else clause
        told = _named(context, before) if before.sentence == clause.sentence else None
        return told or _OWN  # 凤鸣山接待游客1100万人次，是清河的12倍
    if opens in _BORDERS and (beyond := shapes.beyond.match(text, clause.start, end)) is not None:
        return beyond["name"]
    if shapes.own.search(text, clause.start, upto) is not None:
        return _OWN
    first = subject_start(context, clause)
    if text[first : first + 1] in _LEADS:
        lead = _ITS_TEXT.match(text, first, end)
        first = first if lead is None else lead.end()
    begins = first > clause.start and text[first - 1] != "“"  # behind times and the like
    if is_person(text, clause.start, end) or (begins and is_person(text, first, end)):
        return PERSON
    opens = text[first : first + 1]
    if opens in _WIDE and (wide := shapes.wide.match(text, first, end)):
        alone = _ACTS.match(text, wide.end(), end) is not None
        counted = alone if number is None else _counts_wide(text, wide.end(), upto, end)
        return wide.group() if counted else None
    if number is None and (looks := _LOOKS_AT.fullmatch(text, first, end)) is not None:
        return looks["who"] if shapes.wide.match(looks["who"]) else None
    if number is not None and (beside := _set_beside(context, clause, first)) is not None:
        return beside
    if opens in _POINTS and _THERE.match(text, first, end) is not None:
        return _meant_there(context, first)
    if text.startswith(shapes.others, first):
        return _meant_there(context, first, "县")
    return _place_at(context, first, upto, end if number is not None else None)


def _counts_wide(text: str, start: int, upto: int, end: int) -> bool:
    """Return whether the figure at `upto` is of the whole country or city: 全省茶园310万亩."""
    honour = _OF_HONOUR.search(text, start, upto) or _AMONG.match(text, upto, end)
    return not honour and not text.startswith(("占", "中"), start)


def _set_beside(context: Context, clause: Clause, first: int) -> str | None:
    """Return who is set beside the area: 凤鸣山去年接待游客1100万人次，是清河的12倍."""
    after = context.clauses[clause.index + 1 : clause.index + 2]
    if not after or after[0].sentence != clause.sentence:
        return None
    start = after[0].start
    if context.text[start : start + 1] not in _SETS_BESIDE:
        return None
    if _shapes(context).beside.match(context.text, start, after[0].end) is None:
        return None
    name = _WHO.match(context.text, first, clause.end)
    return None if name is None else name.group()


def _place_at(context: Context, first: int, upto: int, counted: int | None) -> str | None:
    """Return the place named at clean `first`, if what follows up to `upto` may be of it.

    `counted`: where the clause ends whose figure stands at `upto`; 浙江文明村镇5个 may be the
    area's count, and 新加坡甲集团等世界500强企业入驻 is here.
    """
    text, shapes = context.text, _shapes(context)
    match = shapes.place.match(text, first, upto)
    if match is None:
        return None
    if match.lastgroup == "county" and not _is_place(context, match["county"]):
        return None
    several = match.lastgroup == "several"
    if several and not _are_places(context, match.group()):
        return None
    nameless = not several and _NO_NAME.search(match.group()) is not None
    if nameless and not match.group().endswith("山区"):
        match = shapes.known.match(text, first, upto)  # 苏州一个县级市: no 苏州一个县
        if match is None:
            return None
    name = match.group()
    if text[first - 1 : first] == "在" and upto - match.end() > _ALONE:
        return None  # 在上海举办推介会3场, but 在浙江安吉，…
    more = _AND_MORE.match(text, match.end(), upto)
    name = name if more is None else text[first : more.end()]
    after = text[first + len(name) : upto]
    if after[:1] in "、" or _NO_SUBJECT.match(after) is not None or _COMES.search(after):
        return None
    if counted is None:
        return name
    comes = _FIRMS_COME.search(text, upto, counted) is not None
    return None if comes or _OF_HONOUR.search(after) else name


def _is_place(context: Context, name: str) -> bool:
    """Return whether `name` is that of another county, district or city: no 开发区, no 城市."""
    area, core = context.area, re.sub("(?:自治县|[县区市])$", "", name)
    if _NO_NAME.search(name) or _FUNCTION.search(core) or name in area.entities:
        return False
    if _DEED.search(core) or context.names.verb.search(core) is not None:
        return False
    return is_name(name, context.names)


def _are_places(context: Context, several: str) -> bool:
    """Return whether all of 珠港、北湾两市 are places."""
    end = several[-1]
    names = re.sub("(?:等[0-9]*|[两二三四五六])[省市县区州]$", "", several).split("、")
    return all(_is_place(context, name.removesuffix(end) + end) for name in names)


def _meant_there(context: Context, at: int, end: str = "") -> str | None:
    """Return the place that 当地 at clean `at` means: the last one named, if it lies outside.

    全县 in a district's article means the last county named, whatever stands between.
    """
    text, shapes = context.text, _shapes(context)
    since = max(0, at - _REACH)
    last: str | None = None
    for match in shapes.any_place.finditer(text, since, at):
        name = _LEAD.sub("", match.group())
        if match.lastgroup == "own":
            last = last if end else None
        elif name[2:] and name.endswith(end) and _is_place(context, name):
            last = name
    return last


class _Shapes:
    """The patterns of places in texts about one area."""

    def __init__(self, area: Area) -> None:
        kind = area.place[-1:]
        above = _LEVELS.get(kind, "省市州")
        wide = ["全国", "我国"] + [who + level for level in above for who in "全我"]
        own = "|".join(map(re.escape, sorted(area.names, key=lambda n: (-len(n), n))))
        own += "|我们" if kind == "" else f"|全{kind}|我{kind}|本{kind}|我们"
        region = re.sub("[省市]$", "", area.region or "-")
        known = f"(?!{re.escape(region)})(?:{_PROVINCE}|{_CITY})"
        county = "" if kind in _BELOW else "|(?P<county>[\u4e00-\u9fff]{2,3}?(?:自治县|县|区|市))"
        # 珠港、北湾两市 of a city's article, 白沙、柳河两县 of a county's
        beside = "省市州" if kind in _BELOW else "省市州县区"
        name = "[\u4e00-\u9fff]{2,4}"
        several = f"|(?P<several>{name}(?:、{name}){{1,5}}(?:等[0-9]+|[两二三四五六])[{beside}])"
        self.own = re.compile(own)
        self.known = re.compile(f"{known}(?!路|大道|街|东路|西路)")
        self.others = () if kind in ("县", "旗", "") else ("全县",)
        self.wide = re.compile("|".join(wide))
        self.place = re.compile(
            f"{_ABROAD}|{_NEAR}[\u4e00-\u9fff]{{0,6}}?[省市县区州镇乡村]|邻[省市县区州镇村]"
            f"|{known}(?!路|大道|街|东路|西路)(?:[省市]|自治区)?(?:[\u4e00-\u9fff]{{2,3}}?[县区市])?{several}{county}"
        )
        self.beyond = re.compile(
            f"(?:[与和同](?:{own})[^，。；0-9]{{0,10}}(?:相邻|毗邻|接壤|之隔|相望|相连)的?"
            f"|对口(?:帮扶|支援|协作)(?:{own})的)"
            f"(?P<name>[\u4e00-\u9fff]{{1,8}}[省市县区州镇乡村])"
        )
        self.beside = re.compile(
            f"(?:约?是|相当于|约为|远?高于|远超|超过|多于|少于|远?低于)(?:{own})(?:所在[省市])?(?:的|$)"
        )
        self.any_place = re.compile(f"(?P<own>{own})|[\u4e00-\u9fff]{{2,3}}?(?:自治县|县|区|市)")


_shapes_of = lru_cache(maxsize=8)(_Shapes)


def _shapes(context: Context) -> _Shapes:
    """Return the patterns for the area of `context`, looked up once."""
    known: dict[int, _Shapes] = context.remembered[_shapes]
    if 0 not in known:
        known[0] = _shapes_of(context.area)
    return known[0]
