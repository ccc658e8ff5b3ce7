"""Compares a translated page with the Dutch one, as long as the Dutch has not changed since."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from scripts import markup
from scripts.content import Content, Page
from scripts.problems import Problem
from scripts.translations import SOURCE, page_state

#: Macros whose calls the two pages share.
SHARED = ("tip", "practice", "changed", "fact")


def difference_problems(page: Page, content: Content) -> Iterator[Problem]:
    """What ``page`` must share with the Dutch and does not; nothing for the Dutch itself and for a stale page."""
    dutch = content.pages[SOURCE].get(page.path)
    if dutch is not None and dutch is not page and page_state(page, dutch) in ("fresh", "unchecked"):
        yield from _difference_problems(page, dutch)


def _difference_problems(page: Page, dutch: Page) -> Iterator[Problem]:
    """What a translation that is up to date must share with the Dutch: kind, ids, claims, facts, tips, examples."""
    for field in ("kind", "chapter"):
        if page.meta.get(field) != dutch.meta.get(field):
            what = f"another {field} than the Dutch page"
            yield Problem(page.file, page.front.line((field,)), what, f"Use: {dutch.meta.get(field)}.")
    pairs = zip_longest(markup.sections(page), markup.sections(dutch), fillvalue=markup.Section())
    for own, original in pairs:
        cited = [citation["id"] for citation in own.citations], [citation["id"] for citation in original.citations]
        if (own.id, own.covers, cited[0]) != (original.id, original.covers, cited[1]):
            what = f"the section '{own.id}' has another id, claim or source than the Dutch '{original.id}'"
            yield Problem(page.file, own.line or 1, what, "Give both headings the same id, covers and sources.")
            return
        for name in SHARED:
            shown = [[m.arguments[:1] for m in markup.macros_in(s.body, 0) if m.name == name] for s in (own, original)]
            if sorted(shown[0]) != sorted(shown[1]):
                what = f"the section '{own.id}' shows other calls of {name} than the Dutch"
                yield Problem(page.file, own.line, what, f"Use: {', '.join(a for (a,) in sorted(shown[1])) or 'none'}.")
