"""Told runs set as English sentences: clauses joined, capitals, one blank, references set off.

Input: runs told in English, each with what it is and the Chinese that it was. Output: the runs as
they are printed. It tells no fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from briefgen.brief import Cite, Run, Runs, Text, Value
from briefgen.english.measures import upper


class Sort(StrEnum):
    """What a told run is in its sentence, by which it is joined to what stands before it."""

    TIME = "time"
    CLAUSE = "clause"  # has a verb of its own: a comma alone does not join it
    TAIL = "tail"  # up 39% year on year, first in the city
    QUOTED = "quoted"  # a clause left in Chinese
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Told:
    """A run in English, what it is, and the Chinese words that it was."""

    run: Run
    sort: Sort
    zh: str


_BLANK = "\u00a0"  # a reference stays on the line of its words
_SENTENCE_END = re.compile(r"[.!?]\s*$")
_OWNER = re.compile(r"(?:the |The )?[\w -]+?(?:'s|s') ")
_VERBS = (
    "came to|numbered|was|were|has|have|had|grew|fell|rose|ranked|remained|doubled|took|covered"
)
_AREA = (
    "the (?:province|city|district|county|town|township|village|subdistrict|area|region|banner"
    "|prefecture|league|new area|development zone|high-tech zone)"
)
_SUBJECT = re.compile(rf"({_AREA}|[^,;]{{3,80}}?(?= (?:{_VERBS}) )) ", re.IGNORECASE)
_IS_CROWDED = re.compile("; |, and ")
_AFTER_YEAR = re.compile(r"(?<=\b[12]\d{3}, )(?=\d)(?!(?:19|20)\d\d\b)")
_MUCH = 100  # characters of a clause with an `and` of its own, after which another is no help


_ABOVE_DISTRICTS = ("county", "banner", "city", "prefecture", "league", "region")
_REGIONAL = (
    ("district-wide", "region-wide"), ("the whole district", "the whole region"),
    ("in the district", "in the region"), ("the district's", "the region's"),
)  # fmt: skip


def in_region(told: str, owner: str) -> str:
    """Return words with 全区 told as the autonomous region, for a place that has no district."""
    if owner.removeprefix("the ") not in _ABOVE_DISTRICTS:
        return told
    for district, region in _REGIONAL:
        told = told.replace(district, region)
    return told


def set_well(told: Sequence[Told]) -> Runs:
    """Return runs as English sentences: clauses joined, capitals at their heads, a blank before
    each reference, `in` before a day made `on`."""
    out: list[Run] = []
    for run in _spaced(_joined(told)):
        if isinstance(run, Cite) or not run.text:
            out.append(run)
            continue
        text = re.sub(r"\.\.(?=\s|$)", ".", re.sub(r" {2,}", " ", run.text))
        before = _said(out)
        if _SENTENCE_END.search(before):
            text = upper(text)
        if isinstance(run, Value) and re.search(r"(?:^|[\s(])[Ii]n $", before):
            text = _agree(out, text)
        if isinstance(run, Value) and text[:1].isdigit() and re.search(r"\d, $", before):
            text = f"a total of {text}"  # in 2024, 268 would read as one number
        text = _AFTER_YEAR.sub("a total of ", text)
        if isinstance(run, Value) and text.endswith(" report") and before.endswith(" from "):
            text = f"the {text}"
        out.append(replace(run, text=text))
    return tuple(out)


def joined_clauses(parts: Sequence[tuple[str, Sort]]) -> str:
    """Return clauses of one breath as a sentence: A came to 3, up 2%, and B was 5."""
    clauses = [told for told, sort in parts if sort is Sort.CLAUSE]
    first = bool(parts) and parts[0][1] is Sort.CLAUSE
    joints = _joints(clauses if first else ["", *clauses])
    text = ""
    for at, (told, sort) in enumerate(parts):
        if not at:
            text = told
        elif sort is Sort.CLAUSE:
            mark, words = joints.pop(0)
            text += mark + words
        else:
            text += f", {told}"
    return text


def without_owner(before: str, told: str, *, its: bool = True) -> str:
    """Return `told` without the owner that `before` named (the private economy's share of GDP was
    50%, and its share of tax was 75%)."""
    owner, again = _OWNER.match(before), _OWNER.match(told)
    if owner is None or again is None or owner.group().lower() != again.group().lower():
        return told
    plural = again.group().rstrip().endswith("s'")
    word = ("their " if plural else "its ") if its else ""
    return word + told[again.end() :]


def _without_subject(before: str, told: str) -> str:
    """Return `told` without the subject that `before` has too: output grew, and was expected …."""
    subject, again = _SUBJECT.match(before), _SUBJECT.match(told)
    if subject is None or again is None or subject[1].lower() != again[1].lower():
        return without_owner(before, told)
    return told[again.end(1) + 1 :]


def _joints(clauses: Sequence[str]) -> list[tuple[str, str]]:
    """Return what stands before each clause after the first, and the clause as it goes on."""
    crowded = any(_IS_CROWDED.search(c) or (" and " in c and len(c) > _MUCH) for c in clauses)
    joints: list[tuple[str, str]] = []
    for at, (before, told) in enumerate(pairwise(clauses), 2):
        if crowded:
            joints.append(("; ", without_owner(before, told)))
        else:
            mark = ", and " if at == len(clauses) else ", "
            joints.append((mark, _without_subject(before, told)))
    return joints


def _joined(told: Sequence[Told]) -> list[Run]:
    """Return the runs, a comma of ours between two clauses made an `and` or a semicolon."""
    runs = [item.run for item in told]
    chain: list[tuple[int, int]] = []  # a comma, the clause after it
    first = -1

    def close() -> None:
        said = [runs[at].text for at in (first, *(clause for _, clause in chain))] if chain else []
        for (comma, clause), (mark, words) in zip(chain, _joints(said), strict=True):
            runs[comma] = _reworded(runs[comma], mark + runs[comma].text.lstrip(", "))
            runs[clause] = _reworded(runs[clause], words)
        chain.clear()

    for at, item in enumerate(told):
        if isinstance(item.run, Text) and re.search("[；。]", item.zh):
            close()
            first = -1
        elif isinstance(item.run, Text) and item.zh.startswith("，"):
            after = _next_clause(told, at + 1)
            if first >= 0 and after is not None and told[after].sort is Sort.CLAUSE:
                chain.append((at, after))
            elif after is not None and told[after].sort is not Sort.TAIL:
                runs[at] = replace(item.run, text=f"; {item.run.text.lstrip(', ')}")
        elif item.sort is Sort.CLAUSE and first < 0:
            first = at
    close()
    return runs


def _next_clause(told: Sequence[Told], at: int) -> int | None:
    """Return where what comes after a comma stands, if it is a clause or a tail: its own time and
    the words before that are passed over."""
    for place in range(at, len(told)):
        item = told[place]
        if isinstance(item.run, Value) and item.sort is not Sort.TIME:
            return place if item.sort is not Sort.OTHER else None
    return None


def _spaced(runs: Sequence[Run]) -> list[Run]:
    """Return runs with one blank before each reference and one between it and a word."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if isinstance(run, Cite) and last is not None and last.text[-1:] not in ("", "("):
            if isinstance(last, Text):
                out[-1] = replace(last, text=last.text.rstrip())
            out += [Text(_BLANK), run]
        elif isinstance(last, Cite) and (run.text[:1].isalnum() or run.text[:1] == "("):
            out.append(_reworded(run, f" {run.text}"))
        else:
            out.append(run)
    return out


def _agree(out: list[Run], time: str) -> str:
    """Let the preposition before a time be the one it takes: on 21 April, since 2021, in 2022."""
    opener = out[-1]
    if isinstance(opener, Cite):
        return time
    wanted = "on" if re.match(r"\d{1,2} [A-Z]", time) else "in"
    days = re.match(r"(\d{1,2})–((\d{1,2}) [A-Z].*)", time)
    if days is not None and int(days[3]) - int(days[1]) > 1:
        time, wanted = f"{days[1]} to {days[2]}", "from"
    elif days is not None:
        wanted = "on"
    elif re.match(r"[\w ]+ to (?:\d|[A-Z])", time):
        wanted = "from"  # January to April 2025
    if time.startswith(("since ", "from ", "by ")):
        stem = opener.text[: -len("in ")]
        out[-1] = replace(opener, text=stem)
        said = _said(out)
        return upper(time) if not said or _SENTENCE_END.search(said) else time
    if time.endswith(" report"):
        return f"the {time}"
    if time.startswith(("past ", "next ")):
        time = f"the {time}"
        wanted = "over"
    head = opener.text[-len("in ") :]
    shown = wanted.capitalize() if head[0] == "I" else wanted
    out[-1] = replace(opener, text=f"{opener.text[: -len('in ')]}{shown} ")
    return time


def _said(runs: Sequence[Run]) -> str:
    return "".join(r.text for r in runs if not isinstance(r, Cite))


def _reworded(run: Run, text: str) -> Run:
    return run if isinstance(run, Cite) else replace(run, text=text)
