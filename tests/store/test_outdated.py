"""A brief tells the newest of what runs on; what a newer report carries on stays in its source."""

from __future__ import annotations

from typing import Any

import pytest
from invented import fact

from briefgen.fact import Fact, Kind, Relation, RelationType
from briefgen.lexicon.load import build_lexicon
from briefgen.store.outdated import without_outdated
from briefgen.store.series import find_series

LEXICON = build_lexicon(None, ())


def told(value: str, published: str, period: str, **changes: Any) -> Fact:
    given = {"kind": Kind.GROWTH, "indicator": "民间投资增速", "period": period, "start": 10}
    return fact(value, published, **(given | changes))


def left(*facts: Fact) -> list[str]:
    """Return the values that still hold, in order."""
    kept = without_outdated(facts, find_series(facts, LEXICON), LEXICON)
    return [str(f.value) for f in kept]


def test_eleven_months_carry_on_ten() -> None:
    ten = told("5.1", "2024-11", "2024-01/2024-10")
    eleven = told("8.8", "2024-12", "2024-01/2024-11")
    assert left(ten, eleven) == ["8.8"]
    assert left(eleven, ten) == ["8.8"]


@pytest.mark.parametrize(
    ("newer", "changes"),
    [
        ("2024-01", {}),  # a month carries on no year
        ("2024-01/2024-11", {"scope": "东集镇"}),
        ("2024-01/2024-11", {"indicator": "工业投资增速"}),
        ("2024-01/2024-11", {"kind": Kind.TARGET}),
        ("2024-01/2024-11", {"period_inferred": True}),
        ("2024-01/2024-11", {"published": "2024-01-09"}),  # the same report
    ],
)
def test_what_another_time_or_body_tells_carries_nothing_on(
    newer: str, changes: dict[str, Any]
) -> None:
    year = told("6.2", "2024-01-09", "2023")
    other = told("8.8", **({"published": "2024-12", "period": newer} | changes))
    assert left(year, other) == ["6.2", "8.8"]


def test_what_hangs_on_an_outdated_figure_goes_with_it() -> None:
    def income(value: str, published: str, period: str) -> tuple[Fact, Fact]:
        level = told(value, published, period, kind=Kind.LEVEL, indicator="税收收入", unit="元")
        tie = (Relation(RelationType.GROWTH_OF, level.id),)
        rate = told("9.9", published, period, indicator="税收收入增速", start=40, relations=tie)
        return level, rate

    old, new = (
        income("35", "2024-11", "2024-01/2024-10"),
        income("39", "2024-12", "2024-01/2024-11"),
    )
    assert left(*old, new[0]) == ["39"]
    assert left(*old, *new) == ["39", "9.9"]


def test_a_figure_without_a_time_is_carried_on_by_one_of_a_time_after_its_report() -> None:
    undated = told("8.7", "2024-02", "2023", period_inferred=True)
    assert left(undated, told("11.9", "2025-01", "2024")) == ["11.9"]
    assert left(undated, told("11.9", "2025-01", "2023")) == ["8.7", "11.9"]


def test_what_a_series_holds_stands_beside_the_newer() -> None:
    visits = {"kind": Kind.COUNT, "indicator": "走访企业", "unit": "家"}
    first = told("444", "2024-02", "2024-01", **visits)
    assert left(first, told("366", "2025-01", "2024-12", **visits)) == ["444", "366"]


def test_a_series_whose_newest_figure_is_carried_on_is_left_out_whole() -> None:
    visits = {"kind": Kind.COUNT, "indicator": "走访企业", "unit": "家"}
    first = told("444", "2023-10", "2023-01/2023-09", **visits)
    second = told("466", "2024-10", "2024-01/2024-09", **visits)
    years = [told("600", "2024-01", "2023", **visits), told("640", "2025-01", "2024", **visits)]
    assert left(first, second, *years) == ["600", "640"]
    assert left(first, second) == ["444", "466"]


def test_an_outcome_stands_for_what_was_expected_of_its_year() -> None:
    expected = told("6", "2024-01", "2023", qualifiers=("预计",))
    outcome = told("6.3", "2024-03", "2023", indicator="民间投资同比增速")
    assert left(expected, outcome) == ["6.3"]
    assert left(expected, told("6.3", "2024-03", "2022")) == ["6", "6.3"]
    assert left(told("6", "2024-01", "2023"), outcome) == ["6", "6.3"]
