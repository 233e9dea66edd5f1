"""A .docx is valid by its schema, in every style and language, and a screen reader can read it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import needs
from docx import Document
from lxml import etree
from sample_brief import runs, sample_brief, sample_pictures
from test_template import DOCUMENT, STANDARD, changed
from word_validity import faults, faults_by_microsoft

from briefgen.brief import Brief, Card, Cards, Heading, Table, Text, map_text
from briefgen.writers.template import load_style
from briefgen.writers.word import write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = sorted(p.parent.name for p in STANDARD.parent.glob("*/brief.docx"))
TABLE = Table(("甲",), ((runs("#1家"),),), (1,), "表")


def hostile() -> Brief:
    """Return the brief with text that means something to a format."""
    return map_text(
        sample_brief(), lambda said: f"<w:p>&{{{{7*7}}}}]]>\x00{said}" if said else said
    )


BRIEFS: dict[str, Callable[[], Brief]] = {
    "chinese": sample_brief,
    "english": lambda: replace(sample_brief(), language="en"),
    "hostile": hostile,
    "empty": lambda: replace(sample_brief(), blocks=()),
    "tables": lambda: replace(sample_brief(), blocks=(TABLE, TABLE)),
}


def written(style: str, brief: Brief, folder: Path) -> Path:
    file = folder / "a.docx"
    made = write_word(brief, load_style(STANDARD.parent / style), sample_pictures(brief))
    file.write_bytes(made)
    return file


@pytest.mark.parametrize("name", BRIEFS)
@pytest.mark.parametrize("style", STYLES)
def test_the_schema_holds(style: str, name: str, tmp_path: Path) -> None:
    assert faults(written(style, BRIEFS[name](), tmp_path)) == []


@pytest.mark.parametrize("style", STYLES)
def test_microsoft_s_validator_finds_nothing(style: str, tmp_path: Path) -> None:
    needs("ooxml-validator")
    for name, brief in BRIEFS.items():
        assert faults_by_microsoft(written(style, brief(), tmp_path)) == [], name


def test_the_validators_can_find_something(tmp_path: Path) -> None:
    needs("ooxml-validator")
    file = written("standard", sample_brief(), tmp_path)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:tblHeader/>", b'<w:tblHeader w:val="perhaps"/>')
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert faults(file)
    assert faults_by_microsoft(file)


@pytest.mark.parametrize(("language", "tongue"), [("zh", "zh-CN"), ("en", "en-US")])
def test_the_text_says_its_language(language: str, tongue: str, tmp_path: Path) -> None:
    bare = changed(tmp_path, "word/styles.xml", lambda x: _without(x, "docDefaults"))
    for folder in (STANDARD, bare):
        brief = replace(sample_brief(), language=language, blocks=())
        made = write_word(brief, load_style(folder), {})
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            styles = etree.fromstring(archive.read("word/styles.xml"))
        (told,) = styles.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        assert (told.get(W + "val"), told.get(W + "eastAsia")) == ("en-US", "zh-CN")
        assert Document(io.BytesIO(made)).core_properties.language == tongue


def _without(xml: str, tag: str) -> str:
    start, end = xml.index(f"<w:{tag}>"), xml.index(f"</w:{tag}>")
    return xml[:start] + xml[end + len(f"</w:{tag}>") :]


@pytest.mark.parametrize("style", STYLES)
def test_no_empty_paragraph_stands_for_space(style: str, tmp_path: Path) -> None:
    document = Document(str(written(style, sample_brief(), tmp_path)))
    told = (W + "drawing", W + "t", W + "fldChar")
    empty = [p for p in document.element.body.iter(W + "p") if not any(True for _ in p.iter(*told))]
    ends_columns = [p for p in empty if any(True for _ in p.getprevious().iter(W + "cols"))]
    # two tables without a paragraph between them are one to Word
    parts_tables = [p for p in empty if {p.getprevious().tag, p.getnext().tag} == {W + "tbl"}]
    assert empty == [*parts_tables, *ends_columns]
    assert len(parts_tables) == 1  # two rows of cards
    assert len(ends_columns) == (1 if style == "standard" else 0)


def test_what_follows_a_table_stands_lower_instead() -> None:
    style = load_style(STANDARD)
    blocks = (TABLE, Heading(1, (Text("节"),)), Heading(1, (Text("节"),)))
    made = write_word(replace(sample_brief(), blocks=blocks), style, {})
    below, plain = (p for p in Document(io.BytesIO(made)).paragraphs if p.text == "节")
    look = style.formats["Heading 1"]
    assert below.paragraph_format.space_before is not None
    assert below.paragraph_format.space_before.pt == look.space_before_pt + 6
    assert plain.paragraph_format.space_before is None  # as its style has it


def test_two_tables_stay_two() -> None:
    made = write_word(replace(sample_brief(), blocks=(TABLE, TABLE)), load_style(STANDARD), {})
    body = Document(io.BytesIO(made)).element.body
    tags = [child.tag.removeprefix(W) for child in body][-5:]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_card_without_a_note_has_no_empty_line() -> None:
    cards = Cards("", (Card("产值", runs("#5亿元"), ()),))
    made = write_word(replace(sample_brief(), blocks=(cards,)), load_style(STANDARD), {})
    (cell,) = Document(io.BytesIO(made)).tables[0].rows[0].cells[:1]
    assert [p.text for p in cell.paragraphs] == ["产值", "5亿元"]


def test_points_that_stand_in_no_box_may_go_on_over_a_page(tmp_path: Path) -> None:
    for style, kept in (("standard", 5), ("jianbao", 0)):
        body = Document(str(written(style, sample_brief(), tmp_path))).element.body
        points = [p for p in body.iter(W + "p") if p.style == "KeyPoint"]
        assert len(points) == 5
        assert sum(p.find(f"{W}pPr/{W}keepNext") is not None for p in points) == kept
