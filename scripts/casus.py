"""What all that deals with a casus shares: its pages and where they live, and the word for what a source leaves out."""

from __future__ import annotations

from collections.abc import Iterator

FOLDER = "verhalen"
#: The word in a file that says that the source does not tell.
UNKNOWN = "onbekend"
#: What stands behind the path of a casus, by kind of page: the casus itself, the assignment, the notes.
PARTS = {"casus": "", "casus-handout": "/opgave", "casus-leader": "/begeleiding"}


def path_of(name: str, kind: str = "casus") -> str:
    """The path of a page of casus ``name``."""
    return f"{FOLDER}/{name}{PARTS[kind]}"


def paths_of(name: str) -> Iterator[str]:
    """The paths of all pages of casus ``name``, the casus itself first."""
    return (path_of(name, kind) for kind in PARTS)


def kind_of(path: str, name: str) -> str:
    """Which page of casus ``name`` stands at ``path``."""
    return next(kind for kind in PARTS if path_of(name, kind) == path)
