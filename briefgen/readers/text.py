"""Text files, .txt and .md, decoded.

Input: a file's bytes. Output: `Source`, whose raw text keeps line breaks and every odd character
as decoded, and whose date is the one that is printed on it where nobody gave another. It guesses
no title.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import stat
from pathlib import Path

from briefgen.config import SourceSettings
from briefgen.document import Source
from briefgen.errors import DataError, Notice, NoticeKind
from briefgen.printed_date import printed_date
from briefgen.readers.folder import not_a_file

MAX_BYTES = 64 * 1024 * 1024
MAX_LINES = 500_000
_BINARY_SHARE = 0.1  # of control characters, above which a file is no text
_SAVE_HINT = "save the article as UTF-8 text"

_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF file"),
)
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
# four Chinese characters in UTF-8; in GB18030 text such bytes do not stand together by chance
_UTF8_WORDS = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){4}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read_source(path: Path, settings: SourceSettings | None = None) -> Source:
    """Return the file at `path` as a source, with what `settings` says about it.

    Raises DataError for what is no plain file, is empty, binary or larger than MAX_BYTES, or whose
    bytes are neither UTF-8, UTF-16 with a byte order mark nor GB18030; the byte is named.
    """
    content = _read_bytes(path)
    decoded = _decode(content, path)
    _refuse_odd_text(decoded, path)
    raw, notices = _without_surrogates(decoded, path)
    known = settings or SourceSettings(file=path.name)
    return Source(
        name=path.name,
        raw=raw,
        sha256=hashlib.sha256(content).hexdigest(),
        title=known.title,
        publisher=known.publisher,
        place=known.place,
        published=known.published or printed_date(raw),
        estimated=known.estimated and known.published is not None,
        notices=notices,
    )


def _without_surrogates(decoded: str, path: Path) -> tuple[str, tuple[Notice, ...]]:
    """Return the text with U+FFFD for each half of a pair whose other half is gone."""
    first = _SURROGATES.search(decoded)
    if first is None:
        return decoded, ()
    raw, number = _SURROGATES.subn("\ufffd", decoded)
    message = f"lone surrogates replaced: {number} (the first here)"
    hint = "compare the text around it with the original"
    return raw, (Notice(NoticeKind.SOURCE, message, path=path.name, span=first.span(), hint=hint),)


def _read_bytes(path: Path) -> bytes:
    """Return the file's bytes; a link or a pipe is refused before it can block the run."""
    try:
        kind = path.lstat().st_mode
        if not stat.S_ISREG(kind):
            raise not_a_file(path, kind)
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with open(handle, "rb") as stream:  # noqa: PTH123 (an open descriptor has no path)
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError(
            f"cannot be read: {error.strerror}", path=path, hint="check its name and its rights"
        ) from error
    if len(content) > MAX_BYTES:
        raise DataError(
            f"larger than {MAX_BYTES // (1024 * 1024)} MB",
            path=path,
            hint="a source is one article or one page: split the file",
        )
    return content


def _decode(content: bytes, path: Path) -> str:
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise DataError(f"this is {what}, no text", path=path, hint=_SAVE_HINT)
    if content.startswith(_UTF32):
        raise DataError("byte 0: UTF-32 is not read", path=path, hint=_SAVE_HINT)
    for mark, encoding in _UTF16:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding, path, offset=len(mark))
    mark_length = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
    body = content[mark_length:]
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if mark_length or _UTF8_WORDS.search(body):
            raise _undecodable(error, "UTF-8", path, mark_length) from error
    return _strict(body, "gb18030", path, offset=0)


def _strict(body: bytes, encoding: str, path: Path, *, offset: int) -> str:
    try:
        return body.decode(encoding, "surrogatepass" if encoding.startswith("utf-16") else "strict")
    except UnicodeDecodeError as error:
        raise _undecodable(error, encoding.upper(), path, offset) from error


def _undecodable(error: UnicodeDecodeError, encoding: str, path: Path, offset: int) -> DataError:
    at = error.start + offset
    found = error.object[error.start : error.start + 1].hex()
    return DataError(f"byte {at} (0x{found}) is no {encoding}", path=path, hint=_SAVE_HINT)


def _refuse_odd_text(raw: str, path: Path) -> None:
    if not raw or raw.isspace():
        raise DataError("this file is empty", path=path, hint="put the article in, or remove it")
    if len(_CONTROLS.findall(raw)) > _BINARY_SHARE * len(raw):
        raise DataError(
            "this is a binary file, no text (or UTF-16 without a byte order mark)",
            path=path,
            hint=_SAVE_HINT,
        )
    if raw.count("\n") > MAX_LINES:
        raise DataError(
            f"more than {MAX_LINES} lines",
            path=path,
            hint="a source is one article or one page: split the file",
        )
