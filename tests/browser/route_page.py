"""The route-finder as a reader handles it. Knows no question by name: it takes whatever definition the page has."""

from __future__ import annotations

import json
import random
from functools import cached_property
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.checklist_page import WARNS
from tests.browser.recorder import Visit
from tests.browser.seen import WINDOW
from tests.route_content import LANGUAGES, URL
from tools.dispatch import handle

UNKNOWN = "weet_niet"


class RoutePage:
    """Opens the route-finder in a language and does what readers do."""

    def __init__(self, visit: Visit, language: str) -> None:
        self.visit = visit
        self.page = visit.page
        self.language = language
        self.path = LANGUAGES[language].prefix + URL
        self.root = self.page.locator("kennisbank-route")
        self.status = self.page.locator("[data-status]")
        self.retry = self.page.locator("[data-retry]")
        self.help = self.page.locator("[data-help]")
        self.errors = self.page.locator("[data-errors]")
        self.result = self.page.locator("[data-view=result]")
        self.check = self.page.locator("[data-view=check]")
        self.paper = self.page.locator("[data-paper]")
        visit.go(self.path)
        self.see("intro")

    # --- what the page is made of ---

    @cached_property
    def definition(self) -> dict[str, Any]:
        return self._json("definition")

    @cached_property
    def texts(self) -> dict[str, Any]:
        """All texts of the page by their keys, those of the site among them."""
        data = self._json("texts")
        return {**data["ui"], **data["texts"]}

    @cached_property
    def card(self) -> dict[str, Any]:
        """What the card needs beside texts."""
        return self._json("card")

    @cached_property
    def questions(self) -> list[str]:
        return list(self.definition["questions"])

    def of_kind(self, kind: str) -> list[str]:
        return [name for name, question in self.definition["questions"].items() if question["kind"] == kind]

    def expected(self, answers: dict[str, Any]) -> dict[str, Any]:
        """The result that CPython gives for these answers."""
        request = {"id": 1, "tool": "route", "definition": self.definition, "answers": answers}
        result: dict[str, Any] = json.loads(handle(json.dumps(request)))["result"]
        return result

    def random_answers(self, seed: int) -> dict[str, Any]:
        """An answer to every question, none of them about danger."""
        chance = random.Random(seed)  # noqa: S311 - answers in a test
        found: dict[str, Any] = {}
        for name, question in self.definition["questions"].items():
            if question["kind"] == "safety":
                found[name] = "nee"
            elif question["kind"] == "one":
                found[name] = chance.choice([*question["options"], UNKNOWN])
            else:
                some = [option for option in question["options"] if chance.random() < 0.4]
                found[name] = {"ticked": some, "all": chance.random() < 0.7} if chance.random() < 0.9 else UNKNOWN
        return found

    # --- where the reader is ---

    def see(self, view: str) -> None:
        expect(self.page.locator(f"kennisbank-route.kennisbank-ready[data-at={view}]")).to_be_visible()

    @property
    def view(self) -> str:
        return self.root.get_attribute("data-at") or ""

    @property
    def question(self) -> Locator:
        return self.page.locator("[data-question][data-now]")

    @property
    def name(self) -> str:
        """The id of the question that is shown."""
        return self.question.get_attribute("data-question") or ""

    @property
    def heading(self) -> str:
        """The words that name the step: of a question which one it is and how many can still come."""
        part = "[data-question][data-now] [data-step]" if self.view == "question" else f"[data-view={self.view}] h2"
        return self.page.locator(part).first.inner_text()

    def left(self) -> int:
        """How many questions can still come, as the heading says."""
        before, after = self.texts["route_step"].replace("{n}", "1").split("{left}")
        number = self.heading[len(before) :].removesuffix(after) if after else self.heading.rpartition(" ")[2]
        digits = "".join(letter for letter in number if letter.isdigit())
        return int(digits)

    def button(self, name: str) -> Locator:
        """The visible button that the page calls ``data-<name>``."""
        return self.page.locator(f"[data-{name}]:visible")

    # --- what the reader does ---

    def start(self) -> None:
        self.button("start").click()
        self.see("question")

    def choose(self, answer: Any) -> None:
        """Give this answer to the question that is shown."""
        if isinstance(answer, str):
            self._label(answer).click()
            return
        for box in self.question.locator("input[type=checkbox]").all():
            if box.is_checked() != (box.get_attribute("value") in answer["ticked"]):
                self._label(str(box.get_attribute("value"))).click()
        self._label("all" if answer["all"] else "more").click()

    def next(self) -> None:
        """Go on, and wait until another step is shown."""
        self._press("next")

    def answer(self, answer: Any) -> None:
        """Answer the question that is shown, and go on; who says yes to danger reads what to do."""
        self.choose(answer)
        self._press("read" if self.button("read").is_visible() else "next")

    def go_through(self, answers: dict[str, Any], after: int = 0) -> dict[str, Any]:
        """Answer what is asked until the check, or ``after`` questions; returns what was asked with its answer."""
        asked: dict[str, Any] = {}
        while self.view == "question" and not (after and len(asked) == after):
            name = self.name
            assert name not in asked, f"{name} is asked twice"
            asked[name] = answers.get(name, UNKNOWN)
            self.answer(asked[name])
        return asked

    def wait_for_python(self) -> None:
        """Wait until Python has answered once."""
        for _ in range(600):
            if self.page.evaluate("document.querySelector('kennisbank-route').guide.up"):
                return
            self.page.wait_for_timeout(100)
        pytest.fail("Python does not come")

    def make_card(self) -> None:
        self.button("show").click()
        self.see("result")

    def back(self) -> None:
        self._press("back")

    def change(self, name: str) -> None:
        """From the check, go and change the answer to a question."""
        self.check.locator(f"[data-name={name}] [data-change]").click()
        self.see("question")

    def beside(self, language: str) -> None:
        """Show the texts of ``language`` too, or no longer."""
        button = self.page.locator(f"[data-beside][lang={language}]")
        before = button.get_attribute("aria-pressed")
        button.click()
        expect(button).not_to_have_attribute("aria-pressed", before or "")
        if self.view == "result":
            second = self.result.locator(f".kennisbank-pair > [lang={language}]").first
            expect(second).to_be_visible(visible=before != "true")

    def tidy(self) -> None:
        """From wherever a test came, back to the start with nothing answered."""
        self.page.set_viewport_size(WINDOW)
        self.page.emulate_media(
            color_scheme="light", media="screen", reduced_motion="no-preference", forced_colors="none"
        )
        for pressed in self.page.locator("[data-beside][aria-pressed=true]").all():
            pressed.click()
        if self.view != "intro":
            self.button("wipe").click()
            self.button("wipe-yes").click()
        self.see("intro")
        self.page.evaluate("() => { document.activeElement.blur(); scrollTo({ top: 0, behavior: 'instant' }); }")

    # --- what the page holds ---

    def answers(self) -> dict[str, Any]:
        """What is filled in at this moment, by question."""
        given: dict[str, Any] = self.page.evaluate("document.querySelector('kennisbank-route').form.answers()")
        return given

    def warns(self) -> bool:
        """Whether leaving now makes the browser ask."""
        return bool(self.page.evaluate(WARNS))

    def levels(self) -> dict[str, str]:
        """The level of every track on the card, in the order of the card."""
        pairs: list[tuple[str, str]] = self.result.locator("[data-track]").evaluate_all(
            "(tracks) => tracks.map((track) => [track.dataset.track, track.closest('[data-level]').dataset.level])"
        )
        return dict(pairs)

    def _press(self, name: str) -> None:
        """Press the button and wait until another step is shown; each step has a title of its own."""
        before = self.page.title()
        self.button(name).click()
        expect(self.page).not_to_have_title(before)

    def _label(self, value: str) -> Locator:
        return self.question.locator(f".kennisbank-choice:has(input[value='{value}']) label")

    def _json(self, name: str) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.page.locator(f"script[data-{name}]").text_content() or "")
        return data
