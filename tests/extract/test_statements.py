"""Statements of invented sentences (清河区), and the bars on the hand-annotated five articles."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefgen.clean import clean_source
from briefgen.config import load_project
from briefgen.document import Area, Source
from briefgen.errors import ConfigError
from briefgen.extract.context import make_context
from briefgen.extract.statement_lexicon import load_verbs, read_verbs
from briefgen.extract.statements import award_level, find_statements
from briefgen.fact import Fact, Kind, Level, Status
from briefgen.lexicon import load_lexicon
from briefgen.readers import read_source

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "statements"
AREA = Area("清河区", ("清河",), "江州市", ("柳岸镇", "云台村", "清河工业园区"))


@cache
def statements(*paragraphs: str) -> tuple[Fact, ...]:
    raw = "清河区新闻\n\n" + "\n\n".join(paragraphs) + "\n"
    source = Source(name="invented.txt", raw=raw, sha256="0", published="2023-01")
    document = clean_source(source)
    return find_statements(make_context(document, load_lexicon(), AREA))


def told(text: str) -> list[str]:
    """Return "kind status" of each statement, in order."""
    return [f"{f.kind} {f.status or ''}".strip() for f in statements(text)]


LADDER = [
    ("近日，清河区获评国家生态文明建设示范区。", "honour awarded"),
    ("清河区被命名为“中国书法之乡”。", "honour awarded"),
    ("清河区义务教育优质均衡发展通过国家验收。", "honour awarded"),
    ("清河区入围全国文明城市提名城区。", "honour candidate"),
    ("清河区正在创建国家食品安全示范城市。", "plan started"),
    ("清河区积极创建全国民营经济示范城市。", "plan started"),
    ("清河区将积极创建全国民营经济示范城市。", "plan planned"),
    ("力争入选国家级示范区名单。", "plan planned"),
    ("清河区创建国家“两山”实践创新基地。", "honour"),
    ("清河科创中心正式签约落户清河工业园区。", "milestone signed"),
    ("园区企业完成土地摘牌。", "milestone signed"),
    ("签订了搬迁协议。", "milestone signed"),
    ("清理核实全区闲置土地。", "milestone done"),
    ("清河大桥建成通车。", "milestone done"),
    ("清河大桥加快建设。", "milestone started"),
    ("环城高铁有序开工。", "milestone started"),
    ("轨道交通3号线等项目进行得如火如荼。", "milestone started"),
    ("正在加快建成清河大桥。", "plan started"),
    ("清河大桥将于2024年建成通车。", "plan planned"),
    ("清河大桥有望年内通车。", "plan planned"),
    ("公司计划2024年投产。", "plan planned"),
    ("清河区着力打造“公园之城”。", "plan started"),
    ("我区出台支持民营企业发展若干措施。", "measure done"),
    ("清河区将出台支持民营企业发展若干措施。", "plan planned"),
    ("去年以来，清河持续实施“百企提升”行动。", "measure started"),
    ("企业反映存在融资难、用工难等问题。", "problem"),
    ("成功解决了原材料运输受阻问题。", "milestone done"),
    ("环境空气质量居全市前列。", "standing"),
    ("清河区是全市唯一的民营经济综合改革示范区。", "standing"),
    ("村支书张三说：“日子越过越红火！”", "quote"),
]


@pytest.mark.parametrize(("text", "expected"), LADDER)
def test_a_statement_stands_where_its_verb_puts_it(text: str, expected: str) -> None:
    assert told(text) == [expected]


TALK = [
    "发展是硬道理，是解决所有问题的关键。",
    "全区上下深入学习贯彻党的二十大精神，凝心聚力谱写新篇章。",
    "一件件民生实事圆满完成，一条条道路不断延伸。",
    "本报记者 李某",
    "区委书记王某主持会议并讲话。区领导李某参加会见。",
    "清河大桥尚未通车。",
    "清河区成立20周年之际，街头张灯结彩。",
    "清河新港建成投产后，预计年产值超过6亿元。",
    "在实现乡村振兴的征程中，清河人民意气风发。",
]


@pytest.mark.parametrize("text", TALK)
def test_talk_is_no_statement(text: str) -> None:
    assert told(text) == []


FIGURES = [
    "建成80公里“四好农村路”。",
    "全区科技型企业达1600家，新增学位3500个。",
    "41个项目建成投产。",
    "清河区提出，到2025年，地区生产总值突破千亿元。",
    "投资完成率持续提升。",
]


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_left_to_the_figures(text: str) -> None:
    assert told(text) == []


def test_names_before_a_figure_are_kept_without_it() -> None:
    (fact,) = statements("园内已聚集了甲研究院清河分院、乙数据中心、20余家企业。")
    assert fact.quote == "园内已聚集了甲研究院清河分院、乙数据中心"


def test_named_works_with_their_number_are_a_milestone() -> None:
    assert told("清河垃圾发电、云台水厂等99个项目建成投用。") == ["milestone done"]


def test_awards_of_one_verb_stay_together() -> None:
    (fact,) = statements("清河区成功创建国家生态文明建设示范区、国家公共文化服务示范区。")
    assert fact.indicator == "国家生态文明建设示范区、国家公共文化服务示范区"


def test_each_predicate_is_one_statement() -> None:
    text = "柳岸镇入选全国特色小镇，清河中学被评为全国文明校园，清河大桥建成通车。"
    assert told(text) == ["honour awarded", "honour awarded", "milestone done"]


def test_predicates_in_a_list_are_told_apart() -> None:
    text = "成功解决甲公司原材料受阻问题、清理核实全区闲置土地、指导基金完成对乙公司估值。"
    assert [f.clause for f in statements(text)] == [
        "成功解决甲公司原材料受阻问题",
        "清理核实全区闲置土地",
        "指导基金完成对乙公司估值",
    ]


def test_a_time_before_its_clause_is_in_the_span() -> None:
    (fact,) = statements("2022年6月，清河图书馆新馆开馆。")
    assert fact.quote == "2022年6月，清河图书馆新馆开馆"
    assert (fact.period, fact.period_inferred) == ("2022-06", False)


def test_what_follows_a_plan_in_its_paragraph_is_planned_too() -> None:
    text = "下一步，清河区将建设云台公园。完善路网体系，打造休闲示范区。"
    assert told(text) == ["plan planned"] * 3


def test_a_past_time_ends_a_plan() -> None:
    text = "未来五年，清河区将建设云台公园。去年以来，清河大桥建成通车。"
    assert told(text) == ["plan planned", "milestone done"]


def test_an_aim_joins_the_plan_before_it() -> None:
    (fact,) = statements("清河区将推进管网改造工程，形成完善的供水体系，让群众喝上放心水。")
    assert fact.clause.endswith("放心水")


def test_a_lead_joins_the_plan_after_it() -> None:
    (fact,) = statements("清河区将按照“一心两带”的思路，建设云台湿地公园。")
    assert fact.clause == "清河区将按照“一心两带”的思路，建设云台湿地公园"


def test_a_purpose_is_no_measure() -> None:
    text = "为进一步优化营商环境，有效解决企业困难，清河区大力开展“百企走访”专项行动。"
    assert [f.clause for f in statements(text)] == ["清河区大力开展“百企走访”专项行动"]


def test_an_object_put_first_is_no_future() -> None:
    text = "云台村将十几口水塘“连片成湖”，重点发展露营经济。"
    assert told(text) == ["plan started"]


def test_a_section_of_plans_makes_finished_verbs_plans() -> None:
    facts = statements(
        "未来五年 主要目标",
        "营商环境达到全国一流水平，民营经济综合改革成为全市样板。公共服务体系更加完善。",
    )
    assert [(f.kind, f.status) for f in facts] == [(Kind.PLAN, Status.PLANNED)] * 3


@pytest.mark.parametrize("heading", ["锚定新目标 开创新局面", "超额完成目标任务", "未来可期"])
def test_a_reports_heading_makes_no_plans(heading: str) -> None:
    facts = statements(heading, "清河湿地公园被评为国家湿地公园，云台水厂建成投用。")
    assert [f.status for f in facts] == [Status.AWARDED, Status.DONE]


def test_a_quote_is_its_speakers_words_without_the_marks() -> None:
    text = "“感觉非常振奋，变化有目共睹。”区政协委员李某告诉记者，清河作为全市唯一的试点区。"
    quote, standing = statements(text)
    assert (quote.kind, quote.quote) == (Kind.QUOTE, "感觉非常振奋，变化有目共睹。")
    assert standing.kind is Kind.STANDING
    assert quote.speaker == standing.speaker == "区政协委员李某"


def test_reported_speech_keeps_its_speaker() -> None:
    done, plan = statements("区住建委负责人介绍，目前云台公园已建成开放，下一步将改造老旧小区。")
    assert (done.status, plan.status) == (Status.DONE, Status.PLANNED)
    assert done.speaker == plan.speaker == "区住建委负责人"


def test_the_papers_own_words_have_no_speaker() -> None:
    (fact,) = statements("清河区获评国家生态文明建设示范区。")
    assert fact.speaker is None


def test_a_plan_is_not_dated_by_convention() -> None:
    (fact,) = statements("清河区将建设云台公园。")
    assert (fact.period, fact.period_inferred) == (None, False)


def test_a_plan_does_not_take_a_time_that_is_over() -> None:
    done, plan = statements("2020年5月，清河大桥建成通车。下一步，清河区将建设云台公园。")
    assert (done.period, plan.period) == ("2020-05", None)


def test_many_winners_are_named_as_many() -> None:
    winners = (
        "柳岸镇、云台村、区妇女联合会、清河供电分公司营业班组、清河第一实验小学、区人民医院急诊科"
    )
    (fact,) = statements(f"{winners}分别获评全国文明村镇、单位和校园。")
    assert fact.scope == "柳岸镇、云台村等"


def test_a_wrapped_line_is_in_the_quote_and_not_in_the_clause() -> None:
    text = "去年，清河区深入推进改革，环境面貌有了很大变化，柳岸镇云台村入选全国乡村旅\n游重点村。"
    raw = f"清河区新闻\n\n{text}\n"
    source = Source(name="invented.txt", raw=raw, sha256="0", published="2023-01")
    facts = find_statements(make_context(clean_source(source), load_lexicon(), AREA))
    honour = next(f for f in facts if f.kind is Kind.HONOUR)
    assert honour.quote == raw[honour.start : honour.end] == "柳岸镇云台村入选全国乡村旅\n游重点村"
    assert "\n" not in honour.clause
    assert honour.flags == ("wrapped",)


SUBJECTS = [
    ("清河区获评国家卫生区。", "清河区", Level.DISTRICT),
    ("柳岸镇获评国家卫生镇。", "柳岸镇", Level.ENTITY),
    ("位于云开路旁的清河妇幼保健院建成。", "清河妇幼保健院", Level.ENTITY),
    ("环城高铁开工。", "环城高铁", Level.DISTRICT),
    ("环城高铁、清河大桥等项目开工。", "清河区", Level.DISTRICT),
    ("我区出台支持民营企业发展若干措施。", "清河区", Level.DISTRICT),
]


@pytest.mark.parametrize(("text", "scope", "level"), SUBJECTS)
def test_a_statement_is_about_its_subject(text: str, scope: str, level: Level) -> None:
    (fact,) = statements(text)
    assert (fact.scope, fact.level) == (scope, level)


TITLES = [
    ("清河区成功创建国家生态文明建设示范区。", "国家生态文明建设示范区"),
    ("云台片区更新项目被列为省级城市更新试点。", "省级城市更新试点"),
    ("会议强调，要持续优化营商环境。", "优化营商环境"),
    ("下一步，清河区将加快推进云台公园建设。", "推进云台公园建设"),
    ("2022年6月，清河图书馆新馆开馆。", "清河图书馆新馆开馆"),
    ("区政府印发《清河区城市更新行动方案》。", "《清河区城市更新行动方案》"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_statement_is_titled_by_what_it_is_about(text: str, title: str) -> None:
    assert [f.indicator for f in statements(text)] == [title]


@pytest.mark.parametrize(
    ("clause", "level"),
    [
        ("获评国家生态文明建设示范区", "国家"),
        ("获评全省文明单位", "省"),
        ("获市政府督查激励", "市"),
        ("获评江州市“最美农村路”", "市"),
        ("获评区级示范项目", "区"),
        ("获评示范项目", None),
    ],
)
def test_who_awards_an_honour(clause: str, level: str | None) -> None:
    assert award_level(clause, AREA) == level


def test_hostile_text_is_only_text() -> None:
    (fact,) = statements("清河区获评“{{7*7}}<para>R&D<5%”示范区。")
    assert fact.indicator == "“{{7*7}}<para>R&D<5%”示范区"


def test_the_lexicon_refuses_an_unknown_kind() -> None:
    with pytest.raises(ConfigError, match="boast"):
        read_verbs(_with_group('kind = "boast"\nstatus = "done"\nwords = ["建成"]'))


def test_the_lexicon_refuses_a_status_off_the_ladder() -> None:
    with pytest.raises(ConfigError, match="finished"):
        read_verbs(_with_group('kind = "milestone"\nstatus = "finished"\nwords = ["建成"]'))


def test_the_lexicon_names_a_missing_marker() -> None:
    with pytest.raises(ConfigError, match=r"markers\.future"):
        read_verbs("[markers]\n")


def _with_group(group: str) -> str:
    names = re.findall(
        r"\w+",
        "future past heading over ahead rhetoric lead tail slogan anchor state adverb concrete",
    )
    return f"[[group]]\n{group}\n\n[markers]\n" + "".join(f'{n} = ["甲"]\n' for n in names)


def test_the_packaged_lexicon_holds_every_status_of_the_ladder() -> None:
    found = {group.status for group in load_verbs().groups}
    assert found >= {Status.STARTED, Status.CANDIDATE, Status.SIGNED, Status.DONE, Status.AWARDED}


# ---------------------------------------------------------------- the five articles


Row = dict[str, Any]


@cache
def scored() -> dict[str, float]:
    """Return recall, precision, and how often kind and status are right, over the five."""
    project = load_project(ROOT)
    lexicon = load_lexicon(None, project.themes)
    gazetteer = project.gazetteer
    settings = project.settings
    area = Area(settings.place, gazetteer.aliases, settings.region, gazetteer.entities)
    wanted = hits = spurious = kinds = told_status = status = 0
    for path in sorted(GOLD.glob("*.jsonl")):
        gold: list[Row] = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        listed = next(s for s in project.sources if s.file == f"{path.stem}.txt")
        source = read_source(project.seeds / listed.file, listed)
        facts = find_statements(make_context(clean_source(source), lexicon, area))
        pairs = _matched(gold, facts)
        required = [i for i, row in enumerate(gold) if not row.get("optional")]
        wanted += len(required)
        for i in required:
            if i in pairs:
                fact = facts[pairs[i]]
                hits += 1
                kinds += fact.kind in (gold[i]["kind"], gold[i].get("kind_alt"))
                told_status += gold[i]["status"] is not None
                status += gold[i]["status"] is not None and gold[i]["status"] == fact.status
        free = [r for r in gold if r.get("optional")]
        used = set(pairs.values())
        spurious += sum(
            j not in used and not any(_shared(row, fact) for row in free)
            for j, fact in enumerate(facts)
        )
    return {
        "recall": hits / wanted,
        "precision": hits / (hits + spurious),
        "kind": kinds / hits,
        "status": status / told_status,
    }


def _shared(row: Row, fact: Fact) -> int:
    """Return the characters in common, 0 where that is less than half of the shorter span."""
    both = min(row["end"], fact.end) - max(row["start"], fact.start)
    shorter = min(row["end"] - row["start"], fact.end - fact.start)
    return both if both > 0 and both * 2 >= shorter else 0


def _matched(gold: list[Row], facts: tuple[Fact, ...]) -> dict[int, int]:
    """Return gold index to fact index, one to one, required rows first, the closest first."""
    pairs: dict[int, int] = {}
    edges = sorted(
        (
            (bool(row.get("optional")), -_shared(row, fact), i, j)
            for i, row in enumerate(gold)
            for j, fact in enumerate(facts)
            if _shared(row, fact)
        ),
    )
    for _, _, i, j in edges:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


@pytest.mark.parametrize(
    ("measure", "bar"), [("recall", 0.97), ("precision", 0.92), ("kind", 0.97), ("status", 0.97)]
)
def test_the_five_articles_keep_their_bar(measure: str, bar: float) -> None:
    assert scored()[measure] >= bar


def test_everybody_who_acts_is_named() -> None:
    (met,) = statements("2月20日，区委书记张山，区委副书记、区长李思会见了江州市商会会长王武一行。")
    assert met.clause.endswith("区委书记张山，区委副书记、区长李思会见了江州市商会会长王武一行")
