"""A route-finder as decision diagrams: what every rule, track, mark and note comes to, for every combination.

Every leaf is worked out by the tool's own small functions; nothing of its semantics is written down a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial

from scripts.proof.diagram import AND, OR, Diagrams, Join, Node
from scripts.proof.order import orders
from tools.conditions import Atom, Question, all_of, domain, truth
from tools.route_definition import LEVELS, YES, Route, Rule
from tools.route_levels import Claim, Hold, hold_truth, holds_of, standing

KLEENE = Join(lambda one, other: all_of((one, other)), neutral=True, absorbing=False)
#: By rule, the hold that it makes on one track.
Holds = Mapping[str, Hold]


def kept(caution: Sequence[str], claims: frozenset[Claim]) -> frozenset[Claim]:
    """What of ``claims`` decides where a track stands, whatever else may be claimed: at most two of them.

    That is the claimed level, and the most cautious unknown one if it is more cautious than that.
    """
    claimed = standing(caution, claims).claimed
    unknown = [(level, None) for level in caution[: caution.index(claimed)] if (level, None) in claims]
    return frozenset([*([(claimed, True)] if claimed != caution[-1] else []), *unknown[:1]])


@cache
def together(caution: tuple[str, ...]) -> Join:
    """Joins what is claimed on a track with this order of caution."""
    highest = frozenset({(caution[0], True)})
    return Join(lambda one, other: kept(caution, one | other), neutral=frozenset(), absorbing=highest)


class Model:
    """All outcomes of ``route`` as diagrams over the atoms in ``order``."""

    def __init__(self, route: Route, order: Iterable[Atom]) -> None:
        domains = {atom: values for question in route.questions.values() for atom, values in domain(question).items()}
        self.route = route
        self.diagrams = Diagrams({atom: domains[atom] for atom in order})
        #: By rule: true, false or None for unknown.
        self.truths = {name: self._truth(rule) for name, rule in route.rules.items()}
        self._claims: dict[tuple[str, Hold], Node] = {}
        self._slots = sorted(route.rules, key=lambda name: (self.diagrams.place(self.truths[name]), name))
        holds = self.holds(route)
        #: By track: what decides its level (see ``kept``), its level, and whether it names an open question.
        self.claims = {track: self.claimed(track, holds[track]) for track in route.tracks}
        self.levels = {track: self.level(track, claims) for track, claims in self.claims.items()}

    def holds(self, route: Route) -> dict[str, dict[str, Hold]]:
        """The holds on each track of ``route``, which is this one or this one with fewer rules."""
        return {track: {hold.rule: hold for hold in holds} for track, holds in holds_of(route).items()}

    def claimed(self, track: str, holds: Holds) -> Node:
        """What decides the level of ``track`` with only ``holds`` on it."""
        nothing = self.diagrams.leaf(frozenset())
        nodes = [self._claim(track, holds[name]) if name in holds else nothing for name in self._slots]
        return self.diagrams.join(together(self.route.tracks[track].caution), nodes)

    def level(self, track: str, claims: Node) -> Node:
        """The level of ``track``, given what decides it."""
        caution = self.route.tracks[track].caution
        return self.diagrams.convert(lambda leaf: standing(caution, leaf).level, claims)

    def stands(self, track: str, level: str) -> Node:
        """Whether ``track`` stands at ``level``."""
        return self.diagrams.convert(lambda leaf: leaf == level, self.levels[track])

    def is_open(self, track: str) -> Node:
        """Whether ``track`` waits for an answer: an unknown hold on it is more cautious than what is claimed."""
        return self.diagrams.convert(lambda leaf: any(counts is None for _, counts in leaf), self.claims[track])

    def some(self, rules: Iterable[str]) -> Node:
        """Whether one of ``rules`` is true: so a note is shown, a mark stands, a reason supports."""
        return self.diagrams.join(OR, [self.is_true(name) for name in rules])

    def is_true(self, rule: str) -> Node:
        """Whether ``rule`` is true, and not merely unknown."""
        return self.diagrams.convert(lambda leaf: leaf is True, self.truths[rule])

    def wished(self, track: str) -> Node:
        """Whether a ticked wish asks for ``track``."""
        wishes, options = self.route.wishes, self.route.tracks[track].wishes
        return self.diagrams.join(
            OR, [self.diagrams.choose((wishes, option), lambda value: value is True) for option in options if wishes]
        )

    def before(self, track: str, other: str) -> Node:
        """Whether ``track`` stands before ``other`` in the reader's order."""
        written = list(self.route.tracks)
        is_first = written.index(track) < written.index(other)
        return self.diagrams.apply(
            lambda one, two: one < two or (one == two and is_first), self.rank(track), self.rank(other)
        )

    def rank(self, track: str) -> Node:
        """Where ``track`` is sorted: by its level, and a wished one first."""
        return self.diagrams.apply(
            lambda level, wished: (LEVELS.index(level), not wished), self.levels[track], self.wished(track)
        )

    def danger(self, questions: Iterable[Question]) -> Node:
        """Whether one of these ``questions`` about safety is answered with yes."""
        atoms = [(question.id, "") for question in questions if question.kind == "safety"]
        return self.diagrams.join(OR, [self.diagrams.choose(atom, lambda value: value == YES) for atom in atoms])

    def both(self, *nodes: Node) -> Node:
        """Whether all of ``nodes`` are true."""
        return self.diagrams.join(AND, nodes)

    def either(self, *nodes: Node) -> Node:
        """Whether one of ``nodes`` is true."""
        return self.diagrams.join(OR, nodes)

    def opposite(self, node: Node) -> Node:
        """Whether ``node`` is not true."""
        return self.diagrams.convert(lambda leaf: not leaf, node)

    def _truth(self, rule: Rule) -> Node:
        return self.diagrams.join(KLEENE, [self.diagrams.choose(one.atom, partial(truth, one)) for one in rule.when])

    def counts(self, hold: Hold) -> Node:
        """Whether ``hold`` counts: true, false or None for unknown."""
        if hold.by is None:
            return self.truths[hold.rule]
        by = hold.by
        return self.diagrams.apply(
            lambda one, other: hold_truth(hold, {hold.rule: one, by: other}), self.truths[hold.rule], self.truths[by]
        )

    def _claim(self, track: str, hold: Hold) -> Node:
        """What ``hold`` alone claims on ``track``."""
        if (track, hold) not in self._claims:
            caution = self.route.tracks[track].caution
            self._claims[track, hold] = self.diagrams.convert(
                lambda counts: kept(caution, frozenset({(hold.level, counts)})), self.counts(hold)
            )
        return self._claims[track, hold]


def smallest(route: Route) -> Model:
    """The model of ``route`` with the fewest nodes among a few orders of its atoms."""
    return min((Model(route, order) for order in orders(route)), key=lambda model: len(model.diagrams))
