"""Paragraphs of a Word document in columns: a section of its own between two of one column.

Input: the body of a document and the paragraphs, side by side in it. Output: the same body, with
section breaks that begin no page. It writes no words.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from docx.oxml.ns import qn

from briefgen.writers.column_widths import GUTTER_PT
from briefgen.writers.word_parts import Element, element, gap

# what belongs to the first section alone: the later ones go on with it
_OF_THE_FIRST = ("headerReference", "footerReference", "titlePg", "pgNumType", "type", "cols")
_BEFORE_TYPE = ("footnotePr", "endnotePr")
_BEFORE_COLS = (*_BEFORE_TYPE, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")


def set_in_columns(
    body: Element,
    paragraphs: Sequence[Element],
    count: int,
    filler: str,
    *,
    begin_page: bool = False,
) -> None:
    """Set the paragraphs of `body` in `count` columns of equal height.

    With `begin_page` the heading above begins a page: over a section break LibreOffice does not
    keep it with what follows.

    Word makes columns even only where another section follows: where nothing stands below the
    paragraphs, an empty line in the style `filler` does, one point high.
    """
    last = body.sectPr
    above, below = paragraphs[0].getprevious(), paragraphs[-1].getnext()
    if above is None or above.tag != qn("w:p"):
        return
    if below is None or below.tag != qn("w:p"):
        paragraphs[-1].addnext(gap(filler, 1))
    above.get_or_add_pPr().append(deepcopy(last))
    if begin_page:
        above.pPr.get_or_add_pageBreakBefore()
    for tag in _OF_THE_FIRST:
        for old in last.findall(qn(f"w:{tag}")):
            last.remove(old)
    _insert(last, element("type", val="continuous"), _BEFORE_TYPE)
    columns = deepcopy(last)
    space = str(round(20 * GUTTER_PT))
    _insert(columns, element("cols", num=str(count), space=space, equalWidth="1"), _BEFORE_COLS)
    paragraphs[-1].get_or_add_pPr().append(columns)
    _insert(last, element("cols", space=space), _BEFORE_COLS)


def _insert(section: Element, made: Element, before: Sequence[str]) -> None:
    """Put an element behind those that the schema wants before it."""
    names = {qn(f"w:{name}") for name in before}
    at = max((n for n, child in enumerate(section, 1) if child.tag in names), default=0)
    section.insert(at, made)
