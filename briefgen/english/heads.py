"""The noun that a measure's name is about, its number, its article.

Input: English names of measures. Output: their head, whether it is a plural, the name as a subject.
"""

from __future__ import annotations

import re

_AFTER_HEAD = re.compile(
    " (?:of|in|at|on|over|above|per|for|that|with|by|from|to|living|posted|who|as|under|whose)"
    "(?: |$)"
)
_PEOPLE = re.compile(
    r"(people|residents|workers|students|households|farmers) (?:\w+ed|given|taught)\b"
)
_AFTER_NOUN = frozenset(
    ("brought", "shut", "laid", "taken", "given", "drawn", "run", "kept", "led", "found", "sent",
     "spent", "grown", "bought", "bred", "taught", "paid", "cut", "done", "built", "rebuilt",
     "sold", "and", "or", "forward", "put", "set", "up", "broken", "through", "out", "held",
     "made", "won", "newly")
)  # fmt: skip
_ARTICLED = frozenset(
    (
        "index",
        "rate",
        "ratio",
        "structure",
        "length",
        "number",
        "gap",
        "contribution",
        "area",
        "share",
        "time",
        "group",
        "level",
        "standard",
        "size",
        "proportion",
        "price",
        "margin",
        "place",
        "value",
        "increase",
        "rise",
        "reduction",
    )
)


def head_of(name: str) -> str:
    """Return the noun that a name is about: roads of `rural roads completed in villages`."""
    bare = re.sub(r" ?\([^()]*\)", "", name)
    if (people := _PEOPLE.match(bare)) is not None:
        return people[1].lower()
    words = [w.strip(",") for w in _AFTER_HEAD.split(bare, maxsplit=1)[0].split()]
    while len(words) > 1 and (words[-1].endswith(("ed", "ly")) or words[-1] in _AFTER_NOUN):
        words.pop()
    return words[-1].lower() if words else ""


def is_plural_name(name: str) -> bool:
    """Return whether an English name takes its verb in the plural: enterprises of …."""
    head = head_of(name)
    return head in ("people", "staff", "women") or (head.endswith("s") and not head.endswith("ss"))


def with_article(name: str) -> str:
    """Return a name as the subject of a sentence: the composite index, forest coverage."""
    bare = not name.startswith(("the ", "R&D")) and (name[:1].islower() or name[:1] == "“")
    bare = bare and not re.search(r"'s |s' |^(?:\w+ )?value added", name)
    return f"the {name}" if bare and head_of(name) in _ARTICLED else name
