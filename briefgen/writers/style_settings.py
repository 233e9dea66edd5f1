"""`style.toml`: what a style says of itself, and what a Word template cannot say.

Input: the folder of a style. Output: `StyleSettings`, or a `ConfigError` that names file and key.
It does not read the template.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from briefgen.config import read_settings
from briefgen.errors import ConfigError

SETTINGS = "style.toml"
SMALL_PRINT = "small print"
_MOST_BASES = 4
Words = Annotated[str, Field(min_length=1, max_length=500)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Deviation(_Strict):
    """Where a style leaves a rule of the standard that it follows, and why.

    `standing` is the rule's own: 规定 (the standard says so), 推荐, 一般 or 实务 (office practice).
    """

    item: Words
    standing: Literal["规定", "推荐", "一般", "实务"]
    rule: Words
    here: Words
    why: Words


class StyleSettings(_Strict):
    """The keys of style.toml, all optional.

    `based_on` names the style whose files are taken where this one has none. `numbered_headings`
    puts 一、二、 before the sections of a Chinese brief, `editable_charts` has Word draw its charts
    itself. `fit_last_page` closes lines and paragraphs up a little rather than begin a page for a
    few lines; with "small print" nothing as large as the body text. `source_columns` is how many
    columns a long list of sources stands in. `cards` says whether headline figures are printed as
    cards, as a table under `cards_head` (one head a language), or not at all.
    """

    description: str = ""
    based_on: Words | None = None
    follows: Words | None = None  # the standard that the deviations are from
    numbered_headings: bool = False
    editable_charts: bool = False
    fit_last_page: bool | Literal["small print"] = False
    source_columns: Literal[1, 2] = 1
    cards: Literal["cards", "table", "none"] = "cards"
    cards_head: dict[str, tuple[Words, Words, Words]] = {}
    deviation: tuple[Deviation, ...] = ()


def read_style_settings(folder: Path) -> StyleSettings:
    """Return what style.toml in `folder` says; the defaults where there is none."""
    path = folder / SETTINGS
    if not path.is_file():
        return StyleSettings()
    settings = read_settings(path, StyleSettings)
    if settings.cards == "table" and "zh" not in settings.cards_head:
        raise ConfigError(
            'cards = "table" needs the heads of its columns',
            path=path,
            hint='add cards_head = { zh = ["指标", "数值", "说明"] }',
        )
    return settings


def style_folders(
    folder: Path, settings: StyleSettings, homes: tuple[Path, ...]
) -> tuple[Path, ...]:
    """Return the folder of a style and of those that it is based on, the style's own first.

    A base is a folder beside it, or else in one of `homes`.
    """
    folders = [folder]
    while settings.based_on is not None:
        name = settings.based_on
        near = [home / name for home in (folder.parent, *homes) if Path(name).name == name]
        base = next((one for one in near if one.is_dir()), None)
        if name == ".." or base is None or base in folders or len(folders) > _MOST_BASES:
            raise ConfigError(
                f"based_on = {name!r}",
                path=folders[-1] / SETTINGS,
                hint="name another style: a folder beside this one that is not based on it",
            )
        folders.append(base)
        settings = read_style_settings(base)
    return tuple(folders)
