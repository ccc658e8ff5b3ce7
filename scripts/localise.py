"""Puts the data into a language: every string that a reader sees knows its language and its state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, Self

from scripts import markup
from scripts.content import FAMILIES, FOLDERS, Content, Entry
from scripts.problems import Problem, did_you_mean
from scripts.references import plain_problems
from scripts.schema import check, texts
from scripts.translations import SOURCE, hash_of, state, worst

PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
#: Forms of a counted sentence that Dutch does not have and another language may; they translate the form ``_other``.
PLURAL = re.compile(r"_(?:zero|two|few|many)$")
#: Lists whose entries a catalog names by their id, so that a new entry moves no translation to another.
NAMED = ("rules",)


class Text(str):
    """A string for the reader, with the language it really is in and its state as a translation."""

    language: str
    state: str

    def __new__(cls, value: str, language: str, state: str) -> Self:
        """Make the string; ``language`` and ``state`` as described above."""
        text = super().__new__(cls, value)
        text.language = language
        text.state = state
        return text


def localise(content: Content, language: str) -> dict[str, dict[str, Any]]:
    """The data of all families in ``language``: ``{family: {id: data}}``, its texts as Text.

    A string without a translation stays Dutch and says so (``language`` nl, ``state`` missing).
    """
    translations = content.catalogs.get(language, {})
    data = {
        family: {
            name: _copy(entry.data, _translated(family, name, entry.data, language, translations))
            for name, entry in content.families[family].items()
        }
        for family in (*FAMILIES, *FOLDERS)
    }
    strings = {name: entry.data for name, entry in content.families["ui"].items()}
    for key, entry in translations.get("ui", {}).items():
        dutch = dutch_of(key, strings)
        if key not in strings and dutch is not None:
            data["ui"][key] = _text(entry.data, language, dutch)
    return data


def state_of(data: Any) -> str:
    """The least good state of the Texts in ``data``, a piece of what ``localise`` gave."""
    return worst(_states(data))


def _states(data: Any) -> Iterator[str]:
    if isinstance(data, Text):
        yield data.state
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _states(part)


def catalog_problems(content: Content) -> Iterator[Problem]:
    """Faults of the catalogs: unknown keys, wrong form, missing or foreign placeholders."""
    known = dutch_texts(content)
    for catalog in content.catalogs.values():
        for section, entries in catalog.items():
            if section.partition("/")[0] in content.incomplete:
                continue
            if section not in known:
                todo = did_you_mean(section, known, "Remove it, or restore the file that it translates.")
                for entry in list(entries.values())[:1]:
                    line = entry.document.line((section,))
                    yield Problem(entry.document.file, line, f"no data file '{section}'", todo)
                continue
            for key, entry in entries.items():
                yield from _entry_problems(entry, key, known[section])


def dutch_of(key: str, known: dict[str, str]) -> str | None:
    """The Dutch that a catalog key translates: the string of that name, or for a further plural form ``_other``."""
    return known.get(key, known.get(PLURAL.sub("_other", key)))


def _entry_problems(entry: Entry, key: str, known: dict[str, str]) -> Iterator[Problem]:
    dutch = dutch_of(key, known)
    if dutch is None:
        todo = did_you_mean(key, known, "Remove this translation.")
        yield entry.problem((), f"'{key}' translates a text that does not exist", todo)
        return
    faults = check(entry, "catalog")
    yield from faults
    if faults:
        return
    if _placeholders(entry.data["text"]) != _placeholders(dutch):
        wanted = ", ".join(sorted(_placeholders(dutch))) or "none"
        yield entry.problem(("text",), f"other placeholders than the Dutch in '{key}'", f"Use: {wanted}.")
    shown, wanted_facts = markup.facts_in(entry.data["text"]), markup.facts_in(dutch)
    if shown != wanted_facts:
        odd = next((name for name in shown if name not in wanted_facts), "")
        what = f"'{key}' shows the facts '{', '.join(shown)}', and the Dutch others"
        todo = did_you_mean(odd, wanted_facts, f"Use: {', '.join(wanted_facts) or 'none'}.")
        yield entry.problem(("text",), what, todo)
    yield from plain_problems(key, entry.data["text"], partial(entry.problem, ("text",)))


def dutch_texts(content: Content) -> dict[str, dict[str, str]]:
    """Every Dutch string of the data by catalog section and key, as a catalog names them."""
    found: dict[str, dict[str, str]] = {}
    for family in (*FAMILIES, *FOLDERS):
        for name, entry in content.families[family].items():
            section = f"{family}/{name}" if family in FOLDERS else family
            for path, text in texts(family, entry.data):
                found.setdefault(section, {})[_key(family, name, path, entry.data)] = text
    return found


def _key(family: str, name: str, path: tuple[str | int, ...], data: Any) -> str:
    if path and path[0] in NAMED:
        path = (path[0], data[path[0]][path[1]].get("id", path[1]), *path[2:])
    return ".".join(map(str, path if family in FOLDERS else (name, *path)))


def _translated(
    family: str, name: str, data: Any, language: str, translations: dict[str, dict[str, Entry]]
) -> dict[tuple[str | int, ...], Text]:
    section = translations.get(f"{family}/{name}" if family in FOLDERS else family, {})
    found = {}
    for path, dutch in texts(family, data):
        entry = section.get(_key(family, name, path, data))
        if language == SOURCE:
            found[path] = Text(dutch, SOURCE, "source")
        elif entry is None:
            found[path] = Text(dutch, SOURCE, "missing")
        else:
            found[path] = _text(entry.data, language, dutch)
    return found


def _text(own: dict[str, Any], language: str, dutch: str) -> Text:
    return Text(own["text"], language, state(own["of"], own["checked_by"], hash_of(dutch)))


def _copy(data: Any, found: dict[tuple[str | int, ...], Text], path: tuple[str | int, ...] = ()) -> Any:
    if path in found:
        return found[path]
    if isinstance(data, dict):
        return {key: _copy(value, found, (*path, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_copy(value, found, (*path, number)) for number, value in enumerate(data)]
    return data


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))
