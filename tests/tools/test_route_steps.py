"""Which question comes next, and how many there can be: none is asked whose answer cannot matter."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.made_up_routes import (
    TRACKS,
    Answers,
    Definition,
    answers_to,
    route,
    rule,
    situations,
    ticked,
    without,
)
from tools.route import evaluate

exactly = settings(deadline=None, derandomize=True, max_examples=50)

HEAVY_WITHOUT_CHILD_CARE = rule(
    "zwaar-zonder-opvang",
    {"belasting": {"is": "zwaar"}, "opvang": {"is": "niet_geregeld"}},
    holds={"werk": "later"},
    outweighed_by="wens-werk",
)
WISH_FOR_WORK = rule("wens-werk", {"wensen": {"has": "betaald_werk"}}, supports=["werk"])
NO_WISHES = {name: {**track, "wishes": []} for name, track in TRACKS.items()}


def _steps(*rules: Any, tracks: dict[str, Any] = NO_WISHES, **answers: Any) -> tuple[str | None, list[str]]:
    result = evaluate(route(*rules, tracks=tracks), answers)
    assert result["bound"] == len(result["needed"])
    return result["next"], result["needed"]


def test_at_the_start_every_question_that_a_rule_mentions_is_needed_in_the_written_order() -> None:
    assert _steps(WISH_FOR_WORK, HEAVY_WITHOUT_CHILD_CARE) == ("gevaar", ["gevaar", "belasting", "opvang", "wensen"])


def test_a_question_is_not_asked_when_the_rule_that_mentions_it_is_false_already() -> None:
    assert _steps(HEAVY_WITHOUT_CHILD_CARE, WISH_FOR_WORK, gevaar="nee", belasting="geen") == ("wensen", ["wensen"])


def test_a_question_stays_needed_for_another_rule_that_is_still_open() -> None:
    note = rule("opvang", {"opvang": {"is": "geregeld"}})
    assert _steps(HEAVY_WITHOUT_CHILD_CARE, WISH_FOR_WORK, note, gevaar="nee", belasting="geen")[1] == [
        "opvang",
        "wensen",
    ]


def test_weet_niet_makes_no_rule_false_so_the_other_questions_of_the_rule_stay() -> None:
    assert _steps(HEAVY_WITHOUT_CHILD_CARE, WISH_FOR_WORK, gevaar="nee", belasting="weet_niet") == (
        "opvang",
        ["opvang", "wensen"],
    )


def test_a_question_that_was_answered_with_weet_niet_is_not_asked_again() -> None:
    assert _steps(HEAVY_WITHOUT_CHILD_CARE, WISH_FOR_WORK, gevaar="weet_niet", belasting="weet_niet",
                  opvang="weet_niet", wensen="weet_niet") == (None, [])  # fmt: skip


def test_a_question_with_many_answers_is_answered_even_if_that_is_not_all() -> None:
    assert _steps(WISH_FOR_WORK, gevaar="nee", wensen=ticked("diploma")) == (None, [])


def test_a_question_about_safety_is_always_asked_even_if_no_rule_mentions_it() -> None:
    assert _steps(WISH_FOR_WORK, wensen="weet_niet") == ("gevaar", ["gevaar"])


def test_the_wishes_are_always_asked_when_a_wish_can_bring_a_track_forward_in_the_row() -> None:
    assert _steps(rule("r", {"opvang": {"is": "geregeld"}}), tracks=TRACKS, gevaar="nee", opvang="geregeld") == (
        "wensen",
        ["wensen"],
    )


def test_a_question_that_no_rule_mentions_is_not_asked() -> None:
    assert _steps(rule("r", {"opvang": {"is": "geregeld"}}), gevaar="nee", opvang="geregeld") == (None, [])


def test_a_foreign_answer_leaves_its_question_to_be_asked() -> None:
    assert _steps(WISH_FOR_WORK, gevaar="misschien", wensen=["diploma"]) == ("gevaar", ["gevaar", "wensen"])


# --- for every route-finder and all answers ---


@exactly
@given(situations(), st.data())
def test_answering_one_more_question_never_adds_a_question(
    situation: tuple[Definition, Answers], data: st.DataObject
) -> None:
    definition, answers = situation
    now = evaluate(definition, answers)
    for name in definition["questions"]:
        if name not in answers:
            then = evaluate(definition, {**answers, name: data.draw(answers_to(definition["questions"][name]))})
            assert set(then["needed"]) <= set(now["needed"]) - {name}
            assert then["bound"] <= now["bound"]


@exactly
@given(situations(), st.data())
def test_following_the_next_question_asks_each_once_and_ends_within_the_bound(
    situation: tuple[Definition, Answers], data: st.DataObject
) -> None:
    definition, answers = situation[0], dict(situation[1])
    result = evaluate(definition, answers)
    bounds = [result["bound"]]
    while result["next"] is not None:
        assert result["next"] == result["needed"][0]
        assert result["next"] not in answers
        answers[result["next"]] = data.draw(answers_to(definition["questions"][result["next"]]))
        result = evaluate(definition, answers)
        bounds.append(result["bound"])
    assert all(after < before for before, after in pairwise(bounds))


@exactly
@given(situations(), st.data())
def test_the_answer_to_a_question_that_is_not_needed_changes_nothing_in_the_result(
    situation: tuple[Definition, Answers], data: st.DataObject
) -> None:
    definition, answers = situation
    now = evaluate(definition, answers)
    for name in definition["questions"]:
        if name not in answers and name not in now["needed"]:
            then = evaluate(definition, {**answers, name: data.draw(answers_to(definition["questions"][name]))})
            assert without(then, "change") == without(now, "change")


@exactly
@given(situations())
def test_every_open_question_that_was_not_answered_is_still_to_be_asked(
    situation: tuple[Definition, Answers],
) -> None:
    definition, answers = situation
    result = evaluate(definition, answers)
    assert {name for name in result["unknown"] if name not in answers} <= set(result["needed"])
