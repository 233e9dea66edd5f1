"""What a Word template may hold, how it is read, and how everything else is refused."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sample_brief import runs, sample_brief

from briefgen.brief import Brief, Masthead
from briefgen.errors import DataError
from briefgen.writers.package import pack
from briefgen.writers.template import (
    FORMAT_NAMES,
    REFERENCE,
    TemplateParagraph,
    fill,
    load_style,
    render_fields,
)

STANDARD = Path(__file__).parents[2] / "templates" / "standard"
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
TITLE = "{{ brief.title }}"
Change = Callable[[str], str]


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(tmp_path: Path, part: str, change: Change) -> Path:
    """Return a style folder whose template has one part changed; the change must change it."""
    parts = parts_of((STANDARD / "brief.docx").read_bytes())
    before = parts[part].decode()
    after = change(before)
    assert after != before
    return with_parts(tmp_path, parts | {part: after.encode()})


def with_parts(tmp_path: Path, parts: dict[str, bytes]) -> Path:
    return with_bytes(tmp_path, pack(parts))


def with_bytes(tmp_path: Path, docx: bytes) -> Path:
    folder = tmp_path / "house"
    folder.mkdir(exist_ok=True)
    (folder / "brief.docx").write_bytes(docx)
    return folder


def refusal(folder: Path) -> str:
    with pytest.raises(DataError) as caught:
        load_style(folder)
    assert "brief.docx" in str(caught.value)
    return str(caught.value)


def words(paragraph: TemplateParagraph | None) -> str:
    assert paragraph is not None
    return "".join("\t" if run.tab else run.field or run.text for run in paragraph.runs)


# --- what is read -----------------------------------------------------------------------------


def test_the_standard_style_has_every_documented_format_with_an_east_asian_font() -> None:
    style = load_style(STANDARD)
    assert set(style.formats) == {*FORMAT_NAMES, REFERENCE}
    assert all(look.east_asian and look.latin for look in style.formats.values())


def test_the_body_text_is_read_with_size_pitch_and_indent() -> None:
    body = load_style(STANDARD).formats["Body Text"]
    assert (body.east_asian, body.latin) == ("宋体", "Times New Roman")
    assert (body.size_pt, body.line_pt, body.first_line_chars) == (10.5, 18.0, 2.0)
    assert body.align == "justify"


def test_the_sheet_is_a4() -> None:
    sheet = load_style(STANDARD).sheet
    assert (round(sheet.width_mm), round(sheet.height_mm)) == (210, 297)
    assert sheet.left_mm == sheet.right_mm == 23.0


def test_a_changed_margin_and_size_are_followed(tmp_path: Path) -> None:
    folder = changed(tmp_path, DOCUMENT, lambda x: x.replace('w:left="1304"', 'w:left="1701"'))
    assert load_style(folder).sheet.left_mm == 30.0


def test_a_multiple_line_pitch_is_resolved_by_the_size(tmp_path: Path) -> None:
    def change(xml: str) -> str:
        return xml.replace('w:line="360" w:lineRule="exact"', 'w:line="360" w:lineRule="auto"')

    body = load_style(changed(tmp_path, STYLES, change)).formats["Body Text"]
    assert body.line_pt == pytest.approx(1.5 * 1.3 * 10.5)


def test_a_style_inherits_what_it_does_not_say(tmp_path: Path) -> None:
    def change(xml: str) -> str:
        xml = re.sub(
            r'(<w:name w:val="Lead"/>)<w:basedOn w:val="Normal"/>',
            r'\1<w:basedOn w:val="BodyText"/>',
            xml,
        )
        return re.sub(
            r'(<w:name w:val="Lead"/>.*?)<w:pPr>.*?</w:rPr></w:style>',
            r"\1<w:rPr><w:i/></w:rPr></w:style>",
            xml,
            count=1,
        )

    formats = load_style(changed(tmp_path, STYLES, change)).formats
    lead, body = formats["Lead"], formats["Body Text"]
    assert lead.italic
    assert lead == replace(body, name="Lead", italic=True)


def test_a_theme_font_is_looked_up_in_the_theme(tmp_path: Path) -> None:
    parts = parts_of((STANDARD / "brief.docx").read_bytes())
    styles = parts[STYLES].decode()
    parts[STYLES] = styles.replace('w:eastAsia="宋体"', 'w:eastAsiaTheme="minorEastAsia"').encode()
    parts["word/theme/theme1.xml"] = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
        '<a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>'
    ).encode()
    assert load_style(with_parts(tmp_path, parts)).formats["Body Text"].east_asian == "等线"


def test_the_box_has_its_tint_and_its_rule() -> None:
    point = load_style(STANDARD).formats["Key Point"]
    assert point.shading == "EEF3F8"
    assert point.border_left is not None
    assert point.border_left.width_pt == 3.0


def test_the_masthead_is_read_in_order_with_tabs_and_rule() -> None:
    masthead = load_style(STANDARD).masthead
    assert [p.name for p in masthead] == ["Masthead Name", "Masthead Line", "Title", "Coverage"]
    assert masthead[1].format.border_bottom is not None
    assert masthead[1].tabs[0].align == "right"


def test_page_numbers_are_fields_without_their_last_result() -> None:
    footer = fill(load_style(STANDARD).footer[0], sample_brief())
    assert words(footer) == "第 PAGE 页\u3000共 NUMPAGES 页"


def test_a_simple_table_becomes_a_line_with_tabs(tmp_path: Path) -> None:
    def cell(width: int, align: str, text: str) -> str:
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
            f'<w:pStyle w:val="MastheadLine"/><w:jc w:val="{align}"/></w:pPr>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        )

    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5000"/></w:tblGrid>'
    row = cell(4000, "left", "{{ organ }}") + cell(5000, "right", "{{ issue.date }}")
    table = f"<w:tbl><w:tblPr/>{grid}<w:tr>{row}</w:tr></w:tbl>"
    folder = changed(tmp_path, DOCUMENT, lambda x: x.replace("<w:body>", "<w:body>" + table))
    line = load_style(folder).masthead[0]
    assert words(fill(line, sample_brief())) == "清河区委政策研究室\t2024年3月1日"
    assert [(stop.position_pt, stop.align) for stop in line.tabs] == [(444.6, "right")]


def test_narratives_are_read_by_language(tmp_path: Path) -> None:
    folder = with_bytes(tmp_path, (STANDARD / "brief.docx").read_bytes())
    (folder / "narrative.zh.j2").write_text("比重{{ value }}", encoding="utf-8")
    (folder / "narrative.en.j2").write_text("share {{ value }}", encoding="utf-8")
    assert load_style(folder).narratives == {"en": "share {{ value }}", "zh": "比重{{ value }}"}


# --- fields -----------------------------------------------------------------------------------


def test_fields_are_filled_with_literal_text() -> None:
    brief = replace(sample_brief(), title="R&D<5% {{7*7}} {% for x in y %} </w:t>")
    assert render_fields("{{ brief.title }}", brief) == brief.title


def test_a_paragraph_whose_fields_are_all_empty_is_left_out() -> None:
    bare = replace(sample_brief(), masthead=Masthead("清河专题简报"), coverage=())
    name, line, _, coverage = load_style(STANDARD).masthead
    assert words(fill(name, bare)) == "清河专题简报\t"
    assert words(fill(line, bare)) == "民营经济\t"
    assert fill(coverage, bare) is None


def test_a_label_stands_only_where_its_field_is_given() -> None:
    text = "{% if editor %}编辑：{{ editor }}{% endif %}"
    assert render_fields(text, sample_brief()) == "编辑：李明"
    assert render_fields(text, replace(sample_brief(), masthead=Masthead("简报"))) == ""


def test_a_field_split_over_runs_is_filled() -> None:
    title = load_style(STANDARD).masthead[2]
    run = title.runs[0]
    split = replace(
        title, runs=tuple(replace(run, text=t) for t in ("{", "{ brief.", "title }", "}！"))
    )
    assert words(fill(split, sample_brief())) == sample_brief().title + "！"


def test_control_characters_never_leave_a_field() -> None:
    brief = replace(sample_brief(), title="甲\x00\x1b[31m\ufffe乙\r\n丙\ud800")
    assert render_fields("{{ brief.title }}", brief) == "甲[31m乙 丙\ufffd"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ brief.titel }}", "no field brief.titel"),
        ("{{ title }}", "no field title"),
        ("{% for x in brief.blocks %}{{ x }}", "cannot be read"),
        ("{% for x in brief.title %}{{ x }}{% endfor %}", "a loop"),
        ("{{ ''.__class__.__mro__ }}", "not allowed"),
        ("{{ brief.title.__class__ }}", "no field brief.title.__class__"),
        ("{{ brief.title.upper() }}", "a call"),
        ("{{ range(999999999) }}", "a call"),
        ("{{ brief.title | upper }}", "a filter"),
        ("{{ 7 * 7 }}", "not allowed"),
        ("{% include 'x' %}", "an include"),
        ("{% if editor %}编辑", "cannot be read"),
        ("{%p if editor %}", "cannot be read"),
        ("{{ brief.title }", "brace"),
        ("a { b", "brace"),
    ],
)
def test_anything_but_a_field_is_refused_with_its_paragraph(
    tmp_path: Path, text: str, said: str
) -> None:
    folder = changed(tmp_path, DOCUMENT, lambda x: x.replace(TITLE, text.replace("<", "&lt;")))
    message = refusal(folder)
    assert said in message
    assert f"paragraph 3 “{text[:20]}" in message
    assert "hint:" in message


def test_the_hint_lists_the_fields(tmp_path: Path) -> None:
    folder = changed(tmp_path, DOCUMENT, lambda x: x.replace(TITLE, "{{ brief.name }}"))
    assert "organ" in refusal(folder)


def test_a_field_in_a_picture_s_description_is_refused(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        DOCUMENT,
        lambda x: x.replace(
            "<w:body>",
            '<w:body><w:p><w:bookmarkStart w:id="3" w:name="{{ 7*7 }}"/></w:p>',
        ),
    )
    assert "outside the text" in refusal(folder)


# --- the body's place -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("{{ body }}", "正文", "{{ body }} is missing"),
        (TITLE, "{{ body }}", "{{ body }} stands 2 times"),
        ("{{ body }}", "正文：{{ body }}", "a paragraph of its own"),
    ],
)
def test_the_body_stands_once_and_alone(tmp_path: Path, before: str, after: str, said: str) -> None:
    assert said in refusal(changed(tmp_path, DOCUMENT, lambda x: x.replace(before, after)))


def test_the_body_cannot_stand_in_a_footer(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        "word/headerdefault.xml",
        lambda x: x.replace("{{ issue.number }}", "{{ body }}"),
    )
    assert "header paragraph 1" in refusal(folder)


# --- styles -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Key Point", "heading 2", "Brief Table", "Reference"])
def test_a_missing_style_is_named(tmp_path: Path, name: str) -> None:
    folder = changed(
        tmp_path, STYLES, lambda x: x.replace(f'<w:name w:val="{name}"/>', '<w:name w:val="x"/>')
    )
    assert name.lower() in refusal(folder).lower()


def test_a_look_that_the_pdf_cannot_follow_is_named(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        STYLES,
        lambda x: x.replace(
            '<w:color w:val="5F6B7A"/>', '<w:color w:val="5F6B7A"/><w:u w:val="single"/>', 1
        ),
    )
    message = refusal(folder)
    assert "style “Coverage” uses underlining" in message


def test_a_style_without_an_east_asian_font_is_refused(tmp_path: Path) -> None:
    folder = changed(tmp_path, STYLES, lambda x: x.replace('w:eastAsia="宋体"', ""))
    assert "names no East Asian font" in refusal(folder)


def test_a_measure_that_is_no_number_is_refused(tmp_path: Path) -> None:
    folder = changed(tmp_path, STYLES, lambda x: x.replace('w:sz w:val="21"', 'w:sz w:val="big"'))
    assert "no number" in refusal(folder)


# --- the closed list --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<w:r><w:br/></w:r>", "line break"),
        ("<w:r><w:pict/></w:r>", "text box"),
        ("<w:r><w:object/></w:r>", "embedded object"),
        ("<w:hyperlink><w:r><w:t>x</w:t></w:r></w:hyperlink>", "hyperlink"),
        ("<w:ins><w:r><w:t>x</w:t></w:r></w:ins>", "tracked change"),
        ("<w:sdt><w:sdtContent/></w:sdt>", "content control"),
        ("<w:r><w:footnoteReference w:id='1'/></w:r>", "footnote"),
        ("<w:fldSimple w:instr='INCLUDETEXT \"/etc/passwd\"'/>", "INCLUDETEXT"),
        ("<w:fldSimple w:instr='DATE'/>", "the field DATE"),
    ],
)
def test_what_is_not_on_the_list_is_refused_by_name(tmp_path: Path, xml: str, said: str) -> None:
    at = '<w:t xml:space="preserve">{{ brief.title }}</w:t></w:r>'
    message = refusal(changed(tmp_path, DOCUMENT, lambda x: x.replace(at, at + xml)))
    assert said in message
    assert "paragraph 3 “{{ brief.title }}" in message


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('<w:cols w:space="425"/>', '<w:cols w:num="2"/>', "columns"),
        ("<w:titlePg/>", "<w:pgBorders/><w:titlePg/>", "page borders"),
    ],
)
def test_a_page_that_the_pdf_cannot_follow_is_refused(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    assert said in refusal(changed(tmp_path, DOCUMENT, lambda x: x.replace(before, after)))


# --- hostile and damaged files ----------------------------------------------------------------


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path)


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    assert "no .docx" in refusal(with_bytes(tmp_path, b"not a zip file at all"))


def test_a_cut_off_file_is_refused(tmp_path: Path) -> None:
    docx = (STANDARD / "brief.docx").read_bytes()
    assert "no .docx" in refusal(with_bytes(tmp_path, docx[: len(docx) // 2]))


def test_a_damaged_entry_is_refused(tmp_path: Path) -> None:
    docx = bytearray((STANDARD / "brief.docx").read_bytes())
    docx[60:90] = b"\xff" * 30
    assert "docx" in refusal(with_bytes(tmp_path, bytes(docx)))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    parts = parts_of((STANDARD / "brief.docx").read_bytes())
    folder = with_parts(tmp_path, parts | {"word/media/big.xml": b" " * (40 * 2**20)})
    assert "zip bomb" in refusal(folder)


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    parts = parts_of((STANDARD / "brief.docx").read_bytes())
    folder = with_parts(tmp_path, parts | {f"word/media/{n}.bin": b"" for n in range(600)})
    assert "zip bomb" in refusal(folder)


def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    out = io.BytesIO((STANDARD / "brief.docx").read_bytes())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, "<x/>")
    assert "two entries" in refusal(with_bytes(tmp_path, out.getvalue()))


def test_a_lying_size_is_refused(tmp_path: Path) -> None:
    docx = (STANDARD / "brief.docx").read_bytes()
    at = docx.rindex(b"PK\x01\x02")
    lied = docx[: at + 24] + struct.pack("<I", 5) + docx[at + 28 :]
    assert "docx" in refusal(with_bytes(tmp_path, lied))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused(tmp_path: Path, encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    parts = parts_of((STANDARD / "brief.docx").read_bytes())
    folder = with_parts(tmp_path, parts | {"word/settings.xml": bomb.encode(encoding)})
    assert "DOCTYPE" in refusal(folder)


def test_a_link_to_the_outside_is_refused(tmp_path: Path) -> None:
    link = (
        '<Relationship Id="x" Type="http://t/attachedTemplate" Target="http://127.0.0.1/a.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    folder = changed(
        tmp_path,
        "word/_rels/document.xml.rels",
        lambda x: x.replace("</Relationships>", link),
    )
    assert "points outside" in refusal(folder)


def test_macros_are_refused(tmp_path: Path) -> None:
    parts = parts_of((STANDARD / "brief.docx").read_bytes())
    assert "macros" in refusal(with_parts(tmp_path, parts | {"word/vbaProject.bin": b"x"}))


def test_broken_xml_is_refused(tmp_path: Path) -> None:
    assert "no valid XML" in refusal(changed(tmp_path, STYLES, lambda x: x[:-9]))


def test_a_narrative_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    folder = with_bytes(tmp_path, (STANDARD / "brief.docx").read_bytes())
    (folder / "narrative.zh.j2").write_bytes("比重".encode("gbk"))
    with pytest.raises(DataError, match="no UTF-8"):
        load_style(folder)


def test_the_coverage_field_holds_the_words_of_its_runs() -> None:
    brief: Brief = replace(sample_brief(), coverage=runs("资料时段：", "#2023年"))
    assert render_fields("{{ brief.coverage }}", brief) == "资料时段：2023年"


def test_english_briefs_have_a_template_of_their_own() -> None:
    style = load_style(STANDARD)
    assert style.of("en").formats["Body Text"].line_pt < style.formats["Body Text"].line_pt
    assert style.of("en").docx != style.docx
    assert style.of("zh") is style


def test_a_style_without_an_english_template_uses_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "brief.docx").write_bytes((STANDARD / "brief.docx").read_bytes())
    style = load_style(folder)
    assert style.of("en") is style


def test_a_broken_english_template_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "brief.docx").write_bytes((STANDARD / "brief.docx").read_bytes())
    (folder / "brief.en.docx").write_bytes(b"no zip")
    with pytest.raises(DataError) as caught:
        load_style(folder)
    assert "brief.en.docx" in str(caught.value)
