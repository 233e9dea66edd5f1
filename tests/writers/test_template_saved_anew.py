"""A template that an office program saved again without a change gives the same brief."""

from __future__ import annotations

import re
import subprocess
from copy import deepcopy
from pathlib import Path

import pytest
from conftest import needs
from lxml import etree
from pdf_reading import pages_of
from real_briefs import real_briefs
from word_parts_reading import parts_of

from briefgen.audit.account import account_for
from briefgen.audit.passages import read_docx
from briefgen.brief import Chart
from briefgen.charts.draw import draw_chart
from briefgen.errors import DataError
from briefgen.writers.package import pack
from briefgen.writers.pdf import write_pdf
from briefgen.writers.template import Style, load_style
from briefgen.writers.word import write_word

TEMPLATES = Path(__file__).parents[2] / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PIECES = re.compile(r"\{\{|\{%|%\}|\}\}|\s+|[^\s{}%]+|.")


def words_of(style: Style) -> tuple[list[str], list[str]]:
    """Return a real brief's pages in the PDF, and its paragraphs in Word; the audit passes."""
    brief = real_briefs("standard")[0]
    pictures = {c.spec.id: draw_chart(c.spec, 450) for c in brief.blocks if isinstance(c, Chart)}
    docx, pdf = write_word(brief, style, pictures), write_pdf(brief, style, pictures)
    assert account_for(brief, docx, pdf) == ()
    return pages_of(pdf), [passage.text for passage in read_docx(docx)]


def style_with(template: bytes, folder: Path) -> Style:
    folder.mkdir()
    (folder / "brief.docx").write_bytes(template)
    return load_style(folder)


def as_word_saves(part: bytes) -> bytes:
    """Return a part with what Word adds: runs in pieces, revisions, spelling marks, bookmarks."""
    root = etree.fromstring(part)
    for number, paragraph in enumerate(list(root.iter(W + "p"))):
        paragraph.set(W + "rsidR", "00AB12CD")
        for run in list(paragraph.findall(W + "r")):
            if (words := run.find(W + "t")) is not None:
                in_pieces(paragraph, run, words.text or "")
        for mark in ("bookmarkStart", "bookmarkEnd"):
            etree.SubElement(paragraph, W + mark, {W + "id": str(900 + number)})
        paragraph[-2].set(W + "name", f"_GoBack{number}")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def in_pieces(paragraph: etree._Element, run: etree._Element, text: str) -> None:
    """Put runs of a word each in the place of a run, with spelling marks between them."""
    last = run
    for number, piece in enumerate(PIECES.findall(text)):
        own = deepcopy(run)
        own.set(W + "rsidRPr", "00FF00AA")
        for words in own.iter(W + "t"):
            words.text = piece
            words.set(SPACE, "preserve")
        if (look := own.find(W + "rPr")) is None:
            own.insert(0, look := etree.Element(W + "rPr"))
        if (face := look.find(W + "rFonts")) is None:
            look.insert(0, face := etree.Element(W + "rFonts"))
        face.set(W + "hint", "eastAsia")
        if number % 2 and look.find(W + "lang") is None:
            etree.SubElement(look, W + "lang", {W + "eastAsia": "zh-CN"})
        mark = etree.Element(W + "proofErr", {W + "type": ("spellStart", "spellEnd")[number % 2]})
        last.addnext(mark)
        mark.addnext(own)
        last = own
    paragraph.remove(run)


@pytest.mark.parametrize("name", ["standard", "jianbao"])
def test_a_template_as_word_saves_it_gives_the_same_words(name: str, tmp_path: Path) -> None:
    parts = parts_of((TEMPLATES / name / "brief.docx").read_bytes())
    for part in parts:
        if re.fullmatch(r"word/(?:document|header\w*|footer\w*)\.xml", part):
            parts[part] = as_word_saves(parts[part])
    assert b"proofErr" in parts["word/document.xml"]
    saved = words_of(style_with(pack(parts), tmp_path / "saved"))
    assert saved == words_of(
        style_with((TEMPLATES / name / "brief.docx").read_bytes(), tmp_path / "own")
    )


def frames_of(docx: bytes) -> list[etree._Element]:
    return list(etree.fromstring(parts_of(docx)["word/document.xml"]).iter(W + "framePr"))


def with_fixed_frames(own: bytes, high: int = 4600) -> bytes:
    """Return the template with its frames as LibreOffice saves them: in figures, and last."""
    parts = parts_of(own)
    root = etree.fromstring(parts["word/document.xml"])
    for frame in list(root.iter(W + "framePr")):
        for name in ("xAlign", "yAlign"):
            del frame.attrib[W + name]
        place = {"h": high, "x": 0, "y": 12756 - 4600, "hSpace": 0, "vSpace": 0}
        for name, twips in place.items():
            frame.set(W + name, str(twips))
        frame.set(W + "hRule", "exact")
        look = frame.getparent()
        assert look is not None
        look.insert(
            1, etree.fromstring(f'<w:pBdr xmlns:w="{W[1:-1]}"><w:top w:val="nil"/></w:pBdr>')
        )
        look.append(frame)
        rule = '<w:top w:val="single" w:sz="8" w:space="3" w:color="000000"/>'
        look.append(etree.fromstring(f'<w:pBdr xmlns:w="{W[1:-1]}">{rule}</w:pBdr>'))
    parts["word/document.xml"] = etree.tostring(root)
    return pack(parts)


def top_rule(words: str) -> etree._Element:
    return etree.fromstring(f'<w:pBdr xmlns:w="{W[1:-1]}"><w:top {words}/></w:pBdr>')


def test_a_frame_in_figures_that_ends_at_the_foot_is_aligned_to_it(tmp_path: Path) -> None:
    own = (TEMPLATES / "jianbao" / "brief.docx").read_bytes()
    style = style_with(with_fixed_frames(own), tmp_path / "saved")
    saved = frames_of(style.docx)
    assert [dict(frame.attrib) for frame in saved] == [dict(f.attrib) for f in frames_of(own)]
    for frame in saved:
        look = frame.getparent()
        assert look is not None
        assert [child.tag.removeprefix(W) for child in look][:3] == ["pStyle", "framePr", "pBdr"]
        assert len(look.findall(W + "pBdr")) == 1
    assert all(p.format.at_foot and p.format.border_top for p in style.foot)


def test_a_frame_in_figures_that_ends_above_the_foot_is_refused(tmp_path: Path) -> None:
    own = (TEMPLATES / "jianbao" / "brief.docx").read_bytes()
    with pytest.raises(DataError, match="stands in a frame"):
        style_with(with_fixed_frames(own, high=4000), tmp_path / "saved")


@pytest.mark.parametrize(("name", "field"), [("standard", b"NUMPAGES"), ("jianbao", b"PAGE")])
def test_a_template_saved_by_libreoffice_gives_the_same_words(
    name: str, field: bytes, tmp_path: Path
) -> None:
    """Its footers hold page numbers of its own, 0 and 1: what a field said when it was saved."""
    needs("soffice")
    own = TEMPLATES / name / "brief.docx"
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(own)], check=True, capture_output=True)
    saved = (tmp_path / "brief.docx").read_bytes()
    assert field in b"".join(parts_of(saved).values())
    pages, _ = words_of(style_with(saved, tmp_path / "saved"))
    assert pages == words_of(style_with(own.read_bytes(), tmp_path / "own"))[0]
