"""What a number written in Chinese text is worth: 8.63万, 三千五百, 2.6：48.8：48.6, 3至5万.

Input: the characters of one numeral. Output: its values as `Decimal`. It finds no numerals and
knows no hedges: `numerals` does.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from briefgen.characters import visible

WIDE = str.maketrans("０１２３４５６７８９．％－∶：︰", "0123456789.%-:::")
MAGNITUDE = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10) ** 4,
    "百万": Decimal(10) ** 6,
    "千万": Decimal(10) ** 7,
    "亿": Decimal(10) ** 8,
    "百亿": Decimal(10) ** 10,
    "千亿": Decimal(10) ** 11,
    "万亿": Decimal(10) ** 12,
}
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
DIGIT = "[0-9０-９]"
# digits are taken whole (++): giving some back never helps, and trying it takes a third of the time
NUMBER = rf"(?:{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}})+(?!{DIGIT})|{DIGIT}++)(?:[.．]{DIGIT}++)?"

_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?[万亿]?[%‰]?")  # as most numbers are written
_PARTS = re.compile(rf"([-−]?)({NUMBER.replace('０-９', '').replace('．', '')})[余多几]?(.*)", re.S)


@lru_cache(maxsize=4096)  # the gate reads again what was just found
def read_number(text: str) -> tuple[Decimal, ...]:
    """Return the values written in `text`: one, or several of a ratio or a range.

    White space and characters that are not seen (a zero-width space inside 1600) are ignored.
    Empty where `text` is no number. 万 and 亿 are expanded; % is not: 50.7% gives 50.7.
    """
    if _PLAIN.fullmatch(text) is not None:
        return _one(text)
    token = visible(text).translate(WIDE)
    if not token:
        return ()
    if ":" in token:
        return _many(token.split(":"))
    if "翻" in token:
        return (_times(token),)
    if token.startswith("第"):
        return read_number(token[1:])
    if token.startswith("百分之"):
        return _decimal_han(token[3:]) or read_number(token[3:])
    if "分之" in token:
        return _fraction(token)
    if token.endswith("半"):
        return _half(token)
    ends = re.fullmatch(r"(.*[\d%万亿千百十])(?:[-—–~～]|至)([\d].*)", token)
    if ends is not None:
        return _range(ends.group(1), ends.group(2))
    return _one(token)


def _many(parts: list[str]) -> tuple[Decimal, ...]:
    read = [_one(p) for p in parts]
    return tuple(v for (v,) in read) if all(len(r) == 1 for r in read) else ()


def _range(first: str, second: str) -> tuple[Decimal, ...]:
    """Return both ends; 3至5万家 says 万 once and means it twice, 8000至1万 does not."""
    low, high = _one(first), _one(second)
    if not low or not high:
        return ()
    scale = re.search(r"[十百千万亿]+(?=%?$)", second)
    if (
        scale
        and not re.search(r"[十百千万亿]", first)
        and low[0] < _one(second[: scale.start()])[0]
    ):
        low = (low[0] * MAGNITUDE[scale.group()],)
    return (*low, *high)


def _times(token: str) -> Decimal:
    count = next((_DIGIT[c] for c in token if c in _DIGIT), 1)
    return Decimal(2) ** count


def _fraction(token: str) -> tuple[Decimal, ...]:
    whole, part = (_one(p) for p in token.split("分之", 1))
    if not whole or not part or whole[0] == 0:
        return ()
    return ((part[0] / whole[0]).quantize(Decimal("0.0001")).normalize(),)


def _half(token: str) -> tuple[Decimal, ...]:
    head = token.removesuffix("半").removesuffix("个")
    if not head or token == "一半":
        return (Decimal("0.5"),)
    return tuple(v + Decimal("0.5") for v in _one(head))


def _one(token: str) -> tuple[Decimal, ...]:
    match = _PARTS.fullmatch(token)
    if match is None:
        return _han(token)
    sign, digits, rest = match.groups()
    scale = rest.rstrip("%‰")
    if scale and scale not in MAGNITUDE:
        return ()
    value = Decimal(digits.replace(",", "").replace("，", "")) * MAGNITUDE.get(scale, Decimal(1))
    return (-value if sign else value,)


def _decimal_han(token: str) -> tuple[Decimal, ...]:
    whole, _, part = token.partition("点")
    head = _han(whole)
    if not head or not part or any(c not in _DIGIT for c in part):
        return head if not part else ()
    return (head[0] + Decimal("0." + "".join(str(_DIGIT[c]) for c in part)),)


def _han(token: str) -> tuple[Decimal, ...]:
    """Return the value of a Chinese numeral: 二〇二一, 十二, 三千五百, 十几 (10), 千亿."""
    plain = token.rstrip("%").replace("几", "") if token[-1:] == "几" else token
    if plain[:1] in ("数", "几"):
        plain = plain[1:]
    if len(plain) > 1 and all(c in _DIGIT for c in plain):
        return (Decimal("".join(str(_DIGIT[c]) for c in plain)),) if len(plain) >= 4 else ()
    if plain in MAGNITUDE:
        return (MAGNITUDE[plain],)
    return _sum_han(plain)


def _sum_han(plain: str) -> tuple[Decimal, ...]:
    total = section = Decimal(0)
    digit: int | None = None
    last = Decimal(10) ** 13
    for char in plain:
        if char in _DIGIT:
            if digit:  # 三四 is no numeral of one value
                return ()
            digit = _DIGIT[char]
        elif char in "十百千":
            scale = MAGNITUDE[char]
            if scale >= last:
                return ()
            section += (1 if digit is None else digit) * scale
            digit, last = None, scale
        elif char in "万亿":
            section += digit or 0
            total = (total + (section or 1)) * MAGNITUDE[char]
            section, digit, last = Decimal(0), None, Decimal(10) ** 13
        else:
            return ()
    return (total + section + (digit or 0),) if plain else ()
