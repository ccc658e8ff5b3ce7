"""Compares a translated page with the Dutch one: block by block, as long as the Dutch has not changed since."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from scripts import markup
from scripts.content import Content, Page
from scripts.problems import Problem, did_you_mean
from scripts.translations import SOURCE, front_state, section_hash, section_states, stamp

#: Macros whose calls the two blocks share.
SHARED = (
    *("tip", "practice", "changed", "figure", "fact", "call", "picture", "lines", "proof", "proof_tracks", "session"),
    *("sources", "chapters", "cards", "crisis_card", "page_break", "casus_list", "respondents"),
)
STAMP = re.compile(r"nl@[0-9a-f]{8}")
CURRENT = ("fresh", "unchecked")


def difference_problems(page: Page, content: Content) -> Iterator[Problem]:
    """What ``page`` must share with the Dutch and does not; nothing for the Dutch itself and for a stale block."""
    dutch = content.pages[SOURCE].get(page.path)
    if dutch is None or dutch is page:
        return
    if front_state(page, dutch) in CURRENT:
        for field in ("kind", "chapter", "beside", "quick_exit", "sheet"):
            if page.meta.get(field) != dutch.meta.get(field):
                what = f"another {field} than the Dutch page"
                yield Problem(page.file, page.front.line((field,)), what, f"Use: {dutch.meta.get(field)}.")
        yield from _macro_problems(markup.sections(page)[0], markup.sections(dutch)[0], page)
    yield from _call_problems(page, dutch)
    known = [section.id for section in markup.sections(dutch)[1:]]
    for section in markup.sections(page)[1:]:
        if section.id and section.id not in known:
            what = f"the section '{section.id}' translates a section that does not exist"
            todo = did_you_mean(section.id, known, "Take it away, or restore the Dutch section.")
            yield Problem(page.file, section.line, what, todo)
    for original, own, state in section_states(page, dutch):
        if own is not None and not STAMP.fullmatch(own.of):
            what = f"the section '{own.id}' does not say what it translates" + (f": '{own.of}'" if own.of else "")
            todo = f'Add of="{stamp(section_hash(original))}" to its heading, once it translates the Dutch of today.'
            yield Problem(page.file, own.line, what, todo)
        elif own is not None and state in CURRENT:
            yield from _section_problems(own, original, page)


def _call_problems(page: Page, dutch: Page) -> Iterator[Problem]:
    """The large buttons dial what the Dutch ones dial, also where the text around them is stale."""
    own, wanted = (
        [call.get("fact") for call in one.meta.get("calls", []) if isinstance(call, dict)] for one in (page, dutch)
    )
    if own != wanted:
        what = "the buttons call other numbers than those of the Dutch page"
        yield Problem(page.file, page.front.line(("calls",)), what, f"Use: {', '.join(map(str, wanted)) or 'none'}.")


def _section_problems(own: markup.Section, original: markup.Section, page: Page) -> Iterator[Problem]:
    cited = [[citation["id"] for citation in section.citations] for section in (own, original)]
    if own.covers != original.covers or cited[0] != cited[1]:
        what = f"the section '{own.id}' has another claim or source than the Dutch"
        yield Problem(page.file, own.line, what, "Give both headings the same covers and sources.")
    yield from _macro_problems(own, original, page)
    smaller = [[(match[1], match[3]) for match in _headings(section)] for section in (own, original)]
    if smaller[0] != smaller[1]:
        what = f"the smaller headings in '{own.id}' have other levels or ids than the Dutch"
        yield Problem(page.file, own.line, what, "Give them the same ### and {#id}.")


def _headings(section: markup.Section) -> Iterator[re.Match[str]]:
    return filter(None, map(markup.HEADING.match, section.body.split("\n")))


def _macro_problems(own: markup.Section, original: markup.Section, page: Page) -> Iterator[Problem]:
    make = partial(Problem, page.file, own.line or 1)
    for name in SHARED:
        shown = [
            sorted(macro.arguments[:1] for macro in markup.macros_in(section.body, 0) if macro.name == name)
            for section in (own, original)
        ]
        if shown[0] != shown[1]:
            wanted = ", ".join(" ".join(arguments) or f"{name}()" for arguments in shown[1]) or "none"
            yield make(f"the section '{own.id}' shows other calls of {name} than the Dutch", f"Use: {wanted}.")
