"""A chart description drawn once: vector marks for the PDF and SVG, a PNG of the same figure.

Input: a `ChartSpec`, a width in points, a style file. Output: a `Picture`. It adds no word and no
figure to what the description says, and never loads pyplot.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from matplotlib.backends.backend_agg import FigureCanvasAgg

from briefgen.chart import ChartKind, ChartSpec, Picture
from briefgen.charts.bars import BarsBody, leading
from briefgen.charts.dates import DatesBody
from briefgen.charts.dots import DotsBody
from briefgen.charts.letters import wrap
from briefgen.charts.lines import LinesBody
from briefgen.charts.look import Look, plain_settings, read_look
from briefgen.charts.parts import parts_body
from briefgen.charts.plot import plot_of
from briefgen.charts.record import record
from briefgen.charts.sheet import Sheet
from briefgen.charts.svg import svg_bytes
from briefgen.errors import DataError

PNG_DPI = 200
_HEAD_GAP = 9.0
_NOTE_GAP = 7.0
_EDGE = 4.0  # points kept free above and below
_NARROWEST = 180.0


class Body(Protocol):
    """What stands between the subtitle and the note."""

    height: float

    def paint(self, sheet: Sheet, top: float) -> None:
        """Draw everything below `top`."""


_BODIES: dict[ChartKind, Callable[[ChartSpec, Look, float], Body]] = {
    ChartKind.PAIRS: BarsBody,
    ChartKind.BARS: BarsBody,
    ChartKind.TARGET: BarsBody,
    ChartKind.SHARES: DotsBody,
    ChartKind.STACKED: parts_body,
    ChartKind.PROGRESS: parts_body,
    ChartKind.LINE: LinesBody,
    ChartKind.TIMELINE: DatesBody,
}


def draw_chart(
    spec: ChartSpec, width_pt: float, style_file: Path | None = None, *, raster: bool = True
) -> Picture:
    """Return the picture of a chart: `width_pt` wide, as high as its rows need, in points.

    Title and subtitle stand above, the note below; the source line is the writers'. Without
    `raster` the PNG, which takes nine tenths of the time, stays empty: a PDF needs none. Raises
    DataError where a value cannot be drawn or no packaged face has a character, ConfigError for
    the style.
    """
    if not spec.points:
        raise DataError(f"the chart {spec.title!r} has no points")
    if width_pt < _NARROWEST:
        raise DataError(f"a chart needs {_NARROWEST} points, not {width_pt}")
    look = read_look(style_file)
    with plain_settings():
        sheet = _compose(spec, look, width_pt)
        marks, size = record(sheet.figure), (sheet.width, sheet.height)
        svg = svg_bytes(marks, size, spec.title, spec.alt)
        png = _png(sheet) if raster else b""
        return Picture(*size, marks, png, svg, plot_of(spec, look))


def _wrapped(text: str, key: str, size: float, width: float) -> tuple[str, ...]:
    return wrap(text, key, size, width, whole_times=True)


def _compose(spec: ChartSpec, look: Look, width: float) -> Sheet:
    title = _wrapped(spec.title, look.bold, look.title, width) if spec.title else ()
    subtitle = _wrapped(spec.subtitle, look.family, look.subtitle, width) if spec.subtitle else ()
    note = _wrapped(spec.note, look.family, look.small, width) if spec.note else ()
    body = _BODIES[spec.kind](spec, look, width)
    head = leading(look.title) * len(title) + leading(look.subtitle) * len(subtitle)
    foot = leading(look.small) * len(note) + (_NOTE_GAP if note else 0.0)
    height = head + _HEAD_GAP + body.height + foot + 2 * _EDGE
    sheet = Sheet(width, round(height, 1), look)
    top = sheet.height - _EDGE
    sheet.path([(0.0, sheet.height - 0.4), (width, sheet.height - 0.4)], look.axis, 0.6)
    sheet.lines(title, 0.0, top, look.title, leading(look.title), bold=True)
    top -= leading(look.title) * len(title)
    sheet.lines(subtitle, 0.0, top, look.subtitle, leading(look.subtitle), colour=look.grey)
    top -= leading(look.subtitle) * len(subtitle) + _HEAD_GAP
    body.paint(sheet, top)
    top -= body.height + _NOTE_GAP
    sheet.lines(note, 0.0, top, look.small, leading(look.small), colour=look.grey)
    return sheet


def _png(sheet: Sheet) -> bytes:
    """Return the sheet on white; a light compression, for a .docx compresses once more."""
    canvas = FigureCanvasAgg(sheet.figure)
    stream = io.BytesIO()
    sheet.figure.set_facecolor("white")
    canvas.figure.savefig(
        stream,
        format="png",
        dpi=PNG_DPI,
        metadata={"Software": None},
        pil_kwargs={"compress_level": 3},
    )
    return stream.getvalue()
