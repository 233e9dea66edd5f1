"""Each figure and mark leads to the sentence it came from, and each sentence back to the text."""

from __future__ import annotations

import ctypes
import io
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from conftest import needs
from lxml import etree
from sample_brief import runs, sample_brief, sample_pictures
from test_template import DOCUMENT, STANDARD, changed

from briefgen.brief import (
    Brief,
    Cite,
    Heading,
    Paragraph,
    ParagraphRole,
    Quote,
    SourceEntry,
    SourceList,
    Text,
    Value,
    block_runs,
)
from briefgen.writers.template import load_style
from briefgen.writers.word import write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = ParagraphRole.BODY


def body_of(brief: Brief) -> Any:
    made = write_word(brief, load_style(STANDARD), sample_pictures(brief))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return etree.fromstring(archive.read(DOCUMENT)).find(W + "body")


def small() -> Brief:
    """Return a brief with two sources, one cited twice, and a figure of a cited fact."""
    sources = SourceList(
        (
            SourceEntry(1, "清河新貌", "", (Quote("1a", "企业1600家", ("f1",)),)),
            SourceEntry(
                2,
                "清河再出发",
                "",
                (
                    Quote("2a", "研发投入强度4.4%", ("f2", "f3")),
                    Quote("2b", "这句没有人引用", ("f4",)),
                ),
            ),
        )
    )
    first = (
        Text("企业"),
        Value("1600家", ("f1",)),
        Text("，强度"),
        Value("4.4%", ("f3",)),
        Cite(("1a", "2a")),
        Text("，另有"),
        Value("3项", ("f9",)),
    )
    again = (Text("再说一次"), Cite(("1a",)))
    return replace(
        sample_brief(),
        blocks=(
            Paragraph(BODY, first),
            Paragraph(BODY, again),
            Heading(1, runs("资料来源")),
            sources,
        ),
    )


def words_of(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t"))


def links_of(body: Any) -> list[tuple[str, str]]:
    """Return the words of each link and where it leads."""
    return [(words_of(link), link.get(W + "anchor")) for link in body.iter(W + "hyperlink")]


def places_of(body: Any) -> dict[str, str]:
    """Return, by the name of each bookmark, the words of the paragraph that it stands in."""
    marks = list(body.iter(W + "bookmarkStart"))
    assert len({mark.get(W + "id") for mark in marks}) == len(marks)
    ends = [mark.get(W + "id") for mark in body.iter(W + "bookmarkEnd")]
    assert sorted(ends) == sorted(mark.get(W + "id") for mark in marks)
    places = {mark.get(W + "name"): words_of(mark.getparent()) for mark in marks}
    assert len(places) == len(marks)
    return places


def test_a_figure_and_its_marks_lead_to_the_quoted_sentence() -> None:
    body = body_of(small())
    assert links_of(body)[:5] == [
        ("1600家", "_quote_1a"),
        ("4.4%", "_quote_2a"),
        ("〔1a", "_quote_1a"),
        ("、2a〕", "_quote_2a"),
        ("〔1a〕", "_quote_1a"),
    ]
    places = places_of(body)
    assert places["_quote_1a"] == "〔1a〕“企业1600家”"
    assert places["_quote_2a"] == "〔2a〕“研发投入强度4.4%”"


def test_the_quoted_sentence_and_its_source_lead_back_to_where_it_is_cited_first() -> None:
    body = body_of(small())
    assert links_of(body)[5:] == [
        ("〔1〕", "_cited_1a"),
        ("〔1a〕", "_cited_1a"),
        ("〔2〕", "_cited_2a"),
        ("〔2a〕", "_cited_2a"),
    ]
    places = places_of(body)
    assert places["_cited_1a"].startswith("企业1600家，强度4.4%〔1a、2a〕")
    assert "_cited_2b" not in places  # nothing cites it: there is no way back, and no dead link


def test_the_sentence_is_shown_beside_the_pointer_and_is_cut_where_word_has_no_room() -> None:
    brief = small()
    long = SourceList((SourceEntry(1, "长", "", (Quote("1a", "长" * 400 + "“&<", ("f1",)),)),))
    body = body_of(replace(brief, blocks=(brief.blocks[0], long)))
    tips = {link.get(W + "tooltip") for link in body.iter(W + "hyperlink")}
    assert tips == {"长" * 249 + "…", None}


def test_a_link_looks_like_the_words_around_it() -> None:
    for link in body_of(small()).iter(W + "hyperlink"):
        styles = {style.get(W + "val") for style in link.iter(W + "rStyle")}
        assert len(styles) == 1
        assert styles <= {"Reference", "BriefgenSourceLink"}
        assert not list(link.iter(W + "u"))
        assert not list(link.iter(W + "color"))


def test_every_mark_of_a_brief_has_its_link_and_every_link_its_place() -> None:
    brief = sample_brief()
    body = body_of(brief)
    places, links = places_of(body), links_of(body)
    assert links
    assert {anchor for _, anchor in links} <= set(places)
    cited = [
        key
        for block in brief.blocks
        if not isinstance(block, SourceList)
        for said in block_runs(block)
        for run in said
        if isinstance(run, Cite)
        for key in run.keys
    ]
    forward = [anchor.removeprefix("_quote_") for _, anchor in links if "_quote_" in anchor]
    assert forward == cited
    back = {anchor.removeprefix("_cited_") for _, anchor in links if "_cited_" in anchor}
    assert back == set(cited)


def test_the_marks_read_as_before() -> None:
    body = body_of(sample_brief())
    marked = re.findall("〔[^〕]*〕", "".join(words_of(p) for p in body.iter(W + "p")))
    assert "〔1a、1d〕" in marked
    assert all(re.fullmatch("〔[0-9a-z、]+〕", mark) for mark in marked)


def test_a_template_may_give_figures_that_lead_to_a_source_a_look(tmp_path: Path) -> None:
    look = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="Quelle">'
        '<w:name w:val="Source Link"/><w:rPr><w:u w:val="dotted"/></w:rPr></w:style>'
    )
    folder = changed(
        tmp_path, "word/styles.xml", lambda x: x.replace("</w:styles>", look + "</w:styles>")
    )
    made = write_word(small(), load_style(folder), {})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body = etree.fromstring(archive.read(DOCUMENT))
        assert archive.read("word/styles.xml").count(b"Source Link") == 1
    first = next(body.iter(W + "hyperlink"))
    assert next(first.iter(W + "rStyle")).get(W + "val") == "Quelle"


def test_a_bookmark_of_the_template_keeps_its_number(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="own"/><w:bookmarkEnd w:id="7"/>'
    folder = changed(tmp_path, DOCUMENT, lambda x: x.replace("<w:r>", mark + "<w:r>", 1))
    made = write_word(small(), load_style(folder), {})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body = etree.fromstring(archive.read(DOCUMENT))
    places = places_of(body)
    assert {"own", "_quote_1a", "_cited_1a"} <= set(places)


@pytest.mark.parametrize("make", [small, sample_brief])
def test_libreoffice_carries_the_links_into_its_pdf(make: Any, tmp_path: Path) -> None:
    needs("soffice")
    brief = make()
    (tmp_path / "a.docx").write_bytes(
        write_word(brief, load_style(STANDARD), sample_pictures(brief))
    )
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=180
    )
    asked = len(links_of(body_of(brief)))
    # a link that breaks over two lines is two in the PDF
    assert asked <= _links_in_pdf(tmp_path / "a.pdf") <= 2 * asked


def _links_in_pdf(file: Path) -> int:
    raw = pypdfium2.raw
    document = pypdfium2.PdfDocument(file.read_bytes())
    count = 0
    for page in document:
        at, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page.raw, ctypes.byref(at), ctypes.byref(link)):
            count += bool(raw.FPDFLink_GetDest(document.raw, link))
            if not raw.FPDFLink_GetDest(document.raw, link):
                count += bool(raw.FPDFAction_GetDest(document.raw, raw.FPDFLink_GetAction(link)))
    document.close()
    return count
