"""On small made-up route-finders, every claim holds exactly when going through all combinations says so."""

from __future__ import annotations

import itertools
import math
from functools import partial
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from scripts.proof.beside import comes_and_goes, decided_by
from scripts.proof.caution import monotone, monotone_but_settling, unknown
from scripts.proof.order import orders
from scripts.proof.reading import at, count, total
from scripts.proof.replay import without
from scripts.proof.rules import every_hold_counts, every_rule_counts
from scripts.proof.safety import activation_stays, no_dead_end, safety_first, safety_told
from scripts.proof.situations import Values, answerable, answers
from scripts.proof.sub_spaces import brute_force
from tests.scripts.provable_route import holds, subject_of
from tests.tools.made_up_routes import Definition, answers_to, definitions
from tools import route_answers
from tools.conditions import domain
from tools.route import evaluate
from tools.route_definition import FIND_OUT, LEVELS, Route, read
from tools.route_levels import claims_of, holds_of, rule_truths, standing

SMALL = 600
EFFECTS = ("shows", "judgement", "supports")
few = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@st.composite
def small(draw: st.DrawFn) -> Definition:
    """A made-up route-finder with few combinations, some tracks of activation."""
    definition = draw(definitions())
    assume(len(_combinations(read(definition))) <= SMALL)
    for track in definition["tracks"].values():
        track["activation"] = draw(st.booleans())
        track["caution"] = draw(st.sampled_from([list(LEVELS), list(reversed(LEVELS)), track["caution"]]))
    return definition


def _combinations(route: Route) -> list[Values]:
    domains = {atom: values for question in route.questions.values() for atom, values in domain(question).items()}
    if math.prod(map(len, domains.values())) > SMALL:
        return [{}] * (SMALL + 1)
    return [dict(zip(domains, one, strict=True)) for one in itertools.product(*domains.values())]


class ByHand:
    """What the rules of a route-finder come to for one combination, without diagrams."""

    def __init__(self, route: Route, values: Values) -> None:
        self.values = values
        self.truths = rule_truths(route, values)
        self.counts = {track: claims_of(on_track, self.truths) for track, on_track in holds_of(route).items()}
        self.stands = {name: standing(track.caution, self.counts[name]) for name, track in route.tracks.items()}
        self.levels = {name: stands.level for name, stands in self.stands.items()}
        true = [rule for rule in route.rules.values() if self.truths[rule.id]]
        self.beside = {
            effect: {name for rule in true for name in getattr(rule, effect)}
            for effect in ("shows", "judgement", "supports")
        }

    def is_danger(self, route: Route) -> bool:
        return any(self.values[name, ""] == "ja" for name, one in route.questions.items() if one.kind == "safety")


def _less(route: Route, track: str, level: str, other: str) -> bool:
    """Whether ``other`` is less cautious than ``level`` on ``track``."""
    return _cautious(route, track, other) > _cautious(route, track, level)


def _cautious(route: Route, track: str, level: str) -> int:
    return route.tracks[track].caution.index(level)


@few
@given(small())
def test_levels_and_what_stands_beside_them_are_those_of_the_rules(definition: Definition) -> None:
    subject = subject_of(definition)
    model, found = subject.model, [ByHand(subject.route, values) for values in _combinations(subject.route)]
    assert total(model.diagrams) == len(found)
    for track, node in model.levels.items():
        assert [at(model.diagrams, node, one.values) for one in found] == [one.levels[track] for one in found]
        for level in LEVELS:
            assert count(model.diagrams, node, level) == sum(one.levels[track] == level for one in found)
    shown = model.some(rule.id for rule in subject.route.rules.values() if rule.shows)
    assert [at(model.diagrams, shown, one.values) for one in found] == [bool(one.beside["shows"]) for one in found]
    assert holds(subject, brute_force)


@few
@given(small())
def test_the_way_out_is_closed_exactly_when_some_combination_has_none(definition: Definition) -> None:
    subject = subject_of(definition)
    route, found = subject.route, [ByHand(subject.route, values) for values in _combinations(subject.route)]

    def is_stuck(one: ByHand, track: str) -> bool:
        caution, stands = route.tracks[track].caution, one.stands[track]
        is_open = any((level, None) in one.counts[track] for level in caution[: caution.index(stands.claimed)])
        has_note = any(rule.shows and track in rule.holds and one.truths[name] for name, rule in route.rules.items())
        return stands.level == "later" or (stands.level == FIND_OUT and not is_open and not has_note)

    calm = [one for one in found if not one.is_danger(route)]
    all_later = any(set(one.levels.values()) == {"later"} for one in calm)
    stuck = any(all(is_stuck(one, track) for track in route.tracks) for one in found)
    assert len(no_dead_end(subject).faults) == all_later + stuck
    active = [track for track, data in definition["tracks"].items() if data["activation"]]
    put_off = any(all(one.levels[track] == "later" for track in active) for one in calm)
    assert holds(subject, activation_stays) is not put_off
    assert activation_stays(subject).combinations == len(calm)


@few
@given(small())
def test_safety_is_first_exactly_when_no_combination_puts_something_before_it(definition: Definition) -> None:
    subject = subject_of(definition)
    route, found = subject.route, [ByHand(subject.route, values) for values in _combinations(subject.route)]
    data = definition["tracks"]
    burdens = {name for name in data if data[name]["activation"] or data[name]["caution"][0] == "later"}
    right = True
    for name in (name for name, question in route.questions.items() if question.kind == "safety"):
        rules = [rule for rule in definition["rules"] if set(rule["when"]) == {name} and _asks_for_yes(rule, name)]
        firsts = {track for rule in rules for track, level in rule["holds"].items() if level == "voorop"}
        right = right and bool(firsts)
        for one in (one for one in found if one.values[name, ""] == "ja"):
            order = sorted(route.tracks, key=partial(_rank, route, one))
            for first in firsts:
                before = set(order[: order.index(first)])
                right = right and one.levels[first] == "voorop" and before.isdisjoint(burdens)
    assert holds(subject, safety_first) is right
    assert holds(subject, safety_told)


def _asks_for_yes(rule: dict[str, Any], name: str) -> bool:
    [(operator, asked)] = rule["when"][name].items()
    return "ja" in ([asked] if operator == "is" else asked)


def _rank(route: Route, one: ByHand, track: str) -> tuple[int, bool]:
    wished = any(one.values[route.wishes, option] is True for option in route.tracks[track].wishes if route.wishes)
    return LEVELS.index(one.levels[track]), not wished


@few
@given(small())
def test_heavier_is_never_less_cautious_exactly_when_no_two_combinations_say_so(definition: Definition) -> None:
    subject = subject_of(definition)
    route, right, right_but_settling = subject.route, True, True
    for values in _combinations(route):
        for name, question in route.questions.items():
            for old, new in itertools.pairwise(question.options) if question.heavier else ():
                before, after = (ByHand(route, values | {(name, ""): value}) for value in (old, new))
                for track, data in route.tracks.items():
                    was, now = before.levels[track], after.levels[track]
                    if data.caution[0] in ("voorop", "later") and _less(route, track, was, now):
                        right = False
                        waits_for = {level for level, counts in before.counts[track] if counts is None}
                        more = [
                            level for level in waits_for if _less(route, track, level, before.stands[track].claimed)
                        ]
                        first = min(more, key=data.caution.index, default="")
                        right_but_settling = right_but_settling and was == FIND_OUT and now == first
    assert holds(subject, monotone) is right
    assert holds(subject, monotone_but_settling) is right_but_settling


@few
@given(small())
def test_an_answer_taken_back_never_hides_caution(definition: Definition) -> None:
    subject = subject_of(definition)
    route = subject.route
    assert holds(subject, unknown)
    for values in _combinations(route):
        one = ByHand(route, values)
        for atom in values:
            less = ByHand(route, values | {atom: None})
            assert all(less.beside[effect] <= one.beside[effect] for effect in one.beside)
            for track in route.tracks:
                furthest = max(_cautious(route, track, one.levels[track]), _cautious(route, track, FIND_OUT))
                assert _cautious(route, track, less.levels[track]) <= furthest


def _possible(route: Route) -> list[Values]:
    """What all answers that can be given make known."""
    each: list[list[Any]] = []
    for question in route.questions.values():
        if question.kind == "many":
            some = [
                list(ticked)
                for size in range(len(question.options) + 1)
                for ticked in itertools.combinations(question.options, size)
            ]
            each.append([{"ticked": ticked, "all": is_all} for ticked in some for is_all in (True, False)])
        else:
            each.append([*question.options, "weet_niet"])
    atoms = [atom for question in route.questions.values() for atom in domain(question)]
    known = [
        route_answers.read(route, dict(zip(route.questions, given, strict=True))).values
        for given in itertools.product(*each)
    ]
    distinct = {tuple(values.get(atom) for atom in atoms) for values in known}
    return [dict(zip(atoms, values, strict=True)) for values in distinct]


@few
@given(small())
def test_what_answers_can_bring_about_is_what_the_tool_can_read(definition: Definition) -> None:
    subject = subject_of(definition)
    diagrams, possible = subject.model.diagrams, _possible(subject.route)
    within = answerable(diagrams, subject.route)
    assert count(diagrams, within, leaf=True) == len(possible)
    for values in possible:
        assert at(diagrams, within, values)
        given = route_answers.read(subject.route, answers(subject.route, values)).values
        assert {atom: given.get(atom) for atom in values} == values


@few
@given(small())
def test_a_rule_counts_exactly_when_some_answers_show_that_it_is_there(definition: Definition) -> None:
    subject = subject_of(definition)
    route, possible = subject.route, [ByHand(subject.route, values) for values in _possible(subject.route)]
    counting, holding = set(), set()
    for name, rule in route.rules.items():
        less = read(without(definition, [name])) if len(route.rules) > 1 else route._replace(rules={})
        for one in possible:
            if one.truths[name]:
                other = ByHand(less, one.values)
                if (other.levels, other.beside) != (one.levels, one.beside):
                    counting.add(name)
        for track in rule.holds:
            left = {other: level for other, level in rule.holds.items() if other != track}
            one_less = route._replace(rules=route.rules | {name: rule._replace(holds=left)})
            if any(one.truths[name] and ByHand(one_less, one.values).levels != one.levels for one in possible):
                holding.add((name, track))
    faults = [str(fault) for fault in every_rule_counts(subject).faults]
    assert {name for name in route.rules if not any(f"the rule '{name}'" in fault for fault in faults)} == counting
    assert len(faults) == len(route.rules) - len(counting)
    remarks = [str(remark) for remark in every_hold_counts(subject).remarks]
    every = {(name, track) for name, rule in route.rules.items() for track in rule.holds}
    told = {(name, track) for name, track in every if any(f"rule '{name}' holds {track} at" in one for one in remarks)}
    assert told == every - holding


@few
@given(small())
def test_what_stands_beside_comes_and_goes_exactly_when_answers_show_it(definition: Definition) -> None:
    subject = subject_of(definition)
    found = [ByHand(subject.route, values).beside for values in _possible(subject.route)]
    named = {(effect, name) for rule in definition["rules"] for effect in found[0] for name in rule[effect]}
    never = [one for one in {*named, ("shows", "n0")} if not any(one[1] in beside[one[0]] for beside in found)]
    assert len(comes_and_goes(subject).faults) == len(never), "what a rule brings about can always be absent too"


@few
@given(small(), st.data())
def test_a_question_decides_exactly_when_its_answer_can_matter(definition: Definition, data: st.DataObject) -> None:
    subject = subject_of(definition)
    decided = decided_by(subject)["holds"]
    question = data.draw(st.sampled_from(sorted(subject.route.questions)))
    matters = set()
    for values in _combinations(subject.route):
        one = ByHand(subject.route, values).levels
        for atom in (atom for atom in values if atom[0] == question):
            for value in domain(subject.route.questions[question])[atom]:
                other = ByHand(subject.route, values | {atom: value}).levels
                matters |= {track for track in one if one[track] != other[track]}
    assert {track for track, questions in decided.items() if question in questions} == matters


@few
@given(definitions(), st.data())
def test_the_tool_says_to_any_answers_what_the_diagrams_say(definition: Definition, data: st.DataObject) -> None:
    for track in definition["tracks"].values():
        track["activation"] = False
    subject = subject_of(definition)
    given = {name: data.draw(answers_to(question)) for name, question in definition["questions"].items()}
    values = route_answers.read(subject.route, given).values
    told = {track["id"]: track["level"] for track in evaluate(definition, given)["tracks"]}
    assert {track: at(subject.model.diagrams, node, values) for track, node in subject.model.levels.items()} == told


@few
@given(definitions())
def test_every_order_of_the_atoms_asks_each_of_them_once(definition: Definition) -> None:
    route = read(definition)
    atoms = sorted(atom for question in route.questions.values() for atom in domain(question))
    found = orders(route)
    assert found
    assert all(sorted(order) == atoms for order in found)
    assert found == orders(route), "the same every time"
