"""One run of a project at a time, none for ever, and a log that does not grow for ever.

Input: a project's folder. Output: the right to run, or BusyError with who has it. The kernel gives
a lock back when its holder dies; the file stays, and means nothing by itself.
"""

from __future__ import annotations

import fcntl
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from errno import EACCES, EAGAIN
from pathlib import Path
from types import FrameType

from briefgen.errors import BriefgenError, BusyError, OutputError
from briefgen.schedule.line import LOG_NAME, STATE_FOLDER

_LOG_BYTES = 256 * 1024
_OLD_LOGS = 3


@contextmanager
def lock(project_root: Path) -> Iterator[None]:
    """Hold the project's lock while the block runs.

    Raises BusyError at once, with the holder, where another run has it; OutputError where the lock
    cannot be written.
    """
    path = project_root / STATE_FOLDER / "lock"
    try:
        path.parent.mkdir(exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise _cannot_lock(path, error) from error
    try:
        _take(handle, path)
        holder = f"process {os.getpid()} on {socket.gethostname()}\n"
        os.ftruncate(handle, 0)
        os.pwrite(handle, holder.encode(), 0)
        yield
    finally:
        os.close(handle)  # the lock goes with the handle


def _take(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (EAGAIN, EACCES):
            raise _cannot_lock(path, error) from error
        held_by = os.pread(handle, 200, 0).decode("utf-8", "replace").strip() or "another run"
        since = datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC).astimezone()
        raise BusyError(
            f"the project is busy: {held_by}, since {since:%Y-%m-%d %H:%M:%S}",
            path=path,
            hint="wait for that run to end; nothing was changed by this one",
        ) from error


def _cannot_lock(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"the project cannot be locked: {error.strerror}",
        path=path,
        hint="give the user who runs briefgen the right to write in the project's folder",
    )


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End the block with an error after so many seconds; only in the main thread."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise BriefgenError(
            f"the run took longer than {seconds:g} s and was ended",
            hint="the last issue is as it was; run again, or with fewer sources",
        )

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def rotate_log(project_root: Path) -> None:
    """Move a log that has grown beyond 256 KB aside; three old ones are kept."""
    log = project_root / STATE_FOLDER / LOG_NAME
    try:
        if not log.is_file() or log.stat().st_size <= _LOG_BYTES:
            return
        for number in range(_OLD_LOGS, 0, -1):
            older = log.with_name(f"{LOG_NAME}.{number - 1}") if number > 1 else log
            if older.exists():
                older.replace(log.with_name(f"{LOG_NAME}.{number}"))
    except OSError as error:
        raise OutputError(
            f"the log cannot be moved: {error.strerror}", path=log, hint="see who owns the folder"
        ) from error
