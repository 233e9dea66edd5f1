"""A brief as a PDF, set by the rules of Chinese typesetting in the packaged faces.

Input: a brief, a style, the drawn charts. Output: the bytes of a PDF; the same input gives the same
bytes. It does not decide what is said and does not touch the disk.

Page size, margins, formats, masthead, header and footer are the Word template's, so that a user who
changes it in Word changes the PDF with it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pikepdf import Pdf
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from briefgen.brief import Brief
from briefgen.chart import Picture
from briefgen.writers.arrange import Turns
from briefgen.writers.letterhead import lay_under
from briefgen.writers.pdf_archive import Attachment, finish
from briefgen.writers.pdf_blocks import BlockSetter
from briefgen.writers.pdf_columns import Columns
from briefgen.writers.pdf_flow import Flowable, Stack
from briefgen.writers.pdf_fonts import DocumentFonts
from briefgen.writers.pdf_furniture import Folio, fill_all, template_flowables
from briefgen.writers.pdf_ink import Pen
from briefgen.writers.pdf_links import Citations
from briefgen.writers.pdf_metadata import About
from briefgen.writers.pdf_pages import Page, at_foot, paginate
from briefgen.writers.pdf_streams import padded
from briefgen.writers.pdf_structure import Structure
from briefgen.writers.template import LETTERHEAD, Style, TemplateParagraph
from briefgen.writers.template_fields import printable
from briefgen.writers.template_model import TITLE
from briefgen.writers.wording import facts_words, pairs

_PT = 72 / 25.4
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_PRODUCER = "briefgen"
_FEW = 0.18  # of a page: what hardly fills it
_CLOSER = (0.5, 1.0)  # how much of what the formats can give up is tried in turn
_WORD_MORE = 0.05  # of each page: Word takes more, it sets wider gaps and squeezes less
_HEADING_ROOM = 0.08  # of a page: what a heading and its space take, and a line or two more
_HEADER_GAP_PT = 6.0  # between a header that is higher than its margin and the text


def write_pdf(
    brief: Brief, style: Style, pictures: Mapping[str, Picture], facts: bytes = b""
) -> bytes:
    """Return the brief as a PDF; `pictures` holds each chart by the id of its description.

    `facts` are the brief's facts as JSON lines; they travel in the file as an attachment. Raises
    BriefgenError where a chart has no picture. Text is data: it is measured and encoded, never
    parsed.
    """
    layout = _laid_out(brief, style, pictures)
    out = io.BytesIO()
    canvas = _canvas(out, brief, style)
    pen = Pen(canvas, DocumentFonts(canvas._doc))
    for number, page in enumerate(layout.pages, 1):
        _draw_page(pen, page, layout.areas[_kind(number)])
        _draw_furniture(pen, style, layout.kinds[_kind(number)], Folio(number, len(layout.pages)))
        pen.finish_page()
    canvas.save()
    attached = [_facts_file(brief, facts)] if facts else []
    background = partial(_lay_letterhead, style=style)
    return finish(
        out.getvalue(), layout.structure.root, pen.spots, _about(brief), attached, background
    )


def _lay_letterhead(pdf: Pdf, style: Style) -> None:
    if style.letterhead is not None:
        lay_under(pdf, style.letterhead, style.folder / LETTERHEAD)


# --- layout -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Area:
    """The type area of a page, in points from the paper's lower left."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Furniture:
    """The filled paragraphs of a page's header and footer."""

    header: Sequence[TemplateParagraph]
    footer: Sequence[TemplateParagraph]

    @classmethod
    def of(cls, brief: Brief, style: Style, page: int) -> _Furniture:
        """Return those of a page, counted from 1."""
        header, footer = style.furniture(page)
        return cls(fill_all(header, brief), fill_all(footer, brief))


@dataclass(frozen=True, slots=True)
class _Layout:
    """Pages ready to be drawn, with the furniture and type area of each kind of page."""

    kinds: Sequence[_Furniture]
    areas: Sequence[_Area]
    structure: Structure
    pages: tuple[Page, ...]
    imprint: Stack  # what stands at the foot of the last page; it holds nothing where none does

    def _filled(self, number: int) -> float:
        """Return how much of a page its text fills; pages are counted from 1."""
        area = self.areas[_kind(number)]
        text = (p for p in self.pages[number - 1] if p.flowable is not self.imprint)
        lows = (p.drop + p.flowable.height(area.width) for p in text)
        return max(lows, default=0.0) / area.height

    @property
    def has_few_lines_left(self) -> bool:
        """Return whether hardly anything stands on the last of several pages."""
        return len(self.pages) > 1 and self._filled(len(self.pages)) < _FEW

    @property
    def may_spill_in_word(self) -> bool:
        """Return whether the last page has so little room that Word's may not hold it all."""
        last = len(self.pages)
        area = self.areas[_kind(last)]
        foot = self.imprint.before + self.imprint.height(area.width)
        return self._filled(last) + foot / area.height > 1 - _WORD_MORE * last

    @property
    def _begins_columns_at_a_foot(self) -> bool:
        """Return whether a few lines of the columns stand below their heading at a page's foot.

        Word's page may have no room for them: its next page has room for them and the heading.
        """
        for number, page in enumerate(self.pages[:-1], 1):
            last = page[-1].flowable
            if isinstance(last, Stack) and isinstance(last.items[-1], Columns):
                area = self.areas[_kind(number)]
                begun = last.height(area.width) / area.height
                return begun < _FEW and self._filled(number + 1) + begun < 1 - _WORD_MORE
        return False

    @property
    def turns_for_columns(self) -> bool:
        """Return whether a heading goes over to a page with the columns below it, room or not."""
        for number, page in enumerate(self.pages[1:], 1):
            first = page[0].flowable
            if isinstance(first, Stack) and any(isinstance(i, Columns) for i in first.items[1:]):
                return self._filled(number) < 1 - _HEADING_ROOM
        return self._begins_columns_at_a_foot


def turns(brief: Brief, style: Style, pictures: Mapping[str, Picture]) -> Turns:
    """Return how the pages of the brief's PDF turn."""
    share, layout = _fitted(brief, style, pictures)
    fits = bool(style.settings.fit_last_page)
    return Turns(fits and (share > 0 or layout.may_spill_in_word), layout.turns_for_columns)


def _laid_out(brief: Brief, style: Style, pictures: Mapping[str, Picture]) -> _Layout:
    return _fitted(brief, style, pictures)[1]


def _fitted(brief: Brief, style: Style, pictures: Mapping[str, Picture]) -> tuple[float, _Layout]:
    """Return the pages; a last one with a few lines is taken back where closing up makes room."""
    made = _layout(brief, style, pictures)
    if style.settings.fit_last_page and made.has_few_lines_left:
        for share in _CLOSER:
            closer = _layout(brief, style.tightened(share), pictures)
            if len(closer.pages) < len(made.pages):
                return share, closer
    return 0.0, made


def _layout(brief: Brief, style: Style, pictures: Mapping[str, Picture]) -> _Layout:
    kinds = [_Furniture.of(brief, style, page) for page in (1, 2, 3)]
    areas = [_type_area(style, furniture) for furniture in kinds]
    structure = Structure()
    lowest = min(areas, key=lambda area: area.height)
    flow = _flowables(brief, style, pictures, lowest, structure)
    imprint = Stack(_foot(brief, style, structure, framed=True))
    width = areas[0].width
    pages = paginate(flow, width, lambda page: areas[_kind(page)].height)
    if imprint.items:
        pages = at_foot(pages, imprint, width, lambda page: areas[_kind(page)].height)
    return _Layout(kinds, areas, structure, pages, imprint)


def _kind(page: int) -> int:
    """Return the place of a page's kind: 0 for the first page, 1 for even ones, 2 for odd ones."""
    return 0 if page == 1 else 1 + page % 2


def _type_area(style: Style, furniture: _Furniture) -> _Area:
    """Return where text stands: within the margins, clear of header and footer as in Word."""
    sheet = style.sheet
    width = sheet.text_pt
    header, footer = (
        Stack(template_flowables(part, Folio(1, 1))).height(width)
        for part in (furniture.header, furniture.footer)
    )
    top = max(sheet.top_mm * _PT, _clear(sheet.header_mm, header))
    bottom = max(sheet.bottom_mm * _PT, _clear(sheet.footer_mm, footer))
    height = sheet.height_mm * _PT
    return _Area(sheet.left_mm * _PT, height - top, width, height - top - bottom)


def _clear(edge_mm: float, height: float) -> float:
    return edge_mm * _PT + height + _HEADER_GAP_PT if height else 0.0


def _flowables(
    brief: Brief,
    style: Style,
    pictures: Mapping[str, Picture],
    area: _Area,
    structure: Structure,
) -> list[Flowable]:
    glue = pairs(brief)
    setter = BlockSetter(
        style,
        pictures,
        brief.language,
        glue,
        area.width,
        area.height,
        structure,
        Citations.of(brief),
    )
    made = _furnished(fill_all(style.masthead, brief), structure, glue)
    for block in brief.blocks:
        made.extend(setter.flowables(block))
    made.extend(_foot(brief, style, structure, framed=False))
    return made


def _furnished(
    filled: Sequence[TemplateParagraph], structure: Structure, glue: Mapping[str, int] | None
) -> list[Flowable]:
    """Return the template's paragraphs around the blocks; its title is the document's heading."""
    made = template_flowables(filled, Folio(1, 1), glue)  # a page number there is that of page 1
    for paragraph, flowable in zip(filled, made, strict=True):
        is_title = paragraph.name == TITLE
        flowable.element = structure.title() if is_title else structure.add("P")
    return made


def _foot(brief: Brief, style: Style, structure: Structure, *, framed: bool) -> list[Flowable]:
    """Return what stands below the body: in a frame at the foot of the last page, or in line."""
    filled = fill_all(style.foot, brief)
    return _furnished([p for p in filled if p.format.at_foot is framed], structure, None)


# --- drawing ----------------------------------------------------------------------------------


def _draw_page(pen: Pen, page: Page, area: _Area) -> None:
    for placed in page:
        placed.flowable.draw(pen, area.left, area.top - placed.drop, area.width)


def _draw_furniture(pen: Pen, style: Style, furniture: _Furniture, folio: Folio) -> None:
    sheet = style.sheet
    left, width = sheet.left_mm * _PT, sheet.text_pt
    header, footer = (
        Stack(template_flowables(part, folio)) for part in (furniture.header, furniture.footer)
    )
    with pen.artifact("Header"):
        header.draw(pen, left, (sheet.height_mm - sheet.header_mm) * _PT, width)
    with pen.artifact("Footer"):
        footer.draw(pen, left, sheet.footer_mm * _PT + footer.height(width), width)


class _Canvas(Canvas):  # type: ignore[misc]
    """A canvas that names no font before one is used: no page refers to Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Close the page, its content compressed as bytes and not as ASCII letters."""
        name = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[name]
        content = padded(page.stream.encode("latin-1"), b"\n")
        page.Contents = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """What the file says of itself: only what is known, no "anonymous" and no "unspecified"."""

    def format(self, document: Any) -> Any:
        """Return the dictionary as it stands in the file."""
        date = pdfdoc.PDFDate(ts=document._timeStamp, dateFormatter=None)  # 2000-01-01: no clock
        names = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")
        said = {name: getattr(self, name.lower()) for name in names}
        entries = {name: pdfdoc.PDFString(text) for name, text in said.items() if text}
        dates = {"CreationDate": date, "ModDate": date}
        return pdfdoc.PDFDictionary({**entries, **dates}).format(document)


def _canvas(out: io.BytesIO, brief: Brief, style: Style) -> Any:
    size = (round(style.sheet.width_mm * _PT, 2), round(style.sheet.height_mm * _PT, 2))
    canvas = _Canvas(out, pagesize=size, pageCompression=1, invariant=1)
    canvas._doc.info = _Info()
    about = _about(brief)
    canvas.setTitle(about.title)
    canvas.setSubject(about.subject)
    canvas.setKeywords("；".join(about.keywords))
    canvas.setAuthor(about.author)
    canvas.setCreator(about.producer)
    canvas.setProducer(about.producer)
    canvas.addPageLabel(0, style="ARABIC", start=1)
    return canvas


def _about(brief: Brief) -> About:
    masthead = brief.masthead
    return About(
        title=printable(brief.title),
        author=printable(masthead.organ or masthead.editor or ""),
        subject=printable(brief.subject or brief.theme),
        keywords=tuple(printable(word) for word in brief.keywords),
        language=_LANGUAGES.get(brief.language, brief.language),
        producer=_PRODUCER,
    )


def _facts_file(brief: Brief, facts: bytes) -> Attachment:
    words = facts_words(brief.language)
    lines = padded(facts.rstrip(b"\n"), b" ")  # blanks after the last object, where JSON has room
    return Attachment("facts.jsonl", lines, "application/jsonl", "Data", words)
