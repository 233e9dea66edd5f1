"""What a clause is to its sentence: a claim of its own, or carried by another.

Input: a `Clause` and the verb lexicon. Output: a `Part`. It does not judge what is claimed.
"""

from __future__ import annotations

import re
from enum import StrEnum

from briefgen.extract.statement_clauses import Clause, after_modal
from briefgen.extract.statement_lexicon import VerbLexicon, without_adverbs


class Part(StrEnum):
    """What a clause is to its sentence."""

    CLAIM = "claim"
    LEAD = "lead"  # 聚焦…: joins the claim after it
    TAIL = "tail"  # 形成…: joins the claim before it


_ESSAY = re.compile("做[好强优深实][^，]{0,14}“[^”]*(?:文章|篇)”$")  # 做好…“后半篇文章”
# 要强化党建固根基，建强战斗堡垒: the slogan that heads a task
_HEADS_TASK = re.compile(
    "要?[\u4e00-\u9fff]{4}(?!建设|强国|强[县市区省]|保障|保护|提升|促进|强化|优化|补贴)"
    "[抓增保固聚促强优提添惠护筑补求防稳扩][\u4e00-\u9fff]{2}$"
)
_LAST_MILE = re.compile("(?:打通|畅通)[^，“]{0,16}“最[后先初]")
_CAUSED = re.compile(
    r"构建[^，]*“□|推动[^，]*(?:投用|投产|开工|竣工|落地|通车|建成|上市|完工|开业)$|推动(?:建|打造|实施|组建|创建|设立|成立)"
)
_AT_PLACE = re.compile(
    "在(?!此|这)[^，]{2,12}(?:建|设|打造|举|开|新|实施|布局|启动)"
)  # 将在古镇建设…
_INTO = re.compile("[将把][^，]{2,40}?(?:培育|打造|发展|改造)成")
_FIRM = re.compile(r"(?:加快|着力|抓紧|全力)(?:推动|促进|提升|构建|形成|实现)")


def part_of(clause: Clause, verbs: VerbLexicon) -> Part:
    """Return whether a plan's clause stands on its own or carries another."""
    head, leads = _head_of(clause, verbs)
    if leads is not None:
        return Part.LEAD if leads else Part.CLAIM
    if _ESSAY.match(clause.text[-len(head) :]) or _LAST_MILE.match(clause.text[-len(head) :]):
        return Part.TAIL
    if verbs.tail.match(head) and not _CAUSED.match(head):
        return Part.TAIL
    if verbs.slogan.search(clause.masked) and "□" not in clause.masked:
        return Part.TAIL
    return Part.CLAIM


def is_lead(clause: Clause, verbs: VerbLexicon) -> bool:
    """Return whether a clause carries the one behind it: `part_of` gives `Part.LEAD`."""
    return _head_of(clause, verbs)[1] is True


def _head_of(clause: Clause, verbs: VerbLexicon) -> tuple[str, bool | None]:
    """Return what begins a clause behind its modal and adverbs, and whether that is a lead.

    None where neither a lead nor the verb of a claim begins it.
    """
    head = clause.masked[after_modal(clause.text, clause.masked, verbs) :]
    if _HEADS_TASK.fullmatch(head):
        return head, True
    if _FIRM.match(head):
        return head, False
    head = without_adverbs(head, verbs)
    if clause.modal and _AT_PLACE.match(head) and verbs.anchor.search(head, 3):
        return head, False
    return head, not _INTO.match(head) if verbs.lead.match(head) else None
