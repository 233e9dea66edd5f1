"""How a PDF is set: edges, line ends, page breaks, tables, charts, the template's paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_measures import letters_of
from pdf_reading import MM, bare, letters, only, pages_of, prose, words_of, written
from sample_brief import charts_of, runs, sample_brief, sample_pictures

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
)
from briefgen.errors import BriefgenError
from briefgen.writers.breakpoints import NO_END, NO_START
from briefgen.writers.pdf import write_pdf
from briefgen.writers.style_settings import StyleSettings
from briefgen.writers.template import Border, Style, TemplatePicture, load_style


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style(Path(__file__).parents[2] / "templates" / "standard")


@pytest.fixture(scope="module")
def sample(style: Style) -> bytes:
    return written(sample_brief(), style)


# --- typesetting ------------------------------------------------------------------------------


def test_nothing_stands_outside_the_margins(sample: bytes, style: Style) -> None:
    sheet = style.sheet
    left, right = sheet.left_mm * MM, (sheet.width_mm - sheet.right_mm) * MM
    beyond = [
        (c, box) for _, c, box in letters(sample) if box[0] < left - 1 or box[2] > right + 0.5
    ]
    assert not beyond


def test_no_line_of_prose_starts_or_ends_with_a_forbidden_mark(style: Style) -> None:
    sentence = "清河区“直通车”制度（试行）已解决1782户企业难题，增长6.9个百分点；约1万家〔1a〕。"
    for cut in range(12):
        file = written(only(prose("近" * cut + sentence * 12)), style)
        lines = [s.strip() for s in pages_of(file)[0].splitlines()]
        body = lines[next(i for i, s in enumerate(lines) if s.startswith("近" * cut + "清河区“")) :]
        assert len(body) > 8
        assert not [s for s in body[1:-1] if s[0] in NO_START]
        assert not [s for s in body[:-2] if s[-1] in NO_END or s[-1].isdigit()]


def test_full_lines_of_prose_reach_the_right_margin(style: Style) -> None:
    file = written(only(prose("清河区企业难题有人管" * 30)), style)
    right = (style.sheet.width_mm - style.sheet.right_mm) * MM
    rows: dict[int, float] = {}
    for _, _, (_, bottom, edge, _) in letters(file):
        rows[round(bottom / 4)] = max(edge, rows.get(round(bottom / 4), 0))
    assert len([edge for edge in rows.values() if right - 1.5 < edge <= right + 0.5]) >= 6


def test_a_heading_stays_with_two_lines_of_what_follows(style: Style) -> None:
    for count in range(30, 44):
        filler = [prose("行") for _ in range(count)]
        file = written(only(*filler, Heading(2, (Text("小标题"),)), prose("后文" * 100)), style)
        page = next(p for p in pages_of(file) if "小标题" in p)
        after = [s for s in page.split("小标题")[1].split("第 ")[0].splitlines() if "后文" in s]
        assert len(after) >= 2


def test_no_single_line_of_a_paragraph_stands_on_a_page(style: Style) -> None:
    for count in range(30, 44):
        file = written(only(*[prose("行")] * count, prose("后文" * 100)), style)
        shares = [len([s for s in page.splitlines() if "后文" in s]) for page in pages_of(file)]
        assert 1 not in shares


def test_a_last_page_of_a_few_lines_is_taken_back(style: Style) -> None:
    """A brief that runs a few lines over is closed up; one that fills a page and a half is not."""
    loose = replace(style, settings=replace_settings(style, fit_last_page=False))
    counts = []
    for lines in range(26, 46):
        brief = only(*[prose("清河区的行") for _ in range(lines)])
        counts.append((len(pages_of(written(brief, loose))), len(pages_of(written(brief, style)))))
    assert {pair for pair in counts if pair[1] > pair[0]} == set()
    taken_back = [at for at, pair in enumerate(counts) if pair == (2, 1)]
    assert 1 <= len(taken_back) <= 6
    first = counts.index((2, 1))
    assert taken_back == list(range(first, first + len(taken_back)))
    assert counts[-1] == (2, 2)


def test_a_small_table_is_not_parted_and_a_long_one_leaves_three_rows(style: Style) -> None:
    def rows_of(count: int, lines: int) -> list[int]:
        rows = tuple(((Text(f"指标{n}"),), (Text("5户"),)) for n in range(count))
        brief = only(*[prose("行")] * lines, Table(("指标", "数值"), rows, (2, 1), "表"))
        return [page.count("5户") for page in pages_of(written(brief, style))]

    for lines in range(24, 40):
        assert rows_of(5, lines) in ([5], [0, 5]), lines
        long = rows_of(12, lines)
        assert long[-1] == 0 or len(long) == 1 or long[-1] >= 3, lines


def test_rules_take_their_width_between_the_rows_of_a_table(style: Style) -> None:
    rows = tuple(((Text(f"指标{n}"),), (Text("5户"),)) for n in range(4))
    brief = only(Table(("指标", "数值"), rows, (2, 1), "表"), prose("后文"))
    bases = []
    for wide in (0.0, 3.0):
        look = Border(wide, "000000", 0) if wide else None
        ruled = replace(style.table, rule_top=look, rule_head=look, rule_row=look, rule_bottom=look)
        letters = letters_of(written(brief, replace(style, table=ruled)))
        bases.append([x.base for x in letters if x.char in "指后"][-6:])
    assert [b - a for a, b in zip(*bases, strict=True)] == pytest.approx([3, 6, 9, 12, 15, 18])


def test_many_sources_stand_in_two_columns_that_go_on_over_pages(style: Style) -> None:
    quotes = tuple(Quote(f"1{n}", f"清河区第{n}句原文有据可查", ()) for n in range(10, 190))
    brief = only(SourceList((SourceEntry(1, "清河新貌", "", quotes),)))
    file = written(brief, style)
    lefts = {(page, round(box[0])) for page, c, box in letters(file) if c == "据"}
    middle = style.sheet.width_mm / 2 * MM
    for page in range(len(pages_of(file))):
        columns = sorted(left for at, left in lefts if at == page)
        assert columns[0] < middle < columns[-1], page
    single = replace(style, settings=replace_settings(style, source_columns=1))
    assert len(pages_of(written(brief, single))) > len(pages_of(file)) > 1
    places = [words_of(file).find(f"第{n}句") for n in range(10, 190)]
    assert places == sorted(places)
    assert places[0] > 0


def test_a_few_sources_stand_in_one_column(style: Style) -> None:
    quotes = tuple(Quote(f"1{n}", "清河区原文", ()) for n in "abcde")
    file = written(only(SourceList((SourceEntry(1, "清河新貌", "", quotes),))), style)
    assert len({round(box[0]) for _, c, box in letters(file) if c == "原"}) == 1


def replace_settings(style: Style, **changes: object) -> StyleSettings:
    return style.settings.model_copy(update=changes)


def test_a_short_row_of_cards_stands_under_the_columns_of_the_first(style: Style) -> None:
    cards = tuple(Card(f"指标{n}", (Text("5户"),), (Text("2022年"),)) for n in "甲乙丙丁戊")
    file = written(only(Cards("核心指标", cards)), style)
    lefts = {c: box[0] for _, c, box in letters(file) if c in "甲乙丙丁戊"}
    assert lefts["丁"] == pytest.approx(lefts["甲"], abs=2)
    assert lefts["戊"] == pytest.approx(lefts["乙"], abs=2)


# --- tables, cards, charts --------------------------------------------------------------------


def test_the_head_of_a_table_stands_on_every_page_that_it_fills(style: Style) -> None:
    rows = tuple(runs(f"指标{n}", f"#{n}户") for n in range(120))
    cells = tuple(((r[0],), (r[1],)) for r in rows)
    pages = pages_of(written(only(Table(("指标名", "数值"), cells, (2, 1), "表")), style))
    assert len(pages) > 2
    assert all("指标名" in page for page in pages)
    assert all(f"{n}户" in "".join(pages) for n in range(120))


def test_a_cell_of_twenty_thousand_characters_flows_over_pages(style: Style) -> None:
    text = "清河区企业难题清单" * 2222 + "终了"
    cell = (Text(text),)
    file = written(
        only(Table(("甲", "乙"), ((cell, (Text("短"),)), (cell, cell)), (5, 2), "表")), style
    )
    assert len(pages_of(file)) > 10
    words = words_of(file)
    assert words.count("终了") == 3
    assert words.count("单") == 3 * 2222 + 1


def test_texts_of_any_length_are_printed_whole(style: Style) -> None:
    long = (Text("长" * 9000 + "末"),)
    brief = only(
        KeyPoints("要点", (long,)),
        Cards("卡片", (Card("长" * 3000 + "末", long, long),)),
        Heading(1, long),
        Table(("表头" * 3000 + "末", "乙"), (((Text("甲"),), (Text("丁"),)),), (1, 1), "表"),
    )
    words = words_of(written(brief, style))
    assert words.count("末") == 6
    assert words.count("长") == 9000 * 4 + 3000


def test_a_card_is_read_as_a_whole(sample: bytes) -> None:
    words = words_of(sample)
    assert "新增市场主体2.4万户2022年（推定）〔4a〕" in words


@pytest.mark.parametrize("figure", ["预计突破700亿元", "2.6：48.8：48.6", "年均增长约12.75%"])
def test_a_long_figure_in_a_card_is_set_smaller_and_not_broken(style: Style, figure: str) -> None:
    cards = tuple(Card(f"指标{n}", (Text(figure),), (Text("2022年"),)) for n in "甲乙丙")
    (page,) = pages_of(written(only(Cards("核心指标", cards)), style))
    assert page.replace(" ", "").count(figure) == 3


def test_charts_are_vectors_with_text_and_no_picture(sample: bytes) -> None:
    document = pypdfium2.PdfDocument(sample)
    kinds = [obj.type for page in document for obj in page.get_objects()]
    assert pdfium.FPDF_PAGEOBJ_IMAGE not in kinds
    assert pdfium.FPDF_PAGEOBJ_PATH in kinds
    for chart in charts_of(sample_brief()):
        assert bare(chart.spec.title) in words_of(sample)
        assert all(point.shown in words_of(sample) for point in chart.spec.points)


def test_a_chart_that_was_not_drawn_is_an_error(style: Style) -> None:
    with pytest.raises(BriefgenError, match="shares-1"):
        write_pdf(sample_brief(), style, {})


# --- the template's own paragraphs ------------------------------------------------------------


def test_a_tabbed_piece_of_the_masthead_ends_at_its_stop(sample: bytes, style: Style) -> None:
    right = (style.sheet.width_mm - style.sheet.right_mm) * MM
    first = [(char, box) for page, char, box in letters(sample) if page == 0]
    at = next(i for i in range(len(first)) if "".join(c for c, _ in first[i : i + 3]) == "第3期")
    assert first[at + 2][1][2] == pytest.approx(right, abs=1.5)


def test_a_masthead_too_long_for_one_line_goes_on_below(style: Style) -> None:
    long = Masthead("清河" * 30, organ="研究室" * 30, number="第3期", date="2024年3月1日")
    file = written(replace(only(), masthead=long), style)
    right = (style.sheet.width_mm - style.sheet.right_mm) * MM
    assert "清河" * 30 in words_of(file)
    assert max(box[2] for page, _, box in letters(file)) <= right + 0.5


def test_a_header_higher_than_its_margin_pushes_the_text_down(style: Style) -> None:
    tall = replace(style, header=style.header * 8)
    tops = [
        next(
            box[3]
            for page, char, box in letters(written(only(prose("后文" * 3000)), s))
            if page == 1 and char == "后"
        )
        for s in (style, tall)
    ]
    assert tops[0] - tops[1] > 5 * style.formats["Header"].line_pt


def test_a_picture_of_the_template_stands_in_its_line(style: Style) -> None:
    png = sample_pictures(sample_brief())["shares-1"].png
    line = style.masthead[0]
    run = replace(line.runs[0], text="", picture=TemplatePicture(png, 60.0, 40.0, "标志"))
    logo = replace(style, masthead=(replace(line, runs=(run, *line.runs)), *style.masthead[1:]))
    file = written(only(), logo)
    shown = [
        o
        for o in pypdfium2.PdfDocument(file)[0].get_objects()
        if o.type == pdfium.FPDF_PAGEOBJ_IMAGE
    ]
    left, bottom, right, top = shown[0].get_bounds()
    assert (round(right - left), round(top - bottom)) == (60, 40)
    assert left == pytest.approx(style.sheet.left_mm * MM, abs=0.1)
    assert "清河专题简报" in words_of(file)


# --- laws -------------------------------------------------------------------------------------

_PLAIN = st.text("清河区企业难题，。（）“”—…〔〕1234.5%万亿年 aBc&<>", min_size=1, max_size=400)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_PLAIN, min_size=1, max_size=6))
def test_any_words_are_printed_whole_and_inside_the_margins(style: Style, texts: list[str]) -> None:
    file = written(only(*(prose(text) for text in texts)), style)
    right = (style.sheet.width_mm - style.sheet.right_mm) * MM
    expected = "".join(bare(text) for text in texts)
    printed = Counter(char for _, char, _ in letters(file))
    assert not Counter(expected) - printed
    assert max(box[2] for _, _, box in letters(file)) <= right + 0.5
