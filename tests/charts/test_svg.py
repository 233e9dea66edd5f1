"""A chart as SVG: text that can be read, nothing from outside, the same bytes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from plotted import BARS, NATIVE, PICTURES, spec

from briefgen.chart import ChartKind, ChartSpec, Stroke, Tone, Words
from briefgen.charts.draw import draw_chart
from briefgen.charts.svg import svg_bytes

S = "{http://www.w3.org/2000/svg}"
EVERY = (*NATIVE, *PICTURES)


@pytest.mark.parametrize("chart", EVERY, ids=lambda c: c.title)
def test_every_word_drawn_is_text(chart: ChartSpec) -> None:
    picture = draw_chart(chart, 450)
    root = ElementTree.fromstring(picture.svg)
    printed = [text.text for text in root.iter(f"{S}text")]
    assert printed == [mark.text for mark in picture.marks if isinstance(mark, Words)]
    assert root.findtext(f"{S}title") == chart.title
    assert root.findtext(f"{S}desc") == chart.alt


@pytest.mark.parametrize("chart", EVERY, ids=lambda c: c.title)
def test_nothing_is_fetched_from_outside_and_nothing_runs(chart: ChartSpec) -> None:
    made = draw_chart(chart, 450).svg.decode()
    assert re.findall("https?://[^\"']*", made) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|<script|<style|<image|<!|@import|url\((?!#)", made)


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert draw_chart(BARS, 450).svg == draw_chart(BARS, 450).svg


def test_hostile_words_stay_words() -> None:
    text = '</text><script>1</script>&amp;"'
    chart = spec(ChartKind.BARS, text, "家", (text, "1", text, Tone.ACTUAL))
    root = ElementTree.fromstring(draw_chart(chart, 450).svg)
    assert root.findtext(f"{S}title") == text
    assert list(root.iter("script")) == []
    assert "".join(t.text or "" for t in root.iter(f"{S}text")).count("<script>") == 4


def test_strokes_lie_where_they_were_drawn_with_the_axis_turned() -> None:
    stroke = Stroke(
        (("M", (1.0, 10.0)), ("C", (1, 2, 3, 4, 5, 6)), ("Z", ())),
        fill=None,
        line=(1.0, 0.0, 0.0),
        width=0.5,
        dash=(3.0, 2.0),
        alpha=0.5,
        clip=(0.0, 10.0, 20.0, 30.0),
    )
    root = ElementTree.fromstring(svg_bytes([stroke], (100.0, 50.0), "t", "d"))
    path = root.find(f"{S}path")
    assert path is not None
    assert path.get("d") == "M1 40 C1 48 3 46 5 44 Z"
    assert (path.get("stroke"), path.get("stroke-dasharray")) == ("#ff0000", "3 2")
    assert (path.get("fill"), path.get("opacity")) == ("none", "0.5")
    clip = root.find(f"{S}clipPath/{S}rect")
    assert clip is not None
    assert (clip.get("y"), clip.get("height")) == ("10", "30")
    assert path.get("clip-path") == f"url(#{root.find(f'{S}clipPath').get('id')})"  # type: ignore[union-attr]


def test_a_word_keeps_its_width_in_any_font() -> None:
    words = Words("清河区", 3.0, 10.0, 10.0, "sans-bold", (0.0, 0.0, 0.0), 90.0)
    text = ElementTree.fromstring(svg_bytes([words], (100.0, 50.0), "t", "d")).find(f"{S}text")
    assert text is not None
    assert text.get("textLength") == "30"
    assert (text.get("font-weight"), text.get("y")) == ("bold", "40")
    assert text.get("transform") == "rotate(-90 3 40)"
