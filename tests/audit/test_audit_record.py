"""What a brief may print outlives the run: written down and read again, it judges the same."""

from __future__ import annotations

import json

import pytest
from small_files import docx_of, lines_of, pdf_of, small_brief

from briefgen.audit.account import account, account_for, trace, trace_numbers
from briefgen.audit.expected import expect
from briefgen.audit.record import from_record, to_record

BRIEF = small_brief()
LINES = lines_of(BRIEF)


def test_a_record_comes_back_from_json_as_it_was() -> None:
    expected = expect(BRIEF, ["电话：0000-12345678"])
    assert from_record(json.loads(json.dumps(to_record(expected)))) == expected


def test_a_record_is_the_same_every_time() -> None:
    assert json.dumps(to_record(expect(BRIEF))) == json.dumps(to_record(expect(BRIEF)))


def test_a_recorded_brief_judges_like_the_brief() -> None:
    recorded = from_record(json.loads(json.dumps(to_record(expect(BRIEF)))))
    lines = [*LINES, "清河区另有93家企业。"]
    files = docx_of(lines), pdf_of(lines)
    assert account(recorded, *files) == account_for(BRIEF, *files) != ()
    assert trace(recorded, *files) == trace_numbers(BRIEF, *files)


@pytest.mark.parametrize("record", [{}, {"phrases": [{}]}])
def test_what_is_no_record_is_an_error(record: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_record(record)
