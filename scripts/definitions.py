"""What the tools get of the data: structure and ids, no text."""

from __future__ import annotations

import json
from typing import Any

from scripts.translations import hash_of

#: What a rule does, and what a tool needs of it beside its id and its conditions.
EFFECTS = ("holds", "supports", "judgement", "shows")


def definition_hash(data: dict[str, Any]) -> str:
    """Eight hex digits that change when a Dutch question of the checklist or route-finder, or its structure, does."""
    if "rules" in data:
        asks = {name: [question["ask"], question.get("options")] for name, question in data["questions"].items()}
        return hash_of(json.dumps([route_definition(data), asks], sort_keys=True))
    asks = {name: item["ask"] for name, item in data["items"].items()}
    return hash_of(json.dumps([checklist_definition(data), asks], sort_keys=True))


def checklist_definition(data: dict[str, Any]) -> dict[str, Any]:
    """What the tool needs of a checklist: structure and ids, no text. See tools.checklist.evaluate."""
    return {
        "themes": list(data["themes"]),
        "items": {
            name: {key: item[key] for key in ("theme", "builds_on", "chapters", "tips")}
            for name, item in data["items"].items()
        },
    }


def route_definition(data: dict[str, Any]) -> dict[str, Any]:
    """What the tool needs of a route-finder: structure and ids, no text. See tools.route_definition.read."""
    return {
        "wishes": data["wishes"],
        "tracks": {
            name: {
                "caution": track["caution"],
                "activation": track.get("activation", False),
                "wishes": track.get("wishes", []),
            }
            for name, track in data["tracks"].items()
        },
        "questions": {
            name: {
                "kind": question["kind"],
                "options": ["ja", "nee"] if question["kind"] == "safety" else list(question["options"]),
                "heavier": question.get("heavier", False),
            }
            for name, question in data["questions"].items()
        },
        "notes": {name: {"kind": note["kind"]} for name, note in data["notes"].items()},
        "rules": [
            {key: rule[key] for key in ("id", "when", *EFFECTS, "outweighed_by") if key in rule}
            for rule in data["rules"]
        ],
    }
