"""A .docx whose bytes depend on its parts alone.

Input: the bytes of a .docx. Output: the same parts in a fixed order, with one fixed date and fixed
attributes. It does not look into the parts.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can hold
_PLAIN_FILE = 0o644 << 16
_UNIX = 3


def repack(docx: bytes) -> bytes:
    """Return the .docx with its entries sorted (content types first) and dated 1980-01-01."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file of `parts`: content types first, the others sorted by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            archive.writestr(entry, parts[name])
    return out.getvalue()
