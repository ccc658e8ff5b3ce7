"""The schemas: every family has one, every one is sound, and what a reader sees is marked as such."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from scripts.content import FAMILIES, FOLDERS
from scripts.problems import did_you_mean
from scripts.schema import FOLDER, check, schema, texts
from scripts.yaml_lines import parse
from tests.scripts.small_root import write_root

NAMES = sorted(file.stem for file in FOLDER.glob("*.yml") if file.stem != "defs")


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_itself_sound(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_every_kind_of_data_has_a_schema() -> None:
    assert {*FAMILIES, *FOLDERS, "page", "catalog", "vectors"} <= set(NAMES)


@pytest.mark.parametrize("name", [name for name in NAMES if schema(name).get("type") == "object"])
def test_no_schema_takes_a_key_that_it_does_not_know(name: str) -> None:
    assert schema(name)["additionalProperties"] is False


def test_the_texts_of_a_tip_are_what_a_reader_sees_of_it() -> None:
    data = {
        "chapter": "3.1",
        "title": "T",
        "who": "W",
        "does": "D",
        "when": "N",
        "why": "Y",
        "sources": [{"id": "infosheet", "at": "5 tips"}],
        "covers": ["hr.3.1.tip.dossier"],
    }
    assert [text for _, text in texts("tips", data)] == ["T", "W", "D", "N", "Y", "5 tips"]


def test_looking_for_texts_does_not_stumble_over_data_of_the_wrong_form() -> None:
    for wrong in (None, 7, "tekst", ["a"], {"sources": None}, {"sources": "x"}, {"title": ["a"]}):
        assert list(texts("tips", wrong)) == []


def test_a_small_root_fits_its_schemas(tmp_path: Path) -> None:
    from scripts.content import load

    content = load([write_root(tmp_path)])
    faults = [
        problem
        for name in (*FAMILIES, *FOLDERS)
        for entry in content.families[name].values()
        for problem in check(entry, name)
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("word", "known", "says"),
    [
        ("dosier", ["dossier", "ruimte"], "Did you mean 'dossier'?"),
        ("Dossier", ["dossier"], "Did you mean 'dossier'?"),
        ("xyz", ["dossier"], "Anders."),
        ("", ["dossier"], "Anders."),
        ("dossier", [], "Anders."),
    ],
)
def test_a_near_word_is_proposed_and_a_far_one_is_not(word: str, known: list[str], says: str) -> None:
    assert did_you_mean(word, known, "Anders.") == says


def test_a_document_of_one_word_is_read_as_that_word() -> None:
    assert parse('"tekst"', "x.yml").data == "tekst"
