"""What the five articles are given as charts, and what every chosen chart keeps to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from charted import REAL_AREA, charts, fact, real_facts, real_series

from briefgen.chart import ChartKind, ChartSpec, Tone
from briefgen.charts.choose import choose_charts

THEMES = (
    "生态人文",
    "科技创新",
    "民营经济",
    "城乡融合",
    "综合实力",
    "民生福祉",
    "党的建设",
    "综合",
)


def real(theme: str) -> dict[ChartKind, ChartSpec]:
    facts = [f for f in real_facts() if theme == "综合" or theme in f.themes]
    return {s.kind: s for s in choose_charts(facts, real_series(), REAL_AREA, theme)}


def test_two_reports_of_two_measures_make_panels_with_a_derived_title() -> None:
    spec = real("生态人文")[ChartKind.PAIRS]
    assert spec.title == "森林覆盖率两次报道间升约2.5个百分点"
    assert [(p.group, p.label, p.shown, p.tone) for p in spec.points] == [
        ("森林覆盖率", "2021年12月报道", "50.7%", Tone.EARLIER),
        ("森林覆盖率", "2023年1月报道", "53.16%", Tone.ACTUAL),
        ("人均公园绿地面积", "2021年12月报道", "28.1平方米", Tone.EARLIER),
        ("人均公园绿地面积", "2023年1月报道", "29.11平方米", Tone.ACTUAL),
    ]
    assert spec.unit == ""
    assert "推算：森林覆盖率升约2.5个百分点（53.16%－50.7%）" in spec.note
    assert spec.source == ""


def test_a_measure_told_under_two_names_says_both() -> None:
    spec = real("科技创新")[ChartKind.PAIRS]
    assert spec.title == "全社会研发经费投入强度升约0.7个百分点"
    assert "全社会研发投入占地区生产总值比重、全社会研发经费投入强度" in spec.note


def test_firms_of_one_list_are_bars_and_the_misprinted_total_is_left_out() -> None:
    spec = real("科技创新")[ChartKind.BARS]
    assert [p.shown for p in spec.points] == ["350家", "162家", "18家"]
    assert "科技型企业" not in {p.label for p in spec.points}
    assert "不相加" in spec.note


def test_problems_and_solved_problems_are_a_whole_and_its_part() -> None:
    spec = real("民营经济")[ChartKind.PROGRESS]
    assert [(p.label, p.value, p.tone) for p in spec.points] == [
        ("已办结", Decimal(73), Tone.ACTUAL),
        ("其余（推算）", Decimal(45), Tone.DERIVED),
    ]
    assert spec.title == "收集梳理企业问题118个，已办结73个"
    assert "118个－73个" in spec.note
    assert spec.points[1].fact_ids == ("s004-016", "s004-017")


def test_shares_of_different_wholes_say_so_and_the_doubtful_one_is_left_out() -> None:
    spec = real("民营经济")[ChartKind.SHARES]
    assert {p.shown for p in spec.points} == {"50%", "75%"}
    assert spec.title == "民营经济增加值占GDP 50%，税收占75%"
    assert "原文未写明分母：民营经济税收占比" in spec.note


def test_the_structure_of_three_sectors_is_one_bar() -> None:
    spec = real("综合实力")[ChartKind.STACKED]
    assert [(p.label, p.shown) for p in spec.points] == [
        ("第一产业", "2.6%"),
        ("第二产业", "48.8%"),
        ("第三产业", "48.6%"),
    ]
    assert spec.title == "第二产业占48.8%，第三产业48.6%"


def test_average_rates_of_the_same_years_are_bars() -> None:
    spec = real("综合实力")[ChartKind.BARS]
    assert [(p.label, p.shown) for p in spec.points] == [
        ("规上工业增加值", "8.8%"),
        ("地区生产总值", "6.9%"),
    ]
    assert "过去五年（2022年1月报道）" in spec.subtitle


def test_a_change_to_nil_is_no_chart_of_one_bar() -> None:
    assert ChartKind.PAIRS not in real("城乡融合")


@pytest.mark.parametrize("theme", THEMES)
def test_every_chart_of_the_articles_keeps_the_rules_of_a_chart(theme: str) -> None:
    known = {f.id: f for f in real_facts()}
    specs = list(real(theme).values())
    assert len(specs) <= 4
    for spec in specs:
        assert 0 < len(spec.title) <= 22
        assert set(spec.fact_ids) <= set(known)
        assert not any("source_slip" in known[i].flags for i in spec.fact_ids)
        assert all(p.shown in spec.alt for p in spec.points)
        assert spec.alt.startswith(spec.title)
        assert "北碚区" in spec.subtitle or spec.kind is ChartKind.PROGRESS


@pytest.mark.parametrize("theme", THEMES)
def test_an_inferred_year_is_nowhere_in_a_chart(theme: str) -> None:
    for spec in real(theme).values():
        inferred = {f.period for f in real_facts() if f.id in spec.fact_ids and f.period_inferred}
        for period in inferred - {None}:
            assert f"{period}年；" not in spec.subtitle + "；"
            assert all(p.label != f"{period}年" for p in spec.points)


@pytest.mark.parametrize(
    "ids",
    [
        ("s001-008", "s001-009"),  # 428亿元 and 93.9亿元: no whole and its part
        ("s000-035", "s001-029"),  # 市场主体: a bound, then a misprint
        ("s004-005", "s004-021"),  # 20条 and 25条措施
        ("s004-002", "s004-004"),  # one firm's growth
        ("s004-010", "s004-011"),  # 新增市场主体 and 新增民营企业: perhaps one within the other
        ("s001-014", "s001-016"),  # 152栋 and 4463户
        ("s002-002", "s002-003"),  # an expectation alone
    ],
)
def test_what_does_not_belong_together_is_not_drawn(ids: tuple[str, str]) -> None:
    facts = [f for f in real_facts() if f.id in ids]
    assert len(facts) == 2
    drawn = {i for s in choose_charts(facts, (), REAL_AREA, "综合") for i in s.fact_ids}
    assert not set(ids) <= drawn


def test_the_same_facts_give_the_same_charts_in_any_order() -> None:
    facts = list(real_facts())
    first = choose_charts(facts, real_series(), REAL_AREA, "科技创新")
    again = choose_charts(facts[::-1], real_series()[::-1], REAL_AREA, "科技创新")
    assert first == again
    assert len({s.id for s in first}) == len(first)


def test_a_theme_without_figures_that_belong_together_has_no_chart() -> None:
    assert charts([fact("高新技术企业", "350")]) == ()
    assert charts([]) == ()


def test_a_chart_is_shown_under_the_theme_that_its_facts_name_first() -> None:
    firms = [
        fact("高新技术企业", "350", themes=("科技创新", "民营经济")),
        fact("外资企业", "18", themes=("科技创新", "民营经济")),
    ]
    assert len(charts(firms, theme="科技创新")) == 1
    assert charts(firms, theme="民营经济") == ()
