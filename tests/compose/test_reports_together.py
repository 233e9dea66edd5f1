"""Reports that tell the same, what is said first, and what must not be said of them.

The district of 清河 and all that is said of it are invented.
"""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from qinghe import a_fact, brief_of, material, words_of

from briefgen.brief import Cards, KeyPoints, Value, block_runs, plain_text
from briefgen.charts.choose import choose_charts
from briefgen.compose.absent import absent
from briefgen.compose.belonging import belonging
from briefgen.compose.material import with_named_bodies, with_present_problems
from briefgen.compose.overview import compose_overview
from briefgen.compose.weights import says_little
from briefgen.compose.wording import clause_text, without_own
from briefgen.document import Area
from briefgen.fact import Fact, Kind, Level, Relation, RelationType, Status
from briefgen.lexicon import load_lexicon

LEXICON = load_lexicon()


def of_year(quote: str, number: str, value: str, unit: str, **given: object) -> Fact:
    """Return a figure of 2023, as its source states."""
    plain = {"values": (Decimal(value),), "unit": unit, "period": "2023", "period_inferred": False}
    return a_fact(quote, number, **{**plain, **given})


def tied(fact: Fact, kind: RelationType = RelationType.GROWTH_OF) -> tuple[Relation, ...]:
    return (Relation(kind, fact.id),)


def two_reports() -> list[Fact]:
    """Return one amount in two reports: its growth in both, its rank in one, its parts in one."""
    sale = {"indicator": "民营经济增加值", "themes": ("民营经济",)}
    first = of_year(
        "民营经济增加值80亿元", "80亿", "8000000000", "元", source="a.txt", start=0, **sale
    )
    grew = of_year(
        "同比增长7.5%", "7.5%", "7.5", "%", source="a.txt", start=13, kind=Kind.GROWTH,
        indicator="民营经济增加值同比增速", relations=tied(first),
    )  # fmt: skip
    rank = of_year(
        "增速居全市第三位", "三", "3", "位", source="a.txt", start=22, kind=Kind.RANK,
        indicator="民营经济增加值增速全市排名", relations=tied(first, RelationType.RANK_OF),
    )  # fmt: skip
    new = {"source": "b.txt", "published": "2024-03"}
    second = of_year("民营经济增加值80亿元", "80亿", "8000000000", "元", start=0, **sale, **new)
    again = of_year(
        "比上年增长7.5%", "7.5%", "7.5", "%", start=13, kind=Kind.GROWTH,
        indicator="民营经济增加值同比增速", relations=tied(second), **new,
    )  # fmt: skip
    part = of_year(
        "其中民营工业增加值30亿元", "30亿", "3000000000", "元", start=22,
        indicator="民营工业增加值", relations=tied(second, RelationType.PART_OF), **new,
    )  # fmt: skip
    return [first, grew, rank, second, again, part]


def bare(text: str) -> str:
    return re.sub("〔.*?〕", "", text)


def test_what_two_reports_tell_is_said_once_and_a_rank_stays_with_its_own_figure() -> None:
    words = bare(words_of(brief_of(two_reports()))).split("指标明细")[0]
    assert (
        "民营经济增加值80亿元，比上年增长7.5%，增速居全市第三位，其中民营工业增加值30亿元" in words
    )
    assert "同比增长7.5%，增速居" not in words
    assert words.count("增速居全市第三位，增速") == 0


def test_a_run_holds_the_facts_that_it_says_and_its_mark_those_that_say_the_same() -> None:
    facts = two_reports()
    brief = brief_of(facts)
    runs = [r for b in brief.blocks if isinstance(b, KeyPoints) for p in b.points for r in p]
    told = [r for r in runs if isinstance(r, Value) and "80亿元" in r.text]
    assert told
    assert all(set(r.fact_ids) == {facts[3].id} for r in told)
    assert any("〔2a、1a〕" in r.text or "〔1a、2a〕" in r.text for r in runs)


def test_a_growth_told_under_two_names_is_said_once_on_a_card() -> None:
    new = {"source": "b.txt", "published": "2024-03"}
    facts = []
    for name, report in (("外贸进出口总额", {"source": "a.txt"}), ("货物进出口总额", new)):
        whole = of_year(
            f"{name}60亿元", "60亿", "6000000000", "元", start=0, indicator=name, **report
        )
        facts += [
            whole,
            of_year(
                "增长9.2%", "9.2%", "9.2", "%", start=14, kind=Kind.GROWTH,
                indicator=f"{name}增速", relations=tied(whole), **report,
            ),
        ]  # fmt: skip
    facts.append(of_year("新增民营企业600户", "600", "600", "户", start=30, source="a.txt"))
    brief = brief_of(facts)
    notes = [plain_text(c.note) for b in brief.blocks if isinstance(b, Cards) for c in b.cards]
    assert sum(note.count("增长9.2%") for note in notes) == 1
    assert words_of(brief).count("增速”与") == 0


def test_the_overview_opens_with_what_the_economy_comes_to() -> None:
    facts = [
        of_year("森林覆盖率61%", "61%", "61", "%", kind=Kind.SHARE, themes=("生态人文",)),
        of_year("民营经济增加值80亿元", "80亿", "8000000000", "元", start=20),
        of_year(
            "地区生产总值150亿元", "150亿", "15000000000", "元", start=40, themes=("民营经济",),
            indicator="地区生产总值",
        ),
    ]  # fmt: skip
    brief = compose_overview("总览", material(facts), ())
    points = next(b.points for b in brief.blocks if isinstance(b, KeyPoints))
    cards = next(b.cards for b in brief.blocks if isinstance(b, Cards))
    assert "地区生产总值150亿元" in plain_text(points[0])
    assert cards[0].label == "地区生产总值"


@pytest.mark.parametrize(
    ("theme", "first", "second"),
    [
        ("科技创新", "R&D经费支出占GDP比重", "发明专利授权量"),
        ("民生福祉", "居民人均可支配收入", "停车位"),
        ("综合实力", "规上工业增加值增速", "房地产开发投资增速"),
    ],
)
def test_what_a_reader_asks_for_first_weighs_more(theme: str, first: str, second: str) -> None:
    def weight(name: str) -> float:
        return belonging(of_year(f"{name}9%", "9%", "9", "%", themes=(theme,)), theme, LEXICON)

    assert weight(first) > weight(second)


@pytest.mark.parametrize(
    ("theme", "name", "unit", "expected"),
    [
        ("科技创新", "R&D经费支出占GDP比重", "%", "全社会研发经费投入强度"),
        ("党的建设", "党员", "名", "党员总数"),
        ("生态人文", "旅游接待", "人次", "全年接待游客人次"),
        ("民生福祉", "农村低保", "人", "低保等救助人数"),
    ],
)
def test_a_measure_under_another_name_is_not_missing(
    theme: str, name: str, unit: str, expected: str
) -> None:
    fact = of_year(f"{name}300", "300", "300", unit, indicator=name, themes=(theme,))
    speaker = material([fact]).speaker()

    def missing(facts: list[Fact]) -> str:
        told = absent(theme, facts, (), LEXICON, speaker)
        return "".join(plain_text(runs) for block in told for runs in block_runs(block))

    assert expected in missing([])
    assert expected not in missing([fact])


def test_a_party_handling_proposals_has_not_told_its_cases() -> None:
    fact = of_year("政协提案90件", "90", "90", "件", themes=("党的建设",))
    told = absent("党的建设", [fact], (), LEXICON, material([fact]).speaker())
    words = "".join(plain_text(runs) for block in told for runs in block_runs(block))
    assert "查处违纪违法案件数" in words


@pytest.mark.parametrize(
    ("clause", "printed"),
    [
        ("12. 全市营商环境考核第一名", "全市营商环境考核第一名"),
        ("（五）实施绿岸行动", "实施绿岸行动"),
        ("三、建成滨江步道", "建成滨江步道"),
        ("2.5万户企业上云", "2.5万户企业上云"),
        ("（一期）工程建成投用", "（一期）工程建成投用"),
    ],
)
def test_the_number_of_an_entry_is_not_printed(clause: str, printed: str) -> None:
    assert clause_text(a_fact(clause, None)) == printed


def test_a_numbered_heading_is_no_plan() -> None:
    plan = {"kind": Kind.PLAN, "status": Status.PLANNED}
    assert says_little(a_fact("（四）全力建设美丽乡村", None, **plan))
    assert not says_little(a_fact("（四）建设清河湿地公园和环湖绿道二期工程", None, **plan))
    assert not says_little(a_fact("建设清河湿地公园", None, **plan))


def test_an_aim_does_not_say_who_plans_it_nor_until_when() -> None:
    assert without_own("清河区计划到2027年新建公园6个", ("清河区",), ahead=True) == "新建公园6个"
    assert without_own("清河区计划新建公园6个", ("清河区",)) == "计划新建公园6个"


def test_a_problem_is_one_of_the_day_on_which_it_is_named() -> None:
    named = a_fact("产业链条不长", None, kind=Kind.PROBLEM, period="2023", period_inferred=False)
    dated = a_fact(
        "2023年停产企业12家，就业压力大", None, kind=Kind.PROBLEM, period="2023",
        period_inferred=False,
    )  # fmt: skip
    assert [f.period_inferred for f in with_present_problems([named, dated])] == [True, False]
    words = bare(words_of(brief_of(list(with_present_problems([named])))))
    assert "据2024年1月报道，产业链条不长" in words


def test_a_year_in_the_words_of_one_phrase_is_not_said_again_in_the_next() -> None:
    facts = [
        of_year("全年建成民营企业服务站40个", "40", "40", "个", indicator="民营企业服务站"),
        of_year("民间投资占比52%", "52%", "52", "%", start=16, kind=Kind.SHARE),
    ]  # fmt: skip
    words = bare(words_of(brief_of(facts)))
    assert "，2023年民间投资" not in words
    assert "2023年建成民营企业服务站40个" in words


def test_a_part_that_bears_the_name_of_its_whole_is_not_drawn() -> None:
    whole = of_year("制度成果24项", "24", "24", "项", kind=Kind.COUNT, indicator="制度成果")
    part = of_year(
        "其中3项获推广", "3", "3", "项", start=10, kind=Kind.COUNT, indicator="制度成果",
        relations=tied(whole, RelationType.PART_OF), level=Level.DISTRICT,
    )  # fmt: skip
    assert choose_charts([whole, part], (), Area("清河区", ("清河",)), "民营经济") == ()


def test_a_speaker_is_named_once_and_now_stays_in_his_words() -> None:
    said = {"speaker": "公司经理李明", "level": Level.ENTITY, "scope": "清河机电有限公司"}
    facts = [
        a_fact("过去一天要60人", "60", unit="人", indicator="过去一天要人", **said),
        a_fact("现在只要9人", "9", start=8, unit="人", indicator="要人", **said),
    ]
    words = bare(words_of(brief_of(facts)))
    assert words.count("李明称") == 1
    assert "过去一天要60人，现在只要9人" in words


def test_what_is_told_of_that_village_is_of_the_one_named_last() -> None:
    facts = (
        a_fact("柳岸镇石桥村茶园900亩", "900", scope="柳岸镇石桥村", level=Level.ENTITY),
        a_fact("建成茶厂2座", "2", start=20, scope="该村党支部", level=Level.ENTITY),
        a_fact("种植果树300亩", "300", start=40, scope="该镇", level=Level.ENTITY),
    )
    scopes = [f.scope for f in with_named_bodies(facts)]
    assert scopes == ["柳岸镇石桥村", "柳岸镇石桥村", "该镇"]
