"""The charts of the repository's own issue: valid in Word both ways, and as files for reuse."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import needs
from story_project import REPOSITORY, built, files_of, own_project, wire

sys.path.append(str(REPOSITORY / "tests" / "writers"))
from word_validity import faults, faults_by_microsoft

STYLES = sorted(path.parent.name for path in (REPOSITORY / "templates").glob("*/brief.docx"))


@pytest.fixture(scope="module", params=STYLES)
def styled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an issue in one of the styles, its charts Word's own."""
    root = own_project(tmp_path_factory.mktemp("styled") / "a")
    return built(root, "--style", request.param, "--format", "docx", "--editable-charts")


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(own_project(tmp_path_factory.mktemp("issue") / "a"), "--format", "docx")


def test_every_word_file_is_valid_in_every_style(styled: Path) -> None:
    assert len(list(styled.glob("*.docx"))) == 9
    assert {file.name: faults(file) for file in styled.glob("*.docx") if faults(file)} == {}


def test_microsoft_s_validator_finds_nothing_in_any_theme(styled: Path) -> None:
    needs("ooxml-validator")
    for file in styled.glob("*.docx"):
        assert faults_by_microsoft(file) == [], file.name


def test_some_charts_are_word_s_own_when_asked_for(styled: Path, issue: Path) -> None:
    assert _native(styled) > 4
    assert _native(issue) == 0


def test_a_style_may_ask_for_charts_that_word_can_edit(tmp_path: Path) -> None:
    root = own_project(tmp_path / "a")
    settings = root / "templates" / "standard" / "style.toml"
    settings.write_text("editable_charts = true\n" + settings.read_text("utf-8"), "utf-8")
    assert _native(built(root, "综合实力", "--format", "docx")) > 0


def _native(folder: Path) -> int:
    count = 0
    for file in folder.glob("*.docx"):
        with zipfile.ZipFile(file) as package:
            count += sum(name.startswith("word/charts/chart") for name in package.namelist())
    return count


def test_every_figure_of_a_chart_file_leads_to_a_fact_and_its_value(issue: Path) -> None:
    facts = {fact["id"]: fact for fact in wire(issue)}
    files = sorted(issue.glob("charts/*.csv"))
    assert len(files) > 8
    for file in files:
        rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
        assert rows
        for row in rows:
            ids = row["事实编号"].split("；")
            assert set(ids) <= set(facts)
            told = [value for i in ids for value in _values(facts[i])]
            assert row["数值"] in told or row["性质"] == "推算", (file.name, row)


def _values(fact: dict[str, object]) -> list[str]:
    value, period = fact["value"], str(fact["period"])
    values = [str(v) for v in value] if isinstance(value, list) else [str(value)]
    return [*values, str(fact["from"]), period, period.split("/")[0]]


def test_every_chart_file_stands_in_the_manifest_with_a_picture_of_its_own(issue: Path) -> None:
    manifest = json.loads((issue / "manifest.json").read_text("utf-8"))
    listed = {row["name"] for row in manifest["files"]}
    charts = {name for name in files_of(issue) if name.startswith("charts/")}
    assert charts
    assert charts <= listed
    for name in charts:
        if name.endswith(".svg"):
            assert ElementTree.parse(issue / name).getroot().tag.endswith("svg")
            assert f"{name.removesuffix('svg')}csv" in charts
