"""Files: what a reader takes along comes back unchanged, a bad file changes nothing, and nothing is sent anywhere."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import LANGUAGES
from tests.browser.axe import violations
from tests.browser.checklist_page import ChecklistPage
from tests.browser.conftest import Open, Ready
from tests.browser.findings import nothing
from tests.conftest import Served

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("tidy")]

NOTES = {
    "beleid": 'Bellen met "de GGD", daarna; <b>wethouder</b>\ntweede regel',
    "intake": "نسأل فريق الحي، ثم طبيب الأسرة",
    "uitval": "=1+1",
}
OWNER = 'beleidsmedewerker "Wmo", werk & inkomen'
DUE = "2027-05-01"


def _fill(checklist: ChecklistPage) -> dict[str, dict[str, str]]:
    """Fill in something of everything and stop in the result; what a file should hold of it."""
    checklist.answer(beleid="nee", intake="weet_niet", uitval="deels", taalles="nvt", samenwerking="ja")
    for item, note in NOTES.items():
        checklist.note(item, note)
    checklist.see_result()
    checklist.plan("beleid", OWNER, DUE)
    return {
        "beleid": {"answer": "nee", "note": NOTES["beleid"], "owner": OWNER, "due": DUE},
        "samenwerking": {"answer": "ja"},
        "intake": {"answer": "weet_niet", "note": NOTES["intake"]},
        "taalles": {"answer": "nvt"},
        "uitval": {"answer": "deels", "note": NOTES["uitval"]},
    }


def _file(checklist: ChecklistPage, items: dict[str, Any], /, **others: Any) -> str:
    """The text of a sound file with these items; ``others`` replaces what stands around them."""
    record = {
        "format": "kennisbank-checklist",
        "version": 1,
        "checklist": "handreiking",
        "definition": checklist.page.locator("kennisbank-checklist").get_attribute("data-hash"),
        "made_on": "2026-10-05",
        "items": items,
    }
    return json.dumps(record | others, ensure_ascii=False)


def _today(checklist: ChecklistPage) -> str:
    return str(checklist.page.evaluate("new Date().toLocaleDateString('sv')"))


def test_a_file_opened_in_another_browser_gives_back_every_answer_note_owner_and_date(
    ready: Ready, visit: Open
) -> None:
    checklist = ready("nl")
    expected = _fill(checklist)
    name, text = checklist.take("json")
    assert name == f"kennisbank-{_today(checklist)}.json"
    assert json.loads(text)["items"] == expected
    assert not checklist.warns()
    elsewhere = ChecklistPage(visit(), "nl")
    elsewhere.give(text)
    expect(elsewhere.told).to_have_text(elsewhere.say("file_opened", date=elsewhere.day(_today(elsewhere))))
    assert elsewhere.answers() == {item: parts["answer"] for item, parts in expected.items()}
    assert elsewhere.notes() == NOTES
    assert not elsewhere.warns()
    assert elsewhere.holds() == {}
    elsewhere.see_result()
    assert elsewhere.planned() == {"beleid": (OWNER, DUE)}
    assert json.loads(elsewhere.take("json")[1])["items"] == expected


def test_a_file_holds_what_stood_there_and_what_is_filled_in_meanwhile_still_warns(visit: Open) -> None:
    checklist = ChecklistPage(visit(), "nl")
    checklist.visit.hold("**/*.wasm")
    checklist.answer(beleid="nee")
    with checklist.page.expect_download() as coming:
        checklist.button("take=json").click()
        expect(checklist.told).to_have_text(checklist.say("file_busy"))
        checklist.answer(intake="ja")
        checklist.visit.release()
    assert json.loads(Path(coming.value.path()).read_text("utf-8"))["items"] == {"beleid": {"answer": "nee"}}
    expect(checklist.told).to_have_text(checklist.say("take_done"))
    assert checklist.warns()


def test_the_table_opens_in_a_spreadsheet_with_one_row_per_question_and_no_formula(ready: Ready) -> None:
    checklist = ready("nl")
    expected = _fill(checklist)
    name, text = checklist.take("csv")
    assert name == f"kennisbank-{_today(checklist)}.csv"
    assert text.startswith("\ufeff"), "a spreadsheet does not know that this is UTF-8"
    header, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    words = checklist.messages()
    assert header == [
        words["checklist_column_number"],
        words["checklist_table_theme"],
        words["checklist_column_question"],
        words["checklist_column_answer"],
        words["checklist_note"],
        words["checklist_column_owner"],
        words["checklist_column_due"],
    ]
    asked = checklist.page.locator("[data-item]").evaluate_all(
        "(items) => items.map((item) => [item.dataset.item, item.dataset.number,"
        " item.querySelector('[data-ask]').textContent.trim()])"
    )
    assert len(rows) == len(asked) == len(checklist.definition()["items"])
    for row, (item, number, ask) in zip(rows, asked, strict=True):
        given = expected.get(item, {})
        answer = words[f"answer_{given['answer']}"] if given else words["checklist_open"]
        note = {"=1+1": "'=1+1"}.get(given.get("note", ""), given.get("note", ""))
        assert (row[0], row[2], row[3]) == (number, ask, answer)
        assert row[4:] == [note, given.get("owner", ""), given.get("due", "")]


def test_the_calendar_holds_the_date_the_action_and_who_does_it(ready: Ready) -> None:
    checklist = ready("nl")
    _fill(checklist)
    name, text = checklist.take("ics")
    assert name == f"kennisbank-{_today(checklist)}.ics"
    lines = text.replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20270501" in lines
    action = checklist.page.locator("[data-item=beleid] [data-action]").inner_text().strip()
    shown = checklist.page.locator("[data-actions] [data-result=beleid] [data-heading]").inner_text()
    assert f"SUMMARY:{shown}".replace(",", "\\,") in lines, action
    assert any(line.startswith("DESCRIPTION:") and 'beleidsmedewerker "Wmo"\\, werk' in line for line in lines)


@pytest.mark.parametrize("why", ["no date", "the action with the date is done"])
def test_a_calendar_without_a_date_is_not_made_and_the_page_says_so(ready: Ready, why: str) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    if why != "no date":
        checklist.plan("beleid", due=DUE)
        checklist.back_button.click()
        checklist.see_questions()
        checklist.answer(beleid="ja")
    checklist.button("take=ics").click()
    expect(checklist.told).to_have_text(checklist.say("take_ics_none"))


FAULTS: dict[str, Callable[[ChecklistPage, str], str]] = {
    "not_json": lambda _page, _sound: "<html>geen JSON</html>",
    "cut_off": lambda _page, sound: sound[: len(sound) // 2],
    "too_large": lambda _page, sound: sound + " " * 1_000_001,
    "other_checklist": lambda page, _sound: _file(page, {"beleid": {"answer": "ja"}}, checklist="andere"),
    "newer_version": lambda page, _sound: _file(page, {"beleid": {"answer": "ja"}}, version=99),
    "not_ours": lambda _page, _sound: '{"answers": {"beleid": "ja"}}',
    "empty": lambda page, _sound: _file(page, {}),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_cannot_be_used_is_told_in_the_readers_language_and_changes_nothing(
    ready: Ready, language: str
) -> None:
    checklist = ready(language)
    given = {"beleid": "nee", "intake": "weet_niet"}
    checklist.answer_all(given)
    checklist.note("beleid", NOTES["beleid"])
    sound = _file(checklist, {"beleid": {"answer": "ja", "note": "uit het bestand"}})
    assert sorted(FAULTS) == sorted(key[16:] for key in checklist.messages() if key.startswith("checklist_fault_"))
    for fault, make in FAULTS.items():
        checklist.give(make(checklist, sound))
        expect(checklist.told).to_have_text(checklist.say(f"fault_{fault}"))
        assert checklist.page.locator("[data-replace]").is_hidden()
        assert (checklist.answers(), checklist.notes()) == (given, {"beleid": NOTES["beleid"]})
        assert checklist.warns()


def test_a_file_with_markup_and_keys_of_the_browser_itself_runs_nothing_and_shows_as_text(ready: Ready) -> None:
    checklist = ready("nl")
    attack = '<img src=x onerror="window.hit=1"><script>window.hit=2</script>{{n}}{n}'
    items = {
        "beleid": {"answer": "nee", "note": attack, "owner": attack, "due": DUE},
        "intake": {"answer": "weet_niet", "note": attack},
        "taalles": {"answer": "<b>ja</b>", "hit": 1},
        "__proto__": {"answer": "ja", "hit": 1},
        "constructor": {"answer": "ja", "prototype": {"hit": 1}},
        "toString": {"answer": "ja"},
    }
    text = _file(checklist, items, hit=10**400).replace('{"format"', '{"__proto__": {"hit": 1}, "format"')
    checklist.give(text)
    for told in ("file_opened", "told_dropped_items", "told_dropped_fields"):
        expect(checklist.told).to_contain_text(checklist.say(told, date=checklist.day("2026-10-05")))
    assert checklist.answers() == {"beleid": "nee", "intake": "weet_niet"}
    assert checklist.notes() == {"beleid": attack, "intake": attack}
    checklist.see_result()
    expect(checklist.page.locator("[data-actions] [data-note-text]")).to_have_text(attack)
    expect(checklist.page.locator("[data-unknown] [data-note-text]")).to_have_text(attack)
    assert checklist.planned() == {"beleid": (attack, DUE)}
    checklist.give(text, to="compare")
    expect(checklist.button("compared-title")).to_be_visible()
    checklist.button("summary").click()
    expect(checklist.page.locator("[data-summary-first] li")).to_contain_text(attack)
    assert checklist.page.evaluate("[window.hit, ({}).hit, [].hit]") == [None, None, None]
    assert checklist.page.locator("kennisbank-checklist :is(img[src=x], script:not([type]))").count() == 0


@pytest.mark.parametrize("made_on", ["2026-02-30", None, 7])
def test_a_file_without_a_day_that_exists_still_opens_and_compares(ready: Ready, made_on: object) -> None:
    checklist = ready("nl")
    text = _file(checklist, {"beleid": {"answer": "nee"}, "intake": {"answer": "nee", "due": "2026-02-30"}})
    text = text.replace('"2026-10-05"', json.dumps(made_on))
    before = checklist.visit.complaints()
    checklist.give(text)
    expect(checklist.told).to_contain_text(checklist.say("told_bad_dates"))
    assert checklist.answers() == {"beleid": "nee", "intake": "nee"}
    checklist.answer(beleid="ja")
    checklist.see_result()
    assert checklist.planned() == {}
    checklist.give(text, to="compare")
    expect(checklist.button("compared-title")).to_be_visible()
    assert checklist.visit.complaints() == before


@pytest.mark.parametrize("view", ["questions", "result"])
def test_opening_a_file_over_answers_asks_first_and_no_keeps_them(ready: Ready, view: str) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.note("beleid", "van hier")
    if view == "result":
        checklist.see_result()
    text = _file(checklist, {"intake": {"answer": "deels", "note": "uit het bestand"}})
    checklist.give(text)
    expect(checklist.button("replace")).to_contain_text(checklist.say("file_replace"))
    expect(checklist.button("replace-no")).to_be_focused()
    checklist.button("replace-no").click()
    expect(checklist.button("replace")).to_have_count(0)
    assert (checklist.answers(), checklist.notes()) == ({"beleid": "nee"}, {"beleid": "van hier"})
    assert checklist.warns()
    checklist.give(text)
    checklist.button("replace-yes").click()
    expect(checklist.told).to_have_text(checklist.say("file_opened", date=checklist.day("2026-10-05")))
    assert (checklist.answers(), checklist.notes()) == ({"intake": "deels"}, {"intake": "uit het bestand"})
    if view == "result":
        expect(checklist.page.locator("[data-actions] > [data-result]")).to_have_attribute("data-result", "intake")


def test_a_comparison_shows_what_went_forward_what_went_back_and_what_changed_otherwise(ready: Ready) -> None:
    checklist = ready("nl")
    then = {"beleid": "nee", "intake": "ja", "taalles": "deels", "uitval": "weet_niet", "samenwerking": "nee"}
    now = {"beleid": "deels", "intake": "deels", "taalles": "nvt", "uitval": "nee", "samenwerking": "nee"}
    checklist.answer_all({**now, "opleiding": "ja"})
    checklist.see_result()
    checklist.give(_file(checklist, {item: {"answer": answer} for item, answer in then.items()}), to="compare")
    title = checklist.button("compared-title")
    expect(title).to_be_focused()
    expect(title).to_have_text(checklist.say("compare_title", date=checklist.day("2026-10-05")))
    number = {item: place for place, item in enumerate(checklist.definition()["items"], 1)}
    groups = checklist.page.locator("[data-compared-body] > div").evaluate_all(
        "(groups) => groups.map((group) => [group.querySelector('h3').textContent,"
        " [...group.querySelectorAll('li')].map((line) => line.textContent)])"
    )
    words = checklist.messages()
    ways = {"forward": ["beleid", "uitval"], "back": ["intake"], "other": ["taalles", "opleiding"]}
    assert [heading for heading, _ in groups] == ["Vooruit", "Achteruit", "Op een andere manier veranderd"]
    for (_, lines), items in zip(groups, ways.values(), strict=True):
        assert len(lines) == len(items)
        for line, item in zip(lines, sorted(items, key=lambda item: number[item]), strict=True):
            old = words[f"answer_{then[item]}"] if item in then else words["checklist_open"]
            new = words[f"answer_{(now | {'opleiding': 'ja'})[item]}"]
            assert line.startswith(f"{number[item]}. ")
            assert line.endswith(checklist.say("compare_line", then=old, now=new))
    expect(checklist.page.locator("[data-compared-body]")).to_contain_text(checklist.say("compare_same_one", n=1))
    assert checklist.answers() == {**now, "opleiding": "ja"}


def test_a_comparison_with_the_same_answers_says_that_nothing_changed(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee", intake="ja")
    checklist.see_result()
    checklist.give(checklist.take("json")[1], to="compare")
    body = checklist.page.locator("[data-compared-body]")
    expect(body).to_contain_text(checklist.say("compare_none"))
    expect(body).to_contain_text(checklist.say("compare_same_other", n=2))


def test_a_comparison_with_a_file_that_cannot_be_used_says_so(ready: Ready) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.give(_file(checklist, {"beleid": {"answer": "ja"}}, checklist="andere"), to="compare")
    expect(checklist.told).to_have_text(checklist.say("fault_other_checklist"))
    expect(checklist.page.locator("[data-compared]")).to_be_hidden()


@pytest.mark.parametrize("before", ["", DUE])
def test_a_date_that_does_not_exist_is_told_and_not_kept(ready: Ready, before: str) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee")
    checklist.see_result()
    checklist.plan("beleid", "regisseur", before)
    field = checklist.page.locator("#plan-due-beleid")
    wrong = checklist.page.locator("[data-result=beleid] [data-due-wrong]")
    expect(wrong).to_be_hidden()
    field.focus()
    checklist.page.keyboard.type("02312027")
    assert field.evaluate("(field) => field.validity.badInput"), "the date that was typed exists"
    checklist.page.keyboard.press("Tab")
    checklist.page.locator("#plan-owner-beleid").focus()
    expect(wrong).to_be_visible()
    expect(wrong).to_have_text(checklist.say("due_wrong"))
    expect(field).to_have_attribute("aria-invalid", "true")
    assert json.loads(checklist.take("json")[1])["items"]["beleid"] == {"answer": "nee", "owner": "regisseur"}
    field.fill("2028-02-29")
    expect(wrong).to_be_hidden()
    assert json.loads(checklist.take("json")[1])["items"]["beleid"]["due"] == "2028-02-29"


@pytest.mark.parametrize("way", ["button", "browser"])
def test_owner_and_date_are_there_again_after_going_to_the_questions_and_back(ready: Ready, way: str) -> None:
    checklist = ready("nl")
    checklist.answer(beleid="nee", intake="deels")
    checklist.see_result()
    checklist.plan("beleid", due=DUE)
    checklist.page.locator("#plan-owner-beleid").press_sequentially("regisseur")
    if way == "button":
        checklist.back_button.click()
    else:
        checklist.page.go_back()
    checklist.see_questions()
    checklist.answer(intake="nee")
    checklist.see_result()
    assert checklist.planned() == {"beleid": ("regisseur", DUE)}


#: Writes down what the page puts in the history.
LISTEN = """for (const name of ["pushState", "replaceState"]) {
  const plain = History.prototype[name];
  History.prototype[name] = function (...details) {
    window.kennisbankTold(JSON.stringify(details));
    return plain.apply(this, details);
  };
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_path_works_and_neither_address_nor_history_nor_a_request_tells_what_was_filled_in(
    visit: Open, served: Served, language: str
) -> None:
    reader = visit()
    history: list[str] = []
    reader.context.expose_function("kennisbankTold", lambda details: history.append(details))  # noqa: PLW0108
    reader.context.add_init_script(LISTEN)

    first = ChecklistPage(reader, language)
    expected = _fill(first)
    first.save(7)
    first.page.close()

    again = first.another_tab()
    again.button("offer-open").click()
    assert again.notes() == NOTES
    again.answer(samenwerking="nee")
    expect(again.kept).to_contain_text(again.say("kept_changed"))
    again.see_result()
    again.plan("samenwerking", "የቋንቋ ትምህርት", DUE)
    again.save(7)
    files = {kind: again.take(kind) for kind in ("json", "csv", "ics")}
    day = _today(again)
    assert [name for name, _ in files.values()] == [f"kennisbank-{day}.{kind}" for kind in files]
    assert files["ics"][1].count("BEGIN:VEVENT") == 2
    assert NOTES["intake"] in files["csv"][1]

    again.give(_file(again, expected), to="compare")
    expect(again.button("compared-title")).to_be_focused()
    expect(again.page.locator("[data-compared-body] li")).to_have_count(1)
    again.button("summary").click()
    expect(again.summary).to_be_visible()
    expect(again.title).to_be_focused()
    assert again.page.evaluate("history.state") == {"step": 2}
    paper = again.page.pdf(format="A4")
    again.button("summary-back").click()
    expect(again.result).to_be_visible()
    again.give(files["json"][1])
    again.button("replace-yes").click()
    expect(again.told).to_have_text(again.say("file_opened", date=again.day(day)))
    expect(again.page.locator("[data-actions] > [data-result]")).to_have_count(3)
    assert again.planned() == {"beleid": (OWNER, DUE), "samenwerking": ("የቋንቋ ትምህርት", DUE)}
    addresses = again.page.evaluate("[location.href, ...navigation.entries().map((entry) => entry.url)]")
    again.button("wipe").click()
    again.button("wipe-yes").click()
    expect(again.kept).to_have_text(again.say("wiped"))
    assert again.holds() == {}

    bare = {json.dumps([{"step": step}, ""], separators=(",", ":")) for step in range(3)}
    assert set(history) == bare
    assert {address.removeprefix(served.url) for address in addresses} == {again.path}
    nothing([line for line in reader.complaints() if "net::ERR_ABORTED" not in line])
    nothing(
        [
            f"{request.method} {request.url} {request.post_data}"
            for request in reader.requests
            if not request.url.startswith(f"blob:{served.url}")
            and (
                not request.url.startswith(served.url)
                or urlsplit(request.url).query
                or request.method != "GET"
                or request.post_data is not None
            )
        ]
    )
    assert reader.sockets == []
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_a_result_with_plans_while_a_file_is_opened_or_compared(
    ready: Ready, language: str
) -> None:
    checklist = ready(language)
    expected = _fill(checklist)
    found = [f"result with plans: {line}" for line in violations(checklist.page)]
    checklist.give(_file(checklist, expected | {"uitval": {"answer": "nee"}, "taalles": {"answer": "ja"}}))
    expect(checklist.button("replace")).to_be_visible()
    found += [f"replace: {line}" for line in violations(checklist.page)]
    checklist.button("replace-yes").click()
    expect(checklist.told).to_contain_text(checklist.say("file_opened", date=checklist.day("2026-10-05")))
    checklist.give(_file(checklist, expected | {"beleid": {"answer": "ja"}}), to="compare")
    expect(checklist.button("compared-title")).to_be_visible()
    found += [f"compared: {line}" for line in violations(checklist.page)]
    nothing(found)
