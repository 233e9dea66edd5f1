"""Figures told among the problems of their text: 存在的不足：亿元以上企业不足30家，链条短.

Input: a paragraph's clauses as statements are read from them, then the clause of a figure. Output:
whether the figure tells what falls short. It does not look for problems.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from briefgen.extract.clauses import Clause as Stretch
from briefgen.extract.context import Context
from briefgen.extract.quick import compiled
from briefgen.extract.statement_clauses import Clause

_FEW = compiled("[仅只]|不[足到及]|低于|[落滞]后")
# 虽然总量突破300亿元, 已整改完成12项, 梳理企业存在的问题90个: granted, amended, or gathered
_NO_LACK = compiled(
    "^(?:虽|尽管)|(?:收集|梳理|排查|摸排|征集|受理|查摆)[^，]*(?:问题|诉求|困难)"
    "|(?:整改|办结|化解|解决|完成|销号)(?!(?:进度|率|情况)?[^，]{0,4}[仅只不])"
)


def note_troubles(
    context: Context, clauses: Iterable[Clause], hard: Collection[int], *, under_heading: bool
) -> None:
    """Remember which clauses stand among problems: in one of the sentences `hard` that tell one,
    under a heading that does, or in few words of their own (仅12家)."""
    known: dict[int, bool] = context.remembered[is_lack]
    for clause in clauses:
        told = clause.troubled and (
            under_heading or clause.sentence in hard or _FEW.search(clause.masked) is not None
        )
        here = context.clause_at(clause.start) if told else None
        if here is not None:
            known[here.index] = True


def is_lack(context: Context, clause: Stretch) -> bool:
    """Return whether a figure of `clause` is told among problems, and tells one."""
    known: dict[int, bool] = context.remembered[is_lack]
    return clause.index in known and _NO_LACK.search(context.clause_text(clause)) is None
