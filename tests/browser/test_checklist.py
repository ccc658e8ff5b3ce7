"""The whole way through the checklist: fill in, see the result, go back, change, leave, print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, expect

from scripts.content import load
from scripts.vectors import differences, requests
from tests.browser.addresses import LANGUAGES
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Open, Ready
from tests.browser.findings import nothing
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

COLUMNS = ("ja", "deels", "nee", "weet_niet", "nvt")


def _rich_vector() -> dict[str, Any]:
    """The vector, worked out by hand, with the most actions and unknowns to show."""
    vectors = [vector for vector, _ in requests(load([Path(ROOT / "docs")]))]
    both = [vector for vector in vectors if {"actions", "unknown"} <= set(vector["expect"])]
    return max(both, key=lambda vector: min(len(vector["expect"]["actions"]), len(vector["expect"]["unknown"])))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_who_fills_in_the_list_sees_the_actions_in_the_order_that_was_worked_out_by_hand(
    ready: Ready, language: str
) -> None:
    vector = _rich_vector()
    checklist = ready(language)
    before = checklist.visit.complaints()
    checklist.answer_all(vector["answers"])
    checklist.see_result()
    expected = checklist.expected(vector["answers"])
    assert differences(vector, expected) == {}
    assert checklist.actions() == vector["expect"]["actions"] == [action["item"] for action in expected["actions"]]
    assert checklist.unknown() == vector["expect"]["unknown"] == [entry["item"] for entry in expected["unknown"]]
    assert len(checklist.actions()) > 1
    assert checklist.unknown()
    numbers = checklist.page.locator("[data-item]").evaluate_all(
        "(items) => Object.fromEntries(items.map((item) => [item.dataset.item, item.dataset.number]))"
    )
    for action in expected["actions"]:
        card = checklist.page.locator(f'[data-actions] [data-result="{action["item"]}"]')
        reason = card.locator("[data-reason]").inner_text()
        for item in [action["item"], *action["waiting"], *action["unknown_basis"]]:
            assert numbers[item] in reason
        step = checklist.page.locator(f"[data-item={action['item']}] [data-first-step]").text_content()
        assert card.locator("[data-step]").inner_text() == step
    assert checklist.visit.complaints() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_the_picture_and_the_words_beside_it_give_the_same_counts(ready: Ready, language: str) -> None:
    checklist = ready(language)
    items = list(checklist.definition()["items"])
    answers = {item: COLUMNS[place % 5] for place, item in enumerate(items) if place % 7}
    checklist.answer_all(answers)
    checklist.see_result()
    words = checklist.messages()
    names = [words[f"answer_{answer}"] for answer in COLUMNS] + [words["checklist_open"]]
    expected = checklist.expected(answers)["themes"]
    rows = checklist.page.locator("[data-rows] tr").all()
    bars = checklist.page.locator("[data-bars] > div").all()
    assert len(rows) == len(bars) == len(expected) == len(checklist.definition()["themes"])
    for row, bar, theme in zip(rows, bars, expected, strict=True):
        counts = [int(text) for text in row.locator("td").all_inner_texts()]
        assert counts[:5] == [theme["counts"][answer] for answer in COLUMNS]
        assert sum(counts) == len(theme["cells"])
        told = checklist.messages()["list_comma"].join(
            words["checklist_count"].format(n=n, answer=name) for n, name in zip(counts, names, strict=True) if n
        )
        name = row.locator("th").inner_text()
        assert bar.locator("[role=img]").get_attribute("aria-label") == f"{name}: {told}"
        assert bar.locator("[data-words]").inner_text() == told
        assert bar.locator("[data-name]").inner_text() == name
        for answer, count in zip((*COLUMNS, "open"), counts, strict=True):
            assert bar.locator(f".kennisbank-cell--{answer}").count() == count


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_how_far_the_reader_is(ready: Ready, language: str) -> None:
    checklist = ready(language)
    progress = checklist.page.locator("[data-progress]")
    words = checklist.messages()
    expect(progress).to_have_text(words["checklist_progress_start"])
    checklist.answer(beleid="nee", samenwerking="weet_niet")
    total = len(checklist.definition()["items"])
    expect(progress).to_contain_text(words["checklist_progress_other"].format(n=2, total=total))
    expect(progress).to_contain_text(words["checklist_progress_unknown_one"].format(n=1))
    theme = sum(item["theme"] == "samen" for item in checklist.definition()["items"].values())
    expect(checklist.page.locator("[data-theme-count=samen]")).to_have_text(
        words["checklist_theme_done"].format(n=2, total=theme)
    )


@pytest.mark.parametrize("way", ["button", "browser"])
def test_going_back_keeps_every_answer_and_note_and_going_forward_shows_the_result_again(visit: Open, way: str) -> None:
    checklist = ChecklistPage(visit(), "nl")
    given = {"beleid": "nee", "intake": "weet_niet", "taalles": "deels"}
    checklist.answer_all(given)
    checklist.note("beleid", "Overleg met de GGD & <b>wethouder</b>")
    checklist.note("intake", "Vraag het Fatima")
    notes = checklist.notes()
    checklist.see_result()
    card = checklist.page.locator("[data-actions] [data-result=beleid] [data-note-text]")
    expect(card).to_have_text("Overleg met de GGD & <b>wethouder</b>")
    expect(checklist.page.locator("[data-unknown] [data-result=intake] [data-note-text]")).to_have_text(
        "Vraag het Fatima"
    )
    shown = checklist.actions(), checklist.unknown()
    if way == "button":
        checklist.back_button.click()
    else:
        checklist.page.go_back()
    checklist.see_questions()
    assert (checklist.answers(), checklist.notes()) == (given, notes)
    checklist.page.go_forward()
    expect(checklist.result).to_be_visible()
    assert (checklist.actions(), checklist.unknown()) == shown
    checklist.page.go_back()
    checklist.see_questions()
    assert (checklist.answers(), checklist.notes()) == (given, notes)


def test_another_answer_changes_the_result_and_a_cleared_answer_leaves_it(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee", intake="deels")
    checklist.see_result()
    assert set(checklist.actions()) == {"beleid", "intake"}
    assert checklist.unknown() == []
    checklist.back_button.click()
    checklist.see_questions()
    checklist.answer(intake="weet_niet")
    checklist.see_result()
    assert (checklist.actions(), checklist.unknown()) == (["beleid"], ["intake"])
    checklist.back_button.click()
    checklist.see_questions()
    checklist.page.locator("[data-item=beleid] [data-clear]").click()
    assert checklist.answers() == {"intake": "weet_niet"}
    checklist.see_result()
    assert (checklist.actions(), checklist.unknown()) == ([], ["intake"])
    expect(checklist.page.locator("[data-missing]")).to_be_visible()


def test_an_answer_changed_after_going_back_counts_when_the_reader_goes_forward(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.back_button.click()
    checklist.see_questions()
    checklist.answer(intake="nee")
    checklist.page.go_forward()
    expect(checklist.result).to_be_visible()
    assert set(checklist.actions()) == {"beleid", "intake"}


@pytest.mark.parametrize("presses", [2, 3])
def test_who_presses_the_button_more_than_once_still_needs_only_one_step_back(visit: Open, presses: int) -> None:
    checklist = ChecklistPage(visit(), "nl")
    checklist.answer(beleid="nee")
    checklist.start_button.click(click_count=presses)
    expect(checklist.result).to_be_visible()
    checklist.visit.settle()
    checklist.back_button.click()
    checklist.see_questions()
    checklist.page.wait_for_timeout(500)
    checklist.see_questions()


def test_a_link_to_a_theme_keeps_the_reader_in_the_list_with_all_answers(visit: Open) -> None:
    checklist = ChecklistPage(visit(reduced_motion="reduce"), "nl")
    checklist.answer(beleid="nee")
    checklist.page.locator(".kennisbank-toc a").nth(3).click()
    checklist.see_questions()
    assert checklist.answers() == {"beleid": "nee"}
    expect(checklist.page.locator("#thema-leren")).to_be_in_viewport()
    checklist.see_result()
    checklist.page.go_back()
    checklist.see_questions()
    assert checklist.answers() == {"beleid": "nee"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_alone_is_enough_from_the_top_of_the_page_to_the_result_and_back(
    ready: Ready, language: str
) -> None:
    checklist = ready(language)
    keyboard = checklist.page.keyboard
    checklist.page.locator(".kennisbank-skip").focus()

    def tab_to(selector: str) -> None:
        target = checklist.page.locator(selector).first
        for _ in range(300):
            keyboard.press("Tab")
            if target.evaluate("(one) => one === document.activeElement"):
                return
        pytest.fail(f"Tab does not reach {selector}")

    keyboard.press("Enter")
    tab_to("[name=q-beleid]")
    keyboard.press("Space")
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    tab_to("[data-item=beleid] .kennisbank-details--note summary")
    keyboard.press("Enter")
    tab_to("[data-item=beleid] textarea")
    keyboard.type("Bellen")
    tab_to("[name=q-intake]")
    keyboard.press("ArrowUp")
    keyboard.press("ArrowUp")
    assert checklist.answers() == {"beleid": "nee", "intake": "weet_niet"}
    assert checklist.notes() == {"beleid": "Bellen"}
    tab_to("[data-start]")
    keyboard.press("Enter")
    expect(checklist.result).to_be_visible()
    assert (checklist.actions(), checklist.unknown()) == (["beleid"], ["intake"])
    tab_to("[data-back]")
    keyboard.press("Enter")
    checklist.see_questions()
    assert checklist.answers() == {"beleid": "nee", "intake": "weet_niet"}


def _fill(checklist: ChecklistPage, what: str) -> None:
    if what == "answer":
        checklist.answer(beleid="nee")
    elif what == "note":
        checklist.note("beleid", "Bellen")
    else:
        checklist.answer(beleid="nee")
        checklist.page.locator("[data-item=beleid] [data-clear]").click()
        checklist.page.locator("[data-item=beleid] summary").first.click()


@pytest.mark.parametrize("what", ["answer", "note"])
def test_who_leaves_with_something_filled_in_is_warned_and_can_stay(visit: Open, what: str) -> None:
    checklist = ChecklistPage(visit(), "nl")
    _fill(checklist, what)
    filled = checklist.answers(), checklist.notes()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    checklist.page.on("dialog", stay)
    with checklist.page.expect_event("dialog"):
        checklist.page.locator(".kennisbank-nav a").first.click(no_wait_after=True)
    checklist.page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    checklist.see_questions()
    assert (checklist.answers(), checklist.notes()) == filled


def test_who_goes_back_while_python_still_works_is_not_led_forward_again(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.button("summary").click()
    checklist.page.evaluate(
        """() => {
          const { python } = document.querySelector("kennisbank-checklist");
          const ask = python.ask.bind(python);
          python.ask = (...given) => new Promise((go) => setTimeout(go, 500)).then(() => ask(...given));
        }"""
    )
    checklist.page.evaluate("() => history.back()")
    expect(checklist.status).not_to_be_empty()
    checklist.page.evaluate("() => history.back()")
    checklist.see_questions()
    expect(checklist.status).to_be_empty()
    checklist.page.wait_for_timeout(1000)
    checklist.see_questions()


def test_who_leaves_with_nothing_filled_in_is_not_held_up(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    asked: list[Dialog] = []

    def go(dialog: Dialog) -> None:
        asked.append(dialog)
        dialog.accept()

    checklist.page.on("dialog", go)
    _fill(checklist, "cleared")
    checklist.page.locator(".kennisbank-nav a").first.click()
    expect(checklist.page.locator("kennisbank-checklist")).to_have_count(0)
    assert asked == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_a_reload_the_form_is_empty_and_the_page_says_that_nothing_was_kept(visit: Open, language: str) -> None:
    checklist = ChecklistPage(visit(), language)
    notice = checklist.page.locator("[data-reloaded]")
    expect(notice).to_be_hidden()
    checklist.answer(beleid="nee")
    checklist.note("beleid", "Bellen")
    checklist.page.on("dialog", lambda dialog: dialog.accept())
    checklist.page.reload()
    expect(notice).to_be_visible()
    expect(notice).to_have_text(checklist.messages()["checklist_reloaded"])
    checklist.see_questions()
    assert (checklist.answers(), checklist.notes()) == ({}, {})


def test_the_result_has_no_id_twice_and_every_reference_to_an_id_is_met(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer_all(dict.fromkeys(checklist.definition()["items"], "nee"))
    checklist.see_result()
    faults: list[str] = checklist.page.evaluate(
        """() => {
          const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
          const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
          const asked = [...document.querySelectorAll("[aria-labelledby], [aria-describedby], [for]")].flatMap((one) =>
            ["aria-labelledby", "aria-describedby", "for"].flatMap((name) =>
              (one.getAttribute(name) ?? "").split(" ").filter(Boolean)));
          return [...twice, ...asked.filter((id) => !ids.includes(id))];
        }"""
    )
    nothing(faults)
