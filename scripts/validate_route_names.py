"""Judges the names in a route-finder: each must stand for something in the same file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from scripts.content import Entry
from scripts.definitions import EFFECTS, route_definition
from scripts.problems import Problem
from scripts.references import unknown
from tools.conditions import Question, operators
from tools.route_definition import NOTHING, UNKNOWN

#: What a question of each kind has beside its text.
KEYS = {"safety": ("yes", "unknown"), "one": ("options", "heavier"), "many": ("options",)}
At = tuple[str | int, ...]


def name_problems(entry: Entry) -> Iterator[Problem]:
    """Names that stand for nothing in this file, and keys that do not go with the kind of a question."""
    data = entry.data
    many = {name: question for name, question in data["questions"].items() if question["kind"] == "many"}
    yield from _unknown(entry, ("wishes",), "question with many answers", [data["wishes"]], many)
    for name, track in data["tracks"].items() if data["wishes"] in many else ():
        wishes = many[data["wishes"]]["options"]
        yield from _unknown(entry, ("tracks", name, "wishes"), "wish", track.get("wishes", []), wishes)
    for name, question in data["questions"].items():
        for key in ("yes", "unknown", "options", "heavier"):
            if key in question and key not in KEYS[question["kind"]]:
                what = f"'{key}' does not go with a question of the kind {question['kind']}"
                yield entry.problem(("questions", name, key), what, "Take it away, or choose another kind.")
        if UNKNOWN in question.get("options", {}):
            what = f"'{UNKNOWN}' is no option: it can always be answered"
            yield entry.problem(("questions", name, "options", UNKNOWN), what, "Take it away.")
    for name, note in data["notes"].items():
        yield from _unknown(entry, ("notes", name, "track"), "track", filter(None, [note.get("track")]), data["tracks"])
    seen: set[str] = set()
    for number, rule in enumerate(data["rules"]):
        if rule["id"] in seen:
            yield entry.problem(("rules", number, "id"), f"two rules are called '{rule['id']}'", "Rename one of them.")
        seen.add(rule["id"])
        yield from _rule_name_problems(entry, number, rule)


def _rule_name_problems(entry: Entry, number: int, rule: dict[str, Any]) -> Iterator[Problem]:
    data, at = entry.data, ("rules", number)
    if not any(rule.get(effect) for effect in EFFECTS):
        what = f"the rule '{rule['id']}' does nothing"
        yield entry.problem(at, what, f"Give it one of {', '.join(EFFECTS)}.")
    yield from _unknown(entry, (*at, "when"), "question", rule["when"], data["questions"])
    for key, what, known in (
        ("holds", "track", data["tracks"]),
        ("supports", "track", data["tracks"]),
        ("judgement", "track", data["tracks"]),
        ("shows", "note", data["notes"]),
    ):
        yield from _unknown(entry, (*at, key), what, rule.get(key, []), known)
    by = rule.get("outweighed_by", NOTHING)
    if by == rule["id"]:
        todo = f"Name another rule, or write {NOTHING}."
        yield entry.problem((*at, "outweighed_by"), f"the rule '{by}' outweighs itself", todo)
    ids = [NOTHING, *(other["id"] for other in data["rules"])]
    yield from _unknown(entry, (*at, "outweighed_by"), "rule", [by], ids)
    yield from _condition_problems(entry, (*at, "when"), rule["when"])


def _condition_problems(entry: Entry, at: At, when: dict[str, Any]) -> Iterator[Problem]:
    questions = route_definition(entry.data)["questions"]
    for name in filter(questions.__contains__, when):
        question = Question(name, **questions[name])
        make = partial(entry.problem, (*at, name))
        for part in when[name] if isinstance(when[name], list) else [when[name]]:
            [(operator, asked)] = part.items()
            if operator in operators(question):
                options = asked if isinstance(asked, list) else [asked]
                advice = f"Known: {', '.join(question.options)}."
                yield from unknown("option", options, question.options, advice, make)
            else:
                advice = f"It takes: {', '.join(operators(question))}."
                yield make(f"'{operator}' cannot be asked of the question '{name}'", advice)


def _unknown(entry: Entry, at: At, kind: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Problem]:
    known = list(known)
    return unknown(kind, names, known, f"Known here: {', '.join(known)}.", partial(entry.problem, at))
