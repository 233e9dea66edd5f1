"""What a chart needs to know of a figure before it is drawn: how sure it is, what it is called.

Input: facts. Output: Chinese text that says no more than the source does. It chooses nothing, and
knows no place and no indicator.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.fact import Fact, Kind

TITLE_LIMIT = 22  # characters

EXPECTED = ("预计", "预期", "有望", "力争", "目标", "计划", "拟", "将")
# 超过7.8万户 and 95%以上 only bound a value; 近1万家 and 5000余户 stand close to it
_BOUNDS = frozenset(
    re.findall(
        r"\S+",
        "超过 超过了 突破 突破了 超 逾 破 不低于 不少于 至少 以上 不超过 不足 不到 最多 以下 以内",
    )
)
_PLAIN = frozenset(("达", "达到"))  # 科技型企业达1600家: a verb, no hedge
_RATE_TAIL = re.compile(
    r"(?:同比|年均|环比|比上年|较上年)?(?:实际|名义)?(?:增速|增长率|增长|增幅)$"
)


def rate_name(fact: Fact) -> str:
    """Return what grows, without the words for growth: 地区生产总值 of 地区生产总值年均增速."""
    return _RATE_TAIL.sub("", fact.indicator) or fact.indicator


# --- figures ----------------------------------------------------------------------------------


def hedges(fact: Fact) -> tuple[str, ...]:
    """Return the fact's hedges; 达 is only a verb."""
    return tuple(q for q in fact.qualifiers if q not in _PLAIN)


def is_exact(fact: Fact) -> bool:
    """Return whether the figure is told without hedge, bound or expectation."""
    plain = fact.low is None and fact.high is None and not hedges(fact)
    return plain and not is_expected(fact)


def is_expected(fact: Fact) -> bool:
    """Return whether the figure is a target or an expectation, not something that happened."""
    return fact.kind is Kind.TARGET or any(q.startswith(EXPECTED) for q in fact.qualifiers)


def is_bound(fact: Fact) -> bool:
    """Return whether the figure only says that the value lies above or below it."""
    return any(q in _BOUNDS for q in fact.qualifiers)


def printed_unit(facts: Sequence[Fact]) -> str:
    """Return the unit with the magnitude that all figures are printed in: 亿元 of 700亿元."""
    unit = facts[0].unit or ""
    scales = {(f.number_text or "")[-1:] for f in facts}
    scale = scales.pop() if len(scales) == 1 else ""
    return scale + unit if scale in ("万", "亿") else unit


# --- titles -----------------------------------------------------------------------------------


def first_fitting(candidates: Sequence[str]) -> str:
    """Return the first candidate of at most 22 characters, or the shortest of all."""
    fitting = [c for c in candidates if len(c) <= TITLE_LIMIT]
    return fitting[0] if fitting else min(candidates, key=len)
