"""What is wrong with the content: one line each, and all of a run at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of the content: where it is, what it is, what to do about it."""

    file: str
    line: int
    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}. {self.todo}"


class ContentError(Exception):
    """The content has faults; ``problems`` lists them all."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class MissingAsset(Exception):
    """A file that npm should have brought is not there."""


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint at the nearest of ``known``, or ``otherwise`` where none is near."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'?" if near else otherwise
