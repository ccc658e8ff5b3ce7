"""One Chromium for all browser tests; each visit has its own memory and is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect, sync_playwright

from scripts.prerequisites import CHROMIUM
from tests.browser.checklist_page import ChecklistPage
from tests.browser.recorder import Visit
from tests.conftest import Served

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: Python's start takes seconds in a busy machine; a step of a page does not.
PATIENCE = 20_000

WINDOW = ViewportSize(width=1280, height=800)

Open = Callable[..., Visit]
Ready = Callable[[str], ChecklistPage]


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
    contexts: list[BrowserContext] = []

    def open_(path: str | None = None, **options: Any) -> Visit:
        context = browser.new_context(**({"viewport": WINDOW} | options))
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        reader = Visit(served.url, context)
        if path is not None:
            reader.go(path)
        return reader

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def started(browser: Browser, served: Served) -> Iterator[Ready]:
    """A checklist in each language of which Python runs already; starting it anew takes seconds."""
    known: dict[str, ChecklistPage] = {}

    def start(language: str) -> ChecklistPage:
        if language not in known:
            context = browser.new_context(viewport=WINDOW)
            context.set_default_timeout(PATIENCE)
            known[language] = ChecklistPage(Visit(served.url, context), language)
            known[language].see_result()
        return known[language]

    yield start
    for checklist in known.values():
        checklist.visit.context.close()


@pytest.fixture
def ready(started: Ready) -> Ready:
    """``ready("nl")``: nothing filled in yet and Python running; for tests that do not leave the page."""

    def blank(language: str) -> ChecklistPage:
        checklist = started(language)
        checklist.page.set_viewport_size(WINDOW)
        checklist.page.emulate_media(
            color_scheme="light", media="screen", reduced_motion="no-preference", forced_colors="none"
        )
        checklist.empty()
        return checklist

    return blank
