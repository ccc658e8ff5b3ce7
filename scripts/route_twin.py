"""The static twin of a route-finder: its rules as a reader works with them by hand, sorted by track."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.route_definition import NO, NOTHING, YES

#: What a condition asks for, by the name of its operator.
KINDS = {"has": "ticked", "lacks": "not_ticked"}
#: The kinds of notes in the order in which a reader meets them.
NOTES = ("form", "point", "person", "question", "again", "right")
SAFETY = {YES: "yes", NO: "no"}


def twin(data: dict[str, Any]) -> dict[str, Any]:
    """The rules of the localised route-finder ``data`` in the order of use.

    ``{"tracks": {id: {"holds": [{"rule", "level", "by"}], "supports": [rules], "judgement": [rules]}}, "others":
    [rules that concern no track], "notes": {kind: [{"id", "note", "rules": [ids]}]}, "rules": {id: rule with its
    conditions in words}}``. A rule names what outweighs it only beside a track on which it is outweighed.
    """
    rules = {
        rule["id"]: rule | {"conditions": list(conditions(rule["when"], data["questions"]))} for rule in data["rules"]
    }
    tracks = {name: _on_track(name, rules) for name in data["tracks"]}
    return {
        "rules": rules,
        "tracks": tracks,
        "others": [rule for rule in rules.values() if not any(map(rule.get, ("holds", "supports", "judgement")))],
        "notes": {kind: list(_notes(kind, data["notes"], rules)) for kind in NOTES},
    }


def _on_track(track: str, rules: dict[str, dict[str, Any]]) -> dict[str, list[Any]]:
    holds = []
    for rule in rules.values():
        by = rule.get("outweighed_by", NOTHING)
        outweighed = by != NOTHING and track in rules[by].get("supports", [])
        if track in rule.get("holds", {}):
            holds.append({"rule": rule, "level": rule["holds"][track], "by": by if outweighed else None})
    return {
        "holds": holds,
        "supports": [rule for rule in rules.values() if track in rule.get("supports", [])],
        "judgement": [rule for rule in rules.values() if track in rule.get("judgement", [])],
    }


def _notes(kind: str, notes: dict[str, Any], rules: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for name, note in notes.items():
        if note["kind"] == kind:
            shown = [rule["id"] for rule in rules.values() if name in rule.get("shows", [])]
            yield {"id": name, "note": note, "rules": shown}


def conditions(when: dict[str, Any], questions: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each condition of a rule as ``{"number", "ask", "kind", "options"}``, one of the ``options`` must be the case.

    ``number`` is the place of the question, from 1; ``kind`` is answer, ticked or not_ticked. A safety question has
    the options ``yes`` and ``no``, any other the label of an option.
    """
    for number, (name, question) in enumerate(questions.items(), 1):
        parts = when.get(name, [])
        for part in parts if isinstance(parts, list) else [parts]:
            [(operator, asked)] = part.items()
            labels = question.get("options", SAFETY)
            options = [labels[option] for option in _accepted(operator, asked, list(labels))]
            yield {"number": number, "ask": question["ask"], "kind": KINDS.get(operator, "answer"), "options": options}


def _accepted(operator: str, asked: Any, options: list[str]) -> list[str]:
    if operator == "below":
        return options[: options.index(asked)]
    if operator == "at_least":
        return options[options.index(asked) :]
    return [option for option in options if option == asked or (operator == "one_of" and option in asked)]
