"""What a translation says of itself: the hash of the Dutch it translates, who made it, who checked it.

A page carries one hash for its title, summary and lead (``of:`` in the front matter) and one for each section
(``of="nl@…"`` in the heading), so that a change of the Dutch makes only the block stale that it touches.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from scripts import markup
from scripts.content import Page

SOURCE = "nl"
ATTRIBUTES = re.compile(r"\{#[^}]*\}")
OWN_FIELDS = {"kind", "chapter", "of", "by", "checked_by", "page", "pictogram", "fact", "was"}
#: The states of a translation, the least good one first. The Dutch itself is ``source``.
STATES = ("missing", "stale", "unchecked", "fresh")


def hash_of(text: str) -> str:
    """First 8 hex digits of the sha256 of ``text``, NFC- and whitespace-normalised."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()[:8]


def stamp(dutch_hash: str) -> str:
    """How a translation writes that it translates the Dutch with this hash."""
    return f"{SOURCE}@{dutch_hash}"


def front_hash(page: Page) -> str:
    """The hash of what a reader sees of a page before its first heading: title, summary, cards and lead."""
    return hash_of("\n".join([*_strings(page.meta), markup.sections(page)[0].body]))


def section_hash(section: markup.Section) -> str:
    """The hash of what a reader sees of a section: its heading and its body, without ids and claims."""
    return hash_of(f"{section.title}\n{ATTRIBUTES.sub('', section.body)}")


def state(of: str | None, checked_by: str | None, dutch_hash: str) -> str:
    """``stale`` if the Dutch has changed since, else ``unchecked`` or ``fresh``; ``missing`` without a hash."""
    if of is None:
        return "missing"
    if of != stamp(dutch_hash):
        return "stale"
    return "fresh" if checked_by else "unchecked"


def front_state(page: Page, dutch: Page) -> str:
    """The state of title, summary and lead of ``page`` as a translation of ``dutch``."""
    return state(page.meta.get("of"), page.meta.get("checked_by"), front_hash(dutch))


def section_states(page: Page, dutch: Page) -> Iterator[tuple[markup.Section, markup.Section | None, str]]:
    """For each section of ``dutch``, in its order: the Dutch, the translation of it in ``page``, and its state."""
    own = {section.id: section for section in markup.sections(page)[1:]}
    for section in markup.sections(dutch)[1:]:
        found = own.get(section.id)
        of = found.of or "" if found else None
        yield section, found, state(of, page.meta.get("checked_by"), section_hash(section))


def page_state(page: Page | None, dutch: Page) -> str:
    """The state of ``page`` as a translation of ``dutch``; ``source`` for the Dutch page itself.

    A page of which a section is missing is stale: the Dutch has grown since.
    """
    if page is dutch:
        return "source"
    if page is None:
        return "missing"
    parts = {front_state(page, dutch), *(found for _, _, found in section_states(page, dutch))}
    return worst("stale" if part == "missing" else part for part in parts)


def worst(states: Iterable[str]) -> str:
    """The least good of ``states``; ``source`` where there is none but the Dutch."""
    found = set(states)
    return next((one for one in STATES if one in found), "source")


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for entry in value for text in _strings(entry)]
    if isinstance(value, dict):
        return [text for key, entry in value.items() if key not in OWN_FIELDS for text in _strings(entry)]
    return []


if __name__ == "__main__":
    from scripts.translation_report import main  # it builds on this module

    sys.exit(main())
