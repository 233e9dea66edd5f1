"""Every page of every brief, at three widths of paper and three sizes of type, is well set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from pdf_lines import Char, Leaves, Row, Set, leaves_of
from pdf_reading import MM, only, prose
from real_briefs import KINDS, STYLES, column, drawn, real_briefs, style_of
from sample_brief import sample_brief, sample_pictures
from typesetting import Column, findings, of_block, ragged, unheaded_pages

from briefgen.brief import Brief, Heading, KeyPoints, Table, Text
from briefgen.chart import Picture
from briefgen.writers.pdf import write_pdf
from briefgen.writers.template import ParagraphFormat, Style

WIDTHS_MM = (160.0, 210.0, 280.0)
SIZES = (0.85, 1.0, 1.2)
SETTINGS = [(name, width, size) for name in STYLES for width in WIDTHS_MM for size in SIZES]
settings = pytest.mark.parametrize(("name", "width", "size"), SETTINGS)
OF_ALL = [(*kind, width, size) for kind in KINDS for width in WIDTHS_MM for size in SIZES]


def resized(style: Style, width_mm: float, size: float) -> Style:
    """Return the style on other paper, all its formats larger or smaller."""

    def scaled(fmt: ParagraphFormat) -> ParagraphFormat:
        lengths = ("size_pt", "line_pt", "left_pt", "right_pt", "hanging_pt")
        return replace(fmt, **{name: getattr(fmt, name) * size for name in lengths})

    formats = {name: scaled(fmt) for name, fmt in style.formats.items()}
    return replace(style, formats=formats, sheet=replace(style.sheet, width_mm=width_mm))


def type_area(style: Style) -> Column:
    sheet = style.sheet
    return Column(
        sheet.left_mm * MM,
        (sheet.width_mm - sheet.right_mm) * MM,
        sheet.bottom_mm * MM,
        (sheet.height_mm - sheet.top_mm) * MM,
    )


@cache
def pictures(name: str, language: str, width_mm: float, theme: str) -> Mapping[str, Picture]:
    style = resized(style_of(name, language), width_mm, 1.0)
    (brief,) = [brief for brief in real_briefs(name, language) if brief.theme == theme]
    return drawn(brief, column(style))


def read(brief: Brief, style: Style, shown: Mapping[str, Picture]) -> Leaves:
    return leaves_of(write_pdf(brief, style, shown))


@pytest.mark.parametrize(("name", "language", "width", "size"), OF_ALL)
def test_no_page_of_any_brief_is_badly_set(
    name: str, language: str, width: float, size: float
) -> None:
    style = resized(style_of(name, language), width, size)
    area, found, pages = type_area(style), {}, 0
    for brief in real_briefs(name, language):
        leaves = read(brief, style, pictures(name, language, width, brief.theme))
        found[brief.theme] = findings(leaves, area)
        heads = [block.head for block in brief.blocks if isinstance(block, Table)]
        found[brief.theme] += unheaded_pages(leaves, heads)
        pages += leaves.pages
    assert found == {theme: [] for theme in found}
    assert pages >= len(found)


@settings
def test_prose_titles_and_long_cells_are_well_set(name: str, width: float, size: float) -> None:
    style = resized(style_of(name), width, size)
    area = type_area(style)
    brief = sample_brief()
    assert findings(read(brief, style, sample_pictures(brief)), area) == []
    for brief in (_titled(), _crowded(), _with_a_long_cell()):
        leaves = read(brief, style, {})
        assert findings(leaves, area) == []
        heads = [block.head for block in brief.blocks if isinstance(block, Table)]
        assert list(unheaded_pages(leaves, heads)) == []
        # in fewer than 25 characters a figure with its reference may leave a hole
        wide = area.right - area.left >= 25 * style.formats["Body Text"].size_pt
        long = [b for b in leaves.blocks if wide and b.role == "P" and len(b.rows) > 3]
        assert [f for block in long for f in ragged(block, area)] == []


_SENTENCES = (
    "清河区“直通车”制度（试行）已解决1782户企业难题，增长6.9个百分点；约1万家〔1a〕。",
    "2023年5月，区发展改革委（牵头）开展“稳存量、扩增量、提质量”专项工作，R&D投入占GDP的2.35%。",
    "《清河区“十四五”规划》（2021—2025年）提出：到2025年，数字经济增加值达到1,200亿元以上……",
    "负责人说：“干部下沉到企业，‘一企一策’解难题。”（据《清河报》）",
)


def _titled() -> Brief:
    """Return headings of two and more lines, each with prose after it, over many pages."""
    titles = [
        "清河区民营经济增加值占比过半，企业难题清单化解决，市场主体总量超过7.6万户",
        "（三）“双千计划”带动2022年招商投资额428亿元、到位资金93.9亿元，同比增长39%，全市第三",
        "推进“直通车”制度（试行）落地见效，把1782户企业的难题一件一件办成，把126个问题一项一项销号",
        "清河区企业难题清单化解决" * 8,
    ]
    blocks = [
        block
        for n in range(30)
        for block in (Heading(1 + n % 2, (Text(titles[n % 4]),)), prose(_SENTENCES[n % 4] * 3))
    ]
    return replace(only(*blocks), title=titles[0])


def _crowded() -> Brief:
    """Return paragraphs of every length, so that page ends fall everywhere."""
    blocks = [prose("近" * (n % 7) + _SENTENCES[n % 4] * (1 + n % 5)) for n in range(60)]
    points = KeyPoints("要点", tuple((Text(s * 2),) for s in _SENTENCES))
    return only(points, *blocks)


def _with_a_long_cell() -> Brief:
    cell, short = (Text("清河区企业难题清单" * 2222 + "终了"),), (Text("短"),)
    rows = ((short, short), (short, cell), *[(short, short)] * 90)
    return only(Table(("指标名", "所有内容"), rows, (2, 5), "表"))


@settings
def test_a_cell_of_twenty_thousand_characters_flows(name: str, width: float, size: float) -> None:
    leaves = read(_with_a_long_cell(), resized(style_of(name), width, size), {})
    (cell,) = [block for block in leaves.blocks if len(block.rows) > 50]
    assert cell.text == "清河区企业难题清单" * 2222 + "终了"
    assert len(cell.shares()) > 3  # its column is as wide as the others leave


# --- the rules themselves ---------------------------------------------------------------------


def _row(text: str, *, page: int = 0, x: float = 100.0) -> Row:
    """Return a line of naive setting: every character at its own width."""
    chars = []
    for char in text:
        wide = 5.0 if char.isascii() else 10.0
        chars.append(Char(char, page, x, x + wide, 500.0, 10.0))
        x += wide
    return Row(chars)


@pytest.mark.parametrize(
    ("role", "rows"),
    [
        ("P", ["清河区企业", "，难题"]),
        ("P", ["清河区（", "企业）难题"]),
        ("P", ["增长7", "8户企业"]),
        ("P", ["共有1782", "户企业"]),
        ("P", ["投资93.9", "亿元"]),
        ("P", ["投资93亿", "元左右"]),
        ("P", ["他说“好。”（笑）"]),
        ("LBody", ["占GDP比重"]),
        ("P", ["企业难题解", "决。"]),
        ("H1", ["企业难题清单化解决", "好啊"]),
        ("H1", ["企业难题清单化解决", "企业难题清", "企业难题清单化解决"]),
    ],
)
def test_the_rules_find_what_is_badly_set(role: str, rows: list[str]) -> None:
    assert len(list(of_block(Set(role, [_row(text) for text in rows])))) >= 1
