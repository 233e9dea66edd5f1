"""Rules for what goes with a clause: with what, through what, as what, where and when.

Input: phrases. Output: adjuncts, and clauses with them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.english.phrase import (
    Form,
    Phrase,
    Sort,
    is_plural,
    is_proper,
    noun,
    told,
)
from briefgen.english.register import rule


@rule(("P", "N"), ("P", "E"), cost=0.1)
def _adjunct(one: Phrase, other: Phrase) -> Phrase:
    return Phrase("PP", f"{one.text} {noun(other)}")


@rule(("P", "VP"), cost=0.6)
def _by_doing(one: Phrase, other: Phrase) -> Phrase | None:
    if one.text not in ("through", "by", "as part of") or len(other.predicates) > 1:
        return None
    return Phrase("PP", f"by {told(other.predicates[0], Form.ING)}")


@rule(("以", "N"), cost=0.2)
def _with(_mark: Phrase, other: Phrase) -> Phrase:
    return Phrase("PP", f"with {noun(other)}")


@rule(("PP", "为"), cost=0.0)
def _with_as(one: Phrase, _mark: Phrase) -> Phrase | None:
    return replace(one, cat="AS") if one.text.startswith("with ") else None


@rule(("PP", "的"), cost=0.0)
def _such(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="PP的")


@rule(("PP的", "N"), ("PP的", "E"), cost=0.3)
def _so_made(one: Phrase, other: Phrase) -> Phrase | None:
    """以科技创新为核心的全面创新: comprehensive innovation with … as its core."""
    return None if other.items else replace(other, cat="N", text=f"{other.text} {one.text}")


@rule(("PP", "E"), cost=0.3)
def _done_to(one: Phrase, other: Phrase) -> Phrase | None:
    """对企业估值: the valuation of …."""
    if not one.text.startswith("to "):
        return None
    return Phrase("N", f"the {other.text} of {one.text.removeprefix('to ')}", sort=Sort.NAME)


_AROUND = {"下": "under", "过程中": "in the course of", "期间": "during", "方面": "with regard to",
           "中": "in", "上": "in"}  # fmt: skip


def _within(one: Phrase, mark: Phrase) -> Phrase | None:
    """在联盟指导下: under the guidance of …; 在项目实施过程中: in the course of …."""
    if not one.text.startswith("in "):
        return None
    return replace(one, text=f"{_AROUND[mark.cat]} {one.text.removeprefix('in ')}")


for _word in _AROUND:
    rule(("PP", _word), cost=0.0)(_within)


@rule(("P", "TIME"), cost=0.0)
def _since(one: Phrase, other: Phrase) -> Phrase | None:
    return other if one.text == "since" and other.text.startswith("since ") else None


@rule(("位于", "N"), cost=0.1)
def _lying(_mark: Phrase, other: Phrase) -> Phrase:
    where = noun(other)
    if where.startswith(_BESIDE):
        return Phrase("LIES", f"beside {where.removeprefix(_BESIDE)}")
    return Phrase("LIES", f"{'on' if _ON.search(where) else 'at'} {where}")


_BESIDE = "the side of "
_ON = re.compile(r"\b(?:slopes?|banks?|shores?|coasts?|hills?|hillsides?|islands?)\b")


@rule(("LIES", "的"), cost=0.0)
def _that_lies(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="LIES的")


@rule(("LIES的", "N"), cost=0.1)
def _which_lies(one: Phrase, other: Phrase) -> Phrase | None:
    """位于后山的柳溪村: the village on the back slopes."""
    return (
        None if other.items else replace(other, text=f"{other.text} {one.text}", attr="", single="")
    )


@rule(("N", "至"), cost=0.0)
def _from(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="N至")


@rule(("N至", "N"), cost=0.2)
def _to(one: Phrase, other: Phrase) -> Phrase | None:
    """清河镇至东河镇: one place to another."""
    if not (is_proper(one) and is_proper(other)):
        return None
    return Phrase("N", f"{one.text} to {other.text}", sort=Sort.NAME)


@rule(("至", "N"), cost=0.1)
def _bound_for(_mark: Phrase, other: Phrase) -> Phrase:
    return Phrase("TO", noun(other))


@rule(("TO", "的"), cost=0.0)
def _that_goes(one: Phrase, _mark: Phrase) -> Phrase:
    return one


_LINES = re.compile(r"\b(?:routes?|lines?|trains?|flights?|railways?|roads?|services?|ferries)$")


@rule(("TO", "N"), cost=0.1)
def _line_to(one: Phrase, other: Phrase) -> Phrase | None:
    """至东南亚航线: routes to Southeast Asia."""
    if other.items or not _LINES.search(other.text):
        return None
    single = f"{other.single} to {one.text}" if other.single else ""
    return replace(other, text=f"{other.text} to {one.text}", attr="", single=single)


@rule(("N", "旁"), cost=0.1)
def _beside(one: Phrase, _mark: Phrase) -> Phrase:
    return Phrase("N", f"{_BESIDE}{noun(one)}", sort=Sort.NAME)


@rule(("AS", "N"), cost=0.1)
def _taken_as(one: Phrase, other: Phrase) -> Phrase:
    return Phrase("PP", f"{one.text} as {noun(other)}")


@rule(("PP", "VP"), cost=0.2)
def _does_so(one: Phrase, other: Phrase) -> Phrase | None:
    last = other.predicates[-1]
    if last.verb in ("transform", "be transformed") and one.text.startswith("to "):
        one = replace(one, text=f"in{one.text}")  # 向综合港口转型
    if one.text.startswith("towards ") and not last.rest:
        return None  # 工业对经济增长的贡献率提高: it is the contribution that rises
    rest = f"{last.rest} {one.text}".strip()
    return replace(other, predicates=(*other.predicates[:-1], replace(last, rest=rest)))


@rule(("N", "PP"), cost=0.0)
def _someone_so(one: Phrase, other: Phrase) -> Phrase:
    return replace(one, cat="N+PP", text=noun(one), adjunct=other.text)


@rule(("N+PP", "VP"), cost=0.3)
def _someone_does_so(one: Phrase, other: Phrase) -> Phrase | None:
    subject = replace(one, cat="N", adjunct="", sort=Sort.NAME if not is_plural(one) else one.sort)
    made = _does_so(Phrase("PP", one.adjunct), other)
    return made and Phrase("S", predicates=made.predicates, subject=subject)


@rule(("TIME", "S"), ("TIME", "VP"), cost=0.1)
def _when(one: Phrase, other: Phrase) -> Phrase | None:
    return None if other.adjunct else replace(other, adjunct=one.text)


@rule(("N", "TIME"), cost=0.1)
def _someone_when(one: Phrase, other: Phrase) -> Phrase:
    return replace(one, cat="NT", adjunct=other.text)


@rule(("NT", "VP"), cost=0.1)
def _someone_does_when(one: Phrase, other: Phrase) -> Phrase:
    subject = replace(one, cat="N", adjunct="")
    return Phrase("S", predicates=other.predicates, subject=subject, adjunct=one.adjunct)
