"""Whether English words read as English: no heap of nouns, no chain of `of`, no endless spelling.

Input: a told clause or a name. Output: yes or no. What does not read is left in Chinese, whatever
grammar put it together.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefgen.english.numbers import read_english
from briefgen.numerals import find_numerals, read_number

_QUOTED = re.compile("“[^“”]*”|\\([^()]*\\)")
_JOINTS = re.compile(
    r"[,;:]|\b(?:of|in|for|to|and|the|a|an|with|by|on|at|as|from|that|who|such|through|into|onto|were|was"
    r"|[a-z]{3,}ed|has|have|had|still|completed|built|launched|started|won|received|opened|been|be|or|its|over|under|per|more|than|among|towards|between|within|after|which|up|everywhere)\b"
)
_MOST_WORDS = 6  # in a row without a word that joins them
_MOST_OF = 3
_LONGEST_SPELLED = 20  # letters of one spelled name
_CLASHES = re.compile(
    r"\b(?:a|an|the) (?:a|an|the)\b|\b(\w{4,}) \1\b|\b(?:a|an) (?:China's|(?!20\d\d +[a-zQ])\d)"
    r"|\b(?:of|for|with) (?:,|and|of|in)\b|\bnational [\w -]*provincial-level\b"
    r"|\bof (?:19|20)\d\d [a-z]"
)


_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATES = re.compile(
    rf"(?:\d{{1,2}}(?:(?:–| to )\d{{1,2}})? )?(?:{_MONTH}) \d{{4}}"
    r"|\b(?:19|20)\d\d\b|\b\d\dth Five-Year Plan"
)


def holds(text: str, zh: str) -> bool:
    """Return whether every number of English words stands in their Chinese ones too.

    A word of the lexicon may hold one that its Chinese has not (百强县 is Top 100 County): such a
    clause stays Chinese, for a number that no one can find in the source is none of a brief's.
    """
    held: set[Decimal] = set()
    for numeral in find_numerals(zh):
        held |= {abs(v) for v in numeral.values}
    held |= {v for digits in re.findall(r"\d+(?:\.\d+)?", zh) for v in read_number(digits)}
    return {abs(v) for v in read_english(_DATES.sub("", text))} <= held


def reads(text: str) -> bool:
    """Return whether words read as English."""
    bare = _QUOTED.sub(" Q ", text)
    pieces = re.split("[,;] ", bare)
    if any(len(re.findall(r"\bof\b", p)) > _MOST_OF for p in pieces):
        return False
    if any(len(w) > _LONGEST_SPELLED for w in re.findall("[A-Z][a-z']+", bare)):
        return False
    return _CLASHES.search(bare) is None and all(
        len(re.findall(r"(?<![\w'-])[a-z][\w'-]*", run)) <= _MOST_WORDS
        for run in _JOINTS.split(bare)
    )
