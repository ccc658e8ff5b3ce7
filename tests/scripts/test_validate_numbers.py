"""A phone number is recognised however it is written, and no other figure is taken for one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from scripts.content import FAMILIES, Content, load
from scripts.problems import Problem
from scripts.validate_numbers import UNIT, number_problems
from tests.conftest import ROOT
from tests.scripts.signals_root import write_signals

NUMBERS = [
    "112",
    "113",
    "1-1-2",
    "116 111",
    "0800-0113",
    "0800 2000",
    "0800\u20112000",
    "0800\u00a02000",
    "08002000",
    "0900-8844",
    "14 010",
    "14010",
    "010-1234567",
    "010 123 45 67",
    "(010) 123 45 67",
    "0348-123456",
    "088-1234567",
    "06-12345678",
    "06 1234 5678",
    "+31 10 123 45 67",
    "+31 (0)10 123 4567",
    "0031101234567",
    "\u0661\u0661\u0662",
    "\u0660\u0668\u0660\u0660-\u0662\u0660\u0660\u0660",
]
AROUND = [
    "Bel {}.",
    "Bel ({}) of niet?",
    "Gevaar:{}",
    "**{}**",
    "[bel](tel:{})",
    "{}, dag en nacht",
    "\u0627\u062a\u0635\u0644 \u0628{}\u060c",
    "\u1265{} \u12f0\u12cd\u1209",
]
NO_NUMBERS = [
    "In 2018 vroegen zij het.",
    "Dat deden 1.112 mensen.",
    "Het kost \u20ac 1.113.",
    "Het kost 112,50.",
    "Chatten kan op 113.nl.",
    "Schrijf aan info@113.nl of aan info113@voorbeeld.nl.",
    "Dat is 112% van het doel.",
    "Het zijn er 112.000.",
    "Kamer B112 en kamer 112b.",
    "Dossier 2018-112.",
    "Van 1-12-2026 tot 1-1-2027.",
    "Op 01-01-2027 om 10.00 uur.",
    "Tussen 2017 en 2019, bijlage 2, 3 en 4.",
    "Binnen 72 uur of 7 dagen.",
    "Postcode 1012 AB.",
    'Bel {{ call("bel-112") }} of {{ fact("bel-113") }}.',
]


def _told(text: str, content: Content | None = None) -> list[Problem]:
    nothing = Content(families={family: {} for family in FAMILIES})
    return list(number_problems(text, content or nothing, partial(Problem, "docs/nl/x.md", 7)))


@pytest.mark.parametrize("number", NUMBERS)
def test_a_phone_number_is_noticed_however_it_is_written(number: str) -> None:
    assert [around for around in AROUND if len(_told(around.format(number))) != 1] == []


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_phone_number_is_left_alone(text: str) -> None:
    assert _told(text) == []


def test_a_count_that_looks_like_112_is_told_too_because_nobody_can_tell_them_apart() -> None:
    [told] = _told("Er kwamen 112 mensen.")
    assert "'112'" in told.what


def test_each_number_of_a_line_is_told() -> None:
    assert len(_told("Bel 112, 113 of 0800-2000.")) == 3


def test_a_number_that_is_known_is_told_with_the_name_of_its_fact(tmp_path: Path) -> None:
    content = load([write_signals(tmp_path)])
    assert 'call("veilig-thuis")' in _told("Bel 0800-2000.", content)[0].todo
    assert 'call("bel-112")' in _told("Bel \u0661\u0661\u0662.", content)[0].todo
    assert "Add it to facts.yml" in _told("Bel 0800-2001.", content)[0].todo


def test_every_number_among_the_facts_would_be_noticed_on_a_page() -> None:
    facts = load([ROOT / "docs"]).families["facts"].values()
    numbers = [entry.data["value"] for entry in facts if entry.data["unit"] == UNIT]
    assert len(numbers) >= 5
    assert [number for number in numbers if not _told(number)] == []
