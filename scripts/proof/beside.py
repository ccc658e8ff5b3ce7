"""Claims on what stands beside the levels: notes, the people among them, reasons, and the mark for human judgement."""

from __future__ import annotations

from scripts.problems import Problem
from scripts.proof.claim import Claim, Finding, Subject
from scripts.proof.diagram import Node
from scripts.proof.reading import atoms, total
from scripts.proof.replay import reached, seen
from scripts.proof.situations import answers
from tools.route_definition import Route

NAMES = {
    "shows": "the note '{}'",
    "judgement": "the mark for human judgement at {}",
    "supports": "a reason that supports {}",
}


def shown_by(route: Route) -> dict[tuple[str, str], list[str]]:
    """By effect and note or track: the rules that show the note, mark the track, or support it."""
    found: dict[tuple[str, str], list[str]] = {("shows", note): [] for note in route.notes}
    for rule in route.rules.values():
        for effect, names in (("shows", rule.shows), ("judgement", rule.judgement), ("supports", rule.supports)):
            for name in names:
                found.setdefault((effect, name), []).append(rule.id)
    return found


def named(effect: str, name: str) -> str:
    """What stands beside the levels, for a sentence."""
    return NAMES[effect].format(name)


def comes_and_goes(subject: Subject) -> Claim:
    """Each note can be shown and can be absent; so can each mark, and each track have a reason and have none."""
    model = subject.model
    claim = Claim(
        "beside",
        "each note, person and mark can be there and can be absent, as can a reason at a track that has some",
        combinations=total(model.diagrams),
        checked=0,
    )
    for (effect, name), rules in shown_by(subject.route).items():
        there = model.some(rules)
        for node, is_there in ((there, True), (model.opposite(there), False)):
            claim.checked += 1
            example = subject.example(node)
            what = f"{named(effect, name)} {'can never be there' if is_there else 'is always there'}"
            if example is None:
                claim.faults.append(Finding(_place(subject, effect, name, rules, what)))
                continue
            given = reached(subject.route, answers(subject.route, example.values))
            if seen(subject.definition, given)[effect][name] != is_there:
                what = f"{named(effect, name)}: only in a combination that the questions do not lead to"
                claim.faults.append(Finding(_place(subject, effect, name, rules, what), subject.told(example)))
    return claim


def decided_by(subject: Subject) -> dict[str, dict[str, list[str]]]:
    """The questions on which it really depends where a track stands, and what is beside it, by effect and name."""
    model = subject.model
    found = {"holds": {track: _questions(subject, node) for track, node in model.levels.items()}}
    for (effect, name), rules in shown_by(subject.route).items():
        found.setdefault(effect, {})[name] = _questions(subject, model.some(rules))
    return found


def _questions(subject: Subject, node: Node) -> list[str]:
    asked = {atom[0] for atom in atoms(subject.model.diagrams, node)}
    return [name for name in subject.route.questions if name in asked]


def _place(subject: Subject, effect: str, name: str, rules: list[str], what: str) -> Problem:
    todo = "Give a rule that does this another condition."
    if effect == "shows" or not rules:
        return subject.entry.problem(("notes", name), what, todo)
    return subject.rule(rules[0], what, todo)
