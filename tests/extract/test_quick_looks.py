"""A quick look never hides what the rule behind it would find."""

from __future__ import annotations

import importlib
import re
import tomllib
from importlib import resources
from typing import Any

import pytest

from briefgen.extract import statement_bodies, targets
from briefgen.extract.quick import compiled
from briefgen.extract.statement_lexicon import load_verbs

_STATEMENTS = resources.files("briefgen.lexicon").joinpath("statements.toml")
parser: Any = importlib.import_module("re._parser")


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


@pytest.mark.parametrize("name", ["AIMED", "_AIM_BEHIND", "_CALLED_AIM", "_CALLS_FOR"])
def test_each_way_to_tell_an_aim_holds_a_word_that_the_look_through_the_text_finds(
    name: str,
) -> None:
    pattern: re.Pattern[str] = getattr(targets, name)
    branches = _branches(pattern.pattern)
    assert [b for b in branches if targets._MAY_AIM.search(b) is None] == []


def test_a_word_that_the_look_does_not_know_is_noticed() -> None:
    branches = _branches(r"力争|(?<!为)誓要|誓夺(?=第[一二])")
    assert [b for b in branches if targets._MAY_AIM.search(b) is None] == ["誓夺"]


def _firsts(parsed: Any) -> set[str]:
    """Return the characters that what a parsed pattern matches may begin with."""
    found: set[str] = set()
    for name, value in parsed:
        kind = str(name)
        if kind == "LITERAL":
            return found | {chr(value)}
        if kind == "IN":
            return found | {chr(v) for k, v in value if str(k) == "LITERAL"}
        if kind == "BRANCH":
            return found.union(*map(_firsts, value[1]))
        if kind == "SUBPATTERN":
            return found | _firsts(value[-1])
        if kind == "MAX_REPEAT":
            found |= _firsts(value[2])
            if value[0]:
                return found
    return found


@pytest.mark.parametrize(
    "name", ["_OF_PLACE", "_WHOLE", "_OF_BRANCH", "_OF_WORK", "_OF_FIRM", "_OF_PARK", "_HERE"]
)
def test_what_means_a_body_begins_with_a_character_that_the_look_at_the_first_one_knows(
    name: str,
) -> None:
    pattern: re.Pattern[str] = getattr(statement_bodies, name)
    firsts = _firsts(parser.parse(pattern.pattern))
    assert firsts
    assert firsts <= statement_bodies.MEANING


def test_the_first_characters_of_a_pattern_are_read_as_it_matches() -> None:
    assert _firsts(parser.parse("(?:这|该)?(?:公司|[企集]业)(?!家)")) == set("这该公企集")


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("(?:存在|面临)问题|有待", "存在问题|面临问题|有待"),
        ("(?:(?:仍|还)然|依然)大", "仍然大|还然大|依然大"),
        ("(?:再|又)?建", "再建|又建|建"),
        ("总?投资|[两三]年", "总投资|投资|两年|三年"),
        ("[(|]甲|(?:乙)(?:丙|丁)", r"\(甲|\|甲|乙(?:丙|丁)"),
        ("[一二]+是|(?:甲|乙){2}丙|[^甲]乙|甲+丁", "[一二]+是|(?:甲|乙){2}丙|[^甲]乙|甲+丁"),
        (r"(?:\(|甲)乙|(?<!丙)丁", r"\(乙|甲乙|丁(?<!(?:丙)丁)"),
        (
            "(?<!刚)(?<!刚刚)将建|(?<=[甲乙])丙?丁",
            "将(?<!(?:刚)将)(?<!(?:刚刚)将)建|丙(?<=(?:[甲乙])丙)丁|丁(?<=(?:[甲乙])丁)",
        ),
        (r"(?<!\d)\d亩|(?<!丙)丁+", r"\d(?<!(?:\d)\d)亩|(?<!丙)丁+"),
    ],
)
def test_a_pattern_is_written_out_up_to_the_first_character_of_each_branch(
    pattern: str, written: str
) -> None:
    assert compiled(pattern).pattern == written


@pytest.mark.parametrize(
    "text",
    [
        "甲乙",
        "仍大还大",
        "存在的问题",
        "面临问题，又建",
        "依然很大",
        "刚刚将建、还将投资",
        "总投资3亿",
    ],
)
def test_a_pattern_that_is_written_out_finds_the_same(text: str) -> None:
    pattern = (
        "(?:存在|面临).{0,2}问题|(?:依然|仍|还)(?:很|较)?大|(?:再|又)?建"
        "|(?<!刚)(?<!刚刚)还?将(?=投|建)|总?投资|(?<!第)[0-9]亿"
    )
    found = [m.span() for m in compiled(pattern).finditer(text)]
    assert found == [m.span() for m in re.compile(pattern).finditer(text)]


def test_each_word_of_a_group_of_verbs_is_held_by_the_two_characters_that_are_looked_for() -> None:
    verbs = load_verbs()
    rows = tomllib.loads(_STATEMENTS.read_text(encoding="utf-8"))["group"]
    unseen = [
        word
        for group, row in zip(verbs.groups, rows, strict=True)
        for word in row["words"]
        if group.number not in verbs.may_hold(f"清河{word.replace('…', '丙丁')}甲乙")
    ]
    assert unseen == []
    assert verbs.may_hold("甲乙丙丁") == set()
