"""Names that are none alone: what a bare total, a rate a head or a part of a list is of.

Input: the document's `Desk`, a `Mention` and the name that its clause gives. Output: the name with
what was told before in the sentence. It decides no kind and no period.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause
from briefgen.extract.drafts import Desk, Mention
from briefgen.extract.kinds_told import LEVEL, of_whole, part_of_kind
from briefgen.extract.phrases import without
from briefgen.fact import Kind

LEADING = re.compile(
    r"(?:累计|共|已)?(?:开工建设|建设筹集|开工筹集|筹集|筹建|建成|竣工|净增|立案|交办|排查|受理|办理|收集|征集|化解|办结|收到|立案|审结|完成|新增|签约|梳理|交办|接诉)*(?:了)?"
)
SHARE_OF = re.compile("占[^，占]{2,14}?的?(?:比重|比例|份额|比)")
BEYOND = re.compile("高于|低于|快于|慢于|高出|超出|领先")
_OWN_LEVEL = re.compile("[省市州县区旗镇](?:本级|直属?|属)")
_RATE = re.compile("(?:同比)?(?:增速|增幅|涨幅|降幅)")
_EACH = re.compile("均[达超为在]?[到过]?$")
_PER_HEAD = re.compile("每(?:百|千|万|十万)?名?(?:人|人口|户)")
STATE = re.compile("新开工|续建|在建|竣工|完工|投产|结转|开工|新建")
_THINGS = re.compile("项目|工程|企业|单位|小区")
_AMOUNTS_TO = re.compile("(?:累计|总数|总量)[达为超至]?[到过]?$")
_RECOVERED = re.compile("恢复[到至](.{2,8}?)的$")
TOTALS = frozenset(("总数", "总量", "数量", "总数量", "总规模", "存量", "增量"))
# 新增绿道58公里，累计建成612公里
_SUMMED = re.compile(
    "(?:已)?累计(?:建成|建设|改造|完成|达到?|实施|引进|培育|认定|开通|新增)(?:了)?"
)
_SEXES = frozenset(("男", "女", "男性", "女性"))
_HERDS = frozenset(("存栏", "存栏量", "出栏", "出栏量"))
_HERD = re.compile("(?:存栏|出栏)量?$")
_ADDED = re.compile(
    "^(?:[^，]{2,6}(?=新增|新认定|新培育))?(?:新增|新发展|新招引|新登记|新建|新认定|净增|新培育|培育|新改建|新引进|新设立?|新注册|认定)"
)
_CAME_NEW = re.compile("新(?=入驻|落户|签约|引进|开业)")  # 园区新入驻企业14户，累计达87户
_LEDGER = re.compile("(?:历年|当年|滚存|累计)*(?:支出|结余|结存)")
_OF_LEVEL = re.compile(f".{{0,4}}?(?P<level>{LEVEL.pattern})")
_SIZE = re.compile(
    r"(?:[估市产]值|年?(?:营收|营业收入|销售收入))?(?:超过?|达|过)?[0-9.一二三五十百千]*[万亿]?元(?:以上|以下)?"
)


_MEASURE_TOLD = re.compile(
    "(?:(?:增加值|产值)?(?:同比|年均)?(?:增速|增幅)(?:高于|低于|快于|慢于|高出|较全).*|增加值|产值)$"
)


def completed(desk: Desk, mention: Mention, name: str) -> str:
    """Return a name that is none alone with what it is of, told before in the sentence.

    有效发明专利2156件，每万人拥有25.7件; 重点项目200个，其中竣工45个; 新认定企业35家，总数达168家;
    引进亿元以上项目68个，其中10亿元以上12个; 游客1860万人次，恢复到2019年的112%.
    """
    if name.endswith(("方面", "领域")) and mention.quantity.dimension == "count":
        return name + _counted(desk)  # 立案提案209件，其中有关经济建设方面的有40件
    what = name.removesuffix("恢复")
    name = (_recovered(mention, what) if what and what != name else None) or name
    if name.startswith("人均") and (how := _reckoned_by(desk, mention)):
        return f"{name}（{how}）"  # 按户籍人口计算，人均GDP为63525元
    base, named = desk.memory.base, desk.memory.clause
    near = base and named is not None and named.sentence == mention.clause.sentence
    return _with_what_was_told(desk, mention, name, base) if near else name


def _with_what_was_told(desk: Desk, mention: Mention, name: str, base: str) -> str:
    """Return a name that is none alone with `base`, which its sentence told before."""
    if (told := _of_all_told(desk, mention, name)) is not None:
        return told
    name = of_whole(desk, mention, name)
    if (whole := made_by(base, name) or _with_base(name, base, mention.left)) is not None:
        return whole
    if (part := _part_or_new(desk, mention, name, base)) is not None:
        return part
    if name.startswith("对") and name.endswith("贡献率"):
        return _MEASURE_TOLD.sub("", base) + name
    if name.startswith("每") and _PER_HEAD.fullmatch(name):
        return name + re.sub("^(?:年末|新增)", "", base) + "拥有量"
    if (kind := _of_kind(name, base)) is not None:
        return kind
    if (total := _total(desk, mention, name, base)) is not None:
        return total
    if (share := _recovered(mention, base)) is not None:
        return share
    if name in _HERDS and (herd := _HERD.search(base)) is not None:
        return base[: herd.start()] + name  # 生猪存栏37.3万头，出栏29.1万头
    return _benefiting(mention, base, name)


def _of_all_told(desk: Desk, mention: Mention, name: str) -> str | None:
    """Return a rate or a level of government with what it is of, None for other names.

    生产总值2266亿元（区本级1977亿元）;
    均 holds all of the sentence together: 生产总值1230亿元，消费额860亿元，增幅均达8%以上.
    """
    if _OWN_LEVEL.fullmatch(name) is not None:
        return name + desk.memory.base
    if _RATE.fullmatch(name) is None:
        return None
    here = (d for d in desk.drafts[-4:] if d.clause.sentence == mention.clause.sentence)
    told = list(dict.fromkeys(d.base for d in here if d.kind is Kind.LEVEL))
    several = _EACH.search(mention.left) is not None and len(told) > 1
    return ("、".join(told) if several else desk.memory.base) + name.removeprefix("同比")


_BY_PEOPLE = re.compile("按[^，]{0,4}户籍人口(?:数)?计算")


def _reckoned_by(desk: Desk, mention: Mention) -> str:
    """Return the clause before, where it says by which people a rate a head is reckoned, or ""."""
    at = mention.clause.index
    before = desk.context.clauses[at - 1] if at else mention.clause
    words = desk.context.clause_text(before)
    near = before.sentence == mention.clause.sentence
    return words if near and _BY_PEOPLE.fullmatch(words) else ""


def _of_kind(name: str, base: str) -> str | None:
    """Return a state or a size with what is in it: 其中竣工45个, 10亿元以上12个; else None."""
    if not (STATE.fullmatch(name) or _SIZE.fullmatch(name)):
        return None
    if (noun := _THINGS.search(base)) is not None:
        return name + noun.group()
    earned = _VILLAGES_EARN.match(base)  # 15个村集体经济收入…，其中50万元以上的6个
    return None if earned is None else f"{earned.group()}{name}的村"


_VILLAGES_EARN = re.compile("村集体(?:经济|经营性)?收入")


def _recovered(mention: Mention, what: str) -> str | None:
    """Return the name of a share of what once was: 旅游收入恢复至2019年的112% is no income."""
    since = _RECOVERED.search(mention.left) if mention.quantity.unit == "%" else None
    return None if since is None else f"{what}恢复至{since.group(1)}比例"


_THAT_SHARE = re.compile("(?:这一|该)(?:比重|比例|占比)[^，。；]{0,8}$")


def share_before(desk: Desk, mention: Mention) -> str | None:
    """Return the share that 这一比重 means, the last one told in the paragraph or nothing
    (钢铁产业占工业总产值的68%。…如今，这一比重降至34.5%); None for other words."""
    if _THAT_SHARE.search(mention.left) is None:
        return None
    told = (
        d
        for d in reversed(desk.drafts)
        if d.clause.paragraph == mention.clause.paragraph and d.quantity.unit == "%"
    )
    last = next(told, None)
    return re.sub("^曾经?", "", last.base) if last is not None else ""


def _part_or_new(desk: Desk, mention: Mention, name: str, base: str) -> str | None:
    """Return the name of a part by its kind, or of what is new (高新技术企业168家，新认定42家);
    else None."""
    alike = _same_unit(desk, mention)
    if alike and _NEWLY.fullmatch(name):
        thing = without(_ADDED, base).removeprefix("有效")
        if thing:
            return name.removeprefix("当年") + thing
    sums = name in ("金额", "总额", "总金额") and mention.left.startswith("、")
    if sums or name in ("价值", "货值", "总价值", "总货值"):
        return base + name  # 投资项目42个、金额8.7亿元; 汽车出口3.87万辆，价值74.5亿元
    if name in _TRADE and (whose := _traders(desk, mention)) is not None:
        return whose + name
    if name in ("享受待遇", "待遇享受") and base.endswith("参保"):
        return base[:-2] + name  # 养老保险参保25.7万人，享受待遇7.4万人
    if name == "授权量" and base.endswith("申请量"):
        return base[:-3] + name
    part = name.endswith("占比") and "其中" in mention.left and base.endswith(_TOTALLED)
    if part and len(name) > 4 and "占" not in name[:-2]:
        return f"{name[:-2]}占{base}比重"  # 高新技术企业总数达412家，其中民营企业占97.1%
    return part_of_kind(name, base, alike)


def _traders(desk: Desk, mention: Mention) -> str | None:
    """Return whose the exports are: 民营企业进出口总额45.6亿元，…，其中出口39.1亿元; or None."""
    total = desk.memory.total
    told = None if total is None else desk.drafts[total]
    if told is None or told.clause.sentence != mention.clause.sentence:
        return None
    whose = _TRADED.fullmatch(told.base) if told.quantity.unit == mention.quantity.unit else None
    return None if whose is None else whose["who"]


_TRADE = ("出口", "进口", "出口额", "进口额", "出口总额", "进口总额", "出口总值", "进口总值")
_TRADED = re.compile("(?P<who>[^，]{2,8}?(?:企业|贸易|园区|开发区|产品))进出口(?:总额|总值|额)?")


def _total(desk: Desk, mention: Mention, name: str, base: str) -> str | None:
    """Return the name of a total of what was added (新增绿道58公里，总量612公里), or None."""
    if name in _SEXES and base.endswith("人口"):
        return (
            name[0] + "性" + re.sub("^(?:年末|[男女]性)", "", base)
        )  # 出生人口4903人，其中男性2677人
    if name in TOTALS:
        return without(_ADDED, base) + name
    if _SUMMED.fullmatch(name) and _same_unit(desk, mention) and (thing := without(_ADDED, base)):
        return name.removeprefix("已") + thing
    if name or _AMOUNTS_TO.search(mention.left) is None:
        return None
    return _CAME_NEW.sub("", without(_ADDED, _NEW_LAST.sub("", base)))


_NEW_LAST = re.compile("(?<=.{3})(?:新增|净增|新认定)$")  # “小巨人”企业新增3家、累计8家


def _same_unit(desk: Desk, mention: Mention) -> bool:
    last = desk.drafts[-1] if desk.drafts else None
    return last is not None and last.quantity.unit == mention.quantity.unit


_TOTALLED = ("总数", "总量", "企业", "主体", "项目", "人口", "人才", "游客")
_BENEFITS = re.compile("惠及|服务|覆盖|培训")


def _benefiting(mention: Mention, base: str, name: str) -> str:
    """Return the name of those who benefit, or `name`: 惠及6.7万家企业、9.8万人次."""
    if not name and mention.quantity.unit == "人次":
        benefits = _BENEFITS.match(base)
        return name if benefits is None else benefits.group() + "人次"
    if name == "惠及" and mention.quantity.unit in ("户", "人"):
        return f"{base}惠及{mention.quantity.unit}数"
    return name


_WITH_BEDS = ("养老机构", "民宿", "酒店", "宾馆", "农家乐", "客栈")
_SCHOOLS = ("高中", "初中", "小学", "中学", "学校", "幼儿园", "高校", "院校", "中职")
_AT_SCHOOL = ("在校生", "在校学生", "在园幼儿", "招生", "毕业生", "专任教师", "教职工")
_NEWLY = re.compile("(?:当年)?(?:新认定|重新认定|新增|新入库|新获批|新建成?)")
_TAKINGS = ("收入", "综合收入", "门票收入", "旅游消费", "消费")
_HOSTS = re.compile("(?P<who>.{2,8}?)接待(?:游客|人次|旅客)?")


def _with_base(name: str, base: str, left: str) -> str | None:
    """Return a bare share, expense or class with the measure told before, or None for others."""
    if base.endswith(("收入", "支出")) and _LEDGER.fullmatch(name):
        return base[:-2] + name  # 基金收入152亿元，支出120亿元
    if name in ("收入", "综合收入", "总收入") and (tour := re.match(".*旅游", base)) is not None:
        return tour.group() + name  # 乡村旅游接待326万人次，收入14.7亿元
    if name in _TAKINGS and (hosts := _HOSTS.fullmatch(base)) is not None:
        return hosts["who"] + name  # 景点接待游客4.7万人次，综合收入643万元
    if name in _AT_SCHOOL and base.endswith(_SCHOOLS):
        return base + name  # 普通高中6所，在校生7862人；小学32所，在校生3.9万人
    beds = name in ("床位", "床位数") and left.startswith("、")
    beds = beds or (name in ("床位", "床位数") and base.endswith(_WITH_BEDS))
    if name in ("利润总额", "利润", "净利润") and base.endswith("营业收入") and len(base) > 4:
        return base[:-4] + name  # 规上工业企业营业收入287亿元；利润总额13.6亿元
    if beds and base.endswith(("机构", "医院", "服务中心", *_WITH_BEDS)):
        return base + name  # 养老服务机构44家、床位1224张
    if name in ("收入", "产值", "产量", "面积") and base.endswith(name):
        return base  # 2014年村民人均纯收入只有1.1万元，2015年收入突破3万元
    if name in _OF_IT and not base.endswith("规模"):
        return base + name  # 第三产业增加值年均增长8%，比重提高到48.5%; 新建道路89条、总长156公里
    if SHARE_OF.fullmatch(name) and not base.startswith("占"):
        return base + name.replace("的", "")  # 民营经济增加值412亿元，占…的比重达到63%
    if "级" not in name or "级" not in base:
        return None
    if (rank := _OF_LEVEL.fullmatch(name)) is not None and LEVEL.search(base):
        return LEVEL.sub(rank["level"], base, count=1)  # 省级重点专科3个、市级6个
    return None


_OF_IT = ("比重", "占比", "份额", "规模", "总长", "总长度")


def made_by(base: str, measure: str) -> str | None:
    """Return what the firms of a trade made: 规上工业企业148家，实现增加值… is 规上工业增加值.

    And how intense an outlay is: 全社会研发经费投入8.4亿元，投入强度达到2.58%."""
    if measure in ("投入强度", "强度") and base.endswith("投入"):
        return base + "强度"
    if measure == "优良率" and base.startswith("空气质量"):
        return "空气质量优良率"  # 空气质量优良天数336天，优良率92.1%
    trade = _FIRMS_OF_TRADE.fullmatch(base) if measure in ("增加值", "总产值") else None
    return None if trade is None else trade.group(1) + measure


_FIRMS_OF_TRADE = re.compile(
    "((?:规模以上|规上|资质以上|限额以上|限上).{0,4}业)企业(?:总数|数量?)?"
)


def _counted(desk: Desk) -> str:
    """Return the thing that a total before counts, without its verb: 立案提案 is of 提案."""
    if desk.memory.total is None:
        return ""
    base = desk.drafts[desk.memory.total].base
    verb = LEADING.match(base)
    thing = base[verb.end() :] if verb else base
    return thing if 2 <= len(thing) <= 6 else ""


BARE_MEASURE = re.compile(
    "(?:播种|种植)面积|(?:年|总|综合)?(?:产值|产能|产量|销量)|增加值|从业人员|营业收入|年?销售额|单产|总产"
)
_MEASURED = re.compile(
    "(?:年|总|综合)?(?:产能|产量|销量|产值|保有量|装机规模)$|(?:播种|种植|养殖|采收|栽培|采摘|栽植)?面积$|(?<=基地)$|(?<=[茶果]园)$"
)


def owner(desk: Desk, clause: Clause) -> str:
    """Return the thing that a bare measure is of: 新能源汽车产能达到50万辆，产值1000亿元."""
    named, base = desk.memory.clause, desk.memory.base
    if named is not None and desk.memory.listed_in == named.sentence:
        return ""  # 荔枝、脐橙面积分别达…，综合产值34.5亿元: of both
    tail = _MEASURED.search(base)
    if tail is None and "占" in base and base.startswith(desk.memory.whole):
        base = desk.memory.whole  # 种植面积170万亩，占耕地的74%，产量53万吨
        tail = _MEASURED.search(base)
    near = named is not None and named.sentence == clause.sentence
    if near and not tail and (grown := _grown_on(desk)) is not None:
        return grown  # 果用瓜1107公顷，增长1.9%，产量28408吨
    if near and (made := _MADE_A_YEAR.fullmatch(base)) is not None:
        return made[1]  # 年产干茶7200吨，综合产值21.5亿元
    whose = (
        re.sub("^(?:建成|新建|打造|建设|新增|新发展)", "", base[: tail.start()])
        if tail and near
        else ""
    )
    return whose or _crop(desk, clause)


def _grown_on(desk: Desk) -> str | None:
    """Return the crop whose land was told last by its name alone, or None."""
    last = desk.memory.last
    told = None if last is None else desk.drafts[last]
    if told is None or told.quantity.dimension != "area" or told.base != desk.memory.base:
        return None
    alone = len(told.base) <= _CROP_NAME and desk.grammar.verbs.match(told.base) is None
    return told.base if alone and _NO_CROP.search(told.base) is None else None


_CROP_NAME = 6  # characters
_NO_CROP = re.compile("面积|基地|[园区地林田城馆房]$|规模")
_MADE_A_YEAR = re.compile("年产([\u4e00-\u9fff]{2,6})(?<![值量能])")
_CROP = re.compile(
    "夏粮|秋粮|早稻|小麦|粮食|蔬菜|水果|茶叶|油料|油菜|柑橘|中药材|食用菌|棉花|小麦|水稻|玉米|烤烟"
)


def _crop(desk: Desk, clause: Clause) -> str:
    """Return the crop that a clause before tells of: 粮食安全得到保障，种植面积30万亩."""
    start = desk.context.sentences[clause.sentence].start
    told = {m.group() for m in _CROP.finditer(desk.context.text, start, clause.start)}
    return told.pop() if len(told) == 1 else ""


_BY_NOW = re.compile(
    r"(?:已|均已|已经|全部|现已)+(投产|开工|竣工|完工|建成|投用|上市|入驻|落地|签约|达产|完成|脱贫|出列|挂果(?:见效)?|成林|通车|验收|流转)(?=$|[，。；、）])"
)


def done_part(desk: Desk, mention: Mention) -> str:
    """Return the name of a part told by what it did: 签约企业28家，其中19家已投产."""
    done = _BY_NOW.match(mention.right)
    sized = mention.quantity.dimension in ("count", "area", "length")
    if done is None or not desk.memory.base or not sized:
        return ""
    unit = desk.context.lexicon.units.get(mention.quantity.written)
    noun = unit.noun if unit is not None else ""
    verb = LEADING.match(desk.memory.base)
    thing = desk.memory.base[verb.end() :] if verb else desk.memory.base
    if mention.quantity.dimension != "count":
        return done.group(1) + thing
    return done.group(1) + (noun if noun and not thing.endswith(noun) else thing)


_FUNDS = re.compile("(?:补助|专项|扶持|到位)?(?:资金|贷款)")
_SPENDING = re.compile("(?:总|计划)?投[资入](?:资金)?")
_SPENT_ON = re.compile(
    "(?:资金)?(?:，?对(?P<of>[^，。；]{2,20}?)进行(?P<do>[^，。；]{2,10})"
    "|(?:用于|用来|(?=(?:实施|建设|新建|改造|改建|扩建|修建|打造|开展|推进|购置|维修|修缮|改善|提升|完成|重点(?:打造|建设|实施|支持))))(?:了)?(?P<what>[^，。；]{2,30}))"
)
# 投资3800万元打造的千亩荷塘公园已成为打卡点
_BUILT_FOR = re.compile(
    "(?:倾力|精心|共同)?(?:打造|建设|修建|新建|建成|兴建|改造)的(?P<what>[^，。；的0-9]{3,20}?)(?=正式|已|成为|是|于|对外|建成|投|开|将|[，。；])"
)
_INTO_SHARES = re.compile("入股|参股")  # 村办公司投资100万元入股
_HOW_MANY = re.compile(
    "[0-9.]+[万亿]?[余多]?(?:所|个|条|座|公里|千米|亩|栋|套|台|家|处|项|米|平方米)"
)


def spent_on(desk: Desk, mention: Mention, name: str) -> str:
    """Return what a bare 投资 is for, told behind it: 投资1.2亿元实施4所小学扩建."""
    if _SPENDING.fullmatch(name) is None or mention.quantity.dimension != "money":
        return ""
    text, end = desk.context.text, mention.clause.end
    if (share := _INTO_SHARES.match(text, mention.quantity.end, end)) is not None:
        return share.group()
    if (work := _BUILT_FOR.match(text, mention.quantity.end, end)) is not None:
        return work["what"]
    told = _SPENT_ON.match(text, mention.quantity.end, end)
    if told is None:
        built = _SPENT_THEN.match(text, end) if mention.quantity.end == end else None
        return _HOW_MANY.sub("", built["what"]).replace("了", "", 1) if built is not None else ""
    words = told["what"] or f"{told['of']}{told['do']}"
    return _HOW_MANY.sub("", words)


# 投资1.2亿元，新建和改造道路18条
_SPENT_THEN = re.compile(
    "，(?:在[^，。；0-9]{2,12}?)?(?:先后|共|累计|相继)?(?P<what>(?:新改扩建|新建|改建|扩建|改扩建|新改建|改造|建设完成|建设|建成|启动|实施|整治|修建|硬化|打造|购置|修复|维修|修缮)(?:了)?"
    "(?:[^，。；0-9等]{2,22}?(?=等?[0-9])|[0-9]+[余多]?[个项条处座所](?P<thing>[^，。；0-9的]{2,20})))"
)


def funds_beside(mention: Mention, name: str) -> str | None:
    """Return funds with the verb of the projects beside them: 获得支持项目94个、资金8.5亿元."""
    before = mention.previous
    if before is None or not mention.left.startswith(("、", "和")) or not _FUNDS.fullmatch(name):
        return None
    return before.base.removesuffix("项目") + name if before.base.endswith("项目") else None


_OF_INDUSTRY = re.compile(
    "(?:年|总)?产值|从业人员|生产企业|(?:年)?销售额|产品出口.*|规上企业|出口额"
)
_INDUSTRY = re.compile(
    "(?P<name>[\u4e00-\u9fff]{2,8}?(?:产业|行业))(?=[^，。；0-9]{0,14}[，、]|从|已|现|起步|快速)"
)


def industry_of(desk: Desk, clause: Clause, name: str) -> str:
    """Return the industry that a sentence is about, for a measure that is its own; else nothing.

    清河灯具产业从作坊起步，如今已有生产企业2300余家，年产值420亿元.
    """
    if _OF_INDUSTRY.fullmatch(name) is None:
        return ""
    text, start = desk.context.text, desk.context.sentences[clause.sentence].start
    if clause.start == start and (listed := _listed_industry(desk, clause)):
        return listed
    head = text[start : min(start + 40, clause.start)]
    for own in desk.own:
        head = head.removeprefix(own)
    told = _INDUSTRY.match(head)
    return told["name"] if told is not None else ""


_ONE_OF_SEVERAL = re.compile("[一二三四五六]是(?P<name>[\u4e00-\u9fff]{2,8}?产业)")


def _listed_industry(desk: Desk, clause: Clause) -> str:
    """Return the industry that a list has come to: 一是农机制造产业产销两旺。…。实现产值80亿元."""
    start = max(desk.context.paragraph_of(clause).start, clause.start - 160)
    told = list(_ONE_OF_SEVERAL.finditer(desk.context.text, start, clause.start))
    return told[-1]["name"] if told else ""
