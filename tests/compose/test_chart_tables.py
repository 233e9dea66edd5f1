"""A chart's figures stand in a table under it, unless the brief prints them elsewhere."""

from __future__ import annotations

from decimal import Decimal

from briefgen.brief import (
    Block,
    Chart,
    Cite,
    Paragraph,
    ParagraphRole,
    Table,
    Text,
    Value,
    plain_text,
)
from briefgen.chart import ChartKind, ChartSpec, Point
from briefgen.compose.chart_tables import with_chart_tables

HEAD = ("指标", "数值", "时期", "范围", "来源")
POINTS = (
    Point("2022年12月报道", Decimal("50.7"), "50.7%", ("f1",), group="森林覆盖率"),
    Point("其余（推算）", Decimal(45), "45个", ("f2", "f3")),
)
CHART = Chart(1, ChartSpec("c", ChartKind.PAIRS, "图题", "", "%", POINTS), ())


def paragraph(*ids: str) -> Block:
    return Paragraph(ParagraphRole.BODY, tuple(Value("数", (i,)) for i in ids))


def test_a_chart_whose_figures_are_told_elsewhere_gets_no_table() -> None:
    told = [paragraph("f1", "f2"), CHART, paragraph("f3")]
    assert list(with_chart_tables(told, HEAD)) == told


def test_a_figure_that_stands_only_in_the_chart_brings_the_table_under_it() -> None:
    text = paragraph("f1", "f2")
    first, chart, table, last = with_chart_tables([text, CHART, text], HEAD)
    assert (first, chart, last) == (text, CHART, text)
    assert isinstance(table, Table)
    assert table.head == ("指标", "数值", "来源")
    assert [[plain_text(cell) for cell in row[:2]] for row in table.rows] == [
        ["森林覆盖率 2022年12月报道", "50.7%"],
        ["其余（推算）", "45个"],
    ]
    assert [row[2] for row in table.rows] == [(Cite(("f1",)),), (Cite(("f2", "f3")),)]
    assert table.summary == "图题"


def test_a_long_table_stands_in_two_halves() -> None:
    points = [Point(f"{m}月", Decimal(m), f"{m}家", (f"m{m}",)) for m in range(1, 8)]
    spec = ChartSpec("c", ChartKind.LINE, "图题", "", "家", tuple(points))
    (_, table) = with_chart_tables([Chart(1, spec, ())], HEAD)
    assert isinstance(table, Table)
    assert table.head == ("指标", "数值", "来源") * 2
    shown = [[plain_text(cell) for cell in row] for row in table.rows]
    assert [(row[0], row[1], row[3], row[4]) for row in shown] == [
        ("1月", "1家", "5月", "5家"),
        ("2月", "2家", "6月", "6家"),
        ("3月", "3家", "7月", "7家"),
        ("4月", "4家", "", ""),
    ]


def test_words_of_ours_tell_no_figure() -> None:
    text = Paragraph(ParagraphRole.BODY, (Text("50.7%，45个"),))
    assert len(list(with_chart_tables([text, CHART], HEAD))) == 3


def test_a_time_line_tells_its_events_itself() -> None:
    points = (Point("清河大桥通车", Decimal(1), "2022年5月", ("f1",)),)
    chart = Chart(1, ChartSpec("c", ChartKind.TIMELINE, "图题", "", "", points), ())
    assert list(with_chart_tables([chart], HEAD)) == [chart]
