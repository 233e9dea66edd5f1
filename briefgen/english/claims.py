"""How strong a claim is, and what its time asks of its verb; whether words are a name alone.

Input: facts, times, phrases. Output: modes and aspects. It tells no words.
"""

from __future__ import annotations

import re

from briefgen.english.clauses import Aspect, Mode
from briefgen.english.phrase import Phrase, is_proper
from briefgen.fact import Fact, Kind, Status


def mode_of(fact: Fact) -> Mode:
    """Return where the claim stands, never higher than its status (claims 3)."""
    if fact.kind is Kind.PLAN and fact.status in (None, Status.PLANNED):
        return Mode.AIM
    if fact.status is Status.PLANNED:
        return Mode.AIM
    return Mode.UNDER_WAY if fact.status is Status.STARTED else Mode.DONE


def is_name(phrase: Phrase) -> bool:
    """Return whether a noun alone says what a run is: a body, a congress."""
    return is_proper(phrase) or _MEETING.search(phrase.text) is not None


_MEETING = re.compile(r"\b(?:congress|meeting|session|conference|expo|forum|ceremony)\b")


def aspect_of(time: str, before: Aspect) -> Aspect:
    """Return how deeds after a time are told; a report's date changes nothing."""
    if time.endswith("report"):
        return before
    return Aspect.SINCE if time.startswith("since ") else Aspect.DATED
