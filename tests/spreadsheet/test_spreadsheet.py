"""Rows for a spreadsheet: figures are numbers, everything else is text and never a formula."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import openpyxl
import pytest

from briefgen.spreadsheet import Cell, csv_bytes, xlsx_bytes

FORMULAS = (
    "=1+1",
    "=HYPERLINK(1)",
    "+1",
    "-3.2%",
    "@SUM(A1)",
    " =1",
    "\t=1",
    "\r=1",
    "＝1",
    "－1",
)


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_csv_begins_with_the_mark_by_which_excel_knows_its_encoding() -> None:
    made = csv_bytes(["指标"], [["森林覆盖率"]])
    assert made == b"\xef\xbb\xbf" + "指标\r\n森林覆盖率\r\n".encode()


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_begins_like_a_formula_is_text_in_both(text: str) -> None:
    (_, (cell,)) = read_csv(csv_bytes(["甲"], [[text]]))
    assert cell == "'" + text.replace("\r", "\n")
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes("表", ["甲"], [[text]]))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value.strip() == text.strip()


@pytest.mark.parametrize("text", ["2021=2022", "a@b", "R&D<5%", "18条", "“-”", ""])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert read_csv(csv_bytes(["甲"], [[text, "尾"]]))[1] == [text, "尾"]


@pytest.mark.parametrize("value", ["-3.2", "42800000000", "0.01", "53.16", "0"])
def test_a_figure_is_a_number_also_a_negative_one(value: str) -> None:
    assert read_csv(csv_bytes(["甲"], [[Decimal(value)]]))[1] == [value]
    (_, (cell,)) = read_xlsx(xlsx_bytes("表", ["甲"], [[Decimal(value)]]))
    assert not isinstance(cell, str)
    assert Decimal(str(cell)) == Decimal(value)


def test_a_figure_of_more_digits_than_excel_keeps_is_text() -> None:
    rows: list[list[Cell]] = [[Decimal("1234567890123456789")], [Decimal("NaN")], [None], [7]]
    made = read_xlsx(xlsx_bytes("表", ["甲"], rows))
    assert [row[0] for row in made] == ["甲", "1234567890123456789", "NaN", None, 7]


def test_what_a_cell_cannot_hold_is_left_out_and_long_text_is_cut() -> None:
    rows = [["a\x00\ud800\uffff"], ["长" * 40000]]
    made = read_xlsx(xlsx_bytes("表", ["甲"], rows))
    assert made[1] == ["a\ufffd"]
    assert made[2] == ["长" * 32767]
    assert read_csv(csv_bytes(["甲"], rows))[1] == ["a\ufffd"]


def test_quotes_commas_and_line_breaks_come_back_from_a_csv() -> None:
    text = 'A,"B"\n甲'
    assert read_csv(csv_bytes(["头"], [[text]]))[1] == [text]


def test_the_same_rows_give_the_same_bytes() -> None:
    rows: list[list[Cell]] = [["甲", Decimal("1.5")]]
    assert xlsx_bytes("表", ["a", "b"], rows) == xlsx_bytes("表", ["a", "b"], rows)
    assert b"2000-01-01" in b"".join(parts(xlsx_bytes("表", ["a", "b"], rows)).values())


def parts(content: bytes) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_head_stays_in_sight_and_no_rows_do_no_harm() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes("表", ["甲", "乙"], []))).active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B1"
    assert csv_bytes(["甲"], []) == "\ufeff甲\r\n".encode()
