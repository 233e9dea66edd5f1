"""The gate refuses whatever does not stand in the raw text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.extract.grounding import why_ungrounded
from briefgen.fact import Fact, Start
from briefgen.lexicon import load_lexicon

_RAW = """清河区持续推进生态修复，山更绿、水更清，群众的
获得感明显增强。截至目前，全区森林覆盖率达到50.
7%，同比下降3.2%。脱贫攻坚取得全面胜利，农村面
貌焕然一新，贫困发生率由1.7%降至零，群众的生活
一天比一天好，各项事业不断取得新的进步。
"""


def _facts() -> tuple[Fact, ...]:
    source = Source("case.txt", _RAW, "", published="2022-12")
    document = clean_source(source)
    facts = extract_facts(document, load_lexicon(), Area("清河区")).facts
    return tuple(f for f in facts if not f.is_statement)


def test_wrapped_words_and_numbers_are_grounded_as_printed() -> None:
    first, second, third = _facts()
    assert first.quote == "全区森林覆盖率达到50.\n7%"
    assert (first.number_text, first.value) == ("50.\n7%", Decimal("50.7"))
    assert first.clause == "全区森林覆盖率达到50.7%"
    assert "wrapped" in first.flags
    assert (second.number_text, second.value) == ("3.2%", Decimal("-3.2"))
    assert third.start_value is not None
    assert _RAW[third.start_value.start : third.start_value.end] == "1.7%"
    assert all(why_ungrounded(_RAW, f) is None for f in (first, second, third))


@pytest.mark.parametrize(
    "change",
    [
        {"values": (Decimal("50.8"),)},
        {"values": (Decimal("-50.7"),)},
        {"values": ()},
        {"quote": "全区森林覆盖率达到50.7%"},
        {"number_text": "50.7%"},
        {"number_start": None},
        {"number_start": 0, "number_end": 2},
        {"start": 1},
        {"end": 10**6},
    ],
)
def test_an_altered_fact_is_refused(change: dict[str, object]) -> None:
    fact = replace(_facts()[0], **change)  # type: ignore[arg-type]
    assert why_ungrounded(_RAW, fact) is not None


def test_an_altered_start_is_refused() -> None:
    fact = _facts()[2]
    assert fact.start_value is not None
    start = Start(Decimal("1.8"), fact.start_value.start, fact.start_value.end)
    assert why_ungrounded(_RAW, replace(fact, start_value=start)) == "start"


def test_ids_are_stable_and_differ() -> None:
    ids = [f.id for f in _facts()]
    assert ids == [f.id for f in _facts()]
    assert len(set(ids)) == 3


@pytest.mark.parametrize("hidden", ["16\u200b00", "\u202e1600\u202c", "16\u00ad00"])
def test_a_number_with_characters_nobody_sees_is_read_and_flagged(hidden: str) -> None:
    raw = f"2023年，清河区科技型企业达{hidden}家。"
    source = Source("case.txt", raw, "", published="2024-01")
    extraction = extract_facts(clean_source(source), load_lexicon(), Area("清河区", ("清河",)))
    (fact,) = (f for f in extraction.facts if not f.is_statement)
    assert fact.values == (Decimal(1600),)
    assert "invisible" in fact.flags
    assert raw[fact.start : fact.end] == fact.quote
