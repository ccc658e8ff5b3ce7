"""Judges the authored pages: front matter, headings, claims, macros, links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from scripts import markup
from scripts.addresses import url_of
from scripts.content import Content, Page
from scripts.problems import Problem
from scripts.references import claim_problems, unknown, unknown_sources
from scripts.translations import SOURCE
from scripts.validate_front import front_problems
from scripts.validate_headings import heading_problems
from scripts.validate_numbers import number_problems
from scripts.validate_translated import difference_problems
from scripts.validate_written import MACROS, written_problems

MAX_CLAIMS = 12
ATTRIBUTES = ("covers", "source", "of")
#: Macros that put an element on the page, which can stand there once.
ONCE = ("tip", "practice", "changed", "figure")


def page_problems(content: Content) -> Iterator[Problem]:
    """Faults of every page. A page whose front matter cannot be read is judged on its text only."""
    for language, pages in content.pages.items():
        taken: dict[str, str] = {}
        for page in (pages[path] for path in sorted(pages)):
            if language != SOURCE and page.path not in {*content.pages[SOURCE], *content.unread.get(SOURCE, ())}:
                todo = "Write the Dutch page first, or rename this one to the path of the Dutch page."
                yield Problem(page.file, 1, f"there is no Dutch page '{page.path}'", todo)
                continue
            url = url_of(page.path)
            if url in taken:
                yield Problem(page.file, 1, f"the address '{url}' is taken by {taken[url]}", "Rename one of the two.")
            taken[url] = page.file
            yield from front_problems(page, content)
            yield from heading_problems(page)
            yield from _claim_problems(page, content)
            yield from _text_problems(page, content)
            yield from difference_problems(page, content)


def claims(page: Page, content: Content) -> list[str]:
    """Every inventory id that page claims: by its sections, and by the tips and practices shown on it."""
    found = [name for section in markup.sections(page) for name in section.covers]
    for macro in markup.macros(page):
        entry = content.families.get(MACROS.get(macro.name, ""), {}).get(macro.arguments[0] if macro.arguments else "")
        if entry and isinstance(entry.data, dict):
            found += entry.data.get("covers", [])
    return list(dict.fromkeys(found))


def _claim_problems(page: Page, content: Content) -> Iterator[Problem]:
    for section in markup.sections(page):
        make = partial(Problem, page.file, section.line)
        yield from unknown("attribute", section.unknown, ATTRIBUTES, f"Known here: {', '.join(ATTRIBUTES)}.", make)
        yield from unknown_sources(section.citations, content, make)
        yield from claim_problems(section.covers, section.body, content, make)
        if any(not citation["at"] for citation in section.citations):
            yield make("the source has no place", 'Write "source-id: place".')
        if section.of and page.language == SOURCE:
            yield make("the Dutch translates nothing", "Take of=… away.")
        if section.covers and not section.citations:
            yield make("a source is missing for this claim", 'Add source="source-id: place".')
    total = len(claims(page, content))
    if total > MAX_CLAIMS:
        yield Problem(page.file, 1, f"the page claims {total} ids, at most {MAX_CLAIMS}", "Split the page.")


def _text_problems(page: Page, content: Content) -> Iterator[Problem]:
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        make = partial(Problem, page.file, number)
        yield from written_problems(line, page.path, content, make)
        yield from number_problems(line, content, make)
    shown: Counter[tuple[str, str]] = Counter()
    for macro in markup.macros(page):
        if macro.name in ONCE and macro.arguments:
            shown[macro.name, macro.arguments[0]] += 1
            if shown[macro.name, macro.arguments[0]] > 1:
                what = f"{macro.name} '{macro.arguments[0]}' stands on this page already"
                yield Problem(page.file, macro.line, what, "Show it once, and link to it.")
