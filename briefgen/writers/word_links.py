"""The ties of a Word document: from each figure and mark to its source, and from there back.

Input: a brief, and the runs of its blocks in reading order. Output: runs that a click follows, in
the look of the words around them, and the bookmarks that they lead to. It does not decide what is
cited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.brief import Brief, Cite, Run, Runs, SourceEntry, SourceList, Text, Value
from briefgen.writers.template_fields import printable
from briefgen.writers.word_parts import Element, element, run

_TIP = 250  # characters: Word shows no more than 260 beside the pointer


class Links:
    """Makes runs with their links; it remembers which sources the text has led to already.

    `looks` are the ids of two character styles: of the marks, and of figures that lead away (a link
    without one is none to LibreOffice). Bookmarks are numbered from `first`.
    """

    def __init__(self, brief: Brief, looks: tuple[str, str], first: int) -> None:
        lists = [block for block in brief.blocks if isinstance(block, SourceList)]
        quotes = [q for block in lists for entry in block.entries for q in entry.quotes]
        self._quoted = {q.key: printable(q.text) for q in quotes}
        self._key_of = {i: q.key for q in reversed(quotes) for i in q.fact_ids}
        self._reference, self._led = looks
        self._cited: set[str] = set()
        self._next = first

    def runs(self, runs: Runs) -> list[Element]:
        """Return the runs of the text: a mark and a figure lead to the sentence they came from."""
        return [made for item in runs if item.text for made in self._linked(item)]

    def of_entry(self, entry: SourceEntry, runs: Runs) -> list[Element]:
        """Return a source's line: its number leads to where the text first cites the source."""
        first = next((q.key for q in entry.quotes if q.key in self._cited), None)
        return self._backward(first, runs)

    def of_quote(self, key: str, runs: Runs) -> list[Element]:
        """Return a quoted sentence as the place that its marks lead to; its key leads back."""
        made = self._backward(key if key in self._cited else None, runs)
        return self._marked(_place_of(key), made) if key in self._quoted else made

    def _backward(self, key: str | None, runs: Runs) -> list[Element]:
        made: list[Element] = []
        for item in runs:
            words = self._plain(item)
            back = isinstance(item, Cite) and key is not None
            made.append(_link(_first_of(key or ""), [words]) if back else words)
        return made

    def _linked(self, item: Run) -> Iterator[Element]:
        if isinstance(item, Cite):
            opens, between, closes = item.marks
            for at, key in enumerate(item.keys):
                opening, closing = between if at else opens, closes * (at + 1 == len(item.keys))
                yield from self._mark(key, f"{opening}{key}{closing}")
        elif source := self._source_of(item):
            words = run(item.text, strong=item.strong, style=self._led)
            yield _link(_place_of(source), [words], self._quoted[source])
        else:
            yield self._plain(item)

    def _source_of(self, item: Text | Value) -> str | None:
        """Return the key of the sentence that a figure stands in: of a derived one, the first."""
        ids = item.fact_ids if isinstance(item, Value) else ()
        return next((self._key_of[i] for i in ids if i in self._key_of), None)

    def _mark(self, key: str, text: str) -> Sequence[Element]:
        words = run(text, style=self._reference)
        if key not in self._quoted:
            return [words]
        made = [_link(_place_of(key), [words], self._quoted[key])]
        if key in self._cited:
            return made
        self._cited.add(key)
        return self._marked(_first_of(key), made)

    def _plain(self, item: Run) -> Element:
        if isinstance(item, Cite):
            return run(item.text, style=self._reference)
        return run(item.text, strong=item.strong)

    def _marked(self, name: str, content: Sequence[Element]) -> list[Element]:
        number, self._next = str(self._next), self._next + 1
        start = element("bookmarkStart", id=number, name=name)
        return [start, *content, element("bookmarkEnd", id=number)]


def _place_of(key: str) -> str:
    """Return the bookmark of a quoted sentence; one that begins with _ is in no list of Word's."""
    return f"_quote_{key}"


def _first_of(key: str) -> str:
    return f"_cited_{key}"


def _link(anchor: str, content: Sequence[Element], tip: str = "") -> Element:
    """Return content that a click leads away from; it keeps its own look, and is no blue line."""
    shown = tip if len(tip) <= _TIP else tip[: _TIP - 1] + "…"
    told = {"tooltip": shown} if shown else {}
    return element("hyperlink", *content, anchor=anchor, history="1", **told)
