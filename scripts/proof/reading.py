"""Reads decision diagrams: how many combinations lead to a leaf, the simplest one that does, on what it depends."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.proof.diagram import Diagrams, Leaf, Node
from tools.conditions import Atom, Value

#: What a path costs that does not lead there.
NOWHERE = math.inf
#: What a known answer costs on a path; a no costs one less.
ANSWER = 3


def at(diagrams: Diagrams, node: Node, values: Mapping[Atom, Value]) -> Any:
    """What ``node`` comes to; an atom that ``values`` does not name is unknown."""
    while diagrams.branches(node):
        atom = diagrams.order[diagrams.place(node)]
        node = diagrams.step(node, atom, values.get(atom))
    return diagrams.value(node)


def below(diagrams: Diagrams, node: Node) -> Iterator[Node]:
    """Every node of the diagram ``node``, once."""
    seen, left = {node}, [node]
    while left:
        node = left.pop()
        yield node
        left += (new := set(diagrams.branches(node)) - seen)
        seen |= new


def leaves(diagrams: Diagrams, node: Node) -> set[Leaf]:
    """Everything that ``node`` can come to."""
    return {diagrams.value(one) for one in below(diagrams, node) if not diagrams.branches(one)}


def atoms(diagrams: Diagrams, node: Node) -> set[Atom]:
    """The atoms on which it depends what ``node`` comes to."""
    return {diagrams.order[diagrams.place(one)] for one in below(diagrams, node) if diagrams.branches(one)}


def total(diagrams: Diagrams) -> int:
    """The number of combinations of all values of all atoms."""
    return math.prod(len(values) for values in diagrams.domains.values())


def count(diagrams: Diagrams, node: Node, leaf: Leaf) -> int:
    """How many combinations of all values of all atoms bring ``node`` to ``leaf``; exact."""
    sizes = [len(values) for values in diagrams.domains.values()]
    memo: dict[Node, int] = {}

    def counted(node: Node, place: int) -> int:
        """Combinations of the atoms from ``place`` on."""
        if node not in memo:
            branches, own = diagrams.branches(node), diagrams.place(node)
            memo[node] = (
                sum(counted(branch, own + 1) for branch in branches) if branches else diagrams.value(node) == leaf
            )
        return memo[node] * math.prod(sizes[place : diagrams.place(node)])

    return counted(node, 0)


def path(diagrams: Diagrams, node: Node, leaf: Leaf, unknown_costs: float = 0) -> dict[Atom, Value] | None:
    """The values that bring ``node`` to ``leaf`` with as few known answers as can be, or None where nothing does.

    An atom that is not named makes no difference. With NOWHERE for ``unknown_costs`` none that is named is unknown.
    """
    memo: dict[Node, tuple[float, int]] = {}

    def cheapest(node: Node) -> tuple[float, int]:
        """How many answers must be known from here, and the number of the branch to take."""
        if node not in memo:
            branches = diagrams.branches(node)
            if not branches:
                memo[node] = (0 if diagrams.value(node) == leaf else NOWHERE), 0
            else:
                values = diagrams.domains[diagrams.order[diagrams.place(node)]]
                own = [unknown_costs if value is None else ANSWER - (value is False) for value in values]
                costs = [cost + cheapest(branch)[0] for cost, branch in zip(own, branches, strict=True)]
                memo[node] = min(costs), costs.index(min(costs))
        return memo[node]

    if cheapest(node)[0] == NOWHERE:
        return None
    found: dict[Atom, Value] = {}
    while branches := diagrams.branches(node):
        atom, number = diagrams.order[diagrams.place(node)], cheapest(node)[1]
        found[atom] = diagrams.domains[atom][number]
        node = branches[number]
    return found
