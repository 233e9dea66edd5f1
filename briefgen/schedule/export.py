"""The same job for machines that have systemd and no cron.

Input: a job. Output: the text of a service and of a timer. It installs nothing.
"""

from __future__ import annotations

from briefgen.errors import ConfigError
from briefgen.schedule.blocks import Job
from briefgen.schedule.expression import parse_expression

_DAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")


def systemd_units(job: Job) -> tuple[tuple[str, str], ...]:
    """Return name and text of a service and a timer; a run missed while off is caught up once.

    Raises ConfigError where day of month and day of week are alternatives: systemd needs both.
    """
    name = f"briefgen-{job.id}"
    # in a unit % and $ are systemd's own, and a string knows backslash and double quote
    command = job.command.replace("\\", "\\\\").replace('"', '\\"')
    command = command.replace("%", "%%").replace("$", "$$")
    service = (
        "[Unit]\nDescription=briefgen: build what is due\n\n"
        f'[Service]\nType=oneshot\nExecStart=/bin/sh -c "{command}"\n'
    )
    timer = (
        "[Unit]\nDescription=briefgen: when to build\n\n"
        f"[Timer]\n{_when(job.cron)}\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )
    return (f"{name}.service", service), (f"{name}.timer", timer)


def _when(text: str) -> str:
    expression = parse_expression(text)
    if expression.at_boot:
        return "OnBootSec=1min"
    if not expression.both_days:
        raise ConfigError(
            f"cron expression {text!r}: day of month or day of week, systemd has no “or”",
            hint="restrict one of them and write * for the other",
        )
    every_day = len(expression.weekdays) == len(_DAYS)
    week = "" if every_day else ",".join(_DAYS[d] for d in sorted(expression.weekdays)) + " "
    month, day = _listed(expression.months, 12), _listed(expression.days, 31)
    hour, minute = _listed(expression.hours, 24), _listed(expression.minutes, 60)
    return f"OnCalendar={week}*-{month}-{day} {hour}:{minute}:00"


def _listed(values: frozenset[int], all_of_them: int) -> str:
    if len(values) == all_of_them:
        return "*"
    return ",".join(f"{value:02}" for value in sorted(values))
