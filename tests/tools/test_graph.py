"""What builds on what: everything below a question, and rounds that may not be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.tools.made_up import Definition, definitions
from tools.graph import Cycle, closure

exactly = settings(deadline=None, derandomize=True, max_examples=80)


def test_a_question_that_builds_on_nothing_has_nothing_below_it() -> None:
    assert closure({"a": []}) == {"a": frozenset()}


def test_a_question_builds_also_on_what_its_basis_builds_on() -> None:
    assert closure({"top": ["midden"], "midden": ["basis"], "basis": []}) == {
        "top": {"midden", "basis"},
        "midden": {"basis"},
        "basis": frozenset(),
    }


def test_two_ways_to_the_same_basis_are_no_round() -> None:
    assert closure({"top": ["links", "rechts"], "links": ["basis"], "rechts": ["basis"], "basis": []})["top"] == {
        "links",
        "rechts",
        "basis",
    }


def test_nothing_builds_on_nothing() -> None:
    assert closure({}) == {}


@pytest.mark.parametrize(
    ("builds_on", "path"),
    [
        ({"a": ["a"]}, ["a", "a"]),
        ({"a": ["b"], "b": ["a"]}, ["a", "b", "a"]),
        ({"in": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, ["a", "b", "c", "a"]),
        ({"a": ["los", "b"], "los": [], "b": ["a"]}, ["a", "b", "a"]),
    ],
)
def test_a_round_is_named_step_by_step_without_what_stands_beside_it(
    builds_on: dict[str, list[str]], path: list[str]
) -> None:
    with pytest.raises(Cycle) as caught:
        closure(builds_on)
    assert caught.value.path == path
    assert str(caught.value) == " → ".join(path)


def test_an_id_that_is_not_defined_is_named() -> None:
    with pytest.raises(KeyError, match="weg"):
        closure({"a": ["weg"]})


def test_a_chain_of_more_than_a_thousand_questions_is_followed_to_its_end() -> None:
    names = [f"v{number}" for number in range(1500)]
    below = closure({name: names[place + 1 : place + 2] for place, name in enumerate(names)})
    assert len(below["v0"]) == 1499


@exactly
@given(definitions())
def test_everything_below_a_basis_is_also_below_what_builds_on_it(definition: Definition) -> None:
    builds_on = {name: item["builds_on"] for name, item in definition["items"].items()}
    below = closure(builds_on)
    for name, direct in builds_on.items():
        assert set(direct) <= below[name]
        assert below[name] == set(direct).union(*(below[other] for other in direct))


@exactly
@given(definitions())
def test_no_question_is_below_itself(definition: Definition) -> None:
    below = closure({name: item["builds_on"] for name, item in definition["items"].items()})
    assert all(name not in under for name, under in below.items())


@exactly
@given(definitions())
def test_a_link_back_from_the_basis_to_the_top_makes_a_round(definition: Definition) -> None:
    builds_on = {name: list(item["builds_on"]) for name, item in definition["items"].items()}
    top, under = max(closure(builds_on).items(), key=lambda pair: len(pair[1]))
    builds_on[min(under, default=top)].append(top)
    with pytest.raises(Cycle):
        closure(builds_on)
