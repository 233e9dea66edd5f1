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


@pytest.mark.parametrize(
    ("text", "published", "number", "period"),
    [
        # a list's year, a horizon of orders, what is compared with
        ("2月公布的“2025年省重点项目名单”中，清河有19个项目入围。", "2025-03-11", "19", "2025"),
        (
            "新增学位3.8万个，超过前十年的总和。普惠园覆盖率92.6%。",
            "2024-09-10",
            "92.6%",
            "2014/2024",
        ),
        ("“当年最难的时候，国投公司投了3000万元。”", "2025-02-11", "3000万", "2025"),
    ],
)
def test_a_time_within_a_name_or_a_comparison_is_not_when(
    text: str, published: str, number: str, period: str
) -> None:
    fact = figure(text, published, number)
    assert fact.period_inferred or fact.period != period
    assert fact.kind is not Kind.TARGET


@pytest.mark.parametrize(
    ("text", "number", "indicator"),
    [
        (
            "规上工业企业营业收入287亿元，增长21%；利润总额13.6亿元。",
            "13.6亿",
            "规上工业企业利润总额",
        ),
        ("年末养老机构21家，床位2380张。", "2380", "养老机构床位"),
        ("审批时限压减至35个工作日，较法定时限压缩65%。", "65%", "审批时限增速"),
        ("城乡居民收入比为1.91，比上年缩小0.05。", "1.91", "城乡居民收入比"),
    ],
)
def test_a_bare_measure_takes_its_owner(text: str, number: str, indicator: str) -> None:
    assert figure(text, "2022-04", number).indicator == indicator


def test_the_month_of_print_is_no_year_of_a_bulletin() -> None:
    text = "清河区2021年统计公报\n\n2022年4月\n\n一、综合\n\n全年地区生产总值285.6亿元。"
    assert figure(text, "2022-04-08", "285.6亿").period == "2021"


def test_a_name_with_figures_is_written_in_words() -> None:
    fact = figure("今年“双11”期间，全区网络零售额达3800万元。", "2024-11-22", "3800万")
    assert fact.indicator == "双十一期间网络零售额"


def test_a_count_takes_no_name_from_another_sentences_share() -> None:
    text = "空气优良天数比例一度只有71.5%。保留的39座中已有31座建成绿色矿山。"
    assert all("空气" not in f.indicator for f in facts_of(text, "2022-03-12") if f.unit == "座")


def test_an_adverb_is_no_part_of_a_name() -> None:
    fact = figure("矿业税收反而从2016年的2.1亿元增加到去年的5.8亿元。", "2022-03-12", "5.8亿")
    assert fact.indicator == "矿业税收"
