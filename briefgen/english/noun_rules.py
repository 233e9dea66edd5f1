"""Rules for nouns: compounds, lists, what is counted, what is of something.

Input: phrases. Output: noun phrases. A place stands behind what is in it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.english.compound_rules import described
from briefgen.english.phrase import (
    Form,
    Phrase,
    Sort,
    a_or_an,
    is_plural,
    is_proper,
    listed,
    noun,
    told,
)
from briefgen.english.quoted_rules import is_quote
from briefgen.english.register import rule
from briefgen.english.words import plural

_MOST_DEEDS = 3
_OWNED = 2  # words of a noun with 的 before it
_COUNTS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))


_SIZES = re.compile("(?:total )?investment$|area$|output$|capacity$|size$|length$|value$")


@rule(("N", "Q"), cost=0.3)
def _sized(one: Phrase, other: Phrase) -> Phrase | None:
    """总投资22亿元的项目: a project with total investment of 2.2 billion yuan."""
    if one.items or not _SIZES.search(one.text):
        return None
    a = "a " if one.text.endswith(("size", "length", "value", "area")) else ""
    return Phrase("NQ", f"{a}{one.text} of {other.text.removesuffix(' of')}")


@rule(("NQ", "的"), cost=0.0)
def _of_size(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="NQ的")


@rule(("Q", "的"), cost=0.0)
def _of_amount(one: Phrase, _mark: Phrase) -> Phrase | None:
    amount = one.text.removesuffix(" of")
    return replace(one, cat="Q的", text=amount) if amount.endswith(" yuan") else None


@rule(("Q的", "N"), cost=0.4)
def _thing_of_amount(one: Phrase, other: Phrase) -> Phrase | None:
    """2亿元的风险补偿资金池: a risk-compensation pool of 200 million yuan."""
    if other.items or is_proper(other):
        return None
    return Phrase("N", f"{other.singular} of {one.text}", sort=Sort.SINGLE)


@rule(("NQ", "N"), cost=0.6)
def _thing_sized(one: Phrase, other: Phrase) -> Phrase | None:
    """年产50万吨新材料项目: a new-materials project with annual output of 500,000 t."""
    return _thing_of_size(one, other) if one.text.startswith("annual output") else None


@rule(("NQ的", "N"), cost=0.2)
def _thing_of_size(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items or is_proper(other):
        return None
    single = other.singular
    return Phrase("N", f"{single} with {one.text}", sort=Sort.SINGLE)


@rule(("N", "、"), ("N", "和"), ("N", "及"), ("N", "以及"), ("N", "暨"), ("E", "、"),
       ("E", "和"), ("E", "与"), ("N", "或"), cost=0.0)  # fmt: skip
def _open_list(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="N,")


@rule(("N", "与"), cost=0.6)
def _open_pair(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="N,")


@rule(("N,", "N"), ("N,", "E"), cost=0.1)
def _list(one: Phrase, other: Phrase) -> Phrase | None:
    if other.closed or _is_of_the_last(one, other) or _is_counted_alone(one, other):
        return None
    if other.words == _OWNED and (one.items[-1] if one.items else one).words != _OWNED:
        return None  # 初加工、精加工的模式 is a model of both
    items = (*(one.items or (one,)), *(other.items or (other,)))
    return Phrase("N", noun(Phrase("N", items=items)), items=items, sort=Sort.MANY)


def _is_of_the_last(one: Phrase, other: Phrase) -> bool:
    """Return whether the last of a list is a thing of the names before it: 甲江、乙江水质."""
    named = all(is_proper(item) for item in (one.items or (one,)))
    return named and not other.items and not is_proper(other) and bool(other.terms)


def _is_counted_alone(one: Phrase, other: Phrase) -> bool:
    """Return whether a figure stands at the last of a list alone: 中小学、幼儿园16所 is of both."""
    if other.items or not _FIGURE.match(other.text):
        return False
    return not any(_FIGURE.match(i.text) or is_proper(i) for i in (one.items or (one,)))


_FIGURE = re.compile(
    r"(?:more than |nearly |about )?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten) )"
)


def _counts(phrase: Phrase) -> bool:
    """Return whether a slogan counts what was listed before it: “两大定位”."""
    return any(zh[:1] in "一二两三四五六七八九十" for zh, _, _ in phrase.terms)


@rule(("N", "N"), cost=0.2)
def _which_are(one: Phrase, other: Phrase) -> Phrase | None:
    """“甲”“乙”两大行动; 生态、人文“两大定位”: what is listed, then what it is."""
    if other.items or other.closed or not (one.items or one.text[:1] == "“"):
        return None
    count = other.text.partition(" ")[0] in _COUNTS
    if count and one.items and not any(is_quote(i) or is_proper(i) for i in one.items):
        text = f"the {other.text} of {noun(one)}"  # 食用菌、茶叶两大产业
        return Phrase("N", text, sort=Sort.NAME, closed=True)
    if is_quote(other) and one.items and _counts(other):
        return Phrase("N", f"{other.text} ({noun(one)})", sort=Sort.NAME, closed=True)
    if one.items and all(is_quote(i) for i in one.items) and not is_proper(other):
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
    return _list(one, other) if is_quote(last) and is_quote(other) else None


def _quality(told_of: Phrase) -> str:
    """Return a clause that only says how a thing is as a noun: 链条短 is short chains."""
    first = told_of.predicates[0]
    bare = len(told_of.predicates) == 1 and not (first.rest or first.before or first.after)
    if not bare or told_of.subject is None or not first.verb.startswith("be "):
        return ""
    return f"{first.verb.removeprefix('be ')} {noun(told_of.subject).removeprefix('the ')}"


@rule(("S,", "S"), ("S,", "SS"), cost=0.2)
def _qualities(one: Phrase, other: Phrase) -> Phrase | None:
    last = other.items if other.cat == "SS" else (Phrase("N", _quality(other)),)
    first = Phrase("N", _quality(one))
    if not first.text or not all(item.text for item in last):
        return None
    return Phrase("SS", items=(first, *last))


@rule(("SS", "等"), cost=0.0)
def _qualities_and_others(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="SS等")


@rule(("SS等", "N"), cost=0.2)
def _problems_such_as(one: Phrase, other: Phrase) -> Phrase | None:
    """链条短、支撑弱等问题: problems such as short chains and weak support."""
    if other.items or not other.text.startswith(("problem", "difficult", "shortcoming")):
        return None
    names = listed([item.text for item in one.items])
    return Phrase("N", f"{other.text} such as {names}", sort=Sort.MANY, closed=True)


@rule(("A", "、"), ("A", "和"), cost=0.0)
def _open_words(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="A,")


@rule(("A,", "A"))
def _adjectives(one: Phrase, other: Phrase) -> Phrase:
    return Phrase("A", f"{one.text}, {other.text}")


@rule(("N", "等"), ("VP", "等"), cost=0.0)
def _and_others(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat=f"{one.cat}等")


def and_others(phrase: Phrase) -> str:
    """Return a noun, or a list of them, with the others that 等 tells of: A, B and others."""
    return listed([*(noun(item) for item in phrase.items or (phrase,)), "others"])


@rule(("N等", "E"), cost=0.1)
def _of_these(one: Phrase, other: Phrase) -> Phrase:
    """东河路、西河路等改造: the renovation of … and others."""
    return Phrase("N", f"{other.text} of {and_others(one)}", sort=Sort.NAME)


_AMOUNTS = re.compile(
    r"\b(?:output|revenue|income|investment|profit|turnover|area|spending|sales|shares?|rates?|value"
    "|volume|stock|coverage|index|prices?|capacity|exports|imports|loans|taxes|views|throughput"
    "|employment|consumption|efficiency|length|growth|levels?|numbers?|scale|costs?|time)$"
)
_FIRM = re.compile(r"\b(?:enterprise|company|firm|merchant|shop|store)\b")
_AWARDS = ("title", "honour", "award", "honorary title")


@rule(("N等", "N"), cost=0.1)
def _such_as(one: Phrase, other: Phrase) -> Phrase | None:
    """东河大桥、西河大桥等重大项目: major projects such as …."""
    if other.items:
        return None
    if other.event:
        return _of_these(one, other)
    if _AMOUNTS.search(other.singular):
        return None  # …等产业集群营收: it is the clusters that these are
    text = plural(other.text) if other.sort is Sort.SINGLE else other.text
    sort = Sort.MASS if other.sort is Sort.MASS else Sort.MANY
    if _FIRM.search(other.singular) and not any(
        _FIRM.search(m.singular) or is_proper(m) for m in one.items or (one,)
    ):
        return Phrase("N", f"{text} in fields such as {noun(one)}", sort=Sort.MANY, closed=True)
    titles = other.singular in _AWARDS
    members = listed([i.singular for i in one.items or (one,)]) if titles else noun(one)
    return Phrase("N", f"{text} such as {members}", sort=sort, closed=True)


@rule(("N等地", "N"), cost=0.2)
def _in_places(one: Phrase, other: Phrase) -> Phrase | None:
    """清河、东河等地企业: enterprises in … and other places."""
    return (
        None
        if other.items
        else replace(
            other, text=f"{other.text} in {noun(one)} and other places", attr="", single=""
        )
    )


@rule(("N", "等地"), cost=0.0)
def _and_places(one: Phrase, _mark: Phrase) -> Phrase | None:
    members = one.items or (one,)
    return replace(one, cat="N等地") if all(is_proper(m) for m in members) else None


@rule(("N等地", "的"), cost=0.0)
def _of_places(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="N等地")


@rule(("N等", "的"), cost=0.0)
def _others_of(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="DE", text=and_others(one))


@rule(("N等", "VP"), cost=0.3)
def _others_did(one: Phrase, other: Phrase) -> Phrase:
    subject = Phrase("N", f"{noun(one)}, among others,", sort=Sort.MANY)
    return Phrase("S", predicates=other.predicates, subject=subject)


_AREAS = (" m² of", " km² of", " mu of", " ha of")
_FIRMS = re.compile("enterprise|business|compan|firm|entit|store|shop|merchant")


@rule(("Q", "N"), cost=0.1)
def _counted(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items and one.text.endswith(_AREAS) and not other.closed:  # 20万平方米厂房和孵化楼
        return Phrase("N", f"{one.text} {noun(other)}", sort=Sort.MANY, closed=True)
    if other.items or is_proper(other) or other.text.startswith("the ") or other.event:
        return None
    if one.text.endswith(" yuan of") and " to " in other.text:
        return None  # 投入2亿元实施海湾整治行动: the money carries it out
    if other.text[:1].isdigit() or (other.sort is Sort.NAME and not is_plural(other)):
        return None
    if one.text.endswith(" households of") and _FIRMS.search(other.text):
        one = replace(one, text=one.text.removesuffix(" households of"))  # 12户企业
    single = one.text in ("one", "1", "a")
    text = (
        other.singular
        if single
        else plural(other.text)
        if other.sort is Sort.SINGLE
        else other.text
    )
    count = a_or_an(text) if one.text == "a" else one.text
    return Phrase("N", f"{count} {text}", sort=Sort.NAME, attr=f"{one.text} {other.attr}")


@rule(("N", "Q"), cost=0.6)
def _counted_after(one: Phrase, other: Phrase) -> Phrase | None:
    """建成投用中小学14所: the figure stands behind what it counts."""
    if other.text.endswith((" yuan of", "% of")):
        return None
    if one.items:
        kinds = all(
            is_plural(i) and not (i.items or is_proper(i) or _FIGURE.match(i.text))
            for i in one.items
        )
        text = f"{other.text} {noun(one)}"
        return Phrase("N", text, sort=Sort.NAME, closed=True) if kinds else None
    return _counted(other, one)


@rule(("Q", "Q"), cost=0.3)
def _households_and_people(one: Phrase, other: Phrase) -> Phrase | None:
    """195户500人: households and people of one event."""
    if not one.text.endswith(" households of") or not re.match(r"\d", one.text):
        return None
    people = re.sub(" people(?: of)?$", "", other.text)
    return Phrase("QQ", f"{one.text.removesuffix(' of')} and {people} people")


@rule(("QQ", "N"), ("QQ", "E"), cost=0.1)
def _of_households(one: Phrase, other: Phrase) -> Phrase | None:
    """195户500人搬迁协议签订: the signing of … for 195 households and 500 people."""
    return Phrase("N", f"{noun(other)} for {one.text}", sort=Sort.NAME) if other.event else None


@rule(("N", "的"), ("S", "的"), ("VP", "的"), ("A", "的"), cost=0.0)
def _whose(one: Phrase, _mark: Phrase) -> Phrase:
    text = noun(one) if one.cat == "N" else one.text
    return replace(one, cat="DE" if one.cat == "N" else f"{one.cat}的", text=text)


@rule(("DE", "N"), ("DE", "E"), cost=0.2)
def _of_what(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items:
        return None
    join = other.link or "of"
    text = f"{other.text} {join} {one.text}"
    if other.sort is Sort.MASS:
        return Phrase("N", f"the {text}", sort=Sort.NAME, words=_OWNED)
    single = f"{other.singular} {join} {one.text}" if other.single else ""
    return Phrase("N", text, sort=other.sort, single=single, words=_OWNED)


@rule(("A的", "N"), cost=0.1)
def _so(one: Phrase, other: Phrase) -> Phrase | None:
    return described(one, other)


@rule(("VP的", "N"), cost=0.4)
def _that_does(one: Phrase, other: Phrase) -> Phrase | None:
    """依靠创新驱动的增长: growth relying on innovation."""
    if other.items or len(one.predicates) > _MOST_DEEDS or any(p.planned for p in one.predicates):
        return None
    doing = listed([told(p, Form.ING).removeprefix("being ") for p in one.predicates])
    return replace(other, cat="N", text=f"{other.text} {doing}", attr="", single="")


_TOWARDS = re.compile(
    r"\b(?:mechanism|measure|campaign|programme|plan|system|activity|target|task|policy|method)s?$"
)


@rule(("VP", "N"), cost=0.9)
def _to_do(one: Phrase, other: Phrase) -> Phrase | None:
    """抓党建助推民营企业发展20条措施: 20 measures to …."""
    if other.items or len(one.predicates) > 2 or not _TOWARDS.search(other.text):
        return None
    if any(p.verb.startswith("carry out") for p in one.predicates):
        return None  # 实施海湾整治行动: the campaign itself is carried out
    doing = listed([told(p, Form.BASE) for p in one.predicates])
    return replace(other, text=f"{other.text} to {doing}", attr="", single="")


@rule(("A", "ADD"), cost=0.1)
def _adjective_with_addition(one: Phrase, other: Phrase) -> Phrase:
    """中国（清河）农业博览会: the China (Qinghe) Agricultural Expo."""
    place = "China" if one.text == "Chinese" else one.text
    return replace(one, text=f"{place} {other.text}")


@rule(("N", "ADD"))
def _with_addition(one: Phrase, other: Phrase) -> Phrase:
    if one.sort in (Sort.MANY, Sort.SINGLE) and not one.items:
        single = f"{one.singular} {other.text}" if one.sort is Sort.MANY else ""
        return replace(one, text=f"{one.text} {other.text}", attr="", single=single)
    return Phrase("N", f"{noun(one)} {other.text}", sort=Sort.NAME)
