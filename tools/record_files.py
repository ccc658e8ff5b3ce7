"""Writes a record as a file for the reader: JSON that reads back, CSV for a spreadsheet, dates for a calendar."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tools.answers import BadAnswers, parts
from tools.record_calendar import calendar
from tools.record_fields import word
from tools.records import make

BOM = "\ufeff"  # tells a spreadsheet that the text is UTF-8, without which Arabic comes out as noise
COLUMNS = ("number", "theme", "question", "answer", "note", "owner", "due")
#: A spreadsheet may run a cell that begins so; the last four are what East Asian keyboards write.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001 - these very characters


def write(definition: Any, answers: Any) -> dict[str, Any]:
    """Make one file.

    ``definition``: ``{"id", "hash", "items": {id: {"theme"}}}``. ``answers``: ``{"items": {id: {"answer", "note",
    "owner", "due"}}, "made_on": "2026-11-22", "kind": json | csv | ics, "texts": {...}}``; ``texts`` holds the words
    of the page: ``columns`` (COLUMNS), ``answers``, ``open``, ``themes``, ``asks``, ``actions``, ``calendar``. A word
    that is not given is replaced by its id. Result: ``{"text", "type", "ending", "count"}``; ``count`` is how many
    questions the file tells about, so 0 is a calendar without dates. Raises BadDefinition and BadAnswers.
    """
    asked = parts(answers)
    kind = asked.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise BadAnswers(f"kind is not one of {', '.join(KINDS)}")
    mime, maker = KINDS[kind]
    record = make(definition, asked.get("items"), asked.get("made_on"), {})
    text, count = maker(definition, record, asked.get("texts"))
    return {"text": text, "type": f"{mime}; charset=utf-8", "ending": kind, "count": count}


def _json(_definition: Any, record: dict[str, Any], _texts: Any) -> tuple[str, int]:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n", len(record["items"])


def _csv(definition: Any, record: dict[str, Any], texts: Any) -> tuple[str, int]:
    """RFC 4180: a header and one row per question, in the order of the page, filled in or not.

    ``texts["separator"]`` may be ``;``, which a spreadsheet set to Dutch expects; else it is a comma.
    """
    separator = ";" if word(texts, "separator") == ";" else ","
    rows = [[word(texts, "columns", name) for name in COLUMNS]]
    for number, (name, item) in enumerate(definition["items"].items(), 1):
        fields = record["items"].get(name, {})
        theme = item.get("theme") if isinstance(item, dict) else None
        answer = fields.get("answer")
        rows.append(
            [
                str(number),
                word(texts, "themes", theme) if isinstance(theme, str) else "",
                word(texts, "asks", name),
                word(texts, "answers", answer) if answer else word(texts, "open"),
                *(fields.get(field, "") for field in ("note", "owner", "due")),
            ]
        )
    lines = [separator.join(map(_cell, row)) + "\r\n" for row in rows]
    return BOM + "".join(lines), len(rows) - 1


def _cell(text: str) -> str:
    if text.startswith(FORMULA):
        text = f"'{text}"
    if any(mark in text for mark in '",;\t\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


KINDS: dict[str, tuple[str, Callable[[Any, dict[str, Any], Any], tuple[str, int]]]] = {
    "json": ("application/json", _json),
    "csv": ("text/csv", _csv),
    "ics": ("text/calendar", calendar),
}
