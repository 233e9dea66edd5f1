"""Figures of a holiday, of a firm told by its settling, of what somebody demands; all invented."""

from __future__ import annotations

import pytest
from test_unseen_articles import facts_of, figure

from briefgen.fact import Kind

_HOLIDAY = """10月11日，记者获悉，今年国庆假期，全区共接待游客46.8万人次；实现旅游收入2.73亿元。

假期期间，云台山景区接待游客9.6万人次，10月3日单日接待1.9万人次；门票收入386万元。

前三季度，全区累计接待游客412.3万人次。
"""


@pytest.mark.parametrize(
    ("number", "indicator"),
    [
        ("46.8万", "国庆假期接待游客"),
        ("2.73亿", "国庆假期旅游收入"),
        ("9.6万", "国庆假期接待游客"),
        ("412.3万", "累计接待游客"),
    ],
)
def test_a_holidays_figure_is_not_the_years(number: str, indicator: str) -> None:
    assert figure(_HOLIDAY, "2024-10-12", number).indicator == indicator


def test_a_single_day_ends_with_its_clause() -> None:
    assert figure(_HOLIDAY, "2024-10-12", "386万").period != "2024-10-03"


def test_a_firm_that_settled_keeps_what_it_makes() -> None:
    text = "2023年落户的天元食品有限公司，投资3.6亿元建成生产线，今年1—10月实现产值4.7亿元。"
    assert figure(text, "2024-11-22", "4.7亿").scope == "天元食品有限公司"


def test_what_an_officer_demands_is_planned_for_the_running_year() -> None:
    text = "区委书记魏某要求，年内完成6个党组织整顿，打造示范点30个。"
    facts = [f for f in facts_of(text, "2024-07-01") if not f.is_statement]
    assert {(f.kind, f.period) for f in facts} == {(Kind.TARGET, "2024")}


def test_shares_of_aims_go_to_their_own_measures() -> None:
    text = "接待游客412万人次，实现旅游收入23.6亿元，完成全年目标任务的82.5%和78.7%。"
    assert figure(text, "2024-10-12", "82.5%").indicator == "接待游客占全年目标任务比重"


def test_next_year_is_no_time_of_what_follows() -> None:
    text = "公司经理赵某说，明年上马二期项目。全区苹果面积32.5万亩。"
    assert figure(text, "2024-11-22", "32.5万").period != "2025"
