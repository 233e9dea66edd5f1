"""Numbers restated in English: 36.55亿元 as 3.655 billion yuan, exactly, and read back again.

Input: values, or English text. Output: the printed form, or the values. No form has more digits
than the value, and reading what was written gives the value again.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefgen.numerals import plain_digits, read_number

SCALES = {
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_WRITTEN_SCALES = ("trillion", "billion", "million")
_MOST_DECIMALS = 4  # 12.3456 billion; what needs more is written out in full
_DIGITS = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
NUMBER = re.compile(rf"(?P<digits>{_DIGITS})(?:\s?(?P<scale>{'|'.join(SCALES)})\b)?")
# 连续三年, 未来两年, “十四五”
CHINESE_COUNTS = dict(
    zip("一二两三四五六七八九十", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True)
)
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
             "ninth", "tenth")  # fmt: skip


def write_english(value: Decimal) -> str:
    """Return `value` in English: 3.655 billion, 86,300, 50.7; reading it gives `value` again."""
    for scale in _WRITTEN_SCALES:
        if abs(value) >= SCALES[scale]:
            shown = plain_digits(value / SCALES[scale])
            if len(shown.partition(".")[2]) <= _MOST_DECIMALS:
                return f"{shown} {scale}"
    whole, point, fraction = plain_digits(value).partition(".")
    sign = "-" if whole.startswith("-") else ""  # of -0.5 too
    return f"{sign}{int(whole.lstrip('-')):,}{point}{fraction}"


def read_english(text: str) -> tuple[Decimal, ...]:
    """Return every number of `text` in order, its scale word counted in."""
    found = []
    for match in NUMBER.finditer(text):
        scale = SCALES[match["scale"]] if match["scale"] else Decimal(1)
        found.append(Decimal(match["digits"].replace(",", "")) * scale)
    return tuple(found)


def ordinal_word(value: Decimal) -> str:
    """Return first, second … tenth, then 11th, 22nd."""
    count = int(value)
    if 0 < count < len(_ORDINALS):
        return _ORDINALS[count]
    tail = (
        "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    )
    return f"{count}{tail}"


def count_word(count: int) -> str:
    """Return zero, one … ten in words, and more in figures."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else str(count)


def fraction_words(part: str, whole: str) -> str:
    """Return a Chinese fraction in words: 十一分之一 is one eleventh, 四分之三 three quarters."""
    count = int(read_number(part)[0])
    of = {"二": "half", "四": "quarter"}.get(whole) or _nth(int(read_number(whole)[0]))
    return f"{count_word(count)} {of}{'s' if count > 1 else ''}"


def _nth(count: int) -> str:
    return (
        ("eleventh", "twelfth")[count - 11] if count in (11, 12) else ordinal_word(Decimal(count))
    )


_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
          "eighteen", "nineteen")  # fmt: skip


def amount_words(count: int) -> str:
    """Return a whole number below a billion in words: 100,000 is a hundred thousand.

    A measure's name holds no digits, and an amount that is part of it is written so.
    """
    for scale in ("million", "thousand"):
        size = int(SCALES[scale])
        if count >= size:
            whole, rest = divmod(count, size)
            told = f"{amount_words(whole)} {scale}"
            return f"{told} {amount_words(rest)}" if rest else told
    if count >= 100:
        whole, rest = divmod(count, 100)
        told = f"{'a' if whole == 1 else count_word(whole)} hundred"
        return f"{told} and {amount_words(rest)}" if rest else told
    if count < 10:
        return "a" if count == 1 else count_word(count)
    if count < 20:
        return _TEENS[count - 10]
    ten, one = divmod(count, 10)
    return f"{_TENS[ten]}-{count_word(one)}" if one else _TENS[ten]
