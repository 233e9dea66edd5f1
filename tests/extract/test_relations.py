"""Ties between figures of invented sentences: where the source ties them, and where it does not."""

from __future__ import annotations

from functools import cache

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.fact import Fact
from briefgen.lexicon import Lexicon, load_lexicon


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _facts(text: str) -> list[Fact]:
    source = Source("case.txt", text, "", published="2022-12")
    found = extract_facts(clean_source(source), _lexicon(), Area("清河区", ("清河",))).facts
    return [f for f in found if not f.is_statement]


def _ties(text: str) -> list[tuple[str, str, str]]:
    """Return the ties as (type, number, number that it leads to)."""
    facts = _facts(text)
    by_id = {f.id: f.number_text or "" for f in facts}
    return [(r.type.value, f.number_text or "", by_id[r.to]) for f in facts for r in f.relations]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("实现工业增加值86.5亿元，同比增长12%。", ("growth_of", "12%", "86.5亿")),
        ("招商到位资金93.9亿元，比上年增长39%。", ("growth_of", "39%", "93.9亿")),
        ("受理企业问题40个，其中，用工问题31个。", ("part_of", "31", "40")),
        ("签约项目120个，其中工业项目60个。", ("part_of", "60", "120")),
        ("完成195户500人搬迁协议签订。", ("same_event", "500", "195")),
        ("改造老旧小区86个、210万平方米。", ("same_event", "210万", "86")),
        ("研发投入占地区生产总值比重达4.4%，居全市第一。", ("rank_of", "第一", "4.4%")),
    ],
)
def test_what_the_source_ties_is_tied(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in _ties(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # the growth is of what stands before it, not of what stood before that
        ("到位资金3亿元，新签项目20个，项目数同比增长12%。", ("growth_of", "12%", "3亿")),
        ("工业产值增长12%。税收8亿元。", ("growth_of", "12%", "8亿")),
        ("签约项目120个，建成学校12所。", ("part_of", "12", "120")),
        ("新增市场主体2.5万户，新增民营企业5000户。", ("part_of", "5000", "2.5万")),
        ("签约项目120个，其中工业项目160个。", ("part_of", "160", "120")),
        ("受理问题40个，其中投资3亿元。", ("part_of", "3亿", "40")),
        ("企业、商会分别为12家、15家。", ("same_event", "15", "12")),
        ("省级（市级）技术中心12（56）个。", ("same_event", "56", "12")),
        ("新增企业12家，新建学校15所。", ("same_event", "15", "12")),
        ("森林覆盖率53.2%。科技创新指数居全市第一。", ("rank_of", "第一", "53.2%")),
    ],
)
def test_what_only_stands_near_is_not_tied(text: str, never: tuple[str, str, str]) -> None:
    assert len(_facts(text)) >= 2
    assert never not in _ties(text)


def test_both_ends_of_a_change_are_one_fact_only_where_one_sentence_says_so() -> None:
    (moved,) = _facts("贫困发生率由1.7%降至零。")
    assert moved.to_wire()["from"] == "1.7"
    (ratio,) = _facts("三次产业结构由12：45：43调整为10：47：43。")
    assert (ratio.to_wire()["from"], ratio.to_wire()["value"]) == (
        ["12", "45", "43"],
        ["10", "47", "43"],
    )
    two = _facts("去年企业120家，今年企业180家。")
    assert [f.to_wire()["from"] for f in two] == [None, None]
    apart = _facts("由商会牵头，120家企业到180个村走访。")
    assert [f.to_wire()["from"] for f in apart] == [None] * len(apart)


def test_every_tie_leads_to_a_fact_of_the_same_text() -> None:
    text = "到位资金3亿元，同比增长12%，其中工业1亿元，居全市第2位。签约195户500人，占全区的40%。"
    ids = {f.id for f in _facts(text)}
    assert {r.to for f in _facts(text) for r in f.relations} <= ids
