"""What the commands share: their common options, and words of a user as values.

Input: the words behind an option. Output: a project, a day, formats; UsageError names what is
allowed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.errors import Notice, UsageError

if TYPE_CHECKING:
    from briefgen.config import Project

ProjectOption = Annotated[
    Path | None,
    typer.Option("--project", metavar="DIR", help="The project; default: the nearest one upwards."),
]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class FactFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


def tell(line: str) -> None:
    print(f"briefgen: {line}", file=sys.stderr)


def project_at(folder: Path | None) -> Project:
    from briefgen.config import find_project, load_project

    return load_project(folder if folder is not None else find_project(Path.cwd()))


def formats_of(text: str) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    if not formats or set(formats) - {"docx", "pdf"}:
        raise UsageError(f"--format {text!r}", hint="allowed: docx, pdf, or docx,pdf")
    return formats


def languages_of(text: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    if not wanted or set(wanted) - {"zh", "en"}:
        raise UsageError(f"--lang {text!r}", hint="allowed: zh, en, or zh,en")
    return wanted


def day_of(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        if not _DAY.fullmatch(text):  # 20230301 and 2023-W09-3 are dates too, but not to a reader
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--as-of {text!r}", hint="a date such as 2023-03-01") from error


def today() -> date:
    return datetime.now().astimezone().date()


def print_notices(notices: Sequence[Notice]) -> None:
    for notice in notices:
        tell(f"warning: {notice}")
