"""A session goes to a file and back: what is sound comes back, what is not is told, and no text wipes what is there."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.tools.made_up import anything, checklist, with_name
from tests.tools.made_up_sessions import CASUS, Session, sessions, unsound_sessions
from tests.tools.versions import gaps
from tools import record_reading
from tools.answers import BadAnswers
from tools.definitions import BadDefinition
from tools.file_text import LONGEST_TEXT
from tools.sessions import (
    FAULTS,
    LISTS,
    LONGEST,
    MIGRATIONS,
    MOST_LINES,
    MOST_MINUTES,
    MOST_PARTS,
    PART_LISTS,
    TOLD,
    VERSION,
    make,
    read,
    write,
)

exactly = settings(deadline=None, derandomize=True, max_examples=80)

HERE = Path(__file__).parent
SAMPLE = (HERE / "session_v1.json").read_text(encoding="utf-8")
HEAD = ("format", "version", "made_on")
SESSION: Session = {name: value for name, value in json.loads(SAMPLE).items() if name not in HEAD}


def _read(text: str) -> dict[str, Any]:
    return read(CASUS, {"text": text})


def _write(session: Any) -> dict[str, Any]:
    return write(CASUS, {"session": session, "made_on": "2026-11-22"})


def _text(**changed: Any) -> str:
    return json.dumps({**json.loads(SAMPLE), **changed})


def _part(**fields: Any) -> dict[str, Any]:
    """What comes back of a file with one part, that has a title beside ``fields``: the part, and what is told."""
    result = _read(_text(parts=[{"title": "Blijft", **fields}]))
    return {"part": result["session"]["parts"][0], "told": result["told"]}


def _is_a_result(result: dict[str, Any]) -> bool:
    return set(result) == {"session", "made_on", "told"} or result["fault"] in FAULTS


# --- what is sound comes back ---


def test_a_session_comes_back_as_it_was_and_nothing_is_told() -> None:
    assert _read(SAMPLE) == {"session": SESSION, "made_on": "2026-11-22", "told": []}


def test_a_session_is_written_as_its_sample_stands_there() -> None:
    assert _write(SESSION) == {"text": SAMPLE, "type": "application/json; charset=utf-8", "ending": "json", "count": 4}


def test_the_sample_has_every_field_filled() -> None:
    assert set(SESSION) == {"title", "for", "starts", "parts", *LISTS}
    assert {name for part in SESSION["parts"] for name in part} == {"minutes", "title", "casus", *PART_LISTS}


def test_fields_stand_in_one_order_in_the_file_however_they_came() -> None:
    parts = [dict(reversed(part.items())) for part in SESSION["parts"]]
    assert _write(dict(reversed({**SESSION, "parts": parts}.items())))["text"] == SAMPLE


def test_parts_and_lines_keep_the_order_of_the_trainer() -> None:
    turned = {**SESSION, "parts": SESSION["parts"][::-1], "aim": SESSION["aim"][::-1]}
    assert _read(_write(turned)["text"])["session"] == turned


def test_the_same_casus_may_stand_in_several_parts_and_the_same_line_may_stand_twice() -> None:
    session = {"parts": [{"casus": "riaz", "ask": ["Waarom?", "Waarom?"]}] * 2}
    assert _read(_write(session)["text"])["session"] == session


def test_a_file_that_is_written_can_be_read_by_a_person() -> None:
    assert "ماذا تفعل أنت" in _write(SESSION)["text"]


@pytest.mark.parametrize("around", ["\ufeff{}", "{}\n\n", "  {}", "{}\x00", "\ufeff\r\n{}\r\n"])
def test_a_mark_of_encoding_and_space_around_the_session_do_not_matter(around: str) -> None:
    assert _read(around.replace("{}", SAMPLE)) == _read(SAMPLE)


@exactly
@given(sessions(), st.dates().map(str))
def test_what_was_written_reads_back_as_the_same_session(session: Session, day: str) -> None:
    assume("0001" <= day[:4] <= "9998")
    file = write(CASUS, {"session": session, "made_on": day})
    assert file["count"] == len(session.get("parts", []))
    assert _read(file["text"]) == {"session": session, "made_on": day, "told": []}


@exactly
@given(sessions())
def test_a_sound_session_is_left_as_it_is(session: Session) -> None:
    counts: dict[str, int] = {}
    assert make(CASUS, session, counts) == session
    assert counts == {}


@exactly
@given(unsound_sessions())
def test_cleaning_what_was_cleaned_changes_nothing_more(session: Session) -> None:
    once = make(CASUS, session, {})
    counts: dict[str, int] = {}
    assert make(CASUS, once, counts) == once
    assert counts == {}


@exactly
@given(unsound_sessions())
def test_whatever_is_written_is_read_back_whole_and_without_a_word(session: Session) -> None:
    kept = make(CASUS, session, {})
    text = _write(session)["text"]
    assert text.encode()
    result = {"session": kept, "made_on": "2026-11-22", "told": []} if kept else {"fault": "empty"}
    assert _read(text) == result


# --- what cannot be taken ---


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\n", "\ufeff", "\x00\x00"])
def test_a_file_with_nothing_in_it_is_empty(text: str) -> None:
    assert _read(text) == {"fault": "empty"}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"made_on": "2026-11-22"},
        {"title": "", "aim": [], "parts": []},
        {"title": None, "for": " \n\t", "starts": None, "aim": ["", " "]},
        {"starts": "24:00", "parts": [{}, {"casus": 7}, None, "deel", {"minutes": 0}]},
        {"titel": "Een uur", "session": {"title": "Een uur"}},
        {"title": "\x00\x1b"},
        {"title": ["Een uur"], "parts": {"0": {"title": "Een uur"}}},
    ],
)
def test_a_session_of_which_nothing_is_left_is_empty_so_that_what_is_there_stays(fields: Any) -> None:
    text = json.dumps({"format": "kennisbank-sessie", "version": 1, **fields})
    assert _read(text) == {"fault": "empty"}


@pytest.mark.parametrize(
    "text",
    [
        "09:30;Pauze",
        "<html></html>",
        "{]",
        "{'format': 1}",
        '{"minutes": NaN}',
        '{"minutes": -Infinity}',
        '{"a": 1,}',
        '{"minutes": 05}',
        '{"a": "\x01"}',
        "{}{}",
        '"',
        "[",
        "\x89PNG\r\n\x1a\n\x00",
        "PK\x03\x04",
        SAMPLE + "}",
        SAMPLE.replace(",", ";", 1),
    ],
)
def test_a_text_that_is_no_json_is_called_so(text: str) -> None:
    assert _read(text) == {"fault": "not_json"}


@pytest.mark.parametrize("text", [SAMPLE.strip(), json.dumps(json.loads(SAMPLE))])
def test_a_session_cut_off_at_any_place_is_called_cut_off(text: str) -> None:
    assert {length: _read(text[:length]) for length in range(1, len(text))} == {
        length: {"fault": "cut_off"} for length in range(1, len(text))
    }


def test_a_text_of_more_than_a_million_characters_is_too_large_and_one_of_a_million_is_read() -> None:
    assert _read(SAMPLE.ljust(LONGEST_TEXT)) == _read(SAMPLE)
    assert _read(SAMPLE.ljust(LONGEST_TEXT + 1)) == {"fault": "too_large"}


@pytest.mark.parametrize("start", [SAMPLE, "", "[", '{"title": "'])
def test_fifty_megabytes_are_refused_at_once(start: str) -> None:
    text = start.ljust(50_000_000, "[" if start != SAMPLE else " ")
    began = time.process_time()
    assert _read(text) == {"fault": "too_large"}
    assert time.process_time() - began < 0.1


@pytest.mark.parametrize("filler", ['"', "[]", "\\", '{"a":', '"\\', "09:30 ", "[{},"])
def test_a_million_characters_of_anything_take_no_more_than_a_moment(filler: str) -> None:
    text = ('{"title": "' + filler * LONGEST_TEXT)[:LONGEST_TEXT]
    began = time.process_time()
    assert _is_a_result(_read(text))
    assert time.process_time() - began < 5


@pytest.mark.parametrize("text", ["null", "true", "7", '"kennisbank-sessie"', "[]", "{}", "[{}]", '{"version": 1}'])
def test_json_that_is_no_session_is_not_ours(text: str) -> None:
    assert _read(text) == {"fault": "not_ours"}


@pytest.mark.parametrize("kind", [None, "kennisbank-checklist", "Kennisbank-Sessie", 1, ["kennisbank-sessie"], {}])
def test_a_file_of_another_format_is_not_ours(kind: Any) -> None:
    assert _read(_text(format=kind)) == {"fault": "not_ours"}


def test_a_record_of_a_checklist_is_no_session_and_a_session_is_no_record_of_a_checklist() -> None:
    assert _read((HERE / "records_v1.json").read_text(encoding="utf-8")) == {"fault": "not_ours"}
    assert record_reading.read(with_name(checklist({})), {"text": SAMPLE}) == {"fault": "not_ours"}


@pytest.mark.parametrize("version", [None, "", "1", "2", True, False, 0, -1, 1.0, 2.5, [1], {"1": 1}, -(10**40)])
def test_a_version_that_never_was_is_not_ours(version: Any) -> None:
    assert _read(_text(version=version)) == {"fault": "not_ours"}


def test_a_session_without_a_version_is_not_ours() -> None:
    assert _read(json.dumps({"format": "kennisbank-sessie", **SESSION})) == {"fault": "not_ours"}


@pytest.mark.parametrize("version", [str(VERSION + 1), "99", "9" * 17, "9" * 18, "9" * 19, "9" * 9999])
def test_a_session_of_a_newer_version_is_called_newer_however_large_its_number(version: str) -> None:
    assert _read(SAMPLE.replace('"version": 1', f'"version": {version}')) == {"fault": "newer_version"}


@pytest.mark.parametrize("depth", [40, 1_000, 100_000, 200_000])
def test_a_session_nested_without_end_is_not_ours(depth: int) -> None:
    assert _read('{"format": ' + "[" * depth + "]" * depth + "}") == {"fault": "not_ours"}
    assert _read('{"a":' * depth) == {"fault": "not_ours"}


# --- what a page of ours never sends ---


@pytest.mark.parametrize(
    ("definition", "says"),
    [
        (None, "definition is not a mapping"),
        ("casus", "definition is not a mapping"),
        ([], "definition is not a mapping"),
        ({}, "casus is not a mapping"),
        ({"casus": None}, "casus is not a mapping"),
        ({"casus": ["riaz"]}, "casus is not a mapping"),
        ({"casus": "riaz"}, "casus is not a mapping"),
    ],
)
def test_a_definition_that_cannot_be_worked_with_is_refused(definition: Any, says: str) -> None:
    with pytest.raises(BadDefinition, match=says):
        write(definition, {"session": SESSION, "made_on": "2026-11-22"})
    with pytest.raises(BadDefinition, match=says):
        read(definition, {"text": SAMPLE})


@pytest.mark.parametrize("answers", [None, [], "session", 7, True])
def test_answers_that_are_no_mapping_are_refused(answers: Any) -> None:
    for tool in (write, read):
        with pytest.raises(BadAnswers, match="answers is not a mapping"):
            tool(CASUS, answers)


@pytest.mark.parametrize("text", [None, 7, b"{}", ["{}"], {}])
def test_a_request_to_read_what_is_no_text_is_refused(text: Any) -> None:
    with pytest.raises(BadAnswers, match="text is not a text"):
        read(CASUS, {"text": text})
    with pytest.raises(BadAnswers, match="text is not a text"):
        read(CASUS, {})


@pytest.mark.parametrize("session", [None, [], "Een uur", 7, {}, {"weg": 1}])
def test_a_session_with_nothing_in_it_makes_a_file_without_parts_that_opens_as_empty(session: Any) -> None:
    file = _write(session)
    assert list(json.loads(file["text"])) == list(HEAD)
    assert file["count"] == 0
    assert _read(file["text"]) == {"fault": "empty"}


@pytest.mark.parametrize("made_on", [None, "", "2026-02-29", "vandaag", 20261122, ["2026-11-22"], "0000-01-01"])
def test_a_day_of_making_that_does_not_exist_is_none_and_the_session_stays(made_on: Any) -> None:
    assert json.loads(write(CASUS, {"session": SESSION, "made_on": made_on})["text"])["made_on"] is None
    assert _read(_text(made_on=made_on)) == {"session": SESSION, "made_on": None, "told": []}


# --- what is told ---


@pytest.mark.parametrize(
    "casus", ["weg", "Riaz", "riaz ", "__proto__", "constructor", "toString", 7, True, ["riaz"], {"riaz": {}}]
)
def test_a_casus_that_the_site_does_not_have_is_left_out_and_its_part_stays(casus: Any) -> None:
    fields = {"minutes": 45, "what": ["Lees."], "ask": ["Waarom?"]}
    assert _part(casus=casus, **fields) == {"part": {"title": "Blijft", **fields}, "told": ["unknown_casus"]}


def test_a_part_that_is_only_a_casus_that_the_site_does_not_have_keeps_its_id_as_a_title() -> None:
    result = _read(_text(parts=[{"casus": "weg", "minutes": 5}, {"casus": 7}, {"title": "Blijft"}]))
    assert result["session"]["parts"] == [{"title": "weg", "minutes": 5}, {"title": "Blijft"}]
    assert result["told"] == ["unknown_casus"]


def test_a_site_without_casussen_still_opens_a_session() -> None:
    result = read({"casus": {}}, {"text": SAMPLE})
    assert result["told"] == ["unknown_casus"]
    assert [part["title"] for part in result["session"]["parts"]] == [part["title"] for part in SESSION["parts"]]


@pytest.mark.parametrize("minutes", [1, 45, MOST_MINUTES])
def test_minutes_up_to_half_a_day_stay(minutes: int) -> None:
    assert _part(minutes=minutes) == {"part": {"title": "Blijft", "minutes": minutes}, "told": []}


@pytest.mark.parametrize(
    "minutes", [0, -1, -45, MOST_MINUTES + 1, 10**40, True, False, 30.5, 45.0, -0.0, "45", "٤٥", "een uur", [45], {}]
)
def test_a_number_of_minutes_that_cannot_be_is_left_out_and_told(minutes: Any) -> None:
    assert _part(minutes=minutes) == {"part": {"title": "Blijft"}, "told": ["bad_numbers"]}


@pytest.mark.parametrize("minutes", ["9" * 400_000, "-" + "9" * 400_000, "1." + "9" * 400_000, "1e999999999", "-1e-9"])
def test_minutes_of_any_size_cost_no_time(minutes: str) -> None:
    result = _read(_text(parts=[{"title": "Blijft", "minutes": "NUMBER"}]).replace('"NUMBER"', minutes))
    assert result["session"]["parts"] == [{"title": "Blijft"}]
    assert result["told"] == ["bad_numbers"]


@pytest.mark.parametrize("minutes", [True, 30.0, float("nan"), float("inf"), 10**400])
def test_minutes_that_cannot_be_are_not_written_either(minutes: Any) -> None:
    file = _write({"parts": [{"title": "Blijft", "minutes": minutes}]})
    assert json.loads(file["text"])["parts"] == [{"title": "Blijft"}]


@pytest.mark.parametrize("starts", ["00:00", "09:30", "13:05", "19:59", "20:00", "23:59"])
def test_a_time_of_the_day_stays(starts: str) -> None:
    assert _read(_text(starts=starts)) == {
        "session": {**SESSION, "starts": starts},
        "made_on": "2026-11-22",
        "told": [],
    }


@pytest.mark.parametrize(
    "starts",
    [
        "24:00",
        "9:30",
        "09:60",
        "09:3",
        "0930",
        "09.30",
        "09:30:00",
        " 09:30",
        "09:30\n",
        "9:30 AM",
        "-1:00",
        "٠٩:٣٠",
        "half tien",
        930,
        9.5,
        True,
        ["09:30"],
        {"h": 9},
    ],
)
def test_a_time_that_does_not_exist_is_left_out_and_told(starts: Any) -> None:
    result = _read(_text(starts=starts))
    assert result["session"] == {name: value for name, value in SESSION.items() if name != "starts"}
    assert result["told"] == ["bad_numbers"]


@pytest.mark.parametrize("field", ["title", "for"])
def test_a_text_that_is_too_long_is_cut_and_told(field: str) -> None:
    longest = "م" * LONGEST[field]
    assert _read(_text(**{field: longest}))["told"] == []
    result = _read(_text(**{field: longest + "م"}))
    assert result["session"] == {**SESSION, field: longest}
    assert result["told"] == ["too_long"]


def test_a_title_of_a_part_that_is_too_long_is_cut_and_told() -> None:
    assert _part(title="x" * LONGEST["title"])["told"] == []
    assert _part(title="x" * 5000) == {"part": {"title": "x" * LONGEST["title"]}, "told": ["too_long"]}


@pytest.mark.parametrize("field", LISTS)
def test_a_line_that_is_too_long_is_cut_and_one_too_many_is_left_out(field: str) -> None:
    longest = ["م" * LONGEST["lines"]] * MOST_LINES
    assert _read(_text(**{field: longest}))["told"] == []
    for given_lines in ([*longest[1:], "م" * 5000], [*longest, "eentje te veel"]):
        result = _read(_text(**{field: given_lines}))
        assert result["session"][field] == longest
        assert result["told"] == ["too_long"]


@pytest.mark.parametrize("field", PART_LISTS)
def test_a_line_of_a_part_that_is_too_long_is_cut_and_one_too_many_is_left_out(field: str) -> None:
    longest = ["x" * LONGEST["lines"]] * MOST_LINES
    kept = {"title": "Blijft", field: longest}
    assert _part(**{field: longest}) == {"part": kept, "told": []}
    assert _part(**{field: [*longest[1:], "x" * 5000]}) == {"part": kept, "told": ["too_long"]}
    assert _part(**{field: [*longest, "eentje te veel"]}) == {"part": kept, "told": ["too_long"]}


def test_parts_that_are_too_many_are_left_out_and_told() -> None:
    parts = [{"title": f"Deel {number}"} for number in range(MOST_PARTS + 1)]
    assert _read(_text(parts=parts[:-1]))["told"] == []
    result = _read(_text(parts=parts))
    assert result["session"]["parts"] == parts[:-1]
    assert result["told"] == ["too_long"]


def test_a_hundred_thousand_parts_take_no_more_than_a_moment() -> None:
    began = time.process_time()
    assert len(_read(_text(parts=[7] * 100_000 + [{}]))["session"]) == len(SESSION) - 1
    assert len(_read(_text(parts=[{"title": "x"}] * 50_000))["session"]["parts"]) == MOST_PARTS
    assert time.process_time() - began < 5


def test_a_text_that_is_cut_at_a_space_does_not_end_with_it() -> None:
    limit = LONGEST["title"]
    assert _read(_text(title="x" * (limit - 1) + " team"))["session"]["title"] == "x" * (limit - 1)


@pytest.mark.parametrize("value", [7, 0, 0.5, True, False, ["Pauze"], [], {"text": "x"}, {}])
@pytest.mark.parametrize("field", ["title", "for"])
def test_a_field_that_holds_no_text_is_left_out_and_told(field: str, value: Any) -> None:
    result = _read(_text(**{field: value}))
    assert result["session"] == {name: kept for name, kept in SESSION.items() if name != field}
    assert result["told"] == ["dropped_fields"]


@pytest.mark.parametrize("value", [7, True, "Een regel", {"0": "Een regel"}, 0.5])
@pytest.mark.parametrize("field", [*LISTS, "parts"])
def test_a_field_that_holds_no_list_is_left_out_and_told(field: str, value: Any) -> None:
    result = _read(_text(**{field: value}))
    assert result["session"] == {name: kept for name, kept in SESSION.items() if name != field}
    assert result["told"] == ["dropped_fields"]


@pytest.mark.parametrize("value", [7, True, 0.5, ["Een regel"], [], {"text": "x"}])
def test_a_line_that_is_no_text_is_left_out_and_the_others_stay(value: Any) -> None:
    result = _read(_text(aim=["eerst", value, "dan"]))
    assert result["session"]["aim"] == ["eerst", "dan"]
    assert result["told"] == ["dropped_fields"]
    assert _part(what=["eerst", value, "dan"]) == {
        "part": {"title": "Blijft", "what": ["eerst", "dan"]},
        "told": ["dropped_fields"],
    }


@pytest.mark.parametrize("value", [7, True, "Pauze", [{"title": "Pauze"}], None])
def test_a_part_that_is_no_mapping_is_left_out_and_told(value: Any) -> None:
    result = _read(_text(parts=[value, {"title": "Blijft"}]))
    assert result["session"]["parts"] == [{"title": "Blijft"}]
    assert result["told"] == ["dropped_fields"]


@pytest.mark.parametrize("field", ["title", "for", "starts", "parts", *LISTS])
def test_a_field_that_is_not_filled_in_is_left_out_without_a_word(field: str) -> None:
    result = _read(_text(**{field: None}))
    assert result["session"] == {name: kept for name, kept in SESSION.items() if name != field}
    assert result["told"] == []


def test_empty_lines_and_empty_parts_are_left_out_without_a_word() -> None:
    nothing = {"minutes": None, "title": "", "casus": None, "what": [], "ask": [" ", ""]}
    result = _read(_text(aim=["", "Doel", " "], title=" ", parts=[{}, nothing, {"title": "Blijft"}]))
    assert result["session"]["aim"] == ["Doel"]
    assert result["session"]["parts"] == [{"title": "Blijft"}]
    assert "title" not in result["session"]
    assert result["told"] == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"parts": [{"casus": "weg"}]}, "unknown_casus"),
        ({"nieuw": 1}, "dropped_fields"),
        ({"starts": "24:00"}, "bad_numbers"),
        ({"title": "x" * 500}, "too_long"),
    ],
)
def test_each_code_is_told_on_its_own(changed: dict[str, Any], code: str) -> None:
    assert _read(_text(**changed))["told"] == [code]
    assert code in TOLD


def test_what_is_told_comes_once_and_in_one_order_whatever_was_found_first() -> None:
    spoilt = {"minutes": -1, "title": "x" * 500, "kleur": "rood", "casus": "weg"}
    result = _read(_text(starts="9:30", aim=["x" * 5000], parts=[spoilt, spoilt], weg=1))
    assert result["told"] == list(TOLD)


# --- what is laced ---

STRANGE = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__class__", "__dict__", "Title", ""]


@pytest.mark.parametrize("key", STRANGE)
def test_a_field_that_a_session_or_a_part_does_not_have_is_left_out(key: str) -> None:
    result = _read(_text(**{key: {"polluted": True}}))
    assert result == {"session": SESSION, "made_on": "2026-11-22", "told": ["dropped_fields"]}
    assert _part(**{key: {"polluted": True}}) == {"part": {"title": "Blijft"}, "told": ["dropped_fields"]}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</textarea><b>",
        "{{7*7}}",
        "${7*7}",
        "=HYPERLINK(1)",
        "&lt;b&gt;",
        "__proto__",
        'C:\\map\\"x"',
    ],
)
def test_markup_and_names_of_programs_stay_the_text_that_they_are(text: str) -> None:
    part = {"title": text, "what": [text], "ask": [text]}
    session = {"title": text, "for": text, **{name: [text] for name in LISTS}, "parts": [part]}
    assert _read(_write(session)["text"]) == {"session": session, "made_on": "2026-11-22", "told": []}


def test_control_characters_go_and_a_line_stays_one_line() -> None:
    text = " \x00een\x1b[0m\r\ntwee\rdrie\u2028vier\x85 vijf\x7f\tzes\x0bzeven\xa0acht \n"
    clean = "een[0m twee drie vier vijf zes zeven acht"
    session = _read(_text(title=text, aim=[text], parts=[{"what": [text]}]))["session"]
    assert (session["title"], session["aim"], session["parts"]) == (clean, [clean], [{"what": [clean]}])


def test_half_a_character_becomes_the_sign_for_an_unknown_one_and_a_whole_one_stays() -> None:
    text = _text(title="TITLE").replace("TITLE", r"a\ud800b \ud83e\uded6 \udc00")
    assert _read(text)["session"]["title"] == "a\ufffdb 🫖 \ufffd"
    assert "a\ufffdb" in _write({"title": "a\ud800b"})["text"]


def test_of_what_stands_there_twice_the_last_counts_as_in_a_browser() -> None:
    text = SAMPLE.replace('"starts": "09:30"', '"starts": "24:00", "starts": "10:00"')
    assert _read(text) == {"session": {**SESSION, "starts": "10:00"}, "made_on": "2026-11-22", "told": []}


@exactly
@given(st.text())
@example("\ud800")
@example('{"\ud800": 1}')
def test_any_text_at_all_gives_a_fault_or_a_session(text: str) -> None:
    assert _is_a_result(_read(text))


@exactly
@given(st.sampled_from(sorted(json.loads(SAMPLE))), anything())
def test_a_session_with_one_field_replaced_by_anything_gives_a_fault_or_a_session(field: str, value: Any) -> None:
    assert _is_a_result(_read(_text(**{field: value})))


@exactly
@given(st.sampled_from(["minutes", "title", "casus", *PART_LISTS, "weg"]), anything())
def test_a_part_with_one_field_replaced_by_anything_gives_a_fault_or_a_session(field: str, value: Any) -> None:
    part = {**SESSION["parts"][1], field: value}
    result = _read(_text(parts=[part]))
    assert _is_a_result(result)
    assert result == {"fault": "not_json"} or set(result["session"]["parts"][0]) <= {*SESSION["parts"][1]}  # NaN


# --- older versions ---


def test_every_version_so_far_has_a_sample_and_a_migration_to_the_version_of_today() -> None:
    assert gaps("session", VERSION, MIGRATIONS) == []
    assert set(MIGRATIONS) == set(range(1, VERSION))


def test_raising_the_version_without_a_migration_and_a_sample_would_be_noticed() -> None:
    assert gaps("session", VERSION + 1, MIGRATIONS) == [
        f"no migration from {VERSION}",
        f"no session_v{VERSION + 1}.json",
    ]


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_session_of_every_version_so_far_still_opens_with_all_that_it_holds(version: int) -> None:
    text = (HERE / f"session_v{version}.json").read_text(encoding="utf-8")
    assert json.loads(text)["version"] == version
    assert _read(text) == {"session": SESSION, "made_on": "2026-11-22", "told": []}


def test_no_bound_is_lower_than_it_once_was_so_that_old_files_keep_all_they_hold() -> None:
    assert MOST_LINES >= 20
    assert MOST_PARTS >= 20
    assert MOST_MINUTES >= 480
    assert all(LONGEST[name] >= most for name, most in {"title": 200, "for": 500, "lines": 500}.items())


@pytest.mark.parametrize("mark", ["a", '"', "م", "🫖"])
def test_the_fullest_session_fits_in_a_file_that_can_be_read(mark: str) -> None:
    lines = [mark * LONGEST["lines"]] * MOST_LINES
    part = {"minutes": MOST_MINUTES, "title": mark * LONGEST["title"], "casus": "riaz", "what": lines, "ask": lines}
    head = {"title": mark * LONGEST["title"], "for": mark * LONGEST["for"], "starts": "09:30"}
    fullest = {**head, **dict.fromkeys(LISTS, lines), "parts": [part] * MOST_PARTS}
    text = _write(fullest)["text"]
    assert _read(text) == {"session": fullest, "made_on": "2026-11-22", "told": []}
    assert len(text.encode()) <= 4_000_000  # what files.js reads


@pytest.mark.parametrize("field", ["starts", "minutes", "casus", "title"])
def test_a_field_that_is_empty_is_no_mistake(field: str) -> None:
    part = {"title": "Pauze", **({field: ""} if field != "starts" else {})}
    empty = {"starts": ""} if field == "starts" else {}
    told = _read(_text(parts=[part, {"title": "Slot"}], **empty))["told"]
    assert told == []


def test_an_old_session_passes_through_every_migration_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    def first(session: dict[str, Any]) -> dict[str, Any]:
        return {**session, "version": 2, "title": "Eerst"}

    def second(session: dict[str, Any]) -> dict[str, Any]:
        return {**session, "version": 3, "title": session["title"] + " en dan"}

    monkeypatch.setattr("tools.sessions.VERSION", 3)
    monkeypatch.setattr("tools.sessions.MIGRATIONS", {1: first, 2: second})
    assert _read(SAMPLE)["session"] == {**SESSION, "title": "Eerst en dan"}
    assert _read(_text(version=2, title="Toen"))["session"] == {**SESSION, "title": "Toen en dan"}
    assert _read(_text(version=3))["session"] == SESSION
    assert _read(_text(version=4)) == {"fault": "newer_version"}
    assert json.loads(_write(SESSION)["text"])["version"] == 3
