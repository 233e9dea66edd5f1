"""What stands first in a brief, and what is too little to stand there.

The district of 清河 and all that is said of it are invented.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from qinghe import a_fact, brief_of, material, words_of

from briefgen.brief import Chart, KeyPoints, Table, plain_text
from briefgen.chart import ChartKind, ChartSpec, Point
from briefgen.compose.overview import compose_overview
from briefgen.compose.theme import compose_theme
from briefgen.fact import Fact, Kind, Level, Relation, RelationType, Start, Status

YEAR: dict[str, Any] = {"period": "2023", "period_inferred": False}


def running(facts: list[Fact], **given: object) -> str:
    printed = words_of(brief_of(facts, **given)).split("资料来源")[0]
    return re.sub("〔.*?〕", "", printed)


def points(facts: list[Fact]) -> list[str]:
    box = next(b for b in brief_of(facts).blocks if isinstance(b, KeyPoints))
    return [re.sub("〔.*?〕", "", plain_text(p)) for p in box.points]


def rows(facts: list[Fact]) -> str:
    table = next((b for b in brief_of(facts).blocks if isinstance(b, Table)), None)
    return "\n".join(plain_text(c) for row in (table.rows if table else ()) for c in row)


def share(quote: str, number: str, **given: Any) -> Fact:
    plain = {"kind": Kind.SHARE, "unit": "%", "values": (Decimal(number.strip("%")),), **YEAR}
    return a_fact(quote, number, **{**plain, **given})


def grown(quote: str, number: str, **given: Any) -> Fact:
    return share(quote, number, **{"kind": Kind.GROWTH, **given})


def test_a_share_of_the_areas_own_whole_is_the_known_measure() -> None:
    told = share("民营经济增加值占全省生产总值的比重为61.2%", "61.2%", start=40,
                 indicator="民营经济增加值占全省生产总值的比重",
                 themes=("综合实力", "民营经济"))  # fmt: skip
    count = a_fact("全省经营主体总量突破780万户", "780万", kind=Kind.COUNT, unit="户",
                   indicator="经营主体总量", qualifiers=("突破",), **YEAR)  # fmt: skip
    assert points([count, told])[0] == "2023年民营经济增加值占全省生产总值的比重为61.2%。"


def test_high_tech_firms_that_grew_in_number_are_no_figure_of_the_private_economy() -> None:
    grew = a_fact("高新技术企业由268家增加到591家", "591", kind=Kind.CHANGE, unit="家",
                  indicator="高新技术企业", themes=("科技创新", "民营经济"), **YEAR)  # fmt: skip
    own = a_fact("民营经济贷款余额30亿元", "30亿", unit="元", start=40, **YEAR)
    assert "高新技术企业" not in running([grew, own])


def test_a_part_stands_behind_its_whole_with_its_word() -> None:
    whole = grown("民间投资总量增长6.9%", "6.9%", indicator="民间投资增速", start=0)
    part = grown("其中民间工业投资增长9.2%", "9.2%", indicator="民间工业投资增速",
                 start=whole.end + 1)  # fmt: skip
    assert points([whole, part]) == ["2023年民间投资总量增长6.9%，其中民间工业投资增长9.2%。"]


def test_a_growth_told_next_is_not_tied_to_another_share() -> None:
    quote = "民营企业贷款余额22亿元，增长9%"
    one = share("民营经济税收占比76%", "76%", start=0, indicator="民营经济税收占比")
    loans = a_fact("民营企业贷款余额22亿元", "22亿", unit="元", start=one.end + 1,
                   values=(Decimal(2200000000),), **YEAR)  # fmt: skip
    more = grown(quote, "9%", start=loans.start, indicator="民营企业贷款余额增速",
                 relations=(Relation(RelationType.GROWTH_OF, loans.id),))  # fmt: skip
    assert "2023年民营经济税收占比76%。" in points([one, loans, more])


def test_a_floor_kept_for_years_is_no_second_figure_of_the_year() -> None:
    first = a_fact("民营企业出口86亿元", "86亿", unit="元", start=0, indicator="民营企业出口",
                   values=(Decimal(8600000000),), **YEAR)  # fmt: skip
    words = "民营企业出口86亿元，连续11年稳定在75亿元以上"
    least = Decimal(7500000000)
    floor = a_fact(words, "75亿", unit="元", start=0, indicator="民营企业出口", low=least,
                   values=(least,), qualifiers=("以上",), **YEAR)  # fmt: skip
    assert f"2023年{words}。" in points([first, floor])
    assert "75亿元以上" not in rows([first, floor])


def test_what_the_words_before_a_pronoun_name_is_not_told_without_them() -> None:
    team = a_fact("今年4月，她的民营企业团队夺得一等奖", kind=Kind.HONOUR, status=Status.AWARDED,
                  indicator="一等奖")  # fmt: skip
    guests = a_fact("这里的民营企业接待客商35万人次", "35万", kind=Kind.COUNT, unit="人次",
                    start=40, indicator="这里的民营企业接待客商", **YEAR)  # fmt: skip
    other = a_fact("民营经济税收增至5亿元", "5亿", unit="元", start=90)
    told = running([team, guests, other])
    assert "她的" not in told
    assert "这里" not in told


def test_a_deed_without_its_object_is_told_with_what_it_was() -> None:
    series = a_fact("常态化开展“民企夜话”活动", kind=Kind.MEASURE, status=Status.STARTED, **YEAR)
    held = a_fact("已举办160余场", "160", kind=Kind.COUNT, unit="场", start=series.end + 1,
                  indicator="举办", qualifiers=("余",), values=(Decimal(160),), **YEAR)  # fmt: skip
    assert "常态化开展“民企夜话”活动，已举办160余场" in running([series, held])
    assert "已举办160余场" not in running([held])
    assert "举办\n" not in rows([series, held])


def test_some_projects_are_no_aim() -> None:
    plan = {"kind": Kind.PLAN, "status": Status.PLANNED}
    vague = a_fact("加快一系列重大项目建设，跑出“加速度”", **plan)
    named = a_fact("加快一批民营经济产业园建设", start=40, **plan)
    assert "加快一批民营经济产业园建设" in running([named])
    assert "加快一系列重大项目建设" not in running([vague])
    every = a_fact("清单化、项目化抓好当前各项重点工作", **plan)
    assert "各项重点工作" not in running([every])


def test_an_assembly_that_opened_is_no_key_point() -> None:
    opened = a_fact("1月24日，省十四届人大二次会议在临河市开幕", status=Status.DONE)
    figure = a_fact("民营经济税收增至5亿元", "5亿", unit="元", start=60)
    assert not any("开幕" in point for point in points([opened, figure]))


def a_chart(name: str, *facts: Fact) -> ChartSpec:
    drawn = tuple(Point(f.indicator, f.value, "", (f.id,)) for f in facts)
    return ChartSpec(name, ChartKind.BARS, name, "", "", drawn)


def drawn_in(facts: list[Fact], *charts: ChartSpec) -> str:
    brief = compose_overview("总览", material(facts), charts)
    return next(b.spec.title for b in brief.blocks if isinstance(b, Chart))


def test_the_overview_draws_what_its_first_key_point_tells() -> None:
    lead = share("民营经济增加值占地区生产总值比重58%", "58%",
                 indicator="民营经济增加值占地区生产总值比重")  # fmt: skip
    minor = a_fact("民营企业办展20场", "20", kind=Kind.COUNT, unit="场", start=60, **YEAR)
    other = a_fact("民营经济税收5亿元", "5亿", unit="元", start=90, **YEAR)
    facts = [lead, minor, other]
    assert drawn_in(facts, a_chart("税收", other), a_chart("占比", lead, minor)) == "占比"


def test_a_growth_stands_in_the_overview_with_its_figure_whatever_its_own_theme() -> None:
    base = share("民营经济增加值占GDP比重达58%", "58%", indicator="民营经济增加值占GDP比重")
    words = f"{base.quote}，较2019年提高2个百分点"
    change = a_fact(words, "2", kind=Kind.CHANGE, unit="个百分点", themes=("综合实力",),
                    indicator="民营经济增加值占GDP比重提高", values=(Decimal(2),),
                    relations=(Relation(RelationType.GROWTH_OF, base.id),), **YEAR)  # fmt: skip
    brief = compose_overview("总览", material([base, change]), ())
    box = next(b for b in brief.blocks if isinstance(b, KeyPoints))
    assert "58%，较2019年提高2个百分点" in re.sub("〔.*?〕", "", plain_text(box.points[0]))


def test_an_honour_whose_winner_stands_before_it_is_not_the_areas_in_the_overview() -> None:
    hall = a_fact("去年，这里的民企馆接待35万人次，", "35万", kind=Kind.COUNT, unit="人次",
                  level=Level.ENTITY, scope="民企馆")  # fmt: skip
    won = a_fact("获评全国民营经济教育基地", kind=Kind.HONOUR, status=Status.AWARDED,
                 start=hall.end)  # fmt: skip
    other = a_fact("民营经济税收5亿元", "5亿", unit="元", start=90, **YEAR)
    facts = [hall, won, other]
    assert "教育基地" not in words_of(compose_overview("总览", material(facts), ()))
    assert "教育基地" not in running(facts)


def test_a_growth_of_a_stated_year_heads_its_sub_topic() -> None:
    rate = grown("民间投资总量增长6.9%", "6.9%", indicator="民间投资增速", topic="招商引资")
    part = grown("其中民间工业投资增长9.2%，占民间投资的比重为62.8%", "9.2%", topic="招商引资",
                 indicator="民间工业投资增速", start=rate.end + 1)  # fmt: skip
    others = [
        a_fact(f"民营{name}类企业税收{n}亿元", f"{n}亿", unit="元", start=60 + 20 * n, **YEAR)
        for n, name in enumerate("甲乙丙丁戊己庚辛壬癸", 1)
    ]
    assert "招商引资：2023年民间投资总量增长6.9%" in running([rate, part, *others])


def test_a_count_of_two_places_in_the_area_is_no_key_point_beside_one_of_all() -> None:
    kind: dict[str, Any] = {"kind": Kind.COUNT, **YEAR}
    parts = a_fact("清河园区、清河城区新增民营车位1600个", "1600", indicator="新增民营车位",
                   unit="个", values=(Decimal(1600),), **kind)  # fmt: skip
    whole = a_fact("新增民营学位140所", "140", start=40, indicator="新增民营学位",
                   unit="所", values=(Decimal(140),), **kind)  # fmt: skip
    assert points([parts, whole])[0] == "2023年新增民营学位140所。"


def test_the_part_of_the_year_is_said_once_of_one_firm() -> None:
    quarter: dict[str, Any] = {
        "period": "2023-Q1", "period_inferred": False, "unit": "元", "level": Level.ENTITY,
        "scope": "清源机械",
    }  # fmt: skip
    sold = a_fact("清源机械一季度营收12亿元", "12亿", indicator="一季度营收", **quarter)
    grew = a_fact("清源机械一季度营收12亿元，同比增长48%", "48%", kind=Kind.GROWTH,
                  indicator="一季度营收同比增速", values=(Decimal(48),),
                  relations=(Relation(RelationType.GROWTH_OF, sold.id),),
                  **{**quarter, "unit": "%"})  # fmt: skip
    gained = a_fact("净利润5085万元", "5085万", indicator="一季度净利润", start=grew.end + 1,
                    **quarter)  # fmt: skip
    told = running([sold, grew, gained])
    assert "2023年一季度营收12亿元，同比增长48%，净利润5085万元" in told


def test_a_team_set_up_and_what_gets_better_say_nothing() -> None:
    done = {"kind": Kind.MILESTONE, "status": Status.DONE}
    facts = [
        a_fact("组建民营企业攻坚队、突击组", **done),
        a_fact("民企活力持续增强", start=40, **done),
        a_fact("实现“民企新枝结硕果”", start=120, **done),
        a_fact("实现“民企直达高铁”", start=160, **done),
        a_fact("民营经济产业园建设稳步推进", start=80, **done),
    ]
    told = running(facts)
    assert "新枝" not in told
    assert "实现“民企直达高铁”" in told
    assert "突击组" not in told
    assert "持续增强" not in told
    assert "民营经济产业园建设稳步推进" in told


def test_the_first_chart_of_a_theme_shows_its_first_key_point() -> None:
    lead = share("民营经济增加值占地区生产总值比重58%", "58%",
                 indicator="民营经济增加值占地区生产总值比重")  # fmt: skip
    minor = a_fact("民营企业办展20场", "20", kind=Kind.COUNT, unit="场", start=60, **YEAR)
    charts = (a_chart("办展", minor), a_chart("占比", lead))
    brief = compose_theme("民营经济", material([lead, minor]), charts)
    assert [b.spec.title for b in brief.blocks if isinstance(b, Chart)] == ["占比", "办展"]


def test_a_yearly_growth_behind_a_level_names_its_span() -> None:
    level = a_fact("民营经济增加值达到785亿元", "785亿", unit="元", indicator="民营经济增加值")
    quote = f"{level.quote}，年均增长6.1%"
    yearly = grown(quote, "6.1%", indicator="民营经济增加值年均增速", period="2018/2023",
                   period_alt="2019/2023",
                   relations=(Relation(RelationType.GROWTH_OF, level.id),))  # fmt: skip
    told = running([level, yearly])
    assert "民营经济增加值达到785亿元，过去五年年均增长6.1%" in told
    alone = grown("民营经济增加值年均增长6.1%", "6.1%", indicator="民营经济增加值年均增速",
                  period="2018/2023", period_alt="2019/2023")  # fmt: skip
    assert "过去五年民营经济增加值年均增长6.1%" in running([alone])
    rise = a_fact("民营经济占比五年提高6.9个百分点", "6.9", kind=Kind.CHANGE, unit="个百分点",
                  indicator="民营经济占比提高", values=(Decimal("6.9"),), period="2018/2023",
                  period_inferred=False, period_alt="2019/2023")  # fmt: skip
    assert "过去五年民营经济占比提高6.9个百分点" in running([rise])


def test_what_is_signed_anew_every_year_is_no_way_towards_the_next_target() -> None:
    signed = a_fact("民营企业签约金额365亿元", "365亿", unit="元", indicator="民营企业签约金额",
                    values=(Decimal(36500000000),), **YEAR)  # fmt: skip
    aim = a_fact("力争2024年全年民营企业签约金额400亿元", "400亿", unit="元", kind=Kind.TARGET,
                 indicator="民营企业签约金额", values=(Decimal(40000000000),), start=60,
                 status=Status.PLANNED, period="2024", period_inferred=False)  # fmt: skip
    told = running([signed, aim])
    assert "还差" not in told
    assert "2024年的目标任务包括：力争民营企业签约金额400亿元" in told


def test_a_rank_that_rose_is_named_as_a_rank() -> None:
    rose = a_fact("总量居全国位次由第11位升至第8位", "第8", kind=Kind.RANK, unit="位",
                  indicator="民营经济总量全国排名", values=(Decimal(8),),
                  start_value=Start((Decimal(11),), 8, 10), **YEAR)  # fmt: skip
    other = a_fact("民营经济税收5亿元", "5亿", unit="元", start=90, **YEAR)
    assert "民营经济总量全国排名由第11位升至第8位" in running([rose, other])


def test_what_was_set_and_is_done_has_one_row() -> None:
    kind: dict[str, Any] = {"kind": Kind.COUNT, "unit": "项", "values": (Decimal(8),), **YEAR}
    chosen = a_fact("确定了8项民企实事项目", "8", indicator="民企实事项目", **kind)
    done = a_fact("8项民企实事项目顺利完成", "8", indicator="完成民企实事项目", start=40, **kind)
    assert "\n民企实事项目\n" not in f"\n{rows([chosen, done])}\n"
    assert "完成民企实事项目" in rows([chosen, done])
