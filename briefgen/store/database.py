"""What is kept between runs: facts by source, numerals that became none, notices, past issues.

Input: facts as extraction made them. Output: the same facts, equal in every field and in a fixed
order. It does not compare facts (`series` does) and does not read the clock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Table, delete, insert, select
from sqlalchemy.exc import NoSuchModuleError

from briefgen.document import Source
from briefgen.errors import BriefgenError, ConfigError, Notice, NoticeKind
from briefgen.fact import Fact
from briefgen.store import schema
from briefgen.store.connection import WRITING, explained, is_sqlite, make_engine, parse_url

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Abstention:
    """A numeral that became no fact: its span in the raw text, its words, and why not."""

    source: str
    start: int
    end: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A source as the store knows it: its bytes' hash, and under what it was extracted."""

    name: str
    sha256: str
    settings_key: str
    extractor: str
    title: str | None = None
    publisher: str | None = None
    place: str | None = None
    published: str | None = None
    estimated: bool = False

    @classmethod
    def of(cls, source: Source, settings_key: str, extractor: str) -> Self:
        """Return what is kept of a source beside its facts."""
        return cls(
            source.name,
            source.sha256,
            settings_key,
            extractor,
            source.title,
            source.publisher,
            source.place,
            source.published,
            source.estimated,
        )


@dataclass(frozen=True, slots=True)
class Issue:
    """A published issue: its number, its day, its folder, what it was made from and of."""

    number: int
    day: date
    folder: str
    fingerprint: str
    files: tuple[tuple[str, str], ...]  # name, sha256


class Store:
    """An open database; made by `open_store`, closed by leaving the `with` block."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self._place = place

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connection back; the store is not used afterwards."""
        self._engine.dispose()

    # --- facts --------------------------------------------------------------------------------

    def known(
        self, sha256: str, settings_key: str, extractor: str, name: str | None = None
    ) -> tuple[Fact, ...] | None:
        """Return the facts kept for these bytes, settings and extractor, or None for never seen.

        Facts carry their source's name. Where the same bytes were kept under several names, `name`
        chooses; without it the first name in order is taken.
        """
        wanted = (
            select(schema.sources.c.name)
            .where(schema.sources.c.sha256 == sha256)
            .where(schema.sources.c.settings_key == settings_key)
            .where(schema.sources.c.extractor == extractor)
        )
        with self._reading() as connection:
            names = sorted(connection.scalars(wanted))
            if name is not None:
                names = [name] if name in names else []
            return _facts_of(connection, names[0]) if names else None

    def keep(
        self,
        source: Source,
        facts: Sequence[Fact],
        abstentions: Sequence[tuple[int, int, str, str]] = (),
        notices: Sequence[Notice] = (),
        *,
        settings_key: str,
        extractor: str,
    ) -> None:
        """Keep what was extracted from a source, in place of what was kept under its name.

        `abstentions` are `(start, end, words, reason)` with offsets into the raw text; `notices`
        are what was told while it was cleaned and extracted.
        """
        with self._writing() as connection:
            _forget(connection, source.name)
            kept = StoredSource.of(source, settings_key, extractor)
            connection.execute(insert(schema.sources).values(asdict(kept)))
            _insert(connection, schema.facts, [_fact_row(source.name, f) for f in facts])
            names = ("span_start", "span_end", "quote", "reason")
            rows = [dict(zip(names, a, strict=True)) | {"source": source.name} for a in abstentions]
            _insert(connection, schema.abstentions, rows)
            _insert(connection, schema.notices, [_notice_row(source.name, n) for n in notices])

    def drop_missing(self, names: Collection[str]) -> None:
        """Forget every source that is not among `names`, which are those now in seeds/."""
        with self._writing() as connection:
            for name in set(connection.scalars(select(schema.sources.c.name))) - set(names):
                _forget(connection, name)

    def sources(self) -> tuple[StoredSource, ...]:
        """Return all sources that are kept, in order of their name."""
        with self._reading() as connection:
            rows = connection.execute(select(schema.sources)).all()
        return tuple(sorted((_source(row) for row in rows), key=lambda source: source.name))

    def facts(self) -> tuple[Fact, ...]:
        """Return all facts, in order of source name and of place in the raw text."""
        with self._reading() as connection:
            names = sorted(connection.scalars(select(schema.sources.c.name)))
            kept = [fact for name in names for fact in _facts_of(connection, name)]
        return tuple(sorted(kept, key=_place_of))

    def abstentions(self) -> tuple[Abstention, ...]:
        """Return all numerals that became no fact, in order of source name and of place."""
        with self._reading() as connection:
            rows = connection.execute(select(schema.abstentions)).all()
        found = [Abstention(r.source, r.span_start, r.span_end, r.quote, r.reason) for r in rows]
        return tuple(sorted(found, key=lambda a: (a.source, a.start, a.end, a.reason)))

    def notices(self, source: str) -> tuple[Notice, ...]:
        """Return what was noticed when the source of this name was extracted, in order."""
        wanted = (
            select(schema.notices)
            .where(schema.notices.c.source == source)
            .order_by(schema.notices.c.position)
        )
        with self._reading() as connection:
            return tuple(_notice(row) for row in connection.execute(wanted))

    # --- issues -------------------------------------------------------------------------------

    def issues(self) -> tuple[Issue, ...]:
        """Return all issues, in order of their number."""
        by_number = select(schema.issues).order_by(schema.issues.c.number)
        by_place = select(schema.issue_files).order_by(schema.issue_files.c.position)
        with self._reading() as connection:
            rows = connection.execute(by_number).all()
            files = connection.execute(by_place).all()
        return tuple(
            Issue(
                row.number,
                date.fromisoformat(row.day),
                row.folder,
                row.fingerprint,
                tuple((f.name, f.sha256) for f in files if f.issue == row.number),
            )
            for row in rows
        )

    def add_issue(self, issue: Issue) -> None:
        """Note an issue, in place of what was noted under its number.

        The archive's folders are the truth and this is their index: where output/ was emptied, the
        numbers begin anew and the old notes give way.
        """
        with self._writing() as connection:
            connection.execute(
                delete(schema.issue_files).where(schema.issue_files.c.issue == issue.number)
            )
            connection.execute(delete(schema.issues).where(schema.issues.c.number == issue.number))
            connection.execute(
                insert(schema.issues).values(
                    number=issue.number,
                    day=issue.day.isoformat(),
                    folder=issue.folder,
                    fingerprint=issue.fingerprint,
                )
            )
            rows = [{"issue": issue.number, "name": n, "sha256": h} for n, h in issue.files]
            _insert(connection, schema.issue_files, rows)

    # --- connections --------------------------------------------------------------------------

    def migrate(self) -> None:
        """Bring the database up to date, each step in a transaction of its own."""
        with self._reading() as connection:
            lacking = schema.pending(connection, self._place)
        for name, statements in schema.steps(lacking):
            with self._writing() as connection:
                # another run may have been here between the two looks
                if name in schema.pending(connection, self._place):
                    schema.apply(connection, name, statements)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        writing = self._engine.execution_options(**{WRITING: True})
        with explained(self._place), writing.begin() as connection:
            yield connection


def open_store(url: str) -> Store:
    """Return the store at a SQLAlchemy URL, made where there is none and brought up to date.

    Raises ConfigError for a URL that names no database or one of a newer briefgen, DataError where
    the file is no database, OutputError where it is locked or cannot be written.
    """
    parsed = parse_url(url)
    place = parsed.database if is_sqlite(parsed) else parsed.render_as_string(hide_password=True)
    try:
        engine = make_engine(parsed)
    except (NoSuchModuleError, ImportError) as error:
        raise ConfigError(
            f"no driver for this database is installed: {error}",
            path=place,
            hint="leave [project] database out for SQLite, or install the driver with pip",
        ) from error
    store = Store(engine, place or ":memory:")
    try:
        store.migrate()
    except BriefgenError:
        store.close()
        raise
    return store


# --- rows -------------------------------------------------------------------------------------


def _fact_row(source: str, fact: Fact) -> dict[str, Any]:
    return {
        "source": source,
        "id": fact.id,
        "kind": fact.kind.value,
        "indicator": fact.indicator,
        "wire": _wire(fact),
    }


def _wire(fact: Fact) -> str:
    """Return the fact as JSON that any database takes: readable, lone surrogates escaped."""
    wire = json.dumps(fact.to_wire(), ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", wire)


def _notice_row(source: str, notice: Notice) -> dict[str, Any]:
    start, end = notice.span or (None, None)
    return {
        "source": source,
        "kind": notice.kind.value,
        "message": notice.message,
        "path": notice.path,
        "span_start": start,
        "span_end": end,
        "hint": notice.hint,
    }


def _notice(row: Row[Any]) -> Notice:
    span = None if row.span_start is None else (row.span_start, row.span_end)
    return Notice(NoticeKind(row.kind), row.message, row.path, span, row.hint)


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows with their running `position`; an empty list would insert one empty row."""
    if rows:
        connection.execute(insert(table), [row | {"position": i} for i, row in enumerate(rows)])


def _forget(connection: Connection, name: str) -> None:
    for table in (schema.facts, schema.abstentions, schema.notices):
        connection.execute(delete(table).where(table.c.source == name))
    connection.execute(delete(schema.sources).where(schema.sources.c.name == name))


def _facts_of(connection: Connection, source: str) -> tuple[Fact, ...]:
    """Return a source's facts in the order in which they were kept."""
    wires = (
        select(schema.facts.c.wire)
        .where(schema.facts.c.source == source)
        .order_by(schema.facts.c.position)
    )
    return tuple(Fact.from_wire(json.loads(wire)) for wire in connection.scalars(wires))


def _place_of(fact: Fact) -> tuple[str, int, int, int]:
    return fact.source, fact.start, fact.end, fact.number_start or fact.start


def _source(row: Row[Any]) -> StoredSource:
    return StoredSource(**row._mapping)
