"""The database's shape: its tables as they are now, and the named steps that led there.

Input: an open connection. Output: the same database, brought up to date. It does not know what a
fact means; and it uses no SQL that only SQLite understands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
    inspect,
    select,
    text,
)
from sqlalchemy.engine import Dialect

from briefgen import __version__
from briefgen.errors import ConfigError, DataError

_REFUSED = re.compile("[\\\\\x00\ud800-\udfff]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class AnyText(TypeDecorator[str]):
    """Text as Python has it: NUL and lone surrogates, which databases refuse, are kept escaped."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text as the database holds it."""
        return None if value is None else _REFUSED.sub(lambda m: f"\\u{ord(m[0]):04x}", value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text as it was given."""
        return None if value is None else _ESCAPE.sub(lambda m: chr(int(m[1], 16)), value)


tables = MetaData()

migrations = Table(
    "migrations",
    tables,
    Column("name", String, primary_key=True),
    Column("version", String, nullable=False),
)
sources = Table(
    "sources",
    tables,
    Column("name", AnyText, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("settings_key", AnyText, nullable=False),
    Column("extractor", AnyText, nullable=False),
    Column("title", AnyText),
    Column("publisher", AnyText),
    Column("place", AnyText),
    Column("published", AnyText),
    Column("estimated", Boolean, nullable=False),
)
facts = Table(
    "facts",
    tables,
    Column("source", AnyText, ForeignKey("sources.name"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", AnyText, nullable=False),
    Column("kind", String, nullable=False),
    Column("indicator", AnyText, nullable=False),
    Column("wire", String, nullable=False),
)
abstentions = Table(
    "abstentions",
    tables,
    Column("source", AnyText, ForeignKey("sources.name"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("quote", AnyText, nullable=False),
    Column("reason", AnyText, nullable=False),
)
notices = Table(
    "notices",
    tables,
    Column("source", AnyText, ForeignKey("sources.name"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("message", AnyText, nullable=False),
    Column("path", AnyText),
    Column("span_start", Integer),
    Column("span_end", Integer),
    Column("hint", AnyText, nullable=False),
)
issues = Table(
    "issues",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("day", String, nullable=False),
    Column("folder", AnyText, nullable=False),
    Column("fingerprint", AnyText, nullable=False),
)
issue_files = Table(
    "issue_files",
    tables,
    Column("issue", Integer, ForeignKey("issues.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", AnyText, nullable=False),
    Column("sha256", String, nullable=False),
)

# A step that has been released is never edited: a change to a table is a new step below it.
MIGRATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "001-facts",
        (
            """CREATE TABLE sources (
                name VARCHAR NOT NULL PRIMARY KEY, sha256 VARCHAR NOT NULL,
                settings_key VARCHAR NOT NULL, extractor VARCHAR NOT NULL,
                title VARCHAR, publisher VARCHAR, place VARCHAR, published VARCHAR,
                estimated BOOLEAN NOT NULL)""",
            "CREATE INDEX sources_by_content ON sources (sha256, settings_key, extractor)",
            """CREATE TABLE facts (
                source VARCHAR NOT NULL REFERENCES sources (name), position INTEGER NOT NULL,
                id VARCHAR NOT NULL, kind VARCHAR NOT NULL, indicator VARCHAR NOT NULL,
                wire VARCHAR NOT NULL, PRIMARY KEY (source, position))""",
            """CREATE TABLE abstentions (
                source VARCHAR NOT NULL REFERENCES sources (name), position INTEGER NOT NULL,
                span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
                quote VARCHAR NOT NULL, reason VARCHAR NOT NULL,
                PRIMARY KEY (source, position))""",
        ),
    ),
    (
        "002-issues",
        (
            """CREATE TABLE issues (
                number INTEGER NOT NULL PRIMARY KEY, day VARCHAR NOT NULL,
                folder VARCHAR NOT NULL, fingerprint VARCHAR NOT NULL)""",
            """CREATE TABLE issue_files (
                issue INTEGER NOT NULL REFERENCES issues (number), position INTEGER NOT NULL,
                name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL,
                PRIMARY KEY (issue, position))""",
        ),
    ),
    (
        "003-notices",
        (
            """CREATE TABLE notices (
                source VARCHAR NOT NULL REFERENCES sources (name), position INTEGER NOT NULL,
                kind VARCHAR NOT NULL, message VARCHAR NOT NULL, path VARCHAR,
                span_start INTEGER, span_end INTEGER, hint VARCHAR NOT NULL,
                PRIMARY KEY (source, position))""",
        ),
    ),
)


def pending(connection: Connection, place: str) -> tuple[str, ...]:
    """Return the names of the steps that the database still lacks, in order.

    Raises ConfigError where it holds a step of a later version, and DataError where it holds
    tables of another program. `place` names the database in those errors.
    """
    present = set(inspect(connection).get_table_names())
    known = [name for name, _ in MIGRATIONS]
    if migrations.name not in present:
        if foreign := sorted(present & set(tables.tables)):
            raise DataError(
                f"the database holds a table {foreign[0]} of another program",
                path=place,
                hint="name an empty database under [project] database",
            )
        return tuple(known)
    done = set(connection.scalars(select(migrations.c.name)))
    if newer := sorted(done - set(known)):
        raise ConfigError(
            f"the database was written by a newer briefgen (step {newer[0]} is unknown here)",
            path=place,
            hint="update briefgen, or name another database under [project] database",
        )
    return tuple(name for name in known if name not in done)


def steps(names: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield name and statements of the steps in `names`, in the order they are applied."""
    yield from ((name, statements) for name, statements in MIGRATIONS if name in names)


def apply(connection: Connection, name: str, statements: tuple[str, ...]) -> None:
    """Apply one step inside the connection's transaction, and note that it was applied."""
    migrations.create(connection, checkfirst=True)
    for statement in statements:
        connection.execute(text(statement))
    connection.execute(migrations.insert().values(name=name, version=__version__))
