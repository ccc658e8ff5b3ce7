"""What the route-finder tells a begeleider: where each track stands, for which reasons, and what is still open."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools.made_up_routes import CARE, TRACKS, WORK, Rule, levels_of, route, rule, ticked, track_of
from tools.route import evaluate

HEAVY_CARE_FIRST = rule("zwaar-eerst-zorg", {"belasting": {"is": "zwaar"}}, holds={"zorg": "voorop", "werk": "later"})
UNLESS_WORK_IS_WISHED = {**HEAVY_CARE_FIRST, "outweighed_by": "wens-werk"}
WISH_FOR_WORK = rule("wens-werk", {"wensen": {"has": "betaald_werk"}}, supports=["werk"])


def _track(name: str, *rules: Rule, **answers: Any) -> dict[str, Any]:
    return track_of(evaluate(route(*rules), answers), name)


# --- the level of a track ---


def test_a_track_about_which_no_rule_speaks_has_the_least_cautious_level_of_its_order() -> None:
    result = evaluate(route(HEAVY_CARE_FIRST), {"belasting": "geen"})
    assert levels_of(result) == {"zorg": "later", "werk": "voorop", "taal": "voorop"}


def test_a_heavy_burden_puts_care_first_and_work_later() -> None:
    result = evaluate(route(HEAVY_CARE_FIRST), {"belasting": "zwaar", "wensen": ticked(is_all=True)})
    assert levels_of(result) == {"zorg": "voorop", "werk": "later", "taal": "voorop"}
    assert track_of(result, "werk")["holds"] == ["zwaar-eerst-zorg"]


def test_of_two_rules_the_most_cautious_one_decides_and_the_other_is_told_too() -> None:
    werk = _track(
        "werk",
        rule("b-ernaast", {"belasting": {"at_least": "licht"}}, holds={"werk": "ernaast"}),
        rule("a-later", {"opvang": {"is": "niet_geregeld"}}, holds={"werk": "later"}),
        belasting="zwaar",
        opvang="niet_geregeld",
    )
    assert (werk["level"], werk["holds"], werk["also"]) == ("later", ["a-later"], ["b-ernaast"])


def test_what_is_cautious_for_care_is_not_what_is_cautious_for_work() -> None:
    rules = [
        rule("voorop", {"opvang": {"is": "geregeld"}}, holds={"zorg": "voorop", "werk": "voorop"}),
        rule("later", {"opvang": {"is": "geregeld"}}, holds={"zorg": "later", "werk": "later"}),
    ]
    assert levels_of(evaluate(route(*rules), {"opvang": "geregeld"})) == {
        "zorg": "voorop",
        "werk": "later",
        "taal": "voorop",
    }


def test_two_rules_at_one_level_are_both_named_in_the_order_of_their_names() -> None:
    when = {"opvang": {"is": "niet_geregeld"}}
    werk = _track(
        "werk",
        rule("tweede", when, holds={"werk": "later"}),
        rule("eerste", when, holds={"werk": "later"}),
        opvang="niet_geregeld",
    )
    assert werk["holds"] == ["eerste", "tweede"]


def test_a_rule_at_the_least_cautious_level_is_a_reason_even_though_it_moves_nothing() -> None:
    werk = _track("werk", rule("kan-nu", {"opvang": {"is": "geregeld"}}, holds={"werk": "voorop"}), opvang="geregeld")
    assert (werk["level"], werk["holds"]) == ("voorop", ["kan-nu"])


# --- outweighed ---


def test_a_wish_for_work_lifts_the_hold_on_work_and_both_reasons_are_told() -> None:
    werk = _track("werk", UNLESS_WORK_IS_WISHED, WISH_FOR_WORK, belasting="zwaar", wensen=ticked("betaald_werk"))
    assert werk["level"] == "voorop"
    assert werk["lifted"] == [{"rule": "zwaar-eerst-zorg", "by": "wens-werk"}]
    assert werk["supports"] == ["wens-werk"]
    assert werk["holds"] == werk["also"] == werk["open"] == []


def test_a_wish_for_work_does_not_lift_the_hold_that_puts_care_first() -> None:
    zorg = _track("zorg", UNLESS_WORK_IS_WISHED, WISH_FOR_WORK, belasting="zwaar", wensen=ticked("betaald_werk"))
    assert (zorg["level"], zorg["holds"], zorg["lifted"]) == ("voorop", ["zwaar-eerst-zorg"], [])


def test_a_wish_that_is_known_not_to_be_there_lifts_nothing() -> None:
    werk = _track(
        "werk", UNLESS_WORK_IS_WISHED, WISH_FOR_WORK, belasting="zwaar", wensen=ticked("diploma", is_all=True)
    )
    assert (werk["level"], werk["lifted"]) == ("later", [])


def test_while_the_wish_is_unknown_work_is_to_be_found_out_and_the_wishes_are_asked_for() -> None:
    werk = _track("werk", UNLESS_WORK_IS_WISHED, WISH_FOR_WORK, belasting="zwaar", wensen="weet_niet")
    assert werk["level"] == "eerst_uitzoeken"
    assert werk["open"] == [{"rule": "zwaar-eerst-zorg", "questions": ["wensen"]}]


def test_a_wish_that_lifts_the_hold_whatever_the_burden_leaves_nothing_to_find_out_for_work() -> None:
    werk = _track("werk", UNLESS_WORK_IS_WISHED, WISH_FOR_WORK, belasting="weet_niet", wensen=ticked("betaald_werk"))
    assert (werk["level"], werk["open"], werk["lifted"]) == ("voorop", [], [])


def test_when_burden_and_wish_are_both_unknown_both_are_asked_for() -> None:
    werk = _track("werk", UNLESS_WORK_IS_WISHED, WISH_FOR_WORK)
    assert werk["open"] == [{"rule": "zwaar-eerst-zorg", "questions": ["belasting", "wensen"]}]


def test_an_outweighing_rule_that_is_false_already_asks_for_none_of_its_other_answers() -> None:
    werk = _track(
        "werk",
        UNLESS_WORK_IS_WISHED,
        rule("wens-werk", {"wensen": {"has": "betaald_werk"}, "opvang": {"is": "geregeld"}}, supports=["werk"]),
        wensen=ticked(is_all=True),
    )
    assert werk["open"] == [{"rule": "zwaar-eerst-zorg", "questions": ["belasting"]}]


# --- unknown asks ---


def test_a_burden_that_nobody_knows_is_to_be_found_out_for_care_and_for_work() -> None:
    result = evaluate(route(HEAVY_CARE_FIRST), {"belasting": "weet_niet"})
    assert levels_of(result) == {"zorg": "eerst_uitzoeken", "werk": "eerst_uitzoeken", "taal": "voorop"}
    assert result["unknown"] == ["belasting"]


def test_what_is_unknown_never_takes_away_what_a_more_cautious_rule_says() -> None:
    werk = _track(
        "werk",
        HEAVY_CARE_FIRST,
        rule("opvang-eerst", {"opvang": {"is": "niet_geregeld"}}, holds={"werk": "later"}),
        opvang="niet_geregeld",
    )
    assert (werk["level"], werk["open"]) == ("later", [])


def test_an_unknown_rule_is_told_with_its_question_even_where_it_does_not_raise_the_level() -> None:
    zorg = _track(
        "zorg",
        HEAVY_CARE_FIRST,
        rule("ernaast", {"opvang": {"is": "geregeld"}}, holds={"zorg": "ernaast"}),
        opvang="geregeld",
    )
    assert (zorg["level"], zorg["holds"]) == ("ernaast", ["ernaast"])
    assert zorg["open"] == [{"rule": "zwaar-eerst-zorg", "questions": ["belasting"]}]


def test_the_rules_that_are_true_stay_the_reasons_of_a_track_that_something_unknown_raises() -> None:
    werk = _track(
        "werk",
        HEAVY_CARE_FIRST,
        rule("ernaast", {"opvang": {"is": "geregeld"}}, holds={"werk": "ernaast"}),
        opvang="geregeld",
    )
    assert (werk["level"], werk["holds"]) == ("eerst_uitzoeken", ["ernaast"])


def test_an_unknown_rule_that_is_no_more_cautious_than_what_is_known_asks_nothing() -> None:
    result = evaluate(
        route(
            rule("later", {"opvang": {"is": "niet_geregeld"}}, holds={"werk": "later"}),
            rule("ook-later", {"belasting": {"is": "zwaar"}}, holds={"werk": "later"}),
        ),
        {"opvang": "niet_geregeld"},
    )
    assert track_of(result, "werk")["open"] == []
    assert result["unknown"] == []


def test_a_rule_that_is_false_already_asks_nothing_even_if_another_answer_of_it_is_unknown() -> None:
    result = evaluate(
        route(rule("beide", {"belasting": {"is": "zwaar"}, "opvang": {"is": "geregeld"}}, holds={"werk": "later"})),
        {"opvang": "niet_geregeld", "belasting": "weet_niet"},
    )
    assert (levels_of(result)["werk"], result["unknown"]) == ("voorop", [])


def test_an_open_question_is_named_once_in_the_order_of_the_questions() -> None:
    when = {"opvang": {"is": "niet_geregeld"}, "belasting": {"is": "zwaar"}}
    result = evaluate(route(rule("a", when, holds={"werk": "later"}), rule("b", when, holds={"zorg": "voorop"})), {})
    assert result["unknown"] == ["belasting", "opvang"]
    assert track_of(result, "werk")["open"] == [{"rule": "a", "questions": ["belasting", "opvang"]}]


def test_an_unticked_wish_is_unknown_until_the_reader_says_that_this_is_all() -> None:
    no_wish = rule("geen-wens", {"wensen": {"lacks": "diploma"}}, holds={"werk": "later"})
    assert _track("werk", no_wish, wensen=ticked("betaald_werk"))["level"] == "eerst_uitzoeken"
    assert _track("werk", no_wish, wensen=ticked("betaald_werk", is_all=True))["level"] == "later"
    assert _track("werk", no_wish, wensen=ticked("diploma"))["level"] == "voorop"


# --- what stands beside a level ---


def test_a_reason_for_a_track_never_moves_it() -> None:
    held = rule("opvang-eerst", {"opvang": {"is": "niet_geregeld"}}, holds={"werk": "later"})
    werk = _track("werk", held, WISH_FOR_WORK, opvang="niet_geregeld", wensen=ticked("betaald_werk"))
    assert (werk["level"], werk["holds"], werk["supports"]) == ("later", ["opvang-eerst"], ["wens-werk"])


def test_human_judgement_is_asked_for_beside_the_level_by_every_rule_that_says_so() -> None:
    zwaar = rule("zwaar", {"belasting": {"is": "zwaar"}}, judgement=["werk"])
    opvang = rule("opvang", {"opvang": {"is": "niet_geregeld"}}, judgement=["werk", "taal"])
    result = evaluate(route(zwaar, opvang), {"belasting": "zwaar", "opvang": "niet_geregeld"})
    assert levels_of(result) == {"zorg": "later", "werk": "voorop", "taal": "voorop"}
    assert track_of(result, "werk")["judgement"] == ["opvang", "zwaar"]
    assert track_of(result, "taal")["judgement"] == ["opvang"]
    assert track_of(result, "zorg")["judgement"] == []


def test_a_note_shows_once_with_every_reason_for_it_in_the_order_of_the_notes() -> None:
    a = rule("a", {"belasting": {"is": "zwaar"}}, shows=["bel-huisarts", "rustige-plek"])
    b = rule("b", {"opvang": {"is": "geregeld"}}, shows=["bel-huisarts"])
    result = evaluate(route(b, a), {"belasting": "zwaar", "opvang": "geregeld"})
    assert result["notes"] == [
        {"id": "rustige-plek", "because": ["a"]},
        {"id": "bel-huisarts", "because": ["a", "b"]},
    ]


@pytest.mark.parametrize("belasting", ["geen", "weet_niet"])
def test_a_note_does_not_show_for_a_rule_that_is_false_or_unknown(belasting: str) -> None:
    result = evaluate(route(rule("a", {"belasting": {"is": "zwaar"}})), {"belasting": belasting})
    assert result["notes"] == []


# --- safety ---


def test_danger_is_told_and_the_rest_is_worked_out_all_the_same() -> None:
    danger = rule("gevaar-eerst", {"gevaar": {"is": "ja"}}, holds={"werk": "later", "taal": "later"})
    result = evaluate(route(danger), {"gevaar": "ja"})
    assert result["safety"] == {"yes": ["gevaar"], "unknown": []}
    assert levels_of(result) == {"zorg": "later", "werk": "later", "taal": "later"}


def test_danger_of_which_nobody_is_sure_is_told_apart_and_holds_nothing_back_by_itself() -> None:
    result = evaluate(route(WISH_FOR_WORK), {"gevaar": "weet_niet"})
    assert result["safety"] == {"yes": [], "unknown": ["gevaar"]}
    assert levels_of(result)["werk"] == "voorop"


@pytest.mark.parametrize("answers", [{}, {"gevaar": "nee"}, {"gevaar": "misschien"}])
def test_no_danger_and_no_answer_are_not_told_as_danger(answers: dict[str, str]) -> None:
    assert evaluate(route(WISH_FOR_WORK), answers)["safety"] == {"yes": [], "unknown": []}


# --- the order of tracks ---


def _order(*rules: Rule, **answers: Any) -> list[str]:
    return [track["id"] for track in evaluate(route(*rules), answers)["tracks"]]


def test_tracks_stand_from_voorop_to_later_and_then_as_written() -> None:
    rules = [
        rule("a", {"opvang": {"is": "geregeld"}}, holds={"werk": "later"}),
        rule("b", {"opvang": {"is": "geregeld"}}, holds={"zorg": "ernaast"}),
    ]
    assert _order(*rules, opvang="geregeld") == ["taal", "zorg", "werk"]


def test_at_one_level_the_track_that_the_client_wishes_for_comes_first() -> None:
    zorg_too = rule("zorg", {"opvang": {"is": "geregeld"}}, holds={"zorg": "voorop"})
    assert _order(zorg_too, opvang="geregeld") == ["zorg", "werk", "taal"]
    assert _order(zorg_too, opvang="geregeld", wensen=ticked("betaald_werk")) == ["werk", "zorg", "taal"]
    assert _order(zorg_too, opvang="geregeld", wensen=ticked("diploma")) == ["zorg", "werk", "taal"]


def test_a_wish_never_brings_a_track_before_one_of_a_level_that_comes_earlier() -> None:
    later = rule("later", {"opvang": {"is": "niet_geregeld"}}, holds={"werk": "later", "zorg": "voorop"})
    assert _order(later, opvang="niet_geregeld", wensen=ticked("betaald_werk")) == ["zorg", "taal", "werk"]


def test_a_track_says_whether_the_client_wishes_for_it() -> None:
    result = evaluate(route(WISH_FOR_WORK), {"wensen": ticked("betaald_werk")})
    assert {track["id"]: track["wished"] for track in result["tracks"]} == {"werk": True, "zorg": False, "taal": False}


def test_a_route_without_wishes_orders_its_tracks_all_the_same() -> None:
    tracks = {name: {**track, "wishes": []} for name, track in TRACKS.items()}
    result = evaluate(route(WISH_FOR_WORK, wishes=None, tracks=tracks), {"wensen": ticked("betaald_werk")})
    assert [track["id"] for track in result["tracks"]] == ["werk", "taal", "zorg"]


def test_what_is_cautious_is_told_per_track_and_not_by_its_place_among_the_levels() -> None:
    assert (CARE[0], WORK[0]) == ("voorop", "later")
    held = rule("r", {"opvang": {"is": "geregeld"}}, holds={"zorg": "eerst_uitzoeken", "werk": "eerst_uitzoeken"})
    assert levels_of(evaluate(route(held), {"opvang": "geregeld"})) == {
        "zorg": "eerst_uitzoeken",
        "werk": "eerst_uitzoeken",
        "taal": "voorop",
    }


# --- the shape of the result ---


def test_the_result_names_only_what_the_definition_has_and_holds_no_score() -> None:
    result = evaluate(route(HEAVY_CARE_FIRST, WISH_FOR_WORK), {"belasting": "zwaar"})
    assert list(result) == ["safety", "tracks", "notes", "unknown", "change", "next", "bound", "needed", "ignored"]
    assert list(result["tracks"][0]) == [
        "id",
        "level",
        "holds",
        "also",
        "lifted",
        "supports",
        "judgement",
        "open",
        "wished",
    ]
