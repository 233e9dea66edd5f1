"""The command line: arguments to the pipeline, errors to exit codes.

Input: words typed by a person or by cron. Output: one clear line where something is wrong, files
where all is well. It decides nothing about content.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen import __version__
from briefgen.errors import BriefgenError, ConfigError, Notice, OutputError, UsageError

if TYPE_CHECKING:
    from briefgen.config import Project

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="""Articles in, briefs out. 文章进，简报出：每个数字都能回到它的原句。

\b
  briefgen build                     all briefs of this project, Word and PDF
  briefgen build 民营经济 --format pdf   one theme, one format
  briefgen facts --theme 科技创新       what is known, with its sources
  briefgen check                     is everything in order?
  briefgen schedule add --cron "0 7 * * 1"   every Monday at seven
""",
)
schedule = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="""Build by itself, from cron. 定时生成。

\b
  briefgen schedule add --cron "0 7 * * 1"
  briefgen schedule list
  briefgen schedule remove
""",
)
app.add_typer(schedule, name="schedule")

ProjectOption = Annotated[
    Path | None,
    typer.Option("--project", metavar="DIR", help="The project; default: the nearest one upwards."),
]


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_STOPPED = 130  # as a shell counts Ctrl-C, and as typer returns it
_LONGEST_RUN_S = 1800  # a run that hangs must not hold the lock for ever


class FactFormat(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


def main(arguments: Sequence[str]) -> int:
    """Return the exit code of the command; everything a user must know is on standard error."""
    _never_fail_to_print()
    try:
        code = int(app(args=list(arguments), prog_name="briefgen", standalone_mode=False) or 0)
        sys.stdout.flush()
    except BriefgenError as error:
        _tell(str(error))
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit:  # so typer leaves where the reader of our output has gone, as head does
        return 0
    except Exception as error:  # noqa: BLE001  the last line of defence: no traceback reaches a user
        return _last_word(error)
    if code == _STOPPED:
        _tell("stopped; the last issue is as it was")
    return code


def _never_fail_to_print() -> None:
    """Let what a terminal or a log of another encoding cannot show appear escaped."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _last_word(error: Exception) -> int:
    """Return the exit code for an error not of our own making: typer's usage error, or a bug."""
    tell = getattr(error, "format_message", None)
    if tell is not None and type(error).__name__ == "NoArgsIsHelpError":
        print(tell(), file=sys.stderr)
        return UsageError.exit_code
    if tell is not None:
        hint = "briefgen --help lists the commands and their options"
        _tell(str(UsageError(str(tell()).rstrip("."), hint=hint)))
        return UsageError.exit_code
    if isinstance(error, OSError):
        place = error.filename if isinstance(error.filename, str) else "the output"
        hint = "see that there is room and that you may use it"
        _tell(str(OutputError(error.strerror or str(error), path=place, hint=hint)))
        return OutputError.exit_code
    if os.environ.get("BRIEFGEN_TRACE"):
        raise error
    fault = f"this is our fault: {type(error).__name__}: {error!s:.300}"
    hint = "run it again with BRIEFGEN_TRACE=1 and report what it prints"
    _tell(str(BriefgenError(fault, hint=hint)))
    return BriefgenError.exit_code


def _tell(line: str) -> None:
    print(f"briefgen: {line}", file=sys.stderr)


def _project(folder: Path | None) -> Project:
    from briefgen.config import find_project, load_project

    return load_project(folder if folder is not None else find_project(Path.cwd()))


def _formats(text: str) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    if not formats or set(formats) - {"docx", "pdf"}:
        raise UsageError(f"--format {text!r}", hint="allowed: docx, pdf, or docx,pdf")
    return formats


def _languages(text: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    if not wanted or set(wanted) - {"zh", "en"}:
        raise UsageError(f"--lang {text!r}", hint="allowed: zh, en, or zh,en")
    return wanted


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        if not _DAY.fullmatch(text):  # 20230301 and 2023-W09-3 are dates too, but not to a reader
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--as-of {text!r}", hint="a date such as 2023-03-01") from error


def _today() -> date:
    return datetime.now().astimezone().date()


def _print_notices(notices: Sequence[Notice]) -> None:
    for notice in notices:
        _tell(f"warning: {notice}")


# --- commands -------------------------------------------------------------------------------------


def _version(wanted: bool) -> None:
    if wanted:
        print(f"briefgen {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def build(
    themes: Annotated[
        list[str] | None,
        typer.Argument(metavar="[THEME …]", help="Default: all."),
    ] = None,
    style: Annotated[
        str | None, typer.Option("--style", metavar="NAME", help="A folder of templates/.")
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="docx,pdf", help="Which files to make.")
    ] = "docx,pdf",
    lang: Annotated[str, typer.Option("--lang", metavar="zh,en", help="The languages.")] = "zh",
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day from which the briefs look."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="A new issue even where nothing is new.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Every warning is fatal (5).")] = False,
    editable_charts: Annotated[
        bool, typer.Option("--editable-charts", help="Charts that Word draws and can edit.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Build the briefs of a project. 生成简报。

    \b
    An issue is one folder below output/issues/, whole or not there at all;
    output/latest leads to it. Where nothing is new, nothing is written.
    Exit codes: 0 done, or nothing new · 4 a number is unaccounted for ·
    5 warnings under --strict · 64 usage · 65 bad source or template ·
    70 our fault · 73 cannot write · 75 another run is at work · 78 configuration

    \b
      briefgen build
      briefgen build 民营经济 科技创新 --format pdf
      briefgen build --lang zh,en
      briefgen build --as-of 2023-03-01 --strict
    """
    from briefgen.pipeline import Order, build
    from briefgen.schedule import lock, rotate_log, time_limit
    from briefgen.terminal import heeding_ctrl_c, progress_bar

    wanted, day = (tuple(themes or ()), _formats(formats)), _day(as_of)
    order = Order(*wanted, style, day, force, strict, editable_charts, _languages(lang))
    found = _project(project)
    with lock(found.root), time_limit(_LONGEST_RUN_S), progress_bar() as progress:
        rotate_log(found.root)
        with heeding_ctrl_c(progress) as heeding:
            outcome = build(found, order, _today(), heeding)
    if outcome.is_new or sys.stderr.isatty():  # a warning is told once, not by every cron run
        _print_notices(outcome.notices)
    if not sys.stdout.isatty():
        return
    if outcome.is_new:
        if outcome.english is not None:
            print(outcome.english)
        print(f"{outcome.folder}\n" + "\n".join(f"  {name}" for name in outcome.files))
    else:
        print(f"nothing new since {outcome.folder}")


@app.command()
def facts(
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="THEME", help="Only this theme's facts.")
    ] = None,
    format_: Annotated[FactFormat, typer.Option("--format", help="How to print them.")] = (
        FactFormat.TABLE
    ),
    abstained: Annotated[
        bool, typer.Option("--abstained", help="The numerals that became no fact, and why.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Print the facts of a project with the words that ground them. 查看事实。

    \b
      briefgen facts --theme 民营经济
      briefgen facts --format jsonl > facts.jsonl
      briefgen facts --format xlsx > facts.xlsx
      briefgen facts --abstained
    """
    from briefgen.listing import Form, print_abstentions, print_facts

    found, form = _project(project), Form(format_)
    if abstained:
        print_abstentions(found, form)
        return
    _print_notices(print_facts(found, theme, form))


@app.command()
def verify(
    files: Annotated[list[Path], typer.Argument(metavar="FILE …", help="Finished briefs.")],
    form: Annotated[FactFormat, typer.Option("--format", help="How to print it.")] = (
        FactFormat.TABLE
    ),
    project: ProjectOption = None,
) -> None:
    """Say of every number in a finished brief which fact it comes from. 成稿核对。

    \b
    Files that were edited or moved are compared with the newest issue.
    Exit code 4: a number comes from no fact, or a figure of the brief is gone.

    \b
      briefgen verify output/latest/民营经济.docx
      briefgen verify 改过的稿子.docx --format xlsx > 核对.xlsx
    """
    from briefgen.listing import Form
    from briefgen.verify import print_verdicts

    print_verdicts(_project(project), files, Form(form))


@app.command()
def diff(
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day from which the briefs would look."),
    ] = None,
    style: Annotated[
        str | None, typer.Option("--style", metavar="NAME", help="A folder of templates/.")
    ] = None,
    form: Annotated[FactFormat, typer.Option("--format", help="How to print it.")] = (
        FactFormat.TABLE
    ),
    project: ProjectOption = None,
) -> None:
    """Say what the next issue would change, without making it. 下一期会有什么不同。

    \b
      briefgen diff
      briefgen diff --as-of 2023-03-01 --format csv > diff.csv
    """
    from briefgen.difference import print_difference
    from briefgen.listing import Form
    from briefgen.pipeline import Order

    order = Order(style=style, as_of=_day(as_of))
    _print_notices(print_difference(_project(project), order, _today(), Form(form)))


@app.command()
def check(
    fields: Annotated[
        bool, typer.Option("--fields", help="Print what a Word template may ask for.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Say what is wrong with a project, and how to mend it. 体检。

    \b
    Looks at briefgen.toml, seeds/, the lexicon, the template and the fonts.
    """
    from briefgen.listing import print_check, print_fields

    if fields:
        print_fields()
        return
    raise typer.Exit(print_check(_project(project)))


@schedule.command("add")
def schedule_add(
    cron: Annotated[
        str, typer.Option("--cron", metavar='"M H D M W"', help='When: "0 7 * * 1" or @weekly.')
    ],
    project: ProjectOption = None,
) -> None:
    """Add this project's job to your crontab; everything else in it stays as it is."""
    from briefgen import schedule as jobs

    try:
        jobs.parse_expression(cron)
    except ConfigError as error:  # said on the command line, it is no configuration
        raise UsageError(error.message, hint=error.hint) from error
    print(jobs.add_job(_project(project).root, cron, sys.executable))


@schedule.command("list")
def schedule_list() -> None:
    """List the jobs that briefgen has in your crontab."""
    from briefgen import schedule as jobs

    for job in jobs.list_jobs():
        print(f"{job.id}  {job.line}")


@schedule.command("remove")
def schedule_remove(project: ProjectOption = None) -> None:
    """Take this project's job out of your crontab again."""
    from briefgen import schedule as jobs

    print(jobs.remove_job(_project(project).root))
