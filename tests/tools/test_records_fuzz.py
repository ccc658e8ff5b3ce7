"""Ten thousand spoilt files, the same at every run: each gives a record of expected parts, or a fault."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.tools.made_up import checklist, with_name
from tests.tools.spoilt import spoilt_files
from tools.checklist import ANSWERS
from tools.dispatch import handle
from tools.record_days import exists
from tools.record_fields import LONGEST
from tools.record_reading import FAULTS, TOLD

SAMPLES = [file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("records_v*.json"))]
CHECKLIST = with_name(checklist({name: [] for name in ("samenwerking", "beleid", "intake", "taalles", "opleiding")}))
FILES = 10_000
#: What only a record has: what its files are laced with, and what stands in the place of a value or under a new key.
PIECES = ['"due": "2026-02-31",', '"note": "' + "x" * 2500 + '",', '"items": {},']
VALUES = ["nee", "e9c14472", "kennisbank-checklist", {"answer": {"answer": "ja"}}]
KEYS = ["beleid", "due", "note"]


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
    told: Counter[str] = Counter()
    for text in spoilt_files(sample, FILES, PIECES, VALUES, KEYS):
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
