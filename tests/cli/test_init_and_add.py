"""`init` and `add`: a project from nothing, articles into it, and nothing of the user's lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_projects import ARTICLE, told_project

from briefgen.cli import main
from briefgen.config import load_project

DATED = "清河新貌\n\n2024年3月8日 清河发布\n\n全区民营企业达8万户。\n"  # invented


def test_a_project_from_nothing_makes_briefs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "新貌.txt"
    article.write_text(DATED, "utf-8")
    root = tmp_path / "我的项目"
    assert main(["init", str(root), "--place", '清"河"区']) == 0
    assert load_project(root).settings.place == '清"河"区'
    (root / "briefgen.toml").unlink()
    assert main(["init", str(root), "--place", "清河区"]) == 0
    assert load_project(root).settings.name == "清河区专题简报"
    monkeypatch.chdir(root)
    capsys.readouterr()
    assert main(["add", str(article)]) == 0
    assert capsys.readouterr().out == f"{root / 'seeds' / '新貌.txt'}: 2024-03-08\n"
    assert main(["build", "--format", "docx"]) == 0
    assert (root / "output" / "latest" / "民营经济.docx").exists()


def test_init_overwrites_nothing_and_copies_the_styles_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = told_project(tmp_path)
    before = {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}
    own = root / "templates" / "standard" / "brief.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"mine")
    assert main(["init", str(root), "--templates"]) == 0
    assert capsys.readouterr().out == f"{root / 'templates' / 'jianbao'}\n"
    assert (root / "templates" / "jianbao" / "brief.docx").stat().st_size > 1000
    assert own.read_bytes() == b"mine"
    assert main(["init", str(root), "--place", "别的区"]) == 64
    assert "is there already" in capsys.readouterr().err
    assert {p: p.read_bytes() for p in before} == before


def test_init_without_a_place_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "a")]) == 64
    assert "--place" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


def test_what_is_known_of_an_article_goes_below_what_the_user_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p").mkdir()
    root = told_project(tmp_path / "p")
    listing = root / "seeds" / "sources.toml"
    listing.write_text("# 我的说明\n" + listing.read_text("utf-8"), "utf-8")
    article = tmp_path / "晨报.md"
    article.write_text("全区民营企业达8万户。", "utf-8")
    words = ["--published", "2024-02", "--estimated", "--title", '晨"报\\', "--project", str(root)]
    assert main(["add", str(article), *words]) == 0
    assert listing.read_text("utf-8").startswith('# 我的说明\n[[source]]\nfile = "a.txt"')
    mine = load_project(root).sources[1]
    assert (mine.file, mine.title, mine.published) == ("晨报.md", '晨"报\\', "2024-02")
    assert mine.estimated
    capsys.readouterr()
    assert main(["add", str(article), "--published", "2024-03", "--project", str(root)]) == 65
    assert "晨报.md is listed already" in capsys.readouterr().err
    assert load_project(root).sources[1].published == "2024-02"


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("b.pdf", b"%PDF-1.4", 65, "a PDF file"),
        ("b.docx", "全区民营企业".encode(), 65, "a file of this name is not read"),
        ("README.md", "全区民营企业".encode(), 65, "a file of this name is not read"),
        ("a.txt", "另一篇文章".encode(), 65, "another article of this name"),
        ("b.txt", b"", 65, "empty"),
    ],
)
def test_where_one_article_cannot_be_taken_none_is(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes,
    code: int,
    said: str,
) -> None:
    (tmp_path / "p").mkdir()
    root = told_project(tmp_path / "p")
    good, bad = tmp_path / "good.txt", tmp_path / name
    good.write_text("全区民营企业达8万户。", "utf-8")
    bad.write_bytes(content)
    assert main(["add", str(good), str(bad), "--project", str(root)]) == code
    told = capsys.readouterr().err
    assert said in told
    assert name in told
    assert sorted(p.name for p in (root / "seeds").iterdir()) == ["a.txt", "sources.toml"]


def test_an_article_that_is_there_is_not_taken_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p").mkdir()
    root = told_project(tmp_path / "p")
    again = tmp_path / "again.txt"
    again.write_text(ARTICLE, "utf-8")
    assert main(["add", str(again), "--project", str(root)]) == 0
    assert capsys.readouterr().out.startswith(f"{root / 'seeds' / 'a.txt'} (there already)")
    assert [p.name for p in sorted((root / "seeds").glob("*.txt"))] == ["a.txt"]


def test_two_articles_of_one_name_are_not_both_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p").mkdir()
    root = told_project(tmp_path / "p")
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "b.txt").write_text(f"{folder}：全区民营企业达8万户。", "utf-8")
    files = [str(tmp_path / folder / "b.txt") for folder in ("x", "y")]
    assert main(["add", *files, "--project", str(root)]) == 65
    assert "another article of this name" in capsys.readouterr().err
    assert not (root / "seeds" / "b.txt").exists()
    assert main(["add", *files, "--title", "标题", "--project", str(root)]) == 64


@pytest.mark.parametrize("day", ["2024-1", "昨天", "2024-02-30"])
def test_a_date_that_is_none_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    root = told_project(tmp_path)
    assert main(["add", str(root / "seeds" / "a.txt"), "--published", day]) == 64
    assert "a date such as 2023-01-20" in capsys.readouterr().err
