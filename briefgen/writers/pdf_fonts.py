"""The packaged faces inside a PDF: advance widths, character codes, embedded subsets.

Input: keys of packaged faces and the characters that a document draws with them. Output: one
composite font a face (Type 0, Identity-H) that holds just those characters. It draws nothing.

reportlab's own TrueType fonts cut a face into pieces of 256 characters, map U+0000 and want a
public name; a Chinese page needs one font a face, so the font objects are made here from
reportlab's reader and subsetter (`TTFontFace`).
"""

from __future__ import annotations

import threading
from array import array
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFontFace

from briefgen.fonts import face
from briefgen.writers.pdf_streams import padded

_LOCK = threading.Lock()  # reportlab's reader keeps its place in the file between calls
_NOT_FOUND = 0


class _Widths(dict[str, float]):
    """Advance widths in ems by character, filled as they are asked for."""

    def __init__(self, reader: Any) -> None:
        super().__init__()
        self._by_code = reader.charWidths
        self._default = reader.defaultWidth

    def __missing__(self, char: str) -> float:
        width: float = self._by_code.get(ord(char), self._default) / 1000
        self[char] = width
        return width


@dataclass(frozen=True, slots=True)
class LoadedFace:
    """A face read once in a process: its reader and its advance widths."""

    key: str
    reader: Any
    widths: _Widths


@cache
def load_face(key: str) -> LoadedFace:
    """Return the packaged face called `key`, read at its first use."""
    with _LOCK:
        reader = TTFontFace(str(face(key).path))
    return LoadedFace(key, reader, _Widths(reader))


@dataclass(slots=True)
class DocumentFont:
    """A face as one document uses it: every character drawn gets the next code.

    `name` is the name that page content calls the font by.
    """

    face: LoadedFace
    name: str
    codes: dict[str, str] = field(default_factory=dict)

    def encode(self, text: str) -> str:
        """Return the codes of `text` as hexadecimal digits, four a character."""
        codes = self.codes
        return "".join([codes.get(c) or self._new_code(c) for c in text])

    def _new_code(self, char: str) -> str:
        code = f"{len(self.codes) + 1:04X}"
        self.codes[char] = code
        return code

    # --- what reportlab calls when the document is saved --------------------------------------

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Add the font and its subset to a reportlab document."""
        chars = list(self.codes)
        with _LOCK:
            program, glyphs = _subset(self.face.reader, chars)
        base = pdfdoc.PDFName(
            f"BRIEF{_LETTERS[int(self.name[1:]) % 26]}+{self.face.reader.name.decode('latin-1')}"
        )
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": _descriptor(doc, self.face.reader, base, program, self.name),
                "DW": 1000,
                "W": _width_array(self.face, chars),
                "CIDToGIDMap": _stream(doc, padded(glyphs, b"\0\1"), f"glyphs:{self.name}"),
            }
        )
        to_unicode = padded(_to_unicode(chars).encode("ascii"), b"\n")
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": base,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant, f"cid:{self.name}")]),
                "ToUnicode": _stream(doc, to_unicode, f"unicode:{self.name}"),
            }
        )
        doc.idToObject["BasicFonts"].dict[self.name] = doc.Reference(font, f"font:{self.name}")


_LETTERS = "ZABCDEFGHIJKLMNOPQRSTUVWXY"


class DocumentFonts:
    """The fonts of one document, made as text asks for them."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._fonts: dict[str, DocumentFont] = {}

    def font(self, key: str) -> DocumentFont:
        """Return the document's font for the face called `key`."""
        found = self._fonts.get(key)
        if found is None:
            found = DocumentFont(load_face(key), f"F{len(self._fonts) + 1}")
            found.encode(" ")  # readers tell a space between words by the width of this one
            self._fonts[key] = found
            self._doc.delayedFonts.append(found)
        return found


def _subset(reader: Any, chars: list[str]) -> tuple[bytes, bytes]:
    """Return a TrueType file with the glyphs of `chars`, and the map from code to glyph in it.

    Glyphs are numbered as `makeSubset` numbers them: in order, .notdef first, each once.
    """
    codes = [ord(char) for char in chars]
    numbers: dict[int, int] = {_NOT_FOUND: 0}
    glyphs = array("H", [0])
    for code in codes:
        glyphs.append(numbers.setdefault(reader.charToGlyph.get(code, _NOT_FOUND), len(numbers)))
    glyphs.byteswap()
    return reader.makeSubset([0, *codes]), glyphs.tobytes()


def _descriptor(doc: Any, reader: Any, base: Any, program: bytes, name: str) -> Any:
    program = padded(program, b"\0\0\0\1")  # a font file is as long as a multiple of four
    file = pdfdoc.PDFStream(content=program)
    file.dictionary["Length1"] = len(program)
    if doc.compression:
        file.filters = [pdfdoc.PDFZCompress]
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": 4,  # symbolic: codes are ours, not a standard encoding's
            "FontBBox": pdfdoc.PDFArray(reader.bbox),
            "ItalicAngle": reader.italicAngle,
            "Ascent": reader.ascent,
            "Descent": reader.descent,
            "CapHeight": reader.capHeight,
            "StemV": reader.stemV,
            "FontFile2": doc.Reference(file, f"file:{name}"),
        }
    )
    return doc.Reference(descriptor, f"descriptor:{name}")


def _stream(doc: Any, content: bytes, name: str) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    if doc.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return doc.Reference(stream, name)


def _width_array(loaded: LoadedFace, chars: list[str]) -> Any:
    widths = [loaded.widths[char] * 1000 for char in chars]
    return pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)])


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_END = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def _to_unicode(chars: list[str]) -> str:
    """Return the character map that leads every code back to its character."""
    rows = [f"<{at:04X}> <{char.encode('utf-16-be').hex()}>" for at, char in enumerate(chars, 1)]
    parts = []
    for at in range(0, len(rows), 100):  # a block may hold 100 rows
        block = rows[at : at + 100]
        parts.append(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n")
    return _CMAP_HEAD + "".join(parts) + _CMAP_END
