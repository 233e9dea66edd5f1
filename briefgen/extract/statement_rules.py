"""What one clause claims: its kind, its place on the ladder, and the verb that says so.

Input: a `Clause` and the verb lexicon. Output: a `Verdict`, or None for talk. It does not join
clauses and names no subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from briefgen.extract.statement_clauses import Clause, after_modal
from briefgen.extract.statement_lexicon import VerbGroup, VerbLexicon
from briefgen.fact import Kind, Status


class Part(StrEnum):
    """What a clause is to its sentence."""

    CLAIM = "claim"
    LEAD = "lead"  # 聚焦…: joins the claim after it
    TAIL = "tail"  # 形成…: joins the claim before it


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause claims; `verb` and `end` index its text (`end`: where the claim stops)."""

    part: Part
    kind: Kind
    status: Status | None
    verb: tuple[int, int]
    end: int


# 问题: 存在…困难, 厂房车间严重不足的问题
_PROBLEM = re.compile(
    r"(?:存在|面临|遇到|了解到|反映|收集|梳理|遭遇).{0,40}(?:问题|困难|难题|短板|瓶颈|不足|堵点|痛点|风险|隐患|困境)"
    r"|(?:问题|矛盾|短板|瓶颈|困难|压力).{0,6}(?:突出|凸显|依然存在|仍然存在|较为|较大|明显)|严重不足|(?:依然|仍然|仍|还)(?:较为?|比较|十分)?(?:艰巨|突出|存在|不足|较大|薄弱|滞后|不高|不强|不够)"
    r"|不稳定|不平衡|尚未根治|有待|亟待|制约.{0,12}的?(?:瓶颈|短板|问题)"
)
_SOLVED = re.compile(r"^针对|^为|解决|破解|化解|攻克|办结|缓解|整改|销号")
# a figure with its unit; no part of a date, an ordinal or a name (15号线, 第27次)
_FIGURE = re.compile(
    r"(?<![第A-Za-z\d.])\d[\d.,]*[万亿千百]*[余多]?"
    r"(?![年月日号届次期线时级\d.A-Za-z])"
)
# 41个项目建成投产 counts; 甲、乙等99个项目建成投用 names
_COUNTED = re.compile(
    r"^(?!.*[、□]|.*等)[^、]{0,12}?(?<![第\d.])\d+[余多]?(?:个|条|家|所|座|户|项|件|宗)"
)
_TARGET_FIGURE = re.compile(
    r"突破|增长|增加到|提高到|达到?\d|超过?\d|翻.?番|保持在|累计|年均|占比|比重|下降|左右|以上|以内|不低于|千亿|百亿|万亿|再造"
)
_REPEATED = re.compile(r"一([\u4e00-\u9fff])一?\1")  # 一件件实事, 一栋栋建筑: no one thing
_SAYS_SO = re.compile(r"是|作为|属")
# 在…征程中, 随着…, 无论是…: what goes along, no claim
_ALONG = re.compile(
    r"(?:在|随着|经过?|自|当|通过).*(?:中|下|上|时|后|同时|以来|期间|之际|过程|方面|之际)$|(?:无论|还是|不论|不管|如何|怎样|为何)"
)
# 加快建成, 推动…落地, 正在完成: not there yet
_UNDER_WAY = re.compile(
    r"(?:(?:加快|加速|着力|努力|全力|抓紧|正在|正|积极|奋力|逐步|探索|有望|谋划|筹划|争取)(?:推进|推动|促进)?|(?:推动|确保|促进|力促|促成).{0,12})$"
)
# words that hold a verb and are none
_COMPOUND = re.compile(
    r"改革开放|对外开放|扩大开放|开放(?:平台|型|合作|包容|程度|水平)|入驻(?:企业|项目)"
)
_RECENT = re.compile(r"(?:刚刚?|新近|最新)$")
# 建成, 完成 … of nothing in particular; 成立22年来 is an age, 早启动 a habit
_NO_EVENT = re.compile(
    r"\d{1,2}(?:多|余)?(?:周年|年)|以来|以后|之后|之初|前后|后|前(?!列)|时|率|量|额|情况|时间|进度|期限|面积|里程|规模|资金"
)
_HABIT = re.compile(r"(?:早|再|如何|怎样|没有|未能?|尚未|不再?|无法|难以|避免|防止|需要?|等待)$")
_CAUSED = re.compile(r"推动(?:建|打造|实施|组建|创建|设立|成立)")
_DONE = re.compile(r"(?<![为除到])了(?![解然])")
_DOUBLED = re.compile(r"翻.?番|突破.{0,3}[千百万]亿|再造")
_HONOURS = frozenset({Kind.HONOUR})
_STANDINGS = frozenset({Kind.STANDING})
_OTHERS = frozenset(Kind) - _HONOURS
_LATE = frozenset({Kind.PLAN, Kind.MEASURE})  # of these the earliest verb counts
_FIRM = re.compile(r"(?:加快|着力|抓紧|全力)(?:推动|促进|提升|构建|形成|实现)")


def judge(clause: Clause, verbs: VerbLexicon) -> Verdict | None:
    """Return what `clause` claims, or None where it claims nothing that a brief may say."""
    if clause.time or len(clause.text) < 4:
        return None
    has_verb = verbs.verb.search(clause.masked) is not None
    honour = _first(clause, verbs, _HONOURS) if has_verb else None
    if honour is not None:
        return _as_plan(clause, honour) if clause.future else honour
    if _is_talk(clause, verbs):
        return None
    if clause.future:
        return _plan(clause, verbs)
    if _PROBLEM.search(clause.masked) and not _SOLVED.search(clause.masked):
        at = clause.length
        return Verdict(Part.CLAIM, Kind.PROBLEM, None, (0, at), at)
    found = _first(clause, verbs, _OTHERS) if has_verb else None
    return None if found is None else _without_figure(clause, found)


def _is_talk(clause: Clause, verbs: VerbLexicon) -> bool:
    """Return whether a clause is rhetoric, goes along with another, or is of no one thing."""
    return bool(
        verbs.rhetoric.search(clause.text)
        or _ALONG.match(clause.masked)
        or _REPEATED.search(clause.text)
    )


def _first(clause: Clause, verbs: VerbLexicon, kinds: frozenset[Kind]) -> Verdict | None:
    """Return the claim of the first group with a verb; of plans and measures the earliest verb."""
    later: list[Verdict] = []
    for group in verbs.groups:
        if group.kind not in kinds or (span := _verb_of(clause, group, verbs)) is None:
            continue
        claim = Verdict(Part.CLAIM, group.kind, group.status, span, clause.length)
        verdict = _lowered(clause, claim)
        if group.kind not in _LATE:
            return verdict
        later.append(verdict)
    return min(later, key=lambda v: v.verb[0], default=None)


def _verb_of(clause: Clause, group: VerbGroup, verbs: VerbLexicon) -> tuple[int, int] | None:
    """Return where a verb of `group` is the predicate: not 建成投用的…, not 尚未开工."""
    masked = clause.masked
    within: list[tuple[int, int]] | None = None
    for match in group.pattern.finditer(masked):
        if within is None:
            within = [m.span() for m in _COMPOUND.finditer(masked)]
        lead, rest = masked[: match.start()], masked[match.end() :]
        if any(start <= match.start() and match.end() <= end for start, end in within):
            continue
        if group.kind is not Kind.STANDING and _is_attribute(lead, rest):
            continue
        if group.kind is not Kind.HONOUR and _DONE.search(lead):
            continue  # 创造了从洽谈到摘牌…的记录: 创造 is the predicate
        if group.at_end and rest.strip("□（）() "):
            continue
        if group.needs_object and not verbs.concrete.search(masked[match.start() :]):
            continue
        return match.span()
    return None


def _is_attribute(lead: str, rest: str) -> bool:
    """Return whether a verb between `lead` and `rest` is no event: 建成投用的…, 早启动, 完成率."""
    if rest.startswith("的") and len(rest) > 1 and not _RECENT.search(lead):
        return True
    return bool(lead.endswith("的") or _HABIT.search(lead) or _NO_EVENT.match(rest))


def _lowered(clause: Clause, verdict: Verdict) -> Verdict:
    """Return `verdict` one step down where its verb is under way: 加快建成 is no 建成."""
    reached = verdict.status in {Status.DONE, Status.SIGNED, Status.AWARDED}
    reached = reached or verdict.kind is Kind.HONOUR  # 积极创建国家级示范区 is no honour yet
    if not reached or not _UNDER_WAY.search(clause.masked[: verdict.verb[0]]):
        return verdict
    return Verdict(verdict.part, Kind.PLAN, Status.STARTED, verdict.verb, verdict.end)


def _as_plan(clause: Clause, verdict: Verdict) -> Verdict:
    return Verdict(Part.CLAIM, Kind.PLAN, Status.PLANNED, verdict.verb, clause.length)


def _without_figure(clause: Clause, verdict: Verdict) -> Verdict | None:
    """Return `verdict` without the figure at its end, None where the figure is all it tells.

    建成80公里农村路 and 41个项目建成投产 are figures; 聚集了甲研究院、乙中心、20余家企业 tells two
    names before its figure.
    """
    if verdict.kind is not Kind.MILESTONE or verdict.status is Status.SIGNED:
        return verdict
    if _COUNTED.search(clause.masked[: verdict.verb[0]]):
        return None
    if verdict.status is not Status.DONE:
        return verdict
    figure = _FIGURE.search(clause.masked, verdict.verb[1])
    if figure is None:
        return verdict
    listed = clause.masked.rfind("、", verdict.verb[1], figure.start())
    if listed < 0:
        return None
    return Verdict(Part.CLAIM, verdict.kind, verdict.status, verdict.verb, listed)


def _plan(clause: Clause, verbs: VerbLexicon) -> Verdict | None:
    """Return what a clause that is yet to come claims."""
    masked = clause.masked
    if _FIGURE.search(masked) and _TARGET_FIGURE.search(masked):
        return None
    if _DOUBLED.search(masked):
        return None
    standing = _first(clause, verbs, _STANDINGS)
    if standing is not None and not clause.modal and _SAYS_SO.search(masked[: standing.verb[1]]):
        return standing
    verb = verbs.anchor.search(masked)
    span = verb.span() if verb else (0, len(masked))
    whole = clause.length
    if clause.panel and (standing or verb or verbs.state.search(masked)):
        return Verdict(Part.CLAIM, Kind.PLAN, Status.PLANNED, span, whole)
    part = part_of(clause, verbs)
    if part is Part.CLAIM and not (verb and _acts(clause, verb.start(), verbs)):
        return None
    return Verdict(part, Kind.PLAN, Status.PLANNED, span, whole)


def _acts(clause: Clause, verb: int, verbs: VerbLexicon) -> bool:
    """Return whether the verb at `verb` is what is done: not 擘画发展蓝图, 项目的建设."""
    lead = clause.masked[:verb]
    own = without_adverbs(lead[after_modal(clause.text, clause.masked, verbs) :], verbs)
    return not lead.endswith("的") and (not own or len(own) > 2)


def part_of(clause: Clause, verbs: VerbLexicon) -> Part:
    """Return whether a plan's clause stands on its own or carries another."""
    head = clause.masked[after_modal(clause.text, clause.masked, verbs) :]
    if _FIRM.match(head):
        return Part.CLAIM
    head = without_adverbs(head, verbs)
    if verbs.lead.match(head):
        return Part.LEAD
    if verbs.tail.match(head) and not _CAUSED.match(head):
        return Part.TAIL
    if verbs.slogan.search(clause.masked) and "□" not in clause.masked:
        return Part.TAIL
    return Part.CLAIM


def without_adverbs(text: str, verbs: VerbLexicon) -> str:
    """Return `text` from its first word that is no adverb: 将进一步加快推进… gives 推进…."""
    while (match := verbs.adverb.match(text)) is not None:
        text = text[match.end() :]
    return text
