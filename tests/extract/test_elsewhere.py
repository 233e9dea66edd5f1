"""What is told of another place is that place's, and no brief on the area tells it."""

from __future__ import annotations

import pytest
from statements_told import DISTRICT, statements, told

from briefgen.clean import clean_source
from briefgen.compose.wider import of_the_area
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.fact import Fact
from briefgen.lexicon import load_lexicon

_CITY = Area("清河市", ("清河",), "江南省", ())


def _facts(text: str, area: Area = DISTRICT) -> tuple[Fact, ...]:
    source = Source("case.txt", text, "", published="2024-03-08")
    return extract_facts(clean_source(source), load_lexicon(), area).facts


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("全省茶园310万亩。", "全省"),
        ("美国全年进口茶叶11万吨。", "美国"),
        ("深圳南山区每平方公里生产总值达到33亿元。", "深圳南山区"),
        ("四川、河南、湖南三省出栏量约占全国的四分之一。", "四川、河南、湖南三省"),
        ("苏州一个县级市有上市公司60家。", "苏州"),
        ("与清河一河之隔的白沙县，夜市摊位多达1800个。", "白沙县"),
    ],
)
def test_a_figure_of_another_place_is_that_places_and_in_no_brief(text: str, scope: str) -> None:
    (fact,) = _facts(text)
    assert (fact.scope, fact.flags) == (scope, ("elsewhere",))
    assert of_the_area((fact,), DISTRICT) == ()


@pytest.mark.parametrize(
    "text",
    [
        "全国文明村镇5个。",
        "全省重点项目完成投资12亿元。",
        "组建县融资担保公司3家。",
        "完成县域商业项目6个。",
        "浙江商会捐款200万元。",
        "上海游客占比30%。",
        "南京路片区改造面积12万平方米。",
        "城市绿地面积达到12万亩。",
        "企业市值达到200亿元。",
        "全国经济下行，全区接待游客120万人次。",
        "自贸区新增企业12家。",
        "先导区完成投资3亿元。",
        "山区县新建公路12公里。",
        "长江沿线关停码头3座。",
        "限购政策优化后，商品房销售面积达30万平方米。",
        "应当看到，全区仍有12个村没有产业。",
        "抽样调查显示，群众满意度达98%。",
    ],
)
def test_words_that_only_look_like_another_place_leave_the_figure_to_the_area(text: str) -> None:
    facts = [fact for fact in _facts(text) if not fact.is_statement]
    assert [fact.flags for fact in facts] == [()]


def test_what_a_city_calls_its_whole_is_its_own() -> None:
    (own, province) = _facts("全市茶园31万亩。全省茶园310万亩。", _CITY)
    assert (own.scope, own.flags) == ("清河市", ())
    assert (province.scope, province.flags) == ("全省", ("elsewhere",))


@pytest.mark.parametrize(
    "text",
    [
        "我区申报的5个案例无一入选全国创新典型案例。",
        "距离正式获评全国文明城市还有一步之遥。",
        "全年到位资金目标能否完成还有疑问。",
        "县城第二水厂没有按期建成。",
        "并非所有社区都建成了食堂。",
        "如果创建成功，清河将成为全市第一个全国文明城区。",
        "据称全省唯一的数字乡村试点落户清河区，但未获官方证实。",
        "近四成受访者希望增加公办幼儿园。",
        "县级以上政府应当设立专项资金。",
        "区妇幼保健院入围全国百佳提名，但最终未能入选。",
        "原定2023年竣工的北岸截污工程仅完成六成。",
        "市卫健委否认新院区已经投入使用。",
    ],
)
def test_what_is_denied_or_missed_is_told_as_no_deed(text: str) -> None:
    assert told(text) == []


def test_an_honour_of_another_district_is_told_in_no_brief() -> None:
    (fact,) = statements("白沙区被命名为国家生态文明建设示范区。")
    assert (fact.scope, fact.flags) == ("白沙区", ("elsewhere",))


def test_figures_of_a_person_flow_on_and_are_nobody_elses() -> None:
    facts = _facts("游客张女士一家自驾而来，住了两晚，花了2600元。全区接待游客12万人次。")
    assert [f.scope for f in facts if f.number_start is not None] == ["个人", "清河区"]


def test_a_place_outside_leaves_no_name_to_the_figure_of_the_area() -> None:
    (nation, own) = _facts("全国老年人口占比已达15.4%，而清河区为19.7%。")
    assert (nation.scope, own.scope) == ("全国", "清河区")
    assert own.indicator == "老年人口占比"


def test_what_was_to_be_done_and_is_done_early_stays_done() -> None:
    assert told("原定2025年竣工的清河大桥提前建成通车。") == ["milestone done"]
