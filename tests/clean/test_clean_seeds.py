"""The five articles of this repository's own project, as they come out of cleaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.clean import clean_source
from briefgen.document import Document, Role
from briefgen.readers import read_source

SEEDS = Path(__file__).parents[2] / "seeds"


def _document(number: str) -> Document:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return clean_source(read_source(path, None))


def _texts(document: Document, *roles: Role) -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs if p.role in roles]


@pytest.mark.parametrize(
    ("number", "clause"),
    [
        ("000", "全区党员干部部群众的全力拼搏，书写了来之不易的“北碚答卷”。"),
        ("000", "就在老百姓不断改善的衣食住行中。"),
        ("001", "市值已增长10余倍。"),
        ("001", "建立全覆盖联系走访和政企“直通车”制度，项目化、清单化解决1896户企业难题"),
        ("001", "老旧小区改造成效明显。其中，焕然一新"),
        ("002", "走深走实“两化路”，“文旅+”融合发展无疑是一条重要的路径。"),
        ("002", "2021年12月27日至30日，中共北碚区第十三次代表大会召开。"),
        (
            "002",
            "地区生产总值年均增长6.9%，预计2021年突破700亿元。三次产业结构调整为2.6：48.8：48.6。",
        ),
        ("002", "建立智能传感器创新中心，重点建设西南大学科学中心"),
        ("002", "打造“科创北碚·大家之家”。通过不断打造高端创新平台、培育优质创新主体"),
        ("002", "大磨滩乡村示范基地建成投用……过去五年，北碚城乡融合发展"),
        ("002", "按照“总体规划、片区联动、差异发展、各具特色、校地合作、多元一体”的工作思路"),
        (
            "002",
            "重点领域和关键环节改革取得重大突破，为全市乃至全国全面深化改革提供更多“北碚经验”。",
        ),
        ("003", "北碚区委、区政府围绕“两大定位”“四篇文章”，以务实的作风"),
        ("003", "做好2023年全面推进乡村振兴重点工作作出部署，提出要求"),
        (
            "004",
            "公司营收约12.5亿元，同比增长48%；实现净利润5085万元，同比增长220%，接近去年全年水平。",
        ),
    ],
)
def test_a_clause_that_the_page_broke_stands_in_one_paragraph(number: str, clause: str) -> None:
    document = _document(number)
    assert any(clause in text for text in _texts(document, Role.PROSE))


def test_the_panel_of_figures_is_a_list_of_whole_entries() -> None:
    document = _document("002")
    items = _texts(document, Role.ITEM)
    assert items[:12] == [
        "地区生产总值年均增长6.9%",
        "预计2021年突破700亿元",
        "三次产业结构调整为2.6：48.8：48.6",
        "规上工业增加值年均增长8.8%",
        "战略性新兴制造业产值占规上工业总产值比重达70%",
        "数字制造业产值占规上工业总产值比重达64%",
        "全社会研发经费投入强度全市第1名",
        "道路通车里程达2189公里",
        "新区扩容提质建成区面积扩大10平方公里",
        "全域河流水质100%达标",
        "空气质量优良天数保持主城都市区中心城区第1名",
        "财政民生支出占比保持在70%以上",
    ]
    assert items[12] == "深入推动科技创新，形成区域竞争新优势"
    assert len(items) == 20


def test_captions_and_credits_are_told_from_text() -> None:
    assert _texts(_document("002"), Role.CAPTION) == [
        "北碚新城蓝天白云 摄/秦廷富",
        "柳荫镇东升村全貌 摄/秦廷富",
        "西部（重庆）科学城北碚园区 摄/秦廷富",
    ]
    assert _texts(_document("002"), Role.BYLINE) == ["王彩艳 陈佳佳"]
    assert _texts(_document("003"), Role.CREDIT) == ["记者 彭浩杰 摄"]
    assert _texts(_document("004"), Role.CREDIT) == [
        "王彩艳 陈佳佳 图片除署名外由北碚区委组织部提供"
    ]
    assert len(_texts(_document("004"), Role.CAPTION)) == 6
    assert _texts(_document("001"), Role.CAPTION) == [
        "缙云山下北碚城区",
        "缙云山黛湖冬日彩林美如画",
        "嘉泰罗光电科技有限公司的工人在生产车间忙碌",
        "睿蓝汽车生产线",
    ]


def test_the_advertisement_at_the_end_of_the_page_is_furniture() -> None:
    assert _texts(_document("003"), Role.FURNITURE) == [
        "缙享北",
        "指尖上的智慧生活",
        "让你更加喜欢北碚",
    ]


def test_the_page_of_six_reports_has_six_titles_in_the_order_of_the_reports() -> None:
    document = _document("003")
    assert [article.title for article in document.articles] == [
        "全面学习领会贯彻党的二十大精神 奋力谱写好中国式现代化北碚篇章",
        "王俊黄祖英会见重庆福建商会会长黄祖任",
        "区政府召开第27次常务会议",
        "区政协委员开展会前集中视察活动",
        "民生实事交出“暖心答卷” 2022年区人大代表票决 民生实事项目顺利完成",
        "同心协力献良策 同向同行赴盛会",
    ]
    met = [p for p in document.paragraphs if "1600家" in document.text[p.start : p.end]]
    assert [(p.article, p.heading) for p in met] == [(1, "王俊黄祖英会见重庆福建商会会长黄祖任")]


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_an_article_with_sections_is_one_article(number: str) -> None:
    assert len(_document(number).articles) == 1


def test_sections_head_their_paragraphs() -> None:
    document = _document("004")
    headings = list(dict.fromkeys(p.heading for p in document.paragraphs if p.role is Role.PROSE))
    assert headings == [
        "北碚 党建引领风帆劲 凝心聚力著文章",
        "民营经济提质增效",
        "城乡融合促进振兴",
        "厚植生态人文底色",
        "人才赋能科技创新",
    ]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_seeds_need_no_notice(number: str) -> None:
    assert _document(number).notices == ()
