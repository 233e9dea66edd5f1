"""What reports admit, roads and yields, and measures of other papers in English.

The district of 清河 and all that is said of it are invented.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from invented_figures import FIGURES, a_figure

from briefgen.english.clauses import Mode, tell_clause
from briefgen.english.measures import Names
from briefgen.english.words import Words
from briefgen.fact import Kind, Start
from briefgen.lexicon import load_lexicon
from briefgen.lexicon.english import load_english

LEXICON = load_english(None, {"清河区": "=Qinghe District|Qinghe", "清河": "=Qinghe"})
WORDS = Words(LEXICON)
NAMES = Names(load_lexicon(), LEXICON)


def told(clause: str, mode: Mode = Mode.DONE) -> str:
    made = tell_clause(clause, mode, WORDS, owner="the district", area=("清河区", "清河"))
    assert not made.untold, clause
    assert not made.kept, clause
    return made.text


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("一些小微企业面临招工难、融资贵等问题",
         "some small and micro enterprises faced problems such as labour shortages and costly "
         "financing"),
        ("入学难、看病难等问题尚未完全解决",
         "problems such as hard-won school places and hard-won medical care were not yet fully "
         "solved"),
        ("少数干部担当精神不足", "sense of responsibility of a few officials was insufficient"),
        ("对外依存度偏高", "dependence on foreign trade was rather high"),
        ("传统产业占比偏高", "traditional industries held a rather high share"),
        ("个别干部作风漂浮", "a few officials were not down-to-earth"),
        ("土地要素保障不足", "supply of land was insufficient"),
        ("老旧小区改造进度缓慢", "renovation of old residential compounds made slow progress"),
    ],
)  # fmt: skip
def test_what_a_report_admits_is_told(clause: str, english: str) -> None:
    assert told(clause) == english


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("启动清河至西江高速公路前期工作",
         "to start preliminary work on the Qinghe to Xijiang Expressway"),
        ("加快推进年产30万吨新材料项目",
         "to speed up the new-materials project with annual output of 300,000 t"),
        ("实施产业倍增行动", "to carry out the industry doubling campaign"),
        ("推动国家工程研究中心实体化运行",
         "to help the national engineering research centre to operate as an entity"),
    ],
)  # fmt: skip
def test_works_are_aimed_at_by_what_they_join_and_yield(clause: str, english: str) -> None:
    assert told(clause, Mode.AIM) == english


def test_a_paper_of_so_many_points_holds_measures() -> None:
    words = told("出台促进民营经济发展“18条”")
    assert (
        words == "the district issued 18 measures to promote the development of the private economy"
    )


@pytest.mark.parametrize(
    ("indicator", "english"),
    [
        ("民营企业研发投入", "R&D spending of private enterprises"),
        ("民营企业缴纳税收", "taxes paid by private enterprises"),
        ("规模以上工业企业净增", "industrial enterprises above designated size"),
        ("城区PM2.5平均浓度", "urban PM2.5 concentration"),
        ("普通高中在校生", "senior secondary school students"),
        ("参加城乡居民基本养老保险人数", "people in basic pension insurance"),
        ("民营经济贡献税收", "tax revenue from the private economy"),
        ("中欧班列（清河）全年开行", "China-Europe trains"),
        ("行政村通双车道公路比例", "share of administrative villages with two-lane roads"),
        ("吸纳农户", "farming households taken in"),
        ("开工项目", "projects started"),
        ("竣工投产项目", "projects completed and put into production"),
        ("4A级景区", "4A-rated tourist attractions"),
        ("农村低保", "rural recipients of minimum allowance"),
    ],
)
def test_a_measure_of_a_bulletin_or_a_feature_has_a_name(indicator: str, english: str) -> None:
    assert (NAMES.measure(indicator) or "").startswith(english)


@pytest.mark.parametrize(
    ("indicator", "clause", "english"),
    [
        ("地区生产总值增速全市排名", "增速居全市第二位", "with growth second in the city"),
        ("地区生产总值增速西江市排名", "增速居西江市第二位", "with growth second in Xijiang City"),
        ("地区生产总值全市排名", "居全市第二位", "second in the city"),
        ("综合考核排名", "全市综合考核第二名", "second in the city"),
        ("民间投资县级市排名", "居县级市第二位", "second among county-level cities"),
    ],
)
def test_a_rank_of_growth_is_no_rank_of_the_amount(
    indicator: str, clause: str, english: str
) -> None:
    rank = a_figure("二", "2", "位", kind=Kind.RANK, indicator=indicator, clause=clause)
    assert FIGURES.tail(rank) == english


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("设立3亿元的产业风险补偿资金池",
         "the district set up an industrial risk-compensation pool of 300 million yuan"),
        ("该公司投资2亿元的新材料项目开工",
         "the new-materials project with investment of 200 million yuan started construction"),
        ("近年来，该区构建“一网三级”架构",
         "in recent years, the district has built a “一网三级” structure"),
        ("该村党支部牵头成立茶叶专业合作社",
         "the village's Party branch took the lead in setting up a tea specialised cooperative"),
    ],
)  # fmt: skip
def test_what_is_pointed_at_is_named_by_its_kind(clause: str, english: str) -> None:
    assert told(clause) == english


def test_a_ratio_keeps_its_printed_digits_and_its_start() -> None:
    ratio = a_figure(
        "12.0∶40.5∶47.5", "12", "比", kind=Kind.RATIO, indicator="三次产业结构",
        values=(Decimal("12"), Decimal("40.5"), Decimal("47.5")),
        quote="由13.0∶40.0∶47.0调整为12.0∶40.5∶47.5",
        start_value=Start((Decimal("13"), Decimal("40"), Decimal("47")), 1, 15),
    )  # fmt: skip
    said = FIGURES.sentence(ratio, "structure of the three sectors")
    assert said.endswith("changed from 13.0 : 40.0 : 47.0 to 12.0 : 40.5 : 47.5")
