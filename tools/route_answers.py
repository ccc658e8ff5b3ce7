"""Reads what was answered. What is no answer to a question of the route-finder counts as not answered, never as no."""

from __future__ import annotations

from typing import Any, NamedTuple

from tools.conditions import Atom, Question, Value
from tools.route_definition import UNKNOWN, Route


class Ticks(NamedTuple):
    """An answer to a question with many: what is ticked, and whether that is all. What nobody knows is NO_TICKS."""

    ticked: frozenset[str]
    all: bool


NO_TICKS = Ticks(frozenset(), all=False)
#: An option, weet_niet, or the ticks.
Answer = str | Ticks


class Given(NamedTuple):
    """The answered questions, the value of each atom that is known, and how much was left out."""

    answered: dict[str, Answer]
    values: dict[Atom, Value]
    ignored: int


def read(route: Route, answers: Any) -> Given:
    """Read ``answers``: ``{question id: option, "weet_niet" or {"ticked": [options], "all": bool}}``.

    Foreign questions, options and shapes are ignored and counted. One foreign option ticked also takes ``all`` away:
    what was ticked then is not fully known here. Never raises.
    """
    if not isinstance(answers, dict):
        return Given({}, {}, int(answers is not None))
    ignored = sum(name not in route.questions for name in answers)
    answered: dict[str, Answer] = {}
    values: dict[Atom, Value] = {}
    for name, question in route.questions.items():
        if name in answers:
            answer, left_out = _cleaned(question, answers[name])
            ignored += left_out
            if answer is not None:
                answered[name] = answer
                values |= known(question, answer)
    return Given(answered, values, ignored)


def known(question: Question, answer: Answer) -> dict[Atom, Value]:
    """The value of each atom of ``question`` that ``answer`` makes known."""
    if isinstance(answer, str):
        return {} if answer == UNKNOWN else {(question.id, ""): answer}
    options = question.options if answer.all else [option for option in question.options if option in answer.ticked]
    return {(question.id, option): option in answer.ticked for option in options}


def written(question: Question, answer: Answer) -> str | dict[str, Any]:
    """``answer`` as it is given to the tool."""
    if isinstance(answer, str) or answer == NO_TICKS:
        return answer if isinstance(answer, str) else UNKNOWN
    return {"ticked": [option for option in question.options if option in answer.ticked], "all": answer.all}


def _cleaned(question: Question, answer: Any) -> tuple[Answer | None, int]:
    """What ``answer`` says, None for nothing, and how much of it was left out."""
    if answer == UNKNOWN:
        return (NO_TICKS if question.kind == "many" else UNKNOWN), 0
    if question.kind != "many":
        return (answer, 0) if answer in question.options else (None, 1)
    if not isinstance(answer, dict) or not {"ticked"} <= set(answer) <= {"ticked", "all"}:
        return None, 1
    ticked, is_all = answer["ticked"], answer.get("all", False)
    if not isinstance(ticked, list) or not isinstance(is_all, bool):
        return None, 1
    ours = frozenset(option for option in question.options if option in ticked)
    foreign = sum(option not in question.options for option in ticked)
    if foreign and not ours:
        return None, foreign
    return Ticks(ours, is_all and not foreign), foreign
