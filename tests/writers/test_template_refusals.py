"""What the PDF cannot follow is refused by name, and the fields are documented as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from template_changes import DOCUMENT, HEADER, STYLES, Edit, in_style, made, swap

from briefgen.cli import main
from briefgen.errors import DataError
from briefgen.writers.template_fields import FIELDS, field_rows

ROOT = Path(__file__).parents[2]
_TITLE = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def _frame(place: str) -> str:
    return f'<w:framePr w:w="900" w:wrap="around" {place}/>'


def _table(properties: str = "", cell: str = "", row: str = "") -> str:
    paragraph = '<w:p><w:pPr><w:pStyle w:val="MastheadLine"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    return (
        f'<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
        f"<w:tr>{row}<w:tc><w:tcPr>{cell}</w:tcPr>{paragraph}</w:tc></w:tr></w:tbl>"
    )


def _in_title(run: str) -> str:
    return f"{_TITLE}<w:r>{run}</w:r>"


def _drawing(placed: str, kind: str) -> str:
    host = "openxmlformats.org" if "drawingml" in kind else "microsoft.com/office"
    return (
        f'<w:drawing><wp:{placed} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="9" cy="9"/><wp:docPr id="9" name="x"/><a:graphic '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
        f'uri="http://schemas.{host}/{kind}"/></a:graphic></wp:{placed}></w:drawing>'
    )


_DELETED = '<w:del w:id="1" w:author="王清"/>'
_LINK = (
    '<Relationship Id="web" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>'
)
_AT_FOOT = 'w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"'
_FAULTS: dict[str, tuple[str, Edit, str]] = {
    "a frame somewhere": (
        DOCUMENT,
        swap(_TITLE, _TITLE.replace("</w:pPr>", _frame('w:x="10" w:y="10"') + "</w:pPr>")),
        "paragraph 3 “{{ brief.title }}” stands in a frame",
    ),
    "a frame above the body": (
        DOCUMENT,
        swap(_TITLE, _TITLE.replace("</w:pPr>", _frame(_AT_FOOT) + "</w:pPr>")),
        "paragraph 3 “{{ brief.title }}”: a frame is not allowed here",
    ),
    "a frame of a style": (
        STYLES,
        in_style("Note", "<w:pPr>", f"<w:pPr>{_frame(_AT_FOOT)}"),
        "style “Note” uses a frame",
    ),
    "a grid of cells": (
        DOCUMENT,
        swap("<w:titlePg/>", '<w:titlePg/><w:docGrid w:type="snapToChars" w:linePitch="312"/>'),
        "a grid that every character snaps to",
    ),
    "a numbered list": (
        STYLES,
        in_style("heading 1", "<w:pPr>", '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>'),
        "style “Heading 1” numbers its paragraphs",
    ),
    "tinted letters": (
        DOCUMENT,
        swap(
            '<w:r><w:t xml:space="preserve">{{ brief.title }}',
            '<w:r><w:rPr><w:shd w:val="clear" w:fill="FFFF00"/></w:rPr><w:t>{{ brief.title }}',
        ),
        "uses a border or a tint around letters",
    ),
    "glowing letters": (
        STYLES,
        in_style("Title", "<w:sz ", f'<w14:glow {_W14} w14:rad="9"/><w:sz '),
        "style “Title” uses a text effect",
    ),
    "a tinted cell": (
        DOCUMENT,
        swap(_TITLE, _table(cell='<w:shd w:val="clear" w:fill="FFFF00"/>') + _TITLE),
        "a tint in a table cell is not allowed here",
    ),
    "a centred table": (
        DOCUMENT,
        swap(_TITLE, _table(properties='<w:jc w:val="center"/>') + _TITLE),
        "a table that is centred",
    ),
    "a high row": (
        DOCUMENT,
        swap(_TITLE, _table(row='<w:trPr><w:trHeight w:val="900"/></w:trPr>') + _TITLE),
        "a table row of a height of its own",
    ),
    "a floating table": (
        DOCUMENT,
        swap(_TITLE, _table(properties='<w:tblpPr w:tblpX="9"/>') + _TITLE),
        "a floating table is not allowed here",
    ),
    "a tracked change of a look": (
        DOCUMENT,
        swap(_TITLE, _in_title('<w:rPr><w:rPrChange w:id="1" w:author="王清"/></w:rPr>')),
        "paragraph 3 “{{ brief.title }}”: a tracked change is not allowed here; hint: accept",
    ),
    "a tracked end of a paragraph": (
        DOCUMENT,
        swap(_TITLE, _TITLE.replace("</w:pPr>", f"<w:rPr>{_DELETED}</w:rPr></w:pPr>")),
        "paragraph 3 “{{ brief.title }}”: a tracked change is not allowed here; hint: accept",
    ),
    "a watermark": (
        HEADER,
        swap(
            "<w:r>", '<w:r><w:pict><w:shape w:id="PowerPlusWaterMarkObject1"/></w:pict></w:r><w:r>'
        ),
        "header paragraph 1 “{{ issue.name }}{% if br…”: a watermark is not allowed here",
    ),
    "SmartArt": (
        DOCUMENT,
        swap(_TITLE, _in_title(_drawing("inline", "drawingml/2006/diagram"))),
        "SmartArt is not allowed here; hint: save it as a picture",
    ),
    "a floating shape": (
        DOCUMENT,
        swap(_TITLE, _in_title(_drawing("anchor", "word/2010/wordprocessingShape"))),
        "a text box or shape is not allowed here; hint: write its words",
    ),
    "a floating picture": (
        DOCUMENT,
        swap(_TITLE, _in_title(_drawing("anchor", "drawingml/2006/picture"))),
        "a floating picture is not allowed here; hint: right-click it",
    ),
    "a page colour": (
        DOCUMENT,
        swap("<w:body>", '<w:background w:color="FFF2CC"/><w:body>'),
        "the template uses a page colour",
    ),
    "a double rule": (
        STYLES,
        in_style("Masthead Line", 'w:val="single"', 'w:val="thinThickSmallGap"'),
        "style “Masthead Line” uses a rule of the kind thinThickSmallGap",
    ),
    "full-width braces": (
        DOCUMENT,
        swap("{{ brief.title }}", "｛｛ brief.title ｝｝"),
        "paragraph 3 “｛｛ brief.title ｝｝”: full-width braces ｛｛; hint: write {{ and }}",
    ),
    "a link to a page": (
        "word/_rels/document.xml.rels",
        swap("</Relationships>", _LINK),
        "points outside the file, to 'https://example.org/'",
    ),
}


@pytest.mark.parametrize("name", _FAULTS)
def test_what_the_pdf_cannot_follow_is_refused_by_name(name: str, tmp_path: Path) -> None:
    part, edit, told = _FAULTS[name]
    with pytest.raises(DataError) as caught:
        made(tmp_path, {part: edit})
    assert told in str(caught.value)
    assert re.search(r"brief\.docx: .*; hint: ", str(caught.value))


def test_a_link_is_refused_with_its_paragraph(tmp_path: Path) -> None:
    link = '<w:hyperlink r:id="web"><w:r><w:t>清河网</w:t></w:r></w:hyperlink>'
    edits = {
        DOCUMENT: swap(_TITLE, _TITLE + link),
        "word/_rels/document.xml.rels": swap("</Relationships>", _LINK),
    }
    with pytest.raises(DataError, match=r"paragraph 3 “清河网.*” points outside"):
        made(tmp_path, edits)


def test_the_fields_that_check_prints_are_all_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fields"]) == 0
    printed = [line.split("  ")[0].strip() for line in capsys.readouterr().out.splitlines()]
    assert printed[1:-1] == ["{{ body }}", *(f"{{{{ {name} }}}}" for name in FIELDS)]
    assert {"{{ brief.title }}", "{{ issue.number }}", "{{ editor }}"} <= set(printed)


def test_the_documentation_has_the_same_table_of_fields() -> None:
    text = (ROOT / "docs" / "template.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\{\{ .*? \}\})` \| (.*?) \|$", text, re.MULTILINE)
    assert rows == field_rows()
