"""Which questions are still to be asked: those whose answer can matter, and no other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.conditions import Truth
from tools.route_answers import Given
from tools.route_definition import Route


def needed(route: Route, given: Given, truths: Mapping[str, Truth]) -> list[str]:
    """The unanswered questions that are needed, as written.

    Needed is a question that a rule mentions which is not yet false (a rule that outweighs another is such a rule
    too), a question about safety, and the question about wishes if a track is asked for by a wish: it decides the
    order of the tracks. With every answer there are fewer of them, never more.
    """
    mentioned = {
        condition.atom[0] for name, rule in route.rules.items() if truths[name] is not False for condition in rule.when
    }
    if any(track.wishes for track in route.tracks.values()) and route.wishes is not None:
        mentioned.add(route.wishes)
    return [
        name
        for name, question in route.questions.items()
        if name not in given.answered and (question.kind == "safety" or name in mentioned)
    ]


def steps(route: Route, given: Given, truths: Mapping[str, Truth]) -> dict[str, Any]:
    """``next`` is the first needed question or None; ``bound`` how many there are at most; ``needed`` their ids."""
    left = needed(route, given, truths)
    return {"next": left[0] if left else None, "bound": len(left), "needed": left}
