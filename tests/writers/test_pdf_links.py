"""In a PDF a click leads from each figure to the sentence that tells it, and back."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pdf_reading import findings, only, written
from pdf_tree import Node, characters, tree_of
from real_briefs import KINDS, finished, style_of
from sample_brief import charts_of, runs, sample_brief, sample_pictures

from briefgen.brief import (
    Cite,
    Paragraph,
    ParagraphRole,
    Quote,
    SourceEntry,
    SourceList,
    Text,
    Value,
)
from briefgen.writers.pdf import write_pdf
from briefgen.writers.template import Style


@pytest.fixture(scope="module")
def style() -> Style:
    return style_of("standard")


def destination(file: bytes, link: Node) -> str:
    """Return the words below the place that a link leads to, in reading order."""
    pdf = pikepdf.open(io.BytesIO(file))
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    goal = link.links[0].Dest
    number, left, top = pages[goal[0].objgen], float(goal[2]), float(goal[3])
    below = [
        c["text"]
        for n, c in characters(file)
        if n == number and c["y0"] < top and c["x0"] >= left - 1 and c["tag"] != "Artifact"
    ]
    return "".join(below)


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_every_reference_leads_to_its_quote_and_says_it(name: str, language: str) -> None:
    for brief, file in finished(name, language).values():
        quotes = {
            q.key: q
            for b in brief.blocks
            if isinstance(b, SourceList)
            for e in b.entries
            for q in e.quotes
        }
        tree = tree_of(file)
        marks = [link for node in tree.of("Reference") for link in node.of("Link")]
        assert marks
        for link in marks:
            quote = quotes[link.text.strip("〔、〕[, ]")]
            assert {str(note.Contents) for note in link.links} == {quote.text}
        for link in marks[:4] + marks[-2:]:
            key = link.text.strip("〔、〕[, ]")
            opened, closed = "〔〕" if language == "zh" else "[]"
            assert destination(file, link).startswith(f"{opened}{key}{closed}")


def test_a_figure_itself_leads_to_the_sentence_that_tells_it(style: Style) -> None:
    said = runs("清河区新增", "#2.4万户", "、", "#6000余户", "@2b", "。")
    quotes = (Quote("2a", "甲句", ("f1",)), Quote("2b", "乙句", ("f1", "f3")))
    sources = SourceList((SourceEntry(2, "题", "", quotes),))
    tree = tree_of(written(only(Paragraph(ParagraphRole.BODY, said), sources), style))
    links = [(n.text, str(n.links[0].Contents)) for n in tree.of("Link")]
    assert links[:3] == [("2.4万户", "乙句"), ("6000余户", "乙句"), ("〔2b〕", "乙句")]


def test_a_figure_of_a_chart_leads_to_its_sentence(style: Style) -> None:
    brief = sample_brief()
    chart = charts_of(brief)[0]
    first = chart.spec.points[0]
    sources = SourceList((SourceEntry(1, "题", "", (Quote("1a", "图中句", first.fact_ids),)),))
    file = write_pdf(only(chart, sources), style, sample_pictures(brief))
    tree = tree_of(file)
    (link,) = tree.of("Figure")[0].of("Link")
    assert [str(note.Contents) for note in link.links] == ["图中句"]
    x0, y0, x1, y1 = (float(n) for n in link.links[0].Rect)
    inside = [
        char["text"]
        for _, char in characters(file)
        if x0 - 0.1 <= char["x0"] and char["x1"] <= x1 + 0.1 and y0 < char["matrix"][5] < y1
    ]
    assert "".join(inside).strip() == first.shown


def test_a_link_is_one_area_on_a_line_whatever_faces_it_is_set_in(style: Style) -> None:
    said = runs("据", "#2023年1月报道，GDP增长6.9%", "。")
    sources = SourceList((SourceEntry(1, "题", "", (Quote("1a", "句", ("f1",)),)),))
    tree = tree_of(written(only(Paragraph(ParagraphRole.BODY, said), sources), style))
    assert len(tree.of("Link")[0].links) == 1


def test_a_quote_leads_back_to_where_it_is_first_cited(style: Style) -> None:
    first = Paragraph(
        ParagraphRole.BODY, (Text("先说。" * 30), Cite(("1a",)), Text("后说。" * 500))
    )
    again = Paragraph(ParagraphRole.BODY, (Text("再说"), Cite(("1a",)), Text("。")))
    quotes = (Quote("1a", "有人引", ()), Quote("1b", "无人引", ()))
    brief = only(first, again, SourceList((SourceEntry(1, "题", "", quotes),)))
    file = written(brief, style)
    tree = tree_of(file)
    backs = {n.of("Link")[0].text.strip(): n.of("Link")[0] for n in tree.of("Lbl") if n.of("Link")}
    assert sorted(backs) == ["〔1a〕", "〔1〕"]
    for link in backs.values():
        assert str(link.links[0].Contents) == "回到首次引用〔1a〕之处"
        assert destination(file, link).startswith("〔1a〕")
    assert "〔1b〕" in [n.text.strip() for n in tree.of("Lbl")]


def test_a_link_lies_over_its_words_on_each_line_that_they_fill(style: Style) -> None:
    told = "清河区新增市场主体" * 12
    said = (Text("据报道，"), Value(told, ("f1",)))
    sources = SourceList((SourceEntry(1, "题", "", (Quote("1a", "句", ("f1",)),)),))
    file = written(only(Paragraph(ParagraphRole.BODY, said), sources), style)
    tree = tree_of(file)
    (link,) = [node for node in tree.of("Link") if node.text == told]
    assert len(link.links) == 3
    keys = set(link.contents())
    boxes = [tuple(float(n) for n in note.Rect) for note in link.links]
    for number, char in characters(file):
        if (number, char["mcid"]) in keys:
            middle = (char["y0"] + char["y1"]) / 2
            assert any(
                x0 - 0.1 <= char["x0"] and char["x1"] <= x1 + 0.1 and y0 < middle < y1
                for x0, y0, x1, y1 in boxes
            )


def test_a_reference_without_a_source_is_plain_text(style: Style, tmp_path: Path) -> None:
    file = written(only(Paragraph(ParagraphRole.BODY, runs("甲", "@9z", "。"))), style)
    assert tree_of(file).of("Link") == []
    assert findings(file, tmp_path) == []
