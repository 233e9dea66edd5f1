"""Pages of the Word file: sources in two columns, closed up where the PDF is."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from pdf_reading import pages_of

from briefgen.brief import (
    Brief,
    Heading,
    Masthead,
    Paragraph,
    ParagraphRole,
    Quote,
    SourceEntry,
    SourceList,
    Text,
)
from briefgen.writers.pdf import write_pdf
from briefgen.writers.style_settings import StyleSettings
from briefgen.writers.template import load_style
from briefgen.writers.word import write_word

TEMPLATES = Path(__file__).parents[2] / "templates"


def sections(style: str, quotes: int) -> list[tuple[str | None, str | None, int]]:
    """Return kind, number of columns and number of headers and footers of each section."""
    listed = tuple(Quote(f"1{n}", "清河区原文", ()) for n in range(quotes))
    brief = Brief(
        theme="民营经济",
        language="zh",
        title="清河新貌",
        masthead=Masthead(name="清河专题简报"),
        coverage=(),
        blocks=(
            Heading(1, (Text("资料来源"),)),
            SourceList((SourceEntry(1, "清河新貌", "", listed),)),
        ),
    )
    made = write_word(brief, load_style(TEMPLATES / style), {})
    found = []
    for section in Document(io.BytesIO(made)).element.body.iter(qn("w:sectPr")):
        kind, columns = section.find(qn("w:type")), section.find(qn("w:cols"))
        furniture = [c for c in section if c.tag.endswith("Reference")]
        found.append(
            (
                None if kind is None else kind.get(qn("w:val")),
                columns.get(qn("w:num")),
                len(furniture),
            )
        )
    return found


def sources_brief(lines: int) -> Brief:
    """Return a brief of that many lines and twelve quotes of several lines each."""
    prose = tuple(Paragraph(ParagraphRole.BODY, (Text("清河区的行"),)) for _ in range(lines))
    listed = tuple(Quote(f"1{n}", "清河区的原文" * 16, ()) for n in range(12))
    heading = Heading(1, (Text("资料来源"),))
    sources = SourceList((SourceEntry(1, "清河新貌", "", listed),))
    masthead = Masthead(name="清河专题简报")
    return Brief("民营经济", "zh", "清河新貌", masthead, (), (*prose, heading, sources))


def begins_page(made: bytes) -> bool:
    """Return whether the heading of the sources begins a page whatever stands above it."""
    paragraphs = Document(io.BytesIO(made)).paragraphs
    heading = next(p for p in paragraphs if p.text == "资料来源")
    return bool(heading.paragraph_format.page_break_before)


def pitch_of(lines: int, style: str, name: str = "BodyText") -> int:
    """Return the line pitch in twips of a style in a brief of that many short paragraphs."""
    prose = tuple(Paragraph(ParagraphRole.BODY, (Text("清河区的行"),)) for _ in range(lines))
    brief = Brief("民营经济", "zh", "清河新貌", Masthead(name="清河专题简报"), (), prose)
    document = Document(io.BytesIO(write_word(brief, load_style(TEMPLATES / style), {})))
    return int(document.styles.element.get_by_id(name).pPr.spacing.get(qn("w:line")))


def test_word_closes_up_where_the_pdf_ends_a_page_earlier_by_it_or_just_ends() -> None:
    """Word sets wider gaps and squeezes fewer marks: a page that the PDF just fills would spill."""
    pitches = [pitch_of(lines, "standard") for lines in range(22, 46)]
    usual = max(pitches)
    assert pitches[0] == pitches[-1] == usual
    assert {round(pitch / usual, 2) for pitch in pitches} == {1.0, 0.94}
    closed = [at for at, pitch in enumerate(pitches, 22) if pitch < usual]
    assert closed == list(range(closed[0], closed[-1] + 1))
    texts = (Text("清河区的行"),)
    loose = replace(load_style(TEMPLATES / "standard"), settings=StyleSettings())
    prose = tuple(Paragraph(ParagraphRole.BODY, texts) for _ in range(closed[0]))
    brief = Brief("民营经济", "zh", "清河新貌", Masthead(name="清河专题简报"), (), prose)
    assert len(pages_of(write_pdf(brief, loose, {}))) == 1


def test_what_stands_around_the_blocks_is_not_closed_up() -> None:
    assert len({pitch_of(lines, "standard") for lines in range(24, 45)}) == 2
    assert len({pitch_of(lines, "standard", "Title") for lines in range(24, 45)}) == 1


def test_a_page_of_twenty_two_lines_keeps_them() -> None:
    assert {pitch_of(lines, "jianbao") for lines in range(10, 30)} == {579}


def test_many_quotes_stand_in_a_section_of_two_columns() -> None:
    first, listed, last = sections("standard", 12)
    assert first[:2] == (None, None)
    assert first[2] > 0
    assert listed == ("continuous", "2", 0)
    assert last == ("continuous", None, 0)


def test_few_quotes_and_a_style_of_one_column_need_no_section() -> None:
    assert len(sections("standard", 3)) == 1
    assert len(sections("jianbao", 12)) == 1


def test_sources_begin_a_page_where_the_pdf_turns_with_room_for_their_heading() -> None:
    style = load_style(TEMPLATES / "standard")
    found = set()
    for lines in range(24, 44):
        brief = sources_brief(lines)
        above, *below = pages_of(write_pdf(brief, style, {}))
        turned = bool(below) and "资料来源" not in above and "清河区的行" not in below[0]
        few = bool(below) and 0 < above.count("〔1") <= 6  # quotes below the heading at the foot
        begun = begins_page(write_word(brief, style, {}))
        assert turned or few or not begun
        found.add((turned, few, begun))
    stays = {(False, False, False)}
    turns = {(True, False, True), (True, False, False)}  # the last: a full page above
    assert found == {*stays, *turns, (False, True, True)}
