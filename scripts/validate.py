"""Judges the loaded content: every fault of a run at once, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from scripts.addresses import page_paths
from scripts.content import FAMILIES, FOLDERS, Content, Entry
from scripts.localise import catalog_problems
from scripts.problems import Problem
from scripts.proof_record import record_problems
from scripts.references import claim_problems, plain_problems, unknown, unknown_sources
from scripts.schema import check, texts
from scripts.validate_casus import casus_problems
from scripts.validate_checklists import checklist_problems
from scripts.validate_languages import language_problems
from scripts.validate_moved import moved_problems
from scripts.validate_numbers import FACTS, catalog_number_problems, number_problems
from scripts.validate_pages import page_problems
from scripts.validate_respondents import respondent_problems
from scripts.validate_routes import route_problems
from scripts.validate_sessions import session_problems
from scripts.validate_signals import signal_problems
from scripts.validate_vectors import vector_problems
from scripts.validate_written import written_problems

#: The fields of an element that carry its claim, by family.
CLAIM_FIELDS = {
    "tips": ("title", "who", "does", "when", "why"),
    "practices": ("title", "text"),
    "figures": ("title", "caption"),
}
#: Fields that name elements of a family: (family, field, family that it names).
REFERENCES = (
    ("tips", "chapter", "chapters"),
    ("glossary", "see", "glossary"),
    ("changes", "facts", "facts"),
)


def problems(content: Content, languages: Iterable[str] | None = None) -> list[Problem]:
    """Every fault of the content. Cross-checks run only on entries whose form is right.

    ``languages`` are those of mkdocs.yml; without them it is not asked whether each has what it needs.
    """
    found: list[Problem] = list(language_problems(content, languages)) if languages is not None else []
    sound = Content(**vars(content))
    sound.families = {}
    for family in (*FAMILIES, *FOLDERS):
        sound.families[family] = {}
        for name, entry in content.families[family].items():
            faults = [*check(Entry(entry.document, entry.path, name), "name"), *check(entry, family)]
            found += faults
            if not faults:
                sound.families[family][name] = entry
            for path, text in texts(family, entry.data):
                key = ".".join(map(str, (name, *path)[-2:])) if path else name
                found += plain_problems(key, text, partial(entry.problem, path))
                if family != FACTS:
                    found += number_problems(text, content, partial(entry.problem, path))
    found += _data_problems(sound, known=content)
    found += checklist_problems(sound, known=content)
    found += route_problems(sound, known=content)
    found += catalog_number_problems(content)
    found += vector_problems(content)
    found += signal_problems(sound, known=content)
    found += casus_problems(sound, known=content)
    found += session_problems(sound, known=content)
    found += respondent_problems(sound, known=content)
    found += record_problems(content, content.families["ui"])
    found += page_problems(content)
    found += moved_problems(content)
    found += catalog_problems(content)
    told = {(problem.file, problem.line) for problem in content.problems}  # what cannot be read is told once
    return sorted({*content.problems, *(problem for problem in found if (problem.file, problem.line) not in told)})


def _data_problems(content: Content, known: Content) -> Iterator[Problem]:
    for family, field, target in REFERENCES:
        for entry in content.families[family].values():
            value = entry.data.get(field, [])
            names = [value] if isinstance(value, str) else value
            make = partial(entry.problem, (field,))
            yield from unknown("id", names, known.names(target), f"Add it to {target}.yml.", make)
    for family in ("glossary", "tips", "practices", "changes", "figures", "cards"):
        for entry in content.families[family].values():
            make = partial(entry.problem, ("sources",))
            yield from unknown_sources(entry.data.get("sources", []), known, make)
    for family, fields in CLAIM_FIELDS.items():
        for entry in content.families[family].values():
            text = " ".join(" ".join(part) if isinstance(part, list) else part for part in map(entry.data.get, fields))
            yield from claim_problems(entry.data["covers"], text, known, partial(entry.problem, ("covers",)))
    yield from _single_problems(content, known)


def _single_problems(content: Content, known: Content) -> Iterator[Problem]:
    for entry in content.families["facts"].values():
        if entry.data["checked_on"] > entry.data["valid_until"]:
            todo = "Swap the two dates or mend one."
            yield entry.problem(("valid_until",), "valid_until lies before checked_on", todo)
    for entry in content.families["chapters"].values():
        pages = [entry.data["page"]] if entry.data["page"] else []
        make = partial(entry.problem, ("page",))
        yield from unknown("page", pages, page_paths(known), "Write the page, or put null.", make)
    for entry in content.families["changes"].values():
        # The one text in the data that may hold macros and links; they count from the start of the site.
        yield from written_problems(entry.data["now"], "index", known, partial(entry.problem, ("now",)))
