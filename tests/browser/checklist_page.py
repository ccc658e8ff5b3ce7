"""The checklist as a reader handles it."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.addresses import address
from tests.browser.recorder import Visit
from tools.dispatch import handle


class ChecklistPage:
    """Opens the checklist in a language and does what readers do."""

    def __init__(self, visit: Visit, language: str) -> None:
        self.visit = visit
        self.page = visit.page
        self.status = self.page.locator("[data-status]")
        self.retry = self.page.locator("[data-retry]")
        self.start_button = self.page.locator("[data-start]")
        self.back_button = self.page.locator("[data-back]")
        self.questions = self.page.locator("[data-view=questions]")
        self.result = self.page.locator("[data-view=result]")
        self.title = self.page.locator("[data-title]")
        self.path = address(language, "checklist")
        visit.go(self.path)
        expect(self.page.locator("kennisbank-checklist.kennisbank-ready")).to_be_visible()

    def answer(self, **given: str) -> None:
        """Click these answers; an underscore in a name is a hyphen."""
        self.answer_all({name.replace("_", "-"): value for name, value in given.items()})

    def answer_all(self, given: dict[str, str]) -> None:
        for item, value in given.items():
            self.page.locator(f'label[for="q-{item}-{value}"]').click()

    def note(self, item: str, text: str) -> Locator:
        """Open the note of a question, if it is closed, and write in it."""
        fold = self.page.locator(f'[data-item="{item}"] .kennisbank-details--note')
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
        box = fold.locator("textarea")
        box.fill(text)
        return box

    def start(self) -> None:
        self.start_button.click()

    def see_result(self) -> None:
        """Ask for the result and wait for it."""
        self.start()
        expect(self.result).to_be_visible()

    def empty(self) -> None:
        """Back to the questions, with nothing filled in and every fold closed."""
        if self.result.is_visible():
            self.back_button.click()
        expect(self.questions).to_be_visible(timeout=3000)
        self.page.evaluate(
            """() => {
              const form = document.querySelector("kennisbank-checklist form");
              form.reset();
              form.dispatchEvent(new Event("input", { bubbles: true }));
              for (const fold of form.querySelectorAll("details")) fold.open = false;
              document.querySelector(".kennisbank-skip").focus();
              document.activeElement.blur();
              scrollTo({ top: 0, behavior: "instant" });
            }"""
        )

    def see_questions(self) -> None:
        expect(self.questions).to_be_visible()
        expect(self.result).to_be_hidden()

    def answers(self) -> dict[str, str]:
        """What is ticked at this moment."""
        given: dict[str, str] = self.page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('[data-item] input:checked')]"
            ".map((input) => [input.name.slice(2), input.value]))"
        )
        return given

    def notes(self) -> dict[str, str]:
        """What stands in the notes at this moment."""
        written: dict[str, str] = self.page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('[data-note]')].filter((box) => box.value)"
            ".map((box) => [box.id.slice(2), box.value]))"
        )
        return written

    def actions(self) -> list[str]:
        """The ids of the shown actions, in order."""
        return self._shown("[data-actions]")

    def unknown(self) -> list[str]:
        """The ids of the shown unknowns, in order."""
        return self._shown("[data-unknown]")

    def definition(self) -> dict[str, Any]:
        return self._json("data-definition")

    def messages(self) -> dict[str, str]:
        return self._json("data-messages")

    def expected(self, answers: dict[str, str]) -> dict[str, Any]:
        """The result that CPython gives for these answers."""
        request = {"id": 1, "tool": "checklist", "definition": self.definition(), "answers": answers}
        result: dict[str, Any] = json.loads(handle(json.dumps(request)))["result"]
        return result

    def _shown(self, list_: str) -> list[str]:
        ids: list[str] = self.page.locator(f"{list_} > [data-result]").evaluate_all(
            "(cards) => cards.map((card) => card.dataset.result)"
        )
        return ids

    def _json(self, name: str) -> dict[str, Any]:
        text = self.page.locator(f"script[{name}]").first.text_content()
        data: dict[str, Any] = json.loads(text or "")
        return data
