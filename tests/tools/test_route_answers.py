"""What counts as an answer: everything else counts as not answered, and never as no."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.tools.made_up import anything
from tests.tools.made_up_routes import Answers, Definition, route, rule, situations, ticked, without
from tools.route import evaluate
from tools.route_answers import NO_TICKS, Ticks, known, written
from tools.route_answers import read as read_answers
from tools.route_definition import read

exactly = settings(deadline=None, derandomize=True, max_examples=50)

ROUTE = read(route(rule("r", {"belasting": {"is": "zwaar"}})))


def test_an_answer_with_one_option_makes_its_question_known() -> None:
    given_ = read_answers(ROUTE, {"belasting": "licht", "gevaar": "nee"})
    assert given_.values == {("belasting", ""): "licht", ("gevaar", ""): "nee"}
    assert (given_.answered, given_.ignored) == ({"gevaar": "nee", "belasting": "licht"}, 0)


def test_weet_niet_is_an_answer_that_makes_nothing_known() -> None:
    given_ = read_answers(ROUTE, {"belasting": "weet_niet", "wensen": "weet_niet"})
    assert given_.values == {}
    assert given_.answered == {"belasting": "weet_niet", "wensen": NO_TICKS}


def test_what_is_ticked_is_yes_and_what_is_not_is_unknown_until_that_is_all() -> None:
    assert read_answers(ROUTE, {"wensen": ticked("diploma")}).values == {("wensen", "diploma"): True}
    assert read_answers(ROUTE, {"wensen": ticked("diploma", is_all=True)}).values == {
        ("wensen", "betaald_werk"): False,
        ("wensen", "diploma"): True,
    }
    assert read_answers(ROUTE, {"wensen": {"ticked": ["diploma"]}}).values == {("wensen", "diploma"): True}


def test_nothing_ticked_and_that_is_all_means_no_wish_at_all() -> None:
    assert set(read_answers(ROUTE, {"wensen": ticked(is_all=True)}).values.values()) == {False}


@pytest.mark.parametrize("answer", ["matig", "Licht", "licht ", "", None, 0, True, ["licht"], {"ticked": ["licht"]}])
def test_a_foreign_answer_to_a_question_is_no_answer_and_is_counted(answer: Any) -> None:
    given_ = read_answers(ROUTE, {"belasting": answer})
    assert (given_.answered, given_.values, given_.ignored) == ({}, {}, 1)


@pytest.mark.parametrize(
    "answer",
    [
        "diploma",
        ["diploma"],
        None,
        {},
        {"ticked": "diploma"},
        {"ticked": ["diploma"], "all": "ja"},
        {"ticked": ["diploma"], "all": 1},
        {"all": True},
        {"ticked": ["diploma"], "geen": ["betaald_werk"]},
    ],
)
def test_ticks_of_another_form_are_no_answer_and_make_no_wish_a_no(answer: Any) -> None:
    given_ = read_answers(ROUTE, {"wensen": answer})
    assert (given_.answered, given_.values, given_.ignored) == ({}, {}, 1)


def test_a_foreign_tick_is_left_out_and_then_that_is_all_is_no_longer_believed() -> None:
    given_ = read_answers(ROUTE, {"wensen": ticked("diploma", "vakantie", is_all=True)})
    assert (given_.values, given_.ignored) == ({("wensen", "diploma"): True}, 1)


def test_an_answer_of_foreign_ticks_only_is_no_answer() -> None:
    given_ = read_answers(ROUTE, {"wensen": ticked("vakantie", "rust", is_all=True)})
    assert (given_.answered, given_.values, given_.ignored) == ({}, {}, 2)


def test_a_foreign_question_is_left_out_and_counted() -> None:
    assert read_answers(ROUTE, {"weer": "mooi", "belasting": "licht"}).ignored == 1


@pytest.mark.parametrize(("answers", "ignored"), [(None, 0), ({}, 0), ([], 1), ("ja", 1), (7, 1)])
def test_answers_that_are_no_answers_at_all_count_as_an_empty_form(answers: Any, ignored: int) -> None:
    given_ = read_answers(ROUTE, answers)
    assert (given_.answered, given_.values, given_.ignored) == ({}, {}, ignored)


def test_an_answer_is_written_as_the_tool_takes_it() -> None:
    for answer in ("licht", "weet_niet"):
        assert written(ROUTE.questions["belasting"], answer) == answer
    wishes = ROUTE.questions["wensen"]
    assert written(wishes, NO_TICKS) == "weet_niet"
    both = Ticks(frozenset({"diploma", "betaald_werk"}), all=False)
    assert written(wishes, both) == ticked("betaald_werk", "diploma")
    assert known(wishes, both) == {("wensen", "betaald_werk"): True, ("wensen", "diploma"): True}


# --- for every route-finder and all answers ---


@exactly
@given(situations(), st.dictionaries(st.text(max_size=6), anything(), max_size=5), st.data())
def test_foreign_questions_and_foreign_answers_change_nothing_but_their_count(
    situation: tuple[Definition, Answers], strangers: dict[str, Any], data: st.DataObject
) -> None:
    definition, answers = situation
    questions = definition["questions"]
    foreign: dict[str, Any] = {name: value for name, value in strangers.items() if name not in questions}
    for name in [name for name in questions if name not in answers]:
        value = data.draw(
            anything() | st.sampled_from(["NEE", " nee", "", "O0", ["o0"], ticked("vreemd", is_all=True)])
        )
        assume(value not in [*questions[name]["options"], "weet_niet"])
        assume(not (isinstance(value, dict) and value.get("ticked") == []))
        foreign[name] = value
    result, plain = evaluate(definition, {**answers, **foreign}), evaluate(definition, answers)
    assert without(result, "ignored") == without(plain, "ignored")
    assert plain["ignored"] == 0
    assert result["ignored"] == len(foreign)


@exactly
@given(situations())
def test_a_foreign_tick_never_makes_another_option_a_no(situation: tuple[Definition, Answers]) -> None:
    definition, answers = situation
    for name in [name for name, answer in answers.items() if isinstance(answer, dict) and answer["ticked"]]:
        with_stranger = {**answers, name: ticked(*answers[name]["ticked"], "vreemd", is_all=True)}
        only_ours = {**answers, name: ticked(*answers[name]["ticked"])}
        result = evaluate(definition, with_stranger)
        assert result["ignored"] == 1
        assert without(result, "ignored") == without(evaluate(definition, only_ours), "ignored")


@exactly
@given(situations(), anything())
def test_no_answers_whatever_raise(situation: tuple[Definition, Answers], answers: Any) -> None:
    assert evaluate(situation[0], answers)["tracks"]
