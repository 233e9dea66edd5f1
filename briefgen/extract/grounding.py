"""The gate: a fact exists only where its words and its number stand in the raw text.

Input: a raw text and a `Fact`. Output: whether the fact is grounded, and why not. It never mends
or matches fuzzily: what does not hold is refused.
"""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from functools import lru_cache

from briefgen.characters import visible
from briefgen.extract.quantity import PER, PER_BEGINS
from briefgen.extract.rereading import contradiction, start_contradiction
from briefgen.extract.unit_words import HOUSEHOLDS, counts_money, counts_people
from briefgen.fact import Fact, Kind
from briefgen.lexicon import Lexicon, load_lexicon
from briefgen.numerals import read_number


def why_ungrounded(raw: str, fact: Fact, lexicon: Lexicon | None = None) -> str | None:
    """Return why `fact` is refused, or None where it is grounded.

    `raw[start:end]` must be the quote, the number's own characters must lie in it and read as the
    stored values again; a decline may be stored negative. The start of a from-to fact likewise.
    The unit must stand behind the number, or follow from its form; `lexicon` knows the units, the
    packaged one where none is given. The number must be whole (not 8.63 of 8.63万), its sign that
    of its verb, its hedges kept, and the start of a from-to fact told before it by 由 or 从.
    """
    if not 0 <= fact.start < fact.end <= len(raw) or raw[fact.start : fact.end] != fact.quote:
        return "quote"
    if fact.is_statement:
        return None if fact.number_text is None else "number"
    if fact.number_start is None or fact.number_end is None or fact.number_text is None:
        return "number"
    if not fact.start <= fact.number_start < fact.number_end <= fact.end:
        return "place"
    if raw[fact.number_start : fact.number_end] != fact.number_text:
        return "number"
    if not _same(read_number(fact.number_text), fact.values, fact.kind):
        return "value"
    words = _units(lexicon)
    if (fact.unit or "") not in _units_told(raw, fact, words):
        return "unit"
    start = fact.start_value
    if start is not None and start.values != read_number(raw[start.start : start.end]):
        return "start"
    told = contradiction(raw, fact, (fact.number_start, fact.number_end), words)
    return told or (start_contradiction(raw, fact) if start is not None else None)


@lru_cache(maxsize=1)
def _packaged() -> Lexicon:
    return load_lexicon()


def _units(lexicon: Lexicon | None) -> Lexicon:
    return _packaged() if lexicon is None else lexicon


_REACH = 40  # characters behind a number within which its unit stands, line breaks included
_PLACES = frozenset({Kind.RANK, Kind.TARGET})  # kinds that may be told by an ordinal
_BESIDE = frozenset("个、和与及（()）")
_PAIRED = re.compile(r"[（(][0-9０-９]+[）)]|[）)]")
_LISTED = re.compile(
    r"(?:个?[、和与及](?:全[国省市州区县](?:平均)?(?:水平)?)?[-－−]?[0-9０-９.]+)+(?=个?百分点|%|倍)"
)


def _units_told(raw: str, fact: Fact, lexicon: Lexicon) -> frozenset[str]:
    """Return the units that the number may have by what is printed: one, or those of its form."""
    number, end = fact.number_text or "", fact.number_end or 0
    if fact.kind in _PLACES:
        before = visible(raw[max(0, (fact.number_start or 0) - 3) : fact.number_start])
        ordinal = number.startswith("第") or (before.endswith("前") and "前" in fact.qualifiers)
        closed = fact.kind is Kind.RANK and (before.endswith("前") or raw[end : end + 1] in "位名")
        if ordinal or closed:
            return frozenset({"位"})  # 力争进入全市前十位 is a target
        if fact.kind is Kind.RANK:
            return frozenset()
    formed = _formed(number)
    if formed is not None:
        return frozenset({formed})
    behind = visible(raw[end : end + _REACH])
    behind = behind[1:] if behind[:1] in _INDEFINITE else behind
    beside = behind[:1] in _BESIDE  # another figure of a list or of a pair
    listed = (_LISTED.match(behind) or _PAIRED.match(behind)) if beside else None
    if listed is not None:  # 高0.8、0.5个百分点; 国家级（省级）中心12（56）个
        behind = behind[listed.end() :]
    if number == "零" and behind.startswith("增长"):
        return frozenset({"%"})
    if fact.kind is Kind.CHANGE and behind.startswith("位"):
        return frozenset({"位"})  # 较上年前进5位
    printed = _printed(behind, lexicon)
    if printed is not None:
        return frozenset({printed})
    start = fact.start_value
    if start is not None:  # 由1.7%降至零: the unit is said with the start
        told = _formed(raw[start.start : start.end])
        return frozenset({told or _printed(visible(raw[start.end :][:_REACH]), lexicon) or "", ""})
    return _not_said(raw, fact)


_AMOUNT = re.compile(r"[0-9.]+[万亿]?")  # as most numbers are written
_RATIO_MARKS = frozenset(":：∶︰")


def _formed(number: str) -> str | None:
    """Return the unit that the number's own characters give, or None."""
    if _AMOUNT.fullmatch(number) is not None:
        return None
    text = visible(number)
    if text.endswith("‰"):
        return "‰"
    if text.endswith(("%", "％")) or text.startswith("百分之"):
        return "%"
    if not _RATIO_MARKS.isdisjoint(text):
        return "比"
    if "翻" in text:
        return "倍"
    return "" if "分之" in text or text == "一半" else None


def _printed(behind: str, lexicon: Lexicon) -> str | None:
    """Return the unit that begins `behind` as it is recorded (名 is 人), or None."""
    match = lexicon.unit_pattern.match(behind)
    if match is None:
        return None
    unit, end = lexicon.units[match.group()].same, match.end()
    ratio = PER.match(behind, end) if behind[end : end + 1] in PER_BEGINS else None
    return unit if ratio is None else f"{unit}/{ratio.group()[1:]}"


def _not_said(raw: str, fact: Fact) -> frozenset[str]:
    """Return the unit of what is counted without one: 80万人民, 百余行业, 事故为零; else none."""
    start, end = fact.number_start or 0, fact.number_end or 0
    before = visible(raw[max(0, start - _REACH) : start])
    text = before + visible(raw[start:end]) + visible(raw[end : end + _REACH])
    at = len(before) + len(visible(raw[start:end]))
    if fact.kind in _SUMS and counts_money(text, fact.values[0], len(before), at):
        return frozenset({"元"})
    if fact.kind not in (Kind.COUNT, Kind.TARGET):
        return frozenset({""})
    if fact.number_text == "零":
        return frozenset({"人" if re.search("人[数口]", fact.indicator) else "起"})
    if counts_people(text, fact.values[0], len(before), at + (text[at : at + 1] in _INDEFINITE)):
        return frozenset({"人"})
    if HOUSEHOLDS.match(text, at) is not None:
        return frozenset({"户"})
    return frozenset({"个"} if "余" in fact.qualifiers and text[at : at + 1] == "余" else ())


_SUMS = frozenset({Kind.LEVEL, Kind.TARGET})
_INDEFINITE = frozenset("余多几")


_SIGNED = frozenset({Kind.GROWTH, Kind.CHANGE, Kind.TARGET})


def _same(read: tuple[Decimal, ...], stored: tuple[Decimal, ...], kind: Kind) -> bool:
    """Return whether the values agree: 下降3.2% is stored as -3.2 in a growth or a change."""
    if read == stored and stored:
        return True
    signed = kind in _SIGNED
    down = bool(stored) and all(v <= 0 for v in stored)
    return signed and down and tuple(-v for v in read) == stored


def fact_id(source: str, start: int, end: int, quote: str) -> str:
    """Return the stable id of what stands at raw `[start, end)`: the same input, the same id."""
    key = f"{source}\n{start}\n{end}\n{quote}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:6].hex()
