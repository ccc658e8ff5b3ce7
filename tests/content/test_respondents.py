"""The people of the research stand on their page as the table of the source has them, and belong to no story."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml

from scripts.content import Content
from scripts.translations import SOURCE
from tests.conftest import ROOT
from tests.content.built import Built, has_class, said_in, text_of

ADDRESS = "verhalen/deelnemers/"
ENGLISH = "en/verhalen/deelnemers/"
COLUMNS = ["Nummer", "Geslacht", "Leeftijd", "Land of regio", "Opleiding", "Klachten"]
YOUNG, LOW = "jonger dan 25", "geen of laag"
HOME = "zorgen door een situatie thuis die zorgelijk is"
AFRAID_AND_LOW = "angstklachten en depressieve klachten"
UNFOCUSED = "traumatische klachten, slapeloosheid en slecht kunnen concentreren"
#: Copied by hand from table B1.1 of the source, in the order of the columns from the last to the first, with our words
#: for physical, under 25, the situation at home and concentrating.
COPIED = [
    (f"Lichamelijk: rugklachten Psychisch: {AFRAID_AND_LOW}", "hoog", "Centraal-Azië", "30-34", "man", "1"),
    (
        "Lichamelijk: jicht en mogelijk astma Psychisch: stress en neerslachtigheid",
        *("hoog", "Midden-Oosten", "35-39", "man", "2"),
    ),
    (f"Psychisch: stress en {HOME}", "hoog", "Syrië", "40-49", "man", "3"),
    (f"Psychisch: {AFRAID_AND_LOW}", "midden", "West-Azië", "30-34", "man", "4"),
    (
        f"Lichamelijk: rugklachten Psychisch: depressieve klachten en {HOME}",
        *("midden", "Centraal-Azië", "30-34", "vrouw", "5"),
    ),
    ("Eenzaamheid en sociale isolatie", LOW, "Eritrea", YOUNG, "vrouw", "6"),
    ("Psychisch: angstklachten en dwanggedachten", "hoog", "Syrië", "40-49", "man", "7"),
    ("Psychisch: depressieve klachten en zorgen", "hoog", "Centraal-Azië", "35-39", "vrouw", "8"),
    ("Lichamelijk: astma", "hoog", "Syrië", "30-34", "man", "9"),
    ("Lichamelijk: klachten rond ogen en neus", "midden", "Eritrea", YOUNG, "vrouw", "10"),
    ("Lichamelijk: astma", "midden", "Eritrea", "35-39", "man", "11"),
    (
        "Psychisch: traumatische klachten, slapeloosheid en zorgen rond de situatie thuis",
        *("hoog", "Syrië", "35-39", "man", "12"),
    ),
    (
        f"Lichamelijk: chronische hoofdpijn Psychisch: {UNFOCUSED}",
        *(LOW, "Midden-Oosten", "30-34", "man", "13"),
    ),
    ("Lichamelijk: rugklachten", LOW, "Syrië", "25-29", "man", "14"),
]
ROWS = [row[::-1] for row in COPIED]
#: Counted by hand in the source, column by column.
COUNTED: dict[int, dict[str, int]] = {
    1: {"man": 10, "vrouw": 4},
    2: {YOUNG: 2, "25-29": 1, "30-34": 5, "35-39": 4, "40-49": 2},
    3: {"Syrië": 5, "Eritrea": 3, "Centraal-Azië": 3, "Midden-Oosten": 2, "West-Azië": 1},
    4: {"hoog": 7, "midden": 4, LOW: 3},
}
#: The same for the kinds of complaints; four people have both of the first two.
KINDS = {"physical": 8, "mental": 9, "other": 1}
BOTH = 4
#: The groups of the source, youngest first; and its levels, lowest first.
AGES = [YOUNG, "25-29", "30-34", "35-39", "40-49", "50 of ouder"]
LEVELS = [LOW, "midden", "hoog"]


def _table(page: Built) -> Element:
    [table] = page.main.iter("table")
    return table


def _shown(page: Built) -> list[tuple[str, ...]]:
    """The rows of the table, each cell without the heading that stands in it for narrow screens."""
    body = next(_table(page).iter("tbody"))
    return [tuple(text_of(cell, leave_out=("kennisbank-rows__label",)) for cell in row) for row in body]


def _rows(content: Content) -> dict[str, Any]:
    return {name: entry.data for name, entry in content.families["respondents"].items()}


@pytest.fixture
def page(pages: dict[str, Built]) -> Built:
    """The Dutch page with the table."""
    return pages[ADDRESS]


def test_the_list_of_this_test_adds_up_to_what_was_counted_in_the_source() -> None:
    assert len(ROWS) == 14
    for column, counts in COUNTED.items():
        assert Counter(row[column] for row in ROWS) == counts


def test_the_table_shows_every_person_of_the_source_with_all_that_it_tells_in_its_order(page: Built) -> None:
    assert _shown(page) == ROWS


def test_the_data_has_fourteen_people_and_as_many_of_each_kind_as_the_source(content: Content) -> None:
    rows = _rows(content)
    assert list(rows) == [f"r{number}" for number in range(1, 15)]
    assert {kind: sum(kind in row for row in rows.values()) for kind in KINDS} == KINDS
    assert sum({"physical", "mental"} <= set(row) for row in rows.values()) == BOTH


def test_the_age_groups_and_the_levels_of_education_stand_in_their_real_order(content: Content) -> None:
    columns = content.families["respondent_columns"]
    assert list(columns["age"].data["values"].values()) == AGES
    assert list(columns["education"].data["values"].values()) == LEVELS
    assert [column.data["label"] for column in columns.values()] == COLUMNS


def test_a_cell_of_an_ordered_column_carries_its_place_in_that_order(page: Built) -> None:
    body = next(_table(page).iter("tbody"))
    places = {
        column: {(ROWS[at][column], row[column].attrib["data-order"]) for at, row in enumerate(body)}
        for column in (2, 4)
    }
    assert places[2] == {(age, str(AGES.index(age))) for age in COUNTED[2]}
    assert places[4] == {(level, str(place)) for place, level in enumerate(LEVELS)}
    assert [row[0].attrib["data-order"] for row in body] == [row[0] for row in ROWS]


def test_it_is_a_real_table_with_a_caption_headings_of_columns_and_headings_of_rows(page: Built) -> None:
    table = _table(page)
    assert "14 mensen" in text_of(next(table.iter("caption")))
    heads = list(next(table.iter("thead")).iter("th"))
    assert [text_of(head) for head in heads] == COLUMNS
    assert {head.attrib["scope"] for head in heads} == {"col"}
    assert [row[0].tag for row in next(table.iter("tbody"))] == ["th"] * 14
    assert {row[0].attrib["scope"] for row in next(table.iter("tbody"))} == {"row"}


def test_the_heading_that_a_cell_repeats_on_a_narrow_screen_is_that_of_its_column_and_is_not_read_aloud_twice(
    page: Built,
) -> None:
    for row in next(_table(page).iter("tbody")):
        labels = [child for cell in row for child in cell if has_class(child, "kennisbank-rows__label")]
        assert [text_of(label) for label in labels] == COLUMNS
        assert {label.attrib["aria-hidden"] for label in labels} == {"true"}


def test_the_page_claims_the_table_with_its_place_in_the_source(page: Built, content: Content) -> None:
    [section] = [one for one in page.main.iter("section") if one.attrib.get("data-covers") == "oz.tabel.respondenten"]
    assert _table(page) in list(section.iter())
    assert "tabel B1.1" in text_of(section)
    assert content.inventory["oz.tabel.respondenten"]["at"] == "tabel B1.1"


def test_the_page_says_what_the_notes_of_the_table_say_and_how_people_were_chosen(page: Built) -> None:
    text = text_of(page.main)
    for told in (
        "zes groepen",
        "50 jaar of ouder",
        "Alleen Syrië en Eritrea",
        "privacy",
        "drie niveaus",
        "basisschool",
    ):
        assert told in text
    for told in ("elk 5 mensen, in Katwijk 4", "tolk", "geen begeleiding naar meedoen", "10 mannen en 4 vrouwen"):
        assert told in text


def test_no_row_can_be_pointed_at_and_no_story_is_tied_to_one(pages: dict[str, Built], content: Content) -> None:
    for address in (ADDRESS, ENGLISH):
        table = _table(pages[address])
        assert [one.attrib for one in table.iter() if "id" in one.attrib or one.tag == "a"] == []
    inside = re.compile(r"deelnemers\.md#(?!gekozen|tabel|woorden|privacy)|respondent")
    written = [*(ROOT / "docs").glob("[!_]*/**/*.md"), *(ROOT / "docs" / "_data" / "casus").glob("*.yml")]
    tied = [str(file) for file in written if inside.search(_without_macro(file))]
    assert len(written) > 40
    assert tied == []
    assert all(set(row) <= {"sex", "age", "origin", "education", *KINDS} for row in _rows(content).values())


def _without_macro(file: Path) -> str:
    return file.read_text(encoding="utf-8").replace("{{ respondents() }}", "").replace("oz.tabel.respondenten", "")


def test_the_page_says_that_no_story_belongs_to_a_row_and_what_was_made_up_or_changed(page: Built) -> None:
    text = text_of(page.main)
    assert "hoort geen enkel verhaal bij een rij" in text
    assert "Amersfoort en Amsterdam zijn de namen verzonnen" in text
    assert "Katwijk schrijven zij bij een verhaal dat zij kenmerken veranderden" in text


def test_the_english_table_is_english_in_every_cell_and_has_the_same_shape(pages: dict[str, Built]) -> None:
    shown = _shown(pages[ENGLISH])
    assert [len(row) for row in shown] == [len(COLUMNS)] * 14
    assert {language for _, language in said_in(_table(pages[ENGLISH]), "en")} == {"en"}
    for column, counts in COUNTED.items():
        assert sorted(Counter(row[column] for row in shown).values()) == sorted(counts.values())


@pytest.mark.parametrize("locale", ["en", "ar", "ti"])
def test_the_words_around_a_sortable_table_are_there_in_every_language(locale: str, content: Content) -> None:
    wanted = {name for name in content.families["ui"] if name.startswith(("table_", "respondents_"))}
    catalog = yaml.safe_load((ROOT / "docs" / "_data" / "i18n" / f"{locale}.yml").read_text(encoding="utf-8"))
    assert len(wanted) == 8
    assert wanted <= set(catalog["ui"])
    assert locale != SOURCE
