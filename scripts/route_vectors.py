"""Compares what a vector expects of a route-finder with what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any


def full_answer(answer: Any) -> Any:
    """An answer as the tool gets it; a list is short for what is ticked while the rest is unknown."""
    return {"ticked": answer, "all": False} if isinstance(answer, list) else answer


def true_rules(result: dict[str, Any]) -> set[str]:
    """Every rule that is true and told: outweighed too, where that made a difference."""
    found = {rule for note in result["notes"] for rule in note["because"]}
    for track in result["tracks"]:
        found |= {rule for key in ("holds", "also", "supports", "judgement") for rule in track[key]}
        found |= {lifted["rule"] for lifted in track["lifted"]}
    return found


def route_differences(expect: dict[str, Any], result: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What is expected and not said: ``{key: (expected, got)}``; empty when all is well.

    Rules of ``because``, ``notes``, and by track ``lifted`` rules and ``open`` questions must be there, perhaps among
    others; ``not_because``, ``not_notes`` and ``needless`` questions must not. ``judgement``, ``unknown`` and
    ``safety`` are all that there is, in any order; ``order`` is that of all tracks; ``levels`` are compared where one
    is expected; ``first``, ``next``, ``bound`` and ``ignored`` are as in the result.
    """
    tracks = {track["id"]: track for track in result["tracks"]}
    true, shown = true_rules(result), {note["id"] for note in result["notes"]}
    lifted = {name: {one["rule"] for one in track["lifted"]} for name, track in tracks.items()}
    asked = {
        name: {question for one in track["open"] for question in one["questions"]} for name, track in tracks.items()
    }
    marked = [name for name, track in tracks.items() if track["judgement"]]
    seen: dict[str, Callable[[Any], Any]] = {
        "levels": lambda wanted: {track: tracks[track]["level"] for track in wanted},
        "because": lambda wanted: _among(wanted, true),
        "not_because": lambda wanted: _not_among(wanted, true),
        "lifted": lambda wanted: {track: _among(wanted[track], lifted[track]) for track in wanted},
        "open": lambda wanted: {track: _among(wanted[track], asked[track]) for track in wanted},
        "notes": lambda wanted: _among(wanted, shown),
        "not_notes": lambda wanted: _not_among(wanted, shown),
        "needless": lambda wanted: _not_among(wanted, result["needed"]),
        "judgement": lambda wanted: _in_order_of(wanted, marked),
        "unknown": lambda wanted: _in_order_of(wanted, result["unknown"]),
        "safety": lambda wanted: {key: _in_order_of(wanted[key], result["safety"][key]) for key in wanted},
        "order": lambda _: list(tracks),
        "first": lambda _: next(iter(tracks), None),
    }
    wrong = {}
    for key, expected in expect.items():
        got = seen[key](expected) if key in seen else result[key]
        if got != expected:
            wrong[key] = (expected, got)
    return wrong


def _among(wanted: list[str], there: Iterable[str]) -> list[str]:
    return [name for name in wanted if name in there]


def _not_among(wanted: list[str], there: Iterable[str]) -> list[str]:
    return [name for name in wanted if name not in there]


def _in_order_of(wanted: list[str], names: Iterable[str]) -> list[str]:
    """``names`` in the order of ``wanted``, what is not among it last."""
    return sorted(names, key=lambda name: wanted.index(name) if name in wanted else len(wanted))
