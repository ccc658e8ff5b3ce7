"""What would change the outcome: every other answer to one question, and the tracks that would then stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tools.conditions import Atom, Condition, Question, Truth, Value, all_of, truth
from tools.route_answers import NO_TICKS, Answer, Given, Ticks, known, written
from tools.route_definition import UNKNOWN, Route
from tools.route_levels import Claim, Hold, claims_of, hold_truth, standing


class Mention(NamedTuple):
    """A rule that mentions a question: what its other conditions come to, and its conditions on this question."""

    rule: str
    rest: Truth
    own: tuple[Condition, ...]


def changes(
    route: Route,
    given: Given,
    truths: Mapping[str, Truth],
    holds: Mapping[str, list[Hold]],
    levels: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Every other answer to one question that moves a track, in the written order of questions and options.

    ``truths``, ``holds`` and ``levels`` are those of today, by rule and by track. Each entry: ``{"question",
    "answer": as it is given to the tool, "unknown": whether it fills in what nobody knows today, "tracks": [{"id",
    "from", "to"}]}``. Only the rules that mention the question are looked at again.
    """
    mentions = _mentions(route, given.values)
    concerned = _concerned(holds)
    claims = {track: claims_of(on_track, truths) for track, on_track in holds.items()}
    found = []
    for name, question in route.questions.items():
        for answer, is_unknown in others(question, given.answered.get(name)):
            then = _truths_then(mentions[name], truths, known(question, answer))
            touched = {hold for rule in then for hold in concerned.get(rule, ())}
            moved = list(_moved(route, touched, claims, levels, (truths, {**truths, **then}))) if touched else []
            if moved:
                new = written(question, answer)
                found.append({"question": name, "answer": new, "unknown": is_unknown, "tracks": moved})
    return found


def others(question: Question, now: Answer | None) -> Iterator[tuple[Answer, bool]]:
    """Every other single answer than ``now`` (None: not answered), and whether it fills in what is not known now.

    Of a question with many, each option is ticked or unticked, "that is all" is said or taken back, or nothing is
    known any more.
    """
    if question.kind != "many":
        is_unknown = now in (None, UNKNOWN)
        yield from ((option, is_unknown) for option in question.options if option != now)
        if not is_unknown:
            yield UNKNOWN, False
        return
    ticks = now if isinstance(now, Ticks) else NO_TICKS
    found = {}
    for option in question.options:
        found[Ticks(ticks.ticked ^ {option}, ticks.all)] = option not in ticks.ticked and not ticks.all
    found[Ticks(ticks.ticked, not ticks.all)] = not ticks.all
    found.setdefault(NO_TICKS, False)
    yield from ((answer, is_unknown) for answer, is_unknown in found.items() if answer != ticks)


def _mentions(route: Route, values: Mapping[Atom, Value]) -> dict[str, list[Mention]]:
    """By question, the rules that its answer can still make true or false."""
    found: dict[str, list[Mention]] = {name: [] for name in route.questions}
    for rule in route.rules.values():
        now = [(condition, truth(condition, values.get(condition.atom))) for condition in rule.when]
        for name in {condition.atom[0] for condition in rule.when}:
            rest = all_of(one for condition, one in now if condition.atom[0] != name)
            if rest is not False:
                own = tuple(condition for condition in rule.when if condition.atom[0] == name)
                found[name].append(Mention(rule.id, rest, own))
    return found


def _truths_then(
    mentions: Iterable[Mention], truths: Mapping[str, Truth], values: Mapping[Atom, Value]
) -> dict[str, Truth]:
    """The new truth of every rule that becomes another when the question has ``values``."""
    found = {}
    for rule, rest, own in mentions:
        one = all_of([rest, *[truth(condition, values.get(condition.atom)) for condition in own]])
        if one is not truths[rule]:
            found[rule] = one
    return found


def _concerned(holds: Mapping[str, list[Hold]]) -> dict[str, list[tuple[str, Hold]]]:
    """By rule, the holds (with their track) that it makes or outweighs."""
    found: dict[str, list[tuple[str, Hold]]] = {}
    for track, on_track in holds.items():
        for hold in on_track:
            for rule in filter(None, (hold.rule, hold.by)):
                found.setdefault(rule, []).append((track, hold))
    return found


def _moved(
    route: Route,
    touched: Iterable[tuple[str, Hold]],
    claims: Mapping[str, Mapping[Claim, int]],
    levels: Mapping[str, str],
    now_and_then: tuple[Mapping[str, Truth], Mapping[str, Truth]],
) -> Iterator[dict[str, str]]:
    now, then = now_and_then
    counts: dict[str, dict[Claim, int]] = {}
    for track, hold in touched:
        old, new = hold_truth(hold, now), hold_truth(hold, then)
        if old is not new:
            count = counts[track] if track in counts else counts.setdefault(track, dict(claims[track]))
            count[hold.level, old] -= 1
            count[hold.level, new] = count.get((hold.level, new), 0) + 1
    for name in filter(counts.__contains__, route.tracks):
        level = standing(route.tracks[name].caution, {claim for claim, count in counts[name].items() if count}).level
        if level != levels[name]:
            yield {"id": name, "from": levels[name], "to": level}
