"""All that a run knows, and which of it belongs to a theme.

Input: sources, facts, series and conflicts of a run. Output: facts of a theme. It words nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefgen.brief import Masthead
from briefgen.compose.messages import Message
from briefgen.compose.narrator import Narrator
from briefgen.compose.sentences import Speaker
from briefgen.compose.weights import is_intended, is_visit
from briefgen.compose.wording import short_name
from briefgen.document import Area, Source
from briefgen.fact import Conflict, Fact, Kind, Level, RelationType, Series, Status
from briefgen.lexicon import Lexicon
from briefgen.telling import dense

_FIRMS = ("家", "户")  # what firms are counted in
_COUNTS = frozenset({Kind.COUNT, Kind.TARGET, Kind.CHANGE})
_FIRMS_COUNTED = re.compile(
    "(?<!惠及)(?<!服务)(?<!走访)企业(?:达|总?数量?|户数)?$"
)  # not 解决企业难题
_SIZES = ("小微企业", "中小企业")  # a firm's size does not say whose it is
_TELLING_WEIGHT = 3  # a keyword of this weight names its theme
_SPEAKING_WEIGHT = 2  # a keyword of this weight speaks of it
_SENTENCE = 160  # characters before a clause in which its sentence begins
_A_YEAR = len("2023")
_LITTLE = 8  # deeds and figures of the area below which a theme is thin


@dataclass(frozen=True, slots=True)
class Previous:
    """The issue before this one: its number, and its facts as far as they belong to a theme."""

    number: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """All that a run knows; `themes` are in the project's order."""

    area: Area
    as_of: date
    masthead: Masthead
    themes: tuple[str, ...]
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    series: tuple[Series, ...]
    conflicts: tuple[Conflict, ...]
    narrator: Narrator
    lexicon: Lexicon
    previous: Previous | None = None
    measure: Narrator | None = None  # by the length of whose words is chosen; None for `narrator`

    def of_theme(self, theme: str) -> tuple[Fact, ...]:
        """Return the facts that belong to `theme`, in order of source and place.

        A fact that has it as its second theme only where the lexicon gives its measure to the
        theme, or else its own words name the theme: a count of firms is no figure of the private
        economy because firms are counted (claims 10). A statement that names another theme in full
        (民营经济…机制获评…案例) stands there. Where a theme has little of its own, what others tell
        with its words is told here as well.
        """
        return self.belonging(self.facts, theme)

    def belonging(self, facts: Sequence[Fact], theme: str) -> tuple[Fact, ...]:
        """Return those of `facts` that belong to `theme`."""
        own = [f for f in facts if self._is_own(f, theme)]
        own += [f for f in facts if base_of(f) in {o.id for o in own} and f not in own]
        own = [f for f in own if base_of(f) in (None, *(o.id for o in own))]
        own = [f for f in own if not _is_part_of_other(f, facts, {o.id for o in own})]
        done = [f for f in own if not is_intended(f) and f.level is Level.DISTRICT]
        wanted = {f.id for f in own}
        if len(done) < _LITTLE:
            wanted |= {f.id for f in facts if theme in f.themes[:2] and self._is_told_of(f, theme)}
        return tuple(f for f in facts if f.id in wanted)

    def _is_own(self, fact: Fact, theme: str) -> bool:
        if fact.is_statement:
            named = [t for t in fact.themes if t in fact.clause]
            if is_visit(fact) and fact.level is Level.DISTRICT:
                named += fact.themes[:2]  # 会见商会: guests come for more than one matter
            return theme in named if named else fact.themes[:1] == (theme,)
        if self.only_counts_firms(fact):
            return theme in fact.themes[1:2]
        return fact.themes[:1] == (theme,) or (
            theme in fact.themes[:2] and self._tells(fact, theme)
        )

    def only_counts_firms(self, fact: Fact) -> bool:
        """Return whether a count of firms is under its first theme only because firms are counted:
        零部件企业112家 is no figure of the private economy (claims 10)."""
        firms = fact.kind in _COUNTS and fact.unit in _FIRMS
        if not firms or fact.themes[1:2] == () or not _FIRMS_COUNTED.search(fact.indicator):
            return False
        known = self.lexicon.theme(fact.themes[0])
        weights = {k.text: k.weight for k in (known.keywords if known else ())}
        telling = [w for w in self._words(fact.themes[0], _TELLING_WEIGHT) if w not in _SIZES]
        said = fact.clause + fact.indicator
        return 0 < weights.get("企业", 0) < _TELLING_WEIGHT and not any(w in said for w in telling)

    def _tells(self, fact: Fact, theme: str) -> bool:
        """Return whether a figure that has the theme second is a figure of the theme."""
        words = self._words(theme, _TELLING_WEIGHT)
        if fact.kind in _COUNTS and fact.unit in _FIRMS:
            return any(word in fact.indicator for word in words if word not in _SIZES)
        known = self.lexicon.measure(short_name(fact))
        if known is not None and known.themes:
            return theme in known.themes[:2] and known.themes[0] in fact.themes
        return any(word in fact.clause + fact.indicator for word in words)

    def _is_told_of(self, fact: Fact, theme: str) -> bool:
        """Return whether a deed of the area has words of the theme."""
        words = self._words(theme, _SPEAKING_WEIGHT)
        deed = fact.kind in (Kind.MILESTONE, Kind.HONOUR) and fact.level is Level.DISTRICT
        return deed and any(word in fact.clause for word in words)

    def _words(self, theme: str, weight: float) -> list[str]:
        known = self.lexicon.theme(theme)
        return [k.text for k in (known.keywords if known else ()) if k.weight >= weight]

    def contests(self, message: Message) -> bool:
        """Return whether reports word what the message tells differently, or print it with a slip:
        it is told with its doubt then, and is no key point."""
        ids = {f.id for f in message.facts}
        slips = {f.meant or f.indicator for f in self.facts if "source_slip" in f.flags}
        if message.lead.indicator in slips or any("source_slip" in f.flags for f in message.facts):
            return True
        return any(ids & {f.id for f in c.facts} for c in self.conflicts)

    def leaves_winner_out(self, message: Message) -> bool:
        """Return whether an honour's own words go on with a clause that names who won it:
        “千名干部联千企”行动解决难题316个，获评典型案例."""
        before = self._before(message.lead)
        alone = len(message.facts) == 1 and message.lead.kind is Kind.HONOUR
        wins = alone and _WINS.match(message.lead.clause) is not None
        return wins and before.endswith(("，", ","))

    def points_at_winner(self, message: Message) -> bool:
        """Return whether the winner that an honour's words leave out is only pointed at before
        them: 去年，这里接待观众35万人次，获评全国科普教育基地 is no honour of the area."""
        before = re.split("[。！？；]", self._before(message.lead))[-1]
        return self.leaves_winner_out(message) and _POINTED_AT.search(before) is not None

    def _before(self, fact: Fact) -> str:
        raw = next((s.raw for s in self.sources if s.name == fact.source), "")
        return raw[max(0, fact.start - _SENTENCE) : fact.start].rstrip()

    def settled(self, messages: Sequence[Message]) -> list[Message]:
        """Return `messages`, of those that conflict only the newest report's, marked so: all stand
        side by side among the doubts (第一, then 前列; claims 5)."""
        out: list[Message] = []
        for message in messages:
            rivals = [
                f
                for c in self.conflicts
                for f in c.facts
                if {m.id for m in message.facts} & {r.id for r in c.facts}
            ]
            newest = max((f.published or "" for f in rivals), default="")
            if not rivals:
                out.append(message)
            elif (message.lead.published or "") == newest:
                out.append(replace(message, contested=True))
        return out

    def current(self, facts: Sequence[Fact]) -> tuple[Fact, ...]:
        """Return `facts` less the older values of a series that `facts` do not hold whole: an old
        value is never told without the newer."""
        own = {f.id for f in facts}
        old = {
            f.id
            for s in self.series
            if not all(member.id in own for member in s.facts)
            for f in s.facts[:-1]
        }
        return tuple(f for f in facts if not ({f.id} | {r.to for r in f.relations}) & old)

    def within(self, facts: Sequence[Fact]) -> list[Series]:
        """Return the series that `facts` hold whole."""
        own = {f.id for f in facts}
        return [s for s in self.series if all(f.id in own for f in s.facts)]

    def speaker(self) -> Speaker:
        """Return who says the facts of this area in the words of the narrative template."""
        names = {self.area.place, *self.area.aliases}
        words = self.lexicon.verbs.journalese
        return Speaker(self.narrator, names, words, measure=self.measure)


def base_of(fact: Fact) -> str | None:
    """Return the id of the figure whose rank or growth the fact tells, and with which it goes."""
    tied = (RelationType.RANK_OF, RelationType.GROWTH_OF)
    return next((r.to for r in fact.relations if r.type in tied), None)


def _is_part_of_other(fact: Fact, facts: Sequence[Fact], own: Collection[str]) -> bool:
    """Return whether a statement is one member of a list that is told with its figure elsewhere
    (成功解决…问题、清理核实20宗闲置土地、指导…完成估值)."""
    return fact.is_statement and any(
        not f.is_statement
        and f.id not in own
        and f.source == fact.source
        and f.start <= fact.start
        and fact.end <= f.end
        and f.end - f.start > fact.end - fact.start
        for f in facts
    )


_POINTED_AT = re.compile("[这那此][里处]|该(?![区县市镇乡旗州省])")
_WINS = re.compile("(?:[先共并均]|成功)*(?:获|荣获|入选|入围|上榜|被|列入)")
_ORDER = re.compile(
    "^(?:[^，。]{0,12}(?:强调|指出|要求)，)?要(?![求素点闻道案])|[，；]要(?![求素点闻道案])"
)


def with_orders(facts: Sequence[Fact], sources: Sequence[Source]) -> tuple[Fact, ...]:
    """Return `facts`, what a sentence only says should be done as the plan that it is, however
    its own clause reads (要压实责任，…，清单化抓好各项重点工作; claims 3)."""
    raw = {s.name: s.raw for s in sources}

    def is_ordered(fact: Fact) -> bool:
        before = dense(raw[fact.source][max(0, fact.start - _SENTENCE) : fact.start])
        return _ORDER.search(re.split("[。！？]", before.replace(",", "，"))[-1]) is not None

    return tuple(
        replace(f, kind=Kind.PLAN, status=Status.PLANNED)
        if f.kind is Kind.MEASURE and f.source in raw and is_ordered(f)
        else f
        for f in facts
    )


def with_present_problems(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return `facts`, a problem that a report names without a time as one of its own day, whatever
    year the section reviews (2023年工作回顾 … 同时，产业链条不长)."""
    return tuple(
        replace(f, period_inferred=True)
        if f.kind is Kind.PROBLEM
        and len(year := f.period or "") == _A_YEAR
        and year not in f.clause
        else f
        for f in facts
    )


_THAT_BODY = re.compile("该(?P<kind>[村镇乡])(?P<rest>.*)")


def with_named_bodies(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return `facts`, one that is told of 该村 or of its 党支部 as one of the village that its
    source named last."""
    out: list[Fact] = []
    for fact in facts:
        match = _THAT_BODY.fullmatch(fact.scope)
        named = match and next(
            (
                f.scope
                for f in sorted(facts, key=lambda f: -f.start)
                if f.source == fact.source
                and f.start <= fact.start
                and f.scope.endswith(match["kind"])
                and not f.scope.startswith("该")
            ),
            None,
        )
        out.append(replace(fact, scope=named) if named else fact)
    return tuple(out)


def with_speakers(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return `facts`, a figure that stands in somebody's quoted words with its speaker: it is his
    word, and no figure of the report's (claims 5)."""
    quotes = [f for f in facts if f.kind is Kind.QUOTE and f.speaker]

    def speaker_of(fact: Fact) -> str | None:
        return next(
            (
                q.speaker
                for q in quotes
                if q.source == fact.source and q.start - 1 <= fact.start and fact.end <= q.end + 1
            ),
            fact.speaker,
        )

    return tuple(f if f.is_statement else replace(f, speaker=speaker_of(f)) for f in facts)
