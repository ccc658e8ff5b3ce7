"""The route-finder: where each track stands in the conversation, and why. See docs/_project/routes.md.

A level is about the order of the conversation, never about what a person can do. No score, no verdict: only which
answers, which rules and which open questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tools.conditions import Truth, truth
from tools.route_answers import Given, Ticks
from tools.route_answers import read as read_answers
from tools.route_change import changes
from tools.route_definition import LEVELS, UNKNOWN, YES, Route, Rule, Track
from tools.route_definition import read as read_definition
from tools.route_levels import Hold, Standing, claims_of, hold_truth, holds_of, rule_truths, standing
from tools.route_steps import steps


def evaluate(definition: Any, answers: Any) -> dict[str, Any]:
    """Work out the level of every track with its reasons, what stands beside them, and what would change it.

    ``definition``: see tools.route_definition.read; ``answers``: see tools.route_answers.read. Result, ids only, rule
    ids sorted: ``{"safety": {"yes": [questions], "unknown": [questions]}, "tracks": [{"id", "level", "holds",
    "also", "lifted", "supports", "judgement", "open", "wished"}] in the reader's order, "notes": [{"id", "because":
    [rules]}], "unknown": [questions], "change": see tools.route_change.changes, "next", "bound", "needed": see
    tools.route_steps.steps, "ignored": int}``. ``holds`` are the rules that claim the level, ``also`` those that claim
    a less cautious one, ``lifted`` those that are outweighed and would claim a more cautious one (``{"rule", "by"}``),
    ``open`` those that are unknown and would (``{"rule", "questions"}``). ``unknown``: the questions that are open for
    some track. Raises BadDefinition; no answers raise.
    """
    route = read_definition(definition)
    given = read_answers(route, answers)
    truths = rule_truths(route, given.values)
    holds = holds_of(route)
    tracks = [_track(route, track, holds[track.id], truths, given) for track in route.tracks.values()]
    levels = {track["id"]: track["level"] for track in tracks}
    asked = {question for track in tracks for open_hold in track["open"] for question in open_hold["questions"]}
    true = [rule for name, rule in route.rules.items() if truths[name]]
    shown = {note: [rule.id for rule in true if note in rule.shows] for note in route.notes}
    return {
        "safety": {"yes": _safety(route, given, YES), "unknown": _safety(route, given, UNKNOWN)},
        "tracks": sorted(tracks, key=lambda track: (LEVELS.index(track["level"]), not track["wished"])),
        "notes": [{"id": note, "because": because} for note, because in shown.items() if because],
        "unknown": _as_written(route, asked),
        "change": changes(route, given, truths, holds, levels),
        **steps(route, given, truths),
        "ignored": given.ignored,
    }


def _track(route: Route, track: Track, holds: list[Hold], truths: Mapping[str, Truth], given: Given) -> dict[str, Any]:
    counted = [(hold, hold_truth(hold, truths)) for hold in holds]
    stands = standing(track.caution, claims_of(holds, truths))
    true = [rule for name, rule in route.rules.items() if truths[name]]
    wishes = given.answered.get(route.wishes) if route.wishes is not None else None
    return {
        "id": track.id,
        "level": stands.level,
        "holds": [hold.rule for hold, counts in counted if counts and hold.level == stands.claimed],
        "also": [hold.rule for hold, counts in counted if counts and hold.level != stands.claimed],
        "lifted": [
            {"rule": hold.rule, "by": hold.by}
            for hold in holds
            if hold.by is not None and truths[hold.rule] and truths[hold.by] and _is_more_cautious(track, hold, stands)
        ],
        "supports": [rule.id for rule in true if track.id in rule.supports],
        "judgement": [rule.id for rule in true if track.id in rule.judgement],
        "open": [
            {"rule": hold.rule, "questions": _open_questions(route, hold, truths, given)}
            for hold, counts in counted
            if counts is None and _is_more_cautious(track, hold, stands)
        ],
        "wished": isinstance(wishes, Ticks) and not wishes.ticked.isdisjoint(track.wishes),
    }


def _is_more_cautious(track: Track, hold: Hold, stands: Standing) -> bool:
    return track.caution.index(hold.level) < track.caution.index(stands.claimed)


def _open_questions(route: Route, hold: Hold, truths: Mapping[str, Truth], given: Given) -> list[str]:
    """The questions on which an unknown hold waits: those of its rule and of the rule that outweighs it."""
    unknown = [route.rules[name] for name in (hold.rule, hold.by) if name is not None and truths[name] is None]
    return _as_written(route, {question for rule in unknown for question in _unknown_in(rule, given)})


def _unknown_in(rule: Rule, given: Given) -> Iterable[str]:
    return (condition.atom[0] for condition in rule.when if truth(condition, given.values.get(condition.atom)) is None)


def _safety(route: Route, given: Given, answer: str) -> list[str]:
    return [
        name
        for name, question in route.questions.items()
        if question.kind == "safety" and given.answered.get(name) == answer
    ]


def _as_written(route: Route, questions: set[str]) -> list[str]:
    return [name for name in route.questions if name in questions]
