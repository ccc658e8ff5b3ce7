"""Judges the vectors of every tool: their form, and that each names what its definition has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.content import Content, Entry
from scripts.problems import Problem
from scripts.schema import check
from scripts.validate_checklists import checklist_vector_problems
from scripts.validate_route_vectors import route_vector_problems
from scripts.yaml_lines import Document

#: Family → schema of its vectors, and what looks up the names in one.
KINDS: dict[str, tuple[str, Callable[[Entry, str, Entry, Content], Iterator[Problem]]]] = {
    "checklists": ("vectors", checklist_vector_problems),
    "routes": ("route_vectors", route_vector_problems),
}


def vector_problems(content: Content) -> Iterator[Problem]:
    """Form of the vectors, and names in them that are not known; these only where the definition has a good form."""
    for name, document in content.vectors.items():
        family, _, definition = name.partition("/")
        entry = content.families[family].get(definition)
        whole = Entry(document, (), document.data)
        if entry is None:
            if family not in content.incomplete:
                todo = "Rename the file or write the definition."
                yield whole.problem((), f"there is no {definition}.yml beside it", todo)
        elif not isinstance(document.data, list):
            yield whole.problem((), "the file is no list of vectors", "Start each with '- name: …'.")
        else:
            schema, look_up = KINDS[family]
            is_sound = not check(entry, family)
            for vector in _sound(document, schema):
                if isinstance(vector, Problem):
                    yield vector
                elif is_sound:
                    yield from look_up(vector, definition, entry, content)


def _sound(document: Document, schema: str) -> Iterator[Entry | Problem]:
    """The vectors of good form, and the problems of the others."""
    seen: set[str] = set()
    for number, data in enumerate(document.data):
        vector = Entry(document, (number,), data)
        faults = check(vector, schema)
        yield from faults
        if faults:
            continue
        if data["name"] in seen:
            yield vector.problem(("name",), "two vectors have this name", "Name what differs.")
        seen.add(data["name"])
        yield vector
