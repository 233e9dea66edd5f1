"""Streams of a PDF whose length every reader counts alike.

Input: a PDF in pikepdf's hands. Output: its bytes. It knows nothing of what the streams hold.

qpdf writes a line feed before `endstream`. Where a stream's own last byte is a carriage return, the
two look like one line end, and a strict reader counts a byte too few: PDF/A (ISO 19005-3, 6.1.7.1)
asks that the length be right. One stream in 256 ends so.
"""

from __future__ import annotations

import io
import zlib

import pikepdf
from pikepdf import Array, Name, Object, Pdf

_LINE_ENDS = b"\r\n"


def padded(content: bytes, blank: bytes) -> bytes:
    """Return `content` with as many blanks as its packed form needs not to end in a line end.

    Its last byte is that of a sum: a blank of nothing but zeros would not change it.
    """
    assert any(blank)
    while zlib.adler32(content) & 0xFF in _LINE_ENDS:
        content += blank
    return content


def packed(pdf: Pdf, content: bytes) -> Object:
    """Return a new compressed stream."""
    made = pdf.make_stream(zlib.compress(content), Filter=Name.FlateDecode)
    _mend(made)
    return made


def mend_streams(pdf: Pdf) -> None:
    """Wrap those streams of the file that end in a line end: pictures, which cannot be padded."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            _mend(item)


def _mend(stream: Object) -> None:
    """Wrap a packed stream in run lengths, which end in 128, where it ends in a line end.

    Packing it another way is of no use: its last byte is a sum of what it holds, and qpdf packs
    again what is packed twice.
    """
    filters, raw = stream.get(Name.Filter), stream.read_raw_bytes()
    if filters is None or raw[-1:] not in (b"\r", b"\n"):
        return
    chain = list(filters) if isinstance(filters, Array) else [filters]
    parms = stream.get(Name.DecodeParms)
    if parms is not None:
        parms = Array([None, *(parms if isinstance(parms, Array) else [parms])])
    whole = Array([Name.RunLengthDecode, *chain])
    stream.write(_run_lengths(raw), filter=whole, decode_parms=parms)


def _run_lengths(raw: bytes) -> bytes:
    """Return bytes as RunLengthDecode reads them, nothing shortened."""
    parts = (raw[at : at + _RUN] for at in range(0, len(raw), _RUN))
    return b"".join(bytes([len(part) - 1]) + part for part in parts) + b"\x80"


_RUN = 128


def saved(pdf: Pdf) -> bytes:
    """Return the file, its small objects packed in streams of which none ends in a line end.

    Which objects share a stream depends on how many there are: an entry of the catalog that becomes
    an object of its own moves all that follow.
    """
    movable = [name for name in _MOVABLE if name in pdf.Root and not pdf.Root[name].is_indirect]
    content = _saved(pdf)
    while movable and b"\r\nendstream" in content:
        name = movable.pop(0)
        pdf.Root[name] = pdf.make_indirect(pdf.Root[name])
        content = _saved(pdf)
    return content


_MOVABLE = (Name.MarkInfo, Name.ViewerPreferences, Name.OutputIntents, Name.AF, Name.Names)


def _saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        force_version="1.7",
        fix_metadata_version=False,  # the packet stays as it was written
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()
