"""Rules for who makes whom do it: 推动民营企业做大做强, 引导企业转型.

Input: phrases. Output: predicates. What somebody was given, nobody is made to have done.
"""

from __future__ import annotations

from briefgen.english.phrase import Form, Phrase, Predicate, listed, noun, told
from briefgen.english.register import rule

_AWARDS = ("be named", "be selected", "be shortlisted", "win")
_CAUSES = {"引导支持": "guide", "让": "let", "使": "let", "推动": "help", "促进": "help",
           "带动": "help", "引导": "guide", "支持": "support", "鼓励": "encourage", "助力": "help",
           "鼓励引导": "encourage", "协助": "help", "加快推动": "help", "指导": "guide",
           "帮助": "help"}  # fmt: skip


_PROMOTES = ("推动", "促进", "带动", "助力", "加快推动")


def _cause(one: Phrase, other: Phrase) -> Phrase | None:
    """推动民营企业做大做强: help private enterprises to grow."""
    if other.subject is None or other.adjunct:
        return None
    if other.predicates[0].verb == "develop to high quality" and len(other.predicates) == 1:
        good = Predicate("promote", f"the high-quality development of {noun(other.subject)}")
        return Phrase("VP", predicates=(good,)) if one.cat in _PROMOTES else None
    if any(p.verb.startswith(_AWARDS) or p.planned for p in other.predicates):
        return None  # 推动…发展“三个一”机制获评…案例: the mechanism was named, nobody helped it
    if other.predicates[0].verb == "be under construction":
        built = Predicate("speed up the construction of", noun(other.subject))
        return Phrase("VP", predicates=(built, *other.predicates[1:]))
    if other.predicates[0].verb.startswith("be ") and one.cat in ("推动", "促进", "助力"):
        done = listed([told(p, Form.BASE).removeprefix("be ") for p in other.predicates])
        return Phrase("VP", predicates=(Predicate("push to get", f"{noun(other.subject)} {done}"),))
    verb = _CAUSES[one.cat]
    if verb == "let" and other.predicates[0].verb == "have":
        return None  # 让发展有了“主心骨” is a figure of speech
    doing = listed([told(p, Form.BASE) for p in other.predicates])
    join = " " if verb == "let" else " to "
    if verb == "support":
        doing = listed([told(p, Form.ING) for p in other.predicates])
        join = " in "
    return Phrase("VP", predicates=(Predicate(verb, f"{noun(other.subject)}{join}{doing}"),))


for _mark in _CAUSES:
    rule((_mark, "S"), cost=0.7)(_cause)
