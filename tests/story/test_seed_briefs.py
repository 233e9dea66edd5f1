"""What a reader of the five articles must find in their briefs, theme by theme."""

from __future__ import annotations

import re
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
    "生态人文": (
        "53.16%",
        "29.11平方米",
        "全域河流水质100%达标",
        "国家公共文化服务体系示范区",
        "努力打造“世界级的缙云山、国际级的温泉谷”",
        "切实推进农村黑臭水体整治",
    ),
    "科技创新": (
        "5.09%",
        "保持全市第一，全社会研发经费投入36.55亿元",
        "341个",
        "高新技术企业350家，国家级“专精特新”小巨人企业18家，市级“专精特新”企业162家",
        "数量实现双翻番",
        "全社会研发经费投入强度保持西部领先",
        "着力创建国家新一代人工智能创新发展试验区示范区",
        "20万平方米标准厂房和孵化楼建成投用",
    ),
    "城乡融合": (
        "2189公里",
        "80公里“四好农村路”",
        "由1.7%降至零",
        "152栋",
        "4463户",
        "重庆铁路枢纽东环线北碚段建成通车",
        "渝西高铁、成渝中线高铁有序开工",
        "“嘉陵悠谷”乡村振兴综合试验区",
    ),
    "综合实力": (
        "年均增长6.9%",
        "预计2021年突破700亿元",
        "2.6：48.8：48.6",
        "突破千亿元",
        "占规上工业总产值比重达70%，数字制造业产值占规上工业总产值比重达64%",
    ),
    "民生福祉": (
        "70%以上",
        "参保率稳定在95%以上，义务教育巩固率达100%",
        "年均增长约8.6%",
        "8项民生实事项目顺利完成",
        "建成投用中小学14所",
        "江北中学思源校区建成，迎来2000余名学子入学",
        "区妇幼保健院建成",
        "反馈建议项目121项",
        "就业更加充分更高质量",
    ),
    "党的建设": (
        "400余名党建指导员",
        "22名驻村第一书记",
        "160余名党员干部",
        "完成了195户500人生态搬迁协议签订",
    ),
    "开放合作": (
        "国家外贸转型升级基地（仪器仪表）",
        "与四川省绵阳市、巴中市缔结友好城市",
        "世界温泉论坛永久会址、中新（重庆）国际中小企业产业园落户",
        "会见了重庆市福建商会会长",
        "开放型经济发展水平明显提高",
    ),
    "总览": ("53.16%", "5.09%", "民营经济增加值占GDP比重50%", "2189公里"),
}

# what the sources do not bear, or what is another theme's (issue 4; claims 3, 6, 9)
NOT_TOLD = {
    "科技创新": ("36.55亿元，保持全市第一", "双城并进"),
    "城乡融合": ("双城并进", "获评全国文明城"),
    "综合实力": ("其他进展", "世界温泉论坛"),
    "民生福祉": ("确定了8项", "江北中学思源校区迎来"),
    "党的建设": ("2023年2月报道",),
    "生态人文": ("完成搬迁", "获评全国文明城", "山门4个"),
}
# what stands among the doubts
DOUBTED = {
    "科技创新": (
        "口径不同，不作增减比较",
        "原文未给基数，不计完成进度",
        "反推，地区生产总值约718亿元",
    ),
    "生态人文": ("居中心城区前列", "居中心城区第一"),
    "民营经济": ("是否包含关系，原文未说", "唯一的民营经济综合改革示范试点区"),
}
TOPIC_FIRST = {
    "民营经济": "经济贡献",
    "综合实力": "经济总量",
    "科技创新": "创新投入",
    "民生福祉": "民生实事",
    "城乡融合": "交通设施",
}


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(own_project(tmp_path_factory.mktemp("seeds") / "a"), "--format", "docx")


@pytest.mark.parametrize("theme", TOLD)
def test_a_brief_tells_what_its_theme_is_about(issue: Path, theme: str) -> None:
    told = _without_marks(_printed(issue, theme).split("指标明细")[0])
    assert [words for words in TOLD[theme] if words not in told] == []


def _printed(issue: Path, theme: str) -> str:
    """Return what a brief prints, without white space and references."""
    return re.sub("〔.*?〕", "", tight(word_text(issue / f"{theme}.docx")))


def _without_marks(told: str) -> str:
    """Return the words without the times of reports, which stand between them."""
    return re.sub("（(?:2|推定).*?）", "", told)


@pytest.mark.parametrize("theme", NOT_TOLD)
def test_a_brief_does_not_tell_what_the_sources_do_not_bear(issue: Path, theme: str) -> None:
    told = _without_marks(_printed(issue, theme).split("资料来源")[0])
    told += _printed(issue, theme).split("资料来源")[0]
    assert [words for words in NOT_TOLD[theme] if words in told] == []


@pytest.mark.parametrize("theme", DOUBTED)
def test_a_brief_says_what_must_be_checked(issue: Path, theme: str) -> None:
    told = _printed(issue, theme).split("需核对")[-1].split("未见数据")[0]
    assert [words for words in DOUBTED[theme] if words not in told] == []


@pytest.mark.parametrize("theme", TOPIC_FIRST)
def test_the_sub_topic_of_the_main_figure_stands_first(issue: Path, theme: str) -> None:
    assert f"（一）{TOPIC_FIRST[theme]}" in _printed(issue, theme)


def test_the_private_economy_has_its_time_line(issue: Path) -> None:
    drawn = "".join(f.read_text("utf-8") for f in (issue / "charts").glob("民营经济-*.csv"))
    assert "2022年5月以来3项有日期的进展" in drawn
