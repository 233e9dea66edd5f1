"""How wide the columns of a table are: short ones as their words need, long ones share the rest.

Input: what the words of each column need, in points. Output: widths that fill the table. It
measures no text.
"""

from __future__ import annotations

from collections.abc import Sequence

GUTTER_PT = 14.0  # between columns of text
_MOST = 0.4  # of the width: what an unbreakable word can claim for its column
_SLACK = 0.01


def column_widths(
    needs: Sequence[float], least: Sequence[float], shares: Sequence[float], width: float
) -> list[float]:
    """Return the widths of columns, which add up to `width`.

    `needs` is what each takes to stand on one line, `least` what its longest word takes. A column
    that needs no more than an equal part of what is left has what it needs; the others share the
    rest by what they need. Where all have enough, what is over goes by the style's `shares`.
    """
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
