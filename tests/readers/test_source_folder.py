"""Which entries of a seeds folder are sources, and what is refused."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from briefgen.errors import DataError
from briefgen.readers import list_sources, read_source, unread_files


def _article(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("清河区新增企业30家。", encoding="utf-8")
    return path


def test_sources_are_texts_and_markdown_in_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "C.TXT"):
        _article(tmp_path, name)
    assert [path.name for path in list_sources(tmp_path)] == ["C.TXT", "a.txt", "b.md"]


@pytest.mark.parametrize(
    "name", ["README.md", "README", ".hidden.txt", "~$a.txt", ".~lock.a.txt#", "sources.toml"]
)
def test_what_only_accompanies_the_articles_is_no_source_and_no_notice(
    tmp_path: Path, name: str
) -> None:
    _article(tmp_path, "a.txt")
    _article(tmp_path, name)
    assert [path.name for path in list_sources(tmp_path)] == ["a.txt"]
    assert unread_files(tmp_path) == ()


def test_a_file_that_no_reader_reads_is_named_in_a_notice(tmp_path: Path) -> None:
    _article(tmp_path, "a.txt")
    _article(tmp_path, "b.wps")
    (tmp_path / "old").mkdir()
    notices = unread_files(tmp_path)
    assert [Path(notice.path or "").name for notice in notices] == ["b.wps", "old"]
    assert ".wps" in notices[0].message
    assert notices[1].message == "this folder is not read"


def test_a_missing_folder_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none: this folder does not exist; hint: put articles"):
        list_sources(tmp_path / "none")


def test_a_folder_without_a_source_is_refused(tmp_path: Path) -> None:
    _article(tmp_path, "b.wps")
    with pytest.raises(DataError, match="no source in this folder; hint:"):
        list_sources(tmp_path)


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    outside = _article(tmp_path, "outside.txt")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").symlink_to(outside)
    with pytest.raises(DataError, match=r"a\.txt.*symbolic link"):
        list_sources(seeds)
    with pytest.raises(DataError, match="symbolic link"):
        read_source(seeds / "a.txt", None)


def test_a_loop_of_folders_is_refused_without_walking_it(tmp_path: Path) -> None:
    _article(tmp_path, "a.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(DataError, match=r"again.*symbolic link"):
        list_sources(tmp_path)


def test_a_pipe_is_refused_and_nothing_waits_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    with pytest.raises(DataError, match="pipe"):
        list_sources(tmp_path)
    with pytest.raises(DataError, match="pipe"):
        read_source(pipe, None)


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.txt")
        with pytest.raises(DataError, match="socket"):
            list_sources(tmp_path)


def test_a_folder_named_like_an_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(DataError, match=r"a\.txt.*folder.*hint: copy"):
        list_sources(tmp_path)


def test_a_line_break_in_a_file_name_stays_one_line_of_the_message(tmp_path: Path) -> None:
    path = _article(tmp_path, "a\r\n2026 ERROR.txt")
    path.write_bytes(b"")
    with pytest.raises(DataError) as caught:
        read_source(path, None)
    assert "\n" not in str(caught.value)
    assert "\\r\\n2026 ERROR" in str(caught.value)
