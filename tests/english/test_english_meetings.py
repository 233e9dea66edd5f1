"""Who met whom, in invented names: every office has its English, or the clause stays Chinese."""

from __future__ import annotations

import pytest

from briefgen.english.measures import Names
from briefgen.english.meetings import tell_meeting
from briefgen.lexicon import load_lexicon
from briefgen.lexicon.english import load_english

NAMES = {"清河": "=Qinghe", "东江商会": "=Dongjiang Chamber of Commerce"}


def names() -> Names:
    return Names(load_lexicon(), load_english(None, NAMES))


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("县长李明会见了清河大学校长王大山",
         "Li Ming, County Head, met Wang Dashan, Principal of Qinghe University"),
        ("区委书记赵东，区委副书记、区长钱南会见了东江商会会长孙西一行",
         "Zhao Dong, District Party Secretary, and Qian Nan, Deputy Party Secretary and District"
         " Head, met a delegation led by Sun Xi, President of the Dongjiang Chamber of Commerce"),
    ],
)  # fmt: skip
def test_who_met_whom_is_told_with_every_office(clause: str, english: str) -> None:
    assert tell_meeting(clause, names()) == english


@pytest.mark.parametrize(
    "clause", ["县长李明会见了犇犇会会长王大山", "县长李明调研清河大学", "代表会见了来宾"]
)
def test_an_office_without_english_leaves_the_clause_in_chinese(clause: str) -> None:
    assert tell_meeting(clause, names()) is None
