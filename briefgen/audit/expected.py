"""What a brief may print, and what it must: the words with figures in them, and their facts.

Input: a `Brief`. Output: phrases, figures that must be there, and running numbers. It does not look
at any file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from briefgen.audit.passages import tighten
from briefgen.brief import (
    Block,
    Brief,
    Chart,
    Cite,
    KeyPoints,
    Runs,
    SourceEntry,
    SourceList,
    Table,
    Text,
    Value,
    block_runs,
    plain_text,
)
from briefgen.chart import ChartKind, ChartSpec

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
# what belongs to a figure in words of ours: 5G, PM2.5, R&D<5%, 18条, 1—11月
_MONTHS = re.compile(r"\d{1,2}—\d{1,2}月")
_NAME = re.compile(_MONTHS.pattern + r"|[A-Za-z0-9.,&<>+%/-]*\d[A-Za-z0-9.,&<>+%/-]*")
# the same in English, where blanks part words: Line 15, 42.8 billion, 1+4+9+N
_WORD = re.compile(
    r"[A-Za-z+&.-]*\d[\w.,+&%:-]*[\w+%](?: (?:thousand|million|billion|trillion)\b)?|\d"
)
_YEAR = re.compile(r"(?:19|20)\d\d年")
_LETTERED = re.compile(r"[A-Z][A-Za-z]*[\d.]+")  # PM2.5: a measure's name, no figure
_OF_NUMBERS = frozenset("0123456789.,余多几万亿%‰")
_CONTEXT = 8  # characters around a figure that must stand there with it
_START = 24  # characters that tell one key point from the next
_SHARE_TICKS = ("0%", "25", "50", "75", "100%", "0", "100")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may be printed, without blanks, and the ids of the facts that they tell."""

    text: str
    fact_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """What is printed in one piece (a paragraph, a cell), without blanks.

    `windows` are its figures and references, each with the words around it.
    """

    text: str
    windows: tuple[tuple[str, str], ...]  # the figure; the figure with its words


@dataclass(frozen=True, slots=True)
class Expected:
    """All that a brief may and must print.

    `lines` must stand in every file, as often as they are listed; `extras` may stand there as well
    (the words of charts, which Word shows as pictures). `starts` are the first words of what is
    numbered, each with its number; `ticks` the marks of an axis.
    """

    phrases: tuple[Phrase, ...]
    lines: tuple[Line, ...]
    extras: tuple[str, ...]
    starts: tuple[tuple[str, int], ...]
    running: int
    charts: frozenset[int]
    tables: int
    ticks: frozenset[str]


def expect(brief: Brief, fixed: Iterable[str] = ()) -> Expected:
    """Return what the brief's files may and must print; `fixed` are a template's own words."""
    printed = [_headline(brief), brief.coverage]
    printed += [runs for block in brief.blocks for runs in _printed(block, brief.language == "en")]
    phrases = dict(_phrases(brief, printed))
    phrases |= {tighten(text): Phrase(tighten(text)) for text in fixed}
    specs = [block.spec for block in brief.blocks if isinstance(block, Chart)]
    return Expected(
        phrases=tuple(p for p in phrases.values() if any(c.isdecimal() for c in p.text)),
        lines=tuple(line for runs in printed if (line := _line(runs)) is not None),
        extras=tuple(tighten(p.text) for spec in specs for p in _spec_phrases(spec) if p.text),
        starts=tuple(start for block in brief.blocks for start in _starts(block) if start[0]),
        running=max([_count(block) for block in brief.blocks], default=0),
        charts=frozenset(b.number for b in brief.blocks if isinstance(b, Chart)),
        tables=sum(isinstance(block, Table) for block in brief.blocks),
        ticks=frozenset(_SHARE_TICKS if any(s.kind is ChartKind.SHARES for s in specs) else ()),
    )


def _headline(brief: Brief) -> Runs:
    return (Text(brief.title),)


def _printed(block: Block, latin: bool) -> Iterator[Runs]:
    """Yield the runs of a block, each as one string that stands in the files without a gap."""
    if isinstance(block, SourceList):
        for entry in block.entries:
            number = Cite((str(entry.number),), latin)
            yield from ((number,), (Text(entry.title),), (Text(entry.note),))
            for quote in entry.quotes:
                yield from ((Cite((quote.key,), latin),), (Value(quote.text, quote.fact_ids),))
    else:
        yield from block_runs(block)


# --- phrases ----------------------------------------------------------------------------------


def _phrases(brief: Brief, printed: Sequence[Runs]) -> Iterator[tuple[str, Phrase]]:
    """Yield, by their text, the words in which figures may stand."""
    found = [*_given(brief), *_charted(brief)]
    sources = [b for b in brief.blocks if isinstance(b, SourceList)]
    entries = [entry for block in sources for entry in block.entries]
    for entry in entries:
        found += _told(entry, brief.language == "en")
    told = "\n".join(tighten(phrase.text) for phrase in found)
    told += "\n" + "\n".join(_months_in_values(printed))
    if brief.language == "en":
        told += "\n" + "\n".join(_said_in_values(printed))
    for runs in printed:
        found += _run_phrases(runs, told, spaced=brief.language == "en")
    for phrase in found:
        text = tighten(phrase.text)
        yield text, Phrase(text, phrase.fact_ids)


def _given(brief: Brief) -> Iterator[Phrase]:
    """Yield what the user gave for the masthead."""
    for text in brief.masthead.given.values():
        yield Phrase(text)


def _told(entry: SourceEntry, latin: bool) -> Iterator[Phrase]:
    number = Cite((str(entry.number),), latin)
    yield from (Phrase(entry.title), Phrase(entry.note), Phrase(number.text))
    for quote in entry.quotes:
        yield Phrase(quote.text, quote.fact_ids)
        yield Phrase(Cite((quote.key,), latin).text)


def _charted(brief: Brief) -> Iterator[Phrase]:
    for block in brief.blocks:
        if isinstance(block, Chart):
            yield from _spec_phrases(block.spec)


def _spec_phrases(spec: ChartSpec) -> Iterator[Phrase]:
    for text in (spec.title, spec.subtitle, spec.unit, spec.note, spec.source, spec.alt):
        yield Phrase(text, spec.fact_ids)
    for point in spec.points:
        for text in (point.label, point.shown, point.group):
            yield Phrase(text, point.fact_ids)


def _said_in_values(printed: Iterable[Runs]) -> Iterator[str]:
    """Yield what value runs say: an English title names its figures again in words of ours."""
    for runs in printed:
        yield from (tighten(run.text) for run in runs if isinstance(run, Value))


def _run_phrases(runs: Runs, told: str, *, spaced: bool = False) -> Iterator[Phrase]:
    """Yield value runs, formulas and references, and names with digits that a source prints."""
    for run in runs:
        if isinstance(run, Cite):
            yield Phrase(run.text)
        elif isinstance(run, Value):
            yield Phrase(run.text, run.fact_ids)
            yield Phrase(run.formula or "", run.fact_ids)
        elif spaced:
            for name, near in _spaced(run.text):
                if name in told or _LETTERED.fullmatch(name):
                    yield Phrase(near)
        else:
            yield from (Phrase(name) for name in _names(tighten(run.text)) if name in told)


def _months_in_values(printed: Sequence[Runs]) -> Iterator[str]:
    """Yield the months that values tell (2024年1—11月), which a title may tell without the year."""
    for run in chain.from_iterable(printed):
        if isinstance(run, Value):
            yield from _MONTHS.findall(tighten(run.text))


def _spaced(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words with digits of an English text, each also with its neighbours.

    A figure goes with the scale and the % behind it: 42.8 billion, and never 42.8 alone.
    """
    for match in _WORD.finditer(text):
        start = text.rfind(" ", 0, max(match.start() - 1, 0)) + 1
        end = text.find(" ", match.end() + 1)
        yield tighten(match[0]), tighten(text[start : end if end >= 0 else len(text)])


def _names(text: str) -> Iterator[str]:
    """Yield the words with digits in a text of ours, which the sources must have: PM2.5, 18条."""
    for match in _NAME.finditer(text):
        alone = _DIGITS.fullmatch(match[0]) is not None
        more = 1 if _YEAR.match(text, match.start()) else 2  # 相当于2010年倍数, of 是2010年的1.5倍
        yield text[match.start() : match.end() + more] if alone else match[0]


# --- what must be there -----------------------------------------------------------------------


def _line(runs: Runs) -> Line | None:
    """Return what runs print in one piece; None where that has neither figure nor reference."""
    whole, spans = "", []
    for run in runs:
        begun = len(whole)
        whole += tighten(run.text)
        if not isinstance(run, Text) and begun < len(whole):
            spans.append((begun, len(whole)))
    if not spans and not any(c.isdecimal() for c in whole):
        return None
    return Line(whole, tuple((whole[s:e], _with_context(whole, s, e)) for s, e in spans))


def _with_context(whole: str, start: int, end: int) -> str:
    """Return the span with some words on both sides, no number among them cut in two."""
    first, last = max(0, start - _CONTEXT), min(len(whole), end + _CONTEXT)
    while first and whole[first] in _OF_NUMBERS:
        first -= 1
    while last < len(whole) and whole[last] in _OF_NUMBERS:
        last += 1
    return whole[first:last]


def _starts(block: Block) -> Iterator[tuple[str, int]]:
    """Yield the first words of what writers put a running number before, and that number."""
    if isinstance(block, KeyPoints):
        for number, point in enumerate(block.points, 1):
            yield tighten(plain_text(point))[:_START], number
    elif isinstance(block, SourceList):
        for entry in block.entries:
            yield tighten(entry.title)[:_START], entry.number


def _count(block: Block) -> int:
    """Return how far the running numbers of a block go."""
    if isinstance(block, KeyPoints):
        return len(block.points)
    if isinstance(block, SourceList):
        return max((entry.number for entry in block.entries), default=0)
    return 0
