"""The figures of a chart as a CSV: values, units, hedges, periods, sources, ids."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from charted import fact
from plotted import BARS, TIMELINE, UNITS

from briefgen.charts.table import chart_csv
from briefgen.fact import Kind


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_each_point_says_what_it_is_and_where_it_comes_from() -> None:
    told = replace(
        fact("高新技术企业", "384"),
        id="f1",
        qualifiers=("近",),
        article="清河新貌",
        published="2024-01",
    )
    made = rows(chart_csv(BARS, {"f1": told}))
    assert [row["名称"] for row in made] == ["科技型企业", "高新技术企业", "R&D<5%", "'=净变化"]
    assert [row["数值"] for row in made] == ["1600", "384", "120", "-40"]
    assert [row["性质"] for row in made] == ["实际", "实际", "预计、目标或界限", "推算"]
    row = made[1]
    assert (row["单位"], row["写法"], row["限定"]) == ("家", "近384家", "近")
    assert (row["来源"], row["报道"], row["事实编号"]) == ("清河新貌", "2024年1月报道", "f1")
    assert row["图题"] == BARS.title


def test_an_inferred_period_is_told_as_its_report() -> None:
    told = replace(
        fact("科技型企业", "1600"),
        id="f0",
        period="2023",
        period_inferred=True,
        published="2024-01",
    )
    assert rows(chart_csv(BARS, {"f0": told}))[0]["时期"] == "2024年1月报道"


def test_a_chart_of_several_units_takes_each_from_its_fact() -> None:
    told = {
        "f0": replace(fact("森林覆盖率", "50.7%", "%"), id="f0"),
        "f2": replace(fact("人均绿地", "24", "平方米"), id="f2"),
    }
    assert [row["单位"] for row in rows(chart_csv(UNITS, told))] == ["%", "", "平方米", ""]


def test_a_date_is_no_finer_than_it_is_stated() -> None:
    told = replace(fact("开工", "1"), id="f0", kind=Kind.MILESTONE, period="2023-01")
    made = rows(chart_csv(TIMELINE, {"f0": told}))
    assert [row["数值"] for row in made] == ["2023-01", "2023-03-21"]
    assert made[0]["写法"] == "2023年1月"


def test_an_english_brief_has_english_heads() -> None:
    (first, *_) = rows(chart_csv(BARS, {}, "en"))
    assert list(first)[:4] == ["chart", "group", "label", "value"]
    assert first["kind"] == "actual"


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert chart_csv(BARS, {}) == chart_csv(BARS, {})
