"""Hostile text in invented articles about 清河区, the whole way: it comes out as it is, or is told.

The numbers in the names are those of the table of hostile inputs.
"""

from __future__ import annotations

import json
import re
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from story_project import (
    facts_of,
    invented_project,
    latest,
    pdf_text,
    run,
    snapshot,
    stems,
    tight,
    wire,
    word_text,
)

_STRINGS = (
    "R&D<5%",
    "A‹B企业",
    "<b>清河",
    "</b>",
    "<para>",
    "<super>" * 25,
    '<font color="[[[1+1]]]">',
    '<img src="/etc/passwd">',
    '<img src="http://127.0.0.1:PORT/">',
    '<a href="javascript:alert(1)">点</a>',
    "{{7*7}}",
    "{{ brief.title }}",
    "{% for a in b %}",
    "</w:t></w:r></w:p>",
    "US$100至US$200",
    "$$",
    "\\foo{",
    "_民营",
    "]]>",
    "&amp;",
    "=HYPERLINK(1)",
)
# in the run's own process: every file that is opened, and every address that is called
_WATCHED = """
import sys
seen = []
def watch(event, arguments):
    if event in ("open", "os.open") and "passwd" in str(arguments[0]):
        seen.append(f"{event} {arguments[0]}")
    if event.startswith("socket.") and event != "socket.gethostname" or event.startswith("urllib."):
        seen.append(f"{event} {arguments!r:.80}")
sys.addaudithook(watch)
from briefgen.cli import main
code = main(sys.argv[1:])
print("SEEN", *seen)
sys.exit(code)
"""
_FUNNY_MEASURE = "_科技R&D<$x^2$\\foo{占比"


def _sentence(number: int, text: str) -> str:
    return f"2023年，清河区“{text}”项目带动就业{1301 + number}人。\n"


@pytest.fixture(scope="module")
def listener() -> Iterator[socket.socket]:
    """Yield a socket that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        yield server


@pytest.fixture(scope="module")
def strings(listener: socket.socket) -> tuple[str, ...]:
    port = str(listener.getsockname()[1])
    return tuple(text.replace("PORT", port) for text in _STRINGS)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, strings: tuple[str, ...]) -> Path:
    """Return a built project in which every hostile string is a title and stands in an article."""
    articles = {f"{n:02}.txt": _sentence(n, text) for n, text in enumerate(strings)}
    articles["90.txt"] = f"2022年，清河区{_FUNNY_MEASURE}4.4%。\n"
    articles["91.txt"] = f"2023年，清河区{_FUNNY_MEASURE}5.09%。\n"
    root = invented_project(
        tmp_path_factory.mktemp("hostile") / "project",
        articles,
        titles={f"{n:02}.txt": text for n, text in enumerate(strings)},
        name="<para>{{7*7}}清河&",
        more='[masthead]\norgan = "R&D<5%</b>"\neditor = "{% if %}$$"\n',
    )
    measure = f"[[indicator]]\nname = '{_FUNNY_MEASURE}'\nunit = '%'\nnature = 'rate'\n"
    (root / "lexicon").mkdir()
    (root / "lexicon" / "indicators.toml").write_text(f"{measure}themes = ['科技创新']\n", "utf-8")
    listing = (root / "seeds" / "sources.toml").read_text("utf-8")
    earlier = listing.replace(
        '"90.txt"\ntitle = "清河新貌"\npublished = 2024', '"90.txt"\ntitle = "旧"\npublished = 2023'
    )
    (root / "seeds" / "sources.toml").write_text(earlier, "utf-8")
    result = run(root, "build", "民生福祉", "科技创新", code=_WATCHED)
    assert (result.returncode, result.stderr.decode()) == (0, "")
    (root / "seen").write_bytes(result.stdout)
    return root


def _both(root: Path, theme: str) -> tuple[str, str]:
    """Return the words of both files, the PDF's without what stands on every page."""
    issue = latest(root)
    pages = tight(pdf_text(issue / f"{theme}.pdf"))
    body = re.sub(rf"{re.escape('<para>{{7*7}}清河&')}·{theme}|第\d+页共\d+页", "", pages)
    return tight(word_text(issue / f"{theme}.docx")), body


def test_rows_1_to_9_titles_and_quotes_are_printed_as_they_are_in_both_files(
    project: Path, strings: tuple[str, ...]
) -> None:
    in_word, in_pdf = _both(project, "民生福祉")
    facts = wire(latest(project))
    quotes = {f["source"]: tight(f["quote"]) for f in facts if "就业" in f["quote"]}
    assert len(quotes) == len(strings)
    for number, text in enumerate(strings):
        title, quote = tight(text), quotes[f"{number:02}.txt"]
        entry = f"〔{number + 1}〕{title}（2024年1月20日）"
        assert in_word.count(entry) == in_pdf.count(entry) == 1, text
        assert in_word.count(quote) == in_pdf.count(quote) > 0, quote
    whole = [n for n, text in enumerate(strings) if not re.search(r"[:;。，]", text)]
    assert [n for n in whole if f"“{tight(strings[n])}”项目" not in quotes[f"{n:02}.txt"]] == []


def test_rows_4_and_8_nothing_is_evaluated(project: Path) -> None:
    for text in _both(project, "民生福祉"):
        assert "{{7*7}}" in text
        assert not re.search(r"(?<![0-9.])49(?![0-9])", text)
        assert "[[[1+1]]]" in text


def test_rows_5_and_6_no_file_is_opened_and_no_connection_is_made(
    project: Path, listener: socket.socket
) -> None:
    assert (project / "seen").read_text("utf-8").split() == ["SEEN"]
    with pytest.raises(TimeoutError):
        listener.accept()


def test_row_7_no_link_leads_outside_and_no_outside_relationship_is_in_any_file(
    project: Path,
) -> None:
    for stem in stems(latest(project)):
        with zipfile.ZipFile(latest(project) / f"{stem}.docx") as package:
            assert package.testzip() is None
            parts = {name: package.read(name) for name in package.namelist()}
        links = re.findall(rb"<w:hyperlink[^>]*>", parts["word/document.xml"])
        assert links
        assert all(re.search(rb' w:anchor="_(quote|cited)_[0-9a-z]+"', link) for link in links)
        assert not any(b"r:id" in link for link in links)
        rels = b"".join(part for name, part in parts.items() if name.endswith(".rels"))
        assert b"javascript" not in rels
        assert b'TargetMode="External"' not in rels
        pdf = (latest(project) / f"{stem}.pdf").read_bytes()
        assert not re.search(rb"/(?:URI|JavaScript|JS|Launch|OpenAction)\b", pdf)


def test_rows_1_the_masthead_is_printed_as_it_was_given(project: Path) -> None:
    for text in _both(project, "民生福祉"):
        for given in ("<para>{{7*7}}清河&", "R&D<5%</b>", "{%if%}$$"):
            assert given in text


def test_rows_17_and_18_a_chart_shows_the_name_of_its_measure_as_it_is(project: Path) -> None:
    with zipfile.ZipFile(latest(project) / "科技创新.docx") as package:
        body = package.read("word/document.xml").decode()
        assert any(name.startswith("word/media/") for name in package.namelist())
    described = re.findall(r'descr="([^"]*)"', body)
    escaped = _FUNNY_MEASURE.replace("&", "&amp;").replace("<", "&lt;")
    assert any(escaped in alt and "4.4%" in alt and "5.09%" in alt for alt in described)
    drawn = tight(pdf_text(latest(project) / "科技创新.pdf")).partition("图1")[0]
    assert f"{_FUNNY_MEASURE}（%）；清河区" in drawn


# --- one article each -------------------------------------------------------------------------


def _built(root: Path, sentence: str | bytes, title: str = "清河新貌") -> tuple[list[Any], str]:
    """Return the facts of a project of one article, and what its build said."""
    invented_project(root, {"a.txt": sentence}, titles={"a.txt": title})
    result = run(root, "build", "总览")
    assert result.returncode == 0, result.stderr.decode()
    assert all(line.startswith("briefgen: warning: ") for line in _lines(result.stderr))
    return wire(latest(root)), result.stderr.decode()


def _lines(told: bytes) -> list[str]:
    return told.decode().splitlines()


def test_rows_10_and_11_control_characters_are_removed_counted_and_do_not_print(
    tmp_path: Path,
) -> None:
    sentence = "2023年，清河\x00区科技\x1b型企\x0b业达16\x0c00家，森林\ufffe覆盖率\uffff53.2%。"
    facts, told = _built(tmp_path / "p", sentence, title="清\x0b河\r\n2026 ERROR \x1b[31m")
    assert "a.txt, characters 8–9: control characters dropped: 4" in told
    assert "noncharacters dropped: 2" in told
    assert "〓" not in told
    assert [(f["indicator"], f["value"]) for f in facts if f["value"] == "53.2"]
    for text in _both(tmp_path / "p", "总览"):
        assert "森林覆盖率53.2%" in text
        assert "清河2026ERROR[31m" in text
        assert "〓" not in text
        assert not re.search("[\x00-\x08\x0b-\x1f\ufffe\uffff]", text)


def test_row_12_half_a_pair_is_replaced_and_told(tmp_path: Path) -> None:
    sentence = "2023年，清河区“甲\ud800”科技型企业达1600家。".encode("utf-16", "surrogatepass")
    facts, told = _built(tmp_path / "p", sentence)
    assert "a.txt, characters 11–12: lone surrogates replaced: 1" in told
    assert [f["value"] for f in facts] == ["1600"]
    assert all("甲〓" in text for text in _both(tmp_path / "p", "总览"))


def test_row_13_marks_of_direction_are_removed_and_told(tmp_path: Path) -> None:
    facts, told = _built(tmp_path / "p", "2023年，清河区森林覆盖率达\u202e12.5%\u202c。")
    assert "marks of text direction dropped: 2" in told
    assert [f["value"] for f in facts] == ["12.5"]
    assert all("达12.5%" in text for text in _both(tmp_path / "p", "总览"))


def test_rows_15_and_16_a_character_that_no_font_has_is_named_and_fatal_under_strict(
    tmp_path: Path,
) -> None:
    sentence = "2023年，清河区“𠮷\ue000䶮〇”科技型企业达1600家，厂房面积30㎡。"
    _, told = _built(tmp_path / "p", sentence)
    assert "'𠮷' (U+20BB7); it prints as 〓" in told
    assert "U+E000" in told
    for shown in ("䶮", "〇", "㎡"):
        assert f"'{shown}'" not in told
    assert all("“〓〓䶮〇”" in text and "㎡" in text for text in _both(tmp_path / "p", "总览"))
    before = snapshot(tmp_path / "p" / "output")
    strict = run(tmp_path / "p", "build", "--force", "--strict")
    assert strict.returncode == 5
    assert re.fullmatch(r"briefgen: --strict: [^\n]+; hint: [^\n]+\n", strict.stderr.decode())
    assert snapshot(tmp_path / "p" / "output") == before


# --- numbers: read right or not at all --------------------------------------------------------

_NUMBERS = """
2023年，清河区科技型企业达１６００家，会员单位１，６００家，研发投入强度１２．５％。
2023年，清河区企业٣家，专利1_000件，企业²家。
2023年，清河区出口增长−5%，进口—5%，工业增加值增长5—8%。
2023年，清河区专精特新企业近1万家，商标20余家，个体户超7.8万户。
二〇二一年，清河区高新技术企业达160家。
2023年，清河区三次产业结构比为2.6：48.8：48.6。
2023年，清河区游客增长10余倍。
2023年，清河区招商项目投资额达428亿元，到位资金93.9亿元。
2023年，清河区市场主体7.9万户，新增2.5万户。
2023年，清河区科普基地16家，会员单位16家。
2023年，清河区地区生产总值年均增长
6.9%。
清河新城蓝天白云
清河新城蓝天白云

近日，清河区新开超市3家。
"""


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    root = invented_project(tmp_path_factory.mktemp("numbers") / "p", {"a.txt": _NUMBERS})
    return facts_of(root)


def _of(numbers: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    return [f for f in numbers if f["number_text"] == text]


def test_row_21_full_width_figures_are_read_right(numbers: list[dict[str, Any]]) -> None:
    assert [f["value"] for f in _of(numbers, "１６００")] == ["1600"]
    assert [f["value"] for f in _of(numbers, "１，６００")] == ["1600"]
    assert [f["value"] for f in _of(numbers, "１２．５％")] == ["12.5"]


def test_row_22_what_is_no_number_becomes_no_fact(numbers: list[dict[str, Any]]) -> None:
    texts = [f["number_text"] or "" for f in numbers]
    assert not [t for t in texts if t in ("²", "٣", "1_000", "1", "000")]


def test_row_23_a_minus_is_no_dash(numbers: list[dict[str, Any]]) -> None:
    values = [f["value"] for f in numbers if f["unit"] == "%" and "5" in (f["number_text"] or "")]
    assert "-5" in values
    assert ["5", "8"] in values
    assert "5" not in values
    assert not [f for f in numbers if f["indicator"].startswith("进口")]


def test_row_24_a_hedge_stays(numbers: list[dict[str, Any]]) -> None:
    (near,) = _of(numbers, "1万")
    assert (near["qualifier"], near["value"], near["low"]) == ("近", "10000", None)
    (over,) = _of(numbers, "7.8万")
    assert (over["qualifier"], over["low"], over["high"]) == ("超", "78000", None)
    assert [(f["qualifier"], f["low"]) for f in numbers if f["value"] == "20"] == [("余", "20")]


def test_row_25_a_year_in_characters_is_read_and_a_vague_day_is_flagged(
    numbers: list[dict[str, Any]],
) -> None:
    (hightech,) = _of(numbers, "160")
    assert (hightech["period"], hightech["period_inferred"]) == ("2021", False)
    (shops,) = _of(numbers, "3")
    assert shops["period"] is None or shops["period_inferred"]


def test_row_26_a_ratio_is_one_fact(numbers: list[dict[str, Any]]) -> None:
    (ratio,) = [f for f in numbers if isinstance(f["value"], list) and "48.8" in f["value"]]
    assert ratio["value"] == ["2.6", "48.8", "48.6"]
    assert not _of(numbers, "48.8")


def test_row_27_ten_and_more_times_is_not_ten(numbers: list[dict[str, Any]]) -> None:
    (times,) = [f for f in numbers if f["unit"] == "倍"]
    assert (times["qualifier"], times["low"]) == ("余", "10")


def test_rows_28_to_30_different_measures_stay_different(numbers: list[dict[str, Any]]) -> None:
    for texts in (("428亿", "93.9亿"), ("7.9万", "2.5万")):
        names = [f["indicator"] for text in texts for f in _of(numbers, text)]
        assert len(names) == len(set(names)) == 2
    assert len({f["indicator"] for f in _of(numbers, "16")}) == 2


def test_row_31_a_number_on_the_next_line_belongs_to_its_words(
    numbers: list[dict[str, Any]],
) -> None:
    (growth,) = _of(numbers, "6.9%")
    assert "wrapped" in growth["flags"]
    assert growth["indicator"].startswith("地区生产总值")


def test_row_32_a_caption_told_twice_says_nothing_twice(numbers: list[dict[str, Any]]) -> None:
    assert [f for f in numbers if f["quote"].count("蓝天白云") > 1] == []


# --- files ------------------------------------------------------------------------------------


def test_row_33_every_usual_encoding_gives_the_same_facts(tmp_path: Path) -> None:
    text = "2023年，清河区科技型企业达1600家，森林覆盖率53.2%。\n"
    articles: dict[str, str | bytes] = {
        f"{name}.txt": text.encode(name) for name in ("utf-8-sig", "utf-16", "gbk", "gb18030")
    }
    facts = facts_of(invented_project(tmp_path / "p", articles))
    by_source: dict[str, list[object]] = {}
    for f in facts:
        by_source.setdefault(f["source"], []).append((f["start"], f["quote"], f["value"]))
    assert len(by_source) == 4
    assert all(told == by_source["gbk.txt"] for told in by_source.values())


def test_row_34_one_line_of_a_megabyte_is_bounded(tmp_path: Path) -> None:
    line = "清河区风景如画，" * (1_000_000 // 24)
    root = invented_project(tmp_path / "p", {"a.txt": f"{line}2023年，森林覆盖率53.2%。"})
    assert [f["value"] for f in facts_of(root)] == ["53.2"]


def test_row_36_a_file_name_of_86_characters_is_read_and_named(tmp_path: Path) -> None:
    name = "清" * 83 + ".txt"  # 253 bytes, the most that a file system takes
    root = invented_project(tmp_path / "p", {name: "2023年，清河区森林覆盖率53.2%。"})
    assert run(root, "build", "总览", "--format", "docx").returncode == 0
    assert [f["source"] for f in wire(latest(root))] == [name]


@pytest.mark.parametrize("theme", ["../../etc/x", "CON", "a/b", "灯" * 86])
def test_row_37_a_theme_with_a_hostile_name_stays_inside_output(theme: str, tmp_path: Path) -> None:
    more = f'[[theme]]\nname = {json.dumps(theme, ensure_ascii=False)}\nkeywords = ["灯谜"]\n'
    article = {"a.txt": "2023年，清河区举办灯谜竞猜30场。"}
    root = invented_project(tmp_path / "deep" / "p", article, more=more)
    result = run(root, "build", theme, "--format", "docx")
    assert result.returncode == 0, result.stderr.decode()
    (made,) = latest(root).glob("*.docx")
    assert made.parent == latest(root)
    assert len(made.name.encode()) <= 200
    assert {p.name for p in tmp_path.iterdir()} == {"deep"}
    assert {p.name for p in (tmp_path / "deep").iterdir()} == {"p"}
