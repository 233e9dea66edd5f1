"""A quick look never hides what the rule behind it would find."""

from __future__ import annotations

import re

import pytest

from briefgen.extract import targets


def _branches(pattern: str) -> list[str]:
    """Return the branches of a pattern, without the words that must stand around."""
    plain = re.sub(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)", "", pattern)
    found, depth = [""], 0
    for char in plain:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += char
    return found


@pytest.mark.parametrize("name", ["_AIMED", "_AIM_BEHIND", "_CALLED_AIM", "_CALLS_FOR"])
def test_each_way_to_tell_an_aim_holds_a_word_that_the_look_through_the_text_finds(
    name: str,
) -> None:
    pattern: re.Pattern[str] = getattr(targets, name)
    branches = _branches(pattern.pattern)
    assert [b for b in branches if targets._MAY_AIM.search(b) is None] == []


def test_a_word_that_the_look_does_not_know_is_noticed() -> None:
    branches = _branches(r"力争|(?<!为)誓要|誓夺(?=第[一二])")
    assert [b for b in branches if targets._MAY_AIM.search(b) is None] == ["誓夺"]
