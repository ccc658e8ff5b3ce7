"""Without JavaScript nothing is missing that a reader needs, and nothing is shown that does not work."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from scripts.content import load
from scripts.localise import localise
from tests.browser.addresses import LANGUAGES, PAGES, address
from tests.browser.conftest import Look, Open
from tests.browser.findings import nothing
from tests.browser.recorder import Visit
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

CHECKLIST = "handreiking"


@pytest.fixture
def plain(visit: Open) -> Open:
    """Opens a page in a browser that runs no JavaScript."""

    def open_(path: str) -> Visit:
        return visit(path, java_script_enabled=False)

    return open_


def _flat(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


HIDE = "(hidden) => document.querySelectorAll('main .kennisbank-with-js').forEach((part) => { part.hidden = hidden; })"


def _visible_text(page: Page) -> str:
    return _flat(page.locator("body").inner_text())


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_reason_action_and_first_step_stands_in_the_page(
    plain: Open, language: str, medium: str
) -> None:
    reader = plain(address(language, "checklist"))
    reader.page.emulate_media(media="print" if medium == "print" else "screen")
    data = localise(load([ROOT / "docs"]), language)["checklists"][CHECKLIST]
    seen = _visible_text(reader.page)
    texts = [_flat(str(item[key])) for item in data["items"].values() for key in ("ask", "why", "action", "first_step")]
    texts += [_flat(str(item["whom"])) for item in data["items"].values()]
    texts += [_flat(str(sentence)) for sentence in data["order_rule"]]
    assert len(data["items"]) == 23
    nothing([text for text in texts if text not in seen])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_can_be_answered_and_has_room_for_a_note(plain: Open, language: str) -> None:
    page = plain(address(language, "checklist")).page
    for item in page.locator("[data-item]").all():
        assert item.locator(".kennisbank-choice__label:visible").count() == 5
        assert item.locator("input[type=radio]:enabled").count() == 5
        expect(item.locator("textarea")).to_be_visible()
        expect(item.locator("textarea")).to_be_editable()
    page.locator("label[for=q-intake-nee]").click()
    expect(page.locator("#q-intake-nee")).to_be_checked()
    page.locator("#q-intake-nee").press("ArrowDown")
    expect(page.locator("#q-intake-weet_niet")).to_be_checked()
    page.locator("#n-intake").fill("Een notitie")
    expect(page.locator("#n-intake")).to_have_value("Een notitie")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_button_is_shown_that_does_nothing(plain: Open, language: str) -> None:
    page = plain(address(language, "checklist")).page
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.locator("[data-view=result]")).to_be_hidden()
    expect(page.locator("[data-progress]")).to_be_hidden()
    expect(page.locator("kennisbank-checklist .kennisbank-without-js")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "search"])
def test_the_search_box_gives_way_to_a_sentence(plain: Open, kind: str, language: str) -> None:
    page = plain(address(language, kind)).page
    expect(page.locator("kennisbank-search")).to_be_hidden()
    expect(page.locator("input:visible, button:visible")).to_have_count(0)
    expect(page.locator("p.kennisbank-without-js")).to_be_visible()


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_a_page_shows_the_same_words_with_and_without_javascript_where_it_has_no_tool(
    look: Look, plain: Open, language: str, kind: str
) -> None:
    path = address(language, kind)
    without = plain(path)
    assert without.page.locator("main").inner_text().strip()
    if kind not in {"home", "casus-list", "checklist", "route", "search", "session"}:
        page = look(language, kind).page()
        page.evaluate(HIDE, True)  # a button that prints is of no use without it
        assert _visible_text(without.page) == _visible_text(page)
        page.evaluate(HIDE, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_list_holds_all_questions_on_paper(plain: Open, language: str) -> None:
    page = plain(address(language, "checklist")).page
    paper = page.pdf(format="A4", tagged=True)
    assert paper.startswith(b"%PDF-")
    page.emulate_media(media="print")
    assert page.locator("[data-ask]:visible").count() == 23
    assert page.locator("textarea:visible").count() == 23


@pytest.mark.parametrize("language", LANGUAGES)
def test_enter_in_a_question_writes_no_answer_into_the_address(plain: Open, language: str) -> None:
    page = plain(address(language, "checklist")).page
    before = page.url
    choice = page.locator("[data-item] input[type=radio]").first
    choice.check(force=True)
    choice.press("Enter")
    page.wait_for_timeout(300)
    assert page.url == before
