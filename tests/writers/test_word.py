"""A brief in Word: the same words, the template's styles, valid parts, the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree
from sample_brief import charts_of, runs, sample_brief, sample_pictures
from test_template import DOCUMENT, STANDARD, TITLE, changed

from briefgen.brief import (
    Brief,
    Card,
    Cards,
    Heading,
    KeyPoints,
    Masthead,
    Paragraph,
    ParagraphRole,
    Quote,
    SourceEntry,
    SourceList,
    Table,
    Text,
    block_runs,
    map_text,
    plain_text,
)
from briefgen.errors import BriefgenError
from briefgen.writers.package import repack
from briefgen.writers.template import Style, load_style
from briefgen.writers.word import write_word
from briefgen.writers.wording import card_rows

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
HOSTILE = (
    "R&D<5%",
    "A‹B企业",
    "<b>清河</b>",
    "<para>" + "<super>" * 200,
    '<img src="/etc/passwd">',
    "{{7*7}}",
    "{% for x in y %}",
    "{# gone #}",
    "{_{ brief.title }_}",
    "{_% raw %_}",
    "</w:t></w:r><w:r><w:t>",
    "&lt;&amp;&#65;",
    "US$100 $$ \\foo{",
    "_民营",
    "=HYPERLINK(1)",
    "]]>",
)


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style(STANDARD)


@pytest.fixture(scope="module")
def docx(style: Style) -> bytes:
    brief = sample_brief()
    return write_word(brief, style, sample_pictures(brief))


def part(docx: bytes, name: str = DOCUMENT) -> Any:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def lines(docx: bytes, name: str = DOCUMENT) -> list[tuple[str, str]]:
    """Return style id and text of every paragraph."""
    made = []
    for item in part(docx, name).iter(W + "p"):
        style = item.find(f"{W}pPr/{W}pStyle")
        words = "".join(t.text or "" for t in item.iter(W + "t"))
        made.append(("" if style is None else style.get(W + "val"), words))
    return made


def texts(docx: bytes, style: str) -> list[str]:
    return [words for name, words in lines(docx) if name == style]


def only(brief: Brief, *blocks: Any) -> Brief:
    return replace(brief, blocks=blocks)


# --- the words --------------------------------------------------------------------------------


def test_every_run_of_the_brief_is_printed_in_order(docx: bytes) -> None:
    whole = "\n".join(words for _, words in lines(docx))
    at = 0
    for block in sample_brief().blocks:
        if isinstance(block, SourceList):
            continue  # title and note stand apart on their line: tested below
        for said in block_runs(block):
            found = whole.find(plain_text(said), at)
            assert found >= 0, plain_text(said)
            at = found


def test_the_template_s_fields_are_filled(docx: bytes) -> None:
    assert texts(docx, "MastheadName") == ["清河专题简报第3期"]
    assert texts(docx, "MastheadLine") == [
        "民营经济清河区委政策研究室\u3000编辑：李明\u30002024年3月1日"
    ]
    assert texts(docx, "Title") == [sample_brief().title]
    assert texts(docx, "Coverage") == [plain_text(sample_brief().coverage)]
    assert "{" not in "".join(words for _, words in lines(docx))


def test_blocks_take_their_named_styles(docx: bytes) -> None:
    assert texts(docx, "Heading1") == [
        "核心指标", "进展", "目标与展望", "指标明细", "需核对", "资料来源"
    ]  # fmt: skip
    assert texts(docx, "Heading2")[2] == "典型案例"
    assert len(texts(docx, "ListBullet")) == 4
    assert texts(docx, "Lead") == ["民营经济增加值占GDP比重52%，税收占比73%。"]
    assert len([words for words in texts(docx, "Note") if words]) == 2
    assert texts(docx, "CardValue") == ["52%", "73%", "87.6亿元", "2.4万户", "1782户"]


def test_key_points_are_numbered_and_their_numbers_never_touch_a_figure(docx: bytes) -> None:
    points = texts(docx, "KeyPoint")
    assert points[1].startswith("2. 2023年全区招商投资额416亿元")
    assert [point.split(" ")[0] for point in points] == ["1.", "2.", "3.", "4.", "5."]


def test_a_chart_is_followed_by_its_number_and_source(docx: bytes) -> None:
    assert texts(docx, "ChartSource") == ["图1\u3000来源：〔1a、1d〕。", "图2\u3000来源：〔4d〕。"]


def test_an_english_brief_says_figure_and_page(style: Style) -> None:
    brief = replace(sample_brief(), language="en")
    made = write_word(brief, style, sample_pictures(brief))
    assert texts(made, "ChartSource")[0].startswith("Figure 1")
    footer = "".join(words for _, words in lines(made, "word/footerdefault.xml"))
    assert footer == "Page 1 of 1"
    assert "Editor: 李明" in texts(made, "MastheadLine")[0]
    assert Document(io.BytesIO(made)).core_properties.language == "en-US"


def test_sources_are_printed_with_number_title_note_and_keyed_quotes(docx: bytes) -> None:
    assert texts(docx, "SourceTitle")[2] == "〔2〕清河区第十次党代会开幕（2022年12月28日）"
    assert texts(docx, "SourceQuote")[0] == "〔0a〕“市场主体超过7.6万户”"
    assert len(texts(docx, "SourceQuote")) == 18
    hung = [item for item in part(docx).iter(W + "p") if style_of(item).startswith("Source")]
    assert all(len(list(item.iter(W + "tab"))) == 1 for item in hung)  # between key and text


def style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(W + "val"))


def test_a_title_of_two_lines_ends_the_first_where_a_word_ends(style: Style) -> None:
    title = "民营经济增加值占地区生产总值比重50%，企业难题清单化解决1896户"
    made = write_word(replace(sample_brief(), title=title), style, sample_pictures(sample_brief()))
    (place,) = (item for item in part(made).iter(W + "p") if style_of(item) == "Title")
    pieces = [t.text if t.tag == W + "t" else "|" for t in place.iter(W + "t", W + "br")]
    assert "".join(pieces) == title.replace("，", "，|")


def test_a_heading_of_two_lines_is_broken_evenly(style: Style) -> None:
    words = "Urban Renewal: investment in renovation of old residential areas at about 300 million"
    heading = Heading(2, (Text(f"{words} yuan"),))
    made = write_word(only(replace(sample_brief(), language="en"), heading), style, {})
    (place,) = (item for item in part(made).iter(W + "p") if style_of(item) == "Heading2")
    first, second = (t.text for t in place.iter(W + "t"))
    assert 0.6 < len(second) / len(first) < 1.6


def test_a_title_of_one_line_is_left_alone(style: Style) -> None:
    made = write_word(only(replace(sample_brief(), title="民营经济占清河区一半")), style, {})
    assert list(part(made).iter(W + "br")) == []


def test_no_line_of_english_ends_between_a_figure_and_its_unit(style: Style) -> None:
    said = (
        "Roads came to 80 km, park area to 29.11 m², investment to 42.8 billion yuan in May 2022."
    )
    brief = only(replace(sample_brief(), language="en"), prose_of(said))
    (told,) = texts(write_word(brief, style, {}), "BodyText")
    assert told.replace("\u00a0", "_") == said.replace("80 km", "80_km").replace(
        "11 m", "11_m"
    ).replace("8 billion y", "8_billion_y").replace("May 2", "May_2")


def prose_of(text: str) -> Paragraph:
    return Paragraph(ParagraphRole.BODY, (Text(text),))


def test_a_reference_is_no_larger_than_the_words_beside_it() -> None:
    """The official style sets references of 12 points, and tables of 9."""
    style = load_style(STANDARD.parent / "jianbao")
    brief = only(sample_brief(), *(b for b in sample_brief().blocks if isinstance(b, Table)))
    made = part(write_word(brief, style, {}))
    marks = [r for r in made.iter(W + "rStyle") if r.get(W + "val") == "Reference"]
    sizes = [mark.getparent().find(W + "sz").get(W + "val") for mark in marks]
    assert sizes
    assert set(sizes) == {"18"}


def test_the_number_of_a_key_point_has_the_accent_of_the_box(docx: bytes, style: Style) -> None:
    points = [item for item in part(docx).iter(W + "p") if style_of(item) == "KeyPoint"]
    looks = [next(item.iter(W + "rPr")) for item in points]
    colours = {look.find(W + "color").get(W + "val") for look in looks}
    sizes = {int(look.find(W + "sz").get(W + "val")) / 2 for look in looks}
    assert colours == {style.formats["Key Points Title"].colour}
    assert sizes == {style.formats["Key Point"].size_pt + 2.5}


def test_references_take_the_reference_style(docx: bytes) -> None:
    marked = "".join(
        "".join(t.text for t in run.iter(W + "t"))
        for run in part(docx).iter(W + "r")
        if (look := run.find(f"{W}rPr/{W}rStyle")) is not None
        and look.get(W + "val") == "Reference"
    )
    assert "〔1a、1d〕" in marked
    assert re.fullmatch(r"(?:〔[0-9a-z、]+〕)+", marked)


# --- what the user did not give ---------------------------------------------------------------


def test_nothing_is_invented_where_the_user_gave_nothing(style: Style) -> None:
    brief = replace(
        sample_brief(), masthead=Masthead("清河专题简报"), coverage=(), blocks=(), subject=""
    )
    made = write_word(brief, style, {})
    printed = [words for _, words in lines(made) if words]
    assert printed == ["清河专题简报", "民营经济", brief.title]
    assert Document(io.BytesIO(made)).core_properties.author == ""


def test_a_header_whose_fields_are_empty_keeps_no_text(style: Style) -> None:
    brief = replace(sample_brief(), theme="", masthead=Masthead(""), blocks=())
    made = write_word(brief, style, {})
    assert [words for _, words in lines(made, "word/headerdefault.xml")] == [""]


# --- text is data -----------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_literally_everywhere(style: Style, text: str) -> None:
    brief = map_text(sample_brief(), lambda said: text + said if said else said)
    brief = replace(brief, theme=text)
    made = write_word(brief, style, sample_pictures(brief))
    assert texts(made, "Title") == [brief.title]
    assert texts(made, "MastheadLine")[0].startswith(text + text)
    assert texts(made, "Heading1")[0] == text + "核心指标"
    assert texts(made, "CardValue")[0] == text + "52%"
    assert texts(made, "SourceQuote")[0] == f"〔0a〕“{text}市场主体超过7.6万户”"
    described = [shape.get("descr") for shape in part(made).iter(WP + "docPr")]
    assert described == [chart.spec.alt for chart in charts_of(brief)]
    header = "".join(words for _, words in lines(made, "word/headerdefault.xml"))
    assert header.startswith(f"{text}清河专题简报 · {text}")
    assert Document(io.BytesIO(made)).core_properties.title == brief.title[:255]


def test_control_characters_and_surrogates_never_reach_the_file(style: Style) -> None:
    brief = map_text(sample_brief(), lambda said: f"\x00\x1b\x0b\ufffe\uffff{said}\ud800")
    made = write_word(brief, style, sample_pictures(brief))
    assert texts(made, "Title") == [sample_brief().title + "\ufffd"]
    assert texts(made, "CardValue")[0] == "52%\ufffd"


def test_rare_characters_are_kept(style: Style) -> None:
    brief = only(sample_brief(), Paragraph(ParagraphRole.BODY, (Text("𠮷㎡〇䶮"),)))
    assert texts(write_word(brief, style, {}), "BodyText") == ["𠮷㎡〇䶮"]


# --- the document's parts ---------------------------------------------------------------------


def test_equal_input_gives_equal_bytes(docx: bytes) -> None:
    brief = sample_brief()
    assert write_word(brief, load_style(STANDARD), sample_pictures(brief)) == docx


def test_entries_are_sorted_and_dated_alike(docx: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", *sorted(set(names) - {"[Content_Types].xml"})]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr for entry in entries} == {0o644 << 16}


def test_repacking_twice_changes_nothing(docx: bytes) -> None:
    assert repack(docx) == docx


def test_every_picture_has_the_chart_s_text_and_a_number_of_its_own(docx: bytes) -> None:
    shapes = list(part(docx).iter(WP + "docPr"))
    specs = [chart.spec for chart in charts_of(sample_brief())]
    assert [shape.get("descr") for shape in shapes] == [spec.alt for spec in specs]
    assert [shape.get("title") for shape in shapes] == [spec.title for spec in specs]
    assert len({shape.get("id") for shape in shapes}) == 2


def test_a_chart_is_no_wider_than_the_text(style: Style, docx: bytes) -> None:
    wide = [int(extent.get("cx")) for extent in part(docx).iter(WP + "extent")]
    sheet = style.sheet
    limit = (sheet.width_mm - sheet.left_mm - sheet.right_mm) * 36000
    assert all(0.9 * limit < width <= limit + 12700 for width in wide)
    spaces = [i.get(side) for i in part(docx).iter(WP + "inline") for side in ("distL", "distR")]
    assert set(spaces) == {"0"}


def test_a_chart_without_a_picture_is_an_error(style: Style) -> None:
    with pytest.raises(BriefgenError, match="shares-1"):
        write_word(sample_brief(), style, {})


def test_the_head_of_a_table_repeats_and_rows_stay_whole(docx: bytes) -> None:
    table = list(part(docx).iter(W + "tbl"))[-1]
    rows = table.findall(W + "tr")
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows[1:])
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    said = table.find(f"{W}tblPr/{W}tblDescription")
    assert said.get(W + "val") == "全部指标的数值、时期、范围和来源"


def test_the_columns_of_a_table_fill_the_text_width(docx: bytes, style: Style) -> None:
    table = list(part(docx).iter(W + "tbl"))[-1]
    widths = [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
    assert widths[0] > widths[-1]
    sheet = style.sheet
    text_mm = sheet.width_mm - sheet.left_mm - sheet.right_mm
    assert abs(sum(widths) - text_mm / 25.4 * 1440) <= 1


def test_a_column_of_a_table_holds_an_english_date(style: Style) -> None:
    long = (Text("The name of a long indicator of the district " * 9),)
    row = (long, long, (Text("Past five years to 1 September 2021, as reported"),))
    table = Table(("Indicator", "Note", "Period"), (row,) * 9, (9, 9, 1), "Figures")
    made = write_word(replace(only(sample_brief(), table), language="en"), style, {})
    (grid,) = part(made).iter(W + "tblGrid")
    inside = int(grid[2].get(W + "w")) / 20 - 2 * style.table.padding_pt
    assert inside > 8.5 * style.formats["Table Cell"].size_pt


def test_a_cell_of_20000_characters_may_split(style: Style) -> None:
    table = Table(("甲", "乙"), (((Text("长" * 20000),), (Text("短"),)),), (1, 1), "长")
    made = write_word(only(sample_brief(), table), style, {})
    row = list(part(made).iter(W + "tr"))[-1]
    assert row.find(f"{W}trPr/{W}cantSplit") is None
    assert "长" * 20000 in texts(made, "TableCell")


def test_a_document_that_ends_with_a_table_ends_with_a_paragraph(style: Style) -> None:
    table = Table(("甲",), ((runs("#1家"),),), (1,), "表")
    body = part(write_word(only(sample_brief(), table), style, {})).find(W + "body")
    assert [child.tag for child in body][-2:] == [W + "p", W + "sectPr"]


def test_every_field_has_a_result_and_nothing_prompts(docx: bytes) -> None:
    for name in ("word/footerdefault.xml", "word/footerfirst.xml"):
        kinds = [c.get(W + "fldCharType") for c in part(docx, name).iter(W + "fldChar")]
        assert kinds == ["begin", "separate", "end"] * 2
        assert "".join(w for _, w in lines(docx, name)) == "第 1 页\u3000共 1 页"
    assert part(docx, "word/settings.xml").find(W + "updateFields") is None


def test_a_prompt_in_the_template_is_not_handed_on(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        "word/settings.xml",
        lambda x: x.replace("<w:defaultTabStop", '<w:updateFields w:val="true"/><w:defaultTabStop'),
    )
    made = write_word(only(sample_brief()), load_style(folder), {})
    assert part(made, "word/settings.xml").find(W + "updateFields") is None


def test_quotation_marks_are_set_as_chinese(docx: bytes) -> None:
    for run in part(docx).iter(W + "r"):
        if "“" in "".join(t.text or "" for t in run.iter(W + "t")):
            assert run.find(f"{W}rPr/{W}rFonts").get(W + "hint") == "eastAsia"


def test_the_properties_are_those_of_the_brief(docx: bytes) -> None:
    made = Document(io.BytesIO(docx)).core_properties
    assert made.title == sample_brief().title
    assert made.subject == "清河区民营经济专题简报"
    assert made.keywords == "民营经济；市场主体；招商引资"
    assert (made.author, made.language) == ("清河区委政策研究室", "zh-CN")
    assert made.last_modified_by == ""


def test_a_template_s_own_properties_are_not_rendered_or_kept(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        "docProps/core.xml",
        lambda x: x.replace(
            "/>",
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>张三</dc:creator>'
            "<dc:description>{ 旧稿 }</dc:description></cp:coreProperties>",
        ),
    )
    made = write_word(only(sample_brief()), load_style(folder), {})
    assert Document(io.BytesIO(made)).core_properties.comments == ""
    assert Document(io.BytesIO(made)).core_properties.author == "清河区委政策研究室"


def test_properties_as_libreoffice_writes_them_are_found(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        "_rels/.rels",
        lambda x: x.replace(
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata",
            "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata",
        ),
    )
    made = write_word(only(sample_brief()), load_style(folder), {})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = [name for name in archive.namelist() if name.startswith("docProps/core")]
    assert names == ["docProps/core.xml"]
    assert Document(io.BytesIO(made)).core_properties.title == sample_brief().title


def test_a_changed_template_is_followed(tmp_path: Path) -> None:
    folder = changed(tmp_path, DOCUMENT, lambda x: x.replace(TITLE, "关于{{ brief.title }}的情况"))
    made = write_word(only(sample_brief()), load_style(folder), {})
    assert texts(made, "Title") == [f"关于{sample_brief().title}的情况"]


def test_what_stands_below_the_body_stays_below_it(tmp_path: Path) -> None:
    foot = '<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r><w:t>报：区委</w:t></w:r></w:p>'
    folder = changed(tmp_path, DOCUMENT, lambda x: x.replace("<w:sectPr>", foot + "<w:sectPr>"))
    style = load_style(folder)
    made = write_word(only(sample_brief(), Heading(1, (Text("末节"),))), style, {})
    assert [words for _, words in lines(made)][-2:] == ["末节", "报：区委"]
    assert style.foot[0].runs[0].text == "报：区委"


# --- boxes and cards --------------------------------------------------------------------------


def test_the_points_of_a_box_stay_together(docx: bytes) -> None:
    points = [
        item
        for item in part(docx).iter(W + "p")
        if (s := item.find(f"{W}pPr/{W}pStyle")) is not None and s.get(W + "val") == "KeyPoint"
    ]
    keeps = [p.find(f"{W}pPr/{W}keepNext").get(W + "val", "1") for p in points]
    assert keeps == ["1", "1", "1", "1", "0"]


@pytest.mark.parametrize(
    ("count", "figure", "sizes"),
    [
        (1, "52%", [1]), (2, "52%", [2]), (3, "52%", [3]), (4, "52%", [4]),
        (4, "预计超过6亿元", [2, 2]), (5, "52%", [3, 2]), (6, "52%", [3, 3]),
        (7, "52%", [4, 3]), (7, "约12.5亿元以上", [3, 2, 2]), (8, "52%", [4, 4]), (0, "", []),
    ],
)  # fmt: skip
def test_cards_fill_their_rows_evenly(count: int, figure: str, sizes: list[int]) -> None:
    cards = tuple(Card("指标", runs("#" + figure), ()) for _ in range(count))
    assert [len(row) for row in card_rows(cards)] == sizes


def test_a_long_figure_is_set_smaller_so_that_it_stands_on_one_line(style: Style) -> None:
    cards = tuple(Card("产值", runs("#预计超过12.5亿元以上"), ()) for _ in range(3))
    made = part(write_word(only(sample_brief(), Cards("", cards)), style, {}))
    table = next(made.iter(W + "tbl"))
    sizes = [int(size.get(W + "val")) / 2 for size in table.iter(W + "sz")]
    assert len(sizes) == 3
    assert all(11 <= size < 16 for size in sizes)


def test_a_row_of_cards_fills_the_grid(docx: bytes) -> None:
    rows = cards_in(docx)
    grids = [[int(column.get(W + "w")) for column in row.iter(W + "gridCol")] for row in rows]
    assert grids[0] == grids[1]
    widths = [[int(cell.get(W + "w")) for cell in row.iter(W + "tcW")] for row in rows]
    assert widths == [grids[0], grids[0][:2]]
    afters = [[after.get(W + "val") for after in row.iter(W + "gridAfter")] for row in rows]
    assert afters == [[], ["1"]]


def test_each_row_of_cards_is_a_table_and_all_keep_together(docx: bytes) -> None:
    """After a table of several rows LibreOffice leaves headings alone at the foot of a page."""
    upper, lower = cards_in(docx)
    assert [len(row.findall(W + "tr")) for row in (upper, lower)] == [1, 1]
    between = upper.getnext()
    assert between.getnext() is lower
    assert not list(between.iter(W + "t"))
    for item in [*upper.iter(W + "p"), between]:
        assert item.find(f"{W}pPr/{W}keepNext") is not None
    notes = [item for item in lower.iter(W + "p") if style_of(item) == "CardNote"]
    assert notes
    assert all(item.find(f"{W}pPr/{W}keepNext") is None for item in notes)


def test_the_rules_of_cards_are_as_long_as_their_row(docx: bytes, style: Style) -> None:
    rule = style.formats["Card Value"].border_left
    assert rule is not None
    for table, count in zip(cards_in(docx), (3, 2), strict=True):
        sides = [side for borders in table.iter(W + "tcBorders") for side in borders]
        assert {side.get(W + "color") for side in sides} == {rule.colour}
        assert len(sides) == count
        assert len(list(table.iter(W + "pBdr"))) == len(texts_in(table))


def cards_in(docx: bytes) -> list[Any]:
    """Return the tables of cards, one a row."""
    tables = part(docx).iter(W + "tbl")
    return [t for t in tables if any(style_of(p) == "CardLabel" for p in t.iter(W + "p"))]


def texts_in(table: Any) -> list[Any]:
    return [item for item in table.iter(W + "p") if next(item.iter(W + "t"), None) is not None]


def test_no_row_of_a_table_stands_alone_on_a_page(style: Style) -> None:
    rows = tuple((runs(f"指标{n}"), runs(f"#{n}户")) for n in range(9))
    made = part(
        write_word(only(sample_brief(), Table(("甲", "乙"), rows, (1, 1), "表")), style, {})
    )
    keeps = [
        next(row.iter(W + "keepNext"), None) is not None
        for row in next(made.iter(W + "tbl")).findall(W + "tr")
    ]
    assert keeps == [False, True, *[False] * 5, True, True, False]  # the head has it from its style


def test_a_frame_of_the_users_own_stays_around_each_part_of_a_card(style: Style) -> None:
    framed = {
        name: replace(look, border_top=look.border_left) for name, look in style.formats.items()
    }
    brief = only(sample_brief(), Cards("", (Card("产值", runs("#5亿元"), ()),)))
    made = part(write_word(brief, replace(style, formats=framed), {}))
    assert list(made.iter(W + "tcBorders")) == []


def test_figures_of_a_row_stand_at_one_height(style: Style) -> None:
    long = Card("战略性新兴制造业产值占规上工业总产值比重", runs("#70%"), ())
    cards = (long, Card("产值", runs("#5亿元"), ()), Card("产值", runs("#5亿元"), ()))
    table = next(
        part(write_word(only(sample_brief(), Cards("", cards)), style, {})).iter(W + "tbl")
    )
    labels = [item for item in table.iter(W + "p") if style_of(item) == "CardLabel"]
    after = [item.find(f"{W}pPr/{W}spacing") for item in labels]
    assert after[0] is None
    pitch = style.formats["Card Label"].line_pt
    assert [int(space.get(W + "after")) / 20 for space in after[1:]] == [pitch, pitch]


def test_labels_that_may_or_may_not_need_two_lines_leave_figures_at_one_height(
    style: Style,
) -> None:
    names = ("The private economy's share of GDP", "The private economy's share of tax", "Output")
    cards = tuple(Card(name, runs("#75%"), ()) for name in names)
    made = part(write_word(only(sample_brief(), Cards("", cards)), style.of("en"), {}))
    labels = [item for item in made.iter(W + "p") if style_of(item) == "CardLabel"]
    pitch = style.of("en").formats["Card Label"].line_pt
    spaces = [item.find(f"{W}pPr/{W}spacing") for item in labels]
    after = [0.0 if s is None else int(s.get(W + "after")) / 20 for s in spaces]
    lines = [1 + sum(1 for _ in item.iter(W + "br")) for item in labels]
    assert {lines[at] * pitch + after[at] for at in range(3)} == {2 * pitch}
    assert lines == [2, 2, 1]


def test_empty_blocks_do_no_harm(style: Style) -> None:
    empty = (
        KeyPoints("", ()),
        Cards("", ()),
        Table(("甲",), (), (1,), ""),
        SourceList(()),
        SourceList((SourceEntry(0, "", "", (Quote("0a", "", ()),)),)),
        Paragraph(ParagraphRole.BODY, ()),
    )
    made = write_word(only(sample_brief(), *empty), style, {})
    assert texts(made, "TableHead") == ["甲"]
