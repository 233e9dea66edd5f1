"""Honours in lists, told by their titles alone; every list is invented."""

from __future__ import annotations

import re

import pytest
from statements_told import statements

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract.context import make_context
from briefgen.extract.statements import find_statements
from briefgen.fact import LISTED, Fact, Level
from briefgen.lexicon import load_lexicon

COUNTY = Area("清河县", ("清河",), "江州市", ("柳岸镇", "云台村"))
PROSE = (
    "清河县位于江州市东部，东临大江，西靠群山，下辖柳岸、云台等乡镇，历史悠久，物产丰富，人口稠密。"
)


def honours(*lines: str) -> tuple[Fact, ...]:
    return statements(PROSE, "\n".join(lines), area=COUNTY)


def read(*paragraphs: str) -> tuple[Fact, ...]:
    source = Source(name="invented.txt", raw="\n\n".join(paragraphs), sha256="0")
    return find_statements(make_context(clean_source(source), load_lexicon(), COUNTY))


def titles(*lines: str) -> list[str]:
    return [fact.indicator for fact in honours(*lines)]


@pytest.mark.parametrize(
    "head", ["荣誉", "获奖情况", "六、所获奖项", "【表彰】", "城市荣誉", "近年来，我县先后获得："]
)
def test_each_title_under_a_head_is_an_honour(head: str) -> None:
    found = honours(
        head, "1. 全国绿化模范县", "（2）国家卫生县城；", "● 省级双拥模范县", "③中国长寿之乡"
    )
    assert [f.indicator for f in found] == [
        "全国绿化模范县",
        "国家卫生县城",
        "省级双拥模范县",
        "中国长寿之乡",
    ]
    assert [f"{f.kind} {f.status}" for f in found] == ["honour awarded"] * 4
    assert {(f.scope, f.level) for f in found} == {("清河县", Level.DISTRICT)}
    assert all(LISTED in f.flags for f in found)
    assert [f.award_level for f in found] == ["国家", "国家", "省", "国家"]
    assert found[2].themes[0] == "民生福祉"


@pytest.mark.parametrize(
    ("entry", "title", "period"),
    [
        ("全国绿化模范县", "全国绿化模范县", None),
        ("全省民营经济发展先进县（2023年）", "全省民营经济发展先进县", "2023"),
        ("2021年：全国文明县城", "全国文明县城", "2021"),
        ("全国文明县城（2020年，中央文明委）", "全国文明县城", "2020"),
        ("全国文明县城——中央文明委，2020年11月", "全国文明县城", "2020-11"),
        ("全国文明县城，2020年，中央文明委授予", "全国文明县城", "2020"),
        ("2022 省级园林县城", "省级园林县城", "2022"),
        ("| 2022 | 省级园林县城 | 省政府 |", "省级园林县城", "2022"),
        ("2018—2020年度全省平安建设先进县", "全省平安建设先进县", "2018/2020"),
        ("全省综治、平安建设先进县", "全省综治、平安建设先进县", None),
        ("1.2021年全国文明县城", "全国文明县城", "2021"),
        ("1\t全国文明县城\t2020年\t中央文明委", "全国文明县城", "2020"),
        ("| 1 | 国家卫生县城 | 2021年3月 | 全国爱卫会 |", "国家卫生县城", "2021-03"),
        ("“国家卫生县城”荣誉称号", "“国家卫生县城”荣誉称号", None),
        ("“中国最美县域”", "“中国最美县域”", None),
    ],
)
def test_an_entry_is_a_title_and_its_date(entry: str, title: str, period: str | None) -> None:
    (found,) = honours("荣誉", entry)
    assert (found.indicator, found.period) == (title, period)
    assert not found.period_inferred
    assert found.quote == re.sub("^1[.\t]|^[1| ]+|[| ]+$", "", entry)


def test_a_year_over_a_part_of_the_list_is_that_of_its_entries() -> None:
    found = honours("荣誉", "2021年", "全国文明县城", "2020年", "国家卫生县城")
    assert [f.period for f in found] == ["2021", "2020"]
    assert [f.period for f in honours("2019年荣誉", "国家卫生县城")] == ["2019"]
    cells = (
        "序号",
        "荣誉名称",
        "时间",
        "1",
        "全国文明县城",
        "2020.11",
        "2",
        "国家卫生县城",
        "2021.3",
    )
    assert [f.period for f in honours("荣誉", *cells)] == [None, None]


@pytest.mark.parametrize(
    "line",
    [
        "荣誉：全国文明县城；国家卫生县城；省级园林县城。",
        "先后获得：全国文明县城、国家卫生县城、省级园林县城。",
    ],
)
def test_a_list_may_stand_in_one_line(line: str) -> None:
    assert titles(line) == ["全国文明县城", "国家卫生县城", "省级园林县城"]


def test_an_entry_that_looks_like_a_head_is_none() -> None:
    found = honours("荣誉", "“国家卫生县城”称号", "全国绿化模范县")
    assert {f.scope for f in found} == {"清河县"}


def test_who_gave_an_honour_tells_no_theme() -> None:
    (found,) = honours("荣誉", "国家园林县城（2019年，住房和城乡建设部）")
    assert found.themes[0] == "生态人文"


def test_a_sentence_among_the_titles_is_told_once_and_as_before() -> None:
    line = "我县荣获全省粮食生产先进县。"
    found = honours("荣誉", "全国绿化模范县", line)

    assert [(f.quote, LISTED in f.flags) for f in found] == [
        ("全国绿化模范县", True),
        (line.rstrip("。"), False),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("荣誉", "全国文明城市提名城市"),
        ("荣誉", "建设国家森林城市"),
        ("荣誉", "3个全国先进单位"),
        ("荣誉", "国家卫生县城（2023年被撤销）"),
        ("荣誉", "全国先进工作者 张山"),
        ("荣誉", "全国文明村"),  # of a village that nobody names
        ("荣誉", "产业发展", "省级园林县城"),
        ("荣誉", "我县是革命老区，全国文明县城，省级园林县城，这些都来之不易，值得倍加珍惜。"),
        ("个人荣誉", "全国先进单位"),
        ("学校荣誉", "全国文明单位"),
        ("全县召开表彰大会", "全国文明县城"),
        ("基础设施", "省级园林县城"),
    ],
)
def test_what_is_no_honour_of_the_county_is_not_told(lines: tuple[str, ...]) -> None:
    assert honours(*lines) == ()


@pytest.mark.parametrize(
    ("lines", "whose"),
    [
        (("恒远机械所获荣誉", "国家科技进步奖"), "恒远机械"),
        (("清河机械荣誉榜", "全国先进单位"), "清河机械"),
        (("恒远机械深耕主业，先后获得：", "全国质量标杆企业"), "恒远机械"),
        (("近年来，柳岸镇先后获评：", "全国重点镇"), "柳岸镇"),
        (("荣誉", "云台村：全国文明村"), "云台村"),
        (("荣誉", "柳岸镇 全国重点镇"), "柳岸镇"),
        (("荣誉", "全国先进集体（县教育局）"), "县教育局"),
    ],
)
def test_an_honour_is_of_whom_the_head_or_the_entry_names(
    lines: tuple[str, ...], whose: str
) -> None:
    (found,) = honours(*lines)
    assert (found.scope, found.level) == (whose, Level.ENTITY)


def test_a_list_in_an_article_on_a_school_is_the_schools() -> None:
    document = (
        "清河中学简介",
        "清河中学位于县城东部，环境优美。",
        "荣誉\n全国文明校园\n全国先进集体",
    )
    assert [f.scope for f in read(*document)] == ["清河中学"] * 2
