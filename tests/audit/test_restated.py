"""An English figure that is not its fact's own is found before anything is published."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefgen.audit.restated import misstated
from briefgen.brief import Brief, Masthead, Paragraph, ParagraphRole, Text, Value
from briefgen.fact import Fact, Kind, Level


def a_brief(text: str, formula: str | None = None, ids: tuple[str, ...] = ("f",)) -> Brief:
    runs = (Text("In "), Value(text, ids, formula))
    block = Paragraph(ParagraphRole.BODY, runs)
    return Brief("t", "en", "t", Masthead("m"), (), (block,))


def a_fact(identity: str = "f", number: str = "36.55亿", value: str = "3655000000") -> Fact:
    return Fact(
        id=identity, source="a.txt", start=0, end=9, quote=f"2023年达{number}元", kind=Kind.LEVEL,
        indicator="甲", scope="清河区", level=Level.DISTRICT, themes=(), article="a",
        published="2024-01", values=(Decimal(value),), number_text=number, unit="元",
        clause=f"2023年达{number}元",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["3.655 billion yuan", "3,655,000,000 yuan", "3,655 million yuan", "January 2024 report",
     "output came to 3.655 billion yuan in 2023", "“达36.55亿元”"],
)  # fmt: skip
def test_the_facts_own_value_is_accepted_in_any_scale(text: str) -> None:
    assert misstated(a_brief(text), {"f": a_fact()}) == ()


@pytest.mark.parametrize(
    "text",
    ["3.65 billion yuan", "36.55 billion yuan", "3.656 billion yuan", "365.5 million yuan",
     "about 4 billion yuan", "3.655 million yuan"],
)  # fmt: skip
def test_another_value_another_scale_and_a_rounded_one_are_found(text: str) -> None:
    (found,) = misstated(a_brief(text), {"f": a_fact()})
    assert text[:4].strip() in found


def test_a_derived_figure_is_computed_anew() -> None:
    facts = {"f": a_fact("f", "50.7%", "50.7"), "g": a_fact("g", "53.16%", "53.16")}
    facts = {k: _percent(f) for k, f in facts.items()}
    right = a_brief("about 2.5 percentage points", "53.16%－50.7%", ("f", "g"))
    wrong = a_brief("about 2.46 percentage points", "53.16%－50.7%", ("f", "g"))
    assert misstated(right, facts) == ()
    assert len(misstated(wrong, facts)) == 1


def _percent(fact: Fact) -> Fact:
    from dataclasses import replace

    return replace(fact, unit="%", kind=Kind.SHARE)
