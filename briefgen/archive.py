"""Issues on disk: one folder an issue, visible at once or not at all.

Input: the bytes of an issue's files and what its manifest says. Output: `output/issues/<folder>/`
and `output/latest`. It does not decide whether an issue is due, nor what is in it.

An issue is published by one rename; what a killed run left behind is settled by the next one, which
begins with `check_writable`.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path, PurePosixPath

from briefgen.errors import OutputError

MANIFEST_NAME = "manifest.json"
_ISSUES = "issues"
_LATEST = "latest"
_LATEST_NOTE = "latest.txt"  # where the file system knows no symbolic links
_STAGING = ".staging-"
_POINTER = ".latest-"
_FOLDER = re.compile(r"\d{4}-\d{2}-\d{2}-(\d{3,9})")

_MAX_BYTES = 120  # of a safe name, so that an ending and a counter still fit into 255
_HASH_LENGTH = 8
_LOOKS_HASHED = re.compile(rf"-[0-9a-f]{{{_HASH_LENGTH}}}$")
_FORBIDDEN = frozenset('/\\<>:"|?*')
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Manifest(Mapping[str, object]):
    """What `manifest.json` says: its keys as a mapping, and the hash of every file."""

    stated: Mapping[str, object]

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Return name and sha256 of every file of the issue, in order of name."""
        listed = self.stated["files"]
        assert isinstance(listed, list)  # as _read_manifest has checked
        return tuple((row["name"], row["sha256"]) for row in listed)

    def __getitem__(self, key: str) -> object:
        return self.stated[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.stated)

    def __len__(self) -> int:
        return len(self.stated)


# --- writing ----------------------------------------------------------------------------------


def check_writable(output: Path) -> None:
    """Make `output` ready: prove that it can be written, and settle what a killed run left.

    Folders of dead runs are removed, and `latest` is led to the newest issue where a run died
    between publishing and pointing. Raises OutputError with path and hint.
    """
    with _explained(output):
        (output / _ISSUES).mkdir(parents=True, exist_ok=True)
        _remove_stale(output)
        if (output / _LATEST).is_dir() and not (output / _LATEST).is_symlink():
            raise OutputError(
                f"{_LATEST} is a folder, and must be a pointer to the newest issue",
                path=output / _LATEST,
                hint="move that folder elsewhere",
            )
        for folder in (output, output / _ISSUES):
            probe = folder / f"{_STAGING}{os.getpid()}"
            probe.mkdir()
            probe.rmdir()
        newest = latest_issue(output)
        if newest is not None and _pointed(output) != newest[0].name:
            _point(output, newest[0].name)


def publish_issue(
    output: Path, folder: str, files: Mapping[str, bytes], manifest: Mapping[str, object]
) -> Path:
    """Return the folder of an issue that is now on disk whole, and that `latest` leads to.

    `files` may stand in folders of their own (`zh/民营经济.docx`); `manifest` is anything JSON, and
    gets the key `files` with name, sha256 and size of each. Raises OutputError, and then `latest`
    and all earlier issues are as they were; ValueError for names that would leave the folder.
    """
    _check_names(folder, files, manifest)
    target = output / _ISSUES / folder
    staging = output / f"{_STAGING}{os.getpid()}"
    check_writable(output)
    if os.path.lexists(target):
        raise OutputError(
            "an issue of this name exists", path=target, hint="an issue is never written over"
        )
    with _explained(output):
        try:
            _fill(staging, files, manifest_bytes(files, manifest))
            staging.rename(target)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        _sync_folder(target.parent)
        _point(output, folder)
    return target


def manifest_bytes(files: Mapping[str, bytes], manifest: Mapping[str, object]) -> bytes:
    """Return `manifest.json`: UTF-8, sorted keys, the same bytes for the same issue."""
    listed = [
        {"name": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for name, content in sorted(files.items())
    ]
    whole = {**manifest, "files": listed}
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    # a lone surrogate, as in a file name that is no UTF-8, is written as JSON's own escape
    return (text + "\n").encode("utf-8", "backslashreplace")


def next_folder(output: Path, day: date) -> tuple[str, int]:
    """Return folder name and number of the next issue: one more than the highest of all days."""
    with _explained(output):
        number = max((number for number, _ in _issue_folders(output)), default=0) + 1
    return f"{day.isoformat()}-{number:03}", number


def _check_names(folder: str, files: Mapping[str, bytes], manifest: Mapping[str, object]) -> None:
    if not _FOLDER.fullmatch(folder):
        raise ValueError(f"no folder of an issue: {folder!r}")
    if "files" in manifest:
        raise ValueError("the manifest's key `files` is written by the archive")
    for name in files:
        parts = PurePosixPath(name).parts
        plain = name.isprintable() and "/".join(parts) == name and not {"..", "/"} & set(parts)
        if not (parts and plain) or "\\" in name or name == MANIFEST_NAME:
            raise ValueError(f"no name for a file of an issue: {name!r}")


def _fill(staging: Path, files: Mapping[str, bytes], manifest: bytes) -> None:
    """Write all files into `staging`, the manifest last, and see them onto the disk."""
    staging.mkdir()
    folders = {staging}
    for name, content in sorted(files.items()):
        path = staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.update(p for p in path.parents if p.is_relative_to(staging))
        _write(path, content)
    _write(staging / MANIFEST_NAME, manifest)
    for made in sorted(folders):
        _sync_folder(made)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """See the names in `folder` onto the disk, so that they outlive a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _point(output: Path, folder: str) -> None:
    """Lead `latest` to an issue, by one rename."""
    temporary = output / f"{_POINTER}{os.getpid()}"
    target = f"{_ISSUES}/{folder}"
    with suppress(FileNotFoundError):
        temporary.unlink()
    try:
        temporary.symlink_to(target, target_is_directory=True)
    except (OSError, NotImplementedError) as error:
        if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT, EROFS, EACCES):
            raise
        _write(temporary, f"{target}\n".encode())
        temporary.replace(output / _LATEST_NOTE)
        if (output / _LATEST).is_symlink():  # from a time when links were possible: now wrong
            (output / _LATEST).unlink()
    else:
        temporary.replace(output / _LATEST)
        with suppress(FileNotFoundError):
            (output / _LATEST_NOTE).unlink()
    _sync_folder(output)


def _pointed(output: Path) -> str | None:
    """Return the name of the folder that `latest` leads to, or None for nowhere."""
    link, note = output / _LATEST, output / _LATEST_NOTE
    if link.is_symlink():
        return link.readlink().name
    return Path(note.read_text("utf-8").strip()).name if note.is_file() else None


def _remove_stale(output: Path) -> None:
    """Remove what runs that are dead by now left: folders never renamed, pointers never moved.

    The number of this process is a dead run's too: a container gives it out again each time.
    """
    for path in (*output.glob(f"{_STAGING}*"), *(output / _ISSUES).glob(f"{_STAGING}*")):
        if not _is_other_run(path.name.removeprefix(_STAGING)):
            shutil.rmtree(path)
    for path in output.glob(f"{_POINTER}*"):
        if not _is_other_run(path.name.removeprefix(_POINTER)):
            path.unlink()


def _is_other_run(number: str) -> bool:
    """Return whether a process of this number lives and is not this one."""
    if not number.isdecimal() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def _explained(output: Path) -> Iterator[None]:
    """Turn an error of the file system into one that names the place and a way out."""
    try:
        yield
    except OSError as error:
        path = error.filename if isinstance(error.filename, str) else output
        raise OutputError(
            f"cannot be written: {error.strerror or error}", path=path, hint=_hint(error.errno)
        ) from error


def _hint(number: int | None) -> str:
    if number in (ENOSPC, EDQUOT):
        return "the disk is full: make room and run again; the last issue is as it was"
    if number in (EACCES, EPERM, EROFS):
        return (
            "give the user who runs briefgen the right to write there, or name another folder "
            "under [project] output"
        )
    return "see that the folder can be written, or name another one under [project] output"


# --- reading ----------------------------------------------------------------------------------


def latest_issue(output: Path) -> tuple[Path, Manifest] | None:
    """Return the newest issue whose files are all there, and its manifest; None for no issue.

    The issues themselves are asked, not `latest`: a run may have died before it moved the pointer.
    The files' hashes are not computed; `is_whole` does.
    """
    with _explained(output):
        for _, folder in sorted(_issue_folders(output), reverse=True):
            manifest = _read_manifest(folder)
            if manifest is not None and all((folder / n).is_file() for n, _ in manifest.files):
                return folder, manifest
    return None


def issue_of_number(output: Path, number: int) -> tuple[Path, Manifest] | None:
    """Return the issue of this number and its manifest; None where it is gone or not whole."""
    with _explained(output):
        for found, folder in _issue_folders(output):
            manifest = _read_manifest(folder) if found == number else None
            if manifest is not None and all((folder / n).is_file() for n, _ in manifest.files):
                return folder, manifest
    return None


def issue_of(file: Path) -> tuple[Path, Manifest] | None:
    """Return the issue that a file belongs to by its manifest, or None for a file of no issue."""
    for folder in (file.parent, file.parent.parent):
        manifest = _read_manifest(folder)
        if manifest and file.relative_to(folder).as_posix() in dict(manifest.files):
            return folder, manifest
    return None


def is_whole(folder: Path) -> bool:
    """Return whether all that the folder's manifest lists is there, byte for byte."""
    try:
        manifest = _read_manifest(folder)
        return manifest is not None and all(
            hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256
            for name, sha256 in manifest.files
        )
    except OSError:
        return False


def _issue_folders(output: Path) -> list[tuple[int, Path]]:
    issues = output / _ISSUES
    if not issues.is_dir():
        return []
    found = [(_FOLDER.fullmatch(path.name), path) for path in issues.iterdir() if path.is_dir()]
    return [(int(match[1]), path) for match, path in found if match]


def _read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest in `folder`, or None where there is none that this module wrote."""
    try:
        stated = json.loads((folder / MANIFEST_NAME).read_bytes())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError, RecursionError):
        return None
    listed = stated.get("files") if isinstance(stated, dict) else None
    if not isinstance(listed, list) or not all(_is_entry(row) for row in listed):
        return None
    return Manifest(stated)


def _is_entry(row: object) -> bool:
    return isinstance(row, dict) and all(isinstance(row.get(k), str) for k in ("name", "sha256"))


# --- names ------------------------------------------------------------------------------------


def safe_name(text: str) -> str:
    """Return `text` as a file name without ending: Chinese kept, at most 120 bytes of UTF-8.

    What had to be changed gets a hash of the whole text, so that two texts give two names. The
    names that Windows reserves are escaped too, as the files are opened there.
    """
    kept = "".join(c for c in unicodedata.normalize("NFC", text) if _may_stand(c))
    kept = kept.strip(" ").lstrip(".").rstrip(". ").strip(" ")
    if _RESERVED.fullmatch(kept):
        kept = f"_{kept}"
    if (
        kept
        and kept == text
        and len(kept.encode()) <= _MAX_BYTES
        and not _LOOKS_HASHED.search(kept)
    ):
        return kept
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]
    room = _MAX_BYTES - len(digest) - 1
    short = kept.encode()[:room].decode("utf-8", "ignore").rstrip(". ")
    return f"{short or 'unnamed'}-{digest}"


def _may_stand(character: str) -> bool:
    """Return whether a character is visible (or a blank) and no file system gives it a meaning."""
    return character == " " or (
        unicodedata.category(character)[0] not in "CZ" and character not in _FORBIDDEN
    )
