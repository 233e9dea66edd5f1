"""Time expressions of invented sentences, resolved against the day of publication."""

from __future__ import annotations

from functools import cache

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.extract.context import Context, make_context
from briefgen.extract.periods import find_periods, period_at
from briefgen.extract.times import TimeRole
from briefgen.lexicon import Lexicon, load_lexicon

_AREA = Area("清河区", ("清河",), "江州市", ())


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _context(text: str, published: str | None) -> Context:
    source = Source("case.txt", text, "", published=published)
    return make_context(clean_source(source), _lexicon(), _AREA)


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("2021年6月30日建成。", "2022-01", "2021-06-30"),
        ("2022年4月签约。", "2023-01", "2022-04"),
        ("去年12月24日至25日举行会议。", "2022-01", "2021-12-24/2021-12-25"),
        ("2021年12月27日至2日会议召开。", "2022-01", "2021-12-27/2022-01-02"),
        ("4月28日发布公告。", "2022-05", "2022-04-28"),
        ("11月5日举行活动。", "2022-05", "2021-11-05"),
        ("今年5月开展工作。", "2022-05", "2022-05"),
        ("去年新增企业。", "2022-05", "2021"),
        ("前年新增企业。", "2022-05", "2020"),
        ("2022年1—9月完成投资。", "2022-12", "2022-01/2022-09"),
        ("1-9月完成投资。", "2022-12", "2022-01/2022-09"),
        ("前三季度完成投资。", "2022-12", "2022-01/2022-09"),
        ("今年一季度完成投资。", "2022-05", "2022-Q1"),
        ("上半年完成投资。", "2022-08", "2022-H1"),
        ("公司发布一季报。", "2022-05", "2022-Q1"),
        ("“十三五”期间完成投资。", "2022-05", "2016/2020"),
        ("“十四五”末完成目标。", "2022-05", "2025"),
        ("2016—2020年完成投资。", "2021-05", "2016/2020"),
        ("二〇二一年完成投资。", "2022-05", "2021"),
        ("自去年9月以来完成投资。", "2021-12", "2020-09/2021-12"),
        ("到2025年完成目标。", "2022-01", "2025"),
        ("全年完成投资。", "2022-01", "2021"),
        ("２０２２年完成投资。", "2023-01", "2022"),
        ("上月完成投资。", "2022-01-05", "2021-12"),
        ("本月完成投资。", "2022-05-20", "2022-05"),
        ("上季度完成投资。", "2022-02", "2021-Q4"),
        ("昨日完成投资。", "2022-03-01", "2022-02-28"),
        ("头两个月完成投资。", "2022-04", "2022-01/2022-02"),
        ("下半年完成投资。", "2022-12", "2022-H2"),
        ("2022年第三季度完成投资。", "2022-12", "2022-Q3"),
        ("去年底完成投资。", "2022-05", "2021"),
        ("5月份完成投资。", "2022-06", "2022-05"),
        ("1至5月完成投资。", "2022-06", "2022-01/2022-05"),
        ("今年以来完成投资。", "2022-05", "2022-01/2022-05"),
        ("2020年以来完成投资。", "2022-05", "2020/2022-05"),
        ("2021年3月至2022年2月完成投资。", "2022-12", "2021-03/2022-02"),
        ("2021年1月1日至2022年3月31日完成投资。", "2022-05", "2021-01-01/2022-03-31"),
        ("2022-05-03完成投资。", "2022-12", "2022-05-03"),
        ("2022.5.3完成投资。", "2022-12", "2022-05-03"),
        ("近三年完成投资。", "2022-12", "2019/2022"),
        ("过去一年完成投资。", "2022-12", "2022"),
    ],
)
def test_a_time_is_resolved(text: str, published: str, period: str) -> None:
    (time, *_) = find_periods(_context(text, published))
    assert time.value == period


def test_the_next_day_follows_the_day_told_before() -> None:
    times = find_periods(_context("2021年12月31日开会，次日开工。当天签约。", "2022-05"))
    assert [t.value for t in times] == ["2021-12-31", "2022-01-01", "2022-01-01"]


@pytest.mark.parametrize("text", ["昨日完成投资。", "上月完成投资。", "上季度完成投资。"])
def test_without_a_day_or_month_of_publication_nothing_near_is_guessed(text: str) -> None:
    (time,) = find_periods(_context(text, "2022"))
    assert time.value is None


@pytest.mark.parametrize("span", ["过去五年", "五年来", "这五年", "近五年"])
def test_both_readings_of_five_years_reach_the_fact(span: str) -> None:
    context = _context(f"{span}，清河区工业产值年均增长6.9%。", "2021-12")
    (fact,) = extract_facts(context.document, context.lexicon, context.area).facts
    assert (fact.period, fact.period_inferred, fact.period_alt) == (
        "2016/2021",
        False,
        "2017/2021",
    )


def test_the_past_five_years_have_two_readings() -> None:
    for published in ("2021-12", "2022-01"):
        context = _context("过去五年，清河区完成投资。", published)
        assert period_at(context, 6, 9) == ("2016/2021", False, "2017/2021")
    context = _context("未来五年，清河区完成投资。", "2022-01")
    assert period_at(context, 6, 9) == ("2021/2026", False, "2022/2026")


@pytest.mark.parametrize("text", ["比上年增长。", "较去年同期增长。", "比2020年增长。"])
def test_what_is_compared_with_is_no_period_of_the_figure(text: str) -> None:
    (time,) = find_periods(_context(text, "2022-05"))
    assert time.role is TimeRole.BASE


def test_a_founding_year_is_no_period() -> None:
    text = "该园成立于2015年，现有企业320家。"
    facts = extract_facts(_context(text, "2022-12").document, _lexicon(), _AREA).facts
    (fact,) = (f for f in facts if not f.is_statement)
    assert (fact.period, fact.period_inferred) == ("2022", True)


def test_the_year_flows_along_sentence_and_paragraph() -> None:
    context = _context("2021年，清河区开展整治。拆除围墙，修复河岸。", "2022-12")
    at = context.text.index("修复")
    assert period_at(context, at, at + 4) == ("2021", False, None)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021年以来，发展露营。“平均一天就有600多台车！”书记说。", ("2022-05", True)),
        ("2021年，修路20公里。“四好农村路”建成600公里。", ("2021", False)),
    ],
)
def test_what_somebody_says_is_of_the_day_he_says_it(text: str, period: tuple[str, bool]) -> None:
    context = _context(text, "2022-05")
    at = context.text.index("600")
    assert period_at(context, at, at + 3)[:2] == period


def test_the_end_of_a_plan_does_not_flow_on() -> None:
    context = _context("清河区力争到2027年产值翻番。目前改造小区。", "2024-01")
    at = context.text.index("改造")
    assert period_at(context, at, at + 4)[0] != "2027"


def test_recently_is_the_time_of_the_report_and_inferred() -> None:
    context = _context("近日，清河区召开会议。", "2022-05-20")
    assert period_at(context, 3, 9) == ("2022-05", True, None)


@pytest.mark.parametrize(
    ("published", "period"),
    [("2021-12", "2021"), ("2022-01", "2021"), ("2022-05", "2022-05"), ("2023", "2022")],
)
def test_a_figure_without_a_year_takes_the_reports(published: str, period: str) -> None:
    assert period_at(_context("清河区企业增多。", published), 0, 8) == (period, True, None)


def test_without_a_date_nothing_is_assumed_and_one_notice_says_so() -> None:
    context = _context("去年清河区新增企业36家。", None)
    found = extract_facts(context.document, _lexicon(), _AREA)
    assert [f.period for f in found.facts] == [None]
    assert len(found.notices) == 1
    assert "no date" in found.notices[0].message


def test_a_stated_year_needs_no_date_of_publication() -> None:
    context = _context("2021年清河区新增企业36家。", None)
    (fact,) = extract_facts(context.document, _lexicon(), _AREA).facts
    assert (fact.period, fact.period_inferred) == ("2021", False)


def _facts(text: str, published: str) -> dict[str, tuple[str | None, bool]]:
    context = _context(text, published)
    facts = extract_facts(context.document, context.lexicon, context.area).facts
    return {f.number_text or "": (f.period, f.period_inferred) for f in facts if f.number_text}


def test_the_whole_year_after_last_year_is_last_year_and_inferred() -> None:
    told = _facts("去年以来，清河区深化改革，全年新增市场主体2.5万户。", "2022-05")
    assert told["2.5万"] == ("2021", True)


def test_the_year_of_an_expectation_does_not_flow_into_the_next_sentence() -> None:
    told = _facts(
        "清河区地区生产总值预计2021年突破700亿元。三次产业结构调整为2.6：48.8：48.6。", "2022-01"
    )
    assert told["700亿"] == ("2021", False)
    assert told["2.6：48.8：48.6"] == ("2021", True)


def test_what_a_project_will_yield_once_built_has_no_period() -> None:
    text = "2022年6月，清河机械公司完成土地摘牌。项目达产后预计实现年产值超过6亿元。"
    assert _facts(text, "2023-01")["6亿"] == (None, False)


def test_the_year_in_a_projects_name_is_not_the_figures() -> None:
    text = "区政府自2022年10月开始征集2023年民生实事候选项目，共收到建议121项。"
    assert (_facts(text, "2023-02")["121"][0] or "").startswith("2022-10")


def test_one_a_month_is_no_january() -> None:
    assert not [t for t in find_periods(_context("落实“一月一通报”机制。", "2023-02")) if t.value]


def test_the_part_of_a_year_that_an_article_reports_on_holds_below() -> None:
    text = "今年前三季度，清河区经济平稳。\n\n工业增势良好。\n\n消费回暖，零售总额增长9.8%。"
    assert _facts(text, "2019-10")["9.8%"] == ("2019-01/2019-09", True)


def test_the_year_of_a_section_outweighs_that_of_the_title() -> None:
    text = (
        "2024年工作总结\n\n二、2025年工作安排\n\n1. 抓项目扩投资。清河区实施重点项目200个。\n\n"
        "2. 抓民生增福祉。新增学位1200个。"
    )
    assert _facts(text, "2025-01")["1200"] == ("2025", False)


def test_a_year_told_in_january_is_still_to_come() -> None:
    text = "2021年，清河区推进重点项目150个。"
    context = _context(text, "2021-01")
    facts = extract_facts(context.document, context.lexicon, context.area).facts
    assert [f.kind.value for f in facts if f.number_text == "150"] == ["target"]


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "总投资50亿元的项目计划今年10月投产。清河区解决企业难题217个。",
            "217",
            "2022-09",
        ),
        ("截至8月底，经营主体7万户。清河区解决企业难题217个。", "217", "2022-09"),
        ("全年地区生产总值力争增长7%以上。", "7%", "2022"),
    ],
)
def test_a_month_that_is_planned_or_counted_up_to_flows_no_further(
    text: str, number: str, period: str
) -> None:
    assert _facts(text, "2022-09")[number][0] == period


def test_when_a_firm_came_is_not_when_it_went_into_production() -> None:
    text = "该公司是去年从江南引进的零部件企业，总投资10亿元，一期项目已于6月投产。"
    values = [t.value for t in find_periods(_context(text, "2022-10")) if t.value]
    assert values == ["2021", "2022-06"]


def test_a_plans_years_go_on_until_the_report() -> None:
    text = "“十四五”以来，清河区建成学校6所。"
    assert _facts(text, "2023-09")["6"] == ("2021/2023-09", False)


def test_what_was_yielded_last_year_is_no_target_though_it_follows_a_start() -> None:
    text = "清河机械公司新上的车间投产后，去年企业产值增长26%，达到21亿元。"
    context = _context(text, "2018-06")
    facts = extract_facts(context.document, context.lexicon, context.area).facts
    assert {f.kind.value for f in facts if f.number_text == "21亿"} == {"level"}


def test_funds_that_were_won_from_above_are_no_target() -> None:
    context = _context("清河区争取上三级科技经费6138万元。", "2018-06")
    facts = extract_facts(context.document, context.lexicon, context.area).facts
    assert [f.kind.value for f in facts if f.number_text == "6138万"] == ["level"]


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("2019年度审计报告\n\n截至6月底仍有1500万元未追回。", "2020-07-31", "2020-06"),
        ("2019年度审计报告\n\n2019年，截至6月底有1500万元未追回。", "2020-07-31", "2019-06"),
        ("2019年经济运行情况\n\n截至12月底，存款余额1500万元。", "2020-01-20", "2019-12"),
    ],
)
def test_a_month_that_ended_just_before_the_report_is_of_its_own_year(
    text: str, published: str, period: str
) -> None:
    assert _facts(text, published)["1500万"][0] == period


def test_figures_of_a_part_on_how_it_will_be_done_are_aims() -> None:
    ahead = "【2024，我们这样干】\n\n——办好实事。改造城镇老旧小区1200个。"
    page = f"{ahead}\n\n【代表委员说】\n\n全区改造老旧小区800个。\n"
    source = Source("case.txt", page, "", published="2024-01-25")
    facts = extract_facts(clean_source(source), _lexicon(), _AREA).facts
    assert [(fact.number_text, fact.kind) for fact in facts if fact.number_text] == [
        ("1200", "target"),
        ("800", "count"),
    ]
