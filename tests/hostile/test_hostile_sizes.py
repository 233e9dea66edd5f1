"""Texts that once took hours, or would: each is done within a bound that even growth keeps by far.

How fast it goes is measured by scripts/bench.py, not here: the bound only ends a run that hangs.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Document, Source
from briefgen.extract import extract_facts
from briefgen.extract.context import make_context
from briefgen.extract.statements import find_statements
from briefgen.fact import Fact
from briefgen.lexicon import load_lexicon

_AREA = Area("清河区", ("清河",), "江州市", ("青木镇",))
_SECONDS = 20  # of each test; the slowest takes two
_PROSE = "2023年，清河区科技型企业达1600家，建成清河科技园，获评国家级示范区。"
# units of text, repeated to so many characters
_CLEANED = {
    "digits and commas": ("12,", 400_000),
    "thousands": ("123,", 400_000),
    "digits": ("1", 400_000),
    "digits and spaces": ("1 ", 200_000),
    "points": ("1.2.", 400_000),
    "colons": ("2：", 400_000),
    "spaces": (" ", 1_000_000),
    "wide spaces": ("\u3000", 1_000_000),
    "tabs and returns": ("\t\r", 400_000),
    "blank lines": ("\n", 1_000_000),
    "blank lines with spaces": ("\n ", 400_000),
    "brackets that open": ("（", 400_000),
    "ASCII brackets": ("(", 400_000),
    "book marks": ("《", 400_000),
    "quotes that open": ("“", 400_000),
    "datelines that stay open": ("讯（记者", 400_000),
    "bullets": ("●", 400_000),
    "bullet lines": ("● 甲\n", 60_000),
    "hashes": ("#", 400_000),
    "hash lines": ("# 甲\n", 60_000),
    "Latin": ("a", 400_000),
    "Latin words": ("the quick fox ", 400_000),
    "Latin lines": ("ab\n", 60_000),
    "Chinese without a stop": ("清河", 1_000_000),
    "Chinese with spaces": ("清 ", 200_000),
    "scripts in turn": ("清a1", 400_000),
    "short lines": ("清河\n", 60_000),
    "captions": ("清河新城 摄/张三\n\n", 60_000),
    "doubled captions": ("清河新城清河新城 摄摄//张三张三\n\n", 60_000),
    "datelines": ("清河新貌\n本报讯（记者 张三）清河区建成。\n", 60_000),
    "invisible": ("1\u200b\u202e", 200_000),
    "private use": ("\ue000", 400_000),
    "two columns": ("清河区建成科技园推进\n" * 3 + "建成。\n\n" + "中" * 40 + "\n\n", 400_000),
}
_STATED = {
    "brackets that open": ("（", 300_000),
    "book marks that open": ("《中", 300_000),
    "single quotes that open": ("‘", 300_000),
    "quotes that open": ("“", 300_000),
    "quotes": ("“好。”", 60_000),
    "quotes and speakers": ("“好。”他说。", 60_000),
    "pronouns in one paragraph": ("他说，好。", 60_000),
    "names in one paragraph": ("李某说：“我们要建设清河科技园。”", 60_000),
    "pronouns, a paragraph each": ("他说，建成科技园。\n", 60_000),
    "quotes, a paragraph each": ("“建成清河科技园。”\n李某说，好。\n", 60_000),
    "one sentence of plans": ("将建成科技园，", 60_000),
    "one sentence of deeds": ("建成清河科技园，", 60_000),
    "will": ("将", 300_000),
    "short lines": ("清河\n", 40_000),
}


@pytest.fixture(autouse=True)
def _bounded() -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"not done in {_SECONDS} seconds of its own")

    before = signal.signal(signal.SIGVTALRM, stop)  # what else the machine does is no fault
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _document(raw: str) -> Document:
    return clean_source(Source("a.txt", raw, "", published="2024-01"))


def _repeated(unit: str, length: int) -> str:
    return unit * (length // len(unit))


@pytest.mark.parametrize("name", _CLEANED)
def test_cleaning_keeps_up_and_keeps_the_sentence_below(name: str) -> None:
    document = _document(f"{_repeated(*_CLEANED[name])}\n\n\n\n{_PROSE}")
    assert document.text.endswith("科技型企业达1600家，建成清河科技园，获评国家级示范区。")
    last = document.paragraphs[-1]
    assert document.text[last.start : last.end].endswith("获评国家级示范区。")


@pytest.mark.parametrize("name", _STATED)
def test_statements_keep_up_and_the_one_below_is_found(name: str) -> None:
    document = _document(f"{_repeated(*_STATED[name])}\n\n\n\n{_PROSE}")
    found = find_statements(make_context(document, load_lexicon(), _AREA))
    assert "获评国家级示范区" in found[-1].quote


def _last_figure(facts: tuple[Fact, ...]) -> Fact:
    return [fact for fact in facts if not fact.is_statement][-1]


@pytest.mark.parametrize(
    "unit",
    ["清河区风景如画，", "清河区深入推进改革创新。", "the quick brown fox, ", "12,", "（", "●"],
)
def test_row_34_one_long_line_is_read_to_its_end(unit: str) -> None:
    line = unit * ((300_000 if unit == "12," else 1_000_000) // len(unit.encode()))
    found = extract_facts(_document(f"{line}。{_PROSE}"), load_lexicon(), _AREA)
    assert _last_figure(found.facts).number_text == "1600"
    assert "获评国家级示范区" in found.facts[-1].quote


def test_row_34_many_figures_in_one_line_are_each_found_once() -> None:
    raw = _PROSE * 1500
    found = extract_facts(_document(raw), load_lexicon(), _AREA)
    figures = [fact for fact in found.facts if not fact.is_statement]
    assert len(figures) == len({fact.number_start for fact in figures}) == 1500
    assert {fact.period for fact in figures} == {"2023"}
