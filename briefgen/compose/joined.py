"""Figures of one matter that one report tells one after another, made one key point.

Input: messages and their sub-topics. Output: messages; what was not joined stays as it is. It picks
no key point, and what it joins is still cited fact by fact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from briefgen.compose.messages import Message
from briefgen.compose.weights import is_one_of, leans_back
from briefgen.fact import Fact, Kind, Level
from briefgen.telling import COUNTED_UP

_KINDS = frozenset({Kind.COUNT, Kind.SHARE, Kind.LEVEL})
_NEAR = 60  # characters between two figures of one list
_MOST = 3
_HARMLESS = frozenset({"wrapped", COUNTED_UP})  # how a line is printed, or to which day it counts


def join_lists(
    messages: Sequence[Message],
    topics: Mapping[int, str | None],
    fits: Callable[[Message], bool],
) -> tuple[list[Message], dict[int, str | None]]:
    """Return `messages`, figures of one list, unit and sub-topic made one, and their sub-topics.

    高新技术企业350家，国家级小巨人企业18家，市级企业162家 is one message of key points; a list has
    at most three figures, and no more than a key point has room for, which `fits` tells.
    """
    out: list[Message] = []
    told = dict(topics)
    for message in messages:
        place = next((at for at, one in enumerate(out) if _is_list(one, message, told)), None)
        joined = _together(out[place], message) if place is not None else message
        if place is None or not fits(joined):
            out.append(message)
        else:
            told[id(joined)] = told.get(id(out[place]))
            out[place] = joined
    return out, told


def _together(one: Message, other: Message) -> Message:
    facts = sorted((*one.facts, *other.facts), key=lambda f: (f.start, -f.end))
    return replace(one, facts=tuple(facts), echoes=(*one.echoes, *other.echoes))


def _is_list(one: Message, other: Message, topics: Mapping[int, str | None]) -> bool:
    plain = all(_is_plain(m) for m in (one, other)) and len(one.facts) < _MOST
    if not plain or _matter(one.facts[0]) != _matter(other.facts[0]):
        return False
    near = min(_gap(f, other.facts[0]) for f in one.facts)
    topic = topics.get(id(one))
    beside = near <= 1 and other.facts[0].unit == "%"  # 参保率95%以上，义务教育巩固率达100%
    return beside or (near <= _NEAR and topic is not None and topic == topics.get(id(other)))


def _is_plain(message: Message) -> bool:
    """Return whether the message is nothing but sure figures of the area, of one kind."""
    one = len({_matter(f) for f in message.facts}) == 1
    return one and not message.is_course and all(_is_sure(f) for f in message.facts)


def _is_sure(fact: Fact) -> bool:
    own = fact.level is Level.DISTRICT and fact.kind in _KINDS and fact.speaker is None
    doubtful = bool({*fact.flags} - _HARMLESS)
    return own and not (doubtful or fact.relations or is_one_of(fact) or leans_back(fact))


def _matter(fact: Fact) -> tuple[object, ...]:
    return (
        fact.source, fact.article, fact.kind, fact.unit, fact.scope, fact.period,
        fact.period_inferred,
    )  # fmt: skip


def _gap(one: Fact, other: Fact) -> int:
    first, last = sorted((one, other), key=lambda f: f.start)
    return max(last.start - first.end, 0)
