"""How much a reader would miss a fact: what is said first, and what is not said at all.

Input: facts. Output: numbers that only compare, and the tests for what is no news. It joins nothing
and words nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefgen.compose.wording import LIST_MARK, short_name, without_link_words
from briefgen.fact import Fact, Kind, Level, RelationType, Status
from briefgen.telling import dense, figure, states_period

FIGURE_WEIGHT = {
    Kind.SHARE: 8.0,
    Kind.LEVEL: 8.0,
    Kind.RANK: 7.5,
    Kind.GROWTH: 7.0,
    Kind.CHANGE: 7.0,
    Kind.RATIO: 6.5,
    Kind.COUNT: 5.5,
    Kind.TARGET: 5.0,
    Kind.DURATION: 1.0,
}
STATEMENT_WEIGHT = {
    Kind.HONOUR: 6.0,
    Kind.STANDING: 5.0,
    Kind.MILESTONE: 4.0,
    Kind.MEASURE: 3.0,
    Kind.PROBLEM: 3.0,
    Kind.PLAN: 2.0,
    Kind.QUOTE: 0.0,
}
_AWARD_WEIGHT = {"国家": 3.0, "全国": 3.0, "省": 2.0, "市": 1.5}
_STATUS_WEIGHT = {
    Status.AWARDED: 1.5,
    Status.DONE: 1.0,
    Status.SIGNED: 0.5,
    Status.CANDIDATE: -2.0,
}
_BUILDS = re.compile("创建|争创|建设|建成|打造|实施|搭建|建立|构建|开工|推进|整治|开展|试点|示范")
NAMED = re.compile(r"[“《]([^”》]{4,})[”》]")
_AT_ONCE = 3  # characters before the verb of a plan that builds something: 加快建设…
# what is aimed at can be checked one day: 营商环境达到全国一流水平, 研发强度保持西部领先
_AIMED = re.compile(
    "(?:达到|保持|成为|走在|位居|突破|建成)[^，]*(?:全国|全省|全市|西部|一流|领先|前列|样板|第一)"
)
# what makes a statement about something: a name in quotes, a figure, a built or named thing
_SPECIFIC = re.compile(
    "[“《0-9]|中心|园区|基地|大桥|高铁|铁路|高速|公路|校区|医院|学校|小学|中学|大学|公园|广场|片区|街区"
    "|示范|试点|论坛|产业园|实验室|平台|项目|工程|车站|码头|机场|水库|支部|联盟|制度|机制|城市|协议"
)
# a name that the source leaves to its context is no name (我们杉木园中的这3栋建筑, 涉及百余行业)
_UNNAMED = re.compile(
    "(?:我们|这|该|其|涉及|(?:内容|事项)$|包括|平均|共有|方面|从|在|对|将|把|由|被|让|以|.{1,4}们)"
)
_PAPERS = re.compile("措施|方案|意见|办法|通知|条例|文件|街镇$")
# a meeting, a visit, a paper sent out: no progress by itself
_ROUTINE = re.compile(
    "会见|主持召开|常委会召开|召开会议|会前|视察|考察了|审议《|下发《|印发《|列席|参加会议|出征仪式"
    "|抓好经济工作|代表大会召开|(?:人大|政协|党代会|代表大会|委员会|全会|常委会|常务会)[^，]*会议[^，]*(?:开幕|闭幕|召开|举行)"
)
_VISIT = re.compile("会见|来访|座谈|考察")
_HEADING = 14  # characters below which what stands numbered is a heading
_SHORT_PLAN = 10  # characters below which a plan says nothing: 全面推进乡村振兴
# a clause that leans on one that is not printed: 很大程度上得益于…, 在…方面，…
_LEANS = re.compile(
    "[^，]{0,8}(?:也|还|同时)?指出(?:了)?(?:[^，]{0,6}存在)?的?[^，]{0,6}(?:不足|问题|短板|困难)$|(?:较好地?|全面|提前|如期|超额|圆满)[^，]{0,4}(?:完成|实现)了?[^，]{0,24}(?:目标|任务|计划)$|[^，]{0,10}(?:面临|存在)[^，]{0,6}(?:困难|挑战|问题|不足|短板)(?:[和与][^，]{2,4})?$|(?:拟于|计划于|将于|预计于?)[^，]{0,12}(?:开工|投用|建成|投产|完工|通车|竣工|运营|开园)$|很大程度|也?希望|得益于|分别|其中|包含|包括|涉及|在[^，]{2,12}方面，|在[^，]{2,6}指导下，|为[^了，]{2,8}与"
)
# some projects, and not which: 加快一系列重大项目建设
_ANY_PROJECTS = re.compile(
    "(?:[^，“]{0,14}化)?(?:加快|加速|全力|持续|继续|进一步|抓好|抓实|推进|推动|实施|谋划)*(?:当前|目前|今后)?(?:一系列|一批|各项|各类|系列)"
    "(?:重大|重点|关键|标志性)*(?:项目|工程|工作)的?(?:建设|实施|落地|落实|见效)*(?:，|$)"
)
# who or what is meant stands in words that are not printed: 解决了该领域“卡脖子”技术难题
_POINTS_BACK = re.compile(
    r"^(?:[^，]{0,8}[年月日]，?)?(?:[她他它]们?|[这那此][里处])|^(?:[^，“”]{0,8}[了在为对将把让由与]|在)?(?:该|这[一个些]?|此)(?![区县市镇乡旗州])\w{1,4}"
)
# done by somebody not named, in words that name nothing: 已初具规模, 正在有序推进
_SUBJECTLESS = re.compile(
    "^(?:已经?|正在?|均|均已|现已|不断|逐步)?(?:初具规模|初步形成|初见成效|成效显著|有序推进|稳步推进|顺利推进|加快推进"
    "|加快建设|基本形成|基本完成|全面完成|建成投用|投入使用|投入运营|开工建设|完工|取得[^，]{0,4}(?:成效|进展|突破))$"
)
_AFFECTED = re.compile("^(?:受[^，]*影响|也?是[^，]*|[^，]*(?:以来|之际))$")  # 是全省唯一的…: who?
_MOTTO = re.compile("(?:实现|形成|跑出|结出)“([^“”]+)”")  # 实现“新枝结硕果”; not “市市通高铁”
_TREND = re.compile(
    "[^，“]{2,10}(?:持续|不断|进一步|日益|稳步|显著|明显)"
    "(?:深化|推进|提升|优化|增强|改善|提高|加强|完善|向好)"
)


def _is_trend(clause: str) -> bool:
    """Return whether words are a motto, or say what gets better, and name nothing."""
    motto = _MOTTO.fullmatch(clause)
    words = motto.group(1) if motto else clause
    found = motto or _TREND.fullmatch(clause)
    return found is not None and _SPECIFIC.search(words) is None


_TEAM = re.compile("(?:组建|成立|设立)[^，“]{0,10}(?:队|组|专班|队伍|小组)")  # for what?
# what a place has by nature or by its place on the map: 拥有“两城并进”独特优势
_ASSETS = re.compile("(?:优势|条件|基础|禀赋|潜力|机遇)$")
_THE_BODY = re.compile("该(?:公司|企业|集团|村|镇|乡|街道|社区|园区|校|院|局|项目|厂)")
_PLACED = re.compile(
    "^(?:增速|增幅|总量|数量|规模|占比|[^，]{0,4}幅度)?(?:均|也|连续[^，]{1,4}|继续|稳)?(?:居|位居|位列|列|排名|排在|排|保持|领先|高于|名列)"
)
# 清河始终名列前茅: in what?
_ALONE = re.compile(
    "[^，的]{2,5}?(?:始终|一直|持续|继续|也|均)*(?:名列前茅|居前列|走在前列|名列前列)"
)
# a figure whose owner stands in the clause before: 当年新认定12家, 覆盖企业160余家, 35岁以下占六成
_LEANING_FIGURE = re.compile(
    r"^(?:其中)?当年新?认定|^超序时|^企业(?:数量)?(?:增|达|超|有)|^(?:预计|可|每)?年(?:可)?新增|^(?:提前|超额|如期)[^，]{0,6}完成|^(?:最低|最高)(?=每|为|只)|^(?:相当于|折合|约合|届时|剩余|其余|余下|年内完成[^，]{0,8}投资|当年完成[^，]{0,8}投资)|^(?:其中)?(?:当年|今年|去年|已|共|并)*(?:(?:新?认定|新认证|新评定)(?=[约近超达共了]*\d)|覆盖|惠及|辐射|涉及|带动|入驻|投向|占|\d+[岁%])"
)
# what a thing has that is not named here: 金额500万元, 总投资20亿元, 签约率97.6%
_ATTRIBUTE = re.compile(
    "(?:交易|成交)?金额|(?:[^，]{2,8})?投入(?:资金|经费)|罚款(?:金额)?|(?:计划|协议|概算|年度|总|累计|已)*(?:完成)?投资(?:金额|额|规模)?|投资金额|(?:占地|建筑|总|用地)?面积"
    "|(?:总)?(?:规模|总量|数量|总数|产能|产值|产量)|(?:贷款|存款)?余额|不良率|(?:平均)?利率|(?:办结|签约|满意|完成|开工|入住|覆盖|合格|投产)率"
    "|资金|[降增涨]幅|授信|到位|全职引进|建成后新增[^，]{2,8}|占比|比重|份额|年?销售(?:额|收入)|员工|净利润|营收|估值|市值|海归|最低|最高|贡献率|产值占[^，]{2,8}比重|(?:年)?新增(?:产值|税收)|全产业链产值"
)
_PROPER = re.compile(r"[“《]|公司|集团|大学|学院|银行|中心|园区|政府|[省市区县镇乡]")
_THINGS = re.compile("中心|园区|基地|示范[区园]|试验区|工程|设施|大桥|高铁|高速|医院|学校")
_VAGUE = re.compile(
    "切实|着力|让|要?始终|坚持|毫不动摇|弘扬|巩固|优化|推动|促进|进一步|发挥|立足|聚焦|紧扣|探索"
)
_WELL_MEANT = re.compile(
    "更加|更好|不断|显著|明显|持续增强|进一步|日益|更为"
)  # no plan can miss it


def is_intended(fact: Fact) -> bool:
    """Return whether the fact is a target, or a plan that nobody has begun."""
    begun = fact.status not in (None, Status.PLANNED)
    return fact.kind is Kind.TARGET or (fact.kind is Kind.PLAN and not begun)


def is_rhetorical(fact: Fact) -> bool:
    """Return whether a round number of people is a figure of speech, no population (claims 15:
    80万清河人民欢欣鼓舞)."""
    return "rhetorical" in fact.flags or fact.number_text in ("百", "千", "万")


def is_bare(fact: Fact) -> bool:
    """Return whether a figure's clause is a noun and no sentence: 各部门的200名干部."""
    noun = dense(fact.clause).endswith(f"的{figure(fact)}{fact.indicator}")
    return noun and not fact.is_statement


# …校区建成; …新建3个游园: of use to everybody, whosever it is
_PUBLIC = re.compile(
    "(?:校区|学校|幼儿园|医院|保健院|卫生院|中心|场馆|[图博][书物]馆|公园|广场|道路|大桥)(?:正式|如期|全面)?"
    "(?:建成|投用|启用|开放|开园|开学)|(?:新建|建成)[^，]{0,12}(?:公园|游园|广场|步道|绿道|停车[场位]|车位|学位|床位)"
)
_DONE_WHOLLY = re.compile("(?:全部|全面|顺利|如期|按期|圆满)(?:完成|建成|办结|兑现|投用)$")


def is_public_work(fact: Fact) -> bool:
    """Return whether something finished for the public is told of one body or place
    (某中学新校区建成; 某路沿线新建3个游园)."""
    return fact.level is Level.ENTITY and _PUBLIC.search(fact.clause) is not None


def is_whole_done(fact: Fact) -> bool:
    """Return whether a set of things is told to be done to the last (8项民生实事项目顺利完成)."""
    own = fact.kind is Kind.COUNT and fact.level is Level.DISTRICT
    return own and _DONE_WHOLLY.search(without_link_words(fact.clause)) is not None


_SET = re.compile("(?:确定|安排|部署|列出|排定|明确|谋划)了?[约近]?[0-9]")


def is_done_since(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Return whether a count of what was set is told again as done (确定了8项…；8项…顺利完成)."""
    return (
        fact.kind is Kind.COUNT
        and bool(_SET.search(fact.clause))
        and any(
            is_whole_done(f)
            and (f.source, f.values, f.unit) == (fact.source, fact.values, fact.unit)
            for f in facts
        )
    )


def is_routine(fact: Fact) -> bool:
    """Return whether the fact is a meeting, a visit or a paper sent out: no progress by itself."""
    return fact.kind is not Kind.HONOUR and _ROUTINE.search(fact.clause) is not None


def is_visit(fact: Fact) -> bool:
    """Return whether the fact is a meeting with guests, news where there is little else."""
    return _VISIT.search(fact.clause) is not None


def is_concrete(fact: Fact) -> bool:
    """Return whether a plan says what is to be done: a thing to build, a name, a level to reach."""
    found = (_BUILDS, NAMED, _AIMED)
    long = len(fact.clause) >= _SHORT_PLAN
    return fact.kind is Kind.TARGET or (long and any(p.search(fact.clause) for p in found))


def is_minor(fact: Fact) -> bool:
    """Return whether the figure counts papers or attendance, or is part of a slogan
    (“300米见绿、500米见园”): no result."""
    if is_bare(fact) or is_routine(fact) or _PAPERS.search(fact.indicator):
        return True
    at = None if fact.number_start is None else max(fact.number_start - fact.start, 0)
    before = "" if at is None else fact.quote[:at]
    return before.count("“") > before.count("”")


def is_unnamed(fact: Fact) -> bool:
    """Return whether the fact's measure has no name that stands without its context."""
    if fact.is_statement:
        return False
    return len(fact.indicator) < 2 or _UNNAMED.match(fact.indicator) is not None


def is_slogan(fact: Fact, themes: Sequence[str]) -> bool:
    """Return whether a statement names three themes or more, and so says nothing of any
    (做好生态人文、科技创新、民营经济文章)."""
    return fact.is_statement and sum(theme in fact.clause for theme in themes) > 2


def says_little(fact: Fact) -> bool:
    """Return whether a statement leans on words not printed, or names nobody
    (磋商谈判签订项目合作协议)."""
    if fact.kind is Kind.HONOUR:
        return points_back(fact)
    clause = without_link_words(fact.clause)
    if fact.kind is Kind.STANDING and _ASSETS.search(clause):
        return True
    own = fact.level is Level.DISTRICT
    if fact.kind is Kind.PLAN and _ANY_PROJECTS.match(clause):
        return True
    if fact.kind is Kind.PLAN and LIST_MARK.match(dense(fact.clause)) and len(clause) < _HEADING:
        return True  # （三）全力优化营商环境: a heading
    deed = own and fact.kind in (Kind.MEASURE, Kind.MILESTONE)
    if deed and (_TEAM.fullmatch(clause) or _is_trend(clause)):
        return True
    nameless = own and fact.status is Status.SIGNED and not _PROPER.search(clause)
    found = (_LEANS, _SUBJECTLESS, _AFFECTED)
    return nameless or points_back(fact) or any(p.match(clause) for p in found)


def points_back(fact: Fact) -> bool:
    """Return whether a clause means something by 该领域 or 这一机制 that stands before it.

    该公司 is known where the fact is told of the firm, 该县 is the area.
    """
    clause = without_link_words(fact.clause)
    own = fact.level is Level.ENTITY and _THE_BODY.search(clause) is not None
    return not own and _POINTS_BACK.match(clause) is not None


def leads_on(fact: Fact) -> bool:
    """Return whether a standing says nothing without the clause before it: 居全省首位."""
    if "百强" in fact.clause or "榜" in fact.clause:
        return False
    placed = _PLACED.match(fact.clause) or _ALONE.fullmatch(fact.clause)
    return fact.kind is Kind.STANDING and placed is not None


_ITS = re.compile("(?<!尤)其(?![中他余次实])")


def is_attribute(fact: Fact) -> bool:
    """Return whether a figure of the area is that of a thing told elsewhere: 金额500万元."""
    own = (fact.level is Level.DISTRICT or fact.speaker) and not fact.is_statement
    return bool(own) and _ATTRIBUTE.fullmatch(short_name(fact)) is not None


_ADVERBS = ("届时", "相当于", "折合", "约合", "建成后", "达产后", "投产后", "全部建成后")
# 高出全市平均水平1.1万元, 较上年前进一位: of what?
_COMPARES = re.compile(
    "(?:同比)?(?:增长|下降)[0-9.]+%，(?:增速|增幅)?(?:比|较|高于|低于|快于|慢于|高出)|(?:增速|增幅|降幅)?(?:高出|高于|低于|快于|慢于|超出|领先|[较比](?:上年|去年|全[国省市区县]|年初|20[0-9]{2}年))"
)
_BARE_NAME = frozenset(
    ("项目", "企业", "工程", "人数", "户数", "单位", "问题", "收入", "最低", "最高", "床位", "面积")
)
# what was done, and not to what: 已举办160余场, 每年安排不少于2亿元
_DEED = (
    "(?:累计|已|共|先后|每年|年均|当年|全年)*"
    "(?:举办|开展|举行|组织|安排|投入|实施|完成|建成|新增|新建|发放|接待|服务|覆盖|惠及|引进|培育)"
)
_BARE_DEED = re.compile(_DEED)
_DEED_COUNTED = re.compile(_DEED + r"了?[约近超]?[\d.]+[万亿]?[余多]?(?:场次?|次|个|项|人次?|件)")


def has_bare_name(fact: Fact) -> bool:
    """Return whether a figure's name alone says nothing in a table or on a card: 项目 65个."""
    name = short_name(fact)
    bare = name in _BARE_NAME or _BARE_DEED.fullmatch(name) is not None
    return not fact.is_statement and bare


def is_adverb_only(fact: Fact) -> bool:
    """Return whether a figure of the area only says what a thing told before comes to."""
    own = fact.level is Level.DISTRICT and not fact.is_statement
    return own and without_link_words(fact.clause).startswith(_ADVERBS)


def is_inner(fact: Fact) -> bool:
    """Return whether a figure is told as a part of what stands before it: 其中民间投资增长9.2%."""
    return not fact.is_statement and dense(fact.clause).startswith("其中")


def is_one_of(fact: Fact) -> bool:
    """Return whether a count of the area is one part of a whole told before: 其中涉水案件12起."""
    return fact.level is Level.DISTRICT and fact.kind is Kind.COUNT and is_inner(fact)


def leans_back(fact: Fact) -> bool:
    """Return whether a figure's own clause does not say whose it is: 当年新认定12家."""
    clause = without_link_words(fact.clause)
    said = _LEANING_FIGURE.match(clause) is not None or _ITS.search(clause) is not None
    said = said or (fact.kind is Kind.CHANGE and _COMPARES.match(clause) is not None)
    said = said or _DEED_COUNTED.fullmatch(clause) is not None
    said = said or clause.endswith(("指标中", "任务中", "项目中", "企业中"))
    return not fact.is_statement and (said or is_attribute(fact) or is_one_of(fact))


def weight_of(fact: Fact, reports: Sequence[str]) -> float:
    """Return how much a reader would miss the fact; newer `reports` (oldest first) weigh more."""
    weight = (STATEMENT_WEIGHT if fact.is_statement else FIGURE_WEIGHT)[fact.kind]
    weight += {Level.DISTRICT: 5.0, Level.EVENT: 0.5, Level.ENTITY: -1.5}[fact.level]
    weight += _statement_weight(fact) if fact.is_statement else _figure_weight(fact)
    if fact.published in reports:
        weight += 1.0 * reports.index(fact.published) / max(len(reports) - 1, 1)
    return weight


def _statement_weight(fact: Fact) -> float:
    weight = _AWARD_WEIGHT.get(fact.award_level or "", 0.0)
    weight += _STATUS_WEIGHT.get(fact.status, 0.0) if fact.status else 0.0
    weight += 0.5 if "“" in fact.clause or "《" in fact.clause else 0.0
    weight -= 1.0 if len(fact.clause) < 10 or len(fact.clause) > 60 else 0.0
    specific = _SPECIFIC.search(fact.clause) or _AIMED.search(fact.clause)
    weight -= 0.0 if specific else 2.0
    weight -= 2.0 if fact.kind is Kind.PROBLEM and fact.level is not Level.DISTRICT else 0.0
    weight -= 2.0 if fact.speaker else 0.0
    return weight + (_plan_weight(fact.clause) if fact.kind is Kind.PLAN else 0.0)


def _figure_weight(fact: Fact) -> float:
    weight = -3.0 if "source_slip" in fact.flags else 0.0
    weight -= 6.0 if is_unnamed(fact) else 0.0
    weight -= 4.0 if is_minor(fact) else 0.0
    weight -= 12.0 if is_history(fact) else 0.0
    weight -= 3.0 if _OF_PARTS.match(fact.clause) else 0.0
    weight -= 0.5 if fact.qualifiers else 0.0
    weight -= 1.5 if fact.kind is Kind.COUNT and fact.unit in ("人", "名") else 0.0
    return weight + (1.0 if fact.unit in ("%", "元", "个百分点") else 0.0)


# of places in the area, and not of all of it: 清河园区、清河城区新增1600余个车位
_OF_PARTS = re.compile(
    r"[^，“\d]{2,}(?:园区|城区|片区|新区|开发区|街道|[镇乡])(?:新增|新建|建成|完成|改造|建有|拥有|有)"
)


def is_history(fact: Fact) -> bool:
    """Return whether a figure was long over when it was reported: 1949年产粮4.2万吨, of 2019."""
    last = (fact.period or "").rpartition("/")[2][:4]
    told = states_period(fact) and last.isdigit() and fact.published is not None
    return told and int(last) + _LONG_AGO <= int((fact.published or "")[:4])


_LONG_AGO = 10  # years


def _plan_weight(clause: str) -> float:
    """Return how concrete a plan is: a named thing to build says more than an attitude."""
    plain = without_link_words(clause)
    built = _BUILDS.search(plain)
    weight = (2.0 if built.start() < _AT_ONCE else 1.0) if built else 0.0
    weight += 0.8 if NAMED.search(plain) else 0.0
    weight += 2.5 if _AIMED.search(plain) else 0.0
    weight += 1.5 if len(_THINGS.findall(plain)) > 1 else 0.0
    weight -= 1.5 if _VAGUE.match(plain) else 0.0
    weight -= 1.0 if plain.endswith("”") else 0.0  # 打造“科创之家”: a motto, and no thing
    return weight - min(2.0, 0.7 * len(_WELL_MEANT.findall(plain)))


_SEEN_TO = re.compile("已|办结|解决|完成|整改|化解|兑现|销号|落实|开工|竣工|投产|修复|答复")


def is_progress(group: Iterable[Fact]) -> bool:
    """Return whether a count and the part of it that is done are told (问题118个，已办结73个)."""
    counts = {f.id: f for f in group if f.kind is Kind.COUNT and f.level is not Level.ENTITY}
    return any(
        r.type is RelationType.PART_OF
        and r.to in counts
        and counts[r.to].unit == f.unit
        and _SEEN_TO.search(f.indicator)
        for f in counts.values()
        for r in f.relations
    )
