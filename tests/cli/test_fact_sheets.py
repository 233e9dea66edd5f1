"""`briefgen facts` for a spreadsheet: the facts of the JSON, under names that a reader knows."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from cli_projects import told_project

from briefgen.cli import main


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return told_project(tmp_path)


def printed(capfd: pytest.CaptureFixture[bytes], *arguments: str) -> bytes:
    assert main(["facts", *arguments]) == 0
    sys.stdout.flush()
    return capfd.readouterr().out


def as_wire(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode().split("\n") if line]


@pytest.mark.usefixtures("told")
def test_a_csv_holds_the_facts_of_the_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    facts = as_wire(printed(capfdbinary, "--format", "jsonl"))
    content = printed(capfdbinary, "--format", "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(facts) == 3
    assert [r["编号"] for r in rows] == [f["id"] for f in facts]
    assert [r["数值"] for r in rows] == ["1600", "350", "4.4"]
    assert [r["单位"] for r in rows] == [f["unit"] for f in facts]
    assert [r["原句"] for r in rows] == [f["quote"] for f in facts]
    assert {r["文章"] for r in rows} == {"清河新貌"}


@pytest.mark.usefixtures("told")
def test_a_workbook_holds_figures_as_numbers(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    content = printed(capfdbinary, "--format", "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    head = [cell.value for cell in sheet[1]]
    assert [sheet.cell(row, head.index("数值") + 1).value for row in (2, 3, 4)] == [1600, 350, 4.4]
    assert printed(capfdbinary, "--format", "xlsx") == content


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_formula_in_an_article_is_text(
    form: str, told: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (told / "seeds" / "a.txt").write_text("=cmd|'/C calc'!A0，2023年科技型企业达1600家。", "utf-8")
    content = printed(capfdbinary, "--format", form)
    if form == "csv":
        cells = [c for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for c in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]
        return
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.usefixtures("told")
def test_a_theme_and_what_became_no_fact_are_told_in_every_form(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    theme = printed(capfdbinary, "--format", "csv", "--theme", "民营经济").decode("utf-8-sig")
    assert len(theme.splitlines()) < 4
    left = printed(capfdbinary, "--format", "csv", "--abstained").decode("utf-8-sig")
    assert left.splitlines()[0] == "来源,位置,数字,原因"
    workbook = printed(capfdbinary, "--format", "xlsx", "--abstained")
    assert openpyxl.load_workbook(io.BytesIO(workbook)).active["A1"].value == "来源"


@pytest.mark.usefixtures("told")
def test_a_workbook_is_not_sent_to_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert main(["facts", "--format", "xlsx"]) == 64
    assert "briefgen facts --format xlsx > facts.xlsx" in capsys.readouterr().err


@pytest.mark.usefixtures("told")
def test_an_unknown_form_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "--format", "pdf"]) == 64
    assert capsys.readouterr().err.count("\n") == 1
