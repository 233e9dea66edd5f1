"""A PDF as it is heard: its tags, its reading order, its links, and what it says of itself."""

from __future__ import annotations

import io
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from conftest import needs
from pdf_reading import HOSTILE, MM, bare, findings, only, prose, written
from pdf_tree import Node, characters, tree_of
from pikepdf import Name
from real_briefs import FACTS, KINDS, finished, style_of
from sample_brief import charts_of, runs, sample_brief, sample_pictures

from briefgen.brief import (
    Block,
    Cards,
    Chart,
    Heading,
    KeyPoints,
    Masthead,
    Paragraph,
    ParagraphRole,
    Quote,
    Runs,
    SourceEntry,
    SourceList,
    Table,
    Text,
    plain_text,
)
from briefgen.writers.pdf_streams import mend_streams, packed, padded, saved
from briefgen.writers.template import Style, TemplatePicture
from briefgen.writers.wording import (
    chart_source_runs,
    key_point_label,
    quote_runs,
    source_title_runs,
)


@pytest.fixture(scope="module")
def style() -> Style:
    return style_of("standard")


@pytest.fixture(scope="module")
def sample() -> bytes:
    return finished("standard")["清河"][1]


# --- validators -------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_every_brief_in_every_style_is_pdf_a_3a_and_pdf_ua_1(
    name: str, language: str, tmp_path: Path
) -> None:
    files = finished(name, language)
    assert len(files) > 8
    found = {theme: findings(file, tmp_path) for theme, (_, file) in files.items()}
    assert found == {theme: [] for theme in files}


def test_the_validator_does_find_what_is_missing(sample: bytes, tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        del pdf.Root.StructTreeRoot, pdf.Root.Metadata
        pdf.save(out)
    assert len(findings(out.getvalue(), tmp_path)) > 2


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_qpdf_finds_every_brief_sound(name: str, language: str, tmp_path: Path) -> None:
    needs("qpdf")
    path = tmp_path / "brief.pdf"
    for theme, (_, file) in finished(name, language).items():
        path.write_bytes(file)
        told = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
        assert (theme, told.returncode, told.stderr) == (theme, 0, b"")


def test_hostile_text_and_odd_blocks_are_valid_too(style: Style, tmp_path: Path) -> None:
    text = "企业".join(HOSTILE) + "\u200b\ue000\x00"
    cell = (Text(text),)
    brief = replace(
        only(
            Heading(2, cell),
            KeyPoints("", (cell, ())),
            Cards("", ()),
            Table((text, ""), ((cell, ()), ((), cell)), (3, 2), ""),
            Paragraph(ParagraphRole.NOTE, ()),
            SourceList((SourceEntry(1, text, text, (Quote("1a", text, ()),)),)),
        ),
        title=text,
        masthead=Masthead(text, organ=text, editor=text, number=text, date=text),
        keywords=(text,),
    )
    assert findings(written(brief, style), tmp_path) == []
    assert findings(written(only(), style), tmp_path) == []


# --- the tree and the pages -------------------------------------------------------------------


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_the_words_of_the_tree_are_those_of_the_pages_in_their_order(
    name: str, language: str
) -> None:
    for theme, (_, file) in finished(name, language).items():
        tree = tree_of(file)
        told = list(tree.contents())
        assert len(told) == len(set(told))
        shown = [(n, c) for n, c in characters(file) if c["tag"] != "Artifact"]
        assert all(c["mcid"] is not None for _, c in shown), theme
        for number, group in groupby(shown, key=lambda pair: pair[0]):
            on_page = "".join(char["text"] for _, char in group)
            heard = "".join(tree.words.get(k, "") for k in told if k[0] == number)
            assert heard == on_page, (theme, number)


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_only_running_heads_page_numbers_and_repeated_heads_are_artifacts(
    name: str, language: str
) -> None:
    for brief, file in finished(name, language).values():
        aside = "".join(c["text"] for _, c in characters(file) if c["tag"] == "Artifact")
        left = bare(aside)
        for block in brief.blocks:
            if isinstance(block, Table):
                left = left.replace(bare("".join(block.head)), "")
        pages = len({number for number, _ in characters(file)})
        assert len(left) <= pages * 80, left
        for block in brief.blocks:
            for _, text in expected(block, brief.language, style_of(name, language)):
                assert len(text) < 20 or text not in left


def expected(block: Block, language: str, style: Style) -> Iterator[tuple[str, str]]:
    """Yield the role and the words (no blanks) of each element that a block has to be."""
    match block:
        case Heading(_, said):
            yield "H", _bare(said)
        case Paragraph(role, said):
            item = role is ParagraphRole.ITEM
            yield ("LI" if item else "P"), _bare(said)
        case KeyPoints(title, points):
            yield "H", bare(title)
            hangs = style.formats["Key Point"].hanging_pt > 0
            for at, point in enumerate(points, 1):
                label = key_point_label(at, language, hangs=hangs)
                yield "LI", bare(label) + _bare(point)
        case Cards(title, cards):
            yield "H", bare(title)
            yield from (("LI", bare(c.label) + _bare(c.value) + _bare(c.note)) for c in cards)
        case Chart():
            yield "Figure", block.spec.alt
            yield "Caption", _bare(chart_source_runs(block, language))
        case Table(head, rows):
            yield from (("TH", bare(words)) for words in head)
            for row in rows:
                yield from (("TD" if at else "TH", _bare(c)) for at, c in enumerate(row))
        case SourceList(entries):
            for e in entries:
                yield "BibEntry", _bare(source_title_runs(e, language))
                yield from (("Note", _bare(quote_runs(q, language))) for q in e.quotes)


def _bare(said: Runs) -> str:
    return bare(plain_text(said))


_BLOCKS = ("P", "LI", "Figure", "Caption", "TH", "TD", "BibEntry", "Note")


def heard(node: Node) -> Iterator[tuple[str, str]]:
    """Yield the role and the words of each element that is a block, in reading order."""
    if node.role.startswith("H"):
        yield "H", bare(node.text)
    elif node.role == "Figure":
        yield "Figure", str(node.object.Alt)
    elif node.role in _BLOCKS and not node.of("BibEntry", "Note")[1:]:
        yield node.role, bare(node.text)
    else:
        for kid in node.kids:
            if isinstance(kid, Node):
                yield from heard(kid)


@pytest.mark.parametrize(("name", "language"), KINDS)
def test_each_block_is_an_element_of_its_own_role(name: str, language: str) -> None:
    style = style_of(name, language)
    for brief, file in finished(name, language).values():
        tree = tree_of(file)
        found = [(role, text.lstrip("•")) for role, text in heard(tree) if text or role == "TD"]
        blocks = [pair for b in brief.blocks for pair in expected(b, brief.language, style)]
        start = found.index(blocks[0])
        assert found[start : start + len(blocks)] == blocks
        assert ("H", bare(brief.title)) in found[:start]


def test_headings_begin_with_the_title_and_leave_no_level_out(sample: bytes, style: Style) -> None:
    levels = [int(n.role[1:]) for n in tree_of(sample).nodes() if n.role[:1] == "H"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    headless = replace(style, masthead=())
    tree = tree_of(written(only(Heading(2, (Text("小标题"),)), prose("后文")), headless))
    assert [n.role for n in tree.nodes()] == ["Document", "Sect", "H1", "P"]


def test_entries_that_follow_each_other_are_one_list(style: Style) -> None:
    item = Paragraph(ParagraphRole.ITEM, (Text("事例"),))
    tree = tree_of(written(only(item, item, prose("文"), item), style))
    assert [len(node.of("LI")) for node in tree.of("L")] == [2, 1]
    assert [node.text.strip() for node in tree.of("Lbl")] == ["•"] * 3


def test_a_paragraph_on_two_pages_is_one_element(style: Style) -> None:
    text = "清河区企业难题清单化解决。" * 430
    tree = tree_of(written(only(prose(text)), style))
    (paragraph,) = [node for node in tree.of("P") if len(node.text) > 200]
    assert bare(paragraph.text) == text
    assert {page for page, _ in paragraph.contents()} == {0, 1, 2, 3}


def test_words_of_two_lines_are_parted_for_who_hears_them(style: Style) -> None:
    text = "The district’s firms grew by 6.9 percentage points, “a record” of 1,600 in 2023. " * 6
    brief = replace(only(prose(text)), language="en")
    paragraphs = tree_of(written(brief, style)).of("P")
    assert text.strip() in [node.text.strip() for node in paragraphs]


def test_pictures_of_the_template_are_figures_only_where_they_say_something(style: Style) -> None:
    png = sample_pictures(sample_brief())["shares-1"].png
    line = style.masthead[0]
    for alt, described in (("区徽", ["区徽"]), ("", [])):
        run = replace(line.runs[0], text="", picture=TemplatePicture(png, 60.0, 40.0, alt))
        logo = replace(style, masthead=(replace(line, runs=(run, *line.runs)), *style.masthead[1:]))
        tree = tree_of(written(only(), logo))
        assert [str(node.object.Alt) for node in tree.of("Figure")] == described


# --- tables and figures -----------------------------------------------------------------------


def test_cells_name_their_heads_and_a_repeated_head_is_read_once(style: Style) -> None:
    rows = tuple((runs(f"指标{n}")[:1], runs(f"#{n}户")[:1]) for n in range(120))
    file = written(only(Table(("指标名", "数值"), rows, (2, 1), "清河各指标")), style)
    tree = tree_of(file)
    (table,) = tree.of("Table")
    heads = table.of("TH")
    assert [n.text for n in heads].count("指标名") == 1
    assert sum(c["tag"] == "Artifact" and c["text"] == "标" for _, c in characters(file)) >= 2
    idents = {str(n.object.ID): n for n in heads}
    assert [str(n.object.A.Scope) for n in heads[:3]] == ["/Column", "/Column", "/Row"]
    for at, cell in enumerate(table.of("TD")):
        over = [idents[str(name)].text for name in cell.object.A.Headers]
        assert over == ["数值", f"指标{at}"]
    assert str(table.object.A.Summary) == "清河各指标"
    assert [n.role for n in table.kids if isinstance(n, Node)] == ["THead", "TBody"]


def test_the_words_of_a_chart_can_be_selected_inside_its_figure(sample: bytes) -> None:
    tree = tree_of(sample)
    figures, charts = tree.of("Figure"), charts_of(sample_brief())
    assert len(figures) == len(charts) == 2
    for figure, chart in zip(figures, charts, strict=True):
        assert str(figure.object.Alt) == chart.spec.alt
        assert bare(chart.spec.title) in bare(figure.text)
        assert all(point.shown in figure.text for point in chart.spec.points)
        left, bottom, right, top = (float(n) for n in figure.object.A.BBox)
        keys = set(figure.contents())
        for number, char in characters(sample):
            if (number, char["mcid"]) in keys and not char["text"].isspace():
                assert left - 1 < char["x0"] < char["x1"] < right + 1
                assert bottom - 1 < char["y0"] < char["y1"] < top + 1


# --- the file ---------------------------------------------------------------------------------


def test_the_facts_travel_in_the_file(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        (file,) = pdf.Root.AF
        assert (str(file.UF), str(file.AFRelationship)) == ("facts.jsonl", "/Data")
        assert str(file.EF.F.Subtype) == "/application/jsonl"
        assert str(file.EF.F.Params.ModDate).startswith("D:2000")
        assert pdf.attachments["facts.jsonl"].get_file().read_bytes().strip() == FACTS.strip()


def test_the_file_says_what_it_is(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        catalog = pdf.Root
        assert catalog.MarkInfo.Marked
        assert catalog.ViewerPreferences.DisplayDocTitle
        assert str(catalog.OutputIntents[0].OutputConditionIdentifier).startswith("sRGB")
        assert all(page.obj.Tabs == "/S" for page in pdf.pages)
        told = ElementTree.fromstring(catalog.Metadata.read_bytes())
    texts = [e.text for e in told.iter() if e.text and e.text.strip()]
    assert sample_brief().title in texts
    assert "民营经济" in texts


def test_no_character_map_leads_to_nothing(sample: bytes) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        maps = [o.ToUnicode.read_bytes() for o in pdf.objects if _has_map(o)]
    assert maps
    assert not [m for m in maps if b"<0000>\n" in m or b"<feff>" in m or b"<fffe>" in m]


def _has_map(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item


def test_no_stream_ends_in_a_line_end() -> None:
    # the last byte of a packed stream is that of 1 + the sum of its bytes
    contents = [bytes([n]) * 3 for n in range(256)]
    assert sum(zlib.compress(c)[-1:] in b"\r\n" for c in contents) >= 2
    with pikepdf.new() as pdf:
        pdf.Root.Plain = pikepdf.Array(
            [pdf.make_stream(zlib.compress(c), Filter=Name.FlateDecode) for c in contents]
        )
        mend_streams(pdf)
        pdf.Root.Kept = pikepdf.Array([packed(pdf, c) for c in contents])
        file = saved(pdf)
    assert b"\r\nendstream" not in file
    assert b"\n\nendstream" not in file
    with pikepdf.open(io.BytesIO(file)) as pdf:
        for kept in (pdf.Root.Kept, pdf.Root.Plain):
            assert [i.read_bytes(pikepdf.StreamDecodeLevel.specialized) for i in kept] == contents


def test_what_can_be_padded_is_packed_just_once() -> None:
    packed_contents = [zlib.compress(padded(bytes([n]) * 3, b" ")) for n in range(256)]
    assert not [content for content in packed_contents if content[-1:] in b"\r\n"]


def test_objects_are_moved_where_their_streams_would_end_in_a_line_end() -> None:
    files = []
    for n in range(400):
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
            pdf.Root.Names = pikepdf.Dictionary(Said=pikepdf.String(str(n)))
            files.append(saved(pdf))
    assert not [file for file in files if b"\r\nendstream" in file]


def test_a_page_is_as_wide_as_before(sample: bytes, style: Style) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        assert float(pdf.pages[0].MediaBox[2]) == pytest.approx(style.sheet.width_mm * MM, abs=0.1)
