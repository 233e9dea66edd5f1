"""Characters: what is invisible goes, what has two forms gets one.

Input: traced text. Output: traced text in which lines end in a line feed, spaces are plain, digits
and Latin letters are ASCII, and punctuation between Chinese characters is full-width; notices count
what was dropped. It does not join lines.
"""

from __future__ import annotations

import re
from collections import Counter

from briefgen.characters import HALVES, PRIVATE, UNSEEN, UNSEEN_CLASSES
from briefgen.clean.traced import Traced
from briefgen.errors import Notice, NoticeKind

HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_DOUBTFUL = (
    ("private-use characters", PRIVATE),
    ("replacement characters, left by an earlier reader", re.compile("\ufffd")),
)

# 。　　下一段: two wide spaces within a line of sentences are the next paragraph's indent
_LINE = re.compile(r"[^\n]+")
_INDENT = re.compile(r"(?<=[^\u3000\s]{4})\u3000(?=\u3000)")
_CARRIAGE_RETURN = re.compile(r"\r(?=\n)")
_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ONE_FOR_ONE = re.compile(f"[\r\x85\u2028\u2029{_SPACES}０-９Ａ-Ｚａ-ｚ％＋－＆\ud800-\udfff]")
_LINE_BREAKS = "\r\x85\u2028\u2029"
_ONE_LINE = dict.fromkeys(map(ord, "\n\t" + _LINE_BREAKS), " ")

_MARKS = ",:;?!()"
_FULL = str.maketrans(_MARKS, "，：；？！（）")
_BESIDE = re.compile(r"[ ,:;?!()，：；？！（）“”‘’\"'。、…%《》]+")
_HAN_CHAR = re.compile(f"[{HAN}]")
_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")
# 1，600家: a comma between one to three digits and exactly three is a thousands separator
_THOUSANDS = re.compile(r"(?<![0-9.，,])[0-9]{1,3}(?:[，,][0-9]{3})+(?![0-9，,])")


def fold_characters(text: Traced) -> tuple[Traced, tuple[Notice, ...]]:
    """Return the text with one form for each character, and notices of what was dropped."""
    notices = _notices(text.text)
    text = text.dropping(_CARRIAGE_RETURN).dropping(UNSEEN)
    text = text.replacing(_LINE, _parted).replacing(_ONE_FOR_ONE, _plain)
    text = text.replacing(_POINT, lambda _: ".")
    return text.replacing(_THOUSANDS, lambda number: number[0].replace("，", ",")), notices


def without_invisible(text: str) -> str:
    """Return `text` as it may be printed: without what `fold_characters` drops, on one line."""
    return UNSEEN.sub("", _CARRIAGE_RETURN.sub("", text)).translate(_ONE_LINE)


def fold_punctuation(text: Traced) -> Traced:
    """Return the text with full-width punctuation where a Chinese character stands beside it.

    1,600 and 12:30 stay: no Chinese character touches their mark. So do addresses and Latin text.
    """
    return text.replacing(_BESIDE, _beside_chinese)


def _beside_chinese(run: re.Match[str]) -> str:
    """Return a run of marks: full-width where a Chinese character begins or ends it.

    2月16日,区委常委会召开会议
    """
    marks = run[0]
    around = (
        run.string[max(0, run.start() - 1) : run.start()] + run.string[run.end() : run.end() + 1]
    )
    return marks.translate(_FULL) if _HAN_CHAR.search(around) else marks


def _parted(line: re.Match[str]) -> str:
    return _INDENT.sub("\n", line[0]) if "。" in line[0] else line[0]


def _plain(match: re.Match[str]) -> str:
    char = match[0]
    if char in _LINE_BREAKS:
        return "\n"
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    if "！" <= char <= "～":
        return chr(ord(char) - 0xFEE0)
    return " "


def _notices(raw: str) -> tuple[Notice, ...]:
    counts = Counter[str]()
    for char, number in Counter(UNSEEN.findall(raw)).items():
        counts[next(name for name, chars in UNSEEN_CLASSES if chars.match(char))] += number
    found = [
        _notice(f"{name} dropped: {counts[name]}", raw, chars)
        for name, chars in UNSEEN_CLASSES
        if counts[name]
    ]
    kept = (*_DOUBTFUL, ("lone surrogates replaced", HALVES))
    for name, chars in kept:
        number = len(chars.findall(raw))
        if number:
            found.append(_notice(f"{name}: {number}", raw, chars))
    return tuple(found)


def _notice(message: str, raw: str, chars: re.Pattern[str]) -> Notice:
    first = chars.search(raw)
    span = first.span() if first else None
    return Notice(NoticeKind.SOURCE, f"{message} (the first here)", span=span, hint=_CHECK)


_CHECK = "compare the figures around it with the original"
