"""Everything that is proved of a route-finder holds of the real ones, and a rule broken on purpose is told."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scripts.content import Content, Entry, load
from scripts.proof.caution import monotone, monotone_but_settling
from scripts.proof.claim import Claim, Subject
from scripts.proof.report import report
from scripts.proof.rules import every_rule_counts
from scripts.proof.safety import activation_stays, no_dead_end, safety_first
from scripts.proof.whole import CLAIMS, CROSS_CHECKS, Prover
from scripts.proof_record import plain
from scripts.yaml_lines import parse
from tests.conftest import ROOT
from tests.scripts.provable_route import told

FILES = sorted((ROOT / "docs/_data/routes" / f"{name}.yml") for name in load([ROOT / "docs"]).families["routes"])
real = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@cache
def _content() -> Content:
    """The content of this project."""
    return load([ROOT / "docs"])


def _subject(file: Path, more: str = "") -> Subject:
    """The route-finder in ``file``, with ``more`` at the end of its rules."""
    document = parse(file.read_text(encoding="utf-8").rstrip("\n") + "\n" + more, file.as_posix())
    assert document.problems == []
    return Subject(Entry(document, (), document.data), _content(), file.stem)


def _end(file: Path) -> int:
    """The line after the last one of ``file``."""
    return file.read_text(encoding="utf-8").rstrip("\n").count("\n") + 2


def _rule(name: str, rest: str) -> str:
    return f'  - id: {name}\n    {rest}\n    because: "Met opzet."\n    sources: []\n'


def _first(claim: Claim) -> str:
    assert not claim.holds
    return str(claim.faults[0])


@cache
def _claim(prover: Prover, file: Path) -> Claim:
    return prover(_subject(file))


@real
@pytest.mark.parametrize("prover", CLAIMS, ids=lambda prover: prover.__name__)
def test_what_is_claimed_holds(prover: Prover, file: Path) -> None:
    assert told(_claim(prover, file)) == ""


@real
def test_the_record_that_the_site_shows_is_what_is_proved_today(file: Path) -> None:
    claims = [_claim(prover, file) for prover in CLAIMS]
    wanted = plain(report(_subject(file), claims))
    recorded = _content().proofs[file.stem].data
    assert recorded | {"claims": recorded["claims"][: len(claims)]} == wanted, "run python -m scripts.prove --record"
    assert [claim["holds"] for claim in recorded["claims"][len(claims) :]] == [True] * len(CROSS_CHECKS)


@real
def test_a_rule_that_is_written_twice_is_told(file: Path) -> None:
    subject = _subject(file)
    rule = next(rule for rule in subject.entry.data["rules"] if rule.get("holds"))
    [(track, level), *_] = rule["holds"].items()
    again = _rule("met-opzet", f"when: {_flow(rule['when'])}\n    holds: {{{track}: {level}}}")
    claim = every_rule_counts(_subject(file, again))
    assert any(
        f"{file.as_posix()}:{_end(file)}: the rule 'met-opzet' changes nothing" in str(one) for one in claim.faults
    )


@real
def test_safety_that_leaves_work_alone_is_told(file: Path) -> None:
    subject = _subject(file)
    safety = next(name for name, one in subject.route.questions.items() if one.kind == "safety")
    for number, rule in enumerate(subject.entry.data["rules"]):
        if safety in rule["when"]:
            rule["holds"] = {track: level for track, level in rule["holds"].items() if level == "voorop"}
            line = subject.entry.document.line(("rules", number))
    claim = safety_first(Subject(subject.entry, _content(), file.stem))
    assert f"{file.as_posix()}:{line}: " in _first(claim)
    assert f"'{safety}' is ja and " in _first(claim)
    assert f"witness: {safety} = ja" in _first(claim)


@real
def test_a_rule_that_puts_off_all_activation_is_told(file: Path) -> None:
    subject = _subject(file)
    name, question = next((name, one) for name, one in subject.route.questions.items() if one.heavier)
    tracks = {track: "later" for track, data in subject.definition["tracks"].items() if data["activation"]}
    when = f"when: {{{name}: {{is: {question.options[-1]}}}}}"
    claim = activation_stays(_subject(file, _rule("met-opzet", f"{when}\n    holds: {_flow(tracks)}")))
    assert f"{file.as_posix()}:{_end(file)}: 'met-opzet': every activation track stands at later" in _first(claim)
    assert f"{name} = {question.options[-1]}" in claim.faults[0].witness


@real
def test_a_rule_that_puts_off_everything_is_told(file: Path) -> None:
    subject = _subject(file)
    burdens = {name: "later" for name, data in subject.route.tracks.items() if data.caution[0] == "later"}
    name, question = next((name, one) for name, one in subject.route.questions.items() if one.heavier)
    when = f"when: {{{name}: {{is: {question.options[0]}}}}}"
    claim = no_dead_end(_subject(file, _rule("met-opzet", f"{when}\n    holds: {_flow(burdens)}")))
    assert f"{file.as_posix()}:{_end(file)}: 'met-opzet': every track stands at later" in _first(claim)


@real
def test_a_light_burden_that_holds_work_back_more_than_a_heavy_one_is_told(file: Path) -> None:
    subject = _subject(file)
    name, question = next((name, one) for name, one in subject.route.questions.items() if one.heavier)
    track = next(name for name, data in subject.route.tracks.items() if data.caution[0] == "later")
    rest = f"when: {{{name}: {{is: {question.options[0]}}}}}\n    holds: {{{track}: later}}"
    claim = monotone_but_settling(_subject(file, _rule("met-opzet", rest)))
    assert f"{file.as_posix()}:{_end(file)}: 'met-opzet': {track} goes from later to " in _first(claim)
    assert f"when '{name}' goes from {question.options[0]} to {question.options[1]}" in _first(claim)


def _flow(data: object) -> str:
    """``data`` on one line of YAML."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in data.items()) + "}"
    return "[" + ", ".join(map(_flow, data)) + "]" if isinstance(data, list) else str(data)


@real
def test_a_heavier_burden_moves_nothing_but_what_waits_for_an_answer(file: Path) -> None:
    faults = [str(fault).partition("': ")[2] for fault in monotone(_subject(file)).faults]
    assert len(faults) == 9, "decision 7 and the list in it"
    assert all(" goes from eerst_uitzoeken to ernaast when 'belasting' goes from " in fault for fault in faults)
    assert {fault.partition(" ")[0] for fault in faults} == {
        "sport",
        "werk",
        "opleiding",
        "ondernemerschap",
        "sociale_activering",
        "vrijwilligerswerk",
        "taal",
    }
