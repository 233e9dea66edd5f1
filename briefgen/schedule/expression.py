"""Cron expressions: what is allowed in them, and when they come round.

Input: five fields or an `@` word. Output: a checked expression, its next runs, and a warning where
daylight saving skips or doubles one. The rules are those of crontab(5) as Vixie cron keeps them; it
does not know `~`, `L`, `W` or `#` of other crons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import product

from briefgen.errors import ConfigError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_WORDS = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
_REBOOT = "@reboot"
_PART = re.compile(r"(?P<range>\*|(?P<low>[a-z0-9]+)(?:-(?P<high>[a-z0-9]+))?)(?:/(?P<step>\d+))?")
_YEARS_AHEAD = 9  # 29 February comes round after 8 years where a century is no leap year


@dataclass(frozen=True, slots=True)
class _Field:
    """One of the five: its name, its bounds, and the names of its values (of the first upwards)."""

    name: str
    low: int
    high: int
    names: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """Return what a user may write here."""
        names = f" or {self.names[0]}–{self.names[-1]}" if self.names else ""
        return f"{self.name} is {self.low}–{self.high}{names}, as *, 5, 1-5, 1,3,5, */2 or 1-9/2"


_FIELDS = (
    _Field("minute", 0, 59),
    _Field("hour", 0, 23),
    _Field("day of month", 1, 31),
    _Field("month", 1, 12, _MONTHS),
    _Field("day of week", 0, 7, _DAYS),
)
_FORM = "five fields: minute hour day-of-month month day-of-week, such as 0 7 * * 1, or @weekly"


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked expression: as written, and the values of each field (Sunday is 0).

    `at_boot` has no fields. `both_days` is set where day of month and day of week must both hold;
    where neither of them starts with `*`, cron takes either.
    """

    text: str
    minutes: frozenset[int] = frozenset()
    hours: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    both_days: bool = True
    at_boot: bool = False

    def holds_on(self, day: datetime) -> bool:
        """Return whether the expression comes round on the day of `day`."""
        in_month = day.day in self.days
        in_week = day.isoweekday() % 7 in self.weekdays
        fits = in_month and in_week if self.both_days else in_month or in_week
        return fits and day.month in self.months


def parse_expression(text: str) -> Expression:
    """Return the checked expression, its blanks made single.

    Raises ConfigError that names the field, its value and what is allowed there.
    """
    fields = text.split()
    if "\n" in text or "\r" in text or not text.isascii():
        raise ConfigError(f"cron expression {text!r} is no line of plain ASCII", hint=_FORM)
    if len(fields) == 1 and fields[0].startswith("@"):
        return _parse_word(fields[0])
    if len(fields) != len(_FIELDS):
        raise ConfigError(f"cron expression {text!r} has {len(fields)} fields, not 5", hint=_FORM)
    pairs = zip(_FIELDS, fields, strict=True)
    minutes, hours, days, months, weekdays = (_values(f, value, text) for f, value in pairs)
    parsed = Expression(
        " ".join(fields),
        minutes,
        hours,
        days,
        months,
        frozenset(day % 7 for day in weekdays),
        # crontab(5): "if both fields are restricted (ie, don't start with *)" either will do
        both_days=fields[2].startswith("*") or fields[4].startswith("*"),
    )
    if not next_runs(parsed, datetime(2000, 1, 1, tzinfo=UTC), 1):
        raise ConfigError(
            f"cron expression {text!r} never comes round",
            hint=f"no month of {fields[3]} has a day {fields[2]}",
        )
    return parsed


def _parse_word(word: str) -> Expression:
    if word.lower() == _REBOOT:
        return Expression(_REBOOT, at_boot=True)
    if word.lower() not in _WORDS:
        allowed = ", ".join([*_WORDS, _REBOOT])
        raise ConfigError(f"cron expression {word!r} is unknown", hint=f"allowed: {allowed}")
    meant = parse_expression(_WORDS[word.lower()])
    return Expression(
        word.lower(), meant.minutes, meant.hours, meant.days, meant.months, meant.weekdays
    )


def _values(field: _Field, value: str, text: str) -> frozenset[int]:
    found: set[int] = set()
    for part in value.lower().split(","):
        match = _PART.fullmatch(part)
        chosen = None if match is None else _range(field, match)
        if chosen is None:
            raise ConfigError(
                f"cron expression {text!r}: {field.name} = {value!r} is not allowed",
                hint=field.allowed,
            )
        found.update(chosen)
    return frozenset(found)


def _range(field: _Field, match: re.Match[str]) -> range | None:
    """Return the values of one part of a list, or None where it is not allowed."""
    low, high, step = match["low"], match["high"], match["step"]
    if match["range"] == "*":
        first, last = field.low, field.high
    else:
        numbers = _number(field, low), _number(field, high or low)
        if numbers[0] is None or numbers[1] is None:
            return None
        first, last = numbers[0], numbers[1]
        if step is not None and high is None:
            return None  # 5/15: some crons read 5-59/15, others refuse it
    every = 1 if step is None else int(step)
    if first > last or not 1 <= every <= field.high:
        return None
    return range(first, last + 1, every)


def _number(field: _Field, text: str) -> int | None:
    if text in field.names:
        return field.names.index(text) + field.low
    number = int(text) if text.isdecimal() and len(text) < 3 else -1
    return number if field.low <= number <= field.high else None


# --- when it comes round ----------------------------------------------------------------------


def next_runs(expression: Expression, after: datetime, count: int = 3) -> tuple[datetime, ...]:
    """Return the next runs after an aware time, in its zone; none for `@reboot`.

    A time that daylight saving leaves out is passed over.
    """
    zone = after.tzinfo
    if zone is None:
        raise ValueError("a time needs its zone")
    if expression.at_boot:
        return ()
    found: list[datetime] = []
    times = list(product(sorted(expression.hours), sorted(expression.minutes)))
    day = after.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    for _ in range(_YEARS_AHEAD * 366):
        if expression.holds_on(day):
            runs = (day.replace(hour=h, minute=m, tzinfo=zone) for h, m in times)
            found += [run for run in runs if _exists(run) and run > after]
        if len(found) >= count:
            break
        day += timedelta(days=1)
    return tuple(found[:count])


def _exists(run: datetime) -> bool:
    """Return whether clocks show this time at all: 02:30 is left out where summer begins."""
    return run.astimezone(UTC).astimezone(run.tzinfo).replace(fold=0) == run.replace(fold=0)


def twice_or_never(expression: Expression, zone: tzinfo, year: int) -> str | None:
    """Return a warning where a run lies between 01:00 and 03:00 and the zone changes its clocks."""
    if expression.at_boot or not expression.hours & {1, 2}:
        return None
    offsets = {datetime(year, month, 1, tzinfo=zone).utcoffset() for month in range(1, 13)}
    if isinstance(zone, timezone) or len(offsets) == 1:
        return None
    return (
        f"{expression.text}: between 01:00 and 03:00 clocks in {zone} are put forward and back, "
        "so that a run may be left out or come twice; choose another hour"
    )
