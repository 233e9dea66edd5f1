"""Every invented sentence of two tables gives exactly the figures that stand beside it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import Extraction, extract_facts
from briefgen.fact import Fact
from briefgen.lexicon import Lexicon, load_lexicon
from briefgen.numerals import find_numerals


def _table(name: str) -> list[dict[str, object]]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    cases: list[dict[str, object]] = tomllib.loads(text)["case"]
    return cases


_CASES = [*_table("cases.toml"), *_table("cases_real.toml"), *_table("cases_round.toml")]
_AREA = Area("清河区", ("清河",), "江州市", ())


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _extract(text: str, published: str) -> Extraction:
    source = Source("case.txt", text, "", published=published)
    return extract_facts(clean_source(source), _lexicon(), _AREA)


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ":".join(value)


def _row(fact: Fact, fields: int) -> str:
    """Return the fact as a row of a table; a row of seven fields ends with the scope."""
    wire = fact.to_wire()
    value = _joined(wire["value"])
    value = value if wire["from"] is None else f"{_joined(wire['from'])}→{value}"
    period = (fact.period or "") + ("?" if fact.period_inferred else "")
    hedges = "+".join(fact.qualifiers)
    told = (fact.indicator, value, fact.unit or "", fact.kind.value, hedges, period, fact.scope)
    return "|".join(told[:fields])


@pytest.mark.parametrize("case", _CASES, ids=[str(c["text"])[:24] for c in _CASES])
def test_a_sentence_gives_its_figures_and_no_others(case: dict[str, object]) -> None:
    text = str(case["text"])
    rows = case["facts"]
    assert isinstance(rows, list)
    found = _extract(text, str(case.get("published", "2022-12"))).facts
    fields = rows[0].count("|") + 1 if rows else 6
    assert [_row(f, fields) for f in found if not f.is_statement] == rows


@pytest.mark.parametrize("case", _CASES, ids=[str(c["text"])[:24] for c in _CASES])
def test_every_numeral_is_in_a_fact_or_among_the_abstentions(case: dict[str, object]) -> None:
    text = str(case["text"])
    found = _extract(text, "2022-12")
    told = {(f.number_start, f.number_end) for f in found.facts if f.number_start is not None}
    told |= {(s.start, s.end) for f in found.facts if (s := f.start_value) is not None}
    left = {(a.start, a.end) for a in found.abstentions}
    assert not told & left
    assert len(told | left) == len(find_numerals(text))


def test_the_table_holds_at_least_120_cases() -> None:
    assert len(_CASES) >= 120
    assert sum(not c["facts"] for c in _CASES) >= 25
