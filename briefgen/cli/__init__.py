"""The command line: arguments to the pipeline, errors to exit codes.

Input: words typed by a person or by cron. Output: one clear line where something is wrong, files
where all is well. It decides nothing about content.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from briefgen import __version__
from briefgen.cli.briefs import build, check, diff, facts, verify
from briefgen.cli.projects import add, init, schedule
from briefgen.cli.words import tell
from briefgen.errors import BriefgenError, OutputError, UsageError

_STOPPED = 130  # as a shell counts Ctrl-C, and as typer returns it
app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="""Articles in, briefs out. 文章进，简报出：每个数字都能回到它的原句。

\b
  briefgen init 我的项目 --place 清河区   a folder for your articles
  briefgen add 文章.txt                an article into it
  briefgen build                     all briefs of this project, Word and PDF
  briefgen build 民营经济 --format pdf   one theme, one format
  briefgen facts --theme 科技创新       what is known, with its sources
  briefgen check                     is everything in order?
  briefgen schedule add --cron "0 7 * * 1"   every Monday at seven
""",
)
for command in (init, add, build, facts, verify, diff, check):
    app.command()(command)
app.add_typer(schedule, name="schedule")


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


def main(arguments: Sequence[str]) -> int:
    """Return the exit code of the command; everything a user must know is on standard error."""
    _never_fail_to_print()
    try:
        code = int(app(args=list(arguments), prog_name="briefgen", standalone_mode=False) or 0)
        sys.stdout.flush()
    except BriefgenError as error:
        tell(str(error))
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit:  # so typer leaves where the reader of our output has gone, as head does
        return 0
    except Exception as error:  # noqa: BLE001  the last line of defence: no traceback reaches a user
        return _last_word(error)
    if code == _STOPPED:
        tell("stopped; the last issue is as it was")
    return code


def _never_fail_to_print() -> None:
    """Let what a terminal or a log of another encoding cannot show appear escaped."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _last_word(error: Exception) -> int:
    """Return the exit code for an error not of our own making: typer's usage error, or a bug."""
    words = getattr(error, "format_message", None)
    if words is not None and type(error).__name__ == "NoArgsIsHelpError":
        print(words(), file=sys.stderr)
        return UsageError.exit_code
    if words is not None:
        hint = "briefgen --help lists the commands and their options"
        tell(str(UsageError(str(words()).rstrip("."), hint=hint)))
        return UsageError.exit_code
    if isinstance(error, OSError):
        place = error.filename if isinstance(error.filename, str) else "the output"
        hint = "see that there is room and that you may use it"
        tell(str(OutputError(error.strerror or str(error), path=place, hint=hint)))
        return OutputError.exit_code
    if os.environ.get("BRIEFGEN_TRACE"):
        raise error
    fault = f"this is our fault: {type(error).__name__}: {error!s:.300}"
    hint = "run it again with BRIEFGEN_TRACE=1 and report what it prints"
    tell(str(BriefgenError(fault, hint=hint)))
    return BriefgenError.exit_code
