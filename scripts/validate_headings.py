"""Judges the headings of a page: levels, ids, and lines that only look like headings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts import markup
from scripts.addresses import FRAME_IDS, FRAME_PREFIXES, TEMPLATE_ANCHORS
from scripts.content import Page
from scripts.problems import Problem


def heading_problems(page: Page) -> Iterator[Problem]:
    """Every fault of the page's headings."""
    yield from _heading_problems(page)
    yield from _odd_heading_problems(page)


def _heading_problems(page: Page) -> Iterator[Problem]:
    reserved = FRAME_IDS | TEMPLATE_ANCHORS.get(page.meta.get("kind", ""), set())
    if markup.MACRO.search(page.body) and any(macro.name == "sources" for macro in markup.macros(page)):
        reserved -= {"bronnen"}  # the page lists the sources itself, under a heading of its own
    seen: dict[str, int] = {}
    above = 2
    for line, level, title, name in markup.headings(page):
        make = partial(Problem, page.file, line)
        if level == 1:
            yield make("a page has one h1, and the title makes it", "Use ## here.")
        elif level > above + 1:
            yield make(f"the heading '{title}' skips a level", f"Use {'#' * (above + 1)} here.")
        elif not name:
            todo = "Add {#short-id} after the heading; it is the same in every language."
            yield make(f"the heading '{title}' has no id", todo)
        elif name in seen:
            yield make(f"the id '{name}' stands also on line {seen[name]}", "Choose another.")
        elif name in reserved or name.startswith(FRAME_PREFIXES):
            yield make(f"the id '{name}' is taken by the frame of the page", "Choose another.")
        else:
            seen[name] = line
        above = level


def _odd_heading_problems(page: Page) -> Iterator[Problem]:
    for line, title in markup.odd_headings(page):
        yield Problem(page.file, line, f"'{title}' looks like a heading and is none", "Write it as '## Title {#id}'.")
    for section in markup.subsections(page):
        if section.covers or section.citations:
            what = "covers and source stand on a smaller heading, where nothing reads them"
            yield Problem(page.file, section.line, what, "Put them on the ## heading above.")
