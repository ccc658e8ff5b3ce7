"""Days written as 2026-11-22: which exist, and which comes next. No clock, and no module of Python that has one."""

from __future__ import annotations

import re

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_YEAR = 9998  # so that every day has a next one of four digits


def exists(day: str) -> bool:
    """Whether ``day`` is written as YYYY-MM-DD and stands in the Gregorian calendar (years 1 to 9998)."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        return False
    year, month, number = _parts(day)
    return 1 <= year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= number <= _length(year, month)


def next_day(day: str) -> str:
    """The day after ``day``, which must exist."""
    year, month, number = _parts(day)
    number += 1
    if number > _length(year, month):
        month, number = month + 1, 1
    if month > 12:
        year, month = year + 1, 1
    return f"{year:04}-{month:02}-{number:02}"


def _parts(day: str) -> tuple[int, int, int]:
    return int(day[:4]), int(day[5:7]), int(day[8:])


def _length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + (leap and month == 2)
