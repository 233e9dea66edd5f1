"""Names of bodies and works within an area: what a subject's words name.

Input: a `Context` and the words of a subject. Output: a name and its `Level`, or None where the
words are no name (两个泵站, 集体经济). It does not look for subjects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.document import Area
from briefgen.extract.context import Context
from briefgen.extract.quick import compiled
from briefgen.fact import Level

Scope = tuple[str, Level]

HAN = r"[\u4e00-\u9fffA-Za-z0-9（）()·“”—]"
HAN_ONLY = r"[\u4e00-\u9fff]"
# a body that acts for itself
BODY = (
    r"(?:镇[\u4e00-\u9fff]{1,6}?(?<![乡农])村|公司|集团|厂(?![房区商家])|商会|协会|工商联|合作社|(?<=[\u4e00-\u9fff]{2})县(?![级委城域政领里内直属])|镇|(?<![回返下还家故同老思])乡(?![村镇])|(?<![农驻乡和旧整])村(?![情容貌规史民])|街道|公寓|(?<=[\u4e00-\u9fff]大)街(?![区道头巷面角舞])|养老院|敬老院|福利院|社区(?!(?:卫生|党群|综合|便民)*服务[中站设])|居民区|(?<![老旧各该个片住宅居民])小区|大学|学院|学校|小学|中学|校区|分校|幼儿园|医院|院区|保健院|研究院|"
    r"园区|新城|(?<=[\u4e00-\u9fff]{2})新区|高新区|经开区|综保区|保税区|开发区|党支部|党委|服务队|(?<![格布结全大开])局(?![面势限部])|卫健委|研究生院|分院|[林农茶牧渔]场|法院|检察院|银行|支行|酒店)"
)
# a work that has a name of its own
WORK = (
    r"(?:景区|度假区|风光带|景观带|互通|立交|商务区|大厦|夜市|(?:科学|科技|大学|产业|智慧|示范|商贸|物流|教育|健康|影视|汽车|医疗|创新)城|(?:创业|创新)特区|创新谷|智谷|旅游区|旧址|风景区|示范区|试验区|先行区|遗址|集群|湿地|(?<=[\u4e00-\u9fff]{2})湖|机场|口岸|班列|航线|度假村|专区|综合体|小镇|水厂|电站|灌区|校区|市场|剧院|球场|码头|陆域|基地|中心|产业园|公园|食堂|驿站|书屋|生态圈|生态园|示范园|园|片区|中心区|街区|广场|项目|工程|水库|高铁|铁路|高速|(?<![岸管])线|段|路|通道|大道|"
    r"大桥|桥|隧道|枢纽|(?<!设)站|馆|港|[一二三四五]期|大会|代表大会第[一二三四五六七八九十]+次会议|代表大会|商业区|商业街|步行街|古镇|古城|老街|实验室|保护区|绿道|长廊)"
)
# the trade that ends a firm's short name is no word of a theme there
TRADES = (
    "科技|智能|生物|食品|生态|文旅|教育|医疗|数字|股份|集团|技术|电器|电子|机械|塑机|材料|新材|药业|制药|机床|重工"
    "|环保|农业|能源|光电|化工|汽车|电气|仪器|仪表|机电|香料|实业|齿轮|动力|医药|服饰|纺织|酒业|乳业|装备|铝业|精密|半导体|重机|轴承|光学|传动|铸造|竹业|木业|玻璃|陶瓷|机器人|通信|通讯|船舶|茶业"
)
# 甲香料将本土资源转化成效益; but 现代农业已成…
BY_TRADE = (
    "(?!现代|传统|智慧|特色|先进|高端|新型|设施|都市|高效|绿色|当地|本地|[区县市省])"
    f"([\u4e00-\u9fff]{{2,4}}(?:{TRADES}))"
)
_GOES_ON = re.compile(f"{BODY}|段|支线")  # 云水科学城清河园区, 云水铁路清河段
_BODY_LAST = compiled(rf"{BODY}\Z")
_AT_END = "(?:[（(][^（()）]*[）)])?$"
_NAMED = re.compile(rf"{HAN}+?(?:、{HAN}*?)*(?:{BODY}|{WORK}){_AT_END}")
_ENDS_SO = compiled(f"(?:{BODY}|{WORK}){_AT_END}")
_JOINED, _PARTED = re.compile("[和及与]"), re.compile("[、和及与]")
WE = re.compile(
    r"我们|全[区县市州]|我[区县市州]|[区县市州](?:委|政府|人大常委会|政协)|各级|各部门|会议|大会|双方"
)
# the organs of an area speak and act in their own name, and are still the area's
ORGAN = re.compile(r"([区县市](?:人大常委会|政协(?!委员)|委常委会|政府(?!工作报告|投资|性)))")
_A_NUMBER = re.compile(
    r"该|这个?|[州市县区乡镇]级|州县|县乡|城乡|本(?=[镇村乡社街公])|(?:街道|社区|乡镇|镇街|村级|校园)(?=综合|级|卫生|文化|养老|食堂|便民|客运|敬老|快递|寄递|集市|污水|垃圾)|所有|全部|每个|各[镇乡村]|(?:[\d.两一二三四五六七八九十几]+[万亿千百]*|一[大小]?)(?:个|条|座|所|家|批|项|处|件|亩|公里|户|名|栋|村|万)"
)
_OURS_BODY = re.compile(rf"我[区县市]({HAN}{{3,20}}(?:公司|集团|厂|合作社|学校|中学|小学|医院))")
_PROVINCE = re.compile("[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,6}自治区")
_OF_ORGAN = re.compile("(?:调研组|视察组|督导组|考察组|机关|党组)$")  # 市政协调研组
_WHOLE = re.compile("全(?:镇|乡|村|街道|社区)")  # 全镇 names no town
_EACH = re.compile("各[区县市州旗镇乡村]$")  # 州府至各县
# 云台社区党总支 acts for 云台社区
_BRANCH = compiled(
    "(?:(?<=[村镇乡])|(?<=街道)|(?<=社区)|(?<=小区)|(?<=居民区))(?:党总支|党支部|党委|党工委|工委|办事处|居委会|村委会)$"
)
_ALLIANCE = re.compile(r"([\u4e00-\u9fff]{2,4}?(?:镇|乡|街道|村|社区))(?=“[^”]+”)")
# 长渡村150亩食用菌基地: the village's
_AND_COUNT = re.compile(rf"({HAN}+?(?:村|社区|镇|乡|街道|公司))(?=\d[\d.]*[万余多]*[亩个家座台吨])")
# 柳岸街道云桥社区邻里活动: the quarter within the street
QUARTER_OF = re.compile("[\u4e00-\u9fff]{2,5}?(?:社区|居民区|小区|村)(?![民庄级委])")
_KIND_OF = re.compile("^(?:园区|辖区|区内|本地|当地)企业(?=.{4})")  # 园区企业宏远公司
_SINGLE = re.compile(rf"({HAN}+?(?:{BODY}|{WORK}))等(?:项目|工程)$")
_PARTS = (
    "(?:起步区|首开区|厂房|前期工作|迁建|架梁|路基|首期|主体|硬装|土建|征收"
    "|总体规划|规划获|新校舍|新院区|生态修复|综合治理|综合整治|改扩建|棚改|拆迁|铺架|铺轨|客运|设备|征地|建设$|改造$|施工|装修|安装|基础设施)"
)
_BUILDING = re.compile(rf"({HAN}+?(?:{BODY}|{WORK})){_PARTS}")
_TOWNS = re.compile(rf"({HAN}{{2,5}}?(?:镇|乡|街道)(?:、{HAN}{{2,5}}?(?:镇|乡|街道))+)(?={HAN}+$)")
_OF_TOWN = re.compile(rf"({HAN}{{2,4}}?(?:镇|乡|街道))(?={HAN}{{2,6}}(?:项目|安置[点区房])$)")
# a name within a longer subject, each with what its pattern asks for: a quick look
_IN_A_SUBJECT = (
    (re.compile(r"\d"), _AND_COUNT),
    (re.compile("“"), _ALLIANCE),
    (re.compile("等"), _SINGLE),
    (compiled(_PARTS), _BUILDING),
    (re.compile("、"), _TOWNS),
    (re.compile("项目$|安置[点区房]$"), _OF_TOWN),
)
_BEFORE = 4000  # characters back in which a village's town is looked for


def full_village(context: Context, village: str, at: int) -> str:
    """Return `village` with the town named right before it, at the last place up to `at`.

    A quarter is told with its street: 长街社区, once 大城街道长街社区.
    """
    text, since = context.text, max(0, at - _BEFORE)
    here = text.rfind(village, since, at + len(village))
    while here >= 0:
        town = _TOWN_LAST.search(text, max(since, here - _LONGEST_TOWN), here)
        if town is not None:
            return f"{town[0]}{village}"
        here = text.rfind(village, since, here)
    return village


_TOWN_LAST = re.compile(r"(?:(?![的于在和及与到来进区县])[\u4e00-\u9fff]){2,3}(?:镇|乡|街道)\Z")
_LONGEST_TOWN = 5  # characters: 大城口街道


def named(context: Context, own: str, at: int) -> Scope | None:
    """Return the name that `own` is; the area where it is one of its names; None for neither."""
    area = context.area
    if not own:
        return None
    if own == area.region:
        return own, Level.ENTITY  # 江州市推行…: of the city above
    if _A_NUMBER.match(own) or _WHOLE.fullmatch(own) or _EACH.search(own):
        return None
    if _PROVINCE.fullmatch(own):
        return own, Level.ENTITY
    organ = ORGAN.fullmatch(_OF_ORGAN.sub("", organ_of(own, area)))
    if organ is not None:
        return organ[1], Level.DISTRICT
    ours = _OURS_BODY.fullmatch(own)  # 我市宏远乳粉示范工厂
    if ours is not None and _is_named(ours[1]):
        return ours[1], Level.ENTITY
    return _own_name(context, _core(own, area), at)


def _own_name(context: Context, own: str, at: int) -> Scope | None:
    """Return the name that the core of a subject is; the area where it is one of its names."""
    area = context.area
    bare = own if own.startswith(f"{area.place}、") else own.removeprefix(area.place)
    if bare != own and bare.startswith(("委", "政府", "人大", "政协")):
        bare = own = organ_of(own, area)  # 清河区委统战部 is 区委统战部
    if not without_area(own, area) or WE.match(own):
        return area.place, Level.DISTRICT
    full = _full_firm(context, bare, at)
    if full is not None:
        return full, Level.ENTITY
    known = [e for e in area.entities if own.startswith(e)]
    if not known and _JOINED.search(own) and not all(map(_is_named, _PARTED.split(own))):
        return None
    if "等" in own or len(own) > 40 or not _is_named(own):
        if not known or "等" in own:
            return None
        town = max(known, key=len)
        part = QUARTER_OF.match(own.removeprefix(town)) if own.startswith(town) else None
        if part is not None and town.endswith(("镇", "乡", "街道")):
            return town + part[0], Level.ENTITY
        first = own.split("、")
        named = "、".join(first[:2]) + "等" if len(first) > 2 else max(known, key=len)
        return named, Level.ENTITY
    body = _BODY_LAST.search(own) is not None or bare in area.entities
    kept = bare if (body or len(bare) > 2) and not own.endswith(("大会", "会议")) else own
    return kept, (Level.ENTITY if body else Level.DISTRICT)


def _is_named(own: str) -> bool:
    """Return whether `own` ends as a body's or a work's name does, and is all of one."""
    return _ENDS_SO.search(own) is not None and _NAMED.fullmatch(own) is not None


def organ_of(own: str, area: Area) -> str:
    """Return `own` without the area's bare name: 清河区政府 is 区政府."""
    return own.removeprefix(area.place[:-1])


def within(name: str, area: Area) -> str:
    """Return `name` from behind the area's: 江州市清河区云台街道 is 云台街道."""
    before, here, rest = name.partition(area.place)
    region = area.region or ""
    upper = bool(before and region) and before.endswith((region, region[:-1]))
    return (rest or area.place) if here and upper else name


def _core(own: str, area: Area) -> str:
    """Return the name within a longer subject.

    刚揭牌的云台科技园 is 云台科技园, 云台水厂主体工程 云台水厂, 环城高铁清河设站 环城高铁,
    柳岸镇产业强镇项目 柳岸镇, 柳岸镇、云台镇养老中心 the two towns.
    """
    own = _BRANCH.sub("", _KIND_OF.sub("", within(own, area)))
    tail = own.rsplit("的", 1)[-1]
    if tail != own and _is_named(tail):
        own = tail
    for mark, pattern in _IN_A_SUBJECT:
        if mark.search(own) is not None and (match := pattern.match(own)) is not None:
            own = match[1]
    if "等" not in own and not _is_named(own):
        for name in (area.place, *area.aliases):
            before, _, rest = own.partition(name)
            if before != own and not _GOES_ON.match(rest) and _is_named(before):
                return before
    return own


def without_area(own: str, area: Area) -> str:
    names = area.names
    if not own.startswith(tuple(names)):
        return own
    for name in sorted(names, key=len, reverse=True):
        if own.startswith(name):
            return own[len(name) :]
    return own


def _full_firm(context: Context, short: str, at: int) -> str | None:
    """Return the full name told before of a firm or society that `short` stands for, or None."""
    if not 2 <= len(short) <= 8:
        return None
    told = context.text[max(0, at - 800) : at]
    if short not in told:
        return None
    names = (_NO_NAME.split(whole)[-1] for whole in _wholes(told, short))
    whole = [name for name in names if name.endswith(short) or "公司" in name]
    return max(whole, key=len) if whole else None


def _wholes(told: str, short: str) -> Iterator[str]:
    """Yield the words around each `short` that may be its full name: 天元科技有限公司 of 天元."""
    society = short in {"商会", "协会"}
    if not society and "公司" not in told:
        return
    before = _SOCIETY_BEFORE if society else _FIRM_BEFORE
    since, at = 0, told.find(short)
    while at >= 0:
        end = at + len(short)
        head = before.search(told, max(since, at - _REACH), at)
        tail = _FIRM_BEHIND.match(told, end)
        if head is not None and (society or tail is not None):
            end = end if society or tail is None else tail.end()
            yield told[head.start() : end]
            since = end
        at = told.find(short, end)


_REACH = 10  # characters before a short name that its full one has at most
_NO_NAME = re.compile("了解到|[与和的于是为]|会见了?|希望|代表")
_SOCIETY_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,8}\Z")
_FIRM_BEFORE = re.compile(r"[\u4e00-\u9fff（）()]{0,10}\Z")
_FIRM_BEHIND = re.compile("[\u4e00-\u9fff]{0,8}?(?:有限公司|股份公司)")
