"""From seeds to facts: the first half of the story.

Input: a `Project`. Output: a `Reading`: its sources and their facts, taken from the store where
nothing has changed. It composes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from briefgen import __version__
from briefgen.clean import clean_source
from briefgen.config import Project, SourceSettings
from briefgen.document import Area, Document, Source
from briefgen.errors import ConfigError
from briefgen.extract import Extraction, extract_facts
from briefgen.fact import Fact
from briefgen.lexicon import Lexicon, load_lexicon
from briefgen.lexicon.english import EnglishWords, load_english
from briefgen.pipeline.orders import Progress, Reading, no_progress
from briefgen.readers import list_sources, read_source, unread_files

_PACKAGE = Path(__file__).parents[1]
_MAKES_FACTS = (
    *("readers", "clean", "extract", "lexicon", "numerals.py", "number_values.py"),
    *("characters.py", "document.py", "fact.py"),
)


def read_project(project: Project, progress: Progress = no_progress) -> Reading:
    """Return every source's facts; a source that has not changed is not extracted again."""
    from briefgen.store.database import open_store

    lexicon = lexicon_of(project)
    settings = {s.file: s for s in project.sources}
    paths = list_sources(project.seeds)
    _check_listed(project, paths)
    sources: list[Source] = []
    facts: list[Fact] = []
    notices = list(unread_files(project.seeds))
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
                left = [(a.start, a.end, a.text, a.reason) for a in extraction.abstentions]
                store.keep(source, known, left, found, settings_key=key, extractor=extractor)
            else:
                found = store.notices(source.name)
            notices += found
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


def english_of(project: Project) -> EnglishWords:
    """Return the English of the genre's words with the project's own `[english.names]` on top."""
    extra = project.root / "lexicon"
    return load_english(extra if extra.is_dir() else None, project.english.names)


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
    return digest(repr((told, project.gazetteer, project.themes, _folder_digest(project))))


def _folder_digest(project: Project) -> str:
    extra = project.root / "lexicon"
    return digest(*(p.read_bytes() for p in sorted(extra.glob("*.toml")))) if extra.is_dir() else ""


@cache
def extractor_version() -> str:
    """Return a name for the code and lexicons that make facts: other code, other facts."""
    return _version_of(*(_PACKAGE / name for name in _MAKES_FACTS))


@cache
def code_version() -> str:
    """Return a name for all the code: other code may write other files."""
    return _version_of(_PACKAGE)


def _version_of(*places: Path) -> str:
    files = sorted(
        f
        for place in places
        for f in ([place] if place.is_file() else place.rglob("*"))
        if f.suffix in (".py", ".toml") and f.is_file()
    )
    return f"{__version__}-{digest(*(f.read_bytes() for f in files))[:12]}"


def digest(*parts: str | bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part)
        digest.update(b"\0")
    return digest.hexdigest()
