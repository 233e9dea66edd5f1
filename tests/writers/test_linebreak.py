"""The breaker keeps clreq's rules at every width, loses nothing and never passes the edge."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.writers.breakpoints import NO_END, NO_START, break_offsets
from briefgen.writers.linebreak import Line, break_lines
from briefgen.writers.linespace import Measured, measure

SIZE = 10.0


def measured(text: str) -> Measured:
    """Return `text` as a face of 10 points would measure it: half width for ASCII."""
    return measure(
        text, [SIZE * (0.5 if ord(c) < 0x2000 else 1.0) for c in text], [SIZE] * len(text)
    )


def lines_of(
    text: str, width: float, *, justify: bool = False, balanced: bool = False
) -> list[str]:
    lines = break_lines(measured(text), width, width, justify=justify, balanced=balanced)
    return [text[line.start : line.end] for line in lines]


def edges(text: Measured, line: Line) -> tuple[float, float]:
    """Return where the ink of a line begins and ends, with its squeezed marks and its spread."""
    gaps = text.slots[line.end - 1] - text.slots[line.start]
    return 0.0, line.width + line.spread * gaps


# --- what stays together ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "whole",
    [
        "2021年",
        "12.5%",
        "1，600家",
        "约1万家",
        "超过7.8万户",
        "近3.45亿元",
        "6.9个百分点",
        "2500平方公里",
        "5000余户",
        "400余名",
        "4月28日",
        "20个月",
        "118－73",
        "2.6：48.8：48.6",
        "US$100",
        "42.8 billion",
        "42.8 billion yuan",
        "5,000 yuan",
        "2.5 percentage",
        "29.11 m²",
        "16 February 2023",
        "24–25 December",
        "R&D<5%",
        "Qinghe",
        "COVID-19",
        "第十三次",
        "二〇二一年",
        "十几口",
        "1600家以上",
        "12.5℃",
        "１２．５％",
    ],
)
def test_a_figure_or_a_word_stays_whole(whole: str) -> None:
    text = f"清河区{whole}的企业"
    inside = range(4, 3 + len(whole))
    assert not set(break_offsets(text)) & set(inside)
    assert 3 in break_offsets(text) or whole[0] in "12近约超R"


def test_a_reference_stays_whole_and_with_the_word_before_it() -> None:
    text = "办结73个〔1a、2c〕，余下45个〔3b〕。"
    starts = [text[i] for i in break_offsets(text)[:-1]]
    assert not set(starts) & set("〔1a、2c〕，3b。") - {"4"}
    assert break_offsets(text) == [1, 2, 13, 14, 15, len(text)]


def test_dashes_and_dots_are_not_parted() -> None:
    text = "清河——新区……好"
    assert break_offsets(text) == [1, 4, 5, 8, 9]


def test_a_space_hangs_at_the_end_of_its_line_and_starts_none() -> None:
    assert lines_of("alpha beta gamma", 30.0) == ["alpha", "beta", "gamma"]


def test_a_sentence_breaks_between_any_two_chinese_characters() -> None:
    assert break_offsets("企业难题") == [1, 2, 3, 4]


# --- measuring --------------------------------------------------------------------------------


def test_touching_marks_are_squeezed_to_half() -> None:
    assert measured("”。").left == [0.0, 5.0, 15.0]
    assert measured("）（").left == [0.0, 5.0, 15.0]
    assert measured("（“").left == [0.0, 5.0, 15.0]
    assert measured("好。好").left == [0.0, 10.0, 20.0, 30.0]


def test_beside_a_blank_of_english_a_chinese_mark_gives_up_its_empty_half() -> None:
    text = measured("said “清河”, and so on")
    assert text.kerns[5] == pytest.approx(-5.0)  # before “
    assert text.kerns[9] == pytest.approx(-5.0)  # after ”
    assert not [kern for kern in measured("“清河”新貌").kerns if kern < 0]


def test_latin_stands_a_tenth_of_an_em_from_han() -> None:
    assert measured("占GDP值").left == pytest.approx([0.0, 11.0, 16.0, 21.0, 27.0, 37.0])


def test_a_mark_at_a_line_end_takes_half_and_one_at_its_start_shows_no_blank() -> None:
    text = measured("一二三四，“五六七")
    first, second = break_lines(text, 45.0, 45.0)
    assert (first.start, first.end, first.width) == (0, 5, 45.0)
    assert (second.lead, second.width) == (-5.0, 35.0)


# --- lines ------------------------------------------------------------------------------------


def test_justified_lines_reach_the_edge_and_the_last_keeps_its_width() -> None:
    text = measured("清河区新增市场主体2.5万户，民营企业5000余户，数量翻番。" * 3)
    lines = break_lines(text, 133.0, 153.0, justify=True)
    widths = [edges(text, line)[1] for line in lines]
    assert widths[0] == pytest.approx(133.0)
    assert widths[1:-1] == pytest.approx([153.0] * (len(lines) - 2))
    assert lines[-1].spread == 0.0


def test_no_single_character_is_left_on_the_last_line() -> None:
    assert lines_of("一二三四五六七八九十甲。", 100.0) == ["一二三四五六七八九", "十甲。"]
    assert lines_of("一二三四五六七八九十甲〔1a〕。", 100.0)[-1] != "甲〔1a〕。"


def test_a_title_breaks_into_lines_of_like_length_and_after_a_comma() -> None:
    title = "民营经济占清河区一半，企业难题清单化解决"
    assert lines_of(title, 150.0, balanced=True) == ["民营经济占清河区一半，", "企业难题清单化解决"]
    even = lines_of("清河区民营经济增加值持续增长企业难题有人管", 190.0, balanced=True)
    assert abs(len(even[0]) - len(even[1])) <= 2


def test_a_title_keeps_pairs_that_the_brief_often_holds() -> None:
    title = "清河企业难题清单解决"
    parted = break_lines(measured(title), 60.0, 60.0, balanced=True)
    kept = break_lines(
        measured(title), 60.0, 60.0, balanced=True, glue={title[4:6]: 9, title[5:7]: 0}
    )
    assert parted[0].end == 5
    assert kept[0].end != 5


def test_a_box_too_wide_for_a_line_is_opened_and_stays_inside() -> None:
    text = measured("见http://example.org/" + "a" * 60 + "。")
    lines = break_lines(text, 55.0, 55.0)
    assert all(line.width <= 55.0 + 1e-6 for line in lines)
    assert "".join(text.text[ln.start : ln.end] for ln in lines) == text.text


def test_a_figure_parts_from_its_hedge_rather_than_leave_a_hole() -> None:
    text = "清河区到2025年，数字经济增加值达到1200亿元以上，企业难题清单化解决，企业难题有人管。"
    for width in (182.0, 230.0):
        lines = break_lines(measured(text), width, width, justify=True)
        assert text[: lines[0].end].endswith(("增加值达到", "达到1200亿元"))
        assert max(line.spread for line in lines) < 0.15 * SIZE
    assert lines_of(text, 165.0, justify=True)[1].startswith("达到1200亿元以上")


def test_a_column_too_narrow_for_a_hedged_figure_keeps_the_figure_whole() -> None:
    assert lines_of("预计突破700亿元", 50.0) == ["预计突破", "700亿元"]
    assert lines_of("预计2000万元以上", 50.0) == ["预计", "2000万元", "以上"]


def test_what_follows_a_percent_sign_is_no_unit() -> None:
    assert 8 in break_offsets("全域水质100%达标")


def test_a_month_parts_from_its_year_only_where_a_line_would_gape() -> None:
    text = "settled on 16 February 2023 in May 2022"
    assert [text[at:] for at in break_offsets(text)][:5] == [
        "on 16 February 2023 in May 2022",
        "16 February 2023 in May 2022",
        "in May 2022",
        "May 2022",
        "",
    ]
    freed = [text[at:] for at in break_offsets(text, hedged=False)]
    assert freed[2:4] == ["2023 in May 2022", "in May 2022"]
    assert freed[-2] == "2022"


def test_an_english_word_goes_on_after_its_own_hyphen_only() -> None:
    text = "national-level R&D-led 1-2 x-ray"
    ends = [text[:at][-6:] for at in break_offsets(text)]
    assert ends == ["ional-", "level ", "D-led ", "d 1-2 ", " x-ray"]


def test_a_title_does_not_part_a_measure_from_its_figure() -> None:
    title = "民营经济增加值占比重50%，税收占比重为75%以上"
    first, _ = lines_of(title, 190.0, balanced=True)
    assert first == "民营经济增加值占比重50%，"
    title = "2021年以来常态化选派400余名党建指导员驻企服务"
    assert lines_of(title, 190.0, balanced=True)[0].endswith("400余名")


def test_the_lines_of_a_title_are_no_hourglass() -> None:
    waist = "清河区民营经济增加值占比过半，企业难题清单化解决，市场主体总量超过7.6万户"
    text = measured(waist)
    first, second, third = (ln.width for ln in break_lines(text, 160.0, 160.0, balanced=True))
    assert second >= min(first, third) - 2 * SIZE
    even = "清河区民营经济增加值持续增长，企业难题清单化件件办成，市场主体总量稳步上升"
    assert [line[-1] for line in lines_of(even, 160.0, balanced=True)[:-1]] == ["，", "，"]


def test_nothing_but_spaces_makes_no_line() -> None:
    assert break_lines(measured("  "), 50.0, 50.0) == ()
    assert break_lines(measured(""), 50.0, 50.0) == ()


# --- laws -------------------------------------------------------------------------------------

PIECES = st.one_of(
    st.text("清河区新增市场主体企业难题的和在", min_size=1, max_size=9),
    st.sampled_from("，。、；：？！…—·～"),
    st.sampled_from(
        ["（清河）", "“直通车”", "《条例》", "【图】", "……", "——", "〔1a〕", "〔1a、2c〕。"]
    ),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["", "约", "近", "超过"]),
        st.decimals(0, 9999, places=1),
        st.sampled_from(["%", "万户", "亿元", "个百分点", "余家", "年", ""]),
    ),
    st.sampled_from([" ", "GDP", "R&D", "a b", "5G", "<para>", "&amp;"]),
)
# a mark that opens is followed by something, and no run of marks is wider than a line
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map(lambda parts: "企业" + "企业".join(parts))
WIDTHS = st.floats(120.0, 400.0)
NUMBER = re.compile(r"\d+\.\d(?:%|万户|亿元|个百分点|余家|年)?")


@given(TEXTS, WIDTHS, st.booleans())
def test_no_line_starts_or_ends_wrongly(text: str, width: float, justify: bool) -> None:
    lines = lines_of(text, width, justify=justify)
    assert not [line for line in lines[1:] if line[0] in NO_START]
    assert not [line for line in lines[:-1] if line[-1] in NO_END]


@given(TEXTS, WIDTHS)
def test_no_number_is_parted(text: str, width: float) -> None:
    cuts = {line.start for line in break_lines(measured(text), width, width)}
    for match in NUMBER.finditer(text):
        assert not cuts & set(range(match.start() + 1, match.end()))


@given(st.text("清河，。（“0123.a %—…〔〕", max_size=120), st.floats(20.0, 200.0), st.booleans())
def test_nothing_passes_the_edge_whatever_the_text(text: str, width: float, justify: bool) -> None:
    whole = measured(text)
    for line in break_lines(whole, width, width, justify=justify):
        assert edges(whole, line)[1] <= width + 1e-3


@given(TEXTS, WIDTHS, st.booleans(), st.booleans())
def test_lines_hold_the_whole_text_in_order(
    text: str, width: float, justify: bool, balanced: bool
) -> None:
    lines = break_lines(measured(text), width - 20, width, justify=justify, balanced=balanced)
    assert [line.start for line in lines] == [0, *(line.next for line in lines[:-1])]
    assert lines[-1].next == len(text)
    assert all(not text[line.end : line.next].strip() for line in lines)


@given(st.text(max_size=80), st.floats(30.0, 90.0))
def test_any_text_at_all_is_broken_and_kept(text: str, width: float) -> None:
    lines = break_lines(measured(text), width, width)
    drawn = "".join(text[line.start : line.next] for line in lines)
    assert drawn == (text if text.strip() else "")


def test_latin_words_are_spread_where_chinese_would_be_left_ragged() -> None:
    latin = measured("economy to develop to high quality was named a Chongqing-economic-case of it")
    first = break_lines(latin, 250.0, 250.0, justify=True)[0]
    assert first.spread > 0
    assert edges(latin, first)[1] == pytest.approx(250.0)


def test_no_line_of_english_stays_ragged_where_another_break_fills_it() -> None:
    text = (
        "According to the January 2024 report, the aims are, in 2024: to create the National "
        "New-Generation Artificial Intelligence Innovation Demonstration Zone and the National "
        "Industrial Big-Data Manufacturing Innovation Centre and others\u00a0[2d]; to advance "
        "construction of high-level innovation platforms"
    )
    for width in (456, 478, 512, 516):
        latin = measured(text)
        lines = break_lines(latin, float(width), float(width), justify=True)
        assert all(line.spread for line in lines[:-1]), width


def test_a_reference_in_square_brackets_stays_with_its_words() -> None:
    text = "new market entities numbered 25,000\u00a0[1a, 2b] in all"
    for width in range(60, 220, 5):
        assert not any(line.startswith("[") for line in lines_of(text, float(width)))
