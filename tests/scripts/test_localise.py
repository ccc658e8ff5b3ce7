"""Every string that a reader sees knows which language it is in and whether it is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content import Content, load
from scripts.localise import Text, catalog_problems, dutch_texts, localise
from scripts.translations import hash_of
from tests.scripts.small_root import change, write_root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content root."""
    return write_root(tmp_path)


@pytest.fixture
def content(root: Path) -> Content:
    """What it holds."""
    return load([root])


def test_dutch_is_the_source_and_says_so(content: Content) -> None:
    title = localise(content, "nl")["tips"]["dossier"]["title"]
    assert (str(title), title.language, title.state) == ("Haal vooraf op wat er al bekend is", "nl", "source")


def test_a_translated_string_is_in_its_own_language(content: Content) -> None:
    title = localise(content, "en")["tips"]["dossier"]["title"]
    assert (str(title), title.language) == ("Fetch what is known", "en")


def test_a_string_without_a_translation_stays_dutch_and_never_passes_for_the_other_language(content: Content) -> None:
    who = localise(content, "en")["tips"]["dossier"]["who"]
    assert (str(who), who.language, who.state) == ("Wie namens de gemeente de intake doet.", "nl", "missing")


@pytest.mark.parametrize(
    ("checked_by", "hashed", "state"),
    [
        ("null", "Haal vooraf op wat er al bekend is", "unchecked"),
        ('"Sanne"', "Haal vooraf op wat er al bekend is", "fresh"),
        ('"Sanne"', "Haal vooraf op wat bekend was", "stale"),
    ],
)
def test_a_translated_string_knows_whether_it_was_checked_against_the_dutch_of_today(
    root: Path, checked_by: str, hashed: str, state: str
) -> None:
    old = 'known", of: "nl@e9c14472", by: machine, checked_by: null'
    change(root, "_data/i18n/en.yml", old, f'known", of: "nl@{hash_of(hashed)}", by: human, checked_by: {checked_by}')
    assert localise(load([root]), "en")["tips"]["dossier"]["title"].state == state


def test_a_language_without_a_catalog_is_dutch_all_through(content: Content) -> None:
    data = localise(content, "ti")
    assert data["ui"]["site_name"].language == "nl"
    assert data["checklists"]["gemeente"]["items"]["intake"]["ask"].state == "missing"


def test_ids_and_numbers_are_the_same_in_every_language(content: Content) -> None:
    dutch, english = localise(content, "nl"), localise(content, "en")
    assert english["checklists"]["gemeente"]["items"]["samen"]["builds_on"] == ["intake"]
    assert english["facts"]["bel-112"]["verified"] is False
    assert not isinstance(english["facts"]["bel-112"]["checked_on"], Text)
    assert english["tips"]["dossier"]["covers"] == dutch["tips"]["dossier"]["covers"]


def test_putting_data_into_a_language_leaves_the_data_as_it_was(content: Content) -> None:
    before = content.families["tips"]["dossier"].data["title"]
    localise(content, "en")["tips"]["dossier"]["title"] = "anders"
    assert content.families["tips"]["dossier"].data["title"] is before


def test_a_string_is_named_by_its_place_in_the_data(content: Content) -> None:
    texts = dutch_texts(content)
    assert texts["ui"]["question_of"] == "Vraag {n} van {total}"
    assert texts["practices"]["amsterdam.text.0"].startswith("De stad begeleidt")
    assert texts["checklists/gemeente"]["items.intake.ask"] == "Doet uw gemeente een brede intake?"
    assert texts["chapters"]["3.1.title"] == "Hoe doet u een brede intake?"


def test_what_no_reader_sees_is_not_offered_for_translation(content: Content) -> None:
    keys = {key for found in dutch_texts(content).values() for key in found}
    assert not {key for key in keys if key.endswith((".pictogram", ".checked_on", ".covers.0", ".theme", ".unit"))}


def test_a_sound_catalog_has_no_faults(content: Content) -> None:
    assert list(catalog_problems(content)) == []


def test_placeholders_may_stand_in_another_order_in_another_language(root: Path) -> None:
    change(root, "_data/i18n/en.yml", "Question {n} of {total}", "Of {total}, this is {n}")
    assert list(catalog_problems(load([root]))) == []
