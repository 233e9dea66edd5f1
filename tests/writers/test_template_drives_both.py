"""A change to the Word template shows in both files: in the .docx and, measured, in the PDF."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from pdf_measures import MM, Letter, find, letters_of, pictures_of, shapes_of
from pdf_reading import only, pages_of, prose, written
from sample_brief import sample_brief, sample_pictures
from template_changes import (
    DOCUMENT,
    FIRST,
    FOOTER,
    NAMESPACES,
    SETTINGS,
    STYLES,
    Edit,
    Seen,
    changed_style,
    in_style,
    made,
    style_of,
    swap,
    template,
)
from word_parts_reading import parts_of

from briefgen.brief import Paragraph, ParagraphRole, Text
from briefgen.writers.package import pack
from briefgen.writers.template import load_style
from briefgen.writers.word import write_word


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    return made(tmp_path_factory.mktemp("plain"), {})


def row_of(letters: list[Letter], words: str) -> list[Letter]:
    first = find(letters, words)
    return [one for one in letters if one.page == first.page and abs(one.base - first.base) < 1]


# --- the sheet --------------------------------------------------------------------------------


def test_a_margin(tmp_path: Path, plain: Seen) -> None:
    seen = made(tmp_path, {DOCUMENT: swap('w:left="1304"', 'w:left="1701"')})
    assert 'w:left="1701"' in seen.word()
    moved = find(seen.letters, "清河专题简报").x - find(plain.letters, "清河专题简报").x
    assert moved / MM == pytest.approx(7, abs=0.1)


def test_the_size_of_the_page(tmp_path: Path) -> None:
    edit = swap('w:w="11906" w:h="16838"', 'w:w="10319" w:h="14571"')
    seen = made(tmp_path, {DOCUMENT: edit})
    assert 'w:pgSz w:w="10319" w:h="14571"' in seen.word()
    wide, high = pypdfium2.PdfDocument(seen.pdf)[0].get_size()
    assert (wide / MM, high / MM) == pytest.approx((182, 257), abs=0.1)
    assert max(one.right for one in seen.letters) < (182 - 22.9) * MM
    assert max(one.ink_bottom for one in seen.letters) < 257 * MM


def test_the_document_grid(tmp_path: Path, plain: Seen) -> None:
    def on_grid(xml: str) -> str:
        xml = in_style("Body Text", '<w:snapToGrid w:val="0"/>', "")(xml)
        return in_style("Body Text", 'w:line="360" w:lineRule="exact"', 'w:line="240"')(xml)

    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="500" w:charSpace="4096"/>'
    runs = in_style("Body Text", '<w:snapToGrid w:val="0"/>', "")
    edits = {
        DOCUMENT: swap("<w:titlePg/>", f"<w:titlePg/>{grid}"),
        STYLES: lambda xml: runs(on_grid(xml)),
    }
    seen = made(tmp_path, edits)
    assert grid in seen.word()
    assert pitch_of_body(seen) == pytest.approx(25)
    assert pitch_of_body(plain) == pytest.approx(18)
    assert step_of_body(seen) - step_of_body(plain) == pytest.approx(1.0, abs=0.3)


def body_rows(seen: Seen) -> list[list[Letter]]:
    """Return the first two lines of a paragraph of body text."""
    letters = seen.letters
    first = find(letters, "近年来建立全覆盖")
    below = [one for one in letters if one.page == first.page and 5 < one.base - first.base < 40]
    second = min(one.base for one in below if one.size == first.size)
    return [row_of(letters, "近年来建立全覆盖"), [one for one in below if one.base == second]]


def pitch_of_body(seen: Seen) -> float:
    first, second = body_rows(seen)
    return second[0].base - first[0].base


def step_of_body(seen: Seen) -> float:
    """Return the distance of the first characters of body text from each other."""
    row = body_rows(seen)[0]
    steps = [b.x - a.x for a, b in pairwise(row[:8])]
    return sum(steps) / len(steps)


# --- styles -----------------------------------------------------------------------------------


def test_a_colour(tmp_path: Path) -> None:
    seen = made(tmp_path, {STYLES: in_style("Masthead Name", "12436D", "C00000")})
    assert 'w:val="C00000"' in seen.word(STYLES)
    assert find(seen.letters, "清河专题简报").colour == (0xC0, 0, 0)


def test_a_size(tmp_path: Path) -> None:
    seen = made(tmp_path, {STYLES: in_style("Title", 'w:sz w:val="42"', 'w:sz w:val="48"')})
    assert 'w:sz w:val="48"' in seen.word(STYLES)
    assert find(seen.letters, "民营经济增加值占比").size == 24


def test_a_font(tmp_path: Path, plain: Seen) -> None:
    seen = made(tmp_path, {STYLES: in_style("Body Text", 'eastAsia="宋体"', 'eastAsia="楷体"')})
    assert 'w:eastAsia="楷体"' in seen.word(STYLES)
    assert find(plain.letters, "近年来建立全覆盖").font == "NotoSerifSC-Regular"
    assert find(seen.letters, "近年来建立全覆盖").font == "BriefgenKai-Regular"


def test_weight(tmp_path: Path) -> None:
    edit = in_style("heading 2", "<w:b/>", '<w:b w:val="0"/>')
    seen = made(tmp_path, {STYLES: edit})
    assert style_of("heading 2", seen.word(STYLES)) == changed_style("heading 2", edit)
    assert find(seen.letters, "（一）民营经济占GDP").font == "NotoSansSC-Regular"


def test_line_spacing(tmp_path: Path) -> None:
    seen = made(tmp_path, {STYLES: in_style("Body Text", 'w:line="360"', 'w:line="440"')})
    assert 'w:line="440"' in seen.word(STYLES)
    assert pitch_of_body(seen) == pytest.approx(22)


def test_space_before(tmp_path: Path, plain: Seen) -> None:
    seen = made(tmp_path, {STYLES: in_style("Coverage", 'w:before="0"', 'w:before="600"')})
    assert 'w:before="600"' in seen.word(STYLES)
    moved = find(seen.letters, "资料时段").base - find(plain.letters, "资料时段").base
    assert moved == pytest.approx(30 - 3)  # the title's 3 points after it count no more


@pytest.mark.parametrize(("before", "moved"), [("40", 0), ("60", 0), ("100", 2)])
def test_of_two_spaces_the_larger_one_stands_between_paragraphs(
    tmp_path: Path, plain: Seen, before: str, moved: float
) -> None:
    seen = made(tmp_path, {STYLES: in_style("Coverage", 'w:before="0"', f'w:before="{before}"')})
    lower = find(seen.letters, "资料时段").base - find(plain.letters, "资料时段").base
    assert lower == pytest.approx(moved, abs=0.01)


def test_both_spaces_count_where_the_template_asks_for_the_spacing_of_word_97(
    tmp_path: Path, plain: Seen
) -> None:
    old = "<w:doNotUseHTMLParagraphAutoSpacing/>"
    edits = {
        STYLES: in_style("Coverage", 'w:before="0"', 'w:before="40"'),
        SETTINGS: swap("<w:compat>", f"<w:compat>{old}"),
    }
    seen = made(tmp_path, edits)
    assert old in seen.word(SETTINGS)
    moved = find(seen.letters, "资料时段").base - find(plain.letters, "资料时段").base
    assert moved == pytest.approx(2, abs=0.01)


def test_an_indent_in_characters(tmp_path: Path) -> None:
    edit = in_style("Body Text", 'w:firstLineChars="200"', 'w:firstLineChars="400"')
    seen = made(tmp_path, {STYLES: edit})
    assert 'w:firstLineChars="400"' in seen.word(STYLES)
    assert body_rows(seen)[0][0].x - 23 * MM == pytest.approx(4 * 10.5, abs=0.1)


def test_alignment(tmp_path: Path) -> None:
    edit = in_style("Coverage", 'w:jc w:val="left"', 'w:jc w:val="right"')
    seen = made(tmp_path, {STYLES: edit})
    assert style_of("Coverage", seen.word(STYLES)) == changed_style("Coverage", edit)
    last = row_of(seen.letters, "资料时段")[-1]
    assert last.x + last.size == pytest.approx(187 * MM, abs=1)


def test_letter_spacing(tmp_path: Path, plain: Seen) -> None:
    edit = in_style("Title", "<w:sz ", '<w:spacing w:val="40"/><w:sz ')
    seen = made(tmp_path, {STYLES: edit})
    assert '<w:spacing w:val="40"/>' in seen.word(STYLES)
    wide, usual = (
        find(s.letters, "营经济增加值").x - find(s.letters, "民营经济增加值占比").x
        for s in (seen, plain)
    )
    assert wide - usual == pytest.approx(2)


def test_keep_with_next(tmp_path: Path) -> None:
    """A note that would stand last on page 1 goes to page 2 with what follows it."""
    note = Paragraph(ParagraphRole.NOTE, (Text("此注与下段同页"),))
    edit = in_style("Note", "<w:pPr>", "<w:pPr><w:keepNext/>")
    folder = tmp_path / "house"
    folder.mkdir()
    styles = template()[STYLES].decode()
    pages = {}
    for name, xml in (("plain", styles), ("kept", edit(styles))):
        (folder / "brief.docx").write_bytes(pack({**template(), STYLES: xml.encode()}))
        style = load_style(folder)
        for count in range(25, 40):
            brief = only(*[prose("行")] * count, note, prose("后文"))
            letters = letters_of(written(brief, style))
            pages[name, count] = find(letters, "此注").page, find(letters, "后文").page
    last = [count for count in range(25, 40) if pages["plain", count] == (0, 1)]
    assert last
    assert all(pages["kept", count] == (1, 1) for count in last)
    docx = parts_of(write_word(only(note), load_style(folder), {}))
    assert style_of("Note", docx[STYLES].decode()) == changed_style("Note", edit)


def test_shading(tmp_path: Path) -> None:
    def edit(xml: str) -> str:
        for name in ("Key Points Title", "Key Point"):
            xml = in_style(name, 'w:fill="EEF3F8"', 'w:fill="FFF2CC"')(xml)
        return xml

    seen = made(tmp_path, {STYLES: edit})
    assert 'w:fill="FFF2CC"' in seen.word(STYLES)
    tints = [s for s in shapes_of(seen.pdf) if s.colour == (0xFF, 0xF2, 0xCC) and not s.is_rule]
    point = find(seen.letters, "民营经济增加值占GDP比重")
    assert any(s.left < point.x < s.right and s.top < point.base < s.bottom for s in tints)


def test_a_rule(tmp_path: Path) -> None:
    edit = in_style(
        "Masthead Line",
        'w:sz="18" w:space="4" w:color="12436D"',
        'w:sz="36" w:space="4" w:color="C00000"',
    )
    seen = made(tmp_path, {STYLES: edit})
    assert 'w:sz="36"' in seen.word(STYLES)
    (rule,) = [s for s in shapes_of(seen.pdf) if s.colour == (0xC0, 0, 0)]
    assert rule.width == pytest.approx(4.5)


def test_what_a_style_is_based_on(tmp_path: Path) -> None:
    def edit(xml: str) -> str:
        xml = in_style("Lead", '<w:sz w:val="21"/>', "")(xml)
        xml = in_style("Lead", 'w:basedOn w:val="Normal"', 'w:basedOn w:val="BodyText"')(xml)
        return in_style("Body Text", '<w:sz w:val="21"/>', '<w:sz w:val="25"/>')(xml)

    seen = made(tmp_path, {STYLES: edit})
    assert style_of("Lead", seen.word(STYLES)) == changed_style("Lead", edit)
    assert find(seen.letters, "民营经济增加值占GDP比重52%，税收占比73%。").size == 12.5


def test_the_tint_of_a_table_s_head(tmp_path: Path) -> None:
    edit = in_style("Brief Table", 'w:fill="EEF3F8"', 'w:fill="E2EFDA"')
    seen = made(tmp_path, {STYLES: edit})
    assert 'w:fill="E2EFDA"' in seen.word(STYLES)
    assert [s for s in shapes_of(seen.pdf) if s.colour == (0xE2, 0xEF, 0xDA)]


# --- masthead, header, footer -----------------------------------------------------------------

_TITLE = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>'


def line_xml(words: str, more: str = "") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="MastheadLine"/>{more}</w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
    )


def test_a_line_of_the_masthead(tmp_path: Path) -> None:
    seen = made(tmp_path, {DOCUMENT: swap(_TITLE, line_xml("内部参阅：{{ organ }}") + _TITLE)})
    assert "内部参阅：清河区委政策研究室" in seen.word()
    line, title = find(seen.letters, "内部参阅：清河区委"), find(seen.letters, "民营经济增加值占比")
    assert line.base < title.base


def test_a_tab(tmp_path: Path) -> None:
    edit = in_style("Masthead Line", 'w:val="right" w:pos="9298"', 'w:val="left" w:pos="4000"')
    seen = made(tmp_path, {STYLES: edit})
    assert 'w:val="left" w:pos="4000"' in seen.word(STYLES)
    assert find(seen.letters, "清河区委政策研究室").x == pytest.approx(23 * MM + 200, abs=0.1)


def with_logo(png: bytes, size: int) -> tuple[dict[str, Edit], dict[str, bytes]]:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><wp:extent cx="{size * 12700}" cy="{size * 12700}"/>'
        '<wp:docPr id="1" name="logo" descr="清河区的标志"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:nvPicPr><pic:cNvPr id="1" name="logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="logo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{size * 12700}" cy="{size * 12700}"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relation = f'<Relationship Id="logo" Type="{kind}" Target="media/logo.png"/></Relationships>'
    name = '<w:pStyle w:val="MastheadName"/></w:pPr>'
    edits = {
        DOCUMENT: swap(name, name + drawing),
        "word/_rels/document.xml.rels": swap("</Relationships>", relation),
        "[Content_Types].xml": swap(
            "<Override ", '<Default Extension="png" ContentType="image/png"/><Override '
        ),
    }
    return edits, {"word/media/logo.png": png}


def test_another_logo(tmp_path: Path) -> None:
    pictures = {p.png for p in sample_pictures(sample_brief()).values()}
    first, second = sorted(pictures)[:2]
    found = []
    for name, png, size in (("one", first, 30), ("two", second, 42)):
        folder = tmp_path / name
        folder.mkdir()
        edits, more = with_logo(png, size)
        seen = made(folder, edits, more)
        media = [blob for part, blob in seen.docx.items() if part.startswith("word/media/")]
        assert png in media
        assert pictures_of(seen.pdf)[0] == pytest.approx((size, size))
        found.append(seen.pdf)
    assert found[0] != found[1]


def test_a_logo_higher_than_its_line_is_not_cut_off_in_word(tmp_path: Path) -> None:
    png = sample_pictures(sample_brief())["shares-1"].png
    for size, rule in ((42, "atLeast"), (14, "exact")):
        folder = tmp_path / rule
        folder.mkdir()
        word = made(folder, *with_logo(png, size)).word()
        head = word[: word.index("</w:p>")]
        grown = re.findall(r'<w:spacing [^>]*w:lineRule="(\w+)"', head)
        assert grown == (["atLeast"] if rule == "atLeast" else [])  # else its style's own
        assert 'distL="0"' in head


def test_the_words_of_the_footer(tmp_path: Path) -> None:
    seen = made(tmp_path, {FOOTER: swap("第 {% endif %}", "页码 {% endif %}")})
    assert "页码 " in seen.word(FOOTER)
    page = re.sub(r"\s", "", pages_of(seen.pdf)[1])
    assert page.endswith("页码2页共" + str(len(pages_of(seen.pdf))) + "页")


def test_the_header_of_the_first_page(tmp_path: Path) -> None:
    words = "<w:r><w:t>首页眉：{{ issue.number }}</w:t></w:r></w:p></w:hdr>"
    seen = made(tmp_path, {FIRST: swap("</w:p></w:hdr>", words)})
    assert "首页眉：第3期" in seen.word(FIRST)
    held = ["首页眉：第3期" in re.sub(r"\s", "", page) for page in pages_of(seen.pdf)]
    assert held == [True] + [False] * (len(held) - 1)


def test_the_footer_of_even_pages(tmp_path: Path) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    words = "<w:r><w:t>双页：{{ issue.name }}</w:t></w:r>"
    part = (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{words}</w:p></w:ftr>'
    )
    edits = {
        DOCUMENT: swap("<w:sectPr>", '<w:sectPr><w:footerReference w:type="even" r:id="even"/>'),
        SETTINGS: swap("<w:characterSpacing", "<w:evenAndOddHeaders/><w:characterSpacing"),
        "word/_rels/document.xml.rels": swap(
            "</Relationships>",
            f'<Relationship Id="even" Type="{kind}" Target="footereven.xml"/></Relationships>',
        ),
        "[Content_Types].xml": swap(
            "</Types>",
            f'<Override PartName="/word/footereven.xml" ContentType="{content}"/></Types>',
        ),
    }
    seen = made(tmp_path, edits, {"word/footereven.xml": part.encode()})
    assert "双页：清河专题简报" in seen.word("word/footereven.xml")
    held = ["双页：清河专题简报" in re.sub(r"\s", "", page) for page in pages_of(seen.pdf)]
    assert held == [number % 2 == 1 for number in range(len(held))]
    assert len(held) > 1


def test_a_simple_table_with_its_rules(tmp_path: Path) -> None:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{line_xml(words)}</w:tc>'
        for wide, words in ((3000, "供稿单位"), (6298, "{{ organ }}"))
    )
    rule = '<w:top w:val="single" w:sz="16" w:space="0" w:color="00B050"/>'
    table = (
        f"<w:tbl><w:tblPr><w:tblBorders>{rule}</w:tblBorders></w:tblPr><w:tblGrid>"
        f'<w:gridCol w:w="3000"/><w:gridCol w:w="6298"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>'
    )
    seen = made(tmp_path, {DOCUMENT: swap(_TITLE, table + _TITLE)})
    assert "供稿单位" in seen.word()
    (drawn,) = [s for s in shapes_of(seen.pdf) if s.colour == (0, 0xB0, 0x50)]
    assert drawn.width == pytest.approx(2)
    label = row_of(seen.letters, "供稿单位")
    organ = next(one for one in label if one.char == "清")
    assert organ.x - label[0].x == pytest.approx(150, abs=0.2)
