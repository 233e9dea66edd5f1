"""What one clause claims: its kind, its place on the ladder, and the verb that says so.

Input: a `Clause` and the verb lexicon. Output: a `Verdict`, or None for talk. It does not join
clauses and names no subject.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from briefgen.extract.quick import compiled
from briefgen.extract.statement_clauses import Clause, after_modal
from briefgen.extract.statement_figures import FIGURE, event_told, measure_told
from briefgen.extract.statement_lexicon import VerbLexicon, without_adverbs
from briefgen.extract.statement_parts import Part, part_of
from briefgen.extract.statement_predicates import HELD, TIME_FIRST, is_head, verb_of
from briefgen.extract.statement_problems import falls_short, is_among_problems, is_problem, is_vague
from briefgen.fact import Kind, Status
from briefgen.values import value_class


@value_class(frozen=True, slots=True)
class Verdict:
    """What a clause claims; `verb` and `end` index its text (`end`: where the claim stops)."""

    part: Part
    kind: Kind
    status: Status | None
    verb: tuple[int, int]
    end: int


_ENDS_IN_COUNT = compiled(r"(?<!第)\d[\d.,]*[万亿千百]*[余多]?[\u4e00-\u9fff]{1,3}(?:以上)?$")
# 力促甲机器人、乙光伏等一批10亿元以上项目实现突破 names what it counts
_NAMES = re.compile("[^，]*、[^，]*等")
_TARGET_FIGURE = re.compile(
    r"%|突破|增长|增加到|提高到|达到?\d|超过?\d|翻.?番|保持在|累计|年均|占比|比重|下降|左右|以上|以内|不低于|千亿|百亿|万亿|再造"
)
_TOKENS = ("体现", "缩影", "写照", "见证", "象征")  # 更是全区打赢决心的集中体现
_REPEATED = re.compile(r"一([\u4e00-\u9fff])一?\1")  # 一件件实事, 一栋栋建筑: no one thing
# 打造暖心聚力“加速器” builds nothing
_FIGURE_OF_SPEECH = re.compile(
    "擦亮了?[^，“]{0,12}“[^”]*(?:底色|成色|底板)”$|打造[^，“]{0,12}“(?:加速器|催化剂|助推器|发动机|[强新]?引擎|示范园|主心骨|压舱石|金钥匙|组合拳|稳定器|领头雁|聚宝盆|快车道)”$"
)
_UNNAMED_WORKS = re.compile(
    "(?:新|持续|不断|大力|加快|全力)*(?:签约|引进|招引|引育|新增|培育)+(?:了)?(?:一批|多[家个]|若干|系列|众多|优质|重大|大批)[^，、]{2,10}$"
    "|[^，]{0,6}(?:构建|搭建|拓展|开辟|打造|推进|深化|抓|建设|推动|融入)大[\u4e00-\u9fff]{2}$"
    "|[^，、]{0,8}新[\u4e00-\u9fff]{2}(?:、新[\u4e00-\u9fff]{2})+$"
    "|(?:大力|全力|加快|积极|坚持)*(?:推动|推进|抓好|狠抓|加快)(?:重点|重大)?(?:项目|工程)(?:建设|工作)*$|(?:推动|促进|推进|力促)?(?:多[项个]|一批|一系列|系列)[^，、□]{0,8}(?:工程|项目|措施|举措|工作)(?:落地|见效|落实)*"
)
# a quick look
_MAY_BE_UNNAMED = compiled(
    "一批|多[家个项]|若干|系列|众多|优质|重大|大批|、新|大[\u4e00-\u9fff]{2}$|(?:项目|工程)(?:建设|工作)*$"
)
# 一批工作获得国家荣誉: over those that it leads in
_IDLE = re.compile(  # 多项工作走在前列; 若全部投产: a thing that is only supposed
    "(?:一批|一系列|多[项个])(?:重[点大])?(?:工作|成果|经验|改革)(?:获|得到|受到|走在)"
    "|如果|若[全能不是]|倘若|假如|假设|一旦|要是|并非|不是所有"
)
# 5个案例无一入选, 目标能否完成还有疑问, 距正式获评还有一步之遥, 工程仅完成六成: not so
_NOT_SO = compiled(
    "应当|(?:梦想|愿望|心愿)(?:就|便)?是|无一|能否|是否(?!存)|一步之遥|[只仅]完成|否认|有消息称|未[予获经]?(?:官方)?证实|距离?[^，]{0,14}还[有差]"
    "|没有(?:一|按期|如期|按时|完成|实现|建成|获|进入|入选|通过)"
    "|原(?:定|拟|本)(?![^，]*(?:提前|如期|已|顺利))"
)
_ASKED = ("谁", "什么", "多少", "哪里", "哪儿", "吗", "呢")  # 腾出来的空间留给了谁？
_SAYS_SO = re.compile(r"是|作为|属")
_LOOKS = (
    "(?:详细|深入|实地|现场|认真|仔细)*(?:了解(?!到)|[察查踏]看|询问|听取|观看|参观)"  # 实地参观
)
_TALKS = (
    "并?就[^，]*进行了?(?:交流|座谈|讨论|探讨|沟通)$"
    "|(?:并|还)?[就对围针][^，]*提[出了供][^，]{0,6}(?:意见|建议|要求|希望)(?:建议)?$"
)
# 在…征程中, 随着…, 无论是…: what goes along, no claim
_ALONG = compiled(
    r"(?:在|随着|经过?|自|当|通过).*(?:中|下|上|时|后|同时|以来|期间|之际|过程|方面|之际)$|(?:无论|还是|不论|不管|如何|怎样|为何)"
    r"|(?:此次|本次|这次)[^，]*(?:活动|行动|会议|调研|仪式)$|这(?:不仅|也|既|正|标志|意味|是|些|将)"
    rf"|(?:记者)?{_LOOKS}|(?:大家|与会人员)实地参观|(?:并|还)?(?:叮嘱|提醒|嘱咐)"
    r"|(?:也|更|既|还)?是(?!要)[^，]*的[^，]{0,4}(?:举措|抓手|平台|载体|实践|途径|机遇|体现)$"
    rf"|据[^，]*(?:介绍|透露|反映|统计)$|{_TALKS}|旨在|记者[^，]*(?:获悉|了解到|看到)$"
    r"|作为[^，]*的(?:企业|公司|单位|城市|[区县镇村]|项目|园区)$"
    r"|经过?[^，]{0,10}(?:努力|争取|协商|协调|论证|审核|评审|攻坚)$"
)
# what somebody named before goes along with: 李某一行参观…, 两地共同举办
_ALSO_ALONG = re.compile(
    rf"[^，]{{2,4}}一行{_LOOKS}|[^，]{{2,6}}一行{_TALKS}|[^，]{{0,8}}善于"
    "|[^，]*(?:联合|共同|携手)(?:举办|主办|承办|举行)$|[^，]{0,8}在[^，]*(?:时|期间|之际|过程中|的同时)$"
)
_MAY_GO_ALONG = compiled("一行|善于|(?:举办|主办|承办|举行|时|期间|之际|过程中|的同时)$")
# 加快建成, 推动…落地, 正在完成: not there yet
_UNDER_WAY = compiled(
    r"(?:(?<!的)(?:加快|加速|着力|努力|全力|抓紧|正在|正|积极|奋力|逐步|探索|有望|谋划|筹划|争取)(?:推进|推动|促进)?|(?:推动|推进|确保|促进|力促|促成(?!了)).{0,12})$"
)
_SOON = ("在即", "在望", "指日可待", "进入倒计时")  # 县第三中学投用在即
# 通过多次协商引入专业公司 says what was done by it
_BY_FORM = re.compile(
    "(?:通过|借助|依托|利用)[^，]{2,30}?(?:方式|形式|模式|机制|平台|渠道|途径|协商|比选|评选|□”?)等?[，]?$"
)
# 全面落实省委、省政府工作要求; 采取有力措施加以解决
_DUTY = re.compile(
    "(?:全面|深入|认真|坚决|不折不扣|切实)*(?:贯彻|落实|执行)[^，□]{0,8}(?:中央|国务院|上级|[省市区县]委|省市)[^，□]*(?:部署|要求|精神|决定|指示)$"
    "|(?:我们)?(?:将|要)?(?:高度重视|切实|认真|着力)*(?:采取[^，]{0,4}(?:有力|有效|切实)[^，]{0,2}措施|加以解决|予以解决)"
)
# by which a claim behind it is reached: 通过搭建平台，…
_MEANS = re.compile("(?:着眼|通过|借助|依托|凭借|利用)(?!了|国家|省|市|验收|评审|复审|审议)")
_AROUND = re.compile(
    "(?:着力|紧紧|牢牢|主动)*(?:围绕|聚焦|紧扣|紧盯|瞄准|锚定|按照|针对|着眼|立足)"
)
# 重点做好以下九方面工作：, 预期目标是…
_LEADS_IN = re.compile(
    r"(?:是|如下|(?:以下|下列)[^，]{0,8}(?:工作|任务|方面)|[\d一二三四五六七八九十]个?(?:方面|项)[^，]{0,4}(?:工作|任务)|[抓做办]好[一二三四五六七八九十]个方面)$"
)
_LEAD_ENDS = ("是", "如下", "工作", "任务", "方面")
_DOUBLED = re.compile(r"翻.?番|突破.{0,3}[千百万]亿|再造")
# a plan by its verb alone: 力促甲、乙等项目实现突破, 力争各项指标进入第一方阵
_STRIVES = re.compile("(?:要|将|全力|努力)?(?:力争|力促|争取)[^，]{6}")
_SHORT_TASK = 6  # characters
_NEW_STATE = re.compile(
    "更加|更为|大幅|显著|明显|全面(?:建成|形成|完成)|基本(?:建成|形成|实现)|取得.{0,8}(?:进展|成效|突破)|实现[^，]{0,6}突破"
)
_LATE = frozenset({Kind.PLAN, Kind.MEASURE})  # of these the earliest verb counts


# 成为“省级示范合作社”
_TITLE_WON = re.compile(
    "成为了?“[^”]*(?:国家级|全国|省级?|市级|十佳|百强|示范|标兵)[^”]*”"
    "|成为了?“(?:国家|中国)[^”]*(?:[县区市镇乡村]|社区|单位|基地|企业|园区|学校|城市)”"
)


# 助力乡村振兴纵深推进: what something is for
_AIDS = re.compile("(?:有[力效]|切实|全力|持续|更好)*(?:助力|助推)")
# 引进云山产业园等6个载体, 园区引入甲医院转化中心: counted or named, they have come
_BROUGHT_IN = re.compile(
    r"(?:引进|引入|招引|引育)了?(?:[^，]{4,}等\d+[余多]?[个家所名位]|[^，]{3,}、[^，]{3,}等[^，]{2,}(?:\d+[个家所]|机构|企业|项目)$"
    "|(?!专业|社会|第三方|优质|一批|高端|知名|智|先进|各类|优秀|更多|龙头)[^，、的]{4,}(?:中心|研究院|研究所|大学|分院|总部|实验室|集团|旗舰店)$)"
)
# 以创建国家级示范区为抓手: no honour
_GUIDED = re.compile(
    "[^，]{0,12}以[^，]*为(?:抓手|契机|目标|引领|载体|牵引|突破口|主线|统领|总揽|统揽|龙头|动力|核心|重点|方向|导向)$"
)
# 联荣小区有望成为首个全加装电梯的小区
_BECOMES = re.compile("(?:有望|即将|必将|将|力争)(?:打造|建设|建)?成为[^，]{4}")
# 发展是永恒的主题
_STATES = re.compile("[^，]{1,8}(?:就是|才是|是)(?!要)[^，]*的")


def judge(clause: Clause, verbs: VerbLexicon) -> Verdict | None:
    """Return what `clause` claims, or None where it claims nothing that a brief may say."""
    if clause.time or len(clause.text) < 4:
        return None
    held = verbs.may_hold(clause.masked)
    titled = "成为" in clause.text
    if held or titled or clause.troubled or clause.future:
        verdict = _judged(clause, verbs, held, titled)
    else:  # most of a bulletin says nothing but a problem
        told = is_problem(clause.masked) and not _is_talk(clause, verbs)
        verdict = _problem(clause) if told else None
    return None if verdict is None or _is_idle(clause) else verdict


def _judged(
    clause: Clause, verbs: VerbLexicon, held: AbstractSet[int], titled: bool
) -> Verdict | None:
    """Return what a clause claims that may say more than a problem."""
    guided = "为" in clause.masked and _GUIDED.match(clause.masked) is not None
    honour = None if guided else _first(clause, verbs, verbs.honours, held)
    title = _TITLE_WON.search(clause.text) if titled and honour is None else None
    if title is not None:
        honour = Verdict(Part.CLAIM, Kind.HONOUR, Status.AWARDED, title.span(), len(clause.text))
    if honour is not None and honour.status is None and _FOR_OTHERS.match(clause.masked):
        honour = None  # 支持甲公司创建省级试点示范
    if honour is not None:
        return _as_plan(clause, honour) if clause.future else honour
    if clause.troubled and not clause.modal and falls_short(clause.masked):
        return None if is_vague(clause.masked) or _goes_along(clause.masked) else _problem(clause)
    if clause.future:
        return None if _is_talk(clause, verbs) else _plan(clause, verbs, held)
    found: Verdict | None = None
    if is_problem(clause.masked):
        found = _problem(clause)
    elif not (guided or _AIDS.match(clause.masked)):
        found = _first(clause, verbs, verbs.others, held)
    if found is None and clause.short and not clause.modal and is_among_problems(clause.masked):
        found = _problem(clause)
    if found is None or _is_talk(clause, verbs):
        return None
    if clause.troubled and found.kind is Kind.MEASURE and _ITEM.match(clause.masked):
        return None  # 主要问题：…。四是政策落实还有“最后一公里”
    if found.kind in _LATE and _is_means(clause, found):
        return None
    return found if found.kind is Kind.PROBLEM else _without_figure(clause, found)


_ITEM = re.compile("[二三四五六七八九十]是")
_FOR_OTHERS = re.compile("(?:重点|积极|大力|全力)*(?:支持|鼓励|推动|指导|帮助|引导|组织)")


def _is_idle(clause: Clause) -> bool:
    """Return whether a clause is of no one thing, says that a thing is not so, or leads in."""
    masked = clause.masked
    if _IDLE.match(masked) or _NOT_SO.search(masked) or masked.endswith(_ASKED):
        return True
    return masked.endswith(_LEAD_ENDS) and _LEADS_IN.search(masked) is not None


def _problem(clause: Clause) -> Verdict:
    return Verdict(Part.CLAIM, Kind.PROBLEM, None, (0, len(clause.text)), len(clause.text))


def _is_means(clause: Clause, found: Verdict) -> bool:
    """Return whether `found` is only by what means another thing is done: 通过搭建平台，…."""
    lead = clause.masked[: found.verb[0]]
    if _AROUND.fullmatch(lead):
        return True
    return _BY_FORM.match(lead) is None and _MEANS.match(clause.masked) is not None


def _is_talk(clause: Clause, verbs: VerbLexicon) -> bool:
    """Return whether a clause is rhetoric, goes along with another, or is of no one thing."""
    return bool(
        verbs.rhetoric.search(clause.text)
        or _goes_along(clause.masked)
        or ("一" in clause.text and _REPEATED.search(clause.text))
        or clause.masked.endswith(_TOKENS)
        or _is_unnamed(clause.masked)
        or (clause.text.endswith("”") and _FIGURE_OF_SPEECH.search(clause.text))
        or _DUTY.match(clause.masked)
    )


def _goes_along(masked: str) -> bool:
    """Return whether a clause only goes along with another: 在…征程中, 随着…, 李某一行参观…."""
    if _ALONG.match(masked) is not None:
        return True
    return _MAY_GO_ALONG.search(masked) is not None and _ALSO_ALONG.match(masked) is not None


def _is_unnamed(masked: str) -> bool:
    """Return whether a clause is of works that nobody can name: 引进一批优质企业."""
    return (
        _MAY_BE_UNNAMED.search(masked) is not None and _UNNAMED_WORKS.fullmatch(masked) is not None
    )


def _first(
    clause: Clause, verbs: VerbLexicon, wanted: AbstractSet[int], held: AbstractSet[int]
) -> Verdict | None:
    """Return the claim of the first group with a verb; of plans and measures the earliest.

    Looked for among the groups whose numbers are `wanted`, of those that the clause may hold a
    verb of (`held`).
    """
    numbers = wanted & held
    if not numbers:
        return None
    later: list[Verdict] = []
    event: Verdict | None = None
    for number in sorted(numbers):
        group = verbs.groups[number]
        late = group.kind in _LATE
        span = verb_of(clause, group, verbs) if late or event is None else None
        if span is None:
            continue
        claim = Verdict(Part.CLAIM, group.kind, group.status, span, len(clause.text))
        verdict = _lowered(clause, claim)
        if late:
            later.append(verdict)
        else:
            event = verdict
    if event is None and not later:
        return None
    act = min(later, key=lambda v: v.verb[0], default=None)
    event = _last_reached(clause, verbs, event)
    if event is None or act is None:
        return event or act
    if event.status is Status.SIGNED:
        return event  # 组织两院签署协议
    # 健全园区招商入驻、运行机制: what the first predicate sets up is no 入驻
    own = event.kind is Kind.MILESTONE and act.verb[1] <= event.verb[0]
    own = own and event.verb[1] < len(clause.text)
    return act if own and is_head(clause.masked[: act.verb[0]], verbs) else event


_SETTLED = ("落户", "落地")


def _last_reached(clause: Clause, verbs: VerbLexicon, event: Verdict | None) -> Verdict | None:
    """Return what a clause ends in where it goes on from `event`: 当年签约、当年建成投产."""
    if event is None or event.status not in {Status.SIGNED, Status.STARTED}:
        return event
    last = verbs.closing_in(clause.masked, event.verb[1])
    if event.kind is not Kind.MILESTONE or last is None:
        return event
    if last.start() == event.verb[1] and last[0] in _SETTLED:
        return event  # 签约落户: signed, and no more
    for number in sorted(verbs.milestones):
        group = verbs.groups[number]
        stands = group.place != "reached" or verb_of(clause, group, verbs) is not None
        if stands and group.pattern.fullmatch(last[0]):
            claim = Verdict(Part.CLAIM, group.kind, group.status, last.span(), len(clause.text))
            return _lowered(clause, claim)
    return event


def _lowered(clause: Clause, verdict: Verdict) -> Verdict:
    """Return `verdict` one step down where its verb is under way: 加快建成 is no 建成."""
    reached = verdict.status in {Status.DONE, Status.SIGNED, Status.AWARDED}
    reached = reached or verdict.kind is Kind.HONOUR  # 积极创建国家级示范区 is no honour yet
    lead, verb = clause.masked[: verdict.verb[0]], clause.masked[slice(*verdict.verb)]
    if clause.masked.startswith(_SOON, verdict.verb[1]):
        return replace(verdict, kind=Kind.PLAN, status=Status.PLANNED)
    if verdict.kind is Kind.MEASURE and clause.masked.startswith("了", verdict.verb[1]):
        return replace(verdict, status=Status.DONE)  # 关掉了三座码头
    if reached and lead.endswith("试"):  # 试通航
        return replace(verdict, status=Status.STARTED)
    if not reached or not _UNDER_WAY.search(lead):
        return verdict
    held = lead.endswith("积极") and HELD.match(verb)
    if held or "了" in verb or (lead.endswith("逐步") and verb.endswith("出")):
        return verdict
    return Verdict(verdict.part, Kind.PLAN, Status.STARTED, verdict.verb, verdict.end)


def _as_plan(clause: Clause, verdict: Verdict) -> Verdict:
    return Verdict(Part.CLAIM, Kind.PLAN, Status.PLANNED, verdict.verb, len(clause.text))


# 同比增长5.8%，高于全市平均1.9个百分点 is a figure
_BY_SO_MUCH = re.compile(r"(?:[高低快优好]于|高出|领先|跑赢)[^，]*\d个?(?:百分点|%|％|倍)$")


def _without_figure(clause: Clause, verdict: Verdict) -> Verdict | None:
    """Return `verdict` without the figure at its end, None where the figure is all it tells."""
    if _BROUGHT_IN.match(clause.masked, verdict.verb[0]):
        return replace(verdict, kind=Kind.MILESTONE, status=Status.DONE)
    if verdict.kind is Kind.MILESTONE:
        end = event_told(clause.masked, verdict.verb, verdict.status)
    elif verdict.kind is Kind.MEASURE:
        end = verdict.end if measure_told(clause.masked, verdict.verb) else None
    elif verdict.kind is Kind.STANDING and _BY_SO_MUCH.search(clause.masked, verdict.verb[0]):
        return None
    else:
        return verdict
    if end is None or end == verdict.end:
        return None if end is None else verdict
    return replace(verdict, end=end)


def _plan(clause: Clause, verbs: VerbLexicon, held: AbstractSet[int]) -> Verdict | None:
    """Return what a clause that is yet to come claims; `held`: the groups whose verbs it holds."""
    masked = clause.masked
    if _POINT_ON.match(clause.text):
        return None
    if _is_target(masked) or (not clause.modal and _STATES.match(masked)):
        return None
    standing = _first(clause, verbs, verbs.standings, held) if held else None
    if standing is not None and not clause.modal and _SAYS_SO.search(masked[: standing.verb[1]]):
        return standing
    verb = verbs.anchor.search(masked)
    event = _closing_event(clause, verbs, held) if held else None
    span = event or (verb.span() if verb else (0, len(masked)))
    plan = Verdict(Part.CLAIM, Kind.PLAN, Status.PLANNED, span, len(clause.text))
    if clause.panel and (standing or verb or verbs.state.search(masked)):
        return plan
    if clause.modal and _BECOMES.search(masked):
        return plan
    part = part_of(clause, verbs)
    if part is Part.CLAIM:
        acts = (verb or event) is not None and _acts(clause, span[0], verbs)
        says = acts or _STRIVES.match(masked) or (clause.modal and _NEW_STATE.search(masked))
        says = says or (clause.ahead and _names_a_task(clause, verbs))
        return plan if says else None
    if part is Part.TAIL and clause.modal and verbs.concrete.search(masked, span[1]):
        return plan  # 将构建现代产业体系 says itself that it is to come
    return Verdict(part, plan.kind, plan.status, span, plan.end)


# a report's own heads: 五、2023年工作打算, （一）抓项目促投资
# （一）聚焦产业升级，加快建设…: what the point is on
_POINT_ON = re.compile(
    "[（(]?[一二三四五六七八九十]+[）)、](?:聚焦|围绕|紧扣|突出|锚定|着眼|立足)[^，]{2,10}$"
)
_IS_HEADED = re.compile("[（(]?[一二三四五六七八九十]+[）)、]|[就也才]是")


def _names_a_task(clause: Clause, verbs: VerbLexicon) -> bool:
    """Return whether a clause among plans is one whatever its verb: 开建城南客运枢纽."""
    if len(clause.masked) <= _SHORT_TASK or _IS_HEADED.match(clause.text):
        return False
    return verbs.concrete.search(clause.text) is not None and not falls_short(clause.masked)


def _is_target(masked: str) -> bool:
    """Return whether a plan's clause is a figure's: 力争全年签约项目9个, 实现翻番."""
    figure = FIGURE.search(masked)
    counted = figure and (_TARGET_FIGURE.search(masked) or _ENDS_IN_COUNT.search(masked))
    if figure and counted and not _NAMES.match(masked[: figure.start()]):
        return True
    return _DOUBLED.search(masked) is not None


def _closing_event(
    clause: Clause, verbs: VerbLexicon, held: AbstractSet[int]
) -> tuple[int, int] | None:
    """Return where the event is that a plan's clause ends in: 云台小学改建项目投入使用."""
    masked = clause.masked
    if verbs.milestones.isdisjoint(held) or verbs.closing_in(masked) is None:
        return None
    event = _first(clause, verbs, verbs.milestones, held)
    return event.verb if event is not None and event.verb[1] == len(masked) else None


def _acts(clause: Clause, verb: int, verbs: VerbLexicon) -> bool:
    """Return whether the verb at `verb` is what is done: not 擘画发展蓝图, 项目的建设."""
    lead = clause.masked[:verb]
    own = TIME_FIRST.sub("", lead[after_modal(clause.text, clause.masked, verbs) :])
    own = without_adverbs(own, verbs)
    return not lead.endswith("的") and (not own or len(own) > 2)
