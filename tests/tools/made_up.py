"""Made-up checklists and answers for the tests of the tools."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from tools.checklist import ANSWERS

Definition = dict[str, Any]
Answers = dict[str, str]
Items = dict[str, dict[str, str]]

#: Characters that mean something to JSON, CSV or a calendar, and scripts that read from right to left.
AWKWARD = "ab ,;:\"'\\\n=+-@#|<>&{}[]()0Zéßفيما؟،ሰላም🫖\u200f"  # noqa: RUF001 - these very characters


def checklist(builds_on: dict[str, list[str]], themes: dict[str, str] | None = None) -> Definition:
    """A definition whose items build on each other as said; every item in theme ``een`` unless ``themes`` says so."""
    where = themes or {}
    items = {
        name: {"theme": where.get(name, "een"), "builds_on": below, "chapters": [f"h-{name}"], "tips": [f"t-{name}"]}
        for name, below in builds_on.items()
    }
    return {"themes": list(dict.fromkeys(["een", *where.values()])), "items": items}


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """Any checklist of up to seven questions in which nothing builds on itself; the page has them in any order."""
    count = draw(st.integers(1, 7))
    names = [f"vraag-{number}" for number in range(count)]
    links = draw(st.integers(0, 2 ** (count * count) - 1))
    themes = draw(st.sampled_from([["een"], ["een", "twee"], ["drie", "een", "twee"]]))
    builds_on = {
        name: [below for other, below in enumerate(names[:place]) if links >> (place * count + other) & 1]
        for place, name in enumerate(names)
    }
    order = draw(st.permutations(names))
    where = {name: themes[(links + place) % len(themes)] for place, name in enumerate(names)}
    return {**checklist({name: builds_on[name] for name in order}, where), "themes": themes}


@st.composite
def situations(draw: st.DrawFn) -> tuple[Definition, Answers]:
    """A checklist, and answers to some of its questions."""
    definition = draw(definitions())
    names = list(definition["items"])
    answers = draw(st.lists(st.sampled_from([*ANSWERS, None]), min_size=len(names), max_size=len(names)))
    return definition, {name: answer for name, answer in zip(names, answers, strict=True) if answer}


def with_name(definition: Definition) -> Definition:
    """``definition`` as the tools for records want it: with an id and a hash."""
    return {"id": "handreiking", "hash": "e9c14472", **definition}


@st.composite
def filled_in(draw: st.DrawFn) -> tuple[Definition, Items]:
    """A checklist, and what a reader filled in: at least one field of at least one question."""
    definition = with_name(draw(definitions()))
    fields = {
        "answer": st.sampled_from(ANSWERS),
        "note": st.text(AWKWARD, max_size=40).map(str.strip),
        "owner": st.text(AWKWARD.replace("\n", ""), max_size=20).map(lambda text: " ".join(text.split())),
        "due": st.dates(dt.date(1900, 1, 1), dt.date(2400, 12, 31)).map(str),
    }
    items = {}
    for name in definition["items"]:
        asked = draw(st.sets(st.sampled_from(sorted(fields))))
        given = {field: draw(fields[field]) for field in fields if field in asked}
        items[name] = {field: value for field, value in given.items() if value}
    items = {name: given for name, given in items.items() if given}
    return definition, items or {next(iter(definition["items"])): {"answer": "ja"}}


def anything() -> st.SearchStrategy[Any]:
    """Any value that JSON can hold."""
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    )
