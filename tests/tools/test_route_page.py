"""docs/_project/routes.md, sentence by sentence: each has its test here, and its worked example is worked out."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.tools.made_up_routes import Answers, Definition, levels_of, route, rule, ticked, track_of, without
from tools.conditions import all_of
from tools.route import evaluate
from tools.route_answers import read as read_answers
from tools.route_definition import LEVELS, UNKNOWN, read
from tools.route_levels import rule_truths

PAGE = (ROOT / "docs" / "_project" / "routes.md").read_text(encoding="utf-8")
SAID: list[tuple[str, Callable[[], None]]] = []

HEAVY = rule("zwaar", {"belasting": {"is": "zwaar"}}, holds={"zorg": "voorop", "werk": "later"}, outweighed_by="wens")
WISH = rule("wens", {"wensen": {"has": "betaald_werk"}}, supports=["werk"])
LIGHT = rule("licht", {"belasting": {"is": "licht"}}, holds={"werk": "ernaast"})
NO_CARE = rule("opvang", {"opvang": {"is": "niet_geregeld"}}, holds={"werk": "eerst_uitzoeken"})


def says(sentence: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Marks what shows that a sentence of the page is true."""

    def mark(shown: Callable[[], None]) -> Callable[[], None]:
        SAID.append((sentence, shown))
        return shown

    return mark


def _ask(*rules: Any, **answers: Any) -> dict[str, Any]:
    return evaluate(route(*rules), answers)


def _werk(*rules: Any, **answers: Any) -> dict[str, Any]:
    return track_of(_ask(*rules, **answers), "werk")


def _truths(*rules: Any, **answers: Any) -> list[Any]:
    read_route = read(route(*rules))
    return list(rule_truths(read_route, read_answers(read_route, answers).values).values())


# --- what is known ---


@says("A question can be answered, answered with weet niet, or left open; the last two are both unknown.")
def _() -> None:
    assert _truths(LIGHT, belasting="licht") == [True]
    assert _truths(LIGHT, belasting=UNKNOWN) == _truths(LIGHT) == [None]


@says("Of a question with many answers, a ticked option is yes.")
def _() -> None:
    assert _truths(WISH, wensen=ticked("betaald_werk")) == [True]


@says("What is not ticked is no after dit is alles, and unknown before.")
def _() -> None:
    assert _truths(WISH, wensen=ticked("diploma", is_all=True)) == [False]
    assert _truths(WISH, wensen=ticked("diploma")) == [None]


@says("What is no answer to a question here counts as not answered, never as no.")
def _() -> None:
    foreign = {"belasting": "matig", "wensen": ["betaald_werk"], "weer": "mooi"}
    assert without(_ask(LIGHT, WISH, **foreign), "ignored") == without(_ask(LIGHT, WISH), "ignored")


# --- when a rule is true ---


@says("A condition on something unknown is unknown.")
def _() -> None:
    assert _truths(rule("r", {"belasting": {"at_least": "geen"}}), belasting=UNKNOWN) == [None]


@says("A rule is true when all its conditions are true, false when one of them is false, and unknown otherwise.")
def _() -> None:
    both = rule("r", {"belasting": {"is": "zwaar"}, "opvang": {"is": "geregeld"}})
    burdens: dict[str, bool | None] = {"zwaar": True, UNKNOWN: None, "geen": False}
    care: dict[str, bool | None] = {"geregeld": True, UNKNOWN: None, "niet_geregeld": False}
    for one, other in product(burdens, care):
        truths = (burdens[one], care[other])
        expected = False if False in truths else None if None in truths else True
        assert _truths(both, belasting=one, opvang=other) == [expected]


@says("So one false condition settles a rule, whatever else is unknown.")
def _() -> None:
    assert _truths(rule("r", {"belasting": {"is": "zwaar"}, "opvang": {"is": "geregeld"}}), belasting="geen") == [False]


def test_the_table_of_two_conditions_together_is_the_one_that_the_tool_uses() -> None:
    words: dict[str, bool | None] = {"true": True, "unknown": None, "false": False}
    head, *rows = _tables()[0]
    for row in rows:
        for other, cell in zip(head[1:], row[1:], strict=True):
            assert all_of([words[row[0]], words[other]]) is words[cell]
    assert len(rows) == 3


# --- where a track stands ---


@says("A true rule can hold a track at a level.")
def _() -> None:
    assert _werk(NO_CARE, opvang="niet_geregeld")["level"] == "eerst_uitzoeken"


@says("Each track has its own order of caution, and the most cautious level at which it is held wins.")
def _() -> None:
    when = {"opvang": {"is": "geregeld"}}
    two = [rule(level, when, holds={"zorg": level, "werk": level}) for level in ("voorop", "later")]
    assert levels_of(_ask(*two, opvang="geregeld")) == {"zorg": "voorop", "werk": "later", "taal": "voorop"}


@says("A track that nothing holds has the least cautious level of its order.")
def _() -> None:
    assert levels_of(_ask(NO_CARE, opvang="geregeld")) == {"zorg": "later", "werk": "voorop", "taal": "voorop"}


@says("How many rules hold a track, and in what order they are written, does not matter.")
def _() -> None:
    answers = {"opvang": "niet_geregeld", "belasting": "licht"}
    rules = [NO_CARE, LIGHT, {**LIGHT, "id": "licht-2"}, {**LIGHT, "id": "licht-3"}]
    assert _werk(*rules, **answers)["level"] == "eerst_uitzoeken"
    assert _ask(*reversed(rules), **answers) == _ask(*rules, **answers)


@says(
    "A rule can name another that outweighs it: while the other is true, the first does not hold the tracks that the "
    "other supports."
)
def _() -> None:
    assert _werk(HEAVY, WISH, belasting="zwaar", wensen=ticked(is_all=True))["level"] == "later"
    lifted = _werk(HEAVY, WISH, belasting="zwaar", wensen=ticked("betaald_werk"))
    assert (lifted["level"], lifted["lifted"]) == ("voorop", [{"rule": "zwaar", "by": "wens"}])


@says("On its other tracks it holds as before.")
def _() -> None:
    assert levels_of(_ask(HEAVY, WISH, belasting="zwaar", wensen=ticked("betaald_werk")))["zorg"] == "voorop"


@says("While it is unknown whether the other is true, so is the hold.")
def _() -> None:
    open_ = _werk(HEAVY, WISH, belasting="zwaar", wensen=UNKNOWN)
    assert (open_["holds"], open_["open"]) == ([], [{"rule": "zwaar", "questions": ["wensen"]}])


@says("A rule that outweighs is not itself outweighed there, so there are no chains.")
def _() -> None:
    above = rule("boven", {"opvang": {"is": "geregeld"}}, supports=["werk"])
    chained = {**WISH, "outweighed_by": "boven"}
    werk = _werk(HEAVY, chained, above, belasting="zwaar", wensen=ticked("betaald_werk"), opvang="geregeld")
    assert (werk["level"], werk["lifted"]) == ("voorop", [{"rule": "zwaar", "by": "wens"}])


@says("The card tells what is outweighed only where it would have made the track more cautious than it is.")
def _() -> None:
    danger = rule("gevaar", {"gevaar": {"is": "ja"}}, holds={"werk": "later"})
    werk = _werk(HEAVY, WISH, danger, gevaar="ja", belasting="zwaar", wensen=ticked("betaald_werk"))
    assert (werk["level"], werk["holds"], werk["lifted"]) == ("later", ["gevaar"], [])


@says(
    "An unknown hold that is more cautious than what is held raises the track to eerst uitzoeken, unless what is held "
    "is more cautious still."
)
def _() -> None:
    beside = rule("ernaast", {"opvang": {"is": "geregeld"}}, holds={"zorg": "ernaast", "werk": "ernaast"})
    result = _ask(HEAVY, WISH, beside, opvang="geregeld")
    assert levels_of(result) == {"zorg": "ernaast", "werk": "eerst_uitzoeken", "taal": "voorop"}


@says("Either way the track names the questions on which that hold waits.")
def _() -> None:
    beside = rule("ernaast", {"opvang": {"is": "geregeld"}}, holds={"zorg": "ernaast", "werk": "ernaast"})
    result = _ask(HEAVY, WISH, beside, opvang="geregeld")
    assert track_of(result, "zorg")["open"] == [{"rule": "zwaar", "questions": ["belasting"]}]
    assert track_of(result, "werk")["open"] == [{"rule": "zwaar", "questions": ["belasting", "wensen"]}]


@says("An unknown hold that is not more cautious changes nothing and asks nothing.")
def _() -> None:
    werk = _werk(NO_CARE, LIGHT, opvang="niet_geregeld")
    assert (werk["level"], werk["open"]) == ("eerst_uitzoeken", [])


@says("Whoever turns an answer into weet niet makes no track less cautious, except down to eerst uitzoeken.")
def _() -> None:
    known = {"belasting": "zwaar", "wensen": ticked(is_all=True)}
    assert levels_of(_ask(HEAVY, WISH, **known))["werk"] == "later"
    for name in known:
        assert levels_of(_ask(HEAVY, WISH, **{**known, name: UNKNOWN}))["werk"] == "eerst_uitzoeken"


@says(
    "A heavier answer makes no track less cautious, if every rule that mentions the burden asks for at least so much, "
    "if none of them outweighs another, and if nothing holds the track between eerst uitzoeken and the least cautious "
    "level."
)
def _() -> None:
    at_least = {**HEAVY, "when": {"belasting": {"at_least": "zwaar"}}}
    for wishes in (UNKNOWN, ticked("betaald_werk"), ticked(is_all=True)):
        row = [_werk(at_least, WISH, belasting=one, wensen=wishes)["level"] for one in ("geen", "licht", "zwaar")]
        places = [["later", "eerst_uitzoeken", "ernaast", "voorop"].index(level) for level in row]
        assert places == sorted(places, reverse=True)


@says('The last "if" is needed: an unknown hold at ernaast puts work at eerst uitzoeken, a true one at ernaast.')
def _() -> None:
    assert _werk(LIGHT)["level"] == "eerst_uitzoeken"
    assert _werk(LIGHT, belasting="licht")["level"] == "ernaast"


# --- what stands beside it ---


@says("A rule that supports a track is a reason beside it and never changes its level.")
def _() -> None:
    werk = _werk(NO_CARE, WISH, opvang="niet_geregeld", wensen=ticked("betaald_werk"))
    assert (werk["level"], werk["supports"]) == ("eerst_uitzoeken", ["wens"])


@says("Menselijk oordeel nodig is a mark beside a level, and no level.")
def _() -> None:
    werk = _werk(rule("oordeel", {"opvang": {"is": "geregeld"}}, judgement=["werk"]), opvang="geregeld")
    assert (werk["level"], werk["judgement"]) == ("voorop", ["oordeel"])


@says("A note shows as soon as one true rule shows it.")
def _() -> None:
    two = [rule("a", {"opvang": {"is": "geregeld"}}), rule("b", {"belasting": {"is": "licht"}})]
    assert _ask(*two, opvang="niet_geregeld")["notes"] == []
    assert _ask(*two, opvang="geregeld")["notes"] == [{"id": "rustige-plek", "because": ["a"]}]


@says("Of a question about safety, yes and weet niet are always told.")
def _() -> None:
    assert _ask(NO_CARE, gevaar="ja")["safety"] == {"yes": ["gevaar"], "unknown": []}
    assert _ask(NO_CARE, gevaar=UNKNOWN)["safety"] == {"yes": [], "unknown": ["gevaar"]}


@says("The rest is worked out all the same.")
def _() -> None:
    danger, none = _ask(NO_CARE, gevaar="ja"), _ask(NO_CARE, gevaar="nee")
    assert without(danger, "safety") == without(none, "safety")


@says("Tracks stand in the order voorop, ernaast, eerst uitzoeken, later.")
def _() -> None:
    held = rule("r", {"opvang": {"is": "geregeld"}}, holds={"zorg": "ernaast", "werk": "later", "taal": "voorop"})
    tracks = _ask(held, opvang="geregeld")["tracks"]
    assert [one["id"] for one in tracks] == ["taal", "zorg", "werk"]
    assert LEVELS == ("voorop", "ernaast", "eerst_uitzoeken", "later")


@says("Within a level, those that a ticked wish asks for come first, then the order of the definition.")
def _() -> None:
    held = rule("r", {"opvang": {"is": "geregeld"}}, holds={"zorg": "voorop"})
    wished = _ask(held, opvang="geregeld", wensen=ticked("betaald_werk"))["tracks"]
    assert [one["id"] for one in wished] == ["werk", "zorg", "taal"]
    assert [one["id"] for one in _ask(held, opvang="geregeld")["tracks"]] == ["zorg", "werk", "taal"]


# --- which questions are asked ---

BOTH = rule("beide", {"belasting": {"is": "zwaar"}, "opvang": {"is": "geregeld"}}, holds={"werk": "later"})


@says("A question is needed until it is answered, or until every rule that mentions it is false.")
def _() -> None:
    answered = {"gevaar": "nee", "wensen": UNKNOWN}
    assert _ask(BOTH, **answered)["needed"] == ["belasting", "opvang"]
    assert _ask(BOTH, **answered, opvang="geregeld")["needed"] == ["belasting"]
    assert _ask(BOTH, **answered, opvang="niet_geregeld")["needed"] == []
    assert _ask(BOTH, LIGHT, **answered, opvang="niet_geregeld")["needed"] == ["belasting"]


@says(
    "Questions about safety are needed until they are answered, and so is the question about wishes when a wish asks "
    "for a track."
)
def _() -> None:
    answered = {"belasting": "geen", "opvang": "geregeld"}
    assert _ask(BOTH, **answered)["needed"] == ["gevaar", "wensen"]
    assert _ask(BOTH, **answered, gevaar=UNKNOWN, wensen=UNKNOWN)["needed"] == []


@says("The next question is the first needed one as written, and the bound is how many are needed.")
def _() -> None:
    result = _ask(BOTH, gevaar="nee")
    assert (result["next"], result["bound"]) == ("belasting", 3)


@says("An answer more never raises the bound.")
def _() -> None:
    answers = [("wensen", UNKNOWN), ("opvang", UNKNOWN), ("belasting", "zwaar"), ("gevaar", "ja")]
    bounds = [_ask(BOTH, HEAVY, WISH, **dict(answers[:count]))["bound"] for count in range(5)]
    assert bounds == [4, 3, 2, 1, 0]


@says("The answer to a question that is not needed changes no level, no reason, no note and no order.")
def _() -> None:
    now = _ask(BOTH, belasting="geen")
    assert "opvang" not in now["needed"]
    for answer in ("geregeld", "niet_geregeld", UNKNOWN):
        assert without(_ask(BOTH, belasting="geen", opvang=answer), "change") == without(now, "change")


# --- what would change this ---


@says(
    "The tool tries every other single answer to each question, and names the tracks that would then have another "
    "level."
)
def _() -> None:
    found = _ask(NO_CARE, opvang="niet_geregeld")["change"]
    moved = [{"id": "werk", "from": "eerst_uitzoeken", "to": "voorop"}]
    assert found == [{"question": "opvang", "answer": "geregeld", "unknown": False, "tracks": moved}]


@says(
    "Of a question with many answers, one option is ticked or unticked, dit is alles is said or taken back, or all is "
    "taken back."
)
def _() -> None:
    on_all = [rule(name, {"wensen": {"lacks": name}}, holds={"werk": "later"}) for name in ("betaald_werk", "diploma")]
    found = _ask(*on_all, wensen=ticked("betaald_werk", "diploma", is_all=True))["change"]
    assert [change["answer"] for change in found] == [
        ticked("diploma", is_all=True),
        ticked("betaald_werk", is_all=True),
        UNKNOWN,
    ]
    assert ticked("diploma", is_all=True) in [
        one["answer"] for one in _ask(*on_all, wensen=ticked("diploma"))["change"]
    ]


@says("An entry is marked unknown if it fills in what is not known now, and not if it changes an answer.")
def _() -> None:
    assert {change["unknown"] for change in _ask(NO_CARE)["change"]} == {True}
    assert {change["unknown"] for change in _ask(NO_CARE, opvang="niet_geregeld")["change"]} == {False}


# --- the page and these tests tell the same ---


@pytest.mark.parametrize(("sentence", "shown"), SAID, ids=[sentence[:60] for sentence, _ in SAID])
def test_a_sentence_of_the_page_is_true(sentence: str, shown: Callable[[], None]) -> None:
    shown()


def test_every_sentence_of_the_rules_on_the_page_has_its_test_in_the_same_order() -> None:
    rules = PAGE.partition("\n## ")[2].partition("\n## A worked example")[0]
    points = re.findall(r"^- (.*(?:\n {2}.*)*)", rules, re.MULTILINE)
    plain = [re.sub(r"\*", "", " ".join(re.sub(r"\*\*[^*]+\.\*\* ", "", point).split())) for point in points]
    assert [sentence for text in plain for sentence in re.split(r"(?<=\.) (?=[A-Z])", text)] == [
        sentence for sentence, _ in SAID
    ]


def test_the_page_is_one_page() -> None:
    assert len(PAGE.splitlines()) <= 120


# --- the worked example ---


def _tables() -> list[list[list[str]]]:
    """Every table of the page: its head and its rows, without the line between, and without marks."""
    blocks = re.findall(r"(?:^\|.*\|\n)+", PAGE, re.MULTILINE)
    rows = [
        [[re.sub(r"\*", "", cell).strip() for cell in line[1:-1].split("|")] for line in block.splitlines()]
        for block in blocks
    ]
    return [[table[0], *table[2:]] for table in rows]


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


def _definition() -> Definition:
    _, tracks, questions, rules, _ = _tables()
    made = []
    for name, when, holds, supports, judgement, shows, by in rules[1:]:
        question, operator, asked = when.split()
        made.append(
            {
                "id": name,
                "when": {question: {operator: asked}},
                "holds": dict(part.split() for part in _list(holds)),
                "supports": _list(supports),
                "judgement": _list(judgement),
                "shows": _list(shows),
                "outweighed_by": by or "none",
            }
        )
    return {
        "wishes": "wensen",
        "tracks": {name: {"caution": _list(order), "wishes": _list(wish)} for name, order, wish in tracks[1:]},
        "questions": {
            name: {"kind": _list(kind)[0], "options": _list(options), "heavier": "heavier" in kind}
            for name, kind, options in questions[1:]
        },
        "notes": {note: {"kind": "point"} for rule_ in made for note in rule_["shows"]},
        "rules": made,
    }


def _situations() -> list[tuple[str, Answers, dict[str, str], dict[tuple[str, str], str]]]:
    """Of each column: its name, the answers, the levels, and what else it says by track (or "") and row."""
    head, *rows = _tables()[4]
    definition, found = _definition(), []
    for column, name in enumerate(head[1:], 1):
        answers: Answers = {}
        levels: dict[str, str] = {}
        said: dict[tuple[str, str], str] = {}
        track = ""
        for row in rows:
            first, cell = row[0], row[column]
            if first in definition["questions"]:
                if cell and definition["questions"][first]["kind"] == "many" and cell != UNKNOWN:
                    on = [part for part in _list(cell) if not part.startswith("and")]
                    answers[first] = ticked(*on, is_all="that is all" in cell)
                elif cell:
                    answers[first] = cell
            elif first in definition["tracks"]:
                track, levels[first] = first, cell
            else:
                said["" if first in ("order", "notes", "next, bound", "would change") else track, first] = cell
        found.append((name, answers, levels, said))
    return found


SITUATIONS = _situations()


@pytest.mark.parametrize(("name", "answers", "levels", "said"), SITUATIONS, ids=[one[0] for one in SITUATIONS])
def test_the_worked_example_comes_out_as_the_page_says(
    name: str, answers: Answers, levels: dict[str, str], said: dict[tuple[str, str], str]
) -> None:
    result = evaluate(_definition(), answers)
    assert result["ignored"] == 0
    assert levels_of(result) == levels
    for track in result["tracks"]:
        told = {
            "held by": track["holds"],
            "lifted": [f"{one['rule']} by {one['by']}" for one in track["lifted"]],
            "supported by": track["supports"],
            "judgement": track["judgement"],
            "find out": [
                question
                for question in _definition()["questions"]
                if any(question in one["questions"] for one in track["open"])
            ],
        }
        assert told == {row: _list(said.get((track["id"], row), "")) for row in told}
        assert track["also"] == []
    assert [track["id"] for track in result["tracks"]] == _list(said["", "order"])
    assert [note["id"] for note in result["notes"]] == _list(said["", "notes"])
    assert f"{result['next'] or 'none'}, {result['bound']}" == said["", "next, bound"]
    question, option, track_id, level = re.split(r":? ", said["", "would change"])
    matching = [
        change
        for change in result["change"]
        if change["question"] == question
        and (
            change["answer"] == option or (isinstance(change["answer"], dict) and option in change["answer"]["ticked"])
        )
    ]
    assert any({"id": track_id, "from": levels[track_id], "to": level} in change["tracks"] for change in matching)


def test_the_example_shows_every_column_of_the_rules_at_work() -> None:
    assert len(SITUATIONS) == 5
    shown = {(row, bool(cell)) for _, _, _, said in SITUATIONS for (_, row), cell in said.items()}
    for row in ("held by", "lifted", "supported by", "judgement", "find out", "notes"):
        assert (row, True) in shown
