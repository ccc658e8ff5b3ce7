"""Who works with pen and paper comes to what the tool says: the printed rules and the engine agree."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from scripts.definitions import route_definition
from scripts.localise import localise
from scripts.route_vectors import full_answer
from tests import route_content
from tests.content.built import read_pages
from tests.content.paper import Paper, Ticked
from tools.route import evaluate

UNKNOWN = "weet_niet"
DATA = route_content.content().families["routes"][route_content.NAME].data
DEFINITION = route_definition(DATA)
VECTORS = route_content.content().vectors.get(f"routes/{route_content.NAME}")
per_language = pytest.mark.parametrize("locale", route_content.LANGUAGES)


@pytest.fixture(scope="module")
def papers(route_site: Path) -> dict[str, Paper]:
    """The printed page in every language that the route-finder has."""
    pages = read_pages(route_site)
    return {
        locale: Paper(
            pages[language.prefix + route_content.URL],
            {key: str(text) for key, text in localise(route_content.content(), locale)["ui"].items()},
        )
        for locale, language in route_content.LANGUAGES.items()
    }


def _by_hand(paper: Paper, answers: dict[str, Any]) -> Ticked:
    """``answers`` as crosses in the printed form."""
    ticked: Ticked = {}
    for number, (name, question) in enumerate(zip(DEFINITION["questions"], paper.questions, strict=True), 1):
        if name not in answers:
            continue
        answer = answers[name]
        labels = {value: label for label, value in question.options.items()}
        unknown = paper.words["route_unknown"]
        if isinstance(answer, dict):
            ticked[number] = ([labels[option] for option in answer["ticked"]], answer.get("all", False))
        else:
            ticked[number] = ([labels.get(answer, unknown) if answer != UNKNOWN else unknown], False)
    return ticked


def _differences(paper: Paper, locale: str, answers: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    data = localise(route_content.content(), locale)["routes"][route_content.NAME]
    result = evaluate(DEFINITION, answers)
    track = {name: " ".join(part["label"].split()) for name, part in data["tracks"].items()}
    level = {name: " ".join(part["label"].split()) for name, part in data["levels"].items()}
    said = {
        "levels": [(track[one["id"]], level[one["level"]]) for one in result["tracks"]],
        "supports": {track[one["id"]]: set(one["supports"]) for one in result["tracks"]},
        "judgement": {track[one["id"]] for one in result["tracks"] if one["judgement"]},
    }
    by_hand = paper.outcome(_by_hand(paper, answers))
    found = {key: (by_hand[key], value) for key, value in said.items() if by_hand[key] != value}
    shown = [" ".join(str(data["notes"][note["id"]]["text"]).split()) for note in result["notes"]]
    missing = [text for text in shown if not any(text in printed for printed in by_hand["notes"])]
    if missing or len(shown) != len(by_hand["notes"]):
        found["notes"] = (by_hand["notes"], shown)
    return found


def _random_answers(chance: random.Random) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for name, question in DEFINITION["questions"].items():
        if chance.random() < 0.15:
            continue
        if chance.random() < 0.15:
            answers[name] = UNKNOWN
        elif question["kind"] == "many":
            some = [option for option in question["options"] if chance.random() < 0.4]
            answers[name] = {"ticked": some, "all": chance.random() < 0.6}
        elif question["kind"] == "safety":
            answers[name] = "ja" if chance.random() < 0.1 else "nee"
        else:
            answers[name] = chance.choice(question["options"])
    return answers


@per_language
def test_who_works_it_out_by_hand_from_the_printed_words_agrees_with_the_tool_in_300_situations(
    papers: dict[str, Paper], locale: str
) -> None:
    chance = random.Random(20261122)  # noqa: S311 - situations for a test
    wrong = []
    for _ in range(300):
        answers = _random_answers(chance)
        differences = _differences(papers[locale], locale, answers)
        if differences:
            wrong.append((answers, differences))
    assert wrong == []


@per_language
def test_who_works_it_out_by_hand_agrees_with_the_tool_in_every_vector(papers: dict[str, Paper], locale: str) -> None:
    vectors: list[dict[str, Any]] = VECTORS.data if VECTORS else [{"name": "nothing is filled in", "answers": {}}]
    wrong = {}
    for vector in vectors:
        answers = {name: full_answer(answer) for name, answer in vector["answers"].items()}
        differences = _differences(papers[locale], locale, answers)
        if differences:
            wrong[vector["name"]] = differences
    assert wrong == {}


@per_language
def test_every_rule_stands_on_paper_with_reason_source_and_name_at_each_of_its_tracks(
    papers: dict[str, Paper], locale: str
) -> None:
    paper = papers[locale]
    assert set(paper.rules) == {rule["id"] for rule in DATA["rules"]}
    labels = localise(route_content.content(), locale)["routes"][route_content.NAME]["tracks"]
    for printed, (name, track) in zip(paper.tracks, DATA["tracks"].items(), strict=True):
        assert printed.label == " ".join(labels[name]["label"].split())
        assert len(printed.order) == len(track["caution"])
        for place, effect in (("holds", "holds"), ("supports", "supports"), ("judgement", "judgement")):
            wanted = [rule["id"] for rule in DATA["rules"] if name in rule.get(effect, [])]
            assert [rule.name for rule in getattr(printed, place)] == wanted


@per_language
def test_five_short_steps_say_how_it_is_done(papers: dict[str, Paper], locale: str) -> None:
    assert len(papers[locale].steps) == 5
    assert all(papers[locale].steps)


def test_a_wrong_word_on_paper_would_be_noticed(papers: dict[str, Paper]) -> None:
    paper = papers["nl"]
    track = next(track for track in paper.tracks if track.holds)
    order = track.order[:]
    track.order.reverse()
    try:
        chance = random.Random(1)  # noqa: S311 - situations for a test
        assert any(_differences(paper, "nl", _random_answers(chance)) for _ in range(50))
    finally:
        track.order[:] = order
