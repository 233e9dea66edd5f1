"""What the print around a number says of it, read again: whole, sign, hedges, bounds, start.

Input: a raw text, a `Fact` whose offsets hold, the lexicon. Output: what the fact contradicts, in
one word. It knows nothing of how the fact was found.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefgen.characters import visible
from briefgen.extract.phrases import BESIDE, RATE_MOVED, grammar_of
from briefgen.extract.quantity import AFTER_UNIT, AFTER_UNIT_BEGINS
from briefgen.fact import Fact, Kind
from briefgen.lexicon import Lexicon
from briefgen.numerals import Numeral, bounds_of, has_numeral, hedges_at, numeral_at

_HEDGE = 3  # characters before a number within which its hedge may be torn
_REACH = 24  # characters around a number, line breaks included
_MOVED = frozenset({Kind.GROWTH, Kind.CHANGE})


def contradiction(raw: str, fact: Fact, number: tuple[int, int], lexicon: Lexicon) -> str | None:
    """Return what of the number at raw `[start, end)` is told otherwise than the fact has it.

    "number": it is a part of a longer one (8.63 of 8.63万, 600 of 1600); "sign": a decline told as
    a rise or the reverse; "hedge": 近 or 以上 is left out; "bounds": not those of the hedges.
    """
    text, start, end = _seen(raw, *number)
    if not _is_whole(raw, number, fact.unit, (text, start, end)):
        return "number"
    if _turned(raw, fact, number[0], lexicon):
        return "sign"
    unit = lexicon.unit_pattern.match(text, end)
    behind = unit.end() if unit else end
    after = (
        AFTER_UNIT.match(text, behind) if text[behind : behind + 1] in AFTER_UNIT_BEGINS else None
    )
    told = hedges_at(text, start, end, text[start:end])
    if after is not None or told:
        after_unit = (after.group(),) if after else ()
        if not {*told, *after_unit} <= set(fact.qualifiers):
            return "hedge"
    elif fact.low is None and fact.high is None:
        return None
    return None if _bounds_fit(fact, numeral_at(text, start)) else "bounds"


def _seen(raw: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the text around raw `[start, end)` as it is seen, and the place of the number in it.

    Where nothing hides beside the number that is the raw text itself.
    """
    around = raw[max(0, start - _HEDGE) : end + 1]  # a line may end within a hedge: 突⏎破万亿元
    if visible(around) == around:
        return raw, start, end
    before, text = visible(raw[max(0, start - _REACH) : start]), visible(raw[start:end])
    whole = before + text + visible(raw[end : end + _REACH])
    return whole, len(before), len(before) + len(text)


def _is_whole(
    raw: str, number: tuple[int, int], unit: str | None, seen: tuple[str, int, int]
) -> bool:
    text, start, end = seen
    if has_numeral(text, start, end):
        return True
    parted = raw[number[1] : number[1] + 1].isspace() and text[end : end + 1] == unit
    return parted and unit in ("%", "‰") and has_numeral(text, start, end + 1)  # 8.6 %


def start_contradiction(raw: str, fact: Fact) -> str | None:
    """Return "start" where the start of a from-to fact does not stand before it as 由…至… says."""
    start, number = fact.start_value, fact.number_start
    if start is None or number is None:
        return None
    if not fact.start <= start.start < start.end <= number:
        return "start"
    if not _is_whole(raw, (start.start, start.end), fact.unit, _seen(raw, start.start, start.end)):
        return "start"
    before, between = raw[fact.start : start.start], visible(raw[start.end : number])
    linked = re.search("[由从]", before) and re.search("[到至为成]", between)
    return None if linked else "start"


def _turned(raw: str, fact: Fact, at: int, lexicon: Lexicon) -> bool:
    """Return whether the last verb before the number goes the other way: 下降3.2% is -3.2."""
    down = min(fact.values) < 0
    if not down and fact.kind not in _MOVED:
        return False
    if (fact.number_text or "")[:1] in "-−－" or fact.start_value is not None:
        return False
    grammar = grammar_of(lexicon.verbs)
    words = visible(raw[fact.start : at])
    if "幅" in words or "增速" in words:
        words = RATE_MOVED.sub(r"\g<rate>", words)
    verbs = [
        verb
        for verb in grammar.changes.findall(words)
        if verb not in BESIDE or words.endswith((verb, verb + "了"))  # 增长不少于8% is no fall
    ]
    if verbs[-1:] == ["改善"]:
        return False  # 优良率改善2个百分点, PM2.5浓度改善7.7%
    falls = bool(verbs) and verbs[-1] not in grammar.rises
    return not falls if down else falls and max(fact.values) > 0


def _bounds_fit(fact: Fact, numeral: Numeral | None) -> bool:
    if len(fact.values) != 1 or numeral is None:
        return True
    value: Decimal = fact.values[0]
    allowed = [(numeral.low, numeral.high), bounds_of(value, fact.qualifiers)]
    if value < 0:
        allowed = [(None, None)]
    if "前" in fact.qualifiers:  # 排名前三
        allowed = [(None, value)]
    return (fact.low, fact.high) in allowed
