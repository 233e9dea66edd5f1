"""Patterns that are searched for by their first characters.

Input: a pattern. Output: one that matches the same, in a form in which `re` passes a place at one
look where none of its branches can begin. It is for patterns that capture nothing: what stands
behind a group is written out with each of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

_CHARACTER = re.compile(r"\\[^bBAZ]|\[(?:\\.|[^\]])+\]|[^\\\[(^$.*+?{|)]")  # one, or one of a class
_LITERAL = re.compile(r"\\[^0-9A-Za-z]|[^\\\[(^$.*+?{|)]")  # a character that stands for itself
_FEW = re.compile(r"\[([^\\^\]-]{1,12})\]")  # a class that names each of its characters
_KNOWN = re.compile(r"\\d|\[(?:\\d|[^\\^\]-])+\]")  # a class whose characters are all known
_BEHIND = re.compile(r"\(\?<[!=]|\^")
_ONE_OR_NONE = re.compile(r"\?(?![?+])")
_DIGITS = "0123456789０１２３４５６７８９"
_OR_NONE = ("?", "*", "{0", "{,")
_REPEATED = ("?", "*", "+", "{")


def compiled(pattern: str) -> re.Pattern[str]:
    """Return `pattern` compiled with the characters that a branch begins with written out.

    (?:存在|面临)问题 becomes 存在问题|面临问题, [两三]年 两年|三年, 总?投资 总投资|投资 and
    (?<!不)将 将(?<!不将): `re` looks for the first characters of branches only where each begins
    with a character of its own.
    """
    return re.compile("|".join(_by_first(_written_out(pattern))))


def repeated(pattern: str) -> re.Pattern[str]:
    """Return what matches `pattern` once or more, which is passed at one look likewise."""
    return re.compile(f"(?:{'|'.join(_by_first(_written_out(pattern)))})+")


def firsts(pattern: str) -> frozenset[str]:
    """Return the characters that a match of `pattern` may begin with; ValueError where they are
    not to be told. Asking for one is quicker than any pattern."""
    found: set[str] = set()
    for branch in _written_out(pattern):
        char = _LITERAL.match(branch)
        if char is not None and not branch.startswith(_REPEATED, char.end()):
            found.add(char[0][-1])
        elif (few := _KNOWN.match(branch)) and not branch.startswith(_OR_NONE, few.end()):
            found.update(few[0].replace(r"\d", _DIGITS).strip("[]"))
        elif branch.startswith("(?:") and not branch.startswith(_OR_NONE, end := _closed(branch)):
            found |= firsts(branch[3 : end - 1])
        else:
            raise ValueError(f"a match may begin with anything: {branch}")
    return frozenset(found)


def _written_out(pattern: str) -> Iterator[str]:
    """Yield the branches of `pattern` in their order, as far as may be each with its first
    character in front."""
    for branch in _branches(pattern):
        if _BEHIND.match(branch):
            yield from _looking_behind(branch)
            continue
        firsts, rest = _firsts(branch)
        maybe = _ONE_OR_NONE.match(rest)
        if not firsts or (rest.startswith(_REPEATED) and not maybe):
            yield branch
            continue
        rest = rest[1:] if maybe else rest
        for first in firsts:
            # a character of its own is as far as it goes
            yield from _written_out(first + rest) if len(firsts) > 1 and first else (first + rest,)
        if maybe:
            yield from _written_out(rest)


def _by_first(branches: Iterable[str]) -> Iterator[str]:
    """Yield branches that match as `branches` do, those with one first character as one.

    有效|同期|有误 becomes 有(?:效|误)|同期: words that begin otherwise exclude each other. Their
    order stays where a branch may begin with any of several characters.
    """
    together: dict[str, list[str]] = {}
    for branch in branches:
        first = _LITERAL.match(branch)
        if first is None or branch.startswith(_REPEATED, first.end()):
            yield from _joined(together)
            together = {}
            yield branch
        else:
            together.setdefault(first[0], []).append(branch[first.end() :])
    yield from _joined(together)


def _joined(together: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for first, rests in together.items():
        yield first + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})")


def _firsts(branch: str) -> tuple[list[str], str]:
    """Return what `branch` may begin with, none where that is not to be told, and the rest of it.

    The branches of a group, the characters of a class, a character with what makes it optional.
    """
    if branch.startswith("(?:"):
        end = _closed(branch)
        return _branches(branch[3 : end - 1]), branch[end:]
    if (few := _FEW.match(branch)) is not None:
        return [re.escape(char) for char in few[1]], branch[few.end() :]
    alone = _CHARACTER.match(branch)
    if alone is not None and _ONE_OR_NONE.match(branch, alone.end()):
        return [alone[0]], branch[alone.end() :]
    return [], branch


def _looking_behind(branch: str) -> Iterator[str]:
    """Yield a branch that begins with looks behind, each put behind the character before it.

    (?<!不)将 is 将(?<!不将): a 将 that has no 不 before it. ^将 is 将(?<=^将).
    """
    if branch[0] == "^":
        end, look, mark = 1, "^", "(?<="
    else:
        end = _closed(branch)
        look, mark = branch[4 : end - 1], branch[:4]
    for rest in _written_out(branch[end:]):
        first = _CHARACTER.match(rest)
        if first is None or rest.startswith(_REPEATED, first.end()):
            yield branch[:end] + rest
        else:
            yield f"{first[0]}{mark}(?:{look}){first[0]}){rest[first.end() :]}"


def _branches(pattern: str) -> list[str]:
    """Return what stands between the bars of `pattern` that are in no brackets."""
    found, depth, at = [""], 0, 0
    while at < len(pattern):
        char = pattern[at]
        step = _token(pattern, at)
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += pattern[at : at + step]
        at += step
    return found


def _closed(branch: str) -> int:
    """Return where the group ends that `branch` begins with."""
    depth = at = 0
    while True:
        char = branch[at]
        at += _token(branch, at)
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return at


def _token(pattern: str, at: int) -> int:
    """Return the length of the character, the escape or the class at `at`."""
    if pattern[at] == "\\":
        return 2
    return pattern.index("]", at + 2) + 1 - at if pattern[at] == "[" else 1
