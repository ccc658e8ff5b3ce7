"""Judges leerlijnen: the minutes of the parts are those of the session, and every casus in it exists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts.content import Content
from scripts.problems import Problem
from scripts.references import unknown


def session_problems(content: Content, known: Content) -> Iterator[Problem]:
    """Faults of every session whose form is right; ``known`` holds all other content too."""
    for entry in content.families["sessions"].values():
        parts = entry.data["parts"]
        total = sum(part["minutes"] for part in parts)
        if total != entry.data["minutes"]:
            what = f"the parts take {total} minutes, and the session {entry.data['minutes']}"
            yield entry.problem(("minutes",), what, "Make them the same.")
        for number, part in enumerate(parts):
            make = partial(entry.problem, ("parts", number, "casus"))
            names = [part["casus"]] if "casus" in part else []
            yield from unknown("casus", names, known.names("casus"), "Add its file to casus/.", make)
