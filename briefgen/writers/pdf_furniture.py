"""The template's own paragraphs on a page: masthead, foot, header and footer.

Input: paragraphs of a style and a brief. Output: flowables with the brief's values, page numbers
and pictures in them. It does not decide where on the page they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefgen.brief import Brief
from briefgen.writers.pdf_flow import Flowable, Prose, join_boxes
from briefgen.writers.pdf_ink import Pen
from briefgen.writers.pdf_text import (
    Look,
    SetText,
    baseline,
    look_pieces,
    set_pieces,
)
from briefgen.writers.tabbed import Piece, Spot, place_pieces
from briefgen.writers.template import (
    TemplateParagraph,
    TemplatePicture,
    TemplateRun,
    fill,
)
from briefgen.writers.template_fields import printable
from briefgen.writers.template_model import TITLE


@dataclass(frozen=True, slots=True)
class Folio:
    """The number of a page and how many there are."""

    page: int
    pages: int


def fill_all(
    paragraphs: Sequence[TemplateParagraph], brief: Brief
) -> tuple[TemplateParagraph, ...]:
    """Return the paragraphs that are to be printed, in order, with their fields filled."""
    filled = (fill(paragraph, brief) for paragraph in paragraphs)
    return tuple(paragraph for paragraph in filled if paragraph is not None)


def template_flowables(
    filled: Sequence[TemplateParagraph], folio: Folio, glue: Mapping[str, int] | None = None
) -> list[Flowable]:
    """Return filled paragraphs as flowables; page numbers are those of `folio`."""
    made = [_flowable(paragraph, folio, glue) for paragraph in filled]
    join_boxes(made)
    return made


def _flowable(
    paragraph: TemplateParagraph, folio: Folio, glue: Mapping[str, int] | None
) -> Flowable:
    segments = tuple(_segments(paragraph.runs, folio))
    if len(segments) > 1 or any(segment.pictures for segment in segments):
        return TabbedLine(paragraph, segments)
    is_balanced = paragraph.name == TITLE or paragraph.format.align == "center"
    balanced = glue if is_balanced else None
    return Prose(segments[0].text, paragraph.format, glue=balanced)


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands between two tabs: pictures, then words."""

    text: SetText
    pictures: tuple[TemplatePicture, ...]

    @property
    def pictures_pt(self) -> float:
        """Return the width of the pictures."""
        return sum(picture.width_pt for picture in self.pictures)


def _segments(runs: Sequence[TemplateRun], folio: Folio) -> Iterator[Segment]:
    pieces: list[tuple[str, Look]] = []
    pictures: list[TemplatePicture] = []
    for run in runs:
        if run.tab:
            yield Segment(set_pieces(pieces), tuple(pictures))
            pieces, pictures = [], []
        elif run.picture is not None:
            pictures.append(run.picture)
        else:
            pieces += _pieces(run, folio)
    yield Segment(set_pieces(pieces), tuple(pictures))


def _pieces(run: TemplateRun, folio: Folio) -> list[tuple[str, Look]]:
    text = {"PAGE": str(folio.page), "NUMPAGES": str(folio.pages)}.get(run.field or "", run.text)
    return look_pieces(
        text,
        run.east_asian,
        run.latin,
        run.bold,
        run.size_pt,
        run.colour,
        tracking=run.tracking_pt,
    )


class TabbedLine(Flowable):
    """Segments at tab stops; what does not fit beside its neighbour goes to the next row."""

    def __init__(self, paragraph: TemplateParagraph, segments: Sequence[Segment]) -> None:
        self.paragraph = paragraph
        self.segments = tuple(segments)
        self.fmt = paragraph.format
        self.before = self.fmt.space_before_pt
        self.after = self.fmt.space_after_pt
        self.adds_space = self.fmt.adds_space
        self.keep_with_next = self.fmt.keep_with_next
        self._frame = Prose(set_pieces(()), self.fmt)  # draws shading and rules

    @property
    def box(self) -> Prose:
        """Return what draws its shading and rules."""
        return self._frame

    def _spots(self, width: float) -> tuple[Spot, ...]:
        pieces = [Piece(s.text.measured, s.pictures_pt) for s in self.segments]
        return place_pieces(self.paragraph, pieces, width)

    def _left(self, spot: Spot, width: float) -> float:
        """Return where a line begins: a lone segment is aligned as its paragraph is."""
        pictures = self.segments[spot.piece].pictures_pt if spot.is_first else 0.0
        spare = width - self.fmt.right_pt - spot.left - pictures - spot.line.width
        share = {"center": 0.5, "right": 1.0}.get(self.fmt.align, 0.0)
        return spot.left + (spare * share if len(self.segments) == 1 else 0.0)

    def _row_heights(self, spots: Sequence[Spot]) -> list[float]:
        """Return the height of each row: a line's, or that of its highest picture."""
        heights = [self.fmt.line_pt] * (spots[-1].row + 1)
        for spot in spots:
            for picture in self.segments[spot.piece].pictures if spot.is_first else ():
                heights[spot.row] = max(heights[spot.row], picture.height_pt)
        return heights

    def height(self, width: float) -> float:
        """Return the height of all rows with room for its rules."""
        rows = sum(self._row_heights(self._spots(width)))
        return self._frame.edge("top") + rows + self._frame.edge("bottom")

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw rules, then pictures and words, those of a row on one baseline."""
        self._frame.draw_box(pen, x, top, width, self.height(width))
        spots = self._spots(width)
        heights = self._row_heights(spots)
        last = max((n for n, segment in enumerate(self.segments) if segment.text.text), default=0)
        for spot in spots:
            low = top - self._frame.edge("top") - sum(heights[: spot.row + 1])
            y = low + self.fmt.line_pt - baseline(self.fmt)
            segment, at = self.segments[spot.piece], x + self._left(spot, width)
            for picture in segment.pictures if spot.is_first else ():
                self._draw_picture(pen, picture, at, y)
                at += picture.width_pt
            pen.line(segment.text, spot.line, at, y, self.element, goes_on=spot.piece < last)

    def _draw_picture(self, pen: Pen, picture: TemplatePicture, x: float, y: float) -> None:
        """Draw a picture; without a description it is decoration, an artifact."""
        figure = None
        if self.element is not None and picture.alt.strip():
            figure = self.element.add("Figure")
            figure.alt = printable(picture.alt)
        box = (x, y, x + picture.width_pt, y + picture.height_pt)
        with pen.figure(figure, box):
            pen.image(picture.blob, picture.width_pt, picture.height_pt)
