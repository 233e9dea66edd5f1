"""English briefs as finished files: what they say, and that no Chinese stands where it must not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from story_project import (
    REPOSITORY,
    invented_project,
    own_project,
    pdf_text,
    run,
    word_text,
)

_HAN = re.compile(r"[\u3400-\u9fff]")
_FACTS = (
    "清河新貌\n\n"
    "2023年，清河区科技型企业达1600家，研发投入强度4.4%，森林覆盖率53.2%。\n"
    "招商投资额达36.55亿元，到位资金5085万元，同比增长39%。\n"
    "民营经济增加值占地区生产总值比重达61.5%。\n"
    "清河区获评全国文明城市。清河大桥建成通车。\n"
    "下一步，清河区将建设科技园，力争地区生产总值突破千亿元。\n"
)


def stray_chinese(text: str) -> list[str]:
    """Return Chinese outside quotation marks, before the glossary or the sources."""
    body = re.split(r"\n\s*(?:Glossary|Sources)\s*\n", text)[0]
    out, depth = "", 0
    for char in body:
        depth += (char == "“") - (char == "”")
        out += char if depth <= 0 else " "
        depth = max(depth, 0)
    return re.findall(r"\S*[\u3400-\u9fff]\S*", out)


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the latest issue of this repository's own project, in English."""
    root = own_project(tmp_path_factory.mktemp("english") / "own")
    done = run(root, "build", "--lang", "en")
    assert done.returncode == 0, done.stderr.decode()
    return root / "output" / "latest"


def test_every_theme_has_its_english_files(issue: Path) -> None:
    names = sorted(p.name for p in issue.glob("*.docx"))
    assert "Private Economy.en.docx" in names
    assert "Overview.en.docx" in names
    assert len(names) == len(list(issue.glob("*.en.pdf"))) == 9


def test_no_chinese_stands_outside_quotation_marks(issue: Path) -> None:
    for path in sorted(issue.glob("*.en.docx")):
        assert stray_chinese(word_text(path)) == [], path.name
    for path in sorted(issue.glob("*.en.pdf")):
        assert stray_chinese(pdf_text(path)) == [], path.name


def test_the_manifest_tells_the_language_and_how_much_has_no_english(issue: Path) -> None:
    manifest = json.loads((issue / "manifest.json").read_text("utf-8"))
    english = manifest["english"]
    assert manifest["languages"] == ["en"]
    assert english["statements"] > 50
    assert english["in_chinese"] < 0.1 * english["statements"]
    assert english["unnamed"] <= 0.05 * english["measures"]


def test_an_invented_district_is_told_in_plain_english(tmp_path: Path) -> None:
    root = invented_project(tmp_path / "qinghe", {"a.txt": _FACTS})
    done = run(root, "build", "--lang", "zh,en", "--format", "docx")
    assert done.returncode == 0, done.stderr.decode()
    latest = root / "output" / "latest"
    names = sorted(p.name for p in latest.glob("*.docx"))
    assert "民营经济.docx" in names
    assert "Private Economy.en.docx" in names
    text = "\n".join(word_text(p) for p in latest.glob("*.en.docx"))
    assert "3.655 billion yuan" in text
    assert "50.85 million yuan, up 39% year on year" in text
    assert "Qinghe District" in text
    assert "National Civilised City" in text
    assert "to build science parks" in text
    assert "gross regional product to exceed 100 billion yuan" in text
    for never in ("built science parks", "exceeded 100 billion", "亿", "万元", "households"):
        assert never not in re.split("Glossary", text)[0].replace("“", ""), never


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    root = invented_project(tmp_path / "qinghe")
    done = run(root, "build", "--lang", "fr")
    assert done.returncode == 64
    assert "--lang" in done.stderr.decode()


def test_both_narratives_have_the_same_sentences() -> None:
    folder = REPOSITORY / "templates" / "standard"
    heads = [
        sorted(re.findall(r"macro (\w+)\(([^)]*)\)", path.read_text("utf-8")))
        for path in (folder / "narrative.zh.j2", folder / "narrative.en.j2")
    ]
    assert heads[0] == heads[1]


def test_the_narrative_holds_no_figure() -> None:
    path = REPOSITORY / "templates" / "standard" / "narrative.en.j2"
    assert not re.search(r"\d", path.read_text("utf-8"))
