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
                    f"{name} points outside the file, to {row.get('Target')!r}: refused",
                    path=package.path,
                    hint="remove the link or the linked picture from the template",
                )
