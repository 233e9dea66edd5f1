"""The packaged fonts: six faces of four free fonts, cut to what a Chinese brief needs.

Input: the fonts of four packages, by name and version from npm and Debian, or from a folder that
holds them already. Output: briefgen/fonts/*.ttf, LICENSE-*.txt and README.md, the same bytes each
time. It does not run at briefgen's run time, and nothing in the package imports it.

    .venv/bin/python scripts/make_fonts.py [--packages DIR] [--check]
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import textwrap
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import font_recipes as recipes
from cu2qu.pens import Cu2QuPen
from font_recipes import Cut, Package
from fontTools.misc.timeTools import timestampFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

FONTS = Path(__file__).resolve().parent.parent / "briefgen" / "fonts"
STAMP = timestampFromString(recipes.CUT_AT)
DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "hdmx", "kern", "meta")
DROPPED_TOO = ("cvt ", "fpgm", "prep", "VDMX", "VORG", "vhea", "vmtx", "LTSH")


def fetch(package: Package, folder: Path) -> Path:
    """Return the package's archive in `folder`, fetched by its registry's own client if absent."""
    archive = folder / package.archive
    if not archive.is_file():
        spec = {
            "npm": ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
            "Debian": ["apt-get", "download", f"{package.name}={package.version}"],
        }[package.registry]
        try:
            subprocess.run(spec, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError) as error:
            raise SystemExit(
                f"{package.name} {package.version} cannot be fetched from {package.registry} here: "
                f"put {package.archive} into a folder and name it with --packages DIR"
            ) from error
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise SystemExit(f"{archive.name}: sha256 is {found}, expected {package.sha256}")
    return archive


def unpack(package: Package, folder: Path) -> Path:
    """Return a folder that holds the unpacked archive."""
    archive = fetch(package, folder)
    target = folder / f"unpacked-{package.name.split('/')[-1]}"
    if target.is_dir():
        return target
    if package.registry == "npm":
        with tarfile.open(archive) as tar:
            tar.extractall(target, filter="data")
    else:
        subprocess.run(["dpkg-deb", "-x", str(archive), str(target)], check=True)
    return target


def gb2312() -> frozenset[int]:
    """Return the code points of GB2312, its symbols and both levels of its characters."""
    found: set[int] = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            char = bytes((row, cell)).decode("gb2312", errors="ignore")
            found.update(map(ord, char))
    return frozenset(found)


def common_standard(unihan: Path) -> frozenset[int]:
    """Return the 8,105 characters of 通用规范汉字表 (2013): Unihan's property kTGH."""
    found: set[int] = set()
    for path in sorted((unihan / "usr/share/unicode").glob("Unihan_*.txt.bz2")):
        text = bz2.decompress(path.read_bytes()).decode("utf-8")
        matches = re.finditer(r"^U\+([0-9A-F]+)\tkTGH\t", text, flags=re.MULTILINE)
        found.update(int(match[1], 16) for match in matches)
    if len(found) != 8105:
        raise SystemExit(f"kTGH lists {len(found)} characters, expected 8105")
    return frozenset(found)


def wanted(unihan: Path) -> frozenset[int]:
    """Return every code point that a packaged font should have where its source has it."""
    symbols = (range(first, last + 1) for first, last in recipes.SYMBOLS)
    found = gb2312() | common_standard(unihan) | {code for span in symbols for code in span}
    undrawn = recipes.UNDRAWN
    return frozenset(code for code in found if unicodedata.category(chr(code)) not in undrawn)


def subset(font: TTFont, chars: Iterable[int]) -> None:
    """Cut `font` to `chars`: no hinting, no layout tables, no vertical metrics."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables = [*options.drop_tables, *DROPPED, *DROPPED_TOO]
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = [0]
    options.recalc_timestamp = False
    cutter = Subsetter(options=options)
    cutter.populate(unicodes=sorted(set(chars)))
    cutter.subset(font)


def to_truetype(font: TTFont, max_error: float = 1.0) -> None:
    """Turn CFF outlines into quadratic ones, at most `max_error` font units away from them."""
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, max_error, reverse_direction=True))
        glyphs[name] = pen.glyph()
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    font["maxp"].tableVersion = 0x00010000
    for field in _MAXP_ZERO:
        setattr(font["maxp"], field, 0)
    font["maxp"].maxZones = 1
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


_MAXP_ZERO = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)


def add_glyph(font: TTFont, code: int, glyph: Any, width: int) -> None:
    """Append `glyph` under a new name and give it the code point `code`."""
    name = f"briefgen.{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"].metrics[name] = (width, 0)
    assign(font, code, name)


def assign(font: TTFont, code: int, name: str) -> None:
    """Let `code` be drawn by the glyph `name` in every character map that can hold it."""
    for table in font["cmap"].tables:
        if table.isUnicode() and (code <= 0xFFFF or table.format == 12):
            table.cmap[code] = name


def add_spaces(font: TTFont) -> None:
    """Give the font every space of Unicode, so that none prints as an empty box."""
    cmap = font.getBestCmap()
    for code, other in recipes.SAME_GLYPH.items():
        if code not in cmap and other in cmap:
            assign(font, code, cmap[other])
    for code, width in recipes.SPACES.items():
        if code in cmap:
            continue
        advance = font["hmtx"][cmap[ord("0" if width == "zero" else ".")]][0]
        units = advance if isinstance(width, str) else width * font["head"].unitsPerEm // 1000
        add_glyph(font, code, Glyph(), units)


def add_small_digits(font: TTFont) -> None:
    """Give the font the raised and lowered digits that it lacks (PM₂.₅, CO₂, 10⁸), as references.

    Drawn at 60 %: raised by a third of an em, lowered by a ninth.
    """
    units = font["head"].unitsPerEm
    raised = (0x2070, 0x00B9, 0x00B2, 0x00B3, *range(0x2074, 0x207A))
    for digit, codes in enumerate(zip(raised, range(0x2080, 0x208A), strict=True)):
        cmap = font.getBestCmap()
        base = cmap[ord("0") + digit]
        for code, height in zip(codes, (units // 3, -units // 9), strict=True):
            if code in cmap:
                continue
            part = GlyphComponent()
            part.glyphName, part.x, part.y = base, 0, height
            part.transform = [[0.6, 0], [0, 0.6]]
            part.flags = 0x4  # ROUND_XY_TO_GRID
            glyph = Glyph()
            glyph.numberOfContours, glyph.components = -1, [part]
            add_glyph(font, code, glyph, round(font["hmtx"][base][0] * 0.6))


def fill_em_dash(font: TTFont) -> None:
    """Stretch the em dash to the whole em, so that two of them make one 破折号 without a gap.

    Noto does this by a layout rule, which neither reportlab nor matplotlib obeys.
    """
    units, name = font["head"].unitsPerEm, font.getBestCmap()[0x2014]
    dash = font["glyf"][name]
    left, right = min(x for x, _ in dash.coordinates), max(x for x, _ in dash.coordinates)
    if left <= 0.01 * units and right >= 0.99 * units:
        return
    dash.coordinates.translate((-left, 0))
    dash.coordinates.scale((units / (right - left), 1))
    dash.coordinates.toInt()
    font["hmtx"][name] = (units, 0)


def rename(font: TTFont, cut: Cut) -> None:
    """Replace the name table by the cut's own names, its copyright, licence and what changed."""
    style = "Bold" if cut.bold else "Regular"
    postscript = f"{cut.family.replace(' ', '')}-{style}"
    names = {
        0: cut.copyright,
        1: cut.family,
        2: style,
        3: f"briefgen;{recipes.CUT_ON};{postscript}",
        4: f"{cut.family} {style}",
        5: "Version 1.000",
        6: postscript,
        10: f"{Path(cut.member).name}, cut for briefgen on {recipes.CUT_ON}: see README.md",
        13: f"{cut.licence}; see {licence_file(cut)}",
    }
    font["name"] = table = newTable("name")
    table.names = []
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def set_character_maps(font: TTFont) -> None:
    """Leave two character maps: format 4 for the BMP, format 12, which briefgen reads, for all."""
    every = font.getBestCmap()
    tables = []
    for form, encoding, mapping in (
        (4, 1, {code: name for code, name in every.items() if code <= 0xFFFF}),
        (12, 10, every),
    ):
        table = CmapSubtable.newSubtable(form)
        table.platformID, table.platEncID, table.language = 3, encoding, 0
        table.cmap = mapping
        tables.append(table)
    font["cmap"].tables = tables


def freeze(font: TTFont) -> None:
    """Drop what is never used or would vary, and set the font's two dates."""
    for tag in (*DROPPED, *DROPPED_TOO):
        if tag in font:
            del font[tag]
    set_character_maps(font)
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = STAMP
    font["head"].flags &= ~0b11100  # nothing depends on instructions any more
    font["OS/2"].recalcAvgCharWidth(font)
    font["OS/2"].recalcUnicodeRanges(font)
    font["OS/2"].updateFirstAndLastCharIndex(font)


def make(cut: Cut, source: Path, chars: frozenset[int], out: Path) -> None:
    """Write one packaged font into the folder `out`."""
    font = TTFont(source, recalcTimestamp=False, recalcBBoxes=True)
    subset(font, chars - recipes.MISDRAWN.get(cut.family, frozenset()))
    if "CFF " in font:
        to_truetype(font)
    add_spaces(font)
    add_small_digits(font)
    fill_em_dash(font)
    rename(font, cut)
    freeze(font)
    font.save(out / cut.file, reorderTables=True)


def licence_file(cut: Cut) -> str:
    """Return the name of the file with the licence of a cut."""
    return f"LICENSE-{re.sub('[^A-Za-z]', '', cut.family)}.txt"


def licence_text(cut: Cut, folder: Path) -> str:
    """Return the licence as the package brings it, after the font's own copyright line."""
    if cut.package is recipes.WENKAI:
        stated = (folder / recipes.WENKAI_TERMS).read_text(encoding="utf-8")
        body = stated.split("License: OFL-1.1\n -", 1)[1].split("\n\nLicense:", 1)[0]
        text = textwrap.dedent(" -" + body)
        terms = re.sub(r"^\.$", "", text, flags=re.MULTILINE)
    elif cut.package is recipes.FANDOL:
        terms = gzip.decompress((folder / recipes.FANDOL_TERMS).read_bytes()).decode("utf-8")
    else:
        terms = (folder / "package/LICENSE_FONT").read_text(encoding="utf-8")
    changed = f"Modified for briefgen on {recipes.CUT_ON}: see README.md beside this file."
    lines = f"{cut.family}\n{cut.copyright}\n{changed}\n\n{terms}".splitlines()
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def write_texts(folders: dict[str, Path], out: Path) -> None:
    """Write the licences and the README beside the fonts that lie in `out`."""
    rows, sums = [], []
    for cut in recipes.CUTS:
        path = out / cut.file
        licence = licence_text(cut, folders[cut.package.name])
        (out / licence_file(cut)).write_text(licence, encoding="utf-8")
        count = len(TTFont(path, lazy=True).getBestCmap())
        origin = f"{Path(cut.member).name} of {cut.package.name} {cut.package.version}"
        origin += f" ({cut.package.registry})"
        licence_link = f"[{cut.licence}]({licence_file(cut)})"
        size = path.stat().st_size
        rows.append(f"| {cut.file} | {cut.family} | {origin} | {count} | {size} | {licence_link} |")
        sums.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {cut.file}")
    unihan = f"{recipes.UNIHAN.name} {recipes.UNIHAN.version}"
    text = recipes.README.format(
        date=recipes.CUT_ON, rows="\n".join(rows), sums="\n".join(sums), unihan=unihan
    )
    (out / "README.md").write_text(text, encoding="utf-8")


def build(packages: Path, out: Path) -> None:
    """Write every packaged font, its licence and the README into `out`."""
    folders = {package.name: unpack(package, packages) for package in recipes.PACKAGES}
    chars = wanted(folders[recipes.UNIHAN.name])
    out.mkdir(parents=True, exist_ok=True)
    for cut in recipes.CUTS:
        make(cut, folders[cut.package.name] / cut.member, chars, out)
    write_texts(folders, out)


def differing(made: Path, kept: Path) -> list[str]:
    """Return the names of the files in `made` that are not the same in `kept`."""
    pairs = ((path, kept / path.name) for path in sorted(made.iterdir()))
    return [a.name for a, b in pairs if not b.is_file() or a.read_bytes() != b.read_bytes()]


def main() -> int:
    """Return 0, or 1 where `--check` finds a packaged file that this script would not make."""
    parser = argparse.ArgumentParser(description="make the fonts that briefgen brings with it")
    parser.add_argument("--packages", type=Path, help="a folder with the archives, or for them")
    parser.add_argument("--check", action="store_true", help="make them again and compare only")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        packages = (asked.packages or Path(scratch)).resolve()
        made = Path(scratch) / "fonts"
        build(packages, made if asked.check else FONTS)
        wrong = differing(made, FONTS) if asked.check else []
    print("\n".join(f"{name}: not what this script makes" for name in wrong) or "fonts: done")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
