"""The narrative template as a speaker: it is given runs and says them in its own words, as runs.

Input: the text of `narrative.<lang>.j2`. Output: `Runs`. Jinja only ever sees numbered tokens
in the place of facts, so nothing that a source says can be a template, and nothing it says is lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from briefgen.brief import Run, Runs, Text
from briefgen.errors import DataError

_TOKEN = re.compile("\x02(\\d+)\x03")
Slot = Runs | str | bool


class Narrator:
    """Says what the macros of one narrative template say; raises DataError where it is broken.

    What the template does not have is said in the words of `standard`, the narrative that comes
    with the program: a template made for an earlier version does not know every macro.
    """

    def __init__(self, template: str, path: str, standard: str = "") -> None:
        self._path = path
        self._standard = standard
        self._module = self._compiled(template)

    def _compiled(self, template: str) -> Any:
        environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
        try:
            return environment.from_string(template).module
        except TemplateError as error:
            raise self._broken(error) from error

    @cached_property
    def _fallback(self) -> Any:
        """The words of `standard`; none where the template says nothing at all: it was damaged."""
        own = any(not name.startswith("_") for name in vars(self._module))
        return self._compiled(self._standard if own else "")

    def say(self, macro_name: str, /, **slots: Slot) -> Runs:
        """Return the words of the macro around the given slots, as runs."""
        runs: list[Runs] = []

        def token(slot: Slot) -> str | bool:
            if isinstance(slot, bool):
                return slot
            runs.append((Text(slot),) if isinstance(slot, str) else slot)
            return f"\x02{len(runs) - 1}\x03" if runs[-1] else ""

        macro = self._member(macro_name)
        try:
            text = str(macro(**{key: token(slot) for key, slot in slots.items()}))
        except (TemplateError, TypeError) as error:
            raise self._broken(error) from error
        return _woven(text, runs)

    def word(self, name: str, key: str) -> str:
        """Return the fixed words that the template's mapping `name` holds under `key`."""
        try:
            own = cast(Mapping[str, str], self._member(name))
            return str(own[key] if key in own else getattr(self._fallback, name, {})[key])
        except KeyError as error:
            raise self._missing(f"the word {key!r} is missing in the list {name!r}") from error

    def words(self, name: str) -> tuple[str, ...]:
        """Return the fixed words of the template's list `name`."""
        return tuple(str(word) for word in cast(Sequence[str], self._member(name)))

    def _member(self, name: str) -> Any:
        for module in (self._module, self._fallback):
            if hasattr(module, name):
                return getattr(module, name)
        raise self._missing(f"the macro or list {name!r} is missing")

    def _missing(self, what: str) -> DataError:
        return DataError(what, path=self._path, hint="copy it from templates/standard")

    def _broken(self, error: Exception) -> DataError:
        line = getattr(error, "lineno", None)
        where = f"line {line}: " if line else ""
        return DataError(f"{where}{error}", path=self._path, hint="compare with templates/standard")


def _woven(text: str, runs: list[Runs]) -> Runs:
    """Return `text` as runs, each token replaced by what it stands for; neighbours joined."""
    out: list[Run] = []
    at = 0
    for match in _TOKEN.finditer(text):
        out.append(Text(text[at : match.start()]))
        out.extend(runs[int(match.group(1))])
        at = match.end()
    out.append(Text(text[at:]))
    return joined(tuple(out))


def joined(runs: Runs) -> Runs:
    """Return `runs` without empty texts, neighbouring plain texts made one."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if isinstance(run, Text) and isinstance(last, Text) and last.strong == run.strong:
            out[-1] = Text(last.text + run.text, run.strong)
        elif run.text or not isinstance(run, Text):
            out.append(run)
    return tuple(out)
