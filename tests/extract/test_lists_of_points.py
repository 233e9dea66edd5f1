"""Figures and deeds in lists: ranks, times, points of a year's aims, suggestions; all invented."""

from __future__ import annotations

from functools import cache

import pytest
from statements_told import scopes, told

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.fact import Fact
from briefgen.lexicon import load_lexicon

_COUNTY = Area("清河县", ("清河",), "江州市", ())


@cache
def _figures(text: str) -> tuple[Fact, ...]:
    document = clean_source(Source("case.txt", text, "", published="2023-01"))
    facts = extract_facts(document, load_lexicon(), _COUNTY).facts
    return tuple(fact for fact in facts if not fact.is_statement)


NAMES = [
    # each rank of a list is of its own measure, in the contest and the place that the first names
    (
        "位居全国百强县投资潜力第3、新型城镇化质量第4、绿色发展第5。",
        ["百强县投资潜力全国排名", "百强县新型城镇化质量全国排名", "百强县绿色发展全国排名"],
    ),
    (
        "城镇、农村居民人均可支配收入分别达到39098元、16340元，总量全市第二、第三。",
        [
            "城镇居民人均可支配收入",
            "农村居民人均可支配收入",
            "城镇居民人均可支配收入总量全市排名",
            "农村居民人均可支配收入总量全市排名",
        ],
    ),
    ("工业总产值365.8亿元，在所有县区中位居第六。", ["工业总产值", "工业总产值所有县区排名"]),
    # what 下同 says is no part of a name
    (
        "地区生产总值达到417亿元，同比（下同）增长9.4%，总量全市第二。",
        ["地区生产总值", "地区生产总值同比增速", "地区生产总值总量全市排名"],
    ),
    # what was harvested grew on the land told last, not on that told first
    (
        "蔬菜播种面积3938公顷，产量106551吨；果用瓜1107公顷，增长1.9%，产量28408吨。",
        ["蔬菜播种面积", "蔬菜产量", "果用瓜", "果用瓜增速", "果用瓜产量"],
    ),
    (
        "预算收入3.5亿元，自然增幅2%，同口径完成3.67亿元，增幅6.1%。",
        ["预算收入", "预算收入自然增速", "预算收入（同口径）", "预算收入（同口径）增速"],
    ),
    (
        "国家级专精特新“小巨人”企业新增3家、累计8家。",
        ["国家级专精特新“小巨人”企业新增", "国家级专精特新“小巨人”企业"],
    ),
    (
        "民营企业进出口总额45.6亿元，占全县外贸总额的82.4%，其中出口39.1亿元，增长21.3%。",
        [
            "民营企业进出口总额",
            "民营企业进出口总额占全县外贸总额比重",
            "民营企业出口",
            "民营企业出口增速",
        ],
    ),
]


@pytest.mark.parametrize(("words", "names"), NAMES)
def test_each_figure_of_a_list_is_named(words: str, names: list[str]) -> None:
    assert [fact.indicator for fact in _figures(words)] == names


def test_each_time_of_a_list_has_its_rate() -> None:
    facts = _figures(
        "2021年，一季度、上半年、前三季度和全年GDP增速分别为18.8%、9.6%、8.7%和6.2%，"
        "两年平均增速分别为4.7%、5.0%、5.5%和4.4%。"
    )
    when = ["2021-Q1", "2021-H1", "2021-01/2021-09", "2021"]
    assert [fact.period for fact in facts] == when * 2
    assert [fact.indicator for fact in facts] == ["GDP增速"] * 4 + ["GDP两年平均增速"] * 4


AIMS = (
    "今年经济社会发展的主要预期目标是：地区生产总值增长6%以上，完成省下达的节能减排任务。",
    "（一）聚焦产业升级，加快建设现代化产业体系。新增高新技术企业30家，研发投入强度达到2.6%。",
    "（二）聚焦内需，激发投资消费潜力。滚动实施重点项目210个，建成投用城西商业综合体。",
)


def test_the_points_behind_the_aims_of_a_year_are_to_be_reached() -> None:
    facts = _figures("\n\n".join(("清河县新闻", *AIMS, "2022年，新增学位600个。")))
    assert [(f.kind.value, f.period) for f in facts[:-1]] == [("target", "2023")] * 4
    assert facts[-1].kind.value == "count"  # no point of the list
    assert set(told(*AIMS)) == {"plan planned"}
    assert told("今年，全区目标明确。", "建成投用城西商业综合体。") == ["milestone done"]


def test_a_least_for_the_year_is_an_aim() -> None:
    facts = _figures("1.加快项目建设。全年新开工亿元以上项目不少于30个，完成投资100亿元。")
    assert [(f.kind.value, f.period) for f in facts] == [("target", "2023")] * 2
    facts = _figures("每天锻炼不少于1小时，全年培训群众320人。")
    assert [f.kind.value for f in facts if f.indicator == "培训群众"] == ["count"]


WISH = (
    "区工商联主席李山建议，设立总规模10亿元的纾困基金；建立干部联系企业制度；引进第三方机构评估。"
)


def test_what_somebody_suggests_is_not_done_over_the_whole_sentence() -> None:
    assert told(WISH) == []
    assert _figures(WISH) == ()
    assert told("区里采纳代表建议，建立干部联系企业制度。") == ["measure done"]
    granted = "代表建议，加固河堤；区水务局答复，已建成防洪堤3公里。"
    assert [f.indicator for f in _figures(granted)] == ["建成防洪堤"]


def test_what_a_work_will_bring_is_no_plan_for_what_is_told_behind() -> None:
    done = "甲集团等龙头企业顺利落地，将有力助推育种产业发展，补齐短板。入选全国服务创新试点县。"
    assert told(done) == ["milestone done", "honour awarded"]
    assert told("该项目建成后将补齐短板。清河区获评省级卫生城区。")[-1] == "honour awarded"


def test_points_of_what_is_wrong_are_no_measures() -> None:
    words = "存在的主要问题：一是融资难问题依然突出。二是用工难。三是政策落实还有“最后一公里”。"
    assert set(told(words)) == {"problem"}


def test_who_is_among_the_hundred_strongest_is_honoured() -> None:
    assert told("天成药业入围中国医药工业百强。") == ["honour awarded"]
    assert told("天成药业入围全省质量奖。") == ["honour candidate"]


def test_what_the_city_has_holds_beyond_a_semicolon() -> None:
    facts = _figures("全市社会消费品零售总额500亿元，增长3%；进出口100亿元。")
    assert [fact.scope for fact in facts] == ["全市"] * 3
    facts = _figures("全市社会消费品零售总额500亿元；全县进出口100亿元，增长8%。")
    assert [fact.scope for fact in facts] == ["全市", "清河县", "清河县"]


def test_villages_that_the_area_has_won_so_many_of_are_no_one_village() -> None:
    text = (
        "走进清河区柳岸镇云台村，梨园一眼望不到边。",
        "近年来，清河区坚持生态优先，先后创建国家级生态乡镇3个、省级生态村46个。",
    )
    assert scopes(*text) == ["清河区"]


def test_a_bare_body_is_the_one_that_its_paragraph_names() -> None:
    assert scopes("在青山林场，游客不少。今年3月，林场完成全省首单林业碳汇交易。") == ["青山林场"]


def test_parts_of_a_price_index_and_of_industry_keep_their_measure() -> None:
    facts = _figures("居民消费价格总水平上涨2.8%，其中食品烟酒类上涨6.9%。邮电业务总量168亿元。")
    assert [f.indicator for f in facts] == [
        "居民消费价格总水平增速",
        "食品烟酒类价格增速",
        "邮电业务总量",
    ]


def test_how_long_one_person_has_been_at_work_is_no_figure() -> None:
    assert _figures("在青山林场，护林员老赵已经守了32年。") == ()


def test_villages_along_a_river_are_counted_as_such() -> None:
    facts = _figures("沿河23个村、6.5万名群众直接受益。")
    assert facts[0].indicator == "沿河村"


def test_what_doubled_within_years_is_the_measure_told_before() -> None:
    facts = _figures(
        "2022年，工业总产值达到251亿元，五年内翻了两番，稳居全市第一。粮食总产11万吨。"
    )
    assert [(f.indicator, f.kind.value) for f in facts] == [
        ("工业总产值", "level"),
        ("工业总产值", "growth"),
        ("工业总产值全市排名", "rank"),
        ("粮食总产", "level"),
    ]


def test_a_class_of_medicine_is_no_count() -> None:
    assert _figures("东方生物的1类新药获批上市。") == ()


def test_what_was_developed_by_a_firm_is_its_own() -> None:
    assert scopes("由中科智能研发的国内首台采矿机器人完成海试。") == ["中科智能"]


def test_what_an_officer_says_will_be_set_up_is_an_aim() -> None:
    facts = _figures("县科技局局长王磊表示，今年将设立50亿元科创母基金，发放科技创新券2000万元。")
    assert [(f.kind.value, f.period) for f in facts] == [("target", "2023")] * 2
