"""What `verify` prints: every number of a finished file, and the fact that it comes from, or none.

Input: finished .docx and .pdf files, also edited or moved ones, and the issue they were built in.
Output: lines on standard output, and an error where a number is from nowhere or a figure was lost.
It needs no article: the issue's own trace.json and facts.jsonl say what may stand there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefgen.archive import Manifest, issue_of, latest_issue
from briefgen.audit.account import Traced, Unaccounted, account, trace
from briefgen.audit.expected import Expected
from briefgen.audit.record import from_record
from briefgen.config import Project
from briefgen.errors import DataError, OutputError, UnaccountedError, UsageError
from briefgen.fact import Fact
from briefgen.listing import Form, print_rows
from briefgen.pipeline import FORMATS, TRACE

_HEAD = ("文件", "位置", "数字", "前后文", "出处", "原句")
_NOWHERE, _LAYOUT, _LOST = "无出处", "编号、页码或报头", "缺失"
_QUOTE_ROOM = 40


@dataclass(frozen=True, slots=True)
class _Issue:
    """What an issue knows of its numbers."""

    briefs: Mapping[str, Expected]
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class _Verdict:
    traced: tuple[Traced, ...]
    lost: tuple[Unaccounted, ...]

    @property
    def faults(self) -> int:
        """Return how many numbers are from nowhere, or lost."""
        return sum(not t.accounted for t in self.traced) + len(self.lost)


def print_verdicts(project: Project, files: Sequence[Path], form: Form) -> None:
    """Print every number of the files with its source; raise UnaccountedError for one without.

    A file that lies in no issue is compared with the newest. Raises UsageError for what is neither
    .docx nor .pdf, DataError for what cannot be read, OutputError where there is no issue.
    """
    for file in files:
        if file.suffix.lower().removeprefix(".") not in FORMATS:
            raise UsageError(f"{file.name} is no brief", hint="name .docx or .pdf files")
    rows: list[Mapping[str, object]] = []
    faults = 0
    for file in files:
        issue = _issue(*_home(project, file))
        verdict = _judge(file, issue)
        faults += verdict.faults
        rows += _told(file, verdict, issue.facts)
    print_rows(_HEAD, rows, form)
    if faults:
        raise UnaccountedError(
            f"{faults} number(s) from no fact, or lost",
            hint=f"they are marked {_NOWHERE} or {_LOST}; mend the file, or build it again",
        )


def _home(project: Project, file: Path) -> tuple[Path, Manifest]:
    found = issue_of(file.absolute()) or latest_issue(project.output)
    if found is None:
        raise OutputError(
            "there is no issue yet", path=project.output, hint="briefgen build makes one"
        )
    return found


def _issue(folder: Path, _manifest: Manifest) -> _Issue:
    """Return what the issue recorded; raise DataError where it recorded nothing."""
    try:
        told = json.loads((folder / TRACE).read_bytes())
        briefs = {stem: from_record(record) for stem, record in told.items()}
        lines = (folder / "facts.jsonl").read_bytes().decode("utf-8", "surrogatepass")
        facts = [Fact.from_wire(json.loads(line)) for line in lines.split("\n") if line]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(
            "this issue does not say where its numbers come from",
            path=folder,
            hint="it is damaged, or an older briefgen made it: build it again with --force",
        ) from error
    return _Issue(briefs, {fact.id: fact for fact in facts})


def _judge(file: Path, issue: _Issue) -> _Verdict:
    """Return the verdict by the brief of the file's name, or else by the one that fits best."""
    try:
        content = file.read_bytes()
    except OSError as error:
        hint = "name a finished .docx or .pdf"
        raise DataError(f"cannot be read: {error.strerror}", path=file, hint=hint) from error
    named = issue.briefs.get(file.stem)
    asked = [named] if named is not None else [*issue.briefs.values()]
    try:
        return min((_verdict(file, content, e) for e in asked), key=lambda v: v.faults)
    except DataError as error:  # it names the format; a reader knows the file
        raise DataError(error.message, path=file, hint=error.hint) from error


def _verdict(file: Path, content: bytes, expected: Expected) -> _Verdict:
    given: dict[str, Any] = {file.suffix.lower().removeprefix("."): content}
    lost = (found for found in account(expected, **given) if found.missing)
    return _Verdict(
        tuple(replace(t, file=file.name) for t in trace(expected, **given)), tuple(lost)
    )


def _told(
    file: Path, verdict: _Verdict, facts: Mapping[str, Fact]
) -> Iterable[Mapping[str, object]]:
    for number in verdict.traced:
        known = [i for i in number.fact_ids if i in facts]
        source = "、".join(known) or (_LAYOUT if number.accounted else _NOWHERE)
        quotes = "；".join("".join(facts[i].quote.split()) for i in known)
        yield _row(file, number.place, number.text, number.context, source, quotes)
    for lost in verdict.lost:
        yield _row(file, "", lost.text, lost.context, _LOST, "")


def _row(file: Path, *cells: str) -> Mapping[str, object]:
    return dict(zip(_HEAD, (file.name, *cells), strict=True))
