"""A finished PDF is read again by another program: its words, its numbers, its file."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pdf_reading import HOSTILE, MM, bare, letters, only, opened, pages_of, prose, words_of, written
from sample_brief import charts_of, sample_brief

from briefgen.brief import (
    Card,
    Cards,
    Heading,
    KeyPoints,
    Masthead,
    Quote,
    SourceEntry,
    SourceList,
    Table,
    Text,
    block_runs,
    plain_text,
)
from briefgen.writers.template import Style, load_style

_FIGURE = re.compile(r"\d+(?:\.\d+)?[万亿%]?")


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style(Path(__file__).parents[2] / "templates" / "standard")


@pytest.fixture(scope="module")
def sample(style: Style) -> bytes:
    return written(sample_brief(), style)


# --- words ------------------------------------------------------------------------------------


def test_every_word_of_the_brief_is_printed_in_its_order(sample: bytes) -> None:
    words, at = words_of(sample), 0
    for block in sample_brief().blocks:
        for run in (run for said in block_runs(block) for run in said):
            said = bare(run.text)
            found = words.find(said, at)
            assert found >= 0, said
            at = found + len(said)


def test_title_masthead_and_coverage_are_printed(sample: bytes) -> None:
    brief, words = sample_brief(), words_of(sample)
    m = brief.masthead
    for said in (brief.title, plain_text(brief.coverage), m.name, m.organ, m.editor, m.date):
        assert said
        assert bare(said) in words


def test_key_points_are_numbered_and_charts_named(sample: bytes) -> None:
    words = words_of(sample)
    assert "1.民营经济增加值占GDP比重52%" in words
    assert "5.2023年5月开展" in words
    assert "图1来源：〔1a、1d〕。" in words
    assert "图2来源：〔4d〕。" in words


def test_the_numbers_are_those_of_the_brief(sample: bytes) -> None:
    brief = sample_brief()
    said = [brief.title, plain_text(brief.coverage)]
    said += [plain_text(run) for block in brief.blocks for run in block_runs(block)]
    said += [
        q.key
        for b in brief.blocks
        if isinstance(b, SourceList)
        for e in b.entries
        for q in e.quotes
    ]
    for chart in charts_of(brief):
        said += [chart.spec.title, chart.spec.subtitle, f"图{chart.number}"]
        said += [point.label + point.shown for point in chart.spec.points]
    m = brief.masthead
    expected = set(_FIGURE.findall(" ".join([*said, m.number or "", m.date or "", "1 2 3 4 5"])))
    printed = set(_FIGURE.findall("\n".join(pages_of(sample))))
    assert printed - expected == set()
    assert {f for f in expected if len(f) > 1} - printed == set()


def test_no_space_is_read_where_none_was_written(sample: bytes, style: Style) -> None:
    text = "\n".join(pages_of(sample))
    assert "2023年全区招商投资额416亿元，到位资金87.6亿元；到位资金同比增长37%" in text
    assert "2023年5月开展“稳存量、扩增量、提质量”专项工作〔4h〕，开展半月即形成6个方面18条" in text
    loose = "清河区超长单位名称ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ的企业难题。"
    printed = "\n".join(pages_of(written(only(prose("企业难题" * 8 + loose)), style)))
    assert not re.search(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", printed.split("企业难题企业")[1])


def test_hostile_text_is_printed_literally_wherever_it_stands(style: Style) -> None:
    text = "企业".join(HOSTILE)
    cell = (Text(text),)
    brief = replace(
        only(
            KeyPoints(text, (cell,)),
            Cards(text, (Card(text, cell, cell), Card("甲", cell, cell))),
            Heading(2, cell),
            prose(text),
            Table((text, "乙"), ((cell, cell),), (3, 2), text),
            SourceList((SourceEntry(1, text, text, (Quote("1a", text, ()),)),)),
        ),
        title=text,
        masthead=Masthead(text, organ=text, editor=text, number=text, date=text),
        subject=text,
        keywords=(text,),
    )
    file = written(brief, style)
    assert words_of(file).count(bare(text)) >= 16
    assert pypdfium2.PdfDocument(file).get_metadata_value("Title") == text
    assert b"/URI" not in opened(file)
    assert b"/JavaScript" not in opened(file)


def test_a_character_that_no_face_has_prints_as_the_substitute(style: Style) -> None:
    words = words_of(written(only(prose("清河\ue000企业\x00\x1b\ud800。")), style))
    assert "清河〓企业" in words
    assert "\x00" not in words


def test_rare_characters_and_symbols_are_printed(style: Style) -> None:
    text = "面积㎡、二〇二一年、①②、∶、—、※、Ａ、½、α"
    assert bare(text) in words_of(written(only(prose(text)), style))


# --- the file ---------------------------------------------------------------------------------


def test_the_same_brief_gives_the_same_bytes(sample: bytes, style: Style) -> None:
    assert written(sample_brief(), style) == sample


def test_every_font_is_embedded_and_none_is_a_stranger(sample: bytes) -> None:
    plain = opened(sample)
    names = {name.decode() for name in re.findall(rb"/BaseFont /([^\s/]+)", plain)}
    assert names
    assert all(re.fullmatch(r"BRIEF[A-Z]\+Noto.*", name) for name in names)
    assert plain.count(b"/FontFile2") == len(names)
    assert b"Helvetica" not in plain


def test_title_author_and_language_are_the_brief_s(sample: bytes) -> None:
    document = pypdfium2.PdfDocument(sample)
    assert document.get_metadata_value("Title") == sample_brief().title
    assert document.get_metadata_value("Author") == "清河区委政策研究室"
    assert document.get_metadata_value("Subject") == "清河区民营经济专题简报"
    assert b"/Lang (zh-CN)" in opened(sample)


def test_an_author_who_was_not_given_is_not_invented(style: Style) -> None:
    file = written(replace(sample_brief(), masthead=Masthead("清河专题简报")), style)
    assert b"/Author" not in opened(file)
    assert b"dc:creator" not in file
    assert b"anonymous" not in opened(file)


def test_headings_are_the_outline(sample: bytes) -> None:
    entries = [(item.level, item.get_title()) for item in pypdfium2.PdfDocument(sample).get_toc()]
    assert (0, "进展") in entries
    assert (1, "（一）民营经济占GDP一半，税收占四分之三") in entries
    assert entries[-1] == (0, "资料来源")


def test_an_outline_may_begin_with_a_lower_heading(style: Style) -> None:
    file = written(only(Heading(2, (Text("小标题"),)), prose("后文")), style)
    assert [i.get_title() for i in pypdfium2.PdfDocument(file).get_toc()] == ["小标题"]


def test_every_page_says_its_number_and_how_many_there_are(sample: bytes) -> None:
    pages = [bare(page) for page in pages_of(sample)]
    assert all(f"第{n}页共{len(pages)}页" in page for n, page in enumerate(pages, 1))


def test_page_size_and_margins_are_the_template_s(style: Style) -> None:
    wide = replace(style, sheet=replace(style.sheet, width_mm=297.0, left_mm=60.0))
    file = written(sample_brief(), wide)
    assert pypdfium2.PdfDocument(file)[0].get_width() == pytest.approx(297 * MM, abs=0.1)
    assert min(box[0] for _, _, box in letters(file)) >= 60 * MM - 1


def test_formats_are_the_template_s(style: Style) -> None:
    body = replace(style.formats["Body Text"], east_asian="楷体", latin="楷体", colour="801650")
    file = written(sample_brief(), replace(style, formats={**style.formats, "Body Text": body}))
    assert b"Kai" in opened(file)


def test_a_brief_in_english_is_set_with_its_spaces(style: Style) -> None:
    text = "The district’s firms grew by 6.9 percentage points, “a record” of 1,600 in 2023. " * 6
    brief = replace(only(prose(text)), language="en", title="Firms of Qinghe")
    file = written(brief, style)
    assert "district’s firms grew by" in " ".join(pages_of(file)[0].split())
    assert b"/Lang (en)" in opened(file)


def test_an_empty_brief_still_has_a_page(style: Style) -> None:
    assert len(pages_of(written(only(), style))) == 1
    assert io.BytesIO(written(only(), style)).read(5) == b"%PDF-"
