"""What would change the outcome: one other answer at a time."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings

from tests.tools.made_up_routes import Answers, Definition, large, levels_of, route, rule, situations, ticked
from tools.conditions import truth
from tools.route import evaluate
from tools.route_definition import UNKNOWN

exactly = settings(deadline=None, derandomize=True, max_examples=50)

HEAVY = rule(
    "zwaar",
    {"belasting": {"at_least": "zwaar"}},
    holds={"zorg": "voorop", "werk": "later"},
    outweighed_by="wens-werk",
)
WISH_FOR_WORK = rule("wens-werk", {"wensen": {"has": "betaald_werk"}}, supports=["werk"])


def _changes(*rules: Any, **answers: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = evaluate(route(*rules), answers)["change"]
    return found


def test_a_lighter_burden_would_bring_work_forward_and_put_care_back() -> None:
    moved = [{"id": "zorg", "from": "voorop", "to": "later"}, {"id": "werk", "from": "later", "to": "voorop"}]
    found = _changes(HEAVY, WISH_FOR_WORK, belasting="zwaar", wensen=ticked(is_all=True))
    assert [change for change in found if change["question"] == "belasting"] == [
        {"question": "belasting", "answer": "geen", "unknown": False, "tracks": moved},
        {"question": "belasting", "answer": "licht", "unknown": False, "tracks": moved},
        {
            "question": "belasting",
            "answer": "weet_niet",
            "unknown": False,
            "tracks": [{**one, "to": "eerst_uitzoeken"} for one in moved],
        },
    ]


def test_a_wish_that_is_said_would_bring_work_forward() -> None:
    found = _changes(HEAVY, WISH_FOR_WORK, belasting="zwaar", wensen=ticked("diploma", is_all=True))
    assert [change for change in found if change["question"] == "wensen"] == [
        {
            "question": "wensen",
            "answer": ticked("betaald_werk", "diploma", is_all=True),
            "unknown": False,
            "tracks": [{"id": "werk", "from": "later", "to": "voorop"}],
        },
        {
            "question": "wensen",
            "answer": ticked("diploma"),
            "unknown": False,
            "tracks": [{"id": "werk", "from": "later", "to": "eerst_uitzoeken"}],
        },
        {
            "question": "wensen",
            "answer": "weet_niet",
            "unknown": False,
            "tracks": [{"id": "werk", "from": "later", "to": "eerst_uitzoeken"}],
        },
    ]


@pytest.mark.parametrize("answers", [{}, {"wensen": "weet_niet"}])
def test_to_come_to_know_a_wish_is_marked_as_something_unknown(answers: Answers) -> None:
    found = _changes(HEAVY, WISH_FOR_WORK, belasting="zwaar", **answers)
    assert [(change["answer"], change["unknown"]) for change in found if change["question"] == "wensen"] == [
        (ticked("betaald_werk"), True),
        (ticked(is_all=True), True),
    ]


def test_to_say_that_this_is_all_is_marked_as_something_unknown_and_to_untick_a_wish_is_not() -> None:
    found = _changes(HEAVY, WISH_FOR_WORK, rule("d", {"wensen": {"lacks": "diploma"}}, holds={"taal": "later"}),
                     belasting="zwaar", wensen=ticked("betaald_werk"))  # fmt: skip
    marked = [(change["answer"], change["unknown"]) for change in found if change["question"] == "wensen"]
    assert marked == [
        ("weet_niet", False),
        (ticked("betaald_werk", "diploma"), True),
        (ticked("betaald_werk", is_all=True), True),
    ]


def test_a_question_that_was_not_answered_is_tried_with_every_answer() -> None:
    found = _changes(HEAVY, WISH_FOR_WORK, gevaar="nee", wensen=ticked("betaald_werk"))
    assert [(change["answer"], change["unknown"]) for change in found if change["question"] == "belasting"] == [
        ("geen", True),
        ("licht", True),
        ("zwaar", True),
    ]


def test_an_answer_that_moves_no_track_is_not_told() -> None:
    assert _changes(rule("noot", {"opvang": {"is": "geregeld"}}), opvang="geregeld", belasting="zwaar") == []


def test_a_question_about_safety_is_tried_like_every_other() -> None:
    danger = rule("gevaar", {"gevaar": {"is": "ja"}}, holds={"werk": "later"})
    assert [(change["answer"], change["unknown"]) for change in _changes(danger, gevaar="ja")] == [
        ("nee", False),
        ("weet_niet", False),
    ]


# --- for every route-finder and all answers ---


def _others(question: dict[str, Any], now: Any) -> list[Any]:
    """Every other single answer, worked out in another way than the tool does."""
    if question["kind"] != "many":
        return [option for option in [*question["options"], UNKNOWN] if option != now]
    ticks = now if isinstance(now, dict) else ticked()
    found = []
    for option in question["options"]:
        on = [one for one in question["options"] if (one in ticks["ticked"]) != (one == option)]
        found.append({"ticked": on, "all": ticks["all"]})
    on = [one for one in question["options"] if one in ticks["ticked"]]
    return [*found, {"ticked": on, "all": not ticks["all"]}, UNKNOWN]


def _form(answer: Any) -> Any:
    return UNKNOWN if answer == ticked() else answer


@exactly
@given(situations())
def test_what_would_change_is_exactly_what_filling_in_the_other_answer_gives(
    situation: tuple[Definition, Answers],
) -> None:
    definition, answers = situation
    result = evaluate(definition, answers)
    levels = levels_of(result)
    expected = []
    for name, question in definition["questions"].items():
        for answer in _others(question, answers.get(name)):
            then = levels_of(evaluate(definition, {**answers, name: answer}))
            moved = [
                {"id": track, "from": levels[track], "to": then[track]}
                for track in definition["tracks"]
                if then[track] != levels[track]
            ]
            told = {"question": name, "answer": _form(answer), "tracks": moved}
            if moved and told not in expected:
                expected.append(told)
    found = [{key: change[key] for key in ("question", "answer", "tracks")} for change in result["change"]]
    assert found == expected


@exactly
@given(situations())
def test_what_is_marked_as_unknown_only_adds_to_what_is_known(situation: tuple[Definition, Answers]) -> None:
    definition, answers = situation
    for change in evaluate(definition, answers)["change"]:
        now, then = answers.get(change["question"]), change["answer"]
        if isinstance(then, dict):
            ticks = now if isinstance(now, dict) else ticked()
            adds = set(ticks["ticked"]) <= set(then["ticked"]) and not ticks["all"]
        else:
            adds = now in (None, UNKNOWN)
        assert change["unknown"] is adds


# --- it costs little ---


def _seconds(definition: Definition, answers: Answers) -> float:
    start = time.process_time()
    evaluate(definition, answers)
    return time.process_time() - start


def test_a_large_route_finder_with_all_that_would_change_it_is_worked_out_in_a_blink() -> None:
    definition, answers = large()
    assert len(evaluate(definition, answers)["change"]) > 10
    assert min(_seconds(definition, answers) for _ in range(20)) < 0.010


def test_only_the_rules_that_mention_a_question_are_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    definition, answers = large()
    conditions = sum(len(one["when"]) for one in definition["rules"])
    looked_at = []

    def counted(*asked: Any) -> Any:
        looked_at.append(asked)
        return truth(*asked)

    monkeypatch.setattr("tools.route_change.truth", counted)
    evaluate(definition, answers)
    others = max(len(_others(question, answers.get(name))) for name, question in definition["questions"].items())
    assert 0 < len(looked_at) <= conditions * (1 + others)
