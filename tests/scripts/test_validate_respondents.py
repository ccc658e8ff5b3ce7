"""Whoever errs in the table of people of the research is told once: where it is, what it is, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scripts.faults import Fault, swap, told_at
from tests.scripts.small_root import change, faults, put, write_root

ROWS = "_data/respondents.yml"
COLUMNS = "_data/respondent_columns.yml"
TABLE = {
    ROWS: """\
r1: {sex: man, age: "onder-25", origin: syrie, education: laag, physical: "astma"}
r2: {sex: vrouw, age: "onder-25", origin: syrie, education: laag, other: "Eenzaamheid"}
""",
    COLUMNS: """\
number: {label: "Nummer", sort: order}
sex: {label: "Geslacht", sort: words, values: {man: "man", vrouw: "vrouw"}}
age: {label: "Leeftijd", sort: order, values: {"onder-25": "jonger dan 25"}}
origin: {label: "Land", sort: words, values: {syrie: "Syrië"}}
education: {label: "Opleiding", sort: order, values: {laag: "laag"}}
health: {label: "Klachten", sort: words, values: {physical: "Lichamelijk", mental: "Psychisch"}}
""",
}
FAULTS = [
    Fault("a word that no column has", swap(ROWS, "sex: vrouw", "sex: vrou"), "unknown sex 'vrou'", "'vrouw'"),
    Fault(
        "a country that is not among the columns",
        swap(ROWS, "syrie, education: laag, other", "irak, education: laag, other"),
        "unknown origin 'irak'",
        "Add it to origin in respondent_columns.yml",
    ),
    Fault(
        "a row without a complaint",
        swap(ROWS, ', other: "Eenzaamheid"', "", at="r2:"),
        "'r2' has no complaint",
        "physical, mental, other",
    ),
    Fault(
        "a row without an age",
        swap(ROWS, 'vrouw, age: "onder-25"', "vrouw", at="r2:"),
        "'age' is missing in the entry",
        "Add the line 'age: …'",
    ),
    Fault(
        "a row with a name",
        swap(ROWS, 'other: "Eenzaamheid"', 'name: "Amina", other: "Eenzaamheid"'),
        "unknown key 'name'",
        "Known here: sex, age",
    ),
    Fault(
        "a row that points at a casus",
        swap(ROWS, 'other: "Eenzaamheid"', 'casus: riaz, other: "Eenzaamheid"'),
        "unknown key 'casus'",
        "Known here: sex, age",
    ),
    Fault("an empty complaint", swap(ROWS, '"Eenzaamheid"', '""'), "other is empty", "text for the reader"),
    Fault(
        "a macro in a cell",
        swap(ROWS, '"Eenzaamheid"', "'{{ fact(\"bel-112\") }}'"),
        "a macro in a text that is printed as it stands",
        "plain words",
    ),
    Fault(
        "a way of sorting that nobody knows",
        swap(COLUMNS, "sort: order}", "sort: number}", at="number:"),
        "'number' is not allowed for sort",
        "order, words",
    ),
    Fault(
        "a column that the table does not have",
        swap(
            COLUMNS,
            'number: {label: "Nummer", sort: order}',
            'number: {label: "N", sort: order}\ncity: {label: "Stad", sort: words}',
            at="city:",
        ),
        "unknown column of the table of respondents 'city'",
        "Its columns: number, sex",
    ),
    Fault(
        "a column that is not there",
        told_at(ROWS, "r1:", swap(COLUMNS, 'origin: {label: "Land", sort: words, values: {syrie: "Syrië"}}\n', "")),
        "the table of respondents has no column origin",
        "Add it to respondent_columns.yml",
    ),
    Fault(
        "a column without its words",
        swap(COLUMNS, ', values: {laag: "laag"}', "", at="education:"),
        "the column 'education' has no values",
        "the words that a row may have",
    ),
    Fault(
        "a kind of complaint without a word",
        swap(COLUMNS, ', mental: "Psychisch"', "", at="health:"),
        "'health' has no word for mental",
        "Add it to values",
    ),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content root without faults, with a small table."""
    root = write_root(tmp_path.resolve() / "docs")
    for file, text in TABLE.items():
        put(root, file, text)
    return root


def test_a_root_with_a_table_of_respondents_has_no_faults(root: Path) -> None:
    assert faults(root) == []


def test_a_root_without_the_table_has_no_faults_either(root: Path) -> None:
    for file in TABLE:
        (root / file).unlink()
    assert faults(root) == []


def test_a_file_of_columns_that_cannot_be_read_is_told_once_and_not_again_at_every_row(root: Path) -> None:
    change(root, COLUMNS, "number: {", "number: }{")
    [told] = faults(root)
    assert told.file.endswith("respondent_columns.yml")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_one_mistake_in_the_table_is_told_once_with_its_place_and_what_to_do(fault: Fault, root: Path) -> None:
    fault.is_told_once_in(root)


def test_a_misspelt_macro_of_the_table_is_told_with_its_right_name(root: Path) -> None:
    change(root, "nl/handreiking/intake.md", '{{ practice("amsterdam") }}', "{{ respondent() }}")
    [told] = faults(root)
    assert "unknown macro 'respondent'" in told.what
    assert "'respondents'" in told.todo
