"""Claims on the texts: every outcome says why and on which source, in every language that has the page."""

from __future__ import annotations

from scripts.localise import dutch_texts
from scripts.proof.claim import Claim, Finding, Subject
from scripts.translations import hash_of, state

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
        for key, dutch in dutch_texts(subject.content)[section].items():
            if key.partition(".")[0] in OUTCOMES:
                claim.checked += 1
                entry = subject.content.catalogs[language][section].get(key)
                data = entry.data if entry else {}
                found = state(data.get("of"), data.get("checked_by"), hash_of(dutch))
                if found in NOT_TRANSLATED:
                    todo = f"Translate it in i18n/{language}.yml, section {section}."
                    problem = subject.entry.problem(_path(subject, key), f"{key} is {found} in {language}", todo)
                    claim.faults.append(Finding(problem))
    return claim


def _path(subject: Subject, key: str) -> tuple[str | int, ...]:
    """Where the text stands that a catalog calls ``key``."""
    group, name, *rest = key.split(".")
    numbers = {rule["id"]: number for number, rule in enumerate(subject.entry.data["rules"])}
    return (group, numbers.get(name, name) if group == "rules" else name, *rest)
