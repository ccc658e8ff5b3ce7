"""Judges checklists and their vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.assets import PICTOGRAMS
from scripts.content import Content, Entry
from scripts.problems import Problem, did_you_mean
from scripts.schema import check
from tools.checklist import ANSWERS
from tools.graph import Cycle, closure

MIN_CLAIM_WORDS = 25
CLAIM_FIELDS = ("ask", "why", "action", "first_step")


def checklist_problems(content: Content) -> Iterator[Problem]:
    """References, rounds and claims of every checklist whose form is right."""
    taken: dict[str, str] = {}
    for name, entry in content.families["checklists"].items():
        page = entry.data["page"]
        if page in taken or page in content.pages.get("nl", {}):
            other = taken.get(page, f"the page docs/nl/{page}.md")
            yield entry.problem(("page",), f"the address '{page}' is taken by {other}", "Choose another page.")
        taken[page] = f"checklist {name}"
        for theme, data in entry.data["themes"].items():
            if data["pictogram"] not in PICTOGRAMS:
                todo = did_you_mean(data["pictogram"], PICTOGRAMS, f"Known: {', '.join(sorted(PICTOGRAMS))}.")
                yield entry.problem(("themes", theme, "pictogram"), f"no pictogram '{data['pictogram']}'", todo)
        for item, data in entry.data["items"].items():
            at = ("items", item)
            yield from _unknown(entry, (*at, "theme"), [data["theme"]], entry.data["themes"], "the themes above")
            yield from _unknown(entry, (*at, "builds_on"), data["builds_on"], entry.data["items"], "the items here")
            yield from _unknown(
                entry, (*at, "chapters"), data["chapters"], content.families["chapters"], "chapters.yml"
            )
            yield from _unknown(entry, (*at, "tips"), data["tips"], content.families["tips"], "tips.yml")
            yield from _unknown(entry, (*at, "facts"), data.get("facts", []), content.families["facts"], "facts.yml")
            yield from _unknown(entry, (*at, "covers"), data["covers"], content.inventory, "inventory.yml")
            yield from _unknown(
                entry, (*at, "sources"), [c["id"] for c in data["sources"]], content.families["sources"], "sources.yml"
            )
            words = len(" ".join(data[field] for field in CLAIM_FIELDS).split())
            if data["covers"] and words < MIN_CLAIM_WORDS:
                yield entry.problem(
                    at, f"claims {', '.join(data['covers'])} in {words} words", "Tell more of the source."
                )
        try:
            closure({item: data["builds_on"] for item, data in entry.data["items"].items()})
        except Cycle as cycle:
            at_item = ("items", cycle.path[0], "builds_on")
            yield entry.problem(at_item, f"builds on itself: {cycle}", "Take one of these links away.")
        except KeyError:
            pass  # said above, with a hint


def vector_problems(content: Content) -> Iterator[Problem]:
    """Form of the vectors, and ids in them that their definition does not have."""
    for name, document in content.vectors.items():
        family, _, definition = name.partition("/")
        entry = content.families[family].get(definition)
        whole = Entry(document, (), document.data)
        if entry is None:
            yield whole.problem(
                (), f"there is no {definition}.yml beside it", "Rename the file or write the definition."
            )
            continue
        if not isinstance(document.data, list):
            yield whole.problem((), "the file is no list of vectors", "Start each with '- name: …'.")
            continue
        items = entry.data.get("items", {}) if isinstance(entry.data, dict) else {}
        seen: set[str] = set()
        for number, data in enumerate(document.data):
            vector = Entry(document, (number,), data)
            faults = check(vector, "vectors")
            yield from faults
            if faults:
                continue
            if data["name"] in seen:
                yield vector.problem(("name",), "two vectors have this name", "Name what differs.")
            seen.add(data["name"])
            yield from _unknown(vector, ("answers",), data["answers"], items, f"{definition}.yml")
            yield from _unknown(vector, ("answers",), data["answers"].values(), ANSWERS, "the answers of the tool")


def _unknown(
    entry: Entry, at: tuple[str | int, ...], names: Iterable[str], known: Iterable[str], where: str
) -> Iterator[Problem]:
    known = list(known)
    for name in names:
        if name not in known:
            yield entry.problem(at, f"unknown id '{name}'", did_you_mean(name, known, f"It must be one of {where}."))
