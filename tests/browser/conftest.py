"""One Chromium for all browser tests; each visit has its own memory and is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from scripts.prerequisites import CHROMIUM
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
PATIENCE = 30_000

Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM.need(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Open]:
    """Opens a fresh reader's browser: ``visit("checklist/")``; further arguments go to ``new_context``."""
    contexts: list[BrowserContext] = []

    def open_(path: str | None = None, **options: Any) -> Visit:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        reader = Visit(served.url, context)
        if path is not None:
            reader.go(path)
        return reader

    yield open_
    for context in contexts:
        context.close()
