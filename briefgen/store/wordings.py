"""Standings of one subject that are told in different words: 第一, then 前列.

Input: facts of kind rank and standing. Output: conflicts of reason "wording". It does not say which
wording is right, nor whether the subject fell back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefgen.fact import Conflict, Fact, Kind
from briefgen.lexicon.model import Lexicon, plain_name

# 居中心城区第一 / 第1名 / 位居前列 / 西部前茅: the words that say how high
_HEIGHT = re.compile(
    r"第[一二三四五六七八九十\d]+|首位|榜首|榜眼|前茅|前列|前[一二三四五六七八九十\d]+"
    r"|领先|领跑|首个|唯一|一流|上游|中游"
)
# 居全市第一 and 居中心城区前列 are measured against different fields
_FIELD = re.compile(r"全国|全省|全市|全区|全县|全州|全球|世界|中心城区|主城区|[东中西]部|同类|同级")
_RANKING = re.compile(
    r"(?:[^，、]{0,6}(?:全国|全省|全市|全区|全县|城区|[东中西]部))?(?:排名|位次|名次)$"
)
_TAIL = re.compile(rf"(?:位居|保持|居)?(?:{_FIELD.pattern})*(?:{_HEIGHT.pattern})?$")
_ONLY = re.compile(r"唯一的?(?P<what>[^，。、；,;]{6,})")
_ORDINAL = str.maketrans("1234567890", "一二三四五六七八九〇")
_MIN_SUBJECT = 4  # characters; a shorter subject (经济, 企业) turns up in any clause


@dataclass(frozen=True, slots=True)
class _Told:
    """A standing, and what of it is compared."""

    fact: Fact
    clause: str
    heights: frozenset[str]  # 第一, 前列; 第1 is read as 第一
    fields: frozenset[str]  # 全市, 中心城区
    name: str  # of the indicator, as the lexicon has it
    subject: str  # 空气质量优良天数 of 空气质量优良天数中心城区排名
    only: str  # what follows 唯一的


def find_wording_conflicts(facts: Sequence[Fact], lexicon: Lexicon) -> tuple[Conflict, ...]:
    """Return the standings of one subject and scope whose wording differs between reports.

    One conflict a subject, facts in order of report. Ranks that differ in their number only (第一,
    then 第三) are a course over time and no change of wording.
    """
    told = [_read(f, lexicon) for f in facts if f.kind in (Kind.RANK, Kind.STANDING)]
    told.sort(key=lambda t: (t.fact.published or "", t.fact.source, t.fact.start, t.fact.end))
    groups: list[list[int]] = []
    for pair in _pairs(told):
        home = next((g for g in groups if not set(g).isdisjoint(pair)), None)
        if home is None:
            groups.append([*pair])
        else:
            home.extend(i for i in pair if i not in home)
    return tuple(
        Conflict("wording", tuple(told[i].fact for i in sorted(group)))
        for group in sorted(groups, key=min)
    )


def _read(fact: Fact, lexicon: Lexicon) -> _Told:
    clause = plain_name(fact.clause or fact.quote)
    only = _ONLY.search(clause)
    indicator = lexicon.indicator(fact.indicator)
    return _Told(
        fact,
        clause,
        frozenset(word.translate(_ORDINAL) for word in _HEIGHT.findall(clause)),
        frozenset(_FIELD.findall(clause)),
        plain_name(fact.indicator if indicator is None else indicator.name),
        _subject(fact, clause),
        only["what"] if only else "",
    )


def _subject(fact: Fact, clause: str) -> str:
    """Return what is ranked: the words that the name begins with and the clause holds too.

    空气质量优良天数中心城区排名, told as 空气质量优良天数连续三年居中心城区第一: 空气质量优良天数.
    """
    name = plain_name(fact.indicator)
    shared = next((name[:n] for n in range(len(name), 0, -1) if name[:n] in clause), "")
    return _TAIL.sub("", _RANKING.sub("", shared if len(shared) >= _MIN_SUBJECT else name))


def _pairs(told: Sequence[_Told]) -> Iterator[tuple[int, int]]:
    """Yield the places in `told` of every two standings that differ in their wording."""
    by_scope: dict[str, list[int]] = defaultdict(list)
    for i, standing in enumerate(told):
        by_scope[standing.fact.scope].append(i)
    for members in by_scope.values():
        for i, j in combinations(members, 2):
            if _differ(told[i], told[j]):
                yield i, j


def _differ(one: _Told, other: _Told) -> bool:
    if one.fact.kind is other.fact.kind is Kind.RANK or _is_one_clause(one.fact, other.fact):
        return False
    if one.fields and other.fields and not one.fields & other.fields:
        return False
    return (one.heights != other.heights and _same_subject(one, other)) or _same_title(one, other)


def _is_one_clause(one: Fact, other: Fact) -> bool:
    """Return whether both were read in one clause of one source: one claim, told once."""
    return one.source == other.source and one.start < other.end and other.start < one.end


def _same_subject(one: _Told, other: _Told) -> bool:
    """Return whether one's subject is the other's, or stands in the other's clause."""
    if not (one.heights and other.heights):
        return False
    if one.name == other.name or one.subject == other.subject:
        return True
    return (len(one.subject) >= _MIN_SUBJECT and one.subject in other.clause) or (
        len(other.subject) >= _MIN_SUBJECT and other.subject in one.clause
    )


def _same_title(one: _Told, other: _Told) -> bool:
    """Return whether both claim to be the only one of nearly one title.

    唯一的综合改革示范试点区, and elsewhere 唯一的综合示范区: the shorter is the longer with words
    left out.
    """
    short, long = sorted((one.only, other.only), key=len)
    rest = iter(long)
    return bool(short) and short != long and all(c in rest for c in short)
