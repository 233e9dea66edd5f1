"""The time line: only what the sources date themselves, and never a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from charted import charts, fact

from briefgen.chart import ChartKind
from briefgen.fact import Fact, Kind, Level, Status


def event(words: str, period: str, **changes: Any) -> Fact:
    made = fact(words, "", "", clause=words, quote=words, values=())
    return replace(
        made,
        id=words,
        kind=Kind.MILESTONE,
        status=Status.DONE,
        unit=None,
        number_text=None,
        number_start=None,
        period=period,
        period_inferred=False,
        **changes,
    )


def four(**changes: Any) -> list[Fact]:
    return [
        event("2022年4月8日，清河大桥建成通车", "2022-04-08"),
        event("2021年12月27日至30日，区党代会召开", "2021-12-27/2021-12-30"),
        event("6月，清河水厂完成土地摘牌", "2022-06", **changes),
        event("9月1日，清河小学如期开学", "2022-09-01"),
    ]


def test_four_dated_events_make_a_time_line_in_order_of_time() -> None:
    (spec,) = charts(four())
    assert spec.kind is ChartKind.TIMELINE
    assert [(p.shown, p.label) for p in spec.points] == [
        ("2021年12月27—30日", "区党代会召开"),
        ("2022年4月8日", "清河大桥建成通车"),
        ("2022年6月", "清河水厂完成土地摘牌"),
        ("2022年9月1日", "清河小学如期开学"),
    ]
    assert spec.title == "2021年12月以来4项有日期的进展"
    assert spec.points[0].value < spec.points[1].value


@pytest.mark.parametrize(
    "changes",
    [
        {"period_inferred": True},
        {"period": "2022"},
        {"period": "2022-Q2"},
        {"status": Status.PLANNED},
        {"status": Status.CANDIDATE},
        {"kind": Kind.PLAN},
        {"level": Level.ENTITY, "scope": "江北腾飞工贸有限公司"},  # the words do not name it
        {"speaker": "区长李某"},
        {"flags": ("source_slip",)},
        {"clause": "6月，清河水厂目前完成土地摘牌"},
        {"clause": "6月，区政府召开第三次常务会议"},
        {"clause": "6月，" + "清河水厂完成土地摘牌" * 5},
    ],
)
def test_an_event_without_a_stated_date_or_still_ahead_is_no_milestone(
    changes: dict[str, Any],
) -> None:
    facts = four()
    facts[2] = replace(facts[2], **changes)
    (spec,) = charts(facts)
    assert len(spec.points) == len(facts) - 1
    assert not any("水厂" in p.label for p in spec.points)


def test_a_date_that_stands_before_the_clause_in_its_sentence_counts() -> None:
    facts = four()
    facts[2] = replace(facts[2], clause="清河区全区上下开展“清河行动”专项工作")
    (spec,) = charts(facts)
    assert ("2022年6月", "开展“清河行动”专项工作") in [(p.shown, p.label) for p in spec.points]


def test_two_dated_events_make_no_time_line() -> None:
    assert charts(four()[:2]) == ()


def test_an_event_of_one_body_counts_where_the_words_name_the_body() -> None:
    (spec,) = charts(four(level=Level.ENTITY, scope="江北清河水厂有限公司"))
    assert "清河水厂完成土地摘牌" in [p.label for p in spec.points]


def test_what_began_and_goes_on_has_no_end_of_its_own() -> None:
    begun = replace(
        event("自2022年10月开始，征集民生实事项目", "2022-10/2023-01"), status=Status.STARTED
    )
    (spec,) = charts([*four(), begun])
    assert spec.points[-1].shown == "2022年10月起"
