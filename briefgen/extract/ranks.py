"""Ordinals and places: 位居全市第一 is a rank, 第一书记 a name, 排名前三 a bound.

Input: the text and a numeral. Output: a `Quantity` of the dimension rank, or why there is none. It
does not know what is ranked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.extract.quantity import Quantity, quantity_of
from briefgen.numerals import Numeral


def read_ordinal(text: str, numeral: Numeral) -> Quantity | str:
    """Return a rank where the ordinal closes its phrase: 位居全市第一，; 第一书记 is a name."""
    end = numeral.end
    after = _PLACE.match(text, end)
    stop = after.end() if after else end
    closed = _CLOSED.match(text, stop)
    before = text[max(0, numeral.start - 16) : numeral.start]
    moved = re.search(r"[由从][^，。；]{0,6}$", before) and _MOVES_UP.match(text, stop)
    if moved:  # 位次由第11位升至第8位
        return quantity_of(text, numeral, stop, "位", text[end:stop], "rank")
    if (
        _RANKS_BEFORE.search(before)
        or _RANKED_BEFORE.search(text[max(0, numeral.start - _LIST) : numeral.start]) is not None
    ):  # 分别居全市第2位、第4位和第1位; 居全国百强县投资潜力第3、绿色发展第5
        before += "位"
    if closed is None or (_STANDING.search(before) is None and after is None):
        return "ordinal"
    return quantity_of(text, numeral, stop, "位", text[end:stop], "rank")


_PLACE = re.compile(r"名|位(?!置)")
_CLOSED = re.compile(
    r"$|[，。；！？,;）)”」\s：:]|、(?!第?[二三2-9])|、(?=第[0-9一二三四五六七八九十]+(?:[位名]|[，。；]|$))"
    r"|的(?!第)|和|及|增长|并|且"
)
_STANDING = re.compile(
    r"居|列|排|位|保持|全市|全国|全省|中心城区|西部|区县|跻身|获|名|蝉联|连续|为|同类"
    "|[二两三四五六七八九十][区县市州旗]市?$"  # 总量六区第一
)
_MOVES_UP = re.compile("(?:上升|跃升|提升|前移|升|跃居|进|下降|降|退)[至到为]|到第")
_LIST = 90  # characters that a list of ranks may fill
_RANKED_BEFORE = re.compile(
    r"[居列排位](?:全[国省市州]|世界|全球|西部)[^，。；、0-9]{2,16}第[0-9一二三四五六七八九十]+[位名]?"
    r"(?:[、和][^，。；、和0-9第]{2,14}第[0-9一二三四五六七八九十]+[位名]?)*[、和][^，。；、和0-9第]{2,14}$"
)
_RANKS_BEFORE = re.compile(r"第[0-9一二三四五六七八九十]+[位名]?[、和与]$")


_FIRST = re.compile(
    r"(?:居|列|排名|位居|位列|排|进入|跻身|保持|稳居|全市|全国|全省|世界|西部|中心城区)[^，。；]{0,10}前$"
)
_FIRST_END = re.compile(r"(?:名|位|强)?(?=[，。；、！）)\s]|$|的)")


def among_first(text: str, numeral: Numeral) -> Quantity | None:
    """Return the rank of 排名全市前三, a bound and no place: its hedge is 前."""
    if text[numeral.start - 1 : numeral.start] != "前" or len(numeral.values) != 1:
        return None
    end = _FIRST_END.match(text, numeral.end)
    if end is None or _FIRST.search(text[max(0, numeral.start - 18) : numeral.start]) is None:
        return None
    found = quantity_of(text, numeral, end.end(), "位", end.group(), "rank")
    return replace(found, hedges=("前",), start=numeral.start - 1, high=numeral.value)
