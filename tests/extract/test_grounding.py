"""The gate refuses whatever does not stand in the raw text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

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
    start = Start((Decimal("1.8"),), fact.start_value.start, fact.start_value.end)
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


def _article(path: Path) -> tuple[str, tuple[Fact, ...]]:
    raw = path.read_bytes().decode("utf-8-sig")
    source = Source(path.name, raw, "", published="2022-12")
    found = extract_facts(clean_source(source), load_lexicon(), Area("清河区"))
    return raw, tuple(f for f in found.facts if not f.is_statement)


@cache
def _true_facts() -> tuple[tuple[str, Fact], ...]:
    """Return the figures of the articles and of the invented passages, with their text."""
    folders = (Path(__file__).parents[2] / "seeds", Path(__file__).parent / "blind")
    paths = sorted(p for folder in folders for p in folder.glob("*.txt"))
    return tuple((raw, fact) for path in paths for raw, facts in [_article(path)] for fact in facts)


def test_every_true_fact_passes_the_gate() -> None:
    assert len(_true_facts()) >= 300
    assert [f.quote for raw, f in _true_facts() if why_ungrounded(raw, f)] == []


_FACTS = st.integers(min_value=0, max_value=10**6).map(
    lambda n: _true_facts()[n % len(_true_facts())]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(_FACTS, st.integers(0, 20), st.integers(1, 9))
def test_a_figure_with_another_digit_is_refused(
    told: tuple[str, Fact], place: int, step: int
) -> None:
    raw, fact = told
    value = fact.values[place % len(fact.values)]
    digits = list(format(value, "f"))
    spots = [i for i, c in enumerate(digits) if c.isdigit()]
    spot = spots[place % len(spots)]
    digits[spot] = str((int(digits[spot]) + step) % 10)
    changed = Decimal("".join(digits))
    values = tuple(changed if v is value else v for v in fact.values)
    assume(tuple(abs(v) for v in values) != tuple(abs(v) for v in fact.values))
    assert why_ungrounded(raw, replace(fact, values=values)) == "value"


@settings(max_examples=300, deadline=None, derandomize=True)
@given(_FACTS, st.integers(0, 20), st.integers(1, 9))
def test_a_quote_or_a_number_with_another_digit_is_refused(
    told: tuple[str, Fact], place: int, step: int
) -> None:
    raw, fact = told
    number = fact.number_text or ""
    spots = [i for i, c in enumerate(number) if c in "0123456789"]
    assume(spots)
    spot = spots[place % len(spots)]
    other = number[:spot] + str((int(number[spot]) + step) % 10) + number[spot + 1 :]
    quote = fact.quote.replace(number, other, 1)
    assert why_ungrounded(raw, replace(fact, number_text=other)) is not None
    assert why_ungrounded(raw, replace(fact, quote=quote, number_text=other)) is not None


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    _FACTS, st.sampled_from(["家", "万元", "亿美元", "个百分点", "‰", "公顷", "人次", "吨标准煤"])
)
def test_a_figure_with_another_unit_is_refused(told: tuple[str, Fact], unit: str) -> None:
    raw, fact = told
    assume(unit != fact.unit)
    assume(unit not in _printed_units(raw, fact))
    assert why_ungrounded(raw, replace(fact, unit=unit)) == "unit"


def _printed_units(raw: str, fact: Fact) -> str:
    """Return the characters behind the number: 户 there may be recorded as 户 only."""
    return raw[fact.number_end : fact.end] + (fact.number_text or "")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(_FACTS, st.integers(-40, 40), st.sampled_from(["quote", "number"]))
def test_a_figure_moved_in_its_text_is_refused(
    told: tuple[str, Fact], step: int, which: str
) -> None:
    raw, fact = told
    assume(step != 0 and fact.number_start is not None and fact.number_end is not None)
    assert fact.number_start is not None
    assert fact.number_end is not None
    if which == "quote":
        moved = replace(fact, start=fact.start + step, end=fact.end + step)
        # the same words may stand elsewhere: they are then no other quote
        assume(raw[moved.start : moved.end] != fact.quote or moved.start < 0)
    else:
        start, end = fact.number_start + step, fact.number_end + step
        moved = replace(fact, number_start=start, number_end=end)
        inside = fact.start <= start < end <= fact.end
        assume(not inside or raw[start:end] != fact.number_text)
    assert why_ungrounded(raw, moved) is not None


@pytest.mark.parametrize(
    ("text", "unit", "others"),
    [
        ("全区新登记经营主体9860户。", "户", ("人", "家", "个", "")),
        ("开行中欧班列320列。", "列", ("人", "个", "辆")),
        ("增速比全国高0.8个百分点。", "个百分点", ("%", "个", "‰")),
        ("增速比全国、全市分别高0.8个、0.5个百分点。", "个百分点", ("%", "个")),
        ("科研人员达1.2万名。", "人", ("名", "家", "元")),
        ("80万清河人民将接续奋斗。", "人", ("户", "个")),
        ("亩均税收35万元。", "元", ("亩", "吨", "美元")),
        ("较上年前进5位，位列全国百强区第68位。", "位", ("人", "个")),
    ],
)
def test_a_unit_must_be_the_one_printed(text: str, unit: str, others: tuple[str, ...]) -> None:
    source = Source("case.txt", text, "", published="2022-12")
    found = extract_facts(clean_source(source), load_lexicon(), Area("清河区")).facts
    figure = next((f for f in found if f.unit == unit), None)
    if figure is None:
        pytest.fail(f"{text} gives no figure in {unit}")
    assert why_ungrounded(text, figure) is None
    for other in others:
        assert why_ungrounded(text, replace(figure, unit=other)) == "unit", other


def test_a_hedge_torn_by_a_line_is_the_hedge_of_its_number() -> None:
    raw = """清河区持续推进生态修复，山更绿、水更清，群众的
获得感明显增强。全区规模以上工业增加值去年突
破万亿元，同比增长3.2%。脱贫攻坚取得全面胜利，
农村面貌焕然一新，群众的生活一天比一天好，各
项事业不断取得新的进步，社会大局保持和谐稳定。
"""
    document = clean_source(Source("case.txt", raw, "", published="2022-12"))
    facts = extract_facts(document, load_lexicon(), Area("清河区")).facts
    first, second = (f for f in facts if not f.is_statement)
    assert (first.number_text, first.qualifiers) == ("万亿", ("突破",))
    assert second.number_text == "3.2%"
