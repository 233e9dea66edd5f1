"""The user's crontab is backed up, written, read back and compared; here through a stand-in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefgen import schedule
from briefgen.errors import BusyError, ConfigError, DataError, OutputError
from briefgen.schedule import add_job, insert_block, job_id, list_jobs, remove_job

# stands for the crontab program: keeps the text in a file, complains as Vixie cron does
STAND_IN = """#!/bin/sh
[ -e "{folder}/forbidden" ] && {{ echo "you are not allowed to use this program" >&2; exit 1; }}
case "$1" in
-l) [ -e "{folder}/tab" ] && cat "{folder}/tab" ||
    {{ echo "no crontab for me" >&2; exit 1; }} ;;
-r) rm "{folder}/tab" ;;
-) cat > "{folder}/new"; [ -e "{folder}/refuse" ] && {{ echo "bad minute" >&2; exit 1; }}
   [ -e "{folder}/rewrite" ] && {{ rm "{folder}/rewrite"; echo "# header" >> "{folder}/new"; }}
   mv "{folder}/new" "{folder}/tab" ;;
esac
"""
OTHERS = 'MAILTO=""\n# 清河区\n0 1 * * * backup \\%\r\n\n'.encode() + b"\xff\n"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for the machine: its file `tab` is the crontab."""
    folder = tmp_path / "machine"
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin" / "crontab"
    program.write_text(STAND_IN.format(folder=folder))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}:/usr/bin:/bin")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the folder of a project."""
    folder = tmp_path / "清河"
    folder.mkdir()
    return folder


def add(project: Path, cron: str = "0 7 * * 1", **more: bool) -> schedule.Change:
    """Add the project's job."""
    return add_job(project, cron, sys.executable, zone="Asia/Shanghai", **more)


def test_adding_and_removing_gives_back_the_original_bytes(machine: Path, project: Path) -> None:
    (machine / "tab").write_bytes(OTHERS)
    add(project)
    put_in = (machine / "tab").read_bytes()
    assert put_in.startswith(OTHERS)
    assert [job.cron for job in list_jobs()] == ["0 7 * * 1"]
    remove_job(project)
    assert (machine / "tab").read_bytes() == OTHERS
    assert list_jobs() == ()


def test_where_there_was_no_crontab_there_is_none_again(machine: Path, project: Path) -> None:
    add(project)
    assert (machine / "tab").exists()
    remove_job(project)
    assert not (machine / "tab").exists()


def test_the_same_job_again_writes_nothing(machine: Path, project: Path) -> None:
    add(project)
    before = (machine / "tab").stat().st_mtime_ns
    change = add(project)
    assert str(change) == "nothing to change in the crontab"
    assert (machine / "tab").stat().st_mtime_ns == before
    assert len(list((project / ".briefgen").glob("crontab-*.bak"))) == 1


def test_another_time_takes_the_old_ones_place(machine: Path, project: Path) -> None:
    add(project)
    add(project, "@daily")
    assert [job.cron for job in list_jobs()] == ["@daily"]
    assert (machine / "tab").read_bytes().count(b"BEGIN") == 1


def test_two_projects_have_a_job_each(machine: Path, project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    add(project)
    add(other)
    assert {job.id for job in list_jobs()} == {job_id(project), job_id(other)}
    remove_job(project)
    assert [job.id for job in list_jobs()] == [job_id(other)]
    assert (machine / "tab").read_bytes().count(b"BEGIN") == 1


def test_a_dry_run_shows_the_difference_and_does_nothing(machine: Path, project: Path) -> None:
    (machine / "tab").write_bytes(OTHERS)
    change = add(project, dry_run=True)
    assert (machine / "tab").read_bytes() == OTHERS
    assert not (project / ".briefgen").exists()
    shown = change.difference.splitlines()
    assert f"+# BEGIN briefgen:{job_id(project)}" in shown
    assert not any(line.startswith("-") for line in shown[2:])


def test_what_stood_there_is_kept_under_the_project(machine: Path, project: Path) -> None:
    (machine / "tab").write_bytes(OTHERS)
    add(project)
    with_job = (machine / "tab").read_bytes()
    remove_job(project)
    kept = sorted((project / ".briefgen").glob("crontab-*.bak"))
    assert [path.read_bytes() for path in kept] == [OTHERS, with_job]


def test_a_cron_that_rewrites_what_it_is_given_gets_the_old_text_back(
    machine: Path, project: Path
) -> None:
    (machine / "tab").write_bytes(OTHERS)
    (machine / "rewrite").touch()
    with pytest.raises(OutputError, match="did not read back"):
        add(project)
    assert (machine / "tab").read_bytes() == OTHERS


def test_a_text_that_cron_refuses_changes_nothing(machine: Path, project: Path) -> None:
    (machine / "tab").write_bytes(OTHERS)
    (machine / "refuse").touch()
    with pytest.raises(OutputError, match="refused the text: bad minute"):
        add(project)
    assert (machine / "tab").read_bytes() == OTHERS


def test_an_edit_by_somebody_else_in_between_is_not_lost(
    machine: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (machine / "tab").write_bytes(OTHERS)
    honest = insert_block

    def slowly(text: bytes, job: schedule.Job) -> bytes:
        (machine / "tab").write_bytes(OTHERS + b"# theirs\n")
        return honest(text, job)

    monkeypatch.setattr("briefgen.schedule.crontab.insert_block", slowly)
    with pytest.raises(BusyError, match="changed by somebody else"):
        add(project)
    assert (machine / "tab").read_bytes() == OTHERS + b"# theirs\n"


def test_a_crontab_with_broken_markers_is_left_alone(machine: Path, project: Path) -> None:
    broken = b"# BEGIN briefgen:x\n0 1 * * * backup\n"
    (machine / "tab").write_bytes(broken)
    for act in (add, remove_job):
        with pytest.raises(DataError, match="has no end"):
            act(project)
    assert (machine / "tab").read_bytes() == broken


def test_a_backup_that_cannot_be_kept_changes_nothing(machine: Path, project: Path) -> None:
    (machine / "tab").write_bytes(OTHERS)
    (project / ".briefgen").write_text("a file in its place")
    with pytest.raises(OutputError, match="no backup"):
        add(project)
    assert (machine / "tab").read_bytes() == OTHERS


def test_a_user_who_may_not_use_cron_is_told_whom_to_ask(machine: Path, project: Path) -> None:
    (machine / "forbidden").touch()
    with pytest.raises(ConfigError, match=r"not allowed to use this program.*hint: ask"):
        add(project)


def test_a_machine_without_crontab_is_told_of_systemd(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for act in (lambda: add(project), list_jobs, lambda: remove_job(project)):
        with pytest.raises(ConfigError, match=r"no crontab program.*hint: .*systemd"):
            act()
