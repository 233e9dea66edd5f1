"""What facts of several reports make together: a course over time, or something to compare.

Input: facts, and the lexicon's word on which names mean one measure. Output: series, oldest report
first, and conflicts. It computes no difference and chooses no side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.fact import Conflict, Fact, Kind, Level, RelationType, Series, Status
from briefgen.lexicon.model import Indicator, Lexicon, Nature, plain_name
from briefgen.store.agreement import agree
from briefgen.store.periods import Span, span_of
from briefgen.store.wordings import find_wording_conflicts

_SERIES_KINDS = frozenset({Kind.LEVEL, Kind.COUNT, Kind.SHARE})
_PLAIN_VERBS = frozenset({"达", "达到"})  # 科技型企业达1600家: a verb, no hedge
_HAPPENED = frozenset({None, Status.DONE, Status.AWARDED})
# 全年新增市场主体2.5万户: an amount over a time, whatever the noun after it is otherwise
_FLOW_WORDS = ("新增", "净增", "全年", "当年", "年内", "新设立", "新登记", "新签约", "新引进")
# 预计2021年突破700亿元 is no rival to what 2021 turned out to be
_EXPECTATIONS = ("预计", "预期", "有望", "力争", "目标", "计划", "拟", "将")


def find_series(facts: Sequence[Fact], lexicon: Lexicon) -> tuple[Series, ...]:
    """Return every measure of the area that two or more reports tell exactly, oldest report first.

    In order of indicator, unit and scope. A figure with a hedge, a bound or a slip of the print
    never enters; nor does a flow (新增2.5万户) unless its period is stated, and then only beside
    flows over as long a time. What is no known stock stands beside its like of as long a time: the
    good days of a January say nothing beside those of a year.
    """
    groups: dict[tuple[str, str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        length = _comparable_length(fact, lexicon)
        if length is not None and _is_exact(fact):
            groups[(canonical(fact, lexicon), fact.unit or "", fact.scope, length)].append(fact)
    found = []
    for (name, unit, _, _), members in sorted(groups.items()):
        chosen = _one_a_report(members)
        if len(chosen) > 1:
            found.append(_series(name, unit, chosen))
    return tuple(found)


def find_conflicts(facts: Sequence[Fact], lexicon: Lexicon) -> tuple[Conflict, ...]:
    """Return what a reader must compare: rival values for one period, and changed wordings.

    Values first. A bound and a value within it are no rivals (超过7.8万 and 7.9万), nor are a value
    and the same value rounded (8.63万 and 8.6万); an expectation is no rival to an outcome.
    """
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if not fact.is_statement and fact.values and _is_stated(fact):
            groups[_claim(fact, lexicon)].append(fact)
    rivals = [_rivals(_in_order(members)) for members in groups.values()]
    values = [Conflict("value", members) for members in rivals if members]
    values.sort(key=lambda conflict: _order(conflict.facts[0]))
    return (*values, *find_wording_conflicts(facts, lexicon))


# --- series -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Report:
    """What the reports of one date say: the fact, and the span of its stated period or None."""

    fact: Fact
    span: Span | None


def _is_exact(fact: Fact) -> bool:
    return (
        fact.kind in _SERIES_KINDS
        and fact.level is Level.DISTRICT
        and fact.published is not None
        and fact.unit is not None
        and len(fact.values) == 1
        and fact.low is None
        and fact.high is None
        and fact.start_value is None
        and fact.meant is None
        and fact.status in _HAPPENED
        and "source_slip" not in fact.flags
        and set(fact.qualifiers) <= _PLAIN_VERBS
    )


def _is_stated(fact: Fact) -> bool:
    return fact.period is not None and not fact.period_inferred


def canonical(fact: Fact, lexicon: Lexicon) -> str:
    """Return the name by which figures of one measure are told to be so."""
    indicator = lexicon.indicator(fact.indicator)
    if indicator is None and (rate := _RATE.search(fact.indicator)) is not None:
        base = lexicon.indicator(fact.indicator[: rate.start()])
        name = fact.indicator[: rate.start()] if base is None else base.name
        return plain_name(name) + rate["kept"]  # 全年 against 上年 is 同比, said or not
    return plain_name(fact.indicator if indicator is None else indicator.name)


_RATE = re.compile("(?<=.)(?:同比)?(?P<kept>(?:年均|环比)?(?:增速|增长率))$")


def is_expectation(fact: Fact) -> bool:
    """Return whether the figure is what somebody expects or aims at, and no outcome."""
    return any(q.startswith(_EXPECTATIONS) for q in fact.qualifiers)


def _comparable_length(fact: Fact, lexicon: Lexicon) -> str | None:
    """Return what else must be equal in a series: "" for a stock, a flow's length, None for none.

    A flow over a year and one over its first half are two measures, and so is a rate.
    """
    indicator = lexicon.indicator(fact.indicator)
    flow = _is_flow(fact, indicator)
    if not flow and indicator is not None and indicator.nature is Nature.STOCK:
        return ""
    span = span_of(fact.period) if _is_stated(fact) else None
    if not flow and (span is None or span.length == "day"):
        return ""
    return None if span is None else span.length


_FLOW_NAME = re.compile(
    "(?:产值|收入|产量|销售额?|投资额?|税收|营收|利润|支出|成交额|交易额|增加值|出口额?|进口额?|零售额|人次)$"
)

_NEWLY = re.compile("(?:城镇|农村)?新(?:增|设|建|改|签|引|登|认定|培育|发展|开工|投产|招|入)")


def _is_flow(fact: Fact, indicator: Indicator | None) -> bool:
    before = fact.quote
    if fact.number_start is not None:
        before = fact.quote[: fact.number_start - fact.start]
    told = any(word in text for word in _FLOW_WORDS for text in (fact.indicator, before))
    told = told or _NEWLY.match(fact.indicator) is not None
    told = told or (indicator is None and _FLOW_NAME.search(fact.indicator) is not None)
    return told or (indicator is not None and indicator.nature is Nature.FLOW)


def _one_a_report(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts of a series, or none where the reports give no clear course."""
    by_date: dict[str, list[Fact]] = defaultdict(list)
    for fact in _in_order(facts):
        by_date[fact.published or ""].append(fact)
    # a report of "2023" is neither before nor after one of "2023-05"
    dates = [d for d in by_date if not any(o != d and o.startswith(d) for o in by_date)]
    reports = [r for day in sorted(dates) if (r := _said_by(by_date[day])) is not None]
    return _without_repeats(reports)


def _said_by(facts: Sequence[Fact]) -> _Report | None:
    """Return the one figure of a date: its latest stated period where it tells several.

    None where it gives two values and does not say for when.
    """
    told = [_Report(f, span_of(f.period or "") if _is_stated(f) else None) for f in facts]
    if len({r.fact.value for r in told}) == 1:
        return max(told, key=lambda r: "" if r.span is None else r.span.last)
    spans = [r.span for r in told]
    if any(s is None for s in spans):
        return None
    latest = max(s.last for s in spans if s is not None)
    last = [r for r in told if r.span is not None and r.span.last == latest]
    return last[0] if len({r.fact.value for r in last}) == 1 else None


def _without_repeats(reports: Sequence[_Report]) -> tuple[Fact, ...]:
    """Return one fact for each stated period; none where reports and periods run counter.

    A figure of 2022 told again in a later report is no second point; two values for 2022 are a
    conflict and no point at all.
    """
    kept: list[_Report] = []
    for report in reports:
        same = [r for r in reports if r.span is not None and r.span == report.span]
        if len({r.fact.value for r in same}) > 1 or (same and same[0] is not report):
            continue
        kept.append(report)
    ends = [r.span.last for r in kept if r.span is not None]
    return tuple(r.fact for r in kept) if ends == sorted(ends) else ()


def _series(name: str, unit: str, facts: tuple[Fact, ...]) -> Series:
    used = tuple(dict.fromkeys(fact.indicator for fact in facts))
    if len(used) == 1:
        return Series(used[0], unit, facts)
    return Series(name, unit, facts, tuple(n for n in used if plain_name(n) != name))


# --- conflicts --------------------------------------------------------------------------------


# 扣除留抵退税因素增长6.4%，自然口径下降2.9%: two measures
_BASIS = re.compile("剔除|扣除|同口径|可比|自然口径|不含(?!税)|不变价|[较比](?:20)?[0-9]{2}年")


def _claim(fact: Fact, lexicon: Lexicon) -> tuple[object, ...]:
    """Return what two facts must share to be rivals."""
    kind = Kind.LEVEL if fact.kind is Kind.COUNT else fact.kind
    happened = fact.status in _HAPPENED and not is_expectation(fact)
    basis = _BASIS.search(fact.quote[: (fact.number_start or fact.end) - fact.start][-16:])
    measured = basis.group() if basis else ""
    return canonical(fact, lexicon), fact.unit, fact.scope, fact.period, kind, happened, measured


def _rivals(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts of one claim that contradict another one, each value once a source."""
    against = [f for f in facts if any(not agree(f, o) and not _tied(f, o) for o in facts)]
    once = {(f.source, f.values, f.low, f.high): f for f in reversed(against)}
    return tuple(f for f in against if once[(f.source, f.values, f.low, f.high)] is f)


def _tied(first: Fact, second: Fact) -> bool:
    """Return whether the source ties the two together: a part and its whole are no rivals.

    Nor are the like parts of two wholes: 常住人口…，其中城镇人口…; 户籍人口…，其中城镇人口…
    Nor is what one clause goes on with: 培育“小巨人”企业5家，累计达23家.
    """
    spans = [(f.start, f.end) for f in (first, second)]
    across = first.start < second.end and second.start < first.end and spans[0] != spans[1]
    if first.source == second.source and across:
        return True
    wholes = [
        {r.to for r in f.relations if r.type is RelationType.PART_OF} for f in (first, second)
    ]
    if first.source == second.source and all(wholes) and not wholes[0] & wholes[1]:
        return True
    return any(r.to == second.id for r in first.relations) or any(
        r.to == first.id for r in second.relations
    )


def _order(fact: Fact) -> tuple[str, str, int, int]:
    return fact.published or "", fact.source, fact.start, fact.end


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=_order)
