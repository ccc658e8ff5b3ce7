"""A reader of the route-finder who takes two seconds a question: what the reader waits for, on each line."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Playwright

from scripts.bench.starts import FLAGS, PATIENCE, script
from scripts.prerequisites import CHROMIUM

PATH = "routewijzer/"
PAUSE = 2_000
CHANGES = 30


@dataclass(frozen=True)
class Read:
    """Milliseconds that a reader waited: at every question, at the result, and at each result after a change."""

    steps: list[float]
    result: float
    changed: list[float]

    def row(self) -> str:
        """The same as a line of the table."""
        waits = f"{len(self.steps):4} questions{statistics.median(self.steps):9.0f} ms{max(self.steps):9.0f} ms"
        return f"{waits}{self.result:9.0f} ms{statistics.median(self.changed):9.1f} ms{max(self.changed):9.1f} ms"


def read(playwright: Playwright, url: str) -> Read:
    """One reader with an empty cache, from the press on Start."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM.need(), args=FLAGS)
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(url + PATH, wait_until="networkidle")
    page.wait_for_selector("kennisbank-route.kennisbank-ready")
    told: dict[str, Any] = page.evaluate(script("reader.js"), [PAUSE, CHANGES, PATIENCE])
    browser.close()
    return Read(**told)
