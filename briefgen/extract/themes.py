"""Themes and sub-topics of a piece of text, by the lexicon's keywords.

Input: a clause, its heading, its indicator. Output: at most two theme names, the heaviest first,
and the sub-topic of the first. It does not know what a figure is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from briefgen.lexicon import Lexicon
from briefgen.lexicon.keywords import KeywordIndex

_INDICATOR, _TEXT, _HEADING, _DECLARED = 2.0, 1.0, 0.6, 30.0
_BODY = 12.0  # more than the words of what it did: 某党支部完成…生态搬迁协议签订
_AROUND = 1.0  # a word of the sentence beside the clause (贫困户需求对接，爱心对接率达到100%)
_TITLE = 0.7  # of a heading's weight: what stands over a whole article
_NAMED_HEADING = 1.0  # a heading that names the theme itself (以民营经济增能添力)
_QUOTED = re.compile("“[^”]*”")
_CAUSE = re.compile("因[^，。；]{2,8}(?:影响|原因)")  # 因疫情影响原材料运输受阻: no fact of health
# 力某科技发布一季报: a word in a firm's name says nothing of the theme
_FIRM_TAIL = re.compile(
    "(?:科技|智能|生物|文旅|生态|教育|医疗|数字)"
    "(?=有限|股份|集团|公司|发布|招聘|能够|与[\u4e00-\u9fff]{2})"
)
_TAKINGS = re.compile("(?<=营业|税收|非税|财政|预算|基金|业务|销售|门票|综合|旅游)收入")
_NO_WATER = re.compile("水(?=[平泥准果稻]|产品)|(?<=薪)水")
_OF_STATE = re.compile("国有(?:控股|独资|工业|资本|重点)*企业")
_FIRM = re.compile("[\u4e00-\u9fff]{2}" + _FIRM_TAIL.pattern)
_QUOTED_SHARE = 0.5  # of a word that stands in quotation marks only: 政企“直通车”制度

Themes = tuple[tuple[str, ...], str | None]  # at most two, and the sub-topic of the first


def themes_of(
    text: str,
    heading: str | None,
    indicator: str,
    lexicon: Lexicon,
    around: Callable[[], str] = str,
    title: str = "",
    whose: str = "",
) -> Themes:
    """Return the themes of `text` (at most two, heaviest first) and the first one's sub-topic.

    Words of the indicator weigh double, words of the heading little, but a heading that names the
    theme more; where it is the `title` of the whole article, less than the words below it. A word
    in quotation marks, often a figure of speech, weighs half. Where the text has no word of any
    theme, the sentence `around` it speaks, which is asked for then. The body `whose` deed it is may
    be a theme's own. What the lexicon declares for the indicator outweighs all. Ties are kept in
    the order of the themes.
    """
    index = lexicon.keyword_index
    text, named = _without_asides(text), _named(indicator)
    said = index.words_in(text)
    quoted: tuple[str, ...] = ()
    if "“" in text:
        plain = _QUOTED.sub("“”", text)
        quoted = tuple(word for word in said if word not in plain)
    known = lexicon.indicator(indicator)
    if known is None and indicator.endswith(_RATE_ENDS):
        known = lexicon.indicator(_RATE.sub("", indicator))
    silent = index.weights.keys().isdisjoint(said) and not index.spoken(named)
    return _chosen(
        index,
        _Telling(
            named,
            indicator,
            said,
            quoted,
            _named(heading or ""),
            heading == title,
            index.spoken(_without_asides(around())) if silent else None,
            index.of_body(whose),
            known.themes if known else (),
        ),
    )


class _Telling(NamedTuple):
    """What tells the themes of a text: words, not the figures between them, so that a text asks
    for the same again and again."""

    named: str  # the indicator without asides
    indicator: str
    said: tuple[str, ...]  # keywords in the text
    quoted: tuple[str, ...]  # those of them in quotation marks only
    heading: str
    over_all: bool  # the heading stands over the whole article
    around: tuple[tuple[int, float], ...] | None  # weights of the sentence; None: not asked for
    bodies: tuple[int, ...]
    declared: tuple[str, ...]


@lru_cache(maxsize=4096)
def _chosen(index: KeywordIndex, telling: _Telling) -> Themes:
    """Return the themes that what is told speaks for, and the sub-topic of the first."""
    told = _told(index, telling)
    weights = {index.names[place]: weight for place, weight in told.items()}
    for rank, name in enumerate(telling.declared):
        weights[name] = weights.get(name, 0.0) + _DECLARED / (rank + 1)
    kept = _heaviest(weights, index.places)
    if not kept:
        return kept, None
    return kept, index.loudest(kept[0], telling.said, index.words_in(telling.indicator))


def _told(index: KeywordIndex, telling: _Telling) -> dict[int, float]:
    """Return the weights of the themes, which are told by their places; most say nothing."""
    told = {place: _INDICATOR * weight for place, weight in index.spoken(telling.named)}
    named = index.words_in(telling.named)
    for word in telling.said:
        if word not in named:
            share = _TEXT * _QUOTED_SHARE if word in telling.quoted else _TEXT
            for place, weight in index.weights.get(word, ()):
                told[place] = told.get(place, 0.0) + share * weight
    if telling.heading:
        share = _TITLE if telling.over_all and telling.around is None else 1.0
        for place, weight in index.spoken(telling.heading):
            told[place] = told.get(place, 0.0) + share * _HEADING * weight
        for place in index.named(telling.heading):
            told[place] = told.get(place, 0.0) + share * _NAMED_HEADING
    for place, weight in telling.around or ():
        told[place] = told.get(place, 0.0) + _AROUND * weight
    for place in telling.bodies:
        told[place] = told.get(place, 0.0) + _BODY
    return told


def _heaviest(weights: dict[str, float], places: dict[str, int]) -> tuple[str, ...]:
    """Return the heaviest theme, and the next one where it weighs a quarter of it or more."""
    if len(weights) < 2:
        return tuple(weights)
    last = len(places)
    ordered = sorted(
        (-weight, places.get(name, last), number, name)
        for number, (name, weight) in enumerate(weights.items())
    )
    first, second = ordered[:2]
    return (first[3], second[3]) if second[0] * 4 <= first[0] else (first[3],)


_RATE_ENDS = ("增速", "增长率", "增幅")
_RATE = re.compile("(?:同比|年均|环比)?(?:增速|增长率|增幅)$")


def _without_asides(words: str) -> str:
    """Return `words` without causes, firms' names and the like, which tell nothing of the theme.

    粮食产量再创新高 is no innovation, 营业收入 nobody's living.
    """
    if "因" in words:
        words = _CAUSE.sub("", words)
    if "收入" in words:
        words = _TAKINGS.sub("", words)
    if "国有" in words:
        words = _OF_STATE.sub("国企", words)
    if "水" in words:
        words = _NO_WATER.sub("", words)
    if "创新" in words:
        words = words.replace("创新高", "").replace("创新低", "")
    return _FIRM.sub("", words) if _FIRM_TAIL.search(words) else words


_named = lru_cache(maxsize=4096)(_without_asides)  # a text names its measures again and again
