"""What briefs of unseen places got wrong, each as the sentence that must not come out.

The district of 清河 and all that is said of it are invented.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from qinghe import a_fact, brief_of, material, words_of

from briefgen.brief import Cards, KeyPoints, plain_text
from briefgen.compose.blocks import shortened
from briefgen.compose.material import with_orders
from briefgen.compose.messages import Message
from briefgen.document import Source
from briefgen.fact import Fact, Kind, Level, Relation, RelationType, Start, Status

STATED: dict[str, Any] = {"period_inferred": False}


def running(facts: list[Fact], **given: object) -> str:
    """Return what the brief prints before its sources, without its reference marks."""
    printed = words_of(brief_of(facts, **given)).split("资料来源")[0]
    return re.sub("〔.*?〕", "", printed)


def changed(quote: str, start: str, number: str, unit: str, **given: object) -> Fact:
    """Return a change whose clause says from where it came."""
    at = quote.index(start)
    values = (Decimal(re.sub(r"\D", "", number)),)
    begun = Start((Decimal(re.sub(r"\D", "", start)),), at, at + len(start))
    plain = {"kind": Kind.CHANGE, "unit": unit, "values": values, "start_value": begun}
    return a_fact(quote, number, **{**plain, **given})


def test_the_bound_that_a_change_starts_from_is_printed() -> None:
    fact = changed(
        "民营企业税收由2018年的不足5亿元增加到48亿元",
        "5",
        "48亿",
        "元",
        indicator="民营企业税收",
        start_value=Start((Decimal(500000000),), 15, 17),
    )
    words = running([fact])
    assert "民营企业税收由2018年的不足5亿元增加到48亿元" in words
    assert "不足5亿元→48亿元" in words
    assert "500000000" not in words


def test_the_start_of_a_change_keeps_its_own_unit() -> None:
    fact = changed("企业开办时间由3天压缩至4小时", "3", "4", "小时", indicator="企业开办时间")
    assert "3天→4小时" in running([fact])


@pytest.mark.parametrize(
    ("clause", "number", "kept"),
    [
        ("较年初增加6200户", "6200", "较年初增加6200户"),
        ("比2013年增加92户", "92", "比2013年增加92户"),
        ("比上年末增加92户", "92", "比上年末增加92户"),
    ],
)
def test_what_a_change_is_compared_with_stays(clause: str, number: str, kept: str) -> None:
    base = a_fact("民营企业达到7.86万户", "7.86万", unit="户", indicator="民营企业")
    change = a_fact(
        f"民营企业达到7.86万户，{clause}",
        number,
        unit="户",
        kind=Kind.CHANGE,
        indicator="民营企业增加",
        relations=(Relation(RelationType.GROWTH_OF, base.id),),
    )
    assert kept in running([base, change])


def test_a_bodys_target_is_told_as_expected_where_its_clause_reads_as_done() -> None:
    given = {"kind": Kind.TARGET, "scope": "清河机械有限公司", "level": Level.ENTITY}
    value = a_fact("全部建成后可实现年产值15亿元", "15亿", unit="元", **given)
    jobs = a_fact("带动就业800人", "800", unit="人", start=16, **given)
    words = running([value, jobs])
    assert "预计带动就业800人" in words
    assert "预计全部建成后" not in words


def test_what_a_sentence_only_asks_for_is_a_plan() -> None:
    raw = "会议强调，要压实责任，清单化抓好各项重点工作。去年，清单化抓好民营企业服务。"
    asked = a_fact("清单化抓好各项重点工作", kind=Kind.MEASURE, status=Status.STARTED, start=11)
    done = a_fact("清单化抓好民营企业服务", kind=Kind.MEASURE, status=Status.STARTED, start=26)
    source = Source("a.txt", raw, "", "清河新貌", None, None, "2024-01")
    plan, measure = with_orders([asked, done], [source])
    assert (plan.kind, plan.status) == (Kind.PLAN, Status.PLANNED)
    assert measure.kind is Kind.MEASURE


@pytest.mark.parametrize(
    "clause",
    [
        "解决了该领域“卡脖子”技术难题",
        "在这一平台上线产品",
        "目前已初具规模",
        "受搬迁影响",
        "是全省唯一的示范中心",
        "居全省首位",
    ],
)
def test_a_statement_that_leans_on_words_not_printed_is_left_out(clause: str) -> None:
    kind = Kind.STANDING if clause.startswith("居") else Kind.MILESTONE
    told = a_fact(clause, kind=kind, status=Status.DONE, start=40)
    words = running([told, a_fact("民营企业350家", "350", unit="家")])
    assert clause.removeprefix("目前") not in words


def test_a_standing_goes_with_the_figure_before_it() -> None:
    share = a_fact("民营企业专利达28.6件", "28.6", unit="件", indicator="民营企业专利")
    place = a_fact("居全省首位", kind=Kind.STANDING, start=13)
    assert "民营企业专利达28.6件，居全省首位" in running([share, place])


def test_a_figure_of_this_centre_is_no_figure_of_the_district() -> None:
    other = a_fact("该中心已服务民营企业16家", "16", unit="家", start=20)
    words = running([other, a_fact("民营企业350家", "350", unit="家")])
    assert "该中心" not in words


def test_this_district_need_not_be_said() -> None:
    words = running(
        [a_fact("该区已建成民营企业服务站42个", "42", unit="个", indicator="民营企业服务站")]
    )
    assert "该区" not in words
    assert "已建成民营企业服务站42个" in words


def test_the_number_of_a_list_is_not_told() -> None:
    plan = a_fact("二是加快推进民营经济产业园建设", kind=Kind.PLAN, status=Status.PLANNED)
    assert "二是" not in running([plan])


@pytest.mark.parametrize(
    "clause", ["当年新认定民营企业12家", "覆盖民营企业160家", "35岁以下占六成"]
)
def test_a_figure_whose_owner_is_not_named_is_no_key_point(clause: str) -> None:
    number = next(n for n in ("12", "160", "六成") if n in clause)
    fact = a_fact(clause, number, unit="家", kind=Kind.COUNT, start=30)
    brief = brief_of([fact, a_fact("民营企业350家", "350", unit="家")])
    points = next(b for b in brief.blocks if isinstance(b, KeyPoints)).points
    assert not any(clause in plain_text(p) for p in points)


def test_a_months_year_is_put_where_the_clause_names_the_month() -> None:
    fact = a_fact(
        "民营企业产业园已于6月投产",
        kind=Kind.MILESTONE,
        status=Status.DONE,
        period="2022-06",
        **STATED,
    )
    words = running([fact])
    assert "已于2022年6月投产" in words
    assert "2022年6月民营企业" not in words


def test_a_period_is_not_said_twice() -> None:
    half = a_fact("上半年民营企业产值1.2亿元", "1.2亿", unit="元", period="2023-H1", **STATED)
    year = a_fact("当年新增民营企业30家", "30", unit="家", period="2023", start=30, **STATED)
    words = running([half, year])
    assert "上半年上半年" not in words.replace("，", "")
    assert "2023年当年" not in words


def test_an_expected_level_and_its_growth_are_told_once() -> None:
    level = a_fact(
        "今年民营企业产值预计达到15亿元",
        "15亿",
        unit="元",
        indicator="民营企业产值",
        qualifiers=("预计",),
        period="2023",
        **STATED,
    )
    growth = a_fact(
        "今年民营企业产值预计达到15亿元，增长2%",
        "2%",
        unit="%",
        kind=Kind.GROWTH,
        indicator="民营企业产值增速",
        period="2023",
        relations=(Relation(RelationType.GROWTH_OF, level.id),),
        **STATED,
    )
    assert running([level, growth]).count("预计达到15亿元") <= 2  # key point and text


def test_a_key_point_does_not_say_its_month_twice() -> None:
    part = a_fact("5月梳理民营企业问题40个", "40", unit="个", period="2024-01", **STATED)
    whole = a_fact("2024年1月办结民营企业问题31个", "31", unit="个", start=30)
    brief = brief_of([part, whole])
    points = next(b for b in brief.blocks if isinstance(b, KeyPoints)).points
    assert all(plain_text(p).count("2024年1月") <= 1 for p in points)


def test_a_title_joins_no_undated_figure_to_a_year() -> None:
    dated = a_fact("民营企业贷款32亿元", "32亿", unit="元", period="2022", **STATED)
    plain = a_fact("民营企业102家", "102", unit="家", start=30, kind=Kind.COUNT)
    title = brief_of([dated, plain]).title
    assert not ("32亿元" in title and "102家" in title)


def test_what_another_theme_tells_is_not_called_missing() -> None:
    own = a_fact("民营企业350家", "350", unit="家")
    other = a_fact(
        "民间投资增长12%", "12%", unit="%", kind=Kind.GROWTH, themes=("综合实力",), start=30
    )
    missing = next(w for w in running([own, other]).splitlines() if "均未给出" in w)
    assert "民间投资" not in missing


def test_the_reports_of_a_paragraph_are_named_in_turn() -> None:
    facts = [
        a_fact(f"民营企业{name}服务站{n}个", str(n), unit="个", source=f"{n}.txt", published=day)
        for n, (name, day) in enumerate(
            (("甲", "2024-01"), ("乙", "2023-06"), ("丙", "2023-01"), ("丁", "2022-06")), 10
        )
    ]
    words = running(facts, as_of=date(2024, 6, 1))
    assert words.count("另据") <= 1
    assert "报道还提到，" in words


def test_a_growth_that_is_only_expected_stays_a_growth() -> None:
    base = a_fact(
        "民营企业出口超3600亿元",
        "3600亿",
        unit="元",
        indicator="民营企业出口",
        qualifiers=("预计", "超"),
    )
    growth = a_fact(
        "民营企业贷款增长15%",
        "15%",
        unit="%",
        kind=Kind.GROWTH,
        indicator="民营企业贷款增速",
        qualifiers=("预计",),
        start=30,
    )
    words = running([base, growth])
    assert "民营企业贷款预计增长15%" in words
    assert "预计15%" not in words


def test_an_expected_value_and_its_growth_are_told_once_and_together() -> None:
    words = "预计全年实现民营经济增加值360亿元"
    told = {"qualifiers": ("预计",), "period": "2023"}
    base = a_fact(words, "360亿", unit="元", indicator="民营经济增加值", **told)
    growth = a_fact(
        f"{words}，增长9.4%",
        "9.4%",
        unit="%",
        kind=Kind.GROWTH,
        indicator="民营经济增加值增速",
        **told,
        relations=(Relation(RelationType.GROWTH_OF, base.id),),
    )
    assert running([base, growth]).count("360亿元") == running([base]).count("360亿元")
    assert "民营经济增加值360亿元，增长9.4%" in running([base, growth])


def test_an_expected_value_of_a_list_and_its_growth_share_their_name() -> None:
    base = a_fact(
        "民营企业税收21亿元", "21亿", unit="元", indicator="民营企业税收", qualifiers=("预计",)
    )
    growth = a_fact(
        "民营企业税收21亿元，增长3.6%",
        "3.6%",
        unit="%",
        kind=Kind.GROWTH,
        indicator="民营企业税收增速",
        qualifiers=("预计",),
        relations=(Relation(RelationType.GROWTH_OF, base.id),),
    )
    assert "民营企业税收预计21亿元，增长3.6%" in running([base, growth])


def test_expected_figures_that_share_a_clause_share_its_expectation() -> None:
    clause = "大小民营企业税收分别达到42亿元、21亿元"
    given = {"unit": "元", "qualifiers": ("预计",), "period": "2023"}
    large = a_fact(clause, "42亿", indicator="大民营企业税收", **given)
    small = a_fact(clause, "21亿", indicator="小民营企业税收", **given)
    assert "大小民营企业税收预计分别达到42亿元、21亿元" in running([large, small])


def test_an_expected_rise_names_its_measure_once() -> None:
    rise = a_fact(
        "民营经济占比提高1个百分点",
        "1",
        unit="个百分点",
        kind=Kind.CHANGE,
        indicator="民营经济占比提高",
        qualifiers=("预计",),
    )
    assert "民营经济占比预计提高1个百分点" in running([rise])


def test_what_is_taken_out_of_a_growth_is_said() -> None:
    base = a_fact("民营企业税收7.2亿元", "7.2亿", unit="元", indicator="民营企业税收")
    growth = a_fact(
        "民营企业税收7.2亿元，剔除退税因素后增长6.5%",
        "6.5%",
        unit="%",
        kind=Kind.GROWTH,
        indicator="民营企业税收增速",
        relations=(Relation(RelationType.GROWTH_OF, base.id),),
    )
    assert "剔除退税因素后增长6.5%" in running([base, growth])


def test_a_town_is_told_by_its_name_and_not_in_its_villages_case() -> None:
    village = a_fact(
        "旅游收入380万元", "380万", unit="元", scope="青木镇东升村", level=Level.ENTITY
    )
    town = a_fact(
        "该镇累计关闭煤矿14座", "14", unit="座", scope="青木镇", level=Level.ENTITY, start=20,
        kind=Kind.COUNT, indicator="累计关闭煤矿",
    )  # fmt: skip
    case = next(w for w in running([village, town]).splitlines() if w.startswith("青木镇东升村"))
    assert "煤矿" not in case
    assert "该镇" not in running([village, town])


def test_a_target_does_not_repeat_the_time_of_its_lead() -> None:
    target = a_fact(
        "计划到2025年建成民营企业园区100万亩",
        "100万",
        unit="亩",
        kind=Kind.TARGET,
        indicator="民营企业园区",
        period="2025",
        **STATED,
    )
    words = running([target])
    assert "2025年的目标任务包括：建成民营企业园区100万亩" in words


def test_a_share_that_is_reached_is_no_plan() -> None:
    clause = "治理民营企业土地占任务总量的七成以上"
    share = a_fact(clause, "七", unit="成", kind=Kind.SHARE, indicator="治理民营企业土地占比")
    plan = a_fact(clause, kind=Kind.PLAN, status=Status.PLANNED)
    assert "目标任务包括" not in running([share, plan])


def test_a_span_that_the_clause_names_itself_is_not_put_before_it_again() -> None:
    quote = "“十四五”以来单位GDP能耗累计下降13.6%"
    fact = a_fact(
        quote,
        "13.6%",
        kind=Kind.GROWTH,
        unit="%",
        values=(Decimal("-13.6"),),
        indicator="单位GDP能耗增速",
        period="2021/2024-01",
        **STATED,
    )
    words = running([fact])
    assert "“十四五”以来单位GDP能耗累计下降13.6%" in words
    assert "2021年以来，“十四五”以来" not in words


def test_a_long_message_is_cut_to_its_amount_and_not_to_its_growth_alone() -> None:
    quote = (
        "实有经营主体6.72万户，同比增长11.8%，其中从事制造业的民营企业2.31万户、"
        "从事商贸服务的个体工商户4.28万户，分别增长15.4%、9.7%"
    )
    told = {"period": "2023-12", **STATED}
    stock = a_fact(quote[:11], "6.72万", kind=Kind.COUNT, unit="户", indicator="实有经营主体",
                   values=(Decimal(67200),), **told)  # fmt: skip
    growth = a_fact(quote[:22], "11.8%", kind=Kind.GROWTH, unit="%", indicator="实有经营主体增速",
                    values=(Decimal("11.8"),), **told,
                    relations=(Relation(RelationType.GROWTH_OF, stock.id),))  # fmt: skip
    part = a_fact(quote, "2.31万", kind=Kind.COUNT, unit="户", indicator="从事制造业的民营企业",
                  values=(Decimal(23100),), relations=(Relation(RelationType.PART_OF, stock.id),),
                  **told)  # fmt: skip
    speaker = material([stock, growth, part]).speaker()
    short = shortened(Message((stock, growth, part), 1.0), speaker)
    assert [f.id for f in short.facts] == [stock.id, growth.id]


def test_one_measure_under_two_names_has_one_card() -> None:
    given: dict[str, Any] = {
        "unit": "元",
        "values": (Decimal(28640000000),),
        "period": "2023",
        **STATED,
    }
    level = a_fact("地区生产总值286.4亿元", "286.4亿", indicator="地区生产总值", **given)
    quote = "经济总量由178.9亿元增加到286.4亿元"
    start = Start((Decimal(17890000000),), 5, 10)
    change = a_fact(
        quote,
        "286.4亿",
        kind=Kind.CHANGE,
        indicator="经济总量",
        start=40,
        start_value=start,
        **given,
    )
    other = a_fact("常住人口64万人", "64万", kind=Kind.COUNT, unit="人", start=90, **STATED)
    brief = brief_of([level, change, other])
    cards = next(b for b in brief.blocks if isinstance(b, Cards))
    assert sum("286.4亿元" in plain_text(c.value) for c in cards.cards) == 1
