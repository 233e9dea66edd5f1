"""What a person at a terminal sees of a run, and how they stop it.

Input: the progress of a build, and Ctrl-C. Output: a bar on a terminal, silence elsewhere. It knows
no command.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.pipeline import Progress


@contextmanager
def heeding_ctrl_c(progress: Progress) -> Iterator[Progress]:
    """Yield a progress callback that stops the run where Ctrl-C was pressed and got lost.

    A module that is imported from C (xml's _elementtree) swallows what a signal raises meanwhile.
    """
    pressed: list[int] = []

    def stop(number: int, _frame: object) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    def told(what: str, done: int, of: int) -> None:
        if pressed:
            raise KeyboardInterrupt
        progress(what, done, of)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield told
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Yield a progress callback: a bar on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda what, done, of: bar.update(task, description=what, completed=done, total=of)
