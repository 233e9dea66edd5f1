"""What stands beside what: the rules on relations and arithmetic, with sentences that must not be.

The district of 清河 and all that is said of it are invented.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from qinghe import a_fact, brief_of, words_of

from briefgen.brief import Cards, KeyPoints, SourceList, Table, block_runs, plain_text
from briefgen.compose.material import with_speakers
from briefgen.fact import Conflict, Fact, Kind, Level, Relation, RelationType, Status
from briefgen.telling import change_between


def running(facts: list[Fact], **given: object) -> str:
    """Return what the brief prints before its sources, without its reference marks."""
    printed = words_of(brief_of(facts, **given)).split("资料来源")[0]
    return re.sub("〔.*?〕", "", printed)


def test_a_candidate_is_not_told_as_awarded() -> None:
    honour = a_fact("入围全国民营经济示范城市提名", kind=Kind.HONOUR, status=Status.CANDIDATE)
    words = running([honour])
    assert "入围全国民营经济示范城市提名" in words
    assert not re.search("获评|荣获|获得|建成", words)


def test_a_plan_is_told_under_its_lead_and_never_as_progress() -> None:
    plan = a_fact("建设民营经济产业园", kind=Kind.PLAN, status=Status.PLANNED)
    lines = [line for line in running([plan]).splitlines() if "产业园" in line]
    assert lines
    assert all("目标任务包括：" in line for line in lines)


def test_a_changed_standing_is_shown_side_by_side_and_is_no_key_point() -> None:
    first = a_fact("民营经济发展水平居全市第一", kind=Kind.STANDING, published="2022-01")
    later = a_fact("民营经济发展水平居全市前列", kind=Kind.STANDING, source="b.txt")
    words = running([first, later], conflicts=[Conflict("wording", (first, later))])
    doubt = next(line for line in words.splitlines() if line.startswith("说法不同"))
    assert "第一" in doubt
    assert "前列" in doubt
    told = [line for line in words.splitlines() if line.startswith("据")]
    assert not any("第一" in line for line in told)
    assert all("各报道说法不同" in line for line in told if "前列" in line)


def test_a_part_is_told_with_its_whole_and_not_added_to_it() -> None:
    whole = a_fact("受理企业问题40个", "40", unit="个", kind=Kind.COUNT, indicator="受理企业问题")
    part = a_fact(
        "办结31个",
        "31",
        unit="个",
        kind=Kind.COUNT,
        indicator="办结企业问题",
        start=12,
        relations=(Relation(RelationType.PART_OF, whole.id),),
    )
    words = running([whole, part])
    assert re.search("受理企业问题40个，办结[^；。]*31个", words)
    assert "71" not in words


def test_two_counts_of_what_is_new_are_not_added_and_said_to_be_open() -> None:
    quote = "新增经营主体2.5万户、民营企业5000户"
    told = {"unit": "户", "kind": Kind.COUNT, "topic": "经营主体"}
    one = a_fact(quote, "2.5万", indicator="新增经营主体", **told)
    other = a_fact(quote, "5000", indicator="新增民营企业", **told)
    words = running([one, other])
    assert "“新增经营主体”与“新增民营企业”是否包含关系，原文未说，不相加、不求比" in words
    assert not re.search("3万户|20%", words)


def test_two_facts_side_by_side_are_not_cause_and_effect() -> None:
    words = running(
        [
            a_fact("出台民营企业扶持政策", kind=Kind.MEASURE, status=Status.DONE),
            a_fact("民营企业贷款30亿元", "30亿", unit="元", start=30),
        ]
    )
    assert not re.search("因此|从而|使得|带动|得益于|促使|由于", words)


def test_shares_of_two_wholes_are_neither_added_nor_subtracted() -> None:
    share = {"unit": "%", "kind": Kind.SHARE, "topic": "经济贡献"}
    one = a_fact("民营经济增加值占GDP比重50%", "50%", indicator="民营经济增加值占GDP比重", **share)
    other = a_fact("税收占比75%", "75%", indicator="民营经济税收占比", start=18, **share)
    words = running([one, other])
    assert "民营经济增加值占GDP比重50%，税收占比75%" in words or "民营经济税收占比75%" in words
    assert not re.search("125%|25%|25个百分点", words)
    assert "原文“税收占比75%”承前省略主语，按文意指“民营经济税收占比”" in words


@pytest.mark.parametrize(
    ("clause", "number", "indicator", "told"),
    [
        (
            "完成全年任务的37.7%",
            "37.7%",
            "城镇新增就业占全年任务比重",
            "原文“完成全年任务的37.7%”承前",
        ),
        ("把70%以上的财政支出投向民生领域", "70%", "财政支出投向民生领域占比", ""),
        ("总数达412家，其中民营企业占97.1%", "97.1%", "民营企业占高新技术企业总数比重", ""),
    ],
)
def test_what_is_quoted_stands_word_for_word_and_only_where_something_is_left_out(
    clause: str, number: str, indicator: str, told: str
) -> None:
    fact = a_fact(
        clause,
        number,
        unit="%",
        kind=Kind.SHARE,
        indicator=indicator,
        period="2024",
        period_inferred=False,
    )
    words = words_of(brief_of([fact]))
    assert told in words
    assert ("承前省略主语" in words) is bool(told)


def test_a_quotation_has_no_mark_without_its_partner() -> None:
    fact = a_fact("“平均一天就有600多台", "600", unit="台", indicator="日均车辆")
    sources = next(b for b in brief_of([fact]).blocks if isinstance(b, SourceList))
    assert [q.text for e in sources.entries for q in e.quotes] == ["平均一天就有600多台"]


def test_an_aim_to_cut_is_no_growth_in_the_table() -> None:
    cut = a_fact(
        "办公经费压减5%以上",
        "5%",
        unit="%",
        kind=Kind.TARGET,
        indicator="办公经费增速",
        values=(Decimal("-5"),),
        qualifiers=("以上",),
        period="2024",
        period_inferred=False,
    )
    table = next(b for b in brief_of([cut]).blocks if isinstance(b, Table))
    assert plain_text(table.rows[0][1]) == "下降5%以上"


def test_a_village_told_by_its_own_name_is_not_named_again() -> None:
    done = a_fact(
        "石桥村村民把小楼改造成民宿",
        kind=Kind.MILESTONE,
        status=Status.DONE,
        scope="柳岸镇石桥村",
        level=Level.ENTITY,
        start=100,
    )
    beds = a_fact(
        "石桥村有床位60张", "60", unit="张", scope="柳岸镇石桥村", level=Level.ENTITY, start=0
    )
    words = words_of(brief_of([done, beds]))
    assert "石桥村石桥村" not in words


def test_a_total_and_a_part_of_another_report_are_no_growth() -> None:
    told = {"unit": "个", "kind": Kind.COUNT}
    part = a_fact("市级以上民营平台120个", "120", published="2022-01", **told)
    total = a_fact("民营平台300个", "300", source="b.txt", **told)
    words = running([part, total])
    assert not re.search("升至|增至|增加180|上升|由120", words)


def test_a_bound_and_a_slip_are_not_compared() -> None:
    told = {"unit": "户", "kind": Kind.COUNT, "indicator": "市场主体"}
    bound = a_fact(
        "市场主体超过7.8万户",
        "7.8万",
        qualifiers=("超过",),
        low=Decimal(78000),
        values=(Decimal(78000),),
        published="2022-01",
        **told,
    )
    slip = a_fact(
        "市场主体主体达8.63万户",
        "8.63万",
        values=(Decimal(86300),),
        source="b.txt",
        meant="市场主体",
        flags=("source_slip",),
        **told,
    )
    words = running([bound, slip])
    assert (
        "市场主体，2022年1月报道为超过7.8万户，2024年1月报道为8.63万户（待核），前后数字不作比较"
        in (re.sub("〔.*?〕", "", words))
    )
    assert not re.search("升至|8300|约0.8万|增长10", words)


@pytest.mark.parametrize(
    ("clause", "number", "never"),
    [
        ("民营企业净利润同比增长220%", "220%", "2.2倍|3.2倍|220个百分点"),
        ("民营企业市值增长10余倍", "10", "10倍|11倍|1000%"),
        ("民营企业数量实现翻番", "翻番", "100%|%"),
    ],
)
def test_a_multiple_is_told_as_the_source_tells_it(clause: str, number: str, never: str) -> None:
    unit = "%" if number.endswith("%") else "倍"
    hedge = ("余",) if "余" in clause else ()
    kind = Kind.TARGET if number == "翻番" else Kind.GROWTH
    growth = a_fact(clause, number, unit=unit, kind=kind, qualifiers=hedge, values=(Decimal(2),))
    words = running([growth])
    assert clause in words
    assert not re.search(never, words)


def actual(clause: str, number: str, value: str, **given: object) -> Fact:
    plain = {"indicator": "地区生产总值", "unit": "元", "values": (Decimal(value),)}
    return a_fact(clause, number, **(plain | {"period_inferred": False} | given))


AIM = actual(
    "地区生产总值突破1000亿元",
    "1000亿",
    "100000000000",
    kind=Kind.TARGET,
    qualifiers=("突破",),
    period="2026",
    start=60,
)


def test_a_target_tells_its_distance_from_an_exact_figure_of_a_whole_year() -> None:
    year = actual("地区生产总值718亿元", "718亿", "71800000000", period="2023")
    words = running([year, AIM])
    assert "突破1000亿元（与2023年的718亿元相比，至少还差282亿元，推算）" in words


@pytest.mark.parametrize(
    "told",
    [
        actual("前三季度地区生产总值530亿元", "530亿", "53000000000", period="2023-01/2023-09"),
        actual(
            "预计地区生产总值突破700亿元",
            "700亿",
            "70000000000",
            period="2023",
            qualifiers=("预计", "突破"),
        ),
    ],
)
def test_no_distance_is_told_from_a_part_of_a_year_or_an_expectation(told: Fact) -> None:
    words = running([told, AIM])
    assert "突破1000亿元" in words
    assert "还差" not in words


def test_a_comparison_with_the_year_before_is_of_the_figures_own_year() -> None:
    fact = a_fact(
        "2023年民营研发投入强度1.92%，比上年提高0.15个百分点",
        "0.15",
        unit="个百分点",
        kind=Kind.CHANGE,
        period="2023",
        period_inferred=False,
    )
    words = running([fact])
    assert "比上年提高0.15个百分点" in words
    assert "比2023年" not in words


def test_a_figure_in_quoted_words_is_its_speakers() -> None:
    quote = a_fact("今年民宿收入突破900万元", kind=Kind.QUOTE, speaker="支书李四")
    spoken = a_fact("民宿收入突破900万元", "900万", unit="元", start=2, qualifiers=("突破",))
    firm = a_fact("民营企业350家", "350", unit="家", start=40, kind=Kind.COUNT)
    facts = list(with_speakers([quote, spoken, firm]))
    assert "900万" not in running(facts)


def test_a_parks_service_figure_is_no_card_and_no_key_point() -> None:
    park = a_fact(
        "累计服务民营企业近1万家",
        "1万",
        unit="家",
        kind=Kind.COUNT,
        scope="清河产业园",
        level=Level.ENTITY,
        qualifiers=("近",),
    )
    own = [
        a_fact("民营企业占比61%", "61%", unit="%", kind=Kind.SHARE, start=30),
        a_fact("民营企业贷款30亿元", "30亿", unit="元", start=60),
    ]
    for block in brief_of([park, *own]).blocks:
        if isinstance(block, KeyPoints | Cards):
            assert "1万" not in "".join(plain_text(runs) for runs in block_runs(block))


def test_a_difference_that_rounding_would_nearly_double_is_not_told() -> None:
    now = a_fact("研发投入强度3.42%", "3.42%", unit="%", values=(Decimal("3.42"),))
    aim = a_fact("研发投入强度4%", "4%", unit="%", values=(Decimal(4),))
    assert change_between(now, aim) is None  # 0.58 is no 约1个百分点
    exact = a_fact("研发投入强度4.0%", "4.0%", unit="%", values=(Decimal(4),))
    told = change_between(now, exact)
    assert told is not None
    assert told.size == "约0.6个百分点"
