"""Every number in a finished file: from which fact, or from none; and no figure lost on the way.

Input: a brief and its finished files. Output: what is in the files and not in the brief, or the
other way round. It mends nothing, and it does not ask whether a fact is true.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.audit.expected import Expected, expect
from briefgen.audit.matching import cover_of, half_of, is_running, missing_from, stands_in
from briefgen.audit.passages import Passage, read_docx, read_pdf
from briefgen.brief import Brief

# 93.9亿 / 500多万 / 50.7%: the digits with what makes them larger or a share
_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*(?:[^\S\r\n]?[余多几]?(?:万亿|千亿|百亿|千万|百万|亿|万))?(?:[^\S\r\n]?[%‰])?"
    r"(?:\s(?:thousand|million|billion|trillion)\b)?"
)
_SHOWN = 12  # characters of context that a finding shows on each side


@dataclass(frozen=True, slots=True)
class Unaccounted:
    """A finding: which file, where in it, and the text; `missing` where it should stand there.

    `context` is the text around it.
    """

    file: str
    place: str
    text: str
    context: str = ""
    missing: bool = False

    def __str__(self) -> str:
        """Return the finding on one line."""
        if self.missing:
            return (
                f"{self.file}, {self.place}: {self.text} of the brief is missing (…{self.context}…)"
            )
        return f"{self.file}, {self.place}: {self.text} comes from no fact (…{self.context}…)"


@dataclass(frozen=True, slots=True)
class Traced:
    """A number in a finished file, and where it comes from.

    `fact_ids` are the facts that it tells; empty for a running number, a reference, a title or a
    date of the masthead. `accounted` is False where it comes from nowhere.
    """

    file: str
    place: str
    text: str
    context: str
    fact_ids: tuple[str, ...]
    accounted: bool


def account_for(
    brief: Brief, docx: bytes | None, pdf: bytes | None, fixed: Iterable[str] = ()
) -> tuple[Unaccounted, ...]:
    """Return every number in the files that is from nowhere, and every figure that they lost.

    A number is accounted for in a value run, a quote, a chart's words and points, a reference, a
    running number, a source's title or the masthead; `fixed` holds a template's own words. A file
    that is None is not looked at. Raises DataError for a file that cannot be read.
    """
    return account(expect(brief, fixed), docx, pdf)


def account(
    expected: Expected, docx: bytes | None = None, pdf: bytes | None = None
) -> tuple[Unaccounted, ...]:
    """Return what is wrong in the files by what a brief may and must print; see `account_for`."""
    found: list[Unaccounted] = []
    for passages in _files(docx, pdf):
        found += (
            Unaccounted(t.file, t.place, t.text, t.context)
            for t in _trace(expected, passages)
            if not t.accounted
        )
        found += _lost(expected, passages)
    return tuple(found)


def trace_numbers(
    brief: Brief, docx: bytes | None, pdf: bytes | None, fixed: Iterable[str] = ()
) -> tuple[Traced, ...]:
    """Return every number in the files, in reading order, with the facts that it comes from."""
    return trace(expect(brief, fixed), docx, pdf)


def trace(
    expected: Expected, docx: bytes | None = None, pdf: bytes | None = None
) -> tuple[Traced, ...]:
    """Return every number in the files by what a brief may print; see `trace_numbers`."""
    return tuple(t for passages in _files(docx, pdf) for t in _trace(expected, passages))


def _files(docx: bytes | None, pdf: bytes | None) -> Iterator[tuple[Passage, ...]]:
    readers: tuple[tuple[Callable[[bytes], tuple[Passage, ...]], bytes | None], ...] = (
        (read_docx, docx),
        (read_pdf, pdf),
    )
    for read, content in readers:
        if content is not None:
            yield read(content)


def _trace(expected: Expected, passages: Sequence[Passage]) -> Iterator[Traced]:
    for number, passage in enumerate(passages):
        cover = cover_of(expected.phrases, passage)
        spot_of = {raw: i for i, raw in enumerate(passage.at)}
        for match in _NUMBER.finditer(passage.text):
            spots = [spot_of[i] for i in range(*match.span()) if i in spot_of]
            span = spots[0], spots[-1] + 1
            owners = [*cover[slice(*span)]]
            if None in owners:
                owners = [half_of(expected.phrases, passages, number, span)]
            told = [owner for owner in owners if owner is not None]
            yield Traced(
                passage.file,
                passage.place,
                match[0],
                passage.tight[max(0, span[0] - _SHOWN) : span[1] + _SHOWN],
                tuple(dict.fromkeys(i for owner in told for i in owner.fact_ids)),
                bool(told) or is_running(expected, passages, number, match.span(), span),
            )


def _lost(expected: Expected, passages: Sequence[Passage]) -> Iterator[Unaccounted]:
    """Yield every piece of the brief that does not stand in the file as often as it should.

    So two figures that changed places are found, and one that was altered to another of the brief.
    """
    file = passages[0].file if passages else "file"
    required = [line.text for line in expected.lines]
    lacking = Counter(missing_from(required, expected.extras, passages))
    for line in expected.lines:
        if not lacking[line.text]:
            continue
        lacking[line.text] -= 1
        lost = [(f, near) for f, near in line.windows if not stands_in(near, passages)]
        for figure, near in lost or [(line.text, line.text)]:
            yield Unaccounted(file, "all of it", figure[:40], near[:40], missing=True)
