"""Columns of tables: short ones as their words need, long ones share the rest."""

from __future__ import annotations

import pytest

from briefgen.writers.column_widths import column_widths


def test_short_columns_have_what_they_need_and_the_longest_the_rest() -> None:
    made = column_widths([[500.0, 60.0, 90.0, 30.0]], [20.0] * 4, [38, 25, 27, 10], 400.0)
    assert made[1:] == pytest.approx([60.0, 90.0, 30.0])
    assert sum(made) == pytest.approx(400.0)


def test_what_is_over_goes_by_the_shares_of_the_style() -> None:
    made = column_widths([[50.0, 50.0]], [10.0, 10.0], [3, 1], 200.0)
    assert made == pytest.approx([125.0, 75.0])


def test_no_column_is_narrower_than_its_longest_word() -> None:
    made = column_widths([[1000.0, 300.0]], [20.0, 100.0], [1, 1], 300.0)
    assert made[1] >= 100.0
    assert sum(made) == pytest.approx(300.0)


def test_one_long_name_does_not_break_every_date_beside_it() -> None:
    rows = [[120.0, 90.0, 100.0]] * 8 + [[600.0, 60.0, 60.0]]
    made = column_widths(rows, [40.0] * 3, [1, 1, 1], 330.0)
    assert sum(made) == pytest.approx(330.0)
    assert made[1] >= 90.0
    assert made[2] >= 100.0
    assert made[0] >= 120.0


def test_a_column_is_widened_by_several_steps_where_one_alone_saves_no_line() -> None:
    names, periods = [[190.0, 70.0, 100.0, 37.0]] * 8, [[110.0, 166.0, 158.0, 37.0]] * 2
    rows = [*names, *periods, [576.0, 60.0, 70.0, 37.0]]
    made = column_widths(rows, [60.0, 50.0, 52.0, 37.0], [1] * 4, 465.0)
    assert made[0] >= 190.0
    assert made[2] >= 100.0


def test_a_column_of_dates_is_not_broken_to_save_a_few_lines_of_names() -> None:
    rows = [[225.0, 40.0, 98.0]] * 6 + [[260.0, 40.0, 98.0]] * 8
    made = column_widths(rows, [60.0, 40.0, 52.0], [1] * 3, 395.0)
    assert made[2] >= 98.0
