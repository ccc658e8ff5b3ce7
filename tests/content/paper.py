"""A reader with pen and paper: reads the visible words of the route-finder's page and follows its five steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from tests.content.built import Built, has_class, text_of

#: What is known of a rule or a condition: that it holds, that it does not, or None for open.
Truth = bool | None
#: The answers as a reader ticks them: by number of the question the labels, and whether that is all.
Ticked = dict[int, tuple[list[str], bool]]


@dataclass(frozen=True)
class Question:
    """A question as it is printed: its words and the words of its options, with the box behind each."""

    ask: str
    options: dict[str, str]
    is_many: bool


@dataclass(frozen=True)
class Rule:
    """A rule as it is printed under a track: its conditions, the level after 'then', and the rule that lifts it."""

    name: str
    conditions: list[str]
    level: str = ""
    lifted_by: str = ""


@dataclass
class Track:
    """What is printed under a track."""

    label: str
    order: list[str]
    wishes: list[str]
    holds: list[Rule] = field(default_factory=list)
    supports: list[Rule] = field(default_factory=list)
    judgement: list[Rule] = field(default_factory=list)


class Paper:
    """The printed page. ``words`` are the strings of the site in the language of the page (ui)."""

    def __init__(self, page: Built, words: dict[str, str]) -> None:
        self.words = words
        main = page.main
        self.questions = list(map(self._question, _with_class(main, "kennisbank-question")))
        paper = next(_with_class(main, "kennisbank-route__paper"))
        self.steps = [text_of(step) for step in next(paper.iter("ol")).iter("li")]
        folds = list(_with_class(paper, "kennisbank-paper"))
        self.tracks = [self._track(fold) for fold in folds if any(self._says(p, "order") for p in fold.iter("p"))]
        self.notes = dict(filter(None, map(self._note, _with_class(paper, "kennisbank-rule"))))
        self.rules = {
            rule.name: rule for rule in map(self._rule, _with_class(paper, "kennisbank-rule")) if rule.conditions
        }

    def outcome(self, ticked: Ticked) -> dict[str, Any]:
        """What the five printed steps give: ``levels`` by track in order, ``supports``, ``judgement``, ``notes``."""
        truths = {name: self._truth(rule, ticked) for name, rule in self.rules.items()}
        levels = {track.label: self._level(track, truths) for track in self.tracks}
        wanted = {label for labels, _ in ticked.values() for label in labels}
        reading = self._between(self.steps[4], "5", "{levels}").split(self.words["list_comma"])
        in_order = sorted(
            self.tracks,
            key=lambda track: (reading.index(levels[track.label]), wanted.isdisjoint(track.wishes)),
        )
        return {
            "levels": [(track.label, levels[track.label]) for track in in_order],
            "supports": {t.label: {rule.name for rule in t.supports if truths[rule.name]} for t in self.tracks},
            "judgement": {t.label for t in self.tracks if any(truths[rule.name] for rule in t.judgement)},
            "notes": {text for text, rules in self.notes.items() if any(truths[name] for name in rules)},
        }

    # --- the five steps ---

    def _truth(self, rule: Rule, ticked: Ticked) -> Truth:
        """Step 1."""
        truths = [self._condition(words, ticked) for words in rule.conditions]
        if False in truths:
            return False
        return None if None in truths else True

    def _condition(self, words: str, ticked: Ticked) -> Truth:
        number = int(words.partition(".")[0])
        question = self.questions[number - 1]
        start = f"{number}. {question.ask} "
        assert words.startswith(start), (words, start)
        said = words[len(start) :]
        named = {label for label in question.options if self._quoted(label) in said}
        assert named, said
        if number not in ticked:
            return None
        labels, is_all = ticked[number]
        unknown = self.words["route_unknown"] in labels
        if not question.is_many:
            return None if unknown else bool(named.intersection(labels))
        is_ticked = True if named.intersection(labels) else False if is_all and not unknown else None
        negated = said.startswith(self.words["route_paper_not_ticked"].split("{options}")[0])
        return (None if is_ticked is None else not is_ticked) if negated else is_ticked

    def _level(self, track: Track, truths: dict[str, Truth]) -> str:
        """Steps 2, 3 and 4."""
        counted = [(rule.level, self._counts(rule, truths)) for rule in track.holds]
        place = track.order.index
        level = min((one for one, truth in counted if truth), key=place, default=track.order[-1])
        find_out = self._between(self.steps[3], "4", "{level}")
        is_open = any(truth is None and place(one) < place(level) for one, truth in counted)
        return find_out if is_open and place(find_out) < place(level) else level

    @staticmethod
    def _counts(rule: Rule, truths: dict[str, Truth]) -> Truth:
        own, other = truths[rule.name], truths[rule.lifted_by] if rule.lifted_by else False
        if other and own is not False:
            return False
        return None if other is None and own is not False else own

    # --- reading ---

    def _question(self, element: Element) -> Question:
        ask = text_of(next(_with_class(element, "kennisbank-question__ask")))
        labels = {label.attrib["for"]: text_of(label) for label in element.iter("label")}
        boxes = [one for one in element.iter("input") if one.attrib["name"].removeprefix("v").isdigit()]
        options = {labels[one.attrib["id"]]: one.attrib["value"] for one in boxes}
        return Question(ask.partition(". ")[2], options, any(one.attrib["type"] == "checkbox" for one in boxes))

    def _track(self, fold: Element) -> Track:
        order = next(text for text in map(text_of, fold.iter("p")) if self._is(text, "order"))
        wishes = [text for text in map(text_of, fold.iter("p")) if self._is(text, "wishes")]
        levels = self._between(order, "order", "{levels}").split(self.words["list_comma"])
        asked = self._between(wishes[0], "wishes", "{options}") if wishes else ""
        labels = {label for question in self.questions if question.is_many for label in question.options}
        found = Track(
            text_of(next(fold.iter("h3"))), levels, [label for label in labels if self._quoted(label) in asked]
        )
        place = found.holds
        for part in fold.iter():
            if part.tag == "h4":
                supports = text_of(part) == self.words["route_supports"]
                place = found.supports if supports else found.judgement
            elif has_class(part, "kennisbank-rule"):
                place.append(self._rule(part))
        return found

    def _rule(self, element: Element) -> Rule:
        rows: dict[str, list[str]] = {}
        label = ""
        for part in element.iter():
            if part.tag == "dt":
                label = text_of(part)
            elif part.tag == "dd":
                rows.setdefault(label, []).append(text_of(part))
        row = {key: rows.get(self.words[f"route_paper_{key}"], []) for key in ("if", "then", "lifted")}
        name = text_of(list(element.iter("code"))[-1])
        return Rule(name, row["if"], "".join(row["then"]), "".join(row["lifted"]))

    def _note(self, element: Element) -> tuple[str, list[str]] | None:
        """The words of a note and the rules that add it; None for a rule."""
        if next(element.iter("dl"), None) is not None:
            return None
        source = next(_with_class(element, "kennisbank-rule__source"))
        told = next(one for one in element.iter("p") if not has_class(one, "kennisbank-block-note"))
        return text_of(told), [text_of(name) for name in source.iter("code")]

    def _says(self, element: Element, key: str) -> bool:
        return self._is(text_of(element), key)

    def _is(self, text: str, key: str) -> bool:
        return text.startswith(self.words[f"route_paper_{key}"].partition("{")[0].strip())

    def _between(self, text: str, key: str, hole: str) -> str:
        """What stands in ``text`` at the place of ``hole`` in the sentence ``key``."""
        before, after = (" ".join(part.split()) for part in self.words[f"route_paper_{key}"].split(hole))
        start = text.index(before) + len(before)
        return text[start : text.index(after, start)].strip()

    def _quoted(self, text: str) -> str:
        return self.words["route_quote"].format(text=text)


def _with_class(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element.iter() if isinstance(one.tag, str) and has_class(one, name))
