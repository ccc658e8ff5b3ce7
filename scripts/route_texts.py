"""Every text of a route-finder in one language, for the page and for what stands beside it in a second language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from scripts.content import Content
from scripts.languages import Language
from scripts.localise import localise
from scripts.translations import SOURCE

#: The strings of the site that the script of the page shows.
UI = ("route_", "months", "date", "list_", "source_one", "source_no_year")
#: Strings that only the page itself shows: the steps on paper.
PAPER = "route_paper_"


def texts_of(data: dict[str, Any], name: str, language: Language) -> dict[str, Any]:
    """The texts of route-finder ``name`` in ``data`` (see localise.localise).

    ``{"lang", "dir", "ui": {key: text}, "texts": {key: text}, "dutch": [keys that are not translated]}``. Keys name
    the place by ids: ``questions.<id>.ask``, ``rules.<id>.because``, ``sources.<id>``.
    """
    ui = {key: text for key, text in data["ui"].items() if key.startswith(UI) and not key.startswith(PAPER)}
    found = dict(_texts(data["routes"][name], data))
    foreign = [key for key, text in (ui | found).items() if getattr(text, "language", SOURCE) != language.locale]
    plain = {
        "ui": {key: str(text) for key, text in ui.items()},
        "texts": {key: str(text) for key, text in found.items()},
    }
    return {
        "lang": language.locale,
        "dir": language.dir,
        **plain,
        "dutch": foreign if language.locale != SOURCE else [],
    }


def files(content: Content, languages: Mapping[str, Language]) -> dict[str, bytes]:
    """The same as files ``routes/<id>-<language>.json``, for every language in which a route-finder has a title."""
    found = {}
    for language in languages.values():
        data = localise(content, language.locale)
        for name, route in data["routes"].items():
            if route["title"].language == language.locale:
                text = json.dumps(texts_of(data, name, language), ensure_ascii=False, separators=(",", ":"))
                found[f"routes/{name}-{language.locale}.json"] = text.encode()
    return found


def _texts(route: dict[str, Any], data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("title", "lead", "limits", "decides", "audience"):
        yield key, route[key]
    for group, keys in (("levels", ("label", "text")), ("tracks", ("label", "text")), ("notes", ("text", "who"))):
        for name, part in route[group].items():
            yield from ((f"{group}.{name}.{key}", part[key]) for key in keys if key in part)
    for name, question in route["questions"].items():
        asked = ("ask", "why", "yes", "unknown")
        yield from ((f"questions.{name}.{key}", question[key]) for key in asked if key in question)
        yield from ((f"questions.{name}.options.{key}", text) for key, text in question.get("options", {}).items())
    rules = {rule["id"]: rule for rule in route["rules"]}
    for name, rule in rules.items():
        keys = ("because", "outweighed_because")
        yield from ((f"rules.{name}.{key}", rule[key]) for key in keys if key in rule)
    for group, parts in (("rules", rules), ("notes", route["notes"])):
        for name, part in parts.items():
            for number, citation in enumerate(part["sources"]):
                yield f"{group}.{name}.at.{number}", citation["at"]
                yield f"sources.{citation['id']}", data["sources"][citation["id"]]["short"]
