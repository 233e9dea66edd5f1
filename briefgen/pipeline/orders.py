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
LANGUAGES = ("zh", "en")
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
    languages: tuple[str, ...] = LANGUAGES[:1]


@dataclass(frozen=True, slots=True)
class Reading:
    """All sources of a project as read, and the facts they give, in order of source and place."""

    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class English:
    """How much of an issue's English briefs has no English: statements with Chinese left in them,
    measures without a name, and how many there are of each."""

    statements: int
    in_chinese: int
    measures: int
    unnamed: int

    def __str__(self) -> str:
        """Return the count on one line, as the build reports it."""
        share = 100 * self.in_chinese / max(self.statements, 1)
        named = 100 * (self.measures - self.unnamed) / max(self.measures, 1)
        return (
            f"English: {self.in_chinese} of {self.statements} statements keep Chinese words"
            f" ({share:.1f}%); {named:.1f}% of {self.measures} measures have English names"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did: the folder of the current issue, whether it is new, what was noticed."""

    folder: Path
    is_new: bool
    files: tuple[str, ...]
    notices: tuple[Notice, ...] = field(default=())
    english: English | None = None
