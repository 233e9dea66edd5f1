"""What `facts` and `check` print: facts as table, JSON lines or spreadsheet; a project's health.

Input: a `Project`. Output: text on standard output. It never writes a brief.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
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
from briefgen.spreadsheet import Cell, csv_bytes, xlsx_bytes

_COLUMNS = ("主题", "指标", "数值", "时期", "范围", "来源", "原文")
_QUOTE_ROOM = 40  # characters of the quote in a table


class Form(StrEnum):
    """How facts are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


def print_facts(project: Project, theme: str | None, form: Form) -> tuple[Notice, ...]:
    """Print the facts in order of source and place; return what was noticed while reading.

    Raises UsageError where the project has no such theme, or a workbook would fill a terminal.
    """
    _keep_off_terminal(form)
    themes = [t.name for t in lexicon_of(project).themes]
    if theme is not None and theme not in (*themes, OVERVIEW):
        raise UsageError(f"no theme {theme!r}", hint=f"themes: {'、'.join(themes)}")
    reading = read_project(project)
    facts = [f for f in reading.facts if theme in (None, OVERVIEW) or theme in f.themes]
    if form is Form.JSONL:
        _print_json(f.to_wire() for f in facts)
    elif form is Form.TABLE:
        _print_table(_COLUMNS, [_row(f) for f in facts])
    else:
        rows = [[read(f) for read in _SHEET.values()] for f in facts]
        _print_sheet(form, "事实", [*_SHEET], rows)
    return reading.notices


def print_abstentions(project: Project, form: Form) -> None:
    """Print every numeral that became no fact, with its place and the reason."""
    _keep_off_terminal(form)
    rows = [
        (source.name, f"{a.start}–{a.end}", a.text, a.reason)
        for source, extraction in abstentions_of(project)
        for a in extraction.abstentions
    ]
    head = ("来源", "位置", "数字", "原因")
    if form is Form.JSONL:
        keys = ("source", "span", "text", "reason")
        _print_json(dict(zip(keys, row, strict=True)) for row in rows)
    elif form is Form.TABLE:
        _print_table(head, rows)
    else:
        _print_sheet(form, "未成为事实的数字", head, rows)


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


def print_rows(head: Sequence[str], rows: Sequence[Mapping[str, object]], form: Form) -> None:
    """Print rows of text under their heads, one JSON object a line, or as a spreadsheet."""
    _keep_off_terminal(form)
    cells = [[str(row[name]) for name in head] for row in rows]
    if form is Form.JSONL:
        _print_json(dict(row) for row in rows)
    elif form is Form.TABLE:
        _print_table(head, [[_short(cell) for cell in row] for row in cells])
    else:
        _print_sheet(form, head[0], head, cells)


def shown_value(fact: Fact) -> str:
    """Return the fact's figure with hedge and unit, or how far a statement got."""
    shown = "：".join(f"{v:f}" for v in fact.values) or (fact.status.value if fact.status else "")
    unit = "" if fact.unit in (None, "%") else fact.unit
    return f"{''.join(fact.qualifiers)}{fact.number_text or shown}{unit}"


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE_ROOM else text[: _QUOTE_ROOM - 1] + "…"


def _row(fact: Fact) -> tuple[str, ...]:
    return (
        "、".join(fact.themes),
        fact.indicator,
        shown_value(fact),
        (fact.period or "") + ("?" if fact.period_inferred else ""),
        fact.scope,
        f"{Path(fact.source).stem[:12]}:{fact.start}",
        _short("".join(fact.quote.split())),
    )


def _many(values: Iterable[object]) -> str:
    return "；".join(str(value) for value in values)


def _value(fact: Fact) -> Cell:
    """Return one figure as a number, several as text: a ratio is not one."""
    if len(fact.values) == 1:
        return fact.values[0]
    return "：".join(f"{value:f}" for value in fact.values)


# a spreadsheet's columns: the fields of docs/facts.md under the names that a reader knows
_SHEET: Mapping[str, Callable[[Fact], Cell]] = {
    "编号": lambda f: f.id,
    "主题": lambda f: "、".join(f.themes),
    "子题": lambda f: f.topic,
    "指标": lambda f: f.indicator,
    "数值": _value,
    "单位": lambda f: f.unit,
    "写法": lambda f: f.number_text,
    "限定": lambda f: "、".join(f.qualifiers),
    "不低于": lambda f: f.low,
    "不高于": lambda f: f.high,
    "起始值": lambda f: f.start_value.value if f.start_value else None,
    "种类": lambda f: f.kind.value,
    "进度": lambda f: f.status.value if f.status else None,
    "时期": lambda f: f.period,
    "时期推定": lambda f: "是" if f.period_inferred else None,
    "另一读法": lambda f: f.period_alt,
    "范围": lambda f: f.scope,
    "层级": lambda f: f.level.value,
    "说话人": lambda f: f.speaker,
    "授予级别": lambda f: f.award_level,
    "关系": lambda f: _many(f"{r.type.value} {r.to}" for r in f.relations),
    "标记": lambda f: _many(f.flags),
    "来源": lambda f: f.source,
    "文章": lambda f: f.article,
    "报道时间": lambda f: f.published,
    "起": lambda f: f.start,
    "止": lambda f: f.end,
    "原句": lambda f: f.quote,
}


def _keep_off_terminal(form: Form) -> None:
    if form is Form.XLSX and sys.stdout.isatty():
        raise UsageError(
            "a workbook is no text for a terminal",
            hint="send it to a file: briefgen facts --format xlsx > facts.xlsx",
        )


def _print_sheet(
    form: Form, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> None:
    made = csv_bytes(head, rows) if form is Form.CSV else xlsx_bytes(name, head, rows)
    sys.stdout.buffer.write(made)


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
