"""Rules for what is done to something: 任务全面落实, 做法被上级通报表扬.

Input: phrases. Output: clauses in the passive. A doer is never made the one that it is done to.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.english.phrase import Form, Phrase, Predicate, is_proper, noun, told
from briefgen.english.register import rule

_HANGING = ("of", "in", "on", "with", "to", "for", "from", "up")
_DOERS = re.compile(
    r"\b(?:enterprises?|officials?|people|residents?|members|governments?|committees?|workers"
    r"|farmers|villagers|students|teachers|households?|firms|companies|teams?|Party|public)\b"
)


def _passive(verb: Phrase) -> Predicate | None:
    """Return a verb without its object in the passive, None where it takes none or has one."""
    first = verb.predicates[0]
    plain = len(verb.predicates) == 1 and not first.rest and not re.search("[…§&]", first.verb)
    if not plain or first.verb.startswith("be ") or first.verb.rpartition(" ")[2] in _HANGING:
        return None
    done = told(Predicate(first.verb), Form.PARTICIPLE)
    return replace(first, verb=f"be {done}")


@rule(("N", "V"), cost=1.2)
def _is_done(one: Phrase, other: Phrase) -> Phrase | None:
    """河道全部消除, 政策全面落实: what was done to it, told with how."""
    if other.words < 2 or is_proper(one) or _DOERS.search(noun(one)):
        return None
    predicate = _passive(other)
    return Phrase("S", predicates=(predicate,), subject=one) if predicate else None


@rule(("被", "N"), cost=0.0)
def _by(_mark: Phrase, other: Phrase) -> Phrase:
    return replace(other, cat="BY", text=noun(other), items=())


@rule(("BY", "V"), cost=0.2)
def _done_by(one: Phrase, other: Phrase) -> Phrase | None:
    """被国务院通报表扬: was commended by the State Council."""
    predicate = _passive(other)
    if predicate is None:
        return None
    after = f"{predicate.after} by {one.text}".strip()
    return Phrase("VP", predicates=(replace(predicate, after=after),))
