"""Which lines make a paragraph. All samples are invented; 清河区 does not exist."""

from __future__ import annotations

import pytest

from briefgen.clean import clean_source
from briefgen.document import Source

PROSE = (
    "过去五年，清河区举全区之力抓好清河山生态环境综合整治，守护绿水青山。",
    "清河区将深化民营经济综合改革，积极创建示范城市，坚持内部挖潜与外部招引并举，推动企业增总量、扩规模。",
    "老城有机更新，新区扩容提质，道路通车里程达2189公里，产城融合持续深化，三次产业结构调整为2.6：48.8：48.6。",
)


def _paragraphs(raw: str) -> list[str]:
    document = clean_source(Source("a.txt", raw, ""))
    return [document.text[p.start : p.end] for p in document.paragraphs]


def _wrapped(text: str, width: int, indent: str = "") -> str:
    text = indent + text
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


@pytest.mark.parametrize("width", [14, 20, 24, 38])
@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_wrapped_paragraphs_become_whole_again(width: int, indent: str, gap: str) -> None:
    raw = gap.join(_wrapped(text, width, indent) for text in PROSE)
    assert "".join(_paragraphs(raw)) == "".join(PROSE)
    clauses = [clause for text in _paragraphs(raw) for clause in text.split("。")]
    assert [clause for clause in clauses if clause] == [text.rstrip("。") for text in PROSE]


def test_paragraphs_of_one_line_each_stay_apart_with_and_without_blank_lines() -> None:
    assert _paragraphs("\n".join(PROSE)) == list(PROSE)
    assert _paragraphs("\n\n".join(PROSE)) == list(PROSE)


@pytest.mark.parametrize(
    ("raw", "joined"),
    [
        ("年均增长\n6.9%", "年均增长6.9%"),
        ("过去五年，地区生产总值年均增长\n6.9%，预计突破700亿元。", None),
        ("三次产业结构\n调整为2.6：48.8：48.6。", None),
        ("三次产业结构调整为2.6：\n48.8：48.6。", None),
        ("全区市场主体达\n8.6万户。", None),
    ],
)
def test_a_number_on_the_next_line_belongs_to_its_verb(raw: str, joined: str | None) -> None:
    assert _paragraphs(raw) == [joined or raw.replace("\n", "")]


@pytest.mark.parametrize(
    "raw",
    [
        "清河企业建起国内首条芯片生产线，解决了“卡脖子”技术难题。公司市值已\n\n增长10余倍。",
        "与此同时，老旧小区改造成效明显。其\n\n中，焕然一新的新房子片区深受好评。",
        "依托厚重的历史，学好用好理论，走深走实\n\n“两化路”，融合发展是一条路径。",
        "清河区建立全覆盖联系走访企业和政企面对面沟通机制，建立健全政企\n\n“直通车”制度，解决企业难题。",
        "按照“总体规划、片区联\n\n动、差异发展、各具特色”\n\n的工作思路，走振兴之路。",
        "小康的内涵，就在日新月异的发展里，就在老百姓\n\n不断改善的衣食住行中。",
        "委员们认为,过去一年,清河区\n\n委、区政府务实担当。",
    ],
)
def test_a_sentence_that_stands_open_goes_on_below_a_blank_line(raw: str) -> None:
    paragraphs = _paragraphs(f"{PROSE[0]}\n\n{raw}")
    assert paragraphs == [PROSE[0], raw.replace("\n", "").replace(",", "，")]


@pytest.mark.parametrize(
    "raw",
    [
        "奋楫扬帆，勇立潮头\n\n2022年，清河区开工项目30个。",
        "综合实力上台阶\n\n地区生产总值突破千亿元，发展质效提升。",
        "一、综合\n全年地区生产总值700亿元。",
        "今年的目标是：\n地区生产总值增长6%。",
        "城镇新增就业3万人；\n居民收入增长5%。",
        "（一）着力稳增长\n规上工业增加值增长5%。",
        "清河区开工项目30个。\n清河新城 摄/张三",
        "五年成就\n感受清河成长",
        "1. 稳住经济大盘\n新开工项目30个。",
    ],
)
def test_headings_lists_and_captions_are_not_glued_to_what_follows(raw: str) -> None:
    assert _paragraphs(raw) == [line for line in raw.split("\n") if line]


def test_a_panel_entry_is_one_paragraph_and_its_neighbours_are_others() -> None:
    raw = (
        "地区生产总值\n年均增长6.9%\n\n预计2021年突破700亿元\n\n"
        "战略性新兴产业产值\n占工业总产值比重达70%"
    )
    assert _paragraphs(raw) == [
        "地区生产总值年均增长6.9%",
        "预计2021年突破700亿元",
        "战略性新兴产业产值占工业总产值比重达70%",
    ]


def test_a_panel_without_blank_lines_is_parted_after_each_figure() -> None:
    raw = "地区生产总值\n年均增长6.9%\n道路通车里程\n达2189公里\n河流水质\n100%达标"
    assert _paragraphs(raw) == [
        "地区生产总值年均增长6.9%",
        "道路通车里程达2189公里",
        "河流水质100%达标",
    ]


def test_parallel_items_of_one_width_are_no_wrapped_prose() -> None:
    items = [
        "深入推动科技创新，形成区域竞争新优势",
        "加快产业优化升级，构筑现代产业新高地",
        "着力深化改革开放，激活转型发展新动能",
    ]
    raw = "\n".join([_wrapped(PROSE[1], 18), "", "“三个新”任务", *items])
    assert _paragraphs(raw)[-4:] == ["“三个新”任务", *items]


def test_rows_of_a_table_stay_apart() -> None:
    rows = ["汽车 万辆 12.5 6.9", "水泥 万吨 200 -3.1", "钢材 万吨 30.4 1.2"]
    raw = "\n".join(["主要产品产量", "产品 单位 产量 增长", *rows, PROSE[0]])
    assert _paragraphs(raw)[2:] == [*rows, PROSE[0]]


def test_a_dateline_alone_on_its_line_opens_its_report() -> None:
    raw = "本报讯（记者 张三）\n2月20日，清河区召开会议。"
    assert _paragraphs(raw) == [raw.replace("\n", "")]


def test_latin_words_keep_a_space_where_a_line_broke() -> None:
    raw = "清河区发布报告，报告的题目是Clean\nEnergy，全文共30页，各界好评。"
    assert _paragraphs(raw) == [raw.replace("\n", " ")]
