"""Judges the rules of a route-finder: none is dead, none works against safety, none slows without a counterweight."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

from scripts.content import Entry
from scripts.problems import Problem
from tools.conditions import Atom
from tools.route_definition import FIND_OUT, NOTHING, YES, Route, Rule, Track

#: Tracks of care: to put these first is no burden, so nothing need outweigh it.
CARE = ("zorg", "rust", "nazorg")
#: The levels that put a track forward.
FORWARD = ("voorop", "ernaast")


def outweighing_problems(entry: Entry) -> Iterator[Problem]:
    """Rules that slow a track for a heavier burden without a word on what outweighs them, and half such words."""
    data = entry.data
    for number, rule in enumerate(data["rules"]):
        at, by, why = ("rules", number), "outweighed_by" in rule, "outweighed_because" in rule
        slowed = [
            track
            for track, level in rule.get("holds", {}).items()
            if track in data["tracks"] and track not in CARE and level != data["tracks"][track]["caution"][-1]
        ]
        heavy = [name for name in rule["when"] if data["questions"].get(name, {}).get("heavier")]
        if slowed and heavy and not by:
            what = f"'outweighed_by' is missing in the rule '{rule['id']}'"
            why_not = f"It slows {', '.join(slowed)} for {', '.join(heavy)}: "
            yield entry.problem(at, what, f"{why_not}name the rule of a wish or drive that outweighs it, or {NOTHING}.")
        if by and not why:
            what = f"'outweighed_because' is missing in the rule '{rule['id']}'"
            yield entry.problem(at, what, "Say why this outweighs it, or why nothing does.")
        if why and not by:
            what = "'outweighed_because' explains nothing without 'outweighed_by'"
            yield entry.problem((*at, "outweighed_because"), what, f"Add 'outweighed_by': a rule, or {NOTHING}.")


def rule_problems(entry: Entry, route: Route) -> Iterator[Problem]:
    """What is wrong with the rules of ``entry`` in their meaning; ``route`` is how the tool reads it."""
    for number, data in enumerate(entry.data["rules"]):
        at, rule = ("rules", number), route.rules[data["id"]]
        yield from _dead_problems(entry, at, rule)
        yield from _safety_problems(entry, at, rule, route)
        for track in rule.supports:
            if track in rule.holds:
                what = f"the rule '{rule.id}' both holds and supports {track}"
                yield entry.problem((*at, "supports"), what, "Let it do one of the two, or make two rules of it.")
        if rule.outweighed_by is not None:
            yield from _outweigher_problems(entry, at, rule, route)


def accepted(rule: Rule) -> dict[Atom, frozenset[Any]]:
    """By atom, the values with which all conditions of ``rule`` on it are true."""
    atoms = {condition.atom for condition in rule.when}
    return {
        atom: reduce(frozenset.__and__, (condition.accepted for condition in rule.when if condition.atom == atom))
        for atom in atoms
    }


def _dead_problems(entry: Entry, at: tuple[str | int, ...], rule: Rule) -> Iterator[Problem]:
    dead = sorted({atom[0] for atom, values in accepted(rule).items() if not values})
    for question in dead:
        what = f"the rule '{rule.id}' can never be true: no answer to '{question}' fits its conditions"
        yield entry.problem((*at, "when", question), what, "Mend the conditions; an 'or' is two rules.")


def _safety_problems(entry: Entry, at: tuple[str | int, ...], rule: Rule, route: Route) -> Iterator[Problem]:
    asked = sorted({condition.atom[0] for condition in rule.when if YES in condition.accepted})
    danger = [question for question in asked if route.questions[question].kind == "safety"]
    if not danger:
        return
    why = f"while '{danger[0]}' may be {YES}"
    for track in rule.supports:
        if _is_burden(entry, route.tracks[track]):
            what = f"the rule '{rule.id}' supports {track} {why}"
            yield entry.problem((*at, "supports"), what, "Safety comes first: take this track away.")
    for track, level in rule.holds.items():
        order = route.tracks[track].caution
        if _is_burden(entry, route.tracks[track]) and level in FORWARD and order.index(level) > order.index(FIND_OUT):
            what = f"the rule '{rule.id}' puts {track} forward ({level}) {why}"
            yield entry.problem((*at, "holds", track), what, "Safety comes first: hold it back, or leave it out.")
    if rule.outweighed_by is not None:
        what = f"the rule '{rule.id}' is outweighed {why}"
        yield entry.problem((*at, "outweighed_by"), what, f"Nothing outweighs safety: write {NOTHING}.")


def _is_burden(entry: Entry, track: Track) -> bool:
    """Whether the track asks something of the client: an activation track, or one that is put first only in the end."""
    return bool(entry.data["tracks"][track.id].get("activation")) or track.caution[-1] == FORWARD[0]


def _outweigher_problems(entry: Entry, at: tuple[str | int, ...], rule: Rule, route: Route) -> Iterator[Problem]:
    other = route.rules[str(rule.outweighed_by)]
    tracks = [track for track in rule.holds if track in other.supports]
    place = (*at, "outweighed_by")
    if not tracks:
        what = f"'{other.id}' supports no track that the rule '{rule.id}' holds, so it outweighs nothing"
        yield entry.problem(
            place, what, f"Name a rule that supports {' or '.join(rule.holds) or 'it'}, or write {NOTHING}."
        )
    above = route.rules[other.outweighed_by] if other.outweighed_by is not None else None
    chained = [track for track in tracks if above is not None and track in above.supports]
    if chained and above is not None:
        what = f"a chain on {', '.join(chained)}: '{rule.id}' is outweighed by '{other.id}', and that by '{above.id}'"
        yield entry.problem(place, what, "A rule that outweighs cannot be outweighed there itself.")
    mine, theirs = accepted(rule), accepted(other)
    if tracks and all(atom in mine and mine[atom] <= values for atom, values in theirs.items()):
        what = f"the rule '{rule.id}' never holds {', '.join(tracks)}: '{other.id}' is true whenever it is"
        yield entry.problem(place, what, "Give one of the two another condition.")
