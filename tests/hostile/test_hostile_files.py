"""Hostile files, the command line `facts`, and what a second run does not do again.

The projects are invented and about 清河区.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefgen.clean import clean_source
from briefgen.config import load_project
from briefgen.document import Area, Document
from briefgen.extract import Extraction, extract_facts
from briefgen.lexicon import Lexicon
from briefgen.pipeline import read_project, reading
from briefgen.readers import read_source

_REPOSITORY = Path(__file__).resolve().parents[2]
_SENTENCE = "2023年，清河区科技型企业达1600家，森林覆盖率53.2%。\n"


def _project(root: Path, files: dict[str, bytes], dated: bool = True) -> Path:
    (root / "seeds").mkdir(parents=True)
    (root / "briefgen.toml").write_text('[project]\nname = "清河"\nplace = "清河区"\n', "utf-8")
    listing = ""
    for name, content in files.items():
        (root / "seeds" / name).write_bytes(content)
        listing += f'[[source]]\nfile = "{name}"\ntitle = "清河新貌"\n'
        listing += "published = 2024-01-20\n" if dated else ""
    (root / "seeds" / "sources.toml").write_text(listing, "utf-8")
    return root


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BRIEFGEN")}
    return subprocess.run(
        [sys.executable, "-m", "briefgen", *arguments],
        cwd=root,
        env=environment | {"PYTHONPATH": str(_REPOSITORY), "COLUMNS": "200"},
        capture_output=True,
        timeout=60,
        check=False,
    )


def _told(root: Path, *arguments: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the rows that `facts` printed as JSON, and its lines on standard error."""
    result = _run(root, "facts", "--format", "jsonl", *arguments)
    assert result.returncode == 0, result.stderr.decode()
    rows = [json.loads(line) for line in result.stdout.decode().split("\n") if line]
    return rows, result.stderr.decode().splitlines()


def test_rows_13_and_14_the_command_prints_the_number_and_its_flag(tmp_path: Path) -> None:
    hidden = "2023年，清河区科技型企业达16\u200b00家。\n2023年，森林覆盖率达\u202e12.5%\u202c。\n"
    rows, told = _told(_project(tmp_path / "p", {"a.txt": hidden.encode()}))
    assert [(r["value"], r["number_text"], "invisible" in r["flags"]) for r in rows] == [
        ("1600", "16\u200b00", True),
        ("12.5", "12.5%", True),
    ]
    assert len(told) == 2
    assert "a.txt, characters 17–18: invisible characters dropped: 1" in "".join(told)


def test_row_25_a_source_without_a_date_gets_one_warning_and_no_guessed_period(
    tmp_path: Path,
) -> None:
    text = "去年，清河区新增商会30家。\n近日，清河区新开超市3家。\n今年，清河区签约项目12个。\n"
    rows, told = _told(_project(tmp_path / "p", {"a.txt": text.encode()}, dated=False))
    assert sorted(r["value"] for r in rows if r["value"]) == ["12", "3", "30"]
    assert {r["period"] for r in rows} == {None}
    assert [line for line in told if "date" in line] == told
    assert len(told) == 1


def test_row_22_what_is_no_number_is_among_the_abstentions(tmp_path: Path) -> None:
    text = "2023年，清河区企业٣家，专利1_000件，企业²家。\n"
    root = _project(tmp_path / "p", {"a.txt": text.encode()})
    assert _told(root)[0] == []
    rows, _ = _told(root, "--abstained")
    assert [(r["text"], r["reason"]) for r in rows] == [("2023", "date"), ("1_000", "name")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "a.txt: this file is empty"),
        ("　\n".encode(), "a.txt: this file is empty"),
        (_SENTENCE.encode() + "清河".encode("gbk") + b"\n", "a.txt: byte 71 (0xc7) is no UTF-8"),
        (b"\xef\xbb\xbf" + "清河".encode("gbk"), "a.txt: byte 3 (0xc7) is no UTF-8"),
        ("清河".encode("gbk") + b"\xff\xff", "a.txt: byte 4 (0xff) is no GB18030"),
        (b"\xff\xfe" + _SENTENCE.encode("utf-16-le") + b"\x01", "is no UTF-16-LE"),
        (b"\xff\xfe\0\0" + _SENTENCE.encode("utf-32-le"), "UTF-32 is not read"),
        (b"\x00\x01\x02" * 50, "a.txt: this is a binary file"),
    ],
)
def test_rows_33_and_34_what_cannot_be_read_is_named_with_its_byte(
    content: bytes, told: str, tmp_path: Path
) -> None:
    result = _run(_project(tmp_path / "p", {"a.txt": content}), "facts")
    assert (result.returncode, result.stdout) == (65, b"")
    (line,) = result.stderr.decode().splitlines()
    assert told in line
    assert "hint: " in line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_row_33_every_usual_encoding_gives_the_same_facts(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(_SENTENCE.encode(encoding))
    document = clean_source(read_source(path))
    found = extract_facts(document, reading.lexicon_of(_loaded(tmp_path)), Area("清河区"))
    assert [(f.start, f.number_text) for f in found.facts] == [(6, "1600"), (21, "53.2%")]


def _loaded(folder: Path) -> Any:
    return load_project(_project(folder / "project", {"a.txt": _SENTENCE.encode()}))


# --- what has not changed -----------------------------------------------------------------------


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of sources that were extracted, as they are."""
    names: list[str] = []

    def noting(document: Document, lexicon: Lexicon, area: Area) -> Extraction:
        names.append(document.source.name)
        return extract_facts(document, lexicon, area)

    monkeypatch.setattr(reading, "extract_facts", noting)
    return names


def test_a_second_run_extracts_nothing_and_gives_the_same_facts(
    extracted: list[str], tmp_path: Path
) -> None:
    files = {"a.txt": _SENTENCE.encode(), "b.txt": _SENTENCE.replace("1600", "1700").encode()}
    project = load_project(_project(tmp_path / "p", files))
    first = read_project(project)
    assert extracted == ["a.txt", "b.txt"]
    extracted.clear()
    assert read_project(project).facts == first.facts
    assert extracted == []


def test_a_source_with_warnings_is_not_extracted_again_and_warns_again(
    extracted: list[str], tmp_path: Path
) -> None:
    hidden = "去年，清河区科技型企业达16\u200b00家。\n".encode()
    files = {"a.txt": hidden, "b.txt": _SENTENCE.encode()}
    project = load_project(_project(tmp_path / "p", files, dated=False))
    first = read_project(project)
    assert [n.message.partition(":")[0] for n in first.notices if n.path == "a.txt"] == [
        "invisible characters dropped",
        "the source has no date",
    ]
    extracted.clear()
    again = read_project(project)
    assert (again.facts, again.notices, extracted) == (first.facts, first.notices, [])


def test_the_command_warns_of_a_source_as_often_as_it_is_run(tmp_path: Path) -> None:
    root = _project(tmp_path / "p", {"a.txt": "去年，商会30家。\n".encode()}, dated=False)
    first = _told(root)
    assert ["no date" in line for line in first[1]] == [True]
    assert _told(root) == first


def test_only_the_source_that_changed_is_extracted_again(
    extracted: list[str], tmp_path: Path
) -> None:
    files = {"a.txt": _SENTENCE.encode(), "b.txt": _SENTENCE.encode()}
    root = _project(tmp_path / "p", files)
    read_project(load_project(root))
    extracted.clear()
    (root / "seeds" / "b.txt").write_bytes(_SENTENCE.replace("1600", "1700").encode())
    facts = read_project(load_project(root)).facts
    assert extracted == ["b.txt"]
    assert [f.number_text for f in facts if f.source == "b.txt"] == ["1700", "53.2%"]


def test_a_place_or_a_lexicon_that_changed_makes_extraction_new(
    extracted: list[str], tmp_path: Path
) -> None:
    root = _project(tmp_path / "p", {"a.txt": _SENTENCE.encode()})
    read_project(load_project(root))
    extracted.clear()
    (root / "lexicon").mkdir()
    (root / "lexicon" / "indicators.toml").write_text("", "utf-8")
    read_project(load_project(root))
    assert extracted == ["a.txt"]
