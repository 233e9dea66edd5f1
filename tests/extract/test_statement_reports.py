"""Statements that first runs on whole reports and round-ups missed; every sentence is invented."""

from __future__ import annotations

import pytest
from statements_told import quotes, statements, told

STATES = [
    ("云水职教园区建设快速推进，滨江路、环湖路等设施全面推进。", ["milestone started"] * 2),
    ("人才公寓、水系整治工程进度过半。", ["milestone started"]),
    ("云山材料实验室挂牌运行，数据交易中心落地运行。", ["milestone done"] * 2),
    ("技术成果交易平台线上发布，云河科学城实质运行。", ["milestone done"] * 2),
    ("云河老街蝶变新生，城市书房成为文化新地标。", ["milestone done"] * 2),
    ("东城开发区实现增容扩区，清河跨入高铁时代。", ["milestone done"] * 2),
    ("多年的煤尘污染得到有效遏制。", ["milestone done"]),
    ("全区节水行动取得阶段成效。", ["milestone started"]),
    ("新材料研制项目申报国家重点研发计划。", ["milestone started"]),
    ("创新中心获批筹建，云台小学整体迁建。", ["milestone done"] * 2),
    ("数字平台有效构筑，普法工作取得实效。", ["milestone done"] * 2),
    ("妇幼保健院项目已取得建议书批复。", ["milestone done"]),
    ("污水处理厂4个月时间建成投产。", ["milestone done"]),
    ("云山动力项目当年签约、当年建成投产。", ["milestone done"]),
    (
        "家庭医生签约服务全覆盖，甲公司、乙公司等新签约项目扎实推进。",
        ["milestone done", "milestone started"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_how_far_works_have_come_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


RANKS = [
    ("综合竞争力进入全省百强，科技评价跻身全省十强。", ["standing", "honour awarded"]),
    ("空气质量稳定在达标城市行列，群众满意度连年领先。", ["standing"] * 2),
    ("南城商圈晋升省级示范商圈，被省发改委列为典型案例。", ["honour awarded"] * 2),
    ("清河成为“国家义务教育发展基本均衡区”。", ["honour awarded"]),
    ("工业总产值稳居全市第1位。", []),
    ("以创建全国文明城市为总揽，开展“三清”活动。", ["measure started"]),
]


@pytest.mark.parametrize(("text", "expected"), RANKS)
def test_standings_and_titles_of_reports_are_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


DONE = [
    ("起草《清河区机构改革方案》，确定了改革任务清单。", ["measure done"] * 2),
    ("初步编制行政审批权力清单，制定考评细则。", ["measure done"] * 2),
    ("引进云山数字产业园等6个载体。", ["milestone done"]),
    ("引进高层次人才55名。", []),
    ("建成市体育学院和6所中小学。", ["milestone done"]),
    ("基本建成新区12平方公里的基础设施。", ["milestone done"]),
    ("高起点推动云水产业新城建设，稳步推进高新区西向扩容。", ["measure started"] * 2),
    ("支持云山公司公司化改制，严格落实产业禁限目录。", ["measure started"] * 2),
    ("组织云山医院与乙医院签署协议。", ["milestone signed"]),
    ("举全区之力推动科技城建设发展。", ["measure started"]),
]


@pytest.mark.parametrize(("text", "expected"), DONE)
def test_what_a_government_sets_up_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


NOTHING = [
    "全面落实省委、省政府工作要求。",
    "采取有力措施，切实加以解决。",
    "提升社区服务水平，狠抓工作落实。",
    "围绕做优成果转化功能，争取专项资金13.69亿元。",
    "脱贫攻坚取得历史性成就。",
    "助力乡村振兴纵深推进。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_duty_and_general_words_are_no_statement(text: str) -> None:
    assert told(text) == []


def test_a_dash_inside_a_name_breaks_no_clause() -> None:
    assert quotes("东中街—云河湾商圈建成开放。") == ["东中街—云河湾商圈建成开放"]


def test_what_was_brought_in_does_not_go_on_with_a_plan() -> None:
    text = "加快推进数字经济与实体经济融合，新建900个基站，引进云山数字园等6个载体。"
    assert told(text) == ["plan started", "milestone done"]


def test_a_lead_that_looks_back_makes_no_plans_of_what_was_done() -> None:
    done = "（一）生态优先。云山湿地公园建成开放，成功创建省级生态示范区。"
    assert "plan planned" not in told("一年来，我们主要抓了以下工作：", done)
    ahead = told("今年要重点做好以下工作：", "（一）生态优先。创建省级生态示范区。")
    assert ahead == ["plan planned"] * len(ahead) != []


def test_the_next_years_key_work_is_planned() -> None:
    works = "（一）推进清河河道治理。启动云台水库迁建工程。"
    assert told("二、2023年重点工作", works) == ["plan planned"] * 2
    assert told("一、2022年重点工作完成情况", "建成云台水库。") == ["milestone done"]


def test_what_a_county_wins_is_not_its_towns() -> None:
    listed = "——乡村焕新。石桥村入选美丽乡村，青木镇获评全国产业强镇。"
    won = statements(listed, "——生态优先。改造污水处理厂3座。成功创建国家生态文明建设示范县。")
    assert [f.scope for f in won if "示范县" in f.quote] == ["清河区"]
    assert [f.scope for f in won if "强镇" in f.quote] == ["青木镇"]
