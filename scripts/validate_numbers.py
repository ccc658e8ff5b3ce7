"""Finds phone numbers that are typed in a text: they belong in facts.yml, with a date and a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from scripts.content import Content
from scripts.markup import MACRO
from scripts.problems import Problem
from scripts.references import Make

#: Emergency and service numbers, and what looks like a number of a line or a mobile. Arabic and Tigrinya hang words
#: onto a figure, so only Latin letters make it a part of something else.
PHONE = re.compile(
    r"""(?<![A-Za-zÀ-ÿ0-9_.,@-])(?:
        11[234] | 1-1-[234] | 116[ ]?\d{3}
        | 0[89]00[ -]?\d{4}(?:[ -]?\d{3})?
        | 14[ ]?0\d{2,3}
        | (?:\+31|0031)[ -]?(?:\(0\)[ ]?)?\d(?:[ -]?\d){8}
        | 0[ -]?\d(?:\)?[ -]?\d){8}
    )(?![A-Za-zÀ-ÿ0-9_%]|[.,]\d|\.nl)""",
    re.VERBOSE,
)
UNIT = "telefoon"
#: The family where numbers stand.
FACTS = "facts"
#: Signs that look like the hyphen and the space of a number.
SIGNS = str.maketrans("\u2010\u2011\u2012\u2013\u00a0\u2009\u202f", "----   ")


def number_problems(text: str, content: Content, make: Make) -> Iterator[Problem]:
    """A problem for each number that stands in ``text`` outside a macro, in the digits of any script."""
    numbers = {
        entry.data["value"]: name
        for name, entry in content.families[FACTS].items()
        if isinstance(entry.data, dict) and entry.data.get("unit") == UNIT and isinstance(entry.data.get("value"), str)
    }
    plain = re.sub(r"\d", lambda digit: str(int(digit[0])), MACRO.sub("", text).translate(SIGNS))
    for match in PHONE.finditer(plain):
        name = numbers.get(match[0])
        todo = f'Write {{{{ call("{name or "…"}") }}}} where a macro may stand, and leave it out elsewhere.'
        first = "" if name else "Add it to facts.yml. "
        yield make(f"the phone number '{match[0]}' is typed here, without a date and a source", first + todo)


def catalog_number_problems(content: Content) -> Iterator[Problem]:
    """The same for every translated text of the data; in facts.yml and its translations a number may stand."""
    sections = [section for catalog in content.catalogs.values() for name, section in catalog.items() if name != FACTS]
    for entry in (entry for section in sections for entry in section.values()):
        if isinstance(entry.data, dict) and isinstance(entry.data.get("text"), str):
            yield from number_problems(entry.data["text"], content, partial(entry.problem, ("text",)))


def no_number_problems(name: str, content: Content, todo: str, make: Make) -> Iterator[Problem]:
    """A problem where the fact ``name``, which a reader is to call, is known and is no phone number."""
    fact = content.families[FACTS].get(name)
    if fact and isinstance(fact.data, dict) and fact.data.get("unit") != UNIT:
        yield make(f"'{name}' is no phone number", todo)
