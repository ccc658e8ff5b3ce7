"""What holds for every route-finder and all answers."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.made_up_routes import (
    WORK,
    Answers,
    Definition,
    Rule,
    answers_to,
    definitions,
    levels_of,
    route,
    rule,
    situations,
    ticked,
    track_of,
)
from tools.route import evaluate
from tools.route_definition import LEVELS, UNKNOWN

exactly = settings(deadline=None, derandomize=True, max_examples=50)


# --- the words of the specification, once more and in another way ---


def _condition(authored: Any, question: dict[str, Any], answer: Any) -> list[bool | None]:
    """The truth of each condition on a question, read from the answer as it is given."""
    found: list[bool | None] = []
    for part in authored if isinstance(authored, list) else [authored]:
        [(operator, asked)] = part.items()
        if operator in ("has", "lacks"):
            ticks = answer if isinstance(answer, dict) else ticked()
            known = asked in ticks["ticked"] or ticks["all"]
            found.append((asked in ticks["ticked"]) == (operator == "has") if known else None)
        elif answer in (None, UNKNOWN):
            found.append(None)
        else:
            order = question["options"]
            fits = {
                "is": [asked],
                "one_of": asked,
                "below": order[: order.index(asked)] if operator == "below" else [],
                "at_least": order[order.index(asked) :] if operator == "at_least" else [],
            }
            found.append(answer in fits[operator])
    return found


def _when(definition: Definition, rule_: Rule, answers: Answers) -> bool | None:
    questions = definition["questions"]
    truths = [
        one
        for name, authored in rule_["when"].items()
        for one in _condition(authored, questions[name], answers.get(name))
    ]
    return False if False in truths else None if None in truths else True


def _open_of(definition: Definition, rule_: Rule, answers: Answers) -> set[str]:
    questions = definition["questions"]
    return {
        name
        for name, authored in rule_["when"].items()
        if None in _condition(authored, questions[name], answers.get(name))
    }


def _expected(definition: Definition, answers: Answers, track: str) -> dict[str, Any]:
    """Level and reasons of ``track``."""
    rules = {one["id"]: one for one in definition["rules"]}
    caution = definition["tracks"][track]["caution"]
    true, unknown, lifted = [], [], []
    for name in sorted(rules):
        if track not in rules[name]["holds"]:
            continue
        by = rules.get(rules[name]["outweighed_by"])
        by = by if by and track in by["supports"] else None
        mine, theirs = _when(definition, rules[name], answers), _when(definition, by, answers) if by else False
        place = caution.index(rules[name]["holds"][track])
        if mine and by and theirs:
            lifted.append((place, {"rule": name, "by": by["id"]}))
        elif mine and theirs is False:
            true.append((place, name))
        elif mine is not False and theirs is not True:
            asked = _open_of(definition, rules[name], answers) if mine is None else set()
            asked |= _open_of(definition, by, answers) if by and theirs is None else set()
            unknown.append((place, name, [question for question in definition["questions"] if question in asked]))
    claimed = min([place for place, _ in true], default=3)
    waiting = [one for one in unknown if one[0] < claimed]
    level = min(claimed, caution.index("eerst_uitzoeken")) if waiting else claimed
    return {
        "id": track,
        "level": caution[level],
        "holds": [name for place, name in true if place == claimed],
        "also": [name for place, name in true if place > claimed],
        "lifted": [one for place, one in lifted if place < claimed],
        "open": [{"rule": name, "questions": asked} for _, name, asked in waiting],
    }


@settings(exactly, max_examples=120)
@given(situations())
def test_levels_and_reasons_are_what_the_words_of_the_specification_say(
    situation: tuple[Definition, Answers],
) -> None:
    definition, answers = situation
    result = evaluate(definition, answers)
    for track in definition["tracks"]:
        expected = _expected(definition, answers, track)
        told = track_of(result, track)
        assert {key: told[key] for key in expected} == expected
    true = [one["id"] for one in definition["rules"] if _when(definition, one, answers)]
    for track in definition["tracks"]:
        for key in ("supports", "judgement"):
            named = [one["id"] for one in definition["rules"] if one["id"] in true and track in one[key]]
            assert track_of(result, track)[key] == sorted(named)
    assert [note["because"] for note in result["notes"]] == ([sorted(true)] if true else [])


# --- no order matters ---


@exactly
@given(situations(), st.randoms(use_true_random=False))
def test_the_order_in_which_rules_and_answers_are_written_does_not_matter(
    situation: tuple[Definition, Answers], dice: Any
) -> None:
    definition, answers = situation
    rules = [dict(dice.sample(sorted(one.items()), len(one))) for one in definition["rules"]]
    rules = [{**one, "when": dict(dice.sample(sorted(one["when"].items()), len(one["when"])))} for one in rules]
    dice.shuffle(rules)
    shuffled = dict(dice.sample(sorted(answers.items()), len(answers)))
    assert evaluate({**definition, "rules": rules}, shuffled) == evaluate(definition, answers)


@exactly
@given(situations(), st.integers(0, 6))
def test_saying_a_rule_twice_under_another_name_moves_no_track(
    situation: tuple[Definition, Answers], number: int
) -> None:
    definition, answers = situation
    again = {**definition["rules"][number % len(definition["rules"])], "id": "nog-eens"}
    twice = {**definition, "rules": [*definition["rules"], again]}
    assert levels_of(evaluate(twice, answers)) == levels_of(evaluate(definition, answers))


# --- caution ---


def _less_known(answer: Any) -> list[Any]:
    """Every way to know a little less than ``answer`` says."""
    if not isinstance(answer, dict):
        return [] if answer == UNKNOWN else [UNKNOWN]
    fewer = [ticked(*(one for one in answer["ticked"] if one != left)) for left in answer["ticked"]]
    return [UNKNOWN, *fewer, ticked(*answer["ticked"])]


@exactly
@given(situations())
def test_whoever_no_longer_knows_an_answer_gets_no_less_cautious_level_except_down_to_finding_out(
    situation: tuple[Definition, Answers],
) -> None:
    definition, answers = situation
    now = levels_of(evaluate(definition, answers))
    for name, answer in answers.items():
        for less in [*_less_known(answer), None]:
            then = levels_of(evaluate(definition, {**answers, name: less}))
            for track, data in definition["tracks"].items():
                place = data["caution"].index
                assert place(then[track]) <= max(place(now[track]), place("eerst_uitzoeken"))


@exactly
@given(situations(), st.data())
def test_a_track_with_nothing_to_find_out_stays_where_it_is_whatever_is_answered_next(
    situation: tuple[Definition, Answers], data: st.DataObject
) -> None:
    definition, answers = situation
    now = evaluate(definition, answers)
    left = [name for name in definition["questions"] if answers.get(name, UNKNOWN) == UNKNOWN]
    more = {name: data.draw(answers_to(definition["questions"][name])) for name in left}
    then = levels_of(evaluate(definition, {**answers, **more}))
    for track in now["tracks"]:
        if not track["open"]:
            assert then[track["id"]] == track["level"]


def _built_so(definition: Definition) -> Definition:
    """The route-finder with a burden that only ever adds caution.

    Every rule that mentions a burden asks for at least so much, none of these outweighs another rule, and nothing
    holds a track between eerst_uitzoeken and the least cautious level.
    """
    heavy = {name for name, question in definition["questions"].items() if question["heavier"]}
    heavy_rules = {one["id"] for one in definition["rules"] if heavy & set(one["when"])}
    rules = []
    for one in definition["rules"]:
        when = dict(one["when"])
        for name in heavy & set(when):
            options = definition["questions"][name]["options"]
            when[name] = {"at_least": options[len(str(when[name])) % len(options)]}
        holds = {}
        for track, level in one["holds"].items():
            order = definition["tracks"][track]["caution"]
            between = order.index("eerst_uitzoeken") < order.index(level) < len(order) - 1
            holds[track] = "eerst_uitzoeken" if between else level
        by = "none" if one["outweighed_by"] in heavy_rules else one["outweighed_by"]
        rules.append({**one, "when": when, "holds": holds, "outweighed_by": by})
    return {**definition, "rules": rules}


@settings(exactly, max_examples=120)
@given(situations())
def test_a_heavier_burden_never_brings_a_track_forward_where_the_rules_are_built_so(
    situation: tuple[Definition, Answers],
) -> None:
    definition, answers = _built_so(situation[0]), situation[1]
    for name, question in definition["questions"].items():
        if question["heavier"]:
            row = [levels_of(evaluate(definition, {**answers, name: option})) for option in question["options"]]
            for track, data in definition["tracks"].items():
                places = [data["caution"].index(levels[track]) for levels in row]
                assert places == sorted(places, reverse=True)


def test_without_that_an_unknown_hold_at_ernaast_can_put_work_further_back_than_a_heavier_burden_does() -> None:
    definition = route(
        rule(
            "licht", {"belasting": {"at_least": "licht"}, "opvang": {"is": "niet_geregeld"}}, holds={"werk": "ernaast"}
        ),
        rule("zwaar", {"belasting": {"at_least": "zwaar"}}, holds={"werk": "ernaast"}),
    )
    assert WORK.index("eerst_uitzoeken") < WORK.index("ernaast")
    light, heavy = (levels_of(evaluate(definition, {"belasting": answer}))["werk"] for answer in ("licht", "zwaar"))
    assert (light, heavy) == ("eerst_uitzoeken", "ernaast")


# --- what is always told ---


@exactly
@given(situations())
def test_danger_and_danger_of_which_nobody_is_sure_are_always_told(situation: tuple[Definition, Answers]) -> None:
    definition, answers = situation
    safety = [name for name, question in definition["questions"].items() if question["kind"] == "safety"]
    told = evaluate(definition, answers)["safety"]
    assert told["yes"] == [name for name in safety if answers.get(name) == "ja"]
    assert told["unknown"] == [name for name in safety if answers.get(name) == UNKNOWN]


@exactly
@given(situations())
def test_every_track_stands_once_in_the_order_that_a_reader_meets(situation: tuple[Definition, Answers]) -> None:
    definition, answers = situation
    tracks = evaluate(definition, answers)["tracks"]
    written = list(definition["tracks"])
    places = [(LEVELS.index(one["level"]), not one["wished"], written.index(one["id"])) for one in tracks]
    assert places == sorted(places)
    assert sorted(one["id"] for one in tracks) == sorted(written)


@exactly
@given(definitions())
def test_a_question_is_unknown_in_the_same_way_whether_it_is_left_open_or_answered_with_weet_niet(
    definition: Definition,
) -> None:
    plain = evaluate(definition, {})
    asked = evaluate(definition, dict.fromkeys(definition["questions"], UNKNOWN))
    assert (asked["tracks"], asked["notes"], asked["unknown"]) == (plain["tracks"], plain["notes"], plain["unknown"])
    assert asked["needed"] == []
