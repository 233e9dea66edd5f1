"""Changes told with both ends: 由1.7%降至零, 从2016年的10个增加到20个, 由第11位升至第8位.

Input: the document's `Desk` and two quantities of a clause that follow each other. Output: one
`Draft` with its start, or None where they tell no change. It reads no growth without a start.
"""

from __future__ import annotations

import re

from briefgen.extract.changes import noun_before
from briefgen.extract.clauses import Clause
from briefgen.extract.completing import BARE_MEASURE, SHARE_OF
from briefgen.extract.drafts import Desk, Draft
from briefgen.extract.naming import rank_name, tidy
from briefgen.extract.phrases import read_left
from briefgen.extract.quantities import Quantity, with_unit
from briefgen.fact import Kind

_STARTS_FROM = re.compile("[由从](?:[^，。由从]{0,16})$")
_GOES_TO = re.compile("(?:到|至|为|成)(?:了)?[^，、；]{0,10}$")


def read_from_to(
    desk: Desk, clause: Clause, first: Quantity, second: Quantity, left_edge: int
) -> Draft | None:
    """Return the change that 由1.7%降至零 or 从2016年的10个增加到20个 tells."""
    text = desk.context.text
    between, before = text[first.end : second.start], text[left_edge : first.start]
    if "、" in between or len(between) > 24:
        return None
    head = _STARTS_FROM.search(before)
    if head is None or not _GOES_TO.search(between):
        return None
    noun = desk.bare(before[: head.start()])
    base = tidy(read_left(noun, desk.grammar).noun or noun) or desk.memory.base
    base = base or noun_before(desk, clause)[0]  # 产业结构持续调整，由…变为…
    if BARE_MEASURE.fullmatch(base) and desk.memory.base.endswith(base):
        base = desk.memory.base  # 粮食总产量总体上升，产量由5.3万吨增产至7.1万吨
    told = desk.carried(clause)
    if SHARE_OF.fullmatch(base) and told is not clause:
        base = desk.memory.base + base.replace("的", "")  # 增加值412亿元，占…的比重由58%提高到63%
    else:
        told = clause
    if not base:
        return None
    if second.dimension == "rank" and first.written in ("位", "名"):
        return _moved(desk, clause, base, first, second)  # 从12位跃升至第2位
    if first.dimension != second.dimension and "rank" in (first.dimension, second.dimension):
        return None
    if first.dimension == "rank":
        return _moved(desk, clause, base, first, second)
    if first.dimension == "ratio":
        same = len(first.numeral.values) == len(second.numeral.values)
        start = first if same and second.dimension == "ratio" else None
        return Draft(second, clause, clause, Kind.RATIO, base, base, start=start)
    quantity = second if second.unit else with_unit(second, first.unit)
    return Draft(quantity, clause, told, Kind.CHANGE, base, base, start=first)


def _moved(desk: Desk, clause: Clause, base: str, first: Quantity, second: Quantity) -> Draft:
    """Return a place with the place before it: 总量居全国位次由第11位升至第8位."""
    noun, area = rank_name(re.sub("(?:的?位次|排名|排位|名次)$", "", base))
    noun = tidy(noun)
    if len(noun) < 3 and re.search("百强|榜|百佳", area):
        noun, area = area, ""  # 全国县域经济百强排名由第87位上升到第64位
    if len(noun) < 3:
        noun = desk.memory.base + noun
    name = f"{noun}{area}排名"
    return Draft(second, clause, clause, Kind.RANK, name, noun, start=first)
