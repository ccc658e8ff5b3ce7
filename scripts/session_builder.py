"""What the page needs on which a trainer puts a session together: its words, the casussen, the ready sessions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scripts import addresses
from scripts.casus import path_of
from scripts.render import json_block
from tools import sessions

#: The kind of page that has the tool.
KIND = "session"
#: Words of the page that its script needs; those of the checklist are about files of every tool.
WORDS = ("session_", "checklist_file_", "checklist_fault_", "checklist_told_", "checklist_take_done", "months", "date")
Address = Callable[[str], str]
READY = ("title", "for", *sessions.LISTS)


def context(data: dict[str, Any], path: str, language: str, address: Address) -> dict[str, Any]:
    """What the template of page ``path`` needs beside the data: ``session`` for the script, bounds.

    ``address`` gives the whole address of a page, to print.
    """
    words = {key: str(text) for key, text in data["ui"].items() if key.startswith(WORDS)}
    known = {
        "casus": {name: _casus(name, casus, path, address) for name, casus in data["casus"].items()},
        "sessions": {name: _ready(session) for name, session in data["sessions"].items()},
    }
    return {
        "session": {"messages": json_block(words | {"locale": language}), "known": json_block(known)},
        "longest": sessions.LONGEST,
        "most": {"parts": sessions.MOST_PARTS, "lines": sessions.MOST_LINES, "minutes": sessions.MOST_MINUTES},
    }


def _casus(name: str, casus: dict[str, Any], path: str, address: Address) -> dict[str, Any]:
    return {
        "title": str(casus["title"]),
        "minutes": casus["minutes"],
        "ask": [str(question) for question in casus["questions"]],
        "url": addresses.relative(path, path_of(name)),
        "handout": addresses.relative(path, path_of(name, "casus-handout")),
        "leader": addresses.relative(path, path_of(name, "casus-leader")),
        "address": address(path_of(name)),
    }


def _ready(session: dict[str, Any]) -> dict[str, Any]:
    """A ready session as tools/sessions.py has it."""
    parts = [
        {key: _plain(part[key]) for key in ("minutes", "title", "casus", *sessions.PART_LISTS) if key in part}
        for part in session["parts"]
    ]
    return {key: _plain(session[key]) for key in READY} | {"parts": parts}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [str(one) for one in value]
    return value if isinstance(value, int) else str(value)
