"""What a lexicon holds, as frozen values.

Input: nothing. Output: the dataclasses that the loader fills and the other stages read. It does
not read files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from briefgen.lexicon.keywords import KeywordIndex


class Nature(StrEnum):
    """Whether an indicator is an amount at a moment, an amount over a time, or a rate."""

    STOCK = "stock"
    FLOW = "flow"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, its dimension, and the noun that it counts (家: 企业) or "".

    `same` is the unit that it is recorded as (名: 人); equal to `name` for most. `english` is what
    an English brief prints after the figure, or "".
    """

    name: str
    dimension: str
    noun: str = ""
    same: str = ""
    english: str = ""
    never: str = ""  # characters that make another word of it: 台 before 阶


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure of the genre: its title, its other names, and what is known of it.

    `good` is "up", "down" or "" where neither direction is better.
    """

    name: str
    aliases: tuple[str, ...] = ()
    unit: str = ""
    themes: tuple[str, ...] = ()
    nature: Nature = Nature.STOCK
    good: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that speaks for a theme, and how strongly (1 weak, 5 decisive)."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Topic:
    """A sub-topic of a theme: its heading and the words that belong to it."""

    name: str
    keywords: tuple[str, ...]
    english: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """A measure that a theme's reader looks for: told by an indicator that holds all `words`.

    Where `unit` is not empty the figure must have it: a share of 民营经济增加值 is not its amount.
    A bar parts words and units of which any will do: 天|%.
    """

    name: str
    words: tuple[str, ...]
    unit: str = ""

    def is_said_in(self, text: str) -> bool:
        """Return whether `text` holds all its words."""
        return all(any(w in text for w in word.split("|")) for word in self.words)

    def is_counted_in(self, unit: str | None) -> bool:
        """Return whether a figure in `unit` may tell it."""
        return not self.unit or unit in self.unit.split("|")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme in its project's order, with keywords, sub-topics and what its reader looks for.

    `bodies` are the ends of names of bodies whose own deeds are the theme's, whatever they are
    about: a Party branch that has relocation agreements signed.
    """

    name: str
    keywords: tuple[Keyword, ...]
    topics: tuple[Topic, ...] = ()
    english: str = ""
    expected: tuple[Expected, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Verbs:
    """Word lists of `verbs.toml`, each in the order of the file.

    Compared by identity: what is compiled from them is kept, and asked for at every figure.
    """

    rise: tuple[str, ...]  # 增长, 提高
    fall: tuple[str, ...]  # 下降, 减少
    level: tuple[str, ...]  # 达到, 为, 实现
    rank: tuple[str, ...]  # 位居, 排名
    target: tuple[str, ...]  # 力争, 预期目标
    expected: tuple[str, ...]  # 预计
    acquire: tuple[str, ...]  # 新增, 建成: the object may follow the number
    predicate: tuple[str, ...]  # 开展, 入学: what ends a noun phrase on its right
    lead: tuple[str, ...]  # 累计, 目前: what a noun phrase never begins with
    entity_suffix: tuple[str, ...]  # 公司, 镇: the ends of bodies' names
    firm_measure: tuple[str, ...]  # 营收, 净利润: what only a firm has
    hedge: tuple[str, ...]
    journalese: tuple[str, ...]  # 如火如荼, 不负众望: what no office prints


@dataclass(frozen=True)
class Lexicon:
    """Everything that extraction, composition and charts know of the genre's words."""

    units: Mapping[str, Unit]
    indicators: tuple[Indicator, ...]
    themes: tuple[Theme, ...]
    verbs: Verbs

    def indicator(self, name: str) -> Indicator | None:
        """Return the indicator that `name` or an alias of it names, or None."""
        plain = plain_name(name)
        return self._by_name.get(plain) or self._by_name.get(plain.replace("的比重", "比重"))

    def measure(self, name: str) -> Indicator | None:
        """Return the indicator that `name` names, be its whole told as the area's own
        (民营经济增加值占全省生产总值的比重), or None.

        Good for choosing only: of a county 全省生产总值 is another whole.
        """
        return self.indicator(name) or self.indicator(_OWN_WHOLE.sub("占地区生产总值", name))

    def theme(self, name: str) -> Theme | None:
        """Return the theme of this name, or None."""
        return next((t for t in self.themes if t.name == name), None)

    def topic_of(self, theme: str, text: str, indicator: str = "") -> str | None:
        """Return the sub-topic of `theme` whose words speak loudest, or None where none does."""
        return self.keyword_index.topic(theme, text, indicator)

    def unit(self, name: str) -> Unit | None:
        """Return the unit written as `name`, or None."""
        return self.units.get(name)

    def same_measure(self, first: str, second: str) -> bool:
        """Return whether two names are declared to mean one indicator."""
        a, b = self.indicator(first), self.indicator(second)
        return plain_name(first) == plain_name(second) or (a is not None and a is b)

    @cached_property
    def keyword_index(self) -> KeywordIndex:
        """Return the themes' keywords, ready to be found in a text."""
        return KeywordIndex(self.themes)

    @cached_property
    def unit_pattern(self) -> re.Pattern[str]:
        """Return a pattern that matches the longest unit at a place."""
        return _longest_of(self.units)

    def indicator_at_start(self, words: str) -> str | None:
        """Return the longest indicator name or alias that `words` begin with, or None."""
        if words[:2] not in self._heads:
            return None
        match = self.indicator_pattern.match(words)
        return None if match is None else match.group()

    @cached_property
    def _heads(self) -> frozenset[str]:
        """Return what the names of indicators begin with: most words begin otherwise."""
        return frozenset(name[:2] for name in self._by_name)

    @cached_property
    def indicator_pattern(self) -> re.Pattern[str]:
        """Return a pattern that matches the longest indicator name or alias at a place."""
        return _longest_of(self._by_name)

    @cached_property
    def _by_name(self) -> dict[str, Indicator]:
        found: dict[str, Indicator] = {}
        for indicator in self.indicators:
            for name in (indicator.name, *indicator.aliases):
                found.setdefault(plain_name(name), indicator)
        return found


def _longest_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches the longest of `names`; they are tried by first character."""
    tails: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        tails.setdefault(name[:1], []).append(re.escape(name[1:]))
    return re.compile("|".join(f"{re.escape(c)}(?:{'|'.join(t)})" for c, t in tails.items()))


_OWN_WHOLE = re.compile("占全[省市区县州旗](?:地区)?生产总值")
_REMEMBERED = 4096  # names of indicators that a text repeats
_NOISE = re.compile(r"[\s“”\"'‘’（）()《》]")


@lru_cache(maxsize=_REMEMBERED)
def plain_name(name: str) -> str:
    """Return `name` without quotation marks, brackets and blanks: names are compared so."""
    return _NOISE.sub("", name)
