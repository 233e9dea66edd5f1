"""The few words that writers add to a brief's own, the same in Word and in PDF.

Input: blocks of a brief and its language. Output: runs or strings to print. It does not know a
format or a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from briefgen.brief import (
    Brief,
    Card,
    Chart,
    Cite,
    Quote,
    Runs,
    SourceEntry,
    Text,
    Value,
    block_runs,
    plain_text,
)

NUMERAL_PT = 2.5  # larger than the words: no reader takes 2. before 2023年 for one number
_FIGURE = {"zh": "图{}", "en": "Figure {}"}
_SOURCE = {"zh": "来源：", "en": "Source: "}
_NOTE = {"zh": "（{}）", "en": " ({})"}
_BACK = {"zh": "回到首次引用〔{}〕之处", "en": "Back to the first reference to 〔{}〕"}
_FACTS = {"zh": "本期简报所据的事实，每行一条", "en": "The facts of this brief, one a line"}
_NARROW, _BROAD = frozenset(" .,:;'!|/()[]Iijlft-"), frozenset("%@mwMW")  # letters of a bold sans
_GAP = "\u3000"
_DIGITS = "一二三四五六七八九"


def figure_label(number: int, language: str) -> str:
    """Return the name of a chart by its number: 图1."""
    return _FIGURE.get(language, _FIGURE["zh"]).format(number)


def chart_source_runs(chart: Chart, language: str) -> Runs:
    """Return the line below a chart: 图1　来源：〔1a〕; the chart's own words are kept whole."""
    said = plain_text(chart.source).lstrip()
    words = _SOURCE.get(language, _SOURCE["zh"])
    lead = "" if not said or said.lower().startswith(("来源", "source", "注")) else words
    return (Text(figure_label(chart.number, language) + _GAP + lead), *chart.source)


def key_point_label(position: int, language: str = "zh", *, hangs: bool = True) -> str:
    """Return the number that stands before a key point, counted from 1.

    The space behind it parts it from a figure for programs that read the text without its layout.
    Where it does not hang in the margin but begins the text it is that of the second level of an
    official paper: （一）2023年, since 1.2023年 reads as one number.
    """
    if hangs or language != "zh":
        return f"{position}. "
    return f"（{chinese_number(position)}）"


def chinese_number(number: int) -> str:
    """Return a number from 1 to 99 as it stands before a section: 一, 十, 十一, 二十三."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("" if tens == 1 else _DIGITS[tens - 1]) + "十"
    return head + (_DIGITS[ones - 1] if ones else "")


def source_title_runs(entry: SourceEntry, language: str) -> Runs:
    """Return the line of a source: its number as a reference, its title, what its date is."""
    note = _NOTE.get(language, _NOTE["zh"]).format(entry.note) if entry.note else ""
    number = Cite((str(entry.number),), latin=language != "zh")
    return (number, Text(" "), Text(entry.title, strong=True), Text(note))


def quote_runs(quote: Quote, language: str = "zh") -> Runs:
    """Return a quoted sentence after its key, in the marks of a quotation.

    A quotation inside the sentence keeps its own marks: “实施“双千计划”” is what the source says.
    """
    key = Cite((quote.key,), latin=language != "zh")
    return (key, Text(" “"), Value(quote.text, quote.fact_ids), Text("”"))


def card_rows(cards: tuple[Card, ...]) -> tuple[tuple[Card, ...], ...]:
    """Return the cards in rows of two to four, as even as can be: five are three and two.

    Four stand in a row only where every figure is short enough for a quarter of the page.
    """
    widest = max((breadth(plain_text(card.value)) for card in cards), default=0.0)
    most = 4 if widest <= 5 and len(cards) in (4, 7, 8) else 3
    count = -(-len(cards) // most)
    rows, start = [], 0
    for row in range(count):
        size = -(-(len(cards) - start) // (count - row))
        rows.append(cards[start : start + size])
        start += size
    return tuple(rows)


def breadth(text: str) -> float:
    """Return the breadth of `text` in ems, roughly: digits and Latin letters take half of one, and
    Word leaves a quarter between them and Chinese."""
    gaps = sum(one.isascii() != other.isascii() for one, other in pairwise(text))
    return sum(map(character_breadth, text)) + 0.25 * gaps


def character_breadth(char: str) -> float:
    """Return the breadth of one character in ems, roughly."""
    if not char.isascii():
        return 1.0
    if char in _NARROW or char in _BROAD:
        return 0.32 if char in _NARROW else 0.92
    return 0.71 if char.isupper() else 0.58


def pairs(brief: Brief) -> Mapping[str, int]:
    """Return how often two characters stand side by side in the brief: what is likely a word."""
    counts: Counter[str] = Counter()
    for block in brief.blocks:
        for runs in block_runs(block):
            text = plain_text(runs)
            counts.update(text[at : at + 2] for at in range(len(text) - 1))
    return counts


def back_words(key: str, language: str) -> str:
    """Return what the link from a source says that leads back to where it is first cited."""
    return _BACK.get(language, _BACK["zh"]).format(key)


def facts_words(language: str) -> str:
    """Return what the attached file of facts is said to be."""
    return _FACTS.get(language, _FACTS["zh"])
