"""Projects in a folder of their own, the real command line, and finished files read again.

The invented projects are about 清河区, which does not exist.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2

REPOSITORY = Path(__file__).resolve().parents[2]
ARTICLE = (
    "清河新貌\n\n"
    "2023年，清河区科技型企业达1600家，研发投入强度4.4%，森林覆盖率53.2%。\n"
    "民营经济增加值428亿元，占地区生产总值的比重达61.5%。\n"
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def invented_project(
    root: Path,
    articles: Mapping[str, str | bytes] | None = None,
    *,
    titles: Mapping[str, str] | None = None,
    name: str = "清河专题简报",
    more: str = "",
) -> Path:
    """Return `root` as a project about 清河区."""
    (root / "seeds").mkdir(parents=True)
    settings = f'name = {_toml(name)}\nplace = "清河区"\nregion = "南河市"\nas_of = 2024-03-01'
    (root / "briefgen.toml").write_text(f"[project]\n{settings}\n{more}", "utf-8")
    listing = ""
    for file, text in (articles or {"a.txt": ARTICLE}).items():
        content = text if isinstance(text, bytes) else text.encode()
        (root / "seeds" / file).write_bytes(content)
        title = _toml((titles or {}).get(file, "清河新貌"))
        listing += f'[[source]]\nfile = "{file}"\ntitle = {title}\npublished = 2024-01-20\n'
    (root / "seeds" / "sources.toml").write_text(listing, "utf-8")
    return root


def _toml(text: str) -> str:
    """Return `text` as TOML's basic string, which is JSON's but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def own_project(root: Path) -> Path:
    """Return a copy of the repository's own project, without its output and database."""
    root.mkdir(parents=True)
    shutil.copy(REPOSITORY / "briefgen.toml", root)
    for folder in ("seeds", "templates"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    return root


def run(root: Path, *arguments: str, code: str | None = None) -> subprocess.CompletedProcess[bytes]:
    """Return what a real run in the folder `root` gave; `code` is run instead of `-m briefgen`."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BRIEFGEN")}
    start = ["-m", "briefgen"] if code is None else ["-c", code]
    return subprocess.run(
        [sys.executable, *start, *arguments],
        cwd=root,
        env=environment | {"PYTHONPATH": str(REPOSITORY), "COLUMNS": "200"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


def built(root: Path, *arguments: str) -> Path:
    """Return the folder of the newest issue after a build that went well, without a word."""
    result = run(root, "build", *arguments)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    return latest(root)


def latest(root: Path) -> Path:
    """Return the folder that `output/latest` leads to."""
    return (root / "output" / "latest").resolve(strict=True)


def snapshot(folder: Path) -> dict[str, str]:
    """Return each entry below `folder` with its checksum and time, its target, or `folder`."""
    return {str(path.relative_to(folder)): _mark(path) for path in sorted(folder.rglob("*"))}


def _mark(path: Path) -> str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    if not path.is_file():
        return "folder"
    return f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.stat().st_mtime_ns}"


def files_of(issue: Path) -> set[str]:
    """Return the names of an issue's files, below its folder."""
    return {p.relative_to(issue).as_posix() for p in issue.rglob("*") if p.is_file()}


def issues(root: Path) -> list[str]:
    """Return the names of the project's issues."""
    return sorted(path.name for path in (root / "output" / "issues").iterdir())


def wire(issue: Path) -> list[dict[str, Any]]:
    """Return the facts of an issue as its facts.jsonl has them."""
    lines = (issue / "facts.jsonl").read_bytes().decode().split("\n")
    return [json.loads(line) for line in lines if line]


def facts_of(root: Path, *arguments: str) -> list[dict[str, Any]]:
    """Return what `facts --format jsonl` prints."""
    result = run(root, "facts", "--format", "jsonl", *arguments)
    assert result.returncode == 0, result.stderr.decode()
    return [json.loads(line) for line in result.stdout.decode().split("\n") if line]


def tight(text: str) -> str:
    """Return `text` without white space: lines break in different places in Word and in PDF."""
    return re.sub(r"\s+", "", text)


def word_text(file: Path) -> str:
    """Return the text of a Word file's body, paragraph by paragraph."""
    with zipfile.ZipFile(file) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    return "\n".join(_paragraph_text(paragraph) for paragraph in body.iter(f"{_W}p"))


def _paragraph_text(paragraph: ElementTree.Element) -> str:
    """Return the words on one line: a break after an English word is a blank, none is firm."""
    text = ""
    for piece in paragraph.iter():
        if piece.tag == f"{_W}t":
            text += piece.text or ""
        elif piece.tag == f"{_W}br" and text[-1:].isascii():
            text += " "
    return text.replace("\u00a0", " ")


def pdf_pages(file: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    document = pypdfium2.PdfDocument(file.read_bytes())
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def pdf_text(file: Path) -> str:
    """Return the text of a PDF, page after page."""
    return "\n".join(pdf_pages(file))


def stems(issue: Path) -> Sequence[str]:
    """Return the names of an issue's briefs."""
    return sorted({path.stem for path in issue.iterdir() if path.suffix in (".docx", ".pdf")})
