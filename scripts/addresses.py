"""Where a page lives, which anchors it has, and how one page links to another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from scripts import markup
from scripts.casus import paths_of
from scripts.content import Content, Page

#: The address of a site whose own was not set.
DEFAULT_URL = "https://kennisbank.example/"
#: Anchors that the templates give to every page of a kind.
TEMPLATE_ANCHORS = {
    "chapter": {"kort", "bronnen"},
    "plain": {"bronnen"},
    "acute": {"bronnen"},
    "home": {"deuren", "hulp", "vragen", "zoek", "zoeken"},
    "glossary": set(),
    "tips": {"bronnen"},
    "search": {"zoek", "zoeken"},
    "session": {"sessie-onderdelen", "sessie-meenemen"},
    "checklist": {"vragen", "overzicht", "volgorde", "bronnen"},
    "route": {"vragen", "regels", "bronnen"},
    "casus": {"situatie", "stop", "keuzes", "afloop", "lessen", "vragen", "verder", "trainer", "bronnen"},
}
#: Families that a page of a kind lists whole, with what comes before their names in the anchor.
MADE_ANCHORS = {"glossary": {"glossary": ""}, "tips": {"tips": "tip-"}}
#: Ids that the frame of every page or the templates have; a heading may not take them.
FRAME_IDS = frozenset({"inhoud", "opdeze", "feiten", "crisisafspraken"})
FRAME_PREFIXES = (
    "bron-",
    "feit-",
    "tip-",
    "tips-",
    "praktijk-",
    "veranderd-",
    "figuur-",
    "vraag-",
    "thema-",
    "voet-",
    "kaart-",
    "spoor-",
    "route-",
    "sessie-",
)
#: Macros that put an element with an anchor of its own on the page.
MACRO_ANCHORS = {
    "tip": "tip-",
    "practice": "praktijk-",
    "changed": "veranderd-",
    "figure": "figuur-",
    "session": "sessie-",
}


def url_of(path: str) -> str:
    """The address of page ``path`` under its language: ``a/b`` → ``a/b/``, ``index`` → empty."""
    return "" if path == "index" else path.removesuffix("index") if path.endswith("/index") else f"{path}/"


def relative(source: str, target: str) -> str:
    """The relative address of page ``target`` seen from page ``source``, both paths without language."""
    start, end = url_of(source), url_of(target)
    address = posixpath.relpath("/" + end, "/" + start)
    return "./" if address == "." else f"{address}/"


def resolve(source: str, link: str) -> tuple[str, str] | None:
    """Page path and anchor behind a Markdown ``link`` on page ``source``; None for a link to elsewhere."""
    if "://" in link or link.startswith(("mailto:", "tel:")):
        return None
    target, _, anchor = link.partition("#")
    if not target:
        return source, anchor
    path = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
    return path.removesuffix(".md"), anchor


def checklist_pages(content: Content) -> dict[str, str]:
    """Page path → id of every checklist."""
    return _pages_of(content, "checklists")


def route_pages(content: Content) -> dict[str, str]:
    """Page path → id of every route-finder."""
    return _pages_of(content, "routes")


def made_pages(content: Content) -> dict[str, tuple[str, str]]:
    """Page path → family and id, of every page that is made out of a definition."""
    made = {
        path: (family, name) for family in ("checklists", "routes") for path, name in _pages_of(content, family).items()
    }
    return made | {path: ("casus", name) for name in content.families["casus"] for path in paths_of(name)}


def _pages_of(content: Content, family: str) -> dict[str, str]:
    pages = {}
    for name, entry in content.families[family].items():
        if isinstance(entry.data, dict) and isinstance(entry.data.get("page"), str):
            pages[entry.data["page"]] = name
    return pages


def page_paths(content: Content) -> set[str] | None:
    """Every page that the Dutch site has, authored or made out of data; None where that cannot be known."""
    if {"checklists", "routes", "casus"} & content.incomplete:
        return None
    return {*content.pages.get("nl", {}), *content.unread.get("nl", ()), *made_pages(content)}


def anchors(content: Content, path: str, language: str = "nl") -> set[str] | None:
    """Every anchor of page ``path`` that a link may name; None where that cannot be known."""
    checklist = checklist_pages(content).get(path)
    if checklist:
        items = content.families["checklists"][checklist].data.get("items")
        questions = {f"vraag-{name}" for name in items} if isinstance(items, dict) else None
        return questions and TEMPLATE_ANCHORS["checklist"] | questions
    route = route_pages(content).get(path)
    if route:
        tracks = content.families["routes"][route].data.get("tracks")
        return TEMPLATE_ANCHORS["route"] | {f"spoor-{name}" for name in tracks} if isinstance(tracks, dict) else None
    if made_pages(content).get(path, ("", ""))[0] == "casus":
        return TEMPLATE_ANCHORS["casus"]
    page = content.pages.get(language, {}).get(path) or content.pages["nl"].get(path)
    if page is None:
        return None if path in content.unread.get("nl", ()) else set()
    kind = page.meta.get("kind", "")
    made = [content.names(family) for family in MADE_ANCHORS.get(kind, {})]
    if page.front.problems or None in made:
        return None
    marks = MADE_ANCHORS.get(kind, {}).values()
    listed = {f"{mark}{name}" for mark, names in zip(marks, made, strict=True) for name in names or ()}
    return {*TEMPLATE_ANCHORS.get(kind, set()), *_own_anchors(page), *listed}


def _own_anchors(page: Page) -> Iterator[str]:
    yield from (name for _, _, _, name in markup.headings(page) if name)
    for macro in markup.macros(page):
        if macro.name in MACRO_ANCHORS and macro.arguments:
            yield MACRO_ANCHORS[macro.name] + macro.arguments[0]
