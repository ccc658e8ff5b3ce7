"""What is answered about a person stays in the memory of the page: no address, store, history or request holds it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, Route
from tests.browser.findings import nothing
from tests.browser.leaks import EMPTY, HELD, LISTEN, only_files_of_the_site
from tests.browser.route_page import RoutePage
from tests.conftest import Served
from tests.route_content import LANGUAGES, URL

pytestmark = pytest.mark.browser

per_language = pytest.mark.parametrize("language", LANGUAGES)


class Session:
    """A route-finder of which every step is searched for traces of what was answered."""

    def __init__(self, visit: Open, language: str) -> None:
        reader = visit()
        self.told: list[list[Any]] = []
        self.faults: list[str] = []
        reader.context.expose_function("kennisbankTold", lambda text: self.told.append(json.loads(text)))
        reader.context.add_init_script(LISTEN)
        self.route = RoutePage(reader, language)
        self.page = self.route.page
        definition = self.route.definition
        self.secret = {*definition["questions"], *definition["tracks"], *(rule["id"] for rule in definition["rules"])}
        self.secret |= {option for question in definition["questions"].values() for option in question["options"]}
        #: What the title of the page says before anything is answered, to everybody.
        self.said = set(self.page.title().lower().replace(",", " ").split())

    def look(self, moment: str) -> None:
        held = self.page.evaluate(HELD)
        for key, empty in EMPTY.items():
            if held[key] != empty:
                self.faults.append(f"{moment}: {key} holds {held[key]}")
        if held["state"] is not None and not self.bare(held["state"]):
            self.faults.append(f"{moment}: history.state holds {held['state']}")
        self.faults += [f"{moment}: address {url}" for url in held["addresses"] if url and not self.plain(url)]
        words = {*self.page.title().lower().replace(",", " ").split()}
        self.faults += [f"{moment}: the title names {name}" for name in self.secret & words - self.said]

    @staticmethod
    def bare(state: Any) -> bool:
        return isinstance(state, dict) and list(state) == ["step"] and isinstance(state["step"], int)

    def plain(self, url: str) -> bool:
        parts = urlsplit(unquote(url))
        return not parts.query and not parts.fragment and not self.secret & set(parts.path.split("/"))


@per_language
def test_nothing_that_is_answered_is_kept_or_sent_in_a_whole_session(
    route_visit: Open, route_served: Served, language: str
) -> None:
    session = Session(route_visit, language)
    route, page = session.route, session.page
    session.look("at the start")
    route.start()
    [first, *_] = route.of_kind("safety")
    asked = route.go_through(route.random_answers(4) | {first: "weet_niet"}, after=3)
    session.look("after three questions")
    route.button("next").click()
    route.errors.locator("a").click()
    session.look("after an error")
    page.go_back()
    session.look("back")
    page.go_forward()
    asked |= route.go_through(route.random_answers(4))
    session.look("at the check")
    route.make_card()
    session.look("at the card")
    page.locator("[data-result] .kennisbank-source a").first.click()
    session.look("after a link to a source")
    for other in list(LANGUAGES)[:2]:
        if other != language:
            route.beside(other)
            session.look(f"beside {other}")
    page.evaluate("() => { window.print = () => dispatchEvent(new Event('beforeprint')); }")
    route.button("print").click()
    session.look("after printing")
    route.back()
    route.change(next(iter(asked)))
    session.look("changing")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    session.look("after a reload")

    nothing(session.faults)
    odd = [told for told in session.told if told[0] != "history" or not session.bare(told[1]) or told[3]]
    nothing([json.dumps(told) for told in odd])
    assert route.visit.context.cookies() == []
    only_files_of_the_site(route.visit, route_served)
    cdp = route.visit.context.new_cdp_session(page)
    assert cdp.send("Storage.getUsageAndQuota", {"origin": route_served.url})["usage"] == 0


def test_what_is_asked_for_does_not_depend_on_the_answers(route: Route) -> None:
    asked = []
    for seed in (1, 2):
        page = route("nl")
        page.start()
        page.wait_for_python()
        page.go_through(page.random_answers(seed))
        page.make_card()
        page.visit.settle()
        asked.append(sorted(request.url for request in page.visit.requests))
    assert asked[0] == asked[1]


def test_without_javascript_enter_puts_no_answer_into_the_address(route_visit: Open, route_served: Served) -> None:
    reader = route_visit(java_script_enabled=False)
    reader.go(URL)
    address = reader.page.url
    radio = reader.page.locator("[data-question] input[type=radio]").first
    radio.check(force=True)
    radio.press("Enter")
    reader.page.wait_for_timeout(300)
    assert reader.page.url == address
    assert [request.url for request in reader.requests if "?" in request.url] == []


def test_python_and_the_second_language_cost_nothing_until_the_reader_asks_for_them(route: Route) -> None:
    page = route("nl")
    start = page.button("start")
    start.hover()
    start.focus()
    for fold in page.paper.locator("summary").all()[:3]:
        fold.click()
    for _ in range(12):
        page.page.keyboard.press("Tab")
    page.page.mouse.wheel(0, 5000)
    page.visit.settle()
    nothing(page.visit.asked("/runtime/") + page.visit.asked("python-worker") + page.visit.asked("/routes/"))
    with page.page.expect_request("**/runtime/**"):
        page.start()
    expect(page.question).to_be_visible()
