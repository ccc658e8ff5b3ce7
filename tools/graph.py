"""Which things build on which: the closure of a ``builds_on`` relation, and its cycles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Cycle(Exception):
    """Something builds on itself; ``path`` names the round, first id repeated at the end."""

    def __init__(self, path: Sequence[str]) -> None:
        super().__init__(" → ".join(path))
        self.path = list(path)


def closure(builds_on: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """For each id, everything that it builds on, directly or through another.

    ``builds_on`` maps an id to the ids that must be there first. Raises Cycle, and KeyError for an id that is
    named but not defined.
    """
    found: dict[str, frozenset[str]] = {}
    path: list[str] = []

    def visit(name: str) -> frozenset[str]:
        if name in found:
            return found[name]
        if name in path:
            raise Cycle([*path[path.index(name) :], name])
        path.append(name)
        below = builds_on[name]
        found[name] = frozenset(below).union(*(visit(other) for other in below))
        path.pop()
        return found[name]

    for name in builds_on:
        visit(name)
    return found
