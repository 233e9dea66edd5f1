"""The words of the genre: units, indicators, themes, verbs of change and hedges.

Input: the package's own `*.toml` and, where a project has them, its extra lexicon and theme
keywords. Output: a frozen `Lexicon`. It knows no place, person or firm and reads no article.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefgen.config import ThemeSettings
from briefgen.lexicon.load import build_lexicon
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
)

__all__ = [
    "Expected",
    "Indicator",
    "Keyword",
    "Lexicon",
    "Nature",
    "Theme",
    "Topic",
    "Unit",
    "Verbs",
    "load_lexicon",
]


def load_lexicon(extra: Path | None = None, themes: Sequence[ThemeSettings] = ()) -> Lexicon:
    """Return the packaged lexicon with a project's additions.

    `extra` is a folder of `units.toml`, `indicators.toml`, `themes.toml` or `verbs.toml` in the
    packaged form; its entries come on top. `themes` adds local keywords to a theme of the same
    name, or a theme of the project's own at the end. Raises ConfigError (file, key, value).
    """
    return build_lexicon(extra, themes)
