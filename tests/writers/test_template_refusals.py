"""What the PDF cannot follow is refused by name, and the fields are documented as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from template_changes import DOCUMENT, STYLES, Edit, in_style, made, swap

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
}


@pytest.mark.parametrize("name", _FAULTS)
def test_what_the_pdf_cannot_follow_is_refused_by_name(name: str, tmp_path: Path) -> None:
    part, edit, told = _FAULTS[name]
    with pytest.raises(DataError) as caught:
        made(tmp_path, {part: edit})
    assert told in str(caught.value)
    assert re.search(r"brief\.docx: .*; hint: ", str(caught.value))


def test_the_fields_that_check_prints_are_all_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fields"]) == 0
    printed = [line.split("  ")[0].strip() for line in capsys.readouterr().out.splitlines()]
    assert printed[1:-1] == ["{{ body }}", *(f"{{{{ {name} }}}}" for name in FIELDS)]
    assert {"{{ brief.title }}", "{{ issue.number }}", "{{ editor }}"} <= set(printed)


def test_the_documentation_has_the_same_table_of_fields() -> None:
    text = (ROOT / "docs" / "template.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\{\{ .*? \}\})` \| (.*?) \|$", text, re.MULTILINE)
    assert rows == field_rows()
