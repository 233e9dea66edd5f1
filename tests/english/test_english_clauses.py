"""Clauses of an invented district in English: as strong as the source, or Chinese and marked."""

from __future__ import annotations

import pytest

from briefgen.english.clauses import Aspect, Clause, Mode, split_clause, tell_clause
from briefgen.english.words import Words
from briefgen.lexicon.english import load_english

NAMES = {"清河区": "=Qinghe District|Qinghe", "清河": "=Qinghe", "四桥": "=Four Bridges"}
WORDS = Words(load_english(None, NAMES))


def told(clause: str, mode: Mode = Mode.DONE) -> str:
    return clause_of(clause, mode).text


def clause_of(clause: str, mode: Mode = Mode.DONE) -> Clause:
    return tell_clause(clause, mode, WORDS, owner="the district", area=("清河区", "清河"))


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("清河区建立工作机制", "the district established working mechanisms"),
        ("获评全国文明城市", "the district was named a National Civilised City"),
        ("获评全省民营经济发展先进县", "the district was named a provincial advanced county"),
        (
            "获评省级双拥模范区",
            "the district was named a provincial-level model district of mutual support",
        ),
        ("获评中国长寿之乡", "the district was named a Home of Longevity in China"),
        ("柳溪镇污水处理厂建成投用", "the Liuxi Town sewage treatment plant was completed"),
        ("2023年6月30日，清河大桥建成通车", "on 30 June 2023, Qinghe Bridge was completed"),
        ("出台30条措施", "the district issued 30 measures"),
        ("选派50余名指导员驻企服务", "the district assigned more than 50 instructors to serve"),
        ("停车难问题得到缓解", "the shortage of parking was eased"),
        ("深化改革、扩大开放", "the district deepened reform and expanded openness"),
    ],
)
def test_what_happened_is_past(clause: str, english: str) -> None:
    assert told(clause).startswith(english)


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("清河区将建设科技园", "to build a science park"),
        ("营商环境不断优化", "for the business environment to keep improving"),
        ("推动民营企业做大做强", "to help private enterprises to grow bigger and stronger"),
        ("加快农业农村现代化", "to speed up agricultural and rural modernisation"),
    ],
)
def test_a_plan_is_told_as_an_aim(clause: str, english: str) -> None:
    assert told(clause, Mode.AIM) == english


@pytest.mark.parametrize("clause", ["清河区将建设科技园", "拟建设科技园", "力争建成科技园"])
def test_what_is_only_planned_is_never_told_as_done(clause: str) -> None:
    said = told(clause, Mode.DONE)
    assert "was to" in said
    assert "built" not in said
    assert "completed" not in said


def test_what_has_begun_is_not_done() -> None:
    said = told("清河区推进城市更新", Mode.UNDER_WAY)
    assert said == "the district has been advancing urban renewal"
    assert told("清河大桥开工", Mode.UNDER_WAY) == "Qinghe Bridge started construction"


def test_a_shortlist_is_no_award() -> None:
    said = told("入围全国文明城市提名城区")
    assert said == "the district was shortlisted for nomination as a National Civilised City"


@pytest.mark.parametrize(
    "clause", ["未建成科技园", "没有完成目标任务", "不再新建厂房", "清河犇犇犇犇了一番"]
)
def test_what_the_words_do_not_cover_is_given_in_chinese_and_never_guessed(clause: str) -> None:
    made = clause_of(clause)
    assert made.untold
    assert made.text == clause
    assert made.kept == (clause,)


def test_a_piece_without_english_is_quoted_beside_the_pieces_that_have_it() -> None:
    made = clause_of("清河区建立工作机制，深化改革，犇犇犇犇")
    assert made.text == (
        "the district established working mechanisms, deepened reform, and “犇犇犇犇”"
    )
    assert made.kept == ("犇犇犇犇",)
    assert not made.untold


def test_what_follows_words_without_english_gets_no_subject_that_is_not_its_own() -> None:
    """犇犇犇犇 may have named who deepened reform."""
    made = clause_of("清河区建立工作机制，犇犇犇犇，深化改革")
    assert made.untold
    assert clause_of("均居全国县级市首位").untold  # of what stood before it


def test_a_slogan_without_english_is_quoted_and_listed_as_a_name() -> None:
    made = clause_of("深入实施“犇犇犇”行动")
    assert "“犇犇犇” campaign" in made.text
    assert ("犇犇犇", "", "kept") in made.terms
    assert made.kept == ()


def test_a_place_is_spelled_with_its_ending_and_said_to_be_spelled() -> None:
    made = clause_of("柳溪镇杏花村获评全国文明村镇")
    assert made.text.startswith("Xinghua Village in Liuxi Town was named")
    assert ("柳溪镇", "Liuxi Town", "spelled") in made.terms


def test_a_projects_own_name_goes_before_the_sound() -> None:
    assert "“Four Bridges”" in told("推进“四桥”建设")


def test_no_event_does_anything() -> None:
    """全区成立…综合整治…: 综合整治 goes with what follows, and founding cleans nothing up."""
    assert "cleaned" not in told("全区成立综合整治临时党委")
    assert told("全区成立综合整治临时党委").startswith("the district set up")


def test_commas_in_quoted_words_do_not_part_a_clause() -> None:
    assert split_clause("开展“稳存量，扩增量”行动，深化改革") == [
        "开展“稳存量，扩增量”行动",
        "深化改革",
    ]


@pytest.mark.parametrize("text", ["{{7*7}}", "<para>R&D</para>", "“" * 40, "（" * 200, "\x02\x03"])
def test_hostile_text_comes_out_as_it_is(text: str) -> None:
    assert clause_of(text).text == text


def under(aspect: Aspect, clause: str, mode: Mode = Mode.DONE) -> str:
    area = ("清河区", "清河")
    return tell_clause(clause, mode, WORDS, owner="the district", area=area, aspect=aspect).text


def test_what_is_done_since_a_time_is_told_in_the_present_perfect() -> None:
    assert under(Aspect.SINCE, "建立工作机制").startswith("the district has established")
    assert told("2021年以来，清河区建立工作机制").startswith(
        "since 2021, the district has established"
    )


def test_what_was_under_way_at_a_date_is_no_present_perfect() -> None:
    said = under(Aspect.DATED, "推进乡村振兴", Mode.UNDER_WAY)
    assert said.startswith("the district was ")
    assert "has been" not in said


def test_a_plan_stays_a_plan_whatever_the_time_before_it() -> None:
    for aspect in Aspect:
        said = under(aspect, "将建设科技园")
        assert "was to build" in said
        assert "has built" not in said


def test_the_auxiliary_is_said_once() -> None:
    said = under(Aspect.SINCE, "深化改革、扩大开放")
    assert said == "the district has deepened reform and expanded openness"


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("总投资22亿元的新能源电池项目正式开工", "with total investment of 2.2 billion yuan"),
        ("举办第三届清河文化节", "the district held the third Qinghe cultural festival"),
        ("清河综合物流园投入运营", "the Qinghe comprehensive logistics park went into operation"),
        ("清河实验室揭牌运行", "was inaugurated and put into operation"),
        ("实现行政村硬化路全覆盖", "administrative village"),
    ],
)
def test_common_words_of_the_genre_are_known(clause: str, english: str) -> None:
    assert english in told(clause)
