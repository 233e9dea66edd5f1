"""Which charts an office program may draw itself, and with which names, values and colours."""

from __future__ import annotations

from decimal import Decimal

import pytest
from plotted import BARS, GROUPS, LINE, NATIVE, PAIR, PICTURES, PROGRESS, STACKED, spec

from briefgen.chart import ChartKind, ChartSpec, PlotKind, Tone
from briefgen.charts.draw import draw_chart
from briefgen.charts.look import Look
from briefgen.charts.plot import plot_of

LOOK = Look()


@pytest.mark.parametrize("chart", NATIVE, ids=lambda c: c.title)
def test_bars_lines_and_stacks_hold_every_point_once_in_order(chart: ChartSpec) -> None:
    plot = plot_of(chart, LOOK)
    assert plot is not None
    marks = [s.marks[at] for at in range(len(plot.categories)) for s in plot.series]
    assert tuple(m.point for m in marks) == chart.points
    assert draw_chart(chart, 450).plot == plot


@pytest.mark.parametrize("chart", PICTURES, ids=lambda c: c.title)
def test_what_would_be_drawn_wrongly_stays_a_picture(chart: ChartSpec) -> None:
    assert plot_of(chart, LOOK) is None


def test_a_value_that_a_sheet_would_round_stays_a_picture() -> None:
    chart = spec(ChartKind.BARS, "很大", "元", ("甲", "1e15", "一千万亿元", Tone.ACTUAL))
    assert plot_of(chart, LOOK) is None


def test_bars_are_named_and_toned_like_the_drawn_ones() -> None:
    plot = plot_of(BARS, LOOK)
    assert plot is not None
    assert plot.kind is PlotKind.BARS
    assert plot.categories == ("科技型企业", "高新技术企业", "R&D<5%", "=净变化")
    (series,) = plot.series
    blue, white = LOOK.palette[0], (1.0, 1.0, 1.0)
    assert [m.fill for m in series.marks] == [blue, blue, white, white]
    assert [m.edge for m in series.marks] == [blue] * 4
    pair = plot_of(PAIR, LOOK)
    assert pair is not None
    assert pair.series[0].marks[0].fill == LOOK.fill(blue, Tone.EARLIER)


def test_panels_of_one_unit_are_one_axis_with_their_names() -> None:
    plot = plot_of(GROUPS, LOOK)
    assert plot is not None
    assert plot.categories[0] == "森林覆盖率 2022年12月报道"
    assert plot.categories[3] == "研发强度 2024年1月报道"


def test_parts_are_series_that_say_their_figure() -> None:
    plot = plot_of(STACKED, LOOK)
    assert plot is not None
    assert [s.name for s in plot.series] == ["第一产业 2.6%", "第二产业 48.8%", "第三产业 48.6%"]
    assert [s.colour for s in plot.series] == list(LOOK.palette[:3])
    one = plot_of(PROGRESS, LOOK)
    assert one is not None
    assert {s.colour for s in one.series} == {LOOK.palette[0]}


def test_a_line_of_even_dates_keeps_its_values() -> None:
    plot = plot_of(LINE, LOOK)
    assert plot is not None
    assert plot.kind is PlotKind.LINE
    assert [m.point.value for m in plot.series[0].marks] == [
        Decimal("3.9"),
        Decimal("4.4"),
        Decimal("5.1"),
    ]
