"""How a database is reached, and what its driver's complaints mean to a user.

Input: a URL. Output: a SQLAlchemy engine, and errors that name the place and a way out. It knows no
table.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, SQLAlchemyError

from briefgen.errors import BriefgenError, ConfigError, DataError, OutputError

WAIT_SECONDS = 5.0  # how long a database that another program is writing to is waited for
WRITING = "briefgen_writing"  # the execution option that asks for the right to write at once


def parse_url(url: str) -> URL:
    """Return the URL in its parts; raise ConfigError where it is none."""
    prefix, _, rest = url.partition(":///")
    # a project's folder may be called 清河?区 or a%41b, which a URL parser would read as its own
    if prefix == "sqlite" and rest and "?" not in Path(rest).name:
        return URL.create("sqlite", database=rest)
    try:
        return make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ConfigError(
            "[project] database is no URL of a database",
            hint="such as sqlite:////home/me/briefgen.sqlite3 or postgresql+psycopg://host/name",
        ) from error


def is_sqlite(url: URL) -> bool:
    """Return whether the URL names a SQLite file."""
    return url.get_backend_name() == "sqlite"


def make_engine(url: URL) -> Engine:
    """Return an engine whose transactions hold all statements, CREATE TABLE among them."""
    if not is_sqlite(url):
        return create_engine(url)
    engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS})

    def prepare(connection: Any, _record: object) -> None:
        # the driver would open transactions by itself, but not before CREATE TABLE
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn what the driver says into an error that names the place and a way out."""
    try:
        yield
    except IntegrityError as error:
        raise OutputError(
            f"the database refused a row: {error.orig}",
            path=place,
            hint="another run may be writing; try again",
        ) from error
    except DatabaseError as error:
        raise _known_trouble(str(error.orig), place) from error
    except SQLAlchemyError as error:
        raise OutputError(f"the database failed: {error}", path=place) from error


def _known_trouble(said: str, place: str) -> BriefgenError:
    if "not a database" in said or "malformed" in said:
        return DataError(
            f"this is no database that can be read: {said}",
            path=place,
            hint="move the file away; a new one is made from the sources",
        )
    if "locked" in said:
        return OutputError(
            "the database is locked by another program",
            path=place,
            hint="wait for the other run, or close the program that has the file open",
        )
    if "readonly" in said or "unable to open" in said:
        return OutputError(
            f"the database cannot be written: {said}",
            path=place,
            hint="make its folder and give yourself the right to write there, or name another "
            "place under [project] database",
        )
    if "is full" in said:
        return OutputError("the disk is full", path=place, hint="make room and run again")
    return OutputError(f"the database failed: {said}", path=place)
