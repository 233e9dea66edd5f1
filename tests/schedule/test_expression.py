"""Cron expressions are checked field by field, and come round when cron says."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from briefgen.errors import ConfigError
from briefgen.schedule.expression import next_runs, parse_expression, twice_or_never

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")


def runs(text: str, after: datetime, count: int = 3) -> list[str]:
    """Return the next runs as they are printed."""
    return [f"{run:%Y-%m-%d %H:%M}" for run in next_runs(parse_expression(text), after, count)]


@pytest.mark.parametrize(
    "text",
    [
        "0 7 * * 1", "*/15 * * * *", "0 7,19 * * mon-fri", "5 4 1-7/2 JAN,Jul SUN", "0 0 29 2 *",
        "59 23 31 12 7", "@weekly", "@daily", "@hourly", "@monthly", "@yearly", "@reboot",
        "@WEEKLY", "0-30/10 8-18 * * *",
    ],
)  # fmt: skip
def test_what_cron_takes_is_taken(text: str) -> None:
    assert parse_expression(text).text.lower() == text.lower()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("60 7 * * 1", r"minute = '60' .*hint: minute is 0–59"),
        ("0 24 * * 1", r"hour = '24' .*hint: hour is 0–23"),
        ("0 7 0 * *", r"day of month = '0' .*1–31"),
        ("0 7 * 13 *", r"month = '13' .*1–12 or jan–dec"),
        ("0 7 * * 8", r"day of week = '8' .*0–7 or sun–sat"),
        ("0 7 * * monday", "day of week = 'monday'"),
        ("0 7 * mon *", "month = 'mon'"),
        ("5-1 * * * *", "minute = '5-1'"),
        ("*/0 * * * *", "minute = '\\*/0'"),
        ("5/15 * * * *", "minute = '5/15'"),
        ("1,,2 * * * *", "minute = '1,,2'"),
        ("~ * * * *", "minute = '~'"),
        ("-1 * * * *", "minute = '-1'"),
        ("1.5 * * * *", "minute = '1.5'"),
        ("0000 * * * *", "minute = '0000'"),
        ("* * * *", "has 4 fields, not 5"),
        ("* * * * * *", "has 6 fields"),
        ("", "has 0 fields"),
        ("@fortnightly", "unknown; hint: allowed: @hourly"),
        ("0 7 * * 1\n* * * * * rm", "no line of plain ASCII"),
        ("０ 7 * * 1", "no line of plain ASCII"),
        ("0 0 31 feb,apr *", r"never comes round; hint: no month of feb,apr has a day 31"),
    ],
)
def test_what_is_wrong_is_named_with_what_is_allowed(text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said) as caught:
        parse_expression(text)
    assert "\n" not in str(caught.value)


def test_next_runs_are_in_the_zone_that_was_asked() -> None:
    after = datetime(2023, 3, 1, 7, 0, tzinfo=SHANGHAI)  # a Wednesday
    assert runs("0 7 * * 1", after) == ["2023-03-06 07:00", "2023-03-13 07:00", "2023-03-20 07:00"]
    (run,) = next_runs(parse_expression("0 7 * * *"), after, 1)
    assert run.isoformat() == "2023-03-02T07:00:00+08:00"


def test_a_run_of_this_very_minute_is_not_next() -> None:
    after = datetime(2023, 3, 6, 7, 0, tzinfo=UTC)
    assert runs("0 7 * * mon", after, 1) == ["2023-03-13 07:00"]
    assert runs("*/30 7 6 3 *", after, 2) == ["2023-03-06 07:30", "2024-03-06 07:00"]


def test_two_restricted_days_are_alternatives_and_a_star_is_not() -> None:
    after = datetime(2023, 3, 1, tzinfo=UTC)
    assert runs("0 0 13 * fri", after, 4) == [
        "2023-03-03 00:00",
        "2023-03-10 00:00",
        "2023-03-13 00:00",
        "2023-03-17 00:00",
    ]
    assert runs("0 0 */2 * fri", after, 2) == ["2023-03-03 00:00", "2023-03-17 00:00"]


def test_sunday_is_nought_and_seven() -> None:
    after = datetime(2023, 3, 1, tzinfo=UTC)
    assert runs("0 0 * * 0", after) == runs("0 0 * * 7", after) == runs("@weekly", after)
    assert runs("0 0 * * 5-7", after) == [
        "2023-03-03 00:00",
        "2023-03-04 00:00",
        "2023-03-05 00:00",
    ]


def test_the_29th_of_february_comes_round_even_over_a_century() -> None:
    assert runs("0 0 29 2 *", datetime(2096, 3, 1, tzinfo=UTC), 1) == ["2104-02-29 00:00"]


def test_at_boot_has_no_next_run() -> None:
    assert next_runs(parse_expression("@reboot"), datetime(2023, 3, 1, tzinfo=UTC)) == ()


def test_an_hour_that_summer_time_leaves_out_is_passed_over() -> None:
    after = datetime(2023, 3, 25, 12, tzinfo=BERLIN)
    assert runs("30 2 * * *", after, 2) == ["2023-03-27 02:30", "2023-03-28 02:30"]


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        next_runs(parse_expression("@daily"), datetime(2023, 3, 1))  # noqa: DTZ001


def test_hours_that_clocks_change_in_are_warned_of_only_where_they_change() -> None:
    night, morning = parse_expression("30 2 * * *"), parse_expression("0 7 * * *")
    assert "Europe/Berlin" in (twice_or_never(night, BERLIN, 2023) or "")
    assert twice_or_never(morning, BERLIN, 2023) is None
    assert twice_or_never(night, SHANGHAI, 2023) is None
    assert twice_or_never(night, UTC, 2023) is None
