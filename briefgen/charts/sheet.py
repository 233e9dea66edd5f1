"""The sheet that a chart is drawn on: a matplotlib figure addressed in points from the lower left.

Input: positions and sizes in points. Output: artists on a `Figure`, in the packaged faces, every
text literal, what is drawn later above what was drawn before. It decides no layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text

from briefgen.chart import Colour, Tone
from briefgen.charts.letters import runs, width
from briefgen.charts.look import Look
from briefgen.fonts import face

_INCH = 72.0
_HATCH_STEP = 4.8  # points between two hatch lines
DASHES = (0, (3.0, 2.0))
_RIM = 1.4  # points: the edge of a marker
_RISE = 0.36  # of the size: from the baseline to the middle of Chinese characters and figures


@cache
def _font(key: str, size: float) -> FontProperties:
    return FontProperties(fname=str(face(key).path), size=size)


class Sheet:
    """A figure of `width` by `height` points, and the kinds of marks that charts are made of."""

    def __init__(self, width: float, height: float, look: Look) -> None:
        self.width = width
        self.height = height
        self.look = look
        self.figure = Figure(figsize=(width / _INCH, height / _INCH), dpi=_INCH)
        self._above = 0

    def words(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool = False,
        colour: Colour | None = None,
        anchor: float = 0.0,
    ) -> None:
        """Print one line, its baseline at `y`; `anchor` 0, 0.5, 1 puts left, middle, right at x."""
        key = self.look.bold if bold else self.look.family
        x -= anchor * width(text, key, size)
        for face_key, piece in runs(text, key):
            self._add(
                Text(
                    x / _INCH,
                    y / _INCH,
                    piece,
                    fontproperties=_font(face_key, size),
                    color=colour or self.look.ink,
                    horizontalalignment="left",
                    verticalalignment="baseline",
                    parse_math=False,
                )
            )
            x += width(piece, face_key, size)

    def lines(
        self,
        lines: Sequence[str],
        x: float,
        top: float,
        size: float,
        leading: float,
        *,
        bold: bool = False,
        colour: Colour | None = None,
        anchor: float = 0.0,
    ) -> None:
        """Print lines one under the other, the first one's box `leading` high from `top`."""
        for index, line in enumerate(lines):
            y = top - leading * (index + 0.5) - _RISE * size
            self.words(line, x, y, size, bold=bold, colour=colour, anchor=anchor)

    def bar(self, x: float, y: float, wide: float, high: float, colour: Colour, tone: Tone) -> None:
        """Draw a bar with its lower left corner at (x, y); outline and hatches tell its tone."""
        plain = tone is Tone.ACTUAL
        self._add(
            Rectangle(
                (x / _INCH, y / _INCH),
                wide / _INCH,
                high / _INCH,
                facecolor=self.look.fill(colour, tone),
                edgecolor=colour,
                linewidth=0.0 if plain else self.look.edge,
                linestyle=DASHES if tone is Tone.DERIVED else "-",
            )
        )
        if tone is Tone.EXPECTED:
            self.hatch(x, y, wide, high, colour)

    def mark(
        self, x: float, y: float, colour: Colour, fill: Colour, *, size: float, shape: str = "o"
    ) -> None:
        """Draw a marker `size` points wide in the middle of (x, y)."""
        self._add(
            Line2D(
                [x / _INCH],
                [y / _INCH],
                marker=shape,
                markersize=size,
                markerfacecolor=fill,
                markeredgecolor=colour,
                markeredgewidth=_RIM,
            )
        )

    def path(
        self,
        points: Sequence[tuple[float, float]],
        colour: Colour,
        thickness: float,
        *,
        moves: Sequence[int] = (0,),
        dashed: bool = False,
    ) -> None:
        """Draw a line through `points`; at each index of `moves` a new line begins."""
        codes = [Path.MOVETO if i in moves else Path.LINETO for i in range(len(points))]
        self._add(
            PathPatch(
                Path([(px / _INCH, py / _INCH) for px, py in points], codes),
                facecolor="none",
                edgecolor=colour,
                linewidth=thickness,
                linestyle=DASHES if dashed else "-",
                capstyle="butt",
                joinstyle="miter",
            )
        )

    def _add(self, artist: Artist) -> None:
        """Put an artist addressed in inches on the figure, above all that stand there."""
        self._above += 1
        artist.set_transform(self.figure.dpi_scale_trans)
        artist.set_zorder(self._above)
        self.figure.add_artist(artist)

    def hatch(self, x: float, y: float, wide: float, high: float, colour: Colour) -> None:
        """Draw diagonal lines inside a box: single strokes, so that a PDF needs no pattern."""
        points = hatch_points(x, y, wide, high)
        if points:
            self.path(points, colour, self.look.hatch, moves=range(0, len(points), 2))


def hatch_points(x: float, y: float, wide: float, high: float) -> list[tuple[float, float]]:
    """Return the ends, two a line, of 45° lines clipped to the box."""
    points = []
    offset = _HATCH_STEP
    while offset < wide + high:
        start, end = max(0.0, offset - high), min(offset, wide)
        points += [(x + start, y + high - (offset - start)), (x + end, y + high - (offset - end))]
        offset += _HATCH_STEP
    return points
