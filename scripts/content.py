"""Loads the content roots: data files, pages and catalogs, each with its lines.

A root is a folder like ``docs``. Roots are laid over each other in order: a later root adds files and keys, and
replaces those of the same name, so that the edition of a gemeente need not touch the base.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.problems import Problem
from scripts.yaml_lines import Document, parse

FAMILIES = ("sources", "facts", "glossary", "chapters", "tips", "practices", "changes", "ui")
FOLDERS = ("checklists",)
VECTORS = ".test.yml"


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
    """All that the roots hold. ``families[name][id]`` is an Entry; ``pages[language][path]`` is a Page."""

    families: dict[str, dict[str, Entry]] = field(default_factory=dict)
    pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    catalogs: dict[str, Document] = field(default_factory=dict)
    vectors: dict[str, Document] = field(default_factory=dict)
    inventory: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def data(self, family: str) -> dict[str, Any]:
        """The elements of ``family`` without their places."""
        return {name: entry.data for name, entry in self.families.get(family, {}).items()}


def load(roots: list[Path]) -> Content:
    """Read the ordered ``roots``. Faults of form are gathered in ``problems``; nothing is judged yet."""
    content = Content(families={name: {} for name in (*FAMILIES, *FOLDERS)})
    for root in roots:
        _load_data(root, content)
        for folder in sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("_")):
            pages = content.pages.setdefault(folder.name, {})
            for file in sorted(folder.rglob("*.md")):
                page = _page(file, folder.name, file.relative_to(folder).with_suffix("").as_posix(), content)
                if page:
                    pages[page.path] = page
    return content


def read(file: Path, problems: list[Problem]) -> str | None:
    """The text of ``file``, or None with a problem where it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        line = file.read_bytes()[: fault.start].count(b"\n") + 1
        problems.append(Problem(name_of(file), line, "this is not UTF-8 text", "Save the file as UTF-8."))
        return None


def name_of(file: Path) -> str:
    """How messages name ``file``: from the working folder where it lies in it."""
    file = file.resolve()
    here = Path.cwd()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else file.as_posix()


def _load_data(root: Path, content: Content) -> None:
    data = root / "_data"
    for name in FAMILIES:
        document = _document(data / f"{name}.yml", content)
        if document is not None and _is_mapping(document, content):
            for key, value in document.data.items():
                content.families[name][key] = Entry(document, (key,), value)
    for folder in FOLDERS:
        _load_folder(data / folder, folder, content)
    for file in sorted((data / "i18n").glob("*.yml")):
        document = _document(file, content)
        if document is not None and _is_mapping(document, content):
            content.catalogs[file.stem] = document
    inventory = _document(data / "inventory.yml", content)
    if inventory is not None and _is_mapping(inventory, content):
        content.inventory |= {element["id"]: element for element in inventory.data["elements"]}


def _load_folder(folder: Path, family: str, content: Content) -> None:
    for file in sorted(folder.glob("*.yml")):
        document = _document(file, content)
        if document is None:
            continue
        if file.name.endswith(VECTORS):
            content.vectors[f"{family}/{file.name.removesuffix(VECTORS)}"] = document
        elif _is_mapping(document, content):
            content.families[family][file.stem] = Entry(document, (), document.data)


def _document(file: Path, content: Content) -> Document | None:
    if not file.is_file():
        return None
    text = read(file, content.problems)
    if text is None:
        return None
    document = parse(text, name_of(file))
    content.problems += document.problems
    return document if not document.problems or document.data is not None else None


def _is_mapping(document: Document, content: Content) -> bool:
    if isinstance(document.data, dict):
        return True
    what = "the file holds no list of 'name: …' entries"
    content.problems.append(Problem(document.file, 1, what, "Start each entry with its id and a colon."))
    return False


def _page(file: Path, language: str, path: str, content: Content) -> Page | None:
    text = read(file, content.problems)
    if text is None:
        return None
    head, mark, body = text.removeprefix("---\n").partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    if not mark:
        what = "the page has no front matter between two lines of ---"
        content.problems.append(Problem(name_of(file), 1, what, "Start the page with ---, its fields, and ---."))
        return None
    front = parse(head, name_of(file), first_line=2)
    content.problems += front.problems
    return Page(name_of(file), language, path, front, body, head.count("\n") + 4)
