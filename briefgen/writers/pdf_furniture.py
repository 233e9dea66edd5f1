"""The template's own paragraphs on a page: masthead, foot, header and footer.

Input: paragraphs of a style and a brief. Output: flowables with the brief's values, page numbers
and pictures in them. It does not decide where on the page they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.brief import Brief
from briefgen.writers.pdf_flow import Flowable, Prose, Stack, join_boxes
from briefgen.writers.pdf_ink import Pen
from briefgen.writers.pdf_text import (
    Look,
    SetText,
    baseline,
    first_left,
    look_pieces,
    set_pieces,
)
from briefgen.writers.template import (
    TabStop,
    TemplateParagraph,
    TemplatePicture,
    TemplateRun,
    fill,
)
from briefgen.writers.template_fields import printable
from briefgen.writers.template_model import TITLE

_DEFAULT_TAB_PT = 36.0
_CLEAR_EM = 0.5  # between two tabbed pieces, at least


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
    def width(self) -> float:
        """Return the width of pictures and words."""
        return self.text.width() + sum(picture.width_pt for picture in self.pictures)


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
    """A line of segments at tab stops; what does not fit beside its neighbour goes below it."""

    def __init__(self, paragraph: TemplateParagraph, segments: Sequence[Segment]) -> None:
        self.paragraph = paragraph
        self.segments = tuple(segments)
        self.fmt = paragraph.format
        self.before = self.fmt.space_before_pt
        self.after = self.fmt.space_after_pt
        self.adds_space = self.fmt.adds_space
        self.keep_with_next = self.fmt.keep_with_next
        # draws shading and rules, and the words where they do not fit on one line
        self._frame = Prose(set_pieces(()), self.fmt)

    @property
    def box(self) -> Prose:
        """Return what draws its shading and rules."""
        return self._frame

    def _lefts(self, width: float) -> list[float] | None:
        """Return where each segment begins, or None where two of them would touch."""
        stops = [s for s in self.paragraph.tabs if s.position_pt <= width + 1]
        at = first_left(self.fmt)
        lefts: list[float] = []
        for number, segment in enumerate(self.segments):
            left = at if number == 0 else _at_stop(stops, at, segment.width, width)
            clear = _CLEAR_EM * self.fmt.size_pt if number and lefts and at > 0 else 0.0
            if segment.width and (left < at + clear - 0.01 or left + segment.width > width + 0.5):
                return None
            lefts.append(left)
            at = left + segment.width
            if number:
                stops = [s for s in stops if s.position_pt > at + 0.01]
        return self._aligned(lefts, at, width) if len(self.segments) == 1 else lefts

    def _aligned(self, lefts: list[float], end: float, width: float) -> list[float]:
        spare = width - self.fmt.right_pt - end
        share = {"center": 0.5, "right": 1.0}.get(self.fmt.align, 0.0)
        return [left + spare * share for left in lefts]

    def _stacked(self) -> Stack:
        """Return the segments below each other, within one box: what does not fit on one line."""
        plain = replace(self.fmt, space_before_pt=0.0, space_after_pt=0.0)
        below = replace(plain, border_between=None)
        told = [segment.text for segment in self.segments if segment.text.text.strip()]
        parts = [
            Prose(text, below if number else plain, min_lines=1, element=self.element)
            for number, text in enumerate(told)
        ]
        for above, under in pairwise(parts):
            above.open_below = under.open_above = True
        parts[0].open_above = self._frame.open_above
        parts[-1].open_below = self._frame.open_below
        return Stack(parts)

    def _row_height(self) -> float:
        pictures = [p.height_pt for s in self.segments for p in s.pictures]
        return max([self.fmt.line_pt, *pictures])

    def height(self, width: float) -> float:
        """Return one line's height, or that of all segments where they do not fit on one."""
        if self._lefts(width) is None:
            return self._stacked().height(width)
        return self._frame.edge("top") + self._row_height() + self._frame.edge("bottom")

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw rules, then pictures and words on one baseline."""
        lefts = self._lefts(width)
        if lefts is None:
            self._stacked().draw(pen, x, top, width)
            return
        self._frame.draw_box(pen, x, top, width, self.height(width))
        row = self._row_height()
        y = top - self._frame.edge("top") - (row - self.fmt.line_pt) - baseline(self.fmt)
        last = max((n for n, segment in enumerate(self.segments) if segment.text.text), default=0)
        for number, (left, segment) in enumerate(zip(lefts, self.segments, strict=True)):
            at = x + left
            for picture in segment.pictures:
                self._draw_picture(pen, picture, at, y)
                at += picture.width_pt
            line = segment.text.one_line()
            pen.line(segment.text, line, at, y, self.element, goes_on=number < last)

    def _draw_picture(self, pen: Pen, picture: TemplatePicture, x: float, y: float) -> None:
        """Draw a picture; without a description it is decoration, an artifact."""
        figure = None
        if self.element is not None and picture.alt.strip():
            figure = self.element.add("Figure")
            figure.alt = printable(picture.alt)
        box = (x, y, x + picture.width_pt, y + picture.height_pt)
        with pen.figure(figure, box):
            pen.image(picture.blob, picture.width_pt, picture.height_pt)


def _at_stop(stops: Sequence[TabStop], at: float, wide: float, width: float) -> float:
    """Return where a segment of `wide` begins at the next stop after `at`."""
    stop = next((s for s in stops if s.position_pt > at + 0.01), None)
    if stop is None:
        return (at // _DEFAULT_TAB_PT + 1) * _DEFAULT_TAB_PT
    position = min(stop.position_pt, width)
    return position - wide * {"center": 0.5, "right": 1.0}.get(stop.align, 0.0)
