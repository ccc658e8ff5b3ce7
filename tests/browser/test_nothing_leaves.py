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
from tests.conftest import Served

pytestmark = pytest.mark.browser

#: A bare step may stand in the history: questions, result, summary.
STEPS = ({"step": 0}, {"step": 1}, {"step": 2})
NOTE = "geheime notitie 8f3a"

#: Tells of every way in which a page can keep or send something.
LISTEN = """(() => {
  const tell = (what, ...details) => window.kennisbankTold(JSON.stringify([what, ...details]));
  const listen = (owner, name) => {
    const plain = owner?.[name];
    if (!plain) return;
    owner[name] = function (...details) { tell(name, ...details.map(String)); return plain.apply(this, details); };
  };
  listen(Storage.prototype, "setItem");
  listen(IDBFactory.prototype, "open");
  listen(window.CacheStorage?.prototype, "open");
  listen(window.StorageManager?.prototype, "getDirectory");
  listen(window.ServiceWorkerContainer?.prototype, "register");
  listen(Navigator.prototype, "sendBeacon");
  listen(BroadcastChannel.prototype, "postMessage");
  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "SharedWorker", "WebTransport"]) {
    const Plain = window[name];
    if (Plain) window[name] = class extends Plain { constructor(...details) { tell(name); super(...details); } };
  }
  for (const name of ["pushState", "replaceState"]) {
    const plain = History.prototype[name];
    History.prototype[name] = function (state, title, url) {
      tell("history", state, title, url ?? null);
      return plain.call(this, state, title, url);
    };
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    get() { return cookie.get.call(this); },
    set(value) { tell("cookie", value); cookie.set.call(this, value); },
  });
})()"""

#: All that the browser holds at this moment.
HELD = """async () => ({
  addresses: [location.href, ...(window.navigation?.entries() ?? []).map((entry) => entry.url)],
  state: history.state,
  cookie: document.cookie,
  local: JSON.stringify(localStorage),
  session: JSON.stringify(sessionStorage),
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  referrer: document.referrer,
  name: window.name,
})"""

EMPTY = {
    "cookie": "",
    "local": "{}",
    "session": "{}",
    "databases": [],
    "caches": [],
    "workers": 0,
    "referrer": "",
    "name": "",
}


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
    _only_files_of_the_site(checklist, served)
    cdp = checklist.visit.context.new_cdp_session(page)
    assert cdp.send("Storage.getUsageAndQuota", {"origin": served.url})["usage"] == 0


def _only_files_of_the_site(checklist: ChecklistPage, served: Served) -> None:
    """Every request asks for a file by its own name and carries nothing: so it cannot carry an answer."""
    wrong = []
    for request in checklist.visit.requests:
        parts = urlsplit(request.url)
        file = served.folder / parts.path.lstrip("/")
        file = file / "index.html" if parts.path.endswith("/") else file
        if (
            not request.url.startswith(served.url)
            or not file.is_file()
            or parts.query
            or request.method != "GET"
            or request.post_data is not None
            or request.all_headers().get("referer")
        ):
            wrong.append(f"{request.method} {request.url} {request.post_data}")
    nothing(wrong)
    assert checklist.visit.sockets == []


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
