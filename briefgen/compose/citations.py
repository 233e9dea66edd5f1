"""Reference marks: from the fact ids that blocks cite to keys such as `1a`, and their sources.

Input: blocks whose `Cite`s hold fact ids. Output: the same blocks with keys, and a `SourceList`
that quotes each cited passage once. It cites nothing that the blocks do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.brief import (
    Block,
    Card,
    Cards,
    Chart,
    Cite,
    Heading,
    KeyPoints,
    Paragraph,
    Quote,
    Run,
    Runs,
    SourceEntry,
    SourceList,
    Table,
    block_runs,
    plain_text,
)
from briefgen.compose.narrator import Narrator
from briefgen.compose.wording import squeeze
from briefgen.document import Source
from briefgen.fact import Fact
from briefgen.telling import day_text

# what may stand between two passages that are quoted as one: “占比50%，税收占比75%”
_BREATH = re.compile("[；。]")
_JOINT = re.compile(r"\s*[，,、；;]\s*|")


@dataclass(frozen=True, slots=True)
class _Passage:
    source: str
    start: int
    end: int
    ids: tuple[str, ...]


def cite(
    blocks: Sequence[Block],
    facts: Mapping[str, Fact],
    sources: Sequence[Source],
    narrator: Narrator,
) -> tuple[tuple[Block, ...], SourceList]:
    """Return `blocks` with reference keys for fact ids, and the sources that they refer to."""
    cited = dict.fromkeys(
        i
        for b in blocks
        for runs in block_runs(b)
        for r in runs
        if isinstance(r, Cite)
        for i in r.keys
    )
    passages = _passages([facts[i] for i in cited], {s.name: s.raw for s in sources})
    order = [s for s in sources if any(p.source == s.name for p in passages)]
    keys: dict[str, str] = {}
    entries = []
    for number, source in enumerate(order, 1):
        own = [p for p in passages if p.source == source.name]
        quotes = []
        for index, passage in enumerate(own):
            key = f"{number}{_letter(index)}"
            keys |= dict.fromkeys(passage.ids, key)
            quotes.append(Quote(key, _quoted(source.raw, passage), passage.ids))
        title = source.title or source.name
        entries.append(SourceEntry(number, title, _note(source, narrator), tuple(quotes)))
    return tuple(_with_keys(b, keys) for b in blocks), SourceList(tuple(entries))


def _quoted(raw: str, passage: _Passage) -> str:
    """Return the passage as it reads, without a mark whose partner stands outside of it."""
    text = squeeze(raw[passage.start : passage.end])
    opened, closed = text.count("“"), text.count("”")
    if opened > closed:
        return text.removeprefix("“")  # “平均一天就有600多台！看来…”: the first sentence alone
    return text.removesuffix("”") if closed > opened else text


def _passages(facts: Iterable[Fact], raw: Mapping[str, str]) -> list[_Passage]:
    """Return the quoted passages in order; facts whose quotes overlap or adjoin share one."""
    out: list[_Passage] = []
    for fact in sorted(facts, key=lambda f: (f.source, f.start, -f.end)):
        last = out[-1] if out else None
        if (
            last
            and last.source == fact.source
            and (fact.start < last.end or _JOINT.fullmatch(raw[last.source][last.end : fact.start]))
        ):
            end = max(last.end, fact.end)
            out[-1] = _Passage(last.source, last.start, end, (*last.ids, fact.id))
        else:
            out.append(_Passage(fact.source, fact.start, fact.end, (fact.id,)))
    return out


def _letter(index: int) -> str:
    """Return a, b … z, aa, ab … for 0, 1 … 25, 26, 27 …"""
    head, tail = divmod(index, 26)
    return (_letter(head - 1) if head else "") + chr(ord("a") + tail)


def _note(source: Source, narrator: Narrator) -> str:
    if source.published is None:
        told = plain_text(narrator.say("unpublished"))
    else:
        told = day_text(source.published)
        told += plain_text(narrator.say("estimated")) if source.estimated else ""
    return f"{source.publisher}，{told}" if source.publisher else told


def _marked(runs: Runs, keys: Mapping[str, str]) -> Runs:
    """Return `runs` with keys; marks side by side are one, and one passage told in a breath is
    referred to once, at its end (投资额428亿元，到位资金93.9亿元〔2g〕)."""
    out: list[Run] = []
    last = -1  # where the last mark of this breath stands in `out`
    for run in runs:
        if not isinstance(run, Cite):
            last = -1 if _BREATH.search(run.text) else last
            out.append(run)
            continue
        mark = Cite(tuple(dict.fromkeys(keys[i] for i in run.keys)))
        if out and isinstance(before := out[-1], Cite):
            mark = Cite(tuple(dict.fromkeys((*before.keys, *mark.keys))))
            out.pop()
        elif last >= 0 and out[last] == mark:
            del out[last]
        if mark.keys:
            out.append(mark)
            last = len(out) - 1
    return tuple(out)


def _with_keys(block: Block, keys: Mapping[str, str]) -> Block:
    def marked(runs: Runs) -> Runs:
        return _marked(runs, keys)

    match block:
        case Heading() | Paragraph():
            return replace(block, runs=marked(block.runs))
        case KeyPoints(title, points):
            return KeyPoints(title, tuple(marked(p) for p in points))
        case Cards(title, cards):
            return Cards(
                title, tuple(Card(c.label, marked(c.value), marked(c.note)) for c in cards)
            )
        case Chart(number, spec, source):
            return Chart(number, spec, marked(source))
        case Table():
            rows = tuple(tuple(marked(cell) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case SourceList():
            return block
