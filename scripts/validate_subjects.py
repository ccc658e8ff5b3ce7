"""Judges what a route-finder asks: no more of a person than the rules need (see forbidden_subjects.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import yaml

from scripts.content import Entry
from scripts.problems import Problem
from scripts.references import Make

SUBJECTS = Path(__file__).parent / "forbidden_subjects.yml"


@cache
def subjects() -> dict[str, re.Pattern[str]]:
    """What may not be asked, each with a pattern that finds its words."""
    data: dict[str, list[str]] = yaml.safe_load(SUBJECTS.read_text(encoding="utf-8"))
    return {subject: re.compile("|".join(map(_pattern, words)), re.IGNORECASE) for subject, words in data.items()}


def _pattern(words: str) -> str:
    return r"(?<!\w)" + r"\w*".join(map(re.escape, words.split("*"))) + r"(?!\w)"


def subject_problems(entry: Entry) -> Iterator[Problem]:
    """A problem for each question, option and label of a route-finder of good form that a forbidden word stands in."""

    def found_in(text: str, make: Make) -> Iterator[Problem]:
        for subject, pattern in subjects().items():
            match = pattern.search(text)
            if match:
                todo = f"Ask for no more than the rules need; see {SUBJECTS.name}."
                yield make(f"this asks for {subject}: '{match[0]}'", todo)

    for name, question in entry.data["questions"].items():
        at = ("questions", name)
        yield from found_in(f"{name} {question['ask']}".replace("_", " "), partial(entry.problem, (*at, "ask")))
        for option, text in question.get("options", {}).items():
            yield from found_in(f"{option} {text}".replace("_", " "), partial(entry.problem, (*at, "options", option)))
    for group in ("tracks", "levels"):
        for name, part in entry.data[group].items():
            yield from found_in(f"{name} {part['label']}", partial(entry.problem, (group, name, "label")))
