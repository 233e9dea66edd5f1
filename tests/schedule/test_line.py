"""The line that cron runs works from any folder name, with no environment at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import ConfigError
from briefgen.schedule.blocks import Job, find_blocks, insert_block
from briefgen.schedule.line import job_for, job_id, quote_ascii, run_as_cron, time_zone

FOLDERS = [
    "plain",
    "清河区 简报",
    "it's",
    'a "b" $HOME `id` $(id)',
    "50%",
    "a\\346b",
    "-x",
    "~",
    "𠮷",
]
SHELLS = [shell for shell in ("sh", "dash", "bash", "busybox") if shutil.which(shell)]

# stands for the interpreter: says what it was called with, and under what
SPY = """#!/bin/sh
printf '%s\\n' "$@" "TZ=$TZ" "LANG=$LANG" "PYTHONUTF8=$PYTHONUTF8" "MPL=$MPLCONFIGDIR" "PATH=$PATH"
echo "one line about a failure" >&2
"""


def spy_in(folder: Path) -> Path:
    """Return an executable that stands for Python."""
    spy = folder / "python 3"
    spy.write_text(SPY)
    spy.chmod(0o755)
    return spy


@pytest.mark.parametrize("name", FOLDERS)
def test_the_line_works_from_any_folder_under_an_empty_environment(
    tmp_path: Path, name: str
) -> None:
    project = tmp_path / name
    (project / ".briefgen").mkdir(parents=True)
    job = job_for(project, "0 7 * * 1", spy_in(project), "Asia/Shanghai")
    trial = run_as_cron(job)
    said = trial.printed.splitlines()
    assert said[:6] == ["-P", "-m", "briefgen", "build", "--project", str(project)]
    assert said[6:9] == ["TZ=Asia/Shanghai", "LANG=C.UTF-8", "PYTHONUTF8=1"]
    assert said[9] == f"MPL={project}/.briefgen/matplotlib"
    assert said[10].startswith("PATH=/usr/local/bin:/usr/bin:/bin")
    assert said[11:] == ["one line about a failure"]
    assert (project / ".briefgen/schedule.log").read_text() == trial.printed


@pytest.mark.parametrize("name", FOLDERS)
def test_the_line_is_ascii_and_comes_back_from_the_crontab_as_it_was(
    tmp_path: Path, name: str
) -> None:
    job = job_for(tmp_path / name, "@weekly", "/usr/bin/python3", "UTC")
    assert job.line.isascii()
    assert "%" not in job.line  # nothing that crons escape in different ways
    assert find_blocks(insert_block(b"", job))[0].job == job


def test_a_log_that_cannot_be_written_does_not_swallow_the_line(tmp_path: Path) -> None:
    job = job_for(tmp_path, "@daily", spy_in(tmp_path), "UTC")  # there is no .briefgen/ here
    assert "one line about a failure" in run_as_cron(job).printed


def test_a_long_chinese_path_fits_into_one_line_and_a_longer_one_is_refused(tmp_path: Path) -> None:
    job_for(tmp_path / ("清" * 30), "0 7 * * 1", sys.executable, "UTC")
    with pytest.raises(ConfigError, match="bytes long"):
        job_for(tmp_path / ("清" * 80), "0 7 * * 1", sys.executable, "UTC")


def test_the_interpreter_is_absolute_and_keeps_its_virtual_environment(tmp_path: Path) -> None:
    link = tmp_path / "venv-python"
    link.symlink_to(sys.executable)
    assert str(link) in job_for(tmp_path, "@daily", link, "UTC").command
    relative = os.path.relpath(link)
    assert f" {link} -P -m" in job_for(tmp_path, "@daily", relative, "UTC").command


def test_the_package_is_found_where_it_is_not_installed(tmp_path: Path) -> None:
    command = job_for(tmp_path, "@daily", sys.executable, "UTC").command
    words = command.replace("build --project", "--version").split(" 2>&1")[0].replace('"$D"', "")
    trial = run_as_cron(Job("x", "@daily", words))
    assert (trial.exit_code, trial.printed.startswith("briefgen ")) == (0, True), trial.printed


def test_a_project_has_one_id_of_ascii_whatever_its_name(tmp_path: Path) -> None:
    ids = {job_id(tmp_path / name) for name in FOLDERS}
    assert len(ids) == len(FOLDERS)
    assert all(i.isascii() and i.isalnum() for i in ids)
    (tmp_path / "here").symlink_to(tmp_path / "plain")
    (tmp_path / "plain").mkdir()
    assert job_id(tmp_path / "here") == job_id(tmp_path / "plain")


@pytest.mark.parametrize("text", ["a\nb", "a\rb", "a\x00b", "\x1b[31m"])
def test_a_path_with_a_control_character_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="control character"):
        quote_ascii(text)


def test_a_quoted_word_means_itself_in_every_shell() -> None:
    hostile = "/tmp/清河 'x' \"y\" $z `w` \\n \\\\ %s ! * ? [a] {b} ~ # & | ; < > ( )"
    for shell in SHELLS:
        command = [shell, *(["sh"] if shell == "busybox" else [])]
        said = subprocess.run(
            [*command, "-c", f"printf %s {quote_ascii(hostile)}"],
            capture_output=True,
            check=True,
            env={},
            executable=shutil.which(shell),
        )
        assert said.stdout.decode() == hostile, shell


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=30))
def test_any_text_is_quoted_as_ascii_that_means_it(text: str) -> None:
    word = quote_ascii(text)
    assert word.isascii()
    said = subprocess.run(
        ["/bin/sh", "-c", f"printf %s {word}"], capture_output=True, check=True, env={}
    )
    assert said.stdout.decode() == text


def test_a_time_zone_is_checked() -> None:
    assert time_zone("Asia/Shanghai") == "Asia/Shanghai"
    for wrong in ("Asia/Qinghe", "", "../../etc/passwd", "Asia/Shanghai; rm -rf /", "/etc/passwd"):
        with pytest.raises(ConfigError, match="no time zone"):
            time_zone(wrong)
    assert time_zone()  # the machine's own, or UTC
