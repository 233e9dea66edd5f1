"""Whom a statement is about: the subject of its verb.

Input: a `Context` and a draft. Output: a name and its `Level`: the area, a body within it, or a
project by its own name. A list with 等 is the area's (甲、乙等项目开工), and so is a clause whose
subject is left out, unless a body was named in its sentence. It reads no figures.
"""

from __future__ import annotations

import re

from briefgen.document import Area
from briefgen.extract.clauses import Clause as ContextClause
from briefgen.extract.context import Context
from briefgen.extract.statement_clauses import Clause, after_modal
from briefgen.extract.statement_joins import Draft
from briefgen.extract.statement_lexicon import VerbLexicon
from briefgen.fact import Kind, Level

Scope = tuple[str, Level]

_HAN = r"[\u4e00-\u9fffA-Za-z0-9（）()·“”]"
# a body that acts for itself
_BODY = (
    r"(?:公司|集团|厂|商会|协会|合作社|镇|乡(?!村)|(?<![农驻乡和])村|街道|社区|大学|学院|学校|小学|中学|校区|幼儿园|医院|院区|保健院|研究院|"
    r"园区|新城|高新区|经开区|开发区|党支部|党委|银行|支行|酒店)"
)
# a work that has a name of its own
_WORK = (
    r"(?:基地|中心|产业园|公园|生态圈|生态园|示范园|园|片区|中心区|街区|广场|项目|工程|水库|高铁|铁路|高速|线|段|路|大道|"
    r"大桥|桥|隧道|枢纽|站|馆|港|[一二三四五]期|大会|代表大会|实验室|保护区|绿道|长廊)"
)
_BODY_FIRST = re.compile(rf"{_HAN}{{2,20}}?{_BODY}(?![\u4e00-\u9fff]?[级化])")
_BODY_LAST = re.compile(rf"{_BODY}\Z")
_NAMED = re.compile(rf"{_HAN}+?(?:、{_HAN}+?)*(?:{_BODY}|{_WORK})$")
_FIRM = re.compile(r"[\u4e00-\u9fff（）()]{2,20}?(?:有限公司|股份公司|集团|合作社)")
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:镇|村|社区|街道|学校|小学|中学|医院)(?!委|长)")
_AT_HEAD = re.compile(
    r"^(?:(?:自|从|到|在)?(?:\d{4}年|去年|今年|明年|当天|当日|近日|日前|目前|当前|如今|今后|未来|过去|近年来?|\d{1,2}月|"
    r"\d{1,2}日|[一二三四五六七八九十\d]+年|以来|开始|期间|上午|下午|下一步|接下来)+[，,]?"
    r"|其中|例如|同时|此外|随后|随即|然后|还有|据了解|记者了解到|[一二三四五六七八九]是"
    r"|位于[^，]{1,20}?的|地处[^，]{1,20}?的|作为[^，]{1,30}?的)+"
)
_OBJECT = re.compile(
    r"(?:与|同|对|将|把|为|被|在|向|从|由|就|因|获|以(?![东西南北上下来及内外])|按照|围绕|协助|结合|完成|举全)"
)
_WE = re.compile(
    r"我们|全[区县市州]|我[区县市州]|[区县市州](?:委|政府|人大常委会|政协)|各级|各部门|会议|大会|双方"
)
_TRAILING = re.compile(
    r"(?:将|要|已经?|正在?|还|也|均|都|分别|成功|先后|顺利|正式|如期|圆满|全面|整体|全部|有序|连续|最近|近日|及时"
    r"|积极|大力|共|同|就|、|全线|被)+$"
)


class Subjects:
    """Whom the statements of one document are about; what clauses name is read once."""

    def __init__(self, context: Context, verbs: VerbLexicon) -> None:
        self._context = context
        self._verbs = verbs
        self._acts = (
            verbs.anchor,
            verbs.adverb,
            verbs.tail,
            verbs.lead,
            *(group.pattern for group in verbs.groups),
        )
        # by clause: the subject named last in its sentence, up to that clause
        self._named: dict[int, Scope | None] = {}

    def subject_of(self, draft: Draft) -> Scope:
        """Return the subject of `draft` and its level."""
        context, verbs = self._context, self._verbs
        clause = draft.main
        before = context.text[clause.start : max(draft.verb[0], clause.start)]
        modal = after_modal(clause.text, clause.masked, verbs)
        if not before and modal:
            before = clause.text[:modal]
        if draft.kind is Kind.PROBLEM:
            firm = _FIRM.search(clause.text)
            before = firm.group() if firm else ""
            before = re.sub(r"^(?:了解到|反映|走访)", "", before)
        own = _noun(before, clause, verbs)
        found = _named(context, own, clause.start)
        if found is None and not own:
            found = self._inherited(clause)
        return found or (context.area.place, Level.DISTRICT)

    def _inherited(self, clause: Clause) -> Scope | None:
        """Return the body that begins an earlier clause of the same sentence, or None."""
        here = self._context.clause_at(clause.start)
        if here is None:
            return None
        last = here.index if here.start < clause.start else here.index - 1
        first = self._context.first_clause[here.sentence]
        at = last
        while at >= first and at not in self._named:
            found = self._begins(self._context.clauses[at])
            if found is not None:
                self._named[at] = found
                break
            at -= 1
        told = self._named[at] if at >= first else None
        self._named.update(dict.fromkeys(range(at + 1, last + 1), told))
        return told

    def _begins(self, clause: ContextClause) -> Scope | None:
        """Return the body that `clause` begins with, or None."""
        area = self._context.area
        words = _AT_HEAD.sub("", self._context.clause_text(clause))
        if _WE.match(words) or _without_area(words, area) != words:
            return area.place, Level.DISTRICT
        known = [e for e in area.entities if words.startswith(e)]
        if known:
            return max(known, key=len), Level.ENTITY
        if words[:1] in "新改扩建" or any(act.match(words) for act in self._acts):
            return None
        body = _BODY_FIRST.match(words)
        if body and not _OBJECT.search(body.group()):
            return body.group(), Level.ENTITY
        return None


def speaker_scope(context: Context, speaker: str) -> Scope:
    """Return the body whose officer speaks (某村党支部书记), the area for anybody else."""
    bodies = [e for e in context.area.entities if e in speaker]
    if bodies:
        return max(bodies, key=len), Level.ENTITY
    firm = _FIRM.search(speaker) or _VILLAGE.match(speaker)
    return (firm.group(), Level.ENTITY) if firm else (context.area.place, Level.DISTRICT)


def _noun(before: str, clause: Clause, verbs: VerbLexicon) -> str:
    """Return the noun phrase at the head of `before`, without time, adverbs and objects."""
    modal = after_modal(clause.text, clause.masked, verbs)
    text = before[: modal - 1] if 0 < modal <= len(before) else before
    text = _AT_HEAD.sub("", text).strip("，, ")
    cut = _OBJECT.search(text)
    text = text[: cut.start()] if cut else text
    return _TRAILING.sub("", text)


def _named(context: Context, own: str, at: int) -> Scope | None:
    """Return the name that `own` is; the area where it is one of its names; None for neither."""
    area = context.area
    if not own:
        return None
    bare = own.removeprefix(area.place)
    if not _without_area(own, area) or _WE.match(own):
        return area.place, Level.DISTRICT
    full = _full_firm(context, bare, at)
    if full is not None:
        return full, Level.ENTITY
    if "等" in own or len(own) > 40 or not _NAMED.fullmatch(own):
        known = [e for e in area.entities if own.startswith(e)]
        if not known or "等" in own:
            return None
        first = own.split("、")
        named = "、".join(first[:2]) + "等" if len(first) > 2 else max(known, key=len)
        return named, Level.ENTITY
    body = _BODY_LAST.search(own) is not None or bare in area.entities
    return (bare if body or len(bare) > 2 else own), (Level.ENTITY if body else Level.DISTRICT)


def _without_area(own: str, area: Area) -> str:
    for name in sorted((area.place, *area.aliases), key=len, reverse=True):
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
    ends = "商会|协会" if short in {"商会", "协会"} else "有限公司|股份公司"
    tail = "" if short in {"商会", "协会"} else r"[\u4e00-\u9fff]{0,8}?"
    pattern = rf"[\u4e00-\u9fff（）()]{{0,10}}{re.escape(short)}{tail}(?:{ends})"
    if tail == "":
        pattern = rf"[\u4e00-\u9fff]{{2,8}}{re.escape(short)}"
    names = [
        re.split(r"(?:了解到|[与和的于是为]|会见了?|希望|代表)", m)[-1]
        for m in re.findall(pattern, told)
    ]
    whole = [name for name in names if name.endswith(short) or "公司" in name]
    return max(whole, key=len) if whole else None
