"""Commands that make briefs from a project, and tell what is in it.

Input: words typed by a person or by cron. Output: an issue, or rows. Nothing about content is
decided here.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.words import (
    FactFormat,
    ProjectOption,
    day_of,
    formats_of,
    languages_of,
    print_notices,
    project_at,
    today,
)

_LONGEST_RUN_S = 1800  # a run that hangs must not hold the lock for ever


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

    wanted, day = (tuple(themes or ()), formats_of(formats)), day_of(as_of)
    order = Order(*wanted, style, day, force, strict, editable_charts, languages_of(lang))
    found = project_at(project)
    with lock(found.root), time_limit(_LONGEST_RUN_S), progress_bar() as progress:
        rotate_log(found.root)
        with heeding_ctrl_c(progress) as heeding:
            outcome = build(found, order, today(), heeding)
    if outcome.is_new or sys.stderr.isatty():  # a warning is told once, not by every cron run
        print_notices(outcome.notices)
    if not sys.stdout.isatty():
        return
    if outcome.is_new:
        if outcome.english is not None:
            print(outcome.english)
        print(f"{outcome.folder}\n" + "\n".join(f"  {name}" for name in outcome.files))
    else:
        print(f"nothing new since {outcome.folder}")


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

    found, form = project_at(project), Form(format_)
    if abstained:
        print_abstentions(found, form)
        return
    print_notices(print_facts(found, theme, form))


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

    print_verdicts(project_at(project), files, Form(form))


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

    order = Order(style=style, as_of=day_of(as_of))
    print_notices(print_difference(project_at(project), order, today(), Form(form)))


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
    raise typer.Exit(print_check(project_at(project)))
