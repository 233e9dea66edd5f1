"""What every test may lean on: programs that need not be there, and a run that skips nothing.

A test that needs a program besides Python says so by `needs("soffice")` (`from conftest import
needs`). Where it is missing the test is skipped, and the reason is printed; with
BRIEFGEN_REQUIRE_ALL=1, as in .ci/run, whatever would be skipped fails.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Generator

import pytest

REQUIRED = os.environ.get("BRIEFGEN_REQUIRE_ALL") == "1"


def needs(*programs: str) -> None:
    """Skip the test that calls it, with the reason, where one of the programs is missing."""
    lost = [name for name in programs if shutil.which(name) is None]
    if lost:
        pytest.skip(f"not installed: {', '.join(lost)}")


def pytest_configure() -> None:
    """Let Ctrl-C reach the programs that tests start, also where a shell began in the background.

    Such a shell has the signal ignored, and what is ignored is inherited.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Return the report of a test; a skip is a failure where everything is required."""
    report = yield
    if REQUIRED and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and BRIEFGEN_REQUIRE_ALL=1: {_reason(report)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Return the report of a file; one that is skipped whole is a failure just the same."""
    report = yield
    if REQUIRED and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, and BRIEFGEN_REQUIRE_ALL=1: {_reason(report)}"
    return report


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    # of a skip, pytest keeps file, line and reason
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
