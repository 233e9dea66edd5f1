"""tests/conftest.py: a missing program skips a test, except where everything is required."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"
ONE_TEST = """
import pytest
from conftest import needs

def test_of_a_program():
    needs("no-such-program")

@pytest.mark.xfail(strict=True)
def test_of_a_known_fault():
    raise AssertionError
"""
ONE_FILE = "import pytest\npytest.importorskip('no_such_module')\n"


def run_pytest(folder: Path, content: str, required: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(CONFTEST, folder)
    (folder / "test_one.py").write_text(content, "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "--rootdir", "."],
        cwd=folder,
        env={**os.environ, "BRIEFGEN_REQUIRE_ALL": required, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
    )


def test_a_missing_program_skips_the_test_and_is_named(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, ONE_TEST, "")
    assert done.returncode == 0, done.stdout
    assert "1 skipped, 1 xfailed" in done.stdout
    assert "not installed: no-such-program" in done.stdout


def test_where_everything_is_required_a_missing_program_fails_the_test(tmp_path: Path) -> None:
    done = run_pytest(tmp_path, ONE_TEST, "1")
    assert done.returncode == 1
    assert "1 failed, 1 xfailed" in done.stdout
    assert "not installed: no-such-program" in done.stdout


@pytest.mark.parametrize(("required", "code"), [("", 5), ("1", 2)])
def test_a_file_skipped_whole_fails_only_where_everything_is_required(
    tmp_path: Path, required: str, code: int
) -> None:
    done = run_pytest(tmp_path, ONE_FILE, required)
    assert done.returncode == code, done.stdout
    assert "no_such_module" in done.stdout
