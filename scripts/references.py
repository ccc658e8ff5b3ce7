"""Checks that names lead somewhere and that claims have substance; used for data, checklists and pages alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from scripts.content import Content
from scripts.problems import Problem, did_you_mean

MIN_CLAIM_WORDS = 25
#: The one field of the data whose text may hold macros and links: what holds now, in changes.yml.
WRITTEN = "now"
WRITTEN_MARKS = ("{{", "](")
MARKUP = {"{{": "a macro", "](": "a link", "<": "HTML", "![": "an image"}
#: Makes a problem at a place that the caller knows, out of what is wrong and what to do.
Make = Callable[[str, str], Problem]


def unknown(
    kind: str, names: Iterable[str], known: Iterable[str] | None, otherwise: str, make: Make
) -> Iterator[Problem]:
    """A problem for each of ``names`` that is not among ``known``; ``otherwise`` is the advice when none is near.

    Where ``known`` is None, what is known could not be read whole, and nothing is said.
    """
    if known is None:
        return
    known = list(known)
    for name in names:
        if name not in known:
            yield make(f"unknown {kind} '{name}'", did_you_mean(name, known, otherwise))


def plain_problems(key: str, text: str, make: Make) -> Iterator[Problem]:
    """Problems of a data text that is printed as it stands: macros, links and markup would be shown as they are."""
    written = key.rsplit(".", 1)[-1] == WRITTEN
    for mark, what in MARKUP.items():
        if mark in text and not (written and mark in WRITTEN_MARKS):
            yield make(f"{what} in a text that is printed as it stands: '{mark}'", "Write it in plain words.")
    if key == "months" and text.count(",") != 11:
        yield make(f"months names {text.count(',') + 1} months", "Name all twelve, with commas between them.")


def unknown_sources(citations: Iterable[dict[str, str]], content: Content, make: Make) -> Iterator[Problem]:
    """A problem for each citation of a source that sources.yml does not have."""
    ids = [citation["id"] for citation in citations]
    return unknown("source", ids, content.names("sources"), "Add it to sources.yml.", make)


def claim_problems(covers: list[str], text: str, content: Content, make: Make) -> Iterator[Problem]:
    """Problems of a claim on inventory ids: ids that do not exist, and too few words to carry them."""
    yield from unknown(
        "inventory id", covers, content.names("inventory"), "See docs/_data/inventory.yml for the ids.", make
    )
    words = len(text.split())
    if covers and words < MIN_CLAIM_WORDS:
        yield make(
            f"claims {', '.join(covers)} in {words} words",
            f"Tell it in at least {MIN_CLAIM_WORDS} words, or take the claim away.",
        )
