"""Quotation marks are straight around English and full-width around Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.english.quotes import straight_quotes


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the “Four-Good” roads", 'the "Four-Good" roads'),
        ("kept: “四好农村路” roads", "kept: “四好农村路” roads"),
        ("“A “B” C” and “甲“乙”丙”", "\"A 'B' C\" and “甲“乙”丙”"),
        ("搭建“1+4+9+N”体系", "搭建“1+4+9+N”体系"),
        ("no end “A", "no end “A"),
    ],
)
def test_marks_follow_what_they_hold(text: str, shown: str) -> None:
    assert straight_quotes(text) == shown


@given(st.text("“”ab甲 "))
def test_nothing_but_marks_is_changed(text: str) -> None:
    marks = str.maketrans("“”'", '"""')
    assert straight_quotes(text).translate(marks) == text.translate(marks)
