"""Judges the loaded content: every fault of a run at once, one line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.content import FAMILIES, FOLDERS, Content, Entry
from scripts.localise import catalog_problems
from scripts.problems import Problem, did_you_mean
from scripts.schema import check
from scripts.validate_checklists import checklist_problems, vector_problems
from scripts.validate_pages import page_problems

MIN_CLAIM_WORDS = 25
MAX_CLAIMS = 12
#: The fields of an element that carry its claim, by family.
CLAIM_FIELDS = {"tips": ("title", "who", "does", "when", "why"), "practices": ("title", "text")}


def problems(content: Content) -> list[Problem]:
    """Every fault of the content. Cross-checks run only on entries whose form is right."""
    found = list(content.problems)
    sound = Content(**vars(content))
    sound.families = {}
    for family in (*FAMILIES, *FOLDERS):
        sound.families[family] = {}
        for name, entry in content.families[family].items():
            faults = check(entry, family)
            found += faults
            if not faults:
                sound.families[family][name] = entry
    found += _data_problems(sound, known=content)
    found += checklist_problems(sound)
    found += vector_problems(content)
    found += page_problems(sound, known=content)
    found += catalog_problems(content)
    return sorted(set(found))


def _data_problems(content: Content, known: Content) -> Iterator[Problem]:
    for family, entries in content.families.items():
        for entry in entries.values():
            yield from _citation_problems(entry, known, entry.data, ())
            yield from _cover_problems(entry, known)
            if family in CLAIM_FIELDS:
                words = len(" ".join(_flat(entry.data[field]) for field in CLAIM_FIELDS[family]).split())
                if entry.data["covers"] and words < MIN_CLAIM_WORDS:
                    what = f"claims {', '.join(entry.data['covers'])} in {words} words"
                    yield entry.problem((), what, f"Tell it in at least {MIN_CLAIM_WORDS}, or take the claim away.")
    for entry in content.families["facts"].values():
        if entry.data["checked_on"] > entry.data["valid_until"]:
            what = "valid_until lies before checked_on"
            yield entry.problem(("valid_until",), what, "Swap the two dates or mend one.")
    for field, family, target in (("chapter", "tips", "chapters"), ("see", "glossary", "glossary")):
        for entry in content.families[family].values():
            yield from _reference_problems(entry, field, known.families[target], target)
    for entry in content.families["changes"].values():
        yield from _reference_problems(entry, "facts", known.families["facts"], "facts")
    for entry in content.families["chapters"].values():
        page = entry.data["page"]
        checklist_pages = {
            e.data.get("page") for e in known.families["checklists"].values() if isinstance(e.data, dict)
        }
        if page is not None and page not in {*known.pages.get("nl", {}), *checklist_pages}:
            todo = did_you_mean(page, known.pages.get("nl", {}), "Write the page, or put null.")
            yield entry.problem(("page",), f"there is no page '{page}'", todo)


def _reference_problems(entry: Entry, field: str, known: dict[str, Entry], family: str) -> Iterator[Problem]:
    value = entry.data.get(field, [])
    for name in [value] if isinstance(value, str) else value:
        if name not in known:
            yield entry.problem((field,), f"unknown id '{name}'", did_you_mean(name, known, f"Add it to {family}.yml."))


def _citation_problems(entry: Entry, known: Content, data: Any, path: tuple[str | int, ...]) -> Iterator[Problem]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "sources":
                for number, citation in enumerate(value):
                    name = citation["id"]
                    if name not in known.families["sources"]:
                        todo = did_you_mean(name, known.families["sources"], "Add it to sources.yml.")
                        yield entry.problem((*path, key, number), f"unknown source '{name}'", todo)
            else:
                yield from _citation_problems(entry, known, value, (*path, key))


def _cover_problems(entry: Entry, known: Content) -> Iterator[Problem]:
    if not isinstance(entry.data, dict):
        return
    for name in entry.data.get("covers", []):
        if name not in known.inventory:
            todo = did_you_mean(name, known.inventory, "See docs/_data/inventory.yml for the ids.")
            yield entry.problem(("covers",), f"unknown inventory id '{name}'", todo)


def _flat(value: Any) -> str:
    return value if isinstance(value, str) else " ".join(value)
