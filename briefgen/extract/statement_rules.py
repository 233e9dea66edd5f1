"""What one clause claims: its kind, its place on the ladder, and the verb that says so.

Input: a `Clause` and the verb lexicon. Output: a `Verdict`, or None for talk. It does not join
clauses and names no subject.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.extract.statement_clauses import Clause, after_modal
from briefgen.extract.statement_lexicon import VerbGroup, VerbLexicon, without_adverbs
from briefgen.extract.statement_parts import Part, part_of
from briefgen.extract.statement_predicates import HELD, TIME_FIRST, is_head, verb_of
from briefgen.extract.statement_problems import falls_short, is_problem, is_vague
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


# a figure with its unit; no part of a date, an ordinal or a name (15号线, 第27次)
_FIGURE = re.compile(
    r"(?<![第A-Za-z\d.])\d[\d.,]*[万亿千百]*[余多]?"
    r"(?![年月日号届次期线时级\d.A-Za-z])"
)
# 41个项目建成投产 counts; 甲、乙等99个项目建成投用 names
_COUNTED = re.compile(
    r"^(?!.*[、□]|.*等)[^、]{0,12}?(?<![第\d.])\d+[余多]?(?:个|条|家|所|座|户|项|件|宗)"
)
# 举行了甲公司等14个项目的集中开工仪式
_HELD_EVENT = re.compile("(?:举行|举办|召开)了?[^，]*(?:仪式|大会|论坛|推介会|对接会)$")
# 集中开工8个项目、签约10个项目
_COUNTED_WORKS = re.compile(
    r"\d+[余多]?(?:个|条|家|所|座|户|项|件|宗)[\u4e00-\u9fff]{0,6}?(?:项目|工程)?(?:$|[、（(])"
)
# 两地先后有28个项目集中开工或签约
_OF_A_NUMBER = re.compile(r"有\d+[余多]?个[^，、]{0,10}$")
# 签约亿元以上项目27个、投资规模112亿元
_ONLY_COUNT = re.compile(
    r"[^、，]{0,16}?(?<![第\d.])\d[\d.,]*[万亿千百]*[余多]?(?![年月日])"
    r"(?:平方米|平方公里|立方米|[\u4e00-\u9fff]{1,2})(?:$|[、（(])"
)
_COUNTS_FIRST = re.compile(r"(?:完成|改造|提升|新建|了)*\d+(?![\d年.])")  # 新建改造4家卫生服务中心
_HELD_TIMES = re.compile(r"\d[余多]?(?:场次?|场|人?次|期)$")  # 开展惠民演出120余场
_ENDS_IN_COUNT = re.compile(r"(?<!第)\d[\d.,]*[万亿千百]*[余多]?[\u4e00-\u9fff]{1,3}(?:以上)?$")
# 引进总投资3亿元的锂盐项目 names what it brought
_INVESTED = re.compile("了?(?:总?投资|计划投资)[^，、]{2,10}元的[^，、]{3,}")
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
    "(?:推动|促进|推进|力促)?(?:多[项个]|一批|一系列|系列)[^，、□]{0,8}(?:工程|项目|措施|举措|工作)(?:落地|见效|落实)*"
)
_SAYS_SO = re.compile(r"是|作为|属")
# 在…征程中, 随着…, 无论是…: what goes along, no claim
_ALONG = re.compile(
    r"(?:在|随着|经过?|自|当|通过).*(?:中|下|上|时|后|同时|以来|期间|之际|过程|方面|之际)$|(?:无论|还是|不论|不管|如何|怎样|为何)"
    r"|(?:此次|本次|这次)[^，]*(?:活动|行动|会议|调研|仪式)$|这(?:不仅|也|既|正|标志|意味|是|些|将)"
    r"|(?:[^，]{2,4}一行|记者)?(?:详细|深入|实地|现场|认真|仔细)*(?:了解(?!到)|[察查踏]看|询问|听取|观看|参观)"
    r"|(?:[^，]{2,4}一行|大家|与会人员)?实地参观|(?:并|还)?(?:叮嘱|提醒|嘱咐)"
    r"|(?:也|更|既|还)?是(?!要)[^，]*的[^，]{0,4}(?:举措|抓手|平台|载体|实践|途径|机遇|体现)$"
    r"|[^，]*(?:联合|共同|携手)(?:举办|主办|承办|举行)$"
    r"|据[^，]*(?:介绍|透露|反映|统计)$|(?:[^，]{2,6}一行)?并?就[^，]*进行了?(?:交流|座谈|讨论|探讨|沟通)$"
    r"|旨在|[^，]{0,8}善于|记者[^，]*(?:获悉|了解到|看到)$"
    r"|作为[^，]*的(?:企业|公司|单位|城市|[区县镇村]|项目|园区)$"
    r"|[^，]{0,8}在[^，]*(?:时|期间|之际|过程中|的同时)$"
    r"|经过?[^，]{0,10}(?:努力|争取|协商|协调|论证|审核|评审|攻坚)$"
)
# 加快建成, 推动…落地, 正在完成: not there yet
_UNDER_WAY = re.compile(
    r"(?:(?:加快|加速|着力|努力|全力|抓紧|正在|正|积极|奋力|逐步|探索|有望|谋划|筹划|争取)(?:推进|推动|促进)?|(?:推动|确保|促进|力促|促成(?!了)).{0,12})$"
)
# 通过多次协商引入专业公司 says what was done by it
_BY_FORM = re.compile(
    "(?:通过|借助|依托|利用)[^，]{2,30}?(?:方式|形式|模式|机制|平台|渠道|途径|协商|比选|评选|□”?)等?[，]?$"
)
# by which a claim behind it is reached: 通过搭建平台，…
_MEANS = re.compile("(?:着眼|通过|借助|依托|凭借|利用)(?!了|国家|省|市|验收|评审|复审|审议)")
# 重点做好以下九方面工作：, 预期目标是…
_LEADS_IN = re.compile(
    r"(?:是|如下|(?:以下|下列)[^，]{0,8}(?:工作|任务|方面)|[\d一二三四五六七八九十]个?(?:方面|项)[^，]{0,4}(?:工作|任务))$"
)
_LEAD_ENDS = ("是", "如下", "工作", "任务", "方面")
_DOUBLED = re.compile(r"翻.?番|突破.{0,3}[千百万]亿|再造")
# a plan by its verb alone: 力促甲、乙等项目实现突破, 力争各项指标进入第一方阵
_STRIVES = re.compile("(?:要|将|全力|努力)?(?:力争|力促|争取)[^，]{6}")
_NEW_STATE = re.compile(
    "更加|更为|大幅|显著|明显|全面(?:建成|形成|完成)|基本(?:建成|形成|实现)|取得.{0,8}(?:进展|成效|突破)|实现[^，]{0,6}突破"
)
_LATE = frozenset({Kind.PLAN, Kind.MEASURE})  # of these the earliest verb counts


# 成为“省级示范合作社”
_TITLE_WON = re.compile("成为了?“[^”]*(?:国家级|全国|省级?|市级|十佳|百强|示范|标兵)[^”]*”")


# 以创建国家级示范区为抓手: no honour
_GUIDED = re.compile("[^，]{0,12}以[^，]*为(?:抓手|契机|目标|引领|载体|牵引|突破口|主线|统领)$")
# 联荣小区有望成为首个全加装电梯的小区
_BECOMES = re.compile("(?:有望|即将|必将|将|力争)(?:打造|建设|建)?成为[^，]{4}")
# 发展是永恒的主题
_STATES = re.compile("[^，]{1,8}(?:就是|才是|是)(?!要)[^，]*的")


def judge(clause: Clause, verbs: VerbLexicon) -> Verdict | None:
    """Return what `clause` claims, or None where it claims nothing that a brief may say."""
    if clause.time or len(clause.text) < 4:
        return None
    if clause.masked.endswith(_LEAD_ENDS) and _LEADS_IN.search(clause.masked):
        return None
    whole = Verdict(Part.CLAIM, Kind.PROBLEM, None, (0, clause.length), clause.length)
    has_verb = verbs.verb.search(clause.masked) is not None
    titled = "成为" in clause.text
    if not (has_verb or titled or clause.troubled or clause.future):  # most of a bulletin
        return whole if is_problem(clause.masked) and not _is_talk(clause, verbs) else None
    guided = "为" in clause.masked and _GUIDED.match(clause.masked) is not None
    honour = _first(clause, verbs, verbs.honours) if has_verb and not guided else None
    title = _TITLE_WON.search(clause.text) if titled and honour is None else None
    if title is not None:
        honour = Verdict(Part.CLAIM, Kind.HONOUR, Status.AWARDED, title.span(), clause.length)
    if honour is not None:
        return _as_plan(clause, honour) if clause.future else honour
    if _is_talk(clause, verbs):
        return None
    if clause.troubled and not clause.modal and falls_short(clause.masked):
        return None if is_vague(clause.masked) else whole
    if clause.future:
        return _plan(clause, verbs, has_verb=has_verb)
    if is_problem(clause.masked):
        return whole
    found = _first(clause, verbs, verbs.others) if has_verb else None
    if found is not None and found.kind in _LATE and _is_means(clause, found):
        return None
    return None if found is None else _without_figure(clause, found)


def _is_means(clause: Clause, found: Verdict) -> bool:
    """Return whether `found` is only by what means another thing is done: 通过搭建平台，…."""
    told = _BY_FORM.match(clause.masked[: found.verb[0]])
    return told is None and _MEANS.match(clause.masked) is not None


def _is_talk(clause: Clause, verbs: VerbLexicon) -> bool:
    """Return whether a clause is rhetoric, goes along with another, or is of no one thing."""
    return bool(
        verbs.rhetoric.search(clause.text)
        or _ALONG.match(clause.masked)
        or _REPEATED.search(clause.text)
        or clause.masked.endswith(_TOKENS)
        or _UNNAMED_WORKS.fullmatch(clause.masked)
        or _FIGURE_OF_SPEECH.search(clause.text)
    )


def _first(clause: Clause, verbs: VerbLexicon, groups: tuple[VerbGroup, ...]) -> Verdict | None:
    """Return the claim of the first of `groups` with a verb; of plans and measures the earliest."""
    later: list[Verdict] = []
    event: Verdict | None = None
    for group in groups:
        match = group.pattern.search(clause.masked)
        if match is None:
            continue
        span = verb_of(clause, group, match, verbs)
        if span is None:
            continue
        claim = Verdict(Part.CLAIM, group.kind, group.status, span, clause.length)
        verdict = _lowered(clause, claim)
        if group.kind is Kind.PLAN or group.kind is Kind.MEASURE:
            later.append(verdict)
        elif event is None:
            event = verdict
    act = min(later, key=lambda v: v.verb[0], default=None)
    if event is None or act is None:
        return event or act
    # 健全园区招商入驻、运行机制: what the first predicate sets up is no 入驻
    own = event.kind is Kind.MILESTONE and act.verb[1] <= event.verb[0]
    own = own and event.verb[1] < clause.length
    return act if own and is_head(clause.masked[: act.verb[0]], verbs) else event


def _lowered(clause: Clause, verdict: Verdict) -> Verdict:
    """Return `verdict` one step down where its verb is under way: 加快建成 is no 建成."""
    reached = verdict.status in {Status.DONE, Status.SIGNED, Status.AWARDED}
    reached = reached or verdict.kind is Kind.HONOUR  # 积极创建国家级示范区 is no honour yet
    lead, verb = clause.masked[: verdict.verb[0]], clause.masked[slice(*verdict.verb)]
    if not reached or not _UNDER_WAY.search(lead):
        return verdict
    held = lead.endswith("积极") and HELD.match(verb)
    if held or (lead.endswith("逐步") and verb.endswith(("了", "出"))):
        return verdict
    return Verdict(verdict.part, Kind.PLAN, Status.STARTED, verdict.verb, verdict.end)


def _as_plan(clause: Clause, verdict: Verdict) -> Verdict:
    return Verdict(Part.CLAIM, Kind.PLAN, Status.PLANNED, verdict.verb, clause.length)


def _without_figure(clause: Clause, verdict: Verdict) -> Verdict | None:
    """Return `verdict` without the figure at its end, None where the figure is all it tells.

    建成80公里农村路 and 41个项目建成投产 are figures; 聚集了甲研究院、乙中心、20余家企业 tells two
    names before its figure.
    """
    if verdict.kind not in {Kind.MILESTONE, Kind.MEASURE}:
        return verdict
    if _HELD_EVENT.search(clause.masked, verdict.verb[0]):
        return verdict
    if _ONLY_COUNT.match(clause.masked, verdict.verb[1]):
        return None
    if verdict.kind is Kind.MEASURE and _HELD_TIMES.search(clause.masked):
        return None
    if verdict.kind is Kind.MEASURE:
        return None if _COUNTS_FIRST.match(clause.masked, verdict.verb[1]) else verdict
    lead = clause.masked[: verdict.verb[0]]
    if _COUNTED_WORKS.match(clause.masked, verdict.verb[1]) or _OF_A_NUMBER.search(lead):
        return None
    if verdict.status is Status.SIGNED:
        return verdict
    founded = clause.masked[slice(*verdict.verb)] in {"成立", "组建"}
    if not founded and _COUNTED.search(clause.masked[: verdict.verb[0]]):
        return None
    if verdict.status is not Status.DONE:
        return verdict
    figure = _FIGURE.search(clause.masked, verdict.verb[1])
    if figure is None or _INVESTED.match(clause.masked, verdict.verb[1]):
        return verdict
    listed = clause.masked.rfind("、", verdict.verb[1], figure.start())
    if listed < 0:
        return None
    return Verdict(Part.CLAIM, verdict.kind, verdict.status, verdict.verb, listed)


def _plan(clause: Clause, verbs: VerbLexicon, *, has_verb: bool) -> Verdict | None:
    """Return what a clause that is yet to come claims; `has_verb`: it holds a group's verb."""
    masked = clause.masked
    if _is_target(masked) or (not clause.modal and _STATES.match(masked)):
        return None
    standing = _first(clause, verbs, verbs.standings) if has_verb else None
    if standing is not None and not clause.modal and _SAYS_SO.search(masked[: standing.verb[1]]):
        return standing
    verb = verbs.anchor.search(masked)
    event = _closing_event(clause, verbs) if has_verb else None
    span = event or (verb.span() if verb else (0, len(masked)))
    plan = Verdict(Part.CLAIM, Kind.PLAN, Status.PLANNED, span, clause.length)
    if clause.panel and (standing or verb or verbs.state.search(masked)):
        return plan
    if clause.modal and _BECOMES.search(masked):
        return plan
    part = part_of(clause, verbs)
    if part is Part.CLAIM:
        acts = (verb or event) is not None and _acts(clause, span[0], verbs)
        says = acts or _STRIVES.match(masked) or (clause.modal and _NEW_STATE.search(masked))
        return plan if says else None
    if part is Part.TAIL and clause.modal and verbs.concrete.search(masked, span[1]):
        return plan  # 将构建现代产业体系 says itself that it is to come
    return replace(plan, part=part)


def _is_target(masked: str) -> bool:
    """Return whether a plan's clause is a figure's: 力争全年签约项目9个, 实现翻番."""
    figure = _FIGURE.search(masked)
    counted = figure and (_TARGET_FIGURE.search(masked) or _ENDS_IN_COUNT.search(masked))
    if figure and counted and not _NAMES.match(masked[: figure.start()]):
        return True
    return _DOUBLED.search(masked) is not None


def _closing_event(clause: Clause, verbs: VerbLexicon) -> tuple[int, int] | None:
    """Return where the event is that a plan's clause ends in: 云台小学改建项目投入使用."""
    if not verbs.closing.search(clause.masked):
        return None
    event = _first(clause, verbs, verbs.milestones)
    return event.verb if event is not None and event.verb[1] == len(clause.masked) else None


def _acts(clause: Clause, verb: int, verbs: VerbLexicon) -> bool:
    """Return whether the verb at `verb` is what is done: not 擘画发展蓝图, 项目的建设."""
    lead = clause.masked[:verb]
    own = TIME_FIRST.sub("", lead[after_modal(clause.text, clause.masked, verbs) :])
    own = without_adverbs(own, verbs)
    return not lead.endswith("的") and (not own or len(own) > 2)
