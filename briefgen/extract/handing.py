"""Figures handed out in turn to what was told before: …，…，分别增长12.5%和15.8%.

Input: the document's `Desk` and drafts. Output: drafts under the names of what they are of. It
reads no clause: `figures` does, and `distribution` names those of a list in one clause.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.extract.drafts import Desk, Draft
from briefgen.fact import Kind, RelationType

OF_NO_AMOUNT = frozenset({Kind.RANK, Kind.DURATION})
_TOTALS_HANDED = re.compile(
    "(总里程|总面积|总量|总数|数量|规模)[^，]{0,2}分别|(累计)(?:达到?|为|有)(?=[0-9]|$)"
)
_ASPECTS = ("总量", "增速", "增幅", "规模")  # of a measure that is ranked
_IN_ALL = re.compile("[、，](?:累计|总数|总量)(?:达到?|有|为)?")


def newly(desk: Desk, first: Draft, total: Draft) -> Draft:
    """Return what was added before its total: 新增甲7家、累计23家，乙92家、累计216家."""
    text = desk.context.text
    between = _IN_ALL.fullmatch(text, first.quantity.end, total.quantity.start) is not None
    told = (d for d in desk.drafts[-4:] if d.clause.sentence == first.clause.sentence)
    if not between or not any(d.indicator.startswith("新增") for d in told):
        return first
    return replace(first, indicator=f"新增{first.indicator}")


def handed_in_turn(desk: Desk, draft: Draft, number: int, count: int) -> Draft:
    """Return the draft under the name of the figure that 分别 hands it to.

    接待游客…，实现旅游总收入…，分别增长12.5%和15.8%: the first goes to the visitors.
    """
    drafts, clause = desk.drafts, draft.clause
    before = len(drafts) - number
    first: dict[str, int] = {}  # of each measure told in the sentence, its first figure
    for i in range(max(0, before - 8), before):
        told = drafts[i].clause.sentence == clause.sentence
        if told and drafts[i].kind not in OF_NO_AMOUNT:
            first.setdefault(drafts[i].base, i)  # and not its growth
    owners = list(first.values())[-count:]
    if len(owners) < count or count < 2:
        return draft
    near = drafts[owners[-1]].clause  # 收入A和B；余额C和D，增长E和F: a clause has them all, or none
    beside = [d for d in drafts[before - count : before] if d.clause is near]
    if len(beside) == count and drafts[owners[0]].clause is not near:
        return draft
    owner = drafts[owners[number]]
    head = desk.context.text[clause.start : draft.quantity.start]
    totals = _TOTALS_HANDED.search(head)
    aspect = draft.base.removeprefix(drafts[owners[-1]].base)
    ranked = draft.kind is Kind.RANK and aspect in _ASPECTS
    if totals is None and number == 0 and aspect and not ranked:
        return draft
    if totals is not None:  # 新增高新技术企业62家…，总量分别达到412家…
        name = owner.base.removeprefix("新增").removeprefix("净增")
        name += totals.group(1) if totals.group(1) in ("总里程", "总面积") else ""
        return replace(draft, indicator=name, base=owner.base, tie=None, tied=None)
    like = draft if draft.kind is not Kind.RANK or not number else drafts[-1]
    whose = next((a for a in _ASPECTS if draft.kind is Kind.RANK and like.base.endswith(a)), "")
    name = owner.base + whose + like.indicator[len(like.base) :]  # 分居全省第2、第3位
    tie = RelationType.GROWTH_OF if draft.kind is Kind.GROWTH else None
    tied = owners[number] if tie else None
    begun = drafts[owners[0]].from_clause  # all that is handed out stands in the quote
    start = begun if begun.sentence == clause.sentence else draft.from_clause
    return replace(
        draft, indicator=name, base=owner.base + whose, tie=tie, tied=tied, from_clause=start
    )
