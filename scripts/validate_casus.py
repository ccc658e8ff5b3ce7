"""Judges casussen: names that lead somewhere, claims with substance, and nothing that can be traced to a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from scripts.casus import UNKNOWN, path_of, paths_of
from scripts.content import Content, Entry
from scripts.problems import Problem
from scripts.references import claim_problems, unknown, unknown_sources
from scripts.schema import texts

#: Field of a casus → the family that its ids name.
NAMED = {"changed": "changes", "tips": "tips"}
FACETS = ("themes", "moments", "factors", "asks")
MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
#: What tells who somebody is, and what it is.
TRACES = {
    "a full date": re.compile(rf"\b\d{{1,2}}(?:[-/.]\d{{1,2}}[-/.]|\s+(?:{MONTHS})\s+)\d{{2,4}}\b", re.IGNORECASE),
    "a date of birth": re.compile(r"\b(?:geboren op|geboortedatum|geb\.)", re.IGNORECASE),
    "an e-mail address": re.compile(r"\S+@\S+\.\S+"),
    "a postcode": re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b"),
}
NUMBER = re.compile(r"\b\d(?:[ .-]?\d){8}\b")
BSN_DIGITS = 9


def casus_problems(content: Content, known: Content) -> Iterator[Problem]:
    """Faults of every casus whose form is right; ``known`` holds all other content too."""
    routes = content.families["routes"]
    rules = None  # not all of them are known
    if set(routes) == set(known.families["routes"]):
        rules = [rule["id"] for route in routes.values() for rule in route.data["rules"]]
    for name, entry in content.families["casus"].items():
        yield from _address_problems(name, entry, known)
        yield from _name_problems(entry, known, rules)
        yield from _traces(entry)
        data = entry.data
        if data["outcome"] == UNKNOWN and "complete" in data:
            yield entry.problem(("complete",), "the outcome is unknown, so nothing is complete", "Take this line away.")
        told = " ".join(text for _, text in texts("casus", data))
        yield from claim_problems(data["covers"], told, known, partial(entry.problem, ("covers",)))
    for route in content.families["routes"].values():
        for number, rule in enumerate(route.data["rules"]):
            make = partial(route.problem, ("rules", number, "casus"))
            yield from unknown("casus", rule.get("casus", []), known.names("casus"), "Add its file to casus/.", make)


def _address_problems(name: str, entry: Entry, known: Content) -> Iterator[Problem]:
    for path in paths_of(name):
        if path in known.pages.get("nl", {}):
            what = f"the address '{path}' is taken by the page docs/nl/{path}.md"
            yield entry.problem((), what, f"Give this file another name; it makes {path_of(name)}.")


def _name_problems(entry: Entry, known: Content, rules: list[str] | None) -> Iterator[Problem]:
    data = entry.data
    for facet in FACETS:
        group = known.families["casus_facets"].get(facet)
        values = list(group.data["values"]) if group else []
        make = partial(entry.problem, (facet,))
        yield from unknown(f"value of {facet}", data[facet], values, "Add it to casus_facets.yml.", make)
    for field, family in NAMED.items():
        make = partial(entry.problem, (field,))
        yield from unknown("id", data.get(field, []), known.names(family), f"Add it to {family}.yml.", make)
    yield from unknown("page", data["pages"], known.pages.get("nl"), "Write it.", partial(entry.problem, ("pages",)))
    yield from unknown(
        "rule", data.get("rules", []), rules, "Name one that exists.", partial(entry.problem, ("rules",))
    )
    cited = [*data["sources"], *({"id": one["source"]} for one in data.get("lessons", []) if "source" in one)]
    yield from unknown_sources(cited, known, partial(entry.problem, ("sources",)))


def _traces(entry: Entry) -> Iterator[Problem]:
    name = entry.data.get("name")
    surname = re.compile(rf"\b{re.escape(name)}\s+[A-Z]\w+") if name else None
    todo = "Leave it out: nobody may be recognised in a casus."
    for path, text in texts("casus", entry.data):
        found = [what for what, trace in TRACES.items() if trace.search(text)]
        found += ["a citizen service number (BSN)" for number in NUMBER.findall(text) if is_bsn(number)]
        if surname and surname.search(text):
            found.append(f"a surname behind '{name}'")
        for what in found[:1]:
            yield entry.problem(path, f"this seems to hold {what}", todo)


def is_bsn(number: str) -> bool:
    """Whether the nine digits in ``number`` pass the eleven test of a Dutch citizen service number."""
    digits = [int(digit) for digit in number if digit.isdigit()]
    weights = [*range(BSN_DIGITS, 1, -1), -1]
    return len(digits) == BSN_DIGITS and sum(a * b for a, b in zip(digits, weights, strict=True)) % 11 == 0
