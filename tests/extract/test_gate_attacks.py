"""True facts of the articles and passages, altered in every way that keeps them plausible: each is
refused. What is altered is made consistent again (text, value, offsets, id) wherever it can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import Extraction, extract_facts
from briefgen.extract.grounding import why_ungrounded
from briefgen.fact import Fact, Kind, Start
from briefgen.lexicon import Lexicon, load_lexicon
from briefgen.numerals import read_number

_ROOT = Path(__file__).parents[2]
_WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
_MORE = """清河区贫困发生率由1.7%降至零，城乡居民收入比由2.35∶1缩小到2.18∶1，企业由12家增到1,680家。
用电量下降3.2%，税收增长-2.5%，粮食产量3至5万吨，城市绿地近1.2万亩，三次产业结构比为2.6：48.8：48.6。
"""


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


# amounts with their units that no rule names: in themselves they are told right
_UNNAMED = {"steps passed", "size class", "share of those counted", "no indicator"}


@cache
def _extracted(name: str, raw: str) -> Extraction:
    source = Source(name, raw, "", published="2022-12")
    return extract_facts(clean_source(source), _lexicon(), Area("清河区"))


def _figures(name: str, raw: str) -> list[tuple[str, Fact]]:
    return [(raw, f) for f in _extracted(name, raw).facts if not f.is_statement]


@cache
def _texts() -> tuple[str, ...]:
    folders = (_ROOT / "seeds", Path(__file__).parent / "blind")
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    return (_MORE, *(path.read_bytes().decode("utf-8-sig") for path in paths))


@cache
def _true() -> tuple[tuple[str, Fact], ...]:
    return tuple(f for n, raw in enumerate(_texts()) for f in _figures(f"{n}.txt", raw))


def _all(fits: Callable[[Fact], bool]) -> list[tuple[str, Fact]]:
    return [(raw, fact) for raw, fact in _true() if fits(fact)]


def _place(fact: Fact) -> tuple[int, int]:
    assert fact.number_start is not None
    assert fact.number_end is not None
    return fact.number_start, fact.number_end


def _at(raw: str, fact: Fact, start: int, end: int) -> Fact:
    """Return `fact` with its number at raw `[start, end)`, read as it stands there."""
    text = raw[start:end]
    values = read_number(text) or fact.values
    if fact.values[0] < 0:
        values = tuple(-abs(v) for v in values)
    return replace(fact, number_start=start, number_end=end, number_text=text, values=values)


def _refused(raw: str, altered: Fact, told: Fact) -> bool:
    return altered == told or why_ungrounded(raw, altered, _lexicon()) is not None


def test_the_facts_themselves_pass_and_are_many() -> None:
    assert [f.quote for raw, f in _true() if why_ungrounded(raw, f, _lexicon())] == []
    assert len(_true()) > 350


@pytest.mark.parametrize(("left", "right"), [(1, 0), (0, -1), (-1, 0), (0, 1), (1, 1), (-1, -1)])
def test_a_number_whose_offsets_move_by_one_is_refused_though_all_is_read_again(
    left: int, right: int
) -> None:
    tried = 0
    for raw, fact in _true():
        start, end = _place(fact)
        start, end = start + left, end + right
        if not fact.start <= start < end <= fact.end:
            continue
        moved = _at(raw, fact, start, end)
        if moved.number_text is None or not read_number(moved.number_text):
            continue
        if "".join(moved.number_text.split()) == "".join((fact.number_text or "").split()):
            continue  # only a blank or a line break more
        tried += 1
        assert _refused(raw, moved, fact), (fact.quote, moved.number_text)
    assert tried > 0


def test_a_number_without_its_magnitude_or_per_cent_is_refused() -> None:
    facts = _all(lambda f: (f.number_text or "")[-1:] in "万亿%％")
    assert len(facts) > 100
    for raw, fact in facts:
        start, end = _place(fact)
        cut = _at(raw, fact, start, end - 1)
        for unit in {fact.unit, "", "家", "人"} - ({"%"} if fact.unit == "%" else set()):
            assert _refused(raw, replace(cut, unit=unit), fact), (fact.quote, unit)


def test_values_a_magnitude_off_are_refused() -> None:
    for raw, fact in _true():
        for factor in ("10", "0.1", "10000", "100000000", "0.0001", "100"):
            values = tuple(v * Decimal(factor) for v in fact.values)
            if values != fact.values:
                assert why_ungrounded(raw, replace(fact, values=values)) == "value"


def test_a_figure_with_another_ones_digits_is_refused() -> None:
    facts = _true()
    for (raw, fact), (_, other) in zip(facts, (*facts[7:], *facts[:7]), strict=True):
        if fact.values != other.values:
            assert _refused(raw, replace(fact, values=other.values), fact)
        if fact.number_text != other.number_text:
            text = replace(fact, number_text=other.number_text, values=other.values)
            assert _refused(raw, text, fact)


def test_full_width_forms_that_are_not_printed_are_refused() -> None:
    for raw, fact in _true():
        wide = (fact.number_text or "").translate(_WIDE)
        if wide != fact.number_text:
            assert why_ungrounded(raw, replace(fact, number_text=wide)) == "number"
            quote = fact.quote.replace(fact.number_text or "", wide, 1)
            assert why_ungrounded(raw, replace(fact, number_text=wide, quote=quote)) == "quote"


def _kin(unit: str) -> Iterator[str]:
    units = _lexicon().units
    own = units.get(unit)
    yield from (u.same for u in units.values() if own and u.dimension == own.dimension)
    yield from {"%": ("个百分点", "‰", "成"), "个百分点": ("%", "个"), "比": ("倍", "")}.get(
        unit, ()
    )


def test_every_other_unit_of_the_same_dimension_is_refused() -> None:
    tried = 0
    for raw, fact in _true():
        for unit in set(_kin(fact.unit or "")) - {fact.unit}:
            tried += 1
            assert why_ungrounded(raw, replace(fact, unit=unit), _lexicon()) == "unit", fact.quote
    assert tried > 3000


def test_the_other_sign_is_refused() -> None:
    facts = _all(lambda f: f.kind in (Kind.GROWTH, Kind.CHANGE) and f.start_value is None)
    assert len(facts) > 50
    for raw, fact in facts:
        if any(fact.values):
            turned = replace(fact, values=tuple(-v for v in fact.values), low=None, high=None)
            assert why_ungrounded(raw, turned) in ("value", "sign"), fact.quote


def test_a_lost_hedge_is_refused_with_or_without_its_bounds() -> None:
    printed = (
        "余",
        "多",
        "近",
        "约",
        "超",
        "超过",
        "以上",
        "以下",
        "左右",
        "突破",
        "不足",
        "不到",
        "几",
    )
    facts = _all(lambda f: bool(set(f.qualifiers) & set(printed)))
    assert len(facts) > 30
    for raw, fact in facts:
        kept = tuple(q for q in fact.qualifiers if q not in printed)
        bare = replace(fact, qualifiers=kept)
        assert why_ungrounded(raw, bare) is not None, fact.quote
        assert why_ungrounded(raw, replace(bare, low=None, high=None)) is not None, fact.quote


def test_bounds_that_no_hedge_gives_are_refused() -> None:
    for raw, fact in _all(lambda f: len(f.values) == 1):
        value = abs(fact.values[0])
        for low, high in ((value + 1, None), (None, value + 1), (value - 1, value + 1)):
            assert why_ungrounded(raw, replace(fact, low=low, high=high)) == "bounds", fact.quote


def test_the_ends_of_a_change_cannot_be_changed_for_one_another() -> None:
    facts = _all(lambda f: f.start_value is not None)
    assert len(facts) >= 10
    for raw, fact in facts:
        start = fact.start_value
        assert start is not None
        number = _place(fact)
        swapped = replace(
            _at(raw, fact, start.start, start.end), start_value=Start(fact.values, *number)
        )
        for unit in (fact.unit, ""):
            assert _refused(raw, replace(swapped, unit=unit), fact), fact.quote
        same = replace(fact, start_value=Start(fact.values, *number))
        assert _refused(raw, same, fact)
        for values in ((start.values[0] + 1, *start.values[1:]), start.values[:-1], fact.values):
            altered = replace(fact, start_value=Start(values, start.start, start.end))
            assert values == start.values or why_ungrounded(raw, altered) == "start"


def test_a_start_that_no_word_ties_to_its_end_is_refused() -> None:
    raw = "清河区签约项目12个，建成项目30个。"
    (first, second) = (f for _, f in _figures("a.txt", raw))
    made = replace(second, start=0, quote=raw[: second.end], start_value=Start(first.values, 7, 9))
    assert raw[7:9] == "12"
    assert why_ungrounded(raw, made) == "start"


def _stretches(fact: Fact) -> Iterator[tuple[int, int]]:
    """Yield the places of every stretch of the quote that reads as a number."""
    for left in range(len(fact.quote)):
        for right in range(left + 1, min(left + 9, len(fact.quote)) + 1):
            piece = fact.quote[left:right]
            if not (piece[0].isspace() or piece[-1].isspace()) and read_number(piece):
                yield fact.start + left, fact.start + right


def test_no_stretch_of_a_quote_but_a_whole_figure_passes() -> None:
    whole = {(raw, *_place(f)) for raw, f in _true()}
    whole |= {(raw, s.start, s.end) for raw, f in _true() if (s := f.start_value) is not None}
    for number, raw in enumerate(_texts()):
        left = _extracted(f"{number}.txt", raw).abstentions
        whole |= {(raw, a.start, a.end) for a in left if a.reason in _UNNAMED}
    tried = 0
    for raw, fact in _true():
        for start, end in _stretches(fact):
            if (start, end) == _place(fact):
                continue
            tried += 1
            moved = _at(raw, replace(fact, start_value=None), start, end)
            if why_ungrounded(raw, moved, _lexicon()) is None:
                # another figure of the clause, or the other end of the change: true in itself
                assert (raw, start, end) in whole, (fact.quote, moved.number_text)
    assert tried > 500
