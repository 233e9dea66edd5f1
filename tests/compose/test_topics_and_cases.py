"""Sub-topics, cases, outlook, what is missing, what changed. Everything of 清河 is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qinghe import a_fact, brief_of, material, words_of

from briefgen.brief import Cards, Heading, KeyPoints, plain_text
from briefgen.compose.cases import names_body
from briefgen.compose.material import Previous
from briefgen.compose.outlook import setting_of
from briefgen.compose.theme import compose_theme
from briefgen.compose.wording import telling_clause, without_own
from briefgen.fact import Fact, Kind, Level, Relation, RelationType, Status
from briefgen.telling import period_text

JOURNALESE = ("如火如荼", "不负众望", "榜上有名", "靓丽")


def figures(count: int) -> list[Fact]:
    """Return so many counts of the private economy, each of a measure and a place of its own."""
    names = "甲乙丙丁戊己庚辛壬癸子丑"
    return [
        a_fact(
            f"民营企业{names[n]}类{n + 11}家", str(n + 11), unit="家", kind=Kind.COUNT, start=40 * n
        )
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("clause", "kind", "kept"),
    [
        ("切实推进黑臭水体整治，让清河成为最靓丽的名片", Kind.PLAN, "切实推进黑臭水体整治"),
        ("清河路不负众望，榜上有名", Kind.HONOUR, ""),
        ("轨道交通二期等项目进行得如火如荼", Kind.MILESTONE, ""),
        ("清河路建成通车，全长12公里", Kind.MILESTONE, "清河路建成通车，全长12公里"),
    ],
)
def test_journalese_and_purposes_are_cut(clause: str, kind: Kind, kept: str) -> None:
    assert telling_clause(a_fact(clause, kind=kind), JOURNALESE) == kept


@pytest.mark.parametrize(
    ("words", "ahead", "told"),
    [
        ("清河区已完成改造152栋", False, "已完成改造152栋"),
        ("下一步，清河将建设示范区", True, "建设示范区"),
        ("将十几口水塘连片成湖", True, "将十几口水塘连片成湖"),
        ("清河区森林覆盖率53%", False, "清河区森林覆盖率53%"),
    ],
)
def test_the_areas_own_name_is_cut_only_as_a_subject(words: str, ahead: bool, told: str) -> None:
    assert without_own(words, {"清河区", "清河"}, ahead=ahead) == told


def test_no_heading_is_a_bin_and_a_theme_of_little_has_none() -> None:
    for facts in (figures(3), figures(12)):
        brief = brief_of(facts)
        titles = [plain_text(b.runs) for b in brief.blocks if isinstance(b, Heading)]
        assert not any("其他" in title for title in titles)
        assert any(title.startswith("（一）") for title in titles) == (len(facts) > 8)


def test_key_points_of_a_compound_theme_cover_its_halves() -> None:
    told = {"themes": ("生态人文",), "unit": "%", "kind": Kind.LEVEL}
    nature = [
        a_fact(f"{name}{n}%", f"{n}%", topic="生态环境", start=40 * n, **told)
        for n, name in enumerate(
            ("森林覆盖率", "绿化覆盖率", "湿地保护率", "水质达标率", "优良率", "治理率"), 51
        )
    ]
    honours = [
        a_fact(
            f"获评国家{name}示范区",
            kind=Kind.HONOUR,
            status=Status.AWARDED,
            award_level="国家",
            themes=("生态人文",),
            topic="文化旅游",
            start=4000 + n,
            source="b.txt",
        )
        for n, name in ((0, "公共文化服务"), (40, "全域旅游"))
    ]
    brief = compose_theme("生态人文", material([*nature, *honours]), ())
    points = next(b for b in brief.blocks if isinstance(b, KeyPoints))
    words = "".join(plain_text(p) for p in points.points)
    assert "森林覆盖率" in words
    assert "示范区" in words
    assert len(points.points) <= 6


@pytest.mark.parametrize(
    ("body", "words", "named"),
    [
        ("南河清源机械有限公司", "清源机械完成土地摘牌", True),
        ("平水镇东升村", "东升村成为露营地", True),
        ("平水镇东升村", "平水镇建成公园", False),
    ],
)
def test_a_body_is_known_by_its_short_name(body: str, words: str, named: bool) -> None:
    assert names_body(body, words) is named


def test_a_plan_names_the_meeting_that_set_it_and_its_horizon() -> None:
    raw = "12月27日，区第三次党代会召开。会议提出：\n未来五年\n综合实力\n民营企业实现翻番"
    meeting = a_fact(
        "12月27日，区第三次党代会召开",
        period="2023-12-27",
        period_inferred=False,
    )
    at = raw.index("民营企业")
    plan = a_fact("民营企业实现翻番", "翻番", unit="倍", kind=Kind.TARGET, start=at)
    setting = setting_of(plan, [meeting, plan], raw)
    assert (setting.name, setting.verb, setting.horizon) == ("区第三次党代会", "提出", "未来五年")
    other = raw.replace("会议提出", "记者了解到，下一步")
    assert setting_of(plan, [meeting, plan], other).name == ""


def test_a_level_to_reach_is_told_before_an_attitude_and_three_aims_of_a_setter_at_most() -> None:
    aims = (
        "毫不动摇支持民营经济发展，落实“三个优先”要求",
        "建设“清河悠谷”民营经济试验区",
        "创建民营经济示范城市",
        "民营企业营商环境达到全国一流水平",
    )
    plans = [
        a_fact(aim, kind=Kind.PLAN, status=Status.PLANNED, indicator=aim, start=1000 + 100 * at)
        for at, aim in enumerate(aims)
    ]
    words = words_of(brief_of([*figures(12), *plans])).split("目标与展望")[1].split("未见数据")[0]
    assert "营商环境达到全国一流水平" in words
    assert "毫不动摇" not in words
    assert sum(aim.split("，")[0] in words for aim in aims) == 3


def test_what_a_reader_expects_and_nobody_gives_is_listed() -> None:
    words = words_of(brief_of([a_fact("民间投资30亿元", "30亿", unit="元", indicator="民间投资")]))
    missing = next(line for line in words.splitlines() if line.startswith("各篇报道均未给出"))
    assert "民营经济增加值" in missing
    assert "民间投资" not in missing.split("；")[0]


@pytest.mark.parametrize(
    ("indicator", "missing"), [("地区生产总值增速", False), ("地区生产总值年均增速", True)]
)
def test_a_years_growth_is_given_by_the_years_own_rate(indicator: str, missing: bool) -> None:
    grown = a_fact(
        "地区生产总值增长6.1%",
        "6.1%",
        unit="%",
        kind=Kind.GROWTH,
        indicator=indicator,
        themes=("综合实力",),
    )
    words = words_of(compose_theme("综合实力", material([grown]), ()))
    assert ("地区生产总值当年增速" in words) is missing


def with_previous(now: list[Fact], then: list[Fact]) -> str:
    told = replace(material(now), previous=Previous(3, tuple(then)))
    return words_of(compose_theme("民营经济", told, ())).split("要点")[0]


def test_the_first_issue_says_nothing_of_changes() -> None:
    assert "本期变化" not in words_of(brief_of(figures(2)))


def test_an_issue_says_what_is_new_changed_and_gone_since_the_last() -> None:
    first, second, third = figures(3)
    revised = replace(first, number_text="12", quote=first.quote.replace("11", "12"))
    revised = replace(revised, clause=revised.quote, values=(second.value + 1,))
    words = with_previous([revised, second], [first, third])
    assert "与第3期相比" in words
    assert "新增1项：" in words
    assert "改动1项：" in words
    assert "由11家改为12家" in words
    assert "不再出现1项：" in words
    assert "没有增减变化" not in words


def test_nothing_new_is_said_in_one_line_without_a_heading() -> None:
    words = with_previous(figures(2), figures(2))
    assert "与第3期相比，本主题的数字和事项没有增减变化" in words
    assert "本期变化" not in words


def test_an_area_figure_is_never_given_to_a_firm_that_it_names() -> None:
    firm = a_fact("营收12亿元", "12亿", unit="元", scope="清源机械", level=Level.ENTITY, start=0)
    area = a_fact("民营企业贷款30亿元", "30亿", unit="元", start=60)
    case = next(
        line for line in words_of(brief_of([firm, area])).splitlines() if "清源机械。" in line
    )
    assert "30亿" not in case


def test_months_of_one_year_name_the_year_once() -> None:
    assert period_text("2023-01/2023-08") == "2023年1—8月"


def test_a_figure_of_a_slogan_is_no_key_point_and_no_card() -> None:
    said = "居民出行“300米见绿、500米见园”"
    slogan = a_fact(said, "300", unit="米", indicator="居民出行见绿", start=900)
    brief = brief_of([slogan, *figures(7)])
    headline = words_of(replace(brief, blocks=tuple(
        b for b in brief.blocks if isinstance(b, KeyPoints | Cards)
    )))  # fmt: skip
    assert "民营企业甲类11家" in headline
    assert "300米" not in headline


def test_a_count_and_the_part_of_it_that_is_done_outweigh_a_bare_count() -> None:
    whole = a_fact("梳理企业问题118个", "118", unit="个", kind=Kind.COUNT, start=900)
    part = a_fact("已办结企业问题73个", "73", unit="个", kind=Kind.COUNT, start=910)
    part = replace(part, relations=(Relation(RelationType.PART_OF, whole.id),))
    brief = brief_of([*figures(7), whole, part])
    points = next(b for b in brief.blocks if isinstance(b, KeyPoints))
    assert any("118个" in plain_text(p) and "73个" in plain_text(p) for p in points.points)


def test_problems_stand_in_a_section_of_their_own_and_a_firms_with_its_case() -> None:
    lack = a_fact("融资难问题尚未根本解决", kind=Kind.PROBLEM, start=4000)
    own = a_fact(
        "厂房严重不足", kind=Kind.PROBLEM, start=4100, level=Level.ENTITY, scope="天元公司"
    )
    brief = brief_of([*figures(9), lack, own])
    titles = [plain_text(b.runs) for b in brief.blocks if isinstance(b, Heading)]
    assert titles.index("存在问题") > titles.index("进展")
    told, listed = words_of(brief).split("\n进展\n")[1].split("\n存在问题\n")
    assert "融资难" not in told
    assert "融资难问题尚未根本解决" in listed.split("指标明细")[0]
    assert "厂房严重不足" not in listed.split("指标明细")[0]
    assert "存在问题" not in words_of(brief_of(figures(9)))
