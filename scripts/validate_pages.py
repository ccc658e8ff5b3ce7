"""Judges the authored pages: front matter, headings, claims, macros, links."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import markup
from scripts.addresses import anchors, page_paths, resolve
from scripts.assets import PICTOGRAMS
from scripts.content import Content, Entry, Page
from scripts.problems import Problem, did_you_mean
from scripts.schema import check
from scripts.translations import SOURCE

MIN_CLAIM_WORDS = 25
MAX_CLAIMS = 12
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
        chapter = page.meta.get("chapter", "")
        if chapter not in content.families["chapters"]:
            todo = did_you_mean(chapter, content.families["chapters"], "Add it to chapters.yml.")
            yield front.problem(("chapter",), f"unknown chapter '{chapter}'", todo)
    if page.language != SOURCE and "of" not in page.meta:
        todo = "Add 'of: \"nl@…\"', 'by' and 'checked_by'; python -m scripts.translations prints the hash."
        yield front.problem((), "the translation does not say what it translates", todo)
    for group in ("doors", "tools", "questions"):
        for number, card in enumerate(page.meta.get(group, [])):
            if card["pictogram"] not in PICTOGRAMS:
                todo = did_you_mean(card["pictogram"], PICTOGRAMS, f"Known: {', '.join(sorted(PICTOGRAMS))}.")
                yield front.problem((group, number, "pictogram"), f"no pictogram '{card['pictogram']}'", todo)


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
        for key in section.unknown:
            todo = did_you_mean(key, ["covers", "source"], "Known here: covers, source.")
            yield Problem(page.file, section.line, f"unknown attribute '{key}'", todo)
        for citation in section.citations:
            if citation["id"] not in content.families["sources"]:
                todo = did_you_mean(citation["id"], content.families["sources"], "Add it to sources.yml.")
                yield Problem(page.file, section.line, f"unknown source '{citation['id']}'", todo)
            elif not citation["at"]:
                yield Problem(page.file, section.line, "the source has no place", 'Write "source-id: place".')
        for name in section.covers:
            if name not in content.inventory:
                todo = did_you_mean(name, content.inventory, "See docs/_data/inventory.yml for the ids.")
                yield Problem(page.file, section.line, f"unknown inventory id '{name}'", todo)
        if section.covers and not section.citations:
            yield Problem(page.file, section.line, "a source is missing for this claim", 'Add source="id: place".')
        words = len(section.body.split())
        if section.covers and words < MIN_CLAIM_WORDS:
            what = f"claims {', '.join(section.covers)} in {words} words"
            yield Problem(page.file, section.line, what, f"Tell it in at least {MIN_CLAIM_WORDS} words.")
    total = len(claims(page, content))
    if total > MAX_CLAIMS:
        yield Problem(page.file, 1, f"the page claims {total} ids, at most {MAX_CLAIMS}", "Split the page.")


def _macro_problems(page: Page, content: Content) -> Iterator[Problem]:
    for macro in markup.macros(page):
        if macro.name in LISTS:
            continue
        if macro.name not in MACROS:
            todo = did_you_mean(macro.name, (*MACROS, *LISTS), f"Known: {', '.join((*MACROS, *LISTS))}.")
            yield Problem(page.file, macro.line, f"unknown macro '{macro.name}'", todo)
            continue
        family = MACROS[macro.name]
        name = macro.arguments[0] if macro.arguments else ""
        if name not in content.families[family]:
            todo = did_you_mean(name, content.families[family], f"Add it to {family}.yml.")
            yield Problem(page.file, macro.line, f"unknown id '{name}' in {macro.name}", todo)


def _links(page: Page) -> Iterator[tuple[int, str]]:
    yield from markup.links(page)
    for group in ("doors", "tools", "questions"):
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
