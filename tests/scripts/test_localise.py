"""Every string that a reader sees knows which language it is in and whether it is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content import Content, load
from scripts.localise import Text, catalog_problems, dutch_texts, localise, state_of
from scripts.translations import hash_of
from tests.scripts.small_root import change, faults, write_root


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


def _with_plural(root: Path, key: str, text: str, of: str = "{n} vragen", dutch: str = "answers_other") -> Content:
    """The root with a counted sentence in Dutch, of which the catalog has form ``key``."""
    change(root, "_data/ui.yml", "site_name:", f'answers_one: "{{n}} vraag"\n{dutch}: "{{n}} vragen"\nsite_name:')
    entry = f'{key}: {{text: "{text}", of: "nl@{hash_of(of)}", by: machine, checked_by: null}}'
    change(root, "_data/i18n/en.yml", "ui:\n", f"ui:\n  {entry}\n")
    return load([root])


@pytest.mark.parametrize("form", ["zero", "two", "few", "many"])
def test_a_language_may_have_plural_forms_that_dutch_does_not_have(root: Path, form: str) -> None:
    content = _with_plural(root, f"answers_{form}", "{n} ASKED")
    assert faults(root) == []
    ui = localise(content, "en")["ui"]
    text = ui[f"answers_{form}"]
    assert (str(text), text.language, text.state) == ("{n} ASKED", "en", "unchecked")
    assert (ui["answers_other"].language, ui["answers_other"].state) == ("nl", "missing")


def test_a_further_plural_form_is_nobodys_but_of_the_language_that_has_it(root: Path) -> None:
    content = _with_plural(root, "answers_few", "{n} ASKED")
    assert "answers_few" not in localise(content, "nl")["ui"]
    assert "answers_few" not in localise(content, "ti")["ui"]
    assert "answers_few" not in dutch_texts(content)["ui"]


def test_a_further_plural_form_is_stale_once_the_dutch_of_many_changes(root: Path) -> None:
    content = _with_plural(root, "answers_few", "{n} ASKED", of="{n} vraagjes")
    assert localise(content, "en")["ui"]["answers_few"].state == "stale"


def test_a_further_plural_form_has_the_placeholders_of_the_dutch_of_many(root: Path) -> None:
    _with_plural(root, "answers_few", "few ASKED")
    [problem] = faults(root)
    assert problem.what == "other placeholders than the Dutch in 'answers_few'"
    assert problem.todo == "Use: {n}."


def test_a_further_plural_form_of_what_dutch_does_not_count_is_refused(root: Path) -> None:
    _with_plural(root, "answers_few", "{n} ASKED", dutch="answers_all")
    [problem] = faults(root)
    assert problem.what == "'answers_few' translates a text that does not exist"
    assert problem.line == 2


@pytest.mark.parametrize("form", ["answers_some", "answers_fewer", "answers_FEW"])
def test_a_plural_form_that_no_language_has_is_refused(root: Path, form: str) -> None:
    _with_plural(root, form, "{n} ASKED")
    [problem] = faults(root)
    assert problem.what == f"'{form}' translates a text that does not exist"


def test_an_element_is_as_good_a_translation_as_its_least_good_text(root: Path) -> None:
    change(root, "_data/i18n/en.yml", 'known", of: "nl@e9c14472"', f'known", of: "nl@{hash_of("anders")}"')
    english = localise(load([root]), "en")
    assert state_of(english["tips"]["dossier"]["title"]) == "stale"
    assert state_of(english["tips"]["dossier"]) == "missing"
    assert state_of(english["glossary"]) == "missing"
    assert state_of(localise(load([root]), "nl")) == "source"
    assert state_of({"id": "x", "number": 3, "list": []}) == "source"
