"""A lapsed plan stands beside what a later report tells of it; a course beside the year before."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from qinghe import a_fact, brief_of, words_of

from briefgen.brief import KeyPoints, plain_text
from briefgen.fact import Fact, Kind, Series, Status

LATE = date(2026, 6, 1)


def running(facts: list[Fact], **given: object) -> str:
    """Return what the brief prints before its sources, without its reference marks."""
    printed = words_of(brief_of(facts, **given)).split("资料来源")[0]
    return re.sub("〔.*?〕", "", printed)


def of_year(year: int, quote: str, number: str, value: str, **given: Any) -> Fact:
    made: dict[str, Any] = {
        "unit": "家",
        "values": (Decimal(value),),
        "period": str(year),
        "period_inferred": False,
        "source": f"{year}.txt",
        "published": f"{year + 1}-01",
        "kind": Kind.COUNT,
    }
    return a_fact(quote, number, **(made | given))


def aim(quote: str, number: str, value: str, **given: Any) -> Fact:
    made: dict[str, Any] = {"kind": Kind.TARGET, "published": "2024-01", "source": "2023.txt",
                            "indicator": "民营企业"}  # fmt: skip
    return of_year(2024, quote, number, value, **(made | given))


def plan(quote: str) -> Fact:
    return a_fact(
        quote, kind=Kind.PLAN, status=Status.PLANNED, period="2024", period_inferred=False
    )


def test_a_lapsed_target_is_told_with_the_figure_of_its_year() -> None:
    target = aim("民营企业达到500家", "500", "500")
    result = of_year(2024, "民营企业480家", "480", "480")
    told = running([target, result], as_of=LATE)
    assert "时限已过；2025年1月报道所载为480家" in told
    assert "未见结果" not in told


@pytest.mark.parametrize(
    "other",
    [
        of_year(2023, "民营企业470家", "470", "470"),  # the year before
        of_year(2024, "民营企业480家", "480", "480", scope="白沙镇"),  # somebody else's
        of_year(2024, "民营企业融资480家", "480", "480", indicator="民营企业融资"),
    ],
)
def test_no_other_figure_is_its_result(other: Fact) -> None:
    target = aim("民营企业达到500家", "500", "500")
    told = running([target, other], as_of=LATE)
    assert "来源未见结果，到期待核" in told


def test_an_aimed_growth_is_told_with_the_growth_that_was() -> None:
    share = {"unit": "%", "indicator": "民营经济增加值增速"}
    target = aim("民营经济增加值增长8%", "8%", "8", **share)
    grown = of_year(2024, "民营经济增加值同比增长8.4%", "8.4%", "8.4", unit="%", kind=Kind.GROWTH,
                    indicator="民营经济增加值同比增速")  # fmt: skip
    assert "2025年1月报道所载为增长8.4%" in running([target, grown], as_of=LATE)


def test_a_lapsed_plan_is_told_with_the_deed_that_names_the_same_thing() -> None:
    road = a_fact("青川高速公路清河段于2024年11月开工", published="2025-01", source="b.txt",
                  status=Status.STARTED)  # fmt: skip
    told = running([plan("开工建设青川高速公路清河段"), road], as_of=LATE)
    assert "2025年1月报道所载为“青川高速公路清河段于2024年11月开工”" in told
    other = running([plan("开工建设白沙民营产业园"), road], as_of=LATE)
    assert "来源未见结果，到期待核" in other


def test_the_newest_of_three_years_stands_beside_the_year_before() -> None:
    years = [
        of_year(2021 + n, f"民营企业{v}家", v, v, indicator="民营企业")
        for n, v in enumerate(("610", "590", "640"))
    ]
    told = running(years, series=[Series("民营企业", "家", tuple(years))], as_of=LATE)
    assert "较2022年增加50家" in told
    assert "较2021年" not in told


def test_what_is_counted_is_added_to_and_a_share_rises() -> None:
    def course(*values: str, unit: str) -> str:
        facts = [
            of_year(
                2022 + n, f"民营经济指标{v}", v, v.rstrip("%"), unit=unit, indicator="民营经济指标"
            )
            for n, v in enumerate(values)
        ]
        return running(facts, series=[Series("民营经济指标", unit, tuple(facts))], as_of=LATE)

    assert "增至52" in course("48", "52", unit="家")
    assert "减至48" in course("52", "48", unit="家")
    assert "升至52%" in course("48%", "52%", unit="%")
    assert "降至48%" in course("52%", "48%", unit="%")


def test_a_part_of_the_year_that_the_words_hold_is_said_once() -> None:
    told = running(
        [
            of_year(2025, "民营企业白岭船舶上半年营收31亿元", "31亿", "3100000000", unit="元",
                    kind=Kind.LEVEL, period="2025-H1", indicator="民营企业营收"),
        ],
        as_of=LATE,
    )  # fmt: skip
    assert "2025年民营企业白岭船舶上半年营收31亿元" in told
    assert "2025年上半年民营" not in told


def test_an_honour_whose_winner_the_clause_before_names_is_no_key_point() -> None:
    quote = "民营企业服务行动解决难题316个，获评全省典型案例"
    deed = a_fact("民营企业服务行动解决难题316个，", "316", unit="个", kind=Kind.COUNT,
                  clause="民营企业服务行动解决难题316个")  # fmt: skip
    honour = a_fact("获评全省典型案例", kind=Kind.HONOUR, status=Status.AWARDED, start=17)
    brief = brief_of([deed, honour])
    points = next(b for b in brief.blocks if isinstance(b, KeyPoints))
    assert quote[17:] not in "".join(plain_text(p) for p in points.points)
