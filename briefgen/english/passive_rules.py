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
    if other.text in ("invest", "donate", "spend", "raise"):
        return None  # 东山煤矿累计投入: the mine is nothing that is invested
    predicate = _passive(other)
    return Phrase("S", predicates=(predicate,), subject=one) if predicate else None


_OWN_MAKERS = re.compile(
    r"(?:make|build|produce|launch|create|set|found|hold|grow|raise|run|draw up|issue|own"
    r"|provide|design|manufacture|decide on|put forward|set up|jointly build|invest in)$"
)


@rule(("N", "V"), cost=0.3)
def _which_they(one: Phrase, other: Phrase) -> Phrase | None:
    """东河科技研发的敷料: what a firm or a body has made, before the noun that it is of."""
    made = _passive(other)
    firm = any(how == "firm" for _, _, how in one.terms)  # what a place develops is its growth
    makes = _OWN_MAKERS.match(other.text) or (firm and other.text == "develop")
    if made is None or not makes or one.items:
        return None
    if not (is_proper(one) or is_name_of_body(one)):
        return None
    done = f"{made.verb.removeprefix('be ')} by {noun(one)}"
    return Phrase("NV", " ".join(w for w in (made.before, done, made.after) if w))


def is_name_of_body(phrase: Phrase) -> bool:
    """Return whether a noun is a meeting or a body that decides: 人大二次会议."""
    return re.search(r"\b(?:session|congress|committee|government)\b", phrase.text) is not None


@rule(("NV", "的"), cost=0.0)
def _that_they(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="NV的")


@rule(("NV的", "N"), cost=0.1)
def _made_by(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items or is_proper(other):
        return None
    single = f"{other.single} {one.text}" if other.single else ""
    return replace(other, text=f"{other.text} {one.text}", attr="", single=single)


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


@rule(("BY", "VP"), cost=0.2)
def _honoured_by(one: Phrase, other: Phrase) -> Phrase | None:
    """被省政府评为示范区: was rated as a demonstration district by the provincial government."""
    first = other.predicates[0]
    if len(other.predicates) > 1 or not first.verb.startswith("be "):
        return None
    after = f"{first.after} by {one.text}".strip()
    return Phrase("VP", predicates=(replace(first, after=after),))
