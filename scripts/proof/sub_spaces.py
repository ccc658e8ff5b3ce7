"""Goes through every combination of a sub-space without diagrams, and compares what the rules come to with them."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

from scripts.proof.beside import named, shown_by
from scripts.proof.claim import Claim, Finding, Subject
from scripts.proof.diagram import Node
from scripts.proof.model import Model
from tools.conditions import Atom, Truth, Value
from tools.route_levels import Claim as LevelClaim
from tools.route_levels import Hold, hold_truth, holds_of, rule_truth, standing

#: A sub-space of at most so many combinations is gone through whole; of a larger one so many slices of so many.
WHOLE, SLICES, SLICE = 10**6, 8, 20_000
Domains = dict[Atom, tuple[Value, ...]]
Truths = Mapping[str, Truth]


class Part(NamedTuple):
    """What some ``rules`` contribute to an outcome, given their truth."""

    rules: tuple[str, ...]
    item: Callable[[Truths], Hashable]


class Outcome(NamedTuple):
    """Something that the tool says, as a diagram, and as its parts with what these come to together."""

    name: str
    node: Node
    parts: list[Part]
    result: Callable[[frozenset[Any]], Any]


def brute_force(subject: Subject) -> Claim:
    """Every outcome over all atoms that its rules mention: the diagram says what the rules say."""
    claim = Claim("brute-force", "", combinations=0, checked=0, how="combination by combination, without diagrams")
    found, sliced = list(_outcomes(subject.model)), 0
    for outcome in found:
        whole = {atom: subject.model.diagrams.domains[atom] for atom in _atoms(subject.model, outcome)}
        small = _size(whole) <= WHOLE
        sliced += not small
        for domains in [whole] if small else _slices(whole):
            wrong = _first_difference(subject.model, outcome, domains)
            claim.combinations += _size(domains)
            claim.checked += 1
            if wrong is not None:
                problem = subject.entry.problem((), f"{outcome.name}: the proof is wrong", "Mend scripts/proof.")
                claim.faults.append(Finding(problem, str(wrong)))
    claim.says = f"the diagrams say what the rules say: {len(found) - sliced} outcomes whole, {sliced} in slices"
    return claim


def _outcomes(model: Model) -> Iterator[Outcome]:
    for track, holds in holds_of(model.route).items():
        level = partial(_level, model.route.tracks[track].caution)
        yield Outcome(f"the level of {track}", model.levels[track], [_hold_part(hold) for hold in holds], level)
    for (effect, name), rules in shown_by(model.route).items():
        parts = [Part((rule,), itemgetter(rule)) for rule in rules]
        yield Outcome(named(effect, name), model.some(rules), parts, lambda truths: True in truths)


def _hold_part(hold: Hold) -> Part:
    rules = tuple(name for name in (hold.rule, hold.by) if name is not None)
    return Part(rules, lambda truths: (hold.level, hold_truth(hold, truths)))


def _level(caution: tuple[str, ...], claims: frozenset[LevelClaim]) -> str:
    return standing(caution, claims).level


def _atoms(model: Model, outcome: Outcome) -> list[Atom]:
    """The atoms that the rules of ``outcome`` mention, in the order of the diagrams."""
    rules = {name for part in outcome.parts for name in part.rules}
    mentioned = {condition.atom for name in rules for condition in model.route.rules[name].when}
    return [atom for atom in model.diagrams.order if atom in mentioned]


def _size(domains: Domains) -> int:
    return math.prod(map(len, domains.values()))


def _slices(whole: Domains) -> Iterator[Domains]:
    """Fixed slices: some atoms keep all their values, as many as fit, and the others one value each."""
    for seed in range(SLICES):
        chance = random.Random(seed)  # noqa: S311 - the same slices every time, no secret
        domains: Domains = {atom: (chance.choice(values),) for atom, values in whole.items()}
        for atom in chance.sample(list(whole), len(whole)):
            if _size(domains) * len(whole[atom]) <= SLICE:
                domains[atom] = whole[atom]
        yield domains


def _first_difference(model: Model, outcome: Outcome, domains: Domains) -> dict[Atom, Value] | None:
    """The first combination of ``domains`` for which rules and diagram do not say the same."""
    diagrams, route, order = model.diagrams, model.route, list(domains)
    # A rule is worked out as soon as its last atom has a value, a part as soon as its last rule is.
    rules: list[list[str]] = [[] for _ in order]
    parts: list[list[Part]] = [[] for _ in order]
    ends: dict[str, int] = {}
    for name in sorted({name for part in outcome.parts for name in part.rules}):
        ends[name] = max(order.index(condition.atom) for condition in route.rules[name].when)
        rules[ends[name]].append(name)
    for part in outcome.parts:
        parts[max(ends[name] for name in part.rules)].append(part)
    values: dict[Atom, Value] = {}
    truths: dict[str, Truth] = {}

    def differs(place: int, node: Node, items: frozenset[Any]) -> bool:
        if place == len(order):
            return bool(diagrams.branches(node)) or outcome.result(items) != diagrams.value(node)
        atom = order[place]
        for value in domains[atom]:
            values[atom] = value
            for name in rules[place]:
                truths[name] = rule_truth(route.rules[name], values)
            new = items | {part.item(truths) for part in parts[place]} if parts[place] else items
            if differs(place + 1, diagrams.step(node, atom, value), new):
                return True
        return False

    return dict(values) if differs(0, outcome.node, frozenset()) else None
