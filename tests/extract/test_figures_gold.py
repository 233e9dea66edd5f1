"""The five articles against their hand-annotated figures: the bars that must hold.

The rows in tests/gold/seeds are a copy of the annotation; the scorer here is a short one of ours.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from briefgen.clean import clean_source
from briefgen.config import load_project
from briefgen.document import Area
from briefgen.extract import Extraction, extract_facts
from briefgen.extract.grounding import why_ungrounded
from briefgen.fact import Fact
from briefgen.lexicon import load_lexicon
from briefgen.numerals import find_numerals
from briefgen.readers import read_source

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "seeds"
_NOISE = re.compile(r"[\s“”\"'‘’、，,（）()《》·的全区数量]")
_AMOUNT = {"count": "amount", "level": "amount", "share": "amount"}
_KINDS = _AMOUNT | {"growth": "change", "change": "change"}
_PEOPLE = {"人", "名", "位", "个"}


@cache
def _extracted() -> dict[str, tuple[str, Extraction]]:
    """Return, by the file's stem, the clean text and what was extracted."""
    project = load_project(ROOT)
    gazetteer = project.gazetteer
    area = Area(
        project.settings.place, gazetteer.aliases, project.settings.region, gazetteer.entities
    )
    lexicon = load_lexicon(themes=project.themes)
    told = {s.file: s for s in project.sources}
    found = {}
    for path in sorted(project.seeds.glob("*.txt")):
        document = clean_source(read_source(path, told.get(path.name)))
        found[path.stem] = (document.text, extract_facts(document, lexicon, area))
    return found


def _plain(name: str) -> str:
    return _NOISE.sub("", name)


def _alike(first: str, second: str) -> bool:
    a, b = _plain(first), _plain(second)
    if a == b or (min(len(a), len(b)) >= 3 and (a in b or b in a)):
        return bool(a)
    pairs = [{s[i : i + 2] for i in range(len(s) - 1)} for s in (a, b)]
    total = len(pairs[0]) + len(pairs[1])
    return total > 0 and 2 * len(pairs[0] & pairs[1]) / total >= 0.5


def _matches(row: dict[str, Any], fact: Fact) -> bool:
    spans = [
        (row["start"] + m.start(), row["start"] + m.end())
        for m in re.finditer(re.escape(row["number_text"]), row["quote"])
    ]
    assert fact.number_start is not None
    assert fact.number_end is not None
    within = any(fact.number_start < end and start < fact.number_end for start, end in spans)
    wanted = row["value"] if isinstance(row["value"], list) else [row["value"]]
    return within and [float(v) for v in fact.values] == [float(v) for v in wanted]


def _pairs() -> tuple[list[tuple[dict[str, Any], Fact | None]], list[Fact]]:
    """Return each required row with its fact, and the facts that match no row at all."""
    pairs: list[tuple[dict[str, Any], Fact | None]] = []
    spurious: list[Fact] = []
    for stem, (_, found) in _extracted().items():
        lines = (GOLD / f"{stem}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        figures = [f for f in found.facts if f.number_start is not None]
        for row in rows:
            fact = next((f for f in figures if _matches(row, f)), None)
            if not row.get("optional") and not row.get("repeat"):
                pairs.append((row, fact))
        spurious += [f for f in figures if not any(_matches(r, f) for r in rows)]
    return pairs, spurious


def _share(test: Any) -> float:
    pairs, _ = _pairs()
    good = sum(fact is not None and bool(test(row, fact)) for row, fact in pairs)
    return good / len(pairs)


def test_every_number_is_found_and_none_is_invented() -> None:
    pairs, spurious = _pairs()
    assert len(pairs) == 112
    assert sum(fact is None for _, fact in pairs) <= 2
    assert len(spurious) <= 2, [f.quote for f in spurious]


def test_units_and_kinds_are_right() -> None:
    def same_unit(row: dict[str, Any], fact: Fact) -> bool:
        return row["unit"] == fact.unit or {row["unit"], fact.unit} <= _PEOPLE

    assert _share(same_unit) >= 0.97
    kinds = _share(lambda r, f: _KINDS.get(r["kind"], r["kind"]) == _KINDS.get(f.kind, f.kind))
    assert kinds >= 0.94


def test_indicators_are_right_and_most_are_exact() -> None:
    assert _share(lambda row, fact: _alike(row["indicator"], fact.indicator)) >= 0.94
    assert _share(lambda row, f: _plain(row["indicator"]) == _plain(f.indicator)) >= 0.70


def test_scopes_and_stated_periods_are_right() -> None:
    def in_frame(row: dict[str, Any], fact: Fact) -> bool:
        a, b = _plain(row["scope"]), _plain(fact.scope)
        stated = row["period"] is not None and not row.get("period_inferred")
        return (a in b or b in a) and (not stated or row["period"] == fact.period)

    assert _share(in_frame) >= 0.92


def test_themes_are_right() -> None:
    assert _share(lambda row, fact: set(row["themes"]) & set(fact.themes)) >= 0.97


def test_every_core_fact_is_found_with_its_indicator() -> None:
    for row, fact in _pairs()[0]:
        if row.get("core"):
            assert fact is not None, row["quote"]
            assert _alike(row["indicator"], fact.indicator), row["quote"]


def test_slips_of_the_print_are_flagged() -> None:
    for row, fact in _pairs()[0]:
        if row.get("source_slip"):
            assert fact is not None, row["quote"]
            assert "source_slip" in fact.flags, row["quote"]
            assert fact.meant == fact.indicator


def test_no_fact_is_ungrounded_and_every_numeral_is_accounted_for() -> None:
    raws = {p.stem: p.read_bytes().decode("utf-8-sig") for p in (ROOT / "seeds").glob("*.txt")}
    for stem, (text, found) in _extracted().items():
        assert [f for f in found.facts if why_ungrounded(raws[stem], f)] == []
        told = {(f.number_start, f.number_end) for f in found.facts if f.number_start is not None}
        told |= {(s.start, s.end) for f in found.facts if (s := f.start_value) is not None}
        left = {(a.start, a.end) for a in found.abstentions}
        assert not told & left
        assert len(told | left) == len(find_numerals(text))


def test_growth_rank_and_parts_are_tied_to_what_they_are_of() -> None:
    facts = [f for _, found in _extracted().values() for f in found.facts]
    by_id = {f.id: f for f in facts}
    ties = {(r.type.value, f.indicator, by_id[r.to].indicator) for f in facts for r in f.relations}
    assert ("growth_of", "招商到位资金同比增速", "招商到位资金") in ties
    assert ("part_of", "已办结问题", "收集梳理企业问题") in ties
    assert ("same_event", "签订生态搬迁协议人数", "签订生态搬迁协议户数") in ties
    ranks = [(a, b) for kind, a, b in ties if kind == "rank_of"]
    assert ("全社会研发投入占地区生产总值比重全市排名", "全社会研发投入占地区生产总值比重") in ranks
