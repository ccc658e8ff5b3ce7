"""Which rules a level rests on, to name the line that is to be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tools.conditions import Atom, Truth, Value
from tools.route_definition import Route
from tools.route_levels import Hold, claims_of, hold_truth, holds_of, rule_truths, standing


def holders(route: Route, track: str, values: Mapping[Atom, Value]) -> list[str]:
    """The rules that put ``track`` where it stands: the true ones at its level, or the unknown ones that raise it."""
    caution, holds, truths = route.tracks[track].caution, holds_of(route)[track], rule_truths(route, values)
    stands = standing(caution, claims_of(holds, truths))
    if stands.level == stands.claimed:
        return _of(holds, truths, True, [stands.claimed])
    return _of(holds, truths, None, caution[: caution.index(stands.claimed)])


def _of(holds: Iterable[Hold], truths: Mapping[str, Truth], counts: Truth, levels: Iterable[str]) -> list[str]:
    levels = set(levels)
    return [hold.rule for hold in holds if hold.level in levels and hold_truth(hold, truths) is counts]


def most_involved(route: Route, tracks: Iterable[str], values: Mapping[Atom, Value]) -> list[str]:
    """The rules that hold these ``tracks``, the one that holds most of them first."""
    found = Counter(rule for track in tracks for rule in holders(route, track, values))
    return sorted(found, key=lambda rule: (-found[rule], rule))
