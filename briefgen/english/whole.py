"""A whole brief in English: title, masthead, blocks, glossary, and how much stayed Chinese.

Input: a brief composed around the English narrative, its facts, the lexicons, a project's English
words. Output: the English brief and its `Report`. It decides nothing that the Chinese brief did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefgen.brief import (
    Block,
    Brief,
    Chart,
    Heading,
    KeyPoints,
    Masthead,
    Paragraph,
    ParagraphRole,
    Run,
    Runs,
    SourceList,
    Text,
    Value,
    block_runs,
    map_text,
    plain_text,
)
from briefgen.document import Area
from briefgen.english.charts import retell_chart
from briefgen.english.claims import mode_of
from briefgen.english.clauses import tell_clause
from briefgen.english.figures import Figures
from briefgen.english.measures import Names, upper
from briefgen.english.names import inner_name, place_name, spelled
from briefgen.english.quotes import straight_quotes
from briefgen.english.retell import Retelling
from briefgen.english.setting import without_owner
from briefgen.english.times import at_period, printed_time
from briefgen.fact import Fact, Level
from briefgen.lexicon import Lexicon
from briefgen.lexicon.english import EnglishWords
from briefgen.telling import change_between, dense, figure, since_text, states_period

_TITLE_ROOM = 100
_NO_BODY = re.compile("(?:已)?连续|先后|累计|其中")
_NEW = re.compile("新增|新建|完成|解决")
_SEAT = re.compile("([\u3400-\u9fff]{2}(?:街道|镇|乡))([\u3400-\u9fff]{2}(?:社区|村))?")
_LEAST, _MOST = 2, 30  # characters of a body's name
_HOW = {
    "project": "Given by the project",
    "lexicon": "From the lexicon",
    "words": "Put together from words of the lexicon",
    "spelled": "Spelled by sound",
}
_RATE = re.compile("(?:同比|年均|比上年)?(?:增速|增长率|增幅)$|排名$")
_MESSAGES = 2  # of a title
_MOSTLY = 0.75  # of an indicator's characters that a title must hold to be about it
_KINDS = {"自治区": "region", "新区": "new area", "开发区": "development zone", "旗": "banner",
          "高新区": "high-tech zone", "自治州": "prefecture", "州": "prefecture", "盟": "league",
          "地区": "prefecture", "省": "province", "市": "city", "区": "district", "县": "county",
          "镇": "town", "乡": "township", "村": "village", "街道": "subdistrict"}  # fmt: skip


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
    spelled_names = _own_names(area, words)
    words = replace(words, name={**spelled_names, **words.name})
    names = Names(lexicon, words, bodies)
    retelling = Retelling(
        facts, names, Figures(lexicon, words), _owner(area.place), area_names(area, words)
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
    for zh in spelled_names.keys() & names.used.keys():
        names.used[zh] = (names.used[zh][0], "spelled")
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


def _own_names(area: Area, words: EnglishWords) -> dict[str, str]:
    """Return the area's own names that the project gives no English for, spelled by their sound.

    清河区 is called 清河 as well: 清河大桥.
    """
    found: dict[str, str] = {}
    ending = _ending(area.place, words)
    stem = inner_name(area.place).removesuffix(ending)
    for name in area_names(area, words):
        if name in words.name:
            continue
        told = None if name == stem else place_name(name, words)  # 清江 is no river here
        short = spelled(name if name == stem else inner_name(name).removesuffix(ending))
        found[name] = f"={told or short}|{short}"
    return found


def area_names(area: Area, words: EnglishWords) -> tuple[str, ...]:
    """Return what the area is called: its full name, its own, its name without an ending."""
    own = inner_name(area.place)
    stem = own.removesuffix(_ending(area.place, words))
    names = (area.place, *area.aliases, own, *([stem] if len(stem) >= _LEAST else []))
    return tuple(dict.fromkeys(names))


def _ending(place: str, words: EnglishWords) -> str:
    return next((e for e in sorted(words.place, key=len) if place.endswith(e)), "")


def _bodies(facts: Iterable[Fact], words: EnglishWords) -> frozenset[str]:
    """Return the names of the bodies that facts are about; places are known by their endings,
    but for those that a word of the language names: 渔港街道."""
    facts = tuple(facts)
    seats = (_SEAT.fullmatch(f.scope) for f in facts if f.level is Level.ENTITY)
    named = {part for seat in seats if seat is not None for part in seat.groups() if part}
    return frozenset(named) | frozenset(
        f.scope
        for f in facts
        if f.level is Level.ENTITY
        and _LEAST < len(f.scope) <= _MOST
        and "、" not in f.scope
        and not _NO_BODY.match(f.scope)
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
    """Return the title's messages in English, those of the key points that the Chinese title has;
    where none can be told, the name of the theme."""
    zh = dense(brief.title)
    parts: list[str] = []
    points = next((b.points for b in brief.blocks if isinstance(b, KeyPoints)), ())
    for told in (told for point in points for told in _titled(point, zh, retelling)):
        words = without_owner(parts[0], told, its=False) if parts else told
        if parts and (more := of_the_same(parts[-1], words)):
            if len("; ".join([*parts, more])) <= _TITLE_ROOM:
                parts[-1] = f"{parts[-1]}, {more}"
        elif words and len(parts) < _MESSAGES and len("; ".join([*parts, words])) <= _TITLE_ROOM:
            parts.append(words)
    theme = retelling.names.theme(brief.theme) or {"总览": "Overview"}.get(brief.theme, "")
    return upper("; ".join(parts)) or f"{theme or retelling.names.body(brief.theme)}: progress"


def of_the_same(before: str, words: str) -> str:
    """Return what `words` add on the subject that `before` tells of, or nothing where they tell of
    another: R&D intensity at 5.09%; R&D intensity still first in the city."""
    told, _, time = before.partition(" at ")
    rest = words.removeprefix(f"{told} ")
    if rest == words or re.match(r"(?:still )?(?:first|ranked|up|down)\b", rest) is None:
        return ""
    year = re.search(r" in \d{4}$", time)
    return rest.removesuffix(year.group()) if year is not None else rest


def _titled(point: Runs, zh: str, retelling: Retelling) -> Iterator[str]:
    """Yield what the Chinese title says of a key point, nothing where it is of another."""
    for run in point:
        if not isinstance(run, Value) or printed_time(dense(run.text)):
            continue
        facts = [retelling.facts[i] for i in run.fact_ids if i in retelling.facts]
        if run.formula is not None:
            last = facts[-1] if facts else None
            if last is not None and f"{last.indicator}前后报道间" in zh:
                yield _moved(facts[0], last, retelling)
            continue
        for fact in sorted(facts, key=lambda fact: fact.number_start or fact.start):
            if fact.is_statement and dense(run.text) in zh:
                yield _deed(run.text, fact, retelling)
            elif not fact.is_statement and dense(figure(fact)) in zh and _is_named(fact, zh):
                yield _headline(fact, retelling)


def _is_named(fact: Fact, zh: str) -> bool:
    name = re.sub(
        "(?:同比|年均|比上年)?(?:增速|增长率|增幅)$|排名$", "", fact.meant or fact.indicator
    )
    return sum(c in zh for c in name) >= _MOSTLY * len(name)


def _moved(first: Fact, last: Fact, retelling: Retelling) -> str:
    change = change_between(first, last)
    if change is None:
        return ""
    size = retelling.amount(change.size) or change.size
    way = "up" if change.rises else "down"
    return f"{retelling.name_of(last.indicator)} {way} {size} between reports"


def _deed(words: str, fact: Fact, retelling: Retelling) -> str:
    told = tell_clause(
        words, mode_of(fact), retelling.names.speech, owner=retelling.owner, area=retelling.area
    )
    return (
        "" if told.untold or told.kept else re.sub(rf"^{retelling.owner} (?:was )?", "", told.text)
    )


def _headline(fact: Fact, retelling: Retelling) -> str:
    """Return a figure as a headline says it: forest coverage at 53%, output up 5% in 2022."""
    name = retelling.name_of(fact.meant or fact.indicator)
    if "“" in name or (_NEW.search(fact.indicator) and not states_period(fact)):
        return ""  # what is new, nobody says when: no headline
    when = ""
    if states_period(fact) and "/" not in (fact.period or ""):
        since = since_text(fact) and printed_time(since_text(fact) or "")
        when = f" {since}" if since else f" {at_period(fact.period or '')}"
    return retelling.figures.label(fact, name) + when


def _with_glossary(blocks: tuple[Block, ...], names: Names) -> tuple[Block, ...]:
    """Return the blocks with the names used, run in before the sources: as they came, and once."""
    said = "\n".join(
        plain_text(runs) for b in blocks if not isinstance(b, SourceList) for runs in block_runs(b)
    )
    said += "\n".join(
        "\n".join((b.spec.title, b.spec.note, *(p.label for p in b.spec.points)))
        for b in blocks
        if isinstance(b, Chart)
    )
    kept = {zh: told for zh, told in sorted(names.used.items()) if _is_term(zh, *told, said)}
    whole = [(zh, english) for zh, (english, _) in kept.items()]
    kept = {
        zh: told
        for zh, told in kept.items()
        if not any(z != zh and zh in z and told[0] in english for z, english in whole)
    }
    runs: list[Run] = []
    for how, heading in _HOW.items():
        terms = [f"{zh} {english}" for zh, (english, came) in kept.items() if came == how]
        if terms:
            words = "; ".join(terms).removesuffix(".")
            runs += [Text(f"{' ' if runs else ''}{heading}: ", strong=True), Text(f"{words}.")]
    if not runs:
        return blocks
    note = Paragraph(ParagraphRole.NOTE, tuple(runs))
    glossary = (Heading(1, (Text("Glossary"),)), note)
    last = next((i for i, b in enumerate(blocks) if isinstance(b, SourceList)), len(blocks))
    at = last - 1 if last and isinstance(blocks[last - 1], Heading) else last
    return (*blocks[:at], *glossary, *blocks[at:])


def _is_term(zh: str, english: str, how: str, said: str) -> bool:
    """Return whether a term is in the glossary: it is printed, and it is a name or a quoted slogan.

    What has no English stands in the text in Chinese, and a plain word of the dictionary tells
    nobody anything.
    """
    bare = english.removeprefix("the ")
    at = said.lower().find(bare.lower())
    if how == "kept" or not bare or at < 0 or not re.search("[\u3400-\u9fff]", zh):
        return False
    quoted = said[at - 1 : at] in ('"', "“")
    return quoted or re.search("[A-Z]", bare[1:] if how == "words" else bare) is not None
