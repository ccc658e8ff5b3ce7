"""A definition that the route-finder cannot work with is refused, and the fault is named."""

from __future__ import annotations

import contextlib
import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.made_up import anything
from tests.tools.made_up_routes import CARE, QUESTIONS, TRACKS, Answers, Definition, route, rule, situations
from tools.definitions import BadDefinition
from tools.route import evaluate
from tools.route_definition import read

exactly = settings(deadline=None, derandomize=True, max_examples=50)

SOUND = rule("r", {"belasting": {"is": "zwaar"}}, holds={"werk": "later"})


def _track(**other: Any) -> Definition:
    return route(SOUND, tracks={**TRACKS, "werk": {**TRACKS["werk"], **other}})


def _question(name: str, **other: Any) -> Definition:
    return route(SOUND, questions={**QUESTIONS, name: {**QUESTIONS[name], **other}})


@pytest.mark.parametrize(
    ("definition", "says"),
    [
        (None, "definition is not a mapping"),
        ([], "definition is not a mapping"),
        ({}, "questions is not a mapping"),
        (route(SOUND, tracks=None), "tracks is not a mapping"),
        (route(SOUND, tracks={"werk": "later"}), "tracks werk is not a mapping"),
        (route(SOUND, notes=[]), "notes is not a mapping"),
        (route(SOUND, rules={}), "rules is not a list"),
        (route(SOUND, rules=["r"]), "a rule is not a mapping"),
        (route(SOUND, wishes="belasting"), "wishes names an unknown question with many answers 'belasting'"),
        (route(SOUND, wishes=["wensen"]), "wishes names an unknown question"),
    ],
)
def test_a_definition_of_another_form_is_refused(definition: Any, says: str) -> None:
    with pytest.raises(BadDefinition, match=says):
        read(definition)


@pytest.mark.parametrize(
    ("definition", "says"),
    [
        (_track(caution=None), "caution of werk is not a list of ids"),
        (_track(caution=CARE[:3]), "caution of werk is not an order of voorop, ernaast, eerst_uitzoeken, later"),
        (_track(caution=[*CARE, "later"]), "caution of werk is not an order"),
        (_track(caution=[*CARE[:3], "nooit"]), "caution of werk is not an order"),
        (_track(caution=[*CARE[:3], "voorop"]), "caution of werk is not an order"),
        (_track(wishes=["vakantie"]), "wishes of werk names an unknown option 'vakantie'"),
        (_track(wishes="diploma"), "wishes of werk is not a list of ids"),
    ],
)
def test_a_track_without_all_four_levels_in_an_order_or_with_a_foreign_wish_is_refused(
    definition: Definition, says: str
) -> None:
    with pytest.raises(BadDefinition, match=says):
        read(definition)


@pytest.mark.parametrize(
    ("definition", "says"),
    [
        (_question("opvang", kind="text"), "the kind of opvang is not one of one, safety, many"),
        (_question("opvang", kind=["one"]), "the kind of opvang is not one of"),
        (_question("opvang", options=None), "options of opvang is not a list of ids"),
        (_question("opvang", options=[]), "options of opvang are none"),
        (_question("opvang", options=["a", "a"]), "one stands twice"),
        (_question("opvang", options=["a", "weet_niet"]), "is weet_niet"),
        (_question("gevaar", options=["ja", "nee", "soms"]), "gevaar is about safety, so its options are ja and nee"),
        (_question("gevaar", options=["nee", "ja"]), "gevaar is about safety"),
        (_question("belasting", heavier="ja"), "heavier of belasting is not true or false"),
        (_question("wensen", heavier=True), "heavier of wensen is not true or false, or does not go with its kind"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(definition: Definition, says: str) -> None:
    with pytest.raises(BadDefinition, match=says):
        read(definition)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"id": 7}, "the id of a rule is no text"),
        ({"id": "none"}, "the id of a rule is no text, or is empty or none"),
        ({"id": ""}, "the id of a rule is no text, or is empty"),
        ({"when": None}, "when of r is not a mapping"),
        ({"when": {"weer": {"is": "mooi"}}}, "when of r names an unknown question 'weer'"),
        ({"when": {"belasting": {"is": "matig"}}}, "belasting has no option 'matig'"),
        ({"when": {"belasting": {"has": "licht"}}}, "belasting takes"),
        ({"holds": {"sport": "later"}}, "holds of r names an unknown track 'sport'"),
        ({"holds": {"werk": "nooit"}}, "holds of r names an unknown level 'nooit'"),
        ({"holds": {"werk": ["later"]}}, "holds of r names an unknown level"),
        ({"holds": ["werk"]}, "holds of r is not a mapping"),
        ({"supports": ["sport"]}, "supports of r names an unknown track 'sport'"),
        ({"supports": "werk"}, "supports of r is not a list of ids"),
        ({"judgement": ["sport"]}, "judgement of r names an unknown track 'sport'"),
        ({"shows": ["brief"]}, "shows of r names an unknown note 'brief'"),
        ({"holds": {}}, "the rule r does nothing"),
        ({"outweighed_by": "weg"}, "outweighed_by of r names an unknown rule 'weg'"),
        ({"outweighed_by": "r"}, "outweighed_by of r names an unknown rule 'r'"),
        ({"outweighed_by": ["none"]}, "outweighed_by of r names an unknown rule"),
    ],
)
def test_a_rule_that_names_what_is_not_there_or_does_nothing_is_refused(wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(BadDefinition, match=says):
        read(route({**SOUND, **wrong}))


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(BadDefinition, match="two rules are called r"):
        read(route(SOUND, SOUND))


def test_what_a_rule_leaves_out_is_empty() -> None:
    read_rule = read(route(SOUND)).rules["r"]
    assert (read_rule.supports, read_rule.judgement, read_rule.shows, read_rule.outweighed_by) == ((), (), (), None)


@pytest.mark.parametrize("nothing", ["none", None])
def test_outweighed_by_nothing_is_outweighed_by_no_rule(nothing: str | None) -> None:
    assert read(route({**SOUND, "outweighed_by": nothing})).rules["r"].outweighed_by is None


def test_a_definition_is_not_changed_by_reading_it() -> None:
    definition = route(SOUND)
    before = copy.deepcopy(definition)
    evaluate(definition, {"belasting": "zwaar"})
    assert definition == before


@exactly
@given(situations(), st.data(), anything())
def test_a_sound_definition_with_one_part_replaced_by_anything_is_worked_with_or_refused(
    situation: tuple[Definition, Answers], data: st.DataObject, value: Any
) -> None:
    definition, answers = copy.deepcopy(situation[0]), situation[1]
    part: Any = definition
    for _ in range(data.draw(st.integers(0, 4))):
        inner = list(part.values()) if isinstance(part, dict) else list(part)
        inner = [one for one in inner if isinstance(one, dict | list) and one]
        if not inner:
            break
        part = data.draw(st.sampled_from(inner))
    key = data.draw(st.sampled_from(list(part) if isinstance(part, dict) else list(range(len(part)))))
    part[key] = value
    with contextlib.suppress(BadDefinition):
        assert evaluate(definition, answers)["tracks"] is not None
