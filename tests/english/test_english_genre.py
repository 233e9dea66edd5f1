"""Reports of invented places of other kinds in English: ports, campaigns, works, departments."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from briefgen.english.aims import is_amiss
from briefgen.english.clauses import Clause, Mode, tell_clause
from briefgen.english.figures import Figures
from briefgen.english.measures import Names
from briefgen.english.phrase import Form, verb_form
from briefgen.english.retell import Retelling
from briefgen.english.tails import some_of_these
from briefgen.english.words import Words
from briefgen.fact import Fact, Kind, Level
from briefgen.lexicon import load_lexicon
from briefgen.lexicon.english import load_english

LEXICON = load_english(None, {"清河市": "=Qinghe City|Qinghe", "清河": "=Qinghe"})
NAMES = Names(load_lexicon(), LEXICON)
FIGURES = Figures(load_lexicon(), LEXICON)
WORDS = Words(LEXICON)


def clause_of(clause: str, mode: Mode = Mode.DONE) -> Clause:
    return tell_clause(clause, mode, WORDS, owner="the city", area=("清河市", "清河"))


def told(clause: str, mode: Mode = Mode.DONE) -> str:
    made = clause_of(clause, mode)
    assert not made.untold, clause
    return made.text


def fact_of(indicator: str, number: str, value: str, unit: str, kind: Kind, **more: Any) -> Fact:
    """Return a fact of 清河市, which is invented."""
    plain: dict[str, Any] = {
        "id": "f", "source": "a.txt", "start": 0, "end": 9, "quote": f"{indicator}{number}{unit}",
        "clause": "", "kind": kind, "indicator": indicator, "scope": "清河市",
        "level": Level.DISTRICT, "themes": (), "article": "a", "published": "2024-01",
        "number_text": number, "values": (Decimal(value),), "unit": unit,
    }  # fmt: skip
    return Fact(**{**plain, **more})


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("海湾整治行动通过国家验收", "the bay clean-up campaign passed national inspection"),
        ("将闲置厂房改造成民宿", "the city turned idle factory buildings into homestays"),
        ("滨江大道改造提升工程建成通车",
         "the renovation and improvement project of the riverside avenue was completed and opened "
         "to traffic"),
        ("北作业区散货码头主体完工",
         "the bulk cargo terminal of the north terminal area was structurally completed"),
        ("3项成果获省科技进步奖",
         "3 results received provincial science and technology progress awards"),
        ("新建改扩建中小学、幼儿园16所",
         "the city built or extended 16 primary and secondary schools and kindergartens"),
        ("推动渔港向现代化综合港口转型",
         "the city helped fishing ports to transform into modern comprehensive ports"),
        ("市海洋与渔业局建立管理机制",
         "the municipal marine and fishery bureau established management mechanisms"),
        ("综合保税区获国务院批复设立",
         "the comprehensive bonded zone received approval from the State Council"),
    ],
)  # fmt: skip
def test_works_campaigns_and_departments_are_told_as_one(clause: str, english: str) -> None:
    assert told(clause) == english


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("实施海洋产业倍增计划", "to carry out the plan to double the marine industry"),
        ("推动高端材料一期项目竣工投产",
         "to push to get the high-end material Phase I project completed and put into production"),
        ("加快推进20万吨级航道前期工作",
         "to speed up preliminary work on 200,000-tonne waterways"),
        ("出台“稳增长二十条”", "to issue the “twenty measures to stabilise growth”"),
    ],
)  # fmt: skip
def test_what_is_planned_keeps_its_size_and_what_it_is_of(clause: str, english: str) -> None:
    assert told(clause, Mode.AIM) == english


def test_two_departments_are_one_bureau_and_no_ocean_that_acts() -> None:
    assert "the municipal ocean" not in told("市海洋与渔业局建立管理机制")


def test_what_a_firm_has_made_is_told_as_made_by_it_and_a_place_develops_nothing() -> None:
    said = told("东石科技研发的医用敷料打破国外垄断")
    assert said == "medical dressings developed by Dongshi Technology broke foreign monopoly"
    assert "by Qinghe" not in told("推动清河发展的最大增量")


def test_a_figure_of_a_whole_list_stands_before_it() -> None:
    assert "and 16 kindergartens" not in told("新建改扩建中小学、幼儿园16所")


def test_a_natural_growth_below_nought_keeps_its_sign() -> None:
    fact = fact_of("自然增长率", "-3.2", "-3.2", "‰", Kind.LEVEL)
    assert FIGURES.sentence(fact, "natural growth rate") == "the natural growth rate was -3.2‰"


def test_an_expected_growth_is_expected_before_it_is_told() -> None:
    fact = fact_of("产值同比增速", "6.3", "6.3", "%", Kind.GROWTH, qualifiers=("预计",))
    said = FIGURES.sentence(fact, "output")
    assert said == "output was expected to grow by 6.3% year on year"
    assert FIGURES.tail(fact) == "expected to be up 6.3% year on year"


def test_units_of_ports_are_said() -> None:
    boxes = fact_of("集装箱吞吐量", "68.2万", "682000", "标箱", Kind.COUNT)
    assert FIGURES.shown(boxes, "container throughput") == "682,000 TEU"
    ships = fact_of("手持船舶订单", "268万", "2680000", "载重吨", Kind.LEVEL)
    assert FIGURES.shown(ships, "orders") == "2.68 million DWT"


def test_a_target_of_what_is_to_be_built_is_told_as_a_deed() -> None:
    fact = fact_of("新改建学校", "8", "8", "所", Kind.TARGET)
    assert FIGURES.sentence(fact, "schools built and rebuilt") == (
        "for 8 schools to be built and rebuilt"
    )


def test_an_increase_is_a_figure_of_its_own() -> None:
    fact = fact_of("户均增收", "4万", "40000", "元", Kind.CHANGE)
    said = FIGURES.sentence(fact, "increase in income per household")
    assert said == "the increase in income per household was 40,000 yuan"


@pytest.mark.parametrize(
    ("indicator", "english"),
    [
        ("一季度净利润", "first-quarter net profit"),
        ("全域河流水质达标率", "water quality compliance of all rivers"),
        ("宾馆床位", "hotel beds"),
        ("入学学子", "students who entered school"),
        ("开学中小学", "primary and secondary schools opened for the term"),
    ],
)
def test_what_is_narrower_than_a_measure_keeps_its_own_name(indicator: str, english: str) -> None:
    assert NAMES.measure(indicator) == english


@pytest.mark.parametrize(
    ("indicator", "english"),
    [
        (
            "创成省级乡村振兴示范带",
            "provincial-level rural revitalisation demonstration belts recognised",
        ),
        ("启动城中村改造", "urban villages where renovation was started"),
    ],
)
def test_deeds_are_named_as_measures(indicator: str, english: str) -> None:
    assert NAMES.measure(indicator) == english


def test_short_verbs_double_their_last_letter() -> None:
    assert [verb_form(v, Form.PAST) for v in ("lag", "plan", "fix", "show")] == [
        "lagged", "planned", "fixed", "showed",
    ]  # fmt: skip
    assert verb_form("tie", Form.ING) == "tying"


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("百万千瓦风电基地全容量并网",
         "the million-kW wind power base was connected to the grid at full capacity"),
        ("50万千瓦“光伏+治沙”项目开工建设",
         "the 500,000-kW “photovoltaic power plus desertification control” project started "
         "construction"),
        ("千头肉牛养殖场建成投用",
         "thousand-head beef cattle livestock farms were completed and put into use"),
        ("县妇幼保健院迁建工程开工建设",
         "the relocation project of the county maternity and child health hospital started "
         "construction"),
        ("全县85%以上的村建成农家书屋",
         "at least 85% of villages in the county completed rural libraries"),
        ("推行“草畜甲乙化”经营模式", "the city introduced the “草畜甲乙化” operation model"),
        ("退化草原修复治理项目通过自治区验收",
         "the degraded grassland restoration project passed regional inspection"),
    ],
)  # fmt: skip
def test_sizes_shares_and_works_of_pastures_and_coalfields(clause: str, english: str) -> None:
    assert told(clause) == english


def test_coal_becomes_olefins_and_a_thousand_head_is_no_name() -> None:
    assert told("布局煤制烯烃项目", Mode.AIM) == "to lay out coal-to-olefins projects"
    assert "Qiantou" not in told("千头肉牛养殖场建成投用")


def test_what_follows_a_plan_is_planned_too_and_nothing_is_told_as_done() -> None:
    assert told("将加强生态保护，推动产业转型") == (
        "the city was to strengthen ecological protection, and was to promote industrial "
        "transformation"
    )


def test_an_honour_that_no_area_can_have_is_not_told_of_the_area() -> None:
    assert clause_of("获评国家级绿色矿山").untold
    assert told("获评全国文明村") == "the city was named a national civilised village"


@pytest.mark.parametrize(
    ("indicator", "english"),
    [
        ("规模以上工业增加值增速比全市平均水平高",
         "margin of growth of value added of industry above designated size over the city's "
         "average"),
        ("500万元以上项目", "projects of at least five million yuan"),
        ("地区生产总值增速较上半年加快", "growth of gross regional product"),
        ("肉羊良种化率", "share of improved breeds of mutton sheep"),
        ("“甲乙羊”区域公用品牌价值", "“甲乙羊” regional public brand value"),
    ],
)  # fmt: skip
def test_measures_against_an_average_and_of_breeds(indicator: str, english: str) -> None:
    assert NAMES.measure(indicator) == english


def test_a_mine_that_invested_is_nothing_that_is_invested() -> None:
    assert NAMES.measure("东石煤矿累计投入") is None


def test_firms_to_be_fostered_are_no_total_to_be_reached() -> None:
    fact = fact_of("高新技术企业", "50", "50", "家", Kind.TARGET)
    fostered = replace(fact, clause="培育高新技术企业50家", quote="培育高新技术企业50家")
    assert FIGURES.sentence(fostered, "high-tech enterprises") == (
        "for 50 high-tech enterprises to be fostered"
    )
    reached = replace(fact, clause="培育高新技术企业达50家", quote="培育高新技术企业达50家")
    assert FIGURES.sentence(reached, "high-tech enterprises") == (
        "for high-tech enterprises to reach 50"
    )


def test_people_who_were_trained_are_no_visits() -> None:
    fact = fact_of("开展培训", "6400", "6400", "人次", Kind.COUNT)
    assert FIGURES.shown(fact, "people given training") == "6,400"
    assert FIGURES.shown(fact, "training") == "6,400 person-times"


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("建立“一抓到底”推进机制", "the city established a “一抓到底” promotion mechanism"),
        ("市一中教育集团挂牌成立",
         "the education group of the municipal No. 1 Middle School was set up"),
        ("推动12户企业投产", "the city helped 12 enterprises to go into production"),
        ("麻岭水库下闸蓄水", "Maling Reservoir closed its gates and began to store water"),
        ("规上工业企业数量少、规模小",
         "industrial enterprises above designated size were few in number and were small in scale"),
        ("完成国家公园勘界立标前期工作",
         "the city completed preliminary work on boundary survey and marking of national parks"),
        ("推动“通道经济”向“口岸经济”转变",
         "the city helped the corridor economy to change to the border-port economy"),
        ("创建省级绿美乡村14个、州级精品示范村22个",
         "the city created 14 provincial-level green and beautiful villages and 22 "
         "prefectural-level model villages"),
        ("智慧口岸一期项目上线试运行",
         "the smart port of entry Phase I project went online for trial operation"),
    ],
)  # fmt: skip
def test_borders_schools_and_mechanisms(clause: str, english: str) -> None:
    assert told(clause) == english


@pytest.mark.parametrize(
    "clause",
    [
        "获批进境水果、粮食、水产品指定监管场地",
        "随着国际旅客列车开行",
        "创建“甲乙丙路”省级示范市通过验收",
    ],
)
def test_what_would_be_told_of_the_wrong_one_stays_chinese(clause: str) -> None:
    assert clause_of(clause).untold


@pytest.mark.parametrize("indicator", ["建成珀山酒店", "采购、帮助销售农特产品"])
def test_a_count_names_nothing_that_is_somebodys_name(indicator: str) -> None:
    assert NAMES.measure(indicator) is None


def test_an_unnamed_target_of_growth_is_one_of_growth() -> None:
    fact = fact_of("犇犇花费增速", "15", "15", "%", Kind.TARGET)
    brief = Retelling({}, NAMES, FIGURES, "the city", ())
    assert brief.name_for(fact) == "growth of “犇犇花费”"


def test_a_count_of_villages_is_no_income() -> None:
    villages = fact_of("行政村集体经济收入", "104", "104", "个", Kind.COUNT)
    assert is_amiss(villages, "income of administrative villages")
    assert not is_amiss(villages, "administrative villages")


def test_some_of_those_counted_before_are_told_by_what_they_did() -> None:
    fact = fact_of("引进企业", "9", "9", "家", Kind.COUNT, clause="引进企业17家，其中9家建成投产")
    assert some_of_these(fact, WORDS) == "were completed and put into production"


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("1957文创园被列入国家工业遗产名单",
         "the 1957 cultural and creative park was included in a national industrial heritage list"),
        ("1650热连轧智能化产线建成投产",
         "the 1650 hot-rolling smart production line was completed and put into production"),
        ("引进数字经济、工业设计等企业40余家",
         "the city brought in more than 40 enterprises in fields such as the digital economy and "
         "industrial designs"),
        ("加快钒钛新材料产业园建设",
         "the city sped up construction of new vanadium-titanium materials industrial parks"),
        ("夏粮再获丰收", "summer grain yielded a good harvest again"),
        ("与东北甲乙大学共建中试基地",
         "the city jointly built a pilot-test base with “东北甲乙大学”"),
    ],
)  # fmt: skip
def test_old_industrial_places_and_farming_counties(clause: str, english: str) -> None:
    assert told(clause) == english


@pytest.mark.parametrize(
    "clause",
    ["当年签约、当年开工", "全部通过市级验收", "引导企业“退城甲园”", "创建省级文明城区通过初评"],
)
def test_what_a_work_or_a_firm_did_is_not_told_of_the_area(clause: str) -> None:
    assert clause_of(clause).untold


def test_materials_are_nobodys_name() -> None:
    assert "Fantai" not in clause_of("钒钛材料项目开工建设").text
    assert "Meizhi" not in clause_of("镁质材料项目开工建设").text


def test_a_rank_of_a_growth_is_one_of_growth() -> None:
    assert NAMES.measure("地区生产总值增速全市排名") == "growth of gross regional product"
    assert NAMES.measure("地区生产总值全市排名") == "gross regional product"


def test_sole_traders_are_no_enterprises() -> None:
    fact = fact_of("个体工商户", "4.33万", "43300", "户", Kind.COUNT)
    assert FIGURES.sentence(fact, "sole traders") == "sole traders numbered 43,300"


def test_what_is_striven_for_is_never_told_as_done() -> None:
    assert told("力争外贸进出口实现正增长") == "foreign trade was to grow"
    said = told("力争储能电池项目一季度试生产", Mode.AIM)
    assert said == (
        "for energy-storage battery projects to begin trial production in the first quarter"
    )


def test_a_firm_behind_its_kind_is_named_by_it() -> None:
    assert (
        told("引进龙头企业东源食品") == "the city brought in the leading enterprise Dongyuan Food"
    )
