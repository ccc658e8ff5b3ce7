"""axe finds nothing, on any type of page, in any language, and in any state of the tools."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import LANGUAGES, PAGES, address
from tests.browser.axe import violations, violations_everywhere, violations_in_every_dress
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Look, Open, Ready
from tests.browser.findings import nothing

pytestmark = pytest.mark.browser

SOME = {"beleid": "nee", "beleid-partners": "weet_niet", "samenwerking": "deels", "intake": "ja", "taalles": "nvt"}


@pytest.mark.parametrize(("language", "kind"), PAGES)
def test_axe_finds_nothing_on_a_page(look: Look, language: str, kind: str) -> None:
    nothing(violations_in_every_dress(look(language, kind).page()))


def _empty(checklist: ChecklistPage) -> None:
    checklist.see_questions()


def _half_filled(checklist: ChecklistPage) -> None:
    checklist.answer_all(SOME)
    checklist.page.locator("[data-item=beleid] summary").first.click()
    checklist.note("beleid", "Vraag dit aan de GGD.")


def _loading(checklist: ChecklistPage) -> None:
    checklist.visit.hold("**/*.wasm")
    checklist.answer_all(SOME)
    checklist.start()
    expect(checklist.status).to_have_text(checklist.messages()["checklist_loading"])


def _failed(checklist: ChecklistPage) -> None:
    checklist.page.route("**/*.wasm", lambda route: route.fulfill(status=404))
    checklist.answer_all(SOME)
    checklist.start()
    expect(checklist.retry).to_be_visible()


def _result(checklist: ChecklistPage) -> None:
    _half_filled(checklist)
    checklist.see_result()
    assert checklist.actions()
    assert checklist.unknown()


def _result_of(answer: str, checklist: ChecklistPage) -> None:
    checklist.answer_all(dict.fromkeys(checklist.definition()["items"], answer))
    checklist.see_result()


def _result_empty(checklist: ChecklistPage) -> None:
    checklist.see_result()
    assert checklist.actions() == []
    assert checklist.unknown() == []


State = Callable[[ChecklistPage], None]
BEFORE: dict[str, State] = {"loading": _loading, "failed": _failed}
AFTER: dict[str, State] = {
    "empty": _empty,
    "half filled, a fold open, a note": _half_filled,
    "result": _result,
    "result, nobody knows anything": partial(_result_of, "weet_niet"),
    "result, everything to do": partial(_result_of, "nee"),
    "result, nothing filled in": _result_empty,
}


@pytest.mark.parametrize("state", BEFORE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_the_checklist_while_python_loads_or_fails(visit: Open, language: str, state: str) -> None:
    checklist = ChecklistPage(visit(), language)
    BEFORE[state](checklist)
    nothing(violations_in_every_dress(checklist.page))


@pytest.mark.parametrize("state", AFTER)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_any_state_of_the_checklist(ready: Ready, language: str, state: str) -> None:
    checklist = ready(language)
    AFTER[state](checklist)
    nothing(violations_in_every_dress(checklist.page))


@pytest.mark.parametrize("words", ["gezondheid", "xyzzyxyzzy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_while_a_reader_searches(visit: Open, language: str, words: str) -> None:
    reader = visit(address(language, "search"))
    reader.page.locator("#zoek").fill(words)
    expect(reader.page.locator("[data-results]")).to_have_attribute("aria-busy", "false")
    expect(reader.page.locator("[data-status]")).not_to_be_empty()
    nothing(violations_everywhere(reader.page))


@pytest.mark.parametrize("state", ["half filled, a fold open, a note", "result"])
def test_who_asks_for_less_motion_gets_none_and_axe_finds_nothing(ready: Ready, state: str) -> None:
    checklist = ready("nl")
    checklist.page.emulate_media(reduced_motion="reduce")
    AFTER[state](checklist)
    moving = checklist.page.evaluate(
        """() => [
          ...document.getAnimations().map(() => "animation"),
          ...[document.documentElement, ...document.body.querySelectorAll("*")]
            .filter((one) => getComputedStyle(one).scrollBehavior === "smooth"
              || getComputedStyle(one).transitionDuration !== "0s").map((one) => one.tagName),
        ]"""
    )
    assert moving == []
    nothing(violations(checklist.page))


def test_in_forced_colours_a_chosen_answer_still_looks_different(visit: Open) -> None:
    checklist = ChecklistPage(visit(forced_colors="active"), "nl")
    checklist.answer(beleid="ja")
    looks = checklist.page.locator("[data-item=beleid] .kennisbank-choice").evaluate_all(
        "(choices) => choices.map((choice) => { const style = getComputedStyle(choice.querySelector('label'));"
        " return [style.borderWidth, choice.querySelector('input').checked] })"
    )
    chosen = {width for width, checked in looks if checked}
    others = {width for width, checked in looks if not checked}
    assert chosen
    assert others
    assert not chosen & others
