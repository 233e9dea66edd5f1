"""Finished files as passages of text, each with its place: paragraphs of Word, pages of PDF.

Input: the bytes of a .docx or a .pdf. Output: `Passage`s in reading order. It trusts nothing in the
files: a document type, a bomb or a damaged part is a DataError.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from briefgen.errors import DataError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# Word writes header1.xml, others headerfirst.xml
_PARTS = re.compile(
    r"word/(?:document|footnotes|endnotes|comments|(?:header|footer)\w*|charts/chart\w*)\.xml"
)
_PAGE_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_MAX_PARTS = 2000
_MAX_BYTES = 200 * 1024 * 1024
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}

_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
# pdfium gives these, and no line break, where a hyphen ended a line
_LINE_HYPHEN = str.maketrans({"\x02": "-\n", "\ufffe": "-\n", "\x00": ""})
_WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a finished file: which file, where in it, its text with line breaks.

    `tight` is the text without any blank, by which passages are compared; `at[i]` is the place of
    its character i in `text`. `goes_on` marks a page, whose last words may end on the next one.
    """

    file: str
    place: str
    text: str
    goes_on: bool = False
    tight: str = field(init=False)
    at: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        shown = self.text.translate(_LINE_HYPHEN).translate(_WIDE)
        at = tuple(i for i, c in enumerate(shown) if not _INVISIBLE.match(c))
        object.__setattr__(self, "text", shown)
        object.__setattr__(self, "at", at)
        object.__setattr__(self, "tight", "".join(shown[i] for i in at))


def tighten(text: str) -> str:
    """Return `text` as passages are compared: no blanks, full-width digits made plain."""
    return _INVISIBLE.sub("", text.translate(_LINE_HYPHEN).translate(_WIDE))


# --- Word -------------------------------------------------------------------------------------


def read_docx(content: bytes, name: str = "docx") -> tuple[Passage, ...]:
    """Return every paragraph of a Word file, with tables, headers, footers, notes and charts.

    A field counts with its result, but for page numbers, which are made anew on each page: the file
    holds those of another time. A picture counts with its description, a chart with its cached
    labels and values. Raises DataError for what is no sound .docx.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return tuple(_passages(package, name))
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, NotImplementedError) as error:
        raise DataError(
            f"this is no Word file that can be read: {error}", path=name, hint="make it anew"
        ) from error


def _passages(package: zipfile.ZipFile, name: str) -> Iterator[Passage]:
    entries = package.infolist()
    if len(entries) > _MAX_PARTS or sum(e.file_size for e in entries) > _MAX_BYTES:
        raise DataError("the file unpacks to too much", path=name, hint="is it a Word file?")
    for entry in entries:
        if not _PARTS.fullmatch(entry.filename):
            continue
        part = entry.filename.removeprefix("word/").removesuffix(".xml")
        for number, text in enumerate(_texts(package.read(entry), name), 1):
            if text.strip():
                yield Passage(name, f"{part}, paragraph {number}", text)


def _texts(part: bytes, name: str) -> Iterator[str]:
    if b"<!DOCTYPE" in part:
        raise DataError("the file holds a document type", path=name, hint="is it a Word file?")
    root = ElementTree.fromstring(part)
    if root.tag == f"{_C}chartSpace":
        yield from _chart_texts(root)
        return
    for paragraph in _outside_fallback(root):
        if paragraph.tag == f"{_W}p":
            yield "".join(_own_text(paragraph))
        elif paragraph.tag == f"{_WP}docPr":
            yield paragraph.get("descr", "")


def _chart_texts(root: ElementTree.Element) -> Iterator[str]:
    """Yield the words of a native chart, and the values that it shows."""
    for element in root.iter():
        if element.tag == f"{_A}p":
            yield "".join(run.text or "" for run in element.iter(f"{_A}t"))
        elif element.tag in (f"{_C}cat", f"{_C}tx"):
            yield from (v.text or "" for v in element.iter(f"{_C}v"))


def _outside_fallback(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the element and all below it, without what is only there for old programs."""
    yield element
    for child in element:
        if child.tag != _MC_FALLBACK:
            yield from _outside_fallback(child)


def _own_text(paragraph: ElementTree.Element) -> Iterator[str]:
    """Yield the text of a paragraph without that of text boxes inside it, which have their own."""
    fields: list[str] = []  # the instructions of the fields around a place, the innermost last
    for element in _own_elements(paragraph):
        if element.tag == f"{_W}fldChar":
            kind = element.get(f"{_W}fldCharType")
            if kind == "begin":
                fields.append("")
            elif kind == "end":
                del fields[-1:]
        elif element.tag == f"{_W}instrText" and fields:
            fields[-1] += element.text or ""
        elif any(map(_counts_pages, fields)):
            continue
        elif element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _BREAKS:
            yield _BREAKS[element.tag]


def _own_elements(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for child in element:
        if child.tag in (f"{_W}p", _MC_FALLBACK, f"{_W}pPr", f"{_W}del"):
            continue
        if child.tag == f"{_W}fldSimple" and _counts_pages(child.get(f"{_W}instr", "")):
            continue
        yield child
        yield from _own_elements(child)


def _counts_pages(instruction: str) -> bool:
    return not _PAGE_FIELDS.isdisjoint(instruction.upper().split()[:1])


# --- PDF --------------------------------------------------------------------------------------


def read_pdf(content: bytes, name: str = "pdf") -> tuple[Passage, ...]:
    """Return every page of a PDF in the order of its text; raise DataError for no sound PDF."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise DataError(
            f"this is no PDF that can be read: {error}", path=name, hint="make it anew"
        ) from error
    try:
        return tuple(
            Passage(name, f"page {number}", page.get_textpage().get_text_range(), goes_on=True)
            for number, page in enumerate(document, 1)
        )
    finally:
        document.close()
