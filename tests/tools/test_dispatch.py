"""The door between page and tools answers every text with JSON, and never falls over."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.tools.made_up import anything, checklist, situations, with_name
from tests.tools.made_up_routes import route, rule
from tools import checklist as checklist_tool
from tools.dispatch import TOOLS, handle

exactly = settings(deadline=None, derandomize=True, max_examples=80)


def _ask(**request: Any) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(handle(json.dumps(request)))
    return reply


RECORD = {
    "format": "kennisbank-checklist",
    "version": 1,
    "checklist": "handreiking",
    "definition": "e9c14472",
    "made_on": "2026-11-22",
    "items": {"beleid": {"answer": "nee", "note": "bellen", "due": "2027-01-31"}},
}
SESSION = {"title": "Een uur", "starts": "09:30", "parts": [{"minutes": 45, "casus": "riaz", "ask": ["لماذا؟"]}]}
CASUS: dict[str, Any] = {"casus": {"riaz": {}}}
#: What each tool is asked with, beside the definition.
ASKED: dict[str, dict[str, Any]] = {
    "checklist": {"beleid": "nee"},
    "record.write": {"items": RECORD["items"], "made_on": "2026-11-22", "kind": "csv", "texts": {"open": "open"}},
    "record.read": {"text": json.dumps(RECORD)},
    "record.compare": {"then": RECORD, "now": {"beleid": {"answer": "ja"}}},
    "route": {"belasting": "zwaar", "gevaar": "weet_niet"},
    "session.write": {"session": SESSION, "made_on": "2026-11-22"},
    "session.read": {"text": json.dumps({"format": "kennisbank-sessie", "version": 1, **SESSION})},
}
#: What each tool works with: the route-finder with a route, a session with casussen, every other one with a checklist.
WORKS_WITH = dict.fromkeys(TOOLS, with_name(checklist({"beleid": []}))) | {
    "route": route(rule("zwaar", {"belasting": {"is": "zwaar"}}, holds={"werk": "later"})),
    "session.write": CASUS,
    "session.read": CASUS,
}


def _is_a_reply(text: str) -> bool:
    reply = json.loads(text)
    return isinstance(reply, dict) and set(reply) in ({"id", "result"}, {"id", "error"})


def test_a_good_request_gets_its_own_number_and_the_answer_of_its_tool() -> None:
    definition = checklist({"beleid": []})
    reply = _ask(id=7, tool="checklist", definition=definition, answers={"beleid": "nee"})
    assert reply == {"id": 7, "result": checklist_tool.evaluate(definition, {"beleid": "nee"})}


@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_every_tool_answers_a_good_request(tool: str) -> None:
    reply = _ask(id=8, tool=tool, definition=WORKS_WITH[tool], answers=ASKED[tool])
    assert reply == {"id": 8, "result": TOOLS[tool](WORKS_WITH[tool], ASKED[tool])}


def test_a_route_gets_its_levels_through_the_door() -> None:
    result = _ask(id=1, tool="route", definition=WORKS_WITH["route"], answers={"belasting": "zwaar"})["result"]
    assert {track["id"]: track["level"] for track in result["tracks"]}["werk"] == "later"


def test_a_route_that_cannot_be_worked_with_is_an_error_under_the_number_of_the_request() -> None:
    definition = route(rule("zwaar", {"weer": {"is": "mooi"}}))
    assert _ask(id=4, tool="route", definition=definition, answers={}) == {
        "id": 4,
        "error": "bad-definition: when of zwaar names an unknown question 'weer'",
    }


def test_a_record_goes_out_through_the_door_and_comes_back_in() -> None:
    definition = with_name(checklist({"beleid": []}))
    asked = {**ASKED["record.write"], "kind": "json"}
    text = _ask(id=1, tool="record.write", definition=definition, answers=asked)["result"]["text"]
    result = _ask(id=2, tool="record.read", definition=definition, answers={"text": text})["result"]
    assert result == {"record": RECORD, "told": [], "counts": {}}


def test_a_session_goes_out_through_the_door_and_comes_back_in() -> None:
    text = _ask(id=1, tool="session.write", definition=CASUS, answers=ASKED["session.write"])["result"]["text"]
    result = _ask(id=2, tool="session.read", definition=CASUS, answers={"text": text})["result"]
    assert result == {"session": SESSION, "made_on": "2026-11-22", "told": []}


@pytest.mark.parametrize("text", ["", "nee", "{", '{"id": 1,}', "[1, 2", "\x00", "'{}'", "{]"])
def test_text_that_is_no_json_is_called_bad_json(text: str) -> None:
    assert json.loads(handle(text)) == {"id": None, "error": "bad-json"}


@pytest.mark.parametrize("depth", [10_000, 1_000_000])
@pytest.mark.parametrize("bracket", ["[", '{"a":'])
def test_a_request_nested_without_end_is_called_bad_json(bracket: str, depth: int) -> None:
    assert json.loads(handle(bracket * depth)) == {"id": None, "error": "bad-json"}


def test_a_whole_request_that_is_nested_too_deep_is_called_bad_json() -> None:
    request = '{"id": 1, "tool": "checklist", "answers": ' + "[" * 50_000 + "]" * 50_000 + "}"
    assert json.loads(handle(request)) == {"id": None, "error": "bad-json"}


def test_a_number_too_long_to_read_is_called_bad_json() -> None:
    assert json.loads(handle('{"id": ' + "9" * 5000 + "}")) == {"id": None, "error": "bad-json"}


@pytest.mark.parametrize("request_json", ["null", "true", "7", '"checklist"', "[]", "[{}]", "NaN"])
def test_json_that_is_no_request_is_called_a_bad_request(request_json: str) -> None:
    assert json.loads(handle(request_json)) == {"id": None, "error": "bad-request"}


@pytest.mark.parametrize("number", [True, False, None, "7", 7.0, [7], {"id": 7}])
def test_a_request_whose_number_is_no_whole_number_is_a_bad_request(number: Any) -> None:
    assert _ask(id=number, tool="checklist") == {"id": None, "error": "bad-request"}


def test_a_request_without_a_number_is_a_bad_request() -> None:
    assert _ask(tool="checklist") == {"id": None, "error": "bad-request"}


@pytest.mark.parametrize(
    "tool", [None, "", "route ", "Checklist", "os", "__class__", 1, ["checklist"], {"checklist": 1}]
)
def test_a_tool_that_does_not_exist_is_named_so_under_the_number_of_the_request(tool: Any) -> None:
    assert _ask(id=3, tool=tool, definition={}, answers={}) == {"id": 3, "error": "unknown-tool"}


@pytest.mark.parametrize(
    ("definition", "says"),
    [
        (None, "definition is not a mapping"),
        ("checklist", "definition is not a mapping"),
        ({}, "themes is not a list of ids"),
        (checklist({"a": ["b"], "b": ["a"]}), "builds on itself: a → b → a"),
        (checklist({"a": ["zoek"]}), "builds on unknown item 'zoek'"),
        (
            {"themes": ["een"], "items": {"a": {"theme": "een", "builds_on": [1]}}},
            "builds_on of a is not a list of ids",
        ),
    ],
)
def test_a_definition_that_cannot_be_worked_with_is_an_error_under_the_number_of_the_request(
    definition: Any, says: str
) -> None:
    assert _ask(id=4, tool="checklist", definition=definition, answers={}) == {
        "id": 4,
        "error": f"bad-definition: {says}",
    }


@pytest.mark.parametrize(
    ("tool", "answers", "says"),
    [
        ("record.write", None, "answers is not a mapping"),
        ("record.write", {"items": {}}, "kind is not one of json, csv, ics"),
        ("record.write", {"items": {}, "kind": "pdf"}, "kind is not one of json, csv, ics"),
        ("record.read", [], "answers is not a mapping"),
        ("record.read", {}, "text is not a text"),
        ("record.read", {"text": 7}, "text is not a text"),
        ("record.compare", "then", "answers is not a mapping"),
        ("record.compare", {"now": {}}, "then is not a record"),
        ("session.write", None, "answers is not a mapping"),
        ("session.read", [], "answers is not a mapping"),
        ("session.read", {}, "text is not a text"),
        ("session.read", {"text": 7}, "text is not a text"),
    ],
)
def test_answers_that_a_tool_cannot_work_with_are_an_error_under_the_number_of_the_request(
    tool: str, answers: Any, says: str
) -> None:
    reply = _ask(id=4, tool=tool, definition=WORKS_WITH[tool], answers=answers)
    assert reply == {"id": 4, "error": f"bad-answers: {says}"}


@pytest.mark.parametrize("tool", ["record.write", "record.read"])
@pytest.mark.parametrize("key", ["id", "hash"])
def test_a_checklist_without_a_name_or_a_hash_makes_and_reads_no_record(tool: str, key: str) -> None:
    definition = {name: value for name, value in with_name(checklist({"beleid": []})).items() if name != key}
    reply = _ask(id=4, tool=tool, definition=definition, answers=ASKED[tool])
    assert reply == {"id": 4, "error": f"bad-definition: {key} is not a text"}


def test_a_very_long_chain_of_questions_still_gets_a_reply() -> None:
    names = [f"v{number}" for number in range(1500)]
    chain = {name: names[place + 1 : place + 2] for place, name in enumerate(names)}
    reply = json.loads(
        handle(json.dumps({"id": 9, "tool": "checklist", "definition": checklist(chain), "answers": {}}))
    )
    assert reply["id"] == 9


def test_ids_in_any_script_come_back_as_they_went_in() -> None:
    names = {"vraag-één": [], "سؤال": ["vraag-één"], "ሕቶ": ["سؤال"], "🫖": []}
    text = handle(
        json.dumps(
            {"id": 5, "tool": "checklist", "definition": checklist(names), "answers": dict.fromkeys(names, "nee")}
        )
    )
    assert "سؤال" in text
    assert {action["item"] for action in json.loads(text)["result"]["actions"]} == set(names)


def test_answers_may_be_left_out_and_count_as_an_empty_form() -> None:
    reply = _ask(id=6, tool="checklist", definition=checklist({"a": []}))
    assert reply["result"]["answered"] == 0


def test_the_door_remembers_nothing_between_requests() -> None:
    definition = checklist({"a": []})
    first = _ask(id=1, tool="checklist", definition=definition, answers={})
    _ask(id=2, tool="checklist", definition=definition, answers={"a": "nee"})
    assert _ask(id=1, tool="checklist", definition=definition, answers={}) == first


def test_every_tool_behind_the_door_says_what_it_does() -> None:
    assert all(tool.__doc__ for tool in TOOLS.values())


@exactly
@given(st.text())
@example("\ud800")
@example('{"id":1,"tool":"\ud800"}')
def test_any_text_at_all_gets_a_reply_in_json(text: str) -> None:
    assert _is_a_reply(handle(text))


@exactly
@given(anything())
def test_any_json_at_all_gets_a_reply_in_json(value: Any) -> None:
    assert _is_a_reply(handle(json.dumps(value)))


@exactly
@given(st.integers(), st.sampled_from(sorted(TOOLS)), anything(), anything())
def test_any_definition_and_any_answers_get_a_reply_under_the_number_of_the_request(
    number: int, tool: str, definition: Any, answers: Any
) -> None:
    text = handle(json.dumps({"id": number, "tool": tool, "definition": definition, "answers": answers}))
    assert _is_a_reply(text)
    assert json.loads(text)["id"] == number


@exactly
@given(
    situations(),
    st.sampled_from(sorted(TOOLS)),
    st.sampled_from(["id", "hash", "themes", "items", "theme", "builds_on", "chapters", "tips", "casus"]),
    anything(),
)
def test_a_good_definition_with_one_part_replaced_by_anything_still_gets_a_reply(
    situation: tuple[dict[str, Any], dict[str, str]], tool: str, field: str, value: Any
) -> None:
    definition, answers = with_name({**situation[0], **CASUS}), situation[1]
    if field in definition:
        definition = {**definition, field: value}
    else:
        definition = {
            **definition,
            "items": {name: {**item, field: value} for name, item in definition["items"].items()},
        }
    asked = answers if tool == "checklist" else ASKED[tool]
    reply = handle(json.dumps({"id": 1, "tool": tool, "definition": definition, "answers": asked}))
    assert _is_a_reply(reply)


@exactly
@given(st.sampled_from(["session.write", "session.read"]), anything() | st.dictionaries(st.text(), anything()))
@example("session.read", {"riaz": None})
@example("session.write", ["riaz"])
def test_a_session_is_made_and_read_with_any_mapping_of_casussen_and_with_nothing_else(tool: str, value: Any) -> None:
    reply = _ask(id=1, tool=tool, definition={"casus": value}, answers=ASKED[tool])
    if not isinstance(value, dict):
        assert reply == {"id": 1, "error": "bad-definition: casus is not a mapping"}
    elif tool == "session.read":
        assert reply["result"]["told"] == ([] if "riaz" in value else ["unknown_casus"])
    else:
        assert reply["result"]["count"] == 1


@exactly
@given(
    st.sampled_from([(tool, part) for tool, asked in ASKED.items() for part in asked]),
    st.sampled_from(["json", "csv", "ics"]),
    anything(),
)
def test_a_good_request_with_one_part_of_its_answers_replaced_by_anything_still_gets_a_reply(
    place: tuple[str, str], kind: str, value: Any
) -> None:
    tool, part = place
    asked = {**ASKED[tool], **({"kind": kind} if tool == "record.write" else {}), part: value}
    assert _is_a_reply(handle(json.dumps({"id": 1, "tool": tool, "definition": WORKS_WITH[tool], "answers": asked})))


@exactly
@given(st.text(), st.sampled_from(["json", "csv", "ics"]))
@example("\ud800\r\n\x00", "ics")
def test_any_words_and_any_ids_make_a_file_that_can_be_saved(text: str, kind: str) -> None:
    definition = {**with_name(checklist({text: []})), "id": text, "themes": [text]}
    items = {text: {"answer": "nee", "note": text, "owner": text, "due": "2027-01-31"}}
    words = {
        key: {text: text, "owner": text, "nee": text} for key in ("columns", "answers", "themes", "asks", "actions")
    }
    asked = {"items": items, "made_on": text, "kind": kind, "texts": {**words, "open": text, "calendar": text}}
    reply = json.loads(
        handle(json.dumps({"id": 1, "tool": "record.write", "definition": definition, "answers": asked}))
    )
    assert reply["result"]["count"] == 1
    if kind != "json":
        assert reply["result"]["text"].encode()
