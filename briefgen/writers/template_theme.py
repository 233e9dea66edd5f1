"""What styles refer to by another name: the fonts of the theme, the bullets of lists.

Input: the parts of a .docx. Output: font names by theme slot (what Word means by `minorEastAsia`),
bullets by list number. It does not read styles.
"""

from __future__ import annotations

from lxml import etree

from briefgen.writers.template_package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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


def read_bullets(package: Package) -> dict[str, str]:
    """Return the bullet of each list by its number; lists that count are not among them.

    A bullet of a symbol font (Wingdings, in the private area) is drawn as •.
    """
    root = package.trees.get("word/numbering.xml")
    if root is None:
        return {}
    marks = {}
    for kind in root.iter(W + "abstractNum"):
        level = kind.find(W + "lvl")
        form = None if level is None else level.find(W + "numFmt")
        if level is None or form is None or form.get(W + "val") != "bullet":
            continue
        text = level.find(W + "lvlText")
        mark = "" if text is None else text.get(W + "val", "")
        plain = mark if mark.strip() and not any("\ue000" <= c <= "\uf8ff" for c in mark) else "•"
        marks[kind.get(W + "abstractNumId", "")] = plain
    refs = {n.get(W + "numId", ""): n.find(W + "abstractNumId") for n in root.iter(W + "num")}
    return {
        number: marks[found]
        for number, ref in refs.items()
        if ref is not None and (found := ref.get(W + "val", "")) in marks
    }


def _typeface(font: etree._Element | None) -> str:
    return "" if font is None else font.get("typeface", "")
