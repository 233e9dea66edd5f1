"""The official 简报, measured in the PDF against GB/T 9704-2012; values that nobody gave."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from pdf_measures import MM, Letter, find, letters_of, lines_of, shapes_of
from pdf_reading import only, pages_of, prose, words_of, written
from sample_brief import sample_brief, sample_pictures
from word_parts_reading import word_words

from briefgen.brief import Brief, Cards, Heading, KeyPoints, Masthead, Table, Text, plain_text
from briefgen.errors import ConfigError
from briefgen.writers.arrange import arrange
from briefgen.writers.style_settings import read_style_settings
from briefgen.writers.template import Style, load_style
from briefgen.writers.word import write_word
from briefgen.writers.wording import chinese_number

TEMPLATES = Path(__file__).parents[2] / "templates"
JIANBAO = TEMPLATES / "jianbao"
RED = (230, 0, 18)
BODY, TITLE, NAME, FOLIO = 16, 22, 42, 14
_HALF_LEADING = (28.95 - BODY) / 2  # above and below the letters of a line
_ASCENT = 0.88  # of the em square, above the baseline
GIVEN = Masthead(
    "清河专题简报",
    organ="中共清河区委政策研究室",
    editor="李明",
    number="第3期",
    date="2024年3月1日",
    signer="王清",
    secrecy="内部资料",
    serial="000123",
    report_to="区委、区政府领导同志",
    send_to="区级各部门",
    distribute_to="各镇街",
    copies="120",
)


@pytest.fixture(scope="module")
def style() -> Style:
    return load_style(JIANBAO)


@pytest.fixture(scope="module")
def full(style: Style) -> list[Letter]:
    """Return the letters of a brief whose pages after the first are full of prose."""
    return letters_of(written(only(prose("清河区企业难题有人管" * 400)), style))


@pytest.fixture(scope="module")
def headed(style: Style) -> bytes:
    return written(replace(only(prose("清河区新貌。" * 200)), masthead=GIVEN), style)


def pages(rows: list[list[Letter]]) -> dict[int, list[list[Letter]]]:
    found: dict[int, list[list[Letter]]] = {}
    for row in rows:
        found.setdefault(row[0].page, []).append(row)
    return found


# --- the page ---------------------------------------------------------------------------------


def test_a_full_page_has_22_lines(full: list[Letter]) -> None:
    counts = [len(rows) for rows in pages(lines_of(full, BODY)).values()]
    assert len(counts) > 5
    assert counts[1:-1] == [22] * (len(counts) - 2)


def test_a_full_line_has_28_characters(full: list[Letter]) -> None:
    for page, rows in list(pages(lines_of(full, BODY)).items())[1:-1]:
        assert [len(row) for row in rows] == [28] * 22, page


def test_a_first_line_begins_two_characters_in_and_has_26(full: list[Letter]) -> None:
    first = next(row for row in lines_of(full, BODY) if len(row) > 20)
    assert len(first) == 26
    assert first[0].x - 28 * MM == pytest.approx(2 * BODY, abs=0.3)


def test_the_margins_are_37_35_28_and_26_mm(full: list[Letter]) -> None:
    for rows in list(pages(lines_of(full, BODY)).values())[1:-1]:
        top = rows[0][0].base - _ASCENT * BODY - _HALF_LEADING
        bottom = rows[-1][0].base + (1 - _ASCENT) * BODY + _HALF_LEADING
        left = min(row[0].x for row in rows)
        right = max(row[-1].x for row in rows) + BODY
        margins = top, 297 * MM - bottom, left, 210 * MM - right
        assert [m / MM for m in margins] == pytest.approx([37, 35, 28, 26], abs=0.5)


def test_the_pitch_of_lines_is_that_of_22_in_225_mm(full: list[Letter]) -> None:
    rows = pages(lines_of(full, BODY))[2]
    steps = {round(b[0].base - a[0].base, 2) for a, b in pairwise(rows)}
    assert steps == {28.95}


# --- sizes and faces --------------------------------------------------------------------------


def test_title_body_and_headings_have_their_sizes_and_faces(style: Style) -> None:
    blocks = (
        Heading(1, (Text("进展情况"),)),
        Heading(2, (Text("（一）营商环境"),)),
        prose("清河区新貌。"),
    )
    letters = letters_of(written(arrange(only(*blocks), style.settings), style))
    title = find(letters, "民营经济增加值占比")
    assert (title.size, title.font) == (22, "NotoSerifSC-Bold")
    assert find(letters, "一、进展情况").font == "NotoSansSC-Regular"
    assert find(letters, "（一）营商").font == "BriefgenKai-Regular"
    assert find(letters, "清河区新貌").font == "BriefgenFang-Regular"
    words = ("一、进展情况", "（一）营商", "清河区新貌")
    assert {find(letters, text).size for text in words} == {16}


def test_the_template_names_the_fonts_that_an_office_has(style: Style) -> None:
    named = {name: look.east_asian for name, look in style.formats.items()}
    assert named["Title"] == "方正小标宋简体"
    assert named["Body Text"] == named["Key Point"] == "仿宋_GB2312"
    assert (named["Heading 1"], named["Heading 2"]) == ("黑体", "楷体_GB2312")
    assert not any(style.formats[n].bold for n in ("Heading 1", "Heading 2", "Title"))


# --- head and foot ----------------------------------------------------------------------------


def test_the_name_is_red_large_and_20_mm_below_the_top_of_the_type_area(style: Style) -> None:
    letters = letters_of(written(only(prose("清河区新貌。")), style))
    name = find(letters, "清河专题简报")
    assert (name.size, name.colour) == (NAME, RED)
    line_top = name.base - _ASCENT * NAME - (56 - NAME) / 2
    assert (line_top / MM - 37) == pytest.approx(20, abs=0.5)


def test_the_red_rule_is_as_wide_as_the_type_area_and_stands_below_organ_and_date(
    headed: bytes,
) -> None:
    letters = letters_of(headed)
    (rule,) = [shape for shape in shapes_of(headed) if shape.colour == RED]
    assert rule.page == 0
    assert rule.width == pytest.approx(2.25)
    assert (rule.left + 1.1) / MM == pytest.approx(28, abs=0.5)
    assert (rule.right - 1.1) / MM == pytest.approx(184, abs=0.5)
    organ, day = find(letters, "中共清河"), find(letters, "2024年3月1日")
    assert organ.base == pytest.approx(day.base, abs=0.1)
    assert 0 < rule.top - organ.base < 8 * MM
    assert organ.x / MM == pytest.approx(28, abs=0.5)
    last = [one for one in letters if abs(one.base - day.base) < 1 and one.page == 0][-1]
    assert (last.x + BODY) / MM == pytest.approx(184, abs=0.5)


def test_an_organ_too_long_for_its_line_has_one_rule_below_organ_and_date(style: Style) -> None:
    organ = "中共清河区委政策研究室、清河区人民政府办公室、清河区发展和改革委员会、清河区统计局"
    made = written(
        replace(only(prose("清河区新貌。")), masthead=replace(GIVEN, organ=organ)), style
    )
    (rule,) = [shape for shape in shapes_of(made) if shape.colour == RED]
    letters = letters_of(made)
    assert rule.top > find(letters, "清河区发展和改革委员会").base
    assert rule.top > find(letters, "2024年3月1日").base


def test_the_date_stands_beside_the_last_line_of_a_long_organ(style: Style) -> None:
    organ = "中共清河区委政策研究室、清河区人民政府办公室、清河区发展和改革委员会、清河区统计局"
    tops = []
    for date in ("", "2024年3月1日"):
        masthead = replace(GIVEN, organ=organ, date=date)
        made = written(replace(only(prose("清河区新貌。")), masthead=masthead), style)
        (rule,) = [shape for shape in shapes_of(made) if shape.colour == RED]
        tops.append(rule.top)
    assert tops[1] == pytest.approx(tops[0], abs=0.1)  # nor is there an empty line for no date
    letters = letters_of(made)
    day = find(letters, "2024年3月1日")
    assert day.base == find(letters, "清河区统计局").base
    assert day.x > 297


def test_the_number_stands_centred_between_name_and_rule(headed: bytes) -> None:
    letters = letters_of(headed)
    row = [one for one in letters if abs(one.base - find(letters, "第3期").base) < 1]
    middle = (row[0].left + row[-1].right) / 2
    assert middle / MM == pytest.approx((28 + 184) / 2, abs=1.0)
    assert find(letters, "清河专题简报").base < row[0].base < find(letters, "中共清河").base


def test_the_title_stands_two_lines_below_the_rule_and_page_1_has_body_text(headed: bytes) -> None:
    letters = letters_of(headed)
    (rule,) = [shape for shape in shapes_of(headed) if shape.colour == RED]
    title = find(letters, "民营经济增加值占比")
    gap = title.base - _ASCENT * TITLE - (28.95 - TITLE) / 2 - rule.bottom
    assert gap == pytest.approx(2 * 28.95, abs=2)
    assert find(letters, "清河区新貌").page == 0


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages_one_character_in(
    full: list[Letter],
) -> None:
    for page in range(5):
        marks = [one for one in full if one.size == FOLIO and one.page == page]
        assert "".join(one.char for one in marks) == f"—{page + 1}—"
        if page % 2 == 0:
            assert (184 - marks[-1].right / MM) == pytest.approx(FOLIO / MM, abs=0.5)
        else:
            assert (marks[0].left / MM - 28) == pytest.approx(FOLIO / MM, abs=0.5)


def test_the_dash_of_the_page_number_is_7_mm_below_the_type_area(full: list[Letter]) -> None:
    dashes = [one for one in full if one.char == "—" and one.size == FOLIO]
    assert dashes
    for dash in dashes:
        assert dash.ink_top / MM - (297 - 35) == pytest.approx(7, abs=0.5)


def test_the_foot_ends_on_the_bottom_of_the_last_page_s_type_area(headed: bytes) -> None:
    letters = letters_of(headed)
    last = len(pages_of(headed)) - 1
    rules = sorted(
        (s.top + s.bottom) / 2 for s in shapes_of(headed) if s.colour == (0, 0, 0) and s.is_rule
    )
    assert len(rules) == 5
    assert {one.page for one in letters if one.char in "报送发" and one.size == 14} == {last}
    assert rules[-1] / MM == pytest.approx(297 - 35, abs=0.5)
    found = [find(letters, text).base for text in ("报：", "送：", "发：", "共印120份")]
    assert all(a < base < b for a, base, b in zip(rules, found, rules[1:], strict=False))


def test_the_number_of_copies_ends_one_character_before_the_edge(headed: bytes) -> None:
    letters = letters_of(headed)
    at = find(letters, "共印120份").left
    end = max(one.right for one in letters if one.base == find(letters, "共印120份").base)
    assert at > 100 * MM
    assert (210 - 26) * MM - end == pytest.approx(14, abs=1)


@pytest.mark.parametrize("lines", range(12, 40))
def test_no_page_holds_the_foot_and_no_text(style: Style, lines: int) -> None:
    paragraphs = [prose("清河区新貌，企业难题有人管，群众小事有人办。")] * lines
    brief = replace(only(*paragraphs), masthead=GIVEN)
    letters = letters_of(written(brief, style))
    last = max(one.page for one in letters)
    above = [one for one in letters if one.page == last and one.size == BODY]
    assert len({round(one.base) for one in above}) >= 2
    assert any(one.char == "报" and one.size == 14 and one.page == last for one in letters)


# --- what nobody gave -------------------------------------------------------------------------

_LABELS = re.compile("密级|编号|签发|编辑|报：|送：|发：|共印|印数|期号|第.{0,3}期")


def test_what_was_not_given_is_left_out_with_its_label(style: Style) -> None:
    brief = replace(only(prose("清河区新貌。")), masthead=Masthead("清河专题简报"))
    words = words_of(written(brief, style))
    assert words.startswith("清河专题简报民营经济民营经济增加值")
    assert not _LABELS.search(words)
    assert not _LABELS.search(word_words(write_word(brief, style, {})))


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ({"secrecy": "内部资料"}, "内部资料"),
        ({"serial": "000123"}, "编号：000123"),
        ({"signer": "王清"}, "签发人：王清"),
        ({"report_to": "区委"}, "报：区委"),
        ({"send_to": "各部门"}, "送：各部门"),
        ({"distribute_to": "各镇街"}, "发：各镇街"),
        ({"copies": "120"}, "共印120份"),
        ({"organ": "研究室"}, "研究室"),
        ({"number": "第9期"}, "第9期"),
    ],
)
def test_what_was_given_alone_stands_alone_in_both_files(
    style: Style, given: dict[str, str], printed: str
) -> None:
    brief = replace(only(prose("清河区新貌。")), masthead=Masthead("清河专题简报", **given))
    in_word = word_words(write_word(brief, style, {}))
    for words in (words_of(written(brief, style)), in_word):
        assert printed in words
        assert not _LABELS.search(words.replace(printed, ""))


# --- blocks -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def arranged(style: Style) -> Brief:
    return arrange(sample_brief(), style.settings)


def test_sections_are_numbered_in_order_and_every_word_stays(arranged: Brief) -> None:
    titles = [
        block.title if isinstance(block, KeyPoints) else plain_text(block.runs)
        for block in arranged.blocks
        if isinstance(block, KeyPoints) or (isinstance(block, Heading) and block.level == 1)
    ]
    assert titles == [
        *("一、要点", "二、核心指标", "三、进展", "四、目标与展望"),
        *("五、指标明细", "六、需核对", "七、资料来源"),
    ]


def test_headline_figures_are_a_table_with_the_same_figures(arranged: Brief) -> None:
    (cards,) = [block for block in sample_brief().blocks if isinstance(block, Cards)]
    table = next(block for block in arranged.blocks if isinstance(block, Table))
    assert table.head == ("指标", "数值", "时期与说明")
    assert [row[1] for row in table.rows] == [card.value for card in cards.cards]
    assert [row[2] for row in table.rows] == [card.note for card in cards.cards]
    assert not any(isinstance(block, Cards) for block in arranged.blocks)


def test_an_english_brief_is_not_numbered_in_chinese(style: Style) -> None:
    made = arrange(replace(sample_brief(), language="en"), style.settings)
    assert "Indicator" in next(b for b in made.blocks if isinstance(b, Table)).head
    titles = [plain_text(b.runs) for b in made.blocks if isinstance(b, Heading) and b.level == 1]
    assert "进展" in titles
    assert not [title for title in titles if "、" in title]


def test_both_files_hold_every_block(arranged: Brief, style: Style) -> None:
    in_word = word_words(write_word(arranged, style, sample_pictures(arranged)))
    in_pdf = words_of(written(arranged, style))
    for words in (in_word, in_pdf):
        assert "一、要点（一）民营经济增加值占GDP比重52%" in words
        assert "指标数值时期与说明民营经济增加值占GDP比重52%" in words
        assert "七、资料来源" in words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三")]
)
def test_sections_are_counted_as_an_office_counts(number: int, words: str) -> None:
    assert chinese_number(number) == words


# --- in English -------------------------------------------------------------------------------


def test_an_english_name_stands_on_one_line(style: Style) -> None:
    english = replace(only(prose("New firms.")), masthead=Masthead("Qinghe Thematic Brief"))
    letters = letters_of(written(replace(english, language="en"), style.of("en")))
    tops = {round(letter.base) for letter in letters if letter.size > 30}
    assert len(tops) == 1


def test_english_prose_is_left_aligned_and_on_no_grid_of_characters(style: Style) -> None:
    formats = style.of("en").formats
    for name in ("Body Text", "Key Point", "Lead", "Note", "Source Quote"):
        assert formats[name].align == "left", name
        assert formats[name].tracking_pt == 0, name


# --- style.toml -------------------------------------------------------------------------------


def test_every_deviation_from_the_standard_is_named_with_its_reason() -> None:
    settings = read_style_settings(JIANBAO)
    assert settings.follows == "GB/T 9704-2012"
    items = [one.item for one in settings.deviation]
    assert len(items) == len(set(items)) >= 8
    written_down = tomllib.loads((JIANBAO / "style.toml").read_text("utf-8"))["deviation"]
    assert [one["why"] for one in written_down] == [one.why for one in settings.deviation]
    assert {"每行字数与字距", "标题字体", "资料时段"} <= set(items)


def test_files_that_a_style_does_not_have_are_those_of_its_base(style: Style) -> None:
    standard = load_style(TEMPLATES / "standard")
    assert not (JIANBAO / "narrative.zh.j2").exists()
    assert style.narratives == standard.narratives
    assert style.charts == JIANBAO / "charts.mplstyle"
    assert standard.charts == TEMPLATES / "standard" / "charts.mplstyle"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('colour = "red"', "unknown key colour"),
        ('cards = "pie"', "cards = 'pie'"),
        ('cards = "table"', "needs the heads of its columns"),
        ('based_on = "nowhere"', "based_on = 'nowhere'"),
        ('based_on = ".."', "based_on = '..'"),
        ('based_on = "house"', "based_on = 'house'"),
        ('[[deviation]]\nitem = "x"', "deviation[1]"),
        ("cards = ", "no valid TOML"),
    ],
)
def test_a_fault_in_style_toml_names_file_and_key(tmp_path: Path, text: str, told: str) -> None:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "style.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_style(folder)
    assert "style.toml" in str(caught.value)
    assert told in str(caught.value)
    assert "hint:" in str(caught.value)
