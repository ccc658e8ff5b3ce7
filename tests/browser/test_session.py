"""A trainer puts a session together: parts in an order, the time in all, on paper, in a file and back from it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from scripts.addresses import DEFAULT_URL
from scripts.content import load
from scripts.localise import localise
from tests.browser.addresses import LANGUAGES
from tests.browser.axe import violations_in_every_dress
from tests.browser.conftest import Open
from tests.browser.findings import nothing
from tests.browser.leaks import EMPTY, HELD, LISTEN, only_files_of_the_site
from tests.browser.paper import sheets
from tests.browser.session_page import PATH, SessionPage
from tests.browser.test_pages import STICKING_OUT
from tests.browser.test_sizes import BELOW_44, TOO_SMALL, ZOOMED
from tests.conftest import ROOT, Served
from tools import sessions
from tools.dispatch import handle

pytestmark = pytest.mark.browser

OWN = ("nl", "en")
READY = "een-uur"
ATTACK = '<img src=x onerror="window.hit=1"><script>window.hit=2</script>{{n}}{n}'
#: A session with something of everything.
WHOLE: dict[str, Any] = {
    "title": 'Over "wachten", samen',
    "for": "جلسة قصيرة",
    "starts": "13:15",
    "aim": ["Eén doel; en nog iets"],
    "prepare": ["Stoelen in een kring"],
    "take_home": ["Een vraag op papier"],
    "notes": ["Sluit op tijd af"],
    "parts": [
        {"minutes": 10, "title": "Wat spreken we af?", "what": ["Lees de afspraken voor.", "Vraag of het goed is."]},
        {"minutes": 30, "title": "Riaz", "casus": "riaz", "ask": ["Wat wil Riaz?"]},
        {"title": "Afronden"},
    ],
}


def _file(session: dict[str, Any], /, **others: Any) -> str:
    head = {"format": "kennisbank-sessie", "version": 1, "made_on": "2026-10-05"}
    return json.dumps(head | session | others, ensure_ascii=False)


def _ready(language: str) -> dict[str, Any]:
    """The ready session as its author wrote it, in ``language``."""
    content = load([ROOT / "docs"])
    data = localise(content, language)["sessions"][READY]
    found: dict[str, Any] = json.loads(json.dumps(data, default=str))
    del found["minutes"]  # the parts tell them
    return found


@pytest.fixture
def builder(visit: Open) -> SessionPage:
    return SessionPage(visit())


# --- putting it together ---


@pytest.mark.parametrize("language", OWN)
def test_a_ready_session_is_set_out_whole_and_saving_it_gives_all_its_parts(visit: Open, language: str) -> None:
    builder = SessionPage(visit(), language)
    builder.start_with(READY)
    ready = _ready(language)
    assert builder.titles() == [part["title"] for part in ready["parts"]]
    minutes = sum(part["minutes"] for part in ready["parts"])
    expect(builder.total).to_have_text(builder.say("session_total_other", n=minutes))
    expect(builder.told).to_have_text(builder.say("session_set_out"))
    assert not builder.warns()
    today = "new Date().toLocaleDateString('sv')"
    before = builder.page.evaluate(today)
    name, kept = builder.take()
    made_on = kept["made_on"]
    assert made_on in {before, builder.page.evaluate(today)}
    assert name == f"kennisbank-sessie-{made_on}.json"
    assert kept == {"format": "kennisbank-sessie", "version": 1, "made_on": made_on, **ready}
    nothing(builder.visit.complaints())


def test_a_story_brings_its_title_minutes_and_questions_and_leads_to_its_pages(builder: SessionPage) -> None:
    builder.add_casus("yarah")
    casus = builder.known["casus"]["yarah"]
    card = builder.cards.nth(0)
    assert card.locator("[name=title]").input_value() == casus["title"]
    assert card.locator("[name=minutes]").input_value() == str(casus["minutes"])
    assert card.locator("[name=ask]").input_value().split("\n") == casus["ask"]
    expect(card.locator("[name=title]")).to_be_focused()
    for link, end in (("url", ""), ("handout", "opgave/"), ("leader", "begeleiding/")):
        address = card.locator(f"[data-link={link}]").evaluate("(link) => link.href")
        assert address == f"{builder.visit.url}verhalen/yarah/{end}"
        assert builder.page.request.get(address).ok


def test_by_keyboard_alone_parts_are_added_put_in_another_order_removed_and_put_back(builder: SessionPage) -> None:
    page, keys = builder.page, builder.page.keyboard
    for title in ("een", "twee", "drie"):
        builder.button("add").focus()
        keys.press("Enter")
        expect(builder.cards.last.locator("[name=title]")).to_be_focused()
        keys.type(title)
    builder.move(2, -1).focus()
    keys.press("Enter")
    assert builder.titles() == ["een", "drie", "twee"]
    expect(page.locator("[data-parts-status]")).to_have_text(builder.say("session_moved", n=2, total=3))
    expect(builder.move(1, -1)).to_be_focused()
    keys.press("Enter")
    assert builder.titles() == ["drie", "een", "twee"]
    expect(builder.move(0, 1)).to_be_focused()
    expect(builder.move(0, -1)).to_be_disabled()
    expect(builder.move(2, 1)).to_be_disabled()
    builder.cards.nth(1).locator("[data-remove]").focus()
    keys.press("Enter")
    assert builder.titles() == ["drie", "twee"]
    expect(builder.button("undo")).to_be_focused()
    keys.press("Enter")
    assert builder.titles() == ["drie", "een", "twee"]
    expect(builder.cards.nth(1).locator("[name=title]")).to_be_focused()
    numbers = builder.cards.locator("h3").all_inner_texts()
    titles = enumerate(["drie", "een", "twee"], 1)
    assert numbers == [builder.say("session_part_named", n=number, title=title) for number, title in titles]
    names = [builder.move(place, 1).text_content() for place in range(2)]
    assert names == [f"{builder.say('session_later')}: {name}" for name in numbers[:2]]


def test_the_time_adds_up_and_runs_past_midnight(builder: SessionPage) -> None:
    builder.start_with("dagdeel")
    builder.page.fill("[name=starts]", "22:30")
    minutes = sum(part["minutes"] for part in builder.known["sessions"]["dagdeel"]["parts"])
    until = divmod((22 * 60 + 30 + minutes) % (24 * 60), 60)
    told = [
        builder.say("session_total_other", n=minutes),
        builder.say("session_until", **{"from": "22:30", "to": f"{until[0]:02}:{until[1]:02}"}),
    ]
    expect(builder.total).to_have_text(" ".join(told))


@pytest.mark.parametrize("wrong", ["0", "-5", "481", "2.5"])
def test_minutes_that_cannot_be_are_told_and_do_not_count(builder: SessionPage, wrong: str) -> None:
    builder.add_casus("riaz")
    minutes = builder.cards.nth(0).locator("[name=minutes]")
    minutes.fill(wrong)
    expect(builder.cards.nth(0).locator("[data-wrong]:visible")).to_have_text(
        builder.say("session_wrong_minutes", n=480)
    )
    assert minutes.get_attribute("aria-invalid") == "true"
    expect(builder.total).to_have_text(builder.say("session_untimed_one", n=1))
    minutes.fill("20")
    expect(builder.cards.nth(0).locator("[data-wrong]:visible")).to_have_count(0)
    expect(builder.total).to_have_text(builder.say("session_total_other", n=20))


@pytest.mark.parametrize("text", ["x" * (sessions.LONGEST["lines"] + 1), "\n".join("x" * (sessions.MOST_LINES + 1))])
def test_a_text_that_does_not_fit_in_a_file_is_told_before_anything_of_it_is_lost(
    builder: SessionPage, text: str
) -> None:
    builder.add_casus("riaz")
    what = builder.cards.nth(0).locator("[name=what]")
    what.fill(text)
    said = builder.say("session_wrong_lines", n=sessions.MOST_LINES, m=sessions.LONGEST["lines"])
    expect(builder.page.locator("[data-wrong]:visible")).to_have_text(said)
    builder.button("save").click()
    expect(builder.saved).to_have_text(builder.say("session_wrong"))
    expect(what).to_be_focused()
    assert builder.warns()
    assert builder.visit.asked("runtime/") == []
    what.fill("Kort.")
    expect(builder.page.locator("[data-wrong]:visible")).to_have_count(0)
    assert builder.take()[1]["parts"][0]["what"] == ["Kort."]


def test_what_is_filled_in_is_only_replaced_by_another_session_after_yes(builder: SessionPage) -> None:
    builder.page.fill("[name=title]", "Mijn sessie")
    builder.start_with(READY)
    expect(builder.button("replace-no")).to_be_focused()
    builder.button("replace-no").click()
    expect(builder.button("use")).to_be_focused()
    expect(builder.told).to_have_text(builder.say("session_kept"))
    assert builder.page.input_value("[name=title]") == "Mijn sessie"
    for answer in ("no", "yes"):
        builder.page.locator("[data-file]").focus()
        builder.give(_file(WHOLE))
        expect(builder.button("replace-no")).to_be_focused()
        builder.button(f"replace-{answer}").click()
        expect(builder.page.locator("[data-file]")).to_be_focused()
        kept = builder.page.input_value("[name=title]")
        assert kept == ("Mijn sessie" if answer == "no" else WHOLE["title"])
    assert builder.titles() == [part["title"] for part in WHOLE["parts"]]


def test_a_question_is_over_as_soon_as_something_else_is_chosen(builder: SessionPage) -> None:
    builder.page.fill("[name=title]", "Mijn sessie")
    builder.start_with(READY)
    builder.page.locator("[data-base]").select_option("dagdeel")
    expect(builder.button("replace")).to_be_hidden()
    builder.button("use").click()
    builder.button("replace-yes").click()
    assert builder.page.input_value("[name=title]") == builder.known["sessions"]["dagdeel"]["title"]
    builder.page.fill("[name=title]", "Weer iets anders")
    builder.give(_file(WHOLE))
    expect(builder.button("replace-no")).to_be_visible()
    builder.give(FAULTS["cut_off"])
    expect(builder.told).to_have_text(builder.say("checklist_fault_cut_off"))
    expect(builder.button("replace")).to_be_hidden()
    assert builder.page.input_value("[name=title]") == "Weer iets anders"


def test_who_is_writing_when_a_file_has_been_read_goes_on_writing_and_hears_of_the_question(
    builder: SessionPage,
) -> None:
    builder.visit.hold("**/*.wasm")
    builder.give(_file(WHOLE))
    builder.page.locator("[name=title]").focus()
    builder.page.keyboard.type("Mijn ses")
    builder.visit.release()
    expect(builder.told).to_have_text(builder.say("session_replace"))
    builder.page.keyboard.type("sie voor ons")
    assert builder.page.input_value("[name=title]") == "Mijn sessie voor ons"
    expect(builder.button("replace-no")).to_be_visible()
    assert builder.titles() == []


def test_all_that_was_removed_can_be_put_back_and_counts_as_filled_in(builder: SessionPage) -> None:
    for title in ("een", "twee", "drie"):
        builder.button("add").click()
        builder.cards.last.locator("[name=title]").fill(title)
    for _ in range(3):
        builder.cards.nth(0).locator("[data-remove]").click()
    builder.start_with(READY)
    expect(builder.button("replace-no")).to_be_visible()
    builder.button("replace-no").click()
    builder.button("add").click()
    builder.cards.last.locator("[name=title]").fill("vier")
    for _ in range(3):
        builder.button("undo").first.click()
    assert builder.titles() == ["een", "twee", "drie", "vier"]
    expect(builder.button("undo")).to_have_count(0)


def test_a_file_is_saved_also_when_another_one_is_opened_meanwhile(builder: SessionPage) -> None:
    builder.page.fill("[name=title]", "Mijn sessie")
    builder.visit.hold("**/*.wasm")
    with builder.page.expect_download() as download:
        builder.button("save").click()
        builder.give(_file(WHOLE))
        builder.visit.release()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["title"] == "Mijn sessie"
    builder.button("replace-yes").click()
    assert builder.page.input_value("[name=title]") == WHOLE["title"]


def test_of_two_files_that_are_chosen_fast_after_each_other_the_last_one_is_opened(builder: SessionPage) -> None:
    builder.visit.hold("**/*.wasm")
    builder.give(_file({"title": "eerste"}))
    builder.give(_file({"title": "tweede"}))
    builder.visit.release()
    expect(builder.page.locator("[name=title]").first).to_have_value("tweede")
    expect(builder.button("replace")).to_be_hidden()


def test_there_is_no_file_of_nothing(builder: SessionPage) -> None:
    builder.button("save").click()
    expect(builder.saved).to_have_text(builder.say("session_nothing"))
    assert builder.visit.asked("runtime/") == []


@pytest.mark.parametrize("press", ["save", "print"])
@pytest.mark.parametrize("field", ["a name that is too long", "half a time", "minutes that cannot be"])
def test_what_does_not_fit_counts_as_filled_in_and_is_told_before_it_is_saved_or_printed(
    builder: SessionPage, field: str, press: str
) -> None:
    page = builder.page
    page.evaluate("void (window.print = () => { window.printed = true; })")
    if field == "a name that is too long":
        place, key = page.locator("#sessie-naam"), "session_wrong_text"
        place.fill("n" * (sessions.LONGEST["title"] + 1))
    elif field == "half a time":
        place, key = page.locator("[name=starts]"), "session_wrong_time"
        place.focus()
        page.keyboard.type("09")
        place.dispatch_event("input")
    else:
        builder.button("add").click()
        place, key = builder.cards.nth(0).locator("[name=minutes]"), "session_wrong_minutes"
        place.fill("600")
    expect(page.locator("[data-wrong]:visible")).to_have_text(builder.say(key, n=480 if "minutes" in key else 200))
    assert builder.warns()
    builder.button(press).click()
    expect(builder.saved).to_have_text(builder.say("session_wrong"))
    expect(place).to_be_focused()
    assert page.evaluate("window.printed") is None
    builder.start_with(READY)
    expect(builder.button("replace-no")).to_be_visible()


def test_after_a_part_of_which_the_time_is_not_known_no_time_is_told(builder: SessionPage) -> None:
    parts = [{"title": "een", "minutes": 1}, {"title": "twee"}, {"title": "drie", "minutes": 20}]
    builder.give(_file({"starts": "09:00", "parts": parts}))
    told = [builder.say("session_total_other", n=21), builder.say("session_untimed_one", n=1)]
    expect(builder.total).to_have_text(" ".join(told))
    shown = builder.page.locator("[data-sheet] ol > li > p:first-child").all_text_contents()
    one, other = builder.say("session_length_one", n=1), builder.say("session_length_other", n=20)
    assert shown == [f"09:00 een {one}", "09:01 twee", f"drie {other}"]


def test_a_session_takes_no_more_parts_than_a_file_may_hold(builder: SessionPage) -> None:
    builder.give(_file({"parts": [{"title": str(number)} for number in range(sessions.MOST_PARTS)]}))
    expect(builder.cards).to_have_count(sessions.MOST_PARTS)
    expect(builder.button("add")).to_be_disabled()
    expect(builder.button("add-casus")).to_be_disabled()
    expect(builder.button("full")).to_be_visible()
    builder.cards.nth(0).locator("[data-remove]").click()
    expect(builder.button("undo")).to_be_enabled()
    builder.button("add").click()
    expect(builder.button("undo")).to_be_disabled()


# --- files ---


def test_a_file_opened_in_another_language_gives_back_every_word_and_tells_of_its_day(visit: Open) -> None:
    first = SessionPage(visit())
    first.give(_file(WHOLE))
    expect(first.told).to_have_text(first.say("checklist_file_opened", date=first.day("2026-10-05")))
    assert not first.warns()
    _, kept = first.take()
    english = SessionPage(visit(), "en")
    english.give(json.dumps(kept))
    expect(english.told).to_have_text(english.say("checklist_file_opened", date=english.day(kept["made_on"])))
    title = english.known["casus"]["riaz"]["title"]
    expect(english.cards.nth(1).locator("[data-link=url]")).to_have_text(title)
    assert {key: value for key, value in english.take()[1].items() if key in WHOLE} == WHOLE


FAULTS: dict[str, str] = {
    "not_json": "<html>geen JSON</html>",
    "cut_off": _file(WHOLE)[:300],
    "too_large": _file(WHOLE) + " " * 1_000_001,
    "newer_version": _file(WHOLE, version=2),
    "not_ours": _file(WHOLE, format="kennisbank-checklist"),
    "empty": _file({}),
}


@pytest.mark.parametrize("language", OWN)
def test_a_file_that_cannot_be_used_is_told_and_changes_nothing(visit: Open, language: str) -> None:
    assert set(FAULTS) == set(sessions.FAULTS)
    builder = SessionPage(visit(), language)
    builder.add_casus("riaz")
    before = builder.page.evaluate("document.querySelector('kennisbank-session').text()")
    for fault, text in FAULTS.items():
        builder.give(text)
        own = f"session_fault_{fault}"
        expect(builder.told).to_have_text(builder.say(own if own in builder.messages else f"checklist_fault_{fault}"))
        expect(builder.button("replace")).to_be_hidden()
        assert builder.page.evaluate("document.querySelector('kennisbank-session').text()") == before
        assert builder.warns()


def test_what_is_left_out_of_a_file_is_told_and_markup_stays_text(builder: SessionPage) -> None:
    parts = [{"title": ATTACK, "what": [ATTACK], "casus": "bestaat-niet", "minutes": 999, "__proto__": {"hit": 1}}]
    builder.give(_file({"title": ATTACK, "aim": ["x" * 5000], "parts": parts}, constructor={"prototype": {"hit": 1}}))
    for code in sessions.TOLD:
        own = f"session_told_{code}"
        expect(builder.told).to_contain_text(builder.say(own if own in builder.messages else f"checklist_told_{code}"))
    assert builder.titles() == [ATTACK]
    expect(builder.page.locator("[data-sheet] h2")).to_have_text(ATTACK)
    assert builder.page.evaluate("[window.hit, ({}).hit, [].hit]") == [None, None, None]
    assert builder.page.locator("kennisbank-session :is(img[src=x], script:not([type]))").count() == 0


def test_when_python_does_not_come_the_page_says_so_and_the_session_stays_and_prints(visit: Open) -> None:
    builder = SessionPage(visit())
    builder.add_casus("riaz")
    builder.page.route("**/*.wasm", lambda route: route.abort("connectionreset"))
    builder.button("save").click()
    expect(builder.saved).to_have_text(builder.say("session_failed"))
    builder.give(_file(WHOLE))
    expect(builder.told).to_have_text(builder.say("session_failed"))
    assert builder.titles() == [builder.known["casus"]["riaz"]["title"]]
    assert builder.warns()
    assert builder.known["casus"]["riaz"]["title"] in builder.page.locator("[data-sheet]").inner_html()
    builder.page.unroute("**/*.wasm")
    builder.take()
    assert not builder.warns()


def test_python_is_not_asked_for_before_a_file_is(builder: SessionPage) -> None:
    builder.start_with(READY)
    builder.add_casus("riaz")
    builder.visit.settle()
    assert builder.visit.asked("runtime/") == []


def test_nothing_is_kept_and_nothing_is_sent(visit: Open, served: Served) -> None:
    reader = visit()
    told: list[str] = []

    def note(text: str) -> None:
        told.append(text)

    reader.page.expose_function("kennisbankTold", note)
    reader.page.add_init_script(LISTEN)
    builder = SessionPage(reader)
    builder.give(_file(WHOLE))
    expect(builder.cards).to_have_count(3)
    builder.add_casus("yarah")
    builder.take()
    assert told == []
    held = builder.page.evaluate(HELD)
    assert {key: held[key] for key in EMPTY} == EMPTY
    only_files_of_the_site(reader, served)


def test_python_in_the_page_reads_and_writes_as_python_does_here(builder: SessionPage) -> None:
    definition = {"casus": builder.known["casus"]}
    texts = [_file(WHOLE), _file({"parts": [{"casus": "weg", "minutes": True}], "starts": "24:00"}), *FAULTS.values()]
    asked = [
        {"id": number, "tool": "session.read", "definition": definition, "answers": {"text": text}}
        for number, text in enumerate(texts, 1)
        if len(text) <= 100_000
    ]
    given = {"session": WHOLE, "made_on": "2026-11-22"}
    asked.append({"id": 99, "tool": "session.write", "definition": definition, "answers": given})
    results = builder.page.evaluate(
        """async (asked) => {
          const { python } = document.querySelector("kennisbank-session").files;
          const results = [];
          for (const { tool, definition, answers } of asked) results.push(await python.ask(tool, definition, answers));
          return results;
        }""",
        asked,
    )
    assert results == [json.loads(handle(json.dumps(request)))["result"] for request in asked]
    assert {result.get("fault") for result in results} >= set(FAULTS) - {"too_large"}


# --- paper, and without JavaScript ---


@pytest.mark.parametrize("language", OWN)
def test_the_sheet_has_every_part_with_its_time_and_nothing_of_the_form(visit: Open, language: str) -> None:
    builder = SessionPage(visit(), language)
    builder.give(_file(WHOLE))
    expect(builder.cards).to_have_count(3)
    builder.page.emulate_media(media="print")
    said = builder.page.locator("body").inner_text()
    for line in (WHOLE["title"], *WHOLE["aim"], *WHOLE["parts"][0]["what"], "Wat wil Riaz?", *WHOLE["notes"]):
        assert line in said
    assert all(line in said for field in ("prepare", "take_home") for line in WHOLE[field])
    assert WHOLE["for"] in said
    rows = builder.page.locator("[data-sheet] ol > li > p:first-child bdi").all_text_contents()
    assert rows == ["13:15", "13:25", "13:55"]
    assert f"{DEFAULT_URL}{LANGUAGES[language].prefix}verhalen/riaz/" in said
    assert builder.page.locator("[data-sheet] p", has_text=WHOLE["for"]).get_attribute("dir") == "auto"
    for word in ("session_save", "session_earlier", "session_name", "session_by_hand"):
        assert builder.say(word) not in said
    assert sheets(builder.page) == 1


def test_an_empty_session_prints_the_list_and_a_table_to_fill_in(builder: SessionPage) -> None:
    builder.page.emulate_media(media="print")
    table = builder.page.locator(".kennisbank-session__table")
    expect(table).to_be_visible()
    assert builder.page.locator(".kennisbank-session__hand li").count() == len(builder.known["casus"])
    assert sheets(builder.page) == 2


@pytest.mark.parametrize("language", OWN)
def test_without_javascript_the_list_and_the_table_stand_there_and_no_dead_form(visit: Open, language: str) -> None:
    page = visit(LANGUAGES[language].prefix + PATH, java_script_enabled=False).page
    expect(page.locator("kennisbank-session form")).to_be_hidden()
    expect(page.locator(".kennisbank-session__table")).to_be_visible()
    assert page.locator(".kennisbank-session__hand a:visible").count() > 20


# --- for everyone ---


def _ask_to_replace(builder: SessionPage) -> None:
    builder.add_casus("riaz")
    builder.start_with(READY)


def _remove_a_part(builder: SessionPage) -> None:
    builder.start_with(READY)
    builder.cards.nth(1).locator("[data-remove]").click()


def _write_wrong_minutes(builder: SessionPage) -> None:
    builder.add_casus("riaz")
    builder.cards.nth(0).locator("[name=minutes]").fill("0")


STATES: dict[str, Callable[[SessionPage], None]] = {
    "empty": lambda _builder: None,
    "a ready session": lambda builder: builder.start_with(READY),
    "to replace or not": _ask_to_replace,
    "a part is gone": _remove_a_part,
    "wrong minutes": _write_wrong_minutes,
}


@pytest.mark.parametrize("language", OWN)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(visit: Open, language: str, state: str) -> None:
    builder = SessionPage(visit(), language)
    STATES[state](builder)
    nothing(violations_in_every_dress(builder.page))


@pytest.mark.parametrize("language", OWN)
@pytest.mark.parametrize("state", STATES)
def test_in_a_small_window_nothing_sticks_out_and_every_target_is_large_enough(
    visit: Open, language: str, state: str
) -> None:
    builder = SessionPage(visit(), language)
    STATES[state](builder)
    builder.page.set_viewport_size(ZOOMED)
    found = builder.page.evaluate(STICKING_OUT) + builder.page.evaluate(TOO_SMALL)
    nothing([str(one) for one in found + builder.page.evaluate(BELOW_44)])
