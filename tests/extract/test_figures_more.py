"""Every invented sentence of cases_more.toml, compared as the scorer of gold facts compares."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Document, Source
from briefgen.extract import Extraction, extract_facts
from briefgen.fact import Fact
from briefgen.lexicon import Lexicon, load_lexicon
from briefgen.numerals import find_numerals

_CASES = tomllib.loads((Path(__file__).parent / "cases_more.toml").read_text(encoding="utf-8"))
_AREA = Area("清河区", ("清河",), "江州市", ())
_CLASS = {"level": "amount", "count": "amount", "share": "amount", "growth": "change"}


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _document(case: dict[str, object]) -> Document:
    published = str(case.get("published", "2022-12"))
    return clean_source(Source("case.txt", str(case["text"]), "", published=published))


def _extract(case: dict[str, object]) -> Extraction:
    return extract_facts(_document(case), _lexicon(), _AREA)


def _value(fact: Fact) -> str:
    wire = fact.to_wire()
    value = _joined(wire["value"])
    return value if wire["from"] is None else f"{_joined(wire['from'])}→{value}"


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ":".join(value)


def _plain(name: str) -> str:
    return re.sub(r"[\s“”\"'‘’、，,（）()《》·的全区数量]", "", name)


def _alike(first: str, second: str) -> bool:
    a, b = _plain(first), _plain(second)
    if a == b or (min(len(a), len(b)) >= 3 and (a in b or b in a)):
        return True
    pairs = [{w[i : i + 2] for i in range(len(w) - 1)} or {w} for w in (a, b)]
    return 2 * len(pairs[0] & pairs[1]) / (len(pairs[0]) + len(pairs[1])) >= 0.5


def _differs(row: str, fact: Fact) -> str:
    """Return what of `fact` is not as `row` says, "" where all is."""
    name, value, unit, kind, hedges, period = row.split("|")
    told = (fact.period or "") + ("?" if fact.period_inferred else "")
    same_kind = _CLASS.get(kind, kind) == _CLASS.get(fact.kind.value, fact.kind.value)
    checks = {
        "indicator": _alike(name, fact.indicator),
        "value": value.replace("~", ":") == _value(fact),
        "unit": unit == (fact.unit or ""),
        "kind": same_kind,
        "hedges": hedges == "+".join(fact.qualifiers),
        "period": period == told,
    }
    return ", ".join(what for what, holds in checks.items() if not holds)


def _params() -> list[object]:
    return [
        pytest.param(
            case,
            id=case["text"][:24],
            marks=[pytest.mark.xfail(reason=case["open"], strict=True)] if "open" in case else [],
        )
        for case in _CASES["case"]
    ]


@pytest.mark.parametrize("case", _params())
def test_a_sentence_gives_what_was_written_down_before(case: dict[str, object]) -> None:
    found = [f for f in _extract(case).facts if not f.is_statement]
    rows = case["facts"]
    assert isinstance(rows, list)
    assert len(found) == len(rows), [f.indicator for f in found]
    assert [_differs(row, fact) for row, fact in zip(rows, found, strict=True)] == [""] * len(rows)


@pytest.mark.parametrize("case", _CASES["case"], ids=[c["text"][:24] for c in _CASES["case"]])
def test_every_numeral_of_a_sentence_is_accounted_for(case: dict[str, object]) -> None:
    found = _extract(case)
    told = {(f.number_start, f.number_end) for f in found.facts if f.number_start is not None}
    told |= {(s.start, s.end) for f in found.facts if (s := f.start_value) is not None}
    left = {(a.start, a.end) for a in found.abstentions}
    assert not told & left
    assert len(told | left) == len(find_numerals(_document(case).text))


def test_there_are_enough_sentences_and_few_are_open() -> None:
    cases = _CASES["case"]
    first = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
    assert len(cases) >= 130
    assert len(cases) + len(first["case"]) >= 260
    assert sum("open" in c for c in cases) <= len(cases) * 0.05
    assert all(c.get("why") for c in cases if "written" in c)
