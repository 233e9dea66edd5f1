"""Charts in Word: SVG beside the PNG; or Word's own, whose workbook says what the chart shows."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from conftest import needs
from lxml import etree
from sample_brief import charts_of, runs, sample_brief
from test_template import DOCUMENT, STANDARD
from word_validity import faults, faults_by_microsoft

from briefgen.brief import Brief, Chart
from briefgen.chart import ChartSpec, Picture
from briefgen.charts.draw import draw_chart
from briefgen.writers.template import load_style
from briefgen.writers.word import write_word

sys.path.append(str(Path(__file__).parents[1] / "charts"))  # invented charts of every kind
from plotted import BARS, LINE, NATIVE, PAIR, PICTURES, PROGRESS, STACKED, TARGET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"


def brief_of(*specs: ChartSpec) -> Brief:
    blocks = tuple(Chart(n, s, runs("来源：", "@1a")) for n, s in enumerate(specs, 1))
    return replace(sample_brief(), blocks=blocks)


def written(*specs: ChartSpec, editable: bool = True) -> dict[str, bytes]:
    pictures = {s.id: draw_chart(s, 450) for s in specs}
    return parts(write(brief_of(*specs), pictures, editable))


def write(brief: Brief, pictures: dict[str, Picture], editable: bool) -> bytes:
    return write_word(brief, load_style(STANDARD), pictures, editable_charts=editable)


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def targets(files: dict[str, bytes], part: str) -> dict[str, str]:
    """Return what the relations of a part lead to."""
    folder, _, name = part.rpartition("/")
    relations: Any = etree.fromstring(files[f"{folder}/_rels/{name}.rels"])
    return {r.get("Id"): r.get("Target") for r in relations}


def chart_of(chart: ChartSpec) -> tuple[Any, Any]:
    """Return the chart part of a chart and the sheet of its workbook."""
    files = written(chart)
    space: Any = etree.fromstring(files["word/charts/chart1.xml"])
    link = space.find(f"{C}externalData").get(f"{R}id")
    assert targets(files, "word/charts/chart1.xml")[link] == "../embeddings/chart1.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(files["word/embeddings/chart1.xlsx"]))
    return space, book["Sheet1"]


def cells(sheet: Any, place: str) -> list[str]:
    """Return what stands in a range such as Sheet1!$B$2:$B$4, as text."""
    name, _, span = place.partition("!")
    assert name == sheet.title
    found = sheet[span.replace("$", "")]
    listed = [row[0] for row in found] if isinstance(found, tuple) else [found]
    return ["" if cell.value is None else str(cell.value) for cell in listed]


# --- pictures ---------------------------------------------------------------------------------


def test_an_svg_stands_beside_the_png() -> None:
    files = written(PAIR, BARS, editable=False)
    body: Any = etree.fromstring(files[DOCUMENT])
    leads = targets(files, DOCUMENT)
    for number, (blip, chart) in enumerate(
        zip(body.iter(f"{A}blip"), (PAIR, BARS), strict=True), 1
    ):
        picture = draw_chart(chart, 450)
        assert files["word/" + leads[blip.get(f"{R}embed")]] == picture.png
        (svg,) = blip.iter(f"{ASVG}svgBlip")
        assert leads[svg.get(f"{R}embed")] == f"media/chart{number}.svg"
        assert files[f"word/media/chart{number}.svg"] == picture.svg
    assert b'Extension="svg"' in files["[Content_Types].xml"] or (
        files["[Content_Types].xml"].count(b"image/svg+xml") == 2
    )


def test_without_being_asked_for_no_chart_is_word_s_own() -> None:
    assert not [name for name in written(*NATIVE, editable=False) if "charts/" in name]


@pytest.mark.parametrize("chart", PICTURES, ids=lambda c: c.title)
def test_a_chart_of_another_kind_stays_a_picture(chart: ChartSpec) -> None:
    files = written(chart)
    assert not [name for name in files if "charts/" in name]
    assert b"svgBlip" in files[DOCUMENT]


# --- charts of Word's own ---------------------------------------------------------------------


@pytest.mark.parametrize("chart", NATIVE, ids=lambda c: c.title)
def test_cache_and_workbook_say_the_values_of_the_chart(chart: ChartSpec) -> None:
    space, sheet = chart_of(chart)
    references = [*space.iter(f"{C}numRef", f"{C}strRef")]
    assert references
    for reference in references:
        cached = [v.text or "" for v in reference.iter(f"{C}v")]
        assert cells(sheet, reference.findtext(f"{C}f")) == cached
        count = next(reference.iter(f"{C}ptCount")).get("val")
        assert int(count) == len(cached)
    values = [Decimal(v.text) for r in space.iter(f"{C}numRef") for v in r.iter(f"{C}v")]
    assert sorted(values) == sorted(p.value for p in chart.points)
    if chart not in (STACKED, PROGRESS):
        assert values == [p.value for p in chart.points]


@pytest.mark.parametrize("chart", NATIVE, ids=lambda c: c.title)
def test_labels_are_the_printed_figures_and_stand_in_the_workbook(chart: ChartSpec) -> None:
    space, sheet = chart_of(chart)
    shown = [p.shown for p in chart.points]
    if chart in (STACKED, PROGRESS):  # parts too small for a figure: the legend says it
        names = [s.findtext(f"{C}tx//{C}v") for s in space.iter(f"{C}ser")]
        assert names == [f"{p.label} {p.shown}" for p in chart.points]
        assert space.find(f"{C}chart/{C}legend") is not None
        return
    labels = ["".join(t.text for t in label.iter(f"{A}t")) for label in space.iter(f"{C}dLbl")]
    assert labels == shown
    ranges = list(space.iter(f"{C15}datalabelsRange"))
    told = [cells(sheet, r.findtext(f"{C15}f")) for r in ranges]
    assert [cell for column in told for cell in column] == shown
    assert [v.text for r in ranges for v in r.iter(f"{C}v")] == shown


@pytest.mark.parametrize("chart", NATIVE, ids=lambda c: c.title)
def test_title_subtitle_alternative_text_note_and_source_are_the_same(chart: ChartSpec) -> None:
    files = written(replace(chart, note="各类可能重叠，不相加。"))
    space: Any = etree.fromstring(files["word/charts/chart1.xml"])
    title = space.find(f"{C}chart/{C}title")
    told = ["".join(t.text for t in p.iter(f"{A}t")) for p in title.iter(f"{A}p")]
    assert told == [chart.title, chart.subtitle]
    body = etree.fromstring(files[DOCUMENT])
    (described,) = body.iter(f"{WP}docPr")
    assert (described.get("descr"), described.get("title")) == (chart.alt, chart.title)
    lines = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]
    at = lines.index("各类可能重叠，不相加。")
    assert lines[at + 1] == "图1\u3000来源：〔1a〕"


def test_what_did_not_happen_is_hatched_outlined_or_dashed() -> None:
    space, _ = chart_of(BARS)
    looks = [point.find(f"{C}spPr") for point in space.iter(f"{C}dPt")]
    colours = [next(look.iter(f"{A}srgbClr")).get("val") for look in looks]
    assert colours[0] == "12436D"
    assert [look.find(f"{A}pattFill") is not None for look in looks] == [False, False, True, False]
    assert [bool(list(look.iter(f"{A}prstDash"))) for look in looks] == [False, False, False, True]
    line, _ = chart_of(LINE)
    (point,) = line.iter(f"{C}dPt")
    assert point.find(f"{C}idx").get("val") == "2"
    assert next(point.find(f"{C}marker").iter(f"{A}srgbClr")).get("val") == "FFFFFF"


def test_bars_begin_at_zero_and_a_line_leaves_room_below() -> None:
    def ends(chart: ChartSpec) -> tuple[float, float]:
        scaling = chart_of(chart)[0].find(f"{C}chart/{C}plotArea/{C}valAx/{C}scaling")
        return float(scaling.find(f"{C}min").get("val")), float(scaling.find(f"{C}max").get("val"))

    assert ends(PAIR)[0] == 0
    assert ends(TARGET)[0] == 0
    low, high = ends(STACKED)
    assert (low, high) == (0, 100)
    low, high = ends(LINE)
    assert 3.0 < low < 3.9 < 5.1 < high < 6


@pytest.mark.parametrize("chart", NATIVE, ids=lambda c: c.title)
def test_axes_have_ids_that_the_schema_takes(chart: ChartSpec) -> None:
    space, _ = chart_of(chart)
    ids = [int(i.get("val")) for i in space.iter(f"{C}axId", f"{C}crossAx")]
    assert ids
    assert all(i > 0 for i in ids)


def test_a_formula_in_a_name_is_text_in_the_workbook() -> None:
    _, sheet = chart_of(BARS)
    assert (sheet["A5"].value, sheet["A5"].data_type) == ("=净变化", "s")
    assert (sheet["B5"].value, sheet["B5"].data_type) == (-40, "n")


def test_the_same_charts_give_the_same_bytes() -> None:
    brief = brief_of(*NATIVE)
    pictures = {s.id: draw_chart(s, 450) for s in NATIVE}
    assert write(brief, pictures, True) == write(brief, pictures, True)


@pytest.mark.parametrize("editable", [True, False])
def test_both_validators_find_nothing(editable: bool, tmp_path: Path) -> None:
    needs("ooxml-validator")
    specs = (*NATIVE, *PICTURES)
    file = tmp_path / "a.docx"
    pictures = {s.id: draw_chart(s, 450) for s in specs}
    file.write_bytes(write(brief_of(*specs), pictures, editable))
    assert faults(file) == []
    assert faults_by_microsoft(file) == []
    if editable:
        book = tmp_path / "a.xlsx"
        book.write_bytes(parts(file.read_bytes())["word/embeddings/chart1.xlsx"])
        assert faults(book) == faults_by_microsoft(book) == []


def test_hostile_words_stay_words_in_a_chart() -> None:
    text = "</a:t><c:x>&{{7*7}}\x00"
    (point, *_) = PAIR.points
    chart = replace(PAIR, title=text, points=(replace(point, label=text, shown=text),))
    space, sheet = chart_of(chart)
    safe = text.replace("\x00", "")
    assert next(space.iter(f"{A}t")).text == safe
    assert cells(sheet, "Sheet1!$A$2") == [safe]


def test_the_sample_s_charts_are_drawn_in_both_ways() -> None:
    brief = sample_brief()
    pictures = {c.spec.id: draw_chart(c.spec, 450) for c in charts_of(brief)}
    names = [n for n in parts(write(brief, pictures, True)) if n.startswith("word/charts/chart")]
    assert names == ["word/charts/chart1.xml"]  # one is of shares: a picture


def test_libreoffice_shows_the_same_names_and_figures(tmp_path: Path) -> None:
    needs("soffice")
    pictures = {s.id: draw_chart(s, 450) for s in NATIVE}
    (tmp_path / "a.docx").write_bytes(write(brief_of(*NATIVE), pictures, True))
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=180
    )
    document = pypdfium2.PdfDocument((tmp_path / "a.pdf").read_bytes())
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    told = "".join("".join(page.split()) for page in pages)
    for chart in NATIVE:
        words = [chart.title, *(word for p in chart.points for word in (p.label, p.shown))]
        assert [word for word in words if "".join(word.split()) not in told] == [], chart.title
