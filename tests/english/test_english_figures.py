"""Figures with hedge, unit and direction in English, and the sentences that they make."""

from __future__ import annotations

from decimal import Decimal

import pytest
from invented_figures import FIGURES, a_figure

from briefgen.english.heads import is_plural_name, with_article
from briefgen.english.measures import Names
from briefgen.fact import Kind, Start
from briefgen.lexicon import load_lexicon
from briefgen.lexicon.english import load_english


@pytest.mark.parametrize(
    ("qualifiers", "english"),
    [
        (("超过",), "more than 5,000"),
        (("余",), "more than 5,000"),
        (("约",), "about 5,000"),
        (("近",), "nearly 5,000"),
        (("以上",), "at least 5,000"),
        (("不足",), "less than 5,000"),
        (("以内",), "at most 5,000"),
        (("预计", "突破"), "more than 5,000 (expected)"),
        ((), "5,000"),
    ],
)
def test_a_hedge_goes_with_its_figure(qualifiers: tuple[str, ...], english: str) -> None:
    fact = a_figure("5000", "5000", "家", kind=Kind.COUNT, qualifiers=qualifiers)
    assert FIGURES.shown(fact, "enterprises") == english


@pytest.mark.parametrize(
    ("number", "value", "unit", "english"),
    [
        ("36.55亿", "3655000000", "元", "3.655 billion yuan"),
        ("50.0%", "50.0", "%", "50.0%"),
        ("29.11", "29.11", "平方米", "29.11 m²"),
        ("2500", "2500", "亩", "2,500 mu"),
        ("80", "80", "公里", "80 km"),
        ("2.5", "2.5", "个百分点", "2.5 percentage points"),
        ("35", "35", "微克/立方米", "35 μg/m³"),
        ("零", "0", "%", "zero"),
        ("四", "4", "成", "40%"),
    ],
)
def test_units_are_restated(number: str, value: str, unit: str, english: str) -> None:
    assert FIGURES.shown(a_figure(number, value, unit)) == english


def test_households_are_told_and_firms_are_not_made_households() -> None:
    firms = a_figure("8.63万", "86300", "户", kind=Kind.COUNT, indicator="市场主体")
    people = a_figure("4463", "4463", "户", kind=Kind.COUNT, indicator="改造惠及居民")
    assert FIGURES.shown(firms, "market entities") == "86,300"
    assert FIGURES.shown(people, "residents who benefited") == "4,463 households"


def test_a_decline_fell_and_a_rise_grew() -> None:
    fall = a_figure("3.2%", "-3.2", "%", kind=Kind.GROWTH, indicator="甲同比增速")
    rise = a_figure("6.9%", "6.9", "%", kind=Kind.GROWTH, indicator="甲年均增速")
    assert FIGURES.sentence(fall, "output") == "output fell by 3.2% year on year"
    assert FIGURES.sentence(rise, "output") == "output grew by 6.9% a year on average"
    assert FIGURES.tail(fall) == "down 3.2% year on year"


def test_a_change_with_its_start_says_both() -> None:
    fact = a_figure("零", "0", "%", kind=Kind.CHANGE, start_value=Start((Decimal("1.7"),), 0, 4))
    assert FIGURES.sentence(fact, "poverty headcount ratio") == (
        "the poverty headcount ratio fell from 1.7% to zero"
    )


def test_an_expected_figure_is_never_told_as_reached() -> None:
    fact = a_figure("700亿", "70000000000", "元", qualifiers=("预计", "突破"))
    said = FIGURES.sentence(fact, "gross regional product")
    assert said == "gross regional product was expected to be more than 70 billion yuan"


def test_a_target_is_an_aim() -> None:
    aim = a_figure("千亿", "100000000000", "元", kind=Kind.TARGET, qualifiers=("突破",))
    assert FIGURES.sentence(aim, "output") == "for output to exceed 100 billion yuan"
    double = a_figure("翻番", "2", "倍", kind=Kind.TARGET)
    assert FIGURES.sentence(double, "output") == "for output to double"
    assert FIGURES.shown(double, "output") == "to double"  # in a table: it has not doubled yet


def test_a_rank_says_among_whom() -> None:
    fact = a_figure("第一", "1", "位", kind=Kind.RANK, indicator="研发投入强度全市排名")
    assert FIGURES.sentence(fact, "R&D intensity") == "R&D intensity ranked first in the city"


def test_a_ratio_keeps_all_its_terms() -> None:
    terms = tuple(Decimal(t) for t in ("2.6", "48.8", "48.6"))
    fact = a_figure("2.6：48.8：48.6", "1", "比", kind=Kind.RATIO, values=terms)
    assert FIGURES.shown(fact) == "2.6 : 48.8 : 48.6"


def test_a_vague_number_stays_vague() -> None:
    fact = a_figure("十几", "10", "口", kind=Kind.COUNT, qualifiers=("几",))
    assert FIGURES.shown(fact, "ponds") == "a dozen or so"


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        ("high-tech enterprises", True),
        ("Party officials seconded", True),
        ("people that signed agreements", True),
        ("length of roads in service", False),
        ("strategic emerging industries' share of output", False),
        ("forest coverage", False),
    ],
)
def test_a_verb_agrees_with_the_head_of_a_name(name: str, plural: bool) -> None:
    assert is_plural_name(name) is plural


def test_a_single_thing_has_its_article_in_a_sentence() -> None:
    assert with_article("composite innovation index") == "the composite innovation index"
    assert with_article("forest coverage") == "forest coverage"


def test_a_rank_keeps_how_long_it_has_been_held() -> None:
    clause = "研发投入强度连续三年居全市第一"
    fact = a_figure(
        "第一", "1", "", kind=Kind.RANK, indicator="研发投入强度全市排名", clause=clause
    )
    assert FIGURES.tail(fact) == "first in the city for the third year running"
    kept = a_figure("第一", "1", "", kind=Kind.RANK, indicator="甲全市排名", clause="保持全市第一")
    assert FIGURES.tail(kept) == "still first in the city"
    assert FIGURES.sentence(kept, "the index") == "the index remained first in the city"


def test_how_long_another_clause_lasts_is_not_the_ranks() -> None:
    clause = "连续三年增长，居全市第一"
    fact = a_figure("第一", "1", "", kind=Kind.RANK, indicator="甲全市排名", clause=clause)
    assert FIGURES.tail(fact) == "first in the city"


def test_since_a_time_a_figure_has_been() -> None:
    fact = a_figure("22", "22", "名", kind=Kind.COUNT)
    assert FIGURES.sentence(fact, "first secretaries", perfect=True) == (
        "first secretaries have numbered 22"
    )


@pytest.mark.parametrize(
    ("name", "unit", "said"),
    [
        ("renovation of old residential areas", "栋", "covered 152 buildings"),
        ("residents who benefited", "户", "came from 152 households"),
        ("rural roads completed", "公里", "came to 152 km"),
        ("high-tech enterprises", "家", "numbered 152"),
        ("schools (including vocational schools) opened", "所", "numbered 152"),
        ("suggested projects put forward", "个", "numbered 152"),
    ],
)
def test_a_count_has_a_verb_that_goes_with_its_unit(name: str, unit: str, said: str) -> None:
    fact = a_figure("152", "152", unit, kind=Kind.COUNT)
    assert FIGURES.sentence(fact, name) == f"{name} {said}"


def test_a_heading_puts_a_count_before_what_is_counted() -> None:
    fact = a_figure("350", "350", "家", kind=Kind.COUNT)
    assert FIGURES.label(fact, "high-tech enterprises") == "350 high-tech enterprises"
    share = a_figure("50%", "50", "%", kind=Kind.SHARE)
    assert FIGURES.label(share, "share of GDP") == "share of GDP at 50%"
    least = a_figure("97%", "97", "%", kind=Kind.SHARE, qualifiers=("以上",))
    assert FIGURES.label(least, "coverage") == "coverage: at least 97%"


def test_what_was_renovated_since_a_time_has_its_verb_in_the_plural() -> None:
    fact = a_figure("38", "38", "个", kind=Kind.COUNT)
    said = FIGURES.sentence(fact, "renovation of old residential areas", perfect=True)
    assert said == "old residential areas renovated have numbered 38"


def test_a_share_of_many_things_is_one_share() -> None:
    fact = a_figure("72%", "72", "%", kind=Kind.SHARE)
    said = FIGURES.sentence(fact, "exports of private enterprises as a share of the city's total")
    assert said == "exports of private enterprises as a share of the city's total stood at 72%"


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("value of technology contracts", "the value of technology contracts"),
        ("value added of industry", "value added of industry"),
    ],
)
def test_a_value_has_its_article_and_value_added_none(name: str, subject: str) -> None:
    assert with_article(name) == subject


@pytest.mark.parametrize(
    ("indicator", "english"),
    [
        ("滨海绿道总长度", "total length of seaside greenways"),
        ("实施海湾整治行动投入", "spending on bay clean-up campaigns"),
        ("县经济开发区新入驻企业", "enterprises new to county economic development zones"),
        ("发放城乡低保金惠及人数", "people who received urban and rural minimum allowances"),
        ("茶叶产业综合产值", "overall output of the tea industry"),
    ],
)
def test_a_measure_is_named_by_what_it_is_of(indicator: str, english: str) -> None:
    assert Names(load_lexicon(), load_english()).measure(indicator) == english
