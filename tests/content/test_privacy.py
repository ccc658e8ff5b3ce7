"""What the privacy page promises is true: nothing is stored, and every key that the theme knows is told."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest

from scripts.content import Content
from tests.conftest import ROOT
from tests.content.built import Built

THEME = Path(material.__file__).parent / "templates"
#: Where Material's own scripts stand, in its package.
THEME_SCRIPTS = sorted([*(THEME / "assets" / "javascripts").rglob("*.js"), *THEME.rglob("*.html")])
STORED = re.compile(r"__md_[gs]et\(\s*[\"'`](__\w+)")
#: Any call of the storage functions, also one whose key is not written out.
CALLED = re.compile(r"__md_[gs]et\(")
STORAGE = ("localStorage", "sessionStorage", "indexedDB", "document.cookie", "cookieStore", "caches", "serviceWorker")


def _theme_keys() -> set[str]:
    return {key for file in THEME_SCRIPTS for key in STORED.findall(file.read_text(encoding="utf-8"))}


def test_the_keys_are_found_where_the_theme_stores_something() -> None:
    calls = sum(len(CALLED.findall(file.read_text(encoding="utf-8"))) for file in THEME_SCRIPTS)
    named = sum(len(STORED.findall(file.read_text(encoding="utf-8"))) for file in THEME_SCRIPTS)
    assert calls == named
    assert len(_theme_keys()) >= 6


def test_the_theme_stores_nothing_but_through_its_two_functions() -> None:
    direct = [
        (file.relative_to(THEME).as_posix(), match[0])
        for file in THEME_SCRIPTS
        for match in re.finditer(
            r"(?:local|session)Storage\s*(?:\.|\[)|indexedDB|document\.cookie", file.read_text(encoding="utf-8")
        )
    ]
    assert direct == []


@pytest.mark.parametrize("key", sorted(_theme_keys()))
def test_the_privacy_page_names_every_key_under_which_the_theme_could_store_something(
    key: str, content: Content
) -> None:
    assert f"`{key}`" in content.pages["nl"]["over/privacy"].body


def test_the_table_of_keys_names_no_key_that_the_theme_does_not_have(content: Content) -> None:
    table = re.findall(r"^\| `(\w+)` \|", content.pages["nl"]["over/privacy"].body, re.MULTILINE)
    assert set(table) == _theme_keys()
    assert len(table) == len(set(table))


def test_none_of_the_scripts_that_store_something_is_on_the_site(site: Path) -> None:
    scripts = [file for file in site.rglob("*") if file.suffix in {".js", ".mjs", ".html"}]
    assert not list((site / "assets").rglob("bundle*"))
    storing = [
        file.relative_to(site).as_posix()
        for file in scripts
        if CALLED.search(file.read_text(encoding="utf-8")) or "__md_scope" in file.read_text(encoding="utf-8")
    ]
    assert len(scripts) > 20
    assert storing == []


def test_only_the_script_that_keeps_answers_and_the_one_that_clears_them_name_a_place_to_store() -> None:
    ours = [*(ROOT / "overrides").rglob("*.js"), *(ROOT / "overrides").rglob("*.html")]
    ours += (ROOT / "scripts" / "templates").rglob("*.j2")
    named = [(file.name, word) for file in ours for word in STORAGE if word in file.read_text(encoding="utf-8")]
    assert len(ours) > 20
    assert sorted(set(named)) == [("checklist-store.js", "localStorage"), ("early.js", "localStorage")]


def test_the_privacy_page_of_every_language_names_the_key_under_which_answers_are_kept(content: Content) -> None:
    script = (ROOT / "overrides" / "assets" / "js" / "checklist-store.js").read_text(encoding="utf-8")
    assert "`kennisbank.checklist.${checklist}`" in script
    for language, pages in content.pages.items():
        for checklist in content.families["checklists"]:
            assert f"`kennisbank.checklist.{checklist}`" in pages["over/privacy"].body, language


def test_a_page_loads_no_script_but_ours_and_carries_none_that_runs(pages: dict[str, Built]) -> None:
    for page in pages.values():
        for script in page.root.iter("script"):
            source = script.attrib.get("src", "")
            if source:
                assert "/static/" in f"/{source}", (page.address, source)
            else:
                assert script.attrib.get("type") == "application/json", page.address
        handlers = [name for element in page.root.iter() for name in element.attrib if re.fullmatch(r"on[a-z]+", name)]
        assert handlers == [], page.address
