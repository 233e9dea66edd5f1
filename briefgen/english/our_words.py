"""Words of ours in English: names of measures, places, speakers and times by what they are called.

Input: Chinese words that a brief puts around its facts. Output: English. A name that nobody knows
stays Chinese, in quotation marks. It tells no statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefgen.english.figures import Figures, exact_digits
from briefgen.english.measures import Names, bare_measure
from briefgen.english.speakers import tell_speaker
from briefgen.english.times import printed_time
from briefgen.fact import Fact, Kind
from briefgen.numerals import read_number

_INNER = str.maketrans("“”", "‘’")  # marks within marks
# a piece of our words that holds Chinese: a name may hold quotation marks, brackets and lists
_HAN = re.compile(r"[\w“”‘’（）《》、·+&.%—-]*[\u3400-\u9fff〇][\w“”‘’（）()《》、·+&.%—-]*")
_AMOUNT = re.compile(r"(约)?(\d[\d.,]*[万亿]*)(%)?(?:(个百分点|[^\d\s]{1,6}))?")
_MARKS = (("。", ". "), ("；", "; "), ("，", ", "), ("：", ": "))
_LAST_MARKS = (("、", ", "), ("（", " ("), ("）", ")"), ("～", "–"), ("－", " − "))
_GROWTH = re.compile("(?:增速|增长率|增幅)$")


class OurWords:
    """Tells words of ours for one brief; `measures` counts which have an English name."""

    def __init__(self, facts: Mapping[str, Fact], names: Names, figures: Figures) -> None:
        self.facts = facts
        self.names = names
        self.figures = figures
        self.measures: dict[str, bool] = {}  # the measure, and whether it has an English name

    def amount(self, text: str) -> str | None:
        """Return a change or a start in English: 约2.5个百分点; None for what is no amount."""
        match = _AMOUNT.fullmatch(text)
        values = read_number(match[2]) if match else ()
        if match is None or len(values) != 1:
            return None
        unit = self.figures.lexicon.unit(match[4]) if match[4] else None
        if match[4] and (unit is None or not (unit.english or unit.dimension == "count")):
            return None
        digits = exact_digits(values[0], match[2]) + (match[3] or "")
        shown = f"{digits} {unit.english if unit else ''}".strip()
        return f"{'about ' if match[1] else ''}{shown}"

    def name_for(self, fact: Fact) -> str:
        """Return what a fact's measure is called; a target of growth is one of growth."""
        name = self.name_of(fact.meant or fact.indicator)
        aimed = fact.kind is Kind.TARGET and _GROWTH.search(fact.indicator) is not None
        if not aimed or name.startswith("growth"):
            return name
        falls = bool(fact.values) and fact.values[0] < 0
        return f"{'reduction in' if falls else 'growth of'} {name}"

    def name_of(self, indicator: str) -> str:
        """Return a measure's name; one without English is quoted in Chinese."""
        name = self.names.measure(indicator)
        self.measures[indicator] = name is not None
        return name or f"“{bare_measure(indicator).translate(_INNER)}”"

    def plain(self, text: str) -> str:
        """Return words of ours in English: Chinese marks, and names by what they are called.

        What our own words put in quotation marks is a quotation and stays Chinese.
        """
        for zh, mark in _MARKS:
            text = text.replace(zh, mark)
        alone = text.strip()

        def named(match: re.Match[str]) -> str:
            piece = match.group()
            if piece != alone and re.fullmatch("“[^“”]*”|‘[^‘’]*’", piece):
                return piece
            return self._piece(piece)

        text = _HAN.sub(named, text)
        for zh, mark in _LAST_MARKS:
            text = text.replace(zh, mark)
        return text

    def _piece(self, piece: str) -> str:
        """Return a piece that may be a name, or a list of names, or a name with a note."""
        if (told := self.known(piece)) is not None:
            return told
        if (note := re.fullmatch("(.+?)（(.+)）", piece)) is not None and note[2] != "":
            return f"{self._piece(note[1])} ({self._piece(note[2])})"
        if "、" in piece:
            return ", ".join(self._listed(piece.split("、")))
        if "—" in piece:
            return "–".join(self._piece(p) for p in piece.split("—") if p)
        if piece.endswith((".", ")")):
            return self._piece(piece[:-1]) + piece[-1]
        if not _HAN.search(piece):
            return piece
        if self.names.is_body(piece):
            return self.names.body(piece)
        return self.names.measure(piece) or f"“{piece}”"

    def _listed(self, parts: Sequence[str]) -> Iterator[str]:
        """Yield the names of a list; a name may hold the mark itself (养老、医疗保险参保率)."""
        at = 0
        while at < len(parts):
            ends = range(len(parts), at, -1)
            end = next((e for e in ends if self.known("、".join(parts[at:e]))), at + 1)
            if piece := "、".join(parts[at:end]):
                yield self._piece(piece)
            at = end

    def known(self, zh: str) -> str | None:
        """Return a Chinese name that our words may hold: a time, a theme, an amount, a measure."""
        told = (
            printed_time(zh) or self.names.theme(zh) or (None if zh.isascii() else self.amount(zh))
        )
        if told is not None:
            return told
        indicator = self.figures.lexicon.indicator(zh)
        told_of = {f.indicator for f in self.facts.values()} | {
            f.meant for f in self.facts.values()
        }
        if (indicator is not None and indicator.english) or zh in told_of:
            return self.name_of(zh)
        if zh in {f.speaker for f in self.facts.values()}:
            return tell_speaker(zh, self.names)
        return None

    def word(self, zh: str) -> str:
        """Return any Chinese name in English."""
        return self.known(zh) or self.names.body(zh)
