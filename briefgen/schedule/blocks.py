"""Our block in a crontab's text: found, put in, taken out; every other byte is as it was.

Input: a crontab as bytes. Output: a crontab as bytes. It runs no program and touches no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.errors import ConfigError, DataError
from briefgen.schedule.expression import parse_expression

_MARKER = re.compile(rb"# (BEGIN|END) briefgen:(\S+)[ \t\r]*\n?")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
# the crontab had no line break at its end: taking the block out takes this one out again
_JOINED = b"# (the line break before this block is ours)\n"
_MAX_COMMAND = 990  # bytes; Vixie cron refuses a command of 1000
_MEND = "mend the lines # BEGIN briefgen:… and # END briefgen:… with `crontab -e`, then try again"


@dataclass(frozen=True, slots=True)
class Job:
    """A line of the crontab: its id, when it runs, and the shell command, as the shell reads it.

    Raises ConfigError for an id, an expression or a command that no crontab can hold.
    """

    id: str
    cron: str
    command: str

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ConfigError(
                f"job id {self.id!r} is not allowed", hint="letters, digits, _, - and . of ASCII"
            )
        parse_expression(self.cron)
        if not self.command.isascii() or not self.command.isprintable() or not self.command.strip():
            raise ConfigError(
                f"the command {self.command!r} is no line of printable ASCII",
                hint="a crontab holds one line a job; put anything else into briefgen.toml",
            )
        if len(self.line) > _MAX_COMMAND:
            raise ConfigError(
                f"the command is {len(self.line)} bytes long, and cron takes {_MAX_COMMAND}",
                hint="move the project to a shorter path, or one of ASCII",
            )

    @property
    def line(self) -> str:
        """Return expression and command as the crontab has them: cron reads a bare % as a break."""
        expression = parse_expression(self.cron).text
        return f"{expression} {self.command.replace('%', chr(92) + '%')}"


@dataclass(frozen=True, slots=True)
class Block:
    """A block in a crontab: its id, its half-open byte offsets, and its lines between the markers.

    `joined` is set where the line break before the block is ours too.
    """

    id: str
    start: int
    end: int
    lines: tuple[bytes, ...]
    joined: bool

    @property
    def job(self) -> Job | None:
        """Return the job that the block holds, or None where somebody has rewritten it."""
        if len(self.lines) != 1:
            return None
        try:
            text = self.lines[0].decode("ascii").strip()
            words = 1 if text.startswith("@") else 5
            parts = text.split(None, words)
            return Job(self.id, " ".join(parts[:words]), parts[words].replace(r"\%", "%"))
        except (ConfigError, IndexError, UnicodeDecodeError):
            return None


def find_blocks(text: bytes) -> tuple[Block, ...]:
    """Return our blocks in order; raise DataError for a marker without its mate, or a double."""
    blocks: list[Block] = []
    opened: tuple[str, int, int] | None = None  # id, offset, line number
    for number, (start, line) in enumerate(_lines(text), 1):
        match = _MARKER.fullmatch(line)
        if match is None:
            continue
        name = match[2].decode("ascii", "backslashreplace")
        if match[1] == b"BEGIN":
            if opened is not None:
                raise _broken(f"block {opened[0]} has no end", opened[2])
            if any(block.id == name for block in blocks):
                raise _broken(f"block {name} is there twice", number)
            opened = name, start, number
        else:
            if opened is None or opened[0] != name:
                raise _broken(f"the end of block {name} has no beginning", number)
            blocks.append(_block(text, name, opened[1], start + len(line)))
            opened = None
    if opened is not None:
        raise _broken(f"block {opened[0]} has no end", opened[2])
    return tuple(blocks)


def insert_block(text: bytes, job: Job) -> bytes:
    """Return the crontab with the job's block: at its end, or in the place of the one of its id.

    The same job put in twice changes nothing; `remove_block` gives back the bytes from before.
    """
    old = _block_of(text, job.id)
    if old is not None:
        new = _written(job, old.joined)
        return text if old.job == job else text[: old.start] + new + text[old.end :]
    joined = bool(text) and not text.endswith(b"\n")
    return text + (b"\n" if joined else b"") + _written(job, joined)


def remove_block(text: bytes, job_id: str) -> bytes:
    """Return the crontab without the block of exactly this id; the same bytes where there is none.

    What was appended after the block stays on a line of its own.
    """
    block = _block_of(text, job_id)
    if block is None:
        return text
    before, after = text[: block.start], text[block.end :]
    if not block.joined or not before.endswith(b"\n"):
        return before + after
    if not after:
        return before[:-1]
    following = next((b for b in find_blocks(after) if b.start == 0), None)
    if following is None:
        return before + after
    # our line break now stands before our next block
    head, lines = after.split(b"\n", 1)
    return before + head + b"\n" + _JOINED + lines


def _written(job: Job, joined: bool) -> bytes:
    begin, end = (f"# {word} briefgen:{job.id}\n".encode() for word in ("BEGIN", "END"))
    return begin + (_JOINED if joined else b"") + f"{job.line}\n".encode() + end


def _block_of(text: bytes, job_id: str) -> Block | None:
    return next((block for block in find_blocks(text) if block.id == job_id), None)


def _block(text: bytes, name: str, start: int, end: int) -> Block:
    inside = text[start:end].splitlines(keepends=True)[1:-1]
    joined = bool(inside) and inside[0].rstrip() == _JOINED.rstrip()
    return Block(name, start, end, tuple(line.rstrip() for line in inside[joined:]), joined)


def _lines(text: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield offset and bytes of each line; only \\n ends one, as for cron."""
    start = 0
    while start < len(text):
        end = text.find(b"\n", start) + 1 or len(text)
        yield start, text[start:end]
        start = end


def _broken(what: str, line: int) -> DataError:
    return DataError(f"{what} (line {line})", path="crontab", hint=_MEND)
