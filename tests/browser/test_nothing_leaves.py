"""What a reader fills in stays in the memory of the page: not in an address, a store, the history or a request."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Dialog, expect

from tests.browser.addresses import LANGUAGES, address
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Open
from tests.browser.findings import nothing
from tests.browser.leaks import EMPTY, HELD, LISTEN, only_files_of_the_site
from tests.conftest import Served

pytestmark = pytest.mark.browser

#: A bare step may stand in the history: questions, result, summary.
STEPS = ({"step": 0}, {"step": 1}, {"step": 2})
NOTE = "geheime notitie 8f3a"


class Session:
    """A checklist of which every step is searched for traces of what was filled in."""

    def __init__(self, visit: Open, language: str) -> None:
        reader = visit()
        self.told: list[list[Any]] = []
        self.faults: list[str] = []
        reader.context.expose_function("kennisbankTold", lambda text: self.told.append(json.loads(text)))
        reader.context.add_init_script(LISTEN)
        self.checklist = ChecklistPage(reader, language)
        self.page = self.checklist.page
        self.items = list(self.checklist.definition()["items"])

    def look(self, moment: str) -> None:
        held = self.page.evaluate(HELD)
        for key, empty in EMPTY.items():
            if held[key] != empty:
                self.faults.append(f"{moment}: {key} holds {held[key]}")
        if held["state"] not in (None, *STEPS):
            self.faults.append(f"{moment}: history.state holds {held['state']}")
        self.faults += [f"{moment}: address {url}" for url in held["addresses"] if url and not self.plain(url)]

    def plain(self, url: str) -> bool:
        """Whether an address names no question, no answer and no note."""
        parts = urlsplit(unquote(url))
        words = set(parts.fragment.replace("#", "-").split("vraag-")) | {parts.fragment.removeprefix("q-")}
        return not parts.query and NOTE not in url and not words & set(self.items)

    def bare(self, told: list[Any]) -> bool:
        """Whether what the page did is no more than writing a bare step into the history."""
        return told[0] == "history" and told[1] in STEPS and self.plain(told[3] or "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_a_reader_fills_in_is_kept_or_sent_in_a_whole_session(
    visit: Open, served: Served, language: str
) -> None:
    session = Session(visit, language)
    checklist, page = session.checklist, session.page
    session.look("at the start")
    checklist.answer_all({item: ("nee", "weet_niet", "deels")[place % 3] for place, item in enumerate(session.items)})
    checklist.note("beleid", NOTE)
    session.look("filled in")
    page.locator(".kennisbank-toc a").nth(1).click()
    session.look("after a link to a theme")
    checklist.see_result()
    session.look("in the result")
    page.go_back()
    checklist.see_questions()
    session.look("back at the questions")
    page.go_forward()
    expect(checklist.result).to_be_visible()
    page.go_back()
    checklist.see_questions()
    page.locator("[data-item=beleid] [data-clear]").click()
    session.look("after clearing an answer")
    checklist.see_result()
    page.evaluate("() => { window.print = () => dispatchEvent(new Event('beforeprint')); }")
    page.locator(".kennisbank-take [data-print]").click()
    session.look("after printing")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    session.look("after a reload")
    checklist.answer(beleid="nee")
    page.goto(served.url + address(language, "home"))
    session.look("on the next page")
    page.go_back()
    session.look("back from the next page")

    nothing(session.faults)
    nothing([json.dumps(told) for told in session.told if not session.bare(told)])
    assert checklist.visit.context.cookies() == []
    only_files_of_the_site(checklist.visit, served)
    cdp = checklist.visit.context.new_cdp_session(page)
    assert cdp.send("Storage.getUsageAndQuota", {"origin": served.url})["usage"] == 0


def test_a_link_from_one_question_to_another_puts_no_question_in_the_address(visit: Open) -> None:
    session = Session(visit, "nl")
    page = session.page
    fold = page.locator("[data-item=beleid-partners] .kennisbank-details").nth(1)
    fold.locator("summary").click()
    fold.locator("a[href^='#']").first.click()
    expect(page.locator("[data-item=beleid]")).to_be_in_viewport()
    session.look("after a link to another question")
    nothing(session.faults)


def test_the_warning_at_leaving_comes_from_the_browser_and_names_no_answer(visit: Open) -> None:
    session = Session(visit, "nl")
    session.checklist.answer(beleid="nee")
    said: list[str] = []

    def go(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.accept()

    session.page.on("dialog", go)
    session.page.reload()
    assert said == [""]
