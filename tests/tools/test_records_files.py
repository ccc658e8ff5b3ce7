"""The files that a reader takes along open in a spreadsheet and in a calendar, whatever the notes hold."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from typing import Any

import icalendar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.tools.made_up import AWKWARD, Definition, Items, checklist, filled_in, with_name
from tools.answers import BadAnswers
from tools.record_calendar import WIDEST
from tools.record_files import BOM, FORMULA, write

exactly = settings(deadline=None, derandomize=True, max_examples=80)

COLUMNS = {
    "number": "Nr.",
    "theme": "Thema",
    "question": "Vraag",
    "answer": "Antwoord",
    "note": "Notitie",
    "owner": "Wie",
    "due": "Wanneer",
}
WORDS = {"ja": "Ja", "deels": "Deels", "nee": "Nee", "weet_niet": "Weet niet", "nvt": "Niet van toepassing"}
ARABIC = "نسأل فريق الحي، ثم طبيب الأسرة (huisarts)"
AWKWARD_NOTE = f'{ARABIC}, "eerst"; dan\nregel 2 \\ met een streep\\n'


def _texts(definition: Definition) -> dict[str, Any]:
    return {
        "columns": COLUMNS,
        "answers": WORDS,
        "open": "Niet ingevuld",
        "themes": {theme: f"Thema {theme}, en meer" for theme in definition["themes"]},
        "asks": {name: f"Is {name} geregeld?" for name in definition["items"]},
        "actions": {name: f"Regel {name}, samen; nu" for name in definition["items"]},
        "calendar": "Checklist statushouders",
    }


def _file(kind: str, definition: Definition, items: Any, made_on: Any = "2026-11-22", **words: Any) -> dict[str, Any]:
    texts = {**_texts(definition), **words}
    return write(definition, {"items": items, "made_on": made_on, "kind": kind, "texts": texts})


def _checklist(*names: str) -> Definition:
    return with_name(checklist({name: [] for name in names}))


def _one(kind: str, **fields: str) -> str:
    text: str = _file(kind, _checklist("a"), {"a": fields})["text"]
    return text


def _rows(text: str, dialect: str = "excel", **settings: Any) -> list[list[str]]:
    """The cells, as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), dialect, strict=True, **settings))


def _unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


# --- every kind ---


@pytest.mark.parametrize(
    ("kind", "mime"),
    [
        ("json", "application/json; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
        ("ics", "text/calendar; charset=utf-8"),
    ],
)
def test_a_file_says_what_it_is_and_how_many_questions_it_tells_about(kind: str, mime: str) -> None:
    file = _file(kind, _checklist("a"), {"a": {"answer": "nee", "due": "2027-01-31"}})
    assert (file["type"], file["ending"], file["count"]) == (mime, kind, 1)


@pytest.mark.parametrize("kind", [None, "", "JSON", "pdf", "__class__", 1, ["json"], {"json": 1}])
def test_a_kind_of_file_that_we_do_not_make_is_refused(kind: Any) -> None:
    with pytest.raises(BadAnswers, match="kind is not one of json, csv, ics"):
        write(_checklist("a"), {"items": {}, "made_on": "2026-11-22", "kind": kind, "texts": {}})


@pytest.mark.parametrize("kind", ["json", "csv", "ics"])
@pytest.mark.parametrize("texts", [None, [], "x", {"columns": 1, "answers": [], "asks": None, "calendar": {}}])
def test_without_the_words_of_the_page_a_file_shows_ids(kind: str, texts: Any) -> None:
    items = {"a": {"answer": "nee", "due": "2027-01-31", "note": "bellen"}}
    file = write(_checklist("a"), {"items": items, "made_on": "2026-11-22", "kind": kind, "texts": texts})
    assert "bellen" in file["text"]


@exactly
@given(filled_in(), st.sampled_from(["json", "csv", "ics"]))
def test_the_same_answers_make_the_same_file_in_whatever_order_they_were_filled_in(
    situation: tuple[Definition, Items], kind: str
) -> None:
    definition, items = situation
    turned = {name: dict(reversed(fields.items())) for name, fields in reversed(items.items())}
    assert _file(kind, definition, items) == _file(kind, definition, turned)


# --- JSON ---


def test_the_record_is_readable_and_names_its_format_version_checklist_and_questions() -> None:
    definition = _checklist("b", "a", "leeg")
    items = {"a": {"note": ARABIC, "answer": "nee"}, "b": {"owner": "", "answer": "ja"}, "leeg": {"note": " "}}
    text = _file("json", definition, items)["text"]
    assert json.loads(text) == {
        "format": "kennisbank-checklist",
        "version": 1,
        "checklist": "handreiking",
        "definition": "e9c14472",
        "made_on": "2026-11-22",
        "items": {"b": {"answer": "ja"}, "a": {"answer": "nee", "note": ARABIC}},
    }
    assert list(json.loads(text)["items"]) == ["b", "a"]
    assert ARABIC in text
    assert text.startswith('{\n  "format": "kennisbank-checklist",\n  "version": 1,\n')
    assert text.endswith("}\n")


@pytest.mark.parametrize("made_on", [None, "", "2026-02-30", "+010000-01-01", 20261122])
@pytest.mark.parametrize("kind", ["json", "csv", "ics"])
def test_a_clock_that_is_wrong_does_not_stop_a_file(kind: str, made_on: Any) -> None:
    file = _file(kind, _checklist("a"), {"a": {"answer": "nee", "due": "2027-01-31"}}, made_on)
    assert file["count"] == 1


# --- the spreadsheet ---


def test_the_spreadsheet_has_a_header_and_one_row_per_question_in_the_order_of_the_page() -> None:
    definition = _checklist("b", "a")
    items = {"a": {"answer": "weet_niet", "note": AWKWARD_NOTE, "owner": "team, welzijn", "due": "2027-01-31"}}
    assert _rows(_file("csv", definition, items)["text"]) == [
        list(COLUMNS.values()),
        ["1", "Thema een, en meer", "Is b geregeld?", "Niet ingevuld", "", "", ""],
        ["2", "Thema een, en meer", "Is a geregeld?", "Weet niet", AWKWARD_NOTE, "team, welzijn", "2027-01-31"],
    ]


def test_the_spreadsheet_begins_with_the_mark_by_which_arabic_opens_right() -> None:
    text = _one("csv", note=ARABIC)
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert text.count(BOM) == 1
    assert ARABIC in text.encode().decode("utf-8-sig")


def test_every_row_ends_as_rfc_4180_wants() -> None:
    text = _one("csv", answer="nee", note="een")
    assert text.endswith("\r\n")
    assert len(text.split("\r\n")) == 3
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])  # noqa: RUF001 - these very characters
def test_a_note_that_a_spreadsheet_would_run_is_shown_as_text(start: str) -> None:
    note = start + 'cmd|"/C calc"!A0'
    assert _rows(_one("csv", note=note, owner=note))[1][4:6] == [f"'{note}", f"'{note}"]


@pytest.mark.parametrize("word", ["=1+1", "\t=1", "\r=1", "-x"])
def test_a_word_of_the_page_is_made_harmless_too(word: str) -> None:
    definition = _checklist("a")
    rows = _rows(_file("csv", definition, {}, asks={"a": word}, open=word, columns={"number": word})["text"])
    assert all(not cell.startswith(FORMULA) for row in rows for cell in row)


def test_a_page_may_ask_for_the_separator_that_a_dutch_spreadsheet_expects() -> None:
    definition = _checklist("a")
    text = _file("csv", definition, {"a": {"note": AWKWARD_NOTE}}, separator=";")["text"]
    assert _rows(text, delimiter=";")[1][4] == AWKWARD_NOTE
    assert text.splitlines()[0].count(";") == 6


@pytest.mark.parametrize("separator", ["|", "\n", ";;", '"', 7, None])
def test_any_other_separator_is_a_comma(separator: Any) -> None:
    definition = _checklist("a")
    assert _file("csv", definition, {}, separator=separator) == _file("csv", definition, {})


@exactly
@given(filled_in(), st.sampled_from([",", ";"]))
def test_a_spreadsheet_reads_every_note_as_it_was_written(situation: tuple[Definition, Items], separator: str) -> None:
    definition, items = situation
    rows = _rows(_file("csv", definition, items, separator=separator)["text"], delimiter=separator)
    assert len(rows) == 1 + len(definition["items"])
    for row, name in zip(rows[1:], definition["items"], strict=True):
        fields = items.get(name, {})
        expected = [fields.get(field, "") for field in ("note", "owner", "due")]
        assert row[4:] == [f"'{text}" if text.startswith(FORMULA) else text for text in expected]
        assert row[3] == WORDS.get(fields.get("answer", ""), "Niet ingevuld")


# --- the calendar ---


def test_the_calendar_has_one_whole_day_for_each_dated_question_that_is_not_settled() -> None:
    answers = ("nee", "deels", "weet_niet", "ja", "nvt")
    definition = _checklist(*answers, "leeg", "zonder-dag")
    items = {name: {"answer": name, "due": "2027-01-31"} for name in answers}
    items |= {"leeg": {"due": "2027-01-31"}, "zonder-dag": {"answer": "nee"}}
    file = _file("ics", definition, items)
    names = [line for line in _unfolded(file["text"]) if line.startswith("SUMMARY:")]
    assert file["count"] == 3
    assert names == [
        r"SUMMARY:Regel nee\, samen\; nu",
        r"SUMMARY:Regel deels\, samen\; nu",
        "SUMMARY:Is weet_niet geregeld?",
    ]


def test_an_event_is_written_as_the_format_wants() -> None:
    fields = {"answer": "nee", "due": "2026-12-31", "owner": "team; welzijn", "note": 'a,b\nc \\ "d"'}
    assert _unfolded(_one("ics", **fields)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kennisbank//Checklist 1//NL",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Checklist statushouders",
        "BEGIN:VEVENT",
        "UID:a-handreiking@kennisbank",
        "DTSTAMP:20261122T000000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        r"SUMMARY:Regel a\, samen\; nu",
        r'DESCRIPTION:Wie: team\; welzijn\nNotitie: a\,b\nc \\ "d"',
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_without_owner_and_note_an_event_has_no_description() -> None:
    assert "DESCRIPTION" not in _one("ics", answer="nee", due="2027-01-31")


def test_a_later_file_moves_an_event_to_another_day_and_makes_no_second_one() -> None:
    before, after = (
        re.findall("UID:.*", _file("ics", _checklist("a"), {"a": fields}, made_on)["text"])
        for fields, made_on in (
            ({"answer": "nee", "due": "2027-01-31"}, "2026-11-22"),
            ({"answer": "deels", "note": "x", "due": "2027-03-01"}, "2027-01-01"),
        )
    )
    assert before == after == ["UID:a-handreiking@kennisbank\r"]


@exactly
@given(st.text(AWKWARD, max_size=400))
@example("م" * 300)
@example("🫖" * 100)
@example("a" * 61 + "م" * 40)
def test_no_line_is_wider_than_75_octets_and_unfolding_gives_the_note_back(note: str) -> None:
    text = _one("ics", answer="nee", due="2027-01-31", note=f"x{note}x")
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= WIDEST
    line = next(line for line in _unfolded(text) if line.startswith("DESCRIPTION:"))
    unescaped = re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], line)
    assert unescaped == f"DESCRIPTION:Notitie: x{note}x"


@pytest.mark.parametrize("name", ["a\r\nEND:VEVENT", "a;b,c", "\ud800", "سؤال" * 40])
def test_an_id_cannot_break_out_of_its_line(name: str) -> None:
    definition = {**_checklist(name), "id": name}
    texts: dict[str, Any] = {}
    answers = {"items": {name: {"answer": "nee", "due": "2027-01-31"}}, "made_on": "2026-11-22", "kind": "ics"}
    text = write(definition, {**answers, "texts": texts})["text"]
    assert [line for line in _unfolded(text) if line.startswith("END:")] == ["END:VEVENT", "END:VCALENDAR"]
    assert max(len(line.encode()) for line in text.split("\r\n")) <= WIDEST


@exactly
@given(filled_in())
def test_a_calendar_program_reads_every_date_name_and_note_as_it_was_written(
    situation: tuple[Definition, Items],
) -> None:
    definition, items = situation
    found = icalendar.Calendar.from_ical(_file("ics", definition, items)["text"].encode())
    events = list(found.walk("VEVENT"))
    assert str(found["X-WR-CALNAME"]) == "Checklist statushouders"
    assert len({str(event["UID"]) for event in events}) == len(events)
    dated = {name: fields for name, fields in items.items() if "due" in fields and fields.get("answer") in OPEN_ANSWERS}
    assert len(events) == len(dated)
    for event, (name, fields) in zip(events, dated.items(), strict=True):
        day = dt.date.fromisoformat(fields["due"])
        assert event.errors == []
        assert event.decoded("DTSTART") == day
        assert event.decoded("DTEND") == day + dt.timedelta(days=1)
        assert event.decoded("DTSTAMP") == dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
        unknown = fields["answer"] == "weet_niet"
        assert str(event["SUMMARY"]) == (f"Is {name} geregeld?" if unknown else f"Regel {name}, samen; nu")
        told = [f"{COLUMNS[field]}: {fields[field]}" for field in ("owner", "note") if field in fields]
        assert str(event.get("DESCRIPTION", "")) == "\n".join(told)


OPEN_ANSWERS = ("nee", "deels", "weet_niet")
