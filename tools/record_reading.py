"""Reads the text of a record that a reader took along: any text at all gives a record or one word for the fault."""

from __future__ import annotations

import re
from typing import Any

from tools import file_text
from tools.answers import text_of
from tools.file_text import Fault, Migrations, of_today, parsed
from tools.record_fields import Counts, add
from tools.records import FORMAT, VERSION, make, name_of

FAULTS = (*file_text.FAULTS, "other_checklist")
TOLD = ("other_definition", "dropped_items", "dropped_fields", "bad_dates", "too_long")
MIGRATIONS: Migrations = {}

_KEYS = ("format", "version", "checklist", "definition", "made_on", "items")


def read(definition: Any, answers: Any) -> dict[str, Any]:
    """Read a record back.

    ``definition``: ``{"id", "hash", "items"}``; ``answers``: ``{"text": str}``. Result: ``{"record": as
    tools.records.make, "told": [codes], "counts": {code: int}}``, or ``{"fault": code}``. The record carries the
    hash of the definition that it was made with (None if the text has no such hash). ``told`` has the codes of TOLD
    that hold, in that order; ``counts`` says how often, for those that can be counted. A record of which nothing is
    left is ``empty``, so that reading it never wipes what is there. Raises BadDefinition, and BadAnswers if
    ``text`` is not a string; no text raises.
    """
    text = text_of(answers)
    try:
        return _taken(definition, text)
    except Fault as fault:
        return {"fault": str(fault)}


def _taken(definition: Any, text: str) -> dict[str, Any]:
    given = of_today(parsed(text), FORMAT, VERSION, MIGRATIONS)
    if given.get("checklist") != name_of(definition, "id"):
        raise Fault("other_checklist")
    counts: Counts = {}
    record = make(definition, given.get("items"), given.get("made_on"), counts)
    if not record["items"]:
        raise Fault("empty")
    add(counts, "dropped_fields", sum(key not in _KEYS for key in given))
    made_with = given.get("definition")
    is_hash = isinstance(made_with, str) and re.fullmatch("[0-9a-f]{8}", made_with)
    is_other = made_with != record["definition"]
    record["definition"] = made_with if is_hash else None
    told = [code for code in TOLD if code in counts or (is_other and code == "other_definition")]
    return {"record": record, "told": told, "counts": counts}
