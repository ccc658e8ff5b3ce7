"""A route-finder that keeps its promises is proved to; whoever breaks one is told which, where, and by what answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.proof import caution, model, whole
from scripts.proof.beside import comes_and_goes, decided_by
from scripts.proof.caution import monotone, monotone_but_settling, unknown
from scripts.proof.claim import Claim
from scripts.proof.cross_check import at_random
from scripts.proof.rules import every_hold_counts, every_rule_counts
from scripts.proof.safety import activation_stays, no_dead_end, safety_first, safety_told
from scripts.proof.sub_spaces import brute_force
from scripts.proof.whole import Prover
from scripts.proof.written import sourced, translated
from tests.scripts.provable_route import PROVABLE, rule, subject_in, told, write_provable
from tests.scripts.small_root import change
from tests.scripts.small_route import ROUTE
from tools.route_levels import Standing, standing


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content root with a route-finder of which everything holds."""
    return write_provable(tmp_path.resolve() / "docs")


def _broken(root: Path, prover: Prover, old: str, new: str) -> tuple[Claim, int]:
    """The claim once ``new`` stands in the place of ``old``, and the line on which that begins."""
    line = change(root, ROUTE, old, new)
    return prover(subject_in(root)), line


def _more(root: Path, prover: Prover, name: str, rest: str) -> tuple[Claim, int]:
    """The claim once one rule more stands at the end, and the line of that rule."""
    write_provable(root, PROVABLE + rule(name, rest))
    return prover(subject_in(root)), PROVABLE.count("\n") + 1


def _is_told(claim: Claim, line: int, *words: str) -> None:
    """The claim does not hold; its first fault stands at ``line`` and says all these words."""
    assert not claim.holds
    first = claim.faults[0]
    assert f"{ROUTE}:{line}: " in str(first), told(claim)
    assert first.problem.todo
    for word in words:
        assert word in str(first), told(claim)


# --- what holds ---


@pytest.mark.parametrize("prover", [*whole.CLAIMS, *whole.CROSS_CHECKS], ids=lambda prover: prover.__name__)
def test_of_a_sound_route_finder_everything_holds(prover: Prover, root: Path) -> None:
    claim = prover(subject_in(root))
    assert told(claim) == ""
    assert claim.remarks == []


def test_what_was_counted_can_be_counted_by_hand(root: Path) -> None:
    """Four atoms: gevaar with 3 values, belasting with 4, two wishes with 3 each."""
    subject = subject_in(root)
    assert no_dead_end(subject).combinations == 3 * 4 * 3 * 3
    assert activation_stays(subject).combinations == 2 * 4 * 3 * 3
    assert safety_first(subject).combinations == 1 * 4 * 3 * 3
    assert monotone(subject).combinations == 2 * 3 * 3 * 3
    assert unknown(subject).combinations == 2 * 4 * 3 * 3 + 3 * 3 * 3 * 3 + 2 * (2 * 3 * 4 * 3)


def test_it_is_told_which_questions_decide_what(root: Path) -> None:
    assert decided_by(subject_in(root)) == {
        "holds": {
            "zorg": ["gevaar", "belasting"],
            "werk": ["gevaar", "belasting", "wensen"],
            "taal": ["gevaar", "wensen"],
        },
        "judgement": {"werk": ["belasting"]},
        "supports": {"werk": ["wensen"]},
        "shows": {"huisarts": ["belasting"], "rustige-plek": ["belasting"]},
    }


# --- no way out, safety, activation ---


def test_when_every_track_is_put_off_there_is_a_dead_end(root: Path) -> None:
    claim, line = _more(
        root, no_dead_end, "niets", "when: {wensen: {has: taal}}\n    holds: {werk: later, taal: later}"
    )
    _is_told(claim, line, "'niets': every track stands at later", "belasting = geen; wensen has taal")


def test_finding_out_without_a_question_or_a_note_is_a_dead_end_too(root: Path) -> None:
    rest = "when: {wensen: {has: taal}}\n    holds: {werk: eerst_uitzoeken, taal: eerst_uitzoeken}"
    claim, line = _more(root, no_dead_end, "zoek-uit", rest)
    _is_told(claim, line, "'zoek-uit': nothing to do", "belasting = geen; wensen has taal")
    assert _more(root, no_dead_end, "zoek-uit", f"{rest}\n    shows: [rustige-plek]")[0].holds


def test_a_track_that_is_put_forward_before_safety_is_told(root: Path) -> None:
    claim, _ = _broken(
        root, safety_first, "holds: {zorg: voorop, werk: later, taal: later}", "holds: {zorg: voorop, taal: later}"
    )
    line = PROVABLE[: PROVABLE.index("- id: gevaar-eerst")].count("\n") + 1
    _is_told(claim, line, "'gevaar' is ja and werk stands before zorg", "gevaar = ja", "wensen has betaald_werk")


def test_a_safety_question_without_a_rule_that_puts_something_first_is_told(root: Path) -> None:
    claim, _ = _broken(
        root, safety_first, "holds: {zorg: voorop, werk: later, taal", "holds: {zorg: ernaast, werk: later, taal"
    )
    line = PROVABLE[: PROVABLE.index("  gevaar: {kind: safety")].count("\n") + 1
    _is_told(claim, line, "no rule puts a track at voorop whenever 'gevaar' is ja")


def test_a_safety_rule_that_a_wish_outweighs_is_told(root: Path) -> None:
    old = 'because: "Eerst veilig."'
    claim, line = _broken(root, safety_first, old, f"{old}\n    outweighed_by: wens-werk")
    _is_told(claim, line - 3, "werk stands before zorg", "wensen has betaald_werk")


def test_a_safety_answer_that_is_not_told_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.route.UNKNOWN", "iets anders")
    assert "'gevaar' is not told" in told(safety_told(subject_in(root)))


def test_when_every_activation_track_is_put_off_it_is_told(root: Path) -> None:
    claim, line = _broken(root, activation_stays, "holds: {taal: ernaast}", "holds: {taal: later}")
    _is_told(
        claim,
        line - 2,
        "'geen-wens-taal': every activation track stands at later",
        "wensen = nothing, and that is all",
        "in form or dose",
    )


def test_a_route_finder_without_activation_tracks_promises_nothing(root: Path) -> None:
    claim, _ = _broken(root, activation_stays, ", activation: true", "")
    assert "no track is marked activation" in told(claim)


# --- one other answer ---


def test_a_heavier_answer_that_moves_work_forward_is_told(root: Path) -> None:
    rest = "when: {belasting: {is: licht}}\n    holds: {werk: eerst_uitzoeken}"
    for prover in (monotone, monotone_but_settling):
        claim, line = _more(root, prover, "licht-wacht", rest)
        _is_told(claim, line, "werk goes from eerst_uitzoeken to voorop when 'belasting' goes from licht to zwaar")
        assert "betaald_werk" in claim.faults[0].witness, "only where the wish lifts the heavier rule"
        assert "unknown)" not in claim.faults[0].witness
        assert len(claim.faults) == 1


def test_what_only_settles_by_a_heavier_answer_is_told_as_such(root: Path) -> None:
    """An unknown hold at ernaast asks; a true one at ernaast stands: from "find out" to beside, by a heavier answer."""
    rest = "when: {belasting: {at_least: licht}}\n    holds: {taal: ernaast}"
    claim, line = _more(root, monotone, "licht-taal", rest)
    _is_told(claim, line, "taal goes from eerst_uitzoeken to ernaast", "only while something is unknown")
    assert _more(root, monotone_but_settling, "licht-taal", rest)[0].holds


def test_what_waits_for_more_caution_may_not_settle_for_less(root: Path) -> None:
    """Taal waits for a wish that would put it off; a heavier answer takes that away and puts it beside."""
    rest = "when: {belasting: {is: licht}, wensen: {lacks: betaald_werk}}\n    holds: {taal: later}"
    claim, line = _more(root, monotone_but_settling, "licht-later", rest)
    _is_told(claim, line, "taal goes from later to ", "when 'belasting' goes from licht to zwaar")


def test_an_unknown_that_hides_caution_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(order: tuple[str, ...], claims: frozenset[tuple[str, bool | None]]) -> Standing:
        return standing(order, {claim for claim in claims if claim[1] is not None})

    monkeypatch.setattr(model, "standing", careless)
    monkeypatch.setattr(caution, "standing", careless)
    assert "when 'gevaar' goes from ja to unknown" in told(unknown(subject_in(root)))


def test_a_note_that_appears_for_want_of_an_answer_is_noticed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        model.Model, "is_true", lambda self, rule: self.diagrams.convert(lambda leaf: leaf is None, self.truths[rule])
    )
    assert "the note 'huisarts' appears when 'belasting' goes from geen to unknown" in told(unknown(subject_in(root)))


# --- rules ---


def test_a_rule_that_only_repeats_another_is_told(root: Path) -> None:
    claim, line = _more(
        root, every_rule_counts, "nog-eens", "when: {belasting: {is: zwaar}}\n    holds: {zorg: ernaast}"
    )
    _is_told(
        claim,
        line,
        "the rule 'nog-eens' changes nothing (zorg)",
        "zorg by 'zwaar-eerst-zorg' (line ",
        "belasting = zwaar",
    )
    assert len(claim.faults) == 1


@pytest.mark.parametrize("effect", ["shows: [huisarts]", "judgement: [werk]", "supports: [werk]"])
def test_a_rule_that_repeats_what_stands_beside_is_told_as_well(effect: str, root: Path) -> None:
    when = "when: {belasting: {is: zwaar}, wensen: {has: betaald_werk}}"
    claim, line = _more(root, every_rule_counts, "nog-eens", f"{when}\n    {effect}")
    _is_told(claim, line, "the rule 'nog-eens' changes nothing")


def test_a_rule_that_is_always_outweighed_changes_nothing_even_while_it_is_unknown(root: Path) -> None:
    """While the wish is unknown, such a hold is unknown too and raises the level; but it can never count."""
    rest = "when: {wensen: {has: betaald_werk}}\n    holds: {werk: ernaast}\n    outweighed_by: wens-werk"
    claim, line = _more(root, every_rule_counts, "nooit", rest)
    _is_told(claim, line, "the rule 'nooit' changes nothing")


def test_a_rule_that_outweighs_counts_by_what_it_lifts(root: Path) -> None:
    write_provable(root, PROVABLE + rule("taal-graag", "when: {wensen: {has: betaald_werk}}\n    supports: [werk]"))
    assert told(every_rule_counts(subject_in(root))).count("changes nothing") == 1, "the other one still lifts a hold"


def test_a_rule_that_can_never_be_true_is_told(root: Path) -> None:
    claim, line = _more(
        root, every_rule_counts, "nooit", "when: {wensen: [{has: taal}, {lacks: taal}]}\n    shows: [huisarts]"
    )
    _is_told(claim, line, "the rule 'nooit' can never be true")


def test_a_rule_that_answers_cannot_lead_to_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scripts.proof.rules.reached", lambda *_: {})
    assert told(every_rule_counts(subject_in(root))).count("only where the questions do not lead") == 5


def test_a_hold_that_never_alters_its_level_is_a_remark(root: Path) -> None:
    rest = "when: {belasting: {at_least: zwaar}}\n    holds: {zorg: voorop, taal: eerst_uitzoeken}"
    claim, _ = _more(root, every_hold_counts, "dubbel", rest)
    assert claim.holds
    assert [re.search(r"the rule '(\S+)' holds (\w+)", str(one)) is not None for one in claim.remarks] == [True, True]
    assert "'dubbel' holds zorg at voorop, and that never alters its level" in str(claim.remarks[0])


# --- beside ---


def test_a_note_that_can_never_be_shown_is_told(root: Path) -> None:
    claim, line = _broken(root, comes_and_goes, "    shows: [rustige-plek]\n", "")
    line = PROVABLE[: PROVABLE.index("  rustige-plek: {kind")].count("\n") + 1
    _is_told(claim, line, "the note 'rustige-plek' can never be there")


def test_a_mark_that_can_never_stand_is_told(root: Path) -> None:
    rest = "when: {wensen: [{has: taal}, {lacks: taal}]}\n    judgement: [taal]"
    claim, line = _more(root, comes_and_goes, "nooit", rest)
    _is_told(claim, line, "the mark for human judgement at taal can never be there")


# --- texts ---


def test_an_outcome_without_a_reason_or_a_source_is_told(root: Path) -> None:
    claim, line = _broken(root, sourced, 'because: "Eerst veilig."', 'because: " "')
    _is_told(claim, line - 3, "'gevaar-eerst' has no 'because'")
    change(
        root, ROUTE, 'text: "Bel samen.", sources: [{id: handreiking-2017', 'text: "Bel samen.", sources: [{id: elders'
    )
    assert "'huisarts' has no source, or one that is not in sources.yml" in told(sourced(subject_in(root)))


def test_an_outcome_that_a_translated_page_shows_in_dutch_is_told(root: Path) -> None:
    catalog = root / "_data/i18n/en.yml"
    text = '  {}: {{text: "Text", of: "nl@00000000", by: machine, checked_by: null}}\n'
    catalog.write_text(
        catalog.read_text(encoding="utf-8")
        + "routes/traject:\n"
        + text.format("title")
        + text.format("rules.gevaar-eerst.because"),
        encoding="utf-8",
    )
    claim = translated(subject_in(root))
    assert claim.checked == len(claim.faults) > 20
    assert "rules.gevaar-eerst.because is stale in en" in told(claim)
    line = PROVABLE[: PROVABLE.index("huisarts: {kind")].count("\n") + 1
    assert f"{ROUTE}:{line}: notes.huisarts.text is missing in en" in told(claim)


# --- the proof of the proof ---


def test_a_diagram_that_says_something_else_than_the_rules_is_noticed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "truth", lambda _, value: value is not None)
    subject = subject_in(root)
    assert "the level of zorg: the proof is wrong" in told(brute_force(subject))
    assert "the tool and the proof do not say the same" in told(at_random(subject))
