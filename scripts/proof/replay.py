"""Walks to a witness the way a reader does: answer the next question, again and again, until none is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tools import route_answers
from tools.route import evaluate
from tools.route_definition import Route
from tools.route_levels import rule_truths
from tools.route_steps import steps

#: By effect and by track or note, what there is to see.
Seen = dict[str, dict[str, Any]]


def reached(route: Route, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Those of ``answers`` that are asked for, in the order in which the tool asks; the others are needless."""
    given: dict[str, Any] = {}
    while True:
        read = route_answers.read(route, given)
        question = steps(route, read, rule_truths(route, read.values))["next"]
        if question is None:
            return given
        given[question] = answers[question]


def seen(definition: Mapping[str, Any], answers: Mapping[str, Any]) -> Seen:
    """What the tool itself says to ``answers``."""
    return told_by(definition, evaluate(definition, dict(answers)))


def told_by(definition: Mapping[str, Any], result: Mapping[str, Any]) -> Seen:
    """A result of the tool by effect: the level of each track, where marks and reasons stand, which notes show."""
    tracks = {track["id"]: track for track in result["tracks"]}
    shown = {note["id"] for note in result["notes"]}
    return {
        "holds": {name: track["level"] for name, track in tracks.items()},
        "judgement": {name: bool(track["judgement"]) for name, track in tracks.items()},
        "supports": {name: bool(track["supports"]) for name, track in tracks.items()},
        "shows": {note: note in shown for note in definition["notes"]},
    }


def without(definition: Mapping[str, Any], rules: Iterable[str]) -> dict[str, Any]:
    """``definition`` as if ``rules`` had never been written; what they outweigh is outweighed no more."""
    gone = set(rules)
    left = [rule for rule in definition["rules"] if rule["id"] not in gone]
    return {
        **definition,
        "rules": [{**rule, "outweighed_by": "none"} if rule.get("outweighed_by") in gone else rule for rule in left],
    }
