"""Slips of the print that can be seen in a clause: a word set twice, a share above its whole.

Input: a figure's words, name, kind and value. Output: flags for the reader. It mends nothing: the
quote stays as printed, and what a name must mean is `naming`'s part.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefgen.characters import DAMAGED, has_unseen
from briefgen.extract.drafts import Draft
from briefgen.fact import Kind

# 市场主体主体, 全区全区; not 一步一步, 企业企业家, 大学大学生, 研究研究
_TWICE = re.compile("(?![一几很许好再])([\u4e00-\u9fff]{2,6})\\1(?![家生级者员型性化部委局工])")
_MEANT_TWICE = frozenset(("研究", "商量", "交流", "讨论", "学习", "考虑", "许多", "非常", "永远"))
# 占年度计划的105% and 恢复至2019年的112% may well be above
_OF_A_WHOLE = re.compile(
    "占[^，。]*(?:比重|比例)$|占比$|份额$|(?:覆盖|合格|达标|满意|办结|优良|办复|及格|抽检合格)率$"
)
_OF_AN_AIM = re.compile("计划|任务|目标|预算|指标|恢复|同期|上年|去年|存贷|负债")


def flags_of(
    draft: Draft,
    quote: str,
    words: str,
    kind: Kind,
    values: tuple[Decimal, ...],
    *,
    doubtful: bool,
) -> tuple[str, ...]:
    """Return the flags of a figure: `words` is its quote as cleaned; `doubtful`: so is its page."""
    over_100 = is_over_100(draft.indicator, kind, draft.quantity.unit, values)
    found: list[str] = []
    if draft.meant is not None or over_100:
        found.append("source_slip")
    if says_twice(words):
        found.append("doubled_word")
    if over_100:
        found.append("over_100")
    if draft.over_whole:
        found.append("over_whole")
    if "\n" in quote:
        found.append("wrapped")
    if draft.rhetorical:
        found.append("rhetorical")
    if doubtful and has_unseen(quote):
        # a zero-width space in 1600, a direction override around 12.5%: look at the print
        found.append("invisible")
    if doubtful and DAMAGED.search(quote) is not None:
        # a glyph of a font that is not here, half a pair: it may have been a digit
        found.append("damaged")
    return tuple(found)


def says_twice(words: str) -> bool:
    """Return whether a word stands twice in a row in `words`, as no sentence of Chinese has it."""
    if _TWICE.search(words) is None:
        return False
    return any(match[1] not in _MEANT_TWICE for match in _TWICE.finditer(words))


def is_over_100(name: str, kind: Kind, unit: str, values: tuple[Decimal, ...]) -> bool:
    """Return whether a share of a whole is told to be more than the whole."""
    if unit != "%" or kind not in (Kind.SHARE, Kind.LEVEL, Kind.TARGET) or max(values) <= 100:
        return False
    return _OF_A_WHOLE.search(name) is not None and _OF_AN_AIM.search(name) is None
