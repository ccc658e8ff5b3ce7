"""Whoever makes one mistake in a route-finder is told one thing: where it is, what it is, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content import load
from scripts.definitions import definition_hash, route_definition
from scripts.localise import localise
from scripts.schema import texts
from scripts.translations import hash_of, stamp
from scripts.validate_subjects import subjects
from scripts.vectors import differences, requests
from tests.scripts.faults import Fault
from tests.scripts.route_faults import ROUTE_FAULTS
from tests.scripts.small_root import FILES as FILES_OF_ROOT
from tests.scripts.small_root import change, faults, put
from tests.scripts.small_route import FILES, ROUTE, VECTORS, write_route
from tools import route
from tools.route_definition import read

EXTRA_RULE = """\
  - id: ook-dit
    when: {opvang: {is: geregeld}}
    supports: [sport]
    because: "Dan kan het."
    sources: [{id: handreiking-2017, at: "3.1"}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small content root with a route-finder, without faults."""
    return write_route(tmp_path.resolve() / "docs")


def test_a_sound_route_finder_has_no_faults(root: Path) -> None:
    assert faults(root) == []


def test_no_two_faults_here_have_one_name() -> None:
    names = [fault.name for fault in ROUTE_FAULTS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("fault", ROUTE_FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_one_mistake_is_told_once_with_its_place_and_what_to_do(fault: Fault, root: Path) -> None:
    fault.is_told_once_in(root)


# --- what may not be asked ---


@pytest.mark.parametrize(
    ("ask", "subject"),
    [
        ("Hoe heet de statushouder?", "a name"),
        ("Wat is de achternaam?", "a name"),
        ("Wanneer is iemand geboren?", "a birth date"),
        ("Wat is de geboortedatum?", "a birth date"),
        ("Wat is het BSN?", "a number of a person"),
        ("Uit welk land komt iemand?", "nationality or descent"),
        ("Welke nationaliteit heeft iemand?", "nationality or descent"),
        ("Gaat iemand naar de kerk of de moskee?", "religion"),
        ("Welk geloof heeft iemand?", "religion"),
        ("Heeft de arts een diagnose gesteld?", "a diagnosis"),
        ("Heeft iemand PTSS?", "a diagnosis"),
        ("Welke score kwam uit de lijst?", "a score"),
        ("Hoe voelt iemand zich, van 1 tot 10?", "a score"),
        ("Is iemand arbeidsongeschikt?", "a verdict on what a person can do"),
        ("Is iemand in staat om te werken?", "a verdict on what a person can do"),
        ("Is iemand geschikt voor werk?", "a verdict on what a person can do"),
        ("Beschrijf hoe het gaat.", "a text of the reader's own"),
        ("Vul hier in hoe het gaat.", "a text of the reader's own"),
    ],
)
def test_a_question_about_a_forbidden_subject_is_told(root: Path, ask: str, subject: str) -> None:
    line = change(root, ROUTE, "Is er opvang voor de kinderen?", ask)
    [told] = faults(root)
    assert (told.file, told.line) == ((root / ROUTE).as_posix(), line)
    assert told.what.startswith(f"this asks for {subject}: ")
    assert "forbidden_subjects.yml" in told.todo


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Die is er niet"', '"Nee, want arbeidsongeschikt"'),
        ('"Veel last"', '"Depressie"'),
        ('    label: "Werk"', '    label: "Belastbaarheid"'),
        ('later: {label: "Later"', 'later: {label: "Ongeschikt"'),
    ],
)
def test_a_forbidden_word_in_an_option_or_a_label_is_told(root: Path, old: str, new: str) -> None:
    line = change(root, ROUTE, old, new)
    assert [(told.line, told.what[:14]) for told in faults(root)] == [(line, "this asks for ")]


def test_a_forbidden_word_in_the_id_of_a_question_is_told(root: Path) -> None:
    text = FILES[ROUTE].replace("opvang", "arbeidsongeschikt")
    put(root, ROUTE, text)
    put(root, VECTORS, FILES[VECTORS].replace("opvang", "arbeidsongeschikt"))
    assert {told.what for told in faults(root)} >= {
        "this asks for a verdict on what a person can do: 'arbeidsongeschikt'"
    }


@pytest.mark.parametrize(
    "ask",
    [
        "Kan iemand lezen en schrijven?",
        "Wat zijn de knelpunten, met name thuis?",
        "Heeft iemand gedachten aan zelfdoding?",
        "Volgde iemand een opleiding in het land van herkomst?",
        "Hoe oud zijn de kinderen?",
        "Waar wil iemand aan deelnemen?",
    ],
)
def test_an_ordinary_question_is_not_taken_for_a_forbidden_one(ask: str) -> None:
    assert [subject for subject, pattern in subjects().items() if pattern.search(ask)] == []


def test_a_reason_may_say_that_a_diagnosis_is_not_asked(root: Path) -> None:
    change(root, ROUTE, "Zo weet u of zorg voorgaat.", "U hoeft niet naar een diagnose te vragen.")
    assert faults(root) == []


# --- what need not be there ---


def test_a_question_about_safety_that_no_rule_uses_still_speaks_for_itself(root: Path) -> None:
    text = FILES[ROUTE]
    start, end = text.index("  - id: gevaar-eerst"), text.index("  - id: zwaar-eerst-zorg")
    put(root, ROUTE, text[:start] + text[end:])
    assert faults(root) == []


def test_a_rule_that_slows_only_care_for_a_burden_need_not_say_what_outweighs_it(root: Path) -> None:
    change(root, ROUTE, "holds: {zorg: voorop, werk: later}", "holds: {zorg: voorop}")
    change(
        root,
        ROUTE,
        '    outweighed_by: wens-werk\n    outweighed_because: "Werk geeft houvast aan wie het zelf wil."\n',
        "",
    )
    change(root, ROUTE, "Wie veel last heeft, kan beter", "Wie iedere gewone dag heel veel last heeft, kan vaak beter")
    assert faults(root) == []


def test_a_rule_may_hold_care_beside_the_rest_in_danger(root: Path) -> None:
    change(root, ROUTE, "holds: {werk: later, sport: later}", "holds: {zorg: voorop, werk: eerst_uitzoeken}")
    assert faults(root) == []


def test_a_rule_that_outweighs_on_one_track_may_be_outweighed_on_another(root: Path) -> None:
    change(root, ROUTE, "    supports: [werk]\n", "    supports: [werk]\n    holds: {sport: later}\n"
           '    outweighed_by: opvang-sport\n    outweighed_because: "Daarom."\n')  # fmt: skip
    put(
        root,
        ROUTE,
        (root / ROUTE).read_text(encoding="utf-8")
        + '  - id: opvang-sport\n    when: {opvang: {is: geregeld}}\n    supports: [sport]\n    because: "Daarom."\n'
        '    sources: [{id: handreiking-2017, at: "3.1"}]\n',
    )
    assert faults(root) == []


def test_vectors_of_a_route_finder_that_does_not_exist_are_told(root: Path) -> None:
    put(root, "_data/routes/weg.test.yml", FILES[VECTORS])
    [told] = faults(root)
    assert told.what == "there is no weg.yml beside it"


def test_vectors_wait_until_the_route_finder_can_be_read(root: Path) -> None:
    change(root, ROUTE, "wishes: wensen\n", "wishes: [wensen]\n")
    change(root, VECTORS, "{gevaar: nee, belasting: zwaar,", "{gevar: nee, belasting: zwaar,")
    assert [Path(told.file).name for told in faults(root)] == ["traject.yml"]


# --- what goes to the tool ---


def test_the_tool_gets_structure_and_ids_and_no_text(root: Path) -> None:
    data = load([root]).families["routes"]["traject"].data
    definition = route_definition(data)
    assert definition["questions"]["gevaar"] == {"kind": "safety", "options": ["ja", "nee"], "heavier": False}
    assert definition["questions"]["belasting"]["options"] == ["geen", "licht", "zwaar"]
    assert definition["tracks"]["sport"]["activation"] is True
    assert definition["rules"][0] == {
        "id": "gevaar-eerst",
        "when": {"gevaar": {"is": "ja"}},
        "holds": {"werk": "later", "sport": "later"},
    }
    told = [text for _, text in texts("routes", data)]
    assert len(told) > 40
    assert [text for text in told if text in str(definition)] == []
    assert len(read(definition).rules) == 4


def test_every_text_of_a_route_finder_can_be_translated(root: Path) -> None:
    data = load([root]).families["routes"]["traject"].data
    paths = {path for path, _ in texts("routes", data)}
    for path in (
        ("questions", "gevaar", "yes"),
        ("questions", "gevaar", "unknown"),
        ("questions", "wensen", "options", "betaald_werk"),
        ("levels", "later", "text"),
        ("notes", "huisarts", "who"),
        ("rules", 1, "outweighed_because"),
        ("tracks", "zorg", "label"),
        ("limits",),
    ):
        assert path in paths


@pytest.mark.parametrize(
    ("old", "new", "is_other"),
    [
        ("Is er opvang voor de kinderen?", "Is er iemand voor de kinderen?", True),
        ('licht: "Een beetje last"', 'licht: "Soms last"', True),
        ("holds: {sport: ernaast}", "holds: {sport: later}", True),
        ("Wie in gevaar is, heeft", "Iemand in gevaar heeft", False),
        ("Zo weet u of zorg voorgaat.", "Zo weet u het.", False),
    ],
)
def test_the_hash_of_a_route_finder_changes_with_its_questions_and_its_rules_and_not_with_its_reasons(
    root: Path, old: str, new: str, is_other: bool
) -> None:
    before = definition_hash(load([root]).families["routes"]["traject"].data)
    change(root, ROUTE, old, new)
    assert (definition_hash(load([root]).families["routes"]["traject"].data) != before) is is_other


def test_a_translated_reason_stays_with_its_rule_when_another_rule_is_written_before_it(root: Path) -> None:
    catalog = FILES_OF_ROOT["_data/i18n/en.yml"] + (
        'routes/traject:\n  rules.wens-werk.because: {text: "Someone wants to work.", '
        f'of: "{stamp(hash_of("Iemand wil zelf werken."))}", by: human, checked_by: "A"}}\n'
        '  questions.opvang.options.geregeld: {text: "There is", of: "nl@00000000", by: machine, checked_by: null}\n'
    )
    put(root, "_data/i18n/en.yml", catalog)
    assert faults(root) == []
    start = FILES[ROUTE].index("  - id: gevaar-eerst")
    for text in (FILES[ROUTE], FILES[ROUTE][:start] + EXTRA_RULE + FILES[ROUTE][start:]):
        put(root, ROUTE, text)
        data = localise(load([root]), "en")["routes"]["traject"]
        because = {rule["id"]: rule["because"] for rule in data["rules"]}
        assert (because["wens-werk"], because["wens-werk"].state) == ("Someone wants to work.", "fresh")
        assert because["gevaar-eerst"].state == "missing"
        assert data["questions"]["opvang"]["options"]["geregeld"].state == "stale"


def test_a_rule_without_a_name_is_told_by_its_form_and_breaks_no_catalog(root: Path) -> None:
    line = change(root, ROUTE, "  - id: gevaar-eerst\n    when", "  - when")
    [told] = faults(root)
    assert (told.line, told.what) == (line, "'id' is missing in rules.0")


# --- vectors are run ---


def test_the_vectors_of_a_route_finder_are_asked_of_its_tool_after_those_of_the_checklist(root: Path) -> None:
    asked = requests(load([root]))
    assert [request["tool"] for _, request in asked] == ["checklist", *["route"] * 6]
    assert [request["id"] for _, request in asked] == list(range(1, 8))
    assert asked[3][1]["answers"] == {"wensen": {"ticked": ["betaald_werk"], "all": False}}
    for vector, request in asked[1:]:
        assert differences(vector, route.evaluate(request["definition"], request["answers"])) == {}


@pytest.mark.parametrize(
    ("expect", "wrong"),
    [
        ({"levels": {"werk": "voorop"}}, {"levels": ({"werk": "voorop"}, {"werk": "later"})}),
        ({"because": ["wens-werk"]}, {"because": (["wens-werk"], [])}),
        (
            {"not_because": ["zwaar-eerst-zorg", "wens-werk"]},
            {"not_because": (["zwaar-eerst-zorg", "wens-werk"], ["wens-werk"])},
        ),
        ({"notes": ["huisarts"], "not_notes": ["rustige-plek"]}, {"not_notes": (["rustige-plek"], [])}),
        ({"judgement": ["werk"]}, {"judgement": (["werk"], [])}),
        ({"unknown": ["gevaar"]}, {"unknown": (["gevaar"], [])}),
        ({"first": "werk"}, {"first": ("werk", "zorg")}),
        ({"safety": {"yes": ["gevaar"]}}, {"safety": ({"yes": ["gevaar"]}, {"yes": []})}),
        ({"next": "gevaar", "bound": 1}, {"next": ("gevaar", None), "bound": (1, 0)}),
        ({"order": ["zorg", "werk", "sport"]}, {"order": (["zorg", "werk", "sport"], ["zorg", "sport", "werk"])}),
        ({"lifted": {"werk": ["zwaar-eerst-zorg"]}}, {"lifted": ({"werk": ["zwaar-eerst-zorg"]}, {"werk": []})}),
        ({"open": {"werk": ["wensen"]}}, {"open": ({"werk": ["wensen"]}, {"werk": []})}),
        ({"ignored": 1}, {"ignored": (1, 0)}),
        ({"needless": ["gevaar"], "ignored": 0}, {}),
        ({"next": None, "judgement": [], "unknown": [], "safety": {"yes": [], "unknown": []}, "first": "zorg"}, {}),
    ],
)
def test_what_a_vector_expects_and_does_not_get_is_told_with_both(
    root: Path, expect: dict[str, object], wrong: dict[str, object]
) -> None:
    _, request = requests(load([root]))[1]
    assert differences({"expect": expect}, route.evaluate(request["definition"], request["answers"])) == wrong


def test_a_question_that_is_still_needed_is_not_needless(root: Path) -> None:
    _, request = requests(load([root]))[3]
    result = route.evaluate(request["definition"], request["answers"])
    assert differences({"expect": {"needless": ["gevaar", "wensen"]}}, result) == {
        "needless": (["gevaar", "wensen"], ["wensen"])
    }


def test_an_outweighed_rule_is_true_all_the_same(root: Path) -> None:
    definition = route_definition(load([root]).families["routes"]["traject"].data)
    answers = {
        "gevaar": "nee",
        "belasting": "zwaar",
        "opvang": "niet_geregeld",
        "wensen": {"ticked": ["betaald_werk"], "all": True},
    }
    result = route.evaluate(definition, answers)
    expect = {"because": ["zwaar-eerst-zorg", "wens-werk"], "levels": {"werk": "voorop"}, "judgement": ["werk"]}
    assert differences({"expect": expect}, result) == {}
