"""Judges route-finders: address, sources, claims, and that nothing stands in them for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from scripts.addresses import checklist_pages
from scripts.content import Content, Entry
from scripts.definitions import route_definition
from scripts.problems import Problem
from scripts.references import claim_problems, unknown, unknown_sources
from scripts.validate_route_names import At, name_problems
from scripts.validate_route_rules import outweighing_problems, rule_problems
from scripts.validate_subjects import subject_problems
from tools.definitions import BadDefinition
from tools.route_definition import read


def route_problems(content: Content, known: Content) -> Iterator[Problem]:
    """Faults of every route-finder whose form is right; ``known`` holds all other content too.

    What rules come to together is judged once every name in them is known.
    """
    taken = {path: f"the page docs/nl/{path}.md" for path in known.pages.get("nl", {})}
    taken |= {path: f"checklist {name}" for path, name in checklist_pages(known).items()}
    for name, entry in content.families["routes"].items():
        page = entry.data["page"]
        if page in taken:
            yield entry.problem(("page",), f"the address '{page}' is taken by {taken[page]}", "Choose another page.")
        taken[page] = f"route {name}"
        yield from subject_problems(entry)
        for at, data in _parts(entry.data):
            yield from _citation_problems(entry, at, data, known)
        faults = [*name_problems(entry), *outweighing_problems(entry)]
        yield from faults
        if not faults:
            yield from _idle_problems(entry)
            try:
                route = read(route_definition(entry.data))
            except BadDefinition as fault:
                yield entry.problem((), f"the tool cannot work with this: {fault}", "Mend what it names.")
            else:
                yield from rule_problems(entry, route)


def _parts(data: dict[str, Any]) -> Iterator[tuple[At, dict[str, Any]]]:
    """Every part that may name sources, facts and claims, with its place."""
    for group in ("questions", "notes"):
        yield from (((group, name), part) for name, part in data[group].items())
    yield from ((("rules", number), rule) for number, rule in enumerate(data["rules"]))


def _citation_problems(entry: Entry, at: At, data: dict[str, Any], known: Content) -> Iterator[Problem]:
    yield from unknown_sources(data.get("sources", []), known, partial(entry.problem, (*at, "sources")))
    advice = "Add it to facts.yml."
    yield from unknown(
        "fact", data.get("facts", []), known.names("facts"), advice, partial(entry.problem, (*at, "facts"))
    )
    shown = [entry.data["notes"][note]["text"] for note in data.get("shows", []) if note in entry.data["notes"]]
    told = [*(data.get(key, "") for key in ("text", "because", "outweighed_because")), *shown]
    yield from claim_problems(data.get("covers", []), " ".join(told), known, partial(entry.problem, (*at, "covers")))


def _idle_problems(entry: Entry) -> Iterator[Problem]:
    """Questions that no rule asks after (those about safety speak for themselves) and notes that no rule shows."""
    data = entry.data
    used = {question for rule in data["rules"] for question in rule["when"]}
    if any(track.get("wishes") for track in data["tracks"].values()):
        used.add(data["wishes"])
    for name, question in data["questions"].items():
        if name not in used and question["kind"] != "safety":
            todo = "Use it in a rule, or do not ask it."
            yield entry.problem(("questions", name), f"no rule uses the question '{name}'", todo)
    shown = {note for rule in data["rules"] for note in rule.get("shows", [])}
    for name in data["notes"]:
        if name not in shown:
            yield entry.problem(("notes", name), f"no rule shows the note '{name}'", "Show it, or take it away.")
