"""What a record holds for one question, made safe: known answers, plain text within its length, dates that exist.

Every text and every key that comes out of here was expected. What was left out or changed is counted under a word
for programs, so that the page can tell the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tools.checklist import ANSWERS
from tools.record_days import exists

FIELDS = ("answer", "note", "owner", "due")
#: The most characters that a text may have.
LONGEST = {"note": 2000, "owner": 100}

Items = dict[str, dict[str, str]]
#: How often something was left out or changed: dropped_items, dropped_fields, bad_dates, too_long.
Counts = dict[str, int]


def clean_items(given: Any, known: Iterable[str], counts: Counts) -> Items:
    """The items of ``given`` that the checklist knows, in the order of ``known``, each with its sound fields only.

    ``given``: anything; ``known``: the ids of the questions in the order of the page; ``counts`` is added to.
    A question of which nothing is left does not come back. Never raises; cleaning twice changes nothing more.
    """
    if not isinstance(given, dict):
        return {}
    expected = [name for name in known if name in given]
    add(counts, "dropped_items", len(given) - len(expected))
    found = {name: _fields(given[name], counts) for name in expected}
    return {name: fields for name, fields in found.items() if fields}


def clean_day(value: Any, counts: Counts) -> str | None:
    """``value`` if it is a date that exists, else None."""
    if isinstance(value, str) and exists(value):
        return value
    if not is_empty(value):
        add(counts, "bad_dates" if isinstance(value, str) else "dropped_fields")
    return None


def plain(text: str) -> str:
    """``text`` without control characters and halves of characters, every line end a newline, no space around it."""
    text = re.sub(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    text = re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", text)
    return re.sub(r"[\ud800-\udfff]", "\ufffd", text).strip()


def word(texts: Any, *path: str) -> str:
    """The text of the page at ``path`` in nested mappings; the last id of ``path`` where the page gives none."""
    found = texts
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return plain(found if isinstance(found, str) else path[-1])


def add(counts: Counts, code: str, times: int = 1) -> None:
    """Count ``code``; nothing is noted for no times."""
    if times:
        counts[code] = counts.get(code, 0) + times


def is_empty(value: Any) -> bool:
    """Whether a field holds nothing, which is no mistake."""
    return value is None or value == ""


def _fields(given: Any, counts: Counts) -> dict[str, str]:
    if not isinstance(given, dict):
        add(counts, "dropped_fields")
        return {}
    add(counts, "dropped_fields", sum(name not in FIELDS for name in given))
    found = {name: _field(name, given.get(name), counts) for name in FIELDS}
    return {name: value for name, value in found.items() if value}


def _field(name: str, value: Any, counts: Counts) -> str | None:
    if name == "due":
        return clean_day(value, counts)
    if not isinstance(value, str) or (name == "answer" and value not in ANSWERS):
        add(counts, "dropped_fields", not is_empty(value))
        return None
    if name == "answer":
        return value
    text = plain(value)
    if name == "owner":
        text = " ".join(text.split())
    if len(text) > LONGEST[name]:
        add(counts, "too_long")
        text = text[: LONGEST[name]].rstrip()
    return text
