"""Lines in charts: no wider than asked for, no mark of punctuation at a wrong end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.charts.letters import balanced, clean, width, wrap


@settings(max_examples=150, deadline=None)
@given(
    st.text("清河区高新技术企业，。、（）“”%5.3 R&D", max_size=60),
    st.floats(min_value=30, max_value=300),
)
def test_lines_hold_all_characters_in_order_and_fit(text: str, limit: float) -> None:
    for lines in (wrap(text, "sans", 9, limit), balanced(text, "sans", 9, limit)):
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(width(line, "sans", 9) <= limit + 0.01 for line in lines)


def test_a_number_is_not_split_and_closing_marks_do_not_begin_a_line() -> None:
    lines = wrap("清河区企业（含外资）达2854.5家，增长3.2%。", "sans", 9, 60)
    assert any("2854.5" in line for line in lines)
    assert not any(line[0] in "，。）%" for line in lines)
    assert not any(line[-1] in "（“" for line in lines)


def test_words_of_two_scripts_take_the_room_of_their_own_glyphs() -> None:
    assert width("国国", "sans", 10) == 20
    assert 4 < width("1", "sans", 10) < 7


def test_steering_characters_and_line_breaks_leave_no_trace() -> None:
    assert clean("清\u200b河\n区\u202e 5\ufe0f") == "清河 区 5"


def test_a_time_stays_whole_in_a_line_of_words_and_parts_in_a_narrow_label() -> None:
    for text, time in (
        ("清河区；2021年12月、2023年1月报道", "2023年1月报道"),
        ("Qinghe District; December 2021 report, January 2023 report", "January 2023 report"),
    ):
        for limit in range(90, 200, 5):
            lines = wrap(text, "sans", 9, limit, whole_times=True)
            assert any(time in line for line in lines)
    assert wrap("2023年1月", "sans", 9, 34) == ("2023年", "1月")
