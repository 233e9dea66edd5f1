"""letterhead.pdf under the pages of the PDF, and the letterheads that are refused."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pdf_reading import only, prose, written
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from briefgen.errors import DataError
from briefgen.fonts import face
from briefgen.writers.template import Style, load_style

STANDARD = Path(__file__).parents[2] / "templates" / "standard"
_A4 = (595.28, 841.89)
_RED, _BLUE = (1, 0, 0), (0, 0, 1)
Draw = Callable[[Any], None]


def _embedded(canvas: Any, text: str) -> None:
    pdfmetrics.registerFont(TTFont("letterhead", str(face("sans").path)))
    canvas.setFont("letterhead", 12)
    canvas.drawString(40, 20, text)


def paper(*pages: Draw, size: tuple[float, float] = _A4) -> bytes:
    """Return an invented letterhead with a page for each function that draws one."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, initialFontName="letterhead", invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def bar(colour: tuple[float, float, float], text: str) -> Draw:
    """Return a drawing of a bar at the upper edge and words at the lower one."""

    def draw(canvas: Any) -> None:
        canvas.setFillColorRGB(*colour)
        canvas.rect(0, 821.89, 595.28, 20, stroke=0, fill=1)
        _embedded(canvas, text)

    return draw


def folder_with(tmp_path: Path, letterhead: bytes) -> Path:
    folder = tmp_path / "house"
    shutil.copytree(STANDARD, folder)
    (folder / "letterhead.pdf").write_bytes(letterhead)
    return folder


def colour_at_top(file: bytes, page: int) -> tuple[int, ...]:
    picture = pypdfium2.PdfDocument(file)[page].render(scale=0.5).to_numpy()
    return tuple(int(part) for part in picture[3, 100][:3][::-1])


@pytest.fixture(scope="module", autouse=True)
def _font() -> None:
    pdfmetrics.registerFont(TTFont("letterhead", str(face("sans").path)))


@pytest.fixture
def house(tmp_path: Path) -> Style:
    return load_style(folder_with(tmp_path, paper(bar(_RED, "首页"), bar(_BLUE, "续页"))))


def test_its_first_page_lies_under_the_first_and_its_last_under_all_others(house: Style) -> None:
    file = written(only(prose("清河区新貌。" * 900)), house)
    texts = [p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(file)]
    assert len(texts) > 2
    assert ["首页" in text for text in texts] == [True] + [False] * (len(texts) - 1)
    assert ["续页" in text for text in texts] == [False] + [True] * (len(texts) - 1)
    assert colour_at_top(file, 0) == (255, 0, 0)
    assert {colour_at_top(file, n) for n in range(1, len(texts))} == {(0, 0, 255)}


def test_a_letterhead_of_one_page_lies_under_all(tmp_path: Path) -> None:
    house = load_style(folder_with(tmp_path, paper(bar(_RED, "同页"))))
    file = written(only(prose("清河区新貌。" * 900)), house)
    assert {colour_at_top(file, n) for n in range(3)} == {(255, 0, 0)}


def test_the_words_of_the_brief_stay_above_it_and_it_is_an_artifact(house: Style) -> None:
    file = written(only(prose("清河区新貌。")), house)
    with pikepdf.open(io.BytesIO(file)) as pdf:
        steps = list(pikepdf.parse_content_stream(pdf.pages[0]))
        form = pdf.pages[0].Resources.XObject.LetterheadFirst
        inside = [str(s.operator) for s in pikepdf.parse_content_stream(form)]
    operators = [str(step.operator) for step in steps]
    assert operators[:5] == ["BDC", "q", "Do", "Q", "EMC"]
    assert str(steps[0].operands[0]) == "/Artifact"
    assert operators.index("Do") < operators.index("BT")
    assert not {"BDC", "BMC", "EMC"} & set(inside)


def test_tags_of_the_letterhead_do_not_come_along(tmp_path: Path) -> None:
    def tagged(canvas: Any) -> None:
        canvas._code.append("/P <</MCID 0>> BDC")
        _embedded(canvas, "标题")
        canvas._code.append("EMC")

    house = load_style(folder_with(tmp_path, paper(tagged)))
    with pikepdf.open(io.BytesIO(written(only(prose("新貌。")), house))) as pdf:
        form = pdf.pages[0].Resources.XObject.LetterheadFirst
        assert b"MCID" not in form.read_bytes()
        assert b"BT" in form.read_bytes()


def test_the_same_letterhead_gives_the_same_bytes(house: Style) -> None:
    brief = only(prose("清河区新貌。" * 300))
    assert written(brief, house) == written(brief, house)


def test_the_file_is_sound_and_says_what_it_said_before(house: Style) -> None:
    brief = only(prose("清河区新貌。"))
    plain = written(brief, replace(house, letterhead=None))
    file = written(brief, house)
    with pikepdf.open(io.BytesIO(file)) as pdf, pikepdf.open(io.BytesIO(plain)) as before:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo[pikepdf.Name.Title]) == str(before.docinfo[pikepdf.Name.Title])
        assert pdf.Root.Lang == before.Root.Lang


# --- what is refused --------------------------------------------------------------------------


def _helvetica(canvas: Any) -> None:
    canvas.setFont("Helvetica", 12)
    canvas.drawString(40, 20, "Qinghe")


def _in_a_form(canvas: Any) -> None:
    canvas.beginForm("inner")
    _helvetica(canvas)
    canvas.endForm()
    canvas.doForm("inner")


def _cmyk(canvas: Any) -> None:
    canvas.setFillColorCMYK(0, 1, 1, 0)
    canvas.rect(0, 0, 40, 40, fill=1)


def _encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper(bar(_RED, "首页")))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


_REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a font that is not embedded": (
        lambda: paper(_helvetica),
        "the font Helvetica is not embedded",
    ),
    "one within a form": (lambda: paper(_in_a_form), "the font Helvetica is not embedded"),
    "one on its last page": (
        lambda: paper(bar(_RED, "首页"), _helvetica),
        "the font Helvetica is not embedded",
    ),
    "CMYK": (lambda: paper(_cmyk), "it uses CMYK colours"),
    "another paper": (
        lambda: paper(bar(_RED, "首页"), size=(612, 792)),
        "its pages are 216 × 279 mm, those of the template 210 × 297 mm",
    ),
    "no PDF": (lambda: b"junk", "this is no PDF that can be read"),
    "a password": (_encrypted, "the PDF is encrypted"),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_what_would_not_last_is_refused_with_one_message(name: str, tmp_path: Path) -> None:
    make, told = _REFUSED[name]
    with pytest.raises(DataError) as caught:
        load_style(folder_with(tmp_path, make()))
    assert f"letterhead.pdf: {told}" in str(caught.value)
    assert "; hint: " in str(caught.value)
