"""Rules for names in quotation marks beside nouns: what is so called, what was made of it.

Input: phrases. Output: noun phrases. A name that somebody gave stays behind what bears it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.english.phrase import Phrase, Sort, is_proper, noun
from briefgen.english.register import rule

_DOERS = re.compile(r"\b(?:enterprises|firms|companies|residents|farmers|households|villagers)$")
_WHAT_BECAME = re.compile("“[a-z]+ed ")  # 小水塘“连片成湖”: ponds “joined into a lake”


def quoted_beside(one: Phrase, other: Phrase) -> Phrase | None:
    """青年社区“青年之家”: the youth community “Home of Youth”."""
    if one.event:
        return None  # 建立“一抓到底”推进机制 is no establishment of that name
    if _WHAT_BECAME.match(other.text) and one.sort is Sort.MANY:
        return replace(one, text=f"{one.text} {other.text}", attr="", single="")
    common = other.terms[-1:] and other.terms[-1][2] == "words" and other.text[1:2].islower()
    if common and not is_proper(one) and one.text[:1] != "“":
        return Phrase("N", f"{noun(other)} of {noun(one)}", sort=Sort.NAME)  # 发展“主战场”
    if one.sort is Sort.MANY and _DOERS.search(one.text):
        return None  # 引导企业“退城进园”: it is what they are to do
    left = one.modifier
    unknown = not other.terms or other.terms[-1][2] == "kept"
    if left[:1] == "“" or (unknown and one.sort is Sort.NAME and not is_proper(one)):
        return None
    the = "" if is_proper(one) or left.startswith("the ") else "the "
    also = "and " if left[-1:] == "”" else ""  # 经济发展“主战场”“桥头堡”
    return Phrase("N", f"{the}{left} {also}{other.text}", sort=Sort.NAME)


@rule(("N", "N"), cost=0.3)
def _two_quoted(one: Phrase, other: Phrase) -> Phrase | None:
    """经济发展“主战场”“桥头堡”: the “main battlefield” and the “bridgehead” of ….."""
    quotes = bool(other.items) and all(map(is_quote, other.items))
    if not quotes or one.items or is_quote(one) or is_proper(one):
        return None
    return Phrase("N", f"{noun(other)} of {noun(one)}", sort=Sort.NAME, closed=True)


def is_quote(phrase: Phrase) -> bool:
    """Return whether a noun is words in quotation marks and nothing else."""
    return phrase.text[:1] == "“" and phrase.text[-1:] == "”" and not phrase.items
