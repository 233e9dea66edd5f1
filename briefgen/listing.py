"""What `facts` and `check` print: facts as a table or as JSON lines, and a project's health.

Input: a `Project`. Output: text on standard output. It never writes a brief.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from briefgen.config import Project
from briefgen.errors import BriefgenError, Notice, UsageError
from briefgen.fact import Fact
from briefgen.pipeline import (
    OVERVIEW,
    abstentions_of,
    lexicon_of,
    open_style,
    read_project,
)

_COLUMNS = ("主题", "指标", "数值", "时期", "范围", "来源", "原文")
_QUOTE_ROOM = 40  # characters of the quote in a table


def print_facts(project: Project, theme: str | None, *, as_json: bool) -> tuple[Notice, ...]:
    """Print the facts in order of source and place; return what was noticed while reading.

    Raises UsageError where the project has no such theme.
    """
    themes = [t.name for t in lexicon_of(project).themes]
    if theme is not None and theme not in (*themes, OVERVIEW):
        raise UsageError(f"no theme {theme!r}", hint=f"themes: {'、'.join(themes)}")
    reading = read_project(project)
    facts = [f for f in reading.facts if theme in (None, OVERVIEW) or theme in f.themes]
    if as_json:
        _print_json(f.to_wire() for f in facts)
    else:
        _print_table(_COLUMNS, [_row(f) for f in facts])
    return reading.notices


def print_abstentions(project: Project, *, as_json: bool) -> None:
    """Print every numeral that became no fact, with its place and the reason."""
    rows = [
        (source.name, f"{a.start}–{a.end}", a.text, a.reason)
        for source, extraction in abstentions_of(project)
        for a in extraction.abstentions
    ]
    if as_json:
        keys = ("source", "span", "text", "reason")
        _print_json(dict(zip(keys, row, strict=True)) for row in rows)
    else:
        _print_table(("来源", "位置", "数字", "原因"), rows)


def print_fields() -> None:
    """Print the fields of a Word template and what each prints (docs/template.md has the same)."""
    from briefgen.writers.template_fields import field_rows

    _print_table(("字段", "印出"), field_rows())


def print_check(project: Project) -> int:
    """Print one line for each part of the project; return 0, or the first fault's exit code."""

    def sources() -> str:
        reading = read_project(project)
        for notice in reading.notices:
            print(f"   !  {notice}")
        return f"{len(reading.sources)} sources, {len(reading.facts)} facts"

    def template() -> str:
        style = open_style(project)
        settings = style.settings
        said = f"{style.name}: {len(style.formats)} styles"
        if settings.follows:
            said += f", {settings.follows} with {len(settings.deviation)} deviations (style.toml)"
        return said

    def fonts() -> str:
        from briefgen.fonts import faces

        missing = [f.path.name for f in faces() if not f.path.is_file()]
        if missing:
            raise BriefgenError(f"missing: {', '.join(missing)}", hint="install briefgen again")
        return f"{len(faces())} faces"

    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("configuration", lambda: f"{project.settings.name}, {project.settings.place}"),
        ("lexicon", lambda: f"{len(lexicon_of(project).themes)} themes"),
        ("sources", sources),
        ("template", template),
        ("fonts", fonts),
    )
    worst = 0
    for name, look in checks:
        try:
            print(f"ok    {name}: {look()}")
        except BriefgenError as error:
            print(f"wrong {name}: {error}")
            worst = worst or error.exit_code
    return worst


def _row(fact: Fact) -> tuple[str, ...]:
    shown = "：".join(f"{v:f}" for v in fact.values) or (fact.status.value if fact.status else "")
    hedge = "".join(fact.qualifiers)
    quote = "".join(fact.quote.split())
    return (
        "、".join(fact.themes),
        fact.indicator,
        f"{hedge}{fact.number_text or shown}{'' if fact.unit in (None, '%') else fact.unit}",
        (fact.period or "") + ("?" if fact.period_inferred else ""),
        fact.scope,
        f"{Path(fact.source).stem[:12]}:{fact.start}",
        quote if len(quote) <= _QUOTE_ROOM else quote[: _QUOTE_ROOM - 1] + "…",
    )


def _print_json(rows: Iterable[dict[str, object]]) -> None:
    for row in rows:
        line = json.dumps(row, ensure_ascii=False)
        sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass") + b"\n")


def _print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for name in head:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    width = None if sys.stdout.isatty() else 200
    Console(width=width, soft_wrap=False).print(table)
    print(f"{len(rows)}")
