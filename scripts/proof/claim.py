"""What is claimed of a route-finder, and what was found out about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from scripts.content import Content, Entry
from scripts.definitions import route_definition
from scripts.problems import Problem
from scripts.proof.diagram import Node
from scripts.proof.model import Model, smallest
from scripts.proof.situations import Example, Values, example, told
from tools.route_definition import read

#: How a claim on a diagram is settled: nothing is sampled and nothing left out.
EXACT = "exact"


@dataclass(frozen=True)
class Finding:
    """A fault or a remark: where it is written, what it is, what to do, and the combination that shows it, if any."""

    problem: Problem
    witness: str = ""

    def __str__(self) -> str:
        return f"{self.problem}\n  witness: {self.witness}" if self.witness else str(self.problem)


class Witness(NamedTuple):
    """Answers to the questions as they were asked, and what they show: an effect on a track or note."""

    effect: str
    name: str
    answers: dict[str, Any]


@dataclass
class Claim:
    """A claim: ``combinations`` that it covers, and how many separate statements about them were ``checked``.

    ``witnesses``: for a claim that something can be, by rule, answers that lead to it.
    """

    id: str
    says: str
    combinations: int
    checked: int
    how: str = EXACT
    faults: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    witnesses: dict[str, Witness] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether nothing was found against it."""
        return not self.faults

    @property
    def is_exact(self) -> bool:
        """Whether every combination that it covers was looked at, on the diagrams."""
        return self.how.startswith(EXACT)


class Subject:
    """A route-finder under proof: as authored, as the tool gets it, and as diagrams. Raises BadDefinition."""

    def __init__(self, entry: Entry, content: Content, name: str) -> None:
        self.entry, self.content, self.name = entry, content, name
        self.definition: dict[str, Any] = route_definition(entry.data)
        self.model: Model = smallest(read(self.definition))
        self.route = self.model.route
        self._numbers = {rule["id"]: number for number, rule in enumerate(entry.data["rules"])}

    def rule(self, name: str, what: str, todo: str) -> Problem:
        """A problem of the rule ``name``, at its line."""
        return self.entry.problem(("rules", self._numbers[name]), what, todo)

    def line(self, rule: str) -> str:
        """``rule`` with its line, for a sentence."""
        return f"'{rule}' (line {self.rule(rule, '', '').line})"

    def example(self, node: Node) -> Example | None:
        """A combination for which ``node`` is true, or None."""
        return example(self.model.diagrams, self.route, node)

    def told(self, found: Example) -> str:
        """``found`` for the terminal."""
        return told(self.route, found.values) + (f" ({found.only})" if found.only else "")

    def against(self, bad: Node, what: str, todo: str, rules: Callable[[Values], list[str]]) -> list[Finding]:
        """Nothing, unless ``bad`` can be true: then a finding at the first of the ``rules`` in an example for it."""
        found = self.example(bad)
        return [] if found is None else [self.finding(found, what, todo, rules(found.values))]

    def finding(self, found: Example, what: str, todo: str, rules: list[str]) -> Finding:
        """A finding with ``found`` as its witness, at the first of ``rules``, or at the tracks where there is none."""
        if not rules:
            return Finding(self.entry.problem(("tracks",), what, todo), self.told(found))
        others = f" (with {', '.join(map(self.line, rules[1:]))})" if rules[1:] else ""
        return Finding(self.rule(rules[0], f"'{rules[0]}': {what}{others}", todo), self.told(found))
