"""When Python or a script does not come, the route-finder goes on in fixed order and keeps every answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route as Request
from playwright.sync_api import expect

from tests.browser.conftest import Open, Route
from tests.route_content import LANGUAGES, URL

pytestmark = pytest.mark.browser

WASM = "**/*.wasm"
per_language = pytest.mark.parametrize("language", LANGUAGES)


def _missing(request: Request) -> None:
    request.fulfill(status=404, content_type="text/html", body="<h1>404</h1>")


@per_language
def test_without_python_all_questions_come_in_order_with_one_sentence_and_the_card_can_be_tried_again(
    route: Route, language: str
) -> None:
    page = route(language)
    page.page.route(WASM, _missing)
    page.start()
    expect(page.status).to_have_text(page.texts["route_fixed_order"])
    asked = page.go_through(page.random_answers(3), after=3)
    expect(page.status).to_have_text(page.texts["route_fixed_order"])
    asked |= page.go_through(page.random_answers(3))
    assert list(asked) == page.questions
    expect(page.paper).to_be_hidden()
    page.button("show").click()
    expect(page.status).to_have_text(page.texts["route_failed"])
    expect(page.paper).to_be_visible()
    page.see("check")
    assert page.answers() == asked
    page.retry.click()
    expect(page.status).to_have_text(page.texts["route_failed"])
    assert page.page.evaluate("document.activeElement.closest('kennisbank-route') !== null")
    page.page.unroute(WASM)
    page.retry.click()
    page.see("result")
    expect(page.status).to_be_empty()
    expect(page.paper).to_be_hidden()
    assert page.levels() == {track["id"]: track["level"] for track in page.expected(asked)["tracks"]}


def test_when_python_breaks_off_on_the_way_the_bound_does_not_rise(route: Route) -> None:
    page = route("nl")
    answers = page.random_answers(2)
    page.start()
    page.wait_for_python()
    page.go_through(answers, after=3)
    bound = page.left()
    page.page.evaluate(
        "() => { document.querySelector('kennisbank-route').guide.python.ask = async () => { throw new Error('x'); } }"
    )
    while page.view == "question":
        page.answer(answers[page.name])
        if page.view == "question":
            assert page.left() < bound
            bound = page.left()
            expect(page.status).to_have_text(page.texts["route_fixed_order"])


def test_the_card_that_is_not_there_yet_does_not_interrupt_who_goes_on(route: Route) -> None:
    page = route("nl")
    page.visit.hold(WASM)
    page.start()
    asked = page.go_through(page.random_answers(1))
    page.button("show").click()
    expect(page.status).to_have_text(page.texts["route_loading"])
    page.change(next(iter(asked)))
    page.visit.release()
    page.wait_for_python()
    page.page.wait_for_timeout(500)
    page.see("question")
    expect(page.result).to_be_hidden()


def test_a_second_language_that_does_not_come_is_told_and_changes_nothing(route: Route) -> None:
    if len(LANGUAGES) == 1:
        pytest.skip("the route-finder has one language")
    page = route("nl")
    page.page.route("**/routes/*.json", _missing)
    button = page.page.locator("[data-beside]").first
    button.click()
    expect(page.page.locator("[data-beside-status]")).to_have_text(page.texts["route_beside_failed"])
    expect(button).to_have_attribute("aria-pressed", "false")
    page.page.unroute("**/routes/*.json")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.page.locator("[data-beside-status]")).to_be_empty()


@pytest.mark.parametrize("script", ["**/main.js", "**/route.js", "**/route-steps.js", "**/messages.js"])
def test_when_a_script_does_not_come_the_form_and_the_rules_are_there_and_no_dead_button(
    route_visit: Open, script: str
) -> None:
    reader = route_visit()
    reader.page.route(script, _missing)
    reader.go(URL)
    reader.settle()
    page = reader.page
    expect(page.locator("html")).to_have_class("no-js")
    expect(page.locator("kennisbank-route button:visible")).to_have_count(0)
    expect(page.locator("[data-question] >> nth=-1")).to_be_visible()
    expect(page.locator(".kennisbank-rule >> nth=-1")).to_be_visible()
    expect(page.locator("kennisbank-route .kennisbank-without-js").first).to_be_visible()
