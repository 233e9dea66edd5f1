"""Charts as they are drawn: literal words, nothing cut, nothing on top of each other."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from decimal import Decimal
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from briefgen.chart import ChartKind, ChartSpec, Picture, Point, Stroke, Tone, Words
from briefgen.charts.draw import PNG_DPI, draw_chart
from briefgen.charts.letters import width
from briefgen.charts.look import read_look
from briefgen.errors import ConfigError, DataError

WIDTH = 453.5  # points: 160 mm
HOSTILE = ("$ _ % < & \\foo{", "R&D<5%", "{{7*7}}", "<para>", "_下划线", "$x^2$", "3")


def point(label: str, value: str, shown: str, tone: Tone = Tone.ACTUAL, group: str = "") -> Point:
    return Point(label, Decimal(value), shown, ("f1",), tone, group)


def spec(
    kind: ChartKind,
    *points: Point,
    unit: str = "家",
    title: str = "高新技术企业最多",
    subtitle: str = "企业，家；清河区",
    note: str = "",
) -> ChartSpec:
    return ChartSpec("c", kind, title, subtitle, unit, points, note)


def texts(picture: Picture) -> list[Words]:
    return [m for m in picture.marks if isinstance(m, Words)]


def said(picture: Picture) -> str:
    return "".join(w.text for w in texts(picture))


def strokes(picture: Picture) -> list[Stroke]:
    return [m for m in picture.marks if isinstance(m, Stroke)]


def bars(picture: Picture) -> list[Stroke]:
    return [s for s in strokes(picture) if s.fill is not None]


def ends(stroke: Stroke) -> tuple[float, float]:
    xs = [xy[i] for _, xy in stroke.path for i in range(0, len(xy), 2)]
    return min(xs), max(xs)


Box = tuple[float, float, float, float]


def boxes(picture: Picture) -> list[tuple[str, Box]]:
    """Return each line of words with the box of its characters, in points."""
    return [
        (w.text, (w.x, w.y - 0.1 * w.size, w.x + width(w.text, w.face, w.size), w.y + 0.8 * w.size))
        for w in texts(picture)
        if w.text.strip()
    ]


def assert_readable(picture: Picture) -> None:
    """Check that no words are cut by the edge, and that none stand on others."""
    found = boxes(picture)
    for text, (left, low, right, high) in found:
        assert left >= -0.1, text
        assert low >= -0.1, text
        assert right <= picture.width + 0.1, text
        assert high <= picture.height + 0.1, text
    for (one, a), (other, b) in combinations(found, 2):
        apart = a[2] <= b[0] + 0.2 or b[2] <= a[0] + 0.2 or a[3] <= b[1] + 0.2 or b[3] <= a[1] + 0.2
        assert apart, f"{one!r} stands on {other!r}"
    assert all(w.size >= 8.5 for w in texts(picture))


# --- what is printed --------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(ChartKind))
def test_every_word_of_a_description_is_printed_literally(kind: ChartKind) -> None:
    points = tuple(point(t, str(i + 1), f"{i}{t}") for i, t in enumerate(HOSTILE))
    chart = spec(kind, *points, title="$a$ <b>", subtitle="_x_ & y", note="\\alpha {z}")
    picture = draw_chart(chart, WIDTH)
    printed = "".join(said(picture).split())
    wanted = [chart.title, chart.subtitle, chart.note]
    wanted += [p.label for p in points] if kind is not ChartKind.LINE else []
    wanted += [p.shown for p in points] if kind is not ChartKind.LINE else [points[0].shown]
    for text in wanted:
        assert "".join(text.split()) in printed
    assert_readable(picture)


def test_equal_names_stay_two_bars() -> None:
    chart = spec(ChartKind.BARS, point("企业", "3", "3家"), point("企业", "5", "5家"))
    picture = draw_chart(chart, WIDTH)
    assert len(bars(picture)) == 2
    assert [w.text for w in texts(picture)].count("企业") == 2


def test_bars_begin_at_one_zero_line_and_are_as_long_as_their_values() -> None:
    chart = spec(ChartKind.BARS, point("a", "100", "100家"), point("b", "50", "50家"),
                 point("c", "-25", "-25家"))  # fmt: skip
    long, half, negative = (ends(b) for b in bars(draw_chart(chart, WIDTH)))
    assert long[0] == half[0] == negative[1]
    assert half[1] - half[0] == pytest.approx((long[1] - long[0]) / 2, abs=0.01)
    assert negative[1] - negative[0] == pytest.approx((long[1] - long[0]) / 4, abs=0.01)


def test_panels_of_one_unit_share_a_scale_and_others_do_not() -> None:
    def drawn(unit: str) -> list[float]:
        panels = [
            point(when, value, value, tone, group)
            for group, low, high in (("甲", "40", "50"), ("乙", "4", "5"))
            for when, value, tone in (("早", low, Tone.EARLIER), ("晚", high, Tone.ACTUAL))
        ]
        picture = draw_chart(spec(ChartKind.PAIRS, *panels, unit=unit), WIDTH)
        return [ends(b)[1] - ends(b)[0] for b in bars(picture)]

    shared, own = drawn("%"), drawn("")
    assert shared[3] == pytest.approx(shared[1] / 10, rel=0.01)
    assert own[3] == pytest.approx(own[1], rel=0.05)


@pytest.mark.parametrize("kind", [ChartKind.BARS, ChartKind.SHARES, ChartKind.TIMELINE])
def test_what_is_expected_looks_different_from_what_happened(kind: ChartKind) -> None:
    def drawn(tone: Tone) -> Picture:
        return draw_chart(spec(kind, point("甲", "50", "50%", tone)), WIDTH)

    looks = {t: drawn(t).marks for t in (Tone.ACTUAL, Tone.EXPECTED)}
    assert looks[Tone.ACTUAL] != looks[Tone.EXPECTED]
    white = [s for s in strokes(drawn(Tone.EXPECTED)) if s.fill == (1.0, 1.0, 1.0)]
    assert white
    assert not [s for s in strokes(drawn(Tone.ACTUAL)) if s.fill == (1.0, 1.0, 1.0)]


def test_a_derived_rest_is_outlined_in_dashes() -> None:
    chart = spec(ChartKind.PROGRESS, point("已办结", "73", "73个"),
                 point("其余（推算）", "45", "45个", Tone.DERIVED))  # fmt: skip
    done, rest = bars(draw_chart(chart, WIDTH))
    assert done.dash == ()
    assert rest.dash != ()
    assert rest.fill == (1.0, 1.0, 1.0)
    assert ends(done)[1] - ends(done)[0] == pytest.approx(WIDTH * 73 / 118, abs=0.1)


def test_a_chart_stays_within_the_height_of_a_brief() -> None:
    few = spec(ChartKind.BARS, *(point(f"第{i}类企业", str(i + 1), f"{i}家") for i in range(3)))
    many = spec(ChartKind.BARS, *(point(f"第{i}类企业", str(i + 1), f"{i}家") for i in range(8)))
    low, high = (draw_chart(s, WIDTH).height / 72 * 25.4 for s in (few, many))
    assert 25 < low < 60 < high < 110


# --- nothing is cut, nothing collides ---------------------------------------------------------

NAMES = st.text(
    "高新技术企业市级“专精特新”产值占比（含中职）、R&D 5%$_清河", min_size=1, max_size=30
)
VALUES = st.decimals(Decimal("0.01"), Decimal(10) ** 12, places=2)


@st.composite
def specs(draw: st.DrawFn) -> ChartSpec:
    kind = draw(st.sampled_from(list(ChartKind)))
    count = draw(st.integers(1, 9))
    groups = draw(st.sampled_from(([""], ["甲", "乙"], ["很长很长的一个面板名称" * 2, "乙", "丙"])))
    if kind in (ChartKind.SHARES, ChartKind.TIMELINE, ChartKind.STACKED, ChartKind.PROGRESS):
        groups = [""]
    limit = VALUES if kind is not ChartKind.SHARES else st.decimals(0, 100, places=2)
    points = []
    for group in groups:
        for _ in range(count):
            value = draw(limit)
            tone = draw(st.sampled_from(list(Tone)))
            name, shown = (
                draw(NAMES),
                f"{draw(st.sampled_from(('', '近', '预计超过')))}{value}平方公里",
            )
            points.append(Point(name, value, shown, ("f",), tone, group))
    unit = draw(st.sampled_from(("", "家")))
    return spec(kind, *points, unit=unit, title=draw(NAMES), note=draw(NAMES))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(specs(), st.sampled_from((220.0, 340.0, WIDTH)))
def test_no_words_are_cut_or_stand_on_others(chart: ChartSpec, wide: float) -> None:
    assert_readable(draw_chart(chart, wide))


# --- what is refused --------------------------------------------------------------------------


def test_a_character_without_a_glyph_is_an_error_never_an_empty_box() -> None:
    chart = spec(ChartKind.BARS, point("企业\U0001f600", "3", "3家"))
    with pytest.raises(DataError, match=r"U\+1F600"):
        draw_chart(chart, WIDTH)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ChartKind.BARS, "NaN"),
        (ChartKind.BARS, "Infinity"),
        (ChartKind.BARS, "1e400"),
        (ChartKind.SHARES, "120"),
        (ChartKind.SHARES, "-1"),
        (ChartKind.STACKED, "-1"),
        (ChartKind.PROGRESS, "0"),
    ],
)
def test_a_value_that_cannot_be_drawn_is_an_error(kind: ChartKind, value: str) -> None:
    with pytest.raises(DataError):
        draw_chart(spec(kind, point("企业", value, "x")), WIDTH)


def test_a_chart_without_points_or_room_is_an_error() -> None:
    with pytest.raises(DataError):
        draw_chart(spec(ChartKind.BARS), WIDTH)
    with pytest.raises(DataError):
        draw_chart(spec(ChartKind.BARS, point("a", "1", "1")), 90)


# --- the picture ------------------------------------------------------------------------------


def test_the_png_is_the_same_picture_in_the_same_bytes() -> None:
    chart = spec(ChartKind.BARS, point("高新技术企业", "350", "350家"), note="各类可能重叠。")
    first, again = draw_chart(chart, WIDTH), draw_chart(chart, WIDTH)
    assert first == again
    with Image.open(io.BytesIO(first.png)) as image:
        assert image.width == int(WIDTH / 72 * PNG_DPI)
        assert image.height == pytest.approx(first.height / 72 * PNG_DPI, abs=1)
        assert "Software" not in image.info
        bar = image.convert("RGB").getpixel((image.width // 2, int(image.height * 0.62)))
    assert bar == (18, 67, 109)


def test_nothing_of_the_surroundings_changes_a_chart(tmp_path: Path) -> None:
    """A matplotlibrc of the user's, a home that cannot be written, other cache folders."""
    code = (
        "import sys\nfrom decimal import Decimal\n"
        "from briefgen.chart import ChartKind, ChartSpec, Point\n"
        "from briefgen.charts.draw import draw_chart\n"
        "p = Point('企业', Decimal(3), '3家', ('f',))\n"
        "s = ChartSpec('c', ChartKind.BARS, '标题', '副题', '家', (p,))\n"
        "sys.stdout.buffer.write(draw_chart(s, 453.5).png)\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    own = spec(ChartKind.BARS, point("企业", "3", "3家"), title="标题", subtitle="副题")
    (tmp_path / "matplotlibrc").write_text("text.usetex: True\naxes.facecolor: red\nfont.size: 30")
    settings_ = {"MATPLOTLIBRC": str(tmp_path / "matplotlibrc"), "MPLCONFIGDIR": "/proc/nowhere"}
    run = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | settings_, capture_output=True, check=True
    )
    assert run.stdout == draw_chart(own, WIDTH).png


# --- the style --------------------------------------------------------------------------------

STANDARD = Path(__file__).parents[2] / "templates/standard/charts.mplstyle"


def test_the_standard_style_file_is_the_look_without_a_file() -> None:
    chart = spec(ChartKind.BARS, point("企业", "3", "3家"))
    assert draw_chart(chart, WIDTH, STANDARD) == draw_chart(chart, WIDTH)


def test_a_style_file_changes_colour_size_and_face(tmp_path: Path) -> None:
    style = tmp_path / "charts.mplstyle"
    style.write_text(
        "axes.prop_cycle: cycler('color', ['ff0000', '00ff00', '0000ff', '111111'])\n"
        "axes.titlesize: 14\nfont.family: serif\n",
        encoding="utf-8",
    )
    picture = draw_chart(spec(ChartKind.BARS, point("企业", "3", "3家")), WIDTH, style)
    assert bars(picture)[0].fill == (1.0, 0.0, 0.0)
    assert max(w.size for w in texts(picture)) == 14
    assert {w.face for w in texts(picture)} == {"serif", "serif-bold"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("text.usetex: True", "text.usetex has no meaning"),
        ("backend: pdf", "backend has no meaning"),
        ("font.size: 6", "font.size"),
        ("no.such.key: 3", "no matplotlib style"),
        ("lines.linewidth: wide", "no matplotlib style"),
        ("axes.prop_cycle: cycler('color', ['ff0000'])", "axes.prop_cycle"),
        ("font.family: Comic Sans", "Comic Sans"),
    ],
)
def test_a_style_file_with_a_mistake_names_it(tmp_path: Path, line: str, message: str) -> None:
    style = tmp_path / "charts.mplstyle"
    style.write_text(line, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        draw_chart(spec(ChartKind.BARS, point("企业", "3", "3家")), WIDTH, style)


def test_a_style_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="gone"):
        draw_chart(spec(ChartKind.BARS, point("a", "1", "1")), WIDTH, tmp_path / "gone.mplstyle")


# --- who cannot tell colours apart ------------------------------------------------------------


def luminance(colour: tuple[float, float, float]) -> float:
    """Return the relative luminance of WCAG 2, from 0 to 1."""
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("style", sorted(STANDARD.parents[1].glob("*/charts.mplstyle")), ids=str)
def test_neighbours_of_a_palette_differ_in_greyscale(style: Path) -> None:
    lights = [luminance(c) for c in read_look(style).palette[:4]]
    for one, other in pairwise(lights):
        low, high = sorted((one, other))
        assert (high + 0.05) / (low + 0.05) >= 3


def test_lines_are_told_apart_by_their_markers_too() -> None:
    points = [
        point(year, str(i + k), f"{i + k}%", group=name)
        for k, name in enumerate(("工业", "农业", "商业", "建筑业"))
        for i, year in enumerate(("2020", "2021", "2022"))
    ]
    drawn = [s for s in strokes(draw_chart(spec(ChartKind.LINE, *points), WIDTH)) if s.fill]
    shapes = {tuple(kind for kind, _ in s.path) for s in drawn}
    assert len(drawn) == 12
    assert len(shapes) >= 3  # a circle, a square or a diamond, a triangle
