"""The route-finder that the tests walk through: that of docs, and as long as there is none a small made-up one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from scripts.addresses import route_pages, url_of
from scripts.content import Content, load
from scripts.languages import languages
from scripts.translations import SOURCE
from tests.conftest import ROOT

MADE_UP = ROOT / "tests" / "made_up_route"
HAS_OWN = any((ROOT / "docs" / "_data" / "routes").glob("*.yml"))
#: Content roots, as a build takes them.
ROOTS = [Path("docs")] if HAS_OWN else [Path("docs"), MADE_UP.relative_to(ROOT)]


@cache
def content() -> Content:
    """The content with a route-finder in it."""
    return load([ROOT / root for root in ROOTS])


PATH, NAME = next(iter(route_pages(content()).items()))
URL = url_of(PATH)
#: The languages in which the route-finder has words of its own, Dutch first.
LANGUAGES = {
    locale: language
    for locale, language in languages(ROOT / "mkdocs.yml").items()
    if locale == SOURCE or "title" in content().catalogs.get(locale, {}).get(f"routes/{NAME}", {})
}
