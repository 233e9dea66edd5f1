"""What stands around a brief's body: sheet, masthead, foot, headers and footers of a template.

Input: the parts of a .docx and its styles. Output: `Layout`. The list of what may stand there is
closed (docs/template.md); anything else is refused by name. It does not fill fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn

from lxml import etree

from briefgen.errors import DataError
from briefgen.writers.template_fields import BODY, check_fields, fields_in
from briefgen.writers.template_model import Paragraphs, Sheet, TemplateParagraph
from briefgen.writers.template_package import Package
from briefgen.writers.template_runs import Reader, refuse, say_paragraph
from briefgen.writers.template_styles import Styles, W
from briefgen.writers.template_tables import read_table

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOCUMENT = "word/document.xml"
_MM = 25.4 / 1440  # one twip
_RESAVE = "open it in Word, save it as .docx and try again"
_SKIPPED = {W + "bookmarkStart", W + "bookmarkEnd", W + "proofErr", W + "sectPr"}
_SECTION_REFUSED = {
    "pgBorders": "page borders",
    "lnNumType": "line numbers",
    "textDirection": "vertical text",
    "bidi": "right-to-left text",
}
_HARMLESS = ("0", "false", "off", "lrTb")
_SETTINGS_REFUSED = {"mirrorMargins": "mirrored margins"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Sheet and furniture of a template, in the words of `Style`."""

    sheet: Sheet
    masthead: Paragraphs
    foot: Paragraphs
    header: Paragraphs
    footer: Paragraphs
    first_header: Paragraphs | None
    first_footer: Paragraphs | None
    even_header: Paragraphs | None
    even_footer: Paragraphs | None


def read_layout(package: Package, styles: Styles) -> Layout:
    """Return the layout of a template; raise DataError for what is not on the documented list."""
    _check_hidden(package)
    document = package.trees[DOCUMENT]
    body = document.find(W + "body")
    sections = list(document.iter(W + "sectPr"))
    if body is None or len(sections) != 1:
        raise DataError(
            f"the template has {len(sections)} sections, one is allowed",
            path=package.path,
            hint="remove the section breaks",
        )
    _check_section(package, sections[0])
    reader = Reader(package, styles, DOCUMENT, "paragraph")
    reader.check_tracked()
    masthead, foot = _split_body(reader, body)
    furniture = _furniture(package, styles, sections[0])
    first = _on(sections[0], "titlePg")
    settings = package.trees.get("word/settings.xml")
    even = settings is not None and _on(settings, "evenAndOddHeaders")
    return Layout(
        sheet=_sheet(package, sections[0]),
        masthead=masthead,
        foot=foot,
        header=furniture.get("header default", ()),
        footer=furniture.get("footer default", ()),
        first_header=furniture.get("header first", ()) if first else None,
        first_footer=furniture.get("footer first", ()) if first else None,
        even_header=furniture.get("header even", ()) if even else None,
        even_footer=furniture.get("footer even", ()) if even else None,
    )


def _check_hidden(package: Package) -> None:
    """Raise DataError for fields where no reader sees them: they would be rendered all the same."""
    for name, tree in package.trees.items():
        for item in tree.iter():
            hidden = [str(value) for value in item.attrib.values()]
            hidden += [item.tail or "", "" if item.tag == W + "t" else item.text or ""]
            found = next((text for text in hidden if re.search(r"\{[{%#]", text)), None)
            if found is not None:
                raise DataError(
                    f"{name} holds a field outside the text: {found[:40]!r}",
                    path=package.path,
                    hint="fields stand in the text of the template, not in a picture's "
                    "description or in the document's properties",
                )


def find_body_paragraph(body: etree._Element) -> list[etree._Element]:
    """Return the paragraphs of a document that hold the field `body`."""
    found = []
    for paragraph in body.iter(W + "p"):
        text = "".join(item.text or "" for item in paragraph.iter(W + "t"))
        if "{{" in text and BODY in fields_in(text):
            found.append(paragraph)
    return found


def _split_body(reader: Reader, body: etree._Element) -> tuple[Paragraphs, Paragraphs]:
    above: list[TemplateParagraph] = []
    below: list[TemplateParagraph] = []
    marks = 0
    for paragraph, source in _blocks(reader, body):
        text = "".join(run.text for run in paragraph.runs)
        if BODY in _checked(reader, text, source):
            marks += 1
            if text.strip() not in ("{{ body }}", "{{body}}"):
                refuse(reader, "{{ body }} needs a paragraph of its own", source)
        else:
            _check_frame(reader, paragraph, below if marks else None, source)
            if not (below and below[-1].format.at_foot and not paragraph.runs):
                (below if marks else above).append(paragraph)  # Word anchors a frame to that one
    if marks != 1:
        raise DataError(
            "{{ body }} is missing" if marks == 0 else f"{{{{ body }}}} stands {marks} times",
            path=reader.package.path,
            hint="write {{ body }} once, in a paragraph of its own, where the brief's text goes",
        )
    return tuple(above), tuple(below)


def _check_frame(
    reader: Reader,
    paragraph: TemplateParagraph,
    below: list[TemplateParagraph] | None,
    source: etree._Element,
) -> None:
    """Refuse a frame above the body (`below` is None there), and words below one."""
    framed = paragraph.format.at_foot
    if framed and below is None:
        refuse(reader, "a frame", source)
    if below and below[-1].format.at_foot and not framed and paragraph.runs:
        refuse(reader, "a paragraph below a frame", source)


def _blocks(
    reader: Reader, parent: etree._Element
) -> Iterator[tuple[TemplateParagraph, etree._Element]]:
    for item in parent:
        if item.tag == W + "p":
            yield reader.paragraph(item), item
        elif item.tag == W + "tbl":
            for row, paragraph in read_table(reader, item):
                yield paragraph, row
        elif item.tag not in _SKIPPED and isinstance(item.tag, str):
            reader.refuse_element(item)


def _checked(reader: Reader, text: str, source: etree._Element) -> tuple[str, ...]:
    """Return the fields of a paragraph; raise DataError with its place where one is wrong."""
    try:
        check_fields(text)
    except DataError as error:
        raise DataError(
            f"{say_paragraph(reader, source)}: {error.message}",
            path=reader.package.path,
            hint=error.hint,
        ) from error
    return fields_in(text)


def _furniture(
    package: Package, styles: Styles, section: etree._Element
) -> Mapping[str, Paragraphs]:
    related = package.related(DOCUMENT)
    found: dict[str, Paragraphs] = {}
    for kind in ("header", "footer"):
        for reference in section.findall(f"{W}{kind}Reference"):
            part = related.get(reference.get(R + "id", ""), "")
            if part not in package.trees:
                raise DataError(
                    f"a {kind} of the template is missing", path=package.path, hint=_RESAVE
                )
            reader = Reader(package, styles, part, f"{kind} paragraph")
            reader.check_tracked()
            blocks = list(_blocks(reader, package.trees[part]))
            for paragraph, source in blocks:
                if paragraph.format.at_foot:
                    refuse(reader, "a frame", source)
                if BODY in _checked(reader, "".join(r.text for r in paragraph.runs), source):
                    refuse(reader, "{{ body }} cannot stand in a header or footer", source)
            found[f"{kind} {reference.get(W + 'type', 'default')}"] = tuple(b[0] for b in blocks)
    return found


def _sheet(package: Package, section: etree._Element) -> Sheet:
    size, margin = section.find(W + "pgSz"), section.find(W + "pgMar")
    if size is None or margin is None:
        raise DataError(
            "the template sets no page size or no margins", path=package.path, hint=_RESAVE
        )

    def of(item: etree._Element, name: str, default: str = "0") -> float:
        return round(float(item.get(W + name, default)) * _MM, 2)

    return Sheet(
        width_mm=of(size, "w", "11906"),
        height_mm=of(size, "h", "16838"),
        top_mm=of(margin, "top"),
        bottom_mm=of(margin, "bottom"),
        left_mm=round(of(margin, "left") + of(margin, "gutter"), 2),
        right_mm=of(margin, "right"),
        header_mm=of(margin, "header"),
        footer_mm=of(margin, "footer"),
    )


def _check_section(package: Package, section: etree._Element) -> None:
    found = [
        words
        for tag, words in _SECTION_REFUSED.items()
        if (item := section.find(W + tag)) is not None and item.get(W + "val", "1") not in _HARMLESS
    ]
    paper = package.trees[DOCUMENT].find(W + "background")
    if paper is not None and paper.get(W + "color", "auto").upper() not in ("AUTO", "FFFFFF"):
        found.append("a page colour (设计 > 页面颜色)")
    columns = section.find(W + "cols")
    if columns is not None and columns.get(W + "num", "1") != "1":
        found.append("columns")
    numbers = section.find(W + "pgNumType")
    counted: Mapping[str, str] = (
        {} if numbers is None else {str(k): str(v) for k, v in numbers.attrib.items()}
    )
    if counted.get(W + "start", "1") != "1" or counted.get(W + "fmt", "decimal") != "decimal":
        found.append("page numbers of another form or start")
    centred = section.find(W + "vAlign")
    if centred is not None and centred.get(W + "val") != "top":
        found.append("vertical alignment of the page")
    settings = package.trees.get("word/settings.xml")
    if settings is not None:
        found += [words for tag, words in _SETTINGS_REFUSED.items() if _on(settings, tag)]
    if found:
        _refuse_page(package, found[0])


def _refuse_page(package: Package, words: str) -> NoReturn:
    raise DataError(
        f"the template uses {words}, which the PDF cannot follow",
        path=package.path,
        hint="change it in Word under Page Setup; docs/template.md lists what is followed",
    )


def _on(parent: etree._Element, tag: str) -> bool:
    item = parent.find(W + tag)
    return item is not None and item.get(W + "val", "1") not in ("0", "false", "off")
