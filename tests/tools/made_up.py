"""Made-up checklists and answers for the tests of the tools."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tools.checklist import ANSWERS

Definition = dict[str, Any]
Answers = dict[str, str]


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


def anything() -> st.SearchStrategy[Any]:
    """Any value that JSON can hold."""
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    )
