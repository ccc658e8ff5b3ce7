"""Dates as a reader of a language writes them."""

from __future__ import annotations

import datetime

#: Month names by language; a language without them gets the ISO date, which everyone can read.
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


def day(date: str, language: str) -> str:
    """``2026-11-22`` → ``22 november 2026`` in ``language``."""
    when = datetime.date.fromisoformat(date)
    months = MONTHS.get(language)
    return f"{when.day} {months[when.month - 1]} {when.year}" if months else date
