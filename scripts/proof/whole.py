"""The whole proof: every claim on a route-finder, one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from scripts.proof.beside import comes_and_goes
from scripts.proof.caution import monotone_but_settling, unknown
from scripts.proof.claim import Claim, Subject
from scripts.proof.cross_check import at_random
from scripts.proof.rules import every_hold_counts, every_rule_counts
from scripts.proof.safety import activation_stays, no_dead_end, safety_first, safety_told
from scripts.proof.sub_spaces import brute_force
from scripts.proof.written import sourced, translated

Prover = Callable[[Subject], Claim]
#: What is claimed of every route-finder.
CLAIMS: tuple[Prover, ...] = (
    no_dead_end,
    activation_stays,
    safety_first,
    safety_told,
    monotone_but_settling,
    unknown,
    every_rule_counts,
    every_hold_counts,
    comes_and_goes,
    sourced,
    translated,
)
#: What is claimed of the proof itself.
CROSS_CHECKS: tuple[Prover, ...] = (brute_force, at_random)


def prove(subject: Subject, provers: Iterable[Prover] = (*CLAIMS, *CROSS_CHECKS)) -> Iterator[Claim]:
    """Every claim in turn, with the seconds that it took."""
    for prover in provers:
        started = time.perf_counter()
        claim = prover(subject)
        claim.seconds = time.perf_counter() - started
        yield claim
