"""What each paragraph is. All samples are invented; 清河区 does not exist."""

from __future__ import annotations

import pytest

from briefgen.clean import clean_source
from briefgen.document import Document, Role, Source

PROSE = "过去五年，清河区举全区之力抓好生态环境综合整治，守护绿水青山。"


def _clean(raw: str) -> Document:
    return clean_source(Source("a.txt", raw, ""))


def _role_of(text: str, raw: str) -> Role:
    document = _clean(raw)
    (role,) = (p.role for p in document.paragraphs if document.text[p.start : p.end] == text)
    return role


@pytest.mark.parametrize(
    "heading",
    [
        "推动高质量发展 综合实力稳步提升",
        "以生态人文塑形铸魂",
        "数说成效>>>",
        "综合实力上台阶",
        "一、综合",
        "（一）工业和建筑业",
        "第一章 总则",
        "1. 稳住经济大盘",
        "奋楫扬帆，勇立潮头",
        "区政府召开第27次常务会议",
    ],
)
def test_a_short_line_over_prose_is_a_heading(heading: str) -> None:
    document = _clean(f"{PROSE}\n\n{heading}\n\n{PROSE}")
    assert [p.role for p in document.paragraphs] == [Role.PROSE, Role.HEADING, Role.PROSE]
    assert document.paragraphs[2].heading == heading.removesuffix(">>>")


def test_markdown_marks_stand_outside_the_paragraph_and_its_heading() -> None:
    document = _clean(f"# 清河新篇\n\n## 民营经济提质增效\n\n{PROSE}")
    texts = [document.text[p.start : p.end] for p in document.paragraphs]
    assert texts == ["清河新篇", "民营经济提质增效", PROSE]
    assert document.paragraphs[2].heading == "民营经济提质增效"
    assert document.text.startswith("# ")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("清河大桥 摄/张三", Role.CAPTION),
        ("清河村第一书记李四（左二）与村民探讨规划", Role.CAPTION),
        ("图为清河新城一角。", Role.CAPTION),
        ("记者 张三 摄", Role.CREDIT),
        ("摄/张三", Role.CREDIT),
        ("本版图片均为资料图片", Role.CREDIT),
        ("图片除署名外由清河区委组织部提供", Role.CREDIT),
        ("张三 李四 图片除署名外由清河区委组织部提供", Role.CREDIT),
        ("责任编辑：张三", Role.CREDIT),
        ("本报记者 张三", Role.BYLINE),
        ("本报记者", Role.BYLINE),
        ("■本报记者 张三 通讯员 李四", Role.BYLINE),
        ("张三丰 李四", Role.BYLINE),
        ("清河区人民政府区长 张三", Role.BYLINE),
        ("——2023年1月5日在清河区人民代表大会上", Role.BYLINE),
        ("2023年3月20日", Role.BYLINE),
        ("上一篇：清河新闻", Role.FURNITURE),
        ("● 森林覆盖率53.16%，居前列；", Role.ITEM),
        ("汽车 万辆 12.5 6.9", Role.ITEM),
        ("今年的目标是：", Role.PROSE),
        ("本报讯（记者 张三）2月16日，区委常委会召开会议。", Role.PROSE),
    ],
)
def test_a_line_is_known_by_its_words(line: str, role: Role) -> None:
    raw = f"{PROSE}\n\n{line}\n\n{PROSE}"
    assert _role_of(line.removeprefix("● ").removeprefix("■"), raw) is role


@pytest.mark.parametrize(
    "line",
    [
        "科技创新 民营经济",
        "体现新担当 展现新作为 书写新篇章",
        "清河区图书馆由社会力量提供",
        "清河区摄影展开幕",
    ],
)
def test_a_heading_is_not_taken_for_a_byline_or_a_credit(line: str) -> None:
    assert _role_of(line, f"{PROSE}\n\n{line}\n\n{PROSE}") is Role.HEADING


def test_short_lines_under_pictures_are_captions_and_the_heading_below_them_is_none() -> None:
    captions = "\n\n\n\n清河湖冬日彩林美如画\n\n\n\n清河汽车生产线\n\n"
    raw = f"{PROSE}{captions}以生态人文塑形铸魂\n\n{PROSE}"
    assert _role_of("清河湖冬日彩林美如画", raw) is Role.CAPTION
    assert _role_of("清河汽车生产线", raw) is Role.CAPTION
    assert _role_of("以生态人文塑形铸魂", raw) is Role.HEADING


def test_a_caption_that_tells_of_an_honour_is_kept_as_a_line_of_its_own() -> None:
    line = "清河路近日获评全省2022年“最美农村路”"
    raw = f"{PROSE}\n\n\n\n{line}\n\n以生态人文塑形铸魂\n\n{PROSE}"
    assert _role_of(line, raw) is Role.ITEM


def test_headings_with_large_gaps_everywhere_are_headings_still() -> None:
    raw = f"生态优先\n\n\n\n{PROSE}\n\n\n\n绿色发展\n\n\n\n{PROSE}"
    assert _role_of("绿色发展", raw) is Role.HEADING


def test_a_caption_that_stands_twice_over_is_there_once() -> None:
    raw = f"{PROSE}\n\n清河新城蓝天清河新城蓝天 摄摄//张三张三\n\n{PROSE}"
    assert _role_of("清河新城蓝天 摄/张三", raw) is Role.CAPTION
    assert (
        _role_of("清河新城蓝天", f"{PROSE}\n\n清河新城蓝天清河新城蓝天\n\n{PROSE}") is Role.CAPTION
    )


@pytest.mark.parametrize("line", ["高高兴兴", "干干净净 漂漂亮亮", "研究研究", "清河清河 新城"])
def test_a_reduplicated_word_is_no_double_print(line: str) -> None:
    assert line in _clean(f"{PROSE}\n\n{line}\n\n{PROSE}").text


def test_the_entries_of_a_panel_are_items() -> None:
    panel = "地区生产总值\n年均增长6.9%\n\n预计2021年突破700亿元\n\n河流水质\n100%达标"
    document = _clean(f"{PROSE}\n\n数读》》\n\n{panel}")
    assert [p.role for p in document.paragraphs[1:]] == [Role.HEADING, *[Role.ITEM] * 3]
    assert {p.heading for p in document.paragraphs[2:]} == {"数读"}


def test_lines_at_the_end_of_a_page_are_captions_or_furniture_but_a_figure_is_neither() -> None:
    end = "\n\n本版图片均为资料图片\n\n\n\n清河大桥\n\n清江大桥"
    assert _role_of("清江大桥", PROSE + end) is Role.CAPTION
    advert = "\n\n\n\n缙享清\n指尖上的智慧生活\n让你更加喜欢清河"
    assert _role_of("指尖上的智慧生活", PROSE + advert) is Role.FURNITURE
    assert _role_of("森林覆盖率达50.7%", f"{PROSE}\n\n森林覆盖率达50.7%") is Role.ITEM


def test_a_heading_that_runs_into_its_paragraph_heads_it() -> None:
    document = _clean(f"一、工作回顾\n（一）着力稳增长。规上工业增加值增长5.1%。\n{PROSE}")
    assert [p.heading for p in document.paragraphs] == [
        None,
        "（一）着力稳增长",
        "（一）着力稳增长",
    ]


HONOURS = "1. 全国绿化模范县\n（2）省级园林县城；\n● 全国文明县城（2020年）\n2022 省级双拥模范县"


@pytest.mark.parametrize("head", ["荣誉", "二、所获奖项", "近年来获得的主要荣誉：", "## 荣誉称号"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_titles_in_a_list_of_honours_are_entries(head: str, gap: str) -> None:
    document = _clean(f"清河新篇\n\n{PROSE}\n\n{head}{gap}{HONOURS.replace(chr(10), gap)}")
    assert len(document.paragraphs) == 7
    assert {p.role for p in document.paragraphs[3:]} <= {Role.ITEM, Role.PROSE}


def test_an_entry_of_a_list_of_honours_heads_nothing() -> None:
    document = _clean(f"{PROSE}\n\n荣誉\n\n①云台村：全国文明村\n\n全国绿化模范县\n\n{PROSE}")
    assert {p.heading for p in document.paragraphs[2:]} == {"荣誉"}


@pytest.mark.parametrize(
    "below", [f"{PROSE}\n\n国家森林城市\n\n{PROSE}", f"基础设施\n\n国家森林城市\n\n{PROSE}"]
)
def test_a_title_over_prose_stays_a_heading(below: str) -> None:
    document = _clean(f"{PROSE}\n\n荣誉\n\n{below}")
    assert document.paragraphs[-1].heading == "国家森林城市"
