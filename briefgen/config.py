"""`briefgen.toml` and `seeds/sources.toml` as checked values.

Input: a project's folder. Output: `Project`, or a `ConfigError` that names file, key, value and
what is allowed. It does not look at templates, fonts or lexicons.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from briefgen.errors import ConfigError

CONFIG_NAME = "briefgen.toml"
SOURCES_NAME = "sources.toml"
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SHOWN = 80  # characters of a value in a message
_DATES = 'a date such as 2023-01-20, "2023-01" or "2023"'


def _published(value: object) -> object:
    """Return TOML's own date as text; a time of day or a number is no date."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str):
        raise ValueError(_DATES)
    return value


def _is_published(value: str) -> str:
    match = _DATE.fullmatch(value)
    if match is None:
        raise ValueError(_DATES)
    try:
        date(*(int(part or 1) for part in match.groups()))
    except ValueError as error:
        raise ValueError(f"{_DATES}; {error}") from error
    return value


def _counted(value: object) -> object:
    """Return a whole number as text: copies = 120 is what a user writes."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _is_path(value: str) -> str:
    if not value.isprintable():
        raise ValueError("a path without control characters")
    return value


Published = Annotated[str, BeforeValidator(_published), AfterValidator(_is_published)]
_Model = TypeVar("_Model", bound=BaseModel)
Name = Annotated[str, Field(min_length=1, max_length=200)]
Folder = Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(_is_path)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ProjectSettings(_Strict):
    """`[project]`: the briefs' name, the area they are about, the day they look from."""

    name: Name
    place: Name
    region: Name | None = None
    as_of: date | None = None
    seeds: Folder = "seeds"
    output: Folder = "output"
    templates: Folder | None = None
    style: Annotated[Name, AfterValidator(_is_path)] = "standard"
    database: Folder | None = None


class MastheadSettings(_Strict):
    """`[masthead]`: what a sheet's head and foot print; `"auto"` lets number and date be filled."""

    organ: Name | None = None
    editor: Name | None = None
    number: Name | None = None
    date: Name | None = None
    signer: Name | None = None
    secrecy: Name | None = None
    serial: Name | None = None
    report_to: Name | None = None
    send_to: Name | None = None
    distribute_to: Name | None = None
    copies: Annotated[Name, BeforeValidator(_counted)] | None = None


class Gazetteer(_Strict):
    """`[gazetteer]`: other names of the place, and bodies within it whose figures are their own."""

    aliases: tuple[Name, ...] = ()
    entities: tuple[Name, ...] = ()


class ThemeSettings(_Strict):
    """`[[theme]]`: local keywords for a theme of the lexicon, or a theme of the project's own."""

    name: Name
    keywords: tuple[Name, ...] = ()


class EnglishSettings(_Strict):
    """`[english]`: the masthead of English briefs, and the project's own names in English."""

    name: Name | None = None
    organ: Name | None = None
    editor: Name | None = None
    names: dict[Name, Name] = {}


class SourceSettings(_Strict):
    """`[[source]]` of sources.toml: what is known about one file of seeds/."""

    file: Name
    title: Name | None = None
    publisher: Name | None = None
    place: Name | None = None
    published: Published | None = None
    estimated: bool = False


class _ConfigFile(_Strict):
    project: ProjectSettings
    masthead: MastheadSettings = MastheadSettings()
    gazetteer: Gazetteer = Gazetteer()
    theme: tuple[ThemeSettings, ...] = ()
    english: EnglishSettings = EnglishSettings()


class _SourcesFile(_Strict):
    source: tuple[SourceSettings, ...] = ()


class Project(_Strict):
    """A project: its folder and everything its two configuration files say."""

    root: Path
    settings: ProjectSettings
    masthead: MastheadSettings
    gazetteer: Gazetteer
    themes: tuple[ThemeSettings, ...]
    sources: tuple[SourceSettings, ...]
    english: EnglishSettings = EnglishSettings()

    @property
    def seeds(self) -> Path:
        """Return the folder of the articles."""
        return self.root / self.settings.seeds

    @property
    def output(self) -> Path:
        """Return the folder that issues are written to."""
        return self.root / self.settings.output

    @property
    def database_url(self) -> str:
        """Return the database's URL: SQLite beside `briefgen.toml` unless another is named."""
        named = self.settings.database or "sqlite:///briefgen.sqlite3"
        scheme, relative, path = named.partition("sqlite:///")
        return f"{relative}{self.root / path}" if relative and not scheme and path else named


def find_project(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds a briefgen.toml."""
    for folder in (start, *start.parents):
        if (folder / CONFIG_NAME).is_file():
            return folder
    raise ConfigError(
        f"no {CONFIG_NAME} here or in any folder above",
        path=start,
        hint="change into a project's folder, or name it with --project DIR",
    )


def load_project(root: Path) -> Project:
    """Return the project whose briefgen.toml lies in `root`, with its seeds/sources.toml if any."""
    root = root.resolve()
    if root.exists() and not root.is_dir():
        raise ConfigError(
            "this is no folder", path=root, hint="name a project's folder with --project DIR"
        )
    config = read_settings(root / CONFIG_NAME, _ConfigFile)
    listing = root / config.project.seeds / SOURCES_NAME
    sources = read_settings(listing, _SourcesFile).source if listing.exists() else ()
    _refuse_twice(listing, sources)
    return Project(
        root=root,
        settings=config.project,
        masthead=config.masthead,
        gazetteer=config.gazetteer,
        themes=config.theme,
        sources=sources,
        english=config.english,
    )


def read_settings(path: Path, model: type[_Model]) -> _Model:
    """Return a TOML file checked by `model`; ConfigError names file, key and what is allowed."""
    try:
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise ConfigError(
            "this file does not exist", path=path, hint="name a project's folder with --project DIR"
        ) from error
    except OSError as error:
        raise ConfigError(
            f"cannot be read: {error.strerror}", path=path, hint="see that it is a file, and yours"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"byte {error.start} is no UTF-8", path=path, hint="save the file as UTF-8"
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"this is no valid TOML: {error}",
            path=path,
            hint="texts stand in straight quotes, dates in none and in full: 2023-01-20",
        ) from error
    except RecursionError as error:
        raise ConfigError(
            "this is no valid TOML: brackets within brackets without end",
            path=path,
            hint="close each bracket",
        ) from error
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise _explained(error, path, model) from error


def _refuse_twice(listing: Path, sources: tuple[SourceSettings, ...]) -> None:
    files = [source.file for source in sources]
    for file in files:
        if files.count(file) > 1:
            raise ConfigError(
                f"source.file = {file!r} stands here twice",
                path=listing,
                hint="one [[source]] for a file",
            )


def _explained(error: ValidationError, path: Path, model: type[BaseModel]) -> ConfigError:
    """Return the first finding of pydantic as one that names key, value and what is allowed."""
    # a misspelt key explains a missing one: it comes first
    found = sorted(
        error.errors(include_url=False), key=lambda one: one["type"] != "extra_forbidden"
    )
    first = found[0]
    key = _key(first["loc"])
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    if first["type"] == "extra_forbidden":
        allowed = ", ".join(sorted(_fields_at(model, first["loc"][:-1])))
        return ConfigError(
            f"unknown key {key} = {_shown(first['input'])}{more}",
            path=path,
            hint=f"allowed: {allowed}",
        )
    if first["type"] == "missing":
        table = key if "." not in key else key.rpartition(".")[0]
        named = f"[{table}]" if key == table else f"{key.rpartition('.')[2]} = … to [{table}]"
        return ConfigError(f"{key} is missing{more}", path=path, hint=f"add {named}")
    return ConfigError(
        f"{key} = {_shown(first['input'])}{more}", path=path, hint=_rule(first["msg"])
    )


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _rule(message: str) -> str:
    if "valid date" in message or "provided to dates" in message:
        return "it must be a date such as 2023-03-01"
    rule = message.removeprefix("Value error, ").replace("Input should be", "it must be")
    return rule.replace("String should have", "it must have")


def _key(loc: tuple[int | str, ...]) -> str:
    """Return where a value stands, entries counted from one: `source[2].published`."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in loc)
    return "".join(parts).removeprefix(".")


def _fields_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    here: Any = model
    for part in loc:
        if isinstance(part, int):
            continue
        here = here.model_fields[part].annotation
        here = next((a for a in getattr(here, "__args__", ()) if isinstance(a, type)), here)
    return list(here.model_fields)
