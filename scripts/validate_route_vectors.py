"""Judges what the vectors of a route-finder name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from scripts.content import Content, Entry
from scripts.definitions import route_definition
from scripts.problems import Problem
from scripts.references import unknown, unknown_sources
from scripts.route_vectors import full_answer
from tools.route_definition import UNKNOWN


def route_vector_problems(vector: Entry, definition: str, entry: Entry, content: Content) -> Iterator[Problem]:
    """Names in a vector of good form that its route-finder ``entry``, or sources.yml, does not have."""
    data, route = vector.data, entry.data
    if "id" in data["source"]:
        yield from unknown_sources([data["source"]], content, partial(vector.problem, ("source",)))
    questions = route_definition(route)["questions"]
    if "ignored" not in data["expect"]:  # else the foreign answers are what it is about
        make = partial(vector.problem, ("answers",))
        yield from unknown("question", data["answers"], questions, _known(questions, definition), make)
        for question, answer in data["answers"].items():
            if question in questions:
                yield from _answer_problems(vector, question, questions[question], full_answer(answer))
    rules = [rule["id"] for rule in route["rules"]]
    safety = [name for name, question in questions.items() if question["kind"] == "safety"]
    ids: dict[str, tuple[str, Iterable[str]]] = {
        **dict.fromkeys(("levels", "lifted", "open", "judgement", "order", "first"), ("track", route["tracks"])),
        **dict.fromkeys(("because", "not_because"), ("rule", rules)),
        **dict.fromkeys(("notes", "not_notes"), ("note", route["notes"])),
        **dict.fromkeys(("unknown", "needless", "next"), ("question", questions)),
    }
    below: dict[str, tuple[str, Iterable[str]]] = {
        "lifted": ("rule", rules),
        "open": ("question", questions),
        "safety": ("question about safety", safety),
    }
    for key, expected in data["expect"].items():
        make = partial(vector.problem, ("expect", key))
        if key in ids:
            kind, known = ids[key]
            names = [expected] if isinstance(expected, str) else expected or []
            yield from unknown(kind, names, known, _known(known, definition), make)
        if key in below:
            kind, known = below[key]
            named = [name for names in expected.values() for name in names]
            yield from unknown(kind, named, known, _known(known, definition), make)


def _known(names: Iterable[str], definition: str) -> str:
    return f"Known in {definition}.yml: {', '.join(names)}."


def _answer_problems(vector: Entry, name: str, question: dict[str, Any], answer: Any) -> Iterator[Problem]:
    make = partial(vector.problem, ("answers", name))
    options, has_many = question["options"], question["kind"] == "many"
    if isinstance(answer, str) and not has_many:
        advice = f"Known: {', '.join([*options, UNKNOWN])}."
        yield from unknown("option", [answer], [*options, UNKNOWN], advice, make)
    elif isinstance(answer, dict) and has_many:
        yield from unknown("option", answer["ticked"], options, f"Known: {', '.join(options)}.", make)
    elif answer != UNKNOWN:
        form = f"a list of options, or {UNKNOWN}" if has_many else f"one option, or {UNKNOWN}"
        yield make(f"this is no answer to the question '{name}'", f"Give {form}.")
