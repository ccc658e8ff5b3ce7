"""Adding a language is a folder, a catalog and one line of the settings: no code, no template, no other page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml

from scripts.content import load
from scripts.languages import languages
from scripts.moved import old_addresses
from scripts.translations import SOURCE, front_hash, hash_of
from tests.conftest import ROOT, TODAY
from tests.content.built import has_class, said_in, text_of

COPIED = ("docs", "overrides", "scripts", "tools")
FILES = ("mkdocs.yml", "package.json", "package-lock.json", "pyproject.toml", "requirements-runtime.txt")
ADDRESS = "https://kennis.example/"
NAME = "Qafar af"
#: The first part of the address of every page that is not Dutch.
PREFIXES = {locale for locale in languages(ROOT / "mkdocs.yml") if locale != SOURCE} | {"qx"}
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _own(dutch: str) -> str:
    return f"QX {dutch}"


def _path(address: str) -> str:
    """The address of the same page in Dutch."""
    first, _, rest = address.partition("/")
    return (rest or ".") if first in PREFIXES else address


@dataclass(frozen=True)
class Site:
    """The site with the new language in it."""

    folder: Path

    def page(self, address: str) -> Element:
        """The html element of the page at ``address``."""
        file = self.folder / address / "index.html" if not address.endswith(".html") else self.folder / address
        parsed: Element = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
        return parsed

    def addresses(self) -> list[str]:
        """The address of every page of today; the page for wrong addresses is left out."""
        old = old_addresses(load([ROOT / "docs"]))
        found = [file.parent.relative_to(self.folder).as_posix() for file in sorted(self.folder.rglob("index.html"))]
        return [address for address in found if _path(address) not in old]

    @cached_property
    def sitemap(self) -> dict[str, dict[str, str]]:
        """The alternates of every address in the sitemap, by language."""
        root = ET.parse(self.folder / "sitemap.xml").getroot()  # noqa: S314 - we made it
        return {
            entry.findtext("s:loc", "", NAMESPACES): {
                link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("x:link", NAMESPACES)
            }
            for entry in root.findall("s:url", NAMESPACES)
        }


def _home() -> str:
    dutch = load([ROOT / "docs"]).pages["nl"]["index"]
    meta = dutch.meta | {"title": _own(dutch.meta["title"]), "lead": _own(dutch.meta["lead"])}
    for group in ("doors", "tools", "questions"):
        texts = ("title", "text", "button")
        meta[group] = [{key: _own(card[key]) if key in texts else card[key] for key in card} for card in meta[group]]
    meta |= {"of": f"nl@{front_hash(dutch)}", "by": "human", "checked_by": None}
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10**6)}---\n{_own(dutch.body)}"


def _catalog() -> str:
    dutch = {name: entry.data for name, entry in load([ROOT / "docs"]).families["ui"].items()}
    entries = {
        key: {"text": _own(dutch[key]), "of": f"nl@{hash_of(dutch[key])}", "by": "human", "checked_by": None}
        for key in dutch
    }
    return yaml.safe_dump({"ui": entries}, allow_unicode=True, sort_keys=False, width=10**6)


def _links_in_menu(page: Element) -> list[Element]:
    menus = [menu for menu in page.iter("nav") if has_class(menu, "kennisbank-languages")]
    return [link for menu in menus for link in menu.iter("a")]


def _add_language(project: Path) -> None:
    """All that a translator does: two files and a line."""
    (project / "docs" / "qx").mkdir()
    (project / "docs" / "qx" / "index.md").write_text(_home(), encoding="utf-8")
    (project / "docs" / "_data" / "i18n" / "qx.yml").write_text(_catalog(), encoding="utf-8")
    settings = project / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").split("\n")
    last = max(number for number, line in enumerate(lines) if "- {locale: " in line)
    indent = lines[last].partition("-")[0]
    lines.insert(last + 1, f"{indent}- {{locale: qx, name: {NAME}, build: true}}")
    settings.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project as it stands, copied, with a language more, and built there by the one command."""
    project = tmp_path_factory.mktemp("project")
    for name in COPIED:
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, project / name)
    (project / "node_modules").symlink_to(ROOT / "node_modules")
    (project / ".build").mkdir()
    kept = ROOT / ".build" / "cache"  # named after their content: sharing them only saves packing them again
    kept.mkdir(parents=True, exist_ok=True)
    (project / ".build" / "cache").symlink_to(kept)
    _add_language(project)
    done = subprocess.run(
        [sys.executable, "-m", "scripts.build", "--today", TODAY, "--site-url", ADDRESS],
        cwd=project,
        env={key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "KENNISBANK_SITE_URL")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    yield Site(project / "site")
    shutil.rmtree(project, ignore_errors=True)


def test_the_home_page_of_the_new_language_is_in_that_language(site: Site) -> None:
    page = site.page("qx")
    assert (page.attrib["lang"], page.attrib["dir"]) == ("qx", "ltr")
    heading = next(page.iter("h1"))
    assert text_of(heading).startswith("QX ")
    title = next(page.iter("title")).text or ""
    assert title.startswith("QX ")


def test_the_home_page_says_that_a_human_made_it_and_nobody_checked_it(site: Site) -> None:
    said = dict(said_in(site.page("qx"), "qx"))
    announced = " ".join(text for text in said if text.startswith("QX Deze vertaling"))
    assert "QX Deze vertaling is door een mens gemaakt." in announced


def test_the_new_language_has_every_page_that_dutch_has(site: Site) -> None:
    dutch = {address for address in site.addresses() if address.split("/")[0] not in PREFIXES}
    own = {_path(address) for address in site.addresses() if address.split("/")[0] == "qx"}
    assert own == dutch


def test_every_page_of_every_language_leads_to_the_new_language_by_its_own_name(site: Site) -> None:
    for address in [*site.addresses(), "404.html"]:
        links = {link.attrib["hreflang"]: link for link in _links_in_menu(site.page(address))}
        assert set(links) == {SOURCE, *PREFIXES}, address
        assert (links["qx"].attrib["lang"], text_of(links["qx"])) == ("qx", NAME), address


def test_the_language_menu_leads_to_the_same_page_in_the_new_language(site: Site) -> None:
    for address in site.addresses():
        [own] = [link for link in _links_in_menu(site.page(address)) if link.attrib["hreflang"] == "qx"]
        there = (site.folder / address / own.attrib["href"] / "index.html").resolve()
        assert there.is_file(), address
        assert there == (site.folder / "qx" / _path(address) / "index.html").resolve(), address


def test_a_translated_page_announces_the_new_language_in_every_language_that_has_it(site: Site) -> None:
    for address in (".", "en", "qx"):
        alternates = {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in site.page(address).iter("link")
            if link.attrib.get("rel") == "alternate"
        }
        assert alternates["qx"] == f"{ADDRESS}qx/", address
        assert alternates["nl"] == alternates["x-default"] == ADDRESS, address


def test_a_page_that_is_not_translated_yet_is_dutch_under_its_own_name_and_is_not_to_be_found(site: Site) -> None:
    page = site.page("qx/handreiking/intake")
    assert page.attrib["lang"] == "qx"
    assert "noindex" in {meta.attrib.get("content") for meta in page.iter("meta")}
    canonical = [link.attrib["href"] for link in page.iter("link") if link.attrib.get("rel") == "canonical"]
    assert canonical == [f"{ADDRESS}handreiking/intake/"]
    assert [link for link in page.iter("link") if link.attrib.get("rel") == "alternate"] == []
    [dutch] = [element for element in next(page.iter("main")).iter("div") if element.attrib.get("lang") == "nl"]
    assert dutch.attrib["dir"] == "ltr"
    assert text_of(next(dutch.iter("h1"))) == "Hoe doet u een brede intake?"


def test_a_page_that_is_not_translated_yet_is_announced_in_the_new_language(site: Site) -> None:
    said = dict(said_in(next(site.page("qx/handreiking/intake").iter("main")), "qx"))
    announced = [language for text, language in said.items() if text.startswith("QX Deze pagina is nog niet vertaald")]
    assert announced == ["qx"]


def test_no_other_page_names_an_untranslated_page_as_its_alternative(site: Site) -> None:
    for address in ("handreiking/intake", "en/handreiking/intake"):
        alternates = [
            link.attrib["hreflang"] for link in site.page(address).iter("link") if link.attrib.get("rel") == "alternate"
        ]
        assert "qx" not in alternates, address


def test_the_sitemap_has_the_translated_page_and_no_other_of_the_new_language(site: Site) -> None:
    assert [address for address in site.sitemap if address.startswith(f"{ADDRESS}qx/")] == [f"{ADDRESS}qx/"]
    assert site.sitemap[ADDRESS]["qx"] == f"{ADDRESS}qx/"
    assert [address for address, others in site.sitemap.items() if "qx" in others and address != ADDRESS] == [
        address for address in site.sitemap if address in {f"{ADDRESS}{locale}/" for locale in PREFIXES}
    ]


def test_the_page_for_a_wrong_address_speaks_the_new_language_too(site: Site) -> None:
    page = site.page("404.html")
    [section] = [found for found in page.iter("section") if found.attrib.get("lang") == "qx"]
    assert section.attrib["dir"] == "ltr"
    assert "QX Deze pagina bestaat niet" in text_of(section)
    [link] = list(section.iter("a"))
    assert link.attrib["href"].endswith("qx/")


def test_the_new_language_has_a_search_index_with_its_own_pages(site: Site) -> None:
    index = json.loads((site.folder / "search" / "qx.json").read_text(encoding="utf-8"))
    assert {entry["location"].partition("#")[0] for entry in index["docs"]} >= {"", "handreiking/intake/"}
    assert any("QX" in entry["title"] for entry in index["docs"])
    english = json.loads((site.folder / "search" / "en.json").read_text(encoding="utf-8"))
    assert not any("QX" in entry["title"] or entry["location"].startswith("qx/") for entry in english["docs"])
    dutch = json.loads((site.folder / "search" / "nl.json").read_text(encoding="utf-8"))
    assert not any(entry["location"].startswith("qx/") for entry in dutch["docs"])


@pytest.mark.parametrize("address", ["qx", "qx/handreiking/intake", "qx/checklist"])
def test_no_dutch_word_around_a_page_passes_for_the_new_language(site: Site, address: str) -> None:
    data = yaml.safe_load((ROOT / "docs" / "_data" / "ui.yml").read_text(encoding="utf-8"))
    dutch = {text for text in data.values() if " " in text}
    said = list(said_in(next(site.page(address).iter("body")), "qx"))
    assert sorted({text for text, language in said if text in dutch and language == "qx"}) == []


def test_the_state_of_the_new_language_stands_in_the_footer_of_every_page(site: Site) -> None:
    for address in (".", "qx", "en/handreiking/intake"):
        [entry] = [term for term in site.page(address).iter("dt") if term.attrib.get("lang") == "qx"]
        assert text_of(entry) == NAME
