"""Made-up route-finders and answers for the tests of the tools."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import strategies as st

from tools.conditions import OPERATORS
from tools.route_definition import LEVELS, UNKNOWN

Definition = dict[str, Any]
Answers = dict[str, Any]
Rule = dict[str, Any]

#: A short conversation: one question of each kind, three tracks of which one is care.
QUESTIONS: dict[str, dict[str, Any]] = {
    "gevaar": {"kind": "safety", "options": ["ja", "nee"], "heavier": False},
    "belasting": {"kind": "one", "options": ["geen", "licht", "zwaar"], "heavier": True},
    "opvang": {"kind": "one", "options": ["geregeld", "niet_geregeld"], "heavier": False},
    "wensen": {"kind": "many", "options": ["betaald_werk", "diploma"], "heavier": False},
}
CARE = ["voorop", "ernaast", "eerst_uitzoeken", "later"]
WORK = ["later", "eerst_uitzoeken", "ernaast", "voorop"]
TRACKS: dict[str, dict[str, Any]] = {
    "zorg": {"caution": CARE, "activation": False, "wishes": []},
    "werk": {"caution": WORK, "activation": False, "wishes": ["betaald_werk"]},
    "taal": {"caution": WORK, "activation": True, "wishes": []},
}
NOTES = {"rustige-plek": {"kind": "point"}, "bel-huisarts": {"kind": "person"}}


def rule(name: str, when: dict[str, Any], **does: Any) -> Rule:
    """A rule; without an effect it shows a note."""
    return {"id": name, "when": when, **(does or {"shows": ["rustige-plek"]})}


def route(*rules: Rule, **other: Any) -> Definition:
    """The short conversation with ``rules``."""
    return {
        "wishes": "wensen",
        "tracks": TRACKS,
        "questions": QUESTIONS,
        "notes": NOTES,
        "rules": list(rules),
        **other,
    }


def ticked(*options: str, is_all: bool = False) -> dict[str, Any]:
    """What is ticked of a question with many answers."""
    return {"ticked": list(options), "all": is_all}


def track_of(result: dict[str, Any], name: str) -> dict[str, Any]:
    """The track called ``name`` in a result."""
    [found] = [track for track in result["tracks"] if track["id"] == name]
    return dict(found)


def levels_of(result: dict[str, Any]) -> dict[str, str]:
    """The level of every track in a result."""
    return {track["id"]: track["level"] for track in result["tracks"]}


def without(result: dict[str, Any], *keys: str) -> dict[str, Any]:
    """A result without ``keys``."""
    return {key: value for key, value in result.items() if key not in keys}


@st.composite
def _conditions(draw: st.DrawFn, question: dict[str, Any]) -> Any:
    options = question["options"]
    operator = draw(
        st.sampled_from([*OPERATORS[question["kind"]], *(("below", "at_least") if question["heavier"] else ())])
    )
    asked = draw(
        st.lists(st.sampled_from(options), min_size=1, max_size=2) if operator == "one_of" else st.sampled_from(options)
    )
    if question["kind"] == "many" and draw(st.booleans()):
        return [{operator: asked}, {draw(st.sampled_from(["has", "lacks"])): draw(st.sampled_from(options))}]
    return {operator: asked}


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """Any route-finder of up to five questions, three tracks and seven rules."""
    kinds = draw(st.lists(st.sampled_from(["safety", "one", "heavier", "many"]), min_size=1, max_size=5))
    questions: dict[str, dict[str, Any]] = {}
    for number, kind in enumerate(kinds):
        size = draw(st.integers(2, 3))
        questions[f"v{number}"] = {
            "kind": "one" if kind == "heavier" else kind,
            "options": ["ja", "nee"] if kind == "safety" else [f"o{place}" for place in range(size)],
            "heavier": kind == "heavier",
        }
    many = [name for name, question in questions.items() if question["kind"] == "many"]
    wishes = draw(st.sampled_from([None, *many]))
    wanted = st.lists(st.sampled_from(questions[wishes]["options"]), max_size=1) if wishes else st.just([])
    tracks = {
        f"s{number}": {"caution": list(draw(st.permutations(LEVELS))), "activation": False, "wishes": draw(wanted)}
        for number in range(draw(st.integers(1, 3)))
    }
    names = [f"r{number}" for number in range(draw(st.integers(1, 7)))]
    some_tracks = st.lists(st.sampled_from(sorted(tracks)), max_size=2, unique=True)
    rules = []
    for name in names:
        asked = draw(st.lists(st.sampled_from(sorted(questions)), min_size=1, max_size=3, unique=True))
        holds = {track: draw(st.sampled_from(LEVELS)) for track in draw(some_tracks)}
        others = [other for other in names if other != name]
        rules.append(
            {
                "id": name,
                "when": {question: draw(_conditions(questions[question])) for question in asked},
                "holds": holds,
                "supports": draw(some_tracks),
                "judgement": draw(st.lists(st.sampled_from(sorted(tracks)), max_size=1)),
                "shows": ["n0"],
                "outweighed_by": draw(st.sampled_from(["none", *others])) if holds else "none",
            }
        )
    return {
        "wishes": wishes,
        "tracks": tracks,
        "questions": questions,
        "notes": {"n0": {"kind": "point"}},
        "rules": rules,
    }


@st.composite
def answers_to(draw: st.DrawFn, question: dict[str, Any]) -> Any:
    """Any answer to ``question``."""
    if question["kind"] != "many":
        return draw(st.sampled_from([*question["options"], UNKNOWN]))
    chosen = draw(st.lists(st.sampled_from(question["options"]), max_size=3, unique=True))
    return draw(st.sampled_from([ticked(*chosen), ticked(*chosen, is_all=True), UNKNOWN]))


@st.composite
def situations(draw: st.DrawFn) -> tuple[Definition, Answers]:
    """A route-finder, and answers to some of its questions."""
    definition = draw(definitions())
    asked = [name for name in definition["questions"] if draw(st.booleans())]
    return definition, {name: draw(answers_to(definition["questions"][name])) for name in asked}


def large() -> tuple[Definition, Answers]:
    """90 rules, 22 questions and 10 tracks, more than a real conversation has; half of the questions answered."""
    draw = random.Random(20261122)  # noqa: S311 - the same in every run
    questions: dict[str, dict[str, Any]] = {}
    for number in range(22):
        kind = "safety" if number < 3 else "many" if number % 6 == 0 else "one"
        options = ["ja", "nee"] if kind == "safety" else list("abcdef" if kind == "many" else "abcd")
        questions[f"v{number}"] = {"kind": kind, "options": options, "heavier": kind == "one" and number % 2 == 0}
    tracks = {
        f"s{number}": {"caution": draw.sample(LEVELS, 4), "wishes": ["abcdef"[number % 6]]} for number in range(10)
    }
    names = [f"r{number}" for number in range(90)]
    rules = []
    for name in names:
        asked = draw.sample(sorted(questions), draw.choice([1, 1, 2, 2, 3]))
        held = draw.sample(sorted(tracks), draw.choice([0, 1, 1, 2, 2, 3]))
        operators = {"safety": ["is"], "one": ["is"], "many": ["has", "lacks"]}
        rules.append(
            {
                "id": name,
                "when": {
                    question: {
                        draw.choice(["at_least", "below"] if data["heavier"] else operators[data["kind"]]): draw.choice(
                            data["options"][-2:]
                        )
                    }
                    for question, data in ((question, questions[question]) for question in asked)
                },
                "holds": {track: draw.choice(LEVELS) for track in held},
                "supports": draw.sample(sorted(tracks), 2),
                "outweighed_by": draw.choice([other for other in names if other != name])
                if draw.random() < 0.3
                else "none",
            }
        )
    answers = {
        name: ticked(*draw.sample(data["options"], 2)) if data["kind"] == "many" else draw.choice(data["options"])
        for name, data in questions.items()
        if draw.random() < 0.5
    }
    return {"wishes": "v6", "tracks": tracks, "questions": questions, "notes": {}, "rules": rules}, answers
