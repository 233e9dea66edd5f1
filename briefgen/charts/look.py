"""What a chart looks like: the colours, sizes and line widths of `charts.mplstyle`.

Input: a matplotlib style file, or none for the standard look. Output: a `Look`. Only the keys of a
closed list are taken, so that a style file cannot switch on TeX or another backend.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib.colors import to_rgb

from briefgen.chart import Colour, Tone
from briefgen.errors import ConfigError

SMALLEST = 8.5  # points: no type in a chart is smaller than the small print of the page


def _rgb(*names: str) -> tuple[Colour, ...]:
    return tuple(to_rgb(name) for name in names)


# blind-safe, 3:1 to white and to their neighbours in this order, alternating dark and light
_PALETTE = _rgb("#12436D", "#28A197", "#801650", "#F46A25")
_INK, _GREY, _AXIS, _GRID = _rgb("#1B2430", "#5A6472", "#7C8592", "#E3E7EC")


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as RGB from 0 to 1; sizes and widths in points; `family` is a packaged face's key."""

    palette: tuple[Colour, ...] = _PALETTE
    ink: Colour = _INK
    grey: Colour = _GREY
    axis: Colour = _AXIS
    grid: Colour = _GRID
    family: str = "sans"
    title: float = 11.0
    subtitle: float = 9.0
    label: float = 9.0
    small: float = 8.5
    line: float = 1.8
    marker: float = 7.5
    edge: float = 0.9
    hatch: float = 0.5

    @property
    def bold(self) -> str:
        """Return the key of the bold face."""
        return f"{self.family}-bold"

    def fill(self, colour: Colour, tone: Tone) -> Colour:
        """Return the fill of a mark: solid, faded for an earlier value, white for what is not.

        Colour alone never tells tones apart: the earlier one is far lighter, an expected one is
        outlined and hatched, a derived one outlined in dashes.
        """
        if tone is Tone.ACTUAL:
            return colour
        return mix(colour, 0.34) if tone is Tone.EARLIER else (1.0, 1.0, 1.0)


def mix(colour: Colour, share: float) -> Colour:
    """Return `share` of `colour` mixed with white: opaque, so that no page needs transparency."""
    r, g, b = (round(1 - share * (1 - part), 4) for part in colour)
    return r, g, b


_SIZES = {
    "axes.titlesize": "title",
    "axes.labelsize": "subtitle",
    "font.size": "label",
    "xtick.labelsize": "small",
}
_WIDTHS = {
    "lines.linewidth": "line",
    "lines.markersize": "marker",
    "patch.linewidth": "edge",
    "hatch.linewidth": "hatch",
}
_COLOURS = {
    "text.color": "ink",
    "axes.labelcolor": "grey",
    "axes.edgecolor": "axis",
    "grid.color": "grid",
}
_OTHER = frozenset(("axes.prop_cycle", "font.family"))
KEYS = frozenset((*_SIZES, *_WIDTHS, *_COLOURS, *_OTHER))


def read_look(path: Path | None) -> Look:
    """Return the look of a style file; raise ConfigError for a key or a value not allowed."""
    if path is None:
        return Look()
    given = _read(path)
    if extra := sorted(set(given) - KEYS):
        raise ConfigError(
            f"{extra[0]} has no meaning in a chart's style",
            path=path,
            hint=f"allowed: {', '.join(sorted(KEYS))}",
        )
    values: dict[str, Any] = {name: to_rgb(given[k]) for k, name in _COLOURS.items() if k in given}
    values |= {name: _positive(given[k], k, path) for k, name in _WIDTHS.items() if k in given}
    values |= {name: _size(given[k], k, path) for k, name in _SIZES.items() if k in given}
    if "axes.prop_cycle" in given:
        values["palette"] = _palette(given["axes.prop_cycle"], path)
    if "font.family" in given:
        values["family"] = str(given["font.family"][0])
    return Look(**values)


class _FirstComplaint(logging.Handler):
    """Keeps the first thing that matplotlib says about a style file instead of printing it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of the first record."""
        self.text = self.text or " ".join(record.getMessage().split())


def _read(path: Path) -> dict[str, Any]:
    log, complaint = logging.getLogger("matplotlib"), _FirstComplaint()
    log.addHandler(complaint)
    propagate, log.propagate = log.propagate, False
    try:
        given = matplotlib.rc_params_from_file(path, fail_on_error=True)
        own = matplotlib.rc_params_from_file(path, use_default_template=False)
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=path) from error
    except (ValueError, KeyError, UnicodeError) as error:
        raise ConfigError(f"no matplotlib style: {error}", path=path) from error
    finally:
        log.removeHandler(complaint)
        log.propagate = propagate
    if complaint.text:
        raise ConfigError(f"no matplotlib style: {complaint.text}", path=path)
    return {key: given[key] for key in own}


def _positive(value: object, key: str, path: Path) -> float:
    if not isinstance(value, int | float) or not 0 < value < 100:
        raise ConfigError(f"{key} = {value!r}", path=path, hint="points, such as 0.9")
    return float(value)


def _size(value: object, key: str, path: Path) -> float:
    size = _positive(value, key, path)
    if not SMALLEST <= size <= 24:
        raise ConfigError(f"{key} = {value!r}", path=path, hint=f"from {SMALLEST} to 24 points")
    return size


def _palette(cycle: Any, path: Path) -> tuple[Colour, ...]:
    colours = tuple(to_rgb(c) for c in cycle.by_key().get("color", ()))
    if len(colours) < 4:
        raise ConfigError("axes.prop_cycle", path=path, hint="name at least four colours")
    return colours


@contextmanager
def plain_settings() -> Iterator[None]:
    """Hold matplotlib's own defaults, whatever a matplotlibrc on this machine says."""
    left = (
        "backend",
        "text.kerning_factor",
    )  # the latter is deprecated, and our faces hold no kerns
    plain = {k: v for k, v in matplotlib.rcParamsDefault.items() if not k.startswith(left)}
    with matplotlib.rc_context(plain | {"text.hinting": "no_hinting"}):
        yield
