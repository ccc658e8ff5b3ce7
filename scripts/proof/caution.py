"""Claims on one other answer: a heavier one makes no track less cautious, and one taken back hides no caution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from scripts.proof.beside import named, shown_by
from scripts.proof.claim import Claim, Finding, Subject
from scripts.proof.diagram import Node
from scripts.proof.holders import holders
from scripts.proof.reading import at, atoms, total
from scripts.proof.situations import Values
from tools.conditions import Atom, Value
from tools.route_definition import FIND_OUT, LEVELS
from tools.route_levels import Claim as LevelClaim
from tools.route_levels import standing

#: The orders of caution for which heavier means more caution begin with one of these.
ENDS = (LEVELS[0], LEVELS[-1])
#: What decides the level of a track, see scripts.proof.model.kept.
Claims = frozenset[LevelClaim]
#: Whether the second may not follow on the first, given an order of caution.
Wrong = Callable[[Sequence[str], Claims, Claims], bool]


class Step(NamedTuple):
    """One atom that goes from one value to another, while all else stays."""

    atom: Atom
    old: Value
    new: Value

    def __str__(self) -> str:
        words: dict[Value, str] = {True: "yes", False: "no", None: "unknown"}
        old, new = (words.get(value, str(value)) for value in (self.old, self.new))
        return f"when '{' '.join(filter(None, self.atom))}' goes from {old} to {new}"


def monotone(subject: Subject) -> Claim:
    """Of two neighbouring answers about a burden, the heavier one never gives a track a less cautious level."""
    says = "a heavier answer makes no track less cautious, whatever else is answered or unknown"
    return _monotone(subject, Claim("monotone", says, 0, 0), _less_cautious)


def monotone_but_settling(subject: Subject) -> Claim:
    """The same, but a track that waits at "find out" for a less cautious level may come to stand there.

    When everything is known nothing waits, and this is the claim above.
    """
    says = f"a heavier answer makes no track less cautious, but what waits at {FIND_OUT} may settle where it would go"
    return _monotone(subject, Claim("monotone-but-settling", says, 0, 0), _less_cautious_than_it_waited_for)


def _monotone(subject: Subject, claim: Claim, is_wrong: Wrong) -> Claim:
    diagrams = subject.model.diagrams
    for name, question in subject.route.questions.items():
        for old, new in pairwise(question.options) if question.heavier else ():
            step = Step((name, ""), old, new)
            claim.combinations += total(diagrams) // len(diagrams.domains[step.atom])
            for track, data in subject.route.tracks.items():
                if data.caution[0] in ENDS:
                    claim.checked += 1
                    todo = f"Ask for at_least, or hold {track} more cautiously."
                    claim.faults += _wrong_levels(subject, track, step, is_wrong, todo)
    return claim


def unknown(subject: Subject) -> Claim:
    """An answer taken back makes no track less cautious but down to "find out", and shows nothing more."""
    says = f"an answer taken back makes no track less cautious, except down to {FIND_OUT}, and shows nothing more"
    model, claim = subject.model, Claim("unknown", says, 0, 0)
    shown = {named(*what): (model.some(rules), rules) for what, rules in shown_by(subject.route).items()}
    todo = "Mend tools/route_levels.py."
    for atom, values in model.diagrams.domains.items():
        for step in (Step(atom, value, None) for value in values if value is not None):
            claim.combinations += total(model.diagrams) // len(values)
            claim.checked += len(subject.route.tracks) + len(shown)
            for track in subject.route.tracks:
                claim.faults += _wrong_levels(subject, track, step, _past_finding_out, todo)
            for name, (node, rules) in shown.items():
                if atom in atoms(model.diagrams, node):
                    claim.faults += _appearing(subject, name, node, rules, step)
    return claim


def _less_cautious(caution: Sequence[str], old: Claims, new: Claims) -> bool:
    return caution.index(standing(caution, new).level) > caution.index(standing(caution, old).level)


def _less_cautious_than_it_waited_for(caution: Sequence[str], old: Claims, new: Claims) -> bool:
    waiting = [caution.index(level) for level, counts in old if counts is None]
    settled = standing(caution, old).level == FIND_OUT and caution.index(standing(caution, new).level) in waiting
    return _less_cautious(caution, old, new) and not settled


def _past_finding_out(caution: Sequence[str], old: Claims, new: Claims) -> bool:
    furthest = max(caution.index(standing(caution, old).level), caution.index(FIND_OUT))
    return caution.index(standing(caution, new).level) > furthest


def _wrong_levels(subject: Subject, track: str, step: Step, is_wrong: Wrong, todo: str) -> list[Finding]:
    """A finding if ``step`` moves ``track``, for some combination, from a level to a wrong one."""
    diagrams, caution = subject.model.diagrams, subject.route.tracks[track].caution
    old, new = (diagrams.restrict(subject.model.claims[track], step.atom, value) for value in step[1:])
    if old == new:
        return []
    found = subject.example(diagrams.apply(lambda before, after: is_wrong(caution, before, after), old, new))
    if found is None:
        return []
    before, after = (standing(caution, at(diagrams, node, found.values)).level for node in (old, new))
    what = f"{track} goes from {before} to {after} {step}"
    return [subject.finding(found, what, todo, _rules(subject, track, step, found.values))]


def _rules(subject: Subject, track: str, step: Step, values: Values) -> list[str]:
    """The rules that hold ``track`` before or after ``step``, those first that ask about it."""
    found = [rule for value in step[1:] for rule in holders(subject.route, track, values | {step.atom: value})]

    def asks(rule: str) -> bool:
        return any(condition.atom == step.atom for condition in subject.route.rules[rule].when)

    return sorted(dict.fromkeys(found), key=lambda rule: not asks(rule))


def _appearing(subject: Subject, name: str, node: Node, rules: list[str], step: Step) -> list[Finding]:
    """A finding if ``step`` makes something appear."""
    model = subject.model
    old, new = (model.diagrams.restrict(node, step.atom, value) for value in step[1:])
    bad = model.both(new, model.opposite(old))
    return subject.against(bad, f"{name} appears {step}", "Mend tools/conditions.py.", lambda _: rules)
