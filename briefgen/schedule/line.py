"""The line that cron runs: absolute, ASCII, and in need of no environment.

Input: a project's folder, an interpreter, a time zone. Output: a `Job`. It writes no crontab.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import subprocess
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import briefgen
from briefgen.errors import ConfigError
from briefgen.schedule.blocks import Job

STATE_FOLDER = ".briefgen"  # in the project: lock, log, backups of the crontab, font cache
LOG_NAME = "schedule.log"
_PATH = "/usr/local/bin:/usr/bin:/bin"
_LOCALTIME = Path("/etc/localtime")
_SHARE = "zoneinfo/"


def job_id(project_root: Path) -> str:
    """Return the id of a project's job: of its path alone, so that one project has one job."""
    return hashlib.sha256(os.fsencode(project_root.resolve())).hexdigest()[:12]


def time_zone(name: str | None = None) -> str:
    """Return the name of a time zone: the given one if it exists, else the machine's, else UTC."""
    if name is None:
        link = str(_LOCALTIME.resolve()) if _LOCALTIME.exists() else ""
        name = link.partition(_SHARE)[2] or "UTC"
        name = name.removeprefix("posix/").removeprefix("right/")
    try:
        ZoneInfo(name)
    except (OSError, ValueError) as error:  # ZoneInfoNotFoundError is a KeyError
        raise _no_zone(name) from error
    except KeyError as error:
        raise _no_zone(name) from error
    return name


def job_for(project_root: Path, cron: str, python: str | Path, zone: str | None = None) -> Job:
    """Return the job that builds a project's briefs.

    The command says nothing where the run says nothing; what it says goes to the project's log and
    to cron, which mails it. It leaves the interpreter unresolved: a virtual environment is found by
    the path of its link.
    """
    root = project_root.resolve()
    folder = '"$D/' + STATE_FOLDER
    environment = [
        f"PATH={_PATH}",
        "LANG=C.UTF-8",
        "PYTHONUTF8=1",
        f"TZ={shlex.quote(time_zone(zone))}",
        f'MPLCONFIGDIR={folder}/matplotlib"',
        *_python_path(),
    ]
    # resolve() would follow a virtual environment's link out of it
    interpreter = quote_ascii(os.path.abspath(python))  # noqa: PTH100
    build = f'{interpreter} -P -m briefgen build --project "$D"'
    # a tee that cannot write its log still passes the line on to cron
    command = (
        f"D={quote_ascii(str(root))}; {' '.join(environment)} {build} 2>&1"
        f' | tee -a {folder}/{LOG_NAME}"'
    )
    return Job(job_id(root), cron, command)


def quote_ascii(text: str) -> str:
    """Return a shell word of printable ASCII that any POSIX shell reads as `text`.

    清河 becomes `"$(printf '\\346\\270\\205…')"`; % and \\ are written so too, because crons differ
    in how they take them. Raises ConfigError for a line break.
    """
    raw = os.fsencode(text)
    if any(byte < 0x20 or byte == 0x7F for byte in raw):
        raise ConfigError(
            f"{text!r} holds a control character", hint="rename the folder; cron cannot reach it"
        )
    if all(byte < 0x80 for byte in raw) and not {b"%"[0], b"\\"[0]} & set(raw):
        return shlex.quote(text)
    plain = frozenset(b"/._+,:=@ ")
    kept = "".join(
        chr(b) if b in plain or (b < 0x80 and chr(b).isalnum()) else f"\\{b:03o}" for b in raw
    )
    return f"\"$(printf '{kept}')\""


def _python_path() -> list[str]:
    """Return PYTHONPATH where the package is run from a working copy that is not installed."""
    home = Path(briefgen.__file__).resolve().parents[1]
    installed = {Path(sysconfig.get_path(name)).resolve() for name in ("purelib", "platlib")}
    return [] if home in installed else [f"PYTHONPATH={quote_ascii(str(home))}"]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came out when a job's very line was run: exit code of the shell, and what it printed."""

    exit_code: int
    printed: str


def run_as_cron(job: Job, seconds: float = 600) -> Trial:
    """Return what a job's command does under an empty environment, as cron would run it.

    The exit code is that of the pipeline's last part, as cron sees it; a run that fails prints.
    """
    command = ["env", "-i", "HOME=/", "LOGNAME=briefgen", "SHELL=/bin/sh", "PATH=/usr/bin:/bin"]
    run = subprocess.run(
        [*command, "/bin/sh", "-c", job.command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=seconds,
        check=False,
        cwd="/",
    )
    return Trial(run.returncode, run.stdout.decode("utf-8", "replace"))


def _no_zone(name: str) -> ConfigError:
    return ConfigError(f"there is no time zone {name!r}", hint="such as Asia/Shanghai or UTC")
