"""What a run is asked for, what it has read, and what it did.

Input: nothing. Output: the values that the parts of the pipeline hand on. No stage is called here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefgen.document import Source
from briefgen.errors import Notice
from briefgen.fact import Fact

FORMATS = ("docx", "pdf")
OVERVIEW = "总览"

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


def no_progress(_what: str, _done: int, _of: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked to build."""

    themes: tuple[str, ...] = ()  # none: every theme that has facts, and the overview
    formats: tuple[str, ...] = FORMATS
    style: str | None = None
    as_of: date | None = None
    force: bool = False
    strict: bool = False
    editable_charts: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All sources of a project as read, and the facts they give, in order of source and place."""

    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did: the folder of the current issue, whether it is new, what was noticed."""

    folder: Path
    is_new: bool
    files: tuple[str, ...]
    notices: tuple[Notice, ...] = field(default=())
