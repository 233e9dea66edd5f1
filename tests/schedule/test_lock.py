"""One run at a time; the kernel gives the lock back when its holder dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, BusyError, OutputError
from briefgen.schedule import lock, rotate_log, time_limit

HOLD = (
    "import sys, time; from pathlib import Path; from briefgen.schedule import lock\n"
    "with lock(Path(sys.argv[1])):\n    print('held', flush=True); time.sleep(60)"
)


def holder(project: Path) -> subprocess.Popen[str]:
    """Return another process that holds the project's lock."""
    run = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(project)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert run.stdout is not None
    assert run.stdout.readline() == "held\n"
    return run


def test_a_second_run_ends_at_once_and_says_who_is_at_work(tmp_path: Path) -> None:
    other = holder(tmp_path)
    try:
        begun = time.monotonic()
        with pytest.raises(
            BusyError, match=rf"busy: process {other.pid} on .*, since 20\d\d-"
        ) as e:
            lock(tmp_path).__enter__()
        assert time.monotonic() - begun < 1
        assert e.value.exit_code == 75
    finally:
        other.kill()
        other.communicate()


def test_a_run_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    other = holder(tmp_path)
    os.kill(other.pid, signal.SIGKILL)
    other.communicate()
    with lock(tmp_path):
        assert str(os.getpid()) in (tmp_path / ".briefgen/lock").read_text()


def test_the_lock_is_free_again_after_success_and_after_failure(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="mine"), lock(tmp_path):
            raise ValueError("mine")
    with lock(tmp_path):
        pass


def test_a_second_lock_in_one_process_is_refused_too(tmp_path: Path) -> None:
    with lock(tmp_path):
        with pytest.raises(BusyError, match=str(os.getpid())):
            lock(tmp_path).__enter__()
        with pytest.raises(BusyError):  # the refused one has not loosened the first
            lock(tmp_path).__enter__()


def test_two_projects_do_not_wait_for_each_other(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with lock(tmp_path / "a"), lock(tmp_path / "b"):
        pass


def test_a_lock_left_by_a_longer_name_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / ".briefgen").mkdir()
    (tmp_path / ".briefgen/lock").write_text("x" * 500)
    with lock(tmp_path):
        assert "x" * 100 not in (tmp_path / ".briefgen/lock").read_text()


def test_a_project_that_cannot_be_locked_is_named(tmp_path: Path) -> None:
    (tmp_path / ".briefgen").write_text("a file")
    with pytest.raises(OutputError, match=r"\.briefgen/lock: .*cannot be locked.*hint: "):
        lock(tmp_path).__enter__()
    with pytest.raises(OutputError, match="cannot be locked"):
        lock(tmp_path / "gone").__enter__()


def test_a_run_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with (
        pytest.raises(BriefgenError, match=r"longer than 0\.05 s"),
        lock(tmp_path),
        time_limit(0.05),
    ):
        time.sleep(5)
    with lock(tmp_path), time_limit(0.05):
        pass
    time.sleep(0.1)  # nothing rings after the block


def test_a_log_is_moved_aside_before_it_grows_too_long(tmp_path: Path) -> None:
    rotate_log(tmp_path)  # nothing there: nothing to do
    folder = tmp_path / ".briefgen"
    folder.mkdir()
    log = folder / "schedule.log"
    for n in range(6):
        log.write_text(str(n) * 300_000)
        rotate_log(tmp_path)
        assert not log.exists()
    assert sorted(p.name for p in folder.iterdir()) == [f"schedule.log.{n}" for n in (1, 2, 3)]
    assert (folder / "schedule.log.1").read_text()[0] == "5"
    log.write_text("short")
    rotate_log(tmp_path)
    assert log.read_text() == "short"
