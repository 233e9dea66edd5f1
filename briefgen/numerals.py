"""Numbers in Chinese text: found, read as `Decimal` with their bounds, and written again.

Input: any text (offsets index it, half-open code points). Output: `Numeral`s, values, or the
printed form of a value. It does not know units, dates or what a number measures: that is
`extract`'s part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Form(StrEnum):
    """How a numeral is written."""

    PLAIN = "plain"  # 1600, 8.63万, 十二
    PERCENT = "percent"  # 50.7%, 百分之五
    RATIO = "ratio"  # 2.6：48.8：48.6
    RANGE = "range"  # 5%—8%
    ORDINAL = "ordinal"  # 第一, 第27
    MULTIPLE = "multiple"  # 翻番, 翻两番
    FRACTION = "fraction"  # 三分之二
    HALF = "half"  # 半, 一个半
    CODE = "code"  # S542, 5G: a name that holds digits
    SLOGAN = "slogan"  # 1+4+9+N
    CLOCK = "clock"  # 14:30
    DASHED = "dashed"  # —5%: a dash or a minus sign, nobody can tell


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral with magnitude and % at `[start, end)`; hedges around it are named, not inside.

    `low` and `high` are the bounds that the hedges give, None where they give none. `arabic`
    tells an Arabic numeral or a compound from a bare Chinese one, which may be part of a word
    (统一).
    """

    start: int
    end: int
    text: str
    values: tuple[Decimal, ...]
    form: Form
    low: Decimal | None = None
    high: Decimal | None = None
    hedges: tuple[str, ...] = ()
    arabic: bool = True

    @property
    def value(self) -> Decimal:
        """Return the first value."""
        return self.values[0]


_WIDE = str.maketrans("０１２３４５６７８９．％－∶：︰", "0123456789.%-:::")
_MAGNITUDE = {
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
_CHINESE = "零〇一二两三四五六七八九十百千万亿"

_D = "[0-9０-９]"
_NUMBER = rf"(?:{_D}{{1,3}}(?:[,，]{_D}{{3}})+(?!{_D})|{_D}+)(?:[.．]{_D}+)?"
# 千 before 瓦, 米, 克 … belongs to the unit: 100千瓦; 百 before 分点 too: 0.5个百分点
_SCALE = r"(?:万亿|千亿|百亿|千万|百万|亿|万|千(?![瓦米克卡伏赫帕]|分之)|百(?!分))"
_AMOUNT = rf"{_NUMBER}(?:[余多几](?={_SCALE}))?(?:{_SCALE})?[%％‰]?"
_HAN = f"[{_CHINESE}]"
_POINT = rf"{_HAN}{{1,16}}(?:点[零〇一二三四五六七八九]+)?"

_TOKEN = re.compile(
    "|".join(
        (
            rf"(?P<slogan>{_D}+(?:[+＋](?:{_D}+|[NnXx]))+)",
            rf"(?P<code>(?<![A-Za-z0-9])(?!GDP|gdp)[A-Za-z]{{1,6}}-?{_D}+(?:\.{_D}+)?[A-Za-z0-9]*|{_D}+[A-Za-z]+(?![a-zA-Z])"
            rf"(?<!km)(?<!kg)(?<!mg)|{_D}+_{_D}+)",
            rf"(?P<ratio>{_NUMBER}(?:[:：∶︰]{_NUMBER})+)",
            rf"(?P<range>[-−－]?{_AMOUNT}(?:[-—–~～－]|至){_AMOUNT})",
            rf"(?P<ordinal>第(?:{_D}+|{_HAN}{{1,16}}))",
            rf"(?P<percent>百分之(?:{_NUMBER}|{_POINT}))",
            rf"(?P<fraction>(?:{_HAN}{{1,16}}|{_D}{{1,16}})分之(?:{_HAN}{{1,16}}|{_D}{{1,16}}))",
            r"(?P<multiple>(?:双|再)?翻(?:[一两二三四]|了?[一两二三四])?番)",
            rf"(?P<half>(?:{_HAN}{{1,16}}|{_D}{{1,16}})个半|半(?=(?:个?月|天|小时)))",
            rf"(?P<arabic>[-−－—]?{_AMOUNT})",
            rf"(?P<han>(?:[数几][十百千万亿]+|{_HAN}+几?{_HAN}*))",
        )
    )
)
_BEFORE = re.compile(
    r"(?:不低于|不少于|不超过|不足|不到|超过了?|突破了?|接近|将近|大约|至少|最多|刚过|超|近|约|逾|破|(?<![以跃迈站登跨镇县乡村路网线地水山身楼车])上)$"
)
_AFTER = re.compile(r"以上|以下|以内|左右|上下|[余多](?!数|年来|边|元化)")
_LOWER = frozenset(
    (
        "不低于",
        "不少于",
        "超过",
        "突破",
        "至少",
        "超",
        "逾",
        "破",
        "上",
        "刚过",
        "高于",
        "以上",
        "余",
        "多",
        "几",
        "数",
    )
)
_UPPER = frozenset(("低于", "不超过", "不足", "不到", "接近", "将近", "最多", "近", "以下", "以内"))


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Return every numeral of `text` in order, also those inside words and names."""
    return tuple(_numerals(text))


def _numerals(text: str) -> Iterator[Numeral]:
    at = 0
    while (match := _TOKEN.search(text, at)) is not None:
        found = _numeral(text, match)
        if found is None:
            at = match.end()
        else:
            yield found
            at = found.end


def _numeral(text: str, match: re.Match[str]) -> Numeral | None:
    start, end, kind = match.start(), match.end(), match.lastgroup or ""
    token = match.group()
    if kind == "arabic" and token[0] in "-−－—":
        # 产业园-3号 holds a dash; 增长-3.2% a sign; —5% is either and is left to a reader
        if start and (text[start - 1].isalnum() and text[start - 1].isascii()):
            start, token = start + 1, token[1:]
        elif token[0] == "—":
            doubtful = token[-1] in "%％" and text[max(0, start - 1) : start] not in (
                "—",
                "年",
                "月",
            )
            if doubtful:
                return Numeral(start, end, token, read_number(token[1:]), Form.DASHED)
            start, token = start + 1, token[1:]
    values = read_number(token)
    form = _form(kind, token)
    if form is Form.RATIO and _is_clock(token):
        form = Form.CLOCK
    if not values and form not in (Form.CODE, Form.SLOGAN):
        return None
    hedges = _hedges(text, start, end, token)
    low, high = _bounds(values, hedges, token)
    arabic = kind not in ("han",)
    return Numeral(start, end, token, values, form, low, high, hedges, arabic)


def _form(kind: str, token: str) -> Form:
    if kind in ("arabic", "han"):
        return Form.PERCENT if token[-1] in "%％‰" else Form.PLAIN
    return Form(kind)


def _is_clock(token: str) -> bool:
    """Return whether `token` is a time of day: 14:30, but not 5：1 and not 2.6：48.8：48.6."""
    parts = token.translate(_WIDE).split(":")
    whole = all(p.isdigit() for p in parts)
    return whole and len(parts[-1]) == 2 and int(parts[0]) < 24 and int(parts[1]) < 60


def _hedges(text: str, start: int, end: int, token: str) -> tuple[str, ...]:
    found = []
    if (before := _BEFORE.search(text, max(0, start - 4), start)) is not None:
        found.append(before.group().removesuffix("了"))
    if (inner := re.search("[余多几数]", token)) is not None:
        found.append(inner.group())
    if (after := _AFTER.match(text, end)) is not None:
        found.append(after.group())
    return tuple(found)


def bounds_of(value: Decimal, hedges: tuple[str, ...]) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds that `hedges` give around `value`, None where they give none."""
    low = value if any(h in _LOWER for h in hedges) else None
    high = value if any(h in _UPPER for h in hedges) else None
    return low, high


def _bounds(
    values: tuple[Decimal, ...], hedges: tuple[str, ...], token: str
) -> tuple[Decimal | None, Decimal | None]:
    if len(values) != 1:
        return None, None
    low, high = bounds_of(values[0], hedges)
    if token.endswith("几"):  # 十几口: 11 to 19
        unit = Decimal(10)
        return values[0], values[0] + unit
    if token[0] in "几数":  # 数十家: 20 to 99
        return values[0] * 2, values[0] * 10
    return low, high


# --- reading ----------------------------------------------------------------------------------

_PARTS = re.compile(
    rf"([-−]?)({_NUMBER.replace('０-９', '').replace('．', '')})[余多几]?(.*)", re.S
)


def is_invisible(char: str) -> bool:
    """Return whether a character is printed as nothing: a control, a format or a direction mark."""
    return unicodedata.category(char) in ("Cc", "Cf")


def read_number(text: str) -> tuple[Decimal, ...]:
    """Return the values written in `text`: one, or several of a ratio or a range.

    White space and characters that are not seen (a zero-width space inside 1600) are ignored.
    Empty where `text` is no number. 万 and 亿 are expanded; % is not: 50.7% gives 50.7.
    """
    token = "".join(c for c in text if not (c.isspace() or is_invisible(c))).translate(_WIDE)
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
        low = (low[0] * _MAGNITUDE[scale.group()],)
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
    if not head:
        return (Decimal("0.5"),)
    return tuple(v + Decimal("0.5") for v in _one(head))


def _one(token: str) -> tuple[Decimal, ...]:
    match = _PARTS.fullmatch(token)
    if match is None:
        return _han(token)
    sign, digits, rest = match.groups()
    scale = rest.rstrip("%‰")
    if scale and scale not in _MAGNITUDE:
        return ()
    value = Decimal(re.sub("[,，]", "", digits)) * _MAGNITUDE.get(scale, Decimal(1))
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
    if plain in _MAGNITUDE:
        return (_MAGNITUDE[plain],)
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
            scale = _MAGNITUDE[char]
            if scale >= last:
                return ()
            section += (1 if digit is None else digit) * scale
            digit, last = None, scale
        elif char in "万亿":
            section += digit or 0
            total = (total + (section or 1)) * _MAGNITUDE[char]
            section, digit, last = Decimal(0), None, Decimal(10) ** 13
        else:
            return ()
    return (total + section + (digit or 0),) if plain else ()


# --- writing ----------------------------------------------------------------------------------

_UNSCALED = frozenset(("%", "‰", "个百分点", "百分点", "倍", "位", "年", "成"))


def plain_digits(value: Decimal) -> str:
    """Return `value` without exponent and without zeros at the end of its fraction."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def write_number(value: Decimal, unit: str = "", *, sign: bool = False) -> str:
    """Return `value` with `unit` as GB/T 15835 writes it: 3.45亿元, 8.63万户, 1896户, -3.2%.

    万 and 亿 are used where at most four decimals remain, so that reading gives `value` again.
    With `sign` a rise is printed with its +.
    """
    text = plain_digits(value)
    if unit not in _UNSCALED:
        for name in ("亿", "万"):
            scale = _MAGNITUDE[name]
            shown = plain_digits(value / scale) if abs(value) >= scale else ""
            decimals = len(shown.partition(".")[2])
            if shown and decimals <= (2 if name == "万" else 4):
                text = shown + name
                break
    plus = "+" if sign and value > 0 else ""
    return f"{plus}{text}{unit}"


_FIGURE_WORDS = re.compile(r"第[一二三四五六七八九十]+(?=[名位，。；、 ]|$)")


def figures_in(text: str) -> tuple[str, ...]:
    """Return the figures that a reader sees in a brief's `text`, verbatim, in order.

    Arabic numerals with magnitude and %, ratios, ranges, multiples, and Chinese numerals with a
    magnitude or an indefinite part (十几, 百余, 千亿); a bare 一 or 三 inside a word is none.
    """
    return tuple(n.text for n in find_numerals(text) if _is_figure(n, text))


def _is_figure(numeral: Numeral, text: str) -> bool:
    if numeral.form is Form.ORDINAL:
        return _FIGURE_WORDS.match(text, numeral.start) is not None or numeral.text[-1].isdigit()
    if numeral.form is Form.HALF:
        return True
    if numeral.arabic:
        return True
    vague = bool(numeral.hedges) and numeral.value >= 10  # 百余家, 上千人
    return vague or "几" in numeral.text or (len(numeral.text) > 1 and numeral.value >= 10)
