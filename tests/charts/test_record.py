"""The recording backend: what matplotlib draws comes out as marks in points."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path

from briefgen.chart import Stroke, Words
from briefgen.charts.record import record
from briefgen.fonts import face

FONT = FontProperties(fname=str(face("sans").path), size=9)


def blank() -> Figure:
    return Figure(figsize=(2, 1), dpi=72)


def test_a_rectangle_is_a_closed_path_in_points_from_the_lower_left() -> None:
    figure = blank()
    figure.add_artist(Rectangle((0.25, 0.5), 0.5, 0.25, facecolor="#12436D", edgecolor="none"))
    (mark,) = record(figure)
    assert isinstance(mark, Stroke)
    assert mark.path == (
        ("M", (36.0, 36.0)),
        ("L", (108.0, 36.0)),
        ("L", (108.0, 54.0)),
        ("L", (36.0, 54.0)),
        ("Z", ()),
    )
    assert mark.fill == (0.0706, 0.2627, 0.4275)
    assert mark.line is None


def test_lines_keep_width_dash_and_alpha_and_the_dpi_of_the_figure_is_left_alone() -> None:
    figure = Figure(figsize=(2, 1), dpi=220)
    line = Path([(0, 0), (1, 1)])
    figure.add_artist(
        PathPatch(line, facecolor="none", edgecolor="red", lw=2, ls=(0, (3, 2)), alpha=0.5)
    )
    (mark,) = record(figure)
    assert isinstance(mark, Stroke)
    assert (mark.width, mark.dash, mark.alpha) == (2.0, (6.0, 4.0), 0.5)
    assert mark.path[-1] == ("L", (144.0, 72.0))
    assert figure.dpi == 220


def test_curves_come_out_cubic() -> None:
    figure = blank()
    figure.add_artist(Circle((0.5, 0.5), 0.1, facecolor="k"))
    quadratic = Path([(0, 0), (0.5, 1), (1, 0)], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    figure.add_artist(PathPatch(quadratic, facecolor="none"))
    circle, curve = record(figure)
    assert isinstance(circle, Stroke)
    assert isinstance(curve, Stroke)
    assert {code for code, _ in circle.path} == {"M", "C", "Z"}
    assert curve.path[1] == ("C", (48.0, 48.0, 96.0, 48.0, 144.0, 0.0))


def test_words_stand_at_their_left_baseline_with_the_key_of_their_face() -> None:
    figure = blank()
    text = figure.text(0.5, 0.5, "$x$_清河", fontproperties=FONT, color="red", rotation=90)
    text.set_parse_math(False)
    text.set_rotation_mode("anchor")
    (mark,) = record(figure)
    assert mark == Words("$x$_清河", 72.0, 36.0, 9.0, "sans", (1.0, 0.0, 0.0), 90.0)


def test_markers_are_drawn_one_by_one() -> None:
    figure = blank()
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.plot([0.2, 0.8], [0.5, 0.5], "s", ms=6, clip_on=False)
    assert len(record(figure)) == 2


def test_the_clip_of_axes_is_kept_as_a_box() -> None:
    figure = blank()
    axes = figure.add_axes((0.25, 0, 0.5, 1))
    axes.set_axis_off()
    axes.plot([-5, 5], [0.5, 0.5])
    (mark,) = record(figure)
    assert isinstance(mark, Stroke)
    assert mark.clip == (36.0, 0.0, 72.0, 72.0)


def test_pictures_hatches_mathtext_and_foreign_fonts_are_refused() -> None:
    hatched, pictured, formula, foreign = (blank() for _ in range(4))
    hatched.add_artist(Rectangle((0, 0), 1, 1, hatch="//"))
    pictured.figimage([[0.0, 1.0]])
    formula.text(0, 0, "$x$", fontproperties=FONT)
    foreign.text(0, 0, "x")
    for figure in (hatched, pictured, formula, foreign):
        with pytest.raises(NotImplementedError):
            record(figure)
