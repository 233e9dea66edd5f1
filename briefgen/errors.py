"""What can go wrong, in one place: errors that end a run, and notices that travel with the issue.

Input: a message, where it happened, and what to do about it. Output: one line that a user can act
on. It does not print: the command line does, and chooses the exit code from the class.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import ClassVar


def _visible(text: str) -> str:
    """Return `text` on one line: control characters are shown escaped, never obeyed."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _place(path: Path | str | None, span: tuple[int, int] | None) -> str:
    where = [] if path is None else [_visible(str(path))]
    if span is not None:
        where.append(f"characters {span[0]}–{span[1]}")
    return ", ".join(where)


class BriefgenError(Exception):
    """The root of every error a user may see; `exit_code` follows sysexits.h."""

    exit_code: ClassVar[int] = 70

    def __init__(
        self,
        message: str,
        *,
        path: Path | str | None = None,
        span: tuple[int, int] | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.span = span
        self.hint = hint

    def __str__(self) -> str:
        """Return `place: message; hint: what to do` on one line."""
        place = _place(self.path, self.span)
        text = f"{place}: {_visible(self.message)}" if place else _visible(self.message)
        return f"{text}; hint: {_visible(self.hint)}" if self.hint else text


class UsageError(BriefgenError):
    """The command was called with words it does not know."""

    exit_code = 64


class DataError(BriefgenError):
    """A source or a template cannot be read as what it claims to be."""

    exit_code = 65


class OutputError(BriefgenError):
    """Nothing can be written where the output belongs."""

    exit_code = 73


class BusyError(BriefgenError):
    """Another run holds the project's lock."""

    exit_code = 75


class ConfigError(BriefgenError):
    """`briefgen.toml`, `sources.toml` or a lexicon holds a value that is not allowed."""

    exit_code = 78


class UnaccountedError(BriefgenError):
    """A finished file holds a number that no fact of the brief accounts for."""

    exit_code = 4


class WarningsError(BriefgenError):
    """Something was noticed, and `--strict` makes every notice fatal."""

    exit_code = 5


class NoticeKind(StrEnum):
    """What a notice is about; the value is what the manifest stores."""

    GLYPH = "glyph"
    SOURCE = "source"
    PERIOD = "period"
    TEMPLATE = "template"
    LEXICON = "lexicon"
    CHART = "chart"


@dataclass(frozen=True, slots=True)
class Notice:
    """Trouble that a run survives; kept in the issue's manifest, fatal under `--strict`."""

    kind: NoticeKind
    message: str
    path: str | None = None
    span: tuple[int, int] | None = None
    hint: str = ""

    def __str__(self) -> str:
        """Return the notice on one line, in the same form as an error."""
        return str(BriefgenError(self.message, path=self.path, span=self.span, hint=self.hint))
