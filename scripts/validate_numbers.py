"""Finds phone numbers that are typed in a text: they belong in facts.yml, with a date and a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.content import Content
from scripts.markup import MACRO
from scripts.problems import Problem
from scripts.references import Make

#: Emergency and service numbers, and what looks like a number of a line or a mobile.
PHONE = re.compile(
    r"""(?<![\w.,@-])(?:
        11[234] | 116[ ]?\d{3}
        | 0[89]00[ -]?\d{4}(?:[ -]?\d{3})?
        | 14[ ]?0\d{2,3}
        | (?:\+31|0031|0)[ -]?\d(?:[ -]?\d){8}
    )(?![\w%]|[.,]\d|\.nl)""",
    re.VERBOSE,
)
UNIT = "telefoon"


def number_problems(text: str, content: Content, make: Make) -> Iterator[Problem]:
    """A problem for each number that stands in ``text`` outside a macro."""
    numbers = {
        entry.data["value"]: name
        for name, entry in content.families["facts"].items()
        if isinstance(entry.data, dict) and entry.data.get("unit") == UNIT and isinstance(entry.data.get("value"), str)
    }
    for match in PHONE.finditer(MACRO.sub("", text)):
        name = numbers.get(match[0])
        known = f'Write {{{{ call("{name}") }}}} instead.' if name else 'Add it to facts.yml and write {{ call("…") }}.'
        yield make(f"the phone number '{match[0]}' is typed here, without a date and a source", known)
