"""Elements of a Word document: runs, paragraphs, tables, pictures.

Input: runs of a brief and the ids of named styles. Output: lxml elements in the order that the
schema asks for. It does not know what a block is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from briefgen.writers.template_fields import printable

Element = Any  # lxml's elements: python-docx adds methods that no stub knows
Cell = tuple[Element, ...]  # the paragraphs of a cell of a table


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """Return the element `w:tag` with its children; attributes are those of the `w` namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def run(text: str, *, strong: bool = False, style: str | None = None) -> Element:
    """Return a run of literal text; control characters do not reach it."""
    look = []
    if style:
        look.append(element("rStyle", val=style))
    if strong:
        look += [element("b"), element("bCs")]
    made = element("r")
    if look:
        made.append(element("rPr", *look))
    made.append(words(printable(text)))
    return made


def words(text: str) -> Element:
    """Return the text of a run, its blanks kept."""
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def tab() -> Element:
    """Return a run that holds a tab."""
    return element("r", element("tab"))


def paragraph(
    style: str,
    runs: Iterable[Element],
    *,
    keep_next: bool | None = None,
    extra: Sequence[Element] = (),
) -> Element:
    """Return a paragraph of a style; `extra` follows in its properties, in the schema's order."""
    look = element("pPr", element("pStyle", val=style))
    if keep_next is not None:
        look.append(element("keepNext") if keep_next else element("keepNext", val="0"))
    look.extend(extra)
    return element("p", look, *runs)


def set_lower(paragraph: Element, points: float) -> None:
    """Set the space above a paragraph in points, whatever its style says."""
    space = paragraph.get_or_add_pPr().get_or_add_spacing()
    space.set(qn("w:before"), str(_twips(points)))


def set_size(look: Element, points: float) -> None:
    """Set the size in the properties of a run, whatever its styles say."""
    for tag in ("sz", "szCs"):
        look.append(element(tag, val=str(round(points * 2))))


def gap(style: str, points: float, *, keep_next: bool = False) -> Element:
    """Return an empty paragraph of a fixed height: two tables would else be one to Word."""
    height = element("spacing", before="0", after="0", line=str(_twips(points)), lineRule="exact")
    return paragraph(style, (), keep_next=keep_next or None, extra=(height,))


def table(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    *,
    properties: Sequence[Element],
    heads: int = 0,
    splits: Sequence[bool] = (),
) -> Element:
    """Return a table of fixed column widths in twips.

    A shorter row leaves its last columns empty. The first `heads` rows repeat on every page; a row
    splits over pages only where `splits` says so. `properties` are the children of `w:tblPr`, in
    the schema's order.
    """
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    made = element("tbl", element("tblPr", *properties), grid)
    for at, cells in enumerate(rows):
        look = element("trPr")
        if not (at < len(splits) and splits[at]):
            look.append(element("cantSplit"))
        if at < heads:
            look.append(element("tblHeader"))
        left = len(widths) - len(cells)
        if left:
            look.append(element("gridAfter", val=str(left)))
            look.append(element("wAfter", w=str(sum(widths[-left:])), type="dxa"))
        made.append(element("tr", look, *map(_cell, cells, widths)))
    return made


def _cell(cell: Cell, width: int) -> Element:
    look = element("tcPr", element("tcW", w=str(width), type="dxa"))
    return element("tc", look, *cell)


def shares(relative: Sequence[int], total: int) -> list[int]:
    """Return whole widths in the ratio of `relative` that add up to `total`."""
    whole = sum(relative)
    ends = [round(total * sum(relative[: at + 1]) / whole) for at in range(len(relative))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def described(caption: str, description: str) -> list[Element]:
    """Return what a screen reader says of a table: its title and what it holds."""
    said = [("tblCaption", printable(caption)), ("tblDescription", printable(description))]
    return [element(tag, val=text) for tag, text in said if text]


def _twips(points: float) -> int:
    return round(points * 20)
