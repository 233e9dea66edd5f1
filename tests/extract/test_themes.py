"""Themes and sub-topics by the lexicon's words."""

from __future__ import annotations

import pytest
from statements_told import statements

from briefgen.config import ThemeSettings
from briefgen.extract.themes import themes_of
from briefgen.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "indicator", "theme", "topic"),
    [
        ("全区森林覆盖率达50.7%", "森林覆盖率", "生态人文", "生态环境"),
        ("高新技术企业350家", "高新技术企业", "科技创新", "创新主体"),
        ("市场主体达8.63万户", "市场主体", "民营经济", "经营主体"),
        ("到位资金93.9亿元", "招商到位资金", "民营经济", "招商引资"),
        ("建成80公里“四好农村路”", "建成“四好农村路”", "城乡融合", "交通设施"),
        ("地区生产总值突破700亿元", "地区生产总值", "综合实力", "经济总量"),
        ("义务教育巩固率达100%", "义务教育巩固率", "民生福祉", "教育"),
        ("选派22名驻村第一书记", "选派驻村第一书记", "党的建设", "干部队伍"),
        ("进出口总额达152亿元", "进出口总额", "开放合作", "对外开放"),
        ("新建万吨级泊位2个", "新建万吨级泊位", "开放合作", "对外开放"),
        ("“三保”支出压力加大", "", "综合实力", "财政金融"),
        ("常住人口城镇化率达49%", "常住人口城镇化率", "城乡融合", "城市更新"),
    ],
)
def test_a_figure_finds_its_theme_and_topic(
    text: str, indicator: str, theme: str, topic: str
) -> None:
    themes, found = themes_of(text, None, indicator, load_lexicon())
    assert themes[0] == theme
    assert found == topic


def test_polluters_that_are_closed_are_no_private_economy_in_the_first_place() -> None:
    words = "关停“散乱污”企业326家"
    themes, _ = themes_of(words, None, "关停“散乱污”企业", load_lexicon())
    assert themes[0] == "生态人文"


def test_there_are_at_most_two_themes() -> None:
    text = "民营科技企业下乡，党员干部助力农村教育，外贸增长"
    assert len(themes_of(text, None, "企业", load_lexicon())[0]) == 2


def test_words_that_speak_for_nothing_have_no_theme() -> None:
    assert themes_of("甲乙丙", None, "甲", load_lexicon()) == ((), None)


def test_a_projects_own_keyword_decides() -> None:
    settings = (ThemeSettings(name="航空小镇", keywords=("通航",)),)
    lexicon = load_lexicon(themes=settings)
    assert themes_of("通航起降300架次", None, "通航起降", lexicon)[0] == ("航空小镇",)


def test_the_heading_helps_where_the_clause_is_silent() -> None:
    themes, _ = themes_of("完成三件事", "厚植生态人文底色", "甲", load_lexicon())
    assert themes[0] == "生态人文"


@pytest.mark.parametrize(
    ("text", "heading", "first"),
    [
        ("建立全覆盖联系走访和政企“直通车”制度", "以民营经济增能添力", "民营经济"),
        ("刚开放的环湖水库迎来大量市民，生态修复见效", None, "生态人文"),
        ("解决机械厂因疫情影响原材料运输受阻问题，服务民营企业", None, "民营经济"),
        ("区妇幼保健院建成", "区人大代表票决民生实事", "民生福祉"),
        ("协助云海科技招聘普通工人，帮扶民营企业", None, "民营经济"),
        ("清河市成功创建国家森林城市", None, "生态人文"),
        ("全年退出煤炭产能120万吨", "农业和工业", "综合实力"),
        ("新旧动能转换不快", "人民生活", "综合实力"),
    ],
)
def test_a_figure_of_speech_a_cause_or_a_firms_name_does_not_choose_the_theme(
    text: str, heading: str | None, first: str
) -> None:
    assert themes_of(text, heading, "", load_lexicon())[0][0] == first


def test_what_a_party_branch_or_a_chamber_does_is_its_own_themes() -> None:
    words = "完成了120户生态搬迁协议签订"
    lexicon = load_lexicon()
    assert themes_of(words, None, "签订生态搬迁协议户数", lexicon)[0][0] != "党的建设"
    told, _ = themes_of(words, None, "签订生态搬迁协议户数", lexicon, whose="清河山尖兵党支部")
    assert told[0] == "党的建设"
    visit = "清河商会30余家企业实地考察了产业园、文化广场"
    assert themes_of(visit, None, "实地考察企业", lexicon, whose="清河商会")[0][0] == "民营经济"


@pytest.mark.parametrize(
    ("text", "heading", "no_theme"),
    [
        ("油菜籽产量20万吨", "粮食产量再创新高", "科技创新"),
        ("规模以上服务业企业营业收入72亿元", None, "民生福祉"),
        ("国庆期间旅游收入7.2亿元", None, "民生福祉"),
        ("国有控股企业增加值增长4.1%", None, "民营经济"),
    ],
)
def test_part_of_another_word_speaks_for_no_theme(
    text: str, heading: str | None, no_theme: str
) -> None:
    themes, _ = themes_of(text, heading, "", load_lexicon())
    assert themes
    assert no_theme not in themes


def test_what_closes_a_report_is_not_of_its_last_heading() -> None:
    closing = "同时，我们也清醒认识到，经济总量偏小，财政收支矛盾突出。"
    told = statements("三、聚力民生福祉", "新增学位300个。", closing)
    found = {f.indicator: f.themes for f in told}
    assert found["经济总量偏小"] == ("综合实力",)
    assert "民生福祉" not in found["财政收支矛盾突出"]


def test_a_parking_space_is_no_berth_and_a_young_teams_title_no_culture() -> None:
    themes, _ = themes_of("新增停车泊位640个", None, "新增停车泊位", load_lexicon())
    assert "开放合作" not in themes
    themes, _ = themes_of("获评全省青年文明号", None, "全省青年文明号", load_lexicon())
    assert themes[0] != "生态人文"
