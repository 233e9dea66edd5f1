"""Projects as subjects: what a named project costs, covers or will yield is its own.

Input: a `Context`, a clause and what a figure measures. Output: the project, or None. It is asked
only where no body, firm or area is the subject: `scope` looks for those first.
"""

from __future__ import annotations

import re

from briefgen.extract.body_names import subject_start
from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context, once_each
from briefgen.extract.short_bodies import Scope
from briefgen.fact import Level

_OWN = re.compile(
    "总?投资|占地|用地|面积|年产|产值|产能|税收|利税|纳税|就业|岗位|生产线|厂房|容纳|装机|库容|全长|工期|销售收入"
)
_NAME = "[\u4e00-\u9fffA-Za-z0-9（）“”]{4,30}?(?:建设)?项目"
_DOES = (
    "(?=位于|总投资|计划|占地|用地|规划|由[^，。；]{2,12}(?:投资|建设)|选址|坐落"
    "|分[一二两三]期|[一二三]期|建成后|投产后|达产后|(?:建成|竣工|正式|顺利)*投产$)"
)
_NAMED = re.compile(f"(?P<name>{_NAME}){_DOES}")
_TOLD = re.compile(
    f"(?P<name>{_NAME})(?=位于|总投资|计划|占地|用地|规划|由|开工|签约|落户|举行|正式|顺利|建成|投产|奠基|启动)"
)
_SHORT = re.compile("(?:这个|该|此|本)?项目(?!个|数|化|制|部|法|清单|库|审批|资金|建设(?!规模))")
_NO_NAME = re.compile(
    "[，。；]|一批|等(?:一批)?项目|重点项目|重大项目|个项目|[这该此本各]个?项目|以上项目"
)
_FAR = 200  # characters back to the project's name


def project_of(context: Context, clause: Clause, measure: str) -> Scope | None:
    """Return the project that the clause speaks of, if `measure` is a thing that projects have.

    恒远建材项目位于青山镇，总投资17.8亿元，用地400亩; 这个项目总投资6.3亿元 after its name.
    """
    if _OWN.search(measure) is None:
        return None
    for index in range(clause.index, context.first_clause[clause.sentence] - 1, -1):
        if (found := _subject(context, context.clauses[index])) is not None:
            return found
    return None


@once_each
def _subject(context: Context, clause: Clause) -> Scope | None:
    """Return the project that begins `clause`, by its name or as 这个项目."""
    if context.text.find("项目", clause.start, clause.end) < 0:
        return None
    first = subject_start(context, clause)
    named = _NAMED.match(context.text, first, clause.end)
    if named is not None and _is_name(named["name"]):
        return named["name"], Level.ENTITY
    if _SHORT.match(context.text, first, clause.end) is None:
        return None
    told = [
        m["name"]
        for m in _TOLD.finditer(context.text, max(0, first - _FAR), first)
        if _is_name(m["name"])
    ]
    return (told[-1], Level.ENTITY) if told else None


def _is_name(words: str) -> bool:
    return words.count("（") == words.count("）") and _NO_NAME.search(words) is None
