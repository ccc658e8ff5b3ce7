"""Claims on the texts: every outcome says why and on which source, in every language that has the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.localise import Text, localise
from scripts.proof.claim import Claim, Finding, Subject

#: What a reader sees of an outcome.
OUTCOMES = ("levels", "tracks", "notes", "rules")
NOT_TRANSLATED = ("missing", "stale")


def sourced(subject: Subject) -> Claim:
    """Every rule has a reason, every note a text, and both a source that is there."""
    says = "each rule has a reason and a source, each note a text and a source"
    data, known = subject.entry.data, subject.content.families["sources"]
    parts = [(("rules", number), rule, "because") for number, rule in enumerate(data["rules"])]
    parts += [(("notes", name), note, "text") for name, note in data["notes"].items()]
    claim = Claim("sourced", says, combinations=0, checked=len(parts), how="read in the definition")
    for at, part, key in parts:
        name = part.get("id", at[1])
        if not str(part.get(key) or "").strip():
            problem = subject.entry.problem(at, f"'{name}' has no '{key}'", "Write it: this is what the reader sees.")
            claim.faults.append(Finding(problem))
        cited = [source for source in part.get("sources") or [] if source.get("id") in known and source.get("at")]
        if not cited or len(cited) < len(part["sources"]):
            what = f"'{name}' has no source, or one that is not in sources.yml or names no place"
            claim.faults.append(Finding(subject.entry.problem(at, what, "Cite the source with its place.")))
    return claim


def translated(subject: Subject) -> Claim:
    """In each language that has the title, every text of an outcome is translated from the Dutch of today."""
    section = f"routes/{subject.name}"
    catalogs = sorted(subject.content.catalogs.items())
    languages = [name for name, catalog in catalogs if "title" in catalog.get(section, {})]
    says = f"each text of an outcome is translated ({', '.join(languages) or 'no language has the page yet'})"
    claim = Claim("translated", says, combinations=0, checked=0, how="read in the catalogs")
    for language in languages:
        data = localise(subject.content, language)["routes"][subject.name]
        for path, text in _texts({key: data[key] for key in OUTCOMES}, ()):
            claim.checked += 1
            if text.state in NOT_TRANSLATED:
                what = f"{'.'.join(map(str, path))} is {text.state} in {language}"
                todo = f"Translate it in i18n/{language}.yml, section {section}."
                claim.faults.append(Finding(subject.entry.problem(path, what, todo)))
    return claim


def _texts(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    if isinstance(data, Text):
        yield path, data
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*path, key))
