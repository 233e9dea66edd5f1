"""How wide words are, where they break, and whether their characters have a glyph.

Input: text, the key of a packaged face, a size in points. Output: widths in points and lines. It
measures the advances of the very TrueType file that both the PNG and the PDF are set in; kerning is
off in both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from matplotlib.ft2font import FT2Font, LoadFlags

from briefgen.errors import DataError
from briefgen.fonts import face, runs_by_face

# a line never begins with these, and never ends with those (GB/T 15834, 5.1)
_NO_START = frozenset("，。、；：！？）》〉」』】〕”’…—·～,.;:!?)]}%‰°℃")
_NO_END = frozenset("（《〈「『【〔“‘([{$￥")
_EM = 1000  # the size that advances are read at, so that hinting and rounding play no part


@cache
def _font(key: str) -> FT2Font:
    font = FT2Font(str(face(key).path))
    font.set_size(_EM, 72)
    return font


@cache
def _advance(char: str, key: str) -> float:
    """Return the advance of one character in ems; raise DataError where the face has no glyph."""
    font = _font(key)
    if font.get_char_index(ord(char)) == 0:
        raise DataError(
            f"the face {key} has no glyph for U+{ord(char):04X}, which a chart should print",
            hint="replace the character in the source, or leave the chart out",
        )
    return float(font.load_char(ord(char), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / (
        65536 * _EM
    )


def clean(text: str) -> str:
    """Return `text` on one line, without control, direction and variation characters."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    shown = "".join(c for c in spaced if not _is_invisible(c))
    return re.sub(" {2,}", " ", shown).strip(" ")


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs") or "\ufe00" <= char <= "\ufe0f"


def runs(text: str, key: str) -> tuple[tuple[str, str], ...]:
    """Return `text` as (face key, piece) pairs; raise DataError where no face has a glyph."""
    found = runs_by_face(text, key)
    for face_key, piece in found:
        for char in piece:
            _advance(char, face_key)
    return found


def width(text: str, key: str, size: float) -> float:
    """Return the width of `text` in points; raise DataError where a glyph is missing."""
    return size * sum(_advance(c, f) for f, piece in runs_by_face(text, key) for c in piece)


_TIME = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?(?:报道)?|[A-Z][a-z]+ \d{4} report")


def _pieces(text: str, *, whole_times: bool = False) -> list[str]:
    """Return `text` cut where a line may break: never inside a number, a date or a Latin word.

    With `whole_times` 2023年1月报道 is one piece too: a narrow label has no room for that.
    """
    pieces: list[str] = []
    times = _TIME.finditer(text) if whole_times else ()
    inside = {at for time in times for at in range(time.start() + 1, time.end())}
    for at, char in enumerate(text):
        last = pieces[-1][-1] if pieces else ""
        joined = char in _NO_START or last in _NO_END or (_is_latin(char) and _is_latin(last))
        joined = joined or (char in "年月日" and last.isdigit())  # 2023年 | 1月报道
        if pieces and last and (joined or at in inside):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _is_latin(char: str) -> bool:
    return char.isascii() and not char.isspace() and char != ""


def wrap(
    text: str, key: str, size: float, limit: float, *, whole_times: bool = False
) -> tuple[str, ...]:
    """Return `text` in lines no wider than `limit` points; at least one line, perhaps empty.

    A piece that is wider than the limit by itself (a word of 60 letters) is cut.
    """
    lines = [""]
    for piece in _pieces(clean(text), whole_times=whole_times):
        if width(lines[-1] + piece.rstrip(), key, size) <= limit:
            lines[-1] += piece
        elif width(piece.strip(), key, size) <= limit:
            lines.append(piece.lstrip())
        else:
            for char in piece:
                if lines[-1] and width(lines[-1] + char, key, size) > limit:
                    lines.append("")
                lines[-1] += char
    shown = tuple(line.strip() for line in lines if line.strip())
    return shown or ("",)


def balanced(text: str, key: str, size: float, limit: float) -> tuple[str, ...]:
    """Return `text` in as few lines as `limit` asks for, the lines of about one length."""
    lines = wrap(text, key, size, limit)
    if len(lines) == 1:
        return lines
    longest = max(width(piece.strip(), key, size) for piece in _pieces(clean(text)))
    for share in (0.6, 0.7, 0.8, 0.9):
        tighter = wrap(text, key, size, limit * share)
        if limit * share >= longest and len(tighter) == len(lines):
            return tighter
    return lines


def widest(lines: tuple[str, ...], key: str, size: float) -> float:
    """Return the width of the widest line in points, 0 where there is none."""
    return max((width(line, key, size) for line in lines), default=0.0)
