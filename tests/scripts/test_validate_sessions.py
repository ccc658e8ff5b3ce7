"""A session for a group adds up, and names stories that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.content import load
from scripts.validate import problems
from tests.conftest import ROOT
from tests.scripts.small_root import put

SESSION = """\
half-uur:
  title: "Een half uur over één verhaal"
  minutes: 30
  aim: ["Deelnemers kunnen een open vraag stellen."]
  for: "Voor een klein team."
  prepare: ["Lees het verhaal."]
  parts:
    - {minutes: 10, title: "Lees samen", casus: riaz, what: ["Lees de situatie."]}
    - {minutes: 20, title: "Praat samen", what: ["Praat in tweetallen."]}
  take_home: ["Eén open vraag."]
  notes: ["Houd het klein."]
"""


def _told(tmp_path: Path, old: str = "", new: str = "") -> list[str]:
    assert not old or SESSION.count(old) == 1
    put(tmp_path / "eigen", "_data/sessions.yml", SESSION.replace(old, new) if old else SESSION)
    found = problems(load([ROOT / "docs", tmp_path / "eigen"]))
    return [str(one) for one in found if "eigen/_data/sessions.yml" in one.file]


def test_a_gemeente_adds_a_session_of_its_own(tmp_path: Path) -> None:
    assert _told(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("minutes: 20", "minutes: 25", 3, "the parts take 35 minutes, and the session 30"),
        ("casus: riaz", "casus: riaas", 8, "unknown casus 'riaas'"),
        ('  take_home: ["Eén open vraag."]\n', "", 1, "take_home"),
    ],
)
def test_what_is_wrong_in_a_session_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, what: str
) -> None:
    [told] = _told(tmp_path, old, new)
    assert f"sessions.yml:{line}: " in told
    assert what in told


def test_the_three_sessions_take_an_hour_two_hours_and_half_a_day() -> None:
    sessions = load([ROOT / "docs"]).families["sessions"]
    assert [entry.data["minutes"] for entry in sessions.values()] == [60, 120, 210]
