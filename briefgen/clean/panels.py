"""Panels of figures: an indicator on one line, its figure on the next.

Input: the lines of one block without full stops. Output: which of them continue the line above.
It does not read the figures.
"""

from __future__ import annotations

import re

from briefgen.clean.lines import Line, Look

_LABEL_WIDTH = 22.0
_MOST_LABELS = 2  # lines of one indicator
FIGURE = re.compile(r"[0-9]")
_DATE = re.compile(r"[0-9 ]{4,5}年([0-9 ]+月([0-9 ]+日)?)?|[0-9]{4}[-./][0-9]+([-./][0-9]+)?")
_COLUMNS = re.compile(r"\S+ +\S+ +\S+")


def panel_joints(lines: list[Line]) -> list[int]:
    """Return the indexes of lines that continue an entry of a panel.

    规上工业增加值⏎年均增长8.8% is one entry. The last line must hold a figure, and most figures
    must have an indicator above them.
    """
    if len(lines) < 2 or not all(_fits(line) for line in lines):
        return []
    joints: list[int] = []
    labels = 0
    alone = entries = 0
    for index, line in enumerate(lines):
        if not FIGURE.search(line.text):
            labels += 1
            continue
        if labels > _MOST_LABELS:
            return []
        entries += bool(labels)
        alone += not labels
        joints.extend(range(index - labels + 1, index + 1) if labels else ())
        labels = 0
    return joints if labels == 0 and entries > alone else []


def _fits(line: Line) -> bool:
    return (
        line.look is Look.PLAIN
        and line.width <= _LABEL_WIDTH
        and "，" not in line.text
        and not _COLUMNS.search(line.text)
        and not _DATE.fullmatch(line.text)
    )
