"""A brief as a Word document, made from the style's own template.

Input: a brief, a style, the drawn charts. Output: the bytes of a .docx; the same input gives the
same bytes. It does not decide what is said and does not touch the disk.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from markupsafe import Markup, escape

from briefgen.brief import Brief, SourceList
from briefgen.chart import Picture
from briefgen.writers.arrange import Turns, source_columns
from briefgen.writers.package import repack
from briefgen.writers.template_fields import environment, field_values, is_unused, printable
from briefgen.writers.template_layout import find_body_paragraph
from briefgen.writers.template_model import (
    FORMAT_NAMES,
    REFERENCE,
    TABLE,
    TITLE,
    ParagraphFormat,
    Style,
)
from briefgen.writers.word_blocks import BlockWriter
from briefgen.writers.word_columns import set_in_columns
from briefgen.writers.word_lines import break_title, close_up, hold_figures
from briefgen.writers.word_links import Links
from briefgen.writers.word_parts import Element, element, gap
from briefgen.writers.word_pictures import give_room
from briefgen.writers.word_tabs import part_tabs, pull_in_stops
from briefgen.writers.wording import pairs

_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # no clock: the folder says when it was made
_LINK, _LINK_ID = "Source Link", "BriefgenSourceLink"
_CLOSEST = 1.3  # how much of what the formats can give up
_PLACE = "_briefgen_body"  # the bookmark that marks where the body goes; it is taken out again
# what a template's settings may not hand on: prompts and changes under way
_SETTINGS = ("updateFields", "trackRevisions", "attachedTemplate", "documentProtection")


def write_word(
    brief: Brief,
    style: Style,
    pictures: Mapping[str, Picture],
    *,
    editable_charts: bool = False,
) -> bytes:
    """Return the brief as a .docx; `pictures` holds each chart by the id of its description.

    With `editable_charts` Word draws bars, lines and stacked bars itself, each from a workbook in
    the file; other charts stay pictures.

    Raises BriefgenError where a chart has no picture. Text is data: nothing in a brief is read as
    markup, field or template.
    """
    template = DocxTemplate(io.BytesIO(style.docx))
    document: Document = template.get_docx()
    turns = _turns(brief, style, pictures)
    if turns.closed_up:
        style = _closed_up(document, style)
    _know_properties(document)
    _clear_properties(document)  # docxtpl renders them: a brief's title must not stand there yet
    part_tabs(document, brief, style)
    for root in (document.styles.element, *_roots(document)):
        pull_in_stops(root, style)
    for root in _roots(document):
        give_room(root, document)
        _drop_unused(root, brief)
    _drop_anchor(document.element.body)
    _mark_place(document.element.body)
    template.render(field_values(brief, _as_xml), _strict_environment())
    _set_properties(document, brief)
    _set_language(document, brief.language)
    _break_titles(document, brief, style)
    _insert_blocks(document, brief, style, pictures, editable_charts)
    _break_headings(document, brief, style)
    _set_columns(document, brief, style, begin_page=turns.for_columns)
    for root in _roots(document):
        if brief.language == "zh":
            _prefer_chinese(root)
        else:
            hold_figures(root)
    _clean_settings(document)
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())


def _turns(brief: Brief, style: Style, pictures: Mapping[str, Picture]) -> Turns:
    """Return what the pages take over from the PDF's, where the style asks for any of it."""
    if not style.settings.fit_last_page and style.settings.source_columns == 1:
        return Turns()
    from briefgen.writers.pdf import turns  # not loaded where no style asks

    return turns(brief, style, pictures)


def _closed_up(document: Document, style: Style) -> Style:
    """Return the style, its lines and paragraphs closer together, in the document too.

    Word gives up a little more than the PDF may, who squeezes marks and sets narrower gaps.
    """
    closer = style.tightened(_CLOSEST)
    names = {style_id: name for name, style_id in _style_ids(document).items()}
    for item in document.styles.element.iter(qn("w:style")):
        name = names.get(item.get(qn("w:styleId")), "")
        space = item.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        if name in closer.formats and space is not None:
            close_up(space, style.formats[name], closer.formats[name])
    return closer


def _strict_environment() -> Any:
    made = environment()
    made.autoescape = True
    return made


def _as_xml(text: str) -> str:
    """Return text that XML reads back unchanged, with nothing in it that docxtpl would rewrite.

    docxtpl turns `{_{` into `{{` after rendering: character references keep it from seeing that.
    """
    safe = str(escape(text))
    for mark in "{}_%":
        safe = safe.replace(mark, f"&#{ord(mark)};")
    return Markup(safe)


def _roots(document: Document) -> Iterator[Element]:
    """Yield the elements that hold printed text: the body, then headers and footers."""
    yield document.element.body
    section = document.sections[0]
    for part in (
        section.header,
        section.footer,
        section.first_page_header,
        section.first_page_footer,
        section.even_page_header,
        section.even_page_footer,
    ):
        if not part.is_linked_to_previous:
            yield part._element


def _drop_unused(root: Element, brief: Brief) -> None:
    """Take out paragraphs and table rows whose fields the user gave nothing for."""
    units = [*root.iter(qn("w:tr"))]
    units += [p for p in root.iter(qn("w:p")) if next(p.iterancestors(qn("w:tr")), None) is None]
    for unit in units:
        words = "".join(item.text or "" for item in unit.iter(qn("w:t")))
        if not is_unused(words, brief):
            continue
        parent = unit.getparent()
        alone = len([c for c in parent if c.tag in (qn("w:p"), qn("w:tr"))]) == 1
        if alone and unit.tag == qn("w:p"):  # a header or footer must keep one paragraph
            for child in list(unit):
                unit.remove(child)
        else:
            (parent.getparent().remove(parent) if alone else parent.remove(unit))


def _drop_anchor(body: Element) -> None:
    """Take out the empty paragraph that a frame at the foot is anchored to, where none is left."""
    last = body.findall(qn("w:p"))[-1]
    above = last.getprevious()
    framed = above is not None and next(above.iter(qn("w:framePr")), None) is not None
    if next(last.iter(qn("w:r")), None) is None and above is not None and not framed:
        body.remove(last)


def _mark_place(body: Element) -> None:
    """Put a bookmark in place of `{{ body }}`: no text of a brief can be mistaken for it."""
    (place,) = find_body_paragraph(body)
    for child in list(place):
        place.remove(child)
    place.append(element("bookmarkStart", id="0", name=_PLACE))
    place.append(element("bookmarkEnd", id="0"))


def _insert_blocks(
    document: Document,
    brief: Brief,
    style: Style,
    pictures: Mapping[str, Picture],
    editable_charts: bool,
) -> None:
    body = document.element.body
    mark = next(m for m in body.iter(qn("w:bookmarkStart")) if m.get(qn("w:name")) == _PLACE)
    place = mark.getparent()
    ids = _style_ids(document)
    looks = (ids[REFERENCE], _know_link_style(document))
    links = Links(brief, looks, _free_bookmark(body))
    writer = BlockWriter(
        style, ids, document.part, pictures, brief.language, links, editable_charts
    )
    for made in writer.write_all(brief.blocks):
        place.addprevious(made)
    if place.getprevious() is None:  # a document needs one paragraph at least
        place.addprevious(gap(ids["Note"], 1))
    body.remove(place)


def _set_columns(document: Document, brief: Brief, style: Style, *, begin_page: bool) -> None:
    """Set a long list of sources in the columns of the style, on a new page where asked."""
    body, ids = document.element.body, _style_ids(document)
    counts = [source_columns(b, style.settings) for b in brief.blocks if isinstance(b, SourceList)]
    names = (ids["Source Title"], ids["Source Quote"])
    listed = [p for p in body.iterchildren(qn("w:p")) if p.style in names]
    if counts and counts[0] > 1 and listed:
        set_in_columns(body, listed, counts[0], ids["Note"], begin_page=begin_page)


def _break_titles(document: Document, brief: Brief, style: Style) -> None:
    """End the lines of the title, and of what stands in the middle below it, where words end."""
    _break_lines(document, brief, style, lambda fmt: fmt.name == TITLE or fmt.align == "center")


def _break_headings(document: Document, brief: Brief, style: Style) -> None:
    """End the lines of headings where words end, but not of those set like a paragraph."""
    names = ("Heading 1", "Heading 2")
    _break_lines(document, brief, style, lambda fmt: fmt.name in names and not fmt.first_line_chars)


def _break_lines(
    document: Document, brief: Brief, style: Style, wanted: Callable[[ParagraphFormat], bool]
) -> None:
    ids = {style_id: name for name, style_id in _style_ids(document).items()}
    for paragraph in document.element.body.iterchildren(qn("w:p")):
        fmt = style.formats.get(ids.get(paragraph.style, ""))
        if fmt is not None and wanted(fmt):
            break_title(paragraph, fmt, style.sheet.text_pt, pairs(brief))


def _free_bookmark(body: Element) -> int:
    """Return a number that no bookmark of the template has, nor any above it."""
    return max(int(mark.get(qn("w:id"))) for mark in body.iter(qn("w:bookmarkStart"))) + 1


def _style_ids(document: Document) -> dict[str, str]:
    """Return the ids of the documented styles: Word finds styles by name, files by id."""
    wanted = {name.lower(): name for name in (*FORMAT_NAMES, REFERENCE, TABLE)}
    found: dict[str, str] = {}
    for item in document.styles.element.iter(qn("w:style")):
        name = item.find(qn("w:name"))
        known = None if name is None else wanted.get(name.get(qn("w:val"), "").lower())
        if known:
            found.setdefault(known, item.get(qn("w:styleId")))
    return found


def _prefer_chinese(root: Element) -> None:
    """Say of each run that it is Chinese: else Word sets “ ” … — from the Latin font, narrow."""
    run_tag, text_tag, look_tag, fonts_tag, style_tag, hint = (
        qn(f"w:{name}") for name in ("r", "t", "rPr", "rFonts", "rStyle", "hint")
    )
    for item in root.iter(run_tag):
        if all((words.text or "").isascii() for words in item.iter(text_tag)):
            continue
        look = item.find(look_tag)
        if look is None:
            look = element("rPr")
            item.insert(0, look)
        fonts = look.find(fonts_tag)
        if fonts is None:
            fonts = element("rFonts")  # stands first, but for the style
            look.insert(int(len(look) > 0 and look[0].tag == style_tag), fonts)
        fonts.set(hint, "eastAsia")


def _know_properties(document: Document) -> None:
    """Give the core properties the relationship that python-docx looks for.

    LibreOffice writes another one; python-docx would then add a second part of the same name.
    """
    package = document.part.package
    for relation in package.rels.values() if package else ():
        if relation.reltype.endswith("/metadata/core-properties"):
            relation._reltype = RELATIONSHIP_TYPE.CORE_PROPERTIES


def _clear_properties(document: Document) -> None:
    made = document.core_properties
    made.title = made.subject = made.keywords = made.author = made.language = ""
    made.category = made.comments = made.content_status = made.identifier = ""
    made.last_modified_by = made.version = ""


def _set_properties(document: Document, brief: Brief) -> None:
    made = document.core_properties
    masthead = brief.masthead
    made.title = printable(brief.title)[:255]
    made.subject = printable(brief.subject or brief.theme)[:255]
    made.keywords = printable("；".join(brief.keywords))[:255]
    made.author = printable(masthead.organ or masthead.editor or "")[:255]
    made.language = _LANGUAGES.get(brief.language, brief.language)
    made.created = made.modified = made.last_printed = _MADE
    made.revision = 1


def _set_language(document: Document, language: str) -> None:
    """Say what Chinese and Latin words are to be read aloud and checked as, where they say nothing.

    Latin words are English in both languages: as Chinese, LibreOffice would break 2024 over a line.
    """
    look = document.styles.element
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        inner = look.find(qn(f"w:{tag}"))
        if inner is None:
            inner = element(tag)
            look.insert(0, inner)
        look = inner
    for old in look.findall(qn("w:lang")):
        look.remove(old)
    look.append(element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))
    for themed in document.settings.element.findall(qn("w:themeFontLang")):
        themed.set(qn("w:val"), _LANGUAGES.get(language, language))


def _know_link_style(document: Document) -> str:
    """Return the id of the character style of a figure that a click leads away from.

    Where the template has none of that name, it looks like the words around it.
    """
    known = document.styles.element
    for item in known.iter(qn("w:style")):
        name = item.find(qn("w:name"))
        if name is not None and name.get(qn("w:val")) == _LINK:
            return str(item.get(qn("w:styleId")))
    made = element("style", element("name", val=_LINK), type="character", customStyle="1")
    made.set(qn("w:styleId"), _LINK_ID)
    made.append(element("uiPriority", val="99"))
    known.append(made)
    return _LINK_ID


def _clean_settings(document: Document) -> None:
    settings = document.settings.element
    for tag in _SETTINGS:
        for item in settings.findall(qn(f"w:{tag}")):
            settings.remove(item)
