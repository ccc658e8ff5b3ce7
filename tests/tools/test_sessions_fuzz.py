"""Ten thousand spoilt files, the same at every run: each gives a session of expected fields, or a fault."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.tools.made_up_sessions import CASUS, Session
from tests.tools.spoilt import spoilt_files
from tools.dispatch import handle
from tools.record_days import exists
from tools.sessions import FAULTS, LISTS, LONGEST, MOST_LINES, MOST_MINUTES, MOST_PARTS, PART_LISTS, TOLD

SAMPLES = [file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("session_v*.json"))]
FILES = 10_000
#: What only a session has: what its files are laced with, and what stands in the place of a value or under a new key.
PIECES = [
    '"starts": "24:00",',
    '"minutes": 1e9,',
    '"casus": "weg",',
    '"title": "' + "x" * 300 + '",',
    '"parts": [],',
    '"aim": [' + '"x",' * 70 + '"y"],',
]
VALUES = [
    45,
    481,
    "09:30",
    "9:30",
    "riaz",
    "weg",
    "kennisbank-sessie",
    ["Een regel", 7, None, ["Een regel"], "\x00", "x" * 2000],
    ["Een regel"] * 70,
    [{"title": "Pauze", "minutes": True}] * 70,
    {"minutes": 45, "casus": ["riaz"], "what": "Een regel", "constructor": {}},
]
KEYS = ["parts", "starts", "aim", "minutes", "casus", "what"]

#: What a text of one line may not hold: what controls a screen or ends a line, and halves of characters.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def _ask(tool: str, **answers: Any) -> dict[str, Any]:
    """What the page gets, through the door, sent as a browser sends it."""
    request = {"id": 1, "tool": tool, "definition": CASUS, "answers": answers}
    result: dict[str, Any] = json.loads(handle(json.dumps(request)))["result"]
    return result


def _strange(name: str, value: Any) -> bool:
    """Whether ``value`` is not what the field ``name`` of a session or of a part of it may hold."""
    if name in ("title", "for", *LISTS, *PART_LISTS):
        texts = value if name in (*LISTS, *PART_LISTS) else [value]
        most = LONGEST.get(name, LONGEST["lines"])
        return (
            not isinstance(texts, list)
            or not 1 <= len(texts) <= MOST_LINES
            or any(not isinstance(text, str) or not 1 <= len(text) <= most for text in texts)
            or any(UNSAFE.search(text) or text != text.strip() for text in texts)
        )
    if name == "starts":
        return not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", value)
    if name == "minutes":
        return type(value) is not int or not 1 <= value <= MOST_MINUTES
    return name != "casus" or value not in CASUS["casus"]


def _strangeness(session: Session) -> list[str]:
    """What stands in a session that nobody expects there."""
    given = dict(session)
    parts = given.pop("parts", [{"title": "Pauze"}])
    found = [key for key in session if key not in ("title", "for", "starts", "parts", *LISTS)]
    found += [key for key, value in given.items() if _strange(key, value)]
    found += [] if session and 1 <= len(parts) <= MOST_PARTS else ["empty, or too many parts"]
    for part in parts:
        found += [key for key in part if key not in ("minutes", "title", "casus", *PART_LISTS)]
        found += [f"part.{key}" for key, value in part.items() if _strange(key, value)]
        found += [] if part else ["a part without fields"]
    return found


@pytest.mark.parametrize("sample", SAMPLES)
def test_ten_thousand_spoilt_files_give_a_sound_session_or_a_fault_and_none_makes_the_tools_fall_over(
    sample: str,
) -> None:
    told: Counter[str] = Counter()
    for text in spoilt_files(sample, FILES, PIECES, VALUES, KEYS):
        result = _ask("session.read", text=text)
        if "fault" in result:
            assert set(result) == {"fault"}, text
            told[result["fault"]] += 1
        else:
            assert set(result) == {"session", "made_on", "told"}, text
            assert _strangeness(result["session"]) == [], text
            assert result["made_on"] is None or exists(result["made_on"]), text
            assert result["told"] == [code for code in TOLD if code in result["told"]], text
            told.update(["session", *result["told"]])
            file = _ask("session.write", session=result["session"], made_on=result["made_on"])
            assert _ask("session.read", text=file["text"]) == {**result, "told": []}, text
    assert sum(told[name] for name in ("session", *FAULTS)) == FILES
    assert set(told) == {"session", *FAULTS, *TOLD} - {"too_large"}, "a kind of spoilt file that did not come up"
    assert told["session"] > FILES / 10
