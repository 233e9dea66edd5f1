"""The story, from seeds to issue: the only place where the stages meet.

Input: a `Project`, what to build, and the day of the run. Output: an `Outcome`: a published issue,
or word that nothing is new. It holds no rule of any stage, and prints nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import __version__
from briefgen.brief import Brief, Chart, Masthead, Picture, map_text
from briefgen.clean import clean_source
from briefgen.config import Project, SourceSettings
from briefgen.document import Area, Document, Source
from briefgen.errors import (
    ConfigError,
    DataError,
    Notice,
    NoticeKind,
    UnaccountedError,
    UsageError,
    WarningsError,
)
from briefgen.extract import Extraction, extract_facts
from briefgen.fact import Fact
from briefgen.lexicon import Lexicon, load_lexicon
from briefgen.readers import list_sources, read_source, unread_files

if TYPE_CHECKING:
    from briefgen.writers.template import Style

FORMATS = ("docx", "pdf")
OVERVIEW = "总览"
_HERE = Path(__file__).parent
_MAKES_FACTS = ("readers", "clean", "extract", "lexicon", "numerals", "numerals.py", "fact.py")

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


def _no_progress(_what: str, _done: int, _of: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked to build."""

    themes: tuple[str, ...] = ()  # none: every theme that has facts, and the overview
    formats: tuple[str, ...] = FORMATS
    style: str | None = None
    as_of: date | None = None
    force: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All sources of a project as read, and the facts they give, in order of source and place."""

    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did: the folder of the current issue, whether it is new, what was noticed."""

    folder: Path
    is_new: bool
    files: tuple[str, ...]
    notices: tuple[Notice, ...] = field(default=())


# --- from seeds to facts --------------------------------------------------------------------------


def read_project(project: Project, progress: Progress = _no_progress) -> Reading:
    """Return every source's facts; a source that has not changed is not extracted again."""
    from briefgen.store.database import open_store

    lexicon = lexicon_of(project)
    settings = {s.file: s for s in project.sources}
    paths = list_sources(project.seeds)
    _check_listed(project, paths)
    sources, facts, notices = [], [], list(unread_files(project.seeds))
    extractor = extractor_version()
    with open_store(project.database_url) as store:
        for done, path in enumerate(paths):
            progress(path.name, done, len(paths))
            source = read_source(path, settings.get(path.name))
            notices += source.notices
            key = _settings_key(project, settings.get(path.name))
            known = store.known(source.sha256, key, extractor, source.name)
            if known is None:
                document, extraction = _extracted(source, lexicon, project)
                known = extraction.facts
                found = (*document.notices, *extraction.notices)
                notices += found
                left = [(a.start, a.end, a.text, a.reason) for a in extraction.abstentions]
                # a source with notices is kept under no key: it is read again, and warns again
                store.keep(
                    source, known, left, settings_key="" if found else key, extractor=extractor
                )
            sources.append(source)
            facts += known
        store.drop_missing([s.name for s in sources])
    progress("", len(paths), len(paths))
    return Reading(tuple(sources), tuple(facts), tuple(notices))


def abstentions_of(project: Project) -> Iterator[tuple[Source, Extraction]]:
    """Yield each source with its extraction, made anew: facts and the numerals that became none."""
    lexicon = lexicon_of(project)
    settings = {s.file: s for s in project.sources}
    for path in list_sources(project.seeds):
        source = read_source(path, settings.get(path.name))
        yield source, _extracted(source, lexicon, project)[1]


def lexicon_of(project: Project) -> Lexicon:
    """Return the lexicon with the project's own `lexicon/` folder and themes on top."""
    extra = project.root / "lexicon"
    return load_lexicon(extra if extra.is_dir() else None, project.themes)


def _extracted(source: Source, lexicon: Lexicon, project: Project) -> tuple[Document, Extraction]:
    document = clean_source(source)
    return document, extract_facts(document, lexicon, area_of(project, source))


def area_of(project: Project, source: Source | None = None) -> Area:
    """Return the area that a source is about: the project's, unless sources.toml names another."""
    place = (source.place if source else None) or project.settings.place
    own = place == project.settings.place
    aliases = project.gazetteer.aliases if own else ()
    return Area(place, aliases, project.settings.region, project.gazetteer.entities)


def _check_listed(project: Project, paths: Sequence[Path]) -> None:
    names = {p.name for p in paths}
    for source in project.sources:
        if source.file not in names:
            raise ConfigError(
                f"source.file = {source.file!r} is not there",
                path=project.seeds / "sources.toml",
                hint=f"files in {project.settings.seeds}/: {', '.join(sorted(names))}",
            )


def _settings_key(project: Project, settings: SourceSettings | None) -> str:
    told = (settings, project.settings.place, project.settings.region)
    return _digest(repr((told, project.gazetteer, project.themes, _folder_digest(project))))


def _folder_digest(project: Project) -> str:
    extra = project.root / "lexicon"
    return (
        _digest(*(p.read_bytes() for p in sorted(extra.glob("*.toml")))) if extra.is_dir() else ""
    )


@cache
def extractor_version() -> str:
    """Return a name for the code and lexicons that make facts: other code, other facts."""
    files = sorted(
        f
        for name in _MAKES_FACTS
        for f in ([_HERE / name] if name.endswith(".py") else (_HERE / name).rglob("*"))
        if f.suffix in (".py", ".toml") and f.is_file()
    )
    return f"{__version__}-{_digest(*(f.read_bytes() for f in files))[:12]}"


def _digest(*parts: str | bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part)
        digest.update(b"\0")
    return digest.hexdigest()


# --- from facts to briefs -------------------------------------------------------------------------


def compose_briefs(
    project: Project, reading: Reading, order: Order, narrative: tuple[str, str], as_of: date
) -> tuple[Brief, ...]:
    """Return the ordered briefs, number and date of the issue still open.

    Raises UsageError where a theme is asked for that the project does not have.
    """
    from briefgen.charts.choose import choose_charts
    from briefgen.compose.narrator import Narrator
    from briefgen.compose.theme import Material, compose_overview, compose_theme
    from briefgen.store.series import find_conflicts, find_series

    lexicon = lexicon_of(project)
    themes = tuple(t.name for t in lexicon.themes)
    wanted = _wanted(order.themes, themes)
    material = Material(
        area=area_of(project),
        as_of=as_of,
        masthead=Masthead(project.settings.name, project.masthead.organ, project.masthead.editor),
        themes=themes,
        sources=reading.sources,
        facts=reading.facts,
        series=find_series(reading.facts, lexicon),
        conflicts=find_conflicts(reading.facts, lexicon),
        narrator=Narrator(*narrative),
        lexicon=lexicon,
    )
    briefs = []
    for name in wanted:
        facts = reading.facts if name == OVERVIEW else material.of_theme(name)
        if not facts:
            continue
        charts = choose_charts(facts, material.series, material.area, name)
        compose = compose_overview if name == OVERVIEW else compose_theme
        briefs.append(compose(name, material, charts))
    if not briefs:
        raise DataError(
            f"no fact about {'、'.join(wanted)}",
            path=project.seeds,
            hint="add articles to this folder, or ask for other themes",
        )
    return tuple(briefs)


def _wanted(asked: Sequence[str], themes: Sequence[str]) -> tuple[str, ...]:
    known = (*themes, OVERVIEW)
    for name in asked:
        if name not in known:
            raise UsageError(f"no theme {name!r}", hint=f"themes: {'、'.join(known)}")
    return tuple(dict.fromkeys(asked)) or known


def _printable(briefs: Sequence[Brief]) -> tuple[tuple[Brief, ...], tuple[Notice, ...]]:
    """Return the briefs with 〓 for what no packaged font can print, and a notice that names it."""
    from briefgen.fonts import replace_missing

    missing: dict[str, None] = {}

    def printable(text: str) -> str:
        shown, gone = replace_missing(text)
        missing.update(dict.fromkeys(gone))
        return shown

    shown = tuple(map_text(brief, printable) for brief in briefs)
    notices = tuple(
        Notice(
            NoticeKind.GLYPH,
            f"no font has the character {char!r} (U+{ord(char):04X}); it prints as 〓",
            hint="replace it in the source, or install a font that has it",
        )
        for char in missing
    )
    return shown, notices


# --- from briefs to an issue ----------------------------------------------------------------------


def build(
    project: Project, order: Order, today: date, progress: Progress = _no_progress
) -> Outcome:
    """Return the issue that the order asks for, published whole, or the last one if nothing is new.

    Raises a BriefgenError, and leaves what was there before as it was, where anything fails.
    """
    from briefgen import archive
    from briefgen.writers.template import load_style

    folder = style_folder(project, order.style)
    archive.check_writable(project.output)
    style = load_style(folder)
    reading = read_project(project, progress)
    as_of = order.as_of or project.settings.as_of or today
    narrative = (style.narratives["zh"], str(folder / "narrative.zh.j2"))
    briefs, missing = _printable(compose_briefs(project, reading, order, narrative, as_of))
    notices = (*reading.notices, *missing)
    if order.strict and notices:
        raise WarningsError(f"--strict: {notices[0]}", hint=f"{len(notices)} warning(s) in all")
    fingerprint = _fingerprint(project, briefs, order, folder)
    last = archive.latest_issue(project.output)
    if (
        last
        and not order.force
        and last[1].get("fingerprint") == fingerprint
        and archive.is_whole(last[0])
    ):
        return Outcome(last[0], False, (), notices)
    name, number = archive.next_folder(project.output, as_of)
    finished = [_headed(brief, project, number, as_of) for brief in briefs]
    files: dict[str, bytes] = {}
    for done, brief in enumerate(finished):
        progress(brief.theme, done, len(finished))
        files |= _written(brief, style, order.formats, folder / "charts.mplstyle")
    progress("", len(finished), len(finished))
    files["facts.jsonl"] = _jsonl(reading.facts)
    manifest = {
        "number": number,
        "date": as_of.isoformat(),
        "fingerprint": fingerprint,
        "version": __version__,
        "themes": [brief.theme for brief in finished],
        "sources": [
            {"name": s.name, "sha256": s.sha256, "title": s.title, "published": s.published}
            for s in reading.sources
        ],
        "warnings": [str(notice) for notice in notices],
    }
    issue = archive.publish_issue(project.output, name, files, manifest)
    _remember(project, issue, number, as_of, fingerprint)
    return Outcome(issue, True, tuple(sorted(files)), notices)


def style_folder(project: Project, style: str | None) -> Path:
    """Return the template folder of a style: the project's own, else the packaged one."""
    name = style or project.settings.style
    own = project.root / (project.settings.templates or "templates")
    for home in (own, _HERE / "templates", _HERE.parent / "templates"):
        if (home / name).is_dir() and (home / name).resolve().parent == home.resolve():
            return home / name
    raise ConfigError(
        f"no style {name!r}", path=own, hint="a style is a folder that holds a brief.docx"
    )


def _remember(project: Project, issue: Path, number: int, day: date, fingerprint: str) -> None:
    """Enter a published issue in the store's list."""
    from briefgen.archive import latest_issue
    from briefgen.store.database import Issue, open_store

    last = latest_issue(project.output)
    files = last[1].files if last else ()
    with open_store(project.database_url) as store:
        store.add_issue(Issue(number, day, issue.name, fingerprint, files))


def _headed(brief: Brief, project: Project, number: int, as_of: date) -> Brief:
    """Return the brief with number and date in its masthead, where the user asked for them."""
    asked = project.masthead
    auto_date = f"{as_of.year}年{as_of.month}月{as_of.day}日"
    return replace(
        brief,
        masthead=replace(
            brief.masthead,
            number=f"第{number}期" if asked.number == "auto" else asked.number,
            date=auto_date if asked.date == "auto" else asked.date,
        ),
    )


def _written(brief: Brief, style: Style, formats: Sequence[str], look: Path) -> dict[str, bytes]:
    """Return the brief's files by name, after every number in them has been accounted for."""
    from briefgen.archive import safe_name
    from briefgen.audit.account import account_for
    from briefgen.charts.draw import draw_chart

    width = style.sheet.width_mm - style.sheet.left_mm - style.sheet.right_mm
    specs = [block.spec for block in brief.blocks if isinstance(block, Chart)]
    look_file = look if look.is_file() else None
    pictures: dict[str, Picture] = {
        spec.id: draw_chart(spec, width * 72 / 25.4, look_file) for spec in specs
    }
    made: dict[str, bytes] = {}
    if "docx" in formats:
        from briefgen.writers.word import write_word

        made["docx"] = write_word(brief, style, pictures)
    if "pdf" in formats:
        from briefgen.writers.pdf import write_pdf

        made["pdf"] = write_pdf(brief, style, pictures)
    stray = account_for(brief, made.get("docx"), made.get("pdf"))
    if stray:
        raise UnaccountedError(
            f"{brief.theme}: {stray[0]}", hint=f"{len(stray)} in all; nothing was published"
        )
    return {f"{safe_name(brief.theme)}.{suffix}": content for suffix, content in made.items()}


def _jsonl(facts: Sequence[Fact]) -> bytes:
    rows = (json.dumps(f.to_wire(), ensure_ascii=False, sort_keys=True) + "\n" for f in facts)
    return "".join(rows).encode("utf-8", "surrogatepass")


def _fingerprint(project: Project, briefs: Sequence[Brief], order: Order, folder: Path) -> str:
    """Return what an issue is made from: what it says, how it looks, and which code wrote it."""
    looks = [p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()]
    return _digest(
        __version__, repr(briefs), repr(project.masthead), ",".join(order.formats), *looks
    )
