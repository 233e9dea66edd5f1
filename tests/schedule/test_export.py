"""The same job as a systemd timer, where there is no cron."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from briefgen.errors import ConfigError
from briefgen.schedule import Job, job_for, systemd_units


def when(cron: str) -> str:
    """Return the timer's own line for a cron expression."""
    timer = systemd_units(Job("foo", cron, "true"))[1][1]
    return next(line for line in timer.splitlines() if line.startswith("On"))


@pytest.mark.parametrize(
    ("cron", "line"),
    [
        ("0 7 * * 1", "OnCalendar=Mon *-*-* 07:00:00"),
        ("*/30 8-9 * * mon-fri", "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 08,09:00,30:00"),
        ("@monthly", "OnCalendar=*-*-01 00:00:00"),
        ("@hourly", "OnCalendar=*-*-* *:00:00"),
        ("5 4 29 2 *", "OnCalendar=*-02-29 04:05:00"),
        ("@reboot", "OnBootSec=1min"),
    ],
)
def test_an_expression_becomes_a_calendar(cron: str, line: str) -> None:
    assert when(cron) == line


def test_alternatives_of_days_are_refused() -> None:
    with pytest.raises(ConfigError, match="systemd has no “or”"):
        when("0 0 13 * 5")


def test_a_missed_run_is_caught_up_and_the_command_is_the_same(tmp_path: Path) -> None:
    job = job_for(tmp_path / "清河 50% it's", "@weekly", "/usr/bin/python3", "UTC")
    (service, text), (timer, when_text) = systemd_units(job)
    assert (service, timer) == (f"briefgen-{job.id}.service", f"briefgen-{job.id}.timer")
    assert "Persistent=true" in when_text
    start = next(line for line in text.splitlines() if line.startswith("ExecStart="))
    # as systemd reads it: quotes and backslashes first, then %% and $$
    words = shlex.split(start.removeprefix("ExecStart="))
    read = [word.replace("%%", "%").replace("$$", "$") for word in words]
    assert read == ["/bin/sh", "-c", job.command]
