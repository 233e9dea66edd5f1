"""What a phrase is called as a measure: a noun as it is, a deed as what was done.

Input: phrases of indicators. Output: their names in lower case. It looks nothing up.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.english.numbers import amount_words
from briefgen.english.phrase import (
    Form,
    Phrase,
    Predicate,
    Sort,
    listed,
    noun,
    told,
    verb_form,
)
from briefgen.english.words import plural

_ONE_OF_A_KIND = frozenset(
    (
        "share",
        "rate",
        "ratio",
        "index",
        "level",
        "degree",
        "gap",
        "proportion",
        "standard",
        "age",
        "value",
        "price",
        "income",
        "efficiency",
    )
)
_NAMED = re.compile("[^“] “[^”]*”$| to ")  # 推动企业“上云” moves no enterprise of that name
_PHRASAL = ("take in", "take on", "bring in", "put in")  # 吸纳农户: households taken in
_HANGING = ("of", "in", "on", "with", "to", "for", "from")  # what no participle ends with
_MOVES = {"move into": "that moved in", "settle in": "that settled", "enter": "that entered"}
_HELPS = {"help": "helped", "guide": "guided", "support": "supported",
          "encourage": "encouraged"}  # fmt: skip
_AWARDS = ("be selected as", "be named", "be approved as", "be recognised as", "be listed as")


_EVENT_OF = re.compile("(renovation|upgrading|improvement|clean-up) of ((?:[a-z-]+ )*[a-z-]+s)")


def as_measure(phrase: Phrase) -> str | None:
    """Return a noun as it is, a deed as what was done: 抽调党员干部 is Party officials seconded."""
    if phrase.closed:
        return None
    if phrase.cat == "N":
        head = re.split(" (?:of|in|for|among) ", phrase.singular, maxsplit=1)[0].split()[-1:]
        if phrase.sort is Sort.MANY and head and head[0] in _ONE_OF_A_KIND:
            return phrase.singular
        if phrase.sort is Sort.SINGLE and phrase.text[:1] == "“" and head[0] not in _ONE_OF_A_KIND:
            return plural(phrase.text)  # “五星”支部 counted
        return noun(phrase) if phrase.items else phrase.text
    if phrase.cat not in ("VP", "S") or phrase.adjunct:
        return None
    if any(not p.verb or p.planned for p in phrase.predicates):
        return None
    return _done(phrase) if phrase.cat == "VP" else _of_whom(phrase)


def _done(phrase: Phrase) -> str | None:
    *before, last = phrase.predicates
    thing = _many(last.rest)
    if not thing or any(p.rest for p in before) or _NAMED.search(thing):
        return None
    if last.verb == "win recognition as" and not before:
        return f"{thing} recognised"
    event = _EVENT_OF.fullmatch(thing)
    if event is not None and not before and last.verb in ("start", "complete", "carry out"):
        done = told(replace(last, rest=""), Form.PARTICIPLE)
        return f"{event[2]} where {event[1]} was {done}"  # 启动城中村改造4个
    if last.verb.startswith("be "):
        return f"selections as {thing}" if last.verb in _AWARDS and not before else None
    helped = re.fullmatch("(.+?) (to|in) (.+)", last.rest) if last.verb in _HELPS else None
    if helped is not None and not before:
        return f"{helped[1].removeprefix('the ')} {_HELPS[last.verb]} {helped[2]} {helped[3]}"
    if last.verb in _MOVES and not before:
        return f"{thing} {_MOVES[last.verb]}"
    if last.verb.endswith("construction of"):
        return f"{thing} {verb_form(last.verb.partition(' ')[0], Form.PARTICIPLE)}"
    if last.verb.rpartition(" ")[2] in _HANGING and last.verb not in _PHRASAL:
        return None
    if last.verb == "add" and not before:
        return f"new {thing}"
    done = listed([told(replace(p, rest=""), Form.PARTICIPLE) for p in phrase.predicates])
    return f"{thing} {done}"


def _many(thing: str) -> str:
    """Return a thing as a count names it: parks, where a sentence says a park."""
    one = re.match("an? ", thing) or (re.match("the ", thing) if _COUNTABLE.search(thing) else None)
    return plural(thing[one.end() :]) if one else thing.removeprefix("the ")


_COUNTABLE = re.compile(
    "(?:factory|park|base|centre|station|school|hospital|plant|project|platform)$"
)


def _of_whom(phrase: Phrase) -> str | None:
    """Return who did what: 群众返乡创业 is people who ….; 企业入库 is enterprises entered."""
    predicate: Predicate = phrase.predicates[0]
    if len(phrase.predicates) > 1 or phrase.subject is None or predicate.rest:
        return None
    subject = phrase.subject
    who = noun(subject).removeprefix("the ") if subject.items else subject.text
    who = plural(who) if subject.sort is Sort.SINGLE else who.removeprefix("the ")
    if predicate.verb.startswith("be "):
        verb = replace(predicate, verb=predicate.verb.removeprefix("be "))
        return f"{who} {told(verb, Form.BASE)}"
    return None


_TAKINGS = {
    "产值": "output", "营业收入": "revenue", "营收": "revenue", "销售收入": "sales revenue",
    "销售额": "sales", "税收": "taxes paid", "纳税": "taxes paid",
}  # fmt: skip
_ROUND = {"": 1, "十": 10, "百": 100, "千": 1000}


def firms_over(what: str, count: str, scale: str) -> str:
    """Return firms told by their size: enterprises with annual output of over a billion yuan."""
    amount = (_ROUND[count] if count in _ROUND else int(count)) * (
        10_000 if scale == "万" else 100_000_000
    )
    whole, rest = divmod(amount, 10**9)
    words = f"{amount_words(whole)} billion" if whole and not rest else amount_words(amount)
    return f"enterprises with annual {_TAKINGS[what]} of over {words} yuan"
