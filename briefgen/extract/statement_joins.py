"""Clauses that belong to one claim, joined: a time, a lead, an aim.

Input: a paragraph's clauses with their verdicts. Output: `Draft`s, in order, that do not overlap.
It judges no clause itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from briefgen.extract.statement_clauses import Clause
from briefgen.extract.statement_lexicon import VerbLexicon
from briefgen.extract.statement_parts import Part, is_lead
from briefgen.extract.statement_rules import Verdict
from briefgen.fact import Kind, Status
from briefgen.values import value_class

Judged = tuple[Clause, Verdict | None]

_LONGEST = 110  # characters of a joined claim: beyond that a reader no longer sees one claim
_LONGEST_LEADS = 45  # of several leads: what is claimed must not drown in them
_NO_SUBJECT = re.compile(r"(?:榜上有名|不负众望|成为|获评|获授|被评|被授|入选|荣获)")
# 地区生产总值增长5.5%，高于全省平均水平
COMPARES = re.compile(
    "(?:(?:入围|上榜|入选)?(?:数量|总量|总数|规模))?(?:均|都|继续|持续|始终|明显|大幅|稳定)*(?:[高低快好优]于|领先|[位稳跃高]?居全[国省市州]|位列全|走在全)"
)
_SUBJECT_ALONE = re.compile(r"(?:位于|作为|坐落|来自)(?!.*了)")
_PURPOSE = re.compile(
    r"为(?:了|树立|践行|贯彻|营造|进一步|提高|增强|巩固|深化|完善|推进|保护|治理|改变|防止|避免|更好|切实|有效|全面|深入|加快|提升|推动|促进|方便|解决|确保|落实|带动|培育|壮大|扩大|缓解|打造|保障|满足|改善|助力|适应|规范|强化|加强|激发|充分|让)"
)
_BODY = re.compile(
    r"[^的]{2,12}?[区县市镇乡村街道局委办会部](?!域|级)|[^的]{2,14}?(?:服务站|工作站|中心|公司|党支部|集团)(?!的)|全[区县市镇]|我[区县市]"
)
# 区委书记张三，区委副书记、区长李四会见了…: the first named is part of the subject
_PERSON = re.compile(
    r"[\u4e00-\u9fff、]{0,20}(?:书记|主任|会长|董事长|总经理|[区县市州镇乡局院校部]长|常委|主席|秘书长|领导)"
    r"[\u4e00-\u9fff]{2,3}"
)
_MAY_BE_PERSON = re.compile("[记任长理委席导].{2,3}$")  # a quick look
# 出台若干措施，推动小区全方位提升: what a measure is for
_AIM = re.compile(
    "(?:并|有力|有效|不断|持续|全力|进一步)*(?:推动|促进|助推|助力|带动|引领)[^，“]*"
    "(?:提升|发展|升级|转型|增长|增收|增效|提质|提速|优化|改善|进步|跨越|延伸|转变|改变|振兴|繁荣|见效|全覆盖|下沉|覆盖[至到][^，]{2,8})$"
    "|(?:有效|切实|真正|全力|着力|全面|积极|持续)*(?:打通|畅通)了?[^，“]{0,16}“□+”$"
)
_ROLL = re.compile("名单|榜单|名录")
# 以高质量发展为主题，以深化改革为主线: how things are done, and nothing done
_GUIDED_BY = re.compile(
    "以.{2,}为(?:主题|主线|引领|目的|目标|宗旨|核心|导向|根本|指导|动力|抓手|重点|统领|总揽|牵引|契机|支撑|突破口|着力点|方向|主旨)$"
)
# 各级党组织的政治领导力、思想引领力、群众组织力、社会号召力持续增强 is long enough for one plan
_LISTED_SUBJECT = re.compile(
    "[^，、]+(?:、[^，、]+){3,}(?<!发展)(?:持续|不断|明显|显著|全面|有效|更加|进一步)"
)
# 坚持民生为本，推动社会事业实现新突破
_REACHES = re.compile("实现[^，]*(?:突破|跨越|提升|跃升)$")
_BY_NOW = re.compile("(?:目前|现|如今|已|正|也|并)*")
_TOP = re.compile(r"走在|一流|样板|领先|前列|示范")


@value_class(frozen=True, slots=True)
class Draft:
    """A statement before it is a fact: its clean span, its claim, the verb's clean span."""

    start: int
    end: int
    kind: Kind
    status: Status | None
    verb: tuple[int, int]
    main: Clause

    @property
    def is_listed(self) -> bool:
        """Return whether it has no verb: an honour that stands in a list by its title alone."""
        return self.verb[0] == self.verb[1]

    def over(self, start: int, end: int) -> Draft:
        """Return the draft with another span."""
        return Draft(start, end, self.kind, self.status, self.verb, self.main)


def join_clauses(judged: tuple[Judged, ...], verbs: VerbLexicon) -> tuple[Draft, ...]:
    """Return the statements of one paragraph, in order."""
    drafts: list[Draft] = []
    for _, sentence in groupby(judged, key=lambda pair: pair[0].sentence):
        row = list(sentence)
        if row[0][0].panel:
            drafts.extend(_panel(row))
        elif any(verdict is not None or clause.modal for clause, verdict in row):
            drafts.extend(_sentence(row, verbs))
    return tuple(drafts)


def _panel(row: list[Judged]) -> Iterable[Draft]:
    """Yield a panel's sentence as one plan; a second top place in it begins another.

    民营经济综合改革成为全市样板，营商环境达到全国一流水平 are two, and what a long list is the
    subject of stands alone.
    """
    open_draft: Draft | None = None
    for clause, verdict in row:
        if verdict is None:
            if open_draft is not None:
                yield open_draft
            open_draft = None
            continue
        draft = _draft(clause, verdict)
        if open_draft is None:
            open_draft = draft
        elif _begins_anew(open_draft.main, clause):
            yield open_draft
            open_draft = draft
        else:
            main = clause if _TOP.search(clause.masked) else open_draft.main
            open_draft = replace(open_draft, end=draft.end, main=main)
    if open_draft is not None:
        yield open_draft


def _begins_anew(told: Clause, clause: Clause) -> bool:
    """Return whether `clause` of a panel is no part of the plan that `told` is the heart of."""
    pair = (told.masked, clause.masked)
    return all(map(_TOP.search, pair)) or any(map(_LISTED_SUBJECT.match, pair))


def _sentence(row: list[Judged], verbs: VerbLexicon) -> list[Draft]:
    """Return the statements of one sentence: leads go forward, aims go back, times stay."""
    drafts: list[Draft] = []
    leads: list[Clause] = []
    purpose = False
    before: Clause | None = None  # an unjudged clause that may hold the subject
    named: Clause | None = None  # the clause that names a list: “…”名单出炉
    people: Clause | None = None  # the first of the people who act together
    for clause, verdict in row:
        if _MAY_BE_PERSON.search(clause.masked) and _PERSON.fullmatch(clause.masked):
            people = people or clause
            continue
        if _is_agreed(drafts, clause):
            drafts[-1] = drafts[-1].over(drafts[-1].start, clause.end)
            continue
        purpose = _is_purpose(clause) or (purpose and not _has_subject(clause))
        if clause.time:
            leads.append(clause)
            continue
        if (
            verdict is None
            or (purpose and verdict.kind is not Kind.HONOUR)
            or (drafts and verdict.status is Status.STARTED and _AIM.match(clause.masked))
        ):
            leads, before = [clause], clause  # whether it leads is asked where a claim follows
            named = clause if _ROLL.search(clause.masked) else named
            continue
        leads = _leading(leads, before, verbs)
        if _tells_how_far(drafts, clause, verdict):
            drafts[-1] = drafts[-1].over(drafts[-1].start, clause.end)
        elif verdict.part is Part.CLAIM or _stands_alone(drafts, clause, verdict, verbs):
            draft = _with_leads(_draft(clause, verdict), leads, drafts, before, named)
            if people is not None:
                draft = draft.over(min(draft.start, people.start), draft.end)
            drafts.append(draft)
            leads = []
        elif verdict.part is Part.TAIL and _joins(drafts, clause):
            drafts[-1] = drafts[-1].over(drafts[-1].start, clause.end)
            leads = []
        else:
            leads.append(clause)
        before = people = None
    return _with_the_rest(drafts, _leading(leads, before, verbs))


def _leading(leads: list[Clause], before: Clause | None, verbs: VerbLexicon) -> list[Clause]:
    """Return `leads` without the unjudged clause `before` that they begin with, if it leads not."""
    if not leads or leads[0] is not before or _leads(before, verbs):
        return leads
    return leads[1:]


def _stands_alone(
    drafts: list[Draft], clause: Clause, verdict: Verdict, verbs: VerbLexicon
) -> bool:
    """Return whether an aim is a plan of its own: 瞄准…，构建现代产业体系, with none before it."""
    nothing = verdict.part is Part.TAIL and not _joins(drafts, clause)
    told = verbs.concrete.search(clause.masked, verdict.verb[1]) or _REACHES.search(clause.masked)
    return nothing and told is not None


def _draft(clause: Clause, verdict: Verdict) -> Draft:
    verb = (clause.start + verdict.verb[0], clause.start + verdict.verb[1])
    return Draft(
        clause.start, clause.start + verdict.end, verdict.kind, verdict.status, verb, clause
    )


def _is_purpose(clause: Clause) -> bool:
    """Return whether a clause only says what for: 为进一步优化营商环境，有效解决困难，…."""
    return _PURPOSE.match(clause.masked) is not None


def _has_subject(clause: Clause) -> bool:
    return _BODY.match(clause.masked) is not None


def _leads(clause: Clause, verbs: VerbLexicon) -> bool:
    return is_lead(clause, verbs) and not verbs.rhetoric.search(clause.text)


def _with_leads(
    draft: Draft,
    leads: list[Clause],
    drafts: list[Draft],
    before: Clause | None,
    named: Clause | None,
) -> Draft:
    """Return `draft` from its time or its lead on; earlier leads go back to the claim before."""
    kept = leads
    if draft.kind not in {Kind.PLAN, Kind.MEASURE}:
        kept = [c for c in leads[-1:] if c.time]
    elif len(leads) > 1 and _joins(drafts, leads[-2]) and not leads[0].time:
        drafts[-1] = drafts[-1].over(drafts[-1].start, leads[-2].end)
        kept = leads[-1:]
    while kept and (
        draft.end - kept[0].start > _LONGEST
        or (len(kept) > 1 and draft.start - kept[0].start > _LONGEST_LEADS)
    ):
        kept = kept[1:]
    if kept:
        return draft.over(kept[0].start, draft.end)
    own = draft.main.masked
    if before is not None and draft.kind is Kind.STANDING and COMPARES.match(own):
        return draft.over(before.start, draft.end)
    alone = before is not None and _SUBJECT_ALONE.match(before.masked)
    if before is not None and (own.startswith("榜上有名") or (alone and _NO_SUBJECT.match(own))):
        first = named if named is not None and own.startswith("榜上有名") else before
        return draft.over(first.start, draft.end)
    return draft


def _tells_how_far(drafts: list[Draft], clause: Clause, verdict: Verdict) -> bool:
    """Return whether a clause without a subject tells how far a plan is: …，目前已初具规模."""
    begun = verdict.kind is Kind.MILESTONE and verdict.status is Status.STARTED
    if not begun or not _joins(drafts, clause):
        return False
    bare = _BY_NOW.match(clause.masked)
    return verdict.verb[0] <= (bare.end() if bare else 0)


_TOGETHER = re.compile(
    "(?:双方)?(?:将|拟)?(?:共同|合作|联合|携手|共)(?:投资|出资)?(?:开发|建|打造|推进|设立|组建|研发)"
)


def _is_agreed(drafts: list[Draft], clause: Clause) -> bool:
    """Return whether `clause` says what was agreed on: 与甲公司签订协议，共同开发乙园."""
    if not drafts or drafts[-1].status is not Status.SIGNED:
        return False
    told = drafts[-1]
    follows = told.main.sentence == clause.sentence and 0 < clause.start - told.end <= 2
    return follows and _TOGETHER.match(clause.masked) is not None


def _joins(drafts: list[Draft], clause: Clause) -> bool:
    """Return whether `clause` goes on with the last claim: a plan of the same sentence."""
    return (
        bool(drafts)
        and drafts[-1].main.sentence == clause.sentence
        and drafts[-1].kind is Kind.PLAN
        and clause.end - drafts[-1].start <= _LONGEST
    )


def _with_the_rest(drafts: list[Draft], leads: list[Clause]) -> list[Draft]:
    """Return `drafts` with a sentence's last leads: joined, or a plan where they say so."""
    leads = [clause for clause in leads if not _GUIDED_BY.search(clause.masked)]
    rest = [clause for clause in leads if not clause.time]
    if not rest:
        return drafts
    if _joins(drafts, rest[-1]):
        return [*drafts[:-1], drafts[-1].over(drafts[-1].start, rest[-1].end)]
    if drafts or not any(c.modal for c in leads) or not rest[0].future:
        return drafts
    start, end = leads[0].start, rest[-1].end
    if end - start > _LONGEST:
        end = rest[0].end
    main = rest[0]
    return [Draft(start, end, Kind.PLAN, Status.PLANNED, (main.start, main.end), main)]
