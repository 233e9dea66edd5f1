"""Numbers in text: found with their values and bounds, read again, written again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.numerals import Form, figures_in, find_numerals, read_number, write_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1600", "1600"),
        ("1,600", "1600"),
        ("1，600", "1600"),
        ("１６００", "1600"),
        ("１２．５％", "12.5"),
        ("8.63万", "86300"),
        ("93.9亿", "9390000000"),
        ("2.05万亿", "2050000000000"),
        ("500多万", "5000000"),
        ("2400多亿", "240000000000"),
        ("千亿", "100000000000"),
        ("十几", "10"),
        ("百", "100"),
        ("三千五百", "3500"),
        ("二〇二一", "2021"),
        ("十二", "12"),
        ("一百零五", "105"),
        ("零", "0"),
        ("半", "0.5"),
        ("一个半", "1.5"),
        ("双翻番", "2"),
        ("翻一番", "2"),
        ("翻两番", "4"),
        ("百分之五", "5"),
        ("百分之五点三", "5.3"),
        ("三分之二", "0.6667"),
        ("第一", "1"),
        ("第27", "27"),
        ("-3.2%", "-3.2"),
        ("−5%", "-5"),
        ("6.\n9%", "6.9"),
    ],
)
def test_a_number_is_read_exactly(text: str, value: str) -> None:
    assert read_number(text) == (Decimal(value),)


@pytest.mark.parametrize("text", ["", "企业", "²", "٣", "万元", "1_000", "三四", "十百"])
def test_what_is_no_number_reads_as_nothing(text: str) -> None:
    assert read_number(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2.6：48.8：48.6", ("2.6", "48.8", "48.6")),
        ("2.5∶48.6∶48.9", ("2.5", "48.6", "48.9")),
        ("5—8%", ("5", "8")),
        ("3至5万", ("30000", "50000")),
        ("8000至1万", ("8000", "10000")),
    ],
)
def test_a_range_or_ratio_keeps_all_its_parts(text: str, values: tuple[str, ...]) -> None:
    assert read_number(text) == tuple(Decimal(v) for v in values)


@pytest.mark.parametrize(
    ("text", "low", "high", "hedges"),
    [
        ("超过7.8万户", "78000", None, ("超过",)),
        ("近1万家", None, "10000", ("近",)),
        ("2000余名", "2000", None, ("余",)),
        ("500多万元", "5000000", None, ("多",)),
        ("70%以上", "70", None, ("以上",)),
        ("不足3成", None, "3", ("不足",)),
        ("约3亿元", None, None, ("约",)),
        ("十几口", "10", "20", ("几",)),
        ("数百家", "200", "1000", ("数",)),
    ],
)
def test_a_hedge_sets_a_bound_and_is_kept(
    text: str, low: str | None, high: str | None, hedges: tuple[str, ...]
) -> None:
    (found,) = find_numerals(text)
    assert (found.low, found.high) == tuple(None if v is None else Decimal(v) for v in (low, high))
    assert found.hedges == hedges


def test_a_sign_is_no_dash() -> None:
    assert [n.value for n in find_numerals("增长-3.2%")] == [Decimal("-3.2")]
    assert [n.form for n in find_numerals("增长—5%")] == [Form.DASHED]
    assert [n.values for n in find_numerals("增长5—8%")] == [(Decimal(5), Decimal(8))]


def test_names_slogans_and_clock_times_are_told_apart() -> None:
    forms = [n.form for n in find_numerals("S542、PM2.5、1+4+9+N、14:30、5：1")]
    assert forms == [Form.CODE, Form.CODE, Form.SLOGAN, Form.CLOCK, Form.RATIO]


def test_foreign_digits_and_underscores_are_no_figures() -> None:
    assert [n.form for n in find_numerals("²、٣、1_000")] == [Form.CODE]


def test_a_unit_prefix_is_no_magnitude() -> None:
    assert [n.text for n in find_numerals("100千瓦，0.5个百分点，12万千瓦") if n.arabic] == [
        "100",
        "0.5",
        "12万",
    ]
    assert [n.text for n in find_numerals("百万千瓦风电基地")] == ["百万"]


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("345000000", "元", "3.45亿元"),
        ("86300", "户", "8.63万户"),
        ("1896", "户", "1896户"),
        ("28643", "家", "28643家"),
        ("39", "%", "39%"),
        ("-3.2", "%", "-3.2%"),
        ("120000", "%", "120000%"),
        ("5.50", "个百分点", "5.5个百分点"),
        ("0", "%", "0%"),
    ],
)
def test_a_value_is_written_as_the_standard_wants(value: str, unit: str, shown: str) -> None:
    assert write_number(Decimal(value), unit) == shown


def test_a_rise_may_carry_its_sign() -> None:
    assert write_number(Decimal("3.2"), "个百分点", sign=True) == "+3.2个百分点"


@given(st.decimals(min_value=0, max_value=10**13, places=4, allow_nan=False))
def test_writing_and_reading_is_the_identity(value: Decimal) -> None:
    assert read_number(write_number(value)) == (value,)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_written_integer_is_found_whole(value: int) -> None:
    shown = write_number(Decimal(value))
    (found,) = find_numerals(f"为{shown}")
    assert (found.text, found.values) == (shown, (Decimal(value),))


@given(
    st.text(
        alphabet="0123456789０５,，.．%％‰万亿千百十一二三零几多余第半个翻番之分:：-—+至约近超",
        max_size=40,
    )
)
def test_numerals_are_in_order_and_are_their_own_text(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert numeral.start >= end
        assert text[numeral.start : numeral.end] == numeral.text
        assert numeral.start < numeral.end
        if numeral.form not in (Form.CODE, Form.SLOGAN, Form.DASHED):
            assert read_number(numeral.text) == numeral.values
        end = numeral.end


def test_the_figures_of_a_brief_are_those_a_reader_sees() -> None:
    text = "全市第一，统一部署，第三产业占50%，3.45亿元，十几口，百余家，千亿元，2.6：48.8：48.6"
    assert figures_in(text) == ("第一", "50%", "3.45亿", "十几", "百", "千亿", "2.6：48.8：48.6")
