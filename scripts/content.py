"""Loads the content roots: data files, pages and catalogs, each with its lines.

A root is a folder like ``docs``. Roots are laid over each other in order: a later root adds files and keys, and
replaces those of the same name, so that the edition of a gemeente need not touch the base.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts import files
from scripts.problems import Problem
from scripts.yaml_lines import Document

FAMILIES = (
    *("sources", "facts", "glossary", "chapters", "tips", "practices", "changes", "figures", "ui"),
    *("cards", "pictures", "staff_functions", "crisis_fields", "crisis", "casus_facets"),
    "sessions",
    *("respondents", "respondent_columns"),
)
#: Families with a file each, in a folder: those that a tool works with, and all.
TOOLS = ("checklists", "routes")
FOLDERS = (*TOOLS, "casus")
VECTORS = ".test.yml"
PROOF = ".proof.yml"


@dataclass
class Entry:
    """One element of a family, with the document and the place that it was read from."""

    document: Document
    path: tuple[str | int, ...]
    data: Any

    def problem(self, at: tuple[str | int, ...], what: str, todo: str) -> Problem:
        """A problem at ``at``, counted from this element."""
        return Problem(self.document.file, self.document.line((*self.path, *at)), what, todo)


@dataclass
class Page:
    """An authored page: front matter with its lines, and the Markdown body."""

    file: str
    language: str
    path: str
    front: Document
    body: str
    body_line: int

    @property
    def meta(self) -> dict[str, Any]:
        """The front matter, empty where there is none."""
        return self.front.data if isinstance(self.front.data, dict) else {}


@dataclass
class Content:
    """All that the roots hold. ``families[name][id]`` is an Entry; ``pages[language][path]`` is a Page.

    ``catalogs[language][section][key]`` is an Entry. ``incomplete`` names what could not be read whole, so that
    one broken file is told once and not again at everything that refers to it.
    """

    families: dict[str, dict[str, Entry]] = field(default_factory=dict)
    pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    unread: dict[str, set[str]] = field(default_factory=dict)
    catalogs: dict[str, dict[str, dict[str, Entry]]] = field(default_factory=dict)
    vectors: dict[str, Document] = field(default_factory=dict)
    proofs: dict[str, Document] = field(default_factory=dict)
    inventory: dict[str, dict[str, Any]] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def names(self, family: str) -> list[str] | None:
        """The ids of ``family`` (or of the inventory), or None where not all of them are known."""
        if family in self.incomplete:
            return None
        return list(self.inventory if family == "inventory" else self.families[family])


def load(roots: list[Path]) -> Content:
    """Read the ordered ``roots``. Faults of form are gathered in ``problems``; nothing is judged yet."""
    content = Content(families={name: {} for name in (*FAMILIES, *FOLDERS)})
    for root in roots:
        _load_data(root / "_data", content)
        for folder in sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("_")):
            _load_pages(folder, content)
    return content


def _load_data(data: Path, content: Content) -> None:
    for name in FAMILIES:
        document = _mapping(data / f"{name}.yml", name, content)
        if document is not None:
            content.families[name] |= {key: Entry(document, (key,), value) for key, value in document.data.items()}
    for family in FOLDERS:
        for file in sorted((data / family).glob("*.yml")):
            _load_definition(file, family, content)
    for file in sorted((data / "i18n").glob("*.yml")):
        _load_catalog(file, content)
    inventory = _mapping(data / "inventory.yml", "inventory", content)
    if inventory is not None:
        _load_inventory(inventory, content)


def _load_inventory(document: Document, content: Content) -> None:
    elements = document.data.get("elements")
    if not isinstance(elements, list):
        what = "the inventory has no list of elements"
        todo = "Give each element a line '- {id: …}'."
        content.problems.append(Problem(document.file, document.line(("elements",)), what, todo))
        content.incomplete.add("inventory")
        return
    for number, element in enumerate(elements):
        if isinstance(element, dict) and isinstance(element.get("id"), str):
            content.inventory[element["id"]] = element
        else:
            what = "an element of the inventory has no id"
            line = document.line(("elements", number))
            content.problems.append(Problem(document.file, line, what, "Give it the id that the inventory has."))
            content.incomplete.add("inventory")


def _load_definition(file: Path, family: str, content: Content) -> None:
    if file.name.endswith(VECTORS):
        vectors = files.document(file, content.problems)
        if vectors is not None:
            content.vectors[f"{family}/{file.name.removesuffix(VECTORS)}"] = vectors
        return
    if file.name.endswith(PROOF):
        proof = files.mapping(file, content.problems)
        if proof is not None:
            content.proofs[file.name.removesuffix(PROOF)] = proof
        return
    document = _mapping(file, family, content)
    if document is not None:
        content.families[family][file.stem] = Entry(document, (), document.data)


def _load_catalog(file: Path, content: Content) -> None:
    catalog = content.catalogs.setdefault(file.stem, {})
    document = files.mapping(file, content.problems)
    if document is None:
        content.incomplete.add(f"i18n/{file.stem}")
    for section, entries in document.data.items() if document else ():
        known = catalog.setdefault(section, {})
        if document and isinstance(entries, dict):
            known |= {key: Entry(document, (section, key), value) for key, value in entries.items()}
        elif document:
            what = f"the section '{section}' holds no translations"
            todo = "Add 'key: {text: …}' lines or remove it."
            content.problems.append(Problem(document.file, document.line((section,)), what, todo))


def _load_pages(folder: Path, content: Content) -> None:
    pages = content.pages.setdefault(folder.name, {})
    for file in sorted(folder.rglob("*.md")):
        path = file.relative_to(folder).with_suffix("").as_posix()
        parts = files.front_and_body(file, content.problems)
        if parts is None:
            content.unread.setdefault(folder.name, set()).add(path)
        else:
            pages[path] = Page(files.name_of(file), folder.name, path, *parts)


def _mapping(file: Path, family: str, content: Content) -> Document | None:
    """The parsed ``file``; None where it is not there or broken, and then ``family`` counts as incomplete."""
    if not file.is_file():
        return None
    document = files.mapping(file, content.problems)
    if document is None:
        content.incomplete.add(family)
    return document
