"""Rules for what is done: verbs with objects and adverbs, who does it, who makes whom do it.

Input: phrases. Output: predicates and clauses. What is planned stays planned.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.english.phrase import (
    Form,
    Phrase,
    Predicate,
    Sort,
    is_plural,
    is_proper,
    listed,
    noun,
    one_of,
    told,
)
from briefgen.english.register import rule
from briefgen.english.words import plural


def _with_object(verb: Phrase, thing: str) -> tuple[Predicate, ...]:
    *before, last = verb.predicates
    if "…" in last.verb:  # put … back to use
        head, _, tail = last.verb.partition("…")
        after = " ".join(w for w in (tail.strip(), last.after) if w)
        return (*before, replace(last, verb=head.strip(), rest=thing, after=after))
    return (*before, replace(last, rest=thing))


@rule(("V", "N"), ("V", "E"), cost=0.1)
def _does(one: Phrase, other: Phrase) -> Phrase | None:
    thing = _thing(one, other)
    if one.text.startswith("be ") and any(i.sort is Sort.MASS for i in other.items):
        return None  # 获批进境水果、粮食指定监管场地: nobody is approved as fruit
    if one.text.startswith("be selected as") and _ROLL.search(thing):
        if " and " in thing and not thing.startswith("the "):
            return None
        the = thing if thing.startswith("the ") else f"the {re.sub('^an? ', '', thing)}"
        return Phrase("VP", predicates=(Predicate("be included in", the),))
    if one.text == "win recognition as" and thing[:1].isdigit():
        return Phrase("VP", predicates=(Predicate("win recognition for", thing),))
    if one.text == "win" and other.text.startswith(("innovation cases", "typical cases")):
        return None
    if re.search(r"\b(?:list|catalogue)$", thing) and re.match("(?:national|provincial)", thing):
        thing = f"the {thing}"
    if one.text == "win" and _NAMED_AS.search(_head(other)) and not other.items:
        return Phrase("VP", predicates=(Predicate("be named", one_of(other)),))
    if one.text == "complete" and _HONOUR.search(other.singular):
        return Phrase("VP", predicates=(Predicate("become", one_of(other)),))
    if thing.startswith("first place") and one.text in _FIRST_PLACE:
        return Phrase("VP", predicates=(Predicate(_FIRST_PLACE[one.text], thing),))
    return Phrase("VP", predicates=_with_object(one, thing), event=one.event)


# what one is entered in
_ROLL = re.compile(
    r"\b[Ll]ists?\b|[Cc]atalogue|\b(?:projects?|programmes?|plans?|campaigns?) (?:of|for|to)\b"
    "|(?:programmes?|plans?|campaigns?)$"
)
# what one is named, and wins no prize by: a project won a demonstration project
_NAMED_AS = re.compile(
    "(?:case|project|county|city|village|town|district|unit|collective|base|zone|park|school"
    "|hospital|community|Project|County|City|Village|Town|District|Unit|Base|Zone|Park)$"
)
_FIRST_PLACE = {"retain the title of": "retain", "rank among": "take"}
# 建成示范县 builds no county
_HONOUR = re.compile(
    "(?:demonstration|model|zero-waste|civilised|garden|forest|hygienic) "
    "(?:county|city|district|town)"
)


def _thing(verb: Phrase, thing: Phrase) -> str:
    """Return an object with its article: what is made, or what one is named, is likely one."""
    if verb.text.endswith(" in") and thing.text.startswith("construction of "):
        return f"the {thing.text}"  # 融入经济圈建设: join in the construction of it
    if thing.items and verb.creates:
        return listed([_thing(verb, item) for item in thing.items])
    if verb.text.endswith("title of"):
        return thing.singular  # retain the title of National Civilised City
    if verb.text in _CARRIED and _is_campaign(thing):
        return f"the {thing.singular}"  # 实施养殖提升行动
    if verb.text.endswith(" everywhere") and not thing.items:
        return plural(thing.singular)  # 全覆盖建立小区党支部
    own = _is_own(thing) and any(how not in ("", "words") for _, _, how in thing.terms)
    own = own and not verb.text.startswith(_TO_ONE)  # 获评国家级基地: one of many
    if thing.sort is Sort.MANY and not thing.items and not verb.creates and own:
        return noun(_as_single(thing))
    if verb.text.startswith(_TO_ONE) and _ONE_OF_NATION.match(thing.text):
        return f"a {thing.text}"  # 入选全国“两山”实践创新基地
    single = verb.text.startswith(_TO_ONE) or (verb.creates and _is_one(thing))
    if thing.sort is Sort.NAME and thing.single and thing.text[:1] == "“":
        return f"{'a' if single or verb.creates else 'the'} {thing.text}"
    return one_of(thing) if single else noun(thing, new=verb.creates)


def _is_campaign(thing: Phrase) -> bool:
    named = " " in thing.singular and not _GENERAL.match(thing.singular)
    return named and thing.sort is Sort.MANY and _CAMPAIGN.search(_head(thing)) is not None


_ONE_OF_NATION = re.compile(
    "(?:national|provincial|municipal) “.*(?:base|zone|county|city|district|town|village|park)$"
)
_CARRIED = ("carry out", "launch", "start", "carry out in depth")
_CAMPAIGN = re.compile("(?:campaign|programme|plan|initiative|scheme|drive)$")
_TO_ONE = ("be ", "win recognition", "become", "both be ", "work to become", "strive for")
_ONE = re.compile(
    r"(?:zone|park|base|centre|hub|area|city|district|county|hospital|laboratory|museum|library"
    r"|university|platform|alliance|system|belt|corridor|model|brand|benchmark|town|campus"
    r"|community|government|consortium|cooperative|committee|team|fund|federation|association|bureau|market|pole|gateway|network|resort|institute)$"
)


def _is_one(thing: Phrase) -> bool:
    """Return whether a thing that is made is likely one: 打造科技创新中心 is a centre."""
    return thing.sort is Sort.MANY and not thing.items and _ONE.search(_head(thing)) is not None


def _head(thing: Phrase) -> str:
    """Return a noun without what stands behind it: demonstration zone for ecology."""
    return re.split(" (?:of|for|in|as|at|to|with) ", thing.singular, maxsplit=1)[0]


@rule(("V", "了"), ("VP", "了"), cost=0.0)
def _done(one: Phrase, _mark: Phrase) -> Phrase:
    return one


@rule(("ADV", "V"), ("ADV", "VP"), cost=0.05)
def _how(one: Phrase, other: Phrase) -> Phrase:
    planned = one.predicates[0].planned
    first = other.predicates[0]
    before = " ".join(w for w in (one.text, first.before) if w)
    after = " and ".join(w for w in (first.after, one.predicates[0].after) if w)
    how = replace(first, before=before, after=after, planned=planned or first.planned)
    return replace(other, predicates=(how, *other.predicates[1:]), words=other.words + 1)


@rule(("ADV", "S"), cost=0.3)
def _aims_that(one: Phrase, other: Phrase) -> Phrase | None:
    """力争项目一季度试生产: for the project to …, and never that it did."""
    if not one.predicates[0].planned:
        return None
    planned = tuple(replace(p, planned=True) for p in other.predicates)
    return replace(other, predicates=planned)


@rule(("ADV", "ADV"), cost=0.05)
def _and_how(one: Phrase, other: Phrase) -> Phrase:
    text = " and ".join(w for w in (one.text, other.text) if w)
    planned = one.predicates[0].planned or other.predicates[0].planned
    after = " and ".join(w for p in (one, other) if (w := p.predicates[0].after))
    return Phrase("ADV", text, predicates=(Predicate("", after=after, planned=planned),))


@rule(("ADV", "、"), cost=0.0)
def _open_how(one: Phrase, _mark: Phrase) -> Phrase:
    return one


@rule(("VP", "、"), cost=0.6)
def _open_deed(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="VP,")


@rule(("VP", "并"), ("VP", "和"), cost=0.0)
def _open_deeds(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="VP,")


@rule(("VP,", "VP"), cost=0.2)
def _deeds(one: Phrase, other: Phrase) -> Phrase:
    return Phrase("VP", predicates=(*one.predicates, *other.predicates))


@rule(("V", "、"), ("V", "和"), cost=0.0)
def _open_verbs(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="V,")


@rule(("V,", "V"), cost=0.4)
def _both(one: Phrase, other: Phrase) -> Phrase | None:
    """收集、梳理问题: collected and sorted problems: two verbs with one object."""
    if "…" in one.text + other.text or any(p.rest for p in one.predicates):
        return None
    return replace(other, predicates=(*one.predicates, *other.predicates))


@rule(("N", "VP"), cost=0.2)
def _who(one: Phrase, other: Phrase) -> Phrase | None:
    """清河区建设公园: who does what; a verb with a noun form needs somebody who can do it."""
    return None if other.event and not is_proper(one) else _does_what(one, other)


@rule(("N", "VP"), cost=2.0)
def _does_what(one: Phrase, other: Phrase) -> Phrase | None:
    """老旧小区改造投资 is more often investment than compounds that renovate something."""
    if one.event and other.predicates[0].rest:
        return None  # an event does nothing: 全区成立综合整治临时党委
    if "fall short" in other.predicates[0].verb and len(one.items) == 2:  # 供给与期盼有差距
        first = replace(other.predicates[0], rest=f"of {noun(one.items[1])}")
        return Phrase("S", predicates=(first, *other.predicates[1:]), subject=one.items[0])
    subject = _as_one(one, other)
    predicates = tuple(_for_many(p) for p in other.predicates) if is_plural(subject) else None
    deeds = predicates or other.predicates
    return Phrase("S", predicates=deeds, subject=subject, adjunct=other.adjunct)


def _for_many(predicate: Predicate) -> Predicate:
    """Return what many are named: two firms were named champions, five towns were among the …."""
    if not predicate.verb.startswith(_TO_ONE):
        return predicate
    if predicate.rest.startswith("one of the "):
        rest = predicate.rest.replace("one of", "among", 1)
        return replace(predicate, verb=predicate.verb.removesuffix(" as"), rest=rest)
    one = re.match("an? ", predicate.rest)
    rest = plural(predicate.rest[one.end() :]) if one else predicate.rest
    return replace(predicate, rest=rest)


def _as_one(one: Phrase, deed: Phrase) -> Phrase:
    if one.items:
        items = tuple(_as_one(item, deed) for item in one.items)
        return replace(one, items=items, text=listed([noun(item) for item in items]))
    if one.sort is Sort.MANY and (one.single or one.attr) and _happens_to_one(one, deed):
        return _as_single(one)
    return one


def _as_single(thing: Phrase) -> Phrase:
    return replace(thing, text=thing.singular, sort=Sort.SINGLE)


_OF_TWO = re.compile(r" of [A-Z][^,]* and [A-Z]")


def _happens_to_one(one: Phrase, deed: Phrase) -> bool:
    """Return whether a deed tells of one thing: what is named, or is somebody's and is opened."""
    verb = deed.predicates[0].verb
    if verb.startswith(_OF_ONE):
        return True
    if _OF_TWO.search(one.singular):
        return False  # 柳溪镇、东河镇养老服务分中心: each has its own
    built = verb.startswith(_WORKS) and _ONE_WORK.search(_head(one)) is not None
    words = len(one.singular.split())
    general = words < _SPECIFIC and _GENERAL.match(one.singular) is not None
    return _is_own(one) or (built and words > 1 and not general)


def _is_own(thing: Phrase) -> bool:
    """Return whether a thing is somebody's or the nation's one: 清河大桥工程, 国家质检中心."""
    own = any(how != "words" and how for _, _, how in thing.terms) or "“" in thing.text
    own = own or thing.singular.startswith(("national ", "district ", "municipal ", "county "))
    return own and _ONE_WORK.search(_head(thing)) is not None


_ONE_WORK = re.compile(
    rf"{_ONE.pattern[:-2]}|project|line|railway|road|bridge|building|station|school|kindergarten"
    "|factory|plant|tunnel|expressway|airport|section|cluster|chain|port|reservoir|canal|spot"
    "|attraction|resort|brand|terminal|berth|pier|group|mechanism|bank|branch|committee|cooperative|quarter|site|wharf|marathon|games|forum|expo|fair|exhibition|conference|league|race|contest)$"
)


@rule(("S", "、"), cost=0.0)
def _open_clauses(one: Phrase, _mark: Phrase) -> Phrase:
    return replace(one, cat="S,")


_OF_ONE = (
    "be named", "be selected as", "be shortlisted", "be approved as", "be recognised as",
    "be upgraded to",
    "be promoted to", "win recognition", "pass", "be included in", "be listed as",
    "be designated as",
)  # fmt: skip
# what is done to one work that the clause names: 滨海大道改造工程建成通车
_WORKS = ("be completed", "be structurally", "open to", "start construction", "break ground",
          "be connected", "be topped out", "be put into", "go into", "be under construction",
          "be accepted", "pass", "be inaugurated", "be opened", "open", "be handed over",
          "be launched", "be set up", "go online")  # fmt: skip
_SPECIFIC = 4  # words of a name that tells one work: new county middle school campus
_GENERAL = re.compile(
    "(?:new|emerging|major|key|important|large|rural|urban|livelihood|industrial|public|supporting"
    "|infrastructure|investment|government|advanced|municipal|national|provincial|county|district|all|more"
    "|various|other|local|modern|standard) "
)
_SENDS = ("assign", "send", "second", "attract", "organise", "invite", "work", "invest", "raise")
_SPENDS = ("invest", "raise", "receive", "save", "pay", "spend")


@rule(("V", "Q"), ("V了", "Q"), cost=0.2)
def _spends(one: Phrase, other: Phrase) -> Phrase | None:
    """投入3.2亿元实施工程: invest 320 million yuan to carry out …."""
    if one.text not in _SPENDS or not other.text.endswith(" yuan of"):
        return None
    return Phrase("VP", predicates=(Predicate(one.text, other.text.removesuffix(" of")),))


@rule(("VP", "VP"), cost=0.9)
def _in_order_to(one: Phrase, other: Phrase) -> Phrase | None:
    """选派党建指导员驻企服务: assign instructors to serve in enterprises."""
    last = one.predicates[-1]
    if last.verb.partition(" ")[0] not in _SENDS or not (last.rest or "on" in last.verb):
        return None
    aim = " ".join(f"to {told(p, Form.BASE)}" for p in other.predicates)
    made = replace(last, rest=f"{last.rest} {aim}".strip())
    return Phrase("VP", predicates=(*one.predicates[:-1], made))


@rule(("V", "VP"), cost=0.4)
def _keep_doing(one: Phrase, other: Phrase) -> Phrase | None:
    """坚持问需于企业: keep asking …."""
    if one.text != "keep to":
        return None
    doing = listed([told(p, Form.ING) for p in other.predicates])
    return Phrase("VP", predicates=(Predicate("keep", doing),))


@rule(("V", "N等"), cost=0.2)
def _does_these(one: Phrase, other: Phrase) -> Phrase:
    thing = listed([*(_thing(one, i) for i in other.items or (replace(other, cat="N"),)), "others"])
    return Phrase("VP", predicates=_with_object(one, thing))


@rule(("S的", "N"), cost=0.6)
def _of_whom(one: Phrase, other: Phrase) -> Phrase | None:
    """企业在融资等方面存在的问题: problems of enterprises with regard to …."""
    first = one.predicates[0]
    if first.verb not in ("exist", "face") or one.subject is None or other.items:
        return None
    text = f"{other.text} of {noun(one.subject)} {first.rest}".strip()
    return replace(other, cat="N", text=text, attr="", single="")


@rule(("把", "N"), ("将", "N"), cost=0.0)
def _taking(_mark: Phrase, other: Phrase) -> Phrase:
    return replace(other, cat="BA")


@rule(("BA", "VP"), ("BA", "V"), cost=0.3)
def _turning(one: Phrase, other: Phrase) -> Phrase | None:
    """把“关键变量”转化为“最大增量”: turn … into …; the verb's entry says where the object goes."""
    verb = other.predicates[0]
    taken = replace(one, cat="N")
    if "…" in verb.verb and other.cat == "V":
        return Phrase("VP", predicates=_with_object(other, noun(taken)))
    if "§" in verb.verb:
        into = replace(verb, verb=verb.verb.replace("§", noun(taken)))
        return Phrase("VP", predicates=(into, *other.predicates[1:]))
    return None


@rule(("VP", "之称"), ("VP", "美誉"), ("VP", "的美誉"), ("VP", "美称"), cost=0.0)
def _known_as(one: Phrase, _mark: Phrase) -> Phrase | None:
    """素有“百泉之城”之称: is known as …."""
    return one if one.predicates[-1].verb == "be known as" else None


@rule(("成为", "N"), cost=0.1)
def _becoming(_mark: Phrase, other: Phrase) -> Phrase:
    return Phrase("VP", predicates=(Predicate("become", one_of(other)),))
