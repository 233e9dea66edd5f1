"""Rules for nouns that stand beside nouns: what is of what, what lies in what, levers for what.

Input: phrases. Output: noun phrases. An adjective stays before the whole, a name before its noun.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.english.phrase import Phrase, Sort, is_proper, noun, one_of
from briefgen.english.quoted_rules import is_quote, quoted_beside
from briefgen.english.register import rule
from briefgen.english.words import plural

_PHASE = re.compile(r"\bPhase [IV]+\b")
_LONG = 5  # words of a compound that reads better with `of`


def compound(left: str, right: Phrase) -> Phrase:
    """Return a noun with words before it, in all its forms: plural, singular, modifier."""
    left = left.removeprefix("the ") if left.startswith("the “") else left
    if right.text.startswith("a series of "):
        text = f"a series of {left} {right.text.removeprefix('a series of ')}"
        return replace(right, cat="N", text=text, attr="", single="")
    if right.text.startswith("the "):
        text = f"the {left} {right.text.removeprefix('the ')}"
        return replace(right, cat="N", text=text, attr=f"{left} {right.modifier}", single="")
    return replace(
        right,
        cat="N",
        text=f"{left} {right.text}",
        attr=f"{left} {right.modifier}",
        single=f"{left} {right.singular}",
    )


@rule(("A", "N"), ("A", "E"))
def described(one: Phrase, other: Phrase) -> Phrase | None:
    """Return a noun with its adjective, None where it has a figure or marks before it."""
    if other.items or other.text[:1].isdigit():
        return None
    if other.text[:1] == "“" and one.text in _SCOPES and not other.single:
        return Phrase("N", f"{one.text} {other.text}", sort=Sort.SINGLE)  # 全省“四好商会”
    if (other.text[:1] == "“" and not one.text.isdigit()) or other.text.startswith("first place"):
        return None
    if _is_of_a_part(one, other):
        return None
    if "people's congress" in other.text and one.text in _SCOPES:
        body = f"{one.text} people's congress"
        return replace(other, text=other.text.replace("people's congress", body), attr="")
    if one.text.startswith(("at ", "above ", "with ", "of ")):  # enterprises at provincial level
        single = f"{other.singular} {one.text}" if other.single else ""
        return replace(other, text=f"{other.text} {one.text}", attr="", single=single)
    qualities = _QUALITY.search(one.text) is not None
    if qualities and other.text.startswith("highly "):
        return replace(compound(f"{one.text},", other), cat=other.cat)
    leads = other.sort is not Sort.NAME and not qualities
    lead = _LEADING.match(other.text) if leads else None
    if lead and not _FIRST.fullmatch(one.text) and not _LEADING.match(f"{one.text} "):
        bare = compound(one.text, _without(other, lead[0]))  # 中学新校区: the new one
        return replace(compound(lead[0].strip(), bare), cat=other.cat)
    made = replace(compound(one.text, other), cat=other.cat)
    public = one.text in _SCOPES and _FACILITY.search(other.singular)
    if other.sort is Sort.MANY and (public or one.text in _SIDES):  # 县妇幼保健院, 北港区
        return replace(made, text=made.singular, sort=Sort.SINGLE)
    if _FIRST.fullmatch(one.text):  # 第十三次代表大会, 首届博览会: there is one
        if is_proper(other):
            return replace(made, text=f"the {made.text.removeprefix('the ')}", attr="", single="")
        return replace(made, text=made.singular, sort=Sort.SINGLE)
    return made


# more competitive modern systems: how good a thing is stands before what it is
_QUALITY = re.compile(r", |\b(?:more|most|better|highly) ")


def _is_of_a_part(one: Phrase, other: Phrase) -> bool:
    """Return whether an adjective belongs to what a noun is of: 20万吨级航道前期工作 is work on
    waterways of that size, 县妇幼保健院迁建工程 a project of the county's hospital."""
    if other.text.startswith(_JUDGED):
        return False  # 全国优秀案例: the nation's, whatever they are cases of
    if one.modifier in _SCOPES and other.sort is Sort.MANY:
        return re.search(" of (?!the )", other.text) is not None
    part = one.text in (*_SIDES, *_REGIONS) or _SIZE.search(one.text) is not None
    return part and re.search(" (?:on|for|of|in) ", other.text) is not None


_SIZE = re.compile("-(?:tonne|kW|MW|mu|m³|yuan)$")
_REGIONS = ("western", "eastern", "northern", "southern", "some")
_SIDES = ("north", "south", "east", "west")
_SCOPES = ("provincial", "national", "municipal", "city", "county", "district", "banner", "town",
           "township", "prefectural", "regional")  # fmt: skip
_FIRST = re.compile(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
                    r"|tenth|largest|whole|brightest|.* first")  # fmt: skip


_SIZED_WORK = re.compile(
    r"(?:projects?|bases?|lines?|plants?|farms?|parks?|stations?|fields?|zones?|vessels?|ships?|units?"
    r"|facility|facilities|greenhouses?|mines?|wells?|works|workshops?|fleet)$"
)


@rule(("SZ", "N"), cost=0.2)
def _of_that_size(one: Phrase, other: Phrase) -> Phrase | None:
    """50万千瓦风电项目, 千头肉牛养殖场: works by their size; 60万吨煤 is an amount."""
    if other.items or not _SIZED_WORK.search(re.split(" (?:of|in|for) ", other.singular)[0]):
        return None
    return compound(one.text, other)


@rule(("N", "制"), cost=0.1)
def _made_from(one: Phrase, _mark: Phrase) -> Phrase | None:
    return None if one.items or is_proper(one) else replace(one, cat="N制")


@rule(("N制", "N"), cost=0.1)
def _made_into(one: Phrase, other: Phrase) -> Phrase | None:
    """煤制烯烃项目: coal-to-olefins projects."""
    if other.items or other.sort not in (Sort.MASS, Sort.NAME) or is_proper(other):
        return None
    ways = f"{one.modifier}-to-{other.text}".replace(" ", "-")
    return Phrase("N", f"{other.text} from {one.text}", sort=Sort.MASS, attr=ways)


@rule(("N", "N"), cost=0.45)
def _of_nouns(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items or other.closed or (one.modifier in _SCOPES and _is_of_a_part(one, other)):
        return None
    if one.items and not other.link and _KEEPS.search(other.singular):
        return _for(one, other)
    if one.items and not other.link:
        named = all(is_proper(item) for item in one.items) and not is_proper(other)
        return _of(one, other) if named and not is_quote(other) else None
    if one.text.endswith(")") or _PHASE.search(other.text):
        return None  # a name goes on after its brackets
    if other.link:
        return _linked(one, other)
    if other.text.startswith("Line ") and not is_proper(one):
        return Phrase("N", f"{one.modifier} {other.text}", sort=Sort.NAME)
    if is_proper(other) and one.sort is Sort.MANY and _DOERS.search(one.text):
        firm = not one.items and other.terms[-1:] and other.terms[-1][2] == "firm"
        return Phrase("N", f"the {one.singular} {other.text}", sort=Sort.NAME) if firm else None
    if is_proper(other):
        return _place_in(one, other)
    if is_quote(other):
        return quoted_beside(one, other)
    if _COUNTED.match(other.text):
        return _counted_of(one, other)
    return _plain(one, other)


def _counted_of(one: Phrase, other: Phrase) -> Phrase | None:
    """Return what is counted with where it is, or what it is on: 25 measures on Party building."""
    if one.text.startswith("the whole "):
        return Phrase("N", f"{other.text} in {one.text.replace('whole ', '')}", sort=Sort.NAME)
    measures = other.text.endswith(" measures") and one.text.startswith("Party building")
    text = f"{other.text} {'on' if measures else 'in'} {one.text}"
    return Phrase("N", text, sort=Sort.NAME) if is_proper(one) else None


# what is kept, sold or checked at a place: 水果、粮食指定监管场地
_KEEPS = re.compile(r"\b(?:site|market|warehouse|storehouse|base|line|workshop|station)$")


def _for(one: Phrase, other: Phrase) -> Phrase | None:
    if other.items or is_proper(other) or any(i.sort is not Sort.MASS for i in one.items):
        return None
    single = f"{other.singular} for {noun(one)}" if other.single else ""
    return replace(other, text=f"{other.text} for {noun(one)}", attr="", single=single)


_DOERS = re.compile(r"\b(?:enterprises|firms|companies|residents|farmers|households|villagers)$")


def _plain(one: Phrase, other: Phrase) -> Phrase | None:
    left = one.modifier
    if other.text.startswith("first place"):
        return None
    if one.closed:
        return _of(one, other)
    if one.event and other.text == "work":
        return one
    if _binds_elsewhere(one, other):
        return None
    if is_proper(one) and " of " in other.text:
        return _place_in(one, other)
    if one.text.startswith(("the district ", "the county ", "the municipal ")) and one.terms:
        return _of_body(one, other)
    if (led := _led(one, other)) is not None:
        return led
    if _BEST.match(other.text):
        return Phrase("N", f"{other.singular} of {noun(one)}", sort=Sort.SINGLE)
    if one.event and " of " in one.text and other.attr != other.text:
        single = f"{other.singular} in {noun(one)}" if other.single else ""
        return Phrase("N", f"{other.text} in {noun(one)}", sort=other.sort, single=single)
    qualified = other.sort is Sort.MASS and _QUALIFIED.match(other.text)
    if other.text.endswith(" section") or (qualified and (one.attr == one.text or "-" in left)):
        return _of(one, other)
    long = len(left.split()) + len(other.text.split()) >= _LONG and len(left.split()) > 1
    if long and not (one.event or is_proper(one) or other.terms or left[:1] == "“"
                     or "Line " in left):  # fmt: skip
        return replace(_of(one, other), event=False)
    return _one_of_a_kind(one, other, replace(compound(left, other), event=other.event))


def _led(one: Phrase, other: Phrase) -> Phrase | None:
    """Return a compound whose last noun has an adjective that stands before the whole.

    Major transport projects; important engines of economic development.
    """
    left = one.modifier
    first = _LEADING.match(other.text) if other.sort is not Sort.NAME else None
    events = one.event or one.text.endswith("development")
    if first is not None and events and len(left.split()) >= _SHORT:
        return _of(one, other)
    if other.text.startswith(_HIGH) and one.attr != one.text and left.isalpha():
        return compound(f"{_HIGH}{left}", _without(other, _HIGH))
    return first and compound(f"{first[0]}{left}", _without(other, first[0]))


def _binds_elsewhere(one: Phrase, other: Phrase) -> bool:
    """Return whether a noun belongs to what the next one is for, or does not go with it.

    海洋新兴产业倍增计划 doubles all that stands before; 创建“甲路”示范市 is no creation so called.
    """
    if one.event and (other.text[:1] == "“" or one.text in ("creation", "establishment")):
        return True
    if other.event and " of " in other.text and not is_proper(one):
        return True  # 钒钛新材料产业园建设 is of such a park
    if one.attr != one.text and re.search(r" of [\w-]+ development\b", other.text):
        return True  # 经济高质量发展引擎: it is the economy that develops
    aimed = " to " in other.text and not is_proper(one) and not other.terms
    return aimed or _AIMED.match(other.text) is not None


_JUDGED = ("outstanding ", "typical ", "excellent ", "exemplary ")
_HIGH = "high-quality "
_AIMED = re.compile(r"(?:[\w-]+ )*?(?:campaign|plan|programme)s? (?:to|for) ")
_TOP = re.compile(r"\b(?:County|District|Town|City)\b")
_SHORT = 2  # words before a noun that takes `of`, which are no burden: urban flood control


def _linked(one: Phrase, other: Phrase) -> Phrase | None:
    """Return a noun with what its entry joins to it: 创新工作抓手 is levers for innovation."""
    if any(" of " in item.text for item in one.items):
        return None  # 甲路东延、乙路改造: each has its own
    left = one.modifier
    short = not one.items and len(left.split()) <= _SHORT and not is_proper(one)
    judged = other.text.startswith((*_JUDGED, "main structure")) or one.text.startswith("the ")
    if other.link == "of" and short and not judged:
        return replace(compound(left, other), link="", event=other.event)
    thing = one_of(one) if other.link == "as" else noun(one)
    if other.text == "first place":
        thing = _TOP.sub(lambda m: plural(m[0]), thing)
    made = replace(other, text=f"{other.text} {other.link} {thing}", attr="", link="")
    return replace(made, single=f"{other.singular} {other.link} {thing}" if other.single else "")


# major transport projects, and not transport major projects
_LEADING = re.compile(
    "(?:new|emerging|major|key|serious|important|main|outdated|modern|large|leading|core) "
)


def _of(one: Phrase, other: Phrase) -> Phrase:
    single = f"{other.singular} of {noun(one)}" if other.single else ""
    return replace(other, text=f"{other.text} of {noun(one)}", attr="", single=single)


def _without(phrase: Phrase, word: str) -> Phrase:
    """Return a noun without the word that begins it in all its forms."""
    shown = (w.removeprefix(word) for w in (phrase.text, phrase.attr, phrase.single))
    text, attr, single = shown
    return replace(phrase, text=text, attr=attr, single=single)


def _of_body(one: Phrase, other: Phrase) -> Phrase:
    """县中心医院门诊楼: the outpatient building of the county central hospital."""
    single = other.singular if other.sort is Sort.MANY else other.text
    sort = Sort.SINGLE if other.sort is Sort.MANY else other.sort
    return replace(other, text=f"{single} of {one.text}", attr="", single="", sort=sort)


def _one_of_a_kind(one: Phrase, other: Phrase, made: Phrase) -> Phrase:
    """Return a compound in the singular where its first noun is a name: 清河物流园 is one."""
    if one.sort is not Sort.NAME or other.sort is not Sort.MANY:
        return made
    quoted = other.attr != other.text and one.text[:1] == "“"
    facility = is_proper(one) and _FACILITY.search(other.attr) is not None
    return replace(made, sort=Sort.SINGLE, text=made.singular) if quoted or facility else made


_FACILITY = re.compile(
    "(?:park|kindergarten|centre|hospital|laboratory|museum|library|port|airport|station)$"
)
_COUNTED = re.compile(r"(?:at least )?\d[\d,.]*(?:%(?= of ))? ")
_BEST = re.compile(r"(?:[a-z]+est|most [a-z]+) ")
_PLACES = ("省", "市", "区", "县", "镇", "乡", "村", "街道", "社区")


def _place_in(one: Phrase, other: Phrase) -> Phrase | None:
    """清河镇柳溪村: the village, then the town that it is in."""
    if not is_proper(one) or not one.terms or not _is_place(one):
        return None
    if " " in one.text and not one.terms[-1][0].endswith(_PLACES):
        return None
    text = f"{other.text} in {one.text}"
    if other.sort is Sort.MANY and other.single and not is_proper(other):
        return replace(other, text=text, attr="", single=f"{other.single} in {one.text}")
    return Phrase("N", text, sort=Sort.NAME)


def _is_place(phrase: Phrase) -> bool:
    """Return whether a name is a place's, and not an honour's: National Pilot Zone."""
    return phrase.terms[-1][2] in ("project", "spelled", "place")


# what a name that nobody lists may be the name of
_NAMEABLE = re.compile(
    "(?:projects?|park|base|centre|city|zone|area|plant|factory|railway|expressway|road|line|hospital"
    "|school|kindergarten|campus|company|group|institute|bridge|river|lake|complex|corridor|station"
    "|quarter|tower|market|platform|mine|reservoir|port|airport|works|interchange|hub|town|square"
    "|museum|library|hotel|resort|street|district|village|spot|basin|festival|university|college"
    "|laboratory|society|site|building|stadium|community|fund|Phase [IV]+|terminal|wharf|tunnel"
    "|berth|canal|pier|bay|island|mountain|farm|garden|cluster|cooperative|kiln|brand|residence)$"
)


@rule(("X", "N"), cost=0.3)
def _unlisted(one: Phrase, other: Phrase) -> Phrase | None:
    """弥河修复工程: the Mihe restoration project."""
    head = re.split(" (?:of|for|in|on) ", other.singular, maxsplit=1)[0]
    if other.items or other.closed or is_proper(other) or not _NAMEABLE.search(head):
        return None
    if other.text.count(" of ") > 1:
        return None
    text = f"{one.text} {other.singular.removeprefix('the ')}"
    return Phrase("N", text, sort=Sort.SINGLE, attr=text)


@rule(("N", "段"), cost=0.1)
def _section(one: Phrase, _mark: Phrase) -> Phrase | None:
    """杭温高铁义乌段: the Yiwu section of the railway."""
    if not is_proper(one) or one.items:
        return None
    left = one.modifier
    return Phrase("N", f"{left} section", sort=Sort.SINGLE, attr=f"{left} section")


@rule(("PART", "N"), cost=0.1)
def _of_phase(one: Phrase, other: Phrase) -> Phrase | None:
    """二期校园: the Phase II campus."""
    return None if other.items else compound(one.text, other)


# coordinated development of technology, and not technology coordinated development
_QUALIFIED = re.compile(
    r"(?:(?:un)?[a-z]+(?:ed|ive|ible|ional|ial|al|ary|ic)|joint|better|deep|deeper|fine|smart"
    r"|green|all-round|high-quality|wider|closer|large-scale) [a-z]"
)


@rule(("N", "E"), cost=0.3)
def _event_of(one: Phrase, other: Phrase) -> Phrase | None:
    """城市更新: urban renewal; 清河大桥建设: construction of …."""
    if one.text[:1] == "“" and not one.items and " " not in other.text:
        return Phrase("N", f"the {one.text} {other.text}", sort=Sort.NAME, event=True)
    if one.items and one.items[0].event and not one.items[-1].event:
        return None
    if is_proper(one) and other.text.startswith("construction of "):
        return None  # 清河大学科学中心示范工程建设: of its projects
    short = not one.items and len(one.modifier.split()) <= _SHORT and not is_proper(one)
    built = other.text == "construction" and one.sort is Sort.MANY and " " in one.modifier
    short = short and not built and (one.attr != one.text or not _QUALIFIED.match(other.text))
    if short and not one.text.startswith(("a ", "the ")):
        return replace(compound(one.modifier, other), cat="N", event=True)
    return Phrase("N", f"{other.text} of {noun(one)}", sort=Sort.MASS, event=True)


@rule(("N", "PART"), cost=0.1)
def _phase(one: Phrase, other: Phrase) -> Phrase:
    if is_proper(one) or len(one.modifier.split()) <= _SHORT:
        return Phrase("N", f"{one.modifier} {other.text}", sort=Sort.NAME)
    whole = f"the {one.singular}" if one.sort is Sort.MANY and not one.items else noun(one)
    attr = "" if one.items else f"{one.modifier} {other.text}"
    return Phrase("N", f"{other.text} of {whole}", sort=Sort.NAME, attr=attr)
