"""The parts of a Word template, taken out of its zip file with care.

Input: the bytes of a .docx. Output: its parts, XML parts parsed. It refuses what could harm or
mislead (a zip bomb, a DOCTYPE, links to the outside, macros) and does not look at the text.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from briefgen.errors import DataError

MAX_BYTES = 20 * 2**20
MAX_ENTRIES = 500
MAX_ENTRY = 30 * 2**20
MAX_TOTAL = 60 * 2**20
MAX_RATIO = 100  # plain XML reaches about 30
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RESAVE = "open it in Word, save it as .docx and try again"
_ENCRYPTED = 0x1
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a .docx by name; `trees` holds those that are XML."""

    path: Path
    blobs: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]

    def related(self, part: str) -> Mapping[str, str]:
        """Return the names of the parts that `part` points to, by relationship id."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(f"{folder}/_rels/{name}.rels")
        if tree is None:
            return {}
        return {
            row.get("Id", ""): posixpath.normpath(
                target[1:] if target.startswith("/") else posixpath.join(folder, target)
            )
            for row in tree.iter(RELATIONSHIPS)
            if (target := row.get("Target", ""))
        }


def open_package(blob: bytes, path: Path) -> Package:
    """Return the parts of the .docx in `blob`; `path` only names it in errors."""
    if len(blob) > MAX_BYTES:
        raise DataError(f"too large for a template: {len(blob)} bytes", path=path, hint=_RESAVE)
    try:
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            entries = archive.infolist()
            _check_entries(entries, path)
            blobs = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise DataError(f"this is no .docx file: {error}", path=path, hint=_RESAVE) from error
    except zlib.error as error:
        raise DataError(f"a damaged .docx file: {error}", path=path, hint=_RESAVE) from error
    trees = {
        name: parse_xml(part, path, name)
        for name, part in blobs.items()
        if name.endswith((".xml", ".rels"))
    }
    package = Package(path, blobs, trees)
    _check_parts(package)
    return package


def parse_xml(part: bytes, path: Path, name: str) -> etree._Element:
    """Return the root of an XML part; raise DataError where it is broken or holds a DOCTYPE."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise DataError(f"{name} is no valid XML: {error}", path=path, hint=_RESAVE) from error
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:
        raise DataError(f"{name} holds a DOCTYPE: refused", path=path, hint=_RESAVE)
    return root


def say_place(part: etree._Element, item: etree._Element) -> str:
    """Return `3 “清河专题…”`: the paragraph or row of `part` around `item`, counted from 1."""
    around = item
    while around.tag not in (_W + "p", _W + "tr") and (parent := around.getparent()) is not None:
        around = parent
    paragraphs = list(part.iter(_W + "p"))
    first = around if around.tag == _W + "p" else next(around.iter(_W + "p"), around)
    number = paragraphs.index(first) + 1 if first in paragraphs else 1
    text = "".join(t.text or "" for t in around.iter(_W + "t")).strip()
    shown = text if len(text) <= 24 else text[:24] + "…"
    return f"{number} “{shown}”"


def _check_entries(entries: list[zipfile.ZipInfo], path: Path) -> None:
    times = Counter(entry.filename.lower() for entry in entries)
    twice = [name for name, count in times.items() if count > 1]
    if len(entries) > MAX_ENTRIES:
        raise DataError(f"{len(entries)} entries: refused as a zip bomb", path=path, hint=_RESAVE)
    if twice:
        raise DataError(f"two entries are named {twice[0]}: refused", path=path, hint=_RESAVE)
    for entry in entries:
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > MAX_ENTRY or (entry.file_size > 2**20 and ratio > MAX_RATIO):
            raise DataError(
                f"{entry.filename} unpacks to {entry.file_size} bytes: refused as a zip bomb",
                path=path,
                hint=_RESAVE,
            )
        if entry.flag_bits & _ENCRYPTED:
            raise DataError("the file is encrypted", path=path, hint="save it without a password")
        if entry.filename.startswith(("/", "\\")) or ".." in entry.filename.split("/"):
            raise DataError(f"an entry named {entry.filename!r}: refused", path=path, hint=_RESAVE)
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise DataError(
            "unpacks to more than 60 MB: refused as a zip bomb", path=path, hint=_RESAVE
        )


def _check_parts(package: Package) -> None:
    if "word/document.xml" not in package.trees or "[Content_Types].xml" not in package.trees:
        raise DataError("this is no Word document", path=package.path, hint=_RESAVE)
    if "word/styles.xml" not in package.trees:
        raise DataError("the document has no styles", path=package.path, hint=_RESAVE)
    for name in package.blobs:
        if "vbaproject" in name.lower() or "activex" in name.lower():
            raise DataError(f"macros ({name}) are refused", path=package.path, hint=_RESAVE)
    if b"macroenabled" in package.blobs["[Content_Types].xml"].lower():
        raise DataError("macros are refused", path=package.path, hint=_RESAVE)
    for name, tree in package.trees.items():
        for row in tree.iter(RELATIONSHIPS):
            if row.get("TargetMode", "").lower() == "external":
                raise DataError(
                    f"{_pointing(package, name, row.get('Id', ''))} points outside the file, to "
                    f"{row.get('Target')!r}: refused",
                    path=package.path,
                    hint="remove the link (取消超链接), or insert the picture itself",
                )


def _pointing(package: Package, relations: str, ident: str) -> str:
    """Return the paragraph that uses a relationship, or the part that holds it."""
    folder, name = posixpath.split(relations)
    part = posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))
    tree = package.trees.get(part)
    for item in () if tree is None else tree.iter(f"{_W}hyperlink", "{*}blip", "{*}imagedata"):
        if ident in item.attrib.values():
            noun = "" if part == "word/document.xml" else f"{posixpath.splitext(name)[0]}: "
            return f"{noun}paragraph {say_place(item.getroottree().getroot(), item)}"
    return relations
