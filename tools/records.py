"""The record of a checklist: what a reader takes along, and how it differs from an earlier one."""

from __future__ import annotations

from typing import Any

from tools.answers import BadAnswers, parts
from tools.definitions import BadDefinition, mapping
from tools.record_fields import Counts, Items, clean_day, clean_items

FORMAT = "kennisbank-checklist"
#: The version of the schema that is written. Raise it together with a migration in tools.record_reading, and with
#: a sample of the new version beside the tests.
VERSION = 1
#: From nobody knows to done. An answer further on in this row is a step forward.
STEPS = ("weet_niet", "nee", "deels", "ja")


def questions(definition: Any) -> list[str]:
    """The ids of the questions in the order of the page. Raises BadDefinition."""
    return list(mapping(mapping(definition, "definition").get("items"), "items"))


def name_of(definition: Any, key: str) -> str:
    """The id or the hash of the checklist. Raises BadDefinition."""
    value = mapping(definition, "definition").get(key)
    if not isinstance(value, str):
        raise BadDefinition(f"{key} is not a text")
    return value


def make(definition: Any, items: Any, made_on: Any, counts: Counts) -> dict[str, Any]:
    """The record of ``items``: sound, without empty fields, in the order of the page.

    ``definition``: ``{"id", "hash", "items": {id: ...}}``. Result: ``{"format", "version", "checklist",
    "definition": hash, "made_on": "2026-11-22" | None, "items": {id: {"answer", "note", "owner", "due"}}}``;
    ``made_on`` is None if that day does not exist. ``counts`` tells what was left out. Raises BadDefinition.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "checklist": name_of(definition, "id"),
        "definition": name_of(definition, "hash"),
        "made_on": clean_day(made_on, counts),
        "items": clean_items(items, questions(definition), counts),
    }


def compare(definition: Any, answers: Any) -> dict[str, Any]:
    """What moved between an earlier record and now.

    ``answers``: ``{"then": record, "now": items}``. The rule: ``weet_niet < nee < deels < ja``. To come to know
    is a step forward, whatever the answer turns out to be; to no longer know is a step back. A change to or from
    ``nvt``, or to or from a question that is not filled in, is neither: ``other``. Only answers are compared, not
    notes, owners and dates.

    Result, in the order of the page: ``{"moved": [{"item", "then", "now", "way": forward | back | other}],
    "same": int, "new": [id], "gone": [id], "then_made_on"}``. ``then`` and ``now`` are None where the question is
    not filled in; ``new`` is filled in now only, ``gone`` was filled in then only, and both stand among ``moved``
    too. ``same`` counts the questions with one answer, then and now. Raises BadDefinition and BadAnswers.
    """
    order = questions(definition)
    then = parts(answers).get("then")
    if not isinstance(then, dict):
        raise BadAnswers("then is not a record")
    old, new = (_answers(clean_items(items, order, {})) for items in (then.get("items"), parts(answers).get("now")))
    moved = [
        {"item": name, "then": old.get(name), "now": new.get(name), "way": _way(old.get(name), new.get(name))}
        for name in order
        if old.get(name) != new.get(name)
    ]
    return {
        "moved": moved,
        "same": sum(old.get(name) == answer for name, answer in new.items()),
        "new": [change["item"] for change in moved if change["then"] is None],
        "gone": [change["item"] for change in moved if change["now"] is None],
        "then_made_on": clean_day(then.get("made_on"), {}),
    }


def _answers(items: Items) -> dict[str, str]:
    return {name: fields["answer"] for name, fields in items.items() if "answer" in fields}


def _way(then: str | None, now: str | None) -> str:
    if then not in STEPS or now not in STEPS:
        return "other"
    return "forward" if STEPS.index(now) > STEPS.index(then) else "back"
