"""Ten thousand spoilt files, the same at every run: each gives a record of expected parts, or a fault."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tools.made_up import checklist, with_name
from tools.checklist import ANSWERS
from tools.dispatch import handle
from tools.record_days import exists
from tools.record_fields import LONGEST
from tools.record_reading import FAULTS, TOLD

SAMPLES = [file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("records_v*.json"))]
CHECKLIST = with_name(checklist({name: [] for name in ("samenwerking", "beleid", "intake", "taalles", "opleiding")}))
FILES = 10_000
PIECES = [
    '"__proto__": {"polluted": true},',
    '"constructor": {"prototype": {}},',
    '"due": "2026-02-31",',
    '"note": "' + "x" * 2500 + '",',
    '"items": {},',
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
    "nee",
    "e9c14472",
    "kennisbank-checklist",
    "م" * 3000,
    "\ud800\x00\x1b",
    [],
    [[[[[]]]]],
    {},
    {"__proto__": {"answer": "ja"}},
    {"answer": {"answer": "ja"}},
]

Dice = random.Random


def _noise(dice: Dice, _text: str) -> str:
    return dice.randbytes(dice.randrange(200)).decode(dice.choice(["utf-8", "latin-1", "utf-16"]), "replace")


def _spoilt_bytes(dice: Dice, text: str) -> str:
    data = bytearray(text.encode())
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return data.decode(errors="replace")


def _cut(dice: Dice, text: str) -> str:
    start, end = sorted(dice.choices(range(len(text)), k=2))
    return dice.choice([text[:end], text[start:], text[:start] + text[end:], text[:end] + text[start:]])


def _laced(dice: Dice, text: str) -> str:
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(text))
        text = text[:at] + dice.choice(PIECES) + text[at:]
    return text


def _laced_between_parts(dice: Dice, text: str) -> str:
    at = dice.choice([place + 1 for place, mark in enumerate(text) if mark in "{,"])
    return text[:at] + dice.choice(PIECES) + text[at:]


def _other_values(dice: Dice, text: str) -> str:
    record = json.loads(text)
    for _ in range(dice.randint(1, 4)):
        place = record
        while isinstance(place, dict) and place:
            key = dice.choice([*place, "__proto__", "beleid", "due", "note"])
            if not isinstance(place.get(key), dict) or dice.random() < 0.2:
                place[key] = copy.deepcopy(dice.choice(VALUES))
                break
            place = place[key]
    return json.dumps(record, ensure_ascii=dice.random() < 0.5)


SPOILERS: list[Callable[[Dice, str], str]] = [
    _noise,
    _spoilt_bytes,
    _cut,
    _laced,
    _laced_between_parts,
    _other_values,
]


def _open(text: str) -> dict[str, Any]:
    """What the page gets for ``text``, through the door, sent as a browser sends it."""
    request = {"id": 1, "tool": "record.read", "definition": CHECKLIST, "answers": {"text": text}}
    result: dict[str, Any] = json.loads(handle(json.dumps(request)))["result"]
    return result


def _strangeness(record: dict[str, Any]) -> list[str]:
    """What stands in a record that nobody expects there."""
    found = [key for key in record if key not in json.loads(SAMPLES[-1])]
    for name, fields in record["items"].items():
        found += [name] if name not in CHECKLIST["items"] or not fields else []
        found += [f"{name}.{field}" for field in fields if field not in ("answer", "note", "owner", "due")]
        found += [f"{name}.{field} {text!r}" for field, text in fields.items() if not isinstance(text, str) or not text]
        found += [f"{name}.{field} is long" for field, most in LONGEST.items() if len(fields.get(field, "")) > most]
        found += [f"{name}.due"] if not exists(fields.get("due", "2026-11-22")) else []
        found += [f"{name}.answer"] if fields.get("answer", "ja") not in ANSWERS else []
    json.dumps(record, ensure_ascii=False).encode()  # no half characters
    return found


@pytest.mark.parametrize("sample", SAMPLES)
def test_ten_thousand_spoilt_files_give_a_sound_record_or_a_fault_and_none_makes_the_tools_fall_over(
    sample: str,
) -> None:
    dice = random.Random(20261122)  # noqa: S311 - the same files at every run; nothing secret
    told: Counter[str] = Counter()
    for number in range(FILES):
        text = SPOILERS[number % len(SPOILERS)](dice, sample)
        result = _open(text)
        if "fault" in result:
            assert set(result) == {"fault"}, text
            told[result["fault"]] += 1
        else:
            assert _strangeness(result["record"]) == [], text
            assert set(result["told"]) <= set(TOLD), text
            assert set(result["counts"]) <= set(result["told"]), text
            told.update(["record", *result["told"]])
            assert _open(json.dumps(result["record"]))["record"] == result["record"], text
    assert sum(told[name] for name in ("record", *FAULTS)) == FILES
    assert set(told) == {"record", *FAULTS, *TOLD} - {"too_large"}, "a kind of spoilt file that did not come up"
    assert told["record"] > FILES / 10
