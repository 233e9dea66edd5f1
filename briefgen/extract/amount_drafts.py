"""Drafts of amounts under a name: slips of the print mended, parts tied to their whole.

Input: a `Mention` and the name that was found for it. Output: a `Draft`. It finds no names.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause
from briefgen.extract.drafts import Desk, Draft, Mention
from briefgen.extract.naming import mended
from briefgen.extract.quantities import Quantity
from briefgen.fact import Kind, RelationType

_AVERAGED = re.compile("每[十百千万]|人均|户均|日均|平均")  # no part of a total
_DEALT_WITH = re.compile("(?:目前)?已(?:办结|解决|整改|化解)")


def amount_named(
    desk: Desk, mention: Mention, kind: Kind, name: str, start: Clause | None = None
) -> Draft:
    meant = mended(name, mention.quantity.written, desk.context.lexicon)
    meant = meant or _share_of_itself(desk, mention.clause, name)
    shown = meant or name
    part = _is_part(desk, mention) and _AVERAGED.match(name) is None
    tied = desk.memory.total if part else None
    over_whole = False
    if tied is not None and not _fits_in(mention.quantity, desk.drafts[tied].quantity):
        over_whole = _is_over(desk, mention, desk.drafts[tied])
        tied = None
    return Draft(
        mention.quantity,
        mention.clause,
        start or mention.clause,
        kind,
        shown,
        shown,
        meant=meant,
        tie=RelationType.PART_OF if tied is not None else None,
        tied=tied,
        over_whole=over_whole,
    )


def _is_part(desk: Desk, mention: Mention) -> bool:
    """Return whether the source says that the figure is a part of one before (其中, 已办结)."""
    sentence = desk.context.sentences[mention.clause.sentence]
    before = desk.context.text[sentence.start : mention.quantity.start]
    return "其中" in before or _DEALT_WITH.match(mention.left) is not None


def _fits_in(part: Quantity, whole: Quantity) -> bool:
    """Return whether one amount can be a part of another: the same unit, and not more."""
    return part.unit == whole.unit and part.numeral.value <= whole.numeral.value


def _share_of_itself(desk: Desk, clause: Clause, name: str) -> str | None:
    """Return the share that is meant where a thing is told as a share of itself.

    市场主体达8万户，市场主体占比97%，民营经济…: of market entities, the private ones.
    """
    if not name.endswith("占比") or name.startswith("民营") or not desk.drafts:
        return None
    before = desk.drafts[-1]
    same = before.clause.sentence == clause.sentence and before.base == name.removesuffix("占比")
    sentence = desk.context.sentences[clause.sentence]
    private = "民营" in desk.context.text[sentence.start : sentence.end]
    return f"民营{name}" if same and private else None


def _is_over(desk: Desk, mention: Mention, whole: Draft) -> bool:
    """Return whether 其中 follows the whole at once, and the part is said to be more.

    全年签约项目120个，其中工业项目160个; but 累计 counts from another day.
    """
    between = desk.context.text[whole.quantity.end : mention.quantity.start]
    near = re.fullmatch("[^，。；、]{0,6}[，（(](?:其中)[^。；]{0,20}", between) is not None
    part, total = mention.quantity, whole.quantity
    more = part.unit == total.unit != "%" and part.numeral.value > total.numeral.value
    return near and more and "累计" not in between
