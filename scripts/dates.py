"""Dates as a reader of a language writes them; the words come from the strings of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping


def day(date: str, ui: Mapping[str, str]) -> str:
    """``2026-11-22`` → ``22 november 2026``, by the strings ``months`` (twelve, with commas) and ``date`` of ``ui``."""
    when = dt.date.fromisoformat(date)
    month = ui["months"].split(",")[when.month - 1].strip()
    parts = {"day": when.day, "month": month, "year": when.year}
    return ui["date"].format(**parts)
