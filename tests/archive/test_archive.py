"""An issue is there whole or not at all, whatever fails and whenever a run dies."""

from __future__ import annotations

import errno
import io
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.archive import (
    Manifest,
    check_writable,
    is_whole,
    issue_of,
    latest_issue,
    next_folder,
    publish_issue,
    safe_name,
)
from briefgen.errors import OutputError

FIRST, SECOND = "2023-03-01-001", "2023-03-08-002"
FILES = {"民营经济.docx": b"PK invented", "民营经济.pdf": b"%PDF invented", "zh/R&D<5%.txt": b"x"}
STATED: dict[str, object] = {"number": 1, "themes": ["民营经济"], "fingerprint": "f1"}


def publish(output: Path, folder: str = FIRST) -> Path:
    """Publish the invented issue."""
    return publish_issue(output, folder, FILES, STATED)


def bytes_under(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder with its bytes."""
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def leftovers(output: Path) -> list[str]:
    """Return what is in output/ beside issues and the pointer."""
    return sorted(p.name for p in output.iterdir() if p.name not in ("issues", "latest"))


# --- publishing -------------------------------------------------------------------------------


def test_an_issue_is_published_with_its_files_a_manifest_and_the_pointer(tmp_path: Path) -> None:
    folder = publish(tmp_path / "output")
    assert folder == tmp_path / "output/issues" / FIRST
    assert bytes_under(folder).keys() == {*FILES, "manifest.json"}
    assert all((folder / name).read_bytes() == content for name, content in FILES.items())
    latest = tmp_path / "output/latest"
    assert str(latest.readlink()) == f"issues/{FIRST}"  # relative: the folder may be moved
    assert (latest / "民营经济.pdf").read_bytes() == b"%PDF invented"
    assert leftovers(tmp_path / "output") == []


def test_the_manifest_lists_name_hash_and_size_in_sorted_readable_utf8(tmp_path: Path) -> None:
    text = (publish(tmp_path) / "manifest.json").read_text("utf-8")
    stated = json.loads(text)
    assert stated["files"][0] == {
        "name": "zh/R&D<5%.txt",
        "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
        "size": 1,
    }
    assert {k: stated[k] for k in STATED} == STATED
    assert list(stated) == sorted(stated)
    assert "民营经济" in text
    assert text.endswith("}\n")


def test_the_same_issue_gives_the_same_manifest_whatever_the_order(tmp_path: Path) -> None:
    first = publish_issue(tmp_path / "a", FIRST, FILES, STATED)
    turned = dict(reversed(FILES.items())), dict(reversed(STATED.items()))
    second = publish_issue(tmp_path / "b", FIRST, *turned)
    assert bytes_under(first) == bytes_under(second)


def test_files_and_folders_get_the_rights_that_the_user_gives_new_ones(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        folder = publish(tmp_path)
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o755
    assert (folder / "民营经济.pdf").stat().st_mode & 0o777 == 0o644


def test_an_issue_is_never_written_over(tmp_path: Path) -> None:
    before = bytes_under(publish(tmp_path))
    with pytest.raises(OutputError, match=f"{FIRST}: an issue of this name exists"):
        publish_issue(tmp_path, FIRST, {"x.pdf": b"other"}, {})
    assert bytes_under(tmp_path / "issues" / FIRST) == before


def test_a_lone_surrogate_in_the_manifest_does_not_stop_an_issue(tmp_path: Path) -> None:
    folder = publish_issue(tmp_path, FIRST, FILES, {"source": "a\udcff.txt"})
    found = latest_issue(tmp_path)
    assert found is not None
    assert found[1]["source"] == "a\udcff.txt"
    assert is_whole(folder)


@pytest.mark.parametrize(
    "name",
    ["../x", "/etc/x", "a/../../x", "", ".", "a//b", "manifest.json", "a\nb", "a\\b", "\x00"],
)
def test_a_file_name_that_would_leave_the_issue_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name for a file"):
        publish_issue(tmp_path / "output", FIRST, {name: b"x"}, {})
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("folder", ["", "..", "2023-03-01", "2023-03-01-1", "x/2023-03-01-001"])
def test_a_folder_of_another_form_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(ValueError, match="no folder of an issue"):
        publish_issue(tmp_path / "output", folder, FILES, {})


def test_the_key_of_the_archive_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="key `files`"):
        publish_issue(tmp_path / "output", FIRST, FILES, {"files": []})


# --- failure and death at every step ----------------------------------------------------------

STEPS = (
    *((os, name) for name in ("mkdir", "open", "fsync", "rename", "replace", "symlink", "rmdir")),
    (io, "open"),
)


def step_by_step(patch: pytest.MonkeyPatch, at: int, act: Callable[[], NoReturn]) -> list[str]:
    """Let `act` happen in place of step `at`; return the list that the steps are noted in."""
    taken: list[str] = []

    def stepping(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def take(*args: Any, **keywords: Any) -> Any:
            taken.append(name)
            if len(taken) == at:
                act()
            return step(*args, **keywords)

        return take

    for module, name in STEPS:
        patch.setattr(module, name, stepping(f"{module.__name__}.{name}", getattr(module, name)))
    return taken


def never() -> NoReturn:
    raise AssertionError


def count_steps(output: Path) -> int:
    """Return how many steps it takes to publish the second issue."""
    publish(output)
    with pytest.MonkeyPatch.context() as patch:
        taken = step_by_step(patch, 0, never)
        publish(output, SECOND)
    assert {"io.open", "os.fsync", "os.rename", "os.replace", "os.symlink"} <= set(taken)
    return len(taken)


def assert_last_issue_intact(output: Path, before: dict[str, bytes]) -> None:
    """Assert that the first issue is as it was, and that what `latest` leads to is whole."""
    assert bytes_under(output / "issues" / FIRST) == before
    assert is_whole(output / "issues" / pointed(output))
    found = latest_issue(output)
    assert found is not None
    assert is_whole(found[0])
    for folder in (output / "issues").glob("2*"):
        assert is_whole(folder), folder


def assert_mended(output: Path) -> None:
    """Assert that the next run tidies up, points to the newest issue and can publish."""
    check_writable(output)
    newest = latest_issue(output)
    assert newest is not None
    assert pointed(output) == newest[0].name
    assert set(leftovers(output)) <= {"latest.txt"}
    assert sorted(p.name[:2] for p in (output / "issues").iterdir()) == ["20"] * len(
        list((output / "issues").iterdir())
    )
    folder, _ = next_folder(output, date(2023, 3, 15))
    publish(output, folder)
    assert (output / "latest").resolve().name == folder


def failure_of(output: Path) -> OutputError | None:
    """Return how publishing the second issue failed, or None."""
    try:
        publish(output, SECOND)
    except OutputError as error:
        return error
    return None


def pointed(output: Path) -> str:
    """Return the issue that the pointer or the note leads to."""
    note = output / "latest.txt"
    return (
        Path(note.read_text()).name.strip() if note.exists() else (output / "latest").resolve().name
    )


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_failure_at_any_step_leaves_the_last_issue_intact(tmp_path: Path, number: int) -> None:
    steps = count_steps(tmp_path / "count")
    assert steps > 20
    for at in range(1, steps + 1):
        output = tmp_path / str(at)
        before = bytes_under(publish(output))

        def fail() -> NoReturn:
            raise OSError(number, os.strerror(number))

        with pytest.MonkeyPatch.context() as patch:
            taken = step_by_step(patch, at, fail)
            error = failure_of(output)
        if error is None:
            # a folder that is there need not be made, and a link that fails is replaced by a note
            assert taken[at - 1] in ("os.mkdir", "os.symlink")
            assert pointed(output) == SECOND
        else:
            assert error.hint
            assert error.exit_code == 73
        assert_last_issue_intact(output, before)
        assert_mended(output)


def test_a_run_killed_before_any_step_leaves_the_last_issue_intact(tmp_path: Path) -> None:
    steps = count_steps(tmp_path / "count")
    published = 0
    for at in range(1, steps + 1):
        output = tmp_path / str(at)
        before = bytes_under(publish(output))
        child = os.fork()
        if child == 0:
            killed_at(at, output)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status)
        assert os.WTERMSIG(status) == signal.SIGKILL
        published += (output / "issues" / SECOND).is_dir()
        assert_last_issue_intact(output, before)
        assert_mended(output)
    assert 0 < published < steps  # both sides of the rename were met


def killed_at(at: int, output: Path) -> NoReturn:
    """Die by SIGKILL in place of step `at`; the exit code 1 says that this did not happen."""

    def die() -> NoReturn:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    step_by_step(pytest.MonkeyPatch(), at, die)
    try:
        publish(output, SECOND)
    finally:
        os._exit(1)


def test_a_write_that_fails_halfway_leaves_the_last_issue_intact(tmp_path: Path) -> None:
    before = bytes_under(publish(tmp_path))

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    code = (
        "import sys; from pathlib import Path; from briefgen.archive import publish_issue;"
        f"publish_issue(Path(sys.argv[1]), {SECOND!r}, {{'a.pdf': b'x' * 5000}}, {{}})"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert run.returncode == 1
    assert "OutputError" in run.stderr
    assert leftovers(tmp_path) == []
    assert_last_issue_intact(tmp_path, before)
    assert_mended(tmp_path)


def test_where_links_are_impossible_a_note_leads_to_the_issue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    publish(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "symlink", refuse)
        publish(tmp_path, SECOND)
        assert (tmp_path / "latest.txt").read_bytes() == f"issues/{SECOND}\n".encode()
        assert not os.path.lexists(tmp_path / "latest")
        check_writable(tmp_path)
        assert (tmp_path / "latest.txt").exists()
    publish(tmp_path, "2023-03-15-003")
    assert (tmp_path / "latest").resolve().name == "2023-03-15-003"
    assert not (tmp_path / "latest.txt").exists()


# --- what a dead run left ---------------------------------------------------------------------


@pytest.fixture
def dead() -> int:
    """Return the number of a process that is dead."""
    run = subprocess.Popen([sys.executable, "-c", ""])
    run.wait()
    return run.pid


@pytest.fixture
def living() -> Iterator[int]:
    """Return the number of another process that lives."""
    run = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield run.pid
    run.communicate()


def test_what_dead_runs_left_is_removed_and_what_living_ones_write_is_not(
    tmp_path: Path, dead: int, living: int
) -> None:
    publish(tmp_path)
    for number in (dead, living, os.getpid()):
        (tmp_path / f".staging-{number}").mkdir()
        (tmp_path / f".staging-{number}" / "half.docx").write_bytes(b"ha")
        (tmp_path / f".latest-{number}").symlink_to("nowhere")
    (tmp_path / "the user's own.txt").write_text("x")
    check_writable(tmp_path)
    assert leftovers(tmp_path) == [f".latest-{living}", f".staging-{living}", "the user's own.txt"]


# --- output that cannot be written ------------------------------------------------------------


def test_output_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("x")
    with pytest.raises(OutputError, match=r"output.*cannot be written.*hint: "):
        check_writable(tmp_path / "output")


def test_output_on_a_read_only_file_system_is_named_before_any_work() -> None:
    with pytest.raises(OutputError, match=r"/proc/.*cannot be written.*hint: "):
        check_writable(Path("/proc/briefgen/output"))


def test_a_folder_in_the_place_of_the_pointer_is_named_before_any_work(tmp_path: Path) -> None:
    publish(tmp_path)
    (tmp_path / "latest").unlink()
    (tmp_path / "latest").mkdir()
    with pytest.raises(OutputError, match="latest is a folder"):
        publish(tmp_path, SECOND)
    assert [p.name for p in (tmp_path / "issues").iterdir()] == [FIRST]


def test_checking_leaves_nothing_behind(tmp_path: Path) -> None:
    check_writable(tmp_path / "output")
    assert [p.name for p in (tmp_path / "output").iterdir()] == ["issues"]
    assert list((tmp_path / "output/issues").iterdir()) == []


# --- reading ----------------------------------------------------------------------------------


def test_where_nothing_was_published_there_is_no_latest_issue(tmp_path: Path) -> None:
    assert latest_issue(tmp_path / "output") is None
    check_writable(tmp_path / "output")
    assert latest_issue(tmp_path / "output") is None


def test_the_latest_issue_comes_with_its_manifest(tmp_path: Path) -> None:
    publish(tmp_path)
    folder = publish(tmp_path, SECOND)
    found = latest_issue(tmp_path)
    assert found is not None
    assert found[0] == folder
    assert isinstance(found[1], Manifest)
    assert found[1]["fingerprint"] == "f1"
    assert found[1].get("no such key") is None
    assert [name for name, _ in found[1].files] == sorted(FILES)


def test_a_file_knows_its_issue_also_from_a_folder_of_it_and_through_latest(
    tmp_path: Path,
) -> None:
    folder = publish(tmp_path)
    for file in (folder / "民营经济.pdf", folder / "zh" / "R&D<5%.txt"):
        found = issue_of(file)
        assert found is not None
        assert found[0] == folder
    assert issue_of(tmp_path / "latest" / "民营经济.pdf") is not None
    assert issue_of(folder / "另一个.pdf") is None
    assert issue_of(tmp_path / "民营经济.pdf") is None


def test_the_number_and_not_the_day_tells_which_issue_is_newest(tmp_path: Path) -> None:
    for folder in ("2023-03-01-010", "2023-04-01-009"):
        publish(tmp_path, folder)
    found = latest_issue(tmp_path)
    assert found is not None
    assert found[0].name == "2023-03-01-010"


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "民营经济.pdf").unlink(),
        lambda folder: (folder / "manifest.json").unlink(),
        lambda folder: (folder / "manifest.json").write_text("[" * 100_000),
        lambda folder: (folder / "manifest.json").write_text('{"files": [1]}'),
        lambda folder: (folder / "manifest.json").write_bytes(b"\xff\xfe{"),
    ],
    ids=["a file gone", "no manifest", "deep manifest", "wrong manifest", "no text"],
)
def test_an_issue_that_lost_something_is_passed_over(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    publish(tmp_path)
    damage(publish(tmp_path, SECOND))
    assert not is_whole(tmp_path / "issues" / SECOND)
    found = latest_issue(tmp_path)
    assert found is not None
    assert found[0].name == FIRST


def test_an_altered_byte_is_found(tmp_path: Path) -> None:
    folder = publish(tmp_path)
    assert is_whole(folder)
    (folder / "民营经济.pdf").write_bytes(b"%PDF invente0")
    assert not is_whole(folder)


# --- numbers and names ------------------------------------------------------------------------


def test_the_number_goes_on_over_days(tmp_path: Path) -> None:
    assert next_folder(tmp_path / "output", date(2023, 3, 1)) == (FIRST, 1)
    publish(tmp_path / "output")
    assert next_folder(tmp_path / "output", date(2023, 3, 8)) == (SECOND, 2)
    publish(tmp_path / "output", "2022-01-01-1000")
    (tmp_path / "output/issues/2023-03-09-x").mkdir()
    (tmp_path / "output/issues/2023-03-09-5000").write_text("no folder")
    assert next_folder(tmp_path / "output", date(2023, 3, 8)) == ("2023-03-08-1001", 1001)


@pytest.mark.parametrize(
    "text", ["民营经济", "科技创新 R&D", "GDP", "a.b", "生态人文（二）", "清" * 40]
)
def test_a_name_that_is_safe_stays_as_it_is(text: str) -> None:
    assert safe_name(text) == text


HOSTILE = [
    "../../etc/x", "a/b", "ab", "a\\b", "CON", "con.txt", "NUL", "COM1", "LPT¹", "", " ", ".",
    "..", "...", ".hidden", "hidden", "a\x00b", "a\nb", "a\u202eb", "a\u200bb", "民营经济.",
    "民营经济 ", "民营经济", "清" * 86, "清" * 85 + "河", "清" * 41, "\ud800", "e\u0301",
    "\u00e9", "a:b", "a*b", "<b>", "ab-00000000", "\U000e0041", "a\u2028b", "~", "-rf",
]  # fmt: skip


def test_hostile_names_stay_inside_output_and_apart_from_each_other(tmp_path: Path) -> None:
    names = [safe_name(text) for text in HOSTILE]
    assert len(set(names)) == len(HOSTILE)
    for name in names:
        (tmp_path / f"{name}.docx").write_bytes(b"x")
    assert len(list(tmp_path.iterdir())) == len(HOSTILE)
    publish_issue(tmp_path / "output", FIRST, {f"{name}.pdf": b"x" for name in names}, {})
    assert len(list((tmp_path / "output/issues" / FIRST).iterdir())) == len(HOSTILE) + 1


def test_a_reserved_name_of_windows_is_none_any_more() -> None:
    for text in ("CON", "con.txt", "AUX", "COM1.tar.gz", "LPT²"):
        assert safe_name(text).startswith("_")


@given(st.text())
def test_every_name_is_short_visible_and_one_part_of_a_path(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name.encode()) <= 120
    assert name.isprintable()
    assert not set(name) & set('/\\<>:"|?*')
    assert not name.startswith((".", " "))
    assert not name.endswith((".", " "))
    assert Path(name).name == name


@given(st.text(min_size=1, max_size=60))
def test_a_changed_name_stays_apart_from_the_text_that_it_looks_like(text: str) -> None:
    name = safe_name(text)
    if name != text:
        assert safe_name(name) != name
