"""A figure while it is being read: its quantity, its clause, and what was found out so far.

Input: nothing. Output: the values that `figures` and its readers pass to `assemble`. It decides
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context
from briefgen.extract.phrases import Grammar, bare_noun
from briefgen.extract.quantities import Quantity
from briefgen.extract.times import TimeSpan
from briefgen.fact import Kind, RelationType
from briefgen.values import value_class


@value_class(frozen=True, slots=True)
class Draft:
    """A figure with its indicator; `base` is what it measures without 增速 or 排名.

    `tie` is the relation to the draft with the index `tied`; `from_clause` is where its quote
    begins, an earlier clause where that one names the indicator. `negative` marks a decline.
    """

    quantity: Quantity
    clause: Clause
    from_clause: Clause
    kind: Kind
    indicator: str
    base: str
    negative: bool = False
    start: Quantity | None = None
    tie: RelationType | None = None
    tied: int | None = None
    meant: str | None = None
    rhetorical: bool = False
    over_whole: bool = False  # more than the whole that the sentence says it is a part of
    adverb: str = ""
    verb: str = ""
    when: TimeSpan | None = None  # 一季度、上半年GDP增速分别为18.8%、9.6%: each its own
    place: str = ""  # the part of the area that a list names: 其中东区增长9.1%、西湖县下降6.4%


@value_class(frozen=True, slots=True)
class Mention:
    """A quantity in its clause with the words that belong to it, and the draft before it there."""

    clause: Clause
    quantity: Quantity
    left: str
    right: str
    previous: Draft | None


@dataclass(slots=True)
class Memory:
    """What was read before in the paragraph: the last subject and the last figure."""

    base: str = ""
    whole: str = ""  # the last name that stands on its own: 累计投资 belongs to it
    clause: Clause | None = None
    last: int | None = None  # index of the last amount
    total: int | None = None  # index of the last amount before 其中
    verb: str = ""  # the verb that a list shares: 新增市场主体2.5万户、民营企业5000余户
    members: tuple[str, ...] = ()  # the nouns of the last list, and the sentence that it stands in
    listed_in: int | None = None
    times: tuple[TimeSpan, ...] = ()  # the times of a list, likewise
    timed_in: int | None = None
    noun: str = ""  # the words of the last clause without a figure
    noun_clause: Clause | None = None


@dataclass(slots=True)
class Desk:
    """What the readers of one document share: its context, its words, the drafts so far.

    `bare` takes times, adverbs and the area's names from before a noun.
    """

    context: Context
    grammar: Grammar
    own: tuple[str, ...]  # 全区, 清河区: names of the area, longest first
    drafts: list[Draft] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    bare: Callable[[str], str] = field(init=False)

    def __post_init__(self) -> None:
        """Take what strips nouns of the area's names: one for all documents about it."""
        self.bare = bare_noun(self.grammar, self.own)

    def carried(self, clause: Clause) -> Clause:
        """Return where the quote begins: the clause that names the subject if it is just before."""
        named = self.memory.clause
        if named is None or named.sentence != clause.sentence or clause.index - named.index > 1:
            return clause
        return named
