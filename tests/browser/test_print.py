"""On paper: no menu, no buttons, every fold open."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import LANGUAGES, PAGES, address
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Look, Open, Ready

pytestmark = pytest.mark.browser

NOT_ON_PAPER = (
    ".kennisbank-nav, .kennisbank-languages, .kennisbank-footer, .kennisbank-skip, .kennisbank-acuut, .kennisbank-toc"
)


def _sheets(page: Page) -> int:
    """The number of sheets of A4 that the page takes."""
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF-")
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_prints_its_text_and_leaves_out_menu_and_footer(look: Look, language: str, kind: str) -> None:
    page = look(language, kind).page()
    assert _sheets(page) > 0
    page.emulate_media(media="print")
    expect(page.locator(f":is({NOT_ON_PAPER}):visible")).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklist_unfolds_for_the_print_and_folds_again_after_it(visit: Open, language: str) -> None:
    checklist = ChecklistPage(visit(), language)
    checklist.note("beleid", "Bellen")
    page = checklist.page
    closed = page.locator("[data-item] details:not([open])")
    before = closed.count()
    assert before > 60
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(closed).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(closed).to_have_count(before)
    expect(page.locator("[data-item=beleid] textarea")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_checklist_shows_questions_help_and_notes_and_no_button(visit: Open, language: str) -> None:
    checklist = ChecklistPage(visit(), language)
    checklist.answer(beleid="nee")
    checklist.note("beleid", "Bellen met de GGD")
    page = checklist.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-ask]:visible").count() == 23
    assert page.locator("[data-first-step]:visible").count() == 23
    assert page.locator("textarea:visible").count() == 22
    expect(page.locator(".kennisbank-printed:visible")).to_have_text("Bellen met de GGD")
    expect(page.locator("kennisbank-checklist button:visible")).to_have_count(0)
    assert _sheets(page) > 1


def test_a_note_that_is_longer_than_its_field_prints_whole_and_the_field_is_there_again_afterwards(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    note = "Overleg met de GGD en het wijkteam over een intake. " * 20
    box = checklist.note("beleid", note)
    page = checklist.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator(".kennisbank-printed")
    expect(printed).to_have_count(1)
    expect(printed).to_be_visible()
    expect(printed).to_have_text(note.strip())
    expect(box).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(printed).to_have_count(0)
    expect(box).to_have_value(note)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_result_shows_everything_but_the_buttons(ready: Ready, language: str) -> None:
    checklist = ready(language)
    checklist.answer_all(dict.fromkeys(checklist.definition()["items"], "nee"))
    checklist.answer(intake="weet_niet")
    checklist.note("beleid", "Bellen met de GGD")
    checklist.see_result()
    page = checklist.page
    page.emulate_media(media="print")
    expect(page.locator("kennisbank-checklist button:visible")).to_have_count(0)
    expect(page.locator("[data-ask]:visible")).to_have_count(0)
    expect(page.locator("[data-actions] > li:visible")).to_have_count(22)
    expect(page.locator("[data-unknown] > li:visible")).to_have_count(1)
    expect(page.locator("[data-rows] tr:visible")).to_have_count(len(checklist.definition()["themes"]))
    expect(page.locator("[data-actions] [data-note-text]:visible")).to_have_text("Bellen met de GGD")
    expect(page.locator("[data-made]")).to_be_visible()
    assert _sheets(page) > 1


def test_the_print_button_prints(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    checklist.page.locator(".kennisbank-take [data-print]").click()
    assert checklist.page.evaluate("window.printed") == 1


def test_paper_is_white_also_when_the_screen_is_dark(visit: Open) -> None:
    page = visit(address("nl", "chapter"), color_scheme="dark").page
    page.emulate_media(media="print")
    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('main p')).color]"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
