"""What must not be made of figures that are right in themselves: cautions for whoever uses them.

Input: a theme's facts and those of all themes. Output: runs whose `Cite`s still hold fact ids. It
doubts no print: slips and conflicts are told in `annex`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from briefgen.brief import Cite, Runs, Value
from briefgen.compose.sentences import Speaker
from briefgen.compose.wording import printed_text, short_name
from briefgen.fact import Fact, Kind, Level, RelationType
from briefgen.lexicon import Lexicon
from briefgen.telling import (
    figure,
    implied_whole,
    period_text,
    report_text,
    states_period,
)

_MOST = 2  # of each kind
_RANKED = re.compile("^(?:国家|省|市|区|县|州)级(?:及以上|以上)?")
_ALIKE = 0.7  # share of the shorter name's characters that the longer must hold
_MULTIPLES = ("翻番", "翻一番", "双翻番", "翻两番", "翻倍")
_BASE = re.compile("[比较]|为基数|在.{2,12}基础上|[从由]\\d")
_OF_WHOLE = re.compile("占(?P<whole>地区生产总值|GDP)(?:的)?(?:比重|比例)?$")
_NEAR = 5  # per cent between an implied whole and a printed one


def cautions(
    facts: Sequence[Fact], everything: Sequence[Fact], lexicon: Lexicon, speaker: Speaker
) -> list[Runs]:
    """Return what the figures of `facts` do not bear: 市级以上平台 and all 平台 are no growth, 翻番
    without a base is no progress (claims 9, 12), an amount and its share tell of which year."""
    return [
        *list(_of_other_scope(facts, speaker))[:_MOST],
        *list(_without_base(facts, speaker))[:_MOST],
        *list(_of_which_year(facts, everything, lexicon, speaker))[:_MOST],
    ]


def _of_other_scope(facts: Sequence[Fact], speaker: Speaker) -> Iterator[Runs]:
    """Yield a part by its level and what looks like its whole, told by two reports (claims 9)."""
    counts = [
        f
        for f in facts
        if f.kind is Kind.COUNT and f.level is Level.DISTRICT and not f.speaker and f.published
    ]
    for one, other in combinations(counts, 2):
        part, whole = (one, other) if _RANKED.match(one.indicator) else (other, one)
        if _is_part_by_level(part, whole):
            ids = (part.id, whole.id)
            told = {
                "one": _told(part), "one_report": _report(part),
                "other": _told(whole), "other_report": _report(whole),
            }  # fmt: skip
            yield (*speaker.say("doubt_scope", **told), Cite(ids))


def _told(fact: Fact) -> Runs:
    return (Value(f"{fact.meant or fact.indicator}{figure(fact)}", (fact.id,)),)


def _report(fact: Fact) -> Runs:
    return (Value(report_text(fact.published), (fact.id,)),)


def _is_part_by_level(part: Fact, whole: Fact) -> bool:
    level = _RANKED.match(part.indicator)
    if level is None or _RANKED.match(whole.indicator) or part.published == whole.published:
        return False
    stem = part.indicator[level.end() :]
    same = (part.unit, part.topic, part.themes[:1]) == (whole.unit, whole.topic, whole.themes[:1])
    held = sum(c in whole.indicator for c in stem)
    return same and stem[-2:] == whole.indicator[-2:] and held >= _ALIKE * len(stem)


def _without_base(facts: Sequence[Fact], speaker: Speaker) -> Iterator[Runs]:
    """Yield targets that are a multiple of nobody says what (claims 12)."""
    for fact in facts:
        aimed = fact.kind is Kind.TARGET and fact.level is Level.DISTRICT
        if aimed and fact.number_text in _MULTIPLES and not _BASE.search(fact.clause):
            value = (Value(figure(fact), (fact.id,)),)
            said = speaker.say("doubt_base", name=short_name(fact), value=value)
            yield (*said, Cite((fact.id,)))


def _of_which_year(
    facts: Sequence[Fact], everything: Sequence[Fact], lexicon: Lexicon, speaker: Speaker
) -> Iterator[Runs]:
    """Yield an undated share with its amount, whose whole is nearly that of a year that is told
    (强度5.09%（36.55亿元）: a whole of 718亿元, 预计2021年突破700亿元)."""
    by_id = {f.id: f for f in facts}
    for amount in facts:
        tied = [r.to for r in amount.relations if r.type is RelationType.SAME_EVENT]
        share = next((by_id[i] for i in tied if i in by_id), None)
        whole = _whole_of(share, lexicon) if share is not None else None
        if share is None or whole is None or states_period(share) or amount.unit != "元":
            continue
        implied = implied_whole(share, amount)
        near = [f for f in everything if _is_near(f, whole, implied.value, lexicon)]
        if near:
            yield _dated(share, amount, near[0], whole, speaker)


def _dated(share: Fact, amount: Fact, near: Fact, whole: str, speaker: Speaker) -> Runs:
    implied, ids = implied_whole(share, amount), (share.id, amount.id)
    said = speaker.say(
        "doubt_year",
        quote=(Value(printed_text(share), ids),),
        whole=whole,
        implied=(Value(implied.size, ids, implied.formula),),
        other=(Value(figure(near), (near.id,)),),
        report=_report(near),
        year=(Value(period_text(near.period or ""), (near.id,)),),
    )
    return (*said, Cite((*ids, near.id)))


def _whole_of(share: Fact | None, lexicon: Lexicon) -> str | None:
    """Return the measure that a share's own name, or another name of it, says it is one of."""
    if share is None or share.unit != "%" or share.level is not Level.DISTRICT:
        return None
    known = lexicon.indicator(short_name(share))
    names = (share.indicator, *((known.name, *known.aliases) if known else ()))
    found = next((m for m in map(_OF_WHOLE.search, names) if m), None)
    told = lexicon.indicator(found["whole"]) if found else None
    return told.name if told else None


def _is_near(fact: Fact, whole: str, value: Decimal, lexicon: Lexicon) -> bool:
    """Return whether the fact is that whole in a stated year, within a twentieth of `value`."""
    plain = fact.kind is Kind.LEVEL and fact.level is Level.DISTRICT and fact.unit == "元"
    known = lexicon.indicator(fact.indicator)
    if not (plain and known and known.name == whole and states_period(fact)):
        return False
    return abs(fact.value - value) * 100 <= _NEAR * fact.value
