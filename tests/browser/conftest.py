"""One Chromium for all browser tests; each visit has its own memory and is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

from scripts.prerequisites import CHROMIUM
from tests.browser.addresses import address
from tests.browser.checklist_page import SOON, ChecklistPage
from tests.browser.recorder import PATIENCE, Visit
from tests.browser.route_page import RoutePage
from tests.browser.seen import WINDOW, Seen, see
from tests.conftest import Served, serve

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Open = Callable[..., Visit]
Ready = Callable[[str], ChecklistPage]
Look = Callable[[str, str], Seen]
Route = Callable[..., RoutePage]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        chromium = playwright.chromium.launch(executable_path=CHROMIUM.need(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Open]:
    """Opens a fresh reader's browser: ``visit("checklist/")``; further arguments go to ``new_context``."""
    visits: list[Visit] = []

    def open_(path: str | None = None, **options: Any) -> Visit:
        context = browser.new_context(**({"viewport": WINDOW} | options))
        context.set_default_timeout(PATIENCE)
        reader = Visit(served.url, context)
        visits.append(reader)
        if path is not None:
            reader.go(path)
        return reader

    yield open_
    for reader in visits:
        reader.close()


@pytest.fixture(scope="session")
def look(browser: Browser, served: Served) -> Iterator[Look]:
    """``look("nl", "home")``: a page, opened once for all tests that only look."""
    seen: dict[tuple[str, str], Seen] = {}

    def look_(language: str, kind: str) -> Seen:
        if (language, kind) not in seen:
            seen[language, kind] = see(browser, served.url, address(language, kind))
        return seen[language, kind]

    yield look_
    for page in seen.values():
        page.visit.close()


@pytest.fixture(scope="session")
def running(browser: Browser) -> Iterator[dict[str, ChecklistPage]]:
    """The checklists in which Python runs already, by language; starting it anew takes seconds."""
    known: dict[str, ChecklistPage] = {}
    yield known
    for checklist in known.values():
        checklist.visit.close()


@pytest.fixture
def tidy(running: dict[str, ChecklistPage]) -> Iterator[None]:
    """No test leaves anything to the next one that uses the same page."""
    yield
    for language, checklist in list(running.items()):
        try:
            checklist.tidy()
        except (AssertionError, Error):
            running.pop(language).visit.close()


@pytest.fixture
def ready(browser: Browser, served: Served, running: dict[str, ChecklistPage]) -> Ready:
    """``ready("nl")``: nothing filled in yet and Python running; for tests that do not leave the page."""

    def start(language: str) -> ChecklistPage:
        context = browser.new_context(viewport=WINDOW)
        context.set_default_timeout(PATIENCE)
        checklist = ChecklistPage(Visit(served.url, context), language)
        checklist.see_result()
        checklist.empty()
        return checklist

    def blank(language: str) -> ChecklistPage:
        checklist = running.pop(language, None)
        if checklist is not None:
            checklist.page.set_viewport_size(WINDOW)
            checklist.page.emulate_media(
                color_scheme="light", media="screen", reduced_motion="no-preference", forced_colors="none"
            )
            try:
                checklist.empty(SOON)
            except (AssertionError, Error):  # the test before this one failed and left a page that does not work
                checklist.visit.close()
                checklist = None
        running[language] = checklist or start(language)
        return running[language]

    return blank


@pytest.fixture(scope="session")
def route_served(route_site: Path) -> Iterator[Served]:
    """The site with a route-finder, served."""
    with serve(route_site) as served:
        yield served


@pytest.fixture
def route_visit(browser: Browser, route_served: Served) -> Iterator[Open]:
    """Opens a fresh reader's browser on the site with a route-finder, without a page in it."""
    visits: list[Visit] = []

    def open_(**options: Any) -> Visit:
        context = browser.new_context(**({"viewport": WINDOW} | options))
        context.set_default_timeout(PATIENCE)
        visits.append(Visit(route_served.url, context))
        return visits[-1]

    yield open_
    for reader in visits:
        reader.close()


@pytest.fixture
def route(route_visit: Open) -> Route:
    """``route("nl")``: the route-finder in a fresh browser."""
    return lambda language, **options: RoutePage(route_visit(**options), language)


@pytest.fixture(scope="session")
def running_routes(browser: Browser) -> Iterator[dict[str, RoutePage]]:
    """The route-finders in which Python runs already, by language."""
    known: dict[str, RoutePage] = {}
    yield known
    for route in known.values():
        route.visit.close()


@pytest.fixture
def ready_route(browser: Browser, route_served: Served, running_routes: dict[str, RoutePage]) -> Route:
    """``ready_route("nl")``: nothing answered yet and Python running; for tests that do not leave the page."""

    def blank(language: str) -> RoutePage:
        route = running_routes.pop(language, None)
        if route is not None:
            try:
                route.tidy()
            except (AssertionError, Error):  # the test before this one failed and left a page that does not work
                route.visit.close()
                route = None
        if route is None:
            context = browser.new_context(viewport=WINDOW)
            context.set_default_timeout(PATIENCE)
            route = RoutePage(Visit(route_served.url, context), language)
            route.start()
            route.wait_for_python()
            route.tidy()
        running_routes[language] = route
        return route

    return blank
