"""Speakers in English: Li Ming, District Party Secretary.

Input: a speaker's name with office, the names of a brief. Output: English; an office or a body
that the lexicon does not know stays Chinese, marked.
"""

from __future__ import annotations

import re

from briefgen.english.grammar import parse
from briefgen.english.measures import Names
from briefgen.english.names import is_person, is_worded, spelled_person

_TIERS = ("省", "市", "区", "县", "镇", "乡", "村")
_OF_COMPANY = ("公司", "该公司", "企业")
_NO_MARKS = str.maketrans("", "", "“”‘’")


def tell_speaker(name: str, names: Names) -> str:
    """Return a speaker with office: Li Ming, District Party Secretary.

    An office or a body that the lexicon does not know stays in Chinese, marked.
    """
    title = _title(name, names)
    before, _, person = name.rpartition(title) if title else ("", "", name)
    if not is_person(person) and (before or person):
        before, person, title = name, "", ""
    english = spelled_person(person) if person else ""
    if before and title[:1] in _TIERS and not is_worded(before, names.words):
        before += title[0]  # 柳溪村党支部书记 is of 柳溪村
    office = names.words.title.get(title, "")
    if before in _OF_COMPANY and office:
        office += " of the company"
    elif before and (names.is_body(before) or _is_worded(before, names)):
        office = _of_body(office, names.body(before))
    elif before:
        unsaid = before.translate(_NO_MARKS)
        office = ", ".join(p for p in (office, f"“{unsaid}”") if p)
    shown = ", ".join(p for p in (english, office) if p)
    names.used.setdefault(name, (shown, "spelled"))
    return shown


_OF_TIER = re.compile("the (?:village|town|township|community|subdistrict) (?=Party )")


def _of_body(office: str, body: str) -> str:
    """Return an office with whose it is: Secretary of the Party branch of Liuxi Village."""
    if " Party " in office and office.startswith("Secretary of "):
        return f"{_OF_TIER.sub('the ', office)} of {body}"
    return ", ".join(p for p in (office, body) if p)


def _title(name: str, names: Names) -> str:
    """Return the office that a speaker's name holds, the one that stands last in it."""
    found = [(name.rfind(t) + len(t), len(t), t) for t in names.words.title if t in name]
    return max(found)[2] if found else ""


def _is_worded(name: str, names: Names) -> bool:
    phrase = parse(name, names.speech)
    return phrase is not None and phrase.cat == "N" and not phrase.kept
