"""Told runs as sentences: clauses joined by words, references set off, no subject said twice."""

from __future__ import annotations

import pytest

from briefgen.brief import Cite, Run, Text, Value, plain_text
from briefgen.english.setting import Sort, Told, joined_clauses, set_well


def a_value(text: str, sort: Sort = Sort.CLAUSE) -> Told:
    return Told(Value(text, ("f",)), sort, "")


def words(zh: str) -> Told:
    marks = {"，": ", ", "；": "; ", "。": ". "}
    return Told(Text(marks.get(zh, zh)), Sort.OTHER, zh)


def mark(key: str) -> Told:
    return Told(Cite((key,), latin=True), Sort.OTHER, "")


def said(*told: Told) -> str:
    return plain_text(set_well(told)).replace("\u00a0", " ")


def test_two_clauses_are_joined_by_and_never_by_a_comma_alone() -> None:
    shown = said(
        a_value("output came to 3 yuan"), words("，"), a_value("exports fell"), words("。")
    )
    assert shown.strip() == "output came to 3 yuan, and exports fell."


def test_a_tail_stays_behind_its_comma() -> None:
    shown = said(a_value("output came to 3"), words("，"), a_value("up 2%", Sort.TAIL))
    assert shown == "output came to 3, up 2%"


def test_of_three_clauses_only_the_last_has_an_and() -> None:
    parts = [("A fell", Sort.CLAUSE), ("B rose", Sort.CLAUSE), ("C grew", Sort.CLAUSE)]
    assert joined_clauses(parts) == "A fell, B rose, and C grew"


def test_a_clause_with_an_and_of_its_own_is_parted_by_a_semicolon() -> None:
    first = a_value("A fell, and B rose")
    assert said(first, words("，"), a_value("C grew")) == "A fell, and B rose; C grew"


def test_a_quoted_clause_follows_a_semicolon() -> None:
    shown = said(a_value("A fell"), words("，"), a_value("“清河大桥”", Sort.QUOTED))
    assert shown == "A fell; “清河大桥”"


def test_the_same_subject_is_said_once_within_a_breath_and_again_after_a_semicolon() -> None:
    one, other = a_value("the district built a park"), a_value("the district opened a road")
    assert said(one, words("，"), other) == "the district built a park, and opened a road"
    assert said(one, words("；"), other).endswith("; the district opened a road")


def test_the_same_owner_becomes_its() -> None:
    shown = said(
        a_value("the private economy's share of GDP was 50%"),
        words("，"),
        a_value("the private economy's share of tax was 75%"),
    )
    assert shown.endswith(", and its share of tax was 75%")


def test_another_owner_is_named() -> None:
    one = a_value("the private economy's share of GDP was 50%")
    shown = said(one, words("，"), a_value("the district's share of tax was 75%"))
    assert shown.endswith("and the district's share of tax was 75%")


def test_a_reference_stands_in_square_brackets_after_one_blank_and_before_the_stop() -> None:
    shown = said(a_value("exports fell"), mark("1a"), words("。"), a_value("imports rose"))
    assert shown == "exports fell [1a]. Imports rose"


def test_several_references_share_their_brackets() -> None:
    assert Cite(("1a", "2b"), latin=True).text == "[1a, 2b]"
    assert Cite(("1a", "2b")).text == "〔1a、2b〕"


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        ("21 April 2023", "On 21 April 2023, exports fell"),
        ("since 2021", "Since 2021, exports fell"),
        ("past five years", "Over the past five years, exports fell"),
        ("January 2023 report", "In the January 2023 report, exports fell"),
    ],
)
def test_a_time_has_the_preposition_that_it_takes(time: str, shown: str) -> None:
    runs: list[Told] = [
        Told(Text("In "), Sort.OTHER, "In "),
        a_value(time, Sort.TIME),
        Told(Text(", "), Sort.OTHER, ", "),
        a_value("exports fell"),
    ]
    assert said(*runs) == shown


def test_values_keep_their_facts() -> None:
    made: tuple[Run, ...] = set_well([a_value("A fell"), words("，"), a_value("B rose")])
    assert [r.fact_ids for r in made if isinstance(r, Value)] == [("f",), ("f",)]


def test_a_figure_after_a_year_does_not_read_as_one_number_with_it() -> None:
    shown = said(a_value("On 30 June 2021, 200,000 m² of workshops were put into use"))
    assert shown.startswith("On 30 June 2021, a total of 200,000 m²")
    assert said(a_value("In 2021, 2022 and 2023")) == "In 2021, 2022 and 2023"
