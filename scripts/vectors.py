"""Runs vectors: what a tool must answer in a situation, written by hand, against what it does answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.content import Content, load
from scripts.definitions import checklist_definition, route_definition
from scripts.route_vectors import full_answer, route_differences
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


def run(answer: Answer = handle) -> list[tuple[str, dict[str, tuple[Any, Any]]]]:
    """Ask every vector of docs/ of ``answer`` (JSON text to JSON text). Returns name and differences of each."""
    return [
        (vector["name"], differences(vector, json.loads(answer(json.dumps(request)))["result"]))
        for vector, request in requests(load([Path("docs")]))
    ]
