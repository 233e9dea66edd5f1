"""Firms, villages and projects worth a case of their own.

Input: messages. Output: what is told of each body, and the list entries that tell it. A guest is no
case, nor is a body of which nothing but a count is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefgen.brief import Block, Paragraph, ParagraphRole, Text
from briefgen.compose.messages import Message
from briefgen.compose.prose import case_prose
from briefgen.compose.sentences import Speaker
from briefgen.fact import Kind, Level

_PRONOUN = re.compile("该[^，]{1,3}|其|公司|企业|本村|全村|村里")
_GUEST = re.compile("商会|协会|代表团|考察团|^个人$")  # a visitor or nobody named is no case
_TELLING = frozenset(
    {Kind.DURATION, Kind.LEVEL, Kind.GROWTH, Kind.SHARE, Kind.TARGET, Kind.CHANGE, Kind.RANK}
)
_SHORTEST = 3  # characters that still name a body: 东升村
_MOST_TOLD = 5


def find_cases(messages: Sequence[Message]) -> dict[str, list[Message]]:
    """Return what is told of the firms, villages and schools worth a case, the weightiest first.

    Worth one is a body with a figure that is more than a count, or with two messages at least. What
    names the body without being its own (蔡某园区协助某科技招聘工人) stands with its case as well.
    """
    bodies: dict[str, list[Message]] = {}
    for message in messages:
        scope = _scope_of(message, messages)
        if _OF_HIMSELF.search(message.lead.speaker or ""):
            continue  # “我家8亩茶园，预计能收入9万多元”, says a villager: no case of his town
        if message.lead.level is Level.ENTITY and scope and not _GUEST.search(scope):
            same = next((b for b in bodies if _is_same(b, scope)), "")
            bodies.setdefault(same or scope, []).append(message)
    worth = {
        max((m.lead.scope for m in told if not _PRONOUN.fullmatch(m.lead.scope)), key=len): told
        for told in bodies.values()
        if any(m.is_case for m in told) and (_tells(told) or _adds_up(told))
    }
    taken = {id(m) for told in worth.values() for m in told}
    for body, told in worth.items():
        for message in messages:
            if id(message) not in taken and not message.is_course and _is_of(message, body, told):
                told.append(message)
                taken.add(id(message))
    return worth


_OF_HIMSELF = re.compile(
    "(?:村民|居民|农户|[茶果菜花棉粮]农|养殖户|种植户|市民|游客|家长|学生|顾客|员工|工人|业主|老人|住户)[\u4e00-\u9fff]{2,4}$"
)


def _scope_of(message: Message, messages: Sequence[Message]) -> str:
    """Return the body that a message is about: for 该村 and 公司 the last one named before it in
    the same source, or nothing."""
    scope = message.lead.scope
    if not _PRONOUN.fullmatch(scope):
        return scope
    named = [
        m.lead
        for m in messages
        if m.lead.source == message.lead.source
        and m.lead.level is Level.ENTITY
        and m.lead.start < message.lead.start
        and not _PRONOUN.fullmatch(m.lead.scope)
    ]
    return max(named, key=lambda f: f.start).scope if named else ""


def _is_of(message: Message, body: str, told: Sequence[Message]) -> bool:
    """Return whether a message without a figure of the area's own names the body, in a report that
    tells of it."""
    same = any(m.lead.source == message.lead.source for m in told)
    figures = [f for f in message.facts if not f.is_statement and f.level is Level.DISTRICT]
    return same and not figures and names_body(body, message.lead.clause)


def _tells(told: Sequence[Message]) -> bool:
    """Return whether a figure of the body is more than a count or a span of time."""
    return any(f.kind in _TELLING for m in told if m.is_case for f in m.facts)


def _adds_up(told: Sequence[Message]) -> bool:
    """Return whether the body did something that is told with its figures (48天, 195户500人)."""
    figures = [f for m in told if m.is_case for f in m.facts if not f.is_statement]
    return len(figures) > 1 and any(f.is_statement for m in told for f in m.facts)


def _is_same(one: str, other: str) -> bool:
    """Return whether two names are one body's: a town is not its village (青木镇, 青木镇东升村)."""
    town = re.compile("(?:镇|乡|街道)$")
    if (town.search(one) is None) != (town.search(other) is None):
        return False
    if (_PARK.search(one) is None) != (_PARK.search(other) is None):
        return False  # a firm in a park is not the park
    return names_body(one, other) or names_body(other, one)


_PARK = re.compile("(?:开发区|经开区|高新区|新区|园区|产业园|工业园|科学城|新城|集中区)$")


def names_body(body: str, words: str) -> bool:
    """Return whether `words` name the body, in full or as a later sentence calls it: without its
    legal form and the place before it (南河清源机械有限公司: 清源机械; 平水镇东升村: 东升村)."""
    core = re.sub(r"（.*?）|\(.*?\)|(?:有限责任|股份有限|有限)?公司$|集团$", "", body)
    village = re.search(r"(?<=[镇乡街道])\w{2,4}[村社区]$", core)
    short = village.group() if village else core[-4:]
    return core in words or (len(short) >= _SHORTEST and short in words)


def _same_told(message: Message) -> tuple[object, ...]:
    """Return what a message has in common with a later report's of the same figures."""
    return tuple((f.clause, f.values, f.period) for f in message.facts)


def case_items(
    cases: Mapping[str, Sequence[Message]], speaker: Speaker, limit: int = 3
) -> list[Block]:
    """Return one list entry a body: its name, then what is told of it, in order of time."""
    blocks: list[Block] = []
    for body, told in list(cases.items())[:limit]:
        once = {_same_told(m): m for m in sorted(told, key=lambda m: m.lead.published or "")}
        chosen = sorted(once.values(), key=lambda m: -m.weight)[:_MOST_TOLD]
        runs = (Text(f"{body}。", strong=True), *case_prose(chosen, speaker.about(body)))
        blocks.append(Paragraph(ParagraphRole.ITEM, runs))
    return blocks
