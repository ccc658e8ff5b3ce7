"""Reads the text of a record that a reader took along: any text at all gives a record or one word for the fault."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from tools.record_fields import Counts, add
from tools.records import FORMAT, VERSION, BadAnswers, make, name_of, parts

#: The most characters of a text that is read.
LONGEST_TEXT = 1_000_000
#: A record is three levels deep; far deeper would exhaust the stack of Python in a browser.
DEEPEST = 32
FAULTS = ("too_large", "empty", "cut_off", "not_json", "not_ours", "newer_version", "other_checklist")
TOLD = ("other_definition", "dropped_items", "dropped_fields", "bad_dates", "too_long")
#: Version → what makes a record of the next version out of it. It meets whatever JSON can hold, and may not raise.
MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}

_KEYS = ("format", "version", "checklist", "definition", "made_on", "items")
#: A string, closed or cut off, or a bracket. Takes each character once, however the text is made.
_PIECE = r'"(?:[^"\\]++|\\.?)*+(?P<close>"?)|[\[{]|[\]}]'


class Fault(Exception):
    """The text is no record that this checklist can take; the only argument is one of FAULTS."""


def read(definition: Any, answers: Any) -> dict[str, Any]:
    """Read a record back.

    ``definition``: ``{"id", "hash", "items"}``; ``answers``: ``{"text": str}``. Result: ``{"record": as
    tools.records.make, "told": [codes], "counts": {code: int}}``, or ``{"fault": code}``. The record carries the
    hash of the definition that it was made with (None if the text has no such hash). ``told`` has the codes of TOLD
    that hold, in that order; ``counts`` says how often, for those that can be counted. A record of which nothing is
    left is ``empty``, so that reading it never wipes what is there. Raises BadDefinition, and BadAnswers if
    ``text`` is not a string; no text raises.
    """
    text = parts(answers).get("text")
    if not isinstance(text, str):
        raise BadAnswers("text is not a text")
    try:
        return _taken(definition, text)
    except Fault as fault:
        return {"fault": str(fault)}


def _taken(definition: Any, text: str) -> dict[str, Any]:
    given = _ours(_parsed(text), name_of(definition, "id"))
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


def _parsed(text: str) -> Any:
    if len(text) > LONGEST_TEXT:
        raise Fault("too_large")
    text = text.strip("\ufeff\x00 \t\r\n")
    if not text:
        raise Fault("empty")
    opened, unclosed = _shape(text)
    try:
        return json.loads(text, parse_int=_whole, parse_float=_unexpected, parse_constant=_no_number)
    except ValueError as error:
        where = getattr(error, "pos", -1)
        raise Fault("cut_off" if _is_cut_off(text, opened, unclosed, where) else "not_json") from error


def _ours(given: Any, checklist: str) -> dict[str, Any]:
    """``given`` as a record of the version of today. What is not ours is told before what is too new."""
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise Fault("not_ours")
    version = given.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Fault("not_ours")
    if version > VERSION:
        raise Fault("newer_version")
    record: dict[str, Any] = given
    for older in range(version, VERSION):
        record = MIGRATIONS[older](record)
    if record.get("checklist") != checklist:
        raise Fault("other_checklist")
    return record


def _shape(text: str) -> tuple[int, int | None]:
    """How many brackets stay open, and where a string begins that has no end. Refuses what is nested too deep."""
    opened = 0
    for piece in re.finditer(_PIECE, text, re.DOTALL):
        if piece[0][0] == '"':
            if not piece["close"]:
                return opened, piece.start()
        else:
            opened += 1 if piece[0] in "[{" else -1
            if opened > DEEPEST:
                raise Fault("not_ours")
    return opened, None


def _is_cut_off(text: str, opened: int, unclosed: int | None, where: int) -> bool:
    """Whether a text that fails at ``where`` was sound as far as it goes: only its end is missing."""
    if not text.startswith("{") or opened < 1 or where < 0:
        return False
    if unclosed is not None:
        return where >= unclosed
    return bool(re.fullmatch(r"[-+.\w]{0,8}\s*", text[where:]))


def _whole(digits: str) -> int:
    """A whole number; one of any length is only told apart as small or large, which costs no time."""
    return int(digits) if len(digits) < 18 else (-1 if digits.startswith("-") else 10**18)


def _unexpected(_digits: str) -> float:
    return 0.5  # no field of a record is a fraction, so its value does not matter


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
