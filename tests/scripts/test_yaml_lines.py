"""Strict YAML: every value knows its line, and what YAML would guess must be in quotes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.yaml_lines import Path, parse

exactly = settings(deadline=None, derandomize=True, max_examples=80)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff"))
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT.filter(bool), inner, max_size=4),
)


def test_every_value_knows_the_line_on_which_it_stands() -> None:
    document = parse('een:\n  - "a"\n  - "b"\n\ntwee: {drie: "c"}\n', "x.yml")
    assert document.data == {"een": ["a", "b"], "twee": {"drie": "c"}}
    paths: dict[Path, int] = {("een",): 1, ("een", 0): 2, ("een", 1): 3, ("twee",): 5, ("twee", "drie"): 5}
    assert {path: document.line(path) for path in paths} == paths


def test_a_value_that_is_not_there_has_the_line_of_what_it_would_stand_in() -> None:
    document = parse('een:\n  twee: "a"\n', "x.yml")
    assert document.line(("een", "drie")) == 1
    assert document.line(("een", "twee", "drie")) == 2
    assert document.line(("vier",)) == 1


def test_lines_are_counted_from_where_the_text_stands_in_its_file() -> None:
    document = parse('title: "x"\nkind: plain\n', "x.md", first_line=2)
    assert document.line(("kind",)) == 3


def test_an_entry_of_several_lines_has_the_line_of_its_name() -> None:
    document = parse('een: "a"\ntwee:\n  drie: "b"\n', "x.yml")
    assert document.line(("twee",)) == 2


def test_a_list_of_entries_knows_where_each_begins() -> None:
    document = parse('- name: "a"\n  b: "c"\n\n- name: "d"\n', "x.yml")
    assert [document.line((number,)) for number in (0, 1)] == [1, 4]


@pytest.mark.parametrize(
    ("value", "kind"),
    [("2026-11-22", "timestamp"), ("2026-11-22 10:00:00", "timestamp"), ("3.1", "float"), (".inf", "float")],
)
def test_what_yaml_would_guess_must_be_put_in_quotes(value: str, kind: str) -> None:
    document = parse(f"een: a\ntwee: {value}\n", "x.yml")
    [problem] = document.problems
    assert (problem.line, problem.todo) == (2, f'Put it in quotes: "{value}".')
    assert f"'{value}' is read as a {kind}" in problem.what
    assert document.data == {"een": "a", "twee": value}


def test_text_whole_numbers_truth_and_nothing_may_stand_without_quotes() -> None:
    document = parse("a: tekst\nb: 12\nc: true\nd: null\ne:\n", "x.yml")
    assert document.problems == []
    assert document.data == {"a": "tekst", "b": 12, "c": True, "d": None, "e": None}


def test_a_key_that_stands_twice_keeps_its_first_value_and_is_told_with_both_lines() -> None:
    document = parse('een: "a"\ntwee: "b"\neen: "c"\n', "x.yml")
    [problem] = document.problems
    assert (problem.line, problem.what) == (3, "'een' stands twice, first on line 1")
    assert document.data["een"] == "a"


def test_two_mappings_may_use_the_same_key() -> None:
    assert parse("a: {x: 1}\nb: {x: 2}\n", "x.yml").problems == []


def test_all_faults_of_form_in_one_file_are_told() -> None:
    document = parse("a: 2026-01-01\nb: 1.5\na: x\n", "x.yml")
    assert sorted(problem.line for problem in document.problems) == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('een: "a\ntwee: "b"\n', 2),
        ("een: [1, 2\n", 2),
        ("een: {a: 1\n", 2),
        ("\teen: 1\n", 1),
        ("een: 1\n  twee: 2\n", 2),
        ("een: *weg\n", 1),
        ("een: 1\ntwee: @drie\n", 2),
        ("---\na: 1\n---\nb: 2\n", 3),
        ("een: 1\ntwee: 2\ndrie: \x07\n", 3),
    ],
)
def test_what_is_no_yaml_is_told_on_its_line_and_never_stops_the_run(text: str, line: int) -> None:
    document = parse(text, "x.yml")
    assert document.data is None
    [problem] = document.problems
    assert (problem.file, problem.line) == ("x.yml", line)
    assert problem.what.startswith("this is not valid YAML (")


@pytest.mark.parametrize("text", ["", "# niets\n", "\n\n"])
def test_an_empty_file_holds_nothing_and_that_is_no_fault_of_form(text: str) -> None:
    document = parse(text, "x.yml")
    assert (document.data, document.problems) == (None, [])


@exactly
@given(st.text())
def test_no_text_at_all_stops_the_run(text: str) -> None:
    document = parse(text, "x.yml")
    assert document.data is None or all(problem.line >= 1 for problem in document.problems)


@exactly
@given(st.dictionaries(TEXT.filter(bool), DATA, max_size=4))
def test_whatever_is_written_in_quotes_is_read_back_as_it_was(data: dict[str, object]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    document = parse(text, "x.yml")
    assert document.problems == []
    assert document.data == data
