"""What was proved stands on a page, says for which rules it holds, and a record that cannot be read is told."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts import prove
from scripts.content import load
from scripts.page_parts import PageParts
from scripts.proof_record import KEYS, record_problems, recorded, sentence_of, write
from tests.conftest import ROOT
from tests.scripts.provable_route import PROVABLE
from tests.scripts.small_root import put, write_root

ROUTE = "_data/routes/proef.yml"
RECORD = "_data/routes/proef.proof.yml"
WORDS = load([ROOT / "docs"]).families["ui"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small root with a route-finder of which everything holds."""
    folder = write_root(tmp_path / "docs")
    put(folder, ROUTE, PROVABLE)
    return folder


def _report() -> dict[str, object]:
    told = dict.fromkeys(KEYS, 3)
    claim = {
        "id": "no-dead-end",
        "holds": True,
        "exact": True,
        "combinations": "12345",
        "checked": 2,
        "witnesses": {"a": {}, "b": {}},
    }
    return told | {"definition": "00000000", "claims": [claim], "decided_by": {"holds": {}}}


def test_the_command_writes_its_record_beside_the_rules_and_it_is_of_today(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prove, "BASE", root)
    assert prove.main(["--record", "--quick"]) in {0, 1}
    assert "recorded: " in capsys.readouterr().out
    assert (root / RECORD).is_file()
    assert recorded(load([root]))["proef"]["current"]


def test_a_rule_that_changed_makes_the_record_old(root: Path) -> None:
    write(_report(), root / ROUTE)
    found = recorded(load([root]))["proef"]
    assert found["report"]["version"] == 3
    assert not found["current"]


def test_without_a_record_nothing_is_claimed(root: Path) -> None:
    assert recorded(load([root])) == {"proef": {"report": None, "current": False}}


def test_of_the_witnesses_only_how_many_is_kept(root: Path) -> None:
    write(_report(), root / ROUTE)
    [claim] = load([root]).proofs["proef"].data["claims"]
    assert claim["witnesses"] == 2


def test_a_record_of_nothing_a_broken_one_and_a_claim_without_a_sentence_are_told(root: Path) -> None:
    put(root, "_data/routes/weg.proof.yml", "route: weg\n")
    put(root, RECORD, "route: proef\n")
    told = "\n".join(map(str, record_problems(load([root]), WORDS)))
    assert "weg.proof.yml:1: this proves the route-finder 'weg', which does not exist" in told
    assert "proef.proof.yml:1: this is not what scripts.prove writes. Run python -m scripts.prove --record." in told
    report = _report()
    report["claims"] = [{"id": "more-than-that", "witnesses": {}}]
    write(report, root / ROUTE)
    told = "\n".join(map(str, record_problems(load([root]), WORDS)))
    assert "the claim 'more-than-that' has no sentence. Add proof_more_than_that to ui.yml." in told


@pytest.mark.parametrize("current", [True, False])
def test_the_page_shows_the_counts_and_says_when_they_are_of_older_rules(current: bool) -> None:
    data = {
        name: {key: entry.data for key, entry in family.items()}
        for name, family in load([ROOT / "docs"]).families.items()
    }
    parts = PageParts(
        data | {"proofs": {"traject": {"report": _report(), "current": current}}}, "nl", "over/routewijzer", ""
    )
    html = parts.macro("proof", ["traject"])
    assert "12\N{NO-BREAK SPACE}345" in html
    assert WORDS["proof_no_dead_end"].data in html
    assert (WORDS["proof_old"].data.format(version=3) in html) is not current
    tracks = parts.macro("proof_tracks", ["traject"])
    assert (WORDS["proof_none"].data in tracks) is not current


def test_every_claim_of_the_proof_has_its_sentence() -> None:
    known = yaml.safe_load((ROOT / "docs/_data/routes/traject.proof.yml").read_text(encoding="utf-8"))["claims"]
    assert {sentence_of(claim["id"]) for claim in known} <= set(WORDS)
