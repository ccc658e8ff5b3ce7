"""An own casus is one file; what is wrong in it, or could tell who somebody is, is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts.content import load
from scripts.validate import problems
from scripts.validate_casus import is_bsn
from tests.conftest import ROOT
from tests.scripts.small_root import put

FILE = "_data/casus/sams-verhaal.yml"
OWN = """\
title: "Een eigen verhaal om over te praten"
name: "Sam"
summary: "Sam wil graag iets doen, en weet nog niet wat past."
themes: [werk]
moments: [begin]
factors: [wensen]
asks: [doel]
minutes: 15
situation:
  - "Sam is nieuw in de stad. Sam wil graag iets doen, en weet nog niet wat past."
think:
  - "Wat zou u Sam vragen?"
choices:
  - text: "Eerst samen praten."
    by: "Een begeleider"
    because: onbekend
outcome: onbekend
questions:
  - "Kent u iemand als Sam?"
notes:
  - "Laat de groep eerst zelf denken."
pages: ["signaleren/vragen"]
sources:
  - {id: onderzoek-2019, at: "2.2"}
covers: []
"""


def _told(root: Path, old: str = "", new: str = "") -> list[str]:
    assert not old or OWN.count(old) == 1
    put(root, FILE, OWN.replace(old, new) if old else OWN)
    return [str(one) for one in problems(load([ROOT / "docs", root])) if "sams-verhaal" in one.file]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root of a gemeente, to lay over the base."""
    return tmp_path / "eigen"


def test_one_file_is_enough_for_an_own_casus(root: Path) -> None:
    assert _told(root) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("themes: [werk]", "themes: [wrek]", 4, "unknown value of themes 'wrek'"),
        ('name: "Sam"', 'name: "Sam Jansen"', 2, "a surname"),
        ("    because: onbekend\n", "", 14, "because"),
        (
            'situation:\n  - "Sam is nieuw in de stad. Sam wil graag iets doen, en weet nog niet wat past."\n',
            "",
            1,
            "situation",
        ),
        ("Sam is nieuw in de stad.", "Sam is geboren op een dag in mei.", 10, "a date of birth"),
        ("Sam is nieuw in de stad.", "Sam kwam op 12-03-2019 aan.", 10, "a full date"),
        ("Sam is nieuw in de stad.", "Het nummer is 111222333.", 10, "a citizen service number (BSN)"),
        ("Sam is nieuw in de stad.", "Sam Jansen is nieuw in de stad.", 10, "a surname behind 'Sam'"),
        ("Sam is nieuw in de stad.", "Sam woont op 1234 AB.", 10, "a postcode"),
        ("Sam is nieuw in de stad.", "Mail sam@voorbeeld.nl.", 10, "an e-mail address"),
        ('pages: ["signaleren/vragen"]', 'pages: ["signaleren/vraag"]', 22, "unknown page 'signaleren/vraag'"),
        ("covers: []", "covers: [casus.riaz-twee]", 25, "unknown inventory id"),
        (
            "outcome: onbekend",
            "outcome: onbekend\ncomplete: true",
            18,
            "the outcome is unknown, so nothing is complete",
        ),
        ("outcome: onbekend", "outcome: misschien", 17, "outcome"),
        ("covers: []", "covers: []\nrules: [geen-regel]", 26, "unknown rule 'geen-regel'"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(root: Path, old: str, new: str, line: int, what: str) -> None:
    told = _told(root, old, new)
    assert len(told) == 1, told
    assert f"sams-verhaal.yml:{line}: " in told[0]
    assert what in told[0]


def test_an_address_that_a_page_has_is_told(root: Path) -> None:
    put(root, "nl/verhalen/sams-verhaal.md", '---\ntitle: "Een"\nkind: plain\ndescription: "Een."\n---\n\nTekst.\n')
    assert [
        "the address 'verhalen/sams-verhaal' is taken by the page docs/nl/verhalen/sams-verhaal.md" in one
        for one in _told(root)
    ] == [True]


def test_a_rule_of_the_route_finder_that_names_a_casus_that_is_not_there_is_told(tmp_path: Path) -> None:
    data = yaml.safe_load((ROOT / "docs/_data/routes/traject.yml").read_text(encoding="utf-8"))
    named = {casus for rule in data["rules"] for casus in rule.get("casus", [])}
    assert named <= set(load([ROOT / "docs"]).families["casus"])


@pytest.mark.parametrize(
    ("number", "is_one"), [("111222333", True), ("123456782", True), ("123456789", False), ("12345678", False)]
)
def test_a_bsn_is_told_from_another_number(number: str, is_one: bool) -> None:
    assert is_bsn(number) is is_one
