"""A trainer's own session for a group: written to a file and read back, of which only what was expected is kept."""

from __future__ import annotations

import json
import re
from typing import Any

from tools import file_text
from tools.answers import parts, text_of
from tools.definitions import mapping
from tools.file_text import Fault, Migrations, of_today, parsed
from tools.record_fields import Counts, add, clean_day, is_empty, plain

FORMAT = "kennisbank-sessie"
#: The version of the schema that is written. Raise it together with a migration, and with a sample beside the tests.
VERSION = 1
MIGRATIONS: Migrations = {}
FAULTS = file_text.FAULTS
TOLD = ("unknown_casus", "dropped_fields", "bad_numbers", "too_long")

#: The most characters of a text of one line, and of each line of a list. The fullest session still fits in a file
#: that can be read, also if each of its characters takes two in JSON.
LONGEST = {"title": 200, "for": 500, "lines": 500}
MOST_LINES = 20
MOST_PARTS = 20
#: The most minutes of one part: half a day.
MOST_MINUTES = 480
#: The fields of a session and of a part of it that hold lines.
LISTS = ("aim", "prepare", "take_home", "notes")
PART_LISTS = ("what", "ask")

_KEYS = ("format", "version", "made_on", "title", "for", "starts", "parts", *LISTS)
_PART_KEYS = ("minutes", "title", "casus", *PART_LISTS)
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"


def make(definition: Any, given: Any, counts: Counts) -> dict[str, Any]:
    """The session of ``given``: sound, without empty fields.

    ``definition``: ``{"casus": {id: ...}}``, the casussen that the site has; ``given``: anything. Result, each field
    only if it holds something: ``{"title", "for", "starts": "09:30", "aim", "prepare", "take_home", "notes": [line],
    "parts": [{"minutes": int, "title", "casus": id, "what", "ask": [line]}]}``. A casus that the site does not have
    is left out of its part, and the part stays; its id becomes the title where there is none. ``counts`` tells what was
    left out. Raises BadDefinition.
    """
    known = mapping(mapping(definition, "definition").get("casus"), "casus")
    session = given if isinstance(given, dict) else {}
    found: dict[str, Any] = {name: _line(session.get(name), name, counts) for name in ("title", "for")}
    found["starts"] = _time(session.get("starts"), counts)
    found |= {name: _lines(session.get(name), counts) for name in LISTS}
    listed = _list(session.get("parts"), MOST_PARTS, counts)
    found["parts"] = [part for part in (_part(one, known, counts) for one in listed) if part]
    return _filled(found)


def write(definition: Any, answers: Any) -> dict[str, Any]:
    """Make the file of a session.

    ``definition``: as in ``make``; ``answers``: ``{"session", "made_on": "2026-11-22"}``. Result: ``{"text", "type",
    "ending", "count"}``; ``count`` is how many parts the session has. Raises BadDefinition and BadAnswers.
    """
    asked = parts(answers)
    session = make(definition, asked.get("session"), {})
    head = {"format": FORMAT, "version": VERSION, "made_on": clean_day(asked.get("made_on"), {})}
    return {
        "text": json.dumps({**head, **session}, ensure_ascii=False, indent=2) + "\n",
        "type": "application/json; charset=utf-8",
        "ending": "json",
        "count": len(session.get("parts", [])),
    }


def read(definition: Any, answers: Any) -> dict[str, Any]:
    """Read a session back.

    ``definition``: as in ``make``; ``answers``: ``{"text": str}``. Result: ``{"session", "made_on": "2026-11-22" |
    None, "told": [codes]}`` or ``{"fault": code}``. ``told`` has the codes of TOLD that hold, in that order. A session
    of which nothing is left is ``empty``, so that reading it never wipes what is there. Raises BadDefinition, and
    BadAnswers if ``text`` is not a string; no text raises.
    """
    text = text_of(answers)
    try:
        given = of_today(parsed(text), FORMAT, VERSION, MIGRATIONS)
    except Fault as fault:
        return {"fault": str(fault)}
    counts: Counts = {}
    session = make(definition, given, counts)
    if not session:
        return {"fault": "empty"}
    made_on = clean_day(given.get("made_on"), {})
    add(counts, "dropped_fields", sum(key not in _KEYS for key in given))
    return {"session": session, "made_on": made_on, "told": [code for code in TOLD if code in counts]}


def _part(given: Any, known: dict[str, Any], counts: Counts) -> dict[str, Any]:
    if not isinstance(given, dict):
        add(counts, "dropped_fields")
        return {}
    add(counts, "dropped_fields", sum(key not in _PART_KEYS for key in given))
    casus = given.get("casus")
    is_known = isinstance(casus, str) and casus in known
    add(counts, "unknown_casus", not is_empty(casus) and not is_known)
    found = {
        "minutes": _minutes(given.get("minutes"), counts),
        "title": _line(given.get("title"), "title", counts) or ("" if is_known else _line(casus, "title", {})),
        "casus": casus if is_known else None,
        **{name: _lines(given.get(name), counts) for name in PART_LISTS},
    }
    return _filled(found)


def _filled(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value}


def _list(value: Any, most: int, counts: Counts) -> list[Any]:
    if not isinstance(value, list):
        add(counts, "dropped_fields", value is not None)
        return []
    add(counts, "too_long", len(value) > most)
    return value[:most]


def _lines(value: Any, counts: Counts) -> list[str]:
    found = [_line(one, "lines", counts) for one in _list(value, MOST_LINES, counts)]
    return [line for line in found if line]


def _line(value: Any, kind: str, counts: Counts) -> str:
    if not isinstance(value, str):
        add(counts, "dropped_fields", value is not None)
        return ""
    text = " ".join(plain(value).split())
    if len(text) > LONGEST[kind]:
        add(counts, "too_long")
        text = text[: LONGEST[kind]].rstrip()
    return text


def _minutes(value: Any, counts: Counts) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_MINUTES:
        return value
    add(counts, "bad_numbers", not is_empty(value))
    return 0


def _time(value: Any, counts: Counts) -> str:
    if isinstance(value, str) and re.fullmatch(_TIME, value):
        return value
    add(counts, "bad_numbers", not is_empty(value))
    return ""
