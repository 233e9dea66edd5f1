"""Columns of small print: parted over pages, and no title alone at the foot of one."""

from __future__ import annotations

from briefgen.writers.pdf_columns import Columns
from briefgen.writers.pdf_flow import Flowable
from briefgen.writers.pdf_ink import Pen


class _Line(Flowable):
    """A thing of some height that draws nothing."""

    def __init__(self, tall: float, *, keep: bool = False) -> None:
        self.tall = tall
        self.keep_with_next = keep

    def height(self, width: float) -> float:
        del width
        return self.tall

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        del pen, x, top, width


def _heights(part: Flowable) -> list[float]:
    assert isinstance(part, Columns)
    return [item.height(100) for item in part.items]


def test_columns_are_as_high_as_each_other() -> None:
    assert Columns([_Line(10) for _ in range(6)], 2).height(200) < 10 * 3 + 2


def test_columns_are_parted_where_a_page_ends() -> None:
    parts = Columns([_Line(10) for _ in range(10)], 2).split(200, 32)
    assert parts is not None
    assert _heights(parts[0]) == [10.0] * 6
    assert _heights(parts[1]) == [10.0] * 4


def test_a_title_does_not_stand_alone_at_the_foot_of_a_column() -> None:
    source = [_Line(10, keep=True), _Line(30), _Line(10), _Line(10)]
    assert Columns(source, 2).split(200, 32) is None
    parts = Columns(source, 2).split(200, 42)
    assert parts is None or _heights(parts[0])[0] == 40.0  # the title with its quote
