"""What the tools get of the data: structure and ids, no text."""

from __future__ import annotations

import json
from typing import Any

from scripts.translations import hash_of


def definition_hash(data: dict[str, Any]) -> str:
    """Eight hex digits that change when a question of the Dutch checklist, or the structure around it, does."""
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
