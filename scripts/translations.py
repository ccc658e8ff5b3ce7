"""What a translation says of itself: the hash of the Dutch it translates, who made it, who checked it."""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

from scripts.content import Content, Page, load

SOURCE = "nl"
ATTRIBUTES = re.compile(r"\{#[^}]*\}")
OWN_FIELDS = {"kind", "chapter", "of", "by", "checked_by", "page", "pictogram"}


def hash_of(text: str) -> str:
    """First 8 hex digits of the sha256 of ``text``, NFC- and whitespace-normalised."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()[:8]


def page_hash(page: Page) -> str:
    """The hash of what a reader sees of an authored page: its texts and its body, without ids and claims."""
    return hash_of("\n".join([*_strings(page.meta), ATTRIBUTES.sub("", page.body)]))


def state(of: str | None, checked_by: str | None, dutch_hash: str) -> str:
    """``stale`` if the Dutch has changed since, else ``unchecked`` or ``fresh``; ``missing`` without a hash."""
    if of is None:
        return "missing"
    if of != f"{SOURCE}@{dutch_hash}":
        return "stale"
    return "fresh" if checked_by else "unchecked"


def page_state(page: Page | None, dutch: Page) -> str:
    """The state of ``page`` as a translation of ``dutch``; ``source`` for the Dutch page itself."""
    if page is dutch:
        return "source"
    if page is None:
        return "missing"
    return state(page.meta.get("of"), page.meta.get("checked_by"), page_hash(dutch))


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for entry in value for text in _strings(entry)]
    if isinstance(value, dict):
        return [text for key, entry in value.items() if key not in OWN_FIELDS for text in _strings(entry)]
    return []


def report(content: Content) -> list[str]:
    """A line for each page and string of each language that is missing or stale, with the hash to accept."""
    from scripts.localise import dutch_texts  # it builds on this module

    lines = []
    for language, pages in content.pages.items():
        for path, dutch in content.pages[SOURCE].items():
            found = page_state(pages.get(path), dutch)
            if found in ("missing", "stale"):
                lines.append(f"{language}/{path}.md: {found}; the Dutch is {SOURCE}@{page_hash(dutch)}")
    for language, catalog in content.catalogs.items():
        for section, texts in dutch_texts(content).items():
            for key, text in texts.items():
                entry = catalog.get(section, {}).get(key)
                found = state(entry.data["of"], entry.data["checked_by"], hash_of(text)) if entry else "missing"
                if found in ("missing", "stale"):
                    lines.append(f"{language} {section} {key}: {found}; the Dutch is {SOURCE}@{hash_of(text)}")
    return lines


def main() -> int:
    """Command line: ``python -m scripts.translations`` lists what is missing and what is stale."""
    lines = report(load([Path("docs")]))
    print("\n".join(lines) or "Every text is translated, and none is stale.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
