"""Judges the macros and links in what an author wrote, on a page or in the one text of the data that may hold them."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import markup
from scripts.addresses import anchors, page_paths, resolve
from scripts.content import FOLDERS, Content
from scripts.problems import Problem, did_you_mean
from scripts.references import Make, unknown
from scripts.validate_numbers import no_number_problems

#: Macro → family that its first argument names.
MACROS = {
    "tip": "tips",
    "practice": "practices",
    "changed": "changes",
    "figure": "figures",
    "fact": "facts",
    "term": "glossary",
    "call": "facts",
    "picture": "pictures",
    "session": "sessions",
    "proof": "routes",
    "proof_tracks": "routes",
}
#: Macros without arguments: a whole list, or something made for the page.
LISTS = ("sources", "chapters", "cards", "crisis_card", "page_break", "casus_list", "respondents")
#: Lines to write on, by how many.
LINES = "lines"


def written_problems(text: str, path: str, content: Content, make: Make) -> Iterator[Problem]:
    """Faults of the macros and links in ``text``, whose links count from page ``path``."""
    for what in markup.forbidden_in(text)[:1]:
        yield make(f"'{what}' may not stand in a text", "Write it in Markdown, without HTML, images and empty links.")
    for piece in markup.odd_braces(text):
        yield make(f"'{piece}' is no macro that can be read", 'Write it as {{ fact("bel-112") }}.')
    for macro in markup.macros_in(text, 0):
        names = (*MACROS, *LISTS, LINES)
        yield from unknown("macro", [macro.name], names, f"Known: {', '.join(names)}.", make)
        if macro.name == LINES and macro.arguments not in (["2"], ["3"], ["5"]):
            yield make("how many lines to write on is not told", 'Write {{ lines("2") }}, "3" or "5".')
        if macro.name in MACROS:
            family = MACROS[macro.name]
            argument = macro.arguments[0] if macro.arguments else ""
            advice = f"Add it to {family}{'/' if family in FOLDERS else '.yml'}."
            yield from unknown(f"id in {macro.name}:", [argument], content.names(family), advice, make)
            if macro.name == "call":
                yield from no_number_problems(argument, content, f'Write {{{{ fact("{argument}") }}}} instead.', make)
    for link in markup.links_in(text):
        yield from link_problems(link, path, content, make)


def link_problems(link: str, path: str, content: Content, make: Make) -> Iterator[Problem]:
    """A problem where ``link`` on page ``path`` leads to a page or heading that does not exist."""
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
