"""What an editor asks of a brief: what comes first, what goes together, what is not said at all.

The district of 清河 and all that is said of it are invented.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from qinghe import a_fact, brief_of, material, words_of

from briefgen.brief import KeyPoints, Table, plain_text
from briefgen.compose import annex
from briefgen.compose.cautions import cautions
from briefgen.compose.messages import gather_messages
from briefgen.compose.theme import compose_theme
from briefgen.fact import Fact, Kind, Level, Relation, RelationType, Series, Status
from briefgen.lexicon import load_lexicon

STATED: dict[str, Any] = {"period_inferred": False}


def running(facts: list[Fact], **given: object) -> str:
    printed = words_of(brief_of(facts, **given)).split("资料来源")[0]
    return re.sub("〔.*?〕", "", printed)


def points(facts: list[Fact], **given: object) -> list[str]:
    box = next(b for b in brief_of(facts, **given).blocks if isinstance(b, KeyPoints))
    return [re.sub("〔.*?〕", "", plain_text(p)) for p in box.points]


def count(words: str, number: str, **given: Any) -> Fact:
    plain = {"kind": Kind.COUNT, "unit": "家", "values": (Decimal(number),), "topic": "经营主体"}
    return a_fact(words, number, **{**plain, **given})


# --- what goes together ---------------------------------------------------------------------------


def test_figures_of_one_list_are_one_key_point() -> None:
    facts = [
        count("民营高新技术企业35家", "35", start=0),
        count("民营小巨人企业8家", "8", start=20),
        count("民营上市企业2家", "2", start=40),
    ]
    assert "民营高新技术企业35家，民营小巨人企业8家，民营上市企业2家（2024年1月报道）。" in points(
        facts
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": "个"},
        {"start": 400},
        {"period": "2023", "period_inferred": False},
        {"flags": ("source_slip",)},
        {"topic": "招商引资"},
        {"scope": "清河园区", "level": Level.ENTITY},
    ],
)
def test_figures_of_two_lists_stay_two_key_points(changes: dict[str, Any]) -> None:
    first = count("民营高新技术企业35家", "35", start=0)
    second = count("民营小巨人企业8家", "8", **{"start": 20, **changes})
    assert not any("35家，" in p and "8家" in p for p in points([first, second]))


def test_the_rank_stands_beside_its_own_figure() -> None:
    old = a_fact("民营经济占比达40%", "40%", published="2023-01", unit="%", values=(Decimal(40),),
                 kind=Kind.SHARE, source="b.txt")  # fmt: skip
    new = a_fact("民营经济占比达45%（36亿元）保持全市第一", "45%", unit="%", values=(Decimal(45),),
                 kind=Kind.SHARE, indicator="民营经济占比")  # fmt: skip
    amount = a_fact(new.quote, "36亿", unit="元", values=(Decimal(3600000000),),
                    indicator="民营经济增加值",
                    relations=(Relation(RelationType.SAME_EVENT, new.id),))  # fmt: skip
    rank = a_fact(new.quote, "第一", unit="位", kind=Kind.RANK, indicator="民营经济占比全市排名",
                  relations=(Relation(RelationType.RANK_OF, new.id),))  # fmt: skip
    facts = [old, new, amount, rank]
    given = {"series": [Series("民营经济占比", "%", (old, new))]}
    assert brief_of(facts, **given).title == "民营经济占比45%，保持全市第一"
    words = running(facts, **given)
    assert "，保持全市第一，民营经济增加值36亿元" in words
    assert "36亿元，保持全市第一" not in words


def test_a_body_is_named_once_in_a_phrase() -> None:
    built = a_fact("清河中学新校区建成", start=0, scope="清河中学新校区", level=Level.ENTITY,
                   topic="营商环境", status=Status.DONE)  # fmt: skip
    pupils = count("迎来2000余名学子入学", "2000", unit="人", start=9, scope="清河中学新校区",
                   level=Level.ENTITY, indicator="入学学子")  # fmt: skip
    words = running([built, pupils])
    assert "清河中学新校区建成，迎来2000余名学子入学" in words


# --- what comes first -----------------------------------------------------------------------------


def test_the_sub_topic_of_the_main_figure_comes_first() -> None:
    share = a_fact("民营经济增加值占GDP比重50%", "50%", unit="%", values=(Decimal(50),),
                   kind=Kind.SHARE, topic="经济贡献")  # fmt: skip
    others = [
        count(f"新设{name}8户", "8", unit="户", start=100 + 40 * at, topic="经营主体")
        for at, name in enumerate(("民营企业", "个体工商户", "市场主体", "经营主体"))
    ]
    deeds = [
        a_fact(f"建立{name}“直通车”制度", start=400 + 40 * at, topic="营商环境", kind=Kind.MEASURE)
        for at, name in enumerate(("政企", "银企", "校企", "税企", "法企"))
    ]
    words = running([share, *others, *deeds])
    assert words.index("（一）经济贡献") < words.index("经营主体", words.index("（一）"))


def test_a_set_that_is_done_to_the_last_is_told_as_done_and_not_twice() -> None:
    given = {"unit": "项", "published": "2024-01", "topic": "营商环境"}
    chosen = count("确定了8项惠企实事项目", "8", start=0, **given)
    done = count("8项惠企实事项目顺利完成", "8", start=60, indicator="完成惠企实事项目", **given)
    words = running([chosen, done])
    assert "8项惠企实事项目顺利完成" in words
    assert "确定了8项" not in words


def test_what_was_handed_in_is_told_with_its_verb() -> None:
    asked = count("收到群众、代表、镇街、部门、园区共反馈建议项目121项", "121", unit="项",
                  indicator="反馈建议项目")  # fmt: skip
    assert "收到群众、代表、镇街、部门、园区共反馈建议项目121项" in running([asked])


# --- what is not said -----------------------------------------------------------------------------


def test_what_a_place_has_by_nature_is_no_progress() -> None:
    asset = a_fact("清河拥有“双城并进”独特优势", kind=Kind.STANDING)
    assert "双城并进" not in running([asset, count("民营企业35家", "35", start=50)])


def test_a_plan_does_not_say_its_year_twice() -> None:
    plan = a_fact("2025年，清河区将建设民营企业服务中心", kind=Kind.PLAN, status=Status.PLANNED,
                  period="2025", **STATED)  # fmt: skip
    words = running([plan])
    assert "2025年的目标任务包括：建设民营企业服务中心" in words
    assert words.count("2025年") == 1


def test_what_a_plan_counts_stands_in_no_table() -> None:
    plan = a_fact("将以东南西北4个园门为引导，建设民营经济产业带", kind=Kind.PLAN,
                  status=Status.PLANNED, scope="清河山", level=Level.ENTITY)  # fmt: skip
    gates = a_fact("以东南西北4个园门为引导", "4", kind=Kind.COUNT, unit="个", start=1,
                   indicator="园门", values=(Decimal(4),))  # fmt: skip
    table = running([plan, gates]).split("指标明细")
    assert len(table) == 1 or "园门" not in table[1]


def tabled(*facts: Fact) -> Table:
    made = annex.table(facts, material(facts).speaker(), "民营经济", "表")
    assert made is not None
    return made


def test_the_few_rows_of_other_bodies_say_whose_they_are_and_need_no_column() -> None:
    own = [
        count(f"民营{name}企业{n}家", str(n), start=20 * n, indicator=f"民营{name}企业")
        for n, name in enumerate(("高新技术", "小巨人", "上市"), 1)
    ]
    other = count("民营培训企业5家", "5", start=200, indicator="民营培训企业",
                  scope="清河商会", level=Level.ENTITY)  # fmt: skip
    table = tabled(*own, other)
    assert table.head == ("指标", "数值", "时期", "来源")
    assert [plain_text(row[0]) for row in table.rows][3:] == ["民营培训企业（清河商会）"]
    assert tabled(own[0], other).head == ("指标", "数值", "时期", "范围", "来源")


# --- cautions -------------------------------------------------------------------------------------


def told(*facts: Fact) -> list[str]:
    given = material(facts)
    found = cautions(facts, facts, given.lexicon, given.speaker())
    return [re.sub("〔.*?〕", "", plain_text(runs)) for runs in found]


def test_a_part_by_level_and_its_whole_of_another_report_are_not_compared() -> None:
    part = count("市级及以上科研平台达150个", "150", unit="个", indicator="市级及以上科研平台",
                 source="b.txt", published="2023-01")  # fmt: skip
    whole = count("科技创新平台341个", "341", unit="个")
    (words,) = told(part, whole)
    assert "市级及以上科研平台150个（2023年1月报道）与科技创新平台341个（2024年1月报道）" in words
    assert words.endswith("口径不同，不作增减比较")
    assert told(part, count("创业园区341个", "341", unit="个")) == []


def test_a_doubling_without_a_base_is_no_progress() -> None:
    aim = a_fact(
        "民营企业数量实现双翻番",
        "双翻番",
        unit="倍",
        kind=Kind.TARGET,
        values=(Decimal(4),),
        indicator="民营企业数量",
    )
    assert told(aim) == ["“民营企业数量”的目标为双翻番，原文未给基数，不计完成进度"]


def spending(**given: Any) -> list[Fact]:
    quote = "全社会研发经费投入强度达5.00%（36.0亿元）"
    share = a_fact(quote, "5.00%", unit="%", values=(Decimal(5),), kind=Kind.SHARE,
                   indicator="全社会研发经费投入强度", **given)  # fmt: skip
    amount = a_fact(quote, "36.0亿", unit="元", values=(Decimal(3600000000),),
                    indicator="全社会研发经费投入",
                    relations=(Relation(RelationType.SAME_EVENT, share.id),), **given)  # fmt: skip
    return [share, amount]


def product(value: int, **given: Any) -> Fact:
    return a_fact(f"地区生产总值达{value}亿元", f"{value}亿", unit="元", source="b.txt",
                  values=(Decimal(value * 10**8),), indicator="地区生产总值",
                  **{"period": "2022", **STATED, **given})  # fmt: skip


def test_an_undated_share_with_its_amount_tells_of_which_year_it_may_be() -> None:
    (words,) = told(*spending(), product(712))
    assert "反推，地区生产总值约720亿元（推算），与2022年的712亿元" in words
    assert "可能是2022年的数" in words


def test_a_whole_that_is_far_off_or_a_dated_share_tells_nothing() -> None:
    assert told(*spending(), product(600)) == []
    assert told(*spending(period="2022", **STATED), product(712)) == []
    assert told(*spending(), product(712, period_inferred=True)) == []


def test_an_overview_or_a_brief_names_no_report_of_which_it_prints_no_figure() -> None:
    shown = [count(f"民营{name}企业35家", "35", start=40 * at) for at, name in enumerate("甲乙")]
    hidden = count("从9个方面阐述了民营经济", "9", unit="个", indicator="从方面", source="c.txt",
                   published="2024-02")  # fmt: skip
    brief = compose_theme("民营经济", material([*shown, hidden]), ())
    assert "2024年2月报道" not in words_of(brief)


# --- two bulletins and a work report --------------------------------------------------------------


def of_year(year: str, quote: str, number: str, value: str, **given: Any) -> Fact:
    made: dict[str, Any] = {"unit": "元", "values": (Decimal(value),), "period": year,
                            "source": f"{year}.txt"}  # fmt: skip
    made["published"] = f"{int(year) + 1}-03"
    return a_fact(quote, number, **(STATED | made | given))


OLD = of_year("2022", "民营经济增加值120亿元", "120亿", "12000000000")
NEW = of_year("2023", "民营经济增加值128亿元", "128亿", "12800000000")
GROWN = of_year("2023", "民营经济增加值128亿元，比上年增长6.3%", "6.3%", "6.3", unit="%",
                kind=Kind.GROWTH, indicator="民营经济增加值同比增速",
                relations=(Relation(RelationType.GROWTH_OF, NEW.id),))  # fmt: skip
COURSE = Series("民营经济增加值", "元", (OLD, NEW))


def test_nothing_is_derived_where_the_source_compares_with_the_year_before() -> None:
    """8亿元 more at current prices beside a growth at constant prices misleads."""
    printed = running([OLD, NEW, GROWN], series=[COURSE])
    assert "2023年民营经济增加值128亿元，比上年增长6.3%" in printed
    assert "由120亿元（2022年）增至128亿元（2023年），比上年增长6.3%" in printed
    assert "推算" not in printed
    assert "推算" in running([OLD, NEW], series=[COURSE])


def test_the_figure_and_its_growth_are_the_title() -> None:
    brief = brief_of([OLD, NEW, GROWN], series=[COURSE])
    assert brief.title == "2023年民营经济增加值128亿元，比上年增长6.3%"


def test_one_figure_of_two_reports_is_told_once_and_cites_both() -> None:
    told = of_year("2023", "民营企业户数3.2万户", "3.2万", "32000", unit="户", kind=Kind.COUNT)
    again = of_year("2023", "全年民营企业户数3.2万户", "3.2万", "32000", unit="户", kind=Kind.COUNT,
                    indicator="民营企业户数", source="report.txt", published="2024-01")  # fmt: skip
    assert running([told, again]).split("进展")[1].split("指标明细")[0].count("3.2万户") == 1
    table = words_of(brief_of([told, again])).split("指标明细")[1].split("资料来源")[0]
    assert table.count("3.2万户") == 1


def test_a_part_gives_way_to_its_whole() -> None:
    older, newer = (
        of_year(
            year,
            f"民营制造业增加值{n}亿元",
            f"{n}亿",
            f"{n}00000000",
            start=40,
            relations=(Relation(RelationType.PART_OF, whole.id),),
        )
        for year, n, whole in (("2022", 38, OLD), ("2023", 40, NEW))
    )
    told = [m.lead.indicator for m in gather_messages(
        [OLD, NEW, older, newer],
        [COURSE, Series("民营制造业增加值", "元", (older, newer))],
        "民营经济", load_lexicon(),
    )]  # fmt: skip
    assert told == ["民营经济增加值", "民营制造业增加值"]


def test_what_was_long_over_when_it_was_reported_stands_behind_what_is() -> None:
    facts = [
        count("民营企业120家", "120", start=0, period="1956", **STATED),
        count("民营上市企业2家", "2", start=40),
    ]
    assert points(facts)[0].startswith("民营上市企业2家")
