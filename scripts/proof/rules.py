"""Claims on rules: each one changes some outcome of the whole, and none only repeats what the others say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.proof.beside import shown_by
from scripts.proof.claim import Claim, Finding, Subject, Witness
from scripts.proof.diagram import Node
from scripts.proof.holders import holders
from scripts.proof.reading import total
from scripts.proof.replay import reached, seen, without
from scripts.proof.situations import OUT_OF_REACH, answers
from tools.route_definition import UNKNOWN, Route, Rule

#: An effect, the track or note that it is about, and whether that differs.
Difference = tuple[str, str, Node]


def every_rule_counts(subject: Subject) -> Claim:
    """Without the rule, something would be different while the rule is true; a reader can get there."""
    claim = Claim(
        "every-rule",
        "each rule changes a level, a note, a mark or a reason; none only repeats others",
        combinations=total(subject.model.diagrams),
        checked=len(subject.route.rules),
        how="exact, each witness replayed through the questions",
    )
    for rule in subject.route.rules.values():
        found = _witness_or_fault(subject, rule)
        if isinstance(found, Witness):
            claim.witnesses[rule.id] = found
        else:
            claim.faults.append(found)
    return claim


def every_hold_counts(subject: Subject) -> Claim:
    """A rule that holds several tracks is needed on each of them; a hold that is not is remarked upon."""
    holds = [(rule, track) for rule in subject.route.rules.values() for track in rule.holds]
    claim = Claim(
        "every-hold",
        "each hold of a rule alters the level of its track for some combination (else a remark)",
        combinations=total(subject.model.diagrams),
        checked=len(holds),
    )
    for rule, track in holds:
        left = {name: level for name, level in rule.holds.items() if name != track}
        route = _with_rule(subject.route, rule._replace(holds=left))
        found = subject.example(_where(subject, rule, _moved(subject, route, track)))
        if found is None or found.only == OUT_OF_REACH:
            what = f"the rule '{rule.id}' holds {track} at {rule.holds[track]}, and that never alters its level"
            problem = subject.rule(rule.id, f"{what}{_repeated(subject, rule, track)}", "Leave it out, or say more.")
            claim.remarks.append(Finding(problem))
    return claim


def _witness_or_fault(subject: Subject, rule: Rule) -> Witness | Finding:
    """Answers that show a reader what ``rule`` changes, or what is wrong with it."""
    example = subject.example(subject.model.is_true(rule.id))
    if example is None:
        return Finding(subject.rule(rule.id, f"the rule '{rule.id}' can never be true", "Mend its conditions."))
    lost = None
    for effect, name, node in _differences(subject, rule):
        found = subject.example(_where(subject, rule, node))
        given = reached(subject.route, answers(subject.route, found.values)) if found else {}
        if given and _is_seen(subject, rule, effect, name, given):
            return Witness(effect, name, {asked: answer for asked, answer in given.items() if answer != UNKNOWN})
        lost = lost or found
    if lost is not None:
        what = f"the rule '{rule.id}' changes something only where the questions do not lead"
        return Finding(subject.rule(rule.id, what, "Mend its conditions."), subject.told(lost))
    effects = [*rule.holds, *rule.supports, *rule.judgement, *rule.shows]
    what = f"the rule '{rule.id}' changes nothing ({', '.join(dict.fromkeys(effects))}): others say it already"
    more = next(filter(None, (_repeated(subject, rule, track) for track in rule.holds)), "")
    todo = "Take it out, put it into the other rule, or change what it asks."
    return Finding(subject.rule(rule.id, what + more, todo), subject.told(example))


def _differences(subject: Subject, rule: Rule) -> Iterator[Difference]:
    """Everything that ``rule`` may bring about, and whether it would be another without the rule."""
    model, route = subject.model, _without_rule(subject.route, rule)
    outweighed = {
        track
        for other in subject.route.rules.values()
        if other.outweighed_by == rule.id
        for track in other.holds
        if track in rule.supports
    }
    for track in subject.route.tracks:
        if track in rule.holds or track in outweighed:
            yield "holds", track, _moved(subject, route, track)
    for (effect, name), rules in shown_by(subject.route).items():
        if rule.id in rules:
            yield effect, name, model.opposite(model.some(other for other in rules if other != rule.id))


def _moved(subject: Subject, route: Route, track: str) -> Node:
    """Whether ``track`` stands elsewhere in ``route``, which lacks a rule or a hold of this one."""
    model = subject.model
    other = model.level(track, model.claimed(track, model.holds(route)[track]))
    return model.diagrams.apply(lambda one, two: one != two, model.levels[track], other)


def _where(subject: Subject, rule: Rule, node: Node) -> Node:
    return subject.model.both(node, subject.model.is_true(rule.id))


def _is_seen(subject: Subject, rule: Rule, effect: str, name: str, given: dict[str, Any]) -> bool:
    """Whether the tool itself shows the difference to a reader who answers this."""
    now, then = (seen(one, given) for one in (subject.definition, without(subject.definition, [rule.id])))
    return bool(now[effect][name] != then[effect][name])


def _repeated(subject: Subject, rule: Rule, track: str) -> str:
    """Which other rules hold ``track`` in the simplest combination in which ``rule`` is true."""
    example = subject.example(subject.model.is_true(rule.id))
    others = [name for name in holders(subject.route, track, example.values) if name != rule.id] if example else []
    return f", {track} by {', '.join(map(subject.line, others))}" if others else ""


def _without_rule(route: Route, rule: Rule) -> Route:
    left = {name: other for name, other in route.rules.items() if name != rule.id}
    freed = {name: other._replace(outweighed_by=None) for name, other in left.items() if other.outweighed_by == rule.id}
    return route._replace(rules=left | freed)


def _with_rule(route: Route, rule: Rule) -> Route:
    return route._replace(rules=route.rules | {rule.id: rule})
