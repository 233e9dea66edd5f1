"""Lexicon files read and checked.

Input: the packaged `*.toml`, a project's own folder of the same, theme settings. Output: a
`Lexicon`, or a ConfigError that names file, key and value. It decides nothing about articles.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from briefgen.config import ThemeSettings
from briefgen.errors import ConfigError
from briefgen.lexicon.model import (
    Expected,
    Indicator,
    Keyword,
    Lexicon,
    Nature,
    Theme,
    Topic,
    Unit,
    Verbs,
    plain_name,
)

_FOLDER = Path(__file__).parent
_THEME_KEYS = {"name", "english", "strong", "keywords", "weak", "topic", "expected", "bodies"}
_LISTS = {"aliases", "themes", "words", *_THEME_KEYS} - {"name", "english"}
_FILES = ("units.toml", "indicators.toml", "themes.toml", "verbs.toml")


def build_lexicon(extra: Path | None, settings: Sequence[ThemeSettings]) -> Lexicon:
    """Return the lexicon of the packaged files, those of `extra`, and a project's themes."""
    units: dict[str, Unit] = {}
    indicators: dict[str, Indicator] = {}
    themes: dict[str, Theme] = {}
    words: dict[str, tuple[str, ...]] = {}
    for folder in (_FOLDER, *([] if extra is None else [extra])):
        _check_folder(folder)
        units |= _units(folder / "units.toml")
        _check_same(folder / "units.toml", units)
        own = _indicators(folder / "indicators.toml")
        _check_indicators(folder / "indicators.toml", own, indicators, units)
        indicators |= own
        for theme in _themes(folder / "themes.toml"):
            themes[theme.name] = _joined(themes.get(theme.name), theme)
        for key, listed in _words(folder / "verbs.toml").items():
            words[key] = tuple(dict.fromkeys((*words.get(key, ()), *listed)))
    for setting in settings:
        local = Theme(setting.name, tuple(Keyword(k, 3.0) for k in setting.keywords))
        themes[setting.name] = _joined(themes.get(setting.name), local)
    return Lexicon(units, tuple(indicators.values()), tuple(themes.values()), Verbs(**words))


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise ConfigError(
            "this lexicon folder does not exist", path=folder, hint=f"it holds {', '.join(_FILES)}"
        )


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"byte {error.start} is no UTF-8", path=path, hint="save the file as UTF-8"
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"this is no valid TOML: {error}", path=path, hint="texts stand in straight quotes"
        ) from error


def _units(path: Path) -> dict[str, Unit]:
    """Return units by name: a table a dimension, in it `name = noun` or `name = {…}`."""
    found: dict[str, Unit] = {}
    for dimension, listed in _read(path).items():
        if not isinstance(listed, dict):
            raise _wrong(path, dimension, listed, "a table of units: [dimension]")
        for name, entry in listed.items():
            row = {"noun": entry} if isinstance(entry, str) else entry
            key = f"{dimension}.{name}"
            _check_row(path, key, row, {"noun", "same", "english", "never"}, text_only=True)
            unit = Unit(name=name, dimension=dimension, **row)
            found[name] = unit if unit.same else replace(unit, same=name)
    return found


def _check_same(path: Path, units: Mapping[str, Unit]) -> None:
    for unit in units.values():
        if unit.same not in units:
            raise _wrong(path, f"{unit.dimension}.{unit.name}.same", unit.same, "no such unit")


def _indicators(path: Path) -> dict[str, Indicator]:
    found: dict[str, Indicator] = {}
    allowed = {f.name for f in fields(Indicator)}
    for number, row in enumerate(_rows(path, "indicator"), 1):
        key = f"indicator[{number}]"
        _check_row(path, key, row, allowed)
        name = _name(path, key, row)
        try:
            nature = Nature(row.get("nature", "stock"))
        except ValueError:
            raise _wrong(path, f"{key}.nature", row["nature"], "stock, flow or rate") from None
        if row.get("good", "") not in ("", "up", "down"):
            raise _wrong(path, f"{key}.good", row["good"], "up, down or nothing")
        if name in found:
            raise _wrong(path, f"{key}.name", name, "the file declares this indicator twice")
        found[name] = Indicator(
            name=name,
            aliases=_texts(path, f"{key}.aliases", row.get("aliases", [])),
            unit=row.get("unit", ""),
            themes=_texts(path, f"{key}.themes", row.get("themes", [])),
            nature=nature,
            good=row.get("good", ""),
            english=row.get("english", ""),
        )
    return found


def _check_indicators(
    path: Path,
    own: Mapping[str, Indicator],
    before: Mapping[str, Indicator],
    units: Mapping[str, Unit],
) -> None:
    """Raise ConfigError for a name or alias that two indicators claim, and for an unknown unit.

    An indicator that a project declares again under its own name replaces the packaged one.
    """
    kept = [i for i in before.values() if i.name not in own]
    owner = {plain_name(n): i.name for i in kept for n in (i.name, *i.aliases)}
    for number, indicator in enumerate(own.values(), 1):
        key = f"indicator[{number}]"
        for name in (indicator.name, *indicator.aliases):
            field = "name" if name == indicator.name else "aliases"
            claimed = owner.setdefault(plain_name(name), indicator.name)
            if claimed != indicator.name:
                raise _wrong(path, f"{key}.{field}", name, f"it names {claimed} already")
        bare = indicator.unit.lstrip("万亿")
        if indicator.unit and bare not in units and indicator.unit != "比":
            raise _wrong(path, f"{key}.unit", indicator.unit, "add it to units.toml: [count]")


def _themes(path: Path) -> list[Theme]:
    found = []
    for number, row in enumerate(_rows(path, "theme"), 1):
        key = f"theme[{number}]"
        _check_row(path, key, row, _THEME_KEYS)
        weights = (("strong", 3.0), ("keywords", 2.0), ("weak", 1.0))
        keywords = tuple(
            Keyword(text, weight)
            for field, weight in weights
            for text in _texts(path, f"{key}.{field}", row.get(field, []))
        )
        topics = tuple(_topic(path, f"{key}.topic", t) for t in row.get("topic", []))
        expected = tuple(_expected(path, f"{key}.expected", e) for e in row.get("expected", []))
        name = _name(path, key, row)
        bodies = _texts(path, f"{key}.bodies", row.get("bodies", []))
        found.append(Theme(name, keywords, topics, row.get("english", ""), expected, bodies))
    return found


def _topic(path: Path, key: str, row: object) -> Topic:
    _check_row(path, key, row, {"name", "english", "keywords"})
    assert isinstance(row, dict)
    keywords = _texts(path, f"{key}.keywords", row.get("keywords", []))
    return Topic(_name(path, key, row), keywords, row.get("english", ""))


def _expected(path: Path, key: str, row: object) -> Expected:
    _check_row(path, key, row, {"name", "words", "unit"})
    assert isinstance(row, dict)
    name = _name(path, key, row)
    words = _texts(path, f"{key}.words", row.get("words", [name]))
    return Expected(name, words, row.get("unit", ""))


def _joined(first: Theme | None, second: Theme) -> Theme:
    """Return a theme with the keywords and topics of both; the first one's name and place stay."""
    if first is None:
        return second
    return replace(
        first,
        keywords=(*first.keywords, *second.keywords),
        topics=(*first.topics, *second.topics),
        english=second.english or first.english,
        expected=(*first.expected, *second.expected),
        bodies=(*first.bodies, *second.bodies),
    )


def _words(path: Path) -> dict[str, tuple[str, ...]]:
    allowed = {f.name for f in fields(Verbs)}
    content = _read(path)
    if unknown := sorted(content.keys() - allowed):
        raise ConfigError(
            f"unknown key {unknown[0]} = {content[unknown[0]]!r}",
            path=path,
            hint=f"allowed: {', '.join(sorted(allowed))}",
        )
    return {key: _texts(path, key, listed) for key, listed in content.items()}


def _rows(path: Path, key: str) -> list[Any]:
    content = _read(path)
    if unknown := sorted(content.keys() - {key}):
        raise _wrong(path, unknown[0], content[unknown[0]], f"only [[{key}]] stands here")
    rows = content.get(key, [])
    if not isinstance(rows, list):
        raise _wrong(path, key, rows, f"write [[{key}]]")
    return rows


def _check_row(
    path: Path, key: str, row: object, allowed: set[str], *, text_only: bool = False
) -> None:
    if not isinstance(row, Mapping):
        raise _wrong(path, key, row, "a table is wanted here")
    for name, value in row.items():
        if name not in allowed:
            raise _wrong(path, f"{key}.{name}", value, f"allowed: {', '.join(sorted(allowed))}")
        is_text = name not in _LISTS
        if (text_only or is_text) and not isinstance(value, str):
            raise _wrong(path, f"{key}.{name}", value, "a text in straight quotes")


def _name(path: Path, key: str, row: Mapping[str, Any]) -> str:
    name = row.get("name")
    if not isinstance(name, str) or not name:
        raise _wrong(path, f"{key}.name", name, 'every entry needs name = "…"')
    return name


def _texts(path: Path, key: str, listed: object) -> tuple[str, ...]:
    if not isinstance(listed, list) or not all(isinstance(t, str) and t for t in listed):
        raise _wrong(path, key, listed, "a list of texts")
    return tuple(listed)


def _wrong(path: Path, key: str, value: object, hint: str) -> ConfigError:
    return ConfigError(f"{key} = {value!r} is not allowed", path=path, hint=hint)
