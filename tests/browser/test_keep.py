"""Answers stay on this device only when the reader asks for it, for as long as the reader chose, and go on request."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from playwright.sync_api import Dialog, expect

from tests.browser.addresses import LANGUAGES, address
from tests.browser.axe import violations
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Open, Ready
from tests.browser.findings import nothing

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("tidy")]

KEY = "kennisbank.checklist.handreiking"
NOW = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
NOTE = "Overleg met de GGD, <b>wethouder</b> & \"partners\"; daarna: 'werk'"
#: What full storage and forbidden storage do in a browser.
FULL = """Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("forbidden", "SecurityError"); },
});"""


def _record(checklist: ChecklistPage) -> dict[str, Any]:
    """What is kept, as it stands on the device."""
    held = checklist.holds()
    assert list(held) == ["local"]
    [[key, text]] = held["local"]
    assert key == KEY
    record: dict[str, Any] = json.loads(text)
    return record


def _stay(checklist: ChecklistPage) -> list[str]:
    """Turn down every question of the browser whether to leave; the kinds of question asked come in the list."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    checklist.page.on("dialog", stay)
    return asked


def test_nothing_is_kept_on_the_device_until_the_reader_asks_for_it(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee", intake="weet_niet")
    checklist.note("beleid", NOTE)
    checklist.see_result()
    checklist.plan("beleid", "regisseur meedoen", "2027-05-01")
    assert checklist.holds() == {}
    checklist.button("summary").click()
    assert checklist.holds() == {}
    checklist.button("summary-back").click()
    expect(checklist.result).to_be_visible()
    checklist.save(7)
    assert _record(checklist)["items"] == {
        "beleid": {"answer": "nee", "note": NOTE, "owner": "regisseur meedoen", "due": "2027-05-01"},
        "intake": {"answer": "weet_niet"},
    }


@pytest.mark.parametrize("days", [1, 7, 30, 90])
def test_the_reader_chooses_how_long_answers_are_kept_and_reads_until_when(ready: Ready, days: int) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    before = dt.datetime.now(dt.UTC)
    checklist.save(days)
    record = _record(checklist)
    until = dt.datetime.fromisoformat(record["until"])
    assert abs(until - before - days * DAY) < dt.timedelta(minutes=1)
    assert until - dt.datetime.fromisoformat(record["saved"]) == days * DAY
    shown = checklist.page.evaluate("(text) => new Date(text).toLocaleDateString('sv')", record["until"])
    expect(checklist.kept).to_have_text(checklist.say("kept", date=checklist.day(shown)))


def test_who_closes_the_page_and_comes_back_is_offered_what_was_kept_and_gets_all_of_it(ready: Ready) -> None:
    first = ready("nl").another_tab()
    first.answer(beleid="nee", intake="weet_niet")
    first.note("beleid", NOTE)
    first.save()
    record = _record(first)
    first.page.close()
    again = ready("nl").another_tab()
    shown = again.page.evaluate("(text) => new Date(text).toLocaleDateString('sv')", record["saved"])
    expect(again.page.locator("[data-offer-text]")).to_have_text(again.say("offer", date=again.day(shown)))
    assert (again.answers(), again.notes()) == ({}, {})
    again.button("offer-open").click()
    assert again.answers() == {"beleid": "nee", "intake": "weet_niet"}
    assert again.notes() == {"beleid": NOTE}
    expect(again.kept).to_contain_text(again.say("opened"))
    expect(again.page.locator("[data-offer]")).to_be_hidden()
    assert not again.warns()
    again.answer(beleid="ja")
    expect(again.kept).to_contain_text(again.say("kept_changed"))
    assert again.warns()
    again.save()
    expect(again.kept).not_to_contain_text(again.say("kept_changed"))
    assert _record(again)["items"]["beleid"] == {"answer": "ja", "note": NOTE}
    again.page.close()


def test_an_owner_and_a_date_that_are_not_kept_yet_are_told_too(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.save()
    assert not checklist.warns()
    checklist.plan("beleid", due="2027-05-01")
    expect(checklist.kept).to_contain_text(checklist.say("kept_changed"))
    assert checklist.warns()


def test_who_is_still_writing_an_owner_and_leaves_is_warned(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.save()
    checklist.page.locator("#plan-owner-beleid").press_sequentially("regisseur")
    assert checklist.warns()


@pytest.mark.parametrize("view", ["questions", "result"])
def test_wipe_asks_first_no_keeps_everything_and_yes_leaves_nothing_anywhere(ready: Ready, view: str) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee", intake="weet_niet")
    checklist.note("beleid", NOTE)
    checklist.see_result()
    checklist.plan("beleid", "regisseur meedoen", "2027-05-01")
    checklist.button("summary").click()
    checklist.button("summary-back").click()
    expect(checklist.result).to_be_visible()
    if view == "questions":
        checklist.back_button.click()
        checklist.see_questions()
    checklist.save()
    record = _record(checklist)
    checklist.button("wipe").click()
    expect(checklist.button("wipe-ask")).to_contain_text(checklist.say("wipe_ask"))
    assert _record(checklist) == record
    checklist.button("wipe-no").click()
    expect(checklist.button("wipe-ask")).to_have_count(0)
    assert _record(checklist) == record
    assert checklist.answers() == {"beleid": "nee", "intake": "weet_niet"}
    assert checklist.notes() == {"beleid": NOTE}
    checklist.button("wipe").click()
    checklist.button("wipe-yes").click()
    expect(checklist.kept).to_have_text(checklist.say("wiped"))
    assert checklist.holds() == {}
    assert (checklist.answers(), checklist.notes()) == ({}, {})
    assert not checklist.warns()
    if view == "result":
        expect(checklist.page.locator("[data-actions] > li")).to_have_count(0)
    left = checklist.page.locator("body").evaluate(
        "(body, words) => words.filter((word) => body.textContent.includes(word) ||"
        " [...document.querySelectorAll('input, textarea')].some((one) => one.value.includes(word)))",
        [NOTE, "regisseur meedoen", "2027-05-01"],
    )
    assert left == []


def test_after_wiping_the_owner_and_the_date_do_not_come_back(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.plan("beleid", "regisseur meedoen", "2027-05-01")
    assert checklist.planned() == {"beleid": ("regisseur meedoen", "2027-05-01")}
    checklist.wipe()
    expect(checklist.page.locator("[data-actions] > li")).to_have_count(0)
    expect(checklist.status).to_be_empty()
    checklist.back_button.click()
    checklist.see_questions()
    checklist.answer(beleid="nee")
    checklist.see_result()
    assert checklist.actions() == ["beleid"]
    assert checklist.planned() == {}


ANY_PAGE = [("nl", "home"), ("nl", "not-found"), ("nl", "chapter"), ("nl", "checklist"), ("en", "home"), ("ar", "tips")]


def test_once_the_time_is_over_opening_any_page_of_the_site_removes_what_was_kept(visit: Open) -> None:
    reader = visit()
    reader.context.clock.set_fixed_time(NOW)
    checklist = ChecklistPage(reader, "nl")
    checklist.answer(beleid="nee")
    checklist.save(7)
    record = json.dumps(_record(checklist))
    page = checklist.page
    faults = []
    for language, kind in ANY_PAGE:
        for after, stays in ((7 * DAY - HOUR, True), (7 * DAY + HOUR, False)):
            page.evaluate("(pair) => localStorage.setItem(...pair)", [KEY, record])
            reader.context.clock.set_fixed_time(NOW + after)
            reader.go(address(language, kind))
            if bool(checklist.holds()) is not stays:
                faults.append(f"{language} {kind}, {after} after saving: {checklist.holds()}")
    nothing(faults)


MALFORMED = {
    "no JSON": "{{{",
    "nothing": "",
    "null": "null",
    "a number": "7",
    "a list": "[]",
    "no time": json.dumps({"items": {"beleid": {"answer": "nee"}}, "saved": "2027-03-01T12:00:00Z"}),
    "a time that is none": json.dumps({"items": {}, "saved": "2027-03-01T12:00:00Z", "until": "straks"}),
    "no items": json.dumps({"saved": "2027-03-01T12:00:00Z", "until": "2027-03-08T12:00:00Z"}),
    "items that are none": json.dumps({"items": 7, "saved": "2027-03-01T12:00:00Z", "until": "2027-03-08T12:00:00Z"}),
    "no moment of saving": json.dumps({"items": {"beleid": {"answer": "nee"}}, "until": "2027-03-08T12:00:00Z"}),
}


def test_what_is_kept_and_cannot_be_read_is_removed_and_nothing_breaks(visit: Open) -> None:
    reader = visit()
    reader.context.clock.set_fixed_time(NOW)
    checklist = ChecklistPage(reader, "nl")
    faults = []
    for what, text in MALFORMED.items():
        checklist.page.evaluate("(pair) => localStorage.setItem(...pair)", [KEY, text])
        reader.go(checklist.path)
        expect(checklist.page.locator("kennisbank-checklist.kennisbank-ready")).to_be_visible()
        if checklist.holds():
            faults.append(f"{what}: still there")
        if checklist.page.locator("[data-offer]").is_visible():
            faults.append(f"{what}: offered")
    nothing(faults)
    checklist.answer(beleid="nee")
    checklist.save()
    assert _record(checklist)["items"] == {"beleid": {"answer": "nee"}}
    nothing(reader.complaints())


def test_what_is_kept_with_strange_values_in_it_opens_without_them(visit: Open) -> None:
    reader = visit()
    reader.context.clock.set_fixed_time(NOW)
    checklist = ChecklistPage(reader, "nl")
    items = (
        '{"beleid":{"answer":"nee","note":"<img src=x onerror=window.hit=1>","due":"2027-02-30"},'
        '"intake":{"answer":"\\"]","note":7},"samenwerking":null,"taalles":"ja","bestaat-niet":{"answer":"ja"},'
        '"__proto__":{"answer":"ja","hit":1},"constructor":{"answer":"ja"}}'
    )
    text = f'{{"items":{items},"saved":"2027-03-01T11:00:00Z","until":"2027-03-08T12:00:00Z","revision":"1"}}'
    checklist.page.evaluate("(pair) => localStorage.setItem(...pair)", [KEY, text])
    reader.go(checklist.path)
    checklist.button("offer-open").click()
    assert checklist.answers() == {"beleid": "nee"}
    assert checklist.notes() == {"beleid": "<img src=x onerror=window.hit=1>"}
    expect(checklist.kept).to_contain_text(checklist.say("told_other_definition"))
    assert checklist.page.evaluate("[window.hit, ({}).hit]") == [None, None]
    nothing(reader.complaints())


def test_a_clock_that_went_back_since_saving_is_told(visit: Open) -> None:
    reader = visit()
    reader.context.clock.set_fixed_time(NOW)
    checklist = ChecklistPage(reader, "nl")
    checklist.answer(beleid="nee")
    checklist.save()
    for moment, told in ((NOW + HOUR, False), (NOW - HOUR, True)):
        reader.context.clock.set_fixed_time(moment)
        reader.go(checklist.path)
        expect(checklist.page.locator("[data-offer]")).to_be_visible()
        assert checklist.page.locator("[data-clock]").is_visible() is told
    expect(checklist.button("clock")).to_have_text(checklist.say("clock"))


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_second_tab_never_overwrites_the_first_without_asking(ready: Ready, choice: str) -> None:
    mine = ready("nl")
    theirs = mine.another_tab()
    mine.answer(beleid="nee")
    theirs.answer(beleid="ja", intake="deels")
    theirs.note("intake", "van de collega")
    theirs.save()
    mine.see_what_is_kept_in(theirs)
    kept = _record(mine)
    mine.save()
    expect(mine.button("conflict")).to_contain_text(mine.say("keep_conflict"))
    assert _record(mine) == kept
    assert mine.answers() == {"beleid": "nee"}
    mine.button(choice).click()
    expect(mine.button("conflict")).to_have_count(0)
    expected = {
        "mine": {"beleid": {"answer": "nee"}},
        "theirs": {"beleid": {"answer": "ja"}, "intake": {"answer": "deels", "note": "van de collega"}},
    }[choice]
    assert _record(mine)["items"] == expected
    assert mine.answers() == {item: parts["answer"] for item, parts in expected.items()}
    assert not mine.warns()
    theirs.page.close()


def test_who_saves_over_a_conflict_leaves_the_other_tab_knowing_that_its_answers_are_not_kept(ready: Ready) -> None:
    mine = ready("nl")
    theirs = mine.another_tab()
    theirs.answer(beleid="ja")
    theirs.save()
    mine.see_what_is_kept_in(theirs)
    mine.answer(beleid="nee")
    mine.save()
    mine.button("mine").click()
    expect(theirs.kept).not_to_contain_text(theirs.say("kept", date="|").partition("|")[0])
    assert theirs.warns()
    theirs.save()
    expect(theirs.button("conflict")).to_be_visible()
    theirs.page.close()


def test_who_wipes_in_one_tab_is_warned_in_the_other_that_its_answers_stand_nowhere_else(ready: Ready) -> None:
    mine = ready("nl")
    theirs = mine.another_tab()
    theirs.answer(beleid="ja")
    theirs.save()
    assert not theirs.warns()
    mine.see_what_is_kept_in(theirs)
    mine.wipe()
    expect(theirs.kept).to_have_text("")
    assert theirs.answers() == {"beleid": "ja"}
    assert theirs.warns()
    theirs.page.close()


def test_an_empty_second_tab_is_offered_what_the_first_one_kept(ready: Ready) -> None:
    empty = ready("nl")
    other = empty.another_tab()
    other.answer(beleid="ja")
    other.save()
    empty.button("offer-open").click()
    assert empty.answers() == {"beleid": "ja"}
    other.page.close()


def test_opening_what_was_kept_does_not_silently_replace_what_was_filled_in_since(ready: Ready) -> None:
    first = ready("nl").another_tab()
    first.answer(beleid="ja")
    first.save()
    first.page.close()
    again = ready("nl").another_tab()
    expect(again.button("offer-open")).to_be_visible()
    again.answer(intake="nee")
    again.button("offer-open").click()
    expect(again.button("conflict")).to_be_visible()
    assert again.answers().get("intake") == "nee"
    again.page.close()


@pytest.mark.parametrize(("storage", "told"), [(FULL, "keep_full"), (FORBIDDEN, "keep_forbidden")])
def test_storage_that_is_full_or_forbidden_says_so_and_everything_else_keeps_working(
    visit: Open, storage: str, told: str
) -> None:
    reader = visit()
    reader.context.add_init_script(storage)
    checklist = ChecklistPage(reader, "nl")
    checklist.answer(beleid="nee")
    checklist.note("beleid", NOTE)
    checklist.save()
    expect(checklist.kept).to_have_text(checklist.say(told))
    assert checklist.warns()
    checklist.see_result()
    assert checklist.actions() == ["beleid"]
    name, text = checklist.take("json")
    assert name.endswith(".json")
    assert json.loads(text)["items"] == {"beleid": {"answer": "nee", "note": NOTE}}
    checklist.button("wipe").click()
    checklist.button("wipe-yes").click()
    expect(checklist.kept).to_have_text(checklist.say("wiped"))
    assert (checklist.answers(), checklist.notes()) == ({}, {})
    nothing(reader.complaints())


def test_storage_that_is_really_full_keeps_what_was_saved_before(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    checklist.answer(beleid="nee")
    checklist.save()
    before = _record(checklist)
    checklist.page.evaluate(
        """() => {
          for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
            for (let n = 0; ; n += 1) {
              try { localStorage.setItem(`elders-${size}-${n}`, "x".repeat(size)); } catch { break; }
            }
          }
        }"""
    )
    checklist.note("beleid", NOTE)
    checklist.save()
    expect(checklist.kept).to_contain_text(checklist.say("keep_full"))
    assert json.loads(checklist.page.evaluate("(key) => localStorage.getItem(key)", KEY)) == before
    assert checklist.warns()


def test_a_site_that_is_served_without_encryption_can_keep_answers_too(visit: Open) -> None:
    reader = visit()
    reader.context.add_init_script("delete Crypto.prototype.randomUUID;")  # browsers leave it out there
    checklist = ChecklistPage(reader, "nl")
    checklist.answer(beleid="nee")
    checklist.save()
    assert _record(checklist)["items"] == {"beleid": {"answer": "nee"}}


@pytest.mark.parametrize("safe", ["save", "json"])
def test_leaving_warns_until_the_answers_are_kept_or_stand_in_a_file_and_again_after_a_change(
    visit: Open, safe: str
) -> None:
    checklist = ChecklistPage(visit(), "nl")
    asked = _stay(checklist)
    elsewhere = checklist.page.locator(".kennisbank-nav a").first
    checklist.answer(beleid="nee")
    with checklist.page.expect_event("dialog"):
        elsewhere.click(no_wait_after=True)
    checklist.page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    if safe == "save":
        checklist.save()
    else:
        checklist.take("json")
    assert not checklist.warns()
    checklist.answer(intake="ja")
    with checklist.page.expect_event("dialog"):
        elsewhere.click(no_wait_after=True)
    checklist.page.wait_for_timeout(300)
    assert asked == ["beforeunload"] * 2
    checklist.answer(intake="ja")
    checklist.page.locator("[data-item=intake] [data-clear]").click()
    elsewhere.click()
    expect(checklist.page.locator("kennisbank-checklist")).to_have_count(0)
    assert asked == ["beforeunload"] * 2


@pytest.mark.parametrize("kind", ["csv", "ics"])
def test_a_file_that_cannot_be_opened_here_again_does_not_count_as_kept(ready: Ready, kind: str) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.plan("beleid", due="2027-05-01")
    checklist.take(kind)
    assert checklist.warns()


def test_the_keyboard_alone_is_enough_to_save_to_come_back_and_to_wipe(ready: Ready) -> None:
    checklist = ready("nl").another_tab()
    keyboard = checklist.page.keyboard

    def tab_to(page: ChecklistPage, selector: str) -> None:
        target = page.page.locator(selector).first
        for _ in range(300):
            page.page.keyboard.press("Tab")
            if target.evaluate("(one) => one === document.activeElement"):
                return
        pytest.fail(f"Tab does not reach {selector}")

    tab_to(checklist, "[name=q-beleid]")
    keyboard.press("Space")
    tab_to(checklist, "[data-days]")
    keyboard.press("ArrowUp")
    tab_to(checklist, "[data-save]")
    keyboard.press("Enter")
    record = _record(checklist)
    assert record["items"] == {"beleid": {"answer": "ja"}}
    lasting = dt.datetime.fromisoformat(record["until"]) - dt.datetime.fromisoformat(record["saved"])
    assert lasting == 7 * DAY
    checklist.page.close()

    again = ready("nl").another_tab()
    keyboard = again.page.keyboard
    expect(again.button("offer-open")).to_be_visible()
    tab_to(again, "[data-offer-open]")
    keyboard.press("Enter")
    assert again.answers() == {"beleid": "ja"}
    tab_to(again, "[data-wipe]")
    keyboard.press("Enter")
    expect(again.button("wipe-no")).to_be_focused()
    keyboard.press("Enter")
    expect(again.button("wipe")).to_be_focused()
    assert _record(again) == record
    keyboard.press("Enter")
    expect(again.button("wipe-no")).to_be_focused()
    keyboard.press("Shift+Tab")
    keyboard.press("Enter")
    expect(again.kept).to_have_text(again.say("wiped"))
    assert again.holds() == {}
    assert again.answers() == {}
    again.page.close()


@pytest.mark.parametrize("pressed", ["offer-open", "mine", "theirs", "wipe-no", "wipe-yes"])
def test_a_button_that_goes_away_when_it_is_pressed_hands_the_focus_to_something_that_shows(
    ready: Ready, pressed: str
) -> None:
    checklist = ready("nl")
    other = checklist.another_tab()
    other.answer(beleid="ja")
    other.save()
    other.page.close()
    expect(checklist.button("offer")).to_be_visible()
    if pressed in ("mine", "theirs"):
        checklist.answer(beleid="nee")
        checklist.save()
    elif pressed != "offer-open":
        checklist.button("wipe").click()
    checklist.button(pressed).focus()
    checklist.page.keyboard.press("Enter")
    expect(checklist.button(pressed)).to_have_count(0)
    checklist.page.wait_for_timeout(100)
    assert checklist.page.evaluate(
        "document.activeElement !== document.body && document.activeElement.checkVisibility()"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_while_the_page_offers_asks_and_tells_what_is_kept(ready: Ready, language: str) -> None:
    checklist = ready(language)
    other = checklist.another_tab()
    other.answer(beleid="ja")
    other.save()
    other.page.close()
    expect(checklist.button("offer")).to_be_visible()
    checklist.answer(beleid="nee")
    checklist.save()
    expect(checklist.button("conflict")).to_be_visible()
    checklist.button("wipe").click()
    expect(checklist.button("wipe-ask")).to_be_visible()
    nothing(violations(checklist.page))
