"""Sentences that have lost whose they are, or are told of another; all that is said is invented."""

from __future__ import annotations

import re
from typing import Any

import pytest
from qinghe import a_fact, brief_of, material, words_of

from briefgen.brief import Heading, plain_text
from briefgen.compose.blocks import progress
from briefgen.compose.messages import Message
from briefgen.compose.topics import by_topic
from briefgen.compose.wider import of_the_area
from briefgen.document import Area
from briefgen.fact import Fact, Kind, Level, Relation, RelationType, Status

STATED: dict[str, Any] = {"period_inferred": False}


def running(facts: list[Fact], **given: object) -> str:
    """Return what the brief prints before its sources, without its reference marks."""
    printed = words_of(brief_of(facts, **given)).split("资料来源")[0]
    return re.sub("〔.*?〕", "", printed)


@pytest.mark.parametrize("clause", ["金额500万元", "罚款500万元", "年度投资500万元"])
def test_an_amount_without_its_thing_is_left_out(clause: str) -> None:
    bare = a_fact(clause, "500万", unit="元", indicator=clause[:-5], start=80)
    words = running([bare, a_fact("民营企业350家", "350", unit="家", indicator="民营企业")])
    assert clause not in words


def test_an_amount_goes_on_with_the_count_before_it() -> None:
    cases = a_fact("查处违法行为31起", "31", unit="起", kind=Kind.COUNT, indicator="查处违法行为")
    fine = a_fact("罚款286万元", "286万", unit="元", indicator="罚款", start=len(cases.quote) + 1)
    assert "查处违法行为31起，罚款286万元" in running([cases, fine])


def test_a_growth_aimed_at_is_told_as_one() -> None:
    fact = a_fact(
        "年均增长8%以上",
        "8%",
        unit="%",
        kind=Kind.TARGET,
        indicator="民营经济增加值年均增速",
        period="2028",
        **STATED,
    )
    words = running([fact])
    assert "民营经济增加值年均增长8%以上" in words
    assert "民营经济增加值8%" not in words


def test_a_second_amount_says_its_own_time() -> None:
    first = a_fact(
        "2023年，民营企业投资186亿元",
        "186亿",
        unit="元",
        indicator="民营企业投资",
        period="2023",
        **STATED,
    )
    second = a_fact(
        "今年前三季度已完成171亿元",
        "171亿",
        unit="元",
        indicator="民营企业投资",
        period="2024-01/2024-09",
        start=len(first.quote) - 1,
        published="2024-12",
        **STATED,
    )
    phrase = material([first, second]).speaker().phrase(Message((first, second), 1.0), cite=False)
    assert plain_text(phrase).endswith("2024年1—9月，民营企业投资171亿元")


def test_a_month_before_the_report_is_no_deadline() -> None:
    named = a_fact(
        "5月被提名为优秀案例候选",
        kind=Kind.PLAN,
        status=Status.PLANNED,
        period="2023-05",
        published="2023-06-05",
        **STATED,
    )
    assert "到期待核" not in running([named, a_fact("民营企业350家", "350", unit="家")])


def test_who_says_it_is_said_once_and_reported_speech_is_not_quoted() -> None:
    given: dict[str, Any] = {
        "level": Level.ENTITY,
        "scope": "天元科技有限公司",
        "speaker": "经理陈某",
    }
    said = a_fact("经理陈某说，公司建成2条生产线", kind=Kind.MILESTONE, status=Status.DONE, **given)
    phrase = material([said]).speaker().phrase(Message((said,), 1.0), cite=False)
    assert plain_text(phrase) == "经理陈某称，天元科技有限公司公司建成2条生产线".replace(
        "天元科技有限公司", ""
    )


def test_the_citys_figures_are_not_the_districts() -> None:
    city = a_fact("全市汽车产量达到74.6万辆", "74.6万", unit="辆", indicator="汽车产量")
    own = a_fact("清河为全市配套产值120亿元", "120亿", unit="元", indicator="配套产值")
    first = a_fact("全市首个实验室建成", kind=Kind.MILESTONE)
    area = Area("清河区", ("清河",), "江州市")
    assert of_the_area([city, own, first], area) == (own, first)


def test_a_count_of_firms_is_none_of_the_private_economy() -> None:
    given: dict[str, Any] = {"unit": "家", "kind": Kind.COUNT}
    plain = a_fact("零部件企业达112家", "112", themes=("民营经济", "综合实力"), **given)
    own = a_fact("民营企业达350家", "350", themes=("民营经济", "综合实力"), start=40, **given)
    assert material([plain, own]).of_theme("民营经济") == (own,)


def test_what_has_no_sub_topic_stands_last() -> None:
    known = a_fact("民营企业350家", "350", unit="家", indicator="民营企业", topic="经营主体")
    other = a_fact("览胜处9处", "9", unit="处", indicator="览胜处", start=9000)
    found = material([known, other])
    told = [Message((other,), 9.0), Message((known,), 1.0)]
    topics = by_topic(told, "民营经济", found.lexicon)
    assert list(topics) == ["经营主体", ""]
    headings = [
        plain_text(b.runs) for b in progress(topics, found.speaker()) if isinstance(b, Heading)
    ]
    assert headings[1] == "（二）其他进展"


def test_a_rise_is_no_card_beside_its_own_level() -> None:
    share = a_fact("民营占比50.3%", "50.3%", unit="%", kind=Kind.SHARE, indicator="民营占比")
    rise = a_fact(
        "民营占比50.3%，比2015年提高9.7个百分点",
        "9.7",
        unit="个百分点",
        kind=Kind.CHANGE,
        indicator="民营占比提高",
        relations=(Relation(RelationType.GROWTH_OF, share.id),),
    )
    more = a_fact("民营企业350家", "350", unit="家", indicator="民营企业", start=60)
    words = running([share, rise, more])
    assert "比2015年提高9.7个百分点" in words
    assert "增长9.7个百分点" not in words


def test_a_share_of_firms_that_say_so_is_not_turned_round() -> None:
    fact = a_fact(
        "43%的民营企业反映订单减少",
        "43%",
        unit="%",
        kind=Kind.SHARE,
        indicator="民营企业反映订单减少占比",
    )
    assert "43%的民营企业反映订单减少" in running([fact])


def test_a_figure_counted_up_to_a_day_is_not_of_that_month() -> None:
    fact = a_fact(
        "全区民营企业累计退税9.8亿元",
        "9.8亿",
        unit="元",
        indicator="民营企业累计退税",
        period="2023-11",
        flags=("counted_up",),
        **STATED,
    )
    words = running([fact])
    assert "截至2023年11月底，" in words
    assert "2023年11月全区" not in words


@pytest.mark.parametrize(
    "clause", ["高出全县平均水平1.1万元", "较上年前进1位", "建成后年接待80万人次"]
)
def test_what_is_compared_or_follows_is_not_told_alone(clause: str) -> None:
    kind = Kind.TARGET if clause.startswith("建成") else Kind.CHANGE
    number = "80万" if kind is Kind.TARGET else clause[-4:-1] if "万" in clause else "1"
    lone = a_fact(clause, number, unit="元", kind=kind, indicator="民营收入", start=90)
    words = running([lone, a_fact("民营企业350家", "350", unit="家", indicator="民营企业")])
    assert clause not in words


def test_a_rank_names_its_list_and_a_count_its_thing_once() -> None:
    rank = a_fact(
        "排名第63位", "第63", unit="位", kind=Kind.RANK, indicator="“全国百强区”民营经济排名"
    )
    done = a_fact(
        "8项民营经济实事顺利完成",
        "8",
        unit="项",
        kind=Kind.COUNT,
        indicator="民营经济实事",
        start=40,
    )
    words = words_of(brief_of([rank, done]))
    assert "“全国百强区”民营经济排名第63位" in words
    assert "实事8项民营经济实事" not in words


def test_a_part_is_told_as_one_and_a_villager_s_own_income_is_no_case() -> None:
    whole = a_fact("新设立民营经济主体1860户", "1860", unit="户", kind=Kind.COUNT)
    part = a_fact(
        "其中民营企业420户",
        "420",
        unit="户",
        kind=Kind.COUNT,
        indicator="民营企业",
        start=14,
        relations=(Relation(RelationType.PART_OF, whole.id),),
    )
    own = a_fact(
        "预计能收入9万多元",
        "9万",
        unit="元",
        level=Level.ENTITY,
        scope="白鹤镇",
        speaker="大坪村村民吴德",
        start=60,
    )
    words = words_of(brief_of([whole, part, own]))
    assert "民营经济主体1860户，其中民营企业420户" in words
    assert "白鹤镇。" not in words


def test_what_was_newly_named_is_a_figure_where_its_thing_is_told() -> None:
    fact = a_fact("新认定民营科技企业12家", "12", unit="家", kind=Kind.COUNT)
    assert "新认定民营科技企业12家" in words_of(brief_of([fact])).split("指标明细")[0]
