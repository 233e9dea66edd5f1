"""How English phrases of a Chinese clause go together: a small weighted grammar over its words.

Input: a clause without commas. Output: the phrase that covers it whole at the least cost, or None:
a clause that words and rules do not cover is nobody's guess. The rules are those of the genre:
who did what, with what, to what end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from briefgen.english import (
    adjunct_rules,
    cause_rules,
    compound_rules,
    copula_rules,
    deed_rules,
    noun_rules,
    passive_rules,
    quoted_rules,
    site_rules,
)
from briefgen.english.numbers import amount_words
from briefgen.english.phrase import Form, Phrase, Sort, listed, noun, told
from briefgen.english.register import RULES
from briefgen.english.words import Words
from briefgen.numerals import read_number

__all__ = [
    "adjunct_rules",
    "cause_rules",
    "compound_rules",
    "copula_rules",
    "deed_rules",
    "noun_rules",
    "parse",
    "passive_rules",
    "quoted_rules",
    "site_rules",
]  # rules enter as imported
_LONGEST_NAME = 40
_WHOLE = ("S", "VP", "PP", "TIME", "N")  # what a clause may be, the best first


def parse(text: str, words: Words, *, deed: bool | None = False) -> Phrase | None:
    """Return the clause as one phrase, None where the words and rules do not cover it whole.

    Where a `deed` is looked for, a noun is taken only for want of one (开发区完成改革); where a
    measure is, with None, a whole clause only so (村集体增收).
    """
    size = len(text)
    if not 0 < size <= 70:
        return None
    cells: dict[tuple[int, int], dict[str, Phrase]] = {}
    starts: dict[int, set[int]] = {}
    for start in range(size):
        for end, phrase in chain(words.at(text, start), _enclosed(text, start, words)):
            _put(cells, starts, start, end, phrase)
    for width in range(2, size + 1):
        for start in range(size - width + 1):
            _combine(cells, starts, start, start + width)
    whole = cells.get((0, size), {})
    found = [whole[cat] for cat in _WHOLE if cat in whole]
    if deed is not False and len(found) > 1:
        found = [p for p in found if p.cat != ("N" if deed else "S")]
    return min(found, key=lambda p: p.cost) if found else None


def _put(
    cells: dict[tuple[int, int], dict[str, Phrase]],
    starts: dict[int, set[int]],
    start: int,
    end: int,
    phrase: Phrase,
) -> None:
    cell = cells.setdefault((start, end), {})
    starts.setdefault(start, set()).add(end)
    known = cell.get(phrase.cat)
    if known is None or phrase.cost < known.cost:
        cell[phrase.cat] = phrase


def _combine(
    cells: dict[tuple[int, int], dict[str, Phrase]],
    starts: dict[int, set[int]],
    start: int,
    end: int,
) -> None:
    for middle in sorted(starts.get(start, ())):
        right = cells.get((middle, end)) if start < middle < end else None
        if right is None:
            continue
        for one in list(cells[start, middle].values()):
            for other in list(right.values()):
                for rule, cost in RULES.get((one.cat, other.cat), ()):
                    made = rule(one, other)
                    if made is not None:
                        _put(cells, starts, start, end, _joined(made, one, other, cost))


def _joined(made: Phrase, one: Phrase, other: Phrase, cost: float) -> Phrase:
    return replace(
        made,
        cost=one.cost + other.cost + cost,
        kept=(*one.kept, *other.kept),
        terms=(*one.terms, *other.terms),
    )


_PAIRS = {"“": "”", "（": "）", "(": ")", "《": "》", "‘": "’"}


def _enclosed(text: str, start: int, words: Words) -> Iterator[tuple[int, Phrase]]:
    """Yield what stands in quotation marks or brackets, as a name or an addition."""
    close = _PAIRS.get(text[start])
    if close is None:
        return
    depth = 0
    for end in range(start, len(text)):
        depth += (text[end] == text[start]) - (text[end] == close)
        if depth == 0:
            beside = text[end + 1 : end + 2] == "“" or text[max(0, start - 1) : start] == "”"
            yield end + 1, _named(text[start], text[start + 1 : end], words, alone=not beside)
            return


def _named(mark: str, inner: str, words: Words, *, alone: bool) -> Phrase:
    plain = words.plain(inner) if alone else None
    if plain is not None and mark not in "（(《":
        return plain  # “口袋公园”
    readable = len(inner) < _LONGEST_NAME and not any(c.isdigit() for c in inner)
    found = None if inner in words else _measures(inner, words) or _plus(inner, words)
    if found is None and (readable or inner in words):
        found = parse(inner, words)
    if found is not None and inner not in words and any(t[2] in _GUESSED for t in found.terms):
        found = None  # “以港兴市”: a slogan holds no name that somebody must spell
    english = _as_name(found) if found is not None else ""
    if mark in "（(":
        shown = f"({english})" if english else f"(“{inner}”)"
        return Phrase("ADD", shown, 0.5 if english else 4.0, kept=() if english else (inner,))
    if found is None or not english:
        return Phrase(
            "N", f"“{inner}”", 4.0, Sort.NAME, kept=(inner,), terms=((inner, "", "kept"),)
        )
    known = any(t[0] == inner for t in found.terms)
    terms = found.terms if known else (*found.terms, (inner, english, "words"))
    one = f"“{english}”"
    link = found.link if found.cat == "N" else ""
    made = Phrase(
        "N", one, 0.5 + found.cost / 2, Sort.NAME, link=link, kept=found.kept, terms=terms
    )
    return replace(made, single=one) if found.cat == "N" and found.sort is Sort.MANY else made


_ARTICLES = re.compile(r"(.{2,8}?)([一二三四五六七八九十]{1,3}|\d{1,3})条")


def _measures(inner: str, words: Words) -> Phrase | None:
    """Return what a set of measures is called: “稳增长20条” is twenty measures for …."""
    match = _ARTICLES.fullmatch(inner)
    of = parse(match[1], words) if match else None
    if match is None or of is None or of.kept:
        return None
    count = f"{amount_words(int(read_number(match[2])[0]))} measures"
    if of.cat == "N":
        return replace(of, text=f"{count} for {noun(of)}", sort=Sort.NAME, items=(), attr="")
    doing = listed([told(p, Form.BASE) for p in of.predicates])
    made = Phrase("N", f"{count} to {doing}", of.cost, Sort.NAME, terms=of.terms)
    return made if of.cat == "VP" else None


def _plus(inner: str, words: Words) -> Phrase | None:
    """Return what a plus joins: “光伏+治沙” is photovoltaics plus desertification control."""
    parts = [parse(part, words) for part in re.split("[+＋]", inner)]
    told_parts = [p for p in parts if p is not None and p.cat == "N" and not p.kept]
    if len(parts) < 2 or len(told_parts) < len(parts):
        return None
    text = " plus ".join(_as_name(p) for p in told_parts)
    terms = tuple(t for p in told_parts for t in p.terms)
    return Phrase("N", text, sum(p.cost for p in told_parts), Sort.NAME, terms=terms)


_GUESSED = ("spelled", "firm")


def _as_name(found: Phrase) -> str:
    if found.cat == "N":
        items = found.items or (found,)
        return listed([i.singular if i.sort is Sort.MANY else i.text for i in items])
    if found.cat == "VP":
        return listed([told(p, Form.BASE) for p in found.predicates])
    return ""
