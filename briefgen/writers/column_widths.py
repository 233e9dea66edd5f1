"""How wide the columns of a table are: as makes the table lowest, and no word is broken.

Input: what the words of each cell need, in points. Output: widths that fill the table. It
measures no text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from math import ceil

GUTTER_PT = 14.0  # between columns of text
_MOST = 0.4  # of the width: what an unbreakable word can claim for its column
_SLACK = 0.01
_STEPS = (10, 20, 40)  # of the width, in turn: a small step alone gains nothing on level ground
_SHORT_PT = 64.0  # what a name of five characters takes
_DATE_PT = 110.0  # what the date of an English report takes: December 2021 report
_ALONE_PT = 24.0  # what a character or two take
_RAGGED = 1.1  # the room that broken lines take, beside the words in them
_NEAR = 0.01  # lines that a broken cell counts for each line's width: it leads over level ground


def column_widths(
    cells: Sequence[Sequence[float]],
    least: Sequence[float],
    shares: Sequence[float],
    width: float,
) -> list[float]:
    """Return the widths of columns, which add up to `width`.

    `cells` is what each cell of each row takes to stand on one line, `least` what the longest word
    of each column takes. Where all have enough, what is over goes by the style's `shares`. Else a
    column that needs no more than an equal part has what it needs and the others share the rest,
    as long as no other widths make fewer lines: one long name must not break every date beside it.
    """
    columns = list(zip(*cells, strict=True))
    needs = [max(column) for column in columns]
    made = _by_need(needs, least, shares, width)
    if sum(needs) <= width:
        return made
    whole = [  # a short cell is not broken at all
        max([word, *(need for need in column if need <= _SHORT_PT)])
        for word, column in zip(least, columns, strict=True)
    ]
    for steps in _STEPS:
        made = _lowest(made, cells, whole, width / steps)
    return made


def _lowest(
    widths: list[float], cells: Sequence[Sequence[float]], least: Sequence[float], step: float
) -> list[float]:
    """Return the widths after giving a step of one column to another while that saves lines."""
    lines = _lines(widths, cells)
    while True:
        tried = []
        for giver, taker in permutations(range(len(widths)), 2):
            if widths[giver] - step >= least[giver]:
                other = list(widths)
                other[giver] -= step
                other[taker] += step
                tried.append((_lines(other, cells), giver, taker, other))
        fewest = min(tried, default=None)
        if fewest is None or fewest[0] >= lines:
            return widths
        lines, widths = fewest[0], fewest[3]


def _lines(widths: Sequence[float], cells: Sequence[Sequence[float]]) -> float:
    """Return how many lines the rows take, and what their broken cells count besides."""
    pairs = ([p for p in zip(row, widths, strict=True) if p[0] > p[1]] for row in cells)
    return sum(max(map(_over, row)) + sum(map(_broken, row)) for row in map(list, pairs) if row)


def _broken(pair: tuple[float, float]) -> float:
    """Return what a broken cell counts: a line where it is no longer than a date, and a little
    more the nearer it is to one more line."""
    need, wide = pair
    return need / wide * _NEAR + (need <= _DATE_PT)


def _over(pair: tuple[float, float]) -> int:
    """Return the lines of a cell beyond its first: words do not fill them to the end; one more
    where a character or two would stand alone on the second."""
    need, wide = pair
    return ceil(need / wide * _RAGGED) - 1 + (need - wide < _ALONE_PT)


def _by_need(
    needs: Sequence[float], least: Sequence[float], shares: Sequence[float], width: float
) -> list[float]:
    made = [0.0] * len(needs)
    wide, left = list(range(len(needs))), width
    while wide:
        part = left / len(wide)
        short = [at for at in wide if needs[at] <= part + _SLACK]
        if not short:
            break
        for at in short:
            made[at] = needs[at]
            left -= needs[at]
        wide = [at for at in wide if at not in short]
    if not wide:
        whole = sum(shares) or 1.0
        return [given + left * share / whole for given, share in zip(made, shares, strict=True)]
    whole = sum(needs[at] for at in wide)
    for at in wide:
        made[at] = left * needs[at] / whole
    return _mended(made, [min(word, _MOST * width) for word in least])


def _mended(widths: Sequence[float], least: Sequence[float]) -> list[float]:
    """Return the widths with what a narrow column lacks for its longest word taken from others."""
    pairs = list(zip(widths, least, strict=True))
    lack = sum(max(0.0, word - wide) for wide, word in pairs)
    spare = sum(max(0.0, wide - word) for wide, word in pairs)
    if not lack or not spare:
        return list(widths)
    give = min(1.0, lack / spare)
    return [
        wide - give * (wide - word) if wide > word else wide + (word - wide) * min(1, spare / lack)
        for wide, word in pairs
    ]
