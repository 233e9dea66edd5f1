"""Facts that belong together, each group as one message: what it is about, how much it weighs.

Input: the facts of a theme. Output: `Message`s. Facts are joined only where the source ties them (a
relation, or one clause); a message does not know how it will be worded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.compose.wording import short_name
from briefgen.fact import Fact, Kind, Level, RelationType, Series, Status
from briefgen.lexicon import Indicator, Lexicon
from briefgen.telling import dense, figure

FIGURE_WEIGHT = {
    Kind.SHARE: 8.0,
    Kind.LEVEL: 8.0,
    Kind.RANK: 7.5,
    Kind.GROWTH: 7.0,
    Kind.CHANGE: 7.0,
    Kind.RATIO: 6.5,
    Kind.COUNT: 5.5,
    Kind.TARGET: 5.0,
    Kind.DURATION: 1.0,
}
STATEMENT_WEIGHT = {
    Kind.HONOUR: 6.0,
    Kind.STANDING: 5.0,
    Kind.MILESTONE: 4.0,
    Kind.MEASURE: 3.0,
    Kind.PROBLEM: 3.0,
    Kind.PLAN: 2.0,
    Kind.QUOTE: 0.0,
}
_AWARD_WEIGHT = {"国家": 3.0, "全国": 3.0, "省": 2.0, "市": 1.5}
_STATUS_WEIGHT = {Status.AWARDED: 1.5, Status.DONE: 1.0, Status.SIGNED: 0.5}
_BUILDS = re.compile("创建|建设|建成|打造|实施|搭建|建立|开工|推进")
_NAMED = re.compile(r"[“《]([^”》]{4,})[”》]")
# what makes a statement about something: a name in quotes, a figure, a built or named thing
_SPECIFIC = re.compile(
    "[“《0-9]|中心|园区|基地|大桥|高铁|铁路|高速|公路|校区|医院|学校|小学|中学|大学|公园|广场|片区|街区"
    "|示范|试点|论坛|产业园|实验室|平台|项目|工程|车站|码头|机场|水库|支部|联盟|制度|机制"
)
# a name that the source leaves to its context is no name (我们杉木园中的这3栋建筑, 涉及百余行业)
_UNNAMED = re.compile(
    "(?:我们|这|该|其|涉及|包括|平均|共有|方面|从|在|对|将|把|由|被|让|以|.{1,4}们)"
)
_PAPERS = re.compile("措施|方案|意见|办法|通知|条例|文件|街镇$")
# a meeting, a visit, a paper sent out: no progress by itself
_ROUTINE = re.compile(
    "会见|主持召开|常委会召开|召开会议|会前|视察|考察了|审议《|下发《|印发《|列席|参加会议|出征仪式|抓好经济工作"
)
# a clause that leans on one that is not printed: 很大程度上得益于…, 在…方面，…
_LEANS = re.compile(
    "很大程度|得益于|分别|其中|包含|包括|涉及|在[^，]{2,12}方面，|了解到|为[^了]{2,8}与"
)
_PROPER = re.compile(r"[“《]|公司|集团|大学|学院|银行|中心|园区|政府|[省市区县镇乡]")
_VAGUE = re.compile("让|要?始终|坚持|弘扬|巩固|优化|推动|促进|进一步|发挥")
_TYING = frozenset(
    {
        RelationType.GROWTH_OF,
        RelationType.PART_OF,
        RelationType.SAME_EVENT,
        RelationType.RANK_OF,
        RelationType.FROM_TO,
    }
)


@dataclass(frozen=True, slots=True)
class Message:
    """Facts said in one breath, in order of place, or a series; `weight` is for choosing."""

    facts: tuple[Fact, ...]
    weight: float
    series: Series | None = None

    @property
    def lead(self) -> Fact:
        """Return the fact that the message is mainly about."""
        return max(self.facts, key=lambda f: (weight_of(f, ()), -(f.number_start or f.start)))

    @property
    def has_figure(self) -> bool:
        """Return whether a figure is told."""
        return any(not f.is_statement for f in self.facts)

    @property
    def has_target(self) -> bool:
        """Return whether a target in figures is told."""
        return any(f.kind is Kind.TARGET for f in self.facts)

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
    def is_case(self) -> bool:
        """Return whether its figures are one body's own: a firm's, a village's, a school's."""
        figures = [f for f in self.facts if not f.is_statement]
        return bool(figures) and all(f.level is Level.ENTITY for f in figures)


def is_intended(fact: Fact) -> bool:
    """Return whether the fact is a target, or a plan that nobody has begun."""
    begun = fact.status not in (None, Status.PLANNED)
    return fact.kind is Kind.TARGET or (fact.kind is Kind.PLAN and not begun)


def same_figure(fact: Fact) -> tuple[object, ...]:
    """Return what two tellings of one figure in one source have in common."""
    return (fact.source, fact.indicator, fact.scope, fact.kind, fact.values)


def is_rhetorical(fact: Fact) -> bool:
    """Return whether a round number of people is a figure of speech, no population (claims 15:
    80万清河人民欢欣鼓舞)."""
    return "rhetorical" in fact.flags or fact.number_text in ("百", "千", "万")


def is_minor(fact: Fact) -> bool:
    """Return whether the figure counts papers or attendance, which are no result."""
    bare = dense(fact.clause).endswith(f"的{figure(fact)}{fact.indicator}")  # 各部门的200名干部
    routine = _ROUTINE.search(fact.clause) or _PAPERS.search(fact.indicator)
    return bare or routine is not None


def is_unnamed(fact: Fact) -> bool:
    """Return whether the fact's measure has no name that stands without its context."""
    if fact.is_statement:
        return False
    return len(fact.indicator) < 2 or _UNNAMED.match(fact.indicator) is not None


def weight_of(fact: Fact, reports: Sequence[str]) -> float:
    """Return how much a reader would miss the fact; newer `reports` (oldest first) weigh more."""
    weight = (STATEMENT_WEIGHT if fact.is_statement else FIGURE_WEIGHT)[fact.kind]
    weight += {Level.DISTRICT: 5.0, Level.EVENT: 0.5, Level.ENTITY: -1.5}[fact.level]
    if fact.is_statement:
        weight += _AWARD_WEIGHT.get(fact.award_level or "", 0.0)
        weight += _STATUS_WEIGHT.get(fact.status, 0.0) if fact.status else 0.0
        weight += 0.5 if "“" in fact.clause or "《" in fact.clause else 0.0
        weight -= 1.0 if len(fact.clause) < 10 or len(fact.clause) > 60 else 0.0
        weight -= 0.0 if _SPECIFIC.search(fact.clause) else 2.0
        weight -= 2.0 if fact.kind is Kind.PROBLEM and fact.level is not Level.DISTRICT else 0.0
        weight -= 2.0 if fact.speaker else 0.0
        weight += _plan_weight(fact.clause) if fact.kind is Kind.PLAN else 0.0
    else:
        weight -= 3.0 if "source_slip" in fact.flags else 0.0
        weight -= 6.0 if is_unnamed(fact) else 0.0
        weight -= 4.0 if is_minor(fact) else 0.0
        weight -= 0.5 if fact.qualifiers else 0.0
        weight += 1.0 if fact.unit in ("%", "元", "个百分点") else 0.0
    if fact.published in reports:
        weight += 1.0 * reports.index(fact.published) / max(len(reports) - 1, 1)
    return weight


def _says_little(fact: Fact) -> bool:
    """Return whether a statement is routine, leans on words not printed, or names nobody
    (磋商谈判签订项目合作协议)."""
    own = fact.level is Level.DISTRICT
    nameless = own and fact.status is Status.SIGNED and not _PROPER.search(fact.clause)
    leans = _LEANS.match(fact.clause) is not None and fact.kind is not Kind.HONOUR
    routine = fact.kind is not Kind.HONOUR and _ROUTINE.search(fact.clause) is not None
    return nameless or leans or routine


def _plan_weight(clause: str) -> float:
    """Return how concrete a plan is: a named thing to build says more than an attitude."""
    concrete = 1.0 if _BUILDS.search(clause) else 0.0
    return concrete + (0.8 if _NAMED.search(clause) else 0.0) - (1.5 if _VAGUE.match(clause) else 0)


def gather_messages(
    facts: Sequence[Fact], series: Sequence[Series], theme: str, lexicon: Lexicon
) -> tuple[Message, ...]:
    """Return the messages of `facts`, heaviest first; a fact stands in one message at most.

    A fact whose first theme this is weighs more than one that has it second, and a measure that
    the lexicon knows more than one that it does not.
    """
    reports = sorted({f.published for f in facts if f.published})
    own = {f.id for f in facts}
    told = [s for s in series if all(f.id in own for f in s.facts)]
    of_series = {f.id for s in told for f in s.facts}

    def belonging(fact: Fact) -> float:
        known = None if fact.is_statement else lexicon.indicator(short_name(fact))
        own = (6.0 if fact.themes[:1] == (theme,) else 0.0) + (
            2.0 if theme in fact.indicator else 0.0
        )
        if known is None:
            return own - (6.0 if fact.unit == "%" else 0.0)  # a rate that nobody knows by its name
        return own + 2.0 + (_centrality(known, theme, lexicon) if theme in known.themes else 0.0)

    def weight(group: Iterable[Fact]) -> float:
        best = max(weight_of(f, reports) + belonging(f) for f in group)
        best -= 4.0 if any("source_slip" in f.flags for f in group) else 0.0
        return best + 0.5 * (sum(1 for f in group if not f.is_statement) > 1)

    messages = [Message(s.facts, weight(s.facts) + 2.0, s) for s in told]
    rest = [
        f
        for f in facts
        if f.id not in of_series
        and f.kind is not Kind.QUOTE
        and "我们" not in f.clause
        and not is_rhetorical(f)
        and not (_says_little(f) if f.is_statement else f.clause.startswith("分别"))
    ]
    rest = _without_superseded(rest, {a: s.indicator for s in series for a in s.aliases})
    groups = (Message(group, weight(group)) for group in _tied(_without_repeats(rest)))
    messages += [m for m in groups if not (m.is_bare_duration or is_unnamed(m.lead))]
    return tuple(sorted(messages, key=lambda m: (-m.weight, m.facts[0].source, m.facts[0].start)))


def _without_repeats(facts: Sequence[Fact]) -> list[Fact]:
    """Return `facts` less what is only said again.

    A figure: same source, measure and value. An honour or a project that an earlier report
    told is not new (claims 3); a plan stands as the newest report words it.
    """
    seen: set[tuple[object, ...]] = set()
    out = []
    for fact in facts:
        if fact.is_statement or same_figure(fact) not in seen:
            seen.add(same_figure(fact))
            out.append(fact)
    told = sorted((f for f in out if f.is_statement), key=lambda f: f.published or "")
    plans = [f for f in told if f.kind is Kind.PLAN]
    again = {f.id for f in _said_before([f for f in told if f.kind is not Kind.PLAN])}
    again |= {f.id for f in _said_before(plans[::-1])}
    return [f for f in out if f.id not in again]


def _without_superseded(facts: Sequence[Fact], canonical: Mapping[str, str]) -> list[Fact]:
    """Return `facts` less the ranks that a newer report tells just the same of the same measure."""

    def subject(fact: Fact) -> str:
        name = fact.indicator
        for alias, indicator in canonical.items():
            name = name.replace(alias, indicator)
        return name

    newest: dict[tuple[object, ...], str] = {}
    for f in facts:
        key = (subject(f), f.scope, f.values)
        newest[key] = max(newest.get(key, ""), f.published or "")
    return [
        f
        for f in facts
        if f.kind is not Kind.RANK or newest[(subject(f), f.scope, f.values)] == (f.published or "")
    ]


def _said_before(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts that one before them in the list already tells."""
    out = []
    for at, fact in enumerate(facts):
        names = set(_NAMED.findall(fact.clause)) if fact.kind is Kind.HONOUR else set()
        for before in facts[:at]:
            shared = names & set(_NAMED.findall(before.clause))
            if before.kind is fact.kind and (shared or _alike(before.clause, fact.clause)):
                out.append(fact)
                break
    return out


def _alike(one: str, other: str) -> bool:
    """Return whether the shorter clause's character pairs stand, four in five, in the longer."""
    short, long = sorted((_pairs(one), _pairs(other)), key=len)
    return len(short & long) >= 0.8 * len(short)


def _pairs(text: str) -> set[str]:
    plain = re.sub(r"\W", "", text)
    return {plain[i : i + 2] for i in range(len(plain) - 1)}


def _centrality(known: Indicator, theme: str, lexicon: Lexicon) -> float:
    """Return 3 for the theme's first measure in the lexicon, down to 0 for its last: the order in
    which the lexicon lists a theme's measures is the order in which a reader asks for them."""
    listed = [i.name for i in lexicon.indicators if i.themes[:1] == (theme,)]
    if known.name not in listed:
        return 0.0
    return 3.0 * (1 - listed.index(known.name) / len(listed))


def _side_by_side(one: Fact, other: Fact) -> bool:
    """Return whether the source itself tells two figures in one breath: next to each other, of one
    unit and kind (民营经济增加值占GDP比重50%，税收占比75%)."""
    plain = not (one.is_statement or other.is_statement or one.flags or other.flags)
    if plain and one.level is Level.ENTITY and one.scope == other.scope:
        return other.start - one.end <= 2  # 仅用48天时间，就完成了195户500人搬迁协议签订
    same = (one.unit, one.kind, one.scope) == (other.unit, other.kind, other.scope)
    return plain and same and other.start - one.end <= 1 and one.level is Level.DISTRICT


def _tied(facts: list[Fact]) -> list[tuple[Fact, ...]]:
    """Return `facts` in groups: tied by a relation of the source, or told by overlapping words."""
    parent = {f.id: f.id for f in facts}

    def root(fact_id: str) -> str:
        while parent[fact_id] != fact_id:
            fact_id = parent[fact_id]
        return fact_id

    def tie(one: str, other: str) -> None:
        if one in parent and other in parent:
            parent[root(other)] = root(one)

    ordered = sorted(facts, key=lambda f: (f.source, f.start, -f.end))
    reach: Fact | None = None
    for fact in ordered:
        if reach is None or fact.source != reach.source:
            reach = fact
        elif fact.start < reach.end or _side_by_side(reach, fact):
            tie(reach.id, fact.id)
        reach = max(reach, fact, key=lambda f: f.end)
        for relation in fact.relations:
            if relation.type in _TYING:
                tie(relation.to, fact.id)
    groups: dict[str, list[Fact]] = {}
    for fact in ordered:
        groups.setdefault(root(fact.id), []).append(fact)
    return [tuple(group) for group in groups.values()]
