"""Verbs and markers of statements as compiled patterns.

Input: `briefgen/lexicon/statements.toml`. Output: `VerbLexicon`. It does not look at any article.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from briefgen.errors import ConfigError
from briefgen.fact import STATEMENT_KINDS, Kind, Status

FILE_NAME = "statements.toml"
# what no word of the lexicon is: 将…, 计划…, 做好以下工作 (到2025年 too)
_AHEAD = ("将", "要", "拟", "打算", "计划", "未来", "今后", "以下", "如下", "下列")
_ACTS = ("anchor", "adverb", "tail", "lead")  # what an act may begin with, besides a verb
_Standing = tuple[tuple[int, tuple[str, ...]], ...]  # groups, each with what of its words stands
_PLACES = ("any", "end", "head", "reached")
_MARKERS = (
    "future",
    "past",
    "heading",
    "over",
    "ahead",
    "rhetoric",
    "lead",
    "tail",
    "slogan",
    "anchor",
    "state",
    "adverb",
    "concrete",
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Verbs that claim the same kind of thing, as far along the ladder of status.

    `status` is None where the verb leaves it open (创建 alone). A group whose `place` is "end"
    counts only where its verb closes the clause, one "reached" only where it does so behind a word
    that says it has come about, at "head" only where it is the first predicate;
    one that `needs_object`, only with an object that can be visited, counted or looked up.
    """

    number: int  # its place among the groups
    kind: Kind
    status: Status | None
    place: str
    needs_object: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class VerbLexicon:
    """The groups in order of precedence, and the markers, each as one pattern.

    Compared by identity: what was read of a clause is remembered with the lexicon that read it.
    `heads` tells by two characters (or one) of each word which groups have it and what stands
    there, `head` finds where they may stand: most clauses have none, and are done with at one look.
    `verb` finds a word of any group, `closing` a milestone's word at the very end of a clause;
    `hint` any mark of what is to come, without which a clause is no plan of its own. `acts` and
    `adverbs` tell by its first character what words may begin with: of an act, of an adverb.
    """

    groups: tuple[VerbGroup, ...]
    honours: frozenset[int]  # the numbers of the groups of a kind
    standings: frozenset[int]
    milestones: frozenset[int]
    others: frozenset[int]  # of all but the honours
    heads: Mapping[str, _Standing]
    head: re.Pattern[str]
    verb: re.Pattern[str]
    closing: re.Pattern[str]
    last: frozenset[str]  # the characters that a milestone's word may end with
    hint: re.Pattern[str]
    acts: Mapping[str, re.Pattern[str]]
    adverbs: Mapping[str, re.Pattern[str]]
    future: re.Pattern[str]
    past: re.Pattern[str]
    heading: re.Pattern[str]
    over: re.Pattern[str]
    ahead: re.Pattern[str]
    rhetoric: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    slogan: re.Pattern[str]
    anchor: re.Pattern[str]
    state: re.Pattern[str]
    adverb: re.Pattern[str]
    concrete: re.Pattern[str]

    def may_hold(self, words: str) -> set[int]:
        """Return the numbers of the groups of which a verb may stand in `words`."""
        found: set[int] = set()
        for head in self.head.finditer(words):
            at = head.start()
            for number, stands in self.heads[words[at : at + 2]]:
                if words.startswith(stands, at):
                    found.add(number)
        return found

    def closing_in(self, words: str, start: int = 0) -> re.Match[str] | None:
        """Return the milestone's word that `words` end with, from `start` on; None without one."""
        return self.closing.search(words, start) if words[-1:] in self.last else None


@cache
def load_verbs() -> VerbLexicon:
    """Return the lexicon that comes with the package; raise ConfigError naming a wrong value."""
    text = resources.files("briefgen.lexicon").joinpath(FILE_NAME).read_text(encoding="utf-8")
    return read_verbs(text)


def read_verbs(text: str) -> VerbLexicon:
    """Return the lexicon in the TOML `text`; raise ConfigError naming a wrong or missing value."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"this is no valid TOML: {error}", path=FILE_NAME) from error
    markers = content.get("markers", {})
    missing = [name for name in _MARKERS if not markers.get(name)]
    if missing:
        raise ConfigError(f"markers.{missing[0]} is missing or empty", path=FILE_NAME)
    rows = content.get("group", ())
    groups = tuple(_group(number, **row) for number, row in enumerate(rows))
    numbers = {k: frozenset(g.number for g in groups if g.kind is k) for k in STATEMENT_KINDS}
    heads = _heads(rows)
    events = {word for row in rows if row["kind"] == Kind.MILESTONE for word in row["words"]}
    words = [word for row in rows for word in row["words"]]
    ahead = {*_AHEAD, *(word.partition("…")[0] for word in markers["future"])}
    return VerbLexicon(
        groups=groups,
        honours=numbers[Kind.HONOUR],
        standings=numbers[Kind.STANDING],
        milestones=numbers[Kind.MILESTONE],
        others=frozenset(range(len(groups))) - numbers[Kind.HONOUR],
        heads=heads,
        head=_head(heads),
        verb=any_of(set(words)),
        closing=re.compile(f"(?:{any_of(events).pattern})$"),
        last=frozenset(word[-1] for word in events),
        hint=re.compile(rf"{any_of(ahead).pattern}|到[\d“本]|[底末月节庆期冬学内]前"),
        acts=_beginnings(*(markers[name] for name in _ACTS), words),
        adverbs=_beginnings(markers["adverb"]),
        **{name: any_of(markers[name]) for name in _MARKERS},
    )


class _Heads(dict[str, _Standing]):
    """Groups by what they are looked up by; what is known by its first character alone is added."""

    def __missing__(self, head: str) -> _Standing:
        self[head] = found = self[head[0]] if len(head) > 1 else ()
        return found


def _heads(rows: Sequence[Mapping[str, Any]]) -> _Heads:
    """Return the groups by two characters that each of their words holds: 列为 of 被…列为.

    By one where no two stand together: 获 of 获…奖, which is of 获得 too.
    """
    found: dict[str, dict[int, list[str]]] = {}
    for number, row in enumerate(rows):
        for word in row["words"]:
            part = max(word.split("…"), key=len)
            found.setdefault(part[:2], {}).setdefault(number, []).append(part)
    for head, groups in found.items():
        if len(head) > 1:
            for number, parts in found.get(head[0], {}).items():
                groups.setdefault(number, []).extend(parts)
    return _Heads(
        (head, tuple((number, tuple(parts)) for number, parts in groups.items()))
        for head, groups in found.items()
    )


def _head(heads: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for the first character of what may be one of `heads`."""
    firsts, seconds, alone = (
        re.escape("".join(sorted(chars)))
        for chars in (
            {head[0] for head in heads},
            {head[1] for head in heads if len(head) > 1},
            {head for head in heads if len(head) == 1},
        )
    )
    behind = [f"(?=[{seconds}])"] if seconds else []
    behind += [f"(?<=[{alone}])"] if alone else []
    return re.compile(f"[{firsts}](?:{'|'.join(behind)})" if firsts else "(?!)")


def _beginnings(*lists: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """Return a pattern for the words that begin with a character, those of an earlier list first.

    Most clauses begin with none of the characters, and are done with at one look.
    """
    found: dict[str, list[str]] = {}
    for words in lists:
        by_first: dict[str, list[str]] = {}
        for word in sorted(set(words), key=lambda word: (-len(word), word)):
            by_first.setdefault(word[0], []).append(word)
        for first, same in by_first.items():
            found.setdefault(first, []).append(_tree(same))
    return {first: re.compile("|".join(trees)) for first, trees in found.items()}


def without_adverbs(text: str, verbs: VerbLexicon) -> str:
    """Return `text` from its first word that is no adverb: 将进一步加快推进… gives 推进…."""
    while (adverbs := verbs.adverbs.get(text[:1])) and (match := adverbs.match(text)):
        text = text[match.end() :]
    return text


def _group(
    number: int,
    kind: str,
    status: str,
    words: list[str],
    place: str = "any",
    *,
    object: bool = False,  # noqa: A002
) -> VerbGroup:
    allowed = ", ".join(sorted(STATEMENT_KINDS))
    if kind not in STATEMENT_KINDS:
        raise ConfigError(f"group.kind = {kind!r}", path=FILE_NAME, hint=f"allowed: {allowed}")
    if status not in {"", *Status}:
        allowed = ", ".join(Status)
        raise ConfigError(f"group.status = {status!r}", path=FILE_NAME, hint=f"allowed: {allowed}")
    step = Status(status) if status else None
    if place not in _PLACES:
        raise ConfigError(f"group.place = {place!r}", path=FILE_NAME, hint=", ".join(_PLACES))
    return VerbGroup(number, Kind(kind), step, place, object, any_of(words))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of `words`, the longest first; … is up to 60 characters."""
    return re.compile(_tree(sorted(words, key=lambda word: (-len(word), word))))


def _tree(words: list[str]) -> str:
    """Return `words` as a pattern that tries them in their order, by their first characters.

    获评, 获得 and 列为 become 获(?:评|得)|列为: words that begin otherwise exclude each other, so
    that their order says nothing, and a place without 获 or 列 is passed at one look.
    """
    branches: list[str] = []
    by_first: dict[str, list[str]] = {}
    for word in words:
        if word[:1] in {"", "…"}:  # may match where words before it do: their order stays
            branches += _branches(by_first)
            by_first = {}
            branches.append(".{0,60}?" + _tree([word[1:]]) if word else "")
        else:
            by_first.setdefault(word[0], []).append(word[1:])
    branches += _branches(by_first)
    return "|".join(branches)


def _branches(by_first: dict[str, list[str]]) -> list[str]:
    """Return one branch for each first character; what may follow it, in brackets."""
    found = []
    for first, rest in by_first.items():
        inner = _tree(rest)
        found.append(re.escape(first) + (f"(?:{inner})" if len(rest) > 1 else inner))
    return found
