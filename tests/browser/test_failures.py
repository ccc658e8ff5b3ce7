"""When Python or a script does not come, the page stands, says so in one sentence, and lets the reader try again."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.addresses import LANGUAGES, address
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

GIVEN = {"beleid": "nee", "intake": "weet_niet"}
WASM = "**/*.wasm"
LIMIT = 60


@pytest.mark.parametrize("kind", ["acute", "preparation", "casus", "casus-handout", "casus-leader"])
def test_the_print_button_can_not_be_pressed_before_the_script_that_answers_it(visit: Open, kind: str) -> None:
    reader = visit()
    reader.hold("**/js/main.js")
    reader.page.goto(reader.url + address("nl", kind), wait_until="commit")
    button = reader.page.locator("[data-print-page]")
    expect(reader.page.locator("footer a").last).to_be_visible()
    expect(button).to_be_hidden()
    reader.release()
    expect(button).to_be_visible()


def _missing(route: Route) -> None:
    route.fulfill(status=404, content_type="text/html", body="<h1>404</h1>")


def _garbage(route: Route) -> None:
    route.fulfill(status=200, content_type="application/zip", body="<h1>Log in to the network</h1>")


def _cut(route: Route) -> None:
    route.abort("connectionreset")


def _limit_of(page: Page, seconds: int) -> None:
    """Serve the checklist with another time limit than the site's."""

    def change(route: Route) -> None:
        response = route.fetch()
        body = response.text()
        assert f'data-limit="{LIMIT}"' in body
        route.fulfill(response=response, body=body.replace(f'data-limit="{LIMIT}"', f'data-limit="{seconds}"'))

    page.route("**/checklist/", change)


FAULTS: dict[str, tuple[str, Callable[[Route], None]]] = {
    "the wasm is missing": (WASM, _missing),
    "the wasm is cut off": (WASM, _cut),
    "the tools are missing": ("**/kennisbank_tools-*.whl", _missing),
    "the tools are garbage": ("**/kennisbank_tools-*.whl", _garbage),
    "the standard library is missing": ("**/traced_stdlib.zip", _missing),
    "the standard library is garbage": ("**/traced_stdlib.zip", _garbage),
    "the loader is missing": ("**/pyodide.mjs", _missing),
    "the other half of the loader is missing": ("**/pyodide.asm.mjs", _missing),
    "the worker is missing": ("**/python-worker.js", _missing),
    "the network is away": ("**/runtime/**", _cut),
}


def _see_failure(checklist: ChecklistPage) -> None:
    """The sentence is there, and nothing that was filled in has gone."""
    expect(checklist.status).to_have_text(checklist.messages()["checklist_failed"], timeout=LIMIT * 500)
    expect(checklist.retry).to_be_visible()
    checklist.see_questions()
    assert checklist.answers() == GIVEN
    assert checklist.notes() == {"beleid": "Bellen"}


def _fill(checklist: ChecklistPage) -> None:
    checklist.answer_all(GIVEN)
    checklist.note("beleid", "Bellen")


@pytest.mark.parametrize("fault", FAULTS)
def test_when_a_part_of_python_does_not_come_the_reader_reads_so_in_seconds_and_keeps_everything(
    visit: Open, fault: str
) -> None:
    checklist = ChecklistPage(visit(), "nl")
    checklist.page.route(*FAULTS[fault])
    _fill(checklist)
    checklist.start()
    _see_failure(checklist)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_is_in_the_language_of_the_page_and_trying_again_gives_the_result(
    visit: Open, language: str
) -> None:
    checklist = ChecklistPage(visit(), language)
    checklist.page.route(WASM, _missing)
    _fill(checklist)
    checklist.start()
    _see_failure(checklist)
    expect(checklist.retry).to_have_text(checklist.messages()["checklist_retry"])
    checklist.retry.click()
    _see_failure(checklist)
    checklist.page.unroute(WASM)
    checklist.retry.click()
    expect(checklist.result).to_be_visible()
    assert (checklist.actions(), checklist.unknown()) == (["beleid"], ["intake"])
    expect(checklist.status).to_be_empty()
    expect(checklist.retry).to_be_hidden()


@pytest.mark.parametrize("what", ["nothing", "garbage"])
def test_when_python_hangs_for_ever_the_sentence_comes_at_the_time_limit(visit: Open, what: str) -> None:
    reader = visit()
    _limit_of(reader.page, 3)
    checklist = ChecklistPage(reader, "nl")
    if what == "nothing":
        reader.hold(WASM)
    else:
        checklist.page.route(WASM, _garbage)
    _fill(checklist)
    began = time.monotonic()
    checklist.start()
    expect(checklist.status).to_have_text(checklist.messages()["checklist_loading"])
    _see_failure(checklist)
    assert 2 < time.monotonic() - began < LIMIT


def test_when_python_hangs_before_the_reader_asks_nothing_is_said_until_the_reader_asks(visit: Open) -> None:
    reader = visit()
    _limit_of(reader.page, 1)
    checklist = ChecklistPage(reader, "nl")
    reader.hold(WASM)
    _fill(checklist)
    checklist.page.wait_for_timeout(2000)
    expect(checklist.status).to_be_empty()
    expect(checklist.retry).to_be_hidden()
    checklist.start()
    expect(checklist.status).not_to_be_empty()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_time_limit_of_the_site_is_a_minute_at_most(visit: Open, language: str) -> None:
    page = visit(address(language, "checklist")).page
    limit = page.locator("kennisbank-checklist").get_attribute("data-limit")
    assert limit == str(LIMIT)


def test_the_reader_goes_on_answering_while_python_loads_and_is_not_interrupted(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    checklist.visit.hold(WASM)
    checklist.answer(beleid="nee")
    checklist.start()
    expect(checklist.status).to_have_text(checklist.messages()["checklist_loading"])
    checklist.answer(intake="nee")
    box = checklist.note("intake", "Nog bel")
    box.press("End")
    checklist.visit.release()
    expect(checklist.status).to_have_text(checklist.messages()["checklist_ready"])
    checklist.see_questions()
    expect(box).to_be_focused()
    box.press_sequentially("len")
    assert checklist.notes() == {"intake": "Nog bellen"}
    expect(checklist.retry).to_be_hidden()
    checklist.see_result()
    assert set(checklist.actions()) == {"beleid", "intake"}
    expect(checklist.page.locator("[data-result=intake] [data-note-text]")).to_have_text("Nog bellen")


def test_python_costs_nothing_until_the_first_answer(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    page = checklist.page
    page.locator("label[for=q-beleid-ja]").hover()
    checklist.start_button.hover()
    checklist.start_button.focus()
    page.locator("[data-item=beleid] summary").first.click()
    for _ in range(12):
        page.keyboard.press("Tab")
    page.mouse.wheel(0, 5000)
    checklist.visit.settle()
    assert checklist.visit.asked("/runtime/") == []
    assert checklist.visit.asked("python-worker") == []
    with page.expect_request("**/runtime/**"):
        checklist.answer(beleid="ja")


SCRIPTS = ["**/main.js", "**/checklist.js", "**/checklist-result.js", "**/messages.js"]


@pytest.mark.parametrize("fault", [_missing, _cut], ids=["missing", "cut off"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_when_a_script_does_not_come_the_checklist_is_whole_and_shows_no_dead_button(
    visit: Open, script: str, fault: Callable[[Route], None]
) -> None:
    reader = visit()
    reader.page.route(script, fault)
    reader.go(address("nl", "checklist"))
    reader.settle()
    page = reader.page
    expect(page.locator("html")).to_have_class("no-js")
    expect(page.locator("kennisbank-checklist button:visible")).to_have_count(0)
    assert page.locator("[data-item] details:not([open])").count() == 0
    expect(page.locator("[data-first-step] >> nth=-1")).to_be_visible()
    expect(page.locator(".kennisbank-checklist .kennisbank-without-js")).to_be_visible()


@pytest.mark.parametrize("script", ["**/main.js", "**/search.js"])
def test_when_a_script_does_not_come_the_search_page_says_what_to_do_instead(visit: Open, script: str) -> None:
    reader = visit()
    reader.page.route(script, _missing)
    reader.go(address("nl", "search"))
    reader.settle()
    expect(reader.page.locator("kennisbank-search")).to_be_hidden()
    expect(reader.page.locator("p.kennisbank-without-js")).to_be_visible()


@pytest.mark.parametrize(
    ("kind", "module"),
    [
        ("casus", "casus"),
        ("casus-list", "casus-index"),
        ("checklist", "checklist"),
        ("respondents", "sort-table"),
        ("route", "route"),
        ("session", "session"),
    ],
)
def test_no_button_can_be_pressed_before_the_script_that_answers_it(visit: Open, kind: str, module: str) -> None:
    reader = visit()
    reader.hold(f"**/js/{module}.js")
    reader.go(address("nl", kind), ready=False)
    control = reader.page.locator(
        "main .kennisbank-with-js :is(button, input, select, textarea, summary):visible, main th button:visible"
    )
    expect(reader.page.locator("html")).to_have_class("js")
    expect(control).to_have_count(0)
    reader.release()
    expect(control.first).to_be_visible()
