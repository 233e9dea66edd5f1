"""Simple tables of a template: each row becomes one paragraph with a tab between its cells.

Input: a `w:tbl` of masthead, header or footer. Output: a paragraph for each row. A table is simple
where each cell holds one line and no rule stands between cells. It does not fill fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from briefgen.errors import DataError
from briefgen.writers.template_model import (
    TABLE,
    Border,
    TableLook,
    TabStop,
    TemplateParagraph,
    TemplateRun,
)
from briefgen.writers.template_runs import Reader, refuse, say_paragraph
from briefgen.writers.template_styles import Styles, W, read_border

_CELL_SPACE = 5.4  # Word's space at the sides of a cell, in points
_PLACED = {"jc": ("left", "start"), "tblInd": ("0",)}  # what places a table, and where it may be
_SIDES = ("left", "start", "right", "end", "insideH", "insideV")


def read_table(
    reader: Reader, table: etree._Element
) -> Iterator[tuple[etree._Element, TemplateParagraph]]:
    """Yield each row with the paragraph it becomes; raise DataError where it is not simple."""
    edges = [float(c.get(W + "w", "0")) / 20 for c in table.findall(f"{W}tblGrid/{W}gridCol")]
    rows = table.findall(W + "tr")
    _check(reader, table)
    for at, row in enumerate(rows):
        made = _row(reader, row, edges)
        top = _rule(reader, table, "top") if at == 0 else None
        bottom = _rule(reader, table, "bottom") if at == len(rows) - 1 else None
        yield (
            row,
            replace(
                made,
                format=replace(
                    made.format,
                    border_top=top or made.format.border_top,
                    border_bottom=bottom or made.format.border_bottom,
                ),
            ),
        )


def _row(reader: Reader, row: etree._Element, widths: list[float]) -> TemplateParagraph:
    cells = row.findall(W + "tc")
    if len(cells) != len(widths):
        refuse(reader, "a table with merged cells", row)
    runs: list[TemplateRun] = []
    tabs: list[TabStop] = []
    first: TemplateParagraph | None = None
    left = 0.0
    for cell, width in zip(cells, widths, strict=True):
        made = _cell(reader, cell)
        align = "left" if made.format.align == "justify" else made.format.align
        if first is not None or align != "left":
            runs.append(_tab(made))
            tabs.append(TabStop(round(_position(align, left, width), 2), align))
        runs.extend(made.runs)
        first = first or made
        left += width
    if first is None:
        refuse(reader, "an empty table row", row)
    look = replace(
        first.format, align="left", left_pt=_CELL_SPACE, hanging_pt=0, first_line_chars=0
    )
    return TemplateParagraph(first.name, look, tuple(runs), tuple(tabs))


def _cell(reader: Reader, cell: etree._Element) -> TemplateParagraph:
    for tag, words in (("gridSpan", "merged cells"), ("vMerge", "merged cells")):
        if cell.find(f"{W}tcPr/{W}{tag}") is not None:
            refuse(reader, f"a table with {words}", cell)
    tint = cell.find(f"{W}tcPr/{W}shd")
    if tint is not None and tint.get(W + "fill", "auto") != "auto":
        refuse(reader, "a tint in a table cell", cell)
    rules = cell.find(f"{W}tcPr/{W}tcBorders")
    if rules is not None and any(
        read_border(rule, say_paragraph(reader, cell), reader.styles) for rule in rules
    ):
        refuse(reader, "a table cell with rules of its own", cell)
    paragraphs = [item for item in cell if item.tag != W + "tcPr"]
    if len(paragraphs) != 1 or paragraphs[0].tag != W + "p":
        refuse(reader, "a table cell with more than one paragraph", cell)
    made = reader.paragraph(paragraphs[0])
    if any(run.tab for run in made.runs):
        refuse(reader, "a tab inside a table cell", cell)
    return made


def _position(align: str, left: float, width: float) -> float:
    if align == "right":
        return left + width - _CELL_SPACE
    return left + width / 2 if align == "center" else left + _CELL_SPACE


def _tab(cell: TemplateParagraph) -> TemplateRun:
    look = cell.format
    return TemplateRun(
        "", look.east_asian, look.latin, look.size_pt, look.bold, look.italic, look.colour, tab=True
    )


def _check(reader: Reader, table: etree._Element) -> None:
    if table.find(f"{W}tblPr/{W}tblpPr") is not None:
        refuse(reader, "a floating table", table)
    for tag, plain in _PLACED.items():
        item = table.find(f"{W}tblPr/{W}{tag}")
        if item is not None and item.get(W + "val", item.get(W + "w", "0")) not in plain:
            refuse(reader, "a table that is centred or moved from the margin", table)
    if table.find(f"{W}tr/{W}trPr/{W}trHeight") is not None:
        refuse(reader, "a table row of a height of its own", table)
    if any(_rule(reader, table, side) for side in _SIDES):
        refuse(reader, "a table with rules at the sides of its cells", table)


def _rule(reader: Reader, table: etree._Element, side: str) -> Border | None:
    """Return a rule of the table: its own, or else that of its table style."""
    own = table.find(f"{W}tblPr/{W}tblBorders/{W}{side}")
    if own is not None:
        return read_border(own, say_paragraph(reader, table), reader.styles)
    ref = table.find(f"{W}tblPr/{W}tblStyle")
    chain = reader.styles.chain(
        None if ref is None else reader.styles.by_id.get(ref.get(W + "val", ""))
    )
    return _styled_rule(reader.styles, chain, side)


def read_table_look(styles: Styles) -> TableLook:
    """Return the look of data tables; raise DataError where the table style is missing."""
    style = styles.find(TABLE, "table")
    if style is None:
        raise DataError(
            f"the table style “{TABLE}” is missing",
            path=styles.package.path,
            hint="copy it from the standard style's brief.docx",
        )
    chain = styles.chain(style)
    head = _head(style)
    fill = None if head is None else head.find(f"{W}tcPr/{W}shd")
    tint = "auto" if fill is None else fill.get(W + "fill", "auto")
    under = None if head is None else head.find(f"{W}tcPr/{W}tcBorders/{W}bottom")
    return TableLook(
        rule_top=_styled_rule(styles, chain, "top"),
        rule_head=read_border(under, f"style “{TABLE}”", styles),
        rule_row=_styled_rule(styles, chain, "insideH"),
        rule_bottom=_styled_rule(styles, chain, "bottom"),
        head_fill=None if tint == "auto" else tint.upper(),
        padding_pt=_padding(chain, "left", _CELL_SPACE),
        padding_top_pt=_padding(chain, "top", 0),
        padding_bottom_pt=_padding(chain, "bottom", 0),
    )


def _head(style: etree._Element) -> etree._Element | None:
    parts = style.findall(W + "tblStylePr")
    return next((part for part in parts if part.get(W + "type") == "firstRow"), None)


def _padding(chain: list[etree._Element], side: str, default: float) -> float:
    found = [s.find(f"{W}tblPr/{W}tblCellMar/{W}{side}") for s in chain]
    given = [float(item.get(W + "w", "0")) / 20 for item in found if item is not None]
    return given[-1] if given else default


def _styled_rule(styles: Styles, chain: list[etree._Element], side: str) -> Border | None:
    found = [s.find(f"{W}tblPr/{W}tblBorders/{W}{side}") for s in chain]
    given = [rule for rule in found if rule is not None]
    return read_border(given[-1], "a table style", styles) if given else None
