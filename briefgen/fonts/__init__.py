"""The packaged fonts: which face stands for a font's name, and which face has which character.

Input: font names as Word templates give them, and text. Output: faces with their files, text cut
into runs that one face can draw, and what no face has. It reads the character maps of the files
and nothing else: drawing and embedding are the writers'.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from briefgen.errors import ConfigError, DataError

SUBSTITUTE: Final = "〓"
"""What stands for a character that no face has: 得数号, the printers' sign for a missing type."""

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Face:
    """One font file; `family` is the name inside the file, and what fontconfig knows it by."""

    key: str
    family: str
    bold: bool
    path: Path


_FACES: Final = {
    face.key: face
    for face in (
        Face("serif", "Noto Serif SC", False, _FOLDER / "NotoSerifSC-Regular.ttf"),
        Face("serif-bold", "Noto Serif SC", True, _FOLDER / "NotoSerifSC-Bold.ttf"),
        Face("sans", "Noto Sans SC", False, _FOLDER / "NotoSansSC-Regular.ttf"),
        Face("sans-bold", "Noto Sans SC", True, _FOLDER / "NotoSansSC-Bold.ttf"),
        Face("kai", "Briefgen Kai", False, _FOLDER / "BriefgenKai-Regular.ttf"),
        Face("fang", "Briefgen Fang", False, _FOLDER / "BriefgenFang-Regular.ttf"),
    )
}
_BOLD: Final = {"serif": "serif-bold", "sans": "sans-bold"}
_FALLBACK: Final = ("serif", "sans", "kai", "fang")
_FALLBACK_BOLD: Final = ("serif-bold", "sans-bold", "kai", "fang")

# Names as offices write them, folded by `_key_for`: the first part that a name holds decides. So
# 小标宋 and 仿宋 stand before 宋. 华文中宋 is what offices without 小标宋 set their titles in.
_PARTS: Final = (
    ("小标宋|大标宋|中宋|粗宋|xiaobiaosong|fzxbs|zhongsong", "serif-bold"),
    ("仿宋|fangsong|fandolfang|briefgenfang|fzfs", "fang"),
    ("楷|kaiti|simkai|wenkai|dfkai|biaukai|fandolkai|briefgenkai|fzkt", "kai"),
    ("黑|等线|圆|苹方|heiti|xihei|simhei|yahei|jhenghei|dengxian|youyuan|pingfang|fzht", "sans"),
    ("sans|gothic", "sans"),
)
_LATIN_SANS: Final = re.compile(
    "arial|arialnarrow|helvetica|helveticaneue|calibri|calibrilight|aptos|aptosdisplay|verdana"
    "|tahoma|segoeui|trebuchetms|roboto|inter|candara|corbel|franklingothic|impact"
)
_SAYS_BOLD: Final = re.compile("(semi|demi|extra)?(bold|heavy|black)$|粗体$")
_NOT_IN_NAMES: Final = re.compile(r"[\s_\-@\"'.,()+]+|gb2312|gb18030|gbk|简体|繁体")

# Characters that draw nothing and only steer layout, direction or the choice of an emoji's picture:
# soft hyphen, zero-width spaces and joiners, marks of direction, variation selectors, BOM, tags.
# A reader misses nothing where they are gone, and a mark of direction could turn a number round.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff]"
)


def face(key: str) -> Face:
    """Return the face called `key`: serif, sans, both with -bold, kai or fang.

    Raises ConfigError for any other key.
    """
    found = _FACES.get(key)
    if found is None:
        raise ConfigError(f"unknown face {key!r}", hint=f"known: {', '.join(_FACES)}")
    return found


def faces() -> tuple[Face, ...]:
    """Return every packaged face, in a fixed order."""
    return tuple(_FACES.values())


def face_for(font_name: str, bold: bool = False) -> Face:
    """Return the face that stands for a font's name, in Chinese or in English, as Word writes it.

    An unknown name gives the serif face. 楷体 and 仿宋 have no bold face: bold is drawn as regular.
    A name that says bold itself (方正小标宋简体, Noto Sans SC Bold) gives a bold face.
    """
    key = _key_for(font_name)
    return face(_BOLD.get(key, key) if bold else key)


@lru_cache(maxsize=256)
def _key_for(font_name: str) -> str:
    """Return the key for a name without case, width, spaces and suffix (_GB2312, _GBK, 简体)."""
    folded = _NOT_IN_NAMES.sub("", unicodedata.normalize("NFKC", font_name).casefold())
    name = _SAYS_BOLD.sub("", folded)
    found = (key for parts, key in _PARTS if re.search(parts, name))
    key = "sans" if _LATIN_SANS.fullmatch(name) else next(found, "serif")
    return key if name == folded else _BOLD.get(key, key)


def covers(key: str, char: str) -> bool:
    """Return whether the face has a glyph for `char`, one code point."""
    return char in _characters(key)


def runs_by_face(text: str, key: str) -> tuple[tuple[str, str], ...]:
    """Return `text` as (face key, piece) pairs whose pieces, joined, are `text` again.

    Each piece is as long as can be. What the wanted face lacks goes to the first of serif, sans,
    kai and fang that has it, bold where the wanted face is bold. A line break or a character that
    no face has stays in the piece before it: call `replace_missing` first.
    """
    if not text:
        return ()
    if _characters(key).issuperset(text):
        return ((key, text),)
    keys = [key]
    for char in text:
        keys.append(_face_with(char, key) or keys[-1])
    pairs = groupby(zip(keys[1:], text, strict=True), key=itemgetter(0))
    return tuple((chosen, "".join(char for _, char in group)) for chosen, group in pairs)


def _face_with(char: str, key: str) -> str | None:
    """Return the key of the face that draws `char` where `key` is wanted; None where none does."""
    fallback = _FALLBACK_BOLD if _FACES[key].bold else _FALLBACK
    return next((name for name in (key, *fallback) if char in _characters(name)), None)


def replace_missing(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` with 〓 for what no face has, and those characters, each once, in order.

    Spaces and line breaks stay. Invisible characters (variation selectors, zero-width joiners,
    marks of direction, soft hyphens) are dropped without notice: they print nothing anywhere. A
    combining mark is joined to its letter where the faces have the whole (e + U+0302 is ê); no
    face draws one by itself, so else it is missing like any other character.
    """
    if _all_characters().issuperset(text):
        return text, ()
    text = _joined(_INVISIBLE.sub("", text))
    missing = tuple(dict.fromkeys(char for char in text if not _drawn(char)))
    return text.translate(dict.fromkeys(map(ord, missing), SUBSTITUTE)), missing


def _drawn(char: str) -> bool:
    return char in _all_characters() or char.isspace()


def _joined(text: str) -> str:
    """Return `text` with each combining mark that no face has joined to the letter before it."""
    out: list[str] = []
    for char in text:
        if out and unicodedata.combining(char):
            whole = unicodedata.normalize("NFC", out[-1] + char)
            if len(whole) == 1 and _drawn(whole):
                out[-1] = whole
                continue
        out.append(char)
    return "".join(out)


@cache
def _all_characters() -> frozenset[str]:
    return frozenset().union(*(_characters(key) for key in _FALLBACK))


@cache
def _characters(key: str) -> frozenset[str]:
    """Return every character that the face has a glyph for, from the file's character map.

    scripts/make_fonts.py writes a map of format 12 into each file, so that it is the only one to
    read here. Raises DataError where the file is gone or is not one of these fonts.
    """
    path = face(key).path
    try:
        return frozenset(chr(code) for code in _mapped(_character_map(path)))
    except OSError as error:
        raise DataError(
            f"the packaged font cannot be read: {error.strerror}",
            path=path,
            hint="install briefgen again",
        ) from error
    except (struct.error, ValueError) as error:
        raise DataError(
            "this is not the font that briefgen brought", path=path, hint="install briefgen again"
        ) from error


def _character_map(path: Path) -> bytes:
    """Return the file's `cmap` subtable of format 12; ValueError where there is none."""
    with path.open("rb") as file:
        (count,) = struct.unpack(">4xH6x", file.read(12))
        records = struct.iter_unpack(">4s4xII", file.read(16 * count))
        start, length = next(((at, size) for tag, at, size in records if tag == b"cmap"), (0, 0))
        file.seek(start)
        cmap = file.read(length)
    (count,) = struct.unpack_from(">2xH", cmap)
    for _, _, at in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count]):
        form, size = struct.unpack_from(">H2xI", cmap, at)
        if form == 12:
            return cmap[at : at + size]
    raise ValueError("no character map of format 12")


def _mapped(subtable: bytes) -> Iterator[int]:
    """Yield the code points of a format 12 map that lead to a glyph other than .notdef (0)."""
    for first, last, glyph in struct.iter_unpack(">III", subtable[16:]):
        yield from range(first if glyph else first + 1, last + 1)
