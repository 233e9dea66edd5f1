"""scripts/look.py: office font names reach the packaged fonts, and pages come out as pictures."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import docx
import pytest
from docx.oxml.ns import qn
from reportlab.pdfgen.canvas import Canvas

from briefgen.fonts import face, face_for

SCRIPT = Path(__file__).parents[2] / "scripts" / "look.py"


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("look_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


look = loaded()


def need(*programs: str) -> None:
    """Skip the test, with the reason, where a program is missing; fail if all are required."""
    lost = [name for name in programs if shutil.which(name) is None]
    if lost and os.environ.get("BRIEFGEN_REQUIRE_ALL") == "1":
        pytest.fail(f"{', '.join(lost)} not installed")
    if lost:
        pytest.skip(f"{', '.join(lost)} not installed")


def write_docx(path: Path, font_name: str) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("清河区付￥5元（虚构）")
    run.font.name = font_name
    fonts = run._element.get_or_add_rPr().find(qn("w:rFonts"))
    assert fonts is not None
    fonts.set(qn("w:eastAsia"), font_name)
    document.save(str(path))


def write_pdf(path: Path) -> None:
    page = Canvas(str(path), invariant=1)
    page.drawString(40, 700, "invented")
    page.save()


def pages_of(folder: Path, into: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(folder), "--into", str(into), "--dpi", "20"]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize("name", [*look.OFFICE_NAMES, "没有这个字体"])
def test_fontconfig_finds_the_packaged_file_under_an_office_name(name: str, tmp_path: Path) -> None:
    need("fc-match")
    config = tmp_path / "fonts.conf"
    config.write_text(look.fontconfig(tmp_path / "cache"), encoding="utf-8")
    done = subprocess.run(
        ["fc-match", "--format", "%{file}", name.replace("-", r"\-")],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout).name == face_for(name).path.name


def test_the_names_of_the_standard_are_among_the_office_names() -> None:
    assert {"仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"} <= set(
        look.OFFICE_NAMES
    )


def test_a_font_name_is_text_in_the_generated_file(tmp_path: Path) -> None:
    config = look.fontconfig(tmp_path, ["R&D<5%"])
    assert "<string>R&amp;D&lt;5%</string>" in config


def test_word_and_pdf_files_become_one_picture_a_page_and_old_pictures_go(tmp_path: Path) -> None:
    need("soffice", "pdftoppm")
    folder, into = tmp_path / "issue", tmp_path / "look"
    (folder / "sub").mkdir(parents=True)
    into.mkdir()
    (into / "old.png").write_bytes(b"")
    write_docx(folder / "简报.docx", "仿宋_GB2312")
    write_docx(folder / "sub" / "简报.docx", "楷体")
    write_pdf(folder / "简报.pdf")
    done = pages_of(folder, into)
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in into.iterdir())
    assert names == ["sub-简报.docx-1.png", "简报.docx-1.png", "简报.pdf-1.png"]
    assert done.stdout.split() == [str(into / name) for name in names]


def test_libreoffice_sets_an_office_font_in_the_packaged_one(tmp_path: Path) -> None:
    need("soffice")
    source = tmp_path / "a.docx"
    write_docx(source, "仿宋_GB2312")
    made = look.to_pdf({"a.docx": source}, tmp_path)["a.docx"].read_bytes()
    assert b"BriefgenFang" in made
    # its ￥ comes from the serif face: FandolFang draws a dollar sign there
    assert face("serif").family.replace(" ", "").encode() in made


def test_a_missing_folder_is_said_in_one_line(tmp_path: Path) -> None:
    done = pages_of(tmp_path / "none", tmp_path / "look")
    assert done.returncode == 1
    assert done.stderr == (
        f"look: {tmp_path / 'none'} is no folder: build an issue first, or name a folder\n"
    )


def test_a_folder_without_documents_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "~$a.docx").write_bytes(b"Word's lock file")
    done = pages_of(tmp_path, tmp_path / "look")
    assert done.returncode == 1
    assert done.stderr == f"look: {tmp_path} holds no .docx and no .pdf\n"


def test_a_missing_program_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pdf(tmp_path / "a.pdf")
    monkeypatch.setenv("PATH", str(tmp_path))
    done = pages_of(tmp_path, tmp_path / "look")
    assert done.returncode == 1
    assert done.stderr == "look: pdftoppm is not installed: apt-get install poppler-utils\n"


def test_a_broken_pdf_is_named(tmp_path: Path) -> None:
    need("pdftoppm")
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    done = pages_of(tmp_path, tmp_path / "look")
    assert done.returncode == 1
    assert done.stderr.startswith("look: pdftoppm cannot read a.pdf: ")
    assert done.stderr.count("\n") == 1
