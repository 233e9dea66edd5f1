"""Facts that belong together, each group as one message: what it is about, how much it weighs.

Input: the facts of a theme. Output: `Message`s. Facts are joined only where the source ties them (a
relation, or one clause); a message does not know how it will be worded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.compose.belonging import belonging
from briefgen.compose.repeats import retied, told_again, without_repeats, without_superseded
from briefgen.compose.ties import TYING, tied
from briefgen.compose.weights import (
    is_adverb_only,
    is_attribute,
    is_done_since,
    is_inner,
    is_intended,
    is_progress,
    is_public_work,
    is_rhetorical,
    is_slogan,
    is_unnamed,
    is_whole_done,
    leads_on,
    leans_back,
    points_back,
    says_little,
    weight_of,
)
from briefgen.compose.wording import telling_clause
from briefgen.fact import Fact, Kind, Level, RelationType, Series
from briefgen.lexicon import Lexicon
from briefgen.telling import figure, states_period

_A_YEAR = len("2024")
_COMPARED = frozenset({Kind.COUNT, Kind.LEVEL, Kind.SHARE})
_FLOW = re.compile("新增|净增|全年|当年")


@dataclass(frozen=True, slots=True)
class Message:
    """Facts said in one breath, in order of place, or a series; `weight` is for choosing.

    Where `apart` holds, its facts are one measure told by several reports in ways that must not be
    compared (a bound, a slip of the print), oldest first. `echoes` are facts that say the same in
    another report or under another name: they are cited, not told. Where it is `contested`, other
    reports word it differently.
    """

    facts: tuple[Fact, ...]
    weight: float
    series: Series | None = None
    apart: bool = False
    echoes: tuple[Fact, ...] = ()
    contested: bool = False

    @property
    def lead(self) -> Fact:
        """Return the fact that the message is mainly about."""
        told = self.series.facts if self.series else self.facts
        whole = [f for f in told if not is_inner(f)] or told
        return max(whole, key=lambda f: (weight_of(f, ()), -(f.number_start or f.start)))

    @property
    def has_figure(self) -> bool:
        """Return whether a figure is told."""
        return any(not f.is_statement for f in self.facts)

    @property
    def has_target(self) -> bool:
        """Return whether a target in figures is told."""
        return any(f.kind is Kind.TARGET for f in self.facts)

    @property
    def is_course(self) -> bool:
        """Return whether one measure is told by several reports, each named with its figure."""
        return self.series is not None or self.apart

    @property
    def ends(self) -> tuple[Fact, Fact]:
        """Return the newest figure of a series after the one that it is told beside: that of the
        year before, where years are told; else, of months, the first."""
        assert self.series is not None
        *_, before, last = self.series.facts
        yearly = all(states_period(f) and len(f.period or "") == _A_YEAR for f in (before, last))
        return (before if yearly else self.series.facts[0]), last

    @property
    def is_compared(self) -> bool:
        """Return whether the source itself compares the newest figure of a series with that of the
        year before, so that nothing is left to derive: 全年…1286亿元，比上年增长6.3%."""
        return self.is_compared_at_last and self.series is not None and len(self.series.facts) == 2

    @property
    def is_compared_at_last(self) -> bool:
        """Return whether the source itself compares the newest figure of a series with the one that
        it is told beside."""
        if self.series is None:
            return False
        first, last = self.ends
        if not (states_period(first) and states_period(last)):
            return False
        one, other = ((f.period or "").split("/") for f in (first, last))
        told = any(
            f.kind in (Kind.GROWTH, Kind.CHANGE)
            and any(r.to == last.id and r.type is RelationType.GROWTH_OF for r in f.relations)
            for f in self.facts
        )
        return told and [f"{int(p[:4]) + 1}{p[4:]}" for p in one] == other

    @property
    def is_outlook(self) -> bool:
        """Return whether nothing in it has happened yet: plans and targets only."""
        widest = max(self.facts, key=lambda f: (f.end - f.start, f.is_statement))
        return is_intended(widest) or all(is_intended(f) for f in self.facts)

    @property
    def is_bare_duration(self) -> bool:
        """Return whether only a span of time is told, which says nothing by itself (成立22年来)."""
        bare = all(f.kind is Kind.DURATION for f in self.facts)
        return bare and self.lead.level is not Level.ENTITY

    @property
    def is_built(self) -> bool:
        """Return whether something finished for the public is told, be it one body's (某中学新校区
        建成，迎来2000名学子入学; 某路沿线新建3个游园)."""
        return is_public_work(self.lead)

    @property
    def is_case(self) -> bool:
        """Return whether its figures are one body's own: a firm's, a village's, a school's."""
        figures = [f for f in self.facts if not f.is_statement]
        return bool(figures) and all(f.level is Level.ENTITY for f in figures)


def gather_messages(
    facts: Sequence[Fact],
    series: Sequence[Series],
    theme: str,
    lexicon: Lexicon,
    themes: Sequence[str] = (),
) -> tuple[Message, ...]:
    """Return the messages of `facts`, heaviest first; a fact stands in one message at most.

    A fact whose first theme this is weighs more than one that has it second, and a measure that
    the lexicon knows more than one that it does not. `themes` are all of the project's.
    """
    reports = sorted({f.published for f in facts if f.published})
    whole_of = {f.id: f for f in facts}
    newest = _reported_year(facts)

    def weight(group: Iterable[Fact]) -> float:
        best = max(weight_of(f, reports) + belonging(f, theme, lexicon) for f in group)
        best -= 4.0 if any("source_slip" in f.flags for f in group) else 0.0
        best += _PROGRESS * is_progress(group)
        best += 2.5 * any(is_whole_done(f) for f in group)
        best -= _PARTIAL if _is_only_part(group, whole_of) else 0.0
        years = {_year_of(f) for f in group} - {""}
        best -= _OLD if years and max(years) < newest else 0.0
        return best + 0.5 * (sum(1 for f in group if not f.is_statement) > 1)

    own = {f.id for f in facts}
    told = [s for s in series if all(f.id in own for f in s.facts)]
    running = {f.id for s in told for f in s.facts}
    again = told_again(facts, lexicon, running)
    facts = [retied(f, again) for f in facts]
    apart = [f for f in facts if f.id not in running and f.id not in again]
    messages = [Message(_with_ties(s, apart), weight(s.facts) + 2.0, s) for s in told]
    of_series = {f.id for m in messages for f in m.facts}
    current = without_superseded(facts, {a: s.indicator for s in series for a in s.aliases})
    rest = [f for f in current if f.id not in of_series and _is_told(f, lexicon, themes)]
    rest = [f for f in rest if not (_tells_reached(f, facts) or is_done_since(f, facts))]
    grouped = tied(without_repeats([f for f in rest if f.id not in again]))
    groups = (Message(g, weight(g), echoes=_echoes(g, facts, again)) for g in grouped)
    single = [m for m in groups if not (m.is_bare_duration or is_unnamed(m.lead))]
    single = [m for m in single if not (leads_on(m.facts[0]) or _lacks_owner(m))]
    messages += _compared(single, lexicon)
    return tuple(sorted(messages, key=lambda m: (-m.weight, m.facts[0].source, m.facts[0].start)))


def _lacks_owner(message: Message) -> bool:
    """Return whether a figure of the area says nothing alone, and stands alone: 金额500万元."""
    own = all(f.level is Level.DISTRICT and not f.is_statement for f in message.facts)
    leans = [leans_back(f) or is_adverb_only(f) for f in message.facts]
    bare = all(f.kind is Kind.CHANGE or is_attribute(f) for f in message.facts)
    return all(leans) and (own or bare)


_PROGRESS = 3.0
_OLD = 1.5  # what is told of 2022 where others are told of 2023


def _year_of(fact: Fact) -> str:
    """Return the whole year that a figure of the area is stated for, or an empty text."""
    plain = not (fact.is_statement or is_intended(fact)) and fact.level is Level.DISTRICT
    year = fact.period or ""
    return year if plain and states_period(fact) and len(year) == len("2023") else ""


def _reported_year(facts: Sequence[Fact]) -> str:
    """Return the newest year on which a report tells much, or an empty text."""
    told = Counter(_year_of(f) for f in facts)
    return max((year for year, count in told.items() if count >= _MUCH), default="")


_MUCH = 8  # figures of one year
_PARTIAL = 4.0  # 第一产业增加值 says less than 地区生产总值, of which it is a part


def _is_only_part(group: Iterable[Fact], known: Mapping[str, Fact]) -> bool:
    """Return whether a group's amounts are all parts of wholes that are told apart from them
    (第一产业增加值58.7亿元, told under 地区生产总值)."""
    told = list(group)
    ids = {f.id for f in told}

    def is_inner(fact: Fact) -> bool:
        return any(
            r.type is RelationType.PART_OF
            and r.to in known
            and r.to not in ids
            and known[r.to].unit == fact.unit
            for r in fact.relations
        )

    amounts = [f for f in told if f.kind in _COMPARED and not f.is_statement]
    return bool(amounts) and all(is_inner(f) or _SECTOR.match(f.indicator) for f in amounts)


_SECTOR = re.compile("第[一二三]产业增加值")


def _echoes(
    group: Sequence[Fact], facts: Sequence[Fact], again: Mapping[str, Fact]
) -> tuple[Fact, ...]:
    """Return the facts of other reports that tell a figure of the group just the same."""
    ids = {f.id for f in group}
    return tuple(f for f in facts if f.id in again and again[f.id].id in ids)


_ANYBODY = ("老人", "居民", "村民", "市民", "游客", "家长", "工人", "顾客", "网友")
_MINE = re.compile("我(?![区县市省国州旗])")  # 今年我家8亩苹果收了近4万斤


def _is_told(fact: Fact, lexicon: Lexicon, themes: Sequence[str]) -> bool:
    """Return whether a brief may tell the fact in its text at all."""
    if fact.kind is Kind.QUOTE or _MINE.search(fact.clause) or is_rhetorical(fact):
        return False
    if not fact.is_statement:
        if fact.speaker in _ANYBODY:
            return False  # 老人说，住了40年的老楼
        another = fact.level is Level.DISTRICT and points_back(fact)
        return not (another or fact.clause.startswith("分别"))
    if is_slogan(fact, themes) or says_little(fact):
        return False
    return telling_clause(fact, lexicon.verbs.journalese) != ""


def _tells_reached(plan: Fact, facts: Sequence[Fact]) -> bool:
    """Return whether what reads as a plan is a share that has been reached
    (治理土壤面积占任务总量的七成以上)."""
    return plan.kind is Kind.PLAN and any(
        f.kind is Kind.SHARE
        and f.source == plan.source
        and plan.start <= f.start
        and f.end <= plan.end
        and "占" in f.clause
        for f in facts
    )


def _with_ties(series: Series, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the series' facts and what the newest report ties to its figure (保持全市第一)."""
    last = series.facts[-1]
    tied = [
        f
        for f in facts
        if any(r.to == last.id and r.type in TYING for r in f.relations)
        and not (f.is_statement or any(r.type is RelationType.PART_OF for r in f.relations))
    ]
    return (*series.facts[:-1], *tied, last)


# --- one measure, several reports -----------------------------------------------------------------


def _compared(messages: Sequence[Message], lexicon: Lexicon) -> list[Message]:
    """Return `messages`, those that tell one stock in several reports made one.

    Told alike (70%以上 twice) it is told once, as the report with a stated period has it, else the
    newest; told otherwise (超过7.8万户, then a figure with a slip) both stand side by side.
    """
    groups: dict[tuple[object, ...], list[Message]] = {}
    for message in messages:
        groups.setdefault(_measure(message, lexicon), []).append(message)
    out: list[Message] = []
    for key, group in groups.items():
        reports = {m.lead.published for m in group}
        if key[0] is None or len(reports) < 2 or len(reports) < len(group):
            out += group
        elif len({(m.lead.values, figure(m.lead)) for m in group}) == 1:
            out.append(_told_once(group))
        elif all(len(m.facts) == 1 for m in group):
            ordered = sorted((m.lead for m in group), key=lambda f: f.published or "")
            out.append(Message(tuple(ordered), max(m.weight for m in group), apart=True))
        else:
            out += group
    return out


def _measure(message: Message, lexicon: Lexicon) -> tuple[object, ...]:
    """Return what makes two messages tell one stock of the area; (None, …) for any other."""
    fact = message.lead
    name = fact.meant or fact.indicator
    known = lexicon.indicator(name)
    plain = fact.kind in _COMPARED and fact.level is Level.DISTRICT and fact.published is not None
    if message.is_outlook or not plain or _FLOW.search(fact.clause) or states_period(fact):
        return (None, fact.id)
    return (known.name if known else name, fact.scope, fact.unit)


def _told_once(group: Sequence[Message]) -> Message:
    best = max(group, key=lambda m: (m.lead.period_alt is not None, m.lead.published or ""))
    others = tuple(m.lead for m in group if m is not best)
    return replace(best, echoes=others, weight=max(m.weight for m in group))
