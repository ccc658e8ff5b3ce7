"""Judges the front matter of the authored pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from scripts.assets import PICTOGRAMS
from scripts.content import Content, Entry, Page
from scripts.problems import Problem
from scripts.references import plain_problems, unknown
from scripts.schema import check
from scripts.translations import OWN_FIELDS, SOURCE
from scripts.validate_numbers import no_number_problems, number_problems
from scripts.validate_written import link_problems, written_problems

CARDS = ("doors", "tools", "questions")


def front_problems(page: Page, content: Content) -> Iterator[Problem]:
    """Faults of the front matter of ``page``: its form, its cards and calls, what a translation must say of itself."""
    if page.front.problems and not page.meta:
        return
    front = Entry(page.front, (), page.meta)
    faults = check(front, "page")
    yield from faults
    if faults:
        return
    if page.meta["kind"] == "chapter":
        make = partial(front.problem, ("chapter",))
        chapter = page.meta.get("chapter", "")
        yield from unknown("chapter", [chapter], content.names("chapters"), "Add it to chapters.yml.", make)
    yield from _translation_problems(page, front)
    yield from _card_problems(page, content, front)
    yield from _call_problems(page, content, front)
    for path, text in _texts(page.meta):
        yield from number_problems(text, content, partial(front.problem, path))
    for field in ("title", "description", "lead"):
        yield from plain_problems(field, page.meta.get(field, ""), partial(front.problem, (field,)))
    for number, line in enumerate(page.meta.get("brief", [])):
        yield from written_problems(line, page.path, content, partial(front.problem, ("brief", number)))


def _card_problems(page: Page, content: Content, front: Entry) -> Iterator[Problem]:
    for group in CARDS:
        for number, card in enumerate(page.meta.get(group, [])):
            make = partial(front.problem, (group, number, "pictogram"))
            advice = f"Known: {', '.join(sorted(PICTOGRAMS))}."
            yield from unknown("pictogram", [card["pictogram"]], sorted(PICTOGRAMS), advice, make)
            make = partial(front.problem, (group, number, "page"))
            yield from link_problems(card["page"], page.path, content, make)


def _call_problems(page: Page, content: Content, front: Entry) -> Iterator[Problem]:
    for number, call in enumerate(page.meta.get("calls", [])):
        make = partial(front.problem, ("calls", number, "fact"))
        yield from unknown("fact", [call["fact"]], content.names("facts"), "Add it to facts.yml.", make)
        yield from no_number_problems(call["fact"], content, "Choose a fact with the unit 'telefoon'.", make)
        for field in ("title", "text"):
            yield from plain_problems(field, call[field], partial(front.problem, ("calls", number, field)))


def _texts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Path and text of every string of the front matter that a reader sees."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list | dict):
        for key, below in value.items() if isinstance(value, dict) else enumerate(value):
            if key not in OWN_FIELDS:
                yield from _texts(below, (*path, key))


def _translation_problems(page: Page, front: Entry) -> Iterator[Problem]:
    """What a translated page must say of itself and does not."""
    if page.language == SOURCE:
        return
    if "of" not in page.meta:
        todo = "Add 'of: \"nl@…\"', 'by' and 'checked_by'; python -m scripts.translations prints the hash."
        yield front.problem((), "the translation does not say what it translates", todo)
        return
    for field in ("by", "checked_by"):
        if field not in page.meta:
            todo = "Add 'by: machine' or 'by: human', and 'checked_by' with a name or null."
            yield front.problem((), f"'{field}' is missing", todo)
