"""Patterns that are searched for by their first characters.

Input: a pattern. Output: one that matches the same, in a form in which `re` passes a place at one
look where none of its branches can begin. It compiles no pattern that begins with a look around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def compiled(pattern: str) -> re.Pattern[str]:
    """Return `pattern` compiled with the words that a branch begins with written out.

    (?:存在|面临)问题 becomes 存在问题|面临问题: `re` looks for the first characters of branches
    only where each begins with a character of its own, and not with a group.
    """
    return re.compile("|".join(_written_out(pattern)))


def _written_out(pattern: str) -> Iterator[str]:
    """Yield the branches of `pattern` in their order, none of them beginning with a plain group."""
    for branch in _branches(pattern):
        end = _closed(branch) if branch.startswith("(?:") else 0
        if not end or branch[end : end + 1] in {"?", "*", "+", "{"}:
            yield branch
            continue
        for word in _branches(branch[3 : end - 1]):
            yield from _written_out(word + branch[end:]) if word else (branch[end:],)


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
