"""The user's crontab, through the `crontab` program: backed up, written, read back, compared.

Input: a job, or a crontab's bytes. Output: the crontab changed by our block alone, or as it was and
an error. It knows no other way to a crontab than the program.
"""

from __future__ import annotations

import difflib
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import BusyError, ConfigError, OutputError
from briefgen.schedule.blocks import Job, find_blocks, insert_block, remove_block
from briefgen.schedule.line import STATE_FOLDER, job_for, job_id

_PROGRAM = "crontab"
_SECONDS = 30
_NONE_YET = (b"no crontab for", b"can't open")  # Vixie and cronie; busybox


@dataclass(frozen=True, slots=True)
class Change:
    """A crontab before and after; `difference` is what a user is shown first."""

    before: bytes
    after: bytes

    @property
    def difference(self) -> str:
        """Return the change line by line, + and - in front; empty where nothing changes."""
        old, new = (
            text.decode("utf-8", "backslashreplace").split("\n")
            for text in (self.before, self.after)
        )
        return "\n".join(difflib.unified_diff(old, new, "crontab", "new", n=1, lineterm=""))

    def __str__(self) -> str:
        """Return the difference as a command prints it, or that there is none."""
        return self.difference or "nothing to change in the crontab"


def add_job(
    project_root: Path,
    cron: str,
    python: str | Path,
    *,
    zone: str | None = None,
    dry_run: bool = False,
) -> Change:
    """Return the change that puts a project's job into the crontab, made unless it is a dry run.

    A project has one job: another expression takes the old one's place. `python` is an absolute
    interpreter, `zone` the time zone of the run (the machine's where it is None).
    """
    job = job_for(project_root, cron, python, zone)
    before = read_crontab()
    return _make(Change(before, insert_block(before, job)), project_root, dry_run)


def remove_job(project_root: Path, *, dry_run: bool = False) -> Change:
    """Return the change that takes a project's job out again, made unless it is a dry run."""
    before = read_crontab()
    after = remove_block(before, job_id(project_root))
    return _make(Change(before, after), project_root, dry_run)


def list_jobs(text: bytes | None = None) -> tuple[Job, ...]:
    """Return the jobs in our blocks of a crontab's text, or of the user's crontab."""
    blocks = find_blocks(read_crontab() if text is None else text)
    return tuple(job for block in blocks if (job := block.job) is not None)


def _make(change: Change, project_root: Path, dry_run: bool) -> Change:
    if not dry_run and change.before != change.after:
        state = project_root / STATE_FOLDER
        write_crontab(change.after, backup=state, expected=change.before)
    return change


def read_crontab() -> bytes:
    """Return the user's crontab, empty where there is none.

    Raises ConfigError where there is no crontab program or the user may not use it.
    """
    run = _run("-l")
    if run.returncode == 0:
        return run.stdout
    if any(said in run.stderr for said in _NONE_YET):
        return b""
    raise ConfigError(
        f"the crontab cannot be read: {_said(run)}",
        hint="ask who runs this machine to let you use cron (cron.allow, cron.deny)",
    )


def write_crontab(
    text: bytes, *, backup: Path | None = None, expected: bytes | None = None
) -> None:
    """Write the user's crontab, and see that it reads back the same; else put the old one back.

    `backup` is a folder that keeps what stood there before; `expected` is what must still stand
    there, so that nobody's edit in between is lost (BusyError). Raises OutputError where the
    program refuses the text or gives back another.
    """
    before = read_crontab()
    if expected is not None and before != expected:
        raise BusyError(
            "the crontab was changed by somebody else just now", hint="nothing was done; try again"
        )
    if backup is not None:
        _keep(before, backup)
    _install(text)
    if read_crontab() != text:
        _install(before)
        raise OutputError(
            "the crontab did not read back as it was written; the old one is back in place",
            hint="this cron rewrites crontabs; add the line by hand",
        )


def _install(text: bytes) -> None:
    # an empty crontab and none are read alike; the latter is how a user without jobs begins
    run = _run("-", text) if text else _run("-r")
    if run.returncode != 0 and (text or read_crontab()):
        raise OutputError(
            f"crontab refused the text: {_said(run)}",
            hint="the crontab is as it was; `crontab -e` shows whether a line of it is at fault",
        )


def _run(argument: str, text: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [_PROGRAM, argument],
            input=text,
            stdin=subprocess.DEVNULL if text is None else None,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError as error:
        raise ConfigError(
            "there is no crontab program on this machine",
            hint="install cron (Debian: apt install cron), or use `briefgen schedule export` and "
            "systemd",
        ) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise OutputError(f"crontab does not answer: {error}", hint="see `crontab -l`") from error


def _said(run: subprocess.CompletedProcess[bytes]) -> str:
    said = run.stderr.decode("utf-8", "backslashreplace").strip()
    return said or f"exit code {run.returncode}"


def _keep(text: bytes, folder: Path) -> None:
    """Keep a backup under the next number, unless the last one is the same."""
    try:
        folder.mkdir(exist_ok=True)
        kept = sorted(folder.glob("crontab-[0-9][0-9][0-9][0-9].bak"))
        if kept and kept[-1].read_bytes() == text:
            return
        number = int(kept[-1].stem.removeprefix("crontab-")) + 1 if kept else 1
        with (folder / f"crontab-{number:04}.bak").open("xb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise OutputError(
            f"no backup of the crontab can be kept: {error.strerror}",
            path=folder,
            hint="the crontab is as it was; make the folder writable",
        ) from error
