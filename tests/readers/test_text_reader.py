"""Bytes to text: encodings, limits, and what is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefgen.config import SourceSettings
from briefgen.errors import DataError
from briefgen.readers import read_source, text

ARTICLE = "清河区科技型企业达1600家，\r\n同比增长12.5%。\n龘𠮷〇"


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "a.txt"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_usual_encoding_gives_the_same_text_with_its_line_breaks(
    tmp_path: Path, encoding: str
) -> None:
    assert read_source(_file(tmp_path, ARTICLE.encode(encoding)), None).raw == ARTICLE


def test_big_endian_utf_16_is_read_by_its_mark(tmp_path: Path) -> None:
    content = b"\xfe\xff" + ARTICLE.encode("utf-16-be")
    assert read_source(_file(tmp_path, content), None).raw == ARTICLE


def test_plain_gbk_is_read(tmp_path: Path) -> None:
    content = "清河区新增市场主体2.5万户。".encode("gbk")
    assert read_source(_file(tmp_path, content), None).raw == "清河区新增市场主体2.5万户。"


def test_the_checksum_is_of_the_bytes_and_the_settings_travel_along(tmp_path: Path) -> None:
    content = ARTICLE.encode("utf-16")
    known = SourceSettings(
        file="a.txt",
        title="清河新篇",
        publisher="清河日报",
        place="清河区",
        published="2023-01",
        estimated=True,
    )
    source = read_source(_file(tmp_path, content), known)
    assert source.sha256 == hashlib.sha256(content).hexdigest()
    assert (source.name, source.title, source.publisher) == ("a.txt", "清河新篇", "清河日报")
    assert (source.place, source.published, source.estimated) == ("清河区", "2023-01", True)


def test_without_settings_nothing_is_invented(tmp_path: Path) -> None:
    source = read_source(_file(tmp_path, ARTICLE.encode()), None)
    assert (source.title, source.publisher, source.published) == (None, None, None)
    assert source.estimated is False


def test_a_damaged_byte_in_utf_8_is_named_and_not_taken_for_gbk(tmp_path: Path) -> None:
    content = "清河区新增企业".encode() + b"\xff" + "三十家。".encode()
    with pytest.raises(DataError, match=r"a\.txt: byte 21 \(0xff\) is no UTF-8; hint: save"):
        read_source(_file(tmp_path, content), None)


def test_the_byte_of_the_damage_counts_the_byte_order_mark(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="byte 6 "):
        read_source(_file(tmp_path, b"\xef\xbb\xbf\xe6\xb8\x85\xff"), None)
    with pytest.raises(DataError, match=r"byte 4 .* is no UTF-16-LE"):
        read_source(_file(tmp_path, b"\xff\xfe\x05\x6e\x00"), None)


@pytest.mark.parametrize("order", [("utf-8", "gbk"), ("gbk", "utf-8")])
def test_two_encodings_in_one_file_are_refused(tmp_path: Path, order: tuple[str, str]) -> None:
    content = b"\n".join("清河区新增市场主体两万户。".encode(encoding) for encoding in order)
    with pytest.raises(DataError, match=r"byte \d+ "):
        read_source(_file(tmp_path, content), None)


def test_half_a_pair_in_utf_8_is_refused_as_no_utf_8(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="byte "):
        read_source(_file(tmp_path, "清河区新增企业".encode() + b"\xed\xa0\x80"), None)


def test_half_a_pair_in_utf_16_is_replaced_in_place_and_told(tmp_path: Path) -> None:
    content = "清河\ud800区𠮷".encode("utf-16", "surrogatepass")
    source = read_source(_file(tmp_path, content), None)
    assert source.raw == "清河\ufffd区𠮷"
    (notice,) = source.notices
    assert notice.span == (2, 3)
    assert notice.message.startswith("lone surrogates replaced: 1")


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"  \r\n\n", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(DataError, match="this file is empty"):
        read_source(_file(tmp_path, content), None)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"PK\x03\x04" + b"\x00" * 40, "zip archive or an Office file"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x00" * 1000, "a binary file"),
        ("abc def ghi".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, content: bytes, what: str) -> None:
    with pytest.raises(DataError, match=what) as caught:
        read_source(_file(tmp_path, content), None)
    assert caught.value.hint


def test_a_stray_control_character_does_not_make_a_text_binary(tmp_path: Path) -> None:
    raw = "清河区\x00新增\x1b企业\x0b30家\x0c。"
    assert read_source(_file(tmp_path, raw.encode()), None).raw == raw


def test_a_file_that_is_too_large_is_refused_after_a_bounded_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    with pytest.raises(DataError, match="larger than 64 MB"):
        read_source(path, None)


def test_a_text_of_too_many_lines_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "MAX_LINES", 10)
    with pytest.raises(DataError, match="more than 10 lines"):
        read_source(_file(tmp_path, "一\n".encode() * 11), None)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.txt: cannot be read: No such file"):
        read_source(tmp_path / "none.txt", None)
