"""A statement's clause in English, as strong as the source and no stronger, or Chinese and marked.

Input: a Chinese clause, what it claims (status), the names that its fact gives. Output: a `Clause`:
English words, the Chinese that is kept, the names used. What the grammar does not cover is quoted
in Chinese, never guessed and never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from briefgen.english.grammar import parse
from briefgen.english.phrase import (
    Form,
    Phrase,
    Predicate,
    Sort,
    is_plural,
    listed,
    noun,
    told,
)
from briefgen.english.plainness import holds, reads
from briefgen.english.words import Words


class Mode(StrEnum):
    """Where a claim stands: only intended, begun and not done, or happened."""

    AIM = "aim"
    UNDER_WAY = "under way"
    DONE = "done"


class Aspect(StrEnum):
    """What the time before a clause asks of its verb: has built since 2021, was building in May."""

    PLAIN = "plain"
    SINCE = "since"
    DATED = "dated"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause told; `untold` where nothing of it could be told and `text` is its Chinese.

    `kept` is Chinese that stands in `text` and is more than a name; `terms` are the names used.
    """

    text: str
    untold: bool
    kept: tuple[str, ...] = ()
    terms: tuple[tuple[str, str, str], ...] = ()


_LEADS = re.compile(
    "^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+[是、]|[（(]?\\d{1,2}[）)、.．]|——|我们|要|就是要|就是|同时|还|并|也|又|且|更要|尤其|特别是|接下来|下一步|其中|例如|比如|"
    "据悉|据了解|此外|另外)+(?=[^求素点闻])"
)
_SO_MANY = re.compile("“(\\d{1,3})条”$")  # 出台促进民营经济发展“30条”: measures
_THIS_AREA = (
    re.compile(  # 该市构建…, 该公司投资2亿元的项目开工: whose deed it is, the words before say
        "(?:^|(?<=，))该(?:[市区县旗州]|公司|企业|[村镇乡](?!党))(?=[\u3400-\u9fff])"
    )
)
_YIELDS = re.compile("年产(?=[近约超]?\\d)")  # 年产50万吨新材料项目
_TO_COME = re.compile(
    "^(?!.*(?:已|先后|累计|连续)).*(?:年内|[年月]底前|月前|即将|有望|届时|明年|后年|近期)(?!.*(?:已|完成了))"
)
_NO_SUBJECT = re.compile(
    "(?:均|都|双双|分别|其)(?!衡)|全部(?=通过|建成|完工|投产|开工|达标|交付|投用|竣工)"
)
_QUOTED = re.compile("“[^“”]*(?:“[^“”]*”[^“”]*)*”|（[^（）]*）|《[^《》]*》")
_INCEPTIVE = ("start", "begin", "launch", "break", "open", "sign", "win")  # done once begun


# what is reached at one stroke is never under way: has made a breakthrough
_REACHED = re.compile(
    "make (?:an? |major |new |first )*breakthrough|(?:achieve|yield|see|reach|rank|remain) "
    "|rise to |become |take effect|gain |enter "
)


def tell_clause(
    clause: str,
    mode: Mode,
    words: Words,
    *,
    owner: str,
    area: Collection[str],
    aspect: Aspect = Aspect.PLAIN,
) -> Clause:
    """Return the clause in English; `owner` is the subject where it names none (the district).

    `area` are the Chinese names of the place itself: as a subject they are the owner. `aspect` is
    that of the time said before the clause.
    """
    if _NO_SUBJECT.match(clause):
        return Clause(clause, True, (clause,))  # of what stood before it
    if mode is not Mode.AIM and _TO_COME.search(clause):
        return Clause(clause, True, (clause,))  # 年内通车, told in September, has not come
    clause = _THIS_AREA.sub("", clause)
    spelled_out = _SO_MANY.sub(r"\1条措施", _YIELDS.sub("年产量", _LEADS.sub("", clause)))
    pieces = split_clause(spelled_out)
    found = _planned_on(pieces, _subjects([_parsed(piece, words) for piece in pieces]))
    missed = sum(phrase is None for phrase in found)
    if (
        _is_of_no_area(found, owner)
        or not found
        or missed * 2 > len(found)
        or (missed and not _stands(found))
    ):
        return Clause(clause, True, (clause,))
    told_parts: list[str] = []
    subject = Phrase("N", owner, sort=Sort.NAME)
    openers: list[str] = []
    named = False
    for piece, phrase in zip(pieces, found, strict=True):
        if phrase is None:
            told_parts.append(f"“{piece}”")
            continue
        if phrase.cat in ("PP", "TIME"):
            openers.append(phrase.text)
            continue
        if phrase.cat == "N":
            subject, named = phrase, False
            continue
        if phrase.subject is not None:
            own = _names_area(phrase.subject, area)
            subject = Phrase("N", owner, sort=Sort.NAME) if own else phrase.subject
            named = False
        opening = [*openers, *([phrase.adjunct] if phrase.adjunct else [])]
        openers = []
        told_parts.append(_told(phrase, subject, mode, aspect, named, opening, owner))
        named = True
    if not told_parts:
        return Clause(clause, True, (clause,))
    text = _together(told_parts, openers, mode)
    if not reads(text) or not holds(text, clause):
        return Clause(clause, True, (clause,))
    kept = tuple(p for p, f in zip(pieces, found, strict=True) if f is None)
    kept += tuple(k for f in found if f is not None for k in f.kept if not _is_named(f, k))
    terms = tuple(t for f in found if f is not None for t in f.terms)
    return Clause(text, False, kept, terms)


_OVER = re.compile("已|了")
_NAMED = re.compile("be (?:named|rated|recognised|called|honoured)")
_FIRM = re.compile(
    r"\b(?:company|firm|enterprise|Ltd\.|Group|Technology|Electromechanical|Machinery|Bearings"
    r"|Electronics|Materials|Equipment|Pharmaceutical|Automobile|Food|Energy|Timber|Chemical)$"
)
_NO_AREA = re.compile(
    r"\b(?:mine|enterprise|company|firm|factory|workshop|school|hospital|farm|cooperative|product"
    r"|mines|enterprises|companies|schools|hospitals|products|worker|model worker|Mine|Enterprise"
    r"|Factory|School|Hospital|Product)$"
)


# what is done to works and to no county: 当年签约、当年开工
_WORKS = re.compile(
    "be (?:signed|completed|topped out|connected|handed over|structurally"
    "|put into (?:use|operation))"
    "|start construction|break ground|go into (?:production|trial)|open to traffic|be under const"
)
_AREA = re.compile(
    "the (?:province|city|district|county|banner|town|township|village|prefecture|league|region"
    "|subdistrict|new area)$"
)


def _is_of_no_area(found: Sequence[Phrase | None], owner: str) -> bool:
    """Return whether a clause without a subject names its doer what no area can be, a mine."""
    for phrase in found:
        if phrase is not None and (phrase.cat == "N" or phrase.subject is not None):
            return False
        deeds = phrase.predicates if phrase is not None else ()
        firm = _FIRM.search(owner) is not None  # 获评“小巨人”企业, of a firm told before
        if not firm and any(_NAMED.match(p.verb) and _NO_AREA.search(p.rest) for p in deeds):
            return True
        if _AREA.match(owner) and any(_WORKS.match(p.verb) and not p.rest for p in deeds):
            return True
    return False


def _planned_on(pieces: Sequence[str], found: Sequence[Phrase | None]) -> list[Phrase | None]:
    """Return the pieces with what follows a plan planned too: 将坚持绿色发展，推动转型."""
    out: list[Phrase | None] = []
    ahead = False
    for piece, phrase in zip(pieces, found, strict=True):
        if phrase is not None and phrase.predicates:
            if ahead and phrase.subject is None and not _OVER.search(piece):
                later = tuple(replace(p, planned=True) for p in phrase.predicates)
                phrase = replace(phrase, predicates=later)
            ahead = any(p.planned for p in phrase.predicates)
        out.append(phrase)
    return out


def _stands(found: Sequence[Phrase | None]) -> bool:
    """Return whether what is told keeps its subject beside what is not: no untold piece stands
    before one without a subject of its own, whose subject it may have named."""
    first = next((at for at, phrase in enumerate(found) if phrase is None), len(found))
    return first > 0 and all(p is None or p.subject is not None for p in found[first:])


def _subjects(found: list[Phrase | None]) -> list[Phrase | None]:
    """Return the pieces without nouns that are nobody's subject (位于后山的柳溪村，成为露营地)."""
    out = list(found)
    for at, phrase in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        if phrase is not None and phrase.cat == "N" and (after is None or after.cat != "VP"):
            out[at] = None
    return out


def _is_named(phrase: Phrase, kept: str) -> bool:
    """Return whether Chinese in quotation marks is only a name: it stands in the glossary."""
    return (kept, "", "kept") in phrase.terms


def _names_area(subject: Phrase, area: Collection[str]) -> bool:
    whole = subject.text.startswith("the whole ")  # 全区
    return whole or any(zh in area and english == subject.text for zh, english, _ in subject.terms)


def split_clause(clause: str) -> list[str]:
    """Return the pieces that commas part, quoted words and brackets left whole."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match.group())
        return f"\x02{len(held) - 1}\x03"

    safe = _QUOTED.sub(hold, clause)
    pieces = [p for p in re.split("[，,；;：。！]", safe) if p.strip()]
    return [re.sub("\x02(\\d+)\x03", lambda m: held[int(m[1])], p).strip() for p in pieces]


def _parsed(piece: str, words: Words) -> Phrase | None:
    return parse(_LEADS.sub("", piece), words, deed=True)


def _told(
    phrase: Phrase,
    subject: Phrase,
    mode: Mode,
    aspect: Aspect,
    named: bool,
    opening: Sequence[str],
    owner: str,
) -> str:
    plural = is_plural(subject)
    form = _form(mode, phrase.predicates, _with_opening(aspect, opening))
    deeds = [told(p, form, plural=plural) for p in phrase.predicates]
    again = named and phrase.subject is None
    deeds = [_without_auxiliary(d, form, plural) if at or again else d
             for at, d in enumerate(deeds)]  # fmt: skip
    doing = listed(deeds)
    when = "".join(f"{o}, " for o in opening)
    if mode is Mode.AIM:
        own = subject.text == owner or (named and phrase.subject is None)
        after = "".join(f" {o}" for o in opening)
        return f"to {doing}{after}" if own else f"for {noun(subject)} to {doing}{after}"
    who = "" if named and phrase.subject is None else f"{noun(subject)} "
    return f"{when}{who}{doing}"


_UP_TO_NOW = re.compile("since |in recent years")
_WHEN = re.compile(r"(?:in|on|from) (?:\d|[A-Z][a-z]+ \d)")


def _with_opening(aspect: Aspect, opening: Sequence[str]) -> Aspect:
    """Return the aspect that the clause's own time asks for, else that of the time before it."""
    if any(_UP_TO_NOW.match(o) for o in opening):
        return Aspect.SINCE
    return Aspect.DATED if any(_WHEN.match(o) for o in opening) else aspect


def _form(mode: Mode, predicates: Sequence[Predicate], aspect: Aspect) -> Form:
    """Return the form of the verbs: what began and is not done is told as going on."""
    heads = [p.verb.partition(" ")[0] for p in predicates]
    going = mode is Mode.UNDER_WAY and not any(h in _INCEPTIVE for h in heads)
    if mode is Mode.AIM:
        return Form.BASE
    if going and any(_REACHED.match(f"{p.verb} {p.rest}") for p in predicates):
        return Form.PAST if aspect is Aspect.DATED else Form.PERFECT
    if aspect is Aspect.SINCE and not going:
        return Form.PERFECT
    if going:
        return Form.WAS_GOING if aspect is Aspect.DATED else Form.UNDER_WAY
    return Form.PAST


def _without_auxiliary(deed: str, form: Form, plural: bool) -> str:
    """Return a deed without the auxiliary of the deed before it: has built and opened."""
    said = {
        Form.UNDER_WAY: "have been " if plural else "has been ",
        Form.WAS_GOING: "were " if plural else "was ",
        Form.PERFECT: "have " if plural else "has ",
    }.get(form, "")
    return deed.removeprefix(said)


def _together(parts: list[str], trailing: Sequence[str], mode: Mode) -> str:
    """Return the parts as one clause; a second deed of one subject is joined by `and`."""
    if mode is Mode.AIM and all(p.startswith("to ") for p in parts):
        text = listed([parts[0], *(p.removeprefix("to ") for p in parts[1:])])
    else:
        text = ", ".join(parts[:-1]) + f", and {parts[-1]}" if len(parts) > 1 else parts[0]
    return text + "".join(f", {t}" for t in trailing)
