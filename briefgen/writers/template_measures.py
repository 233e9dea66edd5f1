"""Lengths of a paragraph style: line pitch, space before and after, indents, the document grid.

Input: properties of a `w:pPr` and of the section. Output: the same in points. It knows no style and
no font.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal

from lxml import etree

from briefgen.errors import DataError
from briefgen.writers.template_model import ParagraphFormat
from briefgen.writers.template_package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SINGLE = 1.3  # how Word sets Chinese at single spacing, as a multiple of the size
_LINE_PT = 12.0  # what a line counts where there is no grid (beforeLines="100")
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Grid:
    """The document grid: the pitch of its lines, and what it adds to each character.

    Both are 0 where the section has no such grid.
    """

    line_pt: float = 0.0
    char_pt: float = 0.0


def read_grid(package: Package) -> Grid:
    """Return the grid of the template's section (文档网格); DataError for one of another kind."""
    item = next(package.trees["word/document.xml"].iter(W + "docGrid"), None)
    kind = "default" if item is None else item.get(W + "type", "default")
    if item is None or kind == "default":
        return Grid()
    if kind not in ("lines", "linesAndChars"):
        raise DataError(
            "the template uses a grid that every character snaps to, which the PDF cannot follow",
            path=package.path,
            hint="choose 指定行网格 or 指定行和字符网格 under Page Setup > Document Grid",
        )
    chars = float(item.get(W + "charSpace", "0")) / 4096 if kind == "linesAndChars" else 0.0
    return Grid(float(item.get(W + "linePitch", "0")) / 20, chars)


def with_spacing(
    made: ParagraphFormat, spacing: Mapping[str, str], grid_pt: float, *, snaps: bool
) -> ParagraphFormat:
    """Return the format with its line pitch and the space around it.

    Where the paragraph `snaps` to a grid of lines a single line takes as many of them as it needs;
    an exact pitch is not changed by it, as in Word.
    """
    single = made.size_pt * SINGLE
    if grid_pt and snaps:
        single = ceil(single / grid_pt - _SLACK) * grid_pt
    line = float(spacing.get("line", "240"))
    rule = spacing.get("lineRule", "auto")
    pitch = line / 240 * single if rule == "auto" else line / 20
    return replace(
        made,
        line_pt=round(max(pitch, single) if rule == "atLeast" else pitch, 3),
        space_before_pt=_space(spacing, "before", grid_pt),
        space_after_pt=_space(spacing, "after", grid_pt),
    )


def _space(spacing: Mapping[str, str], side: Literal["before", "after"], grid_pt: float) -> float:
    """Return the space in points; `beforeLines` counts hundredths of a line and wins."""
    lines = float(spacing.get(side + "Lines", "0"))
    if lines:
        return round(lines / 100 * (grid_pt or _LINE_PT), 3)
    return float(spacing.get(side, "0")) / 20


def with_indent(made: ParagraphFormat, indent: Mapping[str, str]) -> ParagraphFormat:
    """Return the format with its indents; those counted in characters win, as in Word.

    On a grid of characters one of an indent is as wide as the grid's: 2 of the 28 of a line.
    """
    advance = made.size_pt + made.char_grid_pt

    def length(name: str) -> float:
        chars = float(indent.get(name + "Chars", "0"))
        return round(chars / 100 * advance, 3) if chars else float(indent.get(name, "0")) / 20

    hanging = length("hanging")
    return replace(
        made,
        left_pt=length("left"),
        right_pt=length("right"),
        hanging_pt=hanging,
        first_line_chars=0.0 if hanging else round(length("firstLine") / made.size_pt, 4),
    )


def indents(own: etree._Element | None) -> dict[str, str]:
    """Return the indents of one layer; `start` and `end` are what newer files call the sides."""
    found = attributes(own, "ind")
    for new, old in (("start", "left"), ("end", "right")):
        for suffix in ("", "Chars"):
            if new + suffix in found:
                found[old + suffix] = found.pop(new + suffix)
    if "firstLine" in found or "firstLineChars" in found:
        found = {"hanging": "0", "hangingChars": "0"} | found
    elif "hanging" in found or "hangingChars" in found:
        found = {"firstLine": "0", "firstLineChars": "0"} | found
    return found


def attributes(own: etree._Element | None, name: str) -> dict[str, str]:
    """Return the attributes of a child by their plain names; none where it is not there."""
    item = None if own is None else own.find(W + name)
    if item is None:
        return {}
    return {str(key).removeprefix(W): str(value) for key, value in item.attrib.items()}
