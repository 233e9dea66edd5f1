"""A matplotlib backend that records what is drawn, for the PDF to replay.

Input: a matplotlib figure. Output: `Stroke`s and `Words` in points from the lower left corner, in
drawing order. It rasters nothing, and refuses pictures, hatches and clip paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path

from briefgen.chart import Colour, Stroke, Words
from briefgen.charts.letters import width
from briefgen.fonts import faces

_DPI = 72.0  # a dot is a point
_PLACES = 3  # of a point: finer than any printer, and short in the file


def record(figure: Figure) -> tuple[Stroke | Words, ...]:
    """Return the marks of `figure` in drawing order; its own background is left out."""
    canvas = FigureCanvasBase(figure)
    dpi, shown = figure.dpi, figure.patch.get_visible()
    figure.dpi = _DPI
    figure.patch.set_visible(False)
    try:
        box = figure.bbox
        renderer = MarkRenderer(box.width, box.height)
        canvas.figure.draw(renderer)
    finally:
        figure.dpi = dpi
        figure.patch.set_visible(shown)
    return tuple(renderer.marks)


class MarkRenderer(RendererBase):
    """Collects every path and every line of text that a figure draws."""

    def __init__(self, width_pt: float, height_pt: float) -> None:
        super().__init__()
        self.dpi = _DPI
        self.marks: list[Stroke | Words] = []
        self._size = (width_pt, height_pt)
        self._keys = {str(face.path): face.key for face in faces()}

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size of the figure in points."""
        return self._size

    def flipy(self) -> bool:
        """Return False: y grows upwards, as in a PDF."""
        return False

    def points_to_pixels(self, points: Any) -> Any:
        """Return `points`: a dot is a point."""
        return points

    def draw_path(self, gc: Any, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        """Record a path with its fill and its line."""
        if gc.get_hatch() is not None or gc.get_clip_path()[0] is not None:
            raise NotImplementedError("a chart's hatching is drawn as lines, its clips are boxes")
        fill = None if rgbFace is None or _alpha(rgbFace) == 0 else _colour(rgbFace)
        drawn = gc.get_linewidth() > 0 and _alpha(gc.get_rgb()) > 0
        if fill is None and not drawn:
            return
        self.marks.append(
            Stroke(
                path=tuple(_segments(path.transformed(transform))),
                fill=fill,
                line=_colour(gc.get_rgb()) if drawn else None,
                width=_round(gc.get_linewidth()) if drawn else 0.0,
                dash=tuple(_round(d) for d in gc.get_dashes()[1] or ()) if drawn else (),
                alpha=1.0 if gc.get_alpha() is None else float(gc.get_alpha()),
                clip=_box(gc.get_clip_rectangle()),
            )
        )

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | str = False,
        mtext: Any = None,  # noqa: ARG002
    ) -> None:
        """Record one line of text at its left baseline point."""
        if ismath:
            raise NotImplementedError("a chart's text is literal: no mathtext, no TeX")
        colour = _colour(gc.get_rgb())
        key = self._key(prop)
        self.marks.append(
            Words(s, _round(x), _round(y), float(prop.get_size_in_points()), key, colour, angle)
        )

    def draw_image(self, gc: Any, x: float, y: float, im: Any, transform: Any = None) -> None:
        """Raise NotImplementedError: a chart holds no pictures."""
        raise NotImplementedError("a chart holds no pictures")

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: bool | str,  # noqa: ARG002
    ) -> tuple[float, float, float]:
        """Return the size of a line of text in points, measured in its own font file."""
        size = float(prop.get_size_in_points())
        return width(s, self._key(prop), size), size, size * 0.12

    def _key(self, prop: FontProperties) -> str:
        path = str(prop.get_file())
        key = self._keys.get(path)
        if key is None:
            raise NotImplementedError(f"{path} is no packaged face")
        return key


def _round(value: float) -> float:
    return round(float(value), _PLACES) + 0.0  # + 0.0: never -0.0


def _alpha(colour: Any) -> float:
    return float(colour[3]) if len(colour) > 3 else 1.0


def _colour(colour: Any) -> Colour:
    r, g, b = (round(float(part), 4) for part in colour[:3])
    return r, g, b


def _box(box: Any) -> tuple[float, float, float, float] | None:
    if box is None:
        return None
    return _round(box.x0), _round(box.y0), _round(box.width), _round(box.height)


def _segments(path: Path) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the segments of a path; a quadratic curve is raised to a cubic one."""
    at = (0.0, 0.0)
    for points, code in path.iter_segments(simplify=False, curves=True):
        xy = tuple(_round(p) for p in points)
        if code == Path.MOVETO:
            yield "M", xy
        elif code == Path.LINETO:
            yield "L", xy
        elif code == Path.CURVE3:
            yield "C", _cubic(at, xy)
        elif code == Path.CURVE4:
            yield "C", xy
        elif code == Path.CLOSEPOLY:
            yield "Z", ()
            continue
        at = (xy[-2], xy[-1])


def _cubic(at: tuple[float, float], curve: tuple[float, ...]) -> tuple[float, ...]:
    """Return the cubic curve that draws the quadratic one from `at` over `curve`."""
    (x0, y0), (cx, cy, x1, y1) = at, curve
    first = (x0 + 2 * (cx - x0) / 3, y0 + 2 * (cy - y0) / 3)
    second = (x1 + 2 * (cx - x1) / 3, y1 + 2 * (cy - y1) / 3)
    return tuple(_round(v) for v in (*first, *second, x1, y1))
