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
    """Any checklist of up to eight questions in which nothing builds on itself; the page has them in any order."""
    names = [f"vraag-{number}" for number in range(draw(st.integers(1, 8)))]
    themes = draw(st.lists(st.sampled_from(["een", "twee", "drie"]), unique=True, min_size=1))
    items = {}
    for place, name in enumerate(names):
        below = draw(st.lists(st.sampled_from(names[:place]), unique=True)) if place else []
        items[name] = {
            "theme": draw(st.sampled_from(themes)),
            "builds_on": below,
            "chapters": draw(st.lists(st.sampled_from(["2", "3.1", "3.5"]), unique=True)),
            "tips": draw(st.lists(st.sampled_from(["dossier", "ruimte"]), unique=True)),
        }
    order = draw(st.permutations(names))
    return {"themes": themes, "items": {name: items[name] for name in order}}


@st.composite
def situations(draw: st.DrawFn) -> tuple[Definition, Answers]:
    """A checklist, and answers to some of its questions in any order."""
    definition = draw(definitions())
    names = draw(st.permutations(list(definition["items"])))
    answered = names[: draw(st.integers(0, len(names)))]
    return definition, {name: draw(st.sampled_from(ANSWERS)) for name in answered}


def anything() -> st.SearchStrategy[Any]:
    """Any value that JSON can hold."""
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    )
