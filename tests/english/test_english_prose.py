"""Official prose of invented places in English: what joins what, standings, names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.english.clauses import Aspect, Clause, Mode, tell_clause
from briefgen.english.measures import Names
from briefgen.english.names import place_name
from briefgen.english.plainness import holds, reads
from briefgen.english.whole import of_the_same
from briefgen.english.words import Words
from briefgen.lexicon import load_lexicon
from briefgen.lexicon.english import load_english

LEXICON = load_english(None, {"清河区": "=Qinghe District|Qinghe", "清河": "=Qinghe"})
WORDS = Words(LEXICON)


def clause_of(clause: str, mode: Mode = Mode.DONE) -> Clause:
    return tell_clause(clause, mode, WORDS, owner="the district", area=("清河区", "清河"))


def told(clause: str, mode: Mode = Mode.DONE) -> str:
    made = clause_of(clause, mode)
    assert not made.untold, clause
    return made.text


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("立足“生态田园都市”定位",
         "to build on the positioning as “ecological countryside metropolis”"),
        ("找准科技创新协同发展工作抓手",
         "to find levers for coordinated development of technological innovation"),
        ("推进清河机场前期工作", "to advance preliminary work on Qinghe Airport"),
        ("打造先进制造业高地", "to create a hub of advanced manufacturing"),
    ],
)  # fmt: skip
def test_a_noun_takes_what_goes_with_it_by_the_word_that_it_asks_for(
    clause: str, english: str
) -> None:
    assert told(clause, Mode.AIM) == english


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("综合实力稳居全省前列", "overall strength remained among the leaders of the province"),
        ("工业投资居全市第二位", "industrial investment ranked second in the city"),
        ("营商环境位居全国县级市首位",
         "the business environment ranked first among county-level cities in the country"),
        ("连续三年获评全国文明城市",
         "the district was named a National Civilised City for three years running"),
        ("审批时间压缩60%以上", "the approval time was cut by at least 60%"),
    ],
)  # fmt: skip
def test_standings_and_lasting_times_keep_whom_they_are_among(clause: str, english: str) -> None:
    assert told(clause) == english


def test_what_is_reached_at_one_stroke_is_never_under_way() -> None:
    assert told("项目取得重大突破", Mode.UNDER_WAY) == "projects have seen major breakthroughs"


def test_two_verbs_of_one_entry_are_both_inflected() -> None:
    assert told("制定出台30条措施") == "the district drew up and issued 30 measures"
    since = tell_clause(
        "制定出台30条措施", Mode.DONE, WORDS, owner="the district", area=(), aspect=Aspect.SINCE
    )
    assert since.text == "the district has drawn up and issued 30 measures"


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("东霖河生态修复工程竣工投用", "the Donglin River ecological restoration project"),
        ("东霖、西珀、南槿等企业相继落户", "enterprises such as Donglin, Xipo and Nanjin"),
    ],
)
def test_a_name_that_nobody_lists_is_spelled_by_where_it_stands(clause: str, english: str) -> None:
    assert english in told(clause)


def test_what_is_done_to_a_thing_is_passive_and_a_doer_does_it() -> None:
    assert told("黑臭水体全部消除") == "black and odorous water bodies were eliminated in full"
    assert told("经验做法被国务院通报表扬") == (
        "experience and practices were commended by the State Council"
    )


def test_works_of_a_list_are_each_their_own() -> None:
    """甲路东延、乙路改造: the second road is not extended."""
    made = clause_of("清河路东延、柳溪路快速化改造建成通车")
    assert "extension of Qinghe Road and Liuxi Road" not in made.text


@pytest.mark.parametrize(
    "text",
    ["the the district", "the district was named a the first zone",
     "beautiful village demonstration villages new rural road reached full coverage",
     "governance governance", "the area of the park of the zone of the city of the county"],
)  # fmt: skip
def test_what_does_not_read_as_english_is_found(text: str) -> None:
    assert not reads(text)
    assert reads("the district built a park of 3 km² and opened two schools")


def test_a_number_that_the_chinese_has_not_is_no_brief_of_ours() -> None:
    assert holds("30 measures in 2023", "2023年出台30条措施")
    assert not holds("the Top 50 Counties", "百佳县")


def test_a_district_of_a_city_is_named_as_one() -> None:
    assert place_name("南江市清河区", LEXICON) == "Qinghe District of Nanjiang"


@pytest.mark.parametrize(
    ("indicator", "english"),
    [
        ("新增国家级专精特新“小巨人”企业", "new national-level “little giant” enterprises"),
        ("建成口袋公园", "pocket parks completed"),
        ("盘活闲置厂房", "idle factory buildings put back to use"),
        ("企业诉求办结率", "completion rate for requests from enterprises"),
        ("民生支出占一般公共预算支出比重", "livelihood share of budget spending"),
        ("入驻商户", "merchants that moved in"),
        ("农村公路", "rural roads"),
        (
            "产值恢复至去年同期比例",
            "as a share of the level of the same period of the previous year",
        ),
        ("开学小学（含幼儿园）", "primary schools opened for the term (including kindergartens)"),
        ("驻村第一书记和工作队员", "first secretaries and work-team members"),
    ],
)
def test_a_measure_is_named_by_what_was_done_with_it(indicator: str, english: str) -> None:
    assert english in (Names(load_lexicon(), LEXICON).measure(indicator) or "")


@pytest.mark.parametrize("indicator", ["约占浙江省", "犇犇犇犇产量", "推动企业“上云”"])
def test_a_measure_that_is_none_has_no_name(indicator: str) -> None:
    assert Names(load_lexicon(), LEXICON).measure(indicator) is None


def test_a_fraction_is_told_in_words() -> None:
    from briefgen.english.numbers import fraction_words

    assert fraction_words("一", "十一") == "one eleventh"
    assert fraction_words("三", "四") == "three quarters"
    assert Decimal(1) / 4 == Decimal("0.25")


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("产业链条短、科技支撑弱等问题仍然突出",
         "problems such as short industrial chains and weak support of science and technology"
         " remained serious"),
        ("长江、黄河断面水质全部达标",
         "water quality at monitoring sections of the Yangtze River and the Yellow River all met"
         " the standard"),
        ("被评为全省“六美商会”", "the district was named a provincial “六美商会”"),
        ("推广“口袋公园”", "the district extended pocket parks"),
        ("投入3.2亿元实施提升工程",
         "the district invested 320 million yuan to carry out improvement projects"),
    ],
)  # fmt: skip
def test_lists_scopes_and_spending_are_told(clause: str, english: str) -> None:
    assert told(clause) == english


@pytest.mark.parametrize(
    "clause",
    [
        "清河高速公路年内通车",  # whether it has come, nobody says
        "边民互市贸易区投入运营于云端",
        "海洋生物自主研发新药于海滨",
    ],
)
def test_what_has_not_come_and_what_is_no_name_stays_chinese(clause: str) -> None:
    assert clause_of(clause).untold


@pytest.mark.parametrize(
    ("before", "words", "more"),
    [
        ("R&D intensity at 5.09%", "R&D intensity still first in town", "still first in town"),
        ("output at 32 t in 2023", "output up 6% in 2023", "up 6%"),
        ("output at 32 t in 2023", "output per head at 3 t", ""),
        ("output at 32 t", "exports up 6% in 2023", ""),
    ],
)  # fmt: skip
def test_a_title_names_its_subject_and_its_year_once(before: str, words: str, more: str) -> None:
    assert of_the_same(before, words) == more


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("清河区被省政府评为平安建设示范区",
         "the district was rated as a demonstration district of public security"
         " by the provincial government"),
        ("清河区获评2023年度全省平安建设示范区",
         "the district was named a 2023 provincial demonstration district of public security"),
    ],
)  # fmt: skip
def test_who_gives_an_honour_is_none_who_has_it(clause: str, english: str) -> None:
    assert told(clause) == english


def test_a_number_of_facilities_is_no_number_of_sciences() -> None:
    assert told("重点建设清河科学中心等一批科技基础设施", Mode.AIM) == (
        "to focus on building a number of science and technology facilities"
        " such as the Qinghe science centre"
    )


def test_two_quoted_names_behind_one_noun_are_joined() -> None:
    assert told("以清河园区为经济发展“主战场”“桥头堡”，加快转型", Mode.AIM) == (
        "to transform faster with Qinghe Park as"
        " the “main battlefield” and the “bridgehead” of economic development"
    )
