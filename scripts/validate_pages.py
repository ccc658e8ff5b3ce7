"""Judges the authored pages: front matter, headings, claims, macros, links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from scripts import markup
from scripts.addresses import anchors, page_paths, resolve, url_of
from scripts.assets import PICTOGRAMS
from scripts.content import Content, Entry, Page
from scripts.problems import Problem, did_you_mean
from scripts.references import Make, claim_problems, plain_problems, unknown, unknown_sources
from scripts.schema import check
from scripts.translations import SOURCE
from scripts.validate_headings import heading_problems
from scripts.validate_translated import difference_problems

MAX_CLAIMS = 12
ATTRIBUTES = ("covers", "source", "of")
CARDS = ("doors", "tools", "questions")
#: Macro → family that its first argument names.
MACROS = {
    "tip": "tips",
    "practice": "practices",
    "changed": "changes",
    "figure": "figures",
    "fact": "facts",
    "term": "glossary",
}
#: Macros without arguments: a whole list.
LISTS = ("sources", "chapters")
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
            yield from _front_problems(page, content)
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


def written_problems(text: str, path: str, content: Content, make: Make) -> Iterator[Problem]:
    """Faults of the macros and links in ``text``, whose links count from page ``path``."""
    for what in markup.forbidden_in(text)[:1]:
        yield make(f"'{what}' may not stand in a text", "Write it in Markdown, without HTML, images and empty links.")
    for piece in markup.odd_braces(text):
        yield make(f"'{piece}' is no macro that can be read", 'Write it as {{ fact("bel-112") }}.')
    for macro in markup.macros_in(text, 0):
        names = (*MACROS, *LISTS)
        yield from unknown("macro", [macro.name], names, f"Known: {', '.join(names)}.", make)
        if macro.name in MACROS:
            family = MACROS[macro.name]
            argument = macro.arguments[0] if macro.arguments else ""
            advice = f"Add it to {family}.yml."
            yield from unknown(f"id in {macro.name}:", [argument], content.names(family), advice, make)
    for link in markup.links_in(text):
        yield from _link_problems(link, path, content, make)


def _front_problems(page: Page, content: Content) -> Iterator[Problem]:
    if page.front.problems and not page.meta:
        return
    front = Entry(page.front, (), page.meta)
    faults = check(front, "page")
    yield from faults
    if faults:
        return
    if page.meta["kind"] == "chapter":
        make = partial(front.problem, ("chapter",))
        chapter = page.meta.get("chapter", "")
        yield from unknown("chapter", [chapter], content.names("chapters"), "Add it to chapters.yml.", make)
    yield from _translation_problems(page, front)
    for group in CARDS:
        for number, card in enumerate(page.meta.get(group, [])):
            make = partial(front.problem, (group, number, "pictogram"))
            advice = f"Known: {', '.join(sorted(PICTOGRAMS))}."
            yield from unknown("pictogram", [card["pictogram"]], sorted(PICTOGRAMS), advice, make)
            make = partial(front.problem, (group, number, "page"))
            yield from _link_problems(card["page"], page.path, content, make)
    for field in ("title", "description", "lead"):
        yield from plain_problems(field, page.meta.get(field, ""), partial(front.problem, (field,)))
    for number, line in enumerate(page.meta.get("brief", [])):
        yield from written_problems(line, page.path, content, partial(front.problem, ("brief", number)))


def _translation_problems(page: Page, front: Entry) -> Iterator[Problem]:
    """What a translated page must say of itself and does not."""
    if page.language == SOURCE:
        return
    if "of" not in page.meta:
        todo = "Add 'of: \"nl@…\"', 'by' and 'checked_by'; python -m scripts.translations prints the hash."
        yield front.problem((), "the translation does not say what it translates", todo)
        return
    for field in ("by", "checked_by"):
        if field not in page.meta:
            todo = "Add 'by: machine' or 'by: human', and 'checked_by' with a name or null."
            yield front.problem((), f"'{field}' is missing", todo)


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
        yield from written_problems(line, page.path, content, partial(Problem, page.file, number))
    shown: Counter[tuple[str, str]] = Counter()
    for macro in markup.macros(page):
        if macro.name in ONCE and macro.arguments:
            shown[macro.name, macro.arguments[0]] += 1
            if shown[macro.name, macro.arguments[0]] > 1:
                what = f"{macro.name} '{macro.arguments[0]}' stands on this page already"
                yield Problem(page.file, macro.line, what, "Show it once, and link to it.")


def _link_problems(link: str, path: str, content: Content, make: Make) -> Iterator[Problem]:
    target = resolve(path, link)
    paths = page_paths(content)
    if target is None or paths is None:
        return
    there, anchor = target
    if there not in paths:
        yield make(f"dead link to '{link}'", did_you_mean(there, paths, "Write that page, or take the link away."))
        return
    known = anchors(content, there) if anchor else None
    if known is not None and anchor not in known:
        todo = did_you_mean(anchor, known, "Link to a heading that has this id.")
        yield make(f"dead anchor '#{anchor}' in '{link}'", todo)
