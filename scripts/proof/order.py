"""Chooses the order in which a diagram asks its atoms: those that stand in the same rules close together.

The order changes no outcome, only the size. Each candidate comes from moving every atom to the middle of the rules
that mention it, again and again (the heuristic FORCE of Aloul, Markov and Sakallah, 2003), from several fixed starts.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from tools.conditions import Atom, domain
from tools.route_definition import Route
from tools.route_levels import holds_of

ROUNDS = 30
SHUFFLES = 6
#: How many of the orders with the shortest rules are built, to take the smallest.
TRIED = 3


def orders(route: Route) -> list[list[Atom]]:
    """The orders worth a try, the most promising first."""
    written = [atom for question in route.questions.values() for atom in domain(question)]
    together = [group for group in _groups(route) if len(group) > 1]
    found = {}
    for start in [written, *_shuffled(written)]:
        for order in _moved(start, together):
            found[tuple(order)] = _span(order, together)
    return [list(order) for order in sorted(found, key=lambda order: (found[order], order))[:TRIED]]


def _groups(route: Route) -> Iterable[list[Atom]]:
    """The atoms that decide about one hold together."""
    for holds in holds_of(route).values():
        for hold in holds:
            rules = [route.rules[name] for name in (hold.rule, hold.by) if name is not None]
            yield sorted({condition.atom for rule in rules for condition in rule.when})


def _shuffled(atoms: Sequence[Atom]) -> Iterable[list[Atom]]:
    for seed in range(SHUFFLES):
        yield random.Random(seed).sample(atoms, len(atoms))  # noqa: S311 - a fixed order, no secret


def _moved(order: Sequence[Atom], groups: Sequence[Sequence[Atom]]) -> Iterable[list[Atom]]:
    order = list(order)
    for _ in range(ROUNDS):
        yield order
        place = {atom: float(number) for number, atom in enumerate(order)}
        pulled: dict[Atom, list[float]] = {atom: [] for atom in order}
        for group in groups:
            middle = sum(place[atom] for atom in group) / len(group)
            for atom in group:
                pulled[atom].append(middle)
        goal = {atom: sum(pull) / len(pull) if pull else place[atom] for atom, pull in pulled.items()}
        order = sorted(order, key=lambda atom: (goal[atom], place[atom]))


def _span(order: Sequence[Atom], groups: Iterable[Sequence[Atom]]) -> int:
    place = {atom: number for number, atom in enumerate(order)}
    return sum(max(places) - min(places) for places in ([place[atom] for atom in group] for group in groups))
