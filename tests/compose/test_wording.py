"""How periods, report dates and figures are written out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from qinghe import a_fact

from briefgen.compose.sentences import tail_of
from briefgen.compose.wording import clause_text, short_name, squeeze, without_own
from briefgen.fact import LISTED, Kind
from briefgen.telling import day_text, figure, period_end, period_text, report_text, time_text


@pytest.mark.parametrize(
    ("wire", "words", "end"),
    [
        ("2022", "2022年", date(2022, 12, 31)),
        ("2022-05", "2022年5月", date(2022, 5, 31)),
        ("2021-06-30", "2021年6月30日", date(2021, 6, 30)),
        ("2022-Q1", "2022年第一季度", date(2022, 3, 31)),
        ("2022-H1", "2022年上半年", date(2022, 6, 30)),
        ("2016/2021", "2016—2021年", date(2021, 12, 31)),
        ("2022-10/2023-02", "2022年10月—2023年2月", date(2023, 2, 28)),
        ("2021-12-24/2021-12-25", "2021年12月24日—2021年12月25日", date(2021, 12, 25)),
    ],
)
def test_a_period_is_written_out_and_has_its_last_day(wire: str, words: str, end: date) -> None:
    assert period_text(wire) == words
    assert period_end(wire) == end


def test_a_report_is_named_by_its_date() -> None:
    assert report_text("2023-01") == "2023年1月报道"
    assert report_text("2023-02-22") == "2023年2月22日报道"
    assert report_text(None) == "未注明日期的报道"
    assert day_text("2023") == "2023年"


def test_the_past_five_years_keep_their_own_words_where_two_readings_are_open() -> None:
    fact = a_fact(
        "新增学位35000多个",
        "35000",
        unit="个",
        period="2016/2021",
        period_alt="2017/2021",
        period_inferred=False,
        published="2021-12",
    )
    assert time_text(fact) == "过去五年（2021年12月报道）"


@pytest.mark.parametrize(
    ("clause", "printed"),
    [
        ("目前已办结问题73个", "已办结问题73个"),
        ("同时，新增企业916家", "新增企业916家"),
        ("要始终坚持发展", "始终坚持发展"),
        ("要求企业备案", "要求企业备案"),
        ("今年5月开展专项工作", "2024年5月开展专项工作"),
        ("就业更加充分", "就业更加充分"),
    ],
)
def test_a_clause_is_printed_without_its_link_words(clause: str, printed: str) -> None:
    assert clause_text(a_fact(clause)) == printed


def test_a_bare_day_gets_the_year_of_its_fact() -> None:
    fact = a_fact("4月28日，公司发布一季报", period="2022-04-28", published="2022-05")
    assert clause_text(fact) == "2022年4月28日，公司发布一季报"


def test_a_figure_that_wraps_in_the_source_is_printed_whole() -> None:
    fact = a_fact("年均增长\n6.9%", "6.9%", unit="%", kind=Kind.GROWTH, clause="年均增长6.9%")
    assert figure(fact) == "6.9%"


def test_a_number_that_stands_twice_in_its_clause_is_found_by_its_place() -> None:
    clause = "3家企业新增超过3亿元"
    fact = a_fact(clause, "3亿", unit="元", qualifiers=("超过",))
    assert figure(fact) == "超过3亿元"


def test_a_unit_that_the_source_writes_otherwise_is_not_lost() -> None:
    assert figure(a_fact("绿地面积30㎡", "30", unit="平方米")) == "30平方米"
    assert figure(a_fact("近12万学生返校", "12万", unit="人", qualifiers=("近",))) == "近12万人"


def test_how_a_measure_is_told_is_no_part_of_its_name() -> None:
    assert short_name(a_fact("增长39%", "39%", indicator="到位资金同比增速")) == "到位资金"
    assert short_name(a_fact("居第一", "第一", indicator="创新指数全市排名")) == "创新指数全市"


@pytest.mark.parametrize(
    ("title", "printed"),
    [("全国绿化模范县", "获评全国绿化模范县"), ("国家科技进步奖", "获国家科技进步奖")],
)
def test_an_honour_told_by_its_title_alone_gets_a_verb(title: str, printed: str) -> None:
    clause = f"{title}（2021年，省政府）"
    assert (
        clause_text(a_fact(clause, kind=Kind.HONOUR, indicator=title, flags=(LISTED,))) == printed
    )


def test_squeezing_keeps_the_spaces_between_latin_words_only() -> None:
    assert squeeze("年均\n增长 6.9%， Smart City 试点") == "年均增长6.9%，Smart City试点"
    assert squeeze("6\n.9%") == "6.9%"


def test_a_rank_of_the_rate_is_no_rank_of_the_amount() -> None:
    said = "全县地区生产总值完成326.8亿元、增长5.9%，增速居全市第2位"
    rank = a_fact(said, "第2", unit="位", kind=Kind.RANK, indicator="地区生产总值增速全市排名")
    assert tail_of(rank) == "增速居全市第2位"
    other = a_fact("研发投入强度5.09%，居全市第一", "第一", unit="位", kind=Kind.RANK)
    assert tail_of(other) == "居全市第一"


@pytest.mark.parametrize(
    ("quote", "number", "value", "tail"),
    [
        ("到位资金93.9亿元，同比增长39%", "39%", "39", "同比增长39%"),
        ("全县地区生产总值完成326.8亿元、增长5.9%", "5.9%", "5.9", "增长5.9%"),
        ("事故8起、死亡9人，同比分别下降20.0%和10.0%", "10.0%", "-10", "同比下降10.0%"),
        ("旅游收入5.2亿元，增长22.1%和25.4%", "25.4%", "25.4", "同比增长25.4%"),
    ],
)
def test_a_growth_adds_its_own_rate_alone(quote: str, number: str, value: str, tail: str) -> None:
    fact = a_fact(
        quote, number, unit="%", kind=Kind.GROWTH, indicator="某指标同比增速",
        values=(Decimal(value),),
    )  # fmt: skip
    assert tail_of(fact) == tail


def test_nowadays_beside_what_was_is_left_out() -> None:
    fact = a_fact("原本杂乱的文艺路如今利用边角地新建3个游园", "3", unit="个")
    assert clause_text(fact) == "原本杂乱的文艺路利用边角地新建3个游园"
    assert clause_text(a_fact("如今的清河，企业已有30家", "30")) == "如今的清河，企业已有30家"


def test_the_areas_name_is_not_said_before_its_product() -> None:
    assert without_own("过去五年，清河地区生产总值年均增长6.9%", ["清河"]) == (
        "过去五年，地区生产总值年均增长6.9%"
    )
    assert without_own("清河三金路建成", ["清河"]) == "清河三金路建成"
