"""Numbers restated in English are the same numbers: nothing is rounded, nothing is added."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.english.numbers import NUMBER, ordinal_word, read_english, write_english
from briefgen.numerals import read_number, write_number


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("36.55亿", "3.655 billion"),
        ("428亿", "42.8 billion"),
        ("93.9亿", "9.39 billion"),
        ("120万", "1.2 million"),
        ("5085万", "50.85 million"),
        ("2.5万", "25,000"),
        ("8.63万", "86,300"),
        ("1896", "1,896"),
        ("千亿", "100 billion"),
        ("1.2万亿", "1.2 trillion"),
        ("500", "500"),
        ("1234567", "1,234,567"),
    ],
)
def test_ten_thousands_and_hundred_millions_are_restated_exactly(
    chinese: str, english: str
) -> None:
    (value,) = read_number(chinese)
    assert write_english(value) == english
    assert read_english(english) == (value,)


values = st.decimals(
    min_value=Decimal("-9e14"), max_value=Decimal("9e14"), places=4, allow_nan=False
)


@given(values)
def test_reading_what_was_written_gives_the_value_again(value: Decimal) -> None:
    assert read_english(write_english(value)) == (value,)


@given(st.integers(1, 99999), st.integers(0, 3), st.sampled_from(["", "万", "亿", "万亿", "千万"]))
def test_a_chinese_figure_restated_has_no_more_digits_than_its_source(
    digits: int, places: int, scale: str
) -> None:
    written = str(Decimal(digits).scaleb(-places)) + scale
    (value,) = read_number(written)
    english = write_english(value)
    assert read_english(english) == (value,)

    def significant(text: str) -> int:
        return len(re.sub(r"\D", "", text).strip("0"))

    assert significant(english) <= significant(written)


@given(st.decimals(min_value=0, max_value=Decimal("1e13"), places=2, allow_nan=False))
def test_the_two_languages_tell_one_value(value: Decimal) -> None:
    assert read_number(write_number(value)) == read_english(write_english(value))


def test_a_scale_word_belongs_to_its_number_and_a_longer_word_does_not() -> None:
    assert [m[0] for m in NUMBER.finditer("42.8 billion yuan and 3 billionaires")] == [
        "42.8 billion",
        "3",
    ]


def test_ordinals_are_words_up_to_ten() -> None:
    assert [ordinal_word(Decimal(n)) for n in (1, 3, 10, 11, 12, 22, 113)] == [
        "first", "third", "tenth", "11th", "12th", "22nd", "113th",
    ]  # fmt: skip
