"""Each rule for what changed, refusing the comparison that would be wrong."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from charted import charts, fact, kinds, told

from briefgen.chart import ChartKind, Tone
from briefgen.fact import Fact, Kind, Level, Series, Start, Status


def pair(
    first: str, last: str, unit: str = "%", name: str = "森林覆盖率", **changes: Any
) -> Series:
    kind = Kind.LEVEL if unit == "%" else Kind.COUNT
    return told(
        fact(name, first, unit, kind=kind), replace(fact(name, last, unit, kind=kind), **changes)
    )


@pytest.mark.parametrize(
    ("first", "last", "unit", "name", "title"),
    [
        ("50.7%", "53.16%", "%", "森林覆盖率", "森林覆盖率两次报道间升约2.5个百分点"),
        ("53.16%", "50.7%", "%", "森林覆盖率", "森林覆盖率两次报道间降约2.5个百分点"),
        ("50.70%", "53.16%", "%", "森林覆盖率", "森林覆盖率两次报道间升2.46个百分点"),
        ("1600", "2854", "家", "科技型企业", "科技型企业两次报道间增1254家"),
        ("7.8万", "8.63万", "户", "市场主体", "市场主体两次报道间增约8000户"),
        ("40", "40", "个", "实验室", "实验室两次报道持平"),
        ("50%", "50.3%", "%", "绿化率", "绿化率两次报道变化不大"),
    ],
)
def test_the_title_derives_no_more_digits_than_the_coarser_figure_has(
    first: str, last: str, unit: str, name: str, title: str
) -> None:
    (spec,) = charts([], pair(first, last, unit, name))
    assert spec.title == title
    assert [p.tone for p in spec.points] == [Tone.EARLIER, Tone.ACTUAL]


@pytest.mark.parametrize(
    "changes",
    [
        {"qualifiers": ("超过",), "low": Decimal(53)},
        {"low": Decimal(53)},
        {"scope": "石桥镇"},
        {"scope": "石桥镇", "level": Level.ENTITY},
        {"flags": ("source_slip",)},
        {"kind": Kind.RANK},
        {"kind": Kind.GROWTH},
        {"qualifiers": ("预计",)},
        {"published": None},
        {"published": "2021-12"},
        {"source": "e.txt"},
        {"speaker": "区长李某"},
        {"indicator": "新增森林覆盖率"},
    ],
)
def test_a_figure_that_differs_is_not_compared(changes: dict[str, Any]) -> None:
    assert ChartKind.PAIRS not in kinds(charts([], pair("50.7%", "53.16%", **changes)))


def test_figures_of_two_units_are_not_compared() -> None:
    series = pair("50.7%", "53.16%")
    other = replace(series.facts[1], unit="公顷")
    assert charts([], replace(series, facts=(series.facts[0], other))) == ()


def test_flows_are_compared_only_over_stated_times_of_one_length() -> None:
    def flows(first: str, last: str, inferred: bool) -> Series:
        series = pair("900", "800", "户", "新增市场主体")
        periods = (first, last)
        facts = tuple(
            replace(f, period=p, period_inferred=inferred)
            for f, p in zip(series.facts, periods, strict=True)
        )
        return replace(series, facts=facts)

    (spec,) = charts([], flows("2021", "2022", False))
    assert [p.label for p in spec.points] == ["2021年", "2022年"]
    assert charts([], flows("2021", "2022", True)) == ()
    assert charts([], flows("2021", "2022-H1", False)) == ()


def test_measures_of_different_units_stand_in_panels_without_a_common_unit() -> None:
    (spec,) = charts([], pair("50.7%", "53.16%"), pair("28.1", "29.11", "平方米", "人均绿地面积"))
    assert spec.unit == ""
    assert {p.group for p in spec.points} == {"森林覆盖率", "人均绿地面积"}


def test_three_reports_make_a_line_and_two_do_not() -> None:
    series = pair("50.7%", "53.16%")
    third = replace(series.facts[1], id="t", source="t.txt", published="2024-01")
    third = replace(third, values=(Decimal("54.2"),), number_text="54.2%", quote="森林覆盖率54.2%")
    third = replace(third, clause=third.quote, number_start=third.start + 5)
    (spec,) = charts([], replace(series, facts=(*series.facts, third)))
    assert spec.kind is ChartKind.LINE
    assert spec.title == "森林覆盖率由50.7%升至54.2%"
    assert [p.label for p in spec.points] == ["2021年12月报道", "2023年1月报道", "2024年1月报道"]


def test_one_value_told_again_and_again_is_no_chart() -> None:
    same = pair("100%", "100%")
    third = replace(same.facts[1], id="t", source="t.txt", published="2024-01")
    assert charts([], replace(same, facts=(*same.facts, third))) == ()


# --- from, to, and targets --------------------------------------------------------------------


def poverty(**changes: Any) -> Fact:
    quote = "贫困发生率由1.7%降至0.2%"
    made = fact("贫困发生率", "0.2%", "%", quote=quote, kind=Kind.CHANGE, at=0)
    return replace(made, start_value=Start((Decimal("1.7"),), 6, 10), **changes)


def test_a_change_shows_the_start_that_its_own_sentence_tells() -> None:
    (spec,) = charts([poverty()])
    assert spec.title == "贫困发生率由1.7%降至0.2%"
    assert [(p.shown, p.tone) for p in spec.points] == [
        ("1.7%", Tone.EARLIER),
        ("0.2%", Tone.ACTUAL),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"qualifiers": ("约",)},
        {"flags": ("source_slip",)},
        {"level": Level.ENTITY},
        {"qualifiers": ("力争",), "kind": Kind.TARGET},
    ],
)
def test_a_change_that_is_not_exact_is_no_chart(changes: dict[str, Any]) -> None:
    assert charts([poverty(**changes)]) == ()


def goals(**changes: Any) -> list[Fact]:
    now = fact("地区生产总值", "700", "亿元", kind=Kind.LEVEL, at=0, qualifiers=("预计", "突破"),
               quote="地区生产总值预计突破700亿元", low=Decimal(700))  # fmt: skip
    aim = fact("地区生产总值", "1000", "亿元", kind=Kind.TARGET, at=90, qualifiers=("突破",),
               quote="地区生产总值突破1000亿元", period="2026", status=Status.PLANNED)  # fmt: skip
    return [now, replace(aim, **changes)]


def test_a_target_stands_outlined_beside_the_latest_figure_and_no_distance_is_told() -> None:
    (spec,) = charts(goals())
    assert spec.kind is ChartKind.TARGET
    assert spec.title == "地区生产总值目标突破1000亿元"
    assert {p.tone for p in spec.points} == {Tone.EXPECTED}
    assert [p.shown for p in spec.points] == ["预计突破700亿元", "突破1000亿元"]
    assert "不计差距" in spec.note
    assert "300" not in spec.alt


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": "倍"},
        {"scope": "石桥镇"},
        {"indicator": "工业总产值"},
        {"period": "2021"},  # its time is past
    ],
)
def test_a_target_that_is_not_comparable_or_past_is_not_drawn(changes: dict[str, Any]) -> None:
    assert charts(goals(**changes)) == ()


def test_figures_of_two_stated_years_are_told_by_their_years() -> None:
    dated = {"period_inferred": False}
    first = fact("科技型企业", "231", "家", period="2022", **dated)
    last = fact("科技型企业", "268", "家", period="2023", **dated)
    (spec,) = charts([], told(first, last))
    assert spec.title == "科技型企业比2022年增37家"


def test_the_ends_of_a_change_bear_their_years_where_the_source_says_so() -> None:
    quote = "收入比由上年的1.69缩小至1.67"
    start = Start((Decimal("1.69"),), 7, 11)
    given = {"kind": Kind.CHANGE, "period": "2023", "period_inferred": False}
    change = fact("收入比", "1.67", "", quote=quote, start=0, start_value=start, **given)
    shown = [s for s in charts([change]) if s.kind is ChartKind.PAIRS]
    assert [p.label for s in shown for p in s.points] == ["2022年", "2023年"]
    assert all("，；" not in s.subtitle for s in shown)


def test_half_a_year_stands_beside_no_target_of_a_year() -> None:
    given = {"kind": Kind.LEVEL, "period_inferred": False}
    half = fact("民营经济增加值", "308", "元", period="2024-H1", **given)
    whole = fact("民营经济增加值", "608", "元", period="2024", **given)
    aim = fact("民营经济增加值", "800", "元", kind=Kind.TARGET, period="2026")
    assert ChartKind.TARGET not in kinds(charts([half, aim], theme=half.themes[0]))
    assert ChartKind.TARGET in kinds(charts([whole, aim], theme=half.themes[0]))
