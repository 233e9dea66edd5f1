"""Numbers in Chinese text: found, read as `Decimal` with their bounds, and written again.

Input: any text (offsets index it, half-open code points). Output: `Numeral`s, values, or the
printed form of a value. It does not know units, dates or what a number measures: that is
`extract`'s part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from briefgen.number_values import DIGIT, MAGNITUDE, NUMBER, WIDE
from briefgen.number_values import read_number as read_number
from briefgen.values import value_class


class Form(StrEnum):
    """How a numeral is written."""

    PLAIN = "plain"  # 1600, 8.63万, 十二
    PERCENT = "percent"  # 50.7%, 百分之五
    RATIO = "ratio"  # 2.6：48.8：48.6
    RANGE = "range"  # 5%—8%
    ORDINAL = "ordinal"  # 第一, 第27
    MULTIPLE = "multiple"  # 翻番, 翻两番
    FRACTION = "fraction"  # 三分之二
    HALF = "half"  # 半, 一半, 一个半
    CODE = "code"  # S542, 5G: a name that holds digits
    SLOGAN = "slogan"  # 1+4+9+N
    CLOCK = "clock"  # 14:30
    DASHED = "dashed"  # —5%: a dash or a minus sign, nobody can tell


@value_class(frozen=True, slots=True)
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


_CHINESE = "零〇一二两三四五六七八九十百千万亿"

# 千 before 瓦, 米, 克 … belongs to the unit: 100千瓦; 百 before 分点 too: 0.5个百分点
_SCALE = r"(?:万亿|千亿|百亿|千万|百万|亿|万|千(?![瓦米克卡伏赫帕]|分之)|百(?!分))"
_AMOUNT = rf"{NUMBER}(?:[余多几](?={_SCALE}))?(?:{_SCALE})?[%％‰]?"
# 百万千瓦 is a million kilowatts
_HAN = f"(?:[{_CHINESE.replace('千', '')}]|千(?!瓦))"
_POINT = rf"{_HAN}{{1,16}}(?:点[零〇一二三四五六七八九]+)?"

# every token begins with one of these: a quick look saves trying all of them at each character
_BEGINS = re.compile(f"[0-9０-９A-Za-z第半双再翻数几{_CHINESE}−－—-]")
_TOKEN = re.compile(
    "|".join(
        (
            # most numbers are plain (12.5%, 8.63万): what stands behind them makes no other form
            rf"(?P<plain>{DIGIT}++(?:\.{DIGIT}++)?[万亿]?[%％]?"
            r"(?![0-9０-９A-Za-z+＋_:：∶︰—–~～－至分余多几万亿千百,，.．%％‰-]|个半))",
            rf"(?P<slogan>{DIGIT}++(?:[+＋](?:{DIGIT}++|[NnXx]))+)",
            rf"(?P<code>(?<![A-Za-z0-9])(?!GDP|gdp)[A-Za-z]{{1,6}}-?{DIGIT}+(?:\.{DIGIT}+)?[A-Za-z0-9]*|{DIGIT}++[A-Za-z]+(?![a-zA-Z])"
            rf"(?<!km)(?<!kg)(?<!mg)|{DIGIT}++_{DIGIT}+)",
            rf"(?P<ratio>{NUMBER}(?:[:：∶︰]{NUMBER})+)",
            rf"(?P<range>[-−－]?{_AMOUNT}(?:[-—–~～－]|至){_AMOUNT})",
            rf"(?P<ordinal>第(?:{DIGIT}+|{_HAN}{{1,16}}))",
            rf"(?P<percent>百分之(?:{NUMBER}|{_POINT}))",
            rf"(?P<fraction>(?:{_HAN}{{1,16}}|{DIGIT}{{1,16}}+)分之(?:{_HAN}{{1,16}}|{DIGIT}{{1,16}}))",
            r"(?P<multiple>(?:双|再)?翻(?:[一两二三四]|了?[一两二三四])?番)",
            rf"(?P<half>(?:{_HAN}{{1,16}}|{DIGIT}{{1,16}}+)个半|一半|半(?=(?:个?月|天|小时)))",
            rf"(?P<arabic>[-−－—]?{_AMOUNT})",
            rf"(?P<han>(?:[数几][十百千万亿]+|{_HAN}+几?{_HAN}*))",
        )
    )
)
# 签约2130户, 侦破20起: no hedge
_BEFORE = re.compile(
    r"(?:不低于|不少于|不超过|不足|不到|超过了?|突破了?|接近|将近|大约|约为|至少|最多|刚过|超"
    r"|(?<![附靠临邻])近|(?<![签节履违合契公条邀])约|逾|(?<![侦攻])破"
    r"|(?<![以跃迈站登跨镇县乡村路网线地水山身楼车])上)$"
)
_AFTER = re.compile(r"以上|以下|以内|左右|上下|[余多](?!数|年来|边|元化)")
_INDEFINITE = re.compile("[余多几数]")
# what a hedge before a number ends with, and one behind it begins with: most numbers have none
_BEFORE_ENDS = frozenset("近约超逾破上")
_BEFORE_PAIRS = frozenset(
    (
        *("低于", "少于", "超过", "过了", "不足", "不到", "突破", "破了"),
        *("接近", "将近", "大约", "约为", "至少", "最多", "刚过"),
    )
)
_AFTER_BEGINS = frozenset("以左上余多")
_SIGNS = frozenset("-−－—")
_HAN_SET = frozenset(_CHINESE)
_DIGITS = re.compile(DIGIT)
_INSIDE = re.compile(rf"{DIGIT}[.．,，:：∶︰]?$")  # goes on here: 1,|600 and 2.|6
_LINKS = frozenset(".．,，:：∶︰\n")  # a number may be wrapped
_INSIDE_HAN = re.compile(f"[0-9０-９{_CHINESE}][余多几]?$")
_JOINED_PAIRS = frozenset(("双翻", "再翻", "个半"))
_JOINS = frozenset("-−—–~～－至")
# what stands before the rest of a number: most numbers have none of these before them
_GOES_ON = frozenset("第双再个余多几0123456789０１２３４５６７８９") | _LINKS | _JOINS | _HAN_SET
_JOINED = re.compile(f"{DIGIT}(?:{_SCALE})?[%％‰]?.$")
_LOWER = frozenset(
    (
        "不低于",
        "不少于",
        "超过",
        "突破",
        "至少",
        "超",
        "逾",
        "刚过",
        "高于",
        "破",
        "上",
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


def numeral_at(text: str, start: int) -> Numeral | None:
    """Return the numeral that begins at `start` of `text`, None where none does.

    A place inside a numeral (600 in 1600, 3.2 in -3.2) is none of its beginnings.
    """
    at = start - 1 if text[start - 1 : start] in _SIGNS else start
    if _is_inside(text, at) or _is_inside(text, start):
        return None
    match = _TOKEN.match(text, at) or _TOKEN.match(text, start)
    found = None if match is None else _numeral(text, match)
    return found if found is not None and found.start == start else None


def has_numeral(text: str, start: int, end: int) -> bool:
    """Return whether a numeral fills `[start, end)` of `text`, with none of it outside."""
    if text[start - 1 : start] in _SIGNS or text[start : start + 1] in _SIGNS:
        found = numeral_at(text, start)
        return found is not None and found.end == end
    match = None if _is_inside(text, start) else _TOKEN.match(text, start)
    return match is not None and match.end() == end


def _is_inside(text: str, at: int) -> bool:
    """Return whether what stands at `at` goes on from before: 1,|600, 二|十, 1|万, 第|一, 3至|5."""
    before = text[at - 1 : at]
    if before not in _GOES_ON:
        return False
    if before == "第" or text[at - 1 : at + 1] in _JOINED_PAIRS:
        return True
    if before in _JOINS and _JOINED.search(text, max(0, at - 5), at):
        return True
    if text[at : at + 1] in _HAN_SET:
        return _INSIDE_HAN.search(text, max(0, at - 2), at) is not None
    return _INSIDE.search(text, max(0, at - 2), at) is not None and bool(_DIGITS.match(text, at))


def _numerals(text: str) -> Iterator[Numeral]:
    at = 0
    while (begins := _BEGINS.search(text, at)) is not None:
        match = _TOKEN.match(text, begins.start())
        found = None if match is None else _numeral(text, match)
        if found is None:
            at = begins.end() if match is None else match.end()
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
    hedges = hedges_at(text, start, end, token)
    bound = hedges or kind == "han"
    low, high = _bounds(values, hedges, token) if bound else (None, None)
    arabic = kind not in ("han",)
    return Numeral(start, end, token, values, form, low, high, hedges, arabic)


def _form(kind: str, token: str) -> Form:
    if kind in ("plain", "arabic", "han"):
        return Form.PERCENT if token[-1] in "%％‰" else Form.PLAIN
    return Form(kind)


def _is_clock(token: str) -> bool:
    """Return whether `token` is a time of day: 14:30, but not 5：1, 2.6：48.8：48.6, 10：47：43."""
    parts = token.translate(WIDE).split(":")
    if not all(p.isdigit() for p in parts) or (len(parts) == 3 and sum(map(int, parts)) == 100):
        return False
    return len(parts[-1]) == 2 and int(parts[0]) < 24 and int(parts[1]) < 60


def hedges_at(text: str, start: int, end: int, token: str) -> tuple[str, ...]:
    """Return the hedges around and inside the numeral `token` at `[start, end)` of `text`."""
    found = []
    if start and (text[start - 1] in _BEFORE_ENDS or text[start - 2 : start] in _BEFORE_PAIRS):
        before = _BEFORE.search(text, max(0, start - 4), start)
        found += [before.group().rstrip("了为")] if before is not None else []
    if not token.isascii() and (inner := _INDEFINITE.search(token)) is not None:
        found.append(inner.group())
    if text[end : end + 1] in _AFTER_BEGINS and (after := _AFTER.match(text, end)) is not None:
        found.append(after.group())
    return tuple(found)


def bounds_of(value: Decimal, hedges: tuple[str, ...]) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds that `hedges` give around `value`, None where they give none."""
    if not hedges:
        return None, None
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
            scale = MAGNITUDE[name]
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
