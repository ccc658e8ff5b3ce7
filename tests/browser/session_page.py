"""The page on which a trainer puts a session together, as a test uses it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Locator, expect

from scripts.dates import day
from tests.browser.addresses import LANGUAGES
from tests.browser.checklist_page import WARNS
from tests.browser.recorder import Visit

PATH = "verhalen/eigen-sessie/"


class SessionPage:
    def __init__(self, visit: Visit, language: str = "nl") -> None:
        self.visit = visit
        self.page = visit.page
        visit.go(LANGUAGES[language].prefix + PATH)
        self.page.wait_for_selector("kennisbank-session.kennisbank-ready")
        self.messages: dict[str, str] = self._json("messages")
        self.known: dict[str, Any] = self._json("known")
        self.cards = self.page.locator("[data-parts] > .kennisbank-card")
        self.told = self.page.locator("[data-begin-status]")
        self.saved = self.page.locator("[data-take-status]")
        self.total = self.page.locator("[data-total]")

    def _json(self, name: str) -> dict[str, Any]:
        text = self.page.locator(f"kennisbank-session script[data-{name}]").text_content() or ""
        found: dict[str, Any] = json.loads(text)
        return found

    def say(self, key: str, **values: object) -> str:
        return self.messages[key].format(**values)

    def day(self, date: str) -> str:
        return day(date, self.messages)

    def button(self, name: str) -> Locator:
        """The visible button that the page calls ``data-<name>``."""
        return self.page.locator(f"[data-{name}]:visible")

    def start_with(self, name: str) -> None:
        """Set out a ready session, or an empty one for ``""``."""
        self.page.locator("[data-base]").select_option(name)
        self.button("use").click()

    def add_casus(self, name: str) -> None:
        self.page.locator("[data-choice]").select_option(name)
        self.button("add-casus").click()

    def titles(self) -> list[str]:
        found: list[str] = self.cards.evaluate_all(
            "(cards) => cards.map((card) => card.querySelector('[name=title]').value)"
        )
        return found

    def move(self, place: int, way: int) -> Locator:
        return self.cards.nth(place).locator(f"[data-move='{way}']")

    def take(self) -> tuple[str, dict[str, Any]]:
        """Save as a file: its name and what it holds."""
        with self.page.expect_download() as download:
            self.button("save").click()
        expect(self.saved).to_have_text(self.say("checklist_take_done"))
        text = Path(download.value.path()).read_text(encoding="utf-8")
        return download.value.suggested_filename, json.loads(text)

    def give(self, text: str) -> None:
        """Choose a file with this text."""
        payload = FilePayload(name="sessie.json", mimeType="application/json", buffer=text.encode())
        self.told.evaluate("(told) => { told.textContent = ''; }")
        self.page.locator("[data-file]").set_input_files(payload)

    def warns(self) -> bool:
        """Whether leaving now makes the browser ask."""
        return bool(self.page.evaluate(WARNS))
