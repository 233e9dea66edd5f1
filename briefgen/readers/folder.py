"""Which files of the seeds folder are sources.

Input: the folder. Output: paths in order of their names, and notices about what is left out. It
does not open a file.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from briefgen.errors import DataError, Notice, NoticeKind

SUFFIXES = frozenset({".txt", ".md"})
_NO_ENTRY_HINT = "put articles as .txt or .md files into this folder"


def list_sources(seeds: Path) -> tuple[Path, ...]:
    """Return the sources in `seeds`, in order of their names.

    Raises DataError where the folder is missing or holds no source, and where a source is no plain
    file (a symbolic link, a pipe, a socket, a device, a folder).
    """
    found = []
    for path in _visible_entries(seeds):
        kind = path.lstat().st_mode
        if stat.S_ISLNK(kind) or (_is_source_name(path) and not stat.S_ISREG(kind)):
            raise not_a_file(path, kind)
        if _is_source_name(path):
            found.append(path)
    if not found:
        raise DataError("no source in this folder", path=seeds, hint=_NO_ENTRY_HINT)
    return tuple(found)


def unread_files(seeds: Path) -> tuple[Notice, ...]:
    """Return a notice for each visible entry of `seeds` that no reader reads."""
    return tuple(
        Notice(
            NoticeKind.SOURCE,
            "this folder is not read" if path.is_dir() else f"no reader for {_suffix(path)!r}",
            path=str(path),
            hint="save it as .txt or .md in the seeds folder itself, or move it away",
        )
        for path in _visible_entries(seeds)
        if not _is_source_name(path)
    )


def is_source(path: Path) -> bool:
    """Return whether a file of this name in the seeds folder is a source."""
    return _is_visible(path) and _is_source_name(path)


def not_a_file(path: Path, kind: int) -> DataError:
    """Return the error for a source that is no plain file; `kind` is its `st_mode`."""
    names = {
        stat.S_IFLNK: "a symbolic link",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFDIR: "a folder",
    }
    what = names.get(stat.S_IFMT(kind), "a device")
    return DataError(
        f"a source must be a plain file, and this is {what}",
        path=path,
        hint="copy the article itself into the seeds folder",
    )


def _visible_entries(seeds: Path) -> Iterator[Path]:
    """Yield what a user put into `seeds`: no hidden file, lock file, README or sources.toml."""
    try:
        entries = sorted(seeds.iterdir(), key=lambda path: path.name)
    except FileNotFoundError as error:
        raise DataError("this folder does not exist", path=seeds, hint=_NO_ENTRY_HINT) from error
    except OSError as error:
        raise DataError(
            f"cannot be listed: {error.strerror}", path=seeds, hint="name a folder one may read"
        ) from error
    yield from filter(_is_visible, entries)


def _is_visible(path: Path) -> bool:
    return not path.name.startswith((".", "~$", "README")) and path.name != "sources.toml"


def _suffix(path: Path) -> str:
    return path.suffix or path.name


def _is_source_name(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES
