"""The truth of rules and the level of a track: small functions without state, so that a proof can rest on them too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from tools.conditions import Atom, Truth, Value, all_of, negated, truth
from tools.route_definition import FIND_OUT, Route, Rule

#: A level, and whether a hold at it counts.
Claim = tuple[str, Truth]


class Hold(NamedTuple):
    """A rule that holds a track at a level, and the rule that outweighs it on this track, if any."""

    level: str
    rule: str
    by: str | None


class Standing(NamedTuple):
    """Where a track stands: the level that true rules claim, and the level after what is still unknown."""

    claimed: str
    level: str


def rule_truth(rule: Rule, values: Mapping[Atom, Value]) -> Truth:
    """Whether all conditions of ``rule`` hold; an atom that ``values`` does not name is unknown."""
    return all_of(truth(condition, values.get(condition.atom)) for condition in rule.when)


def rule_truths(route: Route, values: Mapping[Atom, Value]) -> dict[str, Truth]:
    """The truth of every rule by its id."""
    return {name: rule_truth(rule, values) for name, rule in route.rules.items()}


def holds_of(route: Route) -> dict[str, list[Hold]]:
    """The holds on each track, sorted by rule. A rule is outweighed only where the other one supports the track."""
    found: dict[str, list[Hold]] = {track: [] for track in route.tracks}
    for rule in route.rules.values():
        other = route.rules[rule.outweighed_by] if rule.outweighed_by is not None else None
        for track, level in rule.holds.items():
            found[track].append(Hold(level, rule.id, other.id if other and track in other.supports else None))
    return found


def hold_truth(hold: Hold, truths: Mapping[str, Truth]) -> Truth:
    """Whether ``hold`` counts: its rule is true and the rule that outweighs it is not."""
    if hold.by is None:
        return truths[hold.rule]
    return all_of((truths[hold.rule], negated(truths[hold.by])))


def claims_of(holds: Iterable[Hold], truths: Mapping[str, Truth]) -> Counter[Claim]:
    """How often each level is claimed on a track with which truth."""
    return Counter((hold.level, hold_truth(hold, truths)) for hold in holds)


def standing(caution: Sequence[str], claims: Container[Claim]) -> Standing:
    """Where a track stands whose levels from most to least cautious are ``caution``.

    ``claims``: the level of each hold on the track with its truth; how often and in what order does not matter.
    Claimed is the most cautious level with a true hold, else the least cautious of all. An unknown hold that is more
    cautious than that raises the track to FIND_OUT, unless what is claimed is more cautious still.
    """
    claimed, is_open = caution[-1], False
    for level in caution[:-1]:
        if (level, True) in claims:
            claimed = level
            break
        is_open = is_open or (level, None) in claims
    if is_open and caution.index(FIND_OUT) < caution.index(claimed):
        return Standing(claimed, FIND_OUT)
    return Standing(claimed, claimed)
