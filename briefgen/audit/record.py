"""What a brief may print, as JSON: by it a finished file can be verified long after it was made.

Input: an `Expected`. Output: a plain value for JSON, and the `Expected` again. It judges nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from briefgen.audit.expected import Expected, Line, Phrase


def to_record(expected: Expected) -> dict[str, Any]:
    """Return what a brief may print as values that JSON holds, in a fixed order."""
    return asdict(expected) | {"charts": sorted(expected.charts), "ticks": sorted(expected.ticks)}


def from_record(record: Mapping[str, Any]) -> Expected:
    """Return what `to_record` wrote; raise KeyError, TypeError or ValueError for anything else."""
    return Expected(
        phrases=tuple(Phrase(p["text"], tuple(p["fact_ids"])) for p in record["phrases"]),
        lines=tuple(
            Line(line["text"], tuple((figure, near) for figure, near in line["windows"]))
            for line in record["lines"]
        ),
        extras=tuple(record["extras"]),
        starts=tuple((words, number) for words, number in record["starts"]),
        running=record["running"],
        charts=frozenset(record["charts"]),
        tables=record["tables"],
        ticks=frozenset(record["ticks"]),
    )
