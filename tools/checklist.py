"""The checklist of a gemeente: where it stands, what nobody knows, and what to do first.

The order of the actions is our own rule, not the source's. It stands in words on the tool's page (``order_rule``
of the definition) and, for programs, at ``_first`` below. No grade, no score: only counts of answers.
"""

from __future__ import annotations

from typing import Any

from tools.definitions import BadDefinition, mapping, strings
from tools.graph import Cycle, closure

ANSWERS = ("ja", "deels", "nee", "weet_niet", "nvt")
TO_DO = ("nee", "deels")
OPEN = ("nee", "deels", "weet_niet")


def evaluate(definition: Any, answers: Any) -> dict[str, Any]:
    """Work out the standing per theme, the unknowns and the ordered actions.

    ``definition``: ``{"themes": [id], "items": {id: {"theme", "builds_on", "chapters", "tips"}}}``; the order of
    themes and items is the order of the page. ``answers``: ``{item id: one of ANSWERS}``; an unknown item or
    another value counts as not filled in, never as nee. Result, ids only:
    ``{"total", "answered", "themes": [{"id", "counts": {answer: int}, "cells": [{"item", "answer"}]}],
    "unknown": [{"item", "waiting"}], "actions": [{"item", "answer", "waiting", "unknown_basis", "chapters",
    "tips"}]}``. ``waiting``: open questions that build on this one; ``unknown_basis``: questions answered weet_niet
    that this one builds on. Raises BadDefinition.
    """
    definition = mapping(definition, "definition")
    themes = strings(definition.get("themes"), "themes")
    items = {name: mapping(item, f"item {name}") for name, item in mapping(definition.get("items"), "items").items()}
    given = _known_answers(answers, items)
    below = _below(items)

    order = list(items)
    is_open = [name for name in order if given.get(name) in OPEN]
    waiting = {name: [other for other in is_open if name in below[other]] for name in order}
    unknown_basis = {
        name: [other for other in order if other in below[name] and given.get(other) == "weet_niet"] for name in order
    }

    def _first(name: str) -> tuple[bool, int, int, int]:
        """Smaller comes first: waits on nothing unknown; more open questions build on it; nee; order of the page."""
        return (bool(unknown_basis[name]), -len(waiting[name]), OPEN.index(given[name]), order.index(name))

    actions = sorted((name for name in order if given.get(name) in TO_DO), key=_first)
    unknown = sorted(
        (name for name in order if given.get(name) == "weet_niet"),
        key=lambda name: (-len(waiting[name]), order.index(name)),
    )
    return {
        "total": len(items),
        "answered": len(given),
        "themes": [_standing(theme, items, given) for theme in themes],
        "unknown": [{"item": name, "waiting": waiting[name]} for name in unknown],
        "actions": [
            {
                "item": name,
                "answer": given[name],
                "waiting": waiting[name],
                "unknown_basis": unknown_basis[name],
                "chapters": strings(items[name].get("chapters"), f"chapters of {name}"),
                "tips": strings(items[name].get("tips"), f"tips of {name}"),
            }
            for name in actions
        ],
    }


def _known_answers(answers: Any, items: dict[str, dict[str, Any]]) -> dict[str, str]:
    if not isinstance(answers, dict):
        return {}
    return {name: answers[name] for name in items if isinstance(answers.get(name), str) and answers[name] in ANSWERS}


def _below(items: dict[str, dict[str, Any]]) -> dict[str, frozenset[str]]:
    try:
        return closure({name: strings(item.get("builds_on"), f"builds_on of {name}") for name, item in items.items()})
    except Cycle as cycle:
        raise BadDefinition(f"builds on itself: {cycle}") from cycle
    except KeyError as missing:
        raise BadDefinition(f"builds on unknown item {missing}") from missing


def _standing(theme: str, items: dict[str, dict[str, Any]], given: dict[str, str]) -> dict[str, Any]:
    cells = [{"item": name, "answer": given.get(name)} for name, item in items.items() if item.get("theme") == theme]
    counts = {answer: sum(cell["answer"] == answer for cell in cells) for answer in ANSWERS}
    return {"id": theme, "counts": counts, "cells": cells}
