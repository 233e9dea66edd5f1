"""`briefgen verify`: every number of a finished file, from which fact, or from none."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from cli_projects import told_project
from docx import Document
from docx.oxml.ns import qn

from briefgen.cli import main

NAME = "科技创新"


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return told_project(tmp_path)


@pytest.fixture
def issued(told: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    assert main(["build"]) == 0
    capfd.readouterr()
    return told


def verified(
    capfd: pytest.CaptureFixture[str], *files: Path | str
) -> tuple[int, list[dict[str, Any]], str]:
    """Return exit code, rows and what was said."""
    code = main(["verify", "--format", "jsonl", *map(str, files)])
    shown = capfd.readouterr()
    return code, [json.loads(line) for line in shown.out.split("\n") if line], shown.err


def latest(project: Path, suffix: str = "docx") -> Path:
    return project / "output" / "latest" / f"{NAME}.{suffix}"


def edited(file: Path, to: Path, old: str, new: str) -> Path:
    """Return a copy of a Word file with one text changed wherever it stands whole in a run."""
    document = Document(str(file))
    runs = [t for t in document.element.body.iter(qn("w:t")) if old in (t.text or "")]
    assert runs
    for text in runs:
        text.text = text.text.replace(old, new)
    document.save(str(to))
    return to


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_each_number_of_a_brief_leads_to_its_fact(
    suffix: str, issued: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, rows, said = verified(capfd, latest(issued, suffix))
    assert (code, said) == (0, "")
    lines = (issued / "output" / "latest" / "facts.jsonl").read_text("utf-8").splitlines()
    facts = {fact["id"]: fact for fact in map(json.loads, lines)}
    told = [row for row in rows if row["数字"] == "1600"]
    assert told
    for row in told:
        assert row["文件"] == f"{NAME}.{suffix}"
        ids = row["出处"].split("、")
        assert "1600" in {facts[i]["number_text"] for i in ids}
        assert "1600家" in row["原句"]
    assert not [row for row in rows if row["出处"] in ("无出处", "缺失")]


def test_a_number_that_was_changed_or_added_by_hand_is_found(
    issued: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = edited(latest(issued), tmp_path / f"{NAME}.docx", "1600", "1900")
    code, rows, said = verified(capfd, file)
    assert code == 4
    stray = [row for row in rows if row["出处"] == "无出处"]
    assert {row["数字"] for row in stray} == {"1900"}
    assert all("1900" in row["前后文"] for row in stray)
    assert [row for row in rows if row["出处"] == "缺失"]
    assert said.count("\n") == 1
    assert "无出处" in said


def test_a_renamed_copy_is_compared_with_the_brief_that_fits(
    issued: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copy(latest(issued), tmp_path / "领导改过的稿子.docx"))
    code, rows, _ = verified(capfd, copy)
    assert code == 0
    assert {row["文件"] for row in rows} == {"领导改过的稿子.docx"}


def test_an_old_issue_is_judged_by_itself_when_the_articles_have_changed(
    issued: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    old = latest(issued).resolve()
    (issued / "seeds" / "a.txt").write_text("2023年，清河区科技型企业达1700家。", "utf-8")
    assert main(["build"]) == 0
    assert latest(issued).resolve() != old
    code, rows, _ = verified(capfd, old, latest(issued))
    assert code == 0
    assert {"1600", "1700"} <= {row["数字"] for row in rows}


def test_several_files_are_told_apart_and_one_fault_is_enough(
    issued: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bad = edited(latest(issued), tmp_path / f"{NAME}.docx", "350", "530")
    code, rows, _ = verified(capfd, latest(issued, "pdf"), bad)
    assert code == 4
    faulty = {row["文件"] for row in rows if row["出处"] in ("无出处", "缺失")}
    assert faulty == {f"{NAME}.docx"}


def test_a_table_on_the_terminal_has_a_head_and_every_row(
    issued: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(latest(issued))]) == 0
    out = capfd.readouterr().out
    assert out.splitlines()[0].split() == ["文件", "位置", "数字", "前后文", "出处", "原句"]
    assert "编号、页码或报头" in out


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("没有.docx", None, 65, "No such file"),
        ("a.txt", b"x", 64, "name .docx or .pdf files"),
        ("a.docx", b"no file", 65, "this is no Word file"),
        ("a.pdf", b"no file", 65, "this is no PDF"),
        ("空.pdf", b"", 65, "this is no PDF"),
    ],
)
def test_what_is_no_brief_is_one_clear_line(
    name: str,
    content: bytes | None,
    code: int,
    words: str,
    issued: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    if content is not None:
        (issued / name).write_bytes(content)
    found, rows, said = verified(capfd, name)
    assert (found, rows) == (code, [])
    assert name in said
    assert words in said
    assert said.count("\n") == 1


def test_without_an_issue_there_is_nothing_to_compare_with(
    told: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (told / "a.docx").write_bytes(b"x")
    code, _, said = verified(capfd, "a.docx")
    assert code == 73
    assert "there is no issue yet" in said


@pytest.mark.parametrize("content", [b"", b"{}]", b'{"a": 1}', b'{"a": {"phrases": [1]}}'])
def test_an_issue_whose_record_is_damaged_is_named(
    content: bytes, issued: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (latest(issued).parent / "trace.json").write_bytes(content)
    code, _, said = verified(capfd, latest(issued))
    assert code == 65
    assert "build it again with --force" in said
