"""Combinations of values as answers: which ones can be given, how they are given, and how a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from scripts.proof.diagram import AND, OR, Diagrams, Node
from scripts.proof.reading import NOWHERE, path
from tools.conditions import Atom, Question, Value, domain
from tools.route_definition import UNKNOWN, Route

#: What sets an example apart that has no simpler one.
UNSETTLED = "only while something is unknown"
OUT_OF_REACH = "no answers bring this about"
#: The value of every atom of a route-finder.
Values = dict[Atom, Value]


class Example(NamedTuple):
    """A combination, and what sets it apart: nothing if all that matters in it is known."""

    values: Values
    only: str


def answerable(diagrams: Diagrams, route: Route) -> Node:
    """Whether answers can bring about a combination.

    Of a question with many, what is not ticked is all no ("that is all") or all unknown, never some of each.
    """
    return diagrams.join(AND, [_one_of_a_kind(diagrams, one) for one in route.questions.values() if one.kind == "many"])


def _one_of_a_kind(diagrams: Diagrams, question: Question) -> Node:
    def lacks(what: Value) -> Node:
        return diagrams.join(AND, [diagrams.choose(atom, lambda value: value is not what) for atom in domain(question)])

    return diagrams.join(OR, [lacks(False), lacks(None)])


def example(diagrams: Diagrams, route: Route, node: Node) -> Example | None:
    """A combination for which ``node`` is true, with as few answers as can be; None if there is none at all.

    Rather one whose answers are known, else one that answers can bring about, else any.
    """
    found, only = path(diagrams, node, leaf=True, unknown_costs=NOWHERE), ""
    if found is None:
        found, only = path(diagrams, diagrams.join(AND, [node, answerable(diagrams, route)]), leaf=True), UNSETTLED
    if found is None:
        found, only = path(diagrams, node, leaf=True), OUT_OF_REACH
    return None if found is None else Example(_completed(route, found), only)


def _completed(route: Route, found: Mapping[Atom, Value]) -> Values:
    """``found`` with a value for what makes no difference: unknown, or no where no is said of another option."""
    values: Values = {}
    for question in route.questions.values():
        rest = False if any(found.get(atom) is False for atom in domain(question)) else None
        values |= {atom: found.get(atom, rest) for atom in domain(question)}
    return values


def answers(route: Route, values: Mapping[Atom, Value]) -> dict[str, Any]:
    """``values`` as they are given to the tool, every question answered.

    What no answers can bring about comes out as less than is known: what is not ticked is then unknown.
    """
    found: dict[str, Any] = {}
    for name, question in route.questions.items():
        if question.kind == "many":
            given = {option: values[name, option] for option in question.options}
            ticked = [option for option, value in given.items() if value]
            found[name] = {"ticked": ticked, "all": None not in given.values()}
            if set(given.values()) == {None}:
                found[name] = UNKNOWN
        else:
            value = values[name, ""]
            found[name] = UNKNOWN if value is None else value
    return found


def told(route: Route, values: Mapping[Atom, Value]) -> str:
    """``values`` for the terminal: what is known, in the written order of the questions."""
    parts = [told for question in route.questions.values() if (told := _told(question, values))]
    return "; ".join([*parts, "the rest unknown"]) if parts else "nothing known"


def _told(question: Question, values: Mapping[Atom, Value]) -> str:
    if question.kind != "many":
        value = values[question.id, ""]
        return "" if value is None else f"{question.id} = {value}"
    given = {option: values[question.id, option] for option in question.options}
    yes, no = ([option for option, value in given.items() if value is wanted] for wanted in (True, False))
    if no and None not in given.values():
        return f"{question.id} = {', '.join(yes) or 'nothing'}, and that is all"
    told = [f"has {', '.join(yes)}" if yes else "", f"lacks {', '.join(no)}" if no else ""]
    return f"{question.id} {' and '.join(filter(None, told))}" if yes or no else ""
