"""Conditions in three truths: what nobody knows is neither yes nor no."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from tools.conditions import Question, Value, all_of, conditions, domain, negated, operators, truth
from tools.definitions import BadDefinition

BURDEN = Question("belasting", "one", ("geen", "licht", "zwaar"), heavier=True)
CARE = Question("opvang", "one", ("geregeld", "niet_geregeld"), heavier=False)
DANGER = Question("gevaar", "safety", ("ja", "nee"), heavier=False)
WISHES = Question("wensen", "many", ("betaald_werk", "diploma"), heavier=False)


def _true_for(question: Question, authored: Any) -> list[Value]:
    """The values with which the only condition is true."""
    [condition] = conditions(question, authored)
    return [value for value in domain(question)[condition.atom] if truth(condition, value)]


@pytest.mark.parametrize(
    ("authored", "true_for"),
    [
        ({"is": "licht"}, ["licht"]),
        ({"one_of": ["geen", "zwaar"]}, ["geen", "zwaar"]),
        ({"below": "zwaar"}, ["geen", "licht"]),
        ({"below": "geen"}, []),
        ({"at_least": "licht"}, ["licht", "zwaar"]),
        ({"at_least": "geen"}, ["geen", "licht", "zwaar"]),
    ],
)
def test_a_condition_on_a_burden_is_true_for_the_answers_that_it_names_or_that_weigh_as_said(
    authored: Any, true_for: list[str]
) -> None:
    assert _true_for(BURDEN, authored) == true_for


def test_a_wish_is_there_when_it_is_ticked_and_lacking_when_it_is_known_not_to_be() -> None:
    assert _true_for(WISHES, {"has": "diploma"}) == [True]
    assert _true_for(WISHES, {"lacks": "diploma"}) == [False]


@pytest.mark.parametrize(
    ("question", "authored"),
    [
        (BURDEN, {"is": "licht"}),
        (BURDEN, {"at_least": "geen"}),
        (BURDEN, {"below": "geen"}),
        (DANGER, {"one_of": ["ja", "nee"]}),
        (WISHES, {"lacks": "diploma"}),
    ],
)
def test_no_condition_is_true_or_false_while_nobody_knows_the_answer(question: Question, authored: Any) -> None:
    [condition] = conditions(question, authored)
    assert truth(condition, None) is None


def test_each_condition_is_false_for_every_known_answer_for_which_it_is_not_true() -> None:
    for question in (BURDEN, CARE, DANGER):
        for option in question.options:
            [condition] = conditions(question, {"is": option})
            for value in question.options:
                assert truth(condition, value) is (value == option)


def test_several_conditions_on_one_question_are_each_about_an_option_of_their_own() -> None:
    both = conditions(WISHES, [{"has": "diploma"}, {"lacks": "betaald_werk"}])
    assert [condition.atom for condition in both] == [("wensen", "diploma"), ("wensen", "betaald_werk")]


def test_one_false_settles_it_and_without_a_false_one_unknown_leaves_it_open() -> None:
    for truths in product([True, None, False], repeat=3):
        expected = False if False in truths else None if None in truths else True
        assert all_of(truths) is expected


def test_where_nothing_is_asked_nothing_stands_in_the_way() -> None:
    assert all_of([]) is True


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert [negated(one) for one in (True, None, False)] == [False, None, True]


def test_a_question_with_many_answers_has_something_to_know_about_each_option() -> None:
    assert domain(WISHES) == {
        ("wensen", "betaald_werk"): (True, False, None),
        ("wensen", "diploma"): (True, False, None),
    }
    assert domain(BURDEN) == {("belasting", ""): ("geen", "licht", "zwaar", None)}


def test_only_a_burden_can_be_compared() -> None:
    assert operators(BURDEN) == ("is", "one_of", "below", "at_least")
    assert operators(CARE) == operators(DANGER) == ("is", "one_of")
    assert operators(WISHES) == ("has", "lacks")


@pytest.mark.parametrize(
    ("question", "authored", "says"),
    [
        (CARE, {"at_least": "geregeld"}, "opvang takes is, one_of, not 'at_least'"),
        (WISHES, {"is": "diploma"}, "wensen takes has, lacks, not 'is'"),
        (BURDEN, {"has": "licht"}, "belasting takes is, one_of, below, at_least, not 'has'"),
        (DANGER, {"below": "nee"}, "gevaar takes is, one_of, not 'below'"),
        (BURDEN, {"is": "matig"}, "belasting has no option 'matig'"),
        (BURDEN, {"is": "weet_niet"}, "belasting has no option 'weet_niet'"),
        (BURDEN, {"is": ["licht"]}, "belasting has no option"),
        (BURDEN, {"one_of": ["licht", "matig"]}, "belasting has no option 'matig'"),
        (BURDEN, {"one_of": "licht"}, "one_of on belasting is not a list of ids"),
        (BURDEN, {"one_of": []}, "no condition on belasting"),
        (BURDEN, "licht", "a condition on belasting is not one operator"),
        (BURDEN, {}, "a condition on belasting is not one operator"),
        (BURDEN, {"is": "licht", "below": "zwaar"}, "a condition on belasting is not one operator"),
        (BURDEN, [], "no condition on belasting"),
        (BURDEN, [[{"is": "licht"}]], "a condition on belasting is not one operator"),
    ],
)
def test_a_condition_that_cannot_be_asked_of_its_question_is_refused(
    question: Question, authored: Any, says: str
) -> None:
    with pytest.raises(BadDefinition, match=says):
        conditions(question, authored)
