"""The whole way on the repository's own five articles, by the real command line."""

from __future__ import annotations

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from story_project import (
    REPOSITORY,
    built,
    facts_of,
    files_of,
    issues,
    latest,
    own_project,
    pdf_pages,
    pdf_text,
    run,
    snapshot,
    stems,
    tight,
    wire,
    word_text,
)

THEMES = ["生态人文", "科技创新", "民营经济", "城乡融合", "综合实力", "民生福祉"]
THEMES += ["党的建设", "开放合作", "总览"]
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*(?:万亿|亿|万)?[%‰]?")
_MARK = re.compile(r"〔[0-9a-z、]+〕")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the repository's project, built once; tests that change something copy it."""
    root = own_project(tmp_path_factory.mktemp("story") / "a")
    built(root)
    return root


@pytest.fixture
def changeable(project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(project, tmp_path / "copy", symlinks=True))


def _article_raw(root: Path, name: str) -> str:
    return (root / "seeds" / name).read_bytes().decode("utf-8-sig")


def test_one_build_makes_nine_briefs_in_both_formats_with_facts_and_a_manifest(
    project: Path,
) -> None:
    expected = {f"{theme}.{suffix}" for theme in THEMES for suffix in ("docx", "pdf")}
    found = files_of(latest(project))
    charts = {name for name in found if name.startswith("charts/")}
    assert found - charts == expected | {"facts.jsonl", "trace.json", "manifest.json"}
    assert len([name for name in charts if name.endswith(".csv")]) == len(charts) / 2 > 8
    assert issues(project) == ["2023-03-01-001"]
    manifest = json.loads((latest(project) / "manifest.json").read_text("utf-8"))
    assert {row["name"] for row in manifest["files"]} == found - {"manifest.json"}
    assert manifest["themes"] == THEMES
    assert manifest["warnings"] == []
    assert len(manifest["sources"]) == 5


def test_a_second_build_changes_no_byte_makes_no_issue_and_says_nothing(changeable: Path) -> None:
    before = snapshot(changeable / "output")
    built(changeable)
    assert snapshot(changeable / "output") == before


def test_the_same_articles_in_another_folder_give_the_same_bytes(
    project: Path, tmp_path: Path
) -> None:
    elsewhere = built(own_project(tmp_path / "another place" / "深处"))
    here = latest(project)
    assert stems(elsewhere) == stems(here)
    for name in files_of(here):
        assert (elsewhere / name).read_bytes() == (here / name).read_bytes(), name


def test_force_makes_a_second_issue_beside_the_untouched_first(changeable: Path) -> None:
    before = snapshot(changeable / "output" / "issues" / "2023-03-01-001")
    second = built(changeable, "民营经济", "--format", "docx", "--force")
    assert second.name == "2023-03-01-002"
    written = {name for name in files_of(second) if not name.startswith("charts/民营经济-")}
    assert written == {"民营经济.docx", "facts.jsonl", "trace.json", "manifest.json"}
    assert snapshot(changeable / "output" / "issues" / "2023-03-01-001") == before


def test_one_changed_number_in_an_article_changes_that_figure_in_both_files(
    changeable: Path,
) -> None:
    first = latest(changeable)
    cores = [f for f in wire(first) if f["themes"][:1] == ["综合实力"] and f["number_text"]]
    shown = tight(word_text(first / "综合实力.docx"))
    fact = next(f for f in cores if tight(f["clause"]) in shown and "." in f["number_text"])
    old = fact["number_text"]
    new = re.sub(r"^[0-9]+", lambda digits: str(int(digits[0]) + 1), old)
    article = changeable / "seeds" / fact["source"]
    raw = _article_raw(changeable, fact["source"])
    span = raw[fact["number_start"] : fact["number_end"]]
    assert span == old
    article.write_text(
        raw[: fact["number_start"]] + new + raw[fact["number_end"] :], "utf-8", newline=""
    )
    second = built(changeable, "综合实力")
    assert second.name == "2023-03-01-002"
    changed = tight(fact["clause"].replace(old, new))
    for text in (word_text(second / "综合实力.docx"), pdf_text(second / "综合实力.pdf")):
        assert changed in tight(text)
        assert tight(fact["clause"]) not in tight(text)


@pytest.mark.parametrize("theme", THEMES)
def test_word_and_pdf_of_a_theme_say_the_same_words_and_figures(project: Path, theme: str) -> None:
    lines = [tight(x) for x in word_text(latest(project) / f"{theme}.docx").splitlines()]
    pages = [tight(page) for page in pdf_pages(latest(project) / f"{theme}.pdf")]
    assert sum(bool(_NUMBER.search(line)) for line in lines) > 10
    assert [line for line in lines if not _stands_on(pages, line)] == []


def _stands_on(pages: list[str], line: str) -> bool:
    """Return whether a page has the line, or one its beginning and the next the rest."""
    if any(line in page for page in pages):
        return True
    for page, following in pairwise(pages):
        begun = next((k for k in range(len(line), 0, -1) if line[:k] in page), 0)
        if begun and line[begun:] in following:
            return True
    return False


def test_every_figure_of_the_running_text_stands_in_a_quoted_sentence_or_says_how_it_came(
    project: Path,
) -> None:
    for theme in THEMES:
        text = word_text(latest(project) / f"{theme}.docx")
        prose, _, quoted = text.partition("\n资料来源\n")
        assert quoted, theme
        quotes = tight(quoted)
        for line in prose.splitlines():
            if not line.startswith("据") or "推算" in line or "个百分点" in line:
                continue
            told = re.sub(r"[0-9]{4}年(?:[0-9]+月)?(?:[0-9]+日)?|[0-9]+年|[0-9]+月", "", line)
            for number in _NUMBER.findall(_MARK.sub("", told)):
                assert number.strip(".,") in quotes, (theme, number, line)


def test_every_fact_is_grounded_in_the_characters_of_its_article(project: Path) -> None:
    facts = facts_of(project)
    assert len(facts) > 200
    raws = {f["source"]: _article_raw(project, f["source"]) for f in facts}
    for f in facts:
        raw = raws[f["source"]]
        assert raw[f["start"] : f["end"]] == f["quote"]
        if f["number_text"] is not None:
            assert raw[f["number_start"] : f["number_end"]] == f["number_text"]
            assert f["start"] <= f["number_start"] < f["number_end"] <= f["end"]
        if f["from"] is not None:
            assert raw[f["from_start"] : f["from_end"]]
    assert facts == wire(latest(project))


@pytest.mark.parametrize("theme", ["民营经济", "总览"])
def test_a_pdf_holds_the_facts_that_it_prints_as_they_are_in_the_issue(
    project: Path, theme: str
) -> None:
    lines = (latest(project) / "facts.jsonl").read_bytes().splitlines()
    with pikepdf.open(latest(project) / f"{theme}.pdf") as pdf:
        held = pdf.attachments["facts.jsonl"].get_file().read_bytes().strip().splitlines()
    assert held == [line for line in lines if line in set(held)]
    assert 10 < len(held) < len(lines)
    quotes = {tight(json.loads(line)["quote"]) for line in held}
    said = re.findall(
        r"〔\d+[a-z]+〕“(.+?)”(?=〔|$)", tight(pdf_text(latest(project) / f"{theme}.pdf"))
    )
    assert said
    assert all(any(quote in words or words in quote for quote in quotes) for words in said)


def test_facts_of_a_theme_are_those_of_the_whole_that_name_it(project: Path) -> None:
    of_theme = facts_of(project, "--theme", "民营经济")
    assert of_theme == [f for f in wire(latest(project)) if "民营经济" in f["themes"]]
    table = run(project, "facts", "--theme", "民营经济").stdout.decode()
    assert table.splitlines()[-1] == str(len(of_theme))


def test_what_became_no_fact_is_listed_with_place_and_reason(project: Path) -> None:
    result = run(project, "facts", "--abstained", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.decode().splitlines()]
    assert result.returncode == 0
    assert rows
    for row in rows:
        start, end = map(int, row["span"].split("–"))
        assert _article_raw(project, row["source"])[start:end] == row["text"]
        assert row["reason"]


def test_a_lost_database_loses_nothing(changeable: Path) -> None:
    before = snapshot(changeable / "output")
    told = facts_of(changeable)
    (changeable / "briefgen.sqlite3").unlink()
    assert facts_of(changeable) == told
    (changeable / "briefgen.sqlite3").unlink()
    built(changeable)
    assert snapshot(changeable / "output") == before


def test_check_finds_nothing_wrong_with_the_repositorys_own_project(project: Path) -> None:
    result = run(project, "check")
    lines = result.stdout.decode().splitlines()
    assert (result.returncode, result.stderr) == (0, b"")
    assert [line.split()[0] for line in lines] == ["ok"] * 5
    assert "5 sources" in result.stdout.decode()


def test_a_damaged_issue_is_made_anew_and_not_mended_in_place(changeable: Path) -> None:
    broken = latest(changeable) / "民营经济.pdf"
    broken.write_bytes(broken.read_bytes()[:1000])
    second = built(changeable)
    assert second.name == "2023-03-01-002"
    assert len(stems(second)) == 9
    assert broken.stat().st_size == 1000


# --- what is loaded ---------------------------------------------------------------------------

_LOADED = """
import sys
from briefgen.cli import main
code = main(sys.argv[1:])
heavy = ("matplotlib", "reportlab", "docx", "docxtpl", "sqlalchemy", "pydantic")
heavy += ("pypdfium2", "pikepdf")
print("LOADED", *(name for name in heavy if name in sys.modules))
sys.exit(code)
"""


def _loaded(root: Path, *arguments: str) -> set[str]:
    result = run(root, *arguments, code=_LOADED)
    assert result.returncode == 0, result.stderr.decode()
    return set(result.stdout.decode().rsplit("LOADED", 1)[1].split())


def test_help_loads_no_heavy_library() -> None:
    assert _loaded(REPOSITORY, "--help") == set()
    assert _loaded(REPOSITORY, "--version") == set()


def test_a_run_with_nothing_new_loads_no_writer_and_no_chart_library(changeable: Path) -> None:
    loaded = _loaded(changeable, "build")
    assert not loaded & {"matplotlib", "reportlab", "docx", "docxtpl", "pypdfium2", "pikepdf"}
    assert issues(changeable) == ["2023-03-01-001"]
