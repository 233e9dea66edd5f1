"""The third vocabulary: a brief as blocks of cited runs, tables and chart descriptions; no format.

Input: what compose decided to say. Output: what both writers print, word for word. Nothing here
knows a font, a colour or a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

from briefgen.chart import ChartSpec, map_spec
from briefgen.errors import Notice

# --- runs -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words of ours: they hold no figure."""

    text: str
    strong: bool = False


COUNTED = "count"  # the formula of a value that says how many facts it has


@dataclass(frozen=True, slots=True)
class Value:
    """Words that hold figures or dates, and the ids of the facts (or sources) they came from.

    `formula` is set where the figure is derived, in words that a reader can check (`118－73`).
    """

    text: str
    fact_ids: tuple[str, ...]
    formula: str | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Cite:
    """Reference keys such as `1a`; a writer prints them as 〔1a〕 or 〔1a、2c〕, small.

    Among Latin words they are [1a] and [1a, 2c]: 〔 is as wide as a Chinese character.
    """

    keys: tuple[str, ...]
    latin: bool = False

    @property
    def marks(self) -> tuple[str, str, str]:
        """Return what opens, parts and closes the keys."""
        return ("[", ", ", "]") if self.latin else ("〔", "、", "〕")

    @property
    def text(self) -> str:
        """Return the mark as both writers print it."""
        opening, between, closing = self.marks
        return f"{opening}{between.join(self.keys)}{closing}"


Run = Text | Value | Cite
Runs = tuple[Run, ...]


def plain_text(runs: Runs) -> str:
    """Return the words of `runs` as a reader sees them."""
    return "".join(run.text for run in runs)


# --- blocks -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading; level 1 is a section, level 2 a sub-topic that says something."""

    level: int
    runs: Runs


class ParagraphRole(StrEnum):
    """What a paragraph is for: both writers map it to a named style of the template."""

    BODY = "body"  # prose, first line indented
    LEAD = "lead"  # the line under a heading
    ITEM = "item"  # one entry of an unnumbered list
    NOTE = "note"  # small print: a caveat, a table's note


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose, a list entry or a note."""

    role: ParagraphRole
    runs: Runs


@dataclass(frozen=True, slots=True)
class KeyPoints:
    """The summary box: at most six points, one message each; writers number them."""

    title: str
    points: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One headline figure: what it measures, the figure with hedge and unit, its small print."""

    label: str
    value: Runs
    note: Runs  # period, change, rank, reference


@dataclass(frozen=True, slots=True)
class Cards:
    """A row or two of headline figures, three or four in a row."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its running number; `source` is the printed source line with its references."""

    number: int
    spec: ChartSpec
    source: Runs


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head repeats on every page; `widths` are relative, one a column."""

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    summary: str  # what the table holds, for a screen reader


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted sentence of a source under its reference key."""

    key: str
    text: str
    fact_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source with its running number, its title, what is known of its date, and its quotes."""

    number: int
    title: str
    note: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources of a brief, in order of their number."""

    entries: tuple[SourceEntry, ...]


Block = Heading | Paragraph | KeyPoints | Cards | Chart | Table | SourceList


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the user gave for the head and the foot of the sheet; what was not given stays None.

    `secrecy` is 密级, `serial` 编号, `signer` 签发人; `report_to`, `send_to` and `distribute_to`
    are 报, 送 and 发, `copies` is 印数.
    """

    name: str
    organ: str | None = None
    editor: str | None = None
    number: str | None = None
    date: str | None = None
    signer: str | None = None
    secrecy: str | None = None
    serial: str | None = None
    report_to: str | None = None
    send_to: str | None = None
    distribute_to: str | None = None
    copies: str | None = None

    @property
    def given(self) -> Mapping[str, str]:
        """Return what was given, by name."""
        return {f.name: v for f in fields(self) if (v := getattr(self, f.name))}


@dataclass(frozen=True, slots=True)
class Brief:
    """One theme's brief: everything both writers print, in order."""

    theme: str
    language: str  # "zh" or "en"
    title: str
    masthead: Masthead
    coverage: Runs  # 资料时段
    blocks: tuple[Block, ...]
    subject: str = ""  # document properties
    keywords: tuple[str, ...] = field(default=())
    notices: tuple[Notice, ...] = ()


# --- walking ----------------------------------------------------------------------------------


def block_runs(block: Block) -> Iterator[Runs]:
    """Yield every tuple of runs that a block prints, in reading order."""
    match block:
        case Heading(_, runs) | Paragraph(_, runs):
            yield runs
        case KeyPoints(_, points):
            yield from points
        case Cards(_, cards):
            for card in cards:
                yield (Text(card.label),)
                yield card.value
                yield card.note
        case Chart(_, _, source):
            yield source
        case Table(head, rows):
            yield from ((Text(cell),) for cell in head)
            for row in rows:
                yield from row
        case SourceList(entries):
            for entry in entries:
                yield (Text(entry.title), Text(entry.note))
                yield from ((Value(q.text, q.fact_ids),) for q in entry.quotes)


def told_facts(brief: Brief) -> frozenset[str]:
    """Return the ids of the facts that a brief prints, in words, quotes and charts.

    Ids of sources may be among them: a run that tells a period names its source.
    """
    told: set[str] = set()
    for block in brief.blocks:
        for runs in block_runs(block):
            told.update(i for run in runs if isinstance(run, Value) for i in run.fact_ids)
        if isinstance(block, Chart):
            told.update(block.spec.fact_ids)
    return frozenset(told)


def map_text(brief: Brief, change: Callable[[str], str]) -> Brief:
    """Return the brief with `change` applied to every printed string."""

    def of_runs(runs: Runs) -> Runs:
        return tuple(r if isinstance(r, Cite) else replace(r, text=change(r.text)) for r in runs)

    def of_block(block: Block) -> Block:
        match block:
            case Heading() | Paragraph():
                return replace(block, runs=of_runs(block.runs))
            case KeyPoints(title, points):
                return KeyPoints(change(title), tuple(of_runs(p) for p in points))
            case Cards(title, cards):
                return Cards(
                    change(title),
                    tuple(Card(change(c.label), of_runs(c.value), of_runs(c.note)) for c in cards),
                )
            case Chart(number, spec, source):
                return Chart(number, map_spec(spec, change), of_runs(source))
            case Table(head, rows, widths, summary):
                cells = tuple(tuple(of_runs(cell) for cell in row) for row in rows)
                return Table(tuple(change(h) for h in head), cells, widths, change(summary))
            case SourceList(entries):
                return SourceList(
                    tuple(
                        SourceEntry(
                            e.number,
                            change(e.title),
                            change(e.note),
                            tuple(replace(q, text=change(q.text)) for q in e.quotes),
                        )
                        for e in entries
                    )
                )

    given = {key: change(text) for key, text in brief.masthead.given.items()}
    return replace(
        brief,
        title=change(brief.title),
        masthead=replace(brief.masthead, **given),
        coverage=of_runs(brief.coverage),
        blocks=tuple(of_block(b) for b in brief.blocks),
    )
