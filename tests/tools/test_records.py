"""What moved since an earlier record."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.made_up import Answers, Definition, Items, anything, checklist, filled_in, situations, with_name
from tools.answers import BadAnswers
from tools.checklist import ANSWERS
from tools.definitions import BadDefinition
from tools.record_days import exists, next_day
from tools.record_fields import clean_items
from tools.records import compare, make

exactly = settings(deadline=None, derandomize=True, max_examples=80)

WAYS = {
    ("nee", "deels"): "forward",
    ("nee", "ja"): "forward",
    ("deels", "ja"): "forward",
    ("deels", "nee"): "back",
    ("ja", "nee"): "back",
    ("ja", "deels"): "back",
    ("weet_niet", "nee"): "forward",
    ("weet_niet", "deels"): "forward",
    ("weet_niet", "ja"): "forward",
    ("nee", "weet_niet"): "back",
    ("deels", "weet_niet"): "back",
    ("ja", "weet_niet"): "back",
}


def _checklist(*names: str) -> Definition:
    return with_name(checklist({name: [] for name in names}))


def _record(definition: Definition, answers: Answers) -> dict[str, Any]:
    return make(definition, _items(answers), "2026-11-22", {})


def _items(answers: Answers) -> Items:
    return {name: {"answer": answer} for name, answer in answers.items()}


def _moved(then: Answers, now: Answers) -> list[dict[str, Any]]:
    definition = _checklist("a", "b", "c")
    moved: list[dict[str, Any]] = compare(definition, {"then": _record(definition, then), "now": _items(now)})["moved"]
    return moved


# --- what moved ---


@pytest.mark.parametrize(("then", "now"), [(then, now) for then in ANSWERS for now in ANSWERS if then != now])
def test_from_no_to_partly_to_yes_is_forward_as_is_coming_to_know_and_not_applicable_is_neither(
    then: str, now: str
) -> None:
    way = WAYS.get((then, now), "other")
    assert _moved({"a": then}, {"a": now}) == [{"item": "a", "then": then, "now": now, "way": way}]


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_question_that_was_or_is_not_filled_in_moved_neither_forward_nor_back(answer: str) -> None:
    assert _moved({}, {"a": answer}) == [{"item": "a", "then": None, "now": answer, "way": "other"}]
    assert _moved({"a": answer}, {}) == [{"item": "a", "then": answer, "now": None, "way": "other"}]


def test_what_is_filled_in_now_only_is_new_and_what_was_filled_in_then_only_is_gone() -> None:
    definition = _checklist("c", "b", "a")
    then = _record(definition, {"b": "ja", "c": "nee"})
    assert compare(definition, {"then": then, "now": _items({"a": "nee", "c": "nee"})}) == {
        "moved": [
            {"item": "b", "then": "ja", "now": None, "way": "other"},
            {"item": "a", "then": None, "now": "nee", "way": "other"},
        ],
        "same": 1,
        "new": ["a"],
        "gone": ["b"],
        "then_made_on": "2026-11-22",
    }


def test_a_question_whose_answer_changed_is_not_counted_as_the_same() -> None:
    definition = _checklist("a", "b", "c")
    then = _record(definition, {"a": "nee", "b": "ja", "c": "nvt"})
    result = compare(definition, {"then": then, "now": _items({"a": "ja", "b": "ja", "c": "nvt"})})
    assert (len(result["moved"]), result["same"]) == (1, 2)


def test_a_note_or_an_owner_that_changed_does_not_move_an_answer() -> None:
    definition = _checklist("a")
    then = make(definition, {"a": {"answer": "nee", "note": "bellen"}}, "2026-11-22", {})
    now = {"a": {"answer": "nee", "owner": "beleidsmedewerker", "due": "2027-01-01"}}
    result = compare(definition, {"then": then, "now": now})
    assert (result["moved"], result["same"]) == ([], 1)


def test_a_record_without_a_sound_date_is_compared_all_the_same() -> None:
    definition = _checklist("a")
    then = {**_record(definition, {"a": "ja"}), "made_on": "2026-02-30"}
    assert compare(definition, {"then": then, "now": {}})["then_made_on"] is None


@pytest.mark.parametrize("then", [None, "record", [], 7])
def test_a_comparison_without_a_record_is_refused(then: Any) -> None:
    with pytest.raises(BadAnswers, match="then is not a record"):
        compare(_checklist("a"), {"then": then, "now": {}})


@exactly
@given(filled_in())
def test_compared_with_itself_nothing_moved(situation: tuple[Definition, Items]) -> None:
    definition, items = situation
    result = compare(definition, {"then": make(definition, items, "2026-11-22", {}), "now": items})
    assert (result["moved"], result["new"], result["gone"]) == ([], [], [])
    assert result["same"] == sum("answer" in fields for fields in items.values())


@exactly
@given(situations(), st.data())
def test_looked_at_from_the_other_side_forward_is_back_and_new_is_gone(
    situation: tuple[Definition, Answers], data: st.DataObject
) -> None:
    definition, then = with_name(situation[0]), situation[1]
    now = data.draw(st.dictionaries(st.sampled_from(sorted(definition["items"])), st.sampled_from(ANSWERS)))
    there = compare(definition, {"then": _record(definition, then), "now": _items(now)})
    back = compare(definition, {"then": _record(definition, now), "now": _items(then)})
    turned = {"forward": "back", "back": "forward", "other": "other"}
    assert [(move["item"], turned[move["way"]]) for move in there["moved"]] == [
        (move["item"], move["way"]) for move in back["moved"]
    ]
    assert (there["new"], there["gone"], there["same"]) == (back["gone"], back["new"], back["same"])
    assert [move["item"] for move in there["moved"]] == [
        name for name in definition["items"] if then.get(name) != now.get(name)
    ]


# --- what a record is made of ---


@pytest.mark.parametrize("key", ["id", "hash"])
def test_a_checklist_without_a_name_or_a_hash_makes_no_record(key: str) -> None:
    definition = {name: value for name, value in _checklist("a").items() if name != key}
    with pytest.raises(BadDefinition, match=f"{key} is not a text"):
        make(definition, {}, "2026-11-22", {})


@exactly
@given(anything())
def test_whatever_is_filled_in_only_expected_ids_and_fields_stay(value: Any) -> None:
    counts: dict[str, int] = {}
    items = clean_items({"a": value, "b": {"answer": "ja", "note": value, "due": value}, "c": value}, "ab", counts)
    assert set(items) <= {"a", "b"}
    assert counts["dropped_items"] == 1
    for fields in items.values():
        assert fields
        assert set(fields) <= {"answer", "note", "owner", "due"}
        assert all(isinstance(text, str) and text for text in fields.values())


@exactly
@given(st.text(), st.text())
def test_cleaning_a_text_twice_changes_nothing_more(note: str, owner: str) -> None:
    once = clean_items({"a": {"note": note, "owner": owner}}, "a", {})
    assert clean_items(once, "a", {}) == once
    for text in (text for fields in once.values() for text in fields.values()):
        assert text.encode()
        assert not any(character < " " and character not in "\n\t" for character in text)


def test_an_owner_is_one_line() -> None:
    assert clean_items({"a": {"owner": " team\r\nwelzijn \t zorg "}}, "a", {}) == {"a": {"owner": "team welzijn zorg"}}


# --- days ---


def test_a_day_exists_exactly_when_the_calendar_has_it() -> None:
    days = [f"{year:04}-{month:02}-{day:02}" for year in YEARS for month in range(14) for day in range(33)]
    assert [day for day in days if exists(day)] == [day for day in days if _is_a_day(day)]


def test_the_next_day_is_that_of_the_calendar() -> None:
    day = dt.date(1899, 12, 1)
    while day.year < 2101:
        following = day + dt.timedelta(days=1)
        assert next_day(str(day)) == str(following)
        day = following
    assert next_day("9998-12-31") == "9999-01-01"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-1-1",
        "26-01-01",
        "2026/01/01",
        "2026-01-01\n",
        " 2026-01-01",
        "2026-01-01T00",
        "٢٠٢٦-٠١-٠١",  # noqa: RUF001 - digits, but not those of the format
        "9999-12-31",
    ],
)
def test_a_day_written_in_another_way_is_no_day(text: str) -> None:
    assert not exists(text)


YEARS = (0, 1, 4, 1900, 1904, 2000, 2026, 2028, 2100, 9998)


def _is_a_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
