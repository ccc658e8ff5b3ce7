"""Judges checklists, and what their vectors name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from scripts.assets import PICTOGRAMS
from scripts.content import Content, Entry
from scripts.problems import Problem
from scripts.references import claim_problems, unknown, unknown_sources
from tools.checklist import ANSWERS
from tools.graph import Cycle, closure

_PICTOGRAM_ADVICE = f"Known: {', '.join(sorted(PICTOGRAMS))}."
CLAIM_FIELDS = ("ask", "why", "action", "first_step")


def checklist_problems(content: Content, known: Content) -> Iterator[Problem]:
    """References, rounds and claims of every checklist whose form is right; ``known`` holds all others too."""
    taken: dict[str, str] = {}
    for name, entry in content.families["checklists"].items():
        page = entry.data["page"]
        if page in taken or page in content.pages.get("nl", {}):
            other = taken.get(page, f"the page docs/nl/{page}.md")
            yield entry.problem(("page",), f"the address '{page}' is taken by {other}", "Choose another page.")
        taken[page] = f"checklist {name}"
        for theme, data in entry.data["themes"].items():
            make = partial(entry.problem, ("themes", theme, "pictogram"))
            yield from unknown("pictogram", [data["pictogram"]], sorted(PICTOGRAMS), _PICTOGRAM_ADVICE, make)
        for item, data in entry.data["items"].items():
            yield from _item_problems(entry, ("items", item), data, known)
        try:
            closure({item: data["builds_on"] for item, data in entry.data["items"].items()})
        except Cycle as cycle:
            at_item = ("items", cycle.path[0], "builds_on")
            yield entry.problem(at_item, f"builds on itself: {cycle}", "Take one of these links away.")
        except KeyError:
            pass  # said above, with a hint


def _item_problems(
    entry: Entry, at: tuple[str | int, ...], data: dict[str, Any], content: Content
) -> Iterator[Problem]:
    known: dict[str, tuple[Iterable[str] | None, str]] = {
        "theme": (entry.data["themes"], "It must be one of the themes above."),
        "builds_on": (entry.data["items"], "It must be one of the items here."),
        "chapters": (content.names("chapters"), "Add it to chapters.yml."),
        "tips": (content.names("tips"), "Add it to tips.yml."),
        "facts": (content.names("facts"), "Add it to facts.yml."),
    }
    for field, (names, otherwise) in known.items():
        value = data.get(field, [])
        make = partial(entry.problem, (*at, field))
        yield from unknown("id", [value] if isinstance(value, str) else value, names, otherwise, make)
    yield from unknown_sources(data["sources"], content, partial(entry.problem, (*at, "sources")))
    text = " ".join(data[field] for field in CLAIM_FIELDS)
    yield from claim_problems(data["covers"], text, content, partial(entry.problem, (*at, "covers")))


def checklist_vector_problems(vector: Entry, definition: str, entry: Entry, _content: Content) -> Iterator[Problem]:
    """Ids in a vector of good form that its checklist ``entry``, from ``<definition>.yml``, does not have."""
    data = vector.data
    items, advice = entry.data["items"], f"It must be an item of {definition}.yml."
    make = partial(vector.problem, ("answers",))
    yield from unknown("id", data["answers"], items, advice, make)
    given = map(str, data["answers"].values())
    yield from unknown("answer", given, ANSWERS, f"Known: {', '.join(ANSWERS)}.", make)
    for key, expected in data["expect"].items():
        if key == "standing":
            known, advice = entry.data["themes"], f"It must be a theme of {definition}.yml."
        else:
            known, advice = items, f"It must be an item of {definition}.yml."
        names = expected if isinstance(expected, (list, dict)) else []
        yield from unknown("id", names, known, advice, partial(vector.problem, ("expect", key)))
