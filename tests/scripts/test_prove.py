"""One command proves every route-finder, says what it counted, and fails with a line that helps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts import prove
from tests.scripts.provable_route import PROVABLE, SOURCE, rule
from tests.scripts.small_root import put, write_root

ROUTE = "_data/routes/proef.yml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content root with one route-finder, of which everything holds, over a base with none."""
    monkeypatch.setattr(prove, "BASE", write_root(tmp_path / "docs"))
    put(tmp_path / "more", ROUTE, PROVABLE)
    return tmp_path / "more"


def test_what_holds_is_told_with_what_was_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert prove.main(["proef", "--root", str(root)]) == 0
    said = capsys.readouterr().out
    assert "5 rules, 3 questions, 4 atoms: 108 combinations, 84 of them can be answered" in said
    assert "ok    no-dead-end: outside a safety yes" in said
    assert "exact: 2 checks over 108 combinations (" in said
    assert "all 13 claims hold" in said
    assert "FAIL" not in said


def test_what_fails_is_told_with_its_line_and_a_witness(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(root, ROUTE, PROVABLE + rule("nog-eens", "when: {belasting: {is: zwaar}}\n    shows: [huisarts]"))
    assert prove.main(["proef", "--quick", "--root", str(root)]) == 1
    said = capsys.readouterr().out
    line = PROVABLE.count("\n") + 1
    assert f"{root.as_posix()}/{ROUTE}:{line}: the rule 'nog-eens' changes nothing (huisarts)" in said
    assert "  witness: belasting = zwaar; the rest unknown" in said
    assert "1 of 11 claims do not hold" in said


def test_a_remark_is_told_and_fails_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PROVABLE.replace("holds: {zorg: ernaast}", "holds: {zorg: ernaast, taal: voorop}")
    put(root, ROUTE, text)
    assert prove.main(["proef", "--quick", "--root", str(root)]) == 0
    assert "remark: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("wishes: wensen", "wishes: wens", "the tool cannot work with this"),
        (f'because: "Taal kan ernaast."\n    {SOURCE}', 'because: "Taal kan ernaast."', "a source is missing"),
        ("tracks:\n", "tracks: [\n", "not valid YAML"),
    ],
)
def test_what_cannot_be_read_is_told_and_not_proved(
    old: str, new: str, what: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(root, ROUTE, PROVABLE.replace(old, new))
    assert prove.main(["--quick", "--root", str(root)]) == 1
    said = capsys.readouterr().out
    assert f"{ROUTE}:" in said
    assert what in said


def test_whoever_asks_for_another_route_finder_is_told_which_there_are(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert prove.main(["prof", "--root", str(root)]) == 2
    assert "Did you mean 'proef'?" in capsys.readouterr().err


def test_the_result_is_the_same_every_time_and_holds_no_time(root: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.json", tmp_path / "two.json"]
    for file in files:
        prove.main(["proef", "--root", str(root), "--json", str(file)])
    assert files[0].read_bytes() == files[1].read_bytes()
    [result] = json.loads(files[0].read_text(encoding="utf-8"))
    assert (result["route"], result["version"], result["atoms"]) == ("proef", "1", 4)
    assert (result["combinations"], result["answerable"]) == ("108", "84")
    assert {claim["id"]: claim["combinations"] for claim in result["claims"]}["activation"] == "72"
    assert all(claim["holds"] and claim["faults"] == [] for claim in result["claims"])
    rules = {claim["id"]: claim for claim in result["claims"]}["every-rule"]
    assert rules["exact"]
    assert rules["witnesses"]["wens-werk"] == {
        "effect": "holds",
        "name": "werk",
        "answers": {"gevaar": "nee", "belasting": "zwaar", "wensen": {"ticked": ["betaald_werk"], "all": False}},
    }
    assert "seconds" not in files[0].read_text(encoding="utf-8")
    assert result["decided_by"]["shows"]["huisarts"] == ["belasting"]


def test_where_there_is_no_route_finder_nothing_is_proved(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / ROUTE).unlink()
    assert prove.main([]) == 2
    assert "no route-finder at all" in capsys.readouterr().err
