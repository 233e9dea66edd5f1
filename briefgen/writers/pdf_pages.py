"""Pages filled with flowables, from the top down.

Input: flowables in order and the height of each page's type area. Output: where each stands. It
draws nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefgen.writers.pdf_flow import SLACK, Flowable, Stack, chained, space_between


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable on its page; `drop` is the distance from the top of the type area."""

    flowable: Flowable
    drop: float


Page = tuple[Placed, ...]


def paginate(
    items: Sequence[Flowable], width: float, height_of: Callable[[int], float]
) -> tuple[Page, ...]:
    """Return the pages that the flowables fill, in order; there is always at least one.

    `height_of` says how high the type area of a page is, counted from 1.

    What fits nowhere, not even on a page of its own and parted, is placed at the top of one.
    """
    queue = deque(chained(items))
    pages: list[list[Placed]] = [[]]
    used = 0.0
    while queue:
        item = queue.popleft()
        full = height_of(len(pages))
        # at the top of a page the space before is dropped, but not at the top of the document
        gap = item.before if len(pages) == 1 else 0.0
        if pages[-1]:
            gap = space_between(pages[-1][-1].flowable, item)
        tall = item.height(width)
        if used + gap + tall <= full + SLACK:
            pages[-1].append(Placed(item, used + gap))
            used += gap + tall
            continue
        parts = item.split(width, full - used - gap)
        if parts is not None:
            pages[-1].append(Placed(parts[0], used + gap))
            queue.appendleft(parts[1])
        elif pages[-1]:
            queue.appendleft(item)
        elif isinstance(item, Stack) and len(item.items) > 1:
            queue.extendleft(reversed(item.released(width, full)))
            continue
        else:
            pages[-1].append(Placed(item, 0.0))
        pages.append([])
        used = 0.0
    if len(pages) > 1 and not pages[-1]:
        pages.pop()
    return tuple(tuple(page) for page in pages)


def at_foot(
    pages: tuple[Page, ...], foot: Flowable, width: float, height_of: Callable[[int], float]
) -> tuple[Page, ...]:
    """Return the pages with `foot` at the bottom of the last, or of one more where it is full.

    Where hardly any text stands above it, the end of the page before goes along: a page with an
    imprint and no text looks forgotten.
    """
    tall = foot.height(width)
    used = max((placed.drop + placed.flowable.height(width) for placed in pages[-1]), default=0.0)
    if used + foot.before + tall > height_of(len(pages)) + SLACK:
        pages = (*pages, ())
    room = height_of(len(pages))
    if len(pages) > 1:
        pages = _with_company(pages, width, room - foot.before - tall)
    return (*pages[:-1], (*pages[-1], Placed(foot, max(0.0, room - tall))))


_COMPANY = 0.15  # of the room above a foot, at least, that text fills
_LONG = 0.5  # of that room: what takes more is parted, or stays where it is


def _with_company(pages: tuple[Page, ...], width: float, room: float) -> tuple[Page, ...]:
    """Return the pages with enough of the text on the last one, which has `room` for it."""
    before, last = list(pages[-2]), [placed.flowable for placed in pages[-1]]
    while before and Stack(last).height(width) < room * _COMPANY:
        item, drop = before[-1].flowable, before[-1].drop
        if item.height(width) < room * _LONG and len(before) > 1:
            before.pop()
            last.insert(0, item)
            continue
        parts = item.split(width, item.height(width) - room * _COMPANY)
        if parts is None or parts[1].height(width) > room * _LONG:
            break
        before[-1] = Placed(parts[0], drop)
        last.insert(0, parts[1])
    return (*pages[:-2], tuple(before), _from_top(last, width))


def _from_top(items: Sequence[Flowable], width: float) -> Page:
    placed: list[Placed] = []
    used = 0.0
    for item in items:
        used += space_between(placed[-1].flowable, item) if placed else 0.0
        placed.append(Placed(item, used))
        used += item.height(width)
    return tuple(placed)
