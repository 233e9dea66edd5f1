"""From a figure to the sentence that it was printed in, by a click, and back.

Input: a brief. Output: the parts of its runs with the inline elements of the structure that they
are. It draws nothing and knows no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefgen.brief import Brief, Cite, Quote, Run, Runs, SourceList, Value, block_runs
from briefgen.chart import ChartSpec
from briefgen.writers.pdf_structure import Element, Link
from briefgen.writers.template_fields import printable
from briefgen.writers.wording import back_words

Part = tuple[str, Element | None]  # words, and the inline element that they are


@dataclass(frozen=True, slots=True)
class Citations:
    """The quotes of a brief: `quotes` by key, `keys` of the quotes by fact, `cited` keys."""

    quotes: Mapping[str, Quote]
    keys: Mapping[str, tuple[str, ...]]
    cited: frozenset[str]
    language: str

    @classmethod
    def of(cls, brief: Brief) -> Citations:
        """Return what can be led to and from in a brief."""
        lists = [block for block in brief.blocks if isinstance(block, SourceList)]
        quotes = {q.key: q for b in lists for e in b.entries for q in e.quotes}
        keys: dict[str, tuple[str, ...]] = {}
        for quote in quotes.values():
            for fact in quote.fact_ids:
                keys[fact] = (*keys.get(fact, ()), quote.key)
        told = (r for b in brief.blocks if b not in lists for runs in block_runs(b) for r in runs)
        cited = frozenset(key for run in told if isinstance(run, Cite) for key in run.keys)
        return cls(quotes, keys, cited, brief.language)

    def parts(self, run: Run, beside: Runs) -> list[Part]:
        """Return the words of a run that cites; `beside` are the runs that it stands among."""
        if isinstance(run, Cite):
            return self._references(run)
        key = self._key(run, beside) if isinstance(run, Value) else None
        return [(run.text, None if key is None else self._forward(key))]

    def _key(self, value: Value, beside: Runs) -> str | None:
        """Return the key of the quote that tells a figure, one cited beside it before any other."""
        found = [key for fact in value.fact_ids for key in self.keys.get(fact, ())]
        near = [key for run in beside if isinstance(run, Cite) for key in run.keys]
        return next((key for key in near if key in found), found[0] if found else None)

    def chart_links(self, spec: ChartSpec) -> dict[str, Link]:
        """Return the links of a chart's figures by the words that show them.

        Words that show two figures of different sentences lead nowhere rather than astray.
        """
        keys: dict[str, set[str]] = {}
        for point in spec.points:
            key = self._key(Value(point.shown, point.fact_ids), ())
            keys.setdefault(printable(point.shown), set()).add(key or "")
        only = {shown: next(iter(found)) for shown, found in keys.items() if len(found) == 1}
        return {shown: self._to_quote(key) for shown, key in only.items() if key}

    def _to_quote(self, key: str) -> Link:
        return Link(quote_anchor(key), printable(self.quotes[key].text))

    def _forward(self, key: str, parent: Element | None = None) -> Element:
        return _inline(self._to_quote(key), (_cite_anchor(key),), parent)

    def _references(self, cite: Cite) -> list[Part]:
        """Return 〔1a、2c〕 as 〔1a and 、2c〕: each key with a mark beside it is a link."""
        whole, last = Element("Reference"), len(cite.keys) - 1
        opens, between, closes = cite.marks
        parts: list[Part] = []
        for at, key in enumerate(cite.keys):
            words = (between if at else opens) + key + (closes if at == last else "")
            known = key in self.quotes
            parts.append((words, self._forward(key, whole) if known else _known_not(whole)))
        return parts

    def entry_parts(self, run: Run, keys: Iterable[str]) -> list[Part]:
        """Return the words of a run in the list of sources; a key leads back to where it is cited.

        `keys` are the quotes that the entry stands for; the first that is cited counts.
        """
        if not isinstance(run, Cite):
            return [(run.text, None)]
        label = Element("Lbl")
        key = next((key for key in keys if key in self.cited), None)
        if key is None:
            return [(run.text, label)]
        link = Link(_cite_anchor(key), back_words(key, self.language))
        return [(run.text, _inline(link, (), label))]


def quote_anchor(key: str) -> str:
    """Return the name of the place where a quote stands."""
    return f"quote {key}"


def note_ident(key: str) -> str:
    """Return the name of a quote's element."""
    return f"note {key}"


def _cite_anchor(key: str) -> str:
    return f"cite {key}"


def _inline(link: Link, anchors: tuple[str, ...], parent: Element | None) -> Element:
    made = Element("Link", parent=parent, link=link, anchors=anchors)
    if parent is not None:
        parent.kids.append(made)
    return made


def _known_not(parent: Element) -> Element:
    """Return a plain piece of a reference: its source is not listed, so it leads nowhere."""
    return parent.add("Span")
