"""The story, from seeds to issue: the only place where the stages meet.

Input: a `Project`, what to build, and the day of the run. Output: an `Outcome`: a published issue,
or word that nothing is new. It holds no rule of any stage, and prints nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import __version__
from briefgen.brief import Brief, Chart, told_facts
from briefgen.chart import Picture
from briefgen.config import Project
from briefgen.errors import (
    ConfigError,
    DataError,
    Notice,
    UnaccountedError,
    WarningsError,
)
from briefgen.fact import Fact
from briefgen.pipeline.briefs import compose_briefs, english_briefs, printable_briefs
from briefgen.pipeline.chart_files import chart_files
from briefgen.pipeline.orders import (
    FORMATS,
    LANGUAGES,
    OVERVIEW,
    English,
    Order,
    Outcome,
    Progress,
    Reading,
    no_progress,
)
from briefgen.pipeline.reading import (
    abstentions_of,
    area_of,
    code_version,
    digest,
    lexicon_of,
    read_project,
)

if TYPE_CHECKING:
    from briefgen.archive import Manifest
    from briefgen.audit.expected import Expected
    from briefgen.writers.template import Style

__all__ = [
    "FORMATS",
    "LANGUAGES",
    "OVERVIEW",
    "TRACE",
    "English",
    "Order",
    "Outcome",
    "Plan",
    "Progress",
    "Reading",
    "abstentions_of",
    "area_of",
    "build",
    "compose_briefs",
    "digest",
    "lexicon_of",
    "open_style",
    "packaged_styles",
    "plan_issue",
    "read_project",
]

TRACE = "trace.json"  # what each brief of an issue may print, and from which facts
_PACKAGE = Path(__file__).parents[1]
_PACKAGED = (_PACKAGE / "templates", _PACKAGE.parent / "templates")  # of a wheel, of the sources


@dataclass(frozen=True, slots=True)
class Plan:
    """What the next issue would say, number and date still open; `last` is the issue before it."""

    style: Style
    reading: Reading
    as_of: date
    briefs: tuple[Brief, ...]
    notices: tuple[Notice, ...]
    fingerprint: str
    last: tuple[Path, Manifest] | None
    english: English | None = None

    @property
    def is_due(self) -> bool:
        """Return whether the next issue would be another than the last, or the last is damaged."""
        from briefgen.archive import is_whole

        if self.last is None or self.last[1].get("fingerprint") != self.fingerprint:
            return True
        return not is_whole(self.last[0])


def plan_issue(
    project: Project, order: Order, today: date, progress: Progress = no_progress
) -> Plan:
    """Return what the order would build now; nothing is written but the store of facts."""
    from briefgen.archive import latest_issue

    style = open_style(project, order.style)
    reading = read_project(project, progress)
    as_of = order.as_of or project.settings.as_of or today
    briefs, missing, english = _arranged(project, reading, order, style, as_of)
    notices = (*reading.notices, *missing)
    fingerprint = _fingerprint(project, briefs, order, style)
    last = latest_issue(project.output)
    return Plan(style, reading, as_of, briefs, notices, fingerprint, last, english)


def _arranged(
    project: Project,
    reading: Reading,
    order: Order,
    style: Style,
    as_of: date,
    before: tuple[int, Sequence[Fact]] | None = None,
) -> tuple[tuple[Brief, ...], tuple[Notice, ...], English | None]:
    """Return the briefs in the ordered languages and the manner of the style, what no font can
    print of them, and what of them has no English."""
    from briefgen.writers.arrange import arrange

    composed: tuple[Brief, ...] = ()
    english = None
    for language in order.languages:
        narrative = _narrative(style, language)
        own = language == LANGUAGES[0] or LANGUAGES[0] not in style.narratives
        measure = None if own else _narrative(style, LANGUAGES[0])
        made = compose_briefs(project, reading, order, narrative, as_of, before, measure)
        if language == "en":
            made, english = english_briefs(project, reading, made, _told_facts(reading, before))
        composed += made
    briefs, missing = printable_briefs([arrange(brief, style.settings) for brief in composed])
    return briefs, missing, english


def _told_facts(reading: Reading, before: tuple[int, Sequence[Fact]] | None) -> tuple[Fact, ...]:
    """Return every fact that a brief may tell: those of the issue before, then today's."""
    return (*(before[1] if before else ()), *reading.facts)


def build(project: Project, order: Order, today: date, progress: Progress = no_progress) -> Outcome:
    """Return the issue that the order asks for, published whole, or the last one if nothing is new.

    Raises a BriefgenError, and leaves what was there before as it was, where anything fails.
    """
    from briefgen import archive
    from briefgen.audit.expected import expect

    archive.check_writable(project.output)
    plan = plan_issue(project, order, today, progress)
    style, reading, as_of = plan.style, plan.reading, plan.as_of
    if order.strict and plan.notices:
        count = len(plan.notices)
        raise WarningsError(f"--strict: {plan.notices[0]}", hint=f"{count} warning(s) in all")
    if plan.last and not order.force and not plan.is_due:
        return Outcome(plan.last[0], False, (), plan.notices)
    briefs, english = plan.briefs, plan.english
    before = _issue_before(project.output, plan.fingerprint)
    if before:  # what changed since then is said, and is no reason for an issue by itself
        briefs, _, english = _arranged(project, reading, order, style, as_of, before)
    name, number = archive.next_folder(project.output, as_of)
    finished = [_headed(brief, project, number, as_of) for brief in briefs]
    files: dict[str, bytes] = {}
    told: dict[str, Expected] = {}
    for done, brief in enumerate(finished):
        progress(brief.theme, done, len(finished))
        stem = archive.safe_name(brief.theme) + ("" if brief.language == "zh" else ".en")
        _check_restated(brief, _told_facts(reading, before))
        own = style.of(brief.language)
        told[stem] = expect(brief, _fixed_words(own))
        files |= _written(stem, brief, told[stem], reading.facts, own, order)
    progress("", len(finished), len(finished))
    files |= {"facts.jsonl": _jsonl(reading.facts), TRACE: _trace_bytes(told)}
    manifest = {
        "number": number,
        "date": as_of.isoformat(),
        "fingerprint": plan.fingerprint,
        "previous": before[0] if before else None,
        "version": __version__,
        "themes": [brief.theme for brief in finished],
        "languages": list(order.languages),
        "briefs": {brief.theme: digest(repr(brief)) for brief in plan.briefs},
        "sources": [
            {"name": s.name, "sha256": s.sha256, "title": s.title, "published": s.published}
            for s in reading.sources
        ],
        "warnings": [str(notice) for notice in plan.notices],
    }
    if english is not None:
        manifest["english"] = asdict(english)
    issue = archive.publish_issue(project.output, name, files, manifest)
    _remember(project, issue, number, as_of, plan.fingerprint)
    return Outcome(issue, True, tuple(sorted(files)), plan.notices, english)


def _issue_before(output: Path, fingerprint: str) -> tuple[int, tuple[Fact, ...]] | None:
    """Return number and facts of the issue to compare with, or None for a first issue.

    That is the last one; where the last one is the same and only printed again, the one before it.
    """
    from briefgen.archive import issue_of_number, latest_issue

    last = latest_issue(output)
    if last and last[1].get("fingerprint") == fingerprint:
        number = last[1].get("previous")
        last = issue_of_number(output, number) if isinstance(number, int) else None
    if last is None:
        return None
    folder, manifest = last
    number = manifest.get("number")
    try:
        rows = (folder / "facts.jsonl").read_bytes().decode("utf-8", "surrogatepass").split("\n")
        facts = tuple(Fact.from_wire(json.loads(row)) for row in rows if row)
    except (OSError, ValueError, KeyError, TypeError):  # an issue of another version
        return None
    return (number, facts) if isinstance(number, int) else None


def _narrative(style: Style, language: str) -> tuple[str, str, str]:
    """Return the sentences of a style in a language, where they stand, and those that come with
    the program, for what a user's own do not have."""
    path = str(style.folder / f"narrative.{language}.j2")
    if language not in style.narratives:
        raise DataError(
            "this file does not exist", path=path, hint="copy it from templates/standard"
        )
    standard = packaged_styles() / "standard" / f"narrative.{language}.j2"
    return style.narratives[language], path, standard.read_text("utf-8")


def _homes(project: Project) -> tuple[Path, ...]:
    """Return the folders that hold styles, the project's own first."""
    own = project.root / (project.settings.templates or "templates")
    return own, *_PACKAGED


def packaged_styles() -> Path:
    """Return the folder of the styles that the package brings."""
    return next(home for home in _PACKAGED if home.is_dir())


def open_style(project: Project, name: str | None = None) -> Style:
    """Return a style, read and checked: the project's own, else the packaged one."""
    from briefgen.writers.template import load_style

    return load_style(_style_folder(project, name), _homes(project))


def _style_folder(project: Project, style: str | None) -> Path:
    """Return the template folder of a style: the project's own, else the packaged one."""
    name = style or project.settings.style
    homes = _homes(project)
    for home in homes:
        if (home / name).is_dir() and (home / name).resolve().parent == home.resolve():
            return home / name
    raise ConfigError(
        f"no style {name!r}", path=homes[0], hint="a style is a folder that holds a brief.docx"
    )


def _remember(project: Project, issue: Path, number: int, day: date, fingerprint: str) -> None:
    """Enter a published issue in the store's list."""
    from briefgen.archive import latest_issue
    from briefgen.store.database import Issue, open_store

    last = latest_issue(project.output)
    files = last[1].files if last else ()
    with open_store(project.database_url) as store:
        store.add_issue(Issue(number, day, issue.name, fingerprint, files))


def _headed(brief: Brief, project: Project, number: int, as_of: date) -> Brief:
    """Return the brief with number and date in its masthead, where the user asked for them."""
    asked = project.masthead
    auto_number, auto_date = f"第{number}期", f"{as_of.year}年{as_of.month}月{as_of.day}日"
    if brief.language == "en":
        auto_number, auto_date = f"No. {number}", f"{as_of.day} {as_of:%B} {as_of.year}"
    return replace(
        brief,
        masthead=replace(
            brief.masthead,
            number=auto_number if asked.number == "auto" else asked.number,
            date=auto_date if asked.date == "auto" else asked.date,
        ),
    )


def _check_restated(brief: Brief, facts: Sequence[Fact]) -> None:
    """Raise UnaccountedError where an English figure is not its fact's own value."""
    from briefgen.audit.restated import misstated

    stray = misstated(brief, {f.id: f for f in facts}) if brief.language == "en" else ()
    if stray:
        raise UnaccountedError(
            f"{brief.theme}: {stray[0]} is no value of its fact",
            hint=f"{len(stray)} in all; nothing was published",
        )


def _written(
    stem: str,
    brief: Brief,
    expected: Expected,
    facts: Sequence[Fact],
    style: Style,
    order: Order,
) -> dict[str, bytes]:
    """Return the brief's files by name, after every number in them has been accounted for."""
    from briefgen.audit.account import account
    from briefgen.charts.draw import draw_chart

    width = style.sheet.width_mm - style.sheet.left_mm - style.sheet.right_mm
    specs = [block.spec for block in brief.blocks if isinstance(block, Chart)]
    pictures: dict[str, Picture] = {
        spec.id: draw_chart(spec, width * 72 / 25.4, style.charts, raster="docx" in order.formats)
        for spec in specs
    }
    made: dict[str, bytes] = {}
    if "docx" in order.formats:
        from briefgen.writers.word import write_word

        editable = order.editable_charts or style.settings.editable_charts
        made["docx"] = write_word(brief, style, pictures, editable_charts=editable)
    if "pdf" in order.formats:
        from briefgen.writers.pdf import write_pdf

        shown = told_facts(brief)
        own = _jsonl([fact for fact in facts if fact.id in shown])
        made["pdf"] = write_pdf(brief, style, pictures, own)
    stray = account(expected, made.get("docx"), made.get("pdf"))
    if stray:
        raise UnaccountedError(
            f"{brief.theme}: {stray[0]}", hint=f"{len(stray)} in all; nothing was published"
        )
    charts = chart_files(stem, brief, pictures, facts)
    return charts | {f"{stem}.{suffix}": content for suffix, content in made.items()}


def _trace_bytes(told: Mapping[str, Expected]) -> bytes:
    """Return what each brief of an issue may print: by it `briefgen verify` knows its numbers."""
    from briefgen.audit.record import to_record

    whole = {stem: to_record(expected) for stem, expected in told.items()}
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _jsonl(facts: Sequence[Fact]) -> bytes:
    rows = (json.dumps(f.to_wire(), ensure_ascii=False, sort_keys=True) + "\n" for f in facts)
    return "".join(rows).encode("utf-8", "surrogatepass")


def _fingerprint(project: Project, briefs: Sequence[Brief], order: Order, style: Style) -> str:
    """Return what an issue is made from: what it says, how it looks, and which code wrote it."""
    files = [path for folder in style.folders for path in sorted(folder.iterdir())]
    looks = [path.read_bytes() for path in files if path.is_file()]
    return digest(
        code_version(),
        repr(briefs),
        repr(project.masthead),
        ",".join(order.formats),
        repr(order.editable_charts),
        *looks,
    )


def _fixed_words(style: Style) -> Iterator[str]:
    """Yield a template's own words: a number in a footer is the user's, and is left alone."""
    for paragraph in style.paragraphs:
        yield "".join(run.text for run in paragraph.runs)
