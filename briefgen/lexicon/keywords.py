"""The keywords of themes and sub-topics, found in a text in one pass.

Input: the themes. Output: which of their keywords stand in given words, how loudly each theme
speaks there, and the sub-topic. It chooses no theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.lexicon.model import Theme

_HEAD = 2  # characters by which keywords are looked up


class KeywordIndex:
    """Keywords by their first characters; a theme is told by its place in the list."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        self.weights: dict[str, list[tuple[int, float]]] = {}
        self.names = tuple(theme.name for theme in themes)
        self._name = re.compile("|".join(map(re.escape, self.names)) or "(?!)")
        self.places = {name: place for place, name in enumerate(self.names)}
        self._bodies = [(end, at) for at, theme in enumerate(themes) for end in theme.bodies]
        self._body_ends = tuple(end for end, _ in self._bodies)
        self._topics: dict[str, tuple[dict[str, list[int]], list[str]]] = {}
        for place, theme in enumerate(themes):
            for keyword in theme.keywords:
                self.weights.setdefault(keyword.text, []).append((place, keyword.weight))
            owners: dict[str, list[int]] = {}
            for number, topic in enumerate(theme.topics):
                for word in topic.keywords:
                    owners.setdefault(word, []).append(number)
            self._topics[theme.name] = owners, [topic.name for topic in theme.topics]
        self._telling = {k.text for theme in themes for k in theme.keywords if k.weight > 1}
        self._short: list[str] = []
        self._by_head: dict[str, list[str]] = {}
        owned = (word for owners, _ in self._topics.values() for word in owners)
        for word in dict.fromkeys((*self.weights, *owned)):
            if len(word) < _HEAD:
                self._short.append(word)
            else:
                self._by_head.setdefault(word[:_HEAD], []).append(word)
        self._any_short = re.compile(_one_of(self._short))
        firsts, seconds = ([head[at] for head in self._by_head] for at in range(_HEAD))
        self._pair = re.compile(f"{_one_of(firsts)}(?={_one_of(seconds)})")  # may begin a keyword
        # a heading stands over many figures, a clause is asked for its theme and its sub-topic
        self.words_in = lru_cache(maxsize=1024)(self.find_words)
        self.spoken = lru_cache(maxsize=1024)(self._spoken)

    def find_words(self, text: str) -> tuple[str, ...]:
        """Return the keywords of themes and sub-topics that stand in `text`, each once."""
        found = self._any_short.findall(text)
        if found:
            found = [word for word in self._short if word in found]
        for pair in self._pair.finditer(text):
            at = pair.start()
            for word in self._by_head.get(text[at : at + _HEAD], ()):
                if text.startswith(word, at):
                    found.append(word)
        return tuple(dict.fromkeys(found))

    def tells(self, text: str) -> bool:
        """Return whether a word that tells a theme stands in `text`: none of the weak ones."""
        return not self._telling.isdisjoint(self.words_in(text))

    def topic(self, theme: str, text: str, indicator: str) -> str | None:
        """Return the sub-topic whose words speak loudest; a word of the indicator counts double.

        None where `theme` is not known or none of its words is said; a tie goes to the first.
        """
        return self.loudest(theme, self.words_in(text), self.words_in(indicator))

    def of_body(self, name: str) -> tuple[int, ...]:
        """Return the themes whose matter the deeds of a body of this name are."""
        if not name.endswith(self._body_ends):
            return ()
        return tuple(place for end, place in self._bodies if name.endswith(end))

    def loudest(self, theme: str, said: Sequence[str], named: Sequence[str]) -> str | None:
        """Return the sub-topic as `topic` does, from the keywords of a text and its indicator."""
        owners, names = self._topics.get(theme, ({}, []))
        scores: dict[int, float] = {}
        for words, share in ((said, 1.0), (named, 2.0)):
            for word in words:
                for number in owners.get(word, ()):
                    scores[number] = scores.get(number, 0.0) + share * len(word)
        # the first in order of the topics where two speak as loud
        return names[max(sorted(scores), key=scores.__getitem__)] if scores else None

    def _spoken(self, text: str) -> tuple[tuple[int, float], ...]:
        """Return the themes whose keywords stand in `text`, each with the weight of those."""
        told: dict[int, float] = {}
        for word in self.words_in(text):
            for place, weight in self.weights.get(word, ()):
                told[place] = told.get(place, 0.0) + weight
        return tuple(told.items())

    def named(self, text: str) -> tuple[int, ...]:
        """Return the themes whose names stand in `text`."""
        if self._name.search(text) is None:
            return ()
        return tuple(place for place, name in enumerate(self.names) if name in text)


def _one_of(chars: Iterable[str]) -> str:
    """Return a pattern for one of `chars`, for nothing where there are none."""
    return f"[{''.join(map(re.escape, sorted(set(chars))))}]" if chars else "(?!)"
