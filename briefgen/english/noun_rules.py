"""Rules for nouns: compounds, lists, what is counted, what is of something.

Input: phrases. Output: noun phrases. A place stands behind what is in it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.english.phrase import (
    Form,
    Phrase,
    Sort,
    is_proper,
    listed,
    noun,
    told,
)
from briefgen.english.register import rule
from briefgen.english.words import plural

_MOST_DEEDS = 3
_LONG = 5  # words of a compound that reads better with `of`
_COUNTS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))


def _compound(left: str, right: Phrase) -> Phrase:
    if right.text.startswith("the "):
        text = f"the {left} {right.text.removeprefix('the ')}"
        return replace(right, cat="N", text=text, attr=f"{left} {right.modifier}")
    return replace(right, cat="N", text=f"{left} {right.text}", attr=f"{left} {right.modifier}")


@rule(("A", "N"), ("A", "E"))
def _described(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items or other.text[:1].isdigit():
        return None
    if other.text[:1] == "“" and not one.text.isdigit():
        return None
    made = replace(_compound(one.text, other), cat=other.cat)
    if _FIRST.fullmatch(one.text):  # 第十三次代表大会, 首届博览会: there is one
        if is_proper(other):
            return replace(made, text=f"the {made.text.removeprefix('the ')}", attr="")
        return replace(made, text=made.attr, sort=Sort.SINGLE)
    return made


_FIRST = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
                    r"|tenth|largest|whole|brightest|.* first")  # fmt: skip


@rule(("N", "N"), cost=0.45)
def _of_nouns(one: Phrase, other: Phrase) -> Phrase | None:
    if one.items or other.items:
        return None
    if is_proper(other):
        return _place_in(one, other)
    if one.text[:1] == "“" and _is_quote(other):
        return None
    left = one.modifier
    if other.text.startswith("new ") and other.sort is not Sort.NAME:
        return _compound(f"new {left}", replace(other, text=other.text[4:], attr=other.attr[4:]))
    if _BEST.match(other.text):
        return Phrase("N", f"{other.attr or other.text} of {noun(one)}", sort=Sort.SINGLE)
    if _is_quote(other):
        return Phrase("N", f"{left} {other.text}", sort=Sort.NAME)
    if _COUNTED.match(other.text) and not is_proper(one):
        return None
    if _COUNTED.match(other.text):
        return Phrase("N", f"{other.text} in {one.text}", sort=Sort.NAME)
    long = len(left.split()) + len(other.text.split()) >= _LONG
    if one.event and " of " in one.text and other.attr != other.text:
        return Phrase("N", f"{other.text} in {noun(one)}", sort=other.sort)
    plain = not (one.event or is_proper(one) or other.terms or left[:1] == "“" or "Line " in left)
    if long and plain and len(left.split()) > 1 and not other.text.startswith("Line "):
        return replace(other, text=f"{other.text} of {noun(one)}", attr="", event=False)
    return _one_of_a_kind(one, other, replace(_compound(left, other), event=other.event))


def _one_of_a_kind(one: Phrase, other: Phrase, made: Phrase) -> Phrase:
    """Return a compound in the singular where its first noun is a name: 清河物流园 is one."""
    if one.sort is not Sort.NAME or other.sort is not Sort.MANY:
        return made
    quoted = other.attr != other.text and one.text[:1] == "“"
    facility = is_proper(one) and _FACILITY.search(other.attr) is not None
    return replace(made, sort=Sort.SINGLE, text=made.attr) if quoted or facility else made


_FACILITY = re.compile("(?:park|centre|hospital|laboratory|museum|library|port|airport|station)$")
_COUNTED = re.compile(r"\d[\d,.]* ")
_BEST = re.compile(r"(?:[a-z]+est|most [a-z]+) ")
_PLACES = ("省", "市", "区", "县", "镇", "乡", "村", "街道", "社区")


def _place_in(one: Phrase, other: Phrase) -> Phrase | None:
    """清河镇柳溪村: the village, then the town that it is in."""
    if not is_proper(one) or not one.terms:
        return None
    if " " in one.text and not one.terms[-1][0].endswith(_PLACES):
        return None
    if other.text.startswith("Line "):
        return None
    return Phrase("N", f"{other.text} in {one.text}", sort=Sort.NAME)


_SIZES = re.compile("(?:total )?investment$|area$|output$|capacity$")


@rule(("N", "Q"), cost=0.3)
def _sized(one: Phrase, other: Phrase) -> Phrase | None:
    """总投资22亿元的项目: a project with total investment of 2.2 billion yuan."""
    if one.items or not _SIZES.search(one.text):
        return None
    return Phrase("NQ", f"{one.text} of {other.text.removesuffix(' of')}")


@rule(("NQ", "的"), cost=0.0)
def _of_size(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="NQ的")


@rule(("NQ的", "N"), cost=0.2)
def _thing_of_size(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items or is_proper(other):
        return None
    single = other.attr or other.text
    return Phrase("N", f"{single} with {one.text}", sort=Sort.SINGLE)


@rule(("N", "PART"), cost=0.1)
def _phase(one: Phrase, other: Phrase) -> Phrase:
    return Phrase("N", f"{one.modifier} {other.text}", sort=Sort.NAME)


@rule(("N", "E"), cost=0.3)
def _event_of(one: Phrase, other: Phrase) -> Phrase | None:
    """城市更新: urban renewal; 清河大桥建设: construction of …."""
    short = not one.items and len(one.modifier.split()) <= 2 and not is_proper(one)
    if short and not one.text.startswith(("a ", "the ")):
        return replace(_compound(one.modifier, other), cat="N", event=True)
    return Phrase("N", f"{other.text} of {noun(one)}", sort=Sort.MASS, event=True)


@rule(("N", "、"), ("N", "和"), ("N", "及"), ("N", "以及"), ("N", "暨"), ("E", "、"),
       ("E", "和"), ("E", "与"), ("N", "或"), cost=0.0)  # fmt: skip
def _open_list(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="N,")


@rule(("N", "与"), cost=0.6)
def _open_pair(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="N,")


@rule(("N,", "N"), ("N,", "E"), cost=0.1)
def _list(one: Phrase, other: Phrase) -> Phrase | None:
    if other.closed:
        return None
    items = (*(one.items or (one,)), *(other.items or (other,)))
    return Phrase("N", noun(Phrase("N", items=items)), items=items, sort=Sort.MANY)


def _counts(phrase: Phrase) -> bool:
    """Return whether a slogan counts what was listed before it: “两大定位”."""
    return any(zh[:1] in "一二两三四五六七八九十" for zh, _, _ in phrase.terms)


def _is_quote(phrase: Phrase) -> bool:
    return phrase.text[:1] == "“" and phrase.text[-1:] == "”" and not phrase.items


@rule(("N", "N"), cost=0.2)
def _which_are(one: Phrase, other: Phrase) -> Phrase | None:
    """“甲”“乙”两大行动; 生态、人文“两大定位”: what is listed, then what it is."""
    if other.items or not (one.items or one.text[:1] == "“"):
        return None
    if _is_quote(other) and one.items and _counts(other):
        return Phrase("N", f"{other.text} ({noun(one)})", sort=Sort.NAME, closed=True)
    if one.items and all(_is_quote(i) for i in one.items) and not is_proper(other):
        text = plural(other.text) if other.sort is Sort.SINGLE else other.text
        return Phrase(
            "N", f"the {text.removeprefix('the ')} {noun(one)}", sort=Sort.NAME, closed=True
        )
    if other.text.partition(" ")[0] in _COUNTS or other.text[:1].isdigit():
        return Phrase("N", f"the {other.text} {noun(one)}", sort=Sort.NAME, closed=True)
    return None


@rule(("N", "N"), cost=0.1)
def _quoted_list(one: Phrase, other: Phrase) -> Phrase | None:
    """“甲”“乙”两大行动: names in quotation marks side by side."""
    last = one.items[-1] if one.items else one
    return _list(one, other) if _is_quote(last) and _is_quote(other) else None


@rule(("A", "、"), ("A", "和"), cost=0.0)
def _open_words(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="A,")


@rule(("A,", "A"))
def _adjectives(one: Phrase, other: Phrase) -> Phrase:
    return Phrase("A", f"{one.text}, {other.text}")


@rule(("N", "等"), ("VP", "等"), cost=0.0)
def _and_others(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat=f"{one.cat}等")


@rule(("N等", "E"), cost=0.1)
def _of_these(one: Phrase, other: Phrase) -> Phrase:
    """东河路、西河路等改造: the renovation of … and others."""
    return Phrase("N", f"{other.text} of {noun(one)} and others", sort=Sort.NAME)


@rule(("N等", "N"), cost=0.1)
def _such_as(one: Phrase, other: Phrase) -> Phrase | None:
    """东河大桥、西河大桥等重大项目: major projects such as …."""
    if other.items:
        return None
    text = plural(other.text) if other.sort is Sort.SINGLE else other.text
    sort = Sort.MASS if other.sort is Sort.MASS else Sort.MANY
    return Phrase("N", f"{text} such as {noun(one)}", sort=sort, closed=True)


@rule(("N等", "的"), cost=0.0)
def _others_of(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="DE", text=f"{noun(one)} and others")


@rule(("N等", "VP"), cost=0.3)
def _others_did(one: Phrase, other: Phrase) -> Phrase:
    subject = Phrase("N", f"{noun(one)}, among others,", sort=Sort.MANY)
    return Phrase("S", predicates=other.predicates, subject=subject)


@rule(("Q", "N"), cost=0.1)
def _counted(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items or is_proper(other) or other.text.startswith("the ") or other.event:
        return None
    single = one.text in ("one", "1", "a")
    text = other.attr if single else plural(other.text) if other.sort is Sort.SINGLE else other.text
    return Phrase("N", f"{one.text} {text}", sort=Sort.NAME, attr=f"{one.text} {other.attr}")


@rule(("N", "Q"), cost=0.6)
def _counted_after(one: Phrase, other: Phrase) -> Phrase | None:
    """建成投用中小学14所: the figure stands behind what it counts."""
    return None if one.items else _counted(other, one)


@rule(("N", "的"), ("S", "的"), ("VP", "的"), ("A", "的"), cost=0.0)
def _of(one: Phrase, _mark: Phrase) -> Phrase:
    text = noun(one) if one.cat == "N" else one.text
    return replace(one, cat="DE" if one.cat == "N" else f"{one.cat}的", text=text)


@rule(("DE", "N"), ("DE", "E"), cost=0.2)
def _of_what(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items:
        return None
    sort = Sort.SINGLE if other.sort is Sort.SINGLE else other.sort
    text = f"{other.text} of {one.text}"
    if other.sort is Sort.MASS:
        return Phrase("N", f"the {text}", sort=Sort.NAME)
    return Phrase("N", text, sort=sort)


@rule(("A的", "N"), cost=0.1)
def _so(one: Phrase, other: Phrase) -> Phrase | None:
    return _described(one, other)


@rule(("VP的", "N"), cost=0.4)
def _that_does(one: Phrase, other: Phrase) -> Phrase | None:
    """依靠创新驱动的增长: growth relying on innovation."""
    if other.items or len(one.predicates) > _MOST_DEEDS or any(p.planned for p in one.predicates):
        return None
    doing = listed([told(p, Form.ING).removeprefix("being ") for p in one.predicates])
    return replace(other, cat="N", text=f"{other.text} {doing}", attr="")


_TOWARDS = re.compile(
    r"\b(?:mechanism|measure|campaign|programme|plan|system|activity|target|task|policy|method)s?$"
)


@rule(("VP", "N"), cost=0.9)
def _to_do(one: Phrase, other: Phrase) -> Phrase | None:
    """抓党建助推民营企业发展20条措施: 20 measures to …."""
    if other.items or len(one.predicates) > 2 or not _TOWARDS.search(other.text):
        return None
    doing = listed([told(p, Form.BASE) for p in one.predicates])
    return replace(other, text=f"{other.text} to {doing}", attr="")


@rule(("N", "ADD"))
def _with_addition(one: Phrase, other: Phrase) -> Phrase:
    return Phrase("N", f"{noun(one)} {other.text}", sort=Sort.NAME)
