"""The English of the genre's words: nouns, verbs, slogans, honours, institutions, endings of names.

Input: the packaged `english.toml`, a project's own of the same form, and the names of its
`briefgen.toml`. Output: an `EnglishWords`. It knows no place, person or firm, and no grammar.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from pathlib import Path

from briefgen.errors import ConfigError

_FILE = "english.toml"
_Words = Mapping[str, str]


@dataclass(frozen=True)
class EnglishWords:
    """The tables of `english.toml`, Chinese to English; how an entry is written is told there."""

    noun: _Words = field(default_factory=dict)
    adjective: _Words = field(default_factory=dict)
    verb: _Words = field(default_factory=dict)
    state: _Words = field(default_factory=dict)
    adverb: _Words = field(default_factory=dict)
    preposition: _Words = field(default_factory=dict)
    time: _Words = field(default_factory=dict)
    slogan: _Words = field(default_factory=dict)
    institution: _Words = field(default_factory=dict)
    counter: _Words = field(default_factory=dict)
    place: _Words = field(default_factory=dict)
    firm: _Words = field(default_factory=dict)
    business: _Words = field(default_factory=dict)
    title: _Words = field(default_factory=dict)
    measure: _Words = field(default_factory=dict)
    name: _Words = field(default_factory=dict)  # a project's own: places, firms, programmes

    @cached_property
    def longest(self) -> int:
        """Return the length of the longest Chinese entry."""
        tables = (getattr(self, f.name) for f in fields(self))
        return max((len(k) for table in tables for k in table), default=0)


@cache
def ordinary_words() -> frozenset[str]:
    """Return words of two characters that are the language's and nobody's name: 海洋, 认领."""
    lines = (Path(__file__).parent / "ordinary.txt").read_text(encoding="utf-8").split()
    return frozenset(line[0] + second for line in lines for second in line[1:])


def load_english(extra: Path | None = None, names: _Words | None = None) -> EnglishWords:
    """Return the packaged words, those of `extra`/english.toml, and a project's own names.

    Raises ConfigError (file, table, word) for what is no such table or no text.
    """
    tables: dict[str, dict[str, str]] = {f.name: {} for f in fields(EnglishWords)}
    for folder in (Path(__file__).parent, *([] if extra is None else [extra])):
        for table, words in _read(folder / _FILE).items():
            tables[table] |= words
    tables["name"] |= names or {}
    return EnglishWords(**tables)


def _read(path: Path) -> dict[str, dict[str, str]]:
    if not path.is_file():
        return {}
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(
            f"this is no valid TOML: {error}", path=path, hint="texts stand in straight quotes"
        ) from error
    allowed = sorted(f.name for f in fields(EnglishWords))
    for table, words in content.items():
        if table not in allowed or not isinstance(words, dict):
            hint = f"tables: {', '.join(allowed)}"
            raise ConfigError(f"unknown table {table!r}", path=path, hint=hint)
        for word, english in words.items():
            if not word or not isinstance(english, str):
                hint = 'write "企业" = "enterprise"'
                raise ConfigError(f"{table}.{word} = {english!r} is no text", path=path, hint=hint)
    return content
