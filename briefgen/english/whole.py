"""A whole brief in English: title, masthead, blocks, glossary, and how much stayed Chinese.

Input: a brief composed around the English narrative, its facts, the lexicons, a project's English
words. Output: the English brief and its `Report`. It decides nothing that the Chinese brief did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.brief import (
    Block,
    Brief,
    Chart,
    Heading,
    KeyPoints,
    Masthead,
    SourceList,
    Table,
    Text,
    Value,
    map_text,
)
from briefgen.document import Area
from briefgen.english.charts import retell_chart
from briefgen.english.figures import Figures
from briefgen.english.measures import Names, upper
from briefgen.english.quotes import straight_quotes
from briefgen.english.retell import Retelling
from briefgen.english.times import period_words
from briefgen.fact import Fact, Kind, Level
from briefgen.lexicon import Lexicon
from briefgen.lexicon.english import EnglishWords
from briefgen.telling import change_between, states_period

_TITLE_ROOM = 76
_NEW = re.compile("新增|新建|完成|解决")
_LEAST, _MOST = 2, 30  # characters of a body's name
_HOW = {
    "project": "given by the project",
    "lexicon": "lexicon",
    "words": "put together from words of the lexicon",
    "spelled": "spelled by its sound",
    "kept": "left in Chinese",
}
_KINDS = {"省": "province", "市": "city", "区": "district", "县": "county", "镇": "town",
          "乡": "township", "村": "village", "街道": "subdistrict"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EnglishNames:
    """What a project says of itself in English; what is missing is spelled or told by its kind."""

    name: str | None = None
    organ: str | None = None
    editor: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """How much of a brief has no English: statements with Chinese left in them, measures without
    a name, and how many there are of each."""

    statements: int
    in_chinese: int
    measures: int
    unnamed: int


def tell_in_english(
    brief: Brief,
    facts: Mapping[str, Fact],
    lexicon: Lexicon,
    words: EnglishWords,
    area: Area,
    own: EnglishNames,
) -> tuple[Brief, Report]:
    """Return the brief in English, with a glossary at its end, and what stayed Chinese."""
    bodies = _bodies(facts.values(), words)
    names = Names(lexicon, words, bodies)
    retelling = Retelling(
        facts, names, Figures(lexicon, words), _owner(area.place), (area.place, *area.aliases)
    )
    blocks = tuple(_block(b, retelling) for b in brief.blocks)
    title = _title(brief, retelling)
    theme = (
        names.theme(brief.theme) or {"总览": "Overview"}.get(brief.theme) or names.body(brief.theme)
    )
    place = names.body(area.place)
    coverage = retelling.runs(brief.coverage)
    masthead = _masthead(brief.masthead, own, place)
    done = tuple(retelling.statements.values())
    named = tuple(retelling.measures.values())
    blocks = _with_glossary(blocks, names)
    made = replace(
        brief,
        theme=theme,
        language="en",
        title=title,
        masthead=masthead,
        coverage=coverage,
        blocks=blocks,
        subject=f"{place}: {theme}",
        keywords=(place, theme),
    )
    return _quoted(made), Report(len(done), sum(done), len(named), len(named) - sum(named))


def _quoted(brief: Brief) -> Brief:
    """Return the brief with straight marks around English; the sources' own words stay."""
    made = map_text(brief, straight_quotes)
    blocks = (
        old if isinstance(old, SourceList) else new
        for old, new in zip(brief.blocks, made.blocks, strict=True)
    )
    return replace(made, blocks=tuple(blocks))


def _block(block: Block, retelling: Retelling) -> Block:
    made = retelling.block(block)
    return (
        replace(made, spec=retell_chart(made.spec, retelling)) if isinstance(made, Chart) else made
    )


def _owner(place: str) -> str:
    """Return how sentences call the area: the district for 清河区."""
    ending = next((e for e in ("街道", *_KINDS) if place.endswith(e)), "")
    return f"the {_KINDS.get(ending, 'area')}"


def _bodies(facts: Iterable[Fact], words: EnglishWords) -> frozenset[str]:
    """Return the names of the bodies that facts are about; places are known by their endings."""
    return frozenset(
        f.scope
        for f in facts
        if f.level is Level.ENTITY
        and _LEAST < len(f.scope) <= _MOST
        and "、" not in f.scope
        and not any(f.scope.endswith(e) for e in words.place)
    )


def _masthead(given: Masthead, own: EnglishNames, place: str) -> Masthead:
    return Masthead(
        name=own.name or f"{place}: Thematic Brief",
        organ=own.organ or given.organ,
        editor=own.editor or given.editor,
        number=given.number,
        date=given.date,
    )


def _title(brief: Brief, retelling: Retelling) -> str:
    """Return a title that says the main figures of the first key points, or names the theme."""
    parts: list[str] = []
    for block in brief.blocks:
        if not isinstance(block, KeyPoints):
            continue
        for point in block.points:
            ids = dict.fromkeys(i for r in point if isinstance(r, Value) for i in r.fact_ids)
            words = _short([retelling.facts[i] for i in ids if i in retelling.facts], retelling)
            if words and len("; ".join([*parts, words])) <= _TITLE_ROOM and len(parts) < 2:
                parts.append(words)
    theme = retelling.names.theme(brief.theme) or {"总览": "Overview"}.get(brief.theme, "")
    return upper("; ".join(parts)) or f"{theme or retelling.names.body(brief.theme)}: progress"


def _short(facts: Sequence[Fact], retelling: Retelling) -> str:
    figures = sorted(
        (f for f in facts if not f.is_statement and "source_slip" not in f.flags),
        key=lambda f: (f.published or "", f.source, f.number_start or 0),
    )
    if not figures or figures[0].kind in (Kind.TARGET, Kind.DURATION):
        return ""
    first, last = figures[0], figures[-1]
    if len(figures) == 2 and first.unit == last.unit and first.source != last.source:
        change = change_between(first, last)
        if change is not None:
            size = retelling.amount(change.size) or change.size
            way = "up" if change.rises else "down"
            return f"{retelling.name_of(last.indicator)} {way} {size} between reports"
    name = retelling.name_of(first.indicator)
    if "“" in name or (_NEW.search(first.indicator) and not states_period(first)):
        return ""  # what is new, nobody says when: no headline
    when = f" in {period_words(first.period or '')}" if states_period(first) else ""
    if "/" in (first.period or ""):
        when = ""
    if first.kind in (Kind.GROWTH, Kind.RANK, Kind.CHANGE):
        return retelling.figures.sentence(first, name) + when
    return f"{name} {retelling.figures.shown(first, name)}{when}"


def _with_glossary(blocks: tuple[Block, ...], names: Names) -> tuple[Block, ...]:
    """Return the blocks with the names used as a table before the sources."""
    shown = {zh: told for zh, told in sorted(names.used.items()) if told[1] != "kept" or zh}
    if not shown:
        return blocks
    rows = tuple(
        ((Text(zh),), (Text(english or "—"),), (Text(_HOW[how]),))
        for zh, (english, how) in shown.items()
    )
    table = Table(("Chinese", "English", "How it came"), rows, (32, 46, 22), "Names and terms")
    glossary: tuple[Block, ...] = (Heading(1, (Text("Glossary"),)), table)
    last = next((i for i, b in enumerate(blocks) if isinstance(b, SourceList)), len(blocks))
    at = last - 1 if last and isinstance(blocks[last - 1], Heading) else last
    return (*blocks[:at], *glossary, *blocks[at:])
