"""The body that a whole article is about: the village, the town or the park of a feature.

Input: a `Context` and a paragraph's article. Output: the body, or None where the article is about
the area. It reads no clause: whom a clause names goes before.
"""

from __future__ import annotations

import re
from collections import Counter

from briefgen.extract.body_names import is_name
from briefgen.extract.context import Context
from briefgen.extract.short_bodies import Scope
from briefgen.fact import Level

_TOLD = 3  # times that a feature names its body at least, the title counted twice
_LONGEST = 20_000  # characters; no feature is longer
_OPENING = 2  # paragraphs within which it is named
_NAME = re.compile(
    "[\u4e00-\u9fff]{2,6}?(?:镇(?![级村街域上里])|乡(?![村镇亲土愁]))"
    "|[\u4e00-\u9fff]{2,4}?(?:村|社区)(?![民庄级委落居镇企村干财务])"
    "|[\u4e00-\u9fff]{2,10}?(?:产业园|科创园|科技园|创业园|软件园|工业园)(?!区)"
)
_NAME_END = re.compile("[镇乡村园]|社区")  # a quick look
# what stands before a name and is no part of it: 走进柳岸镇石桥村
_BEFORE = re.compile(
    "^.*(?:[镇乡县区市省道讯]|走进|来到|步入|位于|地处|[的在到从由对与和为是将向])(?=[\u4e00-\u9fff]{2,})"
)
_OF_TOWN = re.compile("全[镇乡]|该[镇乡]|[镇乡](?:上|里|党委)")
# a word of the whole area: the article is not about one village
_OF_AREA = re.compile("全[区县市](?!域)|我[区县市]")


def feature_body(context: Context, article: int) -> Scope | None:
    """Return the body that the article with this index is about, found once an article."""
    known: dict[int, Scope | None] = context.remembered[feature_body]
    if article not in known:
        known[article] = _found(context, article)
    return known[article]


def _found(context: Context, article: int) -> Scope | None:
    articles = context.document.articles
    title = articles[article].title if article < len(articles) else ""
    parts = context.paragraphs_of(article)
    if not parts:
        return None
    text = context.text[parts[0].start : parts[-1].end]
    if len(text) > _LONGEST:
        return None
    opening = title + context.text[parts[0].start : parts[min(_OPENING, len(parts)) - 1].end]
    if _NAME_END.search(opening) is None:
        return _firm_of(context, title, parts[0].start, parts[-1].end)
    told = Counter(_names(context, text))
    for name in _names(context, title):
        told[name] += 2
    if (town := next((n for n in told if n[-1] in "镇乡" and n in opening), None)) is not None:
        told[town] += 2 * len(_OF_TOWN.findall(text))  # 全镇: its villages are parts of it
    ranked = told.most_common(2)
    if not ranked or ranked[0][1] < _TOLD:
        return _firm_of(context, title, parts[0].start, parts[-1].end)
    name, times = ranked[0]
    rival = ranked[1][1] if len(ranked) > 1 else 0
    of_area = len(_OF_AREA.findall(text))
    alone = times >= 2 * rival and (of_area == 0 or (name == town and times >= 4 * of_area))
    return (name, Level.ENTITY) if name in opening and alone else None


_FORM = re.compile("(?:股份|集团|控股)?(?:有限)?(?:责任)?公司$")


def _firm_of(context: Context, title: str, start: int, end: int) -> Scope | None:
    """Return the firm that the title of the article at `[start, end)` names: 专访恒泽机器人.

    None where the article speaks of an area.
    """
    if _OF_AREA.search(context.text, start, end) is not None:
        return None
    told = (firm for _, firm in context.firms_in(start, end) if _is_titled(firm, title))
    first = min(told, key=context.firms.__getitem__, default=None)
    return None if first is None else (first, Level.ENTITY)


def _is_titled(firm: str, title: str) -> bool:
    """Return whether `title` names the firm, with or without the place before its name."""
    name = _FORM.sub("", firm)
    return len(name) > 3 and (name in title or name[2:] in title)


def _names(context: Context, text: str) -> list[str]:
    """Return the names of villages and parks in `text`, without what stands before them."""
    names = context.names
    found = (_BEFORE.sub("", m.group()) for m in _NAME.finditer(text))
    return [n for n in found if len(n) > 2 and is_name(n, names) and n != context.area.place]
