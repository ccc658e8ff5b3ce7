"""Conditions on answers, with three truths: true, false and unknown (Kleene's logic).

What can be known by itself is an *atom*: a question with one answer, or one option of a question with many. The value
of an atom is an option, or yes or no (True, False), or None as long as nobody knows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from tools.definitions import BadDefinition, strings

#: True, False, or None for unknown.
Truth = bool | None
Value = str | bool | None
#: The id of a question, and an option of it if it is a question with many answers, else "".
Atom = tuple[str, str]

#: What can be asked of a question of each kind; a question whose options run from light to heavy takes ORDERED too.
OPERATORS = {"one": ("is", "one_of"), "safety": ("is", "one_of"), "many": ("has", "lacks")}
ORDERED = ("below", "at_least")


class Question(NamedTuple):
    """A question: ``kind`` is one, many or safety; ``heavier`` if its options run from light to heavy."""

    id: str
    kind: str
    options: tuple[str, ...]
    heavier: bool


class Condition(NamedTuple):
    """True for the values in ``accepted``, false for every other value, unknown for None."""

    atom: Atom
    accepted: frozenset[str | bool]


def truth(condition: Condition, value: Value) -> Truth:
    """Whether ``condition`` holds when its atom has ``value``."""
    return None if value is None else value in condition.accepted


def all_of(truths: Iterable[Truth]) -> Truth:
    """False if one of ``truths`` is false, else unknown if one is unknown, else true."""
    result: Truth = True
    for one in truths:
        if one is False:
            return False
        if one is None:
            result = None
    return result


def negated(one: Truth) -> Truth:
    """The opposite; of unknown it is unknown."""
    return None if one is None else not one


def domain(question: Question) -> dict[Atom, tuple[Value, ...]]:
    """The atoms of ``question``, each with every value that it can have, None for unknown the last."""
    if question.kind == "many":
        return {(question.id, option): (True, False, None) for option in question.options}
    return {(question.id, ""): (*question.options, None)}


def operators(question: Question) -> tuple[str, ...]:
    """What a condition can ask of ``question``."""
    return OPERATORS[question.kind] + (ORDERED if question.heavier else ())


def conditions(question: Question, authored: Any) -> tuple[Condition, ...]:
    """The conditions that a rule sets on ``question``.

    ``authored``: ``{operator: option}`` (``{"one_of": [options]}``), or a list of such that must all be true.
    Raises BadDefinition.
    """
    parts = authored if isinstance(authored, list) else [authored]
    if not parts:
        raise BadDefinition(f"no condition on {question.id}")
    return tuple(_condition(question, part) for part in parts)


def _condition(question: Question, part: Any) -> Condition:
    if not isinstance(part, dict) or len(part) != 1:
        raise BadDefinition(f"a condition on {question.id} is not one operator with what it asks")
    [(operator, asked)] = part.items()
    if operator not in operators(question):
        raise BadDefinition(f"{question.id} takes {', '.join(operators(question))}, not {operator!r}")
    named = strings(asked, f"one_of on {question.id}") if operator == "one_of" else [asked]
    if not named:
        raise BadDefinition(f"no condition on {question.id}")
    for option in named:
        if option not in question.options:
            raise BadDefinition(f"{question.id} has no option {option!r}")
    if question.kind == "many":
        return Condition((question.id, asked), frozenset({operator == "has"}))
    if operator in ORDERED:
        place = question.options.index(asked)
        named = list(question.options[:place] if operator == "below" else question.options[place:])
    return Condition((question.id, ""), frozenset(named))
