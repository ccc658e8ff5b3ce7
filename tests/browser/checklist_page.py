"""The checklist as a reader handles it."""

from __future__ import annotations

import json
from copy import copy
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from scripts.dates import day
from tests.browser.addresses import address
from tests.browser.recorder import PATIENCE, Visit, wait_until
from tools.dispatch import handle

#: All that the browser keeps for the site at this moment; what is empty is left out.
KEPT = """async () => Object.fromEntries(Object.entries({
  local: Object.entries(localStorage),
  session: Object.entries(sessionStorage),
  cookies: document.cookie.split("; ").filter(Boolean),
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: await caches.keys(),
  files: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
  workers: (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope),
  name: [...window.name],
}).filter(([, kept]) => kept.length))"""
#: Milliseconds within which a page goes back to its questions, if the test before has left one that works.
SOON = 3_000
#: Whether leaving the page now makes the browser ask; nothing is left.
WARNS = """() => {
  const leaving = new Event("beforeunload", { cancelable: true });
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
}"""


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
        self.summary = self.page.locator("[data-view=summary]")
        self.kept = self.page.locator("[data-keep-status]")
        self.told = self.page.locator("[data-take-status]")
        self.language = language
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

    def empty(self, patience: float = PATIENCE) -> None:
        """Back to the questions within ``patience`` milliseconds, with nothing filled in and every fold closed."""
        if self.result.is_visible():
            self.back_button.click()
        expect(self.questions).to_be_visible(timeout=patience)
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

    def another_tab(self) -> ChecklistPage:
        """The checklist in a second tab of the same browser."""
        visit = copy(self.visit)
        visit.page = visit.context.new_page()
        return ChecklistPage(visit, self.language)

    def say(self, key: str, **values: object) -> str:
        """A sentence of the page, filled in."""
        return self.messages()[f"checklist_{key}"].format(**values)

    def day(self, date: str) -> str:
        """A date as the page writes it."""
        return day(date, self.messages())

    def button(self, name: str) -> Locator:
        """The visible button, part or field that the page calls ``data-<name>``."""
        return self.page.locator(f"[data-{name}]:visible")

    def save(self, days: int = 30) -> None:
        self.page.locator("[data-days]").select_option(str(days))
        self.button("save").click()

    def wipe(self) -> None:
        """Wipe everything, as a reader does, and with it what the page said about it."""
        self.button("wipe").click()
        self.button("wipe-yes").click()
        self.page.evaluate(
            "document.querySelectorAll('[data-keep-status], [data-take-status]')"
            ".forEach((status) => status.replaceChildren())"
        )

    def tidy(self) -> None:
        """From wherever a test came, back to the questions with nothing filled in and nothing kept."""
        self.page.emulate_media(media="screen")
        for ask in ("wipe-no", "replace-no"):
            if self.button(ask).is_visible():
                self.button(ask).click()
        if self.summary.is_visible():
            self.button("summary-back").click()
            expect(self.result).to_be_visible()
        self.empty(SOON)
        self.wipe()

    def holds(self) -> dict[str, list[Any]]:
        """What the browser keeps for this site; what is empty is left out."""
        held: dict[str, list[Any]] = self.page.evaluate(KEPT)
        cookies: list[Any] = [*self.visit.context.cookies()]
        return held | ({"cookies": cookies} if cookies else {})

    def see_what_is_kept_in(self, other: ChecklistPage) -> None:
        """Wait until this tab sees what the other one keeps: a browser passes it on a moment later."""
        wait_until(self.page, lambda: self.holds() == other.holds(), "what the other tab keeps does not come here")

    def warns(self) -> bool:
        """Whether leaving now makes the browser ask."""
        return bool(self.page.evaluate(WARNS))

    def plan(self, item: str, owner: str = "", due: str = "") -> None:
        """Write who does it and when beside an action of the result."""
        for part, value in (("owner", owner), ("due", due)):
            field = self.page.locator(f"#plan-{part}-{item}")
            field.fill(value)
            field.blur()

    def planned(self) -> dict[str, tuple[str, str]]:
        """Per shown action with an owner or a date: both."""
        cards = self.page.locator("[data-actions] > [data-result]").evaluate_all(
            "(cards) => cards.map((card) => [card.dataset.result,"
            " card.querySelector('[data-owner]').value, card.querySelector('[data-due]').value])"
        )
        return {item: (owner, due) for item, owner, due in cards if owner or due}

    def take(self, kind: str) -> tuple[str, str]:
        """The name and the text of a file that the page makes."""
        with self.page.expect_download() as coming:
            self.button(f"take={kind}").click()
        expect(self.told).to_have_text(self.say("take_done"))
        return coming.value.suggested_filename, Path(coming.value.path()).read_bytes().decode("utf-8")

    def give(self, text: str, to: str = "file") -> None:
        """Choose a file with this text, to open (``file``) or to ``compare`` with."""
        file = {"name": "bestand.json", "mimeType": "application/json", "buffer": text.encode()}
        self.page.locator(f"[data-{to}]").set_input_files(file)  # type: ignore[arg-type]

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
