"""`briefgen diff`: what the next issue would change, and nothing is written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cli_projects import told_project

from briefgen.cli import main
from briefgen.difference import compare_facts
from briefgen.fact import Fact, Kind, Level

FACT = Fact(
    id="a1",
    source="a.txt",
    start=0,
    end=8,
    quote="科技型企业1600家",
    kind=Kind.COUNT,
    indicator="科技型企业",
    scope="清河区",
    level=Level.DISTRICT,
    themes=("科技创新",),
    article="清河新貌",
    published="2024-01",
    values=(Decimal(1600),),
    unit="家",
)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return told_project(tmp_path)


@pytest.fixture
def issued(told: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    assert main(["build"]) == 0
    capfd.readouterr()
    return told


def differing(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["diff", "--format", "jsonl", *arguments]) == 0
    return [json.loads(line) for line in capfd.readouterr().out.split("\n") if line]


def output_of(project: Path) -> dict[str, str]:
    output = project / "output"
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(output.rglob("*"))
    }


def rewrite(project: Path, old: str, new: str) -> None:
    article = project / "seeds" / "a.txt"
    text = article.read_text("utf-8")
    assert old in text
    article.write_text(text.replace(old, new), "utf-8")


def test_nothing_new_is_said_so(issued: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = output_of(issued)
    assert main(["diff"]) == 0
    assert capfd.readouterr().out == "与 2024-03-01-001 相比，没有变化；不会出新的一期\n"
    assert output_of(issued) == before


def test_a_changed_figure_shows_both_values_and_the_briefs_that_tell_it(
    issued: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = output_of(issued)
    rewrite(issued, "1600家", "1700家")
    rows = differing(capfd)
    changed = [row for row in rows if row["变化"] == "修改"]
    assert ("1600家", "1700家") in [(row["原来"], row["现在"]) for row in changed]
    assert {row["来源"] for row in changed} == {"a.txt"}
    briefs = [row["主题"] for row in rows if row["变化"] == "简报"]
    assert {"科技创新", "总览"} <= set(briefs)
    assert output_of(issued) == before


def test_what_is_new_and_what_is_gone(issued: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rewrite(issued, "高新技术企业350家", "森林覆盖率53.2%")
    rows = differing(capfd)
    assert [r["现在"] for r in rows if r["变化"] == "新增"] == ["53.2%"]
    assert [r["原来"] for r in rows if r["变化"] == "消失"] == ["350家"]


def test_diff_and_build_agree(issued: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rewrite(issued, "1600家", "1700家")
    assert differing(capfd)
    assert main(["build"]) == 0
    assert differing(capfd) == []
    assert main(["diff"]) == 0
    assert "没有变化" in capfd.readouterr().out


@pytest.mark.usefixtures("told")
def test_before_the_first_issue_everything_is_new(
    told: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff"]) == 0
    out = capfd.readouterr().out
    assert "还没有出过简报：下一期是第一期" in out
    assert out.count("新增") == 3
    assert not (told / "output").exists()


def test_another_look_is_told_where_the_words_are_the_same(
    issued: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    manifest = issued / "output" / "latest" / "manifest.json"
    stated = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps(stated | {"fingerprint": "older"}), "utf-8")
    assert main(["diff"]) == 0
    assert "样式、格式或程序有变" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--as-of", "tomorrow"], 64, "a date such as"),
        (["--style", "nowhere"], 78, "no style 'nowhere'"),
    ],
)
def test_bad_words_are_one_clear_line(
    arguments: list[str], code: int, words: str, issued: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert issued
    assert main(["diff", *arguments]) == code
    said = capfd.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_damaged_facts_of_the_last_issue_are_named(
    issued: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (issued / "output" / "latest" / "facts.jsonl").write_text("{", "utf-8")
    assert main(["diff"]) == 65
    assert "facts.jsonl" in capfd.readouterr().err


# --- comparing --------------------------------------------------------------------------------


def test_a_fact_that_only_moved_is_the_same() -> None:
    assert list(compare_facts([FACT], [replace(FACT, id="b2", start=40, end=48)])) == []


def test_a_report_of_another_article_is_new_and_changes_nothing() -> None:
    other = replace(FACT, id="b2", source="b.txt", values=(Decimal(1800),))
    assert list(compare_facts([FACT], [FACT, other])) == [(None, other)]


def test_each_of_two_equal_facts_counts() -> None:
    assert list(compare_facts([FACT, FACT], [FACT])) == [(FACT, None)]
    changed = replace(FACT, values=(Decimal(1700),))
    assert list(compare_facts([FACT], [changed])) == [(FACT, changed)]
