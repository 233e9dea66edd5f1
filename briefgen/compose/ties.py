"""Which facts the source itself ties: by a relation, or by telling them in one breath.

Input: facts. Output: groups of them. It weighs nothing and words nothing.
"""

from __future__ import annotations

from briefgen.compose.weights import (
    is_attribute,
    is_inner,
    is_intended,
    is_unnamed,
    leads_on,
    leans_back,
)
from briefgen.fact import Fact, Kind, Level, RelationType
from briefgen.telling import COUNTED_UP

TYING = frozenset(
    {
        RelationType.GROWTH_OF,
        RelationType.PART_OF,
        RelationType.SAME_EVENT,
        RelationType.RANK_OF,
        RelationType.FROM_TO,
    }
)
_MOST_SIDE_BY_SIDE = 3  # figures in one breath


def _side_by_side(one: Fact, other: Fact) -> bool:
    """Return whether the source itself tells two facts in one breath, next to each other.

    Figures of one sub-topic or of one unit and kind (民营经济增加值占GDP比重50%，税收占比75%); a
    count of people and what was done with them (成立临时党委，抽调160余名党员干部); and a figure
    without a name of its own (形成相关措施办法，包括6个方面18条内容).
    """
    gap = other.start - one.end
    if other.kind is Kind.STANDING and leads_on(other):
        return gap <= 1 and one.source == other.source and one.scope == other.scope
    if is_attribute(one) and is_intended(one) and is_intended(other):
        return gap <= 1 and one.source == other.source  # 计划投资9.6亿元，实施…18个项目
    if {*one.flags, *other.flags} - {COUNTED_UP} or other.is_statement or one.scope != other.scope:
        return False
    inner = is_inner(other) and one.level is other.level
    if inner and not one.is_statement and one.source == other.source:
        return 0 <= gap <= 1  # 一般公共预算收入118亿元，其中税收收入占比76.2%
    if leans_back(other) and one.level is Level.DISTRICT and one.source == other.source:
        return gap <= 1 and is_intended(one) == is_intended(other)  # 立案31起，罚款286万元
    if one.is_statement:
        people = other.unit in ("人", "名") and other.kind is Kind.COUNT
        return gap <= 1 and not is_intended(one) and (people or is_unnamed(other))
    if one.level is Level.ENTITY:
        return gap <= 2  # 仅用48天时间，就完成了195户500人搬迁协议签订
    same = (one.topic, one.period, one.themes[:1]) == (other.topic, other.period, other.themes[:1])
    # a growth of what is told elsewhere goes with that: 税收占比76.2%。存款2246.9亿元，增长9.1%
    grown = other.kind is Kind.GROWTH and all(r.to == one.id for r in other.relations)
    alike = (one.unit, one.kind) == (other.unit, other.kind) or grown
    return gap <= 1 and one.level is Level.DISTRICT and same and alike


def tied(facts: list[Fact]) -> list[tuple[Fact, ...]]:
    """Return `facts` in groups: tied by a relation of the source, or told by overlapping words."""
    parent = {f.id: f.id for f in facts}

    def root(fact_id: str) -> str:
        while parent[fact_id] != fact_id:
            fact_id = parent[fact_id]
        return fact_id

    def tie(one: str, other: str) -> None:
        if one in parent and other in parent:
            parent[root(other)] = root(one)

    ordered = sorted(facts, key=lambda f: (f.source, f.start, -f.end))
    reach: Fact | None = None
    beside = 0
    for fact in ordered:
        if reach is None or fact.source != reach.source:
            reach = fact
        elif fact.start < reach.end:
            tie(reach.id, fact.id)
        elif _side_by_side(reach, fact) and beside < _MOST_SIDE_BY_SIDE - 1:
            tie(reach.id, fact.id)
            beside += fact.level is Level.DISTRICT
        else:
            beside = 0
        reach = max(reach, fact, key=lambda f: f.end)
        for relation in fact.relations:
            if relation.type in TYING:
                tie(relation.to, fact.id)
    groups: dict[str, list[Fact]] = {}
    for fact in ordered:
        groups.setdefault(root(fact.id), []).append(fact)
    return [tuple(group) for group in groups.values()]
