"""Reads the definition of a route-finder: tracks, questions, notes and rules, every name in it looked up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from tools.conditions import OPERATORS, Condition, Question, conditions
from tools.definitions import BadDefinition, mapping, strings

#: The levels of a track, in the order in which a reader meets them.
LEVELS = ("voorop", "ernaast", "eerst_uitzoeken", "later")
#: The level of a track about which something must be found out first.
FIND_OUT = "eerst_uitzoeken"
UNKNOWN = "weet_niet"
YES, NO = "ja", "nee"
#: What stands in the place of a rule where no rule outweighs.
NOTHING = "none"


class Track(NamedTuple):
    """A track: its levels from the most to the least cautious, and the wishes that ask for it."""

    id: str
    caution: tuple[str, ...]
    wishes: tuple[str, ...]


class Rule(NamedTuple):
    """A rule: ``when`` it is true, and what it does then. ``outweighed_by`` is a rule id or None."""

    id: str
    when: tuple[Condition, ...]
    holds: dict[str, str]
    supports: tuple[str, ...]
    judgement: tuple[str, ...]
    shows: tuple[str, ...]
    outweighed_by: str | None


class Route(NamedTuple):
    """A definition that can be worked with. ``rules`` stand sorted by id, the rest as written."""

    wishes: str | None
    tracks: dict[str, Track]
    questions: dict[str, Question]
    notes: tuple[str, ...]
    rules: dict[str, Rule]


def read(definition: Any) -> Route:
    """Read ``definition``.

    ``{"wishes": question id, "tracks": {id: {"caution": [levels], "wishes": [options]}}, "questions": {id: {"kind",
    "options": [ids], "heavier": bool}}, "notes": {id: ...}, "rules": [{"id", "when", "holds": {track: level},
    "supports": [tracks], "judgement": [tracks], "shows": [notes], "outweighed_by": rule id or "none"}]}``. Of a rule
    only ``id``, ``when`` and one effect must be there. Raises BadDefinition.
    """
    definition = mapping(definition, "definition")
    questions = {name: _question(name, data) for name, data in _parts(definition, "questions")}
    wishes = definition.get("wishes")
    many = {name: question.options for name, question in questions.items() if question.kind == "many"}
    options = many[_known([wishes], many, "wishes", "question with many answers")[0]] if wishes is not None else ()
    tracks = {name: _track(name, data, options) for name, data in _parts(definition, "tracks")}
    notes = tuple(name for name, _ in _parts(definition, "notes"))
    authored = definition.get("rules")
    if not isinstance(authored, list):
        raise BadDefinition("rules is not a list")
    rules: dict[str, Rule] = {}
    for data in authored:
        rule = _rule(mapping(data, "a rule"), questions, tracks, notes)
        if rule.id in rules:
            raise BadDefinition(f"two rules are called {rule.id}")
        rules[rule.id] = rule
    for rule in rules.values():
        if rule.outweighed_by is not None:
            others = [name for name in rules if name != rule.id]
            _known([rule.outweighed_by], others, f"outweighed_by of {rule.id}", "rule")
    return Route(wishes, tracks, questions, notes, dict(sorted(rules.items())))


def _parts(definition: dict[str, Any], key: str) -> Iterable[tuple[str, dict[str, Any]]]:
    for name, data in mapping(definition.get(key), key).items():
        yield name, mapping(data, f"{key} {name}")


def _known(names: Iterable[Any], known: Iterable[str], where: str, what: str) -> tuple[str, ...]:
    known, found = list(known), tuple(names)
    for name in found:
        if name not in known:
            raise BadDefinition(f"{where} names an unknown {what} {name!r}")
    return found


def _question(name: str, data: dict[str, Any]) -> Question:
    kind, options = data.get("kind"), strings(data.get("options"), f"options of {name}")
    if not isinstance(kind, str) or kind not in OPERATORS:
        raise BadDefinition(f"the kind of {name} is not one of {', '.join(OPERATORS)}")
    if kind == "safety" and options != [YES, NO]:
        raise BadDefinition(f"{name} is about safety, so its options are {YES} and {NO}")
    if not options or len(set(options)) < len(options) or UNKNOWN in options:
        raise BadDefinition(f"options of {name} are none, or one stands twice or is {UNKNOWN}")
    heavier = data.get("heavier", False)
    if not isinstance(heavier, bool) or (heavier and kind != "one"):
        raise BadDefinition(f"heavier of {name} is not true or false, or does not go with its kind")
    return Question(name, kind, tuple(options), heavier)


def _track(name: str, data: dict[str, Any], options: Iterable[str]) -> Track:
    caution = strings(data.get("caution"), f"caution of {name}")
    if sorted(caution) != sorted(LEVELS):
        raise BadDefinition(f"caution of {name} is not an order of {', '.join(LEVELS)}")
    wishes = strings(data.get("wishes", []), f"wishes of {name}")
    return Track(name, tuple(caution), _known(wishes, options, f"wishes of {name}", "option"))


def _rule(
    data: dict[str, Any], questions: dict[str, Question], tracks: dict[str, Track], notes: tuple[str, ...]
) -> Rule:
    name = data.get("id")
    if not isinstance(name, str) or name in ("", NOTHING):
        raise BadDefinition(f"the id of a rule is no text, or is empty or {NOTHING}")
    when = mapping(data.get("when"), f"when of {name}")
    _known(when, questions, f"when of {name}", "question")
    holds = mapping(data.get("holds", {}), f"holds of {name}")
    _known(holds, tracks, f"holds of {name}", "track")
    _known(holds.values(), LEVELS, f"holds of {name}", "level")
    named = {}
    for key, known, what in (("supports", tracks, "track"), ("judgement", tracks, "track"), ("shows", notes, "note")):
        named[key] = _known(strings(data.get(key, []), f"{key} of {name}"), known, f"{key} of {name}", what)
    if not holds and not any(named.values()):
        raise BadDefinition(f"the rule {name} does nothing")
    outweighed_by = data.get("outweighed_by", NOTHING)
    return Rule(
        name,
        tuple(condition for asked, authored in when.items() for condition in conditions(questions[asked], authored)),
        dict(holds),
        **named,
        outweighed_by=None if outweighed_by == NOTHING else outweighed_by,
    )
