"""Decision diagrams: a function of many unknowns, with every combination of their values in one shared graph.

An atom has two or more values; a diagram asks the atoms in one fixed order and ends in a leaf that says what the
function comes to. Nodes are shared and none is superfluous, so two diagrams are the same node exactly when they are
the same function. Hence "for all" and "there is" are questions about one node, and nothing is sampled.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tools.conditions import Atom, Value

Node = int
#: What a diagram can end in; of two equal values there is one leaf.
Leaf = Hashable


class Join(NamedTuple):
    """An operation on two leaves in which neither order nor repetition matters, such as "and".

    ``neutral`` joined with any leaf gives that leaf, ``absorbing`` with any leaf gives ``absorbing``.
    """

    join: Callable[[Any, Any], Leaf]
    neutral: Leaf
    absorbing: Leaf


AND = Join(lambda one, other: one and other, neutral=True, absorbing=False)
OR = Join(lambda one, other: one or other, neutral=False, absorbing=True)


class Diagrams:
    """All diagrams over the same atoms, asked in the order of ``domains``; equal functions are one node."""

    def __init__(self, domains: Mapping[Atom, Sequence[Value]]) -> None:
        self.domains = {atom: tuple(values) for atom, values in domains.items()}
        self.order = tuple(self.domains)
        self._place_of = {atom: place for place, atom in enumerate(self.order)}
        self._end = len(self.order)
        # By node: the place of its atom, and a node for each value of it; for a leaf the end, and nothing.
        self._places: list[int] = []
        self._branches: list[tuple[Node, ...]] = []
        self._nodes: dict[tuple[int, tuple[Node, ...]], Node] = {}
        self._leaves: dict[Leaf, Node] = {}
        self._values: dict[Node, Leaf] = {}
        self._memos: dict[Join, dict[tuple[Node, Node], Node]] = {}

    def __len__(self) -> int:
        return len(self._places)

    def leaf(self, value: Leaf) -> Node:
        """The diagram that comes to ``value`` whatever is answered."""
        if value not in self._leaves:
            node = self._leaves[value] = self._add(self._end, ())
            self._values[node] = value
        return self._leaves[value]

    def choose(self, atom: Atom, what: Callable[[Value], Leaf]) -> Node:
        """The diagram that comes to ``what`` of the value of ``atom``."""
        return self._node(self._place_of[atom], [self.leaf(what(value)) for value in self.domains[atom]])

    def join(self, operation: Join, nodes: Iterable[Node]) -> Node:
        """All ``nodes`` joined, in pairs of pairs: whoever replaces one of them repeats only the few joins above it."""
        left = list(nodes) or [self.leaf(operation.neutral)]
        memo = self._memos.setdefault(operation, {})
        ends = (self.leaf(operation.neutral), self.leaf(operation.absorbing))
        while len(left) > 1:
            pairs = zip(left[::2], left[1::2], strict=False)
            left = [self._join(operation, memo, ends, *pair) for pair in pairs] + left[len(left) & ~1 :]
        return left[0]

    def apply(self, operation: Callable[[Any, Any], Leaf], one: Node, other: Node) -> Node:
        """The diagram of ``operation`` on what ``one`` and ``other`` come to."""
        memo: dict[tuple[Node, Node], Node] = {}

        def applied(one: Node, other: Node) -> Node:
            key = (one, other)
            if key not in memo:
                place, pairs = self._together(one, other)
                if place == self._end:
                    memo[key] = self.leaf(operation(self._values[one], self._values[other]))
                else:
                    memo[key] = self._node(place, [applied(*pair) for pair in pairs])
            return memo[key]

        return applied(one, other)

    def convert(self, what: Callable[[Any], Leaf], node: Node) -> Node:
        """The diagram of ``what`` of that to which ``node`` comes."""
        return self._rebuilt(node, lambda node: self.leaf(what(self._values[node])) if node in self._values else None)

    def restrict(self, node: Node, atom: Atom, value: Value) -> Node:
        """The diagram of ``node`` when ``atom`` has ``value``; it no longer depends on ``atom``."""
        place, number = self._place_of[atom], self.domains[atom].index(value)

        def settled(node: Node) -> Node | None:
            if self._places[node] < place:
                return None
            return self._branches[node][number] if self._places[node] == place else node

        return self._rebuilt(node, settled)

    def step(self, node: Node, atom: Atom, value: Value) -> Node:
        """Where ``node`` goes with ``value`` for ``atom``; itself if it does not ask ``atom`` first."""
        if self._places[node] != self._place_of[atom]:
            return node
        return self._branches[node][self.domains[atom].index(value)]

    def place(self, node: Node) -> int:
        """The place in ``order`` of the atom that ``node`` asks first; for a leaf the number of atoms."""
        return self._places[node]

    def branches(self, node: Node) -> tuple[Node, ...]:
        """The node for each value of the atom that ``node`` asks, in the order of its domain; nothing for a leaf."""
        return self._branches[node]

    def value(self, leaf: Node) -> Any:
        """What ``leaf`` comes to. Raises KeyError for a node that is none."""
        return self._values[leaf]

    def _join(
        self, operation: Join, memo: dict[tuple[Node, Node], Node], ends: tuple[Node, Node], one: Node, other: Node
    ) -> Node:
        neutral, absorbing = ends
        if other in (one, neutral) or one == absorbing:
            return one
        if absorbing == other or one == neutral:
            return other
        key = (one, other) if one < other else (other, one)
        if key not in memo:
            place, pairs = self._together(one, other)
            if place == self._end:
                memo[key] = self.leaf(operation.join(self._values[one], self._values[other]))
            else:
                memo[key] = self._node(place, [self._join(operation, memo, ends, *pair) for pair in pairs])
        return memo[key]

    def _together(self, one: Node, other: Node) -> tuple[int, Iterable[tuple[Node, Node]]]:
        """The place of the first atom that either asks, and the pair to which each of its values leads."""
        here, there = self._places[one], self._places[other]
        if here == there:
            return here, zip(self._branches[one], self._branches[other], strict=True)
        if here < there:
            return here, [(branch, other) for branch in self._branches[one]]
        return there, [(one, branch) for branch in self._branches[other]]

    def _rebuilt(self, node: Node, settled: Callable[[Node], Node | None]) -> Node:
        """``node`` with every node in it replaced by what ``settled`` gives for it, or kept and looked into (None)."""
        memo: dict[Node, Node] = {}

        def rebuilt(node: Node) -> Node:
            if node not in memo:
                found = settled(node)
                if found is None:
                    found = self._node(self._places[node], [rebuilt(branch) for branch in self._branches[node]])
                memo[node] = found
            return memo[node]

        return rebuilt(node)

    def _node(self, place: int, branches: Sequence[Node]) -> Node:
        key = (place, tuple(branches))
        if key not in self._nodes:
            same = all(branch == branches[0] for branch in branches)
            self._nodes[key] = branches[0] if same else self._add(*key)
        return self._nodes[key]

    def _add(self, place: int, branches: tuple[Node, ...]) -> Node:
        self._places.append(place)
        self._branches.append(branches)
        return len(self._places) - 1
