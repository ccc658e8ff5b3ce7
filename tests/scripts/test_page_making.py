"""Pages out of data: every language has every page, and no text passes for another language than its own."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml

from scripts.addresses import made_pages
from scripts.content import Content, load
from scripts.definitions import checklist_definition
from scripts.languages import languages
from scripts.localise import dutch_texts, localise
from scripts.page_frame import BuiltPage, Setting
from scripts.pages import build_pages, write_pages
from scripts.translations import SOURCE
from tests.conftest import ROOT, TODAY
from tests.content.built import said_in, translated_texts
from tools.checklist import evaluate

PATH = "handreiking/intake"
LOCALES = list(languages(ROOT / "mkdocs.yml"))
OTHERS = [locale for locale in LOCALES if locale != SOURCE]


def _setting(today: str = TODAY) -> Setting:
    return Setting(languages(ROOT / "mkdocs.yml"), "static/a1", "runtime/a1", "assets/search.js", today)


def _made(content: Content, language: str, path: str = PATH, today: str = TODAY) -> BuiltPage:
    pages = build_pages(content, _setting(today))
    [page] = [page for page in pages if (page.language, page.path) == (language, path)]
    return page


def _root(page: BuiltPage) -> Element:
    root: Element = html5lib.parse(f'<html lang="{page.language}">{page.html}', namespaceHTMLElements=False)
    return root


@pytest.fixture(scope="module")
def loaded(_in_project_folder: None) -> Content:
    """What docs/ holds."""
    return load([Path("docs")])


@pytest.fixture
def content(loaded: Content) -> Content:
    """A copy of what docs/ holds, to be changed at will."""
    return copy.deepcopy(loaded)


@pytest.fixture
def without(content: Content) -> Content:
    """The same without a translation of the page about the intake in any language."""
    for locale in OTHERS:
        content.pages.get(locale, {}).pop(PATH, None)
    return content


def test_every_language_of_the_settings_has_every_page(content: Content) -> None:
    pages = build_pages(content, _setting())
    by_language = {locale: sorted(page.path for page in pages if page.language == locale) for locale in LOCALES}
    assert set(LOCALES) >= {"nl", "en", "ar", "ti"}
    assert {tuple(paths) for paths in by_language.values()} == {tuple(by_language["nl"])}
    assert set(by_language["nl"]) == {*content.pages["nl"], *made_pages(content)}


@pytest.mark.parametrize("locale", OTHERS)
def test_a_page_without_a_translation_carries_the_dutch_text_under_its_own_name(without: Content, locale: str) -> None:
    said = dict(said_in(_root(_made(without, locale)), locale))
    assert said[without.pages["nl"][PATH].meta["title"]] == "nl"
    assert {language for text, language in said.items() if "nieuwe statushouder" in text} == {"nl"}


@pytest.mark.parametrize("locale", OTHERS)
def test_a_page_without_a_translation_is_announced_in_the_language_of_the_reader(without: Content, locale: str) -> None:
    announced = localise(without, locale)["ui"]["translation_missing"]
    assert announced.language == locale
    said = dict(said_in(_root(_made(without, locale)), locale))
    assert said[str(announced)] == locale


@pytest.mark.parametrize("locale", OTHERS)
def test_no_translated_text_on_a_page_without_a_translation_passes_for_dutch(without: Content, locale: str) -> None:
    own = set(translated_texts(locale))
    own -= {text for section in dutch_texts(without).values() for text in section.values()}
    said = list(said_in(_root(_made(without, locale)), locale))
    assert {text for text, language in said if text in own and language != locale} == set()
    assert any(text in own for text, _ in said)


@pytest.mark.parametrize("locale", OTHERS)
def test_a_page_without_a_translation_links_to_the_dutch_one_and_is_not_to_be_found_twice(
    without: Content, locale: str
) -> None:
    page = _made(without, locale)
    assert page.meta["untranslated"] is True
    assert page.meta["canonical"] == f"{PATH}/"
    assert page.meta["alternates"] == []
    assert f'href="../../../{PATH}/"' in page.html


def test_a_page_that_is_not_translated_is_no_alternative_of_the_dutch_one(without: Content) -> None:
    assert [alternate["locale"] for alternate in _made(without, "nl").meta["alternates"]] == ["nl"]


def test_the_dutch_page_carries_no_word_about_translation(content: Content) -> None:
    assert "kennisbank-translation" not in _made(content, "nl").html


def test_a_fact_past_its_date_is_marked_where_it_stands_and_in_the_list_of_facts(content: Content) -> None:
    ui = content.families["ui"]["fact_overdue"].data
    begin = ui.partition("{date}")[0].strip()
    assert begin not in _made(content, "nl").html
    late = _root(_made(content, "nl", today="2035-01-01"))
    listed = next(e for e in late.iter("li") if e.attrib.get("id") == "feit-bel-112")
    assert begin in " ".join(listed.itertext())
    marked = [e for e in late.iter() if e.attrib.get("class") == "kennisbank-overdue"]
    assert len(marked) >= 2
    assert all(begin in " ".join(mark.itertext()) for mark in marked)


def test_a_fact_holds_through_the_last_day_that_it_gives(content: Content) -> None:
    last = content.families["facts"]["bel-112"].data["valid_until"]
    assert "kennisbank-overdue" not in _made(content, "nl", today=last).html


def test_a_phone_number_can_be_dialled_with_a_touch(content: Content) -> None:
    links = {link.attrib["href"] for link in _root(_made(content, "nl")).iter("a")}
    assert {"tel:112", "tel:113", "tel:08002000"} <= links


def test_a_chapter_leads_to_the_one_before_and_the_one_after(content: Content) -> None:
    chapters = [entry.data["page"] for entry in content.families["chapters"].values() if entry.data["page"]]
    place = chapters.index(PATH)
    links = {link.attrib.get("rel"): link.attrib["href"] for link in _root(_made(content, "nl")).iter("a")}
    assert links["prev"] == f"../{chapters[place - 1].rpartition('/')[2]}/"
    assert links["next"] == f"../{chapters[place + 1].rpartition('/')[2]}/"


def test_the_checklist_gives_the_tool_structure_and_ids_and_no_text(content: Content) -> None:
    data = content.families["checklists"]["handreiking"].data
    definition = checklist_definition(data)
    assert evaluate(definition, {})["total"] == len(data["items"])
    assert data["items"]["beleid"]["ask"] not in json.dumps(definition, ensure_ascii=False)


def test_the_checklist_in_the_page_is_the_one_that_the_vectors_ask(content: Content) -> None:
    root = _root(_made(content, "nl", "checklist"))
    [script] = [script for script in root.iter("script") if "data-definition" in script.attrib]
    definition = checklist_definition(content.families["checklists"]["handreiking"].data)
    assert json.loads(script.text or "") == definition


def test_every_question_of_the_checklist_can_be_answered_on_paper(content: Content) -> None:
    root = _root(_made(content, "nl", "checklist"))
    data = content.families["checklists"]["handreiking"].data
    items = {e.attrib["data-item"]: e for e in root.iter() if "data-item" in e.attrib}
    assert list(items) == sorted(
        data["items"], key=lambda name: list(data["themes"]).index(data["items"][name]["theme"])
    )
    for name, item in items.items():
        assert len([e for e in item.iter("input") if e.attrib.get("type") == "radio"]) == 5, name
        text = " ".join(" ".join(item.itertext()).split())
        assert data["items"][name]["ask"] in text
        assert data["items"][name]["why"] in text
        assert data["items"][name]["first_step"] in text


def test_a_page_is_written_as_front_matter_and_html(content: Content, tmp_path: Path) -> None:
    page = _made(content, "nl")
    write_pages([page], tmp_path)
    _, head, html = (tmp_path / "nl" / f"{PATH}.md").read_text(encoding="utf-8").split("---\n", 2)
    assert yaml.safe_load(head) == page.meta
    assert html == f"{page.html}\n"
