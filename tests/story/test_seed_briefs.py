"""What a reader of the five articles must find in their briefs, theme by theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from story_project import built, own_project, tight, word_text

TOLD = {
    "民营经济": (
        "民营经济增加值占GDP比重50%，税收占比75%",
        "2022年招商投资额达428亿元，招商到位资金93.9亿元，同比增长39%",
        "新增市场主体2.5万户、民营企业5000余户，民营科技型企业数量翻番",
        "项目化、清单化解决1896户企业难题",
        "“三个一”机制获评重庆经济改革创新案例",
        "收集梳理企业问题118个，已办结问题73个",
        "创建新时代“两个健康”先行区和全国民营经济示范城市",
        "民营经济综合改革成为全市样板",
        "2022年一季度营收约12.5亿元，同比增长48%",
        "项目达产后预计实现年产值超过6亿元",
        "前后数字不作比较",
    ),
    "生态人文": ("53.16%", "29.11平方米", "全域河流水质100%达标", "国家公共文化服务体系示范区"),
    "科技创新": ("5.09%", "36.55亿元", "341个", "350家", "162家", "数量实现双翻番"),
    "城乡融合": ("2189公里", "80公里“四好农村路”", "由1.7%降至零", "152栋", "4463户"),
    "综合实力": ("年均增长6.9%", "预计2021年突破700亿元", "2.6：48.8：48.6", "突破千亿元"),
    "民生福祉": ("70%以上", "义务教育巩固率达100%", "95%以上", "年均增长约8.6%"),
    "党的建设": ("400余名党建指导员", "22名驻村第一书记", "160余名党员干部"),
    "开放合作": ("国家外贸转型升级基地（仪器仪表）", "与四川省绵阳市、巴中市缔结友好城市"),
    "总览": ("53.16%", "5.09%", "民营经济增加值占GDP比重50%", "2189公里"),
}


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(own_project(tmp_path_factory.mktemp("seeds") / "a"), "--format", "docx")


@pytest.mark.parametrize("theme", TOLD)
def test_a_brief_tells_what_its_theme_is_about(issue: Path, theme: str) -> None:
    told = tight(word_text(issue / f"{theme}.docx")).split("指标明细")[0]
    for mark in ("〔", "（2", "（推定"):  # references and times of reports stand between the words
        pieces = told.split(mark)
        told = pieces[0] + "".join(
            piece.partition("〕" if mark == "〔" else "）")[2] for piece in pieces[1:]
        )
    assert [words for words in TOLD[theme] if tight(words) not in told] == []
