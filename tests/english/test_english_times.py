"""Times that a Chinese brief prints, in English; what is no time is left to others."""

from __future__ import annotations

import pytest

from briefgen.english.times import at_period, period_words, printed_time


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("2023年1月20日", "20 January 2023"),
        ("2023年1月", "January 2023"),
        ("2022年", "2022"),
        ("2022年上半年", "the first half of 2022"),
        ("2022年第三季度", "the third quarter of 2022"),
        ("2016—2021年", "2016–2021"),
        ("2022年10月—2023年2月", "October 2022 to February 2023"),
        ("2021年以来", "since 2021"),
        ("今后三年", "next three years"),
        ("“十四五”时期", "the 14th Five-Year Plan period"),
        ("到2025年底", "by the end of 2025"),
        ("过去五年", "past five years"),
        ("2023年1月报道", "January 2023 report"),
        ("未注明日期的报道", "undated report"),
        ("2021年（推定）", "2021 (inferred)"),
        ("过去五年（2022年1月报道）", "past five years (January 2022 report)"),
        ("2021年12月报道、2023年1月报道", "December 2021 report, January 2023 report"),
    ],
)
def test_a_printed_time_is_told_in_english(chinese: str, english: str) -> None:
    assert printed_time(chinese) == english


@pytest.mark.parametrize("words", ["科技型企业", "2023家", "2023年新增企业", "报道", ""])
def test_what_is_no_time_gets_none(words: str) -> None:
    assert printed_time(words) is None


@pytest.mark.parametrize(
    ("wire", "english"),
    [
        ("2022", "in 2022"),
        ("2021-12-27", "on 27 December 2021"),
        ("2021-12-24/2021-12-25", "on 24–25 December 2021"),
        ("2022-10/2023-02", "from October 2022 to February 2023"),
    ],
)
def test_a_period_takes_its_preposition(wire: str, english: str) -> None:
    assert at_period(wire) == english


def test_a_span_of_months_within_a_year() -> None:
    assert period_words("2025-01/2025-04") == "January to April 2025"
    assert printed_time("2025年1—4月") == "January to April 2025"
