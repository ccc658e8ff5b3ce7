"""Judges old addresses: their form, that each belongs to one page, and that none of them is a page of today."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import addresses
from scripts.addresses import url_of
from scripts.content import Content
from scripts.headers import FOR_EVER
from scripts.moved import FIELD, Was, given
from scripts.problems import Problem
from scripts.translations import SOURCE

PATH = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*")
#: Folders whose files a browser keeps for ever; no page may lie there.
OWN_FOLDERS = tuple(folder.strip("/") for folder in FOR_EVER)
EXAMPLE = "Write the path under the language, such as signaleren/oud."


def moved_problems(content: Content) -> Iterator[Problem]:
    """Faults of the old addresses of all pages: of form, given twice, or the address of a page of today."""
    yield from _translated_problems(content)
    locales = {SOURCE, *content.pages, *content.catalogs}
    today = _today(content)
    first: dict[str, Was] = {}
    for was in given(content):
        reason = _malformed(was.old, locales)
        if reason:
            yield was.problem(f"'{was.old}' cannot be an old address: {reason}", _advice(was.old, locales))
        elif was.old in first:
            what = f"the old address '{was.old}' is given by {_place(first[was.old])} already"
            yield was.problem(what, "Keep it at the page that took its place, and once.")
        else:
            first[was.old] = was
    leads = {url_of(was.old): url_of(was.new) for was in first.values()}
    for was in first.values():
        if url_of(was.old) in today:
            yield _still_there(was, leads, today[url_of(was.old)])


def _translated_problems(content: Content) -> Iterator[Problem]:
    for language, pages in content.pages.items():
        for page in pages.values():
            if language != SOURCE and FIELD in page.meta:
                what = "a translation gives old addresses, and they hold for every language"
                todo = f"Give them on the Dutch page, {SOURCE}/{page.path}.md."
                yield Problem(page.file, page.front.line((FIELD,)), what, todo)


def _today(content: Content) -> dict[str, str]:
    """The address of every page of today, and the file that it comes from."""
    files = {path: f"{SOURCE}/{path}.md" for path in content.unread.get(SOURCE, ())}
    files |= {path: page.file for path, page in content.pages.get(SOURCE, {}).items()}
    made = addresses.made_pages(content).items()
    files |= {path: content.families[family][name].document.file for path, (family, name) in made}
    return {url_of(path): file for path, file in files.items()}


def _malformed(old: str, locales: set[str]) -> str:
    """What is wrong with the form of ``old``; empty where nothing is."""
    parts = old.split("/")
    reasons = {
        "it is empty": not old,
        "it begins or ends with a slash": old != old.strip("/"),
        "it leads upwards with '..'": ".." in parts,
        "it has capitals": old != old.lower(),
        f"it begins with the language '{parts[0]}'": parts[0] in locales,
        f"the folder '{parts[0]}' holds files of the site itself": parts[0] in OWN_FOLDERS,
        "an 'index' has the address of its folder": parts[-1] == "index",
        "it may hold small letters, digits, hyphens and single slashes only": not PATH.fullmatch(old),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _advice(old: str, locales: set[str]) -> str:
    """The nearest address of good form, or an example where there is none."""
    better = old.strip("/").lower().removesuffix(".md").removesuffix(".html").removesuffix("/index")
    start, _, rest = better.partition("/")
    better = rest if start in locales else better
    return EXAMPLE if _malformed(better, locales) else f"Write '{better}'."


def _place(was: Was) -> str:
    problem = was.problem("", "")
    return f"{problem.file}:{problem.line}"


def _still_there(was: Was, leads: dict[str, str], file: str) -> Problem:
    """The problem that ``was`` names the page of today in ``file``; where that makes a round or a chain, all of it."""
    old = url_of(was.old)
    way = [old]
    while way[-1] in leads and leads[way[-1]] not in way:
        way.append(leads[way[-1]])
    if leads[old] == old:
        return was.problem(f"'{was.old}' is the address of this page itself", "Take it away here.")
    if leads.get(way[-1]) == old:
        told = _arrows([*way, old])
        return was.problem(f"old addresses lead round: {told}", "Take them away; each of these is a page of today.")
    before = next((start for start, end in leads.items() if end == old), None)
    if before or len(way) > 2:
        told = _arrows([before, *way] if before else way)
        todo = f"Take '{was.old}' away here, or remove {file} and give its old addresses to this page."
        return was.problem(f"old addresses make a chain: {told}", todo)
    return was.problem(f"'{was.old}' is a page of today, {file}", "Take it away here, or rename that page.")


def _arrows(way: list[str]) -> str:
    return " → ".join(url.rstrip("/") or "index" for url in way)
