"""Holds the diagrams against the tool itself, with answers at random; like sub_spaces, it tests the proof."""

from __future__ import annotations

import random
from typing import Any

from scripts.proof.beside import shown_by
from scripts.proof.claim import Claim, Finding, Subject
from scripts.proof.diagram import Node
from scripts.proof.model import Model
from scripts.proof.reading import at
from scripts.proof.replay import Seen, reached, seen, told_by
from tools import route_answers
from tools.conditions import Question
from tools.route import evaluate
from tools.route_definition import UNKNOWN, YES, Route

RANDOM = 2_000
#: One in so many of these is also answered question by question, as the tool asks.
WALKED = 10
#: How many of the questions random answers leave open.
LEFT_OPEN = (0.0, 0.1, 0.3, 0.6)


def at_random(subject: Subject) -> Claim:
    """The tool says to random answers what the diagrams say, and whoever follows its questions hears the same."""
    claim = Claim(
        "random",
        f"the tool says what the diagrams say, one in {WALKED} also asked question by question",
        how="answers at random, the same every time",
        combinations=RANDOM,
        checked=RANDOM,
    )
    nodes, chance = _nodes(subject.model), random.Random(0)  # noqa: S311 - the same answers every time, no secret
    for number in range(RANDOM):
        given = _answers(chance, subject.route)
        result = evaluate(subject.definition, given)
        same = _by_diagrams(subject, nodes, given) == _by_tool(subject, result)
        if number % WALKED == 0:
            everything = {name: given.get(name, UNKNOWN) for name in subject.route.questions}
            walked = seen(subject.definition, reached(subject.route, everything))
            same = same and walked == told_by(subject.definition, result)
        if not same:
            problem = subject.entry.problem((), "the tool and the proof do not say the same", "Mend scripts/proof.")
            claim.faults.append(Finding(problem, str(given)))
    return claim


def _answers(chance: random.Random, route: Route) -> dict[str, Any]:
    left_open = chance.choice(LEFT_OPEN)
    asked = [question for question in route.questions.values() if chance.random() >= left_open]
    return {question.id: _answer(chance, question) for question in asked}


def _answer(chance: random.Random, question: Question) -> Any:
    if question.kind != "many":
        return chance.choice([*question.options, UNKNOWN])
    ticked = [option for option in question.options if chance.random() < chance.choice(LEFT_OPEN)]
    return {"ticked": ticked, "all": chance.random() < chance.random()}


def _nodes(model: Model) -> dict[str, dict[str, Node]]:
    """Everything that there is to see, by effect and name, and what decides the order of tracks and open questions."""
    rules, tracks = shown_by(model.route), model.route.tracks
    return {
        "holds": model.levels,
        "judgement": {track: model.some(rules.get(("judgement", track), [])) for track in tracks},
        "supports": {track: model.some(rules.get(("supports", track), [])) for track in tracks},
        "shows": {note: model.some(rules["shows", note]) for note in model.route.notes},
        "order": {track: model.rank(track) for track in tracks},
        "open": {track: model.is_open(track) for track in tracks},
    }


def _by_diagrams(subject: Subject, nodes: dict[str, dict[str, Node]], given: dict[str, Any]) -> Seen:
    values = route_answers.read(subject.route, given).values
    told = {
        effect: {name: at(subject.model.diagrams, node, values) for name, node in named.items()}
        for effect, named in nodes.items()
    }
    order = sorted(told["order"], key=told["order"].__getitem__)
    safety = [question.id for question in subject.route.questions.values() if question.kind == "safety"]
    return {
        **told,
        "order": {track: place for place, track in enumerate(order)},
        "safety": {
            key: [name for name in safety if given.get(name) == answer]
            for key, answer in (("yes", YES), ("unknown", UNKNOWN))
        },
    }


def _by_tool(subject: Subject, result: dict[str, Any]) -> Seen:
    tracks = result["tracks"]
    return {
        **told_by(subject.definition, result),
        "order": {track["id"]: place for place, track in enumerate(tracks)},
        "safety": result["safety"],
        "open": {track["id"]: any(waiting["questions"] for waiting in track["open"]) for track in tracks},
    }
