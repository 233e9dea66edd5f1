"""Whether a verb of the lexicon is what its clause says was done: not 建成投用的…, not 完成率.

Input: a clause and a group of verbs. Output: where the verb stands that is the predicate. It does
not judge what is claimed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.extract.quick import compiled
from briefgen.extract.statement_clauses import Clause
from briefgen.extract.statement_lexicon import VerbGroup, VerbLexicon, without_adverbs
from briefgen.fact import Kind, Status

_OTHER_ACT = compiled(
    "的[^，]{1,8}已|的[^，]*(?:项目|基地|工程|企业|产业)等$|实现|取得|有了|跑出|展现|呈现|、做|使(?!用|命)|让"
    "|(?:工作|工程|项目|行动)(?:完成|通过|启动|竣工|已|正|均|全部|全面|顺利|有序|稳步|如期)"
)  # 全区建设“一盘棋”的局面已展开; 小区改造工程使居民感受到…; 改造提升工作已开工…
_WORKS = ("项目", "工程", "行动")  # 停车提升项目，计划…: its name alone
TIME_FIRST = re.compile(
    r"^(?:(?:近年来?|去年|今年|目前|当前|\d{4}年|\d{1,2}月|以来|[一二三四五六七八九]是|一方面|另一方面|同时|此外|在全[国省市]|率先)[，,]?)+"
)
_BY_MEANS = compiled(
    "(?:通过|利用|借助|依托|运用|针对|围绕|在|于)[^，]{2,14}$"
    "|[与对][^，]{2,40}$|以[^，]{2,20}(?:方式|形式|模式)$"
)
# who does what a measure's verb says; none is the area itself
_DOER = re.compile(
    r"(?!实地|现场|参观|绘就|谱写|书写|开创|展现|彰显|营造|塑造)(?:[^，]{1,14}?之力|[\u4e00-\u9fff（）()□“”]{0,16}?(?:[区县州镇乡村]|(?<!城)市|街道|社区|公司|集团|政府|局|委|大学|学院|医院|学校|园|服务站|工作站|党支部|党总支|党委|服务队|居委会|居民区|合作社|工程|项目|上下|之力)|[\u4e00-\u9fff]{2}|)"
    r"(?=$|[规标因科尽千多及深逐定进继持不始积大全着努奋切深扎加抓纵高毫坚认充有稳广主重精先累成顺圆正已还也同并共一协率系科优严基初动稳集综常])"
)
# 积极举办对接会 is held
HELD = re.compile("举办|举行|承办|召开|组织")
# 入选企业, 入围该名单的企业已有7家: those that won; 发布…公示名单: who published
_WINNERS = re.compile(
    r"(?:该?[^，的]{0,8}的)?(?:企业|单位|项目|作品|人物|者|村)(?:$|的|已|数|有|累计|达|共|支撑|总)"
    "|(?:企业|单位|作品)?(?:数量|家数|率|人数|总数)"
)
_PUBLISHES = re.compile("发布|公布|公示|揭晓|印发")
# words that hold a verb and are none
_COMPOUND = compiled(
    r"机关停车|破土而[出生]|扩开放|即开跑|(?:行程|征程|赛程|时间|年度)过半|工程建设(?:项目|领域|审批)|签约(?:服务|项目|医生|率|农户|企业|额|金额|资金|仪式)|发展(?:战略|思路|理念|格局|目标|成果|历程|模式|情况|问题|难题|环境|水平|空间|质量|态势|潜力|后劲)|创新(?:产业|科技|园|中心|基地|城|港|联盟|学院|实验室|大赛|驱动|能力|平台|主体|型|发展|创业|要素|体系|生态|链)|改革开放|对外开放|扩大开放|开放(?:平台|通道|格局|高地|门户|经济|型|合作|包容|程度|水平)|入驻(?:企业|项目)|入住(?:居民|率|群众|老人)|党建[成立设]|企业开办|开办企业|共建单位|鼓励引导|鼓励支持|支持引导|共建共[治享]|(?:党|社会|群团)组织|组织(?:架构|链条|体系|力|化|部|委员|生活)|集聚[区地]|上市(?:公司|企业)|(?:国际|国内|全国|全球|行业)首创(?=[的\u4e00-\u9fff])|吸引来|推动了|得天独厚的"
)
_RECENT = re.compile(r"(?:刚刚?|新近|最新)$")
# 建成, 完成 … of nothing in particular; 成立22年来 is an age, 早启动 a habit
_NO_EVENT = re.compile(
    r"[一二三两\d]+天|[了已近超]*[一二三四五六七八九十两几半\d]+[多余]?年(?:[多来]|有余)?$|于(?:\d|上?世纪|[^，]{0,6}年)|\d{1,2}(?:多|余)?(?:周年|年)|不久|以来|以后|之后|之初|前后|后|前(?!列|期)|时|率|量|额|情况|时间|进度|期限|面积|里程|规模(?!\d)|资金|活动|仪式|式上?$|大会|典礼|抓手|契机|载体"
    r"|[^，]{0,6}(?:跨越|蝶变|飞跃|嬗变)$"
)
# 项目集中签约和产业园开工活动在清河举行: what is held is no contract
_CEREMONY = re.compile("(?:活动|仪式|大会|会议|论坛)[^，]{0,12}(?:举行|召开|举办|启动)$")
_HABIT = re.compile(
    r"(?:早|再|如何|怎样|没有|未能?|尚未|不再?|无法|难以|避免|防止|需要?|等待|不具备|可以?(?:拎包|直接|就近|免费)?)$"
)
_NAMED_LIST = re.compile("[^，、的]{5,}、[^，、]{3,}等")  # 招引甲药业、乙器械等企业
_TROPE = re.compile("的“□{1,4}”$")
_DONE = compiled(r"(?<!促成)(?<![为除到])了(?![解然])")


def verb_of(clause: Clause, group: VerbGroup, verbs: VerbLexicon) -> tuple[int, int] | None:
    """Return where a verb of `group` is the predicate: not 建成投用的…, not 尚未开工."""
    masked = clause.masked
    compounds = _compounds(masked)
    for match in group.pattern.finditer(masked):
        start, end = match.span()
        inside = compounds and any(low <= start and end <= high for low, high in compounds)
        if not inside and _is_predicate(group, masked, match) and _is_placed(group, match, verbs):
            return start, end
    return None


@lru_cache(maxsize=64)  # asked for by every group of verbs that the clause holds
def _compounds(masked: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of words that hold a verb and are none."""
    return tuple(m.span() for m in _COMPOUND.finditer(masked))


def _is_predicate(group: VerbGroup, masked: str, match: re.Match[str]) -> bool:
    """Return whether the verb found in `masked` says what was done, and does not describe."""
    lead, rest = masked[: match.start()], masked[match.end() :]
    if group.kind is Kind.STANDING:
        return _STRIVES_FOR.search(lead) is None and _DONE.search(lead) is None
    if _is_attribute(lead, rest):
        return False
    if group.kind is Kind.HONOUR:
        placed = match[0] in _PLACED and _AT_THE_TOP.search(rest) is not None
        placed = placed or _is_accepted(match[0], lead)
        return not (placed or _is_of_winners(match[0], lead, rest) or _NO_AWARD.match(rest))
    if _DONE.search(lead):
        return False  # 创造了从洽谈到摘牌…的记录: 创造 is the predicate
    held = rest.endswith(("仪式", "大会", "活动")) and HELD.search(lead)
    return group.status is not Status.SIGNED or not (held or _CEREMONY.search(rest))


# 争当排头兵, 当好领头雁: what one would like to be
_STRIVES_FOR = re.compile("(?:[争勇敢誓甘想][当做作]|当好|做好|力争)[^，、]{0,12}$")
# 二期工程顺利通过验收: works done, and no title
_WORKS_LAST = re.compile(
    "(?:工程|项目|加固|改造|建设|整治|修复|治理|院区|校区|大楼|厂房|公路|大桥|场所|主体)(?:全部|顺利|成功|一次性|已|均|正式)*$"
)
# 在全省考核中跻身第一方阵: where one stands, and no title
_PLACED = frozenset({"跻身", "成功跻身"})
_AT_THE_TOP = re.compile("(?:第一方阵|第一梯队|前[列茅]|上游)$")
# 新获授权发明专利23件, 获银行贷款200万元: what one gets, and no award
_NO_AWARD = re.compile(
    "(?:大|特大)?(?:丰收|增产|好收成)|[^，]{0,12}规划$|权(?!威)|[0-9.]+[万千]?[亩吨头只]|[^，]{0,6}(?:批复|批准|核准|立项)$|[^，]*工作(?:全面|正式|顺利)?(?:启动|展开|推进|铺开)|(?:了)?(?:国家|国内|国际|银行|首笔|首批|[一二三两几]?[轮笔批项])*(?:[0-9][0-9.万亿]*[余多]?[元项件个])?(?:的)?"
    "(?:授权|有效)?(?:发明|实用新型|外观设计)?(?:专利|融资|贷款|授信|订单|收入|收益|利润|补贴|补偿|分红)"
)


_LAST = ("end", "reached")
# “大班额”基本化解, 小高炉陆续熄火; not 居民陆续入住, 企业尚未全部复产
_REACHED = re.compile(
    "(?<![不未没][能会曾])(?<![不未没])(?:已经?|[均都皆也则]已|全部|悉数|尽数|陆续|相继|先后|次第|如期|按期|按时|如数|顺利|正式|首次|全线|整体|成功|提前|基本|大体|大部|大多|逐一|一次性|率先|同步|双双|终于|彻底|就此|宣告|当年|当天|当月)“?$"
)


def _is_placed(group: VerbGroup, match: re.Match[str], verbs: VerbLexicon) -> bool:
    """Return whether the verb stands where `group` wants it, and has the object it wants."""
    masked = match.string
    lead, rest = masked[: match.start()], masked[match.end() :]
    if group.place in _LAST and rest.strip("□（）() ”"):
        return False
    if group.place == "reached" and _REACHED.search(lead) is None:
        return False
    if group.place == "head" and (
        _OTHER_ACT.search(rest) or (lead and rest in _WORKS) or not is_head(lead, verbs)
    ):
        return False
    if group.place == "head" and match[0] in _RULES and _names_enough(lead, rest, verbs):
        return True
    return not group.needs_object or _has_object(masked[match.start() :], verbs)


_HALFWAY = re.compile("中期|第三方|绩效|摘帽|年度|阶段")


def _is_accepted(verb: str, lead: str) -> bool:
    """Return whether works are only accepted, or a title halfway: 通过竣工验收, 通过中期评估."""
    if verb.startswith("通过") and verb.endswith("评估") and _HALFWAY.search(verb) is not None:
        return True
    if not verb.startswith("通过") or not verb.endswith("验收"):
        return False
    built = "竣工" in verb or "完工" in verb or "交工" in verb
    return built or ("家" not in verb and _WORKS_LAST.search(lead) is not None)


def _is_of_winners(verb: str, lead: str, rest: str) -> bool:
    """Return whether an award's words name its winners or its publisher, and tell no award."""
    published = verb.endswith("名单") and _PUBLISHES.search(lead + verb) is not None
    return published or _WINNERS.match(rest) is not None


_RULES = frozenset(
    {
        "打击",
        "严厉打击",
        "规范",
        "防范",
        "化解",
        "防范化解",
        "整治",
        "查处",
        "取缔",
        "清理",
        "清退",
        "推行",
        "试行",
        "推开",
        "提标",
        "开展",
        "配备",
        "关停",
        "关闭",
        "淘汰",
    }
)
# 打击非法开垦草原行为 names what; 提升干部履职能力 does not
_GENERAL = re.compile(
    "(?:水平|能力|质量|质效|效能|效率|力度|意识|合力|动力|活力|信心|氛围|形象|素质|本领|作风|精神|理念|思想|优势|潜力"
    "|步伐|底色|根基|基础|大局|稳定|发展|建设|进步|提升|增强|转变|优化|改善|升级|转型|跨越|突破|深化|格局|局面|责任|任务"
    "|目标|要求|部署|工作|作用|关系|难题|问题|困难|短板|瓶颈|成果|成效|需求|期盼|生活|幸福|未来|空间|环境|条件|增长|和谐|繁荣)$"
)


def _names_enough(lead: str, rest: str, verbs: VerbLexicon) -> bool:
    """Return whether a clause that begins with its verb names what is ruled, not a quality."""
    told = len(rest) >= 6 and _GENERAL.search(rest) is None
    return told and not without_adverbs(TIME_FIRST.sub("", lead), verbs)


def _has_object(words: str, verbs: VerbLexicon) -> bool:
    """Return whether a verb's object can be visited, counted or looked up: not 工作的“生命线”."""
    told = verbs.concrete.search(words) or _NAMED_LIST.search(words)
    return told is not None and _TROPE.search(words) is None


def is_head(lead: str, verbs: VerbLexicon) -> bool:
    """Return whether the verb behind `lead` begins what is told: 清河区动态优化…, not 实地察看…."""
    rest = without_adverbs(_BY_MEANS.sub("", TIME_FIRST.sub("", lead)), verbs)
    subject = _DOER.match(rest)
    return subject is not None and not without_adverbs(rest[subject.end() :], verbs)


def _is_attribute(lead: str, rest: str) -> bool:
    """Return whether a verb between `lead` and `rest` is no event: 建成投用的…, 早启动, 完成率."""
    if rest.startswith("的") and len(rest) > 1 and not _RECENT.search(lead):
        return True
    return bool(lead.endswith("的") or _HABIT.search(lead) or _NO_EVENT.match(rest))
