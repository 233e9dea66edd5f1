"""The second vocabulary: a grounded fact, and what facts of several reports make together.

Offsets index the source's raw text (half-open code points). Figures are `Decimal`, periods are kept
in the wire form (`2022`, `2022-05`, `2021-06-30`, `2022-Q1`, `2022-H1`, `2016/2021`). Nothing here
decides what is a fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

from briefgen.values import value_class


class Kind(StrEnum):
    """What sort of claim a fact makes; see docs/facts.md."""

    COUNT = "count"
    LEVEL = "level"
    SHARE = "share"
    GROWTH = "growth"
    CHANGE = "change"
    RANK = "rank"
    RATIO = "ratio"
    TARGET = "target"
    DURATION = "duration"
    HONOUR = "honour"
    MILESTONE = "milestone"
    PLAN = "plan"
    MEASURE = "measure"
    PROBLEM = "problem"
    QUOTE = "quote"
    STANDING = "standing"


STATEMENT_KINDS = frozenset(
    {
        Kind.HONOUR,
        Kind.MILESTONE,
        Kind.PLAN,
        Kind.MEASURE,
        Kind.PROBLEM,
        Kind.QUOTE,
        Kind.STANDING,
    }
)


ELSEWHERE = "elsewhere"  # the flag of a fact that tells of another place
LISTED = "listed"  # the flag of an honour that a list tells by its title alone, without a verb
LACKING = "lacking"  # the flag of a figure that is told among the problems of its text


class Status(StrEnum):
    """The ladder of a claim, lowest first; a printed sentence never climbs it."""

    PLANNED = "planned"
    STARTED = "started"
    CANDIDATE = "candidate"
    SIGNED = "signed"
    DONE = "done"
    AWARDED = "awarded"


class Level(StrEnum):
    """Whom a fact is about: the area of the article, one body within it, or one occasion."""

    DISTRICT = "district"
    ENTITY = "entity"
    EVENT = "event"


class RelationType(StrEnum):
    """How the source ties one fact to another."""

    GROWTH_OF = "growth_of"
    PART_OF = "part_of"
    SAME_EVENT = "same_event"
    RANK_OF = "rank_of"
    FROM_TO = "from_to"


@value_class(frozen=True, slots=True)
class Relation:
    """A tie from the fact that holds it to the fact with the id `to`."""

    type: RelationType
    to: str


@value_class(frozen=True, slots=True)
class Start:
    """The start of a from-to fact, with its own place in the raw text.

    `values` holds one Decimal, or the several of a ratio: 由12:45:43调整为10:47:43.
    """

    values: tuple[Decimal, ...]
    start: int
    end: int

    @property
    def value(self) -> Decimal:
        """Return the one starting value; raise ValueError where the start is a ratio."""
        (value,) = self.values
        return value


@value_class(frozen=True, slots=True)
class Fact:
    """One claim with the words that ground it: `raw[start:end] == quote`, and the number likewise.

    `values` holds one Decimal for a plain figure, several for a ratio or a range, none for a
    statement; 万 and 亿 are expanded, a decline is negative. `low` and `high` are the bounds that
    hedge and wording give. `flags` may hold `source_slip`, `wrapped` and the like.
    """

    id: str
    source: str
    start: int
    end: int
    quote: str
    kind: Kind
    indicator: str
    scope: str
    level: Level
    themes: tuple[str, ...]
    article: str
    published: str | None
    values: tuple[Decimal, ...] = ()
    number_start: int | None = None
    number_end: int | None = None
    number_text: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    start_value: Start | None = None
    unit: str | None = None
    status: Status | None = None
    relations: tuple[Relation, ...] = ()
    speaker: str | None = None
    award_level: str | None = None
    qualifiers: tuple[str, ...] = ()
    period: str | None = None
    period_inferred: bool = False
    period_alt: str | None = None
    topic: str | None = None
    flags: tuple[str, ...] = ()
    meant: str | None = None  # the reading that is meant, where the print has a slip
    clause: str = ""  # the clause as cleaned: the quote without its line breaks

    @property
    def is_statement(self) -> bool:
        """Return whether the fact needs no number."""
        return self.kind in STATEMENT_KINDS

    @property
    def value(self) -> Decimal:
        """Return the one value of a plain figure; raise ValueError for any other fact."""
        (value,) = self.values
        return value

    def to_wire(self) -> dict[str, Any]:
        """Return the fact as `briefgen facts --format jsonl` prints it."""
        start = self.start_value
        return {
            "id": self.id,
            "source": self.source,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "number_start": self.number_start,
            "number_end": self.number_end,
            "number_text": self.number_text,
            "value": _one_or_many([_plain(v) for v in self.values]),
            "low": None if self.low is None else _plain(self.low),
            "high": None if self.high is None else _plain(self.high),
            "from": None if start is None else _one_or_many([_plain(v) for v in start.values]),
            "from_start": None if start is None else start.start,
            "from_end": None if start is None else start.end,
            "unit": self.unit,
            "indicator": self.indicator,
            "kind": self.kind.value,
            "status": None if self.status is None else self.status.value,
            "relations": [{"type": r.type.value, "to": r.to} for r in self.relations],
            "speaker": self.speaker,
            "award_level": self.award_level,
            "qualifier": _one_or_many(list(self.qualifiers)),
            "period": self.period,
            "period_inferred": self.period_inferred,
            "period_alt": self.period_alt,
            "article": self.article,
            "published": self.published,
            "scope": self.scope,
            "level": self.level.value,
            "themes": list(self.themes),
            "topic": self.topic,
            "flags": list(self.flags),
            "meant": self.meant,
            "clause": self.clause,
        }

    @classmethod
    def from_wire(cls, row: Mapping[str, Any]) -> Fact:
        """Return the fact that `to_wire` wrote; raise KeyError or ValueError where it did not."""
        start = row.get("from")
        own = {f.name for f in fields(cls)}
        plain = {k: v for k, v in row.items() if k in own}
        plain |= {
            "kind": Kind(row["kind"]),
            "level": Level(row["level"]),
            "status": None if row.get("status") is None else Status(row["status"]),
            "values": tuple(Decimal(v) for v in _many(row.get("value"))),
            "low": None if row.get("low") is None else Decimal(row["low"]),
            "high": None if row.get("high") is None else Decimal(row["high"]),
            "start_value": None
            if start is None
            else Start(tuple(Decimal(v) for v in _many(start)), row["from_start"], row["from_end"]),
            "relations": tuple(
                Relation(RelationType(r["type"]), r["to"]) for r in row.get("relations", ())
            ),
            "qualifiers": tuple(_many(row.get("qualifier"))),
            "themes": tuple(row["themes"]),
            "flags": tuple(row.get("flags", ())),
        }
        return cls(**plain)


def _plain(value: Decimal) -> str:
    """Return `value` without exponent and without trailing zeros after the point."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _one_or_many(items: list[str]) -> str | list[str] | None:
    if not items:
        return None
    return items[0] if len(items) == 1 else items


def _many(value: str | list[str] | None) -> list[str]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True, slots=True)
class Series:
    """The same measure of the same scope told by two or more reports, oldest report first.

    `aliases` holds the other wordings that the lexicon declares to mean the same; empty where every
    report uses one wording. All facts are exact: no hedge, no bound, no expectation.
    """

    indicator: str
    unit: str
    facts: tuple[Fact, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that a reader must compare before trusting either, and why."""

    reason: str  # "value": two values for one period; "wording": a standing told differently
    facts: tuple[Fact, ...]
