"""What became of a plan whose time is over, where a report tells it.

Input: a lapsed plan and the facts of all themes. Output: the fact that tells the result. It does
not judge whether the plan was met.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from briefgen.compose.messages import Message
from briefgen.compose.wording import clause_text
from briefgen.fact import Fact, Kind, Status
from briefgen.lexicon import Lexicon
from briefgen.telling import dense, states_period

_ACTUAL = frozenset({Kind.LEVEL, Kind.COUNT, Kind.SHARE, Kind.GROWTH})
_DONE = frozenset({Status.STARTED, Status.DONE, Status.AWARDED, Status.SIGNED})
_NAMED = 5  # characters that a plan and its result have in common: 青川高速公路
_NAMED_SHARE = 0.6  # of the plan's words, where it is short


def outcome(plan: Message, facts: Sequence[Fact], lexicon: Lexicon) -> Fact | None:
    """Return what a later report tells of the year that the target was set for, or of the thing
    that was to be done; None where no report does, and of several targets told at once."""
    if len(plan.facts) != 1:
        return None
    aim = plan.lead
    later = [f for f in facts if (f.published or "") > (aim.published or "") and not f.speaker]
    if aim.kind is Kind.TARGET:
        told = [f for f in later if _is_result(f, aim, lexicon)]
        return min(told, key=lambda f: f.low is not None or f.high is not None, default=None)
    return max(
        (f for f in later if f.kind is Kind.MILESTONE and f.status in _DONE and _names(f, aim)),
        key=lambda f: _shared(f, aim),
        default=None,
    )


def _is_result(fact: Fact, aim: Fact, lexicon: Lexicon) -> bool:
    where = (fact.scope, fact.unit, fact.level) == (aim.scope, aim.unit, aim.level)
    when = states_period(fact) and fact.period == aim.period
    one, other = (f.indicator.replace("同比", "") for f in (fact, aim))
    grown = (fact.kind is Kind.GROWTH) == one.endswith("增速")
    named = one == other or lexicon.same_measure(one, other)
    return where and when and named and grown and fact.kind in _ACTUAL and len(fact.values) == 1


def _names(fact: Fact, aim: Fact) -> bool:
    return _shared(fact, aim) >= max(_NAMED, _NAMED_SHARE * len(dense(clause_text(aim))))


def _shared(fact: Fact, aim: Fact) -> int:
    """Return how many characters in a row a plan and a deed have in common."""
    one, other = dense(clause_text(aim)), dense(clause_text(fact))
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
