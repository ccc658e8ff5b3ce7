"""Where the pages of a casus live, and which of its pages a path is."""

from __future__ import annotations

from collections.abc import Iterator

FOLDER = "verhalen"
#: What stands behind the path of a casus, by kind of page: the casus itself, the assignment, the notes.
PARTS = {"casus": "", "casus-handout": "/opgave", "casus-leader": "/begeleiding"}


def path_of(name: str, kind: str = "casus") -> str:
    """The path of a page of casus ``name``."""
    return f"{FOLDER}/{name}{PARTS[kind]}"


def paths_of(name: str) -> Iterator[str]:
    """The paths of all pages of casus ``name``, the casus itself first."""
    return (path_of(name, kind) for kind in PARTS)


def kind_of(path: str) -> str:
    """Which page of a casus ``path`` is."""
    return next((kind for kind, end in PARTS.items() if end and path.endswith(end)), "casus")
