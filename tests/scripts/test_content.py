"""Content roots: an edition of a gemeente lies over the base and changes only what it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content import load
from scripts.localise import localise
from tests.scripts.small_root import faults, put, write_root

OWN_TIP = """\
buurthuis:
  chapter: "3.1"
  title: "Begin in het buurthuis van onze gemeente"
  who: "De klantmanager."
  does: "Spreek af in het buurthuis."
  when: "Bij het eerste gesprek."
  why: "Daar kent iemand de weg al."
  sources: [{id: handreiking-2017, at: "3.1 tips"}]
  covers: []
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """The base that every edition lies over."""
    return write_root(tmp_path.resolve() / "docs")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An empty edition."""
    folder = tmp_path.resolve() / "editie"
    folder.mkdir()
    return folder


def test_an_edition_adds_its_own_tip_and_keeps_those_of_the_base(base: Path, edition: Path) -> None:
    put(edition, "_data/tips.yml", OWN_TIP)
    assert set(load([base, edition]).families["tips"]) == {"dossier", "buurthuis"}
    assert faults(base, edition) == []


def test_an_edition_replaces_a_fact_of_the_base_and_only_that(base: Path, edition: Path) -> None:
    put(
        edition,
        "_data/facts.yml",
        'bel-112: {value: "140", unit: "telefoon", label: "Nummer", source: "x", checked_on: "2026-11-22", '
        'valid_until: "2027-11-22", verified: true}\n',
    )
    content = load([base, edition])
    assert content.families["facts"]["bel-112"].data["value"] == "140"
    assert content.families["glossary"].keys() == load([base]).families["glossary"].keys()
    assert faults(base, edition) == []


def test_an_edition_replaces_one_page_and_adds_another(base: Path, edition: Path) -> None:
    text = (base / "nl" / "begrippen.md").read_text(encoding="utf-8")
    put(edition, "nl/begrippen.md", text.replace("Hier staan woorden", "In onze gemeente staan hier woorden"))
    put(edition, "nl/over/ons.md", text.replace("kind: glossary", "kind: plain"))
    pages = load([base, edition]).pages["nl"]
    assert "onze gemeente" in pages["begrippen"].body
    assert set(pages) == {"index", "begrippen", "handreiking/intake", "over/ons"}


def test_an_edition_that_translates_one_string_keeps_the_translations_of_the_base(base: Path, edition: Path) -> None:
    put(
        edition,
        "_data/i18n/en.yml",
        'ui:\n  site_name: {text: "Knowledge base", of: "nl@e9c14472", by: human, checked_by: "ons team"}\n',
    )
    ui = localise(load([base, edition]), "en")["ui"]
    assert str(ui["site_name"]) == "Knowledge base"
    assert str(ui["question_of"]) == "Question {n} of {total}"


def test_a_fault_of_an_edition_is_told_in_the_file_of_the_edition(base: Path, edition: Path) -> None:
    put(edition, "_data/tips.yml", OWN_TIP.replace("handreiking-2017", "handreiking-2071"))
    [problem] = faults(base, edition)
    assert (problem.file, problem.line) == ((edition / "_data/tips.yml").as_posix(), 8)


def test_an_edition_that_breaks_what_the_base_refers_to_is_told_so(base: Path, edition: Path) -> None:
    put(edition, "nl/begrippen.md", '---\ntitle: "Woorden"\nkind: plain\ndescription: "Leeg."\n---\n')
    [problem] = faults(base, edition)
    assert problem.file == (base / "nl/handreiking/intake.md").as_posix()
    assert "dead anchor '#huisarts'" in problem.what


def test_a_folder_that_begins_with_an_underscore_is_no_language(base: Path) -> None:
    put(base, "_project/notes.md", "zonder begin\n")
    assert set(load([base]).pages) == {"nl", "en"}
    assert faults(base) == []


def test_a_page_knows_the_line_on_which_its_body_begins(base: Path) -> None:
    page = load([base]).pages["nl"]["handreiking/intake"]
    lines = (base / "nl" / "handreiking" / "intake.md").read_text(encoding="utf-8").split("\n")
    assert page.body.split("\n") == lines[page.body_line - 1 :]
