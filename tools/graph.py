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
    named but not defined. Follows chains of any length.
    """
    found: dict[str, frozenset[str]] = {}
    for start in builds_on:
        path = [start]
        while path:
            name = path[-1]
            below = builds_on[name]
            waiting = next((other for other in below if other not in found), None)
            if name in found or waiting is None:
                found[name] = frozenset(below).union(*(found[other] for other in below))
                path.pop()
            elif waiting in path:
                raise Cycle([*path[path.index(waiting) :], waiting])
            else:
                path.append(waiting)
    return found
