"""What the checklist tells a gemeente: where it stands, what nobody knows, and what to do first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.tools.made_up import Answers, Definition, anything, checklist, situations
from tools.checklist import ANSWERS, OPEN, TO_DO, evaluate
from tools.definitions import BadDefinition
from tools.graph import closure

exactly = settings(deadline=None, derandomize=True, max_examples=80)


def _actions(definition: Definition, answers: Any) -> list[str]:
    return [action["item"] for action in evaluate(definition, answers)["actions"]]


def _unknown(definition: Definition, answers: Any) -> list[str]:
    return [entry["item"] for entry in evaluate(definition, answers)["unknown"]]


def _below(definition: Definition) -> dict[str, frozenset[str]]:
    return closure({name: item["builds_on"] for name, item in definition["items"].items()})


# --- examples ---


def test_a_gemeente_that_fills_in_nothing_gets_no_actions_and_nothing_to_find_out() -> None:
    result = evaluate(checklist({"beleid": [], "intake": []}), {})
    assert result["total"] == 2
    assert result["answered"] == 0
    assert result["actions"] == []
    assert result["unknown"] == []


def test_no_and_partly_are_actions_and_yes_and_not_applicable_are_not() -> None:
    definition = checklist({"a": [], "b": [], "c": [], "d": []})
    assert _actions(definition, {"a": "ja", "b": "nvt", "c": "deels", "d": "nee"}) == ["d", "c"]


def test_what_nobody_knows_is_to_be_found_out_and_is_not_an_action() -> None:
    definition = checklist({"a": [], "b": []})
    assert _actions(definition, {"a": "weet_niet"}) == []
    assert _unknown(definition, {"a": "weet_niet"}) == ["a"]


def test_an_action_on_which_more_open_questions_build_comes_first() -> None:
    definition = checklist({"los": [], "intake": ["beleid"], "maatwerk": ["beleid"], "beleid": []})
    assert _actions(definition, {"los": "nee", "beleid": "deels", "intake": "nee", "maatwerk": "weet_niet"}) == [
        "beleid",
        "los",
        "intake",
    ]


def test_a_question_that_is_settled_or_not_filled_in_does_not_wait_for_another() -> None:
    definition = checklist({"basis": [], "geregeld": ["basis"], "niet-van-toepassing": ["basis"], "leeg": ["basis"]})
    result = evaluate(definition, {"basis": "nee", "geregeld": "ja", "niet-van-toepassing": "nvt"})
    assert result["actions"][0]["waiting"] == []


def test_a_question_waits_also_for_what_it_builds_on_through_another() -> None:
    definition = checklist({"basis": [], "midden": ["basis"], "top": ["midden"]})
    result = evaluate(definition, {"basis": "nee", "midden": "ja", "top": "deels"})
    assert result["actions"][0]["item"] == "basis"
    assert result["actions"][0]["waiting"] == ["top"]


def test_no_goes_before_partly_when_as_many_questions_wait() -> None:
    definition = checklist({"deels-geregeld": [], "niet-geregeld": []})
    assert _actions(definition, {"deels-geregeld": "deels", "niet-geregeld": "nee"}) == [
        "niet-geregeld",
        "deels-geregeld",
    ]


def test_partly_goes_before_no_when_more_questions_wait_for_it() -> None:
    definition = checklist({"niet-geregeld": [], "basis": [], "top": ["basis"]})
    assert _actions(definition, {"niet-geregeld": "nee", "basis": "deels", "top": "nee"})[0] == "basis"


def test_when_all_else_is_equal_the_order_of_the_page_decides() -> None:
    definition = checklist({"c": [], "a": [], "b": []})
    assert _actions(definition, {"a": "nee", "b": "nee", "c": "nee"}) == ["c", "a", "b"]


def test_an_action_that_builds_on_what_nobody_knows_comes_after_all_that_do_not() -> None:
    definition = checklist({"basis": [], "op-los-zand": ["basis"], "top": ["op-los-zand"], "los": []})
    answers = {"basis": "weet_niet", "op-los-zand": "nee", "top": "ja", "los": "deels"}
    assert _actions(definition, answers) == ["los", "op-los-zand"]


def test_loose_ground_counts_through_another_question_whatever_its_answer() -> None:
    definition = checklist({"basis": [], "midden": ["basis"], "top": ["midden"], "los": []})
    for between in ("ja", "nvt", "deels", "nee"):
        result = evaluate(definition, {"basis": "weet_niet", "midden": between, "top": "nee", "los": "deels"})
        last = result["actions"][-1]
        assert (last["item"], last["unknown_basis"]) == ("top", ["basis"]), between


def test_what_most_open_questions_wait_for_is_found_out_first() -> None:
    definition = checklist({"los": [], "basis": [], "een": ["basis"], "twee": ["basis"]})
    answers = {"los": "weet_niet", "basis": "weet_niet", "een": "nee", "twee": "weet_niet"}
    assert _unknown(definition, answers) == ["basis", "los", "twee"]


def test_a_theme_tells_how_often_each_answer_was_given_and_shows_every_question() -> None:
    definition = checklist({"a": [], "b": [], "c": []}, {"b": "twee"})
    first, second = evaluate(definition, {"a": "ja", "b": "weet_niet"})["themes"]
    assert first == {
        "id": "een",
        "counts": {"ja": 1, "deels": 0, "nee": 0, "weet_niet": 0, "nvt": 0},
        "cells": [{"item": "a", "answer": "ja"}, {"item": "c", "answer": None}],
    }
    assert second["cells"] == [{"item": "b", "answer": "weet_niet"}]


def test_an_action_brings_its_own_chapters_and_tips() -> None:
    action = evaluate(checklist({"beleid": []}), {"beleid": "nee"})["actions"][0]
    assert (action["chapters"], action["tips"]) == (["h-beleid"], ["t-beleid"])


@pytest.mark.parametrize(
    ("definition", "says"),
    [
        (None, "definition"),
        ([], "definition"),
        ({"items": {}}, "themes"),
        ({"themes": "een", "items": {}}, "themes"),
        ({"themes": ["een"]}, "items"),
        ({"themes": ["een"], "items": {"a": "tekst"}}, "item a"),
        ({"themes": ["een"], "items": {"a": {"theme": "een"}}}, "builds_on of a"),
        (checklist({"a": ["b"]}), "unknown item 'b'"),
        (checklist({"a": ["b"], "b": ["a"]}), "a → b → a"),
        (checklist({"a": ["a"]}), "a → a"),
    ],
)
def test_a_definition_that_cannot_be_worked_with_is_refused_and_the_fault_is_named(definition: Any, says: str) -> None:
    with pytest.raises(BadDefinition, match=says):
        evaluate(definition, {})


@pytest.mark.parametrize("field", ["chapters", "tips"])
def test_an_item_whose_help_is_no_list_is_refused_when_it_would_be_shown(field: str) -> None:
    definition = checklist({"a": []})
    definition["items"]["a"][field] = "3.1"
    with pytest.raises(BadDefinition, match=f"{field} of a"):
        evaluate(definition, {"a": "nee"})


# --- for every checklist and all answers ---


@exactly
@given(situations())
def test_every_no_and_every_partly_is_exactly_one_action(situation: tuple[Definition, Answers]) -> None:
    definition, answers = situation
    expected = sorted(name for name, answer in answers.items() if answer in TO_DO)
    assert sorted(_actions(definition, answers)) == expected


@exactly
@given(situations())
def test_every_weet_niet_is_exactly_once_in_the_list_of_what_nobody_knows(
    situation: tuple[Definition, Answers],
) -> None:
    definition, answers = situation
    expected = sorted(name for name, answer in answers.items() if answer == "weet_niet")
    assert sorted(_unknown(definition, answers)) == expected


@exactly
@given(situations())
def test_an_action_never_stands_before_the_question_it_builds_on(situation: tuple[Definition, Answers]) -> None:
    definition, answers = situation
    below = _below(definition)
    actions = _actions(definition, answers)
    for place, name in enumerate(actions):
        assert not below[name] & set(actions[place:]), f"{name} stands before what it builds on"


@exactly
@given(situations())
def test_a_question_to_find_out_never_stands_before_the_unknown_it_builds_on(
    situation: tuple[Definition, Answers],
) -> None:
    definition, answers = situation
    below = _below(definition)
    unknown = _unknown(definition, answers)
    for place, name in enumerate(unknown):
        assert not below[name] & set(unknown[place:])


@exactly
@given(situations())
def test_what_rests_on_the_unknown_stands_in_one_group_at_the_end(situation: tuple[Definition, Answers]) -> None:
    definition, answers = situation
    groups = [bool(action["unknown_basis"]) for action in evaluate(definition, answers)["actions"]]
    assert groups == sorted(groups)


@exactly
@given(situations())
def test_within_a_group_fewer_and_fewer_open_questions_wait(situation: tuple[Definition, Answers]) -> None:
    definition, answers = situation
    actions = evaluate(definition, answers)["actions"]
    for group in (True, False):
        waiting = [len(action["waiting"]) for action in actions if bool(action["unknown_basis"]) is group]
        assert waiting == sorted(waiting, reverse=True)


@exactly
@given(situations())
def test_who_waits_and_what_is_unknown_below_follow_from_what_builds_on_what(
    situation: tuple[Definition, Answers],
) -> None:
    definition, answers = situation
    below = _below(definition)
    result = evaluate(definition, answers)
    for entry in [*result["actions"], *result["unknown"]]:
        name = entry["item"]
        assert set(entry["waiting"]) == {
            other for other in below if name in below[other] and answers.get(other) in OPEN
        }
    for action in result["actions"]:
        assert set(action["unknown_basis"]) == {
            other for other in below[action["item"]] if answers.get(other) == "weet_niet"
        }


@exactly
@given(situations(), st.randoms(use_true_random=False))
def test_the_order_in_which_answers_come_in_does_not_matter(situation: tuple[Definition, Answers], dice: Any) -> None:
    definition, answers = situation
    shuffled = list(answers.items())
    dice.shuffle(shuffled)
    assert evaluate(definition, dict(shuffled)) == evaluate(definition, answers)


@exactly
@given(situations(), st.dictionaries(st.text(max_size=6), anything(), max_size=5), st.data())
def test_an_answer_that_is_none_of_the_five_counts_as_not_filled_in(
    situation: tuple[Definition, Answers], strangers: dict[str, Any], data: st.DataObject
) -> None:
    definition, answers = situation
    items = definition["items"]
    foreign: dict[str, Any] = {name: value for name, value in strangers.items() if name not in items}
    for name in [name for name in items if name not in answers]:
        value = data.draw(anything() | st.sampled_from(["NEE", " nee", "nee\n", "Ja", "", "open", "no"]))
        assume(value not in ANSWERS)
        foreign[name] = value
    assert evaluate(definition, {**answers, **foreign}) == evaluate(definition, answers)


@exactly
@given(situations(), anything())
def test_answers_that_are_no_answers_at_all_count_as_an_empty_form(
    situation: tuple[Definition, Answers], answers: Any
) -> None:
    definition, _ = situation
    assume(not isinstance(answers, dict))
    assert evaluate(definition, answers) == evaluate(definition, {})


@exactly
@given(situations())
def test_the_counts_of_a_theme_and_its_empty_questions_add_up_to_all_its_questions(
    situation: tuple[Definition, Answers],
) -> None:
    definition, answers = situation
    result = evaluate(definition, answers)
    for theme in result["themes"]:
        empty = sum(cell["answer"] is None for cell in theme["cells"])
        assert sum(theme["counts"].values()) + empty == len(theme["cells"])
    counted = sum(sum(theme["counts"].values()) for theme in result["themes"])
    assert counted == result["answered"] == len(answers)
    assert sum(len(theme["cells"]) for theme in result["themes"]) == result["total"] == len(definition["items"])


@exactly
@given(situations(), st.data())
def test_another_answer_to_one_question_never_reorders_actions_that_have_nothing_to_do_with_it(
    situation: tuple[Definition, Answers], data: st.DataObject
) -> None:
    definition, answers = situation
    below = _below(definition)
    name = data.draw(st.sampled_from(sorted(definition["items"])))
    related = {name, *below[name], *(other for other in below if name in below[other])}
    changed = {**answers, name: data.draw(st.sampled_from(ANSWERS))}
    before, after = (
        [action for action in _actions(definition, given) if action not in related] for given in (answers, changed)
    )
    assert after == before


@exactly
@given(situations())
def test_the_result_names_only_ids_of_the_definition_and_no_score(situation: tuple[Definition, Answers]) -> None:
    definition, answers = situation
    result = evaluate(definition, answers)
    assert set(result) == {"total", "answered", "themes", "unknown", "actions"}
    assert [theme["id"] for theme in result["themes"]] == definition["themes"]
    named = {entry["item"] for entry in [*result["actions"], *result["unknown"]]}
    assert named <= set(definition["items"])
