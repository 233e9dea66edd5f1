"""A .docx as its reader sees it: its parts, its words without white space."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(docx: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx by name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word_words(docx: bytes, part: str = "word/document.xml") -> str:
    """Return all words of a part without white space."""
    root = etree.fromstring(parts_of(docx)[part])
    return re.sub(r"\s", "", "".join(item.text or "" for item in root.iter(W + "t")))
