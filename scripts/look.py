"""The pages of finished briefs as pictures, to be looked at.

Input: a folder with .docx and .pdf files. Output: one PNG a page in output/look/. Word files pass
through LibreOffice with the packaged fonts under the names that Word templates use, so the same
pages come out on every machine. It judges nothing, and briefgen itself never needs it.

    .venv/bin/python scripts/look.py [output/latest] [--into output/look] [--dpi 70]
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from briefgen.fonts import face, face_for

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {"soffice": "libreoffice-writer-nogui", "pdftoppm": "poppler-utils"}
PATIENCE_S = 300
# Fonts that a Chinese office has and this machine need not have.
OFFICE_NAMES = (
    *("仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312", "华文仿宋", "STFangsong"),
    *("楷体", "楷体_GB2312", "KaiTi", "KaiTi_GB2312", "华文楷体", "STKaiti"),
    *("黑体", "SimHei", "微软雅黑", "Microsoft YaHei", "等线", "DengXian", "等线 Light"),
    *("宋体", "SimSun", "新宋体", "NSimSun", "华文宋体", "STSong"),
    *("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong"),
    *("思源宋体", "Noto Serif CJK SC", "思源黑体", "Noto Sans CJK SC"),
    *("Times New Roman", "Cambria", "Arial", "Calibri"),
)


class LookError(Exception):
    """Pages cannot be shown; the message is one line that says what to do."""


def fontconfig(cache: Path, names: Iterable[str] = OFFICE_NAMES) -> str:
    """Return a fontconfig file that knows the packaged fonts alone, under `names` too.

    `cache` is the folder for fontconfig's own files. binding="same" makes a substitute as good as
    the font that was asked for: without it, a weaker rule puts another font before it. A name that
    nobody knows, and a character that the named font lacks, go to the serif face, as in the PDF.
    """
    folder = escape(str(face("serif").path.parent))
    last = '<match target="pattern"><edit name="family" mode="append">'
    last += f"<string>{face('serif').family}</string></edit></match>"
    rules = "\n".join([*(_rule(name) for name in names), last])
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"<dir>{folder}</dir>\n<cachedir>{escape(str(cache))}</cachedir>\n{rules}\n</fontconfig>\n"
    )


def _rule(name: str) -> str:
    wanted = face_for(name)
    bold = '<edit name="weight" mode="assign"><const>bold</const></edit>' if wanted.bold else ""
    return (
        f'<match target="pattern"><test name="family" qual="any"><string>{escape(name)}</string>'
        '</test><edit name="family" mode="assign" binding="same">'
        f"<string>{wanted.family}</string></edit>{bold}</match>"
    )


def program(name: str) -> str:
    """Return the path of a program; raises LookError with the package's name if it is missing."""
    found = shutil.which(name)
    if found is None:
        raise LookError(f"{name} is not installed: apt-get install {PACKAGES[name]}")
    return found


def documents(folder: Path) -> dict[str, Path]:
    """Return the .docx and .pdf files below `folder`, by the name that their pictures begin with.

    Raises LookError where there is none.
    """
    if not folder.is_dir():
        raise LookError(f"{folder} is no folder: build an issue first, or name a folder")
    found = {
        "-".join(path.relative_to(folder).parts): path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in (".docx", ".pdf") and not path.name.startswith("~$")
    }
    if not found:
        raise LookError(f"{folder} holds no .docx and no .pdf")
    return found


def to_pdf(sources: dict[str, Path], scratch: Path) -> dict[str, Path]:
    """Return one PDF for each Word file, all made by a single call of LibreOffice in `scratch`."""
    if not sources:
        return {}
    inbox, outbox = scratch / "docx", scratch / "pdf"
    inbox.mkdir()
    for name, path in sources.items():
        shutil.copyfile(path, inbox / name)
    config = scratch / "fonts.conf"
    config.write_text(fontconfig(scratch / "fontcache"), encoding="utf-8")
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--norestore", "--convert-to", "pdf"]
    command += ["--outdir", str(outbox), *(str(inbox / name) for name in sources)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(config), "HOME": str(scratch)}
    try:
        subprocess.run(command, env=environment, capture_output=True, timeout=PATIENCE_S)
    except subprocess.TimeoutExpired as error:
        raise LookError(f"LibreOffice took more than {PATIENCE_S} s") from error
    made = {name: outbox / f"{Path(name).stem}.pdf" for name in sources}
    lost = [name for name, path in made.items() if not path.is_file()]
    if lost:
        raise LookError(f"LibreOffice could not read {', '.join(lost)}")
    return made


def draw(pdf: Path, prefix: Path, dpi: int) -> None:
    """Write the pages of `pdf` as `prefix`-1.png, `prefix`-2.png and so on."""
    command = [program("pdftoppm"), "-r", str(dpi), "-png", str(pdf), str(prefix)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        reason = done.stderr.strip().splitlines() or ["no reason given"]
        raise LookError(f"pdftoppm cannot read {pdf.name}: {reason[-1]}")


def look(folder: Path, into: Path, dpi: int) -> list[Path]:
    """Return the pictures made of the documents in `folder`; older ones in `into` are removed."""
    found = documents(folder)
    program("pdftoppm")
    into.mkdir(parents=True, exist_ok=True)
    for old in into.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        word = {name: path for name, path in found.items() if path.suffix.lower() == ".docx"}
        pages = {**found, **to_pdf(word, Path(scratch))}
        for name, pdf in pages.items():
            draw(pdf, into / name, dpi)
    return sorted(into.glob("*.png"))


def main() -> int:
    """Return 0, or 1 where nothing could be shown."""
    parser = argparse.ArgumentParser(description="show the pages of finished briefs as PNG files")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "output" / "latest")
    parser.add_argument("--into", type=Path, default=ROOT / "output" / "look")
    parser.add_argument("--dpi", type=int, default=70)
    asked = parser.parse_args()
    try:
        pictures = look(asked.folder, asked.into, asked.dpi)
    except LookError as error:
        print(f"look: {error}", file=sys.stderr)
        return 1
    print("\n".join(map(str, pictures)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
