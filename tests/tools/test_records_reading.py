"""Opening a record again: what is sound comes back, what is not is told, and no text makes the tools fall over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.tools.made_up import Definition, Items, anything, checklist, filled_in, with_name
from tests.tools.versions import gaps
from tools.answers import BadAnswers
from tools.file_text import LONGEST_TEXT
from tools.record_files import write
from tools.record_reading import FAULTS, MIGRATIONS, TOLD, read
from tools.records import VERSION

exactly = settings(deadline=None, derandomize=True, max_examples=80)

HERE = Path(__file__).parent
SAMPLE = (HERE / "records_v1.json").read_text(encoding="utf-8")
CHECKLIST = with_name(checklist({name: [] for name in ("samenwerking", "beleid", "intake", "taalles", "opleiding")}))


def _read(text: str) -> dict[str, Any]:
    return read(CHECKLIST, {"text": text})


def _text(items: Any = None, **changed: Any) -> str:
    return json.dumps({**json.loads(SAMPLE), **({} if items is None else {"items": items}), **changed})


def _item(**fields: Any) -> dict[str, Any]:
    return _read(_text({"beleid": {"answer": "nee", **fields}}))


# --- what is sound comes back ---


def test_a_record_comes_back_as_it_was_and_nothing_is_told() -> None:
    assert _read(SAMPLE) == {"record": json.loads(SAMPLE), "told": [], "counts": {}}


def test_the_questions_come_back_in_the_order_of_the_page() -> None:
    assert list(_read(SAMPLE)["record"]["items"]) == ["samenwerking", "beleid", "intake", "taalles"]


@pytest.mark.parametrize("around", ["\ufeff{}", "{}\n\n", "  {}", "{}\x00", "\ufeff\r\n{}\r\n"])
def test_a_mark_of_encoding_and_space_around_the_record_do_not_matter(around: str) -> None:
    assert _read(around.replace("{}", SAMPLE)) == _read(SAMPLE)


@exactly
@given(filled_in())
def test_what_was_written_reads_back_as_the_same_items(situation: tuple[Definition, Items]) -> None:
    definition, items = situation
    text = write(definition, {"items": items, "made_on": "2026-11-22", "kind": "json"})["text"]
    result = read(definition, {"text": text})
    assert result["record"]["items"] == items
    assert result["record"]["made_on"] == "2026-11-22"
    assert (result["told"], result["counts"]) == ([], {})


@exactly
@given(st.lists(anything(), min_size=5, max_size=5), anything(), anything())
def test_reading_what_was_read_changes_nothing_more(values: list[Any], made_on: Any, made_with: Any) -> None:
    fields = ("answer", "note", "owner", "due", "beleid")
    items = {"beleid": dict(zip(fields, values, strict=True)), "intake": {"answer": "ja"}, "weg": values[0]}
    once = _read(_text(items, made_on=made_on, definition=made_with))
    assume(once != {"fault": "not_json"})  # NaN and Infinity
    again = _read(json.dumps(once["record"]))
    assert again["record"] == once["record"]
    assert set(again["told"]) <= {"other_definition"}


# --- what cannot be taken ---


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\n", "\ufeff", "\x00\x00"])
def test_a_file_with_nothing_in_it_is_empty(text: str) -> None:
    assert _read(text) == {"fault": "empty"}


@pytest.mark.parametrize("items", [{}, None, [], "beleid", 7, {"weg": {"answer": "ja"}}, {"beleid": {"answer": "?"}}])
def test_a_record_of_which_nothing_is_left_is_empty_so_that_present_answers_stay(items: Any) -> None:
    assert _read(json.dumps({**json.loads(SAMPLE), "items": items})) == {"fault": "empty"}


@pytest.mark.parametrize(
    "text",
    [
        "beleid;nee",
        "<html></html>",
        "{]",
        "{'format': 1}",
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"a": 1,}',
        '{"a": 01}',
        '{"a": "b" "c": "d',
        '{"a": "\x01"}',
        '{"a": "\\x"}',
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


@pytest.mark.parametrize("text", [SAMPLE.strip(), json.dumps(json.loads(SAMPLE)), _text({"beleid": {"note": "\\u\\"}})])
def test_a_record_cut_off_at_any_place_is_called_cut_off(text: str) -> None:
    assert {length: _read(text[:length]) for length in range(1, len(text))} == {
        length: {"fault": "cut_off"} for length in range(1, len(text))
    }


@pytest.mark.parametrize("number", ["-", "1.", "2e", "1.5e-", "fals", "t"])
def test_a_record_cut_off_within_a_number_or_a_word_is_called_cut_off(number: str) -> None:
    assert _read(SAMPLE.rstrip().removesuffix("}") + ', "nieuw": ' + number) == {"fault": "cut_off"}


def test_a_text_of_more_than_a_million_characters_is_too_large_and_one_of_a_million_is_read() -> None:
    assert _read(SAMPLE.ljust(LONGEST_TEXT)) == _read(SAMPLE)
    assert _read(SAMPLE.ljust(LONGEST_TEXT + 1)) == {"fault": "too_large"}


@pytest.mark.parametrize("text", ["null", "true", "7", '"kennisbank-checklist"', "[]", "{}", "[{}]", '{"version": 1}'])
def test_json_that_is_no_record_is_not_ours(text: str) -> None:
    assert _read(text) == {"fault": "not_ours"}


@pytest.mark.parametrize("kind", [None, "kennisbank-route", "Kennisbank-Checklist", 1, ["kennisbank-checklist"], {}])
def test_a_file_of_another_format_is_not_ours(kind: Any) -> None:
    assert _read(_text(format=kind)) == {"fault": "not_ours"}


@pytest.mark.parametrize("version", [None, "1", True, 0, -1, 1.0, [1], {"1": 1}, -(10**40)])
def test_a_version_that_never_was_is_not_ours(version: Any) -> None:
    assert _read(_text(version=version)) == {"fault": "not_ours"}


@pytest.mark.parametrize("version", ["2", "99", "9" * 17, "9" * 18, "9" * 19, "9" * 9999])
def test_a_record_of_a_newer_version_is_called_newer_however_large_its_number(version: str) -> None:
    text = SAMPLE.replace('"version": 1', f'"version": {version}')
    assert _read(text) == {"fault": "newer_version"}


@pytest.mark.parametrize("other", [None, "", "tips", "Handreiking", 7, ["handreiking"]])
def test_a_record_of_another_checklist_is_not_taken(other: Any) -> None:
    assert _read(_text(checklist=other)) == {"fault": "other_checklist"}


@pytest.mark.parametrize("depth", [40, 1_000, 100_000, 200_000])
def test_a_record_nested_without_end_is_not_ours(depth: int) -> None:
    assert _read('{"format": ' + "[" * depth + "]" * depth + "}") == {"fault": "not_ours"}
    assert _read('{"a":' * depth) == {"fault": "not_ours"}


@pytest.mark.parametrize("text", [None, 7, b"{}", ["{}"], {}])
def test_a_request_to_read_what_is_no_text_is_refused(text: Any) -> None:
    with pytest.raises(BadAnswers, match="text is not a text"):
        read(CHECKLIST, {"text": text})


# --- what is told ---


@pytest.mark.parametrize(
    ("made_with", "kept"), [("00000000", "00000000"), ("E9C14472", None), ("e9c1447", None), (None, None), (7, None)]
)
def test_a_record_made_with_other_questions_is_taken_and_that_is_told(made_with: Any, kept: str | None) -> None:
    result = _read(_text(definition=made_with))
    assert result["told"] == ["other_definition"]
    assert result["record"]["definition"] == kept


def test_questions_that_the_checklist_does_not_have_are_left_out_and_counted() -> None:
    names = ["weg", "__proto__", "constructor", "prototype", "toString", "__class__", "beleid ", "BELEID", ""]
    result = _read(_text({name: {"answer": "nee"} for name in [*names, "beleid"]}))
    assert result["record"]["items"] == {"beleid": {"answer": "nee"}}
    assert (result["told"], result["counts"]) == (["dropped_items"], {"dropped_items": 9})


@pytest.mark.parametrize("field", ["__proto__", "constructor", "hasOwnProperty", "__dict__", "Answer", "status"])
def test_a_field_that_a_question_does_not_have_is_left_out(field: str) -> None:
    result = _item(**{field: {"polluted": True}})
    assert result["record"]["items"] == {"beleid": {"answer": "nee"}}
    assert (result["told"], result["counts"]) == (["dropped_fields"], {"dropped_fields": 1})


@pytest.mark.parametrize("key", ["__proto__", "constructor", "theme", "items "])
def test_a_part_that_a_record_does_not_have_is_left_out(key: str) -> None:
    result = _read(_text(**{key: {"toString": "x"}}))
    assert result["record"] == _read(SAMPLE)["record"]
    assert result["told"] == ["dropped_fields"]


@pytest.mark.parametrize("value", [7, 1e308, -0.0, True, ["nee"], {"text": "x"}, [[]]])
@pytest.mark.parametrize("field", ["note", "owner", "due"])
def test_a_field_that_holds_no_text_is_left_out(field: str, value: Any) -> None:
    result = _item(**{field: value})
    assert result["record"]["items"] == {"beleid": {"answer": "nee"}}
    assert result["counts"] == {"dropped_fields": 1}


@pytest.mark.parametrize("answer", ["NEE", "nee ", "open", "no", 1, True, ["nee"], {"nee": 1}])
def test_an_answer_that_is_none_of_the_five_is_left_out(answer: Any) -> None:
    result = _read(_text({"beleid": {"answer": answer, "note": "blijft"}}))
    assert result["record"]["items"] == {"beleid": {"note": "blijft"}}
    assert result["told"] == ["dropped_fields"]


@pytest.mark.parametrize("value", ["", None])
@pytest.mark.parametrize("field", ["note", "owner", "due"])
def test_an_empty_field_is_left_out_without_a_word(field: str, value: Any) -> None:
    assert _item(**{field: value})["told"] == []


@pytest.mark.parametrize(
    "due", ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "morgen", "22-11-2026", "20261122"]
)
def test_a_date_that_does_not_exist_is_left_out_and_told(due: str) -> None:
    result = _item(due=due)
    assert result["record"]["items"] == {"beleid": {"answer": "nee"}}
    assert (result["told"], result["counts"]) == (["bad_dates"], {"bad_dates": 1})


def test_a_day_of_making_that_does_not_exist_is_left_out_and_told() -> None:
    result = _read(_text(made_on="2026-11-31"))
    assert result["record"]["made_on"] is None
    assert result["told"] == ["bad_dates"]


@pytest.mark.parametrize(("field", "limit"), [("note", 2000), ("owner", 100)])
def test_a_text_that_is_too_long_is_cut_and_told(field: str, limit: int) -> None:
    assert _item(**{field: "م" * limit})["told"] == []
    result = _item(**{field: "م" * (limit + 1)})
    assert result["record"]["items"]["beleid"][field] == "م" * limit
    assert (result["told"], result["counts"]) == (["too_long"], {"too_long": 1})


def test_a_text_that_is_cut_at_a_space_does_not_end_with_it() -> None:
    assert _item(owner="x" * 99 + " team")["record"]["items"]["beleid"]["owner"] == "x" * 99


def test_what_is_told_comes_in_one_order_whatever_was_found_first() -> None:
    items = {"beleid": {"note": "x" * 3000, "due": "nooit", "kleur": "rood", "answer": "nee"}, "weg": {}}
    assert _read(_text(items, definition="00000000"))["told"] == list(TOLD)


# --- what is laced ---


@pytest.mark.parametrize(
    "markup", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{7*7}}", "${7*7}", "=HYPERLINK(1)"]
)
def test_markup_in_a_note_stays_the_text_that_it_is(markup: str) -> None:
    assert _item(note=markup)["record"]["items"]["beleid"]["note"] == markup


def test_control_characters_go_and_every_end_of_line_is_one_newline() -> None:
    note = _item(note="\x00een\x1b[0m\r\ntwee\rdrie\u2028vier\x85vijf\x7f")["record"]["items"]["beleid"]["note"]
    assert note == "een[0m\ntwee\ndrie\nvier\nvijf"


def test_half_a_character_becomes_the_sign_for_an_unknown_one_and_a_whole_one_stays() -> None:
    text = _text({"beleid": {"note": "NOTE"}}).replace("NOTE", r"a\ud800b \ud83e\uded6 \udc00")
    assert _read(text)["record"]["items"]["beleid"]["note"] == "a\ufffdb 🫖 \ufffd"


def test_of_what_stands_there_twice_the_last_counts_as_in_a_browser() -> None:
    text = _text({"beleid": {"answer": "nee"}}).replace('"nee"', '"nee", "answer": "ja"')
    assert _read(text)["record"]["items"] == {"beleid": {"answer": "ja"}}


@pytest.mark.parametrize("number", ["9" * 400_000, "-" + "9" * 400_000, "1." + "9" * 400_000, "1e999999999", "-1e-999"])
def test_a_number_of_any_size_is_no_more_than_a_field_left_out(number: str) -> None:
    text = _text({"beleid": {"answer": "nee", "due": "NUMBER"}}).replace('"NUMBER"', number)
    assert _read(text)["record"]["items"] == {"beleid": {"answer": "nee"}}


@exactly
@given(st.text())
@example("\ud800")
@example('{"\ud800": 1}')
def test_any_text_at_all_gives_a_fault_or_a_record(text: str) -> None:
    result = _read(text)
    assert set(result) == {"record", "told", "counts"} or result["fault"] in FAULTS


@exactly
@given(st.sampled_from(["format", "version", "checklist", "definition", "made_on", "items"]), anything())
def test_a_record_with_one_part_replaced_by_anything_gives_a_fault_or_a_record(part: str, value: Any) -> None:
    result = _read(_text(**{part: value}))
    assert set(result) == {"record", "told", "counts"} or result["fault"] in FAULTS


# --- older versions ---


def test_every_version_so_far_has_a_sample_and_a_migration_to_the_version_of_today() -> None:
    assert gaps("records", VERSION, MIGRATIONS) == []
    assert set(MIGRATIONS) == set(range(1, VERSION))


def test_raising_the_version_without_a_migration_and_a_sample_would_be_noticed() -> None:
    assert gaps("records", VERSION + 1, MIGRATIONS) == [
        f"no migration from {VERSION}",
        f"no records_v{VERSION + 1}.json",
    ]


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_record_of_every_version_so_far_still_opens_with_all_that_it_holds(version: int) -> None:
    text = (HERE / f"records_v{version}.json").read_text(encoding="utf-8")
    assert json.loads(text)["version"] == version
    result = _read(text)
    assert result["told"] == []
    assert result["record"]["version"] == VERSION
    assert result["record"]["items"] == json.loads(SAMPLE)["items"]


def test_an_old_record_passes_through_every_migration_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    def first(record: dict[str, Any]) -> dict[str, Any]:
        return {**record, "version": 2, "items": {"beleid": {"answer": "nee"}}}

    def second(record: dict[str, Any]) -> dict[str, Any]:
        return {**record, "version": 3, "items": {**record["items"], "intake": {"answer": "ja"}}}

    monkeypatch.setattr("tools.records.VERSION", 3)
    monkeypatch.setattr("tools.record_reading.VERSION", 3)
    monkeypatch.setattr("tools.record_reading.MIGRATIONS", {1: first, 2: second})
    assert _read(SAMPLE)["record"]["items"] == {"beleid": {"answer": "nee"}, "intake": {"answer": "ja"}}
    assert _read(SAMPLE)["record"]["version"] == 3
