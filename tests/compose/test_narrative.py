"""The narrative template: words of ours only, and facts never seen by Jinja."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qinghe import NARRATIVE, a_fact, brief_of, words_of

from briefgen.brief import Text, Value, plain_text
from briefgen.compose.narrator import Narrator
from briefgen.errors import DataError

TEMPLATES = sorted(Path(__file__).parents[2].glob("templates/*/narrative.*.j2"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_narrative_templates_hold_no_digit_and_no_numeral(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.S)
    text = text.replace("不一致", "")  # a word, no figure
    assert not re.findall(r"[0-9０-９〇一二三四五六七八九十百千万亿两几半]", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: f"{p.parent.name}-{p.name}")
def test_narrative_templates_name_no_place_and_no_indicator(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.findall(r"北碚|重庆|森林|企业|GDP|地区生产总值|全市", text)


@pytest.mark.parametrize(
    "hostile",
    [
        "{{7*7}}",
        "{% for x in y %}",
        "<para>",
        "R&D<5%",
        "</w:t></w:r>",
        "{{''.__class__}}",
        "\\foo{",
    ],
)
def test_a_source_is_never_a_template(hostile: str) -> None:
    clause = f"{hostile}民营企业350家"
    brief = brief_of([a_fact(clause, "350", unit="家", indicator=f"{hostile}民营企业")])
    assert clause in words_of(brief)


def test_slots_come_back_as_the_runs_that_went_in() -> None:
    narrator = Narrator("{% macro m(a, b) %}前{{ a }}中{{ b }}后{% endmacro %}", "t")
    value = Value("5%", ("x",))
    assert narrator.say("m", a=(value,), b="乙") == (Text("前"), value, Text("中乙后"))


def test_a_missing_slot_is_an_error_that_names_the_file() -> None:
    narrator = Narrator("{% macro m() %}{{ nowhere }}{% endmacro %}", "brief.j2")
    with pytest.raises(DataError, match=r"brief\.j2: 'nowhere' is undefined"):
        narrator.say("m")


def test_a_broken_template_is_an_error_with_its_line() -> None:
    with pytest.raises(DataError, match=r"brief\.j2: line 2: "):
        Narrator("ok\n{% macro m( %}", "brief.j2")


def test_a_template_cannot_reach_pythons_internals() -> None:
    with pytest.raises(DataError, match="unsafe"):
        Narrator("{{ ''.__class__.__mro__ }}", "brief.j2")


def test_what_a_narrative_of_an_earlier_version_lacks_is_said_as_the_standard_one_says_it() -> None:
    standard = NARRATIVE.read_text("utf-8")
    own = "{% macro lead(report) %}见{{ report }}：{% endmacro %}"
    own += "{% set headings = {'points': '提要'} %}"
    narrator = Narrator(own, "brief.j2", standard)
    assert plain_text(narrator.say("lead", report="某年报道")) == "见某年报道："
    assert plain_text(narrator.say("more", count="5")).startswith("另有5个数字未列入本表")
    assert (narrator.word("headings", "points"), narrator.word("headings", "cards")) == (
        "提要",
        "核心指标",
    )
    assert narrator.words("table_head")[0] == "指标"


def test_an_emptied_narrative_is_not_filled_up() -> None:
    narrator = Narrator("", "brief.j2", NARRATIVE.read_text("utf-8"))
    with pytest.raises(DataError, match=r"brief\.j2: the macro or list 'lead' is missing"):
        narrator.say("lead", report="某年报道")


def test_every_macro_of_the_standard_narrative_can_be_said() -> None:
    narrator = Narrator(NARRATIVE.read_text("utf-8"), str(NARRATIVE))
    assert plain_text(narrator.say("lead", report="某年报道")) == "据某年报道，"
    assert narrator.word("headings", "points") == "要点"
