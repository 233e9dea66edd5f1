"""Every number in a finished file is accounted for, and every alteration of one is found."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from small_files import docx_of, lines_of, pdf_of, repacked, runs, small_brief

from briefgen.audit.account import Unaccounted, account_for, trace_numbers
from briefgen.audit.matching import stands_in
from briefgen.audit.passages import Passage, read_docx, read_pdf
from briefgen.brief import Brief, Paragraph, ParagraphRole
from briefgen.errors import DataError

BRIEF = small_brief()
LINES = lines_of(BRIEF)
FIGURES = [
    (number, match.start())
    for number, line in enumerate(LINES)
    for match in re.finditer(r"\d", line)
    if not line.startswith("图")  # 图1: nothing else in a file says which number is right
]


def found_in_docx(lines: list[str], brief: Brief = BRIEF) -> list[str]:
    """Return what is found in a Word file of the lines."""
    return [str(finding) for finding in account_for(brief, docx_of(lines), None)]


def found_in_pdf(lines: list[str], brief: Brief = BRIEF) -> list[str]:
    """Return what is found in a PDF of the lines."""
    return [str(finding) for finding in account_for(brief, None, pdf_of(lines))]


def altered(number: int, old: str, new: str) -> list[str]:
    """Return the lines with one word of one line altered."""
    assert old in LINES[number]
    return [*LINES[:number], LINES[number].replace(old, new, 1), *LINES[number + 1 :]]


def line_with(text: str) -> int:
    """Return which line holds a text."""
    return next(n for n, line in enumerate(LINES) if text in line)


# --- nothing to find --------------------------------------------------------------------------


def test_a_word_file_and_a_pdf_of_the_brief_are_accounted_for() -> None:
    assert account_for(BRIEF, docx_of(LINES), pdf_of(LINES)) == ()


def test_a_file_that_was_not_made_is_not_looked_at() -> None:
    assert account_for(BRIEF, docx_of(LINES), None) == ()
    assert account_for(BRIEF, None, pdf_of(LINES)) == ()
    assert account_for(BRIEF, None, None) == ()


@pytest.mark.parametrize("width", range(7, 60, 4))
def test_page_breaks_at_any_place_raise_no_false_alarm(width: int) -> None:
    long = [*LINES[:4], *["此段没有数字。"] * (width % 23), *LINES[4:]]
    assert account_for(BRIEF, None, pdf_of(long, width=width)) == ()


@pytest.mark.parametrize("footer", ["{}", "— {} —", "第{}页 共{}页", "{} / {}", "Page {} of {}"])
def test_page_numbers_are_running_numbers(footer: str) -> None:
    lines = [*LINES, *["没有数字的一行。"] * 30]
    pages = len(read_pdf(pdf_of(lines)))
    assert pages > 1
    filled = footer.replace("{}", "{0}", 1).replace("{}", str(pages))
    assert account_for(BRIEF, None, pdf_of(lines, filled)) == ()
    assert account_for(BRIEF, docx_of(lines, filled.format(7)), None) != ()  # no field: typed


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r><w:r>'
    '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:fldChar '
    'w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize("part", ["footer1", "footerfirst"])
@pytest.mark.parametrize(
    ("field", "found"),
    [
        (FIELD.format("PAGE", 0) + FIELD.format(r"NUMPAGES \* MERGEFORMAT", 41), []),
        ('<w:fldSimple w:instr=" PAGE "><w:r><w:t>52</w:t></w:r></w:fldSimple>', []),
        (FIELD.format("PAGE", 0) + "<w:r><w:t>共41页</w:t></w:r>", ["41"]),
        (FIELD.format("DATE", 2031), ["2031"]),
    ],
)
def test_a_field_of_page_numbers_holds_those_of_another_time(
    part: str, field: str, found: list[str]
) -> None:
    footer = (
        '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>'
        f"{field}</w:p></w:ftr>"
    )
    docx = repacked(docx_of(LINES), {f"word/{part}.xml": footer.encode()})
    assert [f.text for f in account_for(BRIEF, docx, None)] == found


def test_the_words_of_a_chart_and_the_marks_of_its_axis_are_known_in_the_pdf() -> None:
    chart = [
        "问题126个，办结81个",
        "个；2023年5月",
        "已办结",
        "81个",
        "未办结",
        "45个",
        "0% 25 50 75 100%",
    ]
    at = line_with("图1")
    assert found_in_pdf([*LINES[:at], *chart, *LINES[at:]]) == []


# --- alterations ------------------------------------------------------------------------------


@pytest.mark.parametrize("spot", FIGURES, ids=lambda s: f"line {s[0]} character {s[1]}")
def test_any_altered_digit_is_found_in_both_files(spot: tuple[int, int]) -> None:
    number, at = spot
    line = LINES[number]
    wrong = f"{line[:at]}{(int(line[at]) + 1) % 10}{line[at + 1 :]}"
    lines = [*LINES[:number], wrong, *LINES[number + 1 :]]
    assert found_in_docx(lines)
    assert found_in_pdf(lines)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("416亿元", "87.6亿元"),  # a figure of the brief in the place of another
        ("416亿元", "416万元"),
        ("416亿元", "416元"),
        ("416亿元", "4.16亿元"),
        ("416亿元", "1416亿元"),
        ("416亿元", "416.5亿元"),
        ("416亿元", ""),
        ("2.4万户", "2.4万家"),
        ("87.6亿元〔1b〕", "87.6亿元〔1a〕"),
    ],
)
def test_an_altered_figure_is_found_even_where_the_new_one_is_known(old: str, new: str) -> None:
    lines = altered(line_with("2.4万户，PM2.5" if "户" in old else "1. 招商投资额"), old, new)
    assert found_in_docx(lines)
    assert found_in_pdf(lines)


def test_two_figures_that_changed_places_are_found() -> None:
    at = line_with("梳理问题")
    swapped = LINES[at].replace("126个", "X").replace("81个", "126个").replace("X", "81个")
    lines = [*LINES[:at], swapped, *LINES[at + 1 :]]
    for found in (found_in_docx(lines), found_in_pdf(lines)):
        told = [finding.split(": ")[1] for finding in found]
        assert told[:2] == [
            "126个 of the brief is missing (…梳理问题126个，已办结81个，…)",
            "81个 of the brief is missing (…题126个，已办结81个，尚有45个未办…)",
        ]


def test_a_word_of_number_that_was_altered_is_found() -> None:
    lines = altered(line_with("翻番"), "翻番", "翻两番")
    for found in (found_in_docx(lines), found_in_pdf(lines)):
        assert any("翻番 of the brief is missing" in finding for finding in found)


def test_a_number_from_nowhere_is_found_with_file_place_and_context() -> None:
    lines = [*LINES, "清河区另有93家企业。"]
    (docx,) = account_for(BRIEF, docx_of(lines), None)
    assert docx == Unaccounted(
        "docx", f"document, paragraph {len(LINES) + 1}", "93", "清河区另有93家企业。"
    )
    (pdf,) = account_for(BRIEF, None, pdf_of(lines))
    assert (pdf.file, pdf.text) == ("pdf", "93")
    assert re.fullmatch(r"page \d", pdf.place)
    assert "93 comes from no fact (…" in str(pdf)


def test_a_hyphen_that_ends_a_page_parts_a_sentence_as_any_line_end_does() -> None:
    # pdfium reads the hyphen as a mark of its own, and the footer right behind it
    first = Passage("a.pdf", "page 1", "members of the work\ufffePage 1 of 2", goes_on=True)
    second = Passage("a.pdf", "page 2", "team went to 22 villages")
    assert stands_in("ofthework-teamwent", [first, second])


def test_a_lost_line_is_found() -> None:
    at = line_with("核心指标") + 2
    assert LINES[at] == "87.6亿元"  # told elsewhere too, but the card has lost it
    lines = [*LINES[:at], *LINES[at + 1 :]]
    assert found_in_docx(lines) == [
        "docx, all of it: 87.6亿元 of the brief is missing (…87.6亿元…)"
    ]
    assert found_in_pdf(lines) == ["pdf, all of it: 87.6亿元 of the brief is missing (…87.6亿元…)"]


def test_a_figure_in_words_of_ours_is_found() -> None:
    block = Paragraph(ParagraphRole.BODY, runs("约有93家企业。"))
    brief = replace(BRIEF, blocks=(*BRIEF.blocks, block))
    lines = lines_of(brief)
    assert ["93 comes from no fact" in f for f in found_in_docx(lines, brief)] == [True]
    assert ["93 comes from no fact" in f for f in found_in_pdf(lines, brief)] == [True]


def test_a_name_with_digits_is_no_figure_where_a_source_prints_it() -> None:
    for name, known in (("PM2.5", True), ("PM10", False)):
        block = Paragraph(ParagraphRole.BODY, runs(f"{name}平均浓度有所下降。"))
        brief = replace(BRIEF, blocks=(*BRIEF.blocks, block))
        assert (found_in_docx(lines_of(brief), brief) == []) is known


def test_a_year_in_a_name_is_no_figure_where_a_source_prints_it() -> None:
    for year, known in (("2023", True), ("2019", False)):
        block = Paragraph(ParagraphRole.BODY, runs(f"投资相当于{year}年倍数有所提高。"))
        brief = replace(BRIEF, blocks=(*BRIEF.blocks, block))
        assert (found_in_docx(lines_of(brief), brief) == []) is known


def test_months_in_a_title_are_no_figures_where_a_value_prints_them() -> None:
    told = Paragraph(ParagraphRole.BODY, runs("#2024年1—11月", "，出口额增长。"))
    for months, known in (("1—11月", True), ("1—10月", False)):
        title = f"{months}出口额增长"
        brief = replace(BRIEF, title=title, blocks=(*BRIEF.blocks, told))
        assert (found_in_docx(lines_of(brief), brief) == []) is known


def test_a_masthead_is_what_the_user_gave() -> None:
    lines = altered(1, "第3期", "第4期")
    assert any("4 comes from no fact" in finding for finding in found_in_docx(lines))
    bare = replace(BRIEF, masthead=replace(BRIEF.masthead, number=None, date=None))
    assert found_in_docx(lines_of(bare), bare) == []
    assert found_in_docx(LINES, bare) != []


def test_words_of_the_template_are_let_through_where_they_are_named() -> None:
    lines = [*LINES, "电话：0000-12345678"]
    assert account_for(BRIEF, docx_of(lines), None) != ()
    assert account_for(BRIEF, docx_of(lines), pdf_of(lines), ["电话：0000-12345678"]) == ()


def test_headers_and_footers_are_read_too() -> None:
    found = account_for(BRIEF, docx_of(LINES, "共印93份"), None)
    assert [(f.text, f.place.split(",")[0]) for f in found] == [("93", "footer1")]


def test_a_picture_s_description_and_a_chart_part_are_read_too() -> None:
    description = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r>'
        '<w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" id="1" name="c" descr="共{}个"/></w:drawing></w:r></w:p>'
    )
    docx = docx_of(LINES)
    document = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()

    def described(count: int) -> bytes:
        body = document.replace("<w:sectPr", description.format(count) + "<w:sectPr", 1)
        return repacked(docx, {"word/document.xml": body.encode()})

    assert account_for(BRIEF, described(126), None) == ()
    assert [f.text for f in account_for(BRIEF, described(127), None)] == ["127"]
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:cat>'
        "<c:pt><c:v>{}</c:v></c:pt></c:cat></c:chartSpace>"
    )
    for label, count in (("81个", 0), ("82个", 1)):
        part = repacked(docx, {"word/charts/chart1.xml": chart.format(label).encode()})
        assert len(account_for(BRIEF, part, None)) == count


# --- tracing ----------------------------------------------------------------------------------


def test_each_number_leads_to_its_fact() -> None:
    traced = trace_numbers(BRIEF, None, pdf_of(LINES))
    assert all(number.accounted for number in traced)
    ids = [number.fact_ids for number in traced if number.text == "416亿"]
    # the key point says no more than the quote does, and leads to it; the table's cell to its fact
    assert ids == [("q2",), ("id-416亿元",), ("q2",)]
    (page, *_) = [n for n in traced if n.context.endswith("第1页") and n.text == "1"]
    assert page.fact_ids == ()


# --- files that are none ----------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"no file", b"PK\x03\x04 broken", b"%PDF-1.7 broken"])
def test_what_is_no_file_of_its_kind_is_named(content: bytes) -> None:
    with pytest.raises(DataError, match="docx: this is no Word file"):
        account_for(BRIEF, content, None)
    with pytest.raises(DataError, match="pdf: this is no PDF"):
        account_for(BRIEF, None, content)


def test_a_document_type_is_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    with pytest.raises(DataError, match="document type"):
        read_docx(repacked(docx_of(LINES), {"word/document.xml": bomb}))


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.audit.passages._MAX_BYTES", 1000)
    with pytest.raises(DataError, match="unpacks to too much"):
        read_docx(docx_of(LINES))


def test_a_broken_part_is_named() -> None:
    with pytest.raises(DataError, match="no Word file that can be read"):
        read_docx(repacked(docx_of(LINES), {"word/document.xml": b"<w:document"}))


def test_an_empty_word_file_has_lost_everything() -> None:
    assert len(account_for(BRIEF, docx_of([], ""), None)) > 10
