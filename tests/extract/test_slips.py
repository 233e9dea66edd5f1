"""Slips of the print in invented clauses: flagged for the reader, never mended in silence."""

from __future__ import annotations

from functools import cache

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.extract.slips import says_twice
from briefgen.fact import Fact
from briefgen.lexicon import Lexicon, load_lexicon


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _last(text: str) -> Fact:
    source = Source("case.txt", text, "", published="2022-12")
    found = extract_facts(clean_source(source), _lexicon(), Area("清河区", ("清河",))).facts
    return [f for f in found if not f.is_statement][-1]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("科技型企业家达2854家。", "科技型企业"), ("市场主体主体达8.63万户。", "市场主体")],
)
def test_a_slip_in_a_name_is_flagged_with_the_reading_meant_and_the_quote_stays(
    text: str, meant: str
) -> None:
    fact = _last(text)
    assert (fact.meant, fact.indicator, fact.quote) == (meant, meant, text.rstrip("。"))
    assert "source_slip" in fact.flags


@pytest.mark.parametrize(
    "text", ["民营经济增加值占地区生产总值比重达160.5%。", "自来水覆盖率达到199.2%。"]
)
def test_a_share_above_its_whole_is_flagged_and_keeps_its_value(text: str) -> None:
    fact = _last(text)
    assert {"source_slip", "over_100"} <= set(fact.flags)
    assert f"{fact.value}%" in text
    assert fact.meant is None


@pytest.mark.parametrize(
    "text",
    [
        "税收收入完成年度预算的105.2%。",
        "税收占年度计划的103%。",
        "存贷比例达120%。",
        "工业产值增长160.5%。",
        "森林覆盖率达100%。",
    ],
)
def test_what_may_well_be_above_a_hundred_is_no_slip(text: str) -> None:
    assert not {"source_slip", "over_100"} & set(_last(text).flags)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("全年签约项目120个，其中工业项目160个。", True),
        ("全年签约项目120个（其中工业项目160个）。", True),
        ("全年签约项目120个，其中工业项目60个。", False),
        ("全年签约项目120个，其中累计建成160个。", False),
        ("全年签约项目120个，其中投资160亿元。", False),
        ("全年签约项目120个，建成项目160个。", False),
    ],
)
def test_a_part_above_its_whole_is_flagged(text: str, flagged: bool) -> None:
    assert ("over_whole" in _last(text).flags) is flagged


@pytest.mark.parametrize(
    ("words", "twice"),
    [
        ("市场主体主体达8.63万户", True),
        ("全区全区新建公园12个", True),
        ("一步一步建成", False),
        ("民营企业企业家80名", False),
        ("西南大学大学生120人", False),
        ("家家户户通水通电", False),
        ("多次研究研究落实", False),
    ],
)
def test_a_word_set_twice_is_seen(words: str, twice: bool) -> None:
    assert says_twice(words) is twice
