"""Changes and what they are measured against, and who speaks; the texts are invented."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from invented_figures import FIGURES, a_figure

from briefgen.brief import Value
from briefgen.english.measures import Names
from briefgen.english.moves import pace
from briefgen.english.retell import Retelling
from briefgen.english.speakers import tell_speaker
from briefgen.english.tails import base_of, with_tails
from briefgen.english.times import at_period, printed_time, time_words
from briefgen.fact import Kind, Start


def names() -> Names:
    return Names(FIGURES.lexicon, FIGURES.words)


@pytest.mark.parametrize(
    ("indicator", "english"),
    [
        ("空气质量优良天数比例上升", "share of days with good air"),
        ("城镇化率高于全省平均水平",
         "margin of the urbanisation rate over the provincial average"),
        ("农村居民人均可支配收入增速快于城镇居民",
         "margin of growth of rural disposable income per capita over that of urban residents"),
        ("人口总量全市排名上升", "total population"),
    ],
)  # fmt: skip
def test_a_change_is_named_by_its_measure_and_a_margin_by_both(
    indicator: str, english: str
) -> None:
    assert names().measure(indicator) == english


def test_a_share_went_up_behind_its_level() -> None:
    level = a_figure("3.42%", "3.42", "%", id="l", indicator="研发投入强度")
    change = a_figure("0.27", "0.27", "个百分点", id="c", kind=Kind.CHANGE,
                      indicator="研发投入强度提高")  # fmt: skip
    assert base_of(change, [level, change]) is level
    assert with_tails([change, level]) == [level, change]
    assert FIGURES.tail(change) == "up 0.27 percentage points"
    assert FIGURES.cell(change, "R&D intensity") == "up 0.27 percentage points"


def test_a_rank_moves_by_places() -> None:
    rose = a_figure("2", "2", "位", kind=Kind.CHANGE, indicator="工业总产值全市排名前移")
    fell = a_figure("1", "-1", "位", kind=Kind.CHANGE, indicator="工业总产值全市位次下降")
    assert FIGURES.sentence(rose, "output") == "output moved up 2 places"
    assert FIGURES.tail(fell) == "down 1 place"


def test_whom_a_rank_is_among_is_quoted_once() -> None:
    rank = a_figure("第23", "23", "位", kind=Kind.RANK, indicator="全国“创新百强区”排名")
    assert FIGURES.sentence(rank, "甲").endswith("23rd (“全国创新百强区”)")


def test_a_tax_cut_is_an_amount_and_no_fall() -> None:
    cut = a_figure("1.37亿", "-137000000", "元", kind=Kind.CHANGE, indicator="旅游企业减税")
    assert FIGURES.sentence(cut, "tax cuts") == "tax cuts came to 137 million yuan"
    assert FIGURES.cell(cut, "tax cuts") == "137 million yuan"


def test_the_start_of_a_change_keeps_its_hedge() -> None:
    quote = "收入由不足5万元增加到46万元"
    fact = a_figure("46万", "460000", "元", kind=Kind.CHANGE, quote=quote, end=len(quote),
                    start_value=Start((Decimal(50000),), 5, 7))  # fmt: skip
    assert "rose from less than 50,000 to 460,000 yuan" in FIGURES.sentence(fact, "income")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("21.3%", " year on year"),
        ("38%", " on the same period of 2019"),
        ("6%", " a year on average"),
        ("7%", " since the beginning of the year"),
        ("8%", " on the end of the 13th Five-Year Plan period"),
    ],
)
def test_a_growth_is_told_with_its_own_base(number: str, told: str) -> None:
    clause = "游客同比增长21.3%，较2019年同期增长38%，年均增长6%，比年初增长7%，较“十三五”末增长8%"
    fact = a_figure(number, number.rstrip("%"), "%", kind=Kind.GROWTH, clause=clause)
    assert pace(fact) == told


def test_days_of_one_month_are_told_from_the_first_to_the_last() -> None:
    assert at_period("2024-10-01/2024-10-07") == "from 1 to 7 October 2024"
    assert printed_time("2024年10月1日—2024年10月7日") == "1–7 October 2024"
    assert list(time_words("近三年来", 0)) == [(4, "over the past three years")]


@pytest.mark.parametrize(
    ("speaker", "english"),
    [
        ("公司副总裁林可", "Lin Ke, Vice-President of the company"),
        ("柳溪村党支部书记罗大山",
         "Luo Dashan, Secretary of the Party branch of Liuxi Village"),
        ("游客陈女士", "Ms Chen, Visitor"),
        ("首席体验官林可", "“首席体验官林可”"),
    ],
)  # fmt: skip
def test_an_office_that_is_not_known_is_never_spelled(speaker: str, english: str) -> None:
    assert tell_speaker(speaker, names()) == english


@pytest.mark.parametrize("name", ["跨国公司地区总部", "城市医疗集团", "县城第二水厂"])
def test_words_are_no_names_to_be_spelled(name: str) -> None:
    told = names().measure(name) or names().body(name)
    assert not {"Kuaguo", "Chengshi", "Xianchengdi'er"} & set(told.split())


@pytest.mark.parametrize(
    ("indicator", "english"),
    [
        ("甲山、乙山等景区接待游客", None),
        ("硅钢、汽车板等高端产品国内市场占有率",
         "domestic market share of high-end products such as silicon steel and automotive steel"
         " sheet"),
        ("五一假期A级景区接待游客", "visitors to A-rated attractions over the May Day holiday"),
        ("村集体经济收入10万元以上的村占比",
         "share of villages with at least a hundred thousand yuan of income for the collective"),
        ("新开工项目总投资", "total investment in projects newly started"),
        ("省级重点实验室", "provincial key laboratories"),
        ("注册护士", "registered nurses"),
        ("“五星”支部", "“五星” Party branches"),
        ("民营经济增加值占地区生产总值的比重", "the private economy's share of GDP"),
        ("甲产业增加值占地区生产总值的比重", None),
        ("年产干茶", "annual output of dried tea"),
        ("年产值超10亿元的企业", "enterprises with annual output of over a billion yuan"),
        ("年营收过百亿元的企业", "enterprises with annual revenue of over ten billion yuan"),
        ("开工改造老旧小区", "old residential compounds under renovation"),
        ("改造老旧小区涉及居民", "residents concerned by renovation of old residential areas"),
    ],
)  # fmt: skip
def test_a_measure_is_named_by_what_it_is_of(indicator: str, english: str | None) -> None:
    assert names().measure(indicator) == english


def test_a_standing_of_figures_is_told_by_its_figures() -> None:
    quote = "规模以上工业增加值增长8.3%，高于全市平均1.2个百分点"
    own = {"source": "a.txt", "quote": quote, "clause": quote, "start": 0, "end": len(quote)}
    standing = replace(a_figure("8.3%", "8.3", "%", id="s", **own), kind=Kind.STANDING, values=())
    growth = a_figure("8.3%", "8.3", "%", id="g", kind=Kind.GROWTH,
                      indicator="规模以上工业增加值增速", **own | {"number_start": 11})  # fmt: skip
    margin = a_figure("1.2", "1.2", "个百分点", id="m", kind=Kind.CHANGE,
                      indicator="规模以上工业增加值增速高于全市平均",
                      **own | {"number_start": 21})  # fmt: skip
    known = {f.id: f for f in (standing, growth, margin)}
    told = Retelling(known, names(), FIGURES, "the district", ("清河区",)).value(
        Value(quote, tuple(known))
    )[0]
    assert told == (
        "value added of industry above designated size grew by 8.3%, "
        "1.2 percentage points above the city's average"
    )
