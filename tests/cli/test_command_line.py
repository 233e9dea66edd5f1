"""The command line by itself: what it answers where no build is needed, and how it ends."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import briefgen
from briefgen.cli import main
from briefgen.errors import BriefgenError

CONFIG = '[project]\nname = "清河专题简报"\nplace = "清河区"\nas_of = 2024-03-01\n'
_CODE = Path(briefgen.__file__).parents[1]
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(_CODE)}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "briefgen.toml").write_text(CONFIG, "utf-8")
    (tmp_path / "seeds" / "a.txt").write_text("2023年，清河区科技型企业达1600家。", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_version_is_the_packages_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"briefgen {briefgen.__version__}\n"


@pytest.mark.parametrize("command", [[], ["build"], ["facts"], ["check"], ["schedule", "add"]])
def test_help_shows_how_a_command_is_used(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Usage: briefgen")
    assert "--help" in out


def test_help_has_examples_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "--help"])
    out = capsys.readouterr().out
    assert "briefgen build 民营经济 科技创新 --format pdf" in out
    for code in ("4 a number", "5 warnings", "64 usage", "65 bad", "73 cannot", "75 another", "78"):
        assert code in out


@pytest.mark.parametrize("command", [[], ["schedule"]])
def test_no_words_at_all_show_the_help_as_it_is_and_are_a_fault_of_usage(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 64
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("Usage: briefgen")


def test_a_project_is_found_from_a_folder_deep_inside_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(project / "a" / "b")
    assert main(["check"]) == 0
    assert "清河专题简报, 清河区" in capsys.readouterr().out


def test_no_project_anywhere_is_told_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 78
    assert "no briefgen.toml here or in any folder above; hint: change" in capsys.readouterr().err


def test_check_goes_on_after_a_fault_and_returns_its_code(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "seeds" / "b.txt").write_bytes(b"")
    assert main(["check"]) == 65
    out = capsys.readouterr().out
    assert "wrong sources: " in out
    assert "b.txt: this file is empty; hint: put the article in" in out
    assert "ok    fonts: " in out


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('aliases = ["地区生产总值"]\nunit = "元"', "it names 地区生产总值 already"),
        ('unit = "桶箱"', "add it to units.toml"),
    ],
)
def test_check_names_a_double_alias_and_an_unknown_unit_of_the_project(
    row: str, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "lexicon").mkdir()
    path = project / "lexicon" / "indicators.toml"
    path.write_text(f'[[indicator]]\nname = "甲"\n{row}\n', "utf-8")
    assert main(["check"]) == 78
    (line,) = [r for r in capsys.readouterr().out.splitlines() if r.startswith("wrong lexicon")]
    assert str(path) in line
    assert told in line


@pytest.mark.usefixtures("project")
def test_a_bug_of_ours_is_one_line_with_what_to_do_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_folder: Path | None) -> None:
        raise ValueError("one\ntwo\x1b[31m")

    monkeypatch.delenv("BRIEFGEN_TRACE", raising=False)
    monkeypatch.setattr("briefgen.cli.briefs.project_at", broken)
    assert main(["check"]) == BriefgenError.exit_code == 70
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "this is our fault: ValueError: one\\x0atwo" in err.replace("\\n", "\\x0a")
    assert "\x1b" not in err
    assert "BRIEFGEN_TRACE=1" in err
    monkeypatch.setenv("BRIEFGEN_TRACE", "1")
    with pytest.raises(ValueError, match="one"):
        main(["check"])


@pytest.mark.usefixtures("project")
def test_what_a_terminal_cannot_show_appears_escaped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding="ascii"))
    assert main(["check"]) == 0
    assert b"\\u6e05\\u6cb3" in shown.getvalue()


def _started(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "briefgen", *arguments],
        env=_ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_a_reader_that_stops_early_is_no_fault(project: Path, form: str) -> None:
    many = "".join(f"2023年，清河区第{n}批科技型企业达1{n:03}家。\n" for n in range(400))
    (project / "seeds" / "a.txt").write_text(many, "utf-8")
    run = _started("facts", "--format", form)
    assert run.stdout is not None
    run.stdout.close()
    assert run.stderr is not None
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
@pytest.mark.usefixtures("project")
def test_a_full_disk_behind_standard_output_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "briefgen", "facts", "--format", "jsonl"],
            env=_ENVIRONMENT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert run.returncode == 73
    assert run.stderr.startswith(b"briefgen: the output: No space left on device; hint: ")
    assert run.stderr.count(b"\n") == 1


def test_ctrl_c_ends_a_run_with_a_word_and_leaves_no_half_issue(project: Path) -> None:
    run = _started("build")
    for _ in range(500):
        if (project / ".briefgen" / "lock").exists():
            break
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=60)
    # CPython itself may leave by the signal, which a shell counts as 130 too
    assert run.returncode in (130, -signal.SIGINT)
    assert (out, err) == (b"", b"briefgen: stopped; the last issue is as it was\n")
    issues = project / "output" / "issues"
    assert not issues.exists() or list(issues.iterdir()) == []


def test_a_cron_expression_that_cannot_be_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text("[project]\nname = '清河'\nplace = '清河区'\n", "utf-8")
    command = ["schedule", "add", "--cron", "0 7 * * 9", "--project", str(tmp_path)]
    run = subprocess.run(
        [sys.executable, "-m", "briefgen", *command], capture_output=True, check=False
    )
    assert run.returncode == 64
    assert "day of week = '9' is not allowed" in run.stderr.decode()
