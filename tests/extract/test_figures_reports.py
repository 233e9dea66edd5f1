"""Three invented reports of 清河区, whole: a bulletin, a work report, a newspaper's round-up.

Beside each `.txt` lies its `.rows`: one line a figure, as in cases.toml, then `@` and the scope.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import Extraction, extract_facts
from briefgen.extract.context import make_context
from briefgen.fact import Fact
from briefgen.lexicon import load_lexicon
from briefgen.numerals import find_numerals

_FOLDER = Path(__file__).parent / "reports"
_PUBLISHED = {"bulletin": "2023-03", "work_report": "2024-01", "round_up": "2023-12"}
_AREA = Area("清河区", ("清河",), "江州市", ())


def _joined(value: str | list[str] | None) -> str | None:
    return ":".join(value) if isinstance(value, list) else value


def _row(fact: Fact) -> str:
    wire = fact.to_wire()
    start, value = (_joined(wire[key]) for key in ("from", "value"))
    value = f"{value}" if start is None else f"{start}→{value}"
    period = (fact.period or "") + ("?" if fact.period_inferred else "")
    hedges = "+".join(fact.qualifiers)
    row = "|".join((fact.indicator, value, fact.unit or "", fact.kind.value, hedges, period))
    return f"{row} @ {fact.scope}"


@cache
def _extracted(name: str) -> tuple[str, Extraction]:
    raw = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    source = Source(f"{name}.txt", raw, "", published=_PUBLISHED[name])
    document = clean_source(source)
    return document.text, extract_facts(document, load_lexicon(), _AREA)


@pytest.mark.parametrize("name", sorted(_PUBLISHED))
def test_a_report_gives_its_figures_and_no_others(name: str) -> None:
    wanted = (_FOLDER / f"{name}.rows").read_text(encoding="utf-8").splitlines()
    assert [_row(f) for f in _extracted(name)[1].facts if not f.is_statement] == wanted


@pytest.mark.parametrize("name", sorted(_PUBLISHED))
def test_every_numeral_of_a_report_is_accounted_for(name: str) -> None:
    text, found = _extracted(name)
    told = {(f.number_start, f.number_end) for f in found.facts if f.number_start is not None}
    told |= {(s.start, s.end) for f in found.facts if (s := f.start_value) is not None}
    left = {(a.start, a.end) for a in found.abstentions}
    assert not told & left
    assert len(told | left) == len(find_numerals(text))


@pytest.mark.parametrize("mark", ["", "和", "、"])
def test_text_without_stops_is_cut_into_clauses_of_bounded_length(mark: str) -> None:
    text = f"全区企业增长5%{mark}" * 500
    source = Source("long.txt", text, "", published="2023-01")
    context = make_context(clean_source(source), load_lexicon(), _AREA)
    assert max(c.end - c.start for c in context.clauses) <= 400
    assert "".join(context.clause_text(c) + c.close for c in context.clauses) == context.text
