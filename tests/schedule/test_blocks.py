"""Our block goes into a crontab and out of it again without touching another byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import ConfigError, DataError
from briefgen.schedule.blocks import Job, find_blocks, insert_block, remove_block

JOB = Job("foo", "0 7 * * 1", "true")
SUPER = Job("foo_super", "@daily", "false")
BLOCK = b"# BEGIN briefgen:foo\n0 7 * * 1 true\n# END briefgen:foo\n"

CRONTABS = [
    b"",
    b"\n",
    b"0 1 * * * backup\n",
    b"0 1 * * * backup",  # no line break at the end
    b"CRON_TZ=UTC\r\n# a comment\r\n0 1 * * * backup\r\n",
    b"0 1 * * * backup\r",
    b"this is no crontab at all \xff\xfe\x00 \xe6\xb8\n* *\n",
    "# 清河区的任务\n\n\n0 1 * * * backup % in % put\n".encode(),
    b"# BEGIN other:foo\n# END other\n#BEGIN briefgen:foo\n  # END briefgen:foo\n",
    b"\x0b\x0c\x1c\x85\n",
]


@pytest.mark.parametrize("text", CRONTABS)
def test_taking_out_gives_back_the_original_bytes(text: bytes) -> None:
    put_in = insert_block(text, JOB)
    assert put_in.startswith(text)
    assert put_in.endswith(b"0 7 * * 1 true\n# END briefgen:foo\n")
    assert remove_block(put_in, "foo") == text


@pytest.mark.parametrize("text", CRONTABS)
def test_the_same_job_again_changes_nothing(text: bytes) -> None:
    once = insert_block(text, JOB)
    assert insert_block(once, JOB) == once


@pytest.mark.parametrize("text", CRONTABS)
@pytest.mark.parametrize("first_out", ["foo", "foo_super"])
def test_two_jobs_come_out_in_any_order(text: bytes, first_out: str) -> None:
    both = insert_block(insert_block(text, JOB), SUPER)
    second_out = {"foo": "foo_super", "foo_super": "foo"}[first_out]
    one = remove_block(both, first_out)
    assert [block.id for block in find_blocks(one)] == [second_out]
    assert remove_block(one, second_out) == text


@given(
    text=st.binary(max_size=60).filter(lambda t: b"briefgen" not in t),
    later=st.binary(max_size=20).filter(lambda t: b"briefgen" not in t),
)
def test_any_bytes_before_and_after_stay(text: bytes, later: bytes) -> None:
    put_in = insert_block(text, JOB)
    assert remove_block(put_in, "foo") == text
    if later and text.endswith(b"\n"):
        assert remove_block(put_in + later, "foo") == text + later
        assert insert_block(put_in + later, JOB) == put_in + later


def test_what_a_user_appends_later_is_not_glued_to_what_stood_before() -> None:
    put_in = insert_block(b"0 1 * * * backup", JOB)
    assert remove_block(put_in + b"0 2 * * * more\n", "foo") == (
        b"0 1 * * * backup\n0 2 * * * more\n"
    )


def test_the_block_looks_as_it_should() -> None:
    assert insert_block(b"", JOB) == BLOCK


def test_another_expression_takes_the_old_ones_place() -> None:
    around = b"0 1 * * * a\n", b"0 2 * * * b"
    text = around[0] + BLOCK + around[1]
    changed = insert_block(text, Job("foo", "@daily", "true"))
    assert changed == text.replace(b"0 7 * * 1", b"@daily")
    assert remove_block(changed, "foo") == b"".join(around)


def test_a_rewritten_block_is_written_anew() -> None:
    text = b"# BEGIN briefgen:foo\n# 0 7 * * 1 true\n\n# END briefgen:foo\n"
    assert [block.job for block in find_blocks(text)] == [None]
    assert insert_block(text, JOB) == BLOCK


def test_ids_are_matched_exactly() -> None:
    text = insert_block(b"", SUPER)
    assert remove_block(text, "foo") == text
    assert remove_block(text, "foo_supe") == text
    assert remove_block(text, "FOO_SUPER") == text
    assert [b.id for b in find_blocks(insert_block(text, JOB))] == ["foo_super", "foo"]


def test_a_block_that_an_editor_gave_other_line_ends_is_still_ours() -> None:
    crlf = b"a\r\n" + BLOCK.replace(b"\n", b"\r\n") + b"b\r\n"
    assert find_blocks(crlf)[0].job == JOB
    assert insert_block(crlf, JOB) == crlf
    assert remove_block(crlf, "foo") == b"a\r\nb\r\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"# BEGIN briefgen:foo\n0 7 * * 1 true\n", r"block foo has no end \(line 1\)"),
        (b"x\n# END briefgen:foo\n", r"end of block foo has no beginning \(line 2\)"),
        (BLOCK + BLOCK, r"block foo is there twice \(line 4\)"),
        (b"# BEGIN briefgen:foo\n" + BLOCK, r"block foo has no end \(line 1\)"),
        (BLOCK.replace(b"END briefgen:foo", b"END briefgen:bar"), "end of block bar"),
        (b"# BEGIN briefgen:\xff\xfe\n", "has no end"),
    ],
)
def test_markers_without_a_mate_and_doubles_are_refused(text: bytes, said: str) -> None:
    for act in (find_blocks, lambda t: insert_block(t, JOB), lambda t: remove_block(t, "bar")):
        with pytest.raises(DataError, match=said + r".*hint: mend"):
            act(text)


def test_a_percent_sign_is_escaped_in_the_crontab_and_read_back_bare() -> None:
    job = Job("foo", "@daily", "date +%F")
    text = insert_block(b"", job)
    assert b"@daily date +\\%F\n" in text
    assert find_blocks(text)[0].job == job
    assert insert_block(text, job) == text


@pytest.mark.parametrize(
    ("job", "said"),
    [
        (("foo", "@daily", "true\nrm -rf /"), "no line of printable ASCII"),
        (("foo", "@daily", "true\r"), "no line of printable ASCII"),
        (("foo", "@daily", "echo 清河"), "no line of printable ASCII"),
        (("foo", "@daily", " "), "no line of printable ASCII"),
        (("foo", "@daily", "x" * 1000), "bytes long"),
        (("a b", "@daily", "true"), "job id 'a b'"),
        (("", "@daily", "true"), "job id ''"),
        (("清河", "@daily", "true"), "job id"),
        (("foo\n", "@daily", "true"), "job id"),
        (("foo", "61 * * * *", "true"), "minute"),
    ],
)
def test_a_job_that_no_crontab_can_hold_is_refused(job: tuple[str, str, str], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        Job(*job)


def test_blanks_in_an_expression_are_made_single(tmp_path: Path) -> None:
    del tmp_path
    assert Job("foo", " 0  7 *\t* 1 ", "true").line == "0 7 * * 1 true"
