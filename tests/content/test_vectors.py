"""The vectors: situations that an expert can dispute, and what the tools must answer."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from scripts.content import TOOLS, load
from scripts.route_vectors import true_rules
from scripts.vectors import differences, requests, run
from tests.conftest import ROOT
from tools import route
from tools.checklist import ANSWERS, TO_DO

ASKED = requests(load([ROOT / "docs"]))
NAMES = [vector["name"] for vector, _ in ASKED]
CHECKLISTS = [(vector, request) for vector, request in ASKED if request["tool"] == "checklist"]
ROUTES = [(vector, request) for vector, request in ASKED if request["tool"] == "route"]


@pytest.fixture(scope="module")
def outcomes(_in_project_folder: None) -> dict[str, dict[str, Any]]:
    """What every vector expected and did not get."""
    return dict(run())


@pytest.mark.parametrize("name", NAMES)
def test_the_tool_answers_as_written_by_hand(name: str, outcomes: dict[str, dict[str, Any]]) -> None:
    assert outcomes[name] == {}


def test_no_two_vectors_tell_the_same_situation() -> None:
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []


def test_every_definition_has_vectors(capsys: pytest.CaptureFixture[str]) -> None:
    content = load([ROOT / "docs"])
    definitions = {f"{family}/{name}" for family in TOOLS for name in content.families[family]}
    with capsys.disabled():
        print(f"\n  {len(NAMES)} vectors ran over {len(definitions)} definition(s).")
    assert definitions
    assert set(content.vectors) == definitions


def test_the_vectors_show_every_question_once_as_an_action_and_once_not() -> None:
    asked: dict[str, set[bool]] = {item: set() for _, request in CHECKLISTS for item in request["definition"]["items"]}
    for vector, request in CHECKLISTS:
        for item in request["definition"]["items"]:
            asked[item].add(vector["answers"].get(item) in TO_DO)
    assert {item: seen for item, seen in asked.items() if seen != {True, False}} == {}


def test_every_kind_of_answer_occurs_in_the_vectors() -> None:
    given = {answer for vector, _ in CHECKLISTS for answer in vector["answers"].values()}
    assert given == set(ANSWERS)


def test_the_vectors_show_every_rule_of_a_route_finder_once_true_and_once_not() -> None:
    told: dict[str, set[bool]] = {rule["id"]: set() for _, request in ROUTES for rule in request["definition"]["rules"]}
    for vector, request in ROUTES:
        true = true_rules(route.evaluate(request["definition"], request["answers"]))
        for expected, names in ((True, "because"), (False, "not_because")):
            for name in vector["expect"].get(names, []):
                assert (name in true) is expected
                told[name].add(expected)
    assert {name: seen for name, seen in told.items() if seen != {True, False}} == {}


def test_every_vector_says_what_it_rests_on_and_expects_something() -> None:
    assert [name for name, (vector, _) in zip(NAMES, ASKED, strict=True) if not vector.get("source")] == []
    assert [name for name, (vector, _) in zip(NAMES, ASKED, strict=True) if not vector["expect"]] == []


def test_a_vector_whose_expectation_differs_from_the_answer_is_told_with_both() -> None:
    result = {"answered": 1, "actions": [], "unknown": [], "themes": []}
    assert differences({"expect": {"answered": 2, "actions": []}}, result) == {"answered": (2, 1)}
