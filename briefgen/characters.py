"""Characters that a reader does not see, and those that say nothing certain.

Input: text. Output: patterns over it. What is not seen is dropped in cleaning and ignored in
reading a number; what says nothing stays and makes a figure beside it doubtful. It changes no text.
"""

from __future__ import annotations

import re

_NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17)
)
# what prints nothing: controls, soft hyphens, joiners, marks of direction, variation selectors
_UNSEEN = (
    ("control characters", "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"),
    ("marks of text direction", "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"),
    (
        "invisible characters",
        "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065"
        "\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff",
    ),
    ("noncharacters", _NONCHARACTERS),
)
_ALL_UNSEEN = "".join(chars for _, chars in _UNSEEN)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_HALVES = "\ud800-\udfff"
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

UNSEEN = re.compile(f"[{_ALL_UNSEEN}]")
UNSEEN_CLASSES = tuple((name, re.compile(f"[{chars}]")) for name, chars in _UNSEEN)
_RARE = "".join(c for c in _ALL_UNSEEN if c < "\U00010000") + "\U00010000-\U0010ffff"
# a quick look: most words hold nothing of the kind, and the whole list is slow to ask
_MAYBE_UNSEEN = re.compile(f"[{_RARE}]")
_MAYBE_UNSEEN_OR_BLANK = re.compile(rf"[\s{_RARE}]")
PRIVATE = re.compile(f"[{_PRIVATE}]")
HALVES = re.compile(f"[{_HALVES}]")  # lone surrogates
DAMAGED = re.compile(f"[{_PRIVATE}{_HALVES}\ufffd]")  # a glyph that nobody can name
# 16\ue00000家, 16 00家: between two digits these may stand for anything
DOUBTFUL_IN_NUMBER = re.compile(f"[{_PRIVATE}{_HALVES}\ufffd{_COMBINING} \t\u3000]")


def has_unseen(text: str) -> bool:
    """Return whether `text` holds a character that prints nothing; blanks are none."""
    return _MAYBE_UNSEEN.search(text) is not None and UNSEEN.search(text) is not None


def visible(text: str) -> str:
    """Return `text` without white space, line breaks among it, and without what is not seen."""
    if _MAYBE_UNSEEN_OR_BLANK.search(text) is None:
        return text
    text = "".join(text.split())  # most often it is only the end of a line
    return UNSEEN.sub("", text) if _MAYBE_UNSEEN.search(text) else text
