"""Rows as a file that a spreadsheet opens: .csv for every program, .xlsx for Excel.

Input: a head and rows of text and figures. Output: bytes, the same for the same rows. No cell is
ever a formula: what a source says is text, whatever it begins with.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

Cell = str | Decimal | int | None

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  no clock; the file format knows no time zone
# =cmd|…, +1, -1, @SUM, and the full-width signs that Excel takes for them; blanks before them too
_FORMULA = re.compile(r"[\s\x00-\x20]*[=+\-@＝＋－＠]")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LONGEST = 32767  # characters in a cell of Excel
_EXACT_DIGITS = 15  # that Excel keeps of a number
_WIDEST, _NARROWEST = 60, 8  # characters


def csv_bytes(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a CSV in UTF-8 with a BOM, by which Excel knows the encoding; lines end with CR LF.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; figures, also
    negative ones, are written plainly.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_plain(cell) for cell in head])
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if isinstance(cell, str):
        text = _text(cell)
        return f"'{text}" if _FORMULA.match(text) else text
    return "" if cell is None else f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def xlsx_bytes(
    name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], *, plain: bool = False
) -> bytes:
    """Return an Excel workbook with one sheet; text cells are strings, figures numbers.

    The head stays in sight and filters the rows, unless the sheet is to be `plain`. A figure with
    more digits than Excel keeps is written as text.
    """
    from xlsxwriter import Workbook

    told = [list(row) for row in rows]
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet(name)
    bold = book.add_format({} if plain else {"bold": True})
    for column, words in enumerate(head):
        sheet.write_string(0, column, _text(words)[:_LONGEST], bold)
    for line, row in enumerate(told, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, column, _text(cell)[:_LONGEST])
            elif cell is not None and _keeps(cell):
                sheet.write_number(line, column, float(cell))
            elif cell is not None:
                sheet.write_string(line, column, _plain(cell))
    for column, words in enumerate(head):
        longest = max([_breadth(words), *(_breadth(_plain(row[column])) for row in told)])
        sheet.set_column(column, column, min(max(longest, _NARROWEST), _WIDEST))
    if not plain:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(told), len(head) - 1)
    book.close()
    return out.getvalue()


def _keeps(cell: Decimal | int) -> bool:
    """Return whether Excel shows the very figure."""
    figure = Decimal(cell)
    return figure.is_finite() and len(figure.normalize().as_tuple().digits) <= _EXACT_DIGITS


def _breadth(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text) + 1


def _text(text: str) -> str:
    """Return text that XML and UTF-8 can hold, its lines ended in one way."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", _NOT_XML.sub("", lines))
