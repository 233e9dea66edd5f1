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
    pdf_pages,
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
    assert "to build a science park" in text
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


_LIMITS = {"Overview.en.pdf": 2, "Opening and Cooperation.en.pdf": 1}


def test_an_english_brief_keeps_the_limits_of_pages(issue: Path) -> None:
    for path in sorted(issue.glob("*.en.pdf")):
        assert len(pdf_pages(path)) <= _LIMITS.get(path.name, 4), path.name


def test_the_glossary_is_run_in_and_lists_only_what_is_printed(issue: Path) -> None:
    listed = 0
    for path in sorted(issue.glob("*.en.docx")):
        before, _, after = word_text(path).partition("\nGlossary\n")
        pages = " ".join(pdf_pages(path.with_suffix(".pdf"))).partition("Glossary")[0]
        before += " ".join(pages.split())  # with what its charts say
        note = after.partition("\nSources\n")[0]
        assert note.count("\n") == 0, path.name
        for term in re.findall(r"[\u3400-\u9fff）] ([A-Z][A-Za-z' -]+)[;.]", note):
            listed += 1
            assert term.lower() in before.lower(), (path.name, term)
    assert listed > 30


def test_a_title_has_both_messages_of_the_chinese_one_where_they_fit(issue: Path) -> None:
    told = word_text(issue / "Private Economy.en.docx")
    assert "The private economy's share of GDP at 50%; share of tax at 75%" in told


def test_a_time_is_said_once_in_a_sentence(issue: Path) -> None:
    text = " ".join(word_text(path) for path in sorted(issue.glob("*.en.docx")))
    for sentence in re.split(r"\. (?=[A-Z])", text):
        times = re.findall(r"[;,] in ((?:[A-Z][a-z]+ )?20\d\d), (?![^;]*“)", sentence)
        assert len(times) == len(set(times)), sentence


def test_references_stand_in_square_brackets_with_one_blank_before_them(issue: Path) -> None:
    for path in sorted(issue.glob("*.en.docx")):
        text = word_text(path)
        assert "〔" not in text
        assert not re.search(r"\w\[\d+[a-z]", text), path.name
        assert not re.search(r"\][A-Za-z(]", text), path.name


_ARTICLE = (
    "清河：奋力书写新篇章\n\n"
    "2023年，清河区实现地区生产总值612.4亿元，同比增长6.3%，增速居全市第二。\n"
    "清河区高新技术企业达412家，研发投入强度达3.85%，连续三年居全市第一。"
    "清河实验室揭牌运行。清河生物医药产业园一期建成投产。\n"
    "全区森林覆盖率达48.6%，完成河道综合治理36公里，新建口袋公园22个。"
    "清河区获评国家生态文明建设示范区。\n"
    "改造老旧小区64个，惠及居民1.2万户。轨道交通3号线清河段开工建设，清河大桥建成通车。\n"
    "区人民医院新院区投入使用，新增床位800张。成功举办第三届清河国际啤酒文化节。\n"
    "总投资22亿元的新能源电池项目正式开工。与东岭市、北川县签订战略合作协议。\n"
    "下一步，清河区将深入实施制造强区战略，加快补齐教育、医疗短板，"
    "力争到2025年地区生产总值突破750亿元。\n"
)  # 清河区 and all that is said of it are invented


def test_an_invented_place_is_told_in_english_nearly_whole(tmp_path: Path) -> None:
    root = invented_project(tmp_path, {"2024-01-20-新篇.txt": _ARTICLE})
    done = run(root, "build", "--lang", "en", "--format", "docx")
    assert done.returncode == 0, done.stderr.decode()
    latest = root / "output" / "latest"
    english = json.loads((latest / "manifest.json").read_text("utf-8"))["english"]
    assert english["statements"] >= 8
    assert english["in_chinese"] <= 0.1 * english["statements"]
    assert english["unnamed"] <= 0.05 * english["measures"]
    text = " ".join(word_text(p) for p in sorted(latest.glob("*.docx")))
    assert "first in the city for the third year running" in text
    assert "to go, derived" in text
    assert "in 2025" not in text.partition("exceed 75 billion yuan")[2][:20]


def test_a_second_issue_says_in_english_what_changed(tmp_path: Path) -> None:
    root = invented_project(tmp_path, {"2024-01-20-新篇.txt": _ARTICLE})
    build = ("build", "--lang", "en", "--format", "docx")
    assert run(root, *build).returncode == 0
    seed = root / "seeds" / "2024-01-20-新篇.txt"
    seed.write_text(_ARTICLE.replace("口袋公园22个", "口袋公园25个"), "utf-8")
    done = run(root, *build)
    assert done.returncode == 0, done.stderr.decode()
    text = word_text(root / "output" / "latest" / "Ecology and Culture.en.docx")
    assert "What changed" in text
    assert "changed: 1 (pocket parks built from 22 to 25" in text.replace("\u00a0", " ")
