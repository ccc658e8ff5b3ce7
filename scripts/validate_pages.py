"""Judges the authored pages: front matter, headings, claims, macros, links."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts import markup
from scripts.addresses import anchors, page_paths, resolve
from scripts.assets import PICTOGRAMS
from scripts.content import Content, Entry, Page
from scripts.problems import Problem, did_you_mean
from scripts.references import claim_problems, unknown, unknown_sources
from scripts.schema import check
from scripts.translations import SOURCE

MAX_CLAIMS = 12
ATTRIBUTES = ("covers", "source")
CARDS = ("doors", "tools", "questions")
#: Macro → family that its first argument names.
LISTS = ("sources", "chapters")  # macros without arguments: a whole list
MACROS = {"tip": "tips", "practice": "practices", "changed": "changes", "fact": "facts", "term": "glossary"}


def page_problems(content: Content, known: Content) -> Iterator[Problem]:
    """Faults of every page. ``known`` also holds elements whose form is wrong, so that one fault is told once."""
    for language, pages in content.pages.items():
        for page in pages.values():
            if language != SOURCE and page.path not in content.pages[SOURCE]:
                todo = "Write the Dutch page first, or rename this one to the path of the Dutch page."
                yield Problem(page.file, 1, f"there is no Dutch page '{page.path}'", todo)
                continue
            faults = check(Entry(page.front, (), page.meta), "page")
            yield from faults
            if not faults:
                yield from _front_problems(page, known)
            yield from _heading_problems(page)
            yield from _claim_problems(page, known)
            yield from _macro_problems(page, known)
            for line, link in _links(page):
                yield from _link_problems(known, page, line, link)


def claims(page: Page, content: Content) -> list[str]:
    """Every inventory id that page claims: by its sections, and by the tips and practices shown on it."""
    found = [name for section in markup.sections(page) for name in section.covers]
    for macro in markup.macros(page):
        entry = content.families.get(MACROS.get(macro.name, ""), {}).get(macro.arguments[0] if macro.arguments else "")
        if entry and isinstance(entry.data, dict):
            found += entry.data.get("covers", [])
    return list(dict.fromkeys(found))


def _front_problems(page: Page, content: Content) -> Iterator[Problem]:
    front = Entry(page.front, (), page.meta)
    if page.meta["kind"] == "chapter":
        chapters = content.families["chapters"]
        make = partial(front.problem, ("chapter",))
        yield from unknown("chapter", [page.meta.get("chapter", "")], chapters, "Add it to chapters.yml.", make)
    if page.language != SOURCE and "of" not in page.meta:
        todo = "Add 'of: \"nl@…\"', 'by' and 'checked_by'; python -m scripts.translations prints the hash."
        yield front.problem((), "the translation does not say what it translates", todo)
    for group in CARDS:
        for number, card in enumerate(page.meta.get(group, [])):
            make = partial(front.problem, (group, number, "pictogram"))
            advice = f"Known: {', '.join(sorted(PICTOGRAMS))}."
            yield from unknown("pictogram", [card["pictogram"]], sorted(PICTOGRAMS), advice, make)


def _heading_problems(page: Page) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for line, level, title, name in markup.headings(page):
        if level == 1:
            yield Problem(page.file, line, "a page has one h1, and the title makes it", "Use ## here.")
        elif not name:
            todo = "Add {#short-id} after the heading; it is the same in every language."
            yield Problem(page.file, line, f"the heading '{title}' has no id", todo)
        elif name in seen:
            yield Problem(page.file, line, f"the id '{name}' stands also on line {seen[name]}", "Choose another.")
        else:
            seen[name] = line


def _claim_problems(page: Page, content: Content) -> Iterator[Problem]:
    for section in markup.sections(page):
        make = partial(Problem, page.file, section.line)
        yield from unknown("attribute", section.unknown, ATTRIBUTES, f"Known here: {', '.join(ATTRIBUTES)}.", make)
        yield from unknown_sources(section.citations, content, make)
        yield from claim_problems(section.covers, section.body, content, make)
        if any(not citation["at"] for citation in section.citations):
            yield make("the source has no place", 'Write "source-id: place".')
        if section.covers and not section.citations:
            yield make("a source is missing for this claim", 'Add source="source-id: place".')
    total = len(claims(page, content))
    if total > MAX_CLAIMS:
        yield Problem(page.file, 1, f"the page claims {total} ids, at most {MAX_CLAIMS}", "Split the page.")


def _macro_problems(page: Page, content: Content) -> Iterator[Problem]:
    for macro in markup.macros(page):
        make = partial(Problem, page.file, macro.line)
        names = (*MACROS, *LISTS)
        yield from unknown("macro", [macro.name], names, f"Known: {', '.join(names)}.", make)
        if macro.name in MACROS:
            family = MACROS[macro.name]
            argument = macro.arguments[0] if macro.arguments else ""
            yield from unknown(
                f"id in {macro.name}:", [argument], content.families[family], f"Add it to {family}.yml.", make
            )


def _links(page: Page) -> Iterator[tuple[int, str]]:
    yield from markup.links(page)
    for group in CARDS:
        for number, card in enumerate(page.meta.get(group, [])):
            if isinstance(card, dict) and "page" in card:
                yield page.front.line((group, number, "page")), card["page"]


def _link_problems(content: Content, page: Page, line: int, link: str) -> Iterator[Problem]:
    target = resolve(page.path, link)
    if target is None:
        return
    path, anchor = target
    paths = page_paths(content)
    if path not in paths:
        todo = did_you_mean(path, paths, "Write that page, or take the link away.")
        yield Problem(page.file, line, f"dead link to '{link}'", todo)
    elif anchor and anchor not in anchors(content, path, page.language):
        todo = did_you_mean(anchor, anchors(content, path, page.language), "Link to a heading that has this id.")
        yield Problem(page.file, line, f"dead anchor '#{anchor}' in '{link}'", todo)
