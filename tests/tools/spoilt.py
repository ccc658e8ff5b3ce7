"""Spoils a sound file in every way that we could think of: noise, cut, laced, other values. The same at every run."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

#: What is put between the characters of a file of any kind.
PIECES = [
    '"__proto__": {"polluted": true},',
    '"constructor": {"prototype": {}},',
    '"version": ' + "9" * 5000 + ",",
    "<script>alert(1)</script>",
    "NaN",
    "-Infinity",
    "1e999",
    "\\ud800",
    "\\u0000",
    "\ud800",
    "\x00",
    "\ufeff",
    "\u2028",
    "[" * 5000,
    "{" * 40,
    '{"a":' * 500,
    '"',
    "\\",
    "}",
    "]",
    ",",
    ":",
]
#: What takes the place of a value in a file of any kind.
VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    2,
    10**30,
    0.1,
    float("inf"),
    float("nan"),
    "",
    "__proto__",
    "2026-02-30",
    "2027-03-01",
    "م" * 3000,
    "\ud800\x00\x1b",
    [],
    [[[[[]]]]],
    {},
    {"__proto__": {"answer": "ja"}},
]

Dice = random.Random


def spoilt_files(
    sample: str, count: int, pieces: Sequence[str], values: Sequence[Any], keys: Sequence[str]
) -> Iterator[str]:
    """``count`` files made from ``sample``, each kind of spoiling in turn.

    ``pieces``, ``values`` and ``keys`` belong to files of this kind: what they are laced with, which values take the
    place of others, and which keys may come in. PIECES and VALUES come beside them.
    """
    dice = random.Random(20261122)  # noqa: S311 - the same files at every run; nothing secret
    laced_with, put_in = [*PIECES, *pieces], [*VALUES, *values]
    spoilers: list[Callable[[], str]] = [
        lambda: _noise(dice),
        lambda: _spoilt_bytes(dice, sample),
        lambda: _cut(dice, sample),
        lambda: _laced(dice, sample, laced_with),
        lambda: _laced_between_parts(dice, sample, laced_with),
        lambda: _other_values(dice, sample, put_in, ["__proto__", *keys]),
    ]
    for number in range(count):
        yield spoilers[number % len(spoilers)]()


def _noise(dice: Dice) -> str:
    return dice.randbytes(dice.randrange(200)).decode(dice.choice(["utf-8", "latin-1", "utf-16"]), "replace")


def _spoilt_bytes(dice: Dice, text: str) -> str:
    data = bytearray(text.encode())
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return data.decode(errors="replace")


def _cut(dice: Dice, text: str) -> str:
    start, end = sorted(dice.choices(range(len(text)), k=2))
    return dice.choice([text[:end], text[start:], text[:start] + text[end:], text[:end] + text[start:]])


def _laced(dice: Dice, text: str, pieces: Sequence[str]) -> str:
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(text))
        text = text[:at] + dice.choice(pieces) + text[at:]
    return text


def _laced_between_parts(dice: Dice, text: str, pieces: Sequence[str]) -> str:
    at = dice.choice([place + 1 for place, mark in enumerate(text) if mark in "{,"])
    return text[:at] + dice.choice(pieces) + text[at:]


def _other_values(dice: Dice, text: str, values: Sequence[Any], keys: Sequence[str]) -> str:
    given = json.loads(text)
    for _ in range(dice.randint(1, 4)):
        place = given
        while isinstance(place, dict | list) and place:
            key: Any = dice.randrange(len(place)) if isinstance(place, list) else dice.choice([*place, *keys])
            inner = place[key] if isinstance(place, list) else place.get(key)
            if not isinstance(inner, dict | list) or dice.random() < 0.2:
                place[key] = copy.deepcopy(dice.choice(values))
                break
            place = inner
    return json.dumps(given, ensure_ascii=dice.random() < 0.5)
