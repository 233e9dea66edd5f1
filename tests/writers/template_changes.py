"""Changes to the standard template, and both files that come of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pdf_measures import Letter, letters_of
from pdf_reading import written
from sample_brief import sample_brief, sample_pictures
from word_parts_reading import parts_of

from briefgen.brief import Brief
from briefgen.writers.package import pack
from briefgen.writers.template import load_style
from briefgen.writers.word import write_word

STANDARD = Path(__file__).parents[2] / "templates" / "standard"
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
HEADER, FOOTER = "word/headerdefault.xml", "word/footerdefault.xml"
FIRST = "word/headerfirst.xml"
Parts = Mapping[str, bytes]
Edit = Callable[[str], str]
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True, slots=True)
class Seen:
    """Both files of the sample brief; the .docx as its parts."""

    docx: Parts
    pdf: bytes

    @property
    def letters(self) -> list[Letter]:
        return letters_of(self.pdf)

    def word(self, part: str = DOCUMENT) -> str:
        return without_head(self.docx[part].decode())


def without_head(xml: str) -> str:
    """Return the XML of a part without its declaration, which lxml quotes in its own way."""
    return re.sub(r"^<\?xml[^>]*>\s*", "", xml)


def style_of(name: str, xml: str) -> str:
    """Return the XML of one named style."""
    found = re.search(rf'<w:style [^>]*><w:name w:val="{name}"/>.*?</w:style>', xml)
    assert found is not None
    return found[0]


def changed_style(name: str, edit: Edit) -> str:
    """Return what a named style is after a change of word/styles.xml."""
    return style_of(name, edit(template()[STYLES].decode()))


def template() -> dict[str, bytes]:
    return parts_of((STANDARD / "brief.docx").read_bytes())


def swap(before: str, after: str, count: int = 1) -> Edit:
    """Return a change of one text for another, which must stand there."""

    def change(xml: str) -> str:
        assert before in xml
        return xml.replace(before, after, count)

    return change


def in_style(name: str, before: str, after: str) -> Edit:
    """Return a change within one named style."""

    def change(xml: str) -> str:
        found = style_of(name, xml)
        assert before in found
        return xml.replace(found, found.replace(before, after, 1))

    return change


def made(
    tmp_path: Path,
    edits: Mapping[str, Edit],
    more: Parts | None = None,
    brief: Brief | None = None,
) -> Seen:
    """Return both files of a brief, made from the template with its parts edited."""
    parts = template()
    for part, edit in edits.items():
        parts[part] = edit(parts[part].decode()).encode()
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "brief.docx").write_bytes(pack({**parts, **(more or {})}))
    style, brief = load_style(folder), brief or sample_brief()
    docx = write_word(brief, style, sample_pictures(brief))
    return Seen(parts_of(docx), written(brief, style))
