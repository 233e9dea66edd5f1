"""A job that is really in the crontab, run by the real daemon, publishes a real issue."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from briefgen.archive import is_whole, latest_issue
from briefgen.schedule import (
    add_job,
    list_jobs,
    read_crontab,
    remove_job,
    run_as_cron,
    write_crontab,
)

REQUIRED = bool(os.environ.get("BRIEFGEN_REQUIRE_ALL"))
PROGRAMS = ("cron", "crontab")
PID_FILE = Path("/var/run/crond.pid")
PATIENCE_SECONDS = 130

# invented: nothing in it happened
ARTICLE = """清河区民营经济稳步发展（本文为测试虚构）

2023年，清河区新增市场主体2.4万户，全区市场主体达8.42万户。民营经济增加值占GDP比重52%，税收占比73%。
2023年全区招商投资额达416亿元，到位资金87.6亿元，同比增长37%。
全区森林覆盖率达51.2%，科技型企业达1700家，全社会研发经费投入强度达5.2%。
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose path has all that a shell and a crontab stumble over."""
    folder = tmp_path / "清河 50% it's"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds/invented.txt").write_text(ARTICLE, "utf-8")
    (folder / "seeds/sources.toml").write_text(
        '[[source]]\nfile = "invented.txt"\npublished = "2024-01"\n', "utf-8"
    )
    config = '[project]\nname = "清河专题简报"\nplace = "清河区"\nas_of = 2024-03-01\n'
    (folder / "briefgen.toml").write_text(config, "utf-8")
    return folder


def test_the_very_line_publishes_an_issue_under_an_empty_environment(project: Path) -> None:
    from briefgen.schedule import job_for

    (project / ".briefgen").mkdir()
    job = job_for(project, "0 7 * * 1", sys.executable, "Asia/Shanghai")
    trial = run_as_cron(job)
    found = latest_issue(project / "output")
    assert found is not None, trial.printed
    assert is_whole(found[0])
    again = run_as_cron(job)
    assert [p.name for p in (project / "output/issues").iterdir()] == [found[0].name], again.printed


@pytest.fixture
def daemon() -> Iterator[None]:
    """Have a cron daemon run: the machine's own, or one that ends with the test."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing or os.geteuid() != 0:
        why = f"needs root and the programs {', '.join(PROGRAMS)}; missing: {missing}"
        if REQUIRED:
            pytest.fail(why)
        pytest.skip(why)
    if _runs():
        yield
        return
    own = subprocess.Popen(["cron", "-f"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        own.terminate()
        own.wait(10)


def _runs() -> bool:
    """Return whether a cron daemon holds its own lock file."""
    try:
        number = int(PID_FILE.read_text())
        return b"cron" in Path(f"/proc/{number}/cmdline").read_bytes()
    except (OSError, ValueError):
        return False


@pytest.mark.usefixtures("daemon")
def test_the_daemon_runs_the_job_and_the_crontab_is_restored(project: Path) -> None:
    before = read_crontab()
    try:
        # cron reads the minute that begins; a minute about to begin may be missed
        due = datetime.now().astimezone() + timedelta(seconds=75)
        add_job(project, f"{due.minute} {due.hour} * * *", sys.executable)
        assert read_crontab().startswith(before)
        assert str(project) not in read_crontab().decode("ascii", "ignore")  # it is all ASCII
        assert len(list_jobs()) >= 1
        issue = _wait_for_issue(project)
        remove_job(project)
        assert read_crontab() == before
    finally:
        if read_crontab() != before:
            write_crontab(before)
    log = project / ".briefgen/schedule.log"
    said = log.read_text("utf-8") if log.exists() else "no log"
    assert issue is not None, f"no issue after {PATIENCE_SECONDS} s; the log says: {said}"
    assert is_whole(issue)
    assert {path.suffix for path in issue.iterdir()} >= {".docx", ".pdf", ".json"}
    assert (project / "output/latest").resolve() == issue.resolve()


def _wait_for_issue(project: Path) -> Path | None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        found = latest_issue(project / "output")
        if found is not None:
            # the pointer is moved, and the lock given back, a moment after the issue is there
            time.sleep(1)
            return found[0]
        time.sleep(1)
    return None
