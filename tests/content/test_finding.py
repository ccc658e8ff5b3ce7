"""Every page can be found: by the search of its own language, and by search engines through the sitemap."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag
from xml.etree import ElementTree as ET

import pytest

from scripts.addresses import DEFAULT_URL
from scripts.languages import languages
from tests.conftest import ROOT
from tests.content.built import Built, is_paper, text_of

LANGUAGES = languages(ROOT / "mkdocs.yml")
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _found(site: Path, locale: str) -> list[dict[str, Any]]:
    docs: list[dict[str, Any]] = json.loads((site / "search" / f"{locale}.json").read_text(encoding="utf-8"))["docs"]
    return docs


def _sitemap(site: Path) -> dict[str, dict[str, str]]:
    """Address → language → address of that page in that language, as the sitemap tells it."""
    root = ET.fromstring((site / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314 - our own file
    return {
        str(url.findtext("s:loc", "", SITEMAP)): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", SITEMAP)
        }
        for url in root.findall("s:url", SITEMAP)
    }


@pytest.mark.parametrize("locale", list(LANGUAGES))
def test_every_page_of_a_language_is_in_the_search_of_that_language_and_no_other_page(
    locale: str, site: Path, pages: dict[str, Built]
) -> None:
    prefix = LANGUAGES[locale].prefix
    found = {prefix + urldefrag(entry["location"]).url for entry in _found(site, locale)}
    assert found == {a for a, page in pages.items() if page.language == locale and a != "404.html" and not is_paper(a)}


@pytest.mark.parametrize("locale", list(LANGUAGES))
def test_what_is_found_leads_to_a_place_that_the_page_has(locale: str, site: Path, pages: dict[str, Built]) -> None:
    prefix = LANGUAGES[locale].prefix
    dead = []
    for entry in _found(site, locale):
        address, place = urldefrag(prefix + entry["location"])
        if place and place not in pages[address].ids:
            dead.append(entry["location"])
    assert dead == []


def test_a_page_is_found_under_its_own_heading(site: Path, dutch: dict[str, Built]) -> None:
    titles = {entry["location"]: entry["title"] for entry in _found(site, "nl")}
    shown = {a: text_of(next(page.main.iter("h1"))) for a, page in dutch.items() if not is_paper(a)}
    assert {address: titles[address] for address in shown} == shown


def test_the_sitemap_names_every_page_that_is_in_its_own_language(site: Path, pages: dict[str, Built]) -> None:
    own = set()
    for address, page in pages.items():
        robots = [m.attrib["content"] for m in page.root.iter("meta") if m.attrib.get("name") == "robots"]
        if robots == []:
            own.add(DEFAULT_URL + address)
    assert set(_sitemap(site)) == own
    assert len(own) > 10


def test_a_page_and_its_translations_name_each_other_in_the_sitemap(site: Path) -> None:
    sitemap = _sitemap(site)
    for address, alternates in sitemap.items():
        assert address in alternates.values(), address
        for other in alternates.values():
            assert sitemap[other] == alternates, (address, other)
