"""The fonts of a template's theme: what Word means by `minorEastAsia`.

Input: the parts of a .docx. Output: font names by theme slot. It does not read styles.
"""

from __future__ import annotations

from lxml import etree

from briefgen.writers.template_package import Package

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def theme_fonts(package: Package) -> dict[str, str]:
    """Return the fonts that `minorEastAsia` and the like stand for."""
    fonts: dict[str, str] = {}
    for name, tree in package.trees.items():
        if not name.startswith("word/theme/"):
            continue
        for kind in ("major", "minor"):
            group = next(tree.iter(f"{A}{kind}Font"), None)
            if group is None:
                continue
            latin = _typeface(group.find(A + "latin"))
            hans = next((f for f in group.iter(A + "font") if f.get("script") == "Hans"), None)
            east = _typeface(group.find(A + "ea")) or _typeface(hans)
            fonts |= {f"{kind}{slot}": latin for slot in ("HAnsi", "Ascii", "Bidi") if latin}
            if east:
                fonts[f"{kind}EastAsia"] = east
    return fonts


def _typeface(font: etree._Element | None) -> str:
    return "" if font is None else font.get("typeface", "")
