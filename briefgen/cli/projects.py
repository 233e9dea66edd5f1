"""Commands that make and fill a project, and have it built by itself.

Input: words typed by a person. Output: a line for each thing made.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.words import ProjectOption, project_at
from briefgen.errors import ConfigError, UsageError

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


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The project's folder.")],
    place: Annotated[
        str | None, typer.Option("--place", metavar="清河区", help="What the briefs are about.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="The briefs' name.")
    ] = None,
    templates: Annotated[
        bool, typer.Option("--templates", help="Copy the styles there too, to edit them in Word.")
    ] = False,
) -> None:
    """Make a project: briefgen.toml and a folder for articles. 新建项目。

    \b
    Only what is not there is made, nothing is overwritten.

    \b
      briefgen init 我的项目 --place 清河区
      briefgen init . --templates
    """
    from briefgen.intake import start_project

    for path in start_project(folder, place, name, templates=templates):
        print(path)


def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE …", help="Articles, .txt or .md.")],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="2024-01-20, or 2024-01.")
    ] = None,
    estimated: Annotated[
        bool, typer.Option("--estimated", help="The date is not printed on it.")
    ] = False,
    title: Annotated[str | None, typer.Option("--title", help="Of the one article.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who printed it.")] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="What it is about, if not the project's place.")
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Put articles into a project, and say what date each has. 收进文章。

    \b
    An article that is there already is not taken twice; none is overwritten.

    \b
      briefgen add 2024-01-新貌.txt 2024-03-晨报.txt
      briefgen add 晨报.txt --published 2024-03-08 --publisher 清河日报
    """
    from briefgen.intake import add_sources, told_of
    from briefgen.schedule import lock

    told = {"title": title, "publisher": publisher, "place": place, "published": published}
    known = told_of(told, estimated=estimated)
    if title is not None and len(files) > 1:
        raise UsageError("--title is of one article", hint="add the articles one by one")
    found = project_at(project)
    with lock(found.root):
        taken = add_sources(found, files, known)
    for one in taken:
        state = "" if one.is_new else " (there already)"
        print(f"{one.path}{state}: {one.source.published or 'no date: --published DATE tells it'}")


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
    print(jobs.add_job(project_at(project).root, cron, sys.executable))


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

    print(jobs.remove_job(project_at(project).root))
