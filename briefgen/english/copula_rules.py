"""Rules for what something is: 清河港是全市最大的散货港.

Input: phrases. Output: clauses. A thing that is the largest or the only one is so in the source.
"""

from __future__ import annotations

import re

from briefgen.english.phrase import Phrase, Predicate, one_of
from briefgen.english.register import rule


@rule(("是", "N"), cost=0.4)
def _is(_mark: Phrase, other: Phrase) -> Phrase | None:
    if other.items:
        return None
    return Phrase("IS", predicates=(Predicate("be", one_of(other)),))


@rule(("为", "N"), cost=0.6)
def _is_the_most(_mark: Phrase, other: Phrase) -> Phrase | None:
    """为全省最大的内河港: what 为 says a thing is, where it is the most or the first."""
    the_most = re.match(r"(?:the \w+|\w+ ?\w*)'s (?:\w+est|only|first) ", other.singular)
    return _is(_mark, other) if the_most else None


@rule(("N", "IS"), cost=0.4)
def _is_what(one: Phrase, other: Phrase) -> Phrase | None:
    if one.items or one.event:
        return None
    return Phrase("S", predicates=other.predicates, subject=one)
