"""Restated figures: every number in an English brief's value runs is a number of its facts.

Input: a brief and its facts. Output: the numbers that are neither a fact's value nor printed in its
clause, with the words around them. A date is a date of the fact; a derived figure is computed anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from briefgen.brief import COUNTED, Brief, Chart, Value, block_runs
from briefgen.english.numbers import NUMBER, read_english
from briefgen.fact import Fact
from briefgen.numerals import find_numerals, read_number
from briefgen.telling import change_between, implied_whole

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATES = re.compile(
    rf"(?:\d{{1,2}}(?:(?:–| to )\d{{1,2}})? )?(?:{_MONTH}) \d{{4}}"
    r"|\b\d\dth Five-Year Plan"
    r"|\b(?:1[89]|20)\d\d(?:–(?:1[89]|20)\d\d)?\b"
)


def misstated(brief: Brief, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """Return every number of value runs and chart points that its facts do not hold, with words."""
    found: list[str] = []
    for text, ids, formula in _values(brief):
        known = [facts[i] for i in ids if i in facts]
        if not known:
            continue  # dates and counts of the sources themselves
        allowed = {Decimal(len(ids))} if formula == COUNTED else _held(known)
        allowed = _derived(known) if formula not in (None, COUNTED) else allowed
        bare = _DATES.sub("", text)
        found += (
            f"{match[0]} in {text[:60]!r}"
            for match in NUMBER.finditer(bare)
            if not set(map(abs, read_english(match[0]))) <= allowed
        )
    return tuple(found)


def _values(brief: Brief) -> Iterator[tuple[str, Sequence[str], str | None]]:
    for block in brief.blocks:
        for runs in block_runs(block):
            for run in runs:
                if isinstance(run, Value) and not _is_chinese(run.text):
                    yield run.text, run.fact_ids, run.formula
        if isinstance(block, Chart):
            for point in block.spec.points:
                if not _is_chinese(point.shown) and len(point.fact_ids) == 1:
                    yield point.shown, point.fact_ids, None


def _is_chinese(text: str) -> bool:
    return re.search("[\u3400-\u9fff]", text) is not None


def _held(facts: Iterable[Fact]) -> set[Decimal]:
    """Return the values of facts, their starts and bounds, and every number of their clauses."""
    held: set[Decimal] = set()
    for fact in facts:
        held |= {abs(v) for v in fact.values}
        held |= {abs(v) for v in (fact.low, fact.high) if v is not None}
        held |= {abs(v) * 10 for v in fact.values if fact.unit == "成"}  # 四成 is 40%
        held |= {abs(v) for v in fact.start_value.values} if fact.start_value else set()
        for numeral in find_numerals(fact.clause or fact.quote):
            held |= {abs(v) for v in numeral.values}
            held |= {v for d in re.findall(r"\d+(?:\.\d+)?", numeral.text) for v in read_number(d)}
    return held


def _derived(facts: Sequence[Fact]) -> set[Decimal]:
    """Return what may be derived from two facts: their difference, and the whole that a share and
    its amount imply, as the Chinese brief says it."""
    if len(facts) != 2:
        return set()
    change = change_between(*facts)
    told = [change.size.replace("百分点", "点")] if change else []
    share, amount = sorted(facts, key=lambda f: f.unit != "%")
    told += [implied_whole(share, amount).size] if share.unit == "%" != amount.unit else []
    return {abs(v) for words in told for n in find_numerals(words) for v in n.values}
