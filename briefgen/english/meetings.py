"""Who met whom: 区委书记甲某，区长乙某会见了某商会会长丙某一行.

Input: a clause, the names of a brief. Output: the clause in English, or None where an office or a
body in it has no English: a name is never told by half.
"""

from __future__ import annotations

import re

from briefgen.english.grammar import parse
from briefgen.english.measures import Names
from briefgen.english.names import is_person, spelled_person
from briefgen.english.phrase import Sort, listed, noun

_MET = re.compile("(?P<hosts>[^。；]+?)(?:亲切)?会见了?(?P<guests>[^。；]+?)(?P<party>一行)?")
_NAME_SIZES = (3, 2, 4)


def tell_meeting(text: str, names: Names) -> str | None:
    """Return who met whom with their offices, None for any other clause."""
    match = _MET.fullmatch(text)
    if match is None:
        return None
    hosts = [_person(piece, names) for piece in re.split("[，,]", match["hosts"])]
    guest = _person(match["guests"], names)
    if guest is None or None in hosts:
        return None
    who = listed([f"{host}," for host in hosts if host is not None])
    whom = f"a delegation led by {guest}" if match["party"] else guest
    return f"{who} met {whom}"


def _person(piece: str, names: Names) -> str | None:
    """Return somebody with every office: Li Ming, Mayor and Secretary of the …."""
    for size in _NAME_SIZES:
        before, person = piece[:-size], piece[-size:]
        if not is_person(person) or not before.endswith(tuple(names.words.title)):
            continue
        offices = [_office(office, names) for office in before.split("、")]
        if any(office is None for office in offices):
            return None
        shown = spelled_person(person)
        names.used.setdefault(person, (shown, "spelled"))
        return f"{shown}, {listed([o for o in offices if o is not None])}"
    return None


def _office(office: str, names: Names) -> str | None:
    """Return an office with the body that it is of: President of the Qinghe Chamber of Commerce."""
    title = max((t for t in names.words.title if office.endswith(t)), key=len, default="")
    body, english = office.removesuffix(title), names.words.title.get(title)
    if english is None or not body:
        return english
    phrase = parse(body, names.speech)
    if phrase is None or phrase.cat != "N" or phrase.kept or phrase.items:
        return None
    names.note(phrase.terms)
    of = phrase.singular if phrase.sort is Sort.MANY else noun(phrase)
    bare = phrase.sort is Sort.MANY or _OF_MEMBERS.match(of) is not None
    return f"{english} of {'the ' if bare else ''}{of}"


_OF_MEMBERS = re.compile(r"(?!the ).*\b(?:Chamber|Association|Federation|Society|Union)\b")
