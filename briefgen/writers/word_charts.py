"""A chart that Word draws itself, with its workbook inside, so that a reader can edit it.

Input: a `Plot`, the words around it, the fonts of the style. Output: a chart part of the document,
whose cached values are those of its workbook. It decides neither what is charted nor in which
colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart
from lxml import etree
from lxml.builder import ElementMaker

from briefgen.chart import ChartSpec, Colour, Plot, PlotKind, PlotMark, PlotSeries, Tone
from briefgen.spreadsheet import Cell, xlsx_bytes
from briefgen.writers.package import repack
from briefgen.writers.template_fields import printable
from briefgen.writers.word_parts import Element

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
_LABEL_EXT = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"  # of [MS-ODRAWXML] 2.24.3
_CELLS_EXT = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_SPACES = {"c": _C, "a": _A, "r": _R}
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET = "Sheet1"
_SHOWN = tuple(
    f"show{part}" for part in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
_MARKERS = ("circle", "square", "triangle", "diamond")
_CATEGORY_AXIS, _VALUE_AXIS = "1001", "1002"
_BELOW, _ABOVE = 0.4, 0.25  # of a line's span: kept free, so that it lies in the middle
_EMU = 12700  # in a point
_LINE, _EDGE, _HAIRLINE = 1.8, 0.9, 0.8  # points

Node = Any  # lxml's elements
_c = ElementMaker(namespace=_C, nsmap=_SPACES)
_a = ElementMaker(namespace=_A, nsmap=_SPACES)
_c15 = ElementMaker(namespace=_C15, nsmap={"c15": _C15})


@dataclass(frozen=True, slots=True)
class ChartFonts:
    """The typefaces of all words in a chart."""

    latin: str
    east_asian: str


def add_chart(document: DocumentPart, spec: ChartSpec, plot: Plot, fonts: ChartFonts) -> str:
    """Return the id of the document's relation to a new chart part and its workbook."""
    package = document.package
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, 1000) if f"/word/charts/chart{n}.xml" not in taken)
    book = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"),
        CONTENT_TYPE.SML_SHEET,
        repack(_workbook(plot)),
        package,
    )
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, b"", package)
    inside = chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    chart._blob = etree.tostring(
        _chart_space(spec, plot, fonts, inside),
        xml_declaration=True,
        encoding="UTF-8",
        standalone=True,
    )
    return document.relate_to(chart, RELATIONSHIP_TYPE.CHART)


def chart_inline(relation: str, size: tuple[int, int], shape: int) -> Element:
    """Return the inline drawing that shows a chart part, `size` in EMU."""
    wide, high = size
    return parse_xml(
        f'<wp:inline xmlns:wp="{_WP}" xmlns:a="{_A}"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{shape}" name=""/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" xmlns:r="{_R}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline>"
    )


# --- workbook ---------------------------------------------------------------------------------


def _workbook(plot: Plot) -> bytes:
    """Return the sheet: names, a column of values a series, then what is printed beside them."""
    head = ["", *(printable(s.name) for s in plot.series)]
    head += [f"{printable(s.name)}（显示）" for s in plot.series]
    rows: list[list[Cell]] = []
    for at, name in enumerate(plot.categories):
        marks = [s.marks[at] for s in plot.series]
        shown = [printable(m.point.shown) for m in marks]
        rows.append([printable(name), *(m.point.value for m in marks), *shown])
    return xlsx_bytes(_SHEET, head, rows, plain=True)


def _column(at: int) -> str:
    """Return A, B … Z, AA for 0, 1 … 25, 26."""
    head, tail = divmod(at, 26)
    return (_column(head - 1) if head else "") + chr(ord("A") + tail)


# --- chart ------------------------------------------------------------------------------------


def _chart_space(spec: ChartSpec, plot: Plot, fonts: ChartFonts, workbook: str) -> Node:
    inside = _c.externalData(_c.autoUpdate(val="0"))
    inside.set(f"{{{_R}}}id", workbook)
    legend = [_legend(plot, fonts)] if len(plot.series) > 1 else []
    return _c.chartSpace(
        _c.date1904(val="0"),
        _c.roundedCorners(val="0"),
        _c.chart(
            _title(spec, plot, fonts),
            _c.autoTitleDeleted(val="0"),
            _c.plotArea(_c.layout(), _drawn(plot, fonts), *_axes(plot, fonts)),
            *legend,
            _c.plotVisOnly(val="1"),
            _c.dispBlanksAs(val="gap"),
        ),
        _c.spPr(_solid((1.0, 1.0, 1.0)), _a.ln(_a.noFill())),
        _text_look(fonts, plot.sizes[2], plot.ink),
        inside,
    )


def _title(spec: ChartSpec, plot: Plot, fonts: ChartFonts) -> Node:
    title_size, subtitle_size, _ = plot.sizes
    title = _letters("rPr", fonts, title_size, plot.ink, bold=True)
    subtitle = _letters("rPr", fonts, subtitle_size, plot.grey, bold=False)
    paragraphs = [
        _a.p(_a.pPr(_a.defRPr(), algn="ctr"), _a.r(look, _a.t(printable(text))))
        for look, text in ((title, spec.title), (subtitle, spec.subtitle))
        if text
    ]
    rich = _c.rich(_a.bodyPr(), _a.lstStyle(), *(paragraphs or [_a.p()]))
    return _c.title(_c.tx(rich), _c.overlay(val="0"))


def _legend(plot: Plot, fonts: ChartFonts) -> Node:
    words = _text_look(fonts, plot.sizes[2], plot.ink)
    return _c.legend(_c.legendPos(val="t"), _c.overlay(val="0"), words)


def _drawn(plot: Plot, fonts: ChartFonts) -> Node:
    series = [_series(plot, at, fonts) for at in range(len(plot.series))]
    axes = [_c.axId(val=_CATEGORY_AXIS), _c.axId(val=_VALUE_AXIS)]
    if plot.kind is PlotKind.LINE:
        grouping = [_c.grouping(val="standard"), _c.varyColors(val="0")]
        return _c.lineChart(*grouping, *series, _c.marker(val="1"), *axes)
    stacked = plot.kind is PlotKind.STACKED
    overlap = [_c.overlap(val="100")] if stacked else []
    return _c.barChart(
        _c.barDir(val="bar"),
        _c.grouping(val="stacked" if stacked else "clustered"),
        _c.varyColors(val="0"),
        *series,
        _c.gapWidth(val="40" if stacked else "55"),
        *overlap,
        *axes,
    )


def _series(plot: Plot, at: int, fonts: ChartFonts) -> Node:
    """Return a series: its name, its look, its labels, its cells; in the schema's order."""
    told, column, last = plot.series[at], _column(at + 1), len(plot.categories) + 1
    names = [printable(name) for name in plot.categories]
    values = [f"{mark.point.value:f}" for mark in told.marks]
    head = [
        _c.idx(val=str(at)),
        _c.order(val=str(at)),
        _c.tx(_cached("str", f"${column}$1", [printable(told.name)])),
    ]
    cells = [
        _c.cat(_cached("str", f"$A$2:$A${last}", names)),
        _c.val(_cached("num", f"${column}$2:${column}${last}", values)),
    ]
    labels, after = [], []
    if plot.kind is not PlotKind.STACKED:
        labels, after = [_labels(plot, at, fonts)], [_label_cells(plot, at)]
    if plot.kind is PlotKind.LINE:
        looks = _line_looks(told, _MARKERS[at % len(_MARKERS)])
        return _c.ser(*head, *looks, *labels, *cells, _c.smooth(val="0"), *after)
    return _c.ser(*head, *_bar_looks(told), *labels, *cells, *after)


def _bar_looks(told: PlotSeries) -> Iterator[Node]:
    """Yield the look of a series of bars, then that of each bar."""
    yield _c.spPr(_solid(told.colour))
    yield _c.invertIfNegative(val="0")
    for at, mark in enumerate(told.marks):
        plain = _c.invertIfNegative(val="0"), _c.bubble3D(val="0")
        yield _c.dPt(_c.idx(val=str(at)), *plain, _shape(mark))


def _line_looks(told: PlotSeries, symbol: str) -> Iterator[Node]:
    """Yield the look of a line and its markers, then that of each point that is no fact yet."""
    yield _c.spPr(_a.ln(_solid(told.colour), w=_width(_LINE), cap="rnd"))
    yield _marker(symbol, told.colour, told.colour)
    for at, mark in enumerate(told.marks):
        if mark.point.tone is not Tone.ACTUAL:
            looks = _marker(symbol, mark.fill, mark.edge), _c.bubble3D(val="0"), _stretch(mark)
            yield _c.dPt(_c.idx(val=str(at)), *looks)


def _cached(kind: str, place: str, values: Sequence[str]) -> Node:
    """Return a reference into the workbook with what stands there."""
    format_code = [_c.formatCode("General")] if kind == "num" else []
    cache = _c(f"{kind}Cache", *format_code, _c.ptCount(val=str(len(values))), *_points(values))
    return _c(f"{kind}Ref", _c.f(f"{_SHEET}!{place}"), cache)


def _points(values: Sequence[str]) -> list[Node]:
    return [_c.pt(_c.v(value), idx=str(i)) for i, value in enumerate(values)]


def _labels(plot: Plot, at: int, fonts: ChartFonts) -> Node:
    """Return the figures as they are printed in the sources, hedge and unit with them.

    They stand in the workbook beside the values, so that who changes one sees the other; programs
    older than Word 2013 show the text that is kept here.
    """
    told, size = plot.series[at], plot.sizes[2]
    place = "t" if plot.kind is PlotKind.LINE else "outEnd"
    shown = [printable(mark.point.shown) for mark in told.marks]
    made = []
    for index, text in enumerate(shown):
        look = _letters("rPr", fonts, size, plot.ink, bold=True)
        field = _a.fld(look, _a.pPr(_a.defRPr()), _a.t(text), id=_guid(at, index), type="CELLRANGE")
        rich = _c.rich(_a.bodyPr(wrap="none"), _a.lstStyle(), _a.p(field))
        asked = _c.ext(_c15.showDataLabelsRange(val="1"), uri=_LABEL_EXT)
        parts = [_c(tag, val="0") for tag in _SHOWN]
        made.append(
            _c.dLbl(
                _c.idx(val=str(index)), _c.tx(rich), _c.dLblPos(val=place), *parts,
                _c.extLst(asked),
            )
        )  # fmt: skip
    words = _text_look(fonts, size, plot.ink, bold=True)
    asked = _c.ext(_c15.showDataLabelsRange(val="1"), uri=_LABEL_EXT)
    parts = [_c(tag, val="0") for tag in _SHOWN]
    return _c.dLbls(*made, words, _c.dLblPos(val=place), *parts, _c.extLst(asked))


def _label_cells(plot: Plot, at: int) -> Node:
    """Return where the labels of a series stand in the workbook, and what stands there."""
    column, last = _column(1 + len(plot.series) + at), len(plot.categories) + 1
    shown = [printable(mark.point.shown) for mark in plot.series[at].marks]
    cache = _c15.dlblRangeCache(_c.ptCount(val=str(len(shown))), *_points(shown))
    cells = _c15.datalabelsRange(_c15.f(f"{_SHEET}!${column}$2:${column}${last}"), cache)
    return _c.extLst(_c.ext(cells, uri=_CELLS_EXT))


def _guid(series: int, index: int) -> str:
    """Return the id of a label's field: any will do, if each has its own."""
    return f"{{B51EF6E0-0000-4000-8000-{series:06X}{index:06X}}}"


# --- axes -------------------------------------------------------------------------------------


def _axes(plot: Plot, fonts: ChartFonts) -> Iterator[Node]:
    """Yield the axis of names and that of values, which is not drawn: each mark has its label."""
    line = plot.kind is PlotKind.LINE
    yield _c.catAx(
        _c.axId(val=_CATEGORY_AXIS),
        # a sheet's first row is the lowest bar, unless the axis is turned
        _c.scaling(_c.orientation(val="minMax" if line else "maxMin")),
        *_axis_place(hidden=plot.kind is PlotKind.STACKED, side="b" if line else "l"),
        _c.tickLblPos(val="low"),
        _c.spPr(_a.ln(_solid(plot.axis), w=_width(_HAIRLINE))),
        _text_look(fonts, plot.sizes[2], plot.ink),
        _c.crossAx(val=_VALUE_AXIS),
        _c.crosses(val="autoZero"),
        _c.auto(val="0"),
        _c.lblAlgn(val="ctr"),
        _c.lblOffset(val="100"),
        _c.noMultiLvlLbl(val="1"),
    )
    yield _c.valAx(
        _c.axId(val=_VALUE_AXIS),
        _c.scaling(_c.orientation(val="minMax"), *_range(plot)),
        *_axis_place(hidden=True, side="l" if line else "b"),
        _c.tickLblPos(val="nextTo"),
        _c.crossAx(val=_CATEGORY_AXIS),
        _c.crosses(val="min" if line else "autoZero"),
        _c.crossBetween(val="between"),
    )


def _axis_place(*, hidden: bool, side: str) -> Iterator[Node]:
    yield _c.delete(val=str(int(hidden)))
    yield _c.axPos(val=side)
    yield _c.numFmt(formatCode="General", sourceLinked="0")
    yield _c.majorTickMark(val="none")
    yield _c.minorTickMark(val="none")


def _range(plot: Plot) -> Iterator[Node]:
    """Yield the ends of the axis: bars begin at zero, a line has room below and above."""
    values = [float(m.point.value) for s in plot.series for m in s.marks]
    low, high = min(values), max(values)
    if plot.kind is PlotKind.STACKED:
        high, low = sum(values), 0.0
    elif plot.kind is PlotKind.LINE:
        span = (high - low) or abs(high) or 1.0
        low, high = low - _BELOW * span, high + _ABOVE * span
    else:
        low, high = min(low, 0.0), max(high, 0.0)
        span = (high - low) or 1.0
        # beside the longest bar stands its figure
        low, high = (low - 0.2 * span if low < 0 else 0.0), high + 0.2 * span
    yield _c.max(val=f"{high:.12g}")
    yield _c.min(val=f"{low:.12g}")


# --- looks ------------------------------------------------------------------------------------


def _shape(mark: PlotMark) -> Node:
    """Return the look of a bar: hatched for what is expected, dashed for what is derived."""
    tone = mark.point.tone
    if tone is Tone.EXPECTED:
        hatch = _a.pattFill(
            _a.fgClr(_rgb(mark.edge)), _a.bgClr(_rgb((1.0, 1.0, 1.0))), prst="wdUpDiag"
        )
        return _c.spPr(hatch, _edge(mark.edge))
    if tone is Tone.DERIVED:
        return _c.spPr(_solid(mark.fill), _edge(mark.edge, _a.prstDash(val="dash")))
    outlined = [_edge(mark.edge)] if tone is Tone.EARLIER else [_a.ln(_a.noFill())]
    return _c.spPr(_solid(mark.fill), *outlined)


def _stretch(mark: PlotMark) -> Node:
    """Return the look of the line up to a point that has not happened."""
    dash = _a.prstDash(val="sysDash")
    return _c.spPr(_a.ln(_solid(mark.edge), dash, w=_width(_LINE), cap="rnd"))


def _marker(symbol: str, fill: Colour, edge: Colour) -> Node:
    return _c.marker(_c.symbol(val=symbol), _c.size(val="8"), _c.spPr(_solid(fill), _edge(edge)))


def _edge(colour: Colour, *dash: Node) -> Node:
    return _a.ln(_solid(colour), *dash, w=_width(_EDGE))


def _width(points: float) -> str:
    return str(round(points * _EMU))


def _solid(colour: Colour) -> Node:
    return _a.solidFill(_rgb(colour))


def _rgb(colour: Colour) -> Node:
    return _a.srgbClr(val="".join(f"{round(part * 255):02X}" for part in colour))


def _text_look(fonts: ChartFonts, size: float, colour: Colour, *, bold: bool = False) -> Node:
    letters = _letters("defRPr", fonts, size, colour, bold=bold)
    end = _a.endParaRPr(lang="zh-CN")
    return _c.txPr(_a.bodyPr(), _a.lstStyle(), _a.p(_a.pPr(letters), end))


def _letters(tag: str, fonts: ChartFonts, size: float, colour: Colour, *, bold: bool) -> Node:
    look = {"lang": "zh-CN", "sz": str(round(size * 100)), "b": str(int(bold))}
    faces = [_a.latin(typeface=fonts.latin), _a.ea(typeface=fonts.east_asian)]
    return _a(tag, _solid(colour), *faces, **look)
