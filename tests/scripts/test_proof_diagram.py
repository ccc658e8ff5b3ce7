"""A diagram says what going through every combination says, and equal functions are one node."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.proof.diagram import AND, OR, Diagrams, Node
from scripts.proof.model import kept, together
from scripts.proof.reading import NOWHERE, at, atoms, count, leaves, path, total
from tools.conditions import Atom, Value
from tools.route_definition import LEVELS
from tools.route_levels import Claim, standing

DOMAINS: dict[Atom, tuple[Value, ...]] = {
    ("last", ""): ("geen", "zwaar", "alles", None),
    ("wens", "werk"): (True, False, None),
    ("wens", "taal"): (True, False, None),
    ("gevaar", ""): ("ja", "nee", None),
}
Combination = dict[Atom, Value]
COMBINATIONS: list[Combination] = [dict(zip(DOMAINS, one, strict=True)) for one in itertools.product(*DOMAINS.values())]
few = settings(max_examples=50, deadline=None, derandomize=True)
#: "and" or "or" with formulas, or an atom with the values for which the formula is true.
Formula = tuple[Any, ...]
CLAIMS: list[Claim] = [(level, counts) for level in LEVELS for counts in (True, None)]


def _atomic() -> st.SearchStrategy[Formula]:
    return st.sampled_from(sorted(DOMAINS)).flatmap(
        lambda atom: st.tuples(st.just(atom), st.frozensets(st.sampled_from(DOMAINS[atom])))
    )


formulas = st.recursive(
    _atomic(), lambda inner: st.tuples(st.sampled_from(["and", "or", "differs"]), inner, inner), max_leaves=8
)


def _is_true(formula: Formula, combination: Combination) -> bool:
    if len(formula) == 2:
        return combination[formula[0]] in formula[1]
    one, other = (_is_true(part, combination) for part in formula[1:])
    return {"and": one and other, "or": one or other, "differs": one != other}[formula[0]]


def _diagram(diagrams: Diagrams, formula: Formula) -> Node:
    if len(formula) == 2:
        return diagrams.choose(formula[0], lambda value: value in formula[1])
    one, other = (_diagram(diagrams, part) for part in formula[1:])
    if formula[0] == "differs":
        return diagrams.apply(lambda left, right: left != right, one, other)
    return diagrams.join({"and": AND, "or": OR}[formula[0]], [one, other])


@few
@given(formulas)
def test_a_diagram_comes_to_what_the_formula_comes_to(formula: Formula) -> None:
    diagrams = Diagrams(DOMAINS)
    node = _diagram(diagrams, formula)
    table = [_is_true(formula, one) for one in COMBINATIONS]
    assert [at(diagrams, node, one) for one in COMBINATIONS] == table
    assert count(diagrams, node, leaf=True) == sum(table)
    assert count(diagrams, node, leaf=True) + count(diagrams, node, leaf=False) == total(diagrams) == len(COMBINATIONS)
    assert leaves(diagrams, node) == set(table)


@few
@given(formulas, formulas, st.permutations(sorted(DOMAINS)))
def test_two_formulas_are_one_node_exactly_when_they_say_the_same(
    one: Formula, other: Formula, order: list[Atom]
) -> None:
    diagrams = Diagrams({atom: DOMAINS[atom] for atom in order})
    same = all(_is_true(one, combination) == _is_true(other, combination) for combination in COMBINATIONS)
    assert (_diagram(diagrams, one) == _diagram(diagrams, other)) is same


@few
@given(formulas, st.sampled_from([(atom, value) for atom, values in DOMAINS.items() for value in values]))
def test_a_diagram_of_which_one_answer_is_fixed_no_longer_asks_it(formula: Formula, fixed: tuple[Atom, Value]) -> None:
    diagrams = Diagrams(DOMAINS)
    atom, value = fixed
    node = diagrams.restrict(_diagram(diagrams, formula), atom, value)
    assert all(at(diagrams, node, one) is _is_true(formula, one | {atom: value}) for one in COMBINATIONS)
    assert atom not in atoms(diagrams, node)


@few
@given(formulas)
def test_a_diagram_depends_on_an_atom_exactly_when_its_answer_can_matter(formula: Formula) -> None:
    diagrams = Diagrams(DOMAINS)
    matters = {
        atom
        for one in COMBINATIONS
        for atom, values in DOMAINS.items()
        if len({_is_true(formula, one | {atom: value}) for value in values}) > 1
    }
    assert atoms(diagrams, _diagram(diagrams, formula)) == matters


@few
@given(formulas)
def test_a_path_leads_there_whatever_else_is_answered_and_knows_as_little_as_can_be(formula: Formula) -> None:
    diagrams = Diagrams(DOMAINS)
    node = _diagram(diagrams, formula)
    found = path(diagrams, node, leaf=True)
    there = [one for one in COMBINATIONS if _is_true(formula, one)]
    if found is None:
        assert there == []
    else:
        assert all(_is_true(formula, one | found) for one in COMBINATIONS)
        cost = {one: 0 if one is None else 2 if one is False else 3 for values in DOMAINS.values() for one in values}
        cheapest = min(sum(cost[value] for value in one.values()) for one in there)
        assert sum(cost[value] for value in found.values()) == cheapest


@few
@given(formulas)
def test_a_path_of_known_answers_names_nothing_unknown(formula: Formula) -> None:
    diagrams = Diagrams(DOMAINS)
    found = path(diagrams, _diagram(diagrams, formula), leaf=True, unknown_costs=NOWHERE)
    known = [one for one in COMBINATIONS if None not in one.values()]
    assert (found is not None) >= any(_is_true(formula, one) for one in known)
    if found is not None:
        assert None not in found.values()
        assert all(_is_true(formula, one | found) for one in known)


def test_of_equal_diagrams_there_is_one_and_a_needless_question_is_not_asked() -> None:
    diagrams = Diagrams(DOMAINS)
    always = diagrams.choose(("gevaar", ""), lambda _: True)
    assert always == diagrams.leaf(value=True)
    size = len(diagrams)
    diagrams.choose(("gevaar", ""), lambda _: True)
    assert len(diagrams) == size


# --- what of all claims on a track still decides its level ---


@pytest.mark.parametrize("caution", list(itertools.permutations(LEVELS)), ids="-".join)
def test_the_claims_that_are_kept_give_every_track_the_same_level(caution: tuple[str, ...]) -> None:
    """Every order of caution, every set of claims, and every one claim more."""
    for size in range(len(CLAIMS) + 1):
        for some in map(frozenset, itertools.combinations(CLAIMS, size)):
            short = kept(caution, some)
            assert len(short) <= 2
            assert standing(caution, short) == standing(caution, some)
            for more in CLAIMS:
                assert kept(caution, short | {more}) == kept(caution, some | {more})


@pytest.mark.parametrize("caution", list(itertools.permutations(LEVELS)), ids="-".join)
def test_the_claims_on_a_track_may_be_joined_in_any_order(caution: tuple[str, ...]) -> None:
    join = together(caution)
    short = {kept(caution, frozenset(some)) for size in range(4) for some in itertools.combinations(CLAIMS, size)}
    for one, other, third in itertools.product(short, repeat=3):
        assert join.join(one, other) == join.join(other, one)
        assert join.join(join.join(one, other), third) == join.join(one, join.join(other, third))
    for one in short:
        assert join.join(one, one) == join.join(one, join.neutral) == one
        assert join.join(one, join.absorbing) == join.absorbing
