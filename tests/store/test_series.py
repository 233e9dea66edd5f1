"""A series is exact and comparable; a conflict is shown; neither is guessed. All facts invented."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from invented import fact

from briefgen.fact import Fact, Kind, Level, Relation, RelationType, Status
from briefgen.lexicon.load import build_lexicon
from briefgen.lexicon.model import Indicator, Lexicon, Nature
from briefgen.store.periods import span_of
from briefgen.store.series import find_conflicts, find_series

LEXICON = Lexicon(
    units={},
    indicators=(
        Indicator("森林覆盖率", ("森林覆盖面积占比",), unit="%", nature=Nature.RATE),
        Indicator("市场主体", ("市场主体总量", "经营主体"), unit="户"),
        Indicator("招商到位资金", ("到位资金",), unit="亿元", nature=Nature.FLOW),
        Indicator("研发投入强度全市排名", ("研发经费投入强度全市排名",)),
    ),
    themes=(),
    verbs=build_lexicon(None, ()).verbs,
)


def courses(*facts: Fact) -> list[list[tuple[str | None, str]]]:
    """Return what the series of the facts show: date of report and value, point by point."""
    return [
        [(f.published, str(f.value)) for f in series.facts]
        for series in find_series(facts, LEXICON)
    ]


def rivals(*facts: Fact) -> list[tuple[str, list[str]]]:
    """Return reason and printed numbers, or clauses of standings, of each conflict."""
    return [
        (
            c.reason,
            [
                f.number_text if f.kind is not Kind.STANDING and f.number_text else f.clause
                for f in c.facts
            ],
        )
        for c in find_conflicts(facts, LEXICON)
    ]


# --- series -----------------------------------------------------------------------------------


def test_two_reports_make_a_series_oldest_first_whatever_order_they_come_in() -> None:
    facts = [fact("53.16", "2023-01"), fact("50.7", "2021-12"), fact("52", "2022-05-20")]
    for seed in range(6):
        random.Random(seed).shuffle(facts)
        assert courses(*facts) == [
            [("2021-12", "50.7"), ("2022-05-20", "52"), ("2023-01", "53.16")]
        ]


def test_one_report_makes_no_series() -> None:
    assert courses(fact("50.7", "2021-12"), fact("50.8", "2021-12", start=90)) == []


def test_a_figure_told_twice_in_a_report_is_one_point() -> None:
    twice = fact("50.7", "2021-12"), fact("50.7", "2021-12", start=90), fact("50.70", "2021-12")
    (series,) = find_series((*twice, fact("53", "2023-01")), LEXICON)
    assert [f.start for f in series.facts] == [10, 10]


def test_a_report_with_two_values_is_left_out() -> None:
    unclear = fact("50.7", "2022-01"), fact("51", "2022-01", start=90)
    assert courses(*unclear, fact("53", "2023-01")) == []
    assert courses(*unclear, fact("53", "2023-01"), fact("49", "2021-01")) == [
        [("2021-01", "49"), ("2023-01", "53")]
    ]


def test_of_two_stated_periods_in_a_report_the_latest_is_its_point() -> None:
    both = fact("50", "2022-01", period="2020"), fact("51", "2022-01", period="2021", start=90)
    assert courses(*both, fact("53", "2023-01", period="2022")) == [
        [("2022-01", "51"), ("2023-01", "53")]
    ]


def test_a_figure_of_one_period_told_again_later_is_no_second_point() -> None:
    again = fact("50", "2022-01", period="2021"), fact("50", "2022-05", period="2021")
    assert courses(*again) == []
    assert courses(*again, fact("53", "2023-01", period="2022")) == [
        [("2022-01", "50"), ("2023-01", "53")]
    ]


def test_two_values_for_one_stated_period_are_a_conflict_and_no_point() -> None:
    rival = fact("50", "2022-01", period="2021"), fact("51", "2022-05", period="2021")
    assert courses(*rival) == []
    assert rivals(*rival) == [("value", ["50", "51"])]


def test_reports_whose_periods_run_counter_make_no_series() -> None:
    assert courses(fact("50", "2022-01", period="2021"), fact("49", "2023-01", period="2019")) == []


def test_a_year_and_a_month_of_it_cannot_be_put_in_order() -> None:
    assert courses(fact("50", "2023"), fact("51", "2023-05")) == []
    assert courses(fact("50", "2022"), fact("51", "2023-05")) == [
        [("2022", "50"), ("2023-05", "51")]
    ]


@pytest.mark.parametrize("verb", ["达", "达到"])
def test_a_verb_is_no_hedge(verb: str) -> None:
    assert len(courses(fact("50", "2022-01", qualifiers=(verb,)), fact("51", "2023-01"))) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"qualifiers": ("约",)},
        {"qualifiers": ("达", "近")},
        {"qualifiers": ("超过",), "low": Decimal(50)},
        {"low": Decimal(50)},
        {"high": Decimal(50)},
        {"flags": ("wrapped", "source_slip")},
        {"meant": "林木覆盖率"},
        {"status": Status.PLANNED},
        {"kind": Kind.TARGET},
        {"kind": Kind.GROWTH},
        {"level": Level.ENTITY},
        {"published": None, "source": "x"},
        {"values": (Decimal(1), Decimal(2))},
        {"unit": "‰"},
        {"scope": "清河区柳树镇"},
        {"indicator": "林木覆盖率"},
    ],
    ids=str,
)
def test_what_is_not_exact_or_not_the_same_never_enters_a_series(changes: dict[str, Any]) -> None:
    published = changes.pop("published", "2022-01")
    assert courses(fact("50", published, **changes), fact("53", "2023-01")) == []


def test_wrapped_lines_do_not_keep_a_figure_out() -> None:
    assert len(courses(fact("50", "2022-01", flags=("wrapped",)), fact("53", "2023-01"))) == 1


def test_names_that_the_lexicon_declares_equal_make_one_series_that_names_them() -> None:
    (series,) = find_series(
        [fact("50", "2022-01", indicator="森林覆盖面积占比"), fact("53", "2023-01")], LEXICON
    )
    assert (series.indicator, series.aliases) == ("森林覆盖率", ("森林覆盖面积占比",))


def test_one_wording_throughout_is_the_series_title_and_no_alias() -> None:
    (series,) = find_series(
        [fact(v, d, indicator="经营主体", unit="户") for v, d in (("7", "2022"), ("8", "2023"))],
        LEXICON,
    )
    assert (series.indicator, series.unit, series.aliases) == ("经营主体", "户", ())


def test_names_that_only_look_alike_stay_apart() -> None:
    assert (
        courses(
            fact("1600", "2022-01", indicator="科技型企业", unit="家"),
            fact("1600", "2023-01", indicator="会员单位", unit="家"),
        )
        == []
    )


@pytest.mark.parametrize(
    "flow",
    [
        {"indicator": "新增市场主体", "quote": "新增市场主体100"},
        {"indicator": "市场主体", "quote": "全年新增市场主体100"},
        {"indicator": "到位资金", "quote": "到位资金100"},
    ],
    ids=["by name", "by the words before it", "by the lexicon"],
)
def test_a_flow_is_a_series_only_where_periods_of_one_length_are_stated(
    flow: dict[str, Any],
) -> None:
    def told(published: str, value: str, period: str | None, **more: Any) -> Fact:
        quote = flow["quote"].replace("100", value)
        return fact(value, published, period=period, unit="户", **(flow | more | {"quote": quote}))

    assert courses(told("2022-01", "100", None), told("2023-01", "120", None)) == []
    assert courses(told("2022-01", "100", "2021"), told("2023-01", "120", "2022")) == [
        [("2022-01", "100"), ("2023-01", "120")]
    ]
    assert courses(told("2022-01", "100", "2021"), told("2022-08", "60", "2022-H1")) == []
    inferred = told("2022-01", "100", "2021", period_inferred=True)
    assert courses(inferred, told("2023-01", "120", "2022")) == []


def test_stock_and_flow_of_one_name_never_meet() -> None:
    assert (
        courses(
            fact("78000", "2022-01", indicator="市场主体", unit="户", quote="市场主体78000"),
            fact("25000", "2023-01", indicator="市场主体", unit="户", quote="新增市场主体25000"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("period", "first", "last", "length", "months"),
    [
        ("2022", "2022-01-01", "2022-12-31", "year", 12),
        ("2022-05", "2022-05-01", "2022-05-31", "month", 1),
        ("2021-06-30", "2021-06-30", "2021-06-30", "day", 1),
        ("2022-Q1", "2022-01-01", "2022-03-31", "quarter", 3),
        ("2022-H2", "2022-07-01", "2022-12-31", "half", 6),
        ("2016/2021", "2016-01-01", "2021-12-31", "/+72", 72),
        ("2022-10/2023-02", "2022-10-01", "2023-02-31", "10/02+5", 5),
    ],
)
def test_a_period_has_a_beginning_an_end_and_a_length(
    period: str, first: str, last: str, length: str, months: int
) -> None:
    span = span_of(period)
    assert span is not None
    assert (span.first, span.last, span.length) == (first, last, length)
    assert span.months == months


def test_what_is_no_stock_stands_beside_its_like_of_as_long_a_time() -> None:
    """Good days of a January beside those of a whole year would be a fall that nobody told."""
    days = [fact("87.4", "2024-02", period="2024-01"), fact("84.8", "2025-01", period="2024")]
    assert courses(*days) == []
    same = [
        fact("87.4", "2023-12", period="2023-01/2023-11"),
        fact("84.8", "2024-12", period="2024-01/2024-11"),
    ]
    assert courses(*same) == [[("2023-12", "87.4"), ("2024-12", "84.8")]]
    ends = [fact("53", "2023-02", period="2022-12-31"), fact("54", "2024-02", period="2023-12-31")]
    assert courses(*ends) == [[("2023-02", "53"), ("2024-02", "54")]]


def test_a_count_of_new_ones_is_a_flow_whatever_the_noun() -> None:
    new = {"indicator": "新设民营企业", "unit": "户"}
    first = fact("226", "2024-02", period="2024-01", period_inferred=True, **new)
    assert courses(first, fact("2820", "2025-01", period="2024", **new)) == []


@pytest.mark.parametrize("period", [None, "", "近年来", "22", "2022-Q5", "2016/", "2022-5"])
def test_a_period_of_another_form_has_no_span(period: str | None) -> None:
    assert span_of(period) is None


# --- conflicts of value -----------------------------------------------------------------------


def stated(value: str, published: str = "2023-01", **changes: Any) -> Fact:
    """Return a figure for 2022."""
    return fact(value, published, period="2022", **changes)


def test_rival_values_for_one_stated_period_stand_side_by_side() -> None:
    assert rivals(stated("53"), stated("52", "2023-02")) == [("value", ["53", "52"])]


def test_rival_values_within_one_report_are_a_conflict_too() -> None:
    assert rivals(stated("53"), stated("52", start=90)) == [("value", ["53", "52"])]


def test_like_parts_of_two_wholes_are_no_rivals() -> None:
    def part(value: str, start: int, whole: str) -> Fact:
        tie = (Relation(RelationType.PART_OF, whole),)
        return stated(value, start=start, indicator="城镇人口", relations=tie)

    assert rivals(part("53", 10, "a"), part("52", 90, "b")) == []
    assert rivals(part("53", 10, "a"), part("52", 90, "a")) != []


def test_names_that_mean_one_thing_are_rivals() -> None:
    other = stated("52", "2023-02", indicator="森林覆盖面积占比")
    assert rivals(stated("53"), other) == [("value", ["53", "52"])]


def test_a_count_and_a_level_of_one_thing_are_rivals() -> None:
    assert rivals(stated("53", kind=Kind.COUNT), stated("52", "2023-02")) == [
        ("value", ["53", "52"])
    ]


def test_what_agrees_with_all_others_is_not_dragged_into_a_conflict() -> None:
    facts = stated("53"), stated("52", "2023-02"), stated("53", "2023-03", start=50)
    assert rivals(*facts) == [("value", ["53", "52", "53"])]
    tied = stated("118", "2023-01", relations=(Relation(RelationType.PART_OF, "b"),))
    assert rivals(tied, stated("73", "2023-02", id="b")) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"period": "2021"},
        {"period_inferred": True},
        {"scope": "清河区柳树镇"},
        {"unit": "‰"},
        {"kind": Kind.GROWTH},
        {"status": Status.PLANNED},
        {"qualifiers": ("预计",)},
        {"indicator": "林木覆盖率"},
        {"values": (Decimal("53.0"),)},
    ],
    ids=str,
)
def test_different_claims_are_no_rivals(changes: dict[str, Any]) -> None:
    other = {"period": "2022"} | changes
    assert rivals(stated("53"), fact("52", "2023-02", **other)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("8.63万", "86300"), ("8.6万", "86000")),
        (("428.3亿", "42830000000"), ("428亿", "42800000000")),
        (("53.16", "53.16"), ("53.2", "53.2")),
        (("1,600", "1600"), ("1600", "1600")),
    ],
)
def test_a_value_and_the_same_value_rounded_agree(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    facts = [
        stated(value, f"2023-0{n}", number_text=shown, quote=f"森林覆盖率{shown}")
        for n, (shown, value) in enumerate((first, second), 1)
    ]
    assert rivals(*facts) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("8.63万", "86300"), ("8.7万", "87000")),
        (("718亿", "71800000000"), ("720亿", "72000000000")),
        (("十", "10"), ("十二", "12")),
    ],
)
def test_a_value_and_another_one_do_not(first: tuple[str, str], second: tuple[str, str]) -> None:
    facts = [
        stated(value, f"2023-0{n}", number_text=shown, quote=f"森林覆盖率{shown}")
        for n, (shown, value) in enumerate((first, second), 1)
    ]
    assert len(rivals(*facts)) == 1


def test_a_bound_agrees_with_what_lies_within_it_and_with_nothing_else() -> None:
    above = stated("78000", low=Decimal(78000), qualifiers=("超过",))
    assert rivals(above, stated("86300", "2023-02")) == []
    assert rivals(above, stated("70000", "2023-02")) == [("value", ["78000", "70000"])]
    below = stated("70000", "2023-02", high=Decimal(70000), qualifiers=("不足",))
    assert rivals(above, below) == [("value", ["78000", "70000"])]


def test_what_one_clause_goes_on_with_is_no_rival() -> None:
    stated = {"period": "2022", "period_inferred": False, "unit": "家", "indicator": "小巨人企业"}
    trained = fact("5", "2023-01", quote="培育小巨人企业5家", **stated)
    words = "培育小巨人企业5家，累计达23家"
    total = fact("23", "2023-01", quote=words, start=trained.start, **stated)
    assert rivals(trained, replace(total, end=trained.start + len(words))) == []
    assert len(rivals(trained, replace(total, start=400, end=420))) == 1


def test_ratios_are_compared_as_a_whole() -> None:
    def ratio(*parts: str) -> Fact:
        values = tuple(map(Decimal, parts))
        text = "：".join(parts)
        return fact(
            None,
            "2023-01",
            values=values,
            kind=Kind.RATIO,
            unit="比",
            period="2022",
            number_text=text,
            quote=f"三次产业结构{text}",
        )

    assert rivals(ratio("2.6", "48.8", "48.6"), ratio("2.6", "48.8", "48.6")) == []
    assert len(rivals(ratio("2.6", "48.8", "48.6"), ratio("2.7", "48.7", "48.6"))) == 1


# --- conflicts of wording ---------------------------------------------------------------------


def rank(published: str, text: str, place: str = "第一", **changes: Any) -> Fact:
    """Return a rank told in the words `text`."""
    given = {
        "kind": Kind.RANK,
        "unit": "位",
        "number_text": place,
        "quote": text,
        "clause": text,
        "indicator": "空气质量优良天数中心城区排名",
    }
    return fact("1", published, **(given | changes))


def standing(published: str, text: str, indicator: str | None = None, **changes: Any) -> Fact:
    """Return a standing told in the words `text`."""
    return fact(
        None,
        published,
        kind=Kind.STANDING,
        quote=text,
        clause=text,
        indicator=indicator or text,
        **changes,
    )


FIRST = "空气质量优良天数连续三年居中心城区第一"
AMONG = "环境空气质量优良天数、空气质量综合指数均居中心城区前列"


def test_first_and_then_among_the_first_is_shown_side_by_side() -> None:
    assert rivals(standing("2023-01", AMONG), rank("2021-12", FIRST)) == [
        ("wording", ["第一", AMONG])
    ]


def test_three_tellings_of_one_subject_are_one_conflict() -> None:
    again = rank(
        "2022-01",
        "空气质量优良天数\n保持主城都市区中心城区第1名",
        "第1",
        indicator="空气质量优良天数主城都市区中心城区排名",
    )
    assert rivals(rank("2021-12", FIRST), again, standing("2023-01", AMONG)) == [
        ("wording", ["第一", "第1", AMONG])
    ]


def test_the_same_words_are_no_conflict() -> None:
    told = "空气质量优良天数居中心城区第1"
    assert rivals(rank("2021-12", FIRST), standing("2023-01", told, "空气质量优良天数")) == []


def test_first_in_one_field_and_among_the_first_in_another_are_two_claims() -> None:
    national = "空气质量优良天数居全国前列"
    assert rivals(rank("2021-12", FIRST), standing("2023-01", national)) == []


def test_ranks_that_only_differ_in_number_are_a_course() -> None:
    third = rank("2023-01", "空气质量优良天数居中心城区第三", "第三", values=(Decimal(3),))
    assert rivals(rank("2021-12", FIRST), third) == []


def test_two_ranks_for_one_stated_year_are_rivals() -> None:
    first = rank("2022-01", FIRST, period="2021")
    second = rank("2022-03", FIRST, "第二", period="2021", values=(Decimal(2),))
    assert rivals(first, second) == [("value", ["第一", "第二"])]


def test_standings_of_another_scope_or_subject_are_left_alone() -> None:
    elsewhere = standing("2023-01", AMONG, scope="清河区柳树镇")
    other = standing("2023-01", "综合实力居中心城区前列")
    assert rivals(rank("2021-12", FIRST), elsewhere, other) == []


def test_one_clause_read_as_rank_and_as_standing_is_told_once() -> None:
    text = "空气质量优良天数居中心城区第一，保持领先"
    same: dict[str, Any] = {"source": "a.txt", "start": 10}
    both = rank("2021-12", text, **same), standing("2021-12", text, "空气质量优良天数", **same)
    assert rivals(*both) == []


def test_two_claims_to_be_the_only_one_of_nearly_one_title_are_compared() -> None:
    first, second = (
        "也是全市唯一的民营经济综合改革示范试点区",
        "清河作为全市唯一的民营经济综合示范区",
    )
    assert rivals(standing("2023-01", first), standing("2023-02", second)) == [
        ("wording", [first, second])
    ]
    assert rivals(standing("2023-01", first), standing("2023-02", first)) == []
    assert rivals(standing("2023-01", first), standing("2023-02", "全市唯一的国家级科技园区")) == []


def test_many_standings_are_compared_in_a_moment() -> None:
    many = [standing(f"2023-01-{n % 28 + 1:02}", f"第{n}号指标居全市前列") for n in range(400)]
    assert find_conflicts(many, LEXICON) == ()
