"""A PDF as another program reads it: its words by PDFium, where every character stands."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from sample_brief import sample_brief, sample_pictures

from briefgen.brief import Block, Brief, Paragraph, ParagraphRole, Text
from briefgen.writers.pdf import write_pdf
from briefgen.writers.template import Style

MM = 72 / 25.4
PROFILES = tuple(p for p in page_validation.ValidationProfile if p.value in ("3a", "ua1"))
HOSTILE = (
    "R&D<5%",
    "A‹B企业",
    "<b>清河",
    "</b>",
    "<para>",
    "<super>" * 40,
    '<font color="[[[1+1]]]">',
    '<img src="/etc/passwd">',
    '<img src="http://127.0.0.1:1/">',
    '<a href="javascript:x()">',
    "{{7*7}}",
    "{%for%}",
    "</w:t></w:r>",
    "&amp;&lt;&#65;",
    "US$100...US$200",
    "$$\\foo{",
    "_民营",
    "(a)\\)(",
    "=HYPERLINK(1)",
)


def written(brief: Brief, style: Style) -> bytes:
    """Return the brief as a PDF with drawn charts."""
    return write_pdf(brief, style, sample_pictures(brief))


def opened(file: bytes) -> bytes:
    """Return the file with every object in plain sight; streams stay packed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(file)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def pages_of(file: bytes) -> list[str]:
    """Return the text of each page as PDFium reads it."""
    document = pypdfium2.PdfDocument(file)
    return [page.get_textpage().get_text_range() for page in document]


def words_of(file: bytes) -> str:
    """Return all words without white space, running heads and page numbers."""
    text = "".join(re.sub(r"\s+", "", page) for page in pages_of(file))
    text = re.sub(r"清河专题简报·民营经济第3期(?=第\d+页)", "", text)
    return re.sub(r"第\d+页共\d+页", "", text)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def only(*blocks: Block) -> Brief:
    """Return the sample brief with no other blocks than these."""
    return replace(sample_brief(), blocks=blocks)


def prose(text: str) -> Paragraph:
    """Return a paragraph of body text."""
    return Paragraph(ParagraphRole.BODY, (Text(text),))


def letters(file: bytes) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    """Yield page, character and box (left, bottom, right, top) of everything printed."""
    for number, page in enumerate(pypdfium2.PdfDocument(file)):
        text = page.get_textpage()
        for at in range(text.count_chars()):
            char = chr(pdfium.FPDFText_GetUnicode(text, at))
            if not char.isspace():
                yield number, char, text.get_charbox(at)


def findings(file: bytes, tmp_path: Path) -> list[str]:
    """Return what page-validation finds against PDF/A-3a and PDF/UA-1."""
    path = tmp_path / "brief.pdf"
    path.write_bytes(file)
    results = [(p, page_validation.validate_pdf(str(path), profile=p)) for p in PROFILES]
    assert len(results) == 2
    return [f"{p.value} {f.rule_id}: {f.message}" for p, r in results for f in r.failures] + [
        f"{p.value}: not compliant" for p, r in results if not r.is_compliant
    ]
