"""How closely a fact belongs to a theme, and how soon the theme's reader asks for it.

Input: one fact, a theme and the lexicon. Output: numbers that only compare. It chooses nothing.
"""

from __future__ import annotations

import re

from briefgen.compose.wording import short_name
from briefgen.fact import Fact, Kind, Level
from briefgen.lexicon import Indicator, Lexicon


def belonging(fact: Fact, theme: str, lexicon: Lexicon) -> float:
    """Return how closely a fact belongs to `theme`: its first theme, a measure that the lexicon
    knows, and the sooner the lexicon names the measure, the more."""
    known = None if fact.is_statement else lexicon.measure(short_name(fact))
    asked = 0.0 if fact.is_statement else _asked_for(fact, theme, lexicon)
    own = 6.0 if fact.themes[:1] == (theme,) else 0.0
    own += 2.0 if theme in fact.indicator else 0.0
    if fact.kind is Kind.PLAN and is_named(fact.clause, theme, lexicon):
        own += 1.0  # not only its heading is of the theme
    if known is None and not asked:
        return own - (6.0 if fact.unit == "%" else 0.0)  # a rate that nobody knows by its name
    central = _centrality(known, theme, lexicon) if known and theme in known.themes else 0.0
    return own + 2.0 + max(central, asked)


_SAYS_HOW = re.compile("(?:当年)?(?:增速|降幅|增幅)$|(?:总|人)?数$|(?<!产)量$")


def _asked_for(fact: Fact, theme: str, lexicon: Lexicon) -> float:
    """Return 4 for the measure that the theme's reader looks for first, a fifth of it for the
    last that he looks for; less for a kind of one (城镇居民人均可支配收入); 0 for any other, and
    for what is one body's own."""
    known, measure = lexicon.theme(theme), lexicon.measure(short_name(fact))
    if known is None or fact.level is not Level.DISTRICT:
        return 0.0
    name = measure.name if measure else short_name(fact)
    for place, expected in enumerate(known.expected):
        meant = lexicon.indicator(expected.name)
        meant = meant or lexicon.indicator(_SAYS_HOW.sub("", expected.name))
        if measure is not None and meant is measure:
            return 4.0 * (1 - 0.8 * place / len(known.expected))
    for place, expected in enumerate(known.expected):
        fits = expected.is_counted_in(fact.unit)
        ends = name.endswith(tuple(expected.words[-1].split("|"))) and "占" not in name
        if fits and ends and fact.kind is not Kind.COUNT and expected.is_said_in(name):
            return 3.0 * (1 - 0.8 * place / len(known.expected))
    return 0.0


def is_named(words: str, theme: str, lexicon: Lexicon) -> bool:
    """Return whether `words` hold a word that names the theme by itself (开放平台: 开放合作)."""
    known = lexicon.theme(theme)
    return known is not None and any(
        k.weight >= _NAMING_WEIGHT and k.text in words for k in known.keywords
    )


_NAMING_WEIGHT = 3.0


def _centrality(known: Indicator, theme: str, lexicon: Lexicon) -> float:
    """Return 3 for the theme's first measure in the lexicon, down to 0 for its last: the order in
    which the lexicon lists a theme's measures is the order in which a reader asks for them."""
    listed = [i.name for i in lexicon.indicators if i.themes[:1] == (theme,)]
    if known.name not in listed:
        return 0.0
    return 3.0 * (1 - listed.index(known.name) / len(listed))
