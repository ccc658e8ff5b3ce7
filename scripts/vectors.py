"""Runs vectors: what a tool must answer in a situation, written by hand, against what it does answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from scripts.content import Content, load
from scripts.definitions import checklist_definition, route_definition
from tools.dispatch import handle

Answer = Callable[[str], str]
#: Family → the tool, and what makes the definition that it gets.
TOOLS: dict[str, tuple[str, Callable[[dict[str, Any]], dict[str, Any]]]] = {
    "checklists": ("checklist", checklist_definition),
    "routes": ("route", route_definition),
}


def requests(content: Content) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every vector with the request that asks for it, numbered from 1."""
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for name, document in content.vectors.items():
        family, _, id_ = name.partition("/")
        tool, make = TOOLS[family]
        definition = make(content.families[family][id_].data)
        for vector in document.data:
            answers = {question: full_answer(answer) for question, answer in vector["answers"].items()}
            request = {"id": len(found) + 1, "tool": tool, "definition": definition, "answers": answers}
            found.append((vector, request))
    return found


def full_answer(answer: Any) -> Any:
    """An answer as the tool gets it; a list is short for what is ticked while the rest is unknown."""
    return {"ticked": answer, "all": False} if isinstance(answer, list) else answer


def differences(vector: dict[str, Any], result: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What the vector expects and the result does not say: ``{key: (expected, got)}``; empty when all is well."""
    if "tracks" in result:
        return route_differences(vector["expect"], result)
    actions = {action["item"]: action for action in result["actions"]}
    seen: dict[str, Any] = {
        "answered": result["answered"],
        "actions": list(actions),
        "unknown": [entry["item"] for entry in result["unknown"]],
        "standing": {theme["id"]: theme["counts"] for theme in result["themes"]},
    }
    for field in ("waiting", "unknown_basis", "chapters", "tips"):
        seen[field] = {item: action[field] for item, action in actions.items()}
    wrong = {}
    for key, expected in vector["expect"].items():
        got = {name: seen[key].get(name) for name in expected} if isinstance(expected, dict) else seen[key]
        if got != expected:
            wrong[key] = (expected, got)
    return wrong


def route_differences(expect: dict[str, Any], result: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The same for a route-finder.

    ``because`` and ``notes`` must be there, ``not_because`` and ``not_notes`` must not; ``judgement`` and ``unknown``
    are all that there is; ``levels`` and ``safety`` are compared where something is expected. No order is asked for.
    """
    levels = {track["id"]: track["level"] for track in result["tracks"]}
    true, shown = true_rules(result), {note["id"] for note in result["notes"]}
    seen: dict[str, Callable[[Any], Any]] = {
        "levels": lambda wanted: {track: levels.get(track) for track in wanted},
        "because": lambda wanted: [rule for rule in wanted if rule in true],
        "not_because": lambda wanted: [rule for rule in wanted if rule not in true],
        "notes": lambda wanted: [note for note in wanted if note in shown],
        "not_notes": lambda wanted: [note for note in wanted if note not in shown],
        "judgement": lambda wanted: _in_order_of(
            wanted, (track["id"] for track in result["tracks"] if track["judgement"])
        ),
        "unknown": lambda wanted: _in_order_of(wanted, result["unknown"]),
        "first": lambda _: result["tracks"][0]["id"],
        "safety": lambda wanted: {key: _in_order_of(wanted[key], result["safety"][key]) for key in wanted},
        "next": lambda _: result["next"],
    }
    got = {key: seen[key](expected) for key, expected in expect.items()}
    return {key: (expected, got[key]) for key, expected in expect.items() if got[key] != expected}


def true_rules(result: dict[str, Any]) -> set[str]:
    """Every rule that is true in a result of the route-finder; each does something, so each is named somewhere."""
    found = {rule for note in result["notes"] for rule in note["because"]}
    for track in result["tracks"]:
        found |= {rule for key in ("holds", "also", "supports", "judgement") for rule in track[key]}
        found |= {lifted["rule"] for lifted in track["lifted"]}
    return found


def _in_order_of(wanted: list[str], names: Iterable[str]) -> list[str]:
    """``names`` in the order of ``wanted``, what is not among it last."""
    return sorted(names, key=lambda name: wanted.index(name) if name in wanted else len(wanted))


def run(answer: Answer = handle) -> list[tuple[str, dict[str, tuple[Any, Any]]]]:
    """Ask every vector of docs/ of ``answer`` (JSON text to JSON text). Returns name and differences of each."""
    return [
        (vector["name"], differences(vector, json.loads(answer(json.dumps(request)))["result"]))
        for vector, request in requests(load([Path("docs")]))
    ]
