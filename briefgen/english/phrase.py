"""What a piece of a Chinese clause becomes in English: a noun, a predicate, a clause, an adjunct.

Input: English words with their grammar. Output: `Phrase`s and their printed forms. It knows no
Chinese word; `grammar` puts phrases together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Sort(StrEnum):
    """How a noun takes its article and its number."""

    SINGLE = "single"  # a system, the system
    MANY = "many"  # platforms
    MASS = "mass"  # growth
    NAME = "name"  # Qinghe District, the Party: printed as it is


class Form(StrEnum):
    """The form of a verb that a claim's place on the ladder asks for."""

    BASE = "base"  # to build: what is intended
    PAST = "past"  # built: what happened
    UNDER_WAY = "under way"  # has been building: what has begun and is not done
    WAS_GOING = "was going"  # was building in May
    PERFECT = "perfect"  # has built since 2021
    ING = "ing"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with what stands before and after it: (further) deepen (the reform)."""

    verb: str
    rest: str = ""
    before: str = ""
    after: str = ""  # to high standards
    planned: bool = False  # 将, 拟: never told as done


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a clause; `cost` is low where words were long and rules were few.

    `kept` holds Chinese that stands in the text in quotation marks, `terms` the names used, each as
    Chinese, English and how it came.
    """

    cat: str
    text: str = ""
    cost: float = 1.0
    sort: Sort = Sort.MASS
    attr: str = ""  # as a modifier before a noun: ecological
    single: str = ""  # one of many, where `attr` is another word: city of cities, urban
    link: str = ""  # what joins what goes with it: levers for, positioning as
    items: tuple[Phrase, ...] = ()  # the members of a list of nouns
    predicates: tuple[Predicate, ...] = ()
    subject: Phrase | None = None
    adjunct: str = ""  # what opens a clause: over the next five years
    creates: bool = False  # a verb whose object is new: build a system
    closed: bool = False  # a list that was summed up: “A” and “B”, the two campaigns
    event: bool = False  # a verb's noun: no one who does things
    kept: tuple[str, ...] = ()
    terms: tuple[tuple[str, str, str], ...] = ()
    words: int = 1

    @property
    def modifier(self) -> str:
        """Return the phrase as it stands before a noun."""
        return self.attr or self.text

    @property
    def singular(self) -> str:
        """Return the noun for one of its kind: city, where the modifier is urban."""
        return self.single or self.attr or self.text


def noun(phrase: Phrase, *, new: bool = False) -> str:
    """Return a noun with its article: the system, a system where it is `new`, platforms."""
    if phrase.items:
        return listed([noun(item, new=new) for item in phrase.items])
    if _TITLE.fullmatch(phrase.text) or _SLOGAN.match(phrase.text):
        return f"the {phrase.text}"  # the “Phoenix Plan”, the “Three Lines” of defence
    if phrase.sort is Sort.NAME and _THE.search(phrase.text):
        return f"the {phrase.text}"  # the Qinghe Expressway
    if phrase.sort is not Sort.SINGLE or _OWNED.match(phrase.text) or _PHASED.match(phrase.text):
        return phrase.text  # China's first production line
    if not new:
        return f"the {phrase.text}"
    if _NTH.match(phrase.text):
        return f"the {phrase.text}"
    return f"{a_or_an(phrase.text)} {phrase.text}"


def a_or_an(text: str) -> str:
    """Return the article before `text` by how it begins: an area, a unit."""
    vowel = text[:1].lower() in "aeio" or text.lower().startswith("un")
    return "an" if vowel and not text.lower().startswith(("uni", "eu", "one")) else "a"


_TITLE = re.compile(
    "“[^”]*(?:Plan|Project|Campaign|Programme|Strategy|Initiative|Mechanism|Drive|Award|Cup)”"
    "|“[A-Za-z-]+ measures (?:for|to) [^”]*”"
)
_COUNT = "Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Double|Dual"
_SLOGAN = re.compile(
    f"“(?:(?:{_COUNT})[ -](?!and )|One [A-Z][\\w-]* and (?:{_COUNT}) )[^”]*”$"
    "|“(?:City|Town|Home|Land|Year|Cradle) of [^”]*”$"
    "|“[^”,]*(?:Alliance|City|Circle|Corridor|Belt|Town|Valley|Path|Model|Route|experience|speed"
    "|spirit|model)”$"
    "|“(?:main|second|last|first) [^”]*”|“[a-z]+(?:head|stone|field|house|room)”$"
)
_THE = re.compile(r"^(?!the |“)[\w' -]*(?:Railway|Expressway|River|Corridor|Canal|Basin|Gorge)$")
_OWNED = re.compile(r"(?:[A-Z]\w*|the \w+)'s (?!sense|capacity)")
_PHASED = re.compile("Phase [IV]+ ")
_NTH = re.compile(r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th) ")


def is_proper(phrase: Phrase) -> bool:
    """Return whether a noun is somebody's own name: Qinghe District, and not the public."""
    shown = phrase.text.removeprefix("the ")
    quoted = phrase.text[:1] == "“"
    return phrase.sort is Sort.NAME and not quoted and (_given(phrase) or shown[:1].isupper())


def _given(phrase: Phrase) -> bool:
    return any(how in ("project", "spelled", "place", "firm") for _, _, how in phrase.terms)


def one_of(phrase: Phrase) -> str:
    """Return a noun as one of its kind: a model, where the noun alone would be models."""
    if phrase.sort is Sort.SINGLE and re.match("(?:[a-z]+est|most) ", phrase.text):
        return f"the {phrase.text}"
    if _BATCH.match(phrase.text):
        return f"one of {phrase.text}"
    if phrase.sort is Sort.MANY and re.match("(?:[a-z]+est|most) ", phrase.singular):
        return f"the {phrase.singular}"
    if phrase.items:
        return listed([one_of(item) for item in phrase.items])
    if phrase.sort is Sort.MANY and (phrase.single or phrase.attr):
        return noun(Phrase("N", phrase.singular, sort=Sort.SINGLE), new=True)
    if (honour := _HONOUR.match(phrase.text)) is not None:
        return f"{a_or_an(honour['first'])} {phrase.text}"  # named an “Outstanding Case of …”
    return noun(phrase, new=True)


def is_plural(phrase: Phrase) -> bool:
    """Return whether a verb agrees with the noun in the plural."""
    counted = re.match(r"(?:the )?(?:more than |nearly |about )?\d", phrase.text)
    if phrase.sort is Sort.NAME and (counted or not is_proper(phrase)):
        head = _AFTER_HEAD.split(phrase.text, maxsplit=1)[0]
        return _MANY.search(head) is not None
    return bool(phrase.items) or phrase.sort is Sort.MANY


_HONOUR = re.compile(
    r"(?:20\d\d )?“(?!the )(?P<first>[A-Z][\w'-]*)[^”]*?"
    r"(?:Case|Road|Project|Village|Base|Zone|Unit|Town|Community|School|Park|County|District|Enterprise"
    r"|Hospital|Street|Garden|Team|Brand|Worker|Family)(?: (?:of|in|for) [^”]*)?”"
)
_BATCH = re.compile("the (?:first|second|third|new) (?:batch|round) of ")
_AFTER_HEAD = re.compile(
    " (?:of|in|on|at|for|with|to|that|who|such as|living|under|between|above|from) "
)
_MANY = re.compile("(?:people|women|[^s]s)$")


def listed(parts: list[str]) -> str:
    """Return parts as a list: A, B and C."""
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if len(parts) > 1 else "".join(parts)


# --- verbs ------------------------------------------------------------------------------------

_DOUBLED = frozenset(
    ("begin", "control", "commit", "transfer", "refer", "patrol", "channel", "enrol", "model",
     "permit", "travel", "level", "cancel", "label", "fuel", "signal", "equip", "admit", "submit",
     "occur", "prefer", "compel", "expel", "total", "tunnel", "format")
)  # fmt: skip
_SHORT_VERB = re.compile("(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")  # lag, plan, quit: one short vowel


def _is_doubled(verb: str) -> bool:
    """Return whether a verb doubles its last letter: lagged, planned, patrolled."""
    return verb in _DOUBLED or _SHORT_VERB.fullmatch(verb) is not None


_IRREGULAR = {
    "become": ("became", "become"), "begin": ("began", "begun"), "break": ("broke", "broken"),
    "bring": ("brought", "brought"), "build": ("built", "built"), "come": ("came", "come"),
    "cut": ("cut", "cut"), "do": ("did", "done"), "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"), "fall": ("fell", "fallen"), "find": ("found", "found"),
    "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"),
    "grow": ("grew", "grown"), "have": ("had", "had"), "hold": ("held", "held"),
    "keep": ("kept", "kept"), "lay": ("laid", "laid"), "lead": ("led", "led"),
    "let": ("let", "let"), "make": ("made", "made"), "meet": ("met", "met"),
    "put": ("put", "put"), "rise": ("rose", "risen"), "run": ("ran", "run"),
    "see": ("saw", "seen"), "sell": ("sold", "sold"), "send": ("sent", "sent"),
    "set": ("set", "set"), "show": ("showed", "shown"), "spend": ("spent", "spent"),
    "stand": ("stood", "stood"), "take": ("took", "taken"), "win": ("won", "won"),
    "undergo": ("underwent", "undergone"), "lie": ("lay", "lain"),
    "breed": ("bred", "bred"), "buy": ("bought", "bought"), "catch": ("caught", "caught"),
    "feed": ("fed", "fed"), "hear": ("heard", "heard"), "lose": ("lost", "lost"),
    "overcome": ("overcame", "overcome"), "pay": ("paid", "paid"),
    "rebuild": ("rebuilt", "rebuilt"),
    "remake": ("remade", "remade"), "seek": ("sought", "sought"), "shut": ("shut", "shut"),
    "speed": ("sped", "sped"), "split": ("split", "split"),
    "deal": ("dealt", "dealt"), "choose": ("chose", "chosen"), "sweep": ("swept", "swept"),
    "bind": ("bound", "bound"), "ride": ("rode", "ridden"), "speak": ("spoke", "spoken"),
    "think": ("thought", "thought"), "understand": ("understood", "understood"),
    "freeze": ("froze", "frozen"), "hit": ("hit", "hit"), "know": ("knew", "known"),
    "read": ("read", "read"), "sit": ("sat", "sat"), "strike": ("struck", "struck"),
    "throw": ("threw", "thrown"), "wear": ("wore", "worn"), "weave": ("wove", "woven"),
    "fight": ("fought", "fought"), "foresee": ("foresaw", "foreseen"),
    "spread": ("spread", "spread"),
    "strive": ("strove", "striven"), "teach": ("taught", "taught"), "tell": ("told", "told"),
    "undertake": ("undertook", "undertaken"), "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"), "leave": ("left", "left"), "bear": ("bore", "borne"),
}  # fmt: skip


def verb_form(verb: str, form: Form) -> str:
    """Return one English verb as base, past, participle or -ing form."""
    if form is Form.BASE:
        return verb
    if form is Form.ING and verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if form is Form.ING:
        stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "be")) else verb
        return f"{stem}{verb[-1]}ing" if _is_doubled(verb) else f"{stem}ing"
    if verb in _IRREGULAR:
        return _IRREGULAR[verb][form is Form.PARTICIPLE]
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if _is_doubled(verb) else f"{verb}ed"


_NO_ADVERBS = frozenset(("rely", "apply", "supply", "multiply", "comply", "reply", "imply"))


def told(predicate: Predicate, form: Form, *, plural: bool = False) -> str:
    """Return a predicate in one form; what is only planned is never told as past."""
    if " &" in predicate.verb:
        return _told_both(predicate, form, plural)
    head, _, tail = predicate.verb.partition(" ")
    before = predicate.before
    adverb = head.endswith("ly") and head not in _NO_ADVERBS
    if (
        adverb or head in ("all", "both", "still", "again")
    ) and tail:  # jointly set up, all be opened
        before = f"{before} {head}".strip()
        head, _, tail = tail.partition(" ")
    have, were = ("have", "were") if plural else ("has", "was")
    if predicate.planned and form not in (Form.BASE, Form.ING, Form.PARTICIPLE):
        words = [were, "to", before, head]
    elif form is Form.UNDER_WAY:
        words = [have, "been", before, *_going(head)]
    elif form is Form.WAS_GOING:
        words = [were, before, *_going(head)]
    elif form is Form.PERFECT:
        words = [have, before, "been" if head == "be" else verb_form(head, Form.PARTICIPLE)]
    elif head == "be" and form is Form.PAST:
        words = [were, before]
    else:
        words = [before, verb_form(head, form)]
    first, joined, second = tail.partition("and ")
    if joined and not first:  # improve and extend: both are inflected
        shown = _INFLECTED.get(form, form)
        second, _, tail = second.partition(" ")
        tail = f"and {second if predicate.planned else verb_form(second, shown)} {tail}".strip()
    return " ".join(w for w in (*words, tail, predicate.rest, predicate.after) if w)


_INFLECTED = {
    Form.UNDER_WAY: Form.ING,
    Form.WAS_GOING: Form.ING,
    Form.PERFECT: Form.PARTICIPLE,
}


def _told_both(predicate: Predicate, form: Form, plural: bool) -> str:
    """Return two verbs that share what goes with them: draw up &issue is drew up and issued."""
    first, _, second = predicate.verb.partition(" &")
    join = "or" if second.startswith("or ") else "and"
    after = replace(predicate, verb=second.removeprefix("or "), before="")
    shown = Form.BASE if predicate.planned else _INFLECTED.get(form, form)
    after = replace(after, planned=False)
    one = replace(predicate, verb=first, rest="", after="")
    return f"{told(one, form, plural=plural)} {join} {told(after, shown, plural=plural)}"


def _going(head: str) -> list[str]:
    return [] if head == "be" else [verb_form(head, Form.ING)]
