"""Whose figure it is, in invented sentences, with and without a gazetteer."""

from __future__ import annotations

from functools import cache

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.fact import Level
from briefgen.lexicon import Lexicon, load_lexicon


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _scopes(text: str, entities: tuple[str, ...] = ()) -> list[tuple[str, Level]]:
    document = clean_source(Source("case.txt", text, "", published="2022-12"))
    area = Area("清河区", ("清河",), "江州市", entities)
    facts = extract_facts(document, _lexicon(), area).facts
    return [(f.scope, f.level) for f in facts if not f.is_statement]


_OWN = ("清河区", Level.DISTRICT)


@pytest.mark.parametrize(
    "text",
    [
        "全区科技型企业达1600家。",
        "我区新增学位350个。",
        "清河区新增学位350个。",
        "与江州大学等10余所高校院所建立联盟。",
        "市级重点实验室增加到40个。",
        "全区共有普通中学28所，小学42所。",
        "甲镇园区、清河城区新增1600余个车位。",
        "环江州大学创新圈形成示范，新增科技型企业916家。",
    ],
)
def test_the_area_is_the_subject(text: str) -> None:
    assert set(_scopes(text)) == {_OWN}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("青木镇柑橘种植面积达1.8万亩。", "青木镇"),
        ("江州青木商会会员单位超过1600家。", "江州青木商会"),
        ("清河经开区今年实现产值328亿元。", "清河经开区"),
        ("位于新城的天元科技发布一季报：公司营收约12.5亿元。", "天元科技"),
        ("清河第二中学建成，迎来2000余名学子入学。", "清河第二中学"),
        ("区人大常委会设立三个督导组。", "区人大常委会"),
    ],
)
def test_a_body_is_known_by_the_shape_of_its_name(text: str, scope: str) -> None:
    assert _scopes(text) == [(scope, Level.ENTITY)]


def test_a_firm_keeps_its_figures_across_a_semicolon() -> None:
    text = "位于新城的天元科技发布一季报：公司营收约12.5亿元，同比增长48%；实现净利润5085万元。"
    assert {s for s, _ in _scopes(text)} == {"天元科技"}


def test_a_school_that_was_built_does_not_own_the_next_entry() -> None:
    text = "清河第二中学建成，迎来2000余名学子入学；建成80公里农村公路。"
    assert [s for s, _ in _scopes(text)] == ["清河第二中学", "清河区"]


def test_a_short_name_leads_to_the_firm_told_in_full() -> None:
    text = "走访江州天元智能科技有限公司时，问题得到解决。\n\n天元智能建成生产线3条。"
    assert _scopes(text)[-1] == ("江州天元智能科技有限公司", Level.ENTITY)


def test_the_gazetteer_names_bodies_without_a_shape() -> None:
    text = "云雾山新建游园3个。"
    assert _scopes(text, ("云雾山",)) == [("云雾山", Level.ENTITY)]
    assert _scopes(text) == [_OWN]


def test_a_measure_of_areas_does_not_flow_from_a_mountain() -> None:
    assert _scopes("云雾山整治见成效，市场主体超过7.8万户。", ("云雾山",)) == [_OWN]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("柳岸镇桥头村新建冷库3座。", "柳岸镇桥头村"),
        ("柳岸镇村民人均收入达3万元。", "柳岸镇"),
        ("柳岸镇农村公路达120公里。", "柳岸镇"),
    ],
)
def test_a_village_named_behind_its_town_is_told_with_it(text: str, scope: str) -> None:
    assert _scopes(text, ("柳岸镇",)) == [(scope, Level.ENTITY)]


@pytest.mark.parametrize("trades", [("机械", "食品"), ("食品", "机械"), ("纺织", "化工")])
def test_a_short_name_of_several_firms_is_the_one_mentioned_first(trades: tuple[str, str]) -> None:
    first, other = (f"江州双木{trade}有限公司" for trade in trades)
    text = f"{first}投产。{other}开业。双木公司营业收入达3亿元。"
    assert _scopes(text)[-1] == (first, Level.ENTITY)
