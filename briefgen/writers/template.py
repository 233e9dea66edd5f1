"""A style's folder, read: its Word template drives both the .docx and the .pdf.

Input: a folder of `templates/`. Output: `Style`, or a `DataError` that names file, paragraph and
what to do. It does not write a file and does not know a brief's blocks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree

from briefgen.errors import DataError
from briefgen.writers.package import pack
from briefgen.writers.style_settings import StyleSettings, read_style_settings, style_folders
from briefgen.writers.template_fields import fill, render_fields
from briefgen.writers.template_frames import mend_frames
from briefgen.writers.template_layout import DOCUMENT, read_layout
from briefgen.writers.template_model import (
    FORMAT_NAMES,
    REFERENCE,
    Border,
    ParagraphFormat,
    Sheet,
    Style,
    TableLook,
    TabStop,
    TemplateParagraph,
    TemplatePicture,
    TemplateRun,
)
from briefgen.writers.template_package import MAX_BYTES, open_package
from briefgen.writers.template_styles import read_formats, read_styles
from briefgen.writers.template_tables import read_table_look

TEMPLATE = "brief.docx"
CHARTS = "charts.mplstyle"
LETTERHEAD = "letterhead.pdf"
_LANGUAGE = re.compile(r"brief\.[a-z]{2}\.docx")

__all__ = [
    "FORMAT_NAMES",
    "REFERENCE",
    "Border",
    "ParagraphFormat",
    "Sheet",
    "Style",
    "TabStop",
    "TableLook",
    "TemplateParagraph",
    "TemplatePicture",
    "TemplateRun",
    "fill",
    "load_style",
    "render_fields",
]


def load_style(folder: Path, homes: tuple[Path, ...] = ()) -> Style:
    """Return the style in `folder` (brief.docx, style.toml, narrative.<lang>.j2, letterhead.pdf).

    `brief.en.docx`, where there is one, is the template of its English briefs.
    A file that is not there is that of the style it is based on, found beside it or in `homes`.

    Raises DataError with file and paragraph for whatever a template may not hold, and where a
    named style or `{{ body }}` is missing.
    """
    settings = read_style_settings(folder)
    folders = style_folders(folder, settings, homes)
    whole = _style(folder / TEMPLATE, folders, settings)
    others = (p for p in sorted(folder.glob("brief.*.docx")) if _LANGUAGE.fullmatch(p.name))
    return replace(
        whole, others={p.name.split(".")[1]: _style(p, folders, settings) for p in others}
    )


def _style(path: Path, folders: tuple[Path, ...], settings: StyleSettings) -> Style:
    """Return the style that one template of a folder makes."""
    blob = _read(path)
    package = open_package(blob, path)
    try:
        if mend_frames(package.trees[DOCUMENT]):
            blob = pack({**package.blobs, DOCUMENT: _as_part(package.trees[DOCUMENT])})
        styles = read_styles(package)
        formats = read_formats(styles)
        table = read_table_look(styles)
        layout = read_layout(package, styles)
    except ValueError as error:
        raise DataError(
            f"a measure in the template is no number: {error}",
            path=path,
            hint="open it in Word, save it and try again",
        ) from error
    folder = path.parent
    return Style(
        name=folder.name,
        folder=folder,
        docx=blob,
        narratives=_narratives(folders),
        sheet=layout.sheet,
        formats=formats,
        masthead=layout.masthead,
        header=layout.header,
        footer=layout.footer,
        table=table,
        foot=layout.foot,
        first_header=layout.first_header,
        first_footer=layout.first_footer,
        even_header=layout.even_header,
        even_footer=layout.even_footer,
        folders=folders,
        settings=settings,
        charts=next((f / CHARTS for f in folders if (f / CHARTS).is_file()), None),
        letterhead=_letterhead(folder, layout.sheet),
    )


def _as_part(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _letterhead(folder: Path, sheet: Sheet) -> bytes | None:
    """Return the letterhead, checked; None where the style has none."""
    path = folder / LETTERHEAD
    if not path.is_file():
        return None
    from briefgen.writers.letterhead import check_letterhead

    blob = _read(path)
    check_letterhead(blob, path, sheet)
    return blob


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataError(
                "larger than 20 MB: refused", path=path, hint="make its pictures smaller"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DataError(
            "this file does not exist",
            path=path,
            hint="name another style, or copy the standard style's folder and change the copy",
        ) from error
    except OSError as error:
        raise DataError(
            f"cannot be read: {error.strerror}", path=path, hint="see that it is a file, and yours"
        ) from error


def _narratives(folders: tuple[Path, ...]) -> Mapping[str, str]:
    """Return the narrative templates by language, unread: compose checks and fills them."""
    texts: dict[str, str] = {}
    for path in (p for folder in folders for p in sorted(folder.glob("narrative.*.j2"))):
        if path.name.split(".")[1] in texts:
            continue
        try:
            texts[path.name.split(".")[1]] = _read(path).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise DataError(
                f"byte {error.start} is no UTF-8", path=path, hint="save the file as UTF-8"
            ) from error
    return texts
