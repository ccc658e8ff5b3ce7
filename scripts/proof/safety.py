"""Claims on what may never happen: no way out, something before safety, every activation put off."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from scripts.proof.claim import Claim, Finding, Subject
from scripts.proof.diagram import Node
from scripts.proof.holders import most_involved
from scripts.proof.reading import count, total
from scripts.proof.situations import Values
from tools.conditions import Question
from tools.route import evaluate
from tools.route_definition import FIND_OUT, LEVELS, NO, UNKNOWN, YES

FIRST, LAST = LEVELS[0], LEVELS[-1]


def no_dead_end(subject: Subject) -> Claim:
    """There is always something to do, and outside a safety yes not everything comes later."""
    model, tracks = subject.model, list(subject.route.tracks)
    calm = model.opposite(model.danger(subject.route.questions.values()))
    all_later = model.both(calm, *(model.stands(track, LAST) for track in tracks))
    stuck = model.both(*(_is_stuck(subject, track) for track in tracks))
    claim = Claim(
        "no-dead-end",
        f"outside a safety yes some track is not at {LAST}, and there is always something to do next",
        combinations=total(model.diagrams),
        checked=2,
    )
    for node, what in (
        (all_later, f"every track stands at {LAST}"),
        (stuck, f"nothing to do: no track stands at {FIRST} or beside it, and none names a question or shows a note"),
    ):
        claim.faults += subject.against(node, what, "Let one rule leave a track open.", _holders(subject, tracks))
    return claim


def _is_stuck(subject: Subject, track: str) -> Node:
    """Whether ``track`` stands at later, or at "find out" with no open question and no note of a rule that holds it."""
    model = subject.model
    showing = [rule.id for rule in subject.route.rules.values() if track in rule.holds and rule.shows]
    silent = model.opposite(model.either(model.is_open(track), model.some(showing)))
    return model.either(model.stands(track, LAST), model.both(model.stands(track, FIND_OUT), silent))


def activation_stays(subject: Subject) -> Claim:
    """Outside a safety yes, never is every activation track at later."""
    model = subject.model
    tracks = [track for track, data in subject.definition["tracks"].items() if data["activation"]]
    calm = model.opposite(model.danger(subject.route.questions.values()))
    claim = Claim(
        "activation",
        f"outside a safety yes some activation track ({', '.join(tracks)}) is not at {LAST}",
        combinations=count(model.diagrams, calm, leaf=True),
        checked=1,
    )
    if tracks:
        put_off = model.both(calm, *(model.stands(track, LAST) for track in tracks))
        what = f"every activation track stands at {LAST}"
        todo = "Let one rule slow a track in form or dose, and not put it off."
        claim.faults += subject.against(put_off, what, todo, _holders(subject, tracks))
    else:
        todo = "Mark those that keep people among people."
        claim.faults.append(Finding(subject.entry.problem(("tracks",), "no track is marked activation: true", todo)))
    return claim


def safety_first(subject: Subject) -> Claim:
    """A safety yes puts a track first, and no track of activation or work stands before it."""
    model = subject.model
    safety = [question for question in subject.route.questions.values() if question.kind == "safety"]
    claim = Claim(
        "safety-first",
        "a safety yes puts the track first that its rule names, and none of activation or work before it",
        combinations=count(model.diagrams, model.danger(safety), leaf=True),
        checked=0,
    )
    for question in safety:
        firsts = {track: rule for rule, track in _put_first(subject, question)}
        if not firsts:
            what = f"no rule puts a track at {FIRST} whenever '{question.id}' is {YES}"
            todo = f"Write a rule with when: {{{question.id}: {{is: {YES}}}}} that does."
            claim.faults.append(Finding(subject.entry.problem(("questions", question.id), what, todo)))
        yes = model.danger([question])
        for track, rule in firsts.items():
            missed = model.both(yes, model.opposite(model.stands(track, FIRST)))
            what = f"'{question.id}' is {YES} and {track} does not stand at {FIRST}, as '{rule}' asks"
            claim.faults += subject.against(missed, what, "Let nothing hold it back here.", _holders(subject, [track]))
            for other in _burdens(subject):
                ahead = model.both(yes, model.before(other, track))
                what = f"'{question.id}' is {YES} and {other} stands before {track}"
                todo = f"Hold {other} back in this rule."
                claim.faults += subject.against(ahead, what, todo, partial(_this, rule))
            claim.checked += 1 + len(_burdens(subject))
    return claim


def _holders(subject: Subject, tracks: Iterable[str]) -> Callable[[Values], list[str]]:
    return partial(most_involved, subject.route, list(tracks))


def _this(rule: str, _: Values) -> list[str]:
    return [rule]


def _put_first(subject: Subject, question: Question) -> Iterator[tuple[str, str]]:
    """The rules that ask for nothing but a yes to ``question``, with each track that they put first."""
    for rule in subject.route.rules.values():
        if all(one.atom == (question.id, "") and YES in one.accepted for one in rule.when):
            yield from ((rule.id, track) for track, level in rule.holds.items() if level == FIRST)


def _burdens(subject: Subject) -> list[str]:
    """The tracks of activation, and those that are most cautious at later."""
    tracks = subject.definition["tracks"]
    return [track for track, data in tracks.items() if data["activation"] or data["caution"][0] == LAST]


def safety_told(subject: Subject) -> Claim:
    """Every safety question is asked until it is answered, and its yes or unknown always told."""
    safety = [name for name, question in subject.route.questions.items() if question.kind == "safety"]
    claim = Claim(
        "safety-told",
        "a safety yes and a safety unknown are always told, and an open safety question is always asked",
        how="tried with the tool itself",
        combinations=4 ** len(safety),
        checked=0,
    )
    for states in itertools.product((YES, NO, UNKNOWN, None), repeat=len(safety)):
        given = {name: state for name, state in zip(safety, states, strict=True) if state is not None}
        result = evaluate(subject.definition, given)
        claim.checked += 1
        for name in safety:
            state, told = given.get(name), result["safety"]
            right = (name in told["yes"], name in told["unknown"], name in result["needed"])
            if right != (state == YES, state == UNKNOWN, state is None):
                problem = subject.entry.problem(("questions", name), f"'{name}' is not told", "Mend tools/route.py.")
                claim.faults.append(Finding(problem, str(given)))
    return claim
