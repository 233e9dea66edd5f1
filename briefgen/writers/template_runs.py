"""One paragraph of a template, read into runs: words, fields, tabs, pictures.

Input: a `w:p`. Output: a `TemplateParagraph`. What is not on the documented list is refused with
its name and its place. It does not fill fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NoReturn

from lxml import etree

from briefgen.errors import DataError
from briefgen.writers.template_model import (
    ParagraphFormat,
    TabStop,
    TemplateParagraph,
    TemplatePicture,
    TemplateRun,
)
from briefgen.writers.template_package import Package, say_place
from briefgen.writers.template_styles import Styles, W, paragraph_format, run_format

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU = 12700  # one point
_SKIPPED = {
    W + "pPr",
    W + "rPr",
    W + "bookmarkStart",
    W + "bookmarkEnd",
    W + "proofErr",
    W + "lastRenderedPageBreak",
    W + "softHyphen",
}
_FIELDS = ("PAGE", "NUMPAGES")
_TAB_ALIGN = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
_NAMES = {
    "sdt": "a content control",
    "ins": "a tracked change",
    "del": "a tracked change",
    "moveFrom": "a tracked change",
    "moveTo": "a tracked change",
    "AlternateContent": "a text box or shape",
    "pict": "a text box or shape",
    "object": "an embedded object",
    "hyperlink": "a hyperlink",
    "footnoteReference": "a footnote",
    "endnoteReference": "an endnote",
    "commentRangeStart": "a comment",
    "commentRangeEnd": "a comment",
    "commentReference": "a comment",
    "altChunk": "an inserted file",
    "sym": "a symbol character",
    "ruby": "phonetic text",
    "oMath": "a formula",
    "oMathPara": "a formula",
    "anchor": "a floating picture",
    "ptab": "an alignment tab",
    "br": "a line break or page break",
    "cr": "a line break",
    "smartTag": "a smart tag",
    "tbl": "a table",
    "sectPr": "a section break",
}
_FLOATING = "a floating picture"
_DRAWINGS = {  # by the end of the address that says what a drawing is
    "picture": _FLOATING,
    "diagram": "SmartArt",
    "chart": "a chart",
}
_HINTS = {
    "a tracked change": "accept or reject all changes (审阅 > 接受所有修订)",
    "a comment": "delete it (审阅 > 删除批注)",
    "a text box or shape": "write its words in a paragraph or a simple table",
    "a watermark": "remove it (设计 > 水印 > 删除水印); letterhead.pdf may hold one, for the PDF",
    _FLOATING: "right-click it and set it in line with text (环绕文字 > 嵌入型)",
    "SmartArt": "save it as a picture (另存为图片) and insert that, in line with text",
    "a chart": "save it as a picture (另存为图片) and insert that, in line with text",
    "a footnote": "write it in a paragraph of its own, in the style Note",
    "an endnote": "write it in a paragraph of its own, in the style Note",
    "a hyperlink": "right-click it and remove the link (取消超链接)",
    "a content control": "right-click it and remove it (删除内容控件); its words stay",
    "a line break or page break": "begin a new paragraph; pages turn by themselves",
    "a section break": "delete it: a template has one section",
}
_TRACKED = frozenset(
    f"{W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "numberingChange"),
        *(f"{kind}Change" for kind in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid")),
    )
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Where paragraphs are read from: a part of the package, and how errors call a paragraph."""

    package: Package
    styles: Styles
    part: str
    noun: str

    def paragraph(self, source: etree._Element) -> TemplateParagraph:
        """Return a `w:p` as a template paragraph."""
        own = source.find(W + "pPr")
        style = self._style(source, own)
        where = say_paragraph(self, source)
        if own is not None:
            numbered = own.find(W + "numPr") is not None
            if numbered or own.find(W + "sectPr") is not None:
                refuse(self, "a list" if numbered else "a section break", source)
        form = paragraph_format(self.styles, style, own, where)
        runs = tuple(_joined(_runs(self, source, form)))
        tabs = self._tabs(style, own)
        return TemplateParagraph(form.name, form, runs, tabs, self._default_tab())

    def _default_tab(self) -> float:
        """Return how far apart the stops are where none is set: half an inch unless it is said."""
        settings = self.package.trees.get("word/settings.xml")
        item = None if settings is None else settings.find(W + "defaultTabStop")
        return max(1.0, float("720" if item is None else item.get(W + "val", "720")) / 20)

    def _style(self, source: etree._Element, own: etree._Element | None) -> etree._Element:
        ref = None if own is None else own.find(W + "pStyle")
        if ref is None:
            style = next(
                (
                    style
                    for style in self.styles.by_id.values()
                    if style.get(W + "type") == "paragraph" and style.get(W + "default") == "1"
                ),
                None,
            )
        else:
            style = self.styles.by_id.get(ref.get(W + "val", ""))
        if style is None:
            refuse(self, "a paragraph without a style", source)
        return style

    def _tabs(self, style: etree._Element, own: etree._Element | None) -> tuple[TabStop, ...]:
        stops: dict[float, TabStop] = {}
        layers = [item.find(W + "pPr") for item in self.styles.chain(style)] + [own]
        for layer in layers:
            for tab in () if layer is None else layer.findall(f"{W}tabs/{W}tab"):
                at = float(tab.get(W + "pos", "0")) / 20
                kind = tab.get(W + "val", "left")
                if kind == "clear":
                    stops.pop(at, None)
                elif kind in _TAB_ALIGN and tab.get(W + "leader", "none") == "none":
                    stops[at] = TabStop(at, _TAB_ALIGN[kind])
                elif kind != "num":
                    refuse(self, f"a tab stop of the kind {kind} or with a leader", tab)
        return tuple(stops[at] for at in sorted(stops))

    def refuse_element(self, item: etree._Element) -> NoReturn:
        """Raise DataError that names an element which a template may not hold."""
        tag = etree.QName(item).localname
        marked = any("WaterMark" in str(v) for part in item.iter() for v in part.attrib.values())
        refuse(self, "a watermark" if marked else _NAMES.get(tag, f"an element {tag}"), item)

    def check_tracked(self) -> None:
        """Raise DataError for a tracked change anywhere: of words, of looks, of a paragraph."""
        for item in self.package.trees[self.part].iter():
            if item.tag in _TRACKED:
                refuse(self, "a tracked change", item)


def refuse(reader: Reader, what: str, item: etree._Element) -> NoReturn:
    """Raise DataError: `what` is not allowed, at the paragraph around `item`."""
    complete = what.startswith("{{")
    advice = f"{_HINTS[what]}; " if what in _HINTS else ""
    raise DataError(
        f"{say_paragraph(reader, item)}: {what}{'' if complete else ' is not allowed here'}",
        path=reader.package.path,
        hint=f"{advice}docs/template.md lists what a template may hold",
    )


def say_paragraph(reader: Reader, item: etree._Element) -> str:
    """Return `paragraph 3 “清河专题…”`: where `item` stands, counted from 1 in its part."""
    return f"{reader.noun} {say_place(reader.package.trees[reader.part], item)}"


def _runs(reader: Reader, source: etree._Element, form: ParagraphFormat) -> Iterator[TemplateRun]:
    instruction: str | None = None  # the words of a field between its begin and its separator
    inside = False  # between a field's separator and its end: Word's last result
    for item in source:
        if item.tag == W + "fldSimple":
            look = _look(reader, item.find(W + "r"), form)
            yield replace(look, field=_field(reader, item.get(W + "instr", ""), item))
            continue
        if item.tag != W + "r":
            if item.tag not in _SKIPPED and isinstance(item.tag, str):
                reader.refuse_element(item)
            continue
        look = _look(reader, item, form)
        for piece in item:
            if piece.tag == W + "fldChar":
                kind = piece.get(W + "fldCharType")
                if kind == "begin":
                    instruction, inside = "", False
                elif kind == "separate":
                    inside = True
                elif instruction is not None:
                    yield replace(look, field=_field(reader, instruction, piece))
                    instruction, inside = None, False
            elif piece.tag == W + "instrText":
                instruction = (instruction or "") + (piece.text or "")
            elif not inside:
                yield from _piece(reader, piece, look)


def _piece(reader: Reader, piece: etree._Element, look: TemplateRun) -> Iterator[TemplateRun]:
    if piece.tag == W + "t":
        yield replace(look, text=piece.text or "")
    elif piece.tag == W + "noBreakHyphen":
        yield replace(look, text="\u2011")
    elif piece.tag == W + "tab":
        yield replace(look, tab=True)
    elif piece.tag == W + "drawing":
        yield replace(look, picture=_picture(reader, piece))
    elif piece.tag not in _SKIPPED and isinstance(piece.tag, str):
        reader.refuse_element(piece)


def _field(reader: Reader, instruction: str, item: etree._Element) -> str:
    words = instruction.upper().split()
    if not words or words[0] not in _FIELDS:
        refuse(reader, f"the field {instruction.strip() or '(empty)'}", item)
    return words[0]


def _look(reader: Reader, run: etree._Element | None, form: ParagraphFormat) -> TemplateRun:
    own = None if run is None else run.find(W + "rPr")
    where = "a run" if run is None else say_paragraph(reader, run)
    made = run_format(reader.styles, form, own, where)
    return TemplateRun(
        text="",
        east_asian=made.east_asian,
        latin=made.latin,
        size_pt=made.size_pt,
        bold=made.bold,
        italic=made.italic,
        colour=made.colour,
        tracking_pt=made.tracking_pt,
    )


def _joined(runs: Iterator[TemplateRun]) -> Iterator[TemplateRun]:
    """Yield the runs with neighbours of one look made one: Word splits words as it likes."""
    last: TemplateRun | None = None
    for run in runs:
        if last is not None and last.text and run.text and replace(last, text=run.text) == run:
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _picture(reader: Reader, drawing: etree._Element) -> TemplatePicture:
    inline = drawing.find(WP + "inline")
    if inline is None:
        refuse(reader, _drawn(drawing), drawing)
    blips = list(inline.iter(A + "blip"))
    extent, about = inline.find(WP + "extent"), inline.find(WP + "docPr")
    if len(blips) != 1 or extent is None or about is None:
        refuse(reader, _drawn(drawing), drawing)
    part = reader.package.related(reader.part).get(blips[0].get(R + "embed", ""), "")
    blob = reader.package.blobs.get(part, b"")
    if not blob.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        refuse(reader, "a picture that is neither PNG nor JPEG", drawing)
    alt = about.get("descr", "").strip()
    if len(alt) < 4:
        refuse(reader, "a picture without alternative text (right-click, View Alt Text)", drawing)
    wide, high = (int(extent.get(side, "0")) / _EMU for side in ("cx", "cy"))
    return TemplatePicture(blob, wide, high, alt)


def _drawn(drawing: etree._Element) -> str:
    """Return what a drawing is, in the words of `_NAMES`."""
    kind = next((item.get("uri", "") for item in drawing.iter(A + "graphicData")), "picture")
    return _DRAWINGS.get(kind.rpartition("/")[2], "a text box or shape")
